#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "dossier/clock.h"
#include "fixture.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
#define SOURCE(published, cites)                                                       \
    "---\npublished: " published "\ncites:\n" cites "---\nA text.\n"

/* An agency and a paper that articles retell, and an event that they dispute. */
static void write_record(void)
{
    fixture_write(
        "events.yaml",
        STR("annals: 1\ntitle: T\nsources: data\nevents:\n"
            "  - id: call\n    when: 2023-06\n    title: The call\n"
            "    see: [talk, later]\n    claims:\n"
            "      - {id: calm, about: What for?, says: To calm.}\n"
            "      - {id: war, about: What for?, says: War., disputes: calm}\n"
            "      - {id: rumour, about: What for?, says: Who knows.}\n"
            "  - {id: talk, when: 2023-07-12, title: The talk}\n"
            "  - {id: later, when: 2024, title: Later}\n"
            "  - {id: bare, when: 2020, title: Nobody says so}\n"));
    fixture_write("data/agency.md", STR("---\npublished: 2023-07-12\n---\n"));
    fixture_write("data/paper.md", STR("---\npublished: 2023-06-30\n---\n"));
    fixture_write("data/one.md",
                  STR(SOURCE("2023-07-12/2023-07-14",
                             "  - {event: call, claim: calm, quote: x, via: paper}\n"
                             "  - {event: call, claim: war, quote: x, via: agency}\n"
                             "  - {event: talk, quote: x, via: agency}\n")));
    fixture_write("data/two.md",
                  STR(SOURCE("2023-08", "  - {event: call, claim: war, quote: x, via: "
                                        "[one, agency]}\n"
                                        "  - {event: later, quote: x}\n")));
    fixture_write(
        "data/undated.md",
        STR("---\ncites:\n  - {event: call, claim: rumour, quote: x}\n---\nText.\n"));
    fixture_write("data/early.md", STR(SOURCE("2022", "  []\n")));
    fixture_write("data/silent.md", STR(SOURCE("2023-06-30", "  []\n")));
}

static struct edtf_day day_of(const char *text)
{
    struct edtf date;
    struct edtf_error error;
    assert_true(edtf_parse(str_of(text), &date, &error));
    return edtf_bounds(&date).latest.day;
}

static void assert_known(struct known_day known, const char *day)
{
    assert_int_equal(known.known, day != NULL);
    if (day)
        assert_int_equal(edtf_day_compare(known.day, day_of(day)), 0);
}

static void assert_sources(const source_list *sources, const char *const *ids)
{
    size_t count = 0;
    for (; ids[count]; count++) {
        assert_in_range(count + 1, 1, sources->len);
        assert_true(str_equal(sources->at[count]->id, str_of(ids[count])));
    }
    assert_int_equal(sources->len, count);
}

#define IDS(...) ((const char *const[]){ __VA_ARGS__, NULL })

static void a_thing_is_known_from_the_earliest_in_its_chain(void **state)
{
    struct fixture *fixture = *state;
    write_record();
    fixture_load(fixture);
    fixture_said(fixture, "");
    const struct dossier *dossier = fixture->dossier;
    const struct event *call = dossier_event(dossier, STR("call"));
    assert_known(call->known_from, "2023-06-30");
    assert_known(event_claim(call, STR("calm"))->known_from, "2023-06-30");
    assert_known(event_claim(call, STR("war"))->known_from, "2023-07-12");
    assert_known(event_claim(call, STR("rumour"))->known_from, NULL);
    assert_known(dossier_event(dossier, STR("talk"))->known_from, "2023-07-12");
    assert_known(dossier_event(dossier, STR("later"))->known_from, "2023-08-31");
    assert_known(dossier_event(dossier, STR("bare"))->known_from, NULL);
}

static void origins_are_the_ends_of_chains(void **state)
{
    struct fixture *fixture = *state;
    write_record();
    fixture_load(fixture);
    const struct dossier *dossier = fixture->dossier;
    assert_sources(&dossier_event(dossier, STR("call"))->origins,
                   IDS("paper", "agency", "undated"));
    assert_sources(&dossier_event(dossier, STR("talk"))->origins, IDS("agency"));
    assert_sources(&dossier_event(dossier, STR("later"))->origins, IDS("two"));
    assert_true(dossier_source(dossier, STR("one"))->retold);
    assert_true(dossier_source(dossier, STR("paper"))->retold);
    assert_false(dossier_source(dossier, STR("two"))->retold);
}

static void silent_are_those_that_could_have_told(void **state)
{
    struct fixture *fixture = *state;
    write_record();
    fixture_load(fixture);
    const struct dossier *dossier = fixture->dossier;
    assert_sources(&dossier_event(dossier, STR("call"))->silent, IDS("silent"));
    assert_sources(&dossier_event(dossier, STR("talk"))->silent, IDS("two"));
    assert_int_equal(dossier_event(dossier, STR("later"))->silent.len, 0);
    assert_sources(&dossier_event(dossier, STR("bare"))->silent,
                   IDS("early", "one", "silent", "two"));
}

static void assert_omits(struct fixture *fixture, const char *source,
                         const char *const *ids)
{
    const struct dossier *dossier = fixture->dossier;
    event_list omitted = clock_omitted(&fixture->arena, &dossier->events,
                                       dossier_source(dossier, str_of(source)));
    size_t count = 0;
    for (; ids[count]; count++) {
        assert_in_range(count + 1, 1, omitted.len);
        assert_true(str_equal(omitted.at[count]->id, str_of(ids[count])));
    }
    assert_int_equal(omitted.len, count);
}

static void a_source_omits_what_it_is_silent_of(void **state)
{
    struct fixture *fixture = *state;
    write_record();
    fixture_load(fixture);
    assert_omits(fixture, "one", IDS("bare"));
    assert_omits(fixture, "two", IDS("talk", "bare"));
    assert_omits(fixture, "silent", IDS("call", "bare"));
    assert_omits(fixture, "early", IDS("bare"));
    assert_omits(fixture, "agency", IDS(NULL)); /* it has no text */
    size_t silences = 0, omissions = 0;
    for (size_t i = 0; i < fixture->dossier->events.len; i++)
        silences += fixture->dossier->events.at[i]->silent.len;
    for (size_t i = 0; i < fixture->dossier->sources.len; i++)
        omissions += clock_omitted(&fixture->arena, &fixture->dossier->events,
                                   fixture->dossier->sources.at[i])
                         .len;
    assert_int_equal(silences, omissions);
}

/* Everything that a dossier points to must be in it. */
static void assert_whole(const struct dossier *dossier)
{
    assert_int_equal(dossier->by_id.len, dossier->events.len);
    for (size_t i = 0; i < dossier->events.len; i++) {
        const struct event *event = dossier->events.at[i];
        assert_int_equal(event->number, i);
        assert_ptr_equal(dossier_event(dossier, event->id), event);
        for (size_t k = 0; k < event->see.len; k++)
            assert_ptr_equal(dossier->events.at[event->see.at[k]->number],
                             event->see.at[k]);
        for (size_t k = 0; k < event->claims.len; k++) {
            assert_ptr_equal(event->claims.at[k]->event, event);
            assert_int_equal(event->claims.at[k]->number, k);
        }
        for (size_t k = 0; k < event->citations.len; k++) {
            const struct citation *citation = event->citations.at[k];
            assert_ptr_equal(citation->event, event);
            assert_ptr_equal(dossier_source(dossier, citation->source->id),
                             citation->source);
            assert_ptr_equal(dossier_source(dossier, citation->origin->id),
                             citation->origin);
            if (citation->claim)
                assert_ptr_equal(event->claims.at[citation->claim->number],
                                 citation->claim);
        }
    }
    for (size_t i = 0; i < dossier->sources.len; i++)
        assert_int_equal(dossier->sources.at[i]->number, i);
}

static void as_of_a_day_only_what_was_public_is_there(void **state)
{
    static const struct {
        const char *day;
        size_t events, sources, claims_of_call, citations_of_call;
        bool disputed;
    } cases[] = {
        { "2021", 0, 0, 0, 0, false },
        { "2022", 0, 1, 0, 0, false },
        { "2023-06-29", 0, 1, 0, 0, false },
        { "2023-06-30", 1, 4, 1, 1, false }, /* one.md tells what the paper said */
        { "2023-07-11", 1, 4, 1, 1, false },
        { "2023-07-12", 2, 6, 2, 3, true },
        { "2024", 3, 6, 2, 3, true },
    };
    struct fixture *fixture = *state;
    write_record();
    fixture_load(fixture);
    for (size_t i = 0; i < COUNT(cases); i++) {
        const struct dossier *then =
            clock_as_of(&fixture->arena, fixture->dossier, day_of(cases[i].day));
        const struct event *call = dossier_event(then, STR("call"));
        assert_whole(then);
        assert_int_equal(then->events.len, cases[i].events);
        assert_int_equal(then->sources.len, cases[i].sources);
        assert_int_equal(call ? call->claims.len : 0, cases[i].claims_of_call);
        assert_int_equal(call ? call->citations.len : 0, cases[i].citations_of_call);
        assert_int_equal(call && call->disputed, cases[i].disputed);
    }
    assert_whole(fixture->dossier);
    assert_int_equal(fixture->dossier->events.len, 4);
}

static void as_of_a_day_nobody_is_silent_who_had_not_spoken(void **state)
{
    struct fixture *fixture = *state;
    write_record();
    fixture_load(fixture);
    const struct dossier *then =
        clock_as_of(&fixture->arena, fixture->dossier, day_of("2023-07-12"));
    assert_non_null(dossier_source(then, STR("two")));
    assert_int_equal(dossier_event(then, STR("talk"))->silent.len, 0);
    const struct event *call = dossier_event(then, STR("call"));
    assert_int_equal(call->citations.at[2]->number, 1);
    assert_int_equal(call->see.len, 1);
}

static void
the_bundled_call_is_known_from_30_june_and_disputed_from_12_july(void **state)
{
    static const struct {
        const char *day;
        size_t claims;
        bool disputed;
    } cases[] = { { "2023-06-30", 1, false }, { "2023-07-11", 1, false } };
    struct fixture *fixture = *state;
    fixture_load_files(fixture, (const char *const[]){ ANNALS_RECORD, NULL });
    assert_non_null(fixture->dossier);
    const struct dossier *before =
        clock_as_of(&fixture->arena, fixture->dossier, day_of("2023-06-29"));
    assert_null(dossier_event(before, STR("call")));
    for (size_t i = 0; i < COUNT(cases); i++) {
        const struct dossier *then =
            clock_as_of(&fixture->arena, fixture->dossier, day_of(cases[i].day));
        const struct event *call = dossier_event(then, STR("call"));
        assert_whole(then);
        assert_non_null(call);
        assert_int_equal(call->claims.len, cases[i].claims);
        assert_true(str_equal(call->claims.at[0]->id, STR("reassurance")));
        assert_int_equal(call->disputed, cases[i].disputed);
    }
    const struct dossier *after =
        clock_as_of(&fixture->arena, fixture->dossier, day_of("2023-07-12"));
    assert_true(dossier_event(after, STR("call"))->disputed);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_enter, fixture_leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_thing_is_known_from_the_earliest_in_its_chain),
        TEST(origins_are_the_ends_of_chains),
        TEST(silent_are_those_that_could_have_told),
        TEST(a_source_omits_what_it_is_silent_of),
        TEST(as_of_a_day_only_what_was_public_is_there),
        TEST(as_of_a_day_nobody_is_silent_who_had_not_spoken),
        TEST(the_bundled_call_is_known_from_30_june_and_disputed_from_12_july),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
