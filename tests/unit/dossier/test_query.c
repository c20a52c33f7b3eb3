#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "dossier/query.h"
#include "fixture.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static void write_record(void)
{
    fixture_write(
        "events.yaml",
        STR("annals: 1\ntitle: T\nsources: data\nevents:\n"
            "  - id: summit\n    when: 2023-07-11/2023-07-12\n    title: The summit\n"
            "    where: Vilnius\n    tags: [nato, diplomacy]\n    who: [Élodie Noël]\n"
            "  - id: call\n    when: \"[2023-06-24..2023-06-30]\"\n"
            "    title: Burns telephones\n    summary: After the Élysée dinner.\n"
            "    who: [William Burns]\n    tags: [call]\n    note: A remark on it.\n"
            "    claims:\n"
            "      - {id: a, about: What for?, by: U.S. officials, says: To calm.}\n"
            "      - {id: b, about: What for?, by: Naryshkin, says: The war, disputes: "
            "a}\n"
            "  - id: march\n    when: 2023-06-24\n    title: The march – it’s over\n"
            "  - id: war\n    when: 2022-02/..\n    title: War\n"));
    fixture_write("data/tass.md",
                  STR("---\npublisher: TASS\npublished: 2023-07-12\n---\n"));
    fixture_write(
        "data/times.md",
        STR("---\npublisher: The Times\npublished: 2023-07-14\ncites:\n"
            "  - {event: call, claim: b, quote: merely a pretext, via: tass}\n"
            "  - {event: march, quote: one}\n"
            "  - {event: march, quote: two, via: tass}\n---\nText.\n"));
}

/* The ids of what the query selects, each with a space behind it. */
static struct str selected(struct fixture *fixture, const char *text, enum order order)
{
    struct query_error error;
    struct buf ids = { 0 };
    const struct query *query = query_parse(&fixture->arena, str_of(text), &error);
    if (!query)
        fail_msg("%s: %.*s", text, STR_ARG(error.reason));
    struct selection selection =
        query_select(&fixture->arena, fixture->dossier, query, order);
    for (size_t i = 0; i < selection.events.len; i++)
        buf_printf(&ids, "%.*s ", STR_ARG(selection.events.at[i]->id));
    struct str copy = arena_str(&fixture->arena, buf_str(&ids));
    buf_free(&ids);
    return copy;
}

static const struct {
    const char *query, *selects;
} selections[] = {
    { "", "war march call summit " },
    { "   ", "war march call summit " },
    /* words, anywhere */
    { "burns", "call " },
    { "SUMMIT", "" },
    { "Summit", "" },
    { "summit", "summit " },
    { "remark", "call " },
    { "officials", "call " },
    { "\"to calm\"", "call " },
    { "to calm", "call " },
    { "\"calm to\"", "" },
    { "pretext", "call " },
    { "tass", "march call " },
    { "TASS", "march call " },
    { "times", "march call " },
    { "vilnius", "summit " },
    { "nato", "summit " },
    { "war -call", "war " },
    { "-burns", "war march summit " },
    { "-\"the war\"", "war march summit " },
    /* case and diacritics count where the term has them */
    { "elysee", "call " },
    { "Elysee", "call " },
    { "élysée", "call " },
    { "Élysée", "call " },
    { "ELYSEE", "" },
    { "élysee", "" },
    { "noel", "summit " },
    { "noël", "summit " },
    { "nöel", "" },
    /* spacing, dashes and quote marks never do */
    { "\"march - it's over\"", "march " },
    { "\"march  —  it’s\"", "march " },
    /* fields */
    { "who:burns", "call " },
    { "who:\"william burns\"", "call " },
    { "who:vilnius", "" },
    { "where:viln", "summit " },
    { "by:officials", "call " },
    { "by:\"U.S. officials\"", "call " },
    { "by:burns", "" },
    { "tag:nato", "summit " },
    { "tag:nat", "" },
    { "-tag:nato", "war march call " },
    { "source:times", "march call " },
    { "source:tass", "march call " },
    { "source:tas", "" },
    { "is:disputed", "call " },
    { "is:uncited", "war summit " },
    { "-is:uncited", "march call " },
    { "is:single", "call " },
    { "12:30", "" },
    /* dates, possibly and certainly */
    { "before:2023-06-27", "war march call " },
    { "before!:2023-06-27", "march " },
    { "before!:2023-07", "march call " },
    { "after:2023-06-27", "war call summit " },
    { "after!:2023-06-27", "summit " },
    { "on:2023-06-27", "war call " },
    { "on:2023-06", "war march call " },
    { "on!:2023-06", "march call " },
    { "on:2023-06 -on!:2023-06", "war " },
};

static void a_query_selects_what_holds(void **state)
{
    struct fixture *fixture = *state;
    write_record();
    fixture_load(fixture);
    fixture_said(fixture, "");
    for (size_t i = 0; i < COUNT(selections); i++) {
        struct str ids = selected(fixture, selections[i].query, ORDER_EVENT);
        if (!str_equal(ids, str_of(selections[i].selects)))
            fail_msg("%s: %.*s", selections[i].query, STR_ARG(ids));
    }
}

static void by_publication_what_nobody_dates_comes_last(void **state)
{
    struct fixture *fixture = *state;
    write_record();
    fixture_load(fixture);
    assert_string_equal(selected(fixture, "", ORDER_PUBLISHED).ptr,
                        "march call war summit ");
}

static void events_of_one_time_stay_as_the_file_has_them(void **state)
{
    struct fixture *fixture = *state;
    fixture_write("events.yaml", STR("annals: 1\ntitle: T\nevents:\n"
                                     "  - {id: b, when: 2023, title: B}\n"
                                     "  - {id: c, when: 2023~, title: C}\n"
                                     "  - {id: a, when: 2023, title: A}\n"));
    fixture_load(fixture);
    assert_string_equal(selected(fixture, "", ORDER_EVENT).ptr, "b c a ");
}

static void a_selection_says_what_it_is(void **state)
{
    struct fixture *fixture = *state;
    write_record();
    fixture_load(fixture);
    struct query_error error;
    const struct query *query = query_parse(&fixture->arena, STR(" burns "), &error);
    struct selection selection =
        query_select(&fixture->arena, fixture->dossier, query, ORDER_PUBLISHED);
    assert_true(str_equal(selection.filter, STR("burns")));
    assert_int_equal(selection.order, ORDER_PUBLISHED);
    assert_false(selection.as_of.known);
    assert_ptr_equal(selection.dossier, fixture->dossier);
}

static void what_is_no_query_says_where_and_why(void **state)
{
    static const struct {
        const char *query;
        size_t offset;
        const char *reason;
    } cases[] = {
        { "taag:x", 0, "no field 'taag'; did you mean tag?" },
        { "a -colour:x", 3, "no field 'colour'" },
        { "who!:x", 0, "no field 'who!'; did you mean who?" },
        { "tag:", 4, "a value is missing" },
        { "tag: x", 4, "a value is missing" },
        { "a tag:\"\"", 7, "a value is missing" },
        { "-", 1, "a value is missing" },
        { "\"a b", 0, "a quotation mark without its second one" },
        { "by:\"a b", 3, "a quotation mark without its second one" },
        { "\"a\"b", 3, "a space is missing behind the quotation mark" },
        { "is:disputd", 3,
          "is: takes disputed, uncited or single, not disputd; did you mean "
          "disputed?" },
        { "\"\xC2\xAD\"", 1, "nothing to look for in it" },
    };
    struct arena arena = { NULL };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct query_error error;
        assert_null(query_parse(&arena, str_of(cases[i].query), &error));
        assert_string_equal(arena_str(&arena, error.reason).ptr, cases[i].reason);
        assert_int_equal(error.offset, cases[i].offset);
    }
    (void)state;
    arena_free(&arena);
}

static void a_bad_date_in_a_query_has_its_place(void **state)
{
    (void)state;
    struct arena arena = { NULL };
    struct query_error error;
    struct edtf date;
    struct edtf_error why;
    assert_false(edtf_parse(STR("2023-06-31"), &date, &why));
    assert_null(query_parse(&arena, STR("x before:2023-06-31"), &error));
    assert_int_equal(error.offset, 9 + why.offset);
    assert_true(str_starts(error.reason, STR("not a date: ")));
    assert_int_not_equal(str_find(error.reason, str_of(why.reason), 0), STR_NONE);
    arena_free(&arena);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_enter, fixture_leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_query_selects_what_holds),
        TEST(by_publication_what_nobody_dates_comes_last),
        TEST(events_of_one_time_stay_as_the_file_has_them),
        TEST(a_selection_says_what_it_is),
        cmocka_unit_test(what_is_no_query_says_where_and_why),
        cmocka_unit_test(a_bad_date_in_a_query_has_its_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
