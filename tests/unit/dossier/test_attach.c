#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "dossier/attach.h"
#include "fixture.h"

/* sha256 of "One two." */
#define SHA256 "677caa608fd08e0c83d49abecb8b5dd92a087d3581d50eca13308737e569979e"

static void load_record(struct fixture *fixture, const char *cites)
{
    fixture_write("events.yaml", STR("annals: 1\ntitle: T\nsources: data\nevents:\n"
                                     "  - {id: a, when: 2023, title: A}\n"));
    fixture_write(
        "data/s.md",
        arena_printf(&fixture->arena, "---\nsha256: " SHA256 "\n%s---\nTwo.\n", cites));
    fixture_load(fixture);
    assert_non_null(fixture->dossier);
}

static bool attach(struct fixture *fixture, const char *id, const char *path,
                   struct attachment *attachment)
{
    return attach_text(fixture->dossier, STR("deep/texts"), str_of(id), str_of(path),
                       &fixture->diags, attachment);
}

static void assert_report(const struct attachment *attachment, const char *expected)
{
    struct buf out = { 0 };
    attach_report(&out, attachment);
    buf_add_char(&out, '\0');
    assert_string_equal(out.ptr, expected);
    buf_free(&out);
}

static void a_text_that_holds_is_copied(void **state)
{
    struct fixture *fixture = *state;
    struct attachment attachment;
    const char *reason;
    load_record(fixture,
                "cites:\n  - {event: a, quote: One}\n  - {event: a, quote: TWO}\n");
    fixture_write("mine.txt", STR("One\r\n  two.\r\n"));
    assert_true(attach(fixture, "s", "mine.txt", &attachment));
    assert_true(attachment_holds(&attachment));
    assert_report(&attachment, "s: hash: match\n"
                               "  exact       \"One\"\n"
                               "  normalised  \"TWO\"\n"
                               "copied to deep/texts/s.txt\n");
    const struct file *copy =
        file_read(&fixture->arena, STR("deep/texts/s.txt"), &reason);
    assert_non_null(copy);
    assert_true(str_equal(copy->text, STR("One\r\n  two.\r\n")));
    fixture_said(fixture, "");
}

static void a_changed_text_is_copied_and_told(void **state)
{
    struct fixture *fixture = *state;
    struct attachment attachment;
    load_record(fixture,
                "cites:\n  - {event: a, quote: One}\n  - {event: a, quote: two}\n");
    fixture_write("mine.txt", STR("One three."));
    assert_true(attach(fixture, "s", "mine.txt", &attachment));
    assert_false(attachment_holds(&attachment));
    assert_report(&attachment, "s: hash: differs\n"
                               "  sha256: 460938f1c2882cbc4527221e68d89e4afa0f48b67f64"
                               "399f460c0273a1d39af1\n"
                               "  exact       \"One\"\n"
                               "  missing     \"two\"\n"
                               "copied to deep/texts/s.txt\n");
}

static void another_text_is_not_copied(void **state)
{
    struct fixture *fixture = *state;
    struct attachment attachment;
    struct stat info;
    load_record(fixture, "cites:\n  - {event: a, quote: One}\n");
    fixture_write("mine.txt", STR("Something else."));
    assert_true(attach(fixture, "s", "mine.txt", &attachment));
    assert_false(attachment_holds(&attachment));
    assert_report(
        &attachment,
        "s: hash: differs\n"
        "  sha256: 240f1c9f302be82fb90a64705f2d4ff7dcaba34edc115a9cf431923fc833"
        "745a\n"
        "  missing     \"One\"\n"
        "not copied: another hash and none of the quotations; is it "
        "another text?\n");
    assert_int_not_equal(stat("deep", &info), 0);
}

static void what_can_not_be_attached_is_an_error(void **state)
{
    struct fixture *fixture = *state;
    struct attachment attachment;
    load_record(fixture, "");
    assert_false(attach(fixture, "ss", "mine.txt", &attachment));
    assert_false(attach(fixture, "s", "gone.txt", &attachment));
    fixture_write("mine.txt", STR("One two."));
    fixture_write("deep", STR("a file in the way"));
    assert_false(attach(fixture, "s", "mine.txt", &attachment));
    fixture_said(fixture,
                 "events.yaml:1:1: error: no such: source ss; did you mean s?\n"
                 "gone.txt:1:1: error: can't be read: No such file or directory\n"
                 "deep/texts/s.txt:1:1: error: can't be written: Not a directory\n");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_enter, fixture_leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_text_that_holds_is_copied),
        TEST(a_changed_text_is_copied_and_told),
        TEST(another_text_is_not_copied),
        TEST(what_can_not_be_attached_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
