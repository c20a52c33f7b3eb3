#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/buf.h"
#include "dossier/clock.h"
#include "dossier/question.h"
#include "fixture.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static const char head[] = "annals: 1\ntitle: T\nsources: data\nevents:\n";

static struct dating dating_of(const char *text)
{
    struct dating dating = { .given = text[0] != '\0' };
    struct edtf_error error;
    if (dating.given) {
        assert_true(edtf_parse(str_of(text), &dating.date, &error));
        dating.bounds = edtf_bounds(&dating.date);
    }
    return dating;
}

static void dates_are_related_by_the_days_they_leave(void **state)
{
    static const struct {
        const char *a, *b;
        enum date_relation relation, reverse;
    } cases[] = {
        { "1897", "", DATES_NONE, DATES_NONE },
        { "1897-12", "1897-12", DATES_SAME, DATES_SAME },
        { "1897-12", "1897-12-01/1897-12-31", DATES_SAME, DATES_SAME },
        { "[1897,1899]", "[1897,1899]", DATES_SAME, DATES_SAME },
        { "1889/", "1889/", DATES_SAME, DATES_SAME },
        { "1897-12-24", "1897-12", DATES_INSIDE, DATES_AROUND },
        { "1897", "[1897,1899]", DATES_INSIDE, DATES_AROUND },
        { "1897", "1890/..", DATES_INSIDE, DATES_AROUND },
        { "1897-12-20/1897-12-22", "1897-12-22/1897-12-24", DATES_OVERLAP,
          DATES_OVERLAP },
        { "1897-12-20", "1897-12-21", DATES_DISJOINT, DATES_DISJOINT },
        { "1897-12-20?", "1897-12-21", DATES_DISJOINT, DATES_DISJOINT },
        { "1898", "[1897,1899]", DATES_DISJOINT, DATES_DISJOINT },
        { "1898", "{1897,1899}", DATES_DISJOINT, DATES_DISJOINT },
        { "../1889", "1890/..", DATES_DISJOINT, DATES_DISJOINT },
        /* where an end is not known it may lie anywhere */
        { "1889/", "1897", DATES_OVERLAP, DATES_OVERLAP },
        { "1889/", "1888", DATES_DISJOINT, DATES_DISJOINT },
        /* nobody says how far off "about" may be, but what lies inside does */
        { "1897-12-20~", "1897-12-21", DATES_LOOSE, DATES_LOOSE },
        { "1897-12-20", "1897-12-21%", DATES_LOOSE, DATES_LOOSE },
        { "1897-12-20~", "1897-12", DATES_INSIDE, DATES_AROUND },
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct dating a = dating_of(cases[i].a), b = dating_of(cases[i].b);
        enum date_relation there = dates_relation(&a, &b),
                           back = dates_relation(&b, &a);
        if (there != cases[i].relation || back != cases[i].reverse)
            fail_msg("row %zu: %s and %s are %.*s, %.*s", i, cases[i].a, cases[i].b,
                     STR_ARG(date_relation_name(there)),
                     STR_ARG(date_relation_name(back)));
    }
}

/* "a: b c" for each claim that disputes any. */
static struct str disputes_of(struct arena *arena, const struct event *event)
{
    struct str all = STR("");
    for (size_t i = 0; i < event->claims.len; i++) {
        const struct claim *claim = event->claims.at[i];
        if (claim->disputes.len)
            all = arena_printf(arena, "%.*s%.*s:", STR_ARG(all), STR_ARG(claim->id));
        for (size_t k = 0; k < claim->disputes.len; k++)
            all = arena_printf(arena, "%.*s %.*s", STR_ARG(all),
                               STR_ARG(claim->disputes.at[k]->id));
        if (claim->disputes.len)
            all = arena_printf(arena, "%.*s\n", STR_ARG(all));
    }
    return all;
}

static void claims_dispute_each_other_by_their_dates(void **state)
{
    static const struct {
        const char *claims, *disputes;
    } cases[] = {
        { "      - {id: a, about: Q, says: A, when: 1897}\n"
          "      - {id: b, about: Q, says: B, when: 1898}\n",
          "a: b\nb: a\n" },
        /* written as well, it is said once */
        { "      - {id: a, about: Q, says: A, when: 1897, disputes: b}\n"
          "      - {id: b, about: Q, says: B, when: 1898, disputes: a}\n",
          "a: b\nb: a\n" },
        /* another question; no date; a refinement; an overlap; loose */
        { "      - {id: a, about: Q, says: A, when: 1897}\n"
          "      - {id: b, about: P, says: B, when: 1898}\n",
          "" },
        { "      - {id: a, about: Q, says: A, when: 1897}\n"
          "      - {id: b, about: Q, says: B}\n",
          "" },
        { "      - {id: a, about: Q, says: A, when: 1897}\n"
          "      - {id: b, about: Q, says: B, when: 1897-12}\n",
          "" },
        { "      - {id: a, about: Q, says: A, when: 1897/1899}\n"
          "      - {id: b, about: Q, says: B, when: 1898/1900}\n",
          "" },
        { "      - {id: a, about: Q, says: A, when: 1897~}\n"
          "      - {id: b, about: Q, says: B, when: 1898}\n",
          "" },
        /* what is written comes first and stays */
        { "      - {id: a, about: Q, says: A, when: 1897}\n"
          "      - {id: b, about: Q, says: B, when: 1898}\n"
          "      - {id: c, about: Q, says: C, when: 1897-12, disputes: a}\n",
          "a: c b\nb: a c\nc: a b\n" },
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        fixture_write("events.yaml",
                      arena_printf(&fixture->arena,
                                   "annals: 1\ntitle: T\nevents:\n  - id: e\n"
                                   "    when: 1897\n    title: E\n    claims:\n%s",
                                   cases[i].claims));
        fixture_load(fixture);
        fixture_said(fixture, "");
        const struct event *event = fixture->dossier->events.at[0];
        struct str disputes = disputes_of(&fixture->arena, event);
        if (!str_equal(disputes, str_of(cases[i].disputes)))
            fail_msg("row %zu: %.*s", i, STR_ARG(disputes));
        assert_int_equal(event->disputed, disputes.len > 0);
    }
}

/* Without a bound, a file of some megabytes could ask for gigabytes of rivals. */
static void no_more_dates_than_a_bound_are_compared(void **state)
{
    struct fixture *fixture = *state;
    struct buf record = { 0 };
    buf_printf(&record, "%s  - id: e\n    when: 1897\n    title: E\n    claims:\n",
               head);
    for (int i = 0; i < 1000; i++)
        buf_printf(&record, "      - {id: c%d, about: Q, says: S, when: %04d}\n", i,
                   1000 + i);
    fixture_write("data/none.md", STR("---\ntitle: N\n---\n"));
    fixture_write("events.yaml", buf_str(&record));
    buf_free(&record);
    fixture_load(fixture);
    const claim_list *claims = &fixture->dossier->events.at[0]->claims;
    assert_int_equal(claims->len, 1000);
    assert_int_equal(claims->at[0]->disputes.len, QUESTION_DATED_MAX - 1);
    assert_int_equal(claims->at[QUESTION_DATED_MAX - 1]->disputes.len,
                     QUESTION_DATED_MAX - 1);
    assert_int_equal(claims->at[QUESTION_DATED_MAX]->disputes.len, 0);
}

static struct edtf_day day_of(const char *text)
{
    return dating_of(text).bounds.latest.day;
}

static void dates_conflict_once_both_are_known(void **state)
{
    struct fixture *fixture = *state;
    fixture_write(
        "events.yaml",
        arena_printf(&fixture->arena,
                     "%s  - id: e\n    when: 1897\n    title: E\n    claims:\n"
                     "      - {id: a, about: Q, says: A, when: 1897}\n"
                     "      - {id: b, about: Q, says: B, when: 1898}\n",
                     head));
    fixture_write("data/one.md", STR("---\npublished: 1899-01-01\ncites:\n"
                                     "  - {event: e, claim: a, quote: x}\n---\nx\n"));
    fixture_write("data/two.md", STR("---\npublished: 1899-01-02\ncites:\n"
                                     "  - {event: e, claim: b, quote: x}\n---\nx\n"));
    fixture_load(fixture);
    const struct dossier *first =
        clock_as_of(&fixture->arena, fixture->dossier, day_of("1899-01-01"));
    assert_false(first->events.at[0]->disputed);
    assert_int_equal(first->events.at[0]->claims.at[0]->disputes.len, 0);
    const struct dossier *second =
        clock_as_of(&fixture->arena, fixture->dossier, day_of("1899-01-02"));
    assert_true(second->events.at[0]->disputed);
}

/* What a claim rests on. */

static struct str ids_of(struct arena *arena, const source_list *sources)
{
    struct str all = STR("");
    for (size_t i = 0; i < sources->len; i++)
        all = arena_printf(arena, "%.*s%s%.*s", STR_ARG(all), i ? " " : "",
                           STR_ARG(sources->at[i]->id));
    return all;
}

static void assert_ids(struct arena *arena, const source_list *sources, const char *ids)
{
    assert_string_equal(arena_str(arena, ids_of(arena, sources)).ptr, ids);
}

/* Three papers retell an agency, the last of them by way of the first; one of them
 * quotes a witness of its own against it. */
static const struct event *load_retellings(struct fixture *fixture)
{
    fixture_write(
        "events.yaml",
        arena_printf(&fixture->arena,
                     "%s  - id: e\n    when: 1897\n    title: E\n    claims:\n"
                     "      - {id: a, about: Q, says: A}\n"
                     "      - {id: other, about: P, says: O}\n"
                     "      - {id: b, about: Q, says: B, disputes: a}\n"
                     "      - {id: c, about: Q, says: C}\n",
                     head));
    fixture_write("data/agency.md", STR("---\npublished: 1899-01-02\n---\n"));
    fixture_write("data/one.md",
                  STR("---\npublished: 1899-01-02\ncites:\n"
                      "  - {event: e, claim: a, quote: x, via: agency}\n---\nx\n"));
    fixture_write("data/two.md",
                  STR("---\npublished: 1899-01-05\ncites:\n"
                      "  - {event: e, claim: a, quote: x, via: [one, agency]}\n"
                      "  - {event: e, claim: b, quote: x}\n---\nx\n"));
    fixture_write(
        "data/three.md",
        STR("---\npublished: 1899-01-03/1899-01-04\ncites:\n"
            "  - {event: e, claim: a, quote: x, via: agency}\n"
            "  - {event: e, claim: a, quote: x, stance: disputes}\n---\nx\n"));
    fixture_write("data/undated.md",
                  STR("---\ncites:\n  - {event: e, claim: c, quote: x}\n---\nx\n"));
    fixture_load(fixture);
    fixture_said(fixture, "");
    return fixture->dossier->events.at[0];
}

static void retellers_of_one_agency_are_one_origin(void **state)
{
    static const struct {
        const char *claim, *first, *sources, *origins;
    } cases[] = {
        { "a", "agency", "one three two", "agency" },
        { "b", "two", "two", "two" },
        { "c", "", "undated", "undated" },
        { "other", "", "", "" },
    };
    struct fixture *fixture = *state;
    const struct event *event = load_retellings(fixture);
    for (size_t i = 0; i < COUNT(cases); i++) {
        const struct claim *claim = event_claim(event, str_of(cases[i].claim));
        citation_list support = claim_support(&fixture->arena, claim);
        struct basis basis = basis_of(&fixture->arena, &support);
        struct first first = claim_first(&fixture->arena, claim);
        assert_ids(&fixture->arena, &basis.sources, cases[i].sources);
        assert_ids(&fixture->arena, &basis.origins, cases[i].origins);
        assert_ids(&fixture->arena, &first.sources, cases[i].first);
        assert_int_equal(first.day.known, cases[i].first[0] != '\0');
    }
}

static void a_question_has_claims_across_and_sources_down(void **state)
{
    struct fixture *fixture = *state;
    const struct event *event = load_retellings(fixture);
    question_list questions = questions_of(&fixture->arena, event);
    assert_int_equal(questions.len, 2);
    const struct question *question = &questions.at[0];
    assert_true(question->disputed);
    assert_false(questions.at[1].disputed);
    assert_int_equal(question->claims.len, 3);
    assert_ptr_equal(question->claims.at[1], event_claim(event, STR("b")));
    source_list rows = question_sources(&fixture->arena, question);
    assert_ids(&fixture->arena, &rows, "one three two undated");
    static const size_t cells[][3] = {
        { 1, 0, 0 }, { 2, 0, 0 }, { 1, 1, 0 }, { 0, 0, 1 }
    };
    for (size_t i = 0; i < COUNT(cells); i++)
        for (size_t k = 0; k < 3; k++)
            assert_int_equal(
                question_cell(&fixture->arena, question->claims.at[k], rows.at[i]).len,
                cells[i][k]);
}

static void what_stands_behind_two_rivals_is_said(void **state)
{
    struct fixture *fixture = *state;
    const struct event *event = load_retellings(fixture);
    question_list questions = questions_of(&fixture->arena, event);
    source_list common = question_common_origins(&fixture->arena, &questions.at[0]);
    assert_ids(&fixture->arena, &common, "");
    fixture_write("data/two.md",
                  STR("---\npublished: 1899-01-05\ncites:\n"
                      "  - {event: e, claim: b, quote: x, via: [one, agency]}\n"
                      "---\nx\n"));
    fixture_load(fixture);
    questions = questions_of(&fixture->arena, fixture->dossier->events.at[0]);
    common = question_common_origins(&fixture->arena, &questions.at[0]);
    assert_ids(&fixture->arena, &common, "agency");
}

/* The bundled record. */

static void
the_purpose_of_the_bundled_call_has_two_claims_of_separate_origins(void **state)
{
    struct fixture *fixture = *state;
    fixture_load_files(fixture, (const char *const[]){ ANNALS_RECORD, NULL });
    const struct event *call = dossier_event(fixture->dossier, STR("call"));
    const struct question *purpose = NULL;
    question_list questions = questions_of(&fixture->arena, call);
    for (size_t i = 0; i < questions.len; i++)
        if (str_equal(questions.at[i].about, STR("What was the call for?")))
            purpose = &questions.at[i];
    assert_non_null(purpose);
    assert_true(purpose->disputed);
    assert_int_equal(purpose->claims.len, 2);
    assert_int_equal(question_common_origins(&fixture->arena, purpose).len, 0);
    for (size_t i = 0; i < 2; i++) {
        citation_list support = claim_support(&fixture->arena, purpose->claims.at[i]);
        struct basis basis = basis_of(&fixture->arena, &support);
        assert_true(basis.sources.len > basis.origins.len && basis.origins.len > 0);
    }
}

/* The dates of the mutiny lie in each other, overlap or are loose: that any of its
 * answers dispute each other is the curator's own word. */
static void the_dates_of_the_bundled_mutiny_add_no_dispute(void **state)
{
    struct fixture *fixture = *state;
    fixture_load_files(fixture, (const char *const[]){ ANNALS_RECORD, NULL });
    const struct event *mutiny = dossier_event(fixture->dossier, STR("mutiny"));
    struct str disputes = disputes_of(&fixture->arena, mutiny);
    assert_string_equal(arena_str(&fixture->arena, disputes).ptr,
                        "june-23-24: june-24 revolt-june-24 june-24-25\n"
                        "june-24: june-23-24 june-24-25\n"
                        "revolt-june-24: june-23-24\n"
                        "june-24-25: june-23-24 june-24\n"
                        "private-company: state-funded\n"
                        "state-funded: private-company\n");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_enter, fixture_leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(dates_are_related_by_the_days_they_leave),
        TEST(claims_dispute_each_other_by_their_dates),
        TEST(no_more_dates_than_a_bound_are_compared),
        TEST(dates_conflict_once_both_are_known),
        TEST(retellers_of_one_agency_are_one_origin),
        TEST(a_question_has_claims_across_and_sources_down),
        TEST(what_stands_behind_two_rivals_is_said),
        TEST(the_purpose_of_the_bundled_call_has_two_claims_of_separate_origins),
        TEST(the_dates_of_the_bundled_mutiny_add_no_dispute),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
