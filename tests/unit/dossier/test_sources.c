#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "fixture.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
#define RECORD                                                                         \
    "annals: 1\ntitle: T\nsources: data\nevents:\n"                                    \
    "  - id: a\n    when: 2023\n    title: A\n    claims:\n"                           \
    "      - {id: c, about: Q, says: S}\n"

static void write_record(void)
{
    fixture_write("events.yaml", STR(RECORD));
    fixture_write("data/tass.md", STR("---\npublished: 2023-07-12\n---\n"));
}

/* A source file, whole, and what is said of it. */
static const struct {
    struct str text;
    const char *said;
} sayings[] = {
    { STR_INIT("---\n---\n"), "" },
    { STR_INIT("---\ntitle: S\n---"), "" },
    { STR_INIT("\xEF\xBB\xBF---  \r\ntitle: S\r\n---\r\nText.\r\n"), "" },
    { STR_INIT(""), "data/s.md:1:1: error: no front matter: a source begins with a "
                    "line --- and its "
                    "metadata\n" },
    { STR_INIT("\xFF\xFE-\0-\0-\0\n\0"), "data/s.md:1:1: error: not UTF-8: it looks "
                                         "like UTF-16; save it as UTF-8\n" },
    { STR_INIT("---\ntitle: S\n"), "data/s.md:1:1: error: no front matter: no "
                                   "second line --- ends the metadata\n" },
    { STR_INIT("---\nlang: en\n---\n"),
      "data/s.md:2:1: error: unknown key: lang; did you mean language?\n" },
    { STR_INIT("---\nsha256: 12\n---\n"),
      "data/s.md:2:9: error: bad value: sha256: expected 64 digits of 0-9 and "
      "a-f\n" },
    { STR_INIT("---\ncites:\n  - event: a\n---\n"),
      "data/s.md:3:5: error: missing key: quote, in a citation\n" },
    { STR_INIT("---\ncites:\n  - {event: b, quote: x}\n---\n"),
      "data/s.md:3:13: error: no such: event b\n" },
    { STR_INIT("---\ncites:\n  - {event: a, claim: cc, quote: x}\n---\n"),
      "data/s.md:3:23: error: no such: claim of event a: cc; did you mean c?\n" },
    { STR_INIT("---\ncites:\n  - {event: a, quote: x, via: tas}\n---\n"),
      "data/s.md:3:31: error: no such: source tas; did you mean tass?\n" },
    { STR_INIT("---\ncites:\n  - {event: a, quote: x, via: s}\n---\n"),
      "data/s.md:3:31: error: goes round in a circle: via: the source itself\n" },
    { STR_INIT("---\ncites:\n  - {event: a, quote: x, via: [tass, tass]}\n---\n"),
      "data/s.md:3:38: error: goes round in a circle: via: tass twice\n" },
    { STR_INIT("---\ncites:\n  - {event: a, quote: x, stance: dispute}\n---\n"),
      "data/s.md:3:34: error: bad value: stance: expected supports or disputes, "
      "found "
      "dispute; did you mean disputes?\n" },
    { STR_INIT("---\nuncited:\n  - quote: x\n---\n"),
      "data/s.md:3:5: error: missing key: because, in an uncited stretch\n" },
    { STR_INIT("---\ntitle: '\n---\nText.\n"),
      "data/s.md:3:1: error: not valid YAML: found unexpected end of stream, while "
      "scanning a quoted scalar that begins on line 2\n" },
    { STR_INIT("---\ntitle: caf\xE9\n---\n"),
      "data/s.md:2:11: error: not UTF-8: byte 0xE9 at offset 14\n" },
    { STR_INIT("---\n---\ncaf\xE9 au lait\n"),
      "data/s.md:3:4: warning: characters that can't be shown as they are: byte "
      "0xE9 "
      "is not UTF-8; U+FFFD stands for it\n" },
    { STR_INIT("---\n---\n\nred \x1b[31m\n"),
      "data/s.md:4:1: warning: characters that can't be shown as they are: 1 in "
      "the "
      "text\n" },
};

static void what_is_wrong_with_a_source_is_said(void **state)
{
    for (size_t i = 0; i < COUNT(sayings); i++) {
        assert_int_equal(fixture_enter(state), 0);
        write_record();
        fixture_write("data/s.md", sayings[i].text);
        fixture_load(*state);
        fixture_said(*state, sayings[i].said);
        assert_int_equal(fixture_leave(state), 0);
    }
}

static void the_digest_is_what_stands_behind_without_blank_lines(void **state)
{
    struct fixture *fixture = *state;
    write_record();
    fixture_write(
        "data/s.md",
        STR("---\r\ntitle: S\r\n---\r\n\r\n \r\nOne line\r\nand more.\r\n\r\n\r\n"
            "Next.\r\n\r\n"));
    fixture_load(fixture);
    fixture_said(fixture, "");
    const struct source *source = dossier_source(fixture->dossier, STR("s"));
    const struct body *body = &source->body[BODY_DIGEST];
    assert_true(body->given);
    assert_true(str_equal(body->text, STR("One line\nand more.\n\n\nNext.")));
    assert_int_equal(body->file_offset, 25);
    assert_ptr_equal(body->form, &text_form_prose);
    assert_false(
        dossier_source(fixture->dossier, STR("tass"))->body[BODY_DIGEST].given);
}

static void what_a_source_cites_is_tied_to_the_record(void **state)
{
    struct fixture *fixture = *state;
    write_record();
    fixture_write("data/s.md",
                  STR("---\npublished: 2023-07-13\ncites:\n"
                      "  - {event: a, claim: c, quote: so they said, via: tass}\n"
                      "  - {event: a, quote: nowhere, stance: disputes}\n"
                      "---\nThis is so, they said; ‘So they said’ indeed.\n"));
    fixture_load(fixture);
    fixture_said(fixture, "");
    const struct event *event = dossier_event(fixture->dossier, STR("a"));
    const struct source *source = dossier_source(fixture->dossier, STR("s"));
    const struct source *tass = dossier_source(fixture->dossier, STR("tass"));
    const struct citation *citation = event->citations.at[0];
    assert_int_equal(event->citations.len, 2);
    assert_ptr_equal(citation, source->citations.at[0]);
    assert_ptr_equal(citation, event->claims.at[0]->citations.at[0]);
    assert_ptr_equal(citation->source, source);
    assert_ptr_equal(citation->origin, tass);
    assert_true(tass->retold);
    assert_int_equal(citation->number, 1);
    assert_int_equal(citation->at[BODY_DIGEST].verdict, VERDICT_NORMALISED);
    assert_int_equal(citation->at[BODY_FULL].verdict, VERDICT_ABSENT);
    assert_null(event->citations.at[1]->claim);
    assert_int_equal(event->citations.at[1]->stance, STANCE_DISPUTES);
    assert_int_equal(event->citations.at[1]->at[BODY_DIGEST].verdict, VERDICT_MISSING);
}

static void only_visible_files_named_md_are_sources(void **state)
{
    struct fixture *fixture = *state;
    write_record();
    fixture_write("data/b.md", STR("---\n---\n"));
    fixture_write("data/a.md", STR("---\n---\n"));
    fixture_write("data/.hidden.md", STR("no source"));
    fixture_write("data/notes.txt", STR("no source"));
    fixture_load(fixture);
    fixture_said(fixture, "");
    assert_int_equal(fixture->dossier->sources.len, 3);
    assert_true(str_equal(fixture->dossier->sources.at[0]->id, STR("a")));
    assert_true(str_equal(fixture->dossier->sources.at[1]->id, STR("b")));
    assert_true(str_equal(fixture->dossier->sources.at[2]->id, STR("tass")));
}

static void a_file_name_that_is_no_id_is_refused(void **state)
{
    struct fixture *fixture = *state;
    write_record();
    fixture_write("data/READ ME.md", STR("Read me.\n"));
    fixture_load(fixture);
    fixture_said(fixture,
                 "data/READ ME.md:1:1: error: not an id: READ ME; an id is 1 to 64 "
                 "of a-z, 0-9 and -, and begins with no -\n");
}

static void what_it_was_made_from_is_watched(void **state)
{
    static const char *const expected[] = { "events.yaml", "data", "data/tass.md",
                                            "texts", "texts/tass.txt" };
    struct fixture *fixture = *state;
    write_record();
    fixture_write("texts/tass.txt", STR("Words."));
    fixture->texts = STR("texts");
    fixture_load(fixture);
    fixture_said(fixture, "");
    assert_int_equal(fixture->dossier->watched.len, COUNT(expected));
    for (size_t i = 0; i < COUNT(expected); i++)
        assert_true(str_equal(fixture->dossier->watched.at[i], str_of(expected[i])));
}

/* The value of `sources`, and what is said of it; outside is a directory above. */
static void sources_outside_the_dossier_are_refused(void **state)
{
    static const struct {
        const char *sources, *said;
    } cases[] = {
        { "/etc",
          "in/events.yaml:3:10: error: path refused: sources: a directory beside "
          "this file, not an absolute path\n" },
        { "../outside",
          "in/events.yaml:3:10: error: path refused: sources: a directory "
          "beside this file; .. leads out of the dossier\n" },
        { "data//../../outside",
          "in/events.yaml:3:10: error: path refused: sources: a "
          "directory beside this file; .. leads out of the dossier\n" },
        { "gone", "in/events.yaml:3:10: error: can't be read: in/gone: No such file or "
                  "directory\n" },
        { "loop",
          "in/events.yaml:3:10: error: can't be read: in/loop: Too many levels of "
          "symbolic links\n" },
        { "events.yaml", "in/events.yaml:3:10: error: can't be read: in/events.yaml: "
                         "Not a directory\n" },
        { "inner", "" },
        { ".", "" },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        assert_int_equal(fixture_enter(state), 0);
        struct fixture *fixture = *state;
        fixture_write("in/events.yaml",
                      arena_printf(&fixture->arena,
                                   "annals: 1\ntitle: T\nsources: %s\n",
                                   cases[i].sources));
        fixture_write("outside/s.md", STR("---\n---\n"));
        assert_int_equal(mkdir("in/data", 0700), 0);
        assert_int_equal(symlink("data", "in/inner"), 0);
        assert_int_equal(symlink("loop", "in/loop"), 0);
        fixture_load_files(fixture, (const char *const[]){ "in/events.yaml", NULL });
        fixture_said(fixture, cases[i].said);
        assert_int_equal(fixture_leave(state), 0);
    }
}

static void links_that_lead_out_of_the_dossier_are_refused(void **state)
{
    struct fixture *fixture = *state;
    char *home = realpath(".", NULL);
    fixture_write("in/events.yaml", STR("annals: 1\ntitle: T\nsources: data\n"));
    fixture_write("outside.md", STR("---\n---\n"));
    fixture_write("in/else.md", STR("---\n---\n"));
    assert_int_equal(mkdir("in/data", 0700), 0);
    assert_int_equal(symlink("../../outside.md", "in/data/a.md"), 0);
    assert_int_equal(symlink("../else.md", "in/data/b.md"), 0);
    assert_int_equal(symlink("gone.md", "in/data/c.md"), 0);
    assert_int_equal(mkfifo("in/data/d.md", 0600), 0);
    assert_int_equal(mkdir("in/data/e.md", 0700), 0);
    fixture_load_files(fixture, (const char *const[]){ "in/events.yaml", NULL });
    fixture_said(
        fixture,
        arena_printf(&fixture->arena,
                     "in/data/a.md:1:1: error: path refused: a link leads out of "
                     "the dossier, to %s/outside.md\n"
                     "in/data/c.md:1:1: error: can't be read: No such file or "
                     "directory\n"
                     "in/data/d.md:1:1: error: can't be read: Not a regular file\n"
                     "in/data/e.md:1:1: error: can't be read: Is a directory\n",
                     home)
            .ptr);
    free(home);
}

static void one_id_in_two_directories_is_used_twice(void **state)
{
    struct fixture *fixture = *state;
    fixture_write("a.yaml", STR("annals: 1\ntitle: T\nsources: one\n"));
    fixture_write("b.yaml", STR("annals: 1\nsources: two\n"));
    fixture_write("c.yaml", STR("annals: 1\nsources: ./one/\n"));
    fixture_write("one/s.md", STR("---\n---\n"));
    fixture_write("two/s.md", STR("---\n---\n"));
    fixture_load_files(fixture,
                       (const char *const[]){ "a.yaml", "b.yaml", "c.yaml", NULL });
    fixture_said(fixture,
                 "two/s.md:1:1: error: id used twice: source s, first in one/s.md\n");
}

/* sha256 of "café au lait", in NFC. */
#define SHA256 "7c413039fbb2248e2b18b98e7a8d4d85bdcac7cd79b9477a0923f97e3a1f2b50"

static void a_full_text_is_known_by_its_hash_however_it_is_wrapped(void **state)
{
    static const struct {
        struct str text;
        const char *stated;
        enum hash_verdict hash;
    } cases[] = {
        { STR_INIT("café au lait"), SHA256, HASH_MATCH },
        { STR_INIT("\xEF\xBB\xBF cafe\xCC\x81\r\n  au\tlait\r\n\r\n"), SHA256,
          HASH_MATCH },
        { STR_INIT("café au lait!"), SHA256, HASH_DIFFERS },
        { STR_INIT("café au lait"), "", HASH_UNSTATED },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        assert_int_equal(fixture_enter(state), 0);
        struct fixture *fixture = *state;
        write_record();
        fixture_write(
            "data/s.md",
            arena_printf(&fixture->arena, "---\nsha256: %s\n---\n", cases[i].stated));
        fixture_write("texts/s.txt", cases[i].text);
        fixture->texts = STR("texts");
        fixture_load(fixture);
        fixture_said(fixture, "");
        const struct source *source = dossier_source(fixture->dossier, STR("s"));
        assert_true(source->body[BODY_FULL].given);
        assert_int_equal(source->hash, cases[i].hash);
        assert_int_equal(dossier_source(fixture->dossier, STR("tass"))->hash,
                         HASH_ABSENT);
        assert_int_equal(fixture_leave(state), 0);
    }
}

static void a_directory_of_texts_need_not_exist(void **state)
{
    struct fixture *fixture = *state;
    write_record();
    fixture->texts = STR("nowhere/at/all");
    fixture_load(fixture);
    fixture_said(fixture, "");
}

static void a_full_text_that_is_no_file_is_an_error(void **state)
{
    struct fixture *fixture = *state;
    write_record();
    fixture_write("texts/tass.txt/x", STR("a directory"));
    fixture->texts = STR("texts");
    fixture_load(fixture);
    fixture_said(fixture, "texts/tass.txt:1:1: error: can't be read: Is a directory\n");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_enter, fixture_leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_wrong_with_a_source_is_said),
        TEST(the_digest_is_what_stands_behind_without_blank_lines),
        TEST(what_a_source_cites_is_tied_to_the_record),
        TEST(only_visible_files_named_md_are_sources),
        TEST(a_file_name_that_is_no_id_is_refused),
        TEST(what_it_was_made_from_is_watched),
        cmocka_unit_test(sources_outside_the_dossier_are_refused),
        TEST(links_that_lead_out_of_the_dossier_are_refused),
        TEST(one_id_in_two_directories_is_used_twice),
        cmocka_unit_test(a_full_text_is_known_by_its_hash_however_it_is_wrapped),
        TEST(a_directory_of_texts_need_not_exist),
        TEST(a_full_text_that_is_no_file_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
