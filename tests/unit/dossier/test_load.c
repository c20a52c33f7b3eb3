#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "fixture.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
#define AT(place)    "events.yaml:" place ": error: "

/* Event files, whole, and what is said of them; nothing is said of a good one. */
struct saying {
    struct str text;
    const char *said;
};

static void check_sayings(void **state, const struct saying *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(fixture_enter(state), 0);
        struct fixture *fixture = *state;
        fixture_write("events.yaml", cases[i].text);
        fixture_load(fixture);
        fixture_said(fixture, cases[i].said);
        assert_int_equal(fixture_leave(state), 0);
    }
}

#define HEAD  "annals: 1\ntitle: T\nevents:\n"
#define EVENT "  - id: a\n    when: 2023\n    title: A\n"

static void what_is_wrong_with_the_whole_is_said(void **state)
{
    static const struct saying cases[] = {
        { STR_INIT(""),
          AT("1:1") "wrong type: expected a map (an event file), found nothing\n" },
        { STR_INIT("# a remark\n"),
          AT("1:1") "wrong type: expected a map (an event file), found nothing\n" },
        { STR_INIT("---\n"),
          AT("2:1") "wrong type: expected a map (an event file), found nothing\n" },
        { STR_INIT("\tannals: 1\n"),
          AT("1:1") "not valid YAML: found character that cannot start any token; "
                    "indent with spaces, not with tabs\n" },
        { STR_INIT("annals: 1\ntitle: \x1B[31m\n"),
          AT("2:8") "not valid YAML: control characters are not allowed (U+001B)\n" },
        { STR_INIT("annals: 1\ntitle: %2001\n"),
          AT("2:8") "not valid YAML: found character that cannot start any token; put "
                    "a value that begins so in quotes\n" },
        { STR_INIT("annals: 1\ntitle: caf\xE9\n"),
          AT("2:11") "not UTF-8: byte 0xE9 at offset 20\n" },
        { STR_INIT("%YAML 1.1\n---\nannals: 1\n"),
          AT("1:1") "a part of YAML that annals does not read: a directive (%YAML or "
                    "%TAG)\n" },
        { STR_INIT("just words\n"),
          AT("1:1") "wrong type: expected a map (an event file), found a string\n" },
        { STR_INIT("- a\n- b\n"),
          AT("1:1") "wrong type: expected a map (an event file), found a list\n" },
        { STR_INIT("title: T\n"), AT("1:1") "missing key: annals, in an event file\n" },
        { STR_INIT("annals: 1\n"), AT("1:1") "missing key: title, in an event file\n" },
        { STR_INIT("annals: 2\ntitle: T\n"),
          AT("1:9") "format version not known: annals: 2; this program reads 1\n" },
        { STR_INIT("annals: 1\ntitle: ~\n"),
          AT("1:1") "missing key: title, in an event file\n" },
        { STR_INIT("annals: 1\ntitle:\n"),
          AT("1:1") "missing key: title, in an event file\n" },
        { STR_INIT("annals: 1\ntitle: ''\n"),
          AT("1:1") "missing key: title, in an event file\n" },
        { STR_INIT("annals: 1\ntitle: no\n"), "" },
        { STR_INIT("annals: 1\ntitle: T\nevents:\n"), "" },
        { STR_INIT("annals: 1\ntitle: T\nevent: []\n"),
          AT("3:1") "unknown key: event; did you mean events?\n" },
        { STR_INIT("annals: 1\ntitle: [T]\n"),
          AT("2:8") "wrong type: title: expected a string, found a list\n" },
    };
    check_sayings(state, cases, COUNT(cases));
}

static void what_is_wrong_with_a_map_is_said(void **state)
{
    static const struct saying cases[] = {
        { STR_INIT("annals: 1\ntitle: T\nevents:\n  - id: a\n    wehn: 2023\n"
                   "    title: A\n"),
          AT("5:5") "unknown key: wehn; did you mean when?\n" },
        { STR_INIT(HEAD EVENT "    sumary: S\n"),
          AT("7:5") "unknown key: sumary; did you mean summary?\n" },
        { STR_INIT(HEAD EVENT "    colour: red\n"),
          AT("7:5") "unknown key: colour, in an event\n" },
        { STR_INIT(HEAD EVENT "    '': red\n"),
          AT("7:5") "unknown key: an empty one, in an event\n" },
        { STR_INIT(HEAD EVENT "    ~: red\n"),
          AT("7:5") "unknown key: ~, in an event\n" },
        { STR_INIT(HEAD EVENT "    when: 2024\n"),
          AT("7:5") "key given twice: when, first on line 5\n" },
        { STR_INIT(HEAD EVENT "    who: Me\n"),
          AT("7:10") "wrong type: who: expected a list of strings, found a "
                     "string\n" },
        { STR_INIT(HEAD EVENT "    who: {a: b}\n"),
          AT("7:10") "wrong type: who: expected a list of strings, found a map\n" },
        { STR_INIT(HEAD EVENT "    who: [a, [b], '', a]\n"),
          AT("7:14") "wrong type: who: expected a list of strings, found a "
                     "list\n" AT("7:19") "bad value: who: an empty string in the "
                                         "list\n" AT(
                                             "7:23") "bad value: who: a twice\n" },
        { STR_INIT(HEAD EVENT "    claims: [a]\n"),
          AT("7:14") "wrong type: expected a map (a claim), found a string\n" },
        { STR_INIT(HEAD EVENT "    claims: {id: a}\n"),
          AT("7:13") "wrong type: claims: expected a list of maps, found a map\n" },
        { STR_INIT(HEAD EVENT "    claims: [{id: c}]\n"),
          AT("7:14") "missing key: about, in a claim\n" AT(
              "7:14") "missing key: says, in a claim\n" },
        { STR_INIT(HEAD "  - when: 2023\n    title: A\n"),
          AT("4:5") "missing key: id, in an event\n" },
        { STR_INIT(HEAD "  - id: a\n"),
          AT("4:5") "missing key: when, in an event\n" AT(
              "4:5") "missing key: title, in an event\n" },
        { STR_INIT(HEAD EVENT "    see: [a]\n"),
          AT("7:11") "goes round in a circle: see: the event itself\n" },
        { STR_INIT(HEAD "  - {id: b, when: 2023, title: B}\n" EVENT
                        "    see: [b, b]\n"),
          AT("8:14") "bad value: see: b twice\n" },
    };
    check_sayings(state, cases, COUNT(cases));
}

static void what_is_wrong_with_a_value_is_said(void **state)
{
    static const struct saying cases[] = {
        { STR_INIT(HEAD
                   "  - id: a\n    title: A\n    when: [2023-06-24..2023-06-30]\n"),
          AT("6:11") "wrong type: when: YAML reads this date as a list; put it in "
                     "quotes: "
                     "\"[2023-06-24..2023-06-30]\"\n" },
        { STR_INIT(HEAD "  - id: a\n    title: A\n    when: {2001, 2003}\n"),
          AT("6:11") "wrong type: when: YAML reads this date as a map; put it in "
                     "quotes: "
                     "\"{2001, 2003}\"\n" },
        { STR_INIT(HEAD "  - id: a\n    title: A\n    when:\n      - 2001\n"),
          AT("7:7") "wrong type: when: expected a string, found a list\n" },
        { STR_INIT(HEAD EVENT "    dated: drived\n"),
          AT("7:12") "bad value: dated: expected stated, derived or outside, found "
                     "drived; "
                     "did you mean derived?\n" },
        { STR_INIT(HEAD "  - {id: A b, when: 2023, title: A}\n"),
          AT("4:10") "not an id: A b; an id is 1 to 64 of a-z, 0-9 and -, and begins "
                     "with no -\n" },
        { STR_INIT(HEAD "  - {id: -a, when: 2023, title: A}\n"),
          AT("4:10") "not an id: -a; an id is 1 to 64 of a-z, 0-9 and -, and begins "
                     "with no -\n" },
        { STR_INIT(HEAD EVENT "    see: [bbc]\n  - {id: bbb, when: 2023, title: B}\n"),
          AT("7:11") "no such: event bbc; did you mean bbb?\n" },
        { STR_INIT(HEAD EVENT EVENT), AT("7:9") "id used twice: a, first on line 4\n" },
        { STR_INIT(HEAD EVENT "    claims:\n"
                              "      - {id: c, about: Q, says: S}\n"
                              "      - {id: c, about: Q, says: S, disputes: [d, c]}\n"),
          AT("9:14") "id used twice: c, first on line 8\n" AT(
              "9:47") "no such: claim of this event: d\n" AT("9:50") "goes round in a "
                                                                     "circle: "
                                                                     "disputes: the "
                                                                     "claim itself\n" },
    };
    check_sayings(state, cases, COUNT(cases));
}

/* What edtf says of a text that is no date; its reasons are its own to test. */
static struct str date_complaint(struct arena *arena, struct str text, size_t *offset)
{
    struct edtf date;
    struct edtf_error error;
    assert_false(edtf_parse(text, &date, &error));
    *offset = error.offset;
    bool repair = error.suggestion[0] != '\0';
    return arena_printf(arena, "not a date: %.*s: %s%s%s%s", STR_ARG(text),
                        error.reason, repair ? "; did you mean " : "",
                        repair ? error.suggestion : "", repair ? "?" : "");
}

static void a_bad_date_is_shown_at_the_place_within_it(void **state)
{
    static const struct {
        const char *value;
        size_t column;
        bool within;
    } cases[] = {
        { "when: 2023-06-31", 11, true },
        { "when: '2023-06-31'", 12, true },
        { "when: \"2023-06-31\"", 12, true },
        { "when: >-\n      2023-06-31", 11, false },
        { "when: \"2023\\x2D06-31\"", 11, false },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        assert_int_equal(fixture_enter(state), 0);
        struct fixture *fixture = *state;
        size_t offset;
        struct str complaint =
            date_complaint(&fixture->arena, STR("2023-06-31"), &offset);
        struct str text = arena_printf(
            &fixture->arena, HEAD "  - %s\n    id: a\n    title: A\n", cases[i].value);
        fixture_write("events.yaml", text);
        fixture_load(fixture);
        struct str said = arena_printf(&fixture->arena, AT("4:%zu") "%.*s\n",
                                       cases[i].column + (cases[i].within ? offset : 0),
                                       STR_ARG(complaint));
        fixture_said(fixture, said.ptr);
        assert_int_equal(fixture_leave(state), 0);
    }
}

static void a_broken_copy_gets_every_error_in_one_run(void **state)
{
    struct fixture *fixture = *state;
    size_t offset;
    struct str complaint = date_complaint(&fixture->arena, STR("2023-06-31"), &offset);
    fixture_write("events.yaml", STR(HEAD "  - id: mutiny\n"
                                          "    when: 2023-06-31\n"
                                          "    title: The mutiny\n"
                                          "    sumary: It lasts a day.\n"
                                          "  - id: call\n"
                                          "    when: 2023-06-30\n"
                                          "    title: The call\n"
                                          "    see: [mutinies]\n"
                                          "  - id: call\n"
                                          "    when: 2023-07-01\n"
                                          "    title: Another\n"));
    fixture_load(fixture);
    struct str said = arena_printf(
        &fixture->arena,
        AT("5:%zu") "%.*s\n" AT("7:5") "unknown key: sumary; did you mean "
                                       "summary?\n" AT("11:11") "no such: event "
                                                                "mutinies; did you "
                                                                "mean mutiny?\n" AT(
                                                                    "12:9") "id used "
                                                                            "twice: "
                                                                            "call, "
                                                                            "first on "
                                                                            "line 8\n",
        11 + offset, STR_ARG(complaint));
    fixture_said(fixture, said.ptr);
    assert_null(fixture->dossier);
}

/* One event, to see what becomes of a value. */
static const struct event *load_one(struct fixture *fixture, struct str text)
{
    fixture_write("events.yaml", text);
    fixture_load(fixture);
    assert_non_null(fixture->dossier);
    assert_int_equal(fixture->dossier->events.len, 1);
    return fixture->dossier->events.at[0];
}

static void words_that_yaml_takes_for_values_stay_words(void **state)
{
    static const char *const words[] = { "no",   "yes",   "on",  "1_000", "0o17",
                                         "017",  "12:30", "1e3", "0x7c",  ".inf",
                                         "null", "true",  "NaN" };
    for (size_t i = 0; i < COUNT(words); i++) {
        assert_int_equal(fixture_enter(state), 0);
        struct fixture *fixture = *state;
        struct str text =
            arena_printf(&fixture->arena, HEAD EVENT "    where: %s\n    who: [%s]\n",
                         words[i], words[i]);
        const struct event *event = load_one(fixture, text);
        assert_true(str_equal(event->where, str_of(words[i])));
        assert_true(str_equal(event->who.at[0], str_of(words[i])));
        fixture_said(fixture, "");
        assert_int_equal(fixture_leave(state), 0);
    }
}

static void what_could_act_on_a_terminal_is_shown(void **state)
{
    struct fixture *fixture = *state;
    const struct event *event = load_one(
        fixture,
        STR(HEAD
            "  - id: a\n    when: 2023\n    title: \"a\\e[31mred\\0end\\nnext\"\n"));
    assert_true(str_equal(event->title, STR("a^[[31mred^@end next")));
    fixture_said(fixture, "events.yaml:6:12: warning: characters that can't be shown "
                          "as they are: 2 in title\n");
}

static void line_ends_of_all_kinds_read_alike(void **state)
{
    static const struct str texts[] = {
        STR_INIT("annals: 1\ntitle: T\nevents:\n  - id: a\n    when: 2023\n    title: "
                 "A   \n"),
        STR_INIT("annals: 1\r\ntitle: T\r\nevents:\r\n  - id: a\r\n    when: 2023\r\n  "
                 "  title: A"),
        STR_INIT(
            "annals: 1\rtitle: T\revents:\r  - id: a\r    when: 2023\r    title: A\r"),
        STR_INIT(
            "\xEF\xBB\xBF"
            "annals: 1\ntitle: T\nevents:\n  - id: a\n    when: 2023\n    title: A"),
    };
    for (size_t i = 0; i < COUNT(texts); i++) {
        assert_int_equal(fixture_enter(state), 0);
        const struct event *event = load_one(*state, texts[i]);
        assert_true(str_equal(event->title, STR("A")));
        assert_int_equal(loc_position(event->loc).line, 3);
        assert_int_equal(loc_position(event->loc).column, 4);
        assert_int_equal(fixture_leave(state), 0);
    }
}

static void event_files_are_merged_by_id(void **state)
{
    struct fixture *fixture = *state;
    fixture_write("a.yaml", STR("annals: 1\ntitle: T\nevents:\n"
                                "  - id: x\n    when: 2023\n    title: X\n    claims:\n"
                                "      - {id: one, about: Q, says: S}\n"
                                "  - id: y\n    when: 2022\n"));
    fixture_write("b.yaml",
                  STR("annals: 1\nabout: All of it.\nevents:\n"
                      "  - id: z\n    when: 2021\n    title: Z\n    see: [y]\n"
                      "  - id: y\n    when: 2022\n    title: Y\n"
                      "  - id: x\n    title: X\n    where: Here\n    claims:\n"
                      "      - {id: two, about: Q, says: R, disputes: one}\n"
                      "      - {id: one, by: Somebody}\n"));
    fixture_load_files(fixture, (const char *const[]){ "a.yaml", "b.yaml", NULL });
    fixture_said(fixture, "");
    const struct dossier *dossier = fixture->dossier;
    assert_int_equal(dossier->events.len, 3);
    assert_true(str_equal(dossier->events.at[0]->id, STR("x")));
    assert_true(str_equal(dossier->events.at[1]->id, STR("y")));
    assert_true(str_equal(dossier->events.at[2]->id, STR("z")));
    const struct event *x = dossier_event(dossier, STR("x"));
    assert_true(str_equal(x->where, STR("Here")));
    assert_int_equal(x->claims.len, 2);
    assert_true(str_equal(event_claim(x, STR("one"))->by, STR("Somebody")));
    assert_ptr_equal(event_claim(x, STR("one"))->disputes.at[0],
                     event_claim(x, STR("two")));
    assert_true(x->disputed);
    assert_true(str_equal(dossier->about, STR("All of it.")));
}

static void what_two_files_say_differently_names_both_places(void **state)
{
    struct fixture *fixture = *state;
    fixture_write("a.yaml", STR("annals: 1\ntitle: T\nevents:\n"
                                "  - {id: x, when: 2023, title: X, tags: [a]}\n"));
    fixture_write("b.yaml", STR("annals: 1\ntitle: U\nevents:\n"
                                "  - {id: x, when: 2024, title: X, tags: [b]}\n"));
    fixture_load_files(fixture, (const char *const[]){ "a.yaml", "b.yaml", NULL });
    fixture_said(fixture, "b.yaml:2:8: error: given twice with different values: "
                          "title, first at a.yaml:2\n"
                          "b.yaml:4:19: error: given twice with different values: "
                          "when, first at a.yaml:4\n"
                          "b.yaml:4:41: error: given twice with different values: "
                          "tags, first at a.yaml:4\n");
}

static void a_file_that_breaks_off_does_not_hide_what_others_have_wrong(void **state)
{
    struct fixture *fixture = *state;
    fixture_write("a.yaml", STR("annals: 1\ntitle: T\nevents:\n  - id: [x\n"));
    fixture_write("b.yaml", STR("annals: 1\nevents:\n  - {id: y, when: 2023, title: Y, "
                                "see: [x], hue: 1}\n"));
    fixture_load_files(fixture,
                       (const char *const[]){ "a.yaml", "b.yaml", "c.yaml", NULL });
    fixture_said(fixture,
                 "a.yaml:4:9: error: wrong type: id: expected a string, found a list\n"
                 "a.yaml:5:1: error: not valid YAML: did not find expected ',' or ']', "
                 "while parsing a flow sequence that begins on line 4\n"
                 "b.yaml:3:45: error: unknown key: hue, in an event\n"
                 "c.yaml:1:1: error: can't be read: No such file or directory\n");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_enter, fixture_leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_wrong_with_the_whole_is_said),
        cmocka_unit_test(what_is_wrong_with_a_map_is_said),
        cmocka_unit_test(what_is_wrong_with_a_value_is_said),
        cmocka_unit_test(a_bad_date_is_shown_at_the_place_within_it),
        TEST(a_broken_copy_gets_every_error_in_one_run),
        cmocka_unit_test(words_that_yaml_takes_for_values_stay_words),
        TEST(what_could_act_on_a_terminal_is_shown),
        cmocka_unit_test(line_ends_of_all_kinds_read_alike),
        TEST(event_files_are_merged_by_id),
        TEST(what_two_files_say_differently_names_both_places),
        TEST(a_file_that_breaks_off_does_not_hide_what_others_have_wrong),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
