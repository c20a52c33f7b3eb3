#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "dossier/load.h"
#include "dossier/query.h"
#include "tui/complete.h"

static const struct dossier *load(struct arena *arena)
{
    struct str path = STR(FIXTURE "/events.yaml");
    struct load_options options = { .paths = &path, .path_count = 1 };
    struct diags diags = diags_new(arena);
    const struct dossier *dossier = dossier_load(&options, &diags);
    assert_non_null(dossier);
    return dossier;
}

/* TEXT holds | where the cursor is. */
static struct completion complete(struct arena *arena, const struct dossier *dossier,
                                  struct str text, struct str *without)
{
    size_t cursor = str_find(text, STR("|"), 0);
    assert_int_not_equal(cursor, STR_NONE);
    *without = arena_printf(arena, "%.*s%.*s", STR_ARG(str_slice(text, 0, cursor)),
                            STR_ARG(str_from(text, cursor + 1)));
    return complete_filter(arena, dossier, *without, cursor);
}

static const struct {
    const char *text, *candidates, *with_first;
} terms[] = {
    { "w|", "who: where: ", "who:" },
    { "whe|", "where: ", "where:" },
    { "-w|", "who: where: ", "-who:" },
    { "b|", "by: before: before!: ", "by:" },
    { "light w|", "who: where: ", "light who:" },
    { "w| light", "who: where: ", "who: light" },
    { "who:|", "Ole Brandvåg 3 Captain Éloi Le Goff 1 Pilot Hansen 1 山田 太郎 1 ",
      "who:\"Ole Brandvåg\"" },
    { "who:b|", "Ole Brandvåg 3 ", "who:\"Ole Brandvåg\"" },
    { "who:han|", "Pilot Hansen 1 ", "who:\"Pilot Hansen\"" },
    { "who:ans|", "Pilot Hansen 1 ", "who:\"Pilot Hansen\"" },
    { "who:eloi|", "Captain Éloi Le Goff 1 ", "who:\"Captain Éloi Le Goff\"" },
    { "who:p| tag:light", "Pilot Hansen 1 Captain Éloi Le Goff 1 ",
      "who:\"Pilot Hansen\" tag:light" },
    { "who:\"ole b|", "Ole Brandvåg 3 ", "who:\"Ole Brandvåg\"" },
    { "who:\"o|le b\" x", "Ole Brandvåg 3 Captain Éloi Le Goff 1 Pilot Hansen 1 ",
      "who:\"Ole Brandvåg\" x" },
    { "who:山|", "山田 太郎 1 ", "who:\"山田 太郎\"" },
    { "-tag:li|", "light 4 ", "-tag:light" },
    { "tag:\"li|", "light 4 ", "tag:\"light\"" },
    { "is:|", "single 6 disputed 1 uncited 1 ", NULL },
    { "is:dis|", "disputed 1 ", "is:disputed" },
    { "who:OLE|", "", NULL },
    { "who:xyz|", "", NULL },
    { "nofield:x|", "", NULL },
    { "before:19|", "", NULL },
    { "\"w|", "", NULL },
    { "\"who:|", "", NULL },
    { "light |",
      "who: where: by: tag: source: is: before: before!: after: after!: "
      "on: on!: ",
      "light who:" },
};

/* "light 4 disputed 1 ", with the numbers left out for fields. */
static struct str listed(struct arena *arena, const struct completion *completion)
{
    struct str all = STR("");
    for (size_t i = 0; i < completion->candidates.len; i++) {
        const struct candidate *candidate = &completion->candidates.at[i];
        all = arena_printf(arena, "%.*s%.*s ", STR_ARG(all), STR_ARG(candidate->name));
        if (candidate->count > 0)
            all = arena_printf(arena, "%.*s%zu ", STR_ARG(all), candidate->count);
    }
    return all;
}

static void expect(const char *typed, struct str got, const char *expected)
{
    if (!str_equal(got, str_of(expected)))
        fail_msg("%s: \"%.*s\", not \"%s\"", typed, STR_ARG(got), expected);
}

static void the_term_under_the_cursor_goes_on(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    const struct dossier *dossier = load(&arena);
    for (size_t i = 0; i < sizeof(terms) / sizeof(*terms); i++) {
        struct str text;
        struct completion got = complete(&arena, dossier, str_of(terms[i].text), &text);
        expect(terms[i].text, listed(&arena, &got), terms[i].candidates);
        if (!terms[i].with_first)
            continue;
        struct str with = arena_printf(
            &arena, "%.*s%.*s%.*s", STR_ARG(str_slice(text, 0, got.start)),
            STR_ARG(got.candidates.at[0].text), STR_ARG(str_from(text, got.end)));
        expect(terms[i].text, with, terms[i].with_first);
    }
    arena_free(&arena);
}

/* What is offered can be understood, and holds for as many events as it says where
 * the field asks for whole values, or for more. */
static void every_value_offered_finds_its_events(void **state)
{
    (void)state;
    static const char *const fields[] = { "who:", "where:",  "by:",
                                          "tag:", "source:", "is:" };
    struct arena arena = { 0 };
    const struct dossier *dossier = load(&arena);
    for (size_t i = 0; i < sizeof(fields) / sizeof(*fields); i++) {
        struct completion got =
            complete_filter(&arena, dossier, str_of(fields[i]), strlen(fields[i]));
        assert_true(got.candidates.len > 0);
        for (size_t k = 0; k < got.candidates.len; k++) {
            const struct candidate *candidate = &got.candidates.at[k];
            struct str text =
                arena_printf(&arena, "%s%.*s", fields[i], STR_ARG(candidate->text));
            struct query_error error;
            const struct query *query = query_parse(&arena, text, &error);
            assert_non_null(query);
            struct selection found = query_select(&arena, dossier, query, ORDER_EVENT);
            assert_true(found.events.len >= candidate->count);
            if (i >= 3)
                assert_int_equal(found.events.len, candidate->count);
        }
    }
    arena_free(&arena);
}

/* Anything typed, the cursor anywhere: the range lies in the text and around it. */
static void any_text_has_a_range_around_the_cursor(void **state)
{
    (void)state;
    static const char signs[] = "w:\"- ah\t!o";
    struct arena arena = { 0 };
    const struct dossier *dossier = load(&arena);
    uint32_t seed = 5;
    for (int round = 0; round < 2000; round++) {
        struct arena scratch = { 0 };
        char text[12];
        size_t len = 0;
        for (; len < sizeof(text); len++) {
            seed = seed * 1664525u + 1013904223u;
            text[len] = signs[(seed >> 8) % (sizeof(signs) - 1)];
        }
        size_t cursor = (seed >> 20) % (len + 1);
        struct completion got =
            complete_filter(&scratch, dossier, (struct str){ text, len }, cursor);
        assert_true(got.start <= cursor && cursor <= got.end && got.end <= len);
        arena_free(&scratch);
    }
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_term_under_the_cursor_goes_on),
        cmocka_unit_test(every_value_offered_finds_its_events),
        cmocka_unit_test(any_text_has_a_range_around_the_cursor),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
