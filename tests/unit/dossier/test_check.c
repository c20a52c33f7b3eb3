#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "dossier/check.h"
#include "fixture.h"

#define RECORD                                                                         \
    "annals: 1\ntitle: T\nsources: data\nevents:\n"                                    \
    "  - {id: a, when: 2023, title: A}\n"

/* Loads events.yaml and data/s.md (and texts/, where given) and checks them. */
static void check(struct fixture *fixture, struct str record, struct str source)
{
    fixture_write("events.yaml", record);
    fixture_write("data/s.md", source);
    fixture_load(fixture);
    assert_non_null(fixture->dossier);
    check_dossier(fixture->dossier, &fixture->diags);
}

static void each_verdict_that_does_not_hold_is_said(void **state)
{
    struct fixture *fixture = *state;
    check(fixture, STR(RECORD),
          STR("---\ncites:\n"
              "  - {event: a, quote: The first words}\n"
              "  - {event: a, quote: the FIRST words}\n"
              "  - {event: a, quote: no such thing}\n"
              "  - {event: a, quote: and more}\n"
              "  - {event: a, quote: and more, prefix: again}\n"
              "  - {event: a, quote: and more, prefix: never}\n"
              "  - {event: a, quote: the first wirds and}\n"
              "---\nThe first words and more. Then again and more.\n"));
    fixture_said(
        fixture,
        "data/s.md:5:23: error: quotation not found: \"no such thing\" in the "
        "digest\n"
        "data/s.md:6:23: error: quotation found more than once: \"and more\" in "
        "the digest; for the first, add prefix: words\n"
        "data/s.md:8:23: error: quotation found only approximately: \"and more\" "
        "in the digest; the words are there, but not between its prefix and "
        "suffix\n"
        "data/s.md:9:23: error: quotation found only approximately: \"the first "
        "wirds and\" in the digest; nearest is \"The first words and\"\n");
}

static void a_repair_can_be_pasted(void **state)
{
    static const struct {
        const char *text, *hint;
    } cases[] = {
        { "Two gulls, then more gulls.", "prefix: Two" },
        { "He said: gulls. And gulls.", "prefix: 'said:'" },
        { "It's Ann's gulls. And gulls.", "prefix: 'Ann''s'" },
        { "(gulls) no gulls", "prefix: '('" },
        { "gulls, many; no gulls", "suffix: ','" },
        { "gulls... no gulls", "suffix: '...'" },
        { "gulls gulls gulls", "suffix: gulls gulls" },
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        fixture->diags = diags_new(&fixture->arena);
        check(fixture, STR(RECORD),
              arena_printf(&fixture->arena,
                           "---\ncites:\n  - event: a\n    quote: gulls\n---\n%s\n",
                           cases[i].text));
        fixture_said(fixture,
                     arena_printf(&fixture->arena,
                                  "data/s.md:4:12: error: quotation found more than "
                                  "once: \"gulls\" in the digest; for the first, add "
                                  "%s\n",
                                  cases[i].hint)
                         .ptr);
        /* pasted, it is sound */
        fixture->diags = diags_new(&fixture->arena);
        check(fixture, STR(RECORD),
              arena_printf(&fixture->arena,
                           "---\ncites:\n  - event: a\n    quote: gulls\n    %s\n"
                           "---\n%s\n",
                           cases[i].hint, cases[i].text));
        fixture_said(fixture, "");
    }
}

static void both_texts_are_held_to(void **state)
{
    struct fixture *fixture = *state;
    fixture_write("texts/s.txt", STR("Only one here.\n"));
    fixture->texts = STR("texts");
    check(fixture, STR(RECORD),
          STR("---\ncites:\n  - {event: a, quote: one}\n  - {event: a, quote: two}\n"
              "---\nIt has one and two.\n"));
    fixture_said(fixture,
                 "data/s.md:4:23: error: quotation not found: \"two\" in the full "
                 "text\n");
}

static void a_quotation_needs_a_text(void **state)
{
    struct fixture *fixture = *state;
    check(fixture, STR(RECORD), STR("---\ncites:\n  - {event: a, quote: one}\n---\n"));
    fixture_said(fixture,
                 "data/s.md:3:23: error: quotation not found: \"one\": there is no "
                 "text of s to look in\n");
}

static void a_citation_written_twice_is_a_warning(void **state)
{
    struct fixture *fixture = *state;
    check(fixture, STR(RECORD),
          STR("---\ncites:\n  - {event: a, quote: one}\n  - {event: a, quote: two}\n"
              "  - {event: a, quote: one, stance: disputes}\n"
              "  - {event: a, quote: one}\n---\nJust one or two.\n"));
    fixture_said(fixture,
                 "data/s.md:6:5: warning: cited twice: \"one\", as in citation 1\n");
}

static void what_nobody_cites_or_explains_is_a_warning(void **state)
{
    struct fixture *fixture = *state;
    check(
        fixture,
        STR("annals: 1\ntitle: T\nsources: data\nevents:\n"
            "  - id: a\n    when: 2023\n    dated: derived\n    title: A\n    claims:\n"
            "      - {id: c, about: Q, says: S}\n"
            "      - {id: d, about: Q, says: R, when: 2022, dated: derived}\n"
            "  - id: b\n    when: 2023\n    dated: derived\n    because: So.\n"
            "    title: B\n    claims:\n      - {id: c, about: Q, says: S}\n"),
        STR("---\npublished: 2023\ndated: derived\ncites:\n"
            "  - {event: a, claim: d, quote: one}\n---\nJust one.\n"));
    fixture_said(
        fixture,
        "events.yaml:5:5: warning: no reason given: the date of event a is derived\n"
        "events.yaml:10:9: warning: nothing cites it: claim c of a\n"
        "events.yaml:11:9: warning: no reason given: the date of claim d is "
        "derived\n"
        "events.yaml:12:5: warning: nothing cites it: event b\n"
        "data/s.md:2:1: warning: no reason given: the date of source s is "
        "derived\n");
    assert_int_equal(fixture->diags.errors, 0);
}

#define SHA256 "0000000000000000000000000000000000000000000000000000000000000000"

static void a_text_that_changed_is_a_warning(void **state)
{
    struct fixture *fixture = *state;
    fixture_write("texts/s.txt", STR("One.\n"));
    fixture->texts = STR("texts");
    check(fixture, STR(RECORD),
          STR("---\nsha256: " SHA256 "\ncites:\n  - {event: a, quote: one}\n---\n"));
    fixture_said(fixture,
                 "data/s.md:2:1: warning: not the text that was cited: the full "
                 "text of s has another sha256\n");
}

static void stretches_are_held_to_the_text_that_was_read(void **state)
{
    struct fixture *fixture = *state;
    static const char source[] =
        "---\nsha256: " SHA256 "\ncites:\n  - {event: a, quote: two}\nuncited:\n"
        "  - {quote: one, because: B}\n"
        "  - {quote: three, through: one, because: B}\n"
        "  - {quote: four, because: B}\n---\nIt says two.\n";
    check(fixture, STR(RECORD), STR(source));
    fixture_said(fixture, ""); /* a digest leaves out what nobody cites */
    fixture_write("texts/s.txt", STR("One.\nTwo.\nThree.\n"));
    fixture->texts = STR("texts");
    check(fixture, STR(RECORD), STR(source));
    fixture_said(
        fixture,
        "data/s.md:2:1: warning: not the text that was cited: the full text of s "
        "has another sha256\n"
        "data/s.md:7:5: error: bad value: uncited: \"one\" stands before "
        "\"three\"\n"
        "data/s.md:8:5: error: quotation not found: uncited: \"four\" in the full "
        "text\n");
}

static void add_sentence(void *context, size_t start, size_t end)
{
    struct buf *buf = context;
    buf_printf(buf, "%zu-%zu ", start, end);
}

static void coverage_counts_sentences_once(void **state)
{
    struct fixture *fixture = *state;
    check(fixture, STR(RECORD),
          STR("---\ncites:\n"
              "  - {event: a, quote: Alpha}\n"
              "  - {event: a, quote: alpha}\n"
              "  - {event: a, quote: beta. Gamma}\n"
              "  - {event: a, quote: missing words}\n"
              "uncited:\n"
              "  - {quote: gamma, because: Cited as well}\n"
              "  - {quote: delta, through: epsilon, because: B}\n"
              "---\nAlpha is here. And beta. Gamma comes. Now delta. Also more. And "
              "epsilon. Zeta is left. Eta too.\n"));
    const struct source *source = fixture->dossier->sources.at[0];
    struct coverage coverage = coverage_of(source, BODY_DIGEST);
    assert_int_equal(coverage.sentences, 8);
    assert_int_equal(coverage.cited, 3);
    assert_int_equal(coverage.explained, 3);
    struct buf left = { 0 };
    coverage_each_left(source, BODY_DIGEST, add_sentence, &left);
    assert_true(str_equal(buf_str(&left), STR("73-86 87-95 ")));
    buf_free(&left);
    coverage = coverage_of(source, BODY_FULL);
    assert_int_equal(coverage.sentences, 0);
}

static void the_bundled_record_is_sound(void **state)
{
    struct fixture *fixture = *state;
    fixture_load_files(fixture, (const char *const[]){ ANNALS_RECORD, NULL });
    assert_non_null(fixture->dossier);
    check_dossier(fixture->dossier, &fixture->diags);
    fixture_said(fixture, "");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_enter, fixture_leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(each_verdict_that_does_not_hold_is_said),
        TEST(a_repair_can_be_pasted),
        TEST(both_texts_are_held_to),
        TEST(a_quotation_needs_a_text),
        TEST(a_citation_written_twice_is_a_warning),
        TEST(what_nobody_cites_or_explains_is_a_warning),
        TEST(a_text_that_changed_is_a_warning),
        TEST(stretches_are_held_to_the_text_that_was_read),
        TEST(coverage_counts_sentences_once),
        TEST(the_bundled_record_is_sound),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
