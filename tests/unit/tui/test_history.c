#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "tui/history.h"

#define FILTER STR("filter")

/* A directory that is not there yet, in one that goes with the test. */
struct place {
    struct arena arena;
    char directory[64];
    struct str state, path;
};

static void start(struct place *place)
{
    *place = (struct place){ .directory = "/tmp/annals-test-XXXXXX" };
    assert_non_null(mkdtemp(place->directory));
    place->state = file_join(&place->arena, str_of(place->directory), STR("state"));
    place->path = file_join(&place->arena, place->state, STR("history"));
}

static void end(struct place *place)
{
    unlink(place->path.ptr);
    rmdir(place->state.ptr);
    assert_int_equal(rmdir(place->directory), 0);
    arena_free(&place->arena);
}

static void put(const struct place *place, struct str text)
{
    const char *reason = "";
    assert_true(file_write_private(place->path, text, &reason));
}

/* Steps back from an empty prompt to the oldest: "newest|…|oldest". */
static void expect_back(struct history *history, const char *expected)
{
    struct buf all = { 0 };
    struct str text, typed = STR("");
    history_rewind(history);
    while (history_older(history, FILTER, typed, &text)) {
        buf_printf(&all, "%s%.*s", all.len ? "|" : "", STR_ARG(text));
        typed = text;
    }
    if (!str_equal(buf_str(&all), str_of(expected)))
        fail_msg("\"%.*s\", not \"%s\"", STR_ARG(buf_str(&all)), expected);
    buf_free(&all);
}

static void what_was_typed_comes_back_in_the_next_run(void **state)
{
    (void)state;
    struct place place;
    struct history history;
    start(&place);
    history_open(&history, place.path);
    history_add(&history, FILTER, STR("one"));
    history_add(&history, STR("search"), STR("elsewhere"));
    history_add(&history, FILTER, STR(" two words "));
    history_add(&history, FILTER, STR(""));
    history_free(&history);
    history_open(&history, place.path);
    expect_back(&history, "two words|one");
    history_free(&history);
    end(&place);
}

static void the_same_is_kept_once_where_it_was_last(void **state)
{
    (void)state;
    struct history history;
    history_open(&history, STR(""));
    history_add(&history, FILTER, STR("a"));
    history_add(&history, FILTER, STR("b"));
    history_add(&history, FILTER, STR("a"));
    expect_back(&history, "a|b");
    history_free(&history);
}

static void only_so_many_are_kept_and_the_oldest_go(void **state)
{
    (void)state;
    struct place place;
    struct history history;
    struct buf long_line = { 0 };
    start(&place);
    history_open(&history, place.path);
    buf_add_repeated(&long_line, 'x', HISTORY_LINE_MAX + 1);
    history_add(&history, FILTER, buf_str(&long_line));
    for (int i = 0; i < HISTORY_MAX + 5; i++) {
        char line[16];
        snprintf(line, sizeof(line), "%d", i);
        history_add(&history, FILTER, str_of(line));
    }
    history_free(&history);
    history_open(&history, place.path);
    assert_int_equal(history.lines.len, HISTORY_MAX);
    assert_true(str_equal(history.lines.at[0].text, STR("5")));
    history_free(&history);
    buf_free(&long_line);
    end(&place);
}

static void the_file_is_for_its_owner_alone(void **state)
{
    (void)state;
    struct place place;
    struct history history;
    struct stat of;
    start(&place);
    history_open(&history, place.path);
    history_add(&history, FILTER, STR("who:me"));
    assert_int_equal(stat(place.path.ptr, &of), 0);
    assert_int_equal(of.st_mode & 0777, 0600);
    assert_int_equal(stat(place.state.ptr, &of), 0);
    assert_int_equal(of.st_mode & 0777, 0700);
    history_free(&history);
    end(&place);
}

static void two_programs_keep_the_lines_of_both(void **state)
{
    (void)state;
    struct place place;
    struct history one, other;
    start(&place);
    history_open(&one, place.path);
    history_open(&other, place.path);
    history_add(&one, FILTER, STR("of one"));
    history_add(&other, FILTER, STR("of the other"));
    history_add(&one, FILTER, STR("of one again"));
    history_free(&other);
    history_open(&other, place.path);
    expect_back(&other, "of one again|of the other|of one");
    history_free(&one);
    history_free(&other);
    end(&place);
}

static void what_can_not_be_written_is_no_trouble(void **state)
{
    (void)state;
    static const char *const paths[] = { "/dev/null/history", "/", "/proc/history" };
    for (size_t i = 0; i < sizeof(paths) / sizeof(*paths); i++) {
        struct history history;
        history_open(&history, str_of(paths[i]));
        history_add(&history, FILTER, STR("kept for now"));
        expect_back(&history, "kept for now");
        history_free(&history);
    }
}

static void a_file_of_anything_is_read_without_harm(void **state)
{
    (void)state;
    static const struct {
        const char *file, *back;
    } cases[] = {
        { "filter one\nfilter two", "two|one" },
        { "filter\nfilter \n filter x\n\n\n", "" },
        { "FILTER one\nfil\x01ter two\n: 1600000000:0;ls\n", "" },
        { "filter \033[31mred\xff\n", "^[[31mred\xef\xbf\xbd" },
        { "filter a\r\nfilter b\n", "b|a" },
        { "filter a\nother b\nfilter a\n", "a" },
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        struct place place;
        struct history history;
        start(&place);
        put(&place, str_of(cases[i].file));
        history_open(&history, place.path);
        expect_back(&history, cases[i].back);
        history_free(&history);
        end(&place);
    }
}

static void stepping_forward_ends_in_what_was_being_typed(void **state)
{
    (void)state;
    struct history history;
    struct str text;
    history_open(&history, STR(""));
    history_add(&history, FILTER, STR("a"));
    history_add(&history, STR("search"), STR("not this"));
    history_add(&history, FILTER, STR("b"));
    history_rewind(&history);
    assert_false(history_newer(&history, FILTER, &text));
    assert_true(history_older(&history, FILTER, STR("dra"), &text));
    assert_true(history_older(&history, FILTER, text, &text));
    assert_true(str_equal(text, STR("a")));
    assert_false(history_older(&history, FILTER, text, &text));
    assert_true(history_newer(&history, FILTER, &text));
    assert_true(str_equal(text, STR("b")));
    assert_true(history_newer(&history, FILTER, &text));
    assert_true(str_equal(text, STR("dra")));
    assert_false(history_newer(&history, FILTER, &text));
    history_free(&history);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_typed_comes_back_in_the_next_run),
        cmocka_unit_test(the_same_is_kept_once_where_it_was_last),
        cmocka_unit_test(only_so_many_are_kept_and_the_oldest_go),
        cmocka_unit_test(the_file_is_for_its_owner_alone),
        cmocka_unit_test(two_programs_keep_the_lines_of_both),
        cmocka_unit_test(what_can_not_be_written_is_no_trouble),
        cmocka_unit_test(a_file_of_anything_is_read_without_harm),
        cmocka_unit_test(stepping_forward_ends_in_what_was_being_typed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
