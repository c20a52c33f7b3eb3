#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "dossier/load.h"
#include "tui/address.h"
#include "tui/subject.h"

static const struct dossier *load(struct arena *arena)
{
    static const struct str path = STR_INIT(FIXTURE "/events.yaml");
    struct load_options options = { .paths = &path, .path_count = 1 };
    struct diags diags = diags_new(arena);
    const struct dossier *dossier = dossier_load(&options, &diags);
    assert_non_null(dossier);
    return dossier;
}

/* What ADDRESS leads to. */
static struct subject follow(struct arena *arena, const struct dossier *dossier,
                             struct str address)
{
    struct place places[ADDRESS_PLACES];
    struct str reason = { 0 };
    size_t count = address_read(arena, dossier, address, places, &reason);
    if (count == 0)
        fail_msg("%.*s", STR_ARG(reason));
    return subject_of(dossier, places[count - 1]);
}

static void the_address_of_all_that_has_one_leads_there(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    const struct dossier *dossier = load(&arena);
    size_t citations = 0;
    for (size_t i = 0; i < dossier->events.len; i++) {
        struct subject event = { .event = dossier->events.at[i] };
        struct subject found = follow(&arena, dossier, subject_address(&arena, &event));
        assert_ptr_equal(found.event, event.event);
        assert_null(found.source);
    }
    for (size_t i = 0; i < dossier->sources.len; i++) {
        const struct source *source = dossier->sources.at[i];
        struct subject subject = { .source = source };
        struct subject found =
            follow(&arena, dossier, subject_address(&arena, &subject));
        assert_ptr_equal(found.source, source);
        assert_null(found.citation);
        for (size_t j = 0; j < source->citations.len; j++, citations++) {
            subject.citation = source->citations.at[j];
            found = follow(&arena, dossier, subject_address(&arena, &subject));
            assert_ptr_equal(found.citation, subject.citation);
            assert_ptr_equal(found.event, subject.citation->event);
        }
    }
    assert_true(citations > 0);
    arena_free(&arena);
}

static void the_address_of_a_claim_leads_to_its_first_words_or_itself(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    const struct dossier *dossier = load(&arena);
    size_t claims = 0;
    for (size_t i = 0; i < dossier->events.len; i++) {
        const struct event *event = dossier->events.at[i];
        for (size_t j = 0; j < event->claims.len; j++, claims++) {
            struct subject subject = { .event = event, .claim = event->claims.at[j] };
            struct subject found =
                follow(&arena, dossier, subject_address(&arena, &subject));
            assert_ptr_equal(found.claim, subject.claim);
            if (subject.claim->citations.len > 0)
                assert_ptr_equal(found.citation, subject.claim->citations.at[0]);
        }
    }
    assert_true(claims > 0);
    arena_free(&arena);
}

static void what_is_no_address_says_why(void **state)
{
    (void)state;
    static const char *const wrong[] = { "#",  "/",   "#1", "x#",  "/x",   "no-such",
                                         "##", "a/b", "",   "#-1", "a#1/2" };
    struct arena arena = { 0 };
    const struct dossier *dossier = load(&arena);
    for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
        struct place places[ADDRESS_PLACES];
        struct str reason = { 0 };
        assert_int_equal(
            address_read(&arena, dossier, str_of(wrong[i]), places, &reason), 0);
        assert_true(reason.len > 0);
    }
    arena_free(&arena);
}

static void a_number_beyond_the_citations_is_none(void **state)
{
    (void)state;
    static const char *const numbers[] = { "0", "-1", "1x", "99999999999999999999999",
                                           "18446744073709551617" };
    struct arena arena = { 0 };
    const struct dossier *dossier = load(&arena);
    for (size_t i = 0; i < sizeof(numbers) / sizeof(*numbers); i++) {
        struct place places[ADDRESS_PLACES];
        struct str reason = { 0 };
        struct str address = arena_printf(
            &arena, "%.*s#%s", STR_ARG(dossier->sources.at[0]->id), numbers[i]);
        assert_int_equal(address_read(&arena, dossier, address, places, &reason), 0);
        assert_int_not_equal(str_find(reason, STR("has no citation"), 0), STR_NONE);
    }
    arena_free(&arena);
}

static void a_citation_in_writing_ends_in_its_link(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    const struct dossier *dossier = load(&arena);
    for (size_t i = 0; i < dossier->sources.len; i++) {
        const citation_list *all = &dossier->sources.at[i]->citations;
        for (size_t j = 0; j < all->len; j++) {
            struct subject subject = { .source = dossier->sources.at[i],
                                       .event = all->at[j]->event,
                                       .citation = all->at[j] };
            struct str text = subject_citation(&arena, &subject);
            struct str link = subject_link(&arena, &subject);
            assert_true(str_starts(text, STR("“")));
            assert_int_not_equal(str_find(text, all->at[j]->quote, 0), STR_NONE);
            assert_true(
                str_ends(text, arena_printf(&arena, "\n%.*s\n", STR_ARG(link))));
        }
    }
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_address_of_all_that_has_one_leads_there),
        cmocka_unit_test(the_address_of_a_claim_leads_to_its_first_words_or_itself),
        cmocka_unit_test(what_is_no_address_says_why),
        cmocka_unit_test(a_number_beyond_the_citations_is_none),
        cmocka_unit_test(a_citation_in_writing_ends_in_its_link),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
