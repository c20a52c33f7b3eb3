#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/buf.h"
#include "dossier/pairing.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static struct event storm = { .id = STR_INIT("storm") };
static struct event night = { .id = STR_INIT("night") };
static struct claim oil = { .id = STR_INIT("oil"), .event = &night };

/* A line a citation: "storm:words", "night:words" or, for the claim, "oil:words". */
static citation_list citations_of(struct arena *arena, const char *lines)
{
    citation_list list = { NULL, 0, 0 };
    struct str rest = str_of(lines), line, subject;
    while (str_split(&rest, '\n', &line)) {
        struct citation *citation = arena_new(arena, struct citation);
        if (!line.len)
            continue;
        assert_true(str_split(&line, ':', &subject));
        citation->event = str_equal(subject, storm.id) ? &storm : &night;
        citation->claim = str_equal(subject, oil.id) ? &oil : NULL;
        citation->quote = line;
        vec_push(arena, &list, citation);
    }
    return list;
}

static size_t place_of(const citation_list *list, const struct citation *citation)
{
    for (size_t i = 0; i < list->len; i++)
        if (list->at[i] == citation)
            return i;
    return list->len;
}

/* "0-1 .-2 1-.": which of the old, from 0, is which of the new. */
static void assert_pairs(struct arena *arena, const citation_list *old,
                         const citation_list *new, const char *expected)
{
    citation_pairs pairs = pair_citations(arena, old, new);
    struct buf out = { 0 };
    for (size_t i = 0; i < pairs.len; i++) {
        const struct citation_pair *pair = &pairs.at[i];
        buf_add(&out, i ? STR(" ") : STR(""));
        buf_add_char(&out, pair->old ? (char)('0' + place_of(old, pair->old)) : '.');
        buf_add_char(&out, '-');
        buf_add_char(&out, pair->new ? (char)('0' + place_of(new, pair->new)) : '.');
    }
    buf_add_char(&out, '\0');
    assert_string_equal(out.ptr, expected);
    buf_free(&out);
}

static void citations_are_paired_by_words_then_by_claim(void **state)
{
    static const struct {
        const char *what, *old, *new, *pairs;
    } cases[] = {
        { "nothing", "", "", "" },
        { "what came", "", "oil:a", ".-0" },
        { "what went", "oil:a", "", "0-." },
        { "another order", "oil:a\nstorm:b", "storm:b\noil:a", "1-0 0-1" },
        { "the same words twice", "oil:a\noil:a", "oil:a", "0-0 1-." },
        { "another claim", "oil:a", "night:a", "0-0" },
        { "another event", "oil:a\nstorm:b", "storm:a\nstorm:b", "0-0 1-1" },
        { "its own claim first", "storm:a\noil:a", "oil:a\nnight:a", "1-0 0-1" },
        { "the only ones of a claim", "oil:black as night", "oil:day", "0-0" },
        { "of two claims", "oil:black", "storm:white", ".-0 0-." },
        { "unlike ones", "oil:one two\noil:six ten", "oil:red fox\noil:sly hen",
          ".-0 .-1 0-. 1-." },
        { "the most alike", "oil:the oil had frozen\noil:a pipe of lead",
          "oil:the pipe of lead\noil:oil had frozen\noil:new words", "1-0 0-1 .-2" },
        { "one of each best", "oil:a b c d\noil:a b c x", "oil:a b c d e\noil:a b c",
          "0-0 1-1" },
        { "words before claims", "oil:a b c", "oil:a b d\nstorm:a b c", ".-0 0-1" },
    };
    (void)state;
    struct arena arena = { NULL };
    for (size_t i = 0; i < COUNT(cases); i++) {
        citation_list old = citations_of(&arena, cases[i].old);
        citation_list new = citations_of(&arena, cases[i].new);
        print_message("%s\n", cases[i].what);
        assert_pairs(&arena, &old, &new, cases[i].pairs);
    }
    arena_free(&arena);
}

static void prefix_and_suffix_are_words_too(void **state)
{
    (void)state;
    struct arena arena = { NULL };
    struct citation bare = { .event = &storm, .quote = STR_INIT("a") };
    struct citation behind = bare, between = bare;
    behind.prefix = between.prefix = STR("before");
    between.suffix = STR("then");
    struct citation *of_old[] = { &between, &bare, &behind };
    struct citation *of_new[] = { &behind, &between, &bare };
    citation_list old = { of_old, 3, 3 }, new = { of_new, 3, 3 };
    assert_pairs(&arena, &old, &new, "2-0 0-1 1-2");
    arena_free(&arena);
}

/* So many for one claim that no two are held against each other. */
static void a_crowd_is_paired_by_the_same_words_alone(void **state)
{
    (void)state;
    struct arena arena = { NULL };
    citation_list old = { NULL, 0, 0 }, new = { NULL, 0, 0 };
    enum { CROWD = 3000 };
    for (int i = 0; i < CROWD; i++) {
        struct citation *before = arena_new(&arena, struct citation);
        struct citation *after = arena_new(&arena, struct citation);
        *before = (struct citation){ .event = &night,
                                     .quote = arena_printf(&arena, "the words %d", i) };
        *after = *before;
        if (i % 2)
            after->quote = arena_printf(&arena, "the words %d again", i);
        vec_push(&arena, &old, before);
        vec_push(&arena, &new, after);
    }
    citation_pairs pairs = pair_citations(&arena, &old, &new);
    assert_int_equal(pairs.len, CROWD + CROWD / 2);
    for (size_t i = 0; i < CROWD; i++)
        assert_int_equal(pairs.at[i].old != NULL, i % 2 == 0);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(citations_are_paired_by_words_then_by_claim),
        cmocka_unit_test(prefix_and_suffix_are_words_too),
        cmocka_unit_test(a_crowd_is_paired_by_the_same_words_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
