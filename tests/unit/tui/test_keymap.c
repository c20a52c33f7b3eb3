#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "tui/config.h"
#include "tui/view.h"

/* A keymap of a text, and what was wrong with it, a line each. */
struct reading {
    struct arena arena;
    struct keymap keymap;
    struct file file;
    struct diags diags;
    struct buf errors;
};

static void read_keys(struct reading *reading, const char *text)
{
    *reading = (struct reading){ .file = { STR("keys"), str_of(text) } };
    struct config config = { .keymap = { .arena = &reading->arena } };
    reading->diags = diags_new(&reading->arena);
    config_read(&config, &reading->file, &reading->diags);
    reading->keymap = config.keymap;
    for (size_t i = 0; i < reading->diags.list.len; i++) {
        diag_format(&reading->errors, &reading->diags.list.at[i]);
        buf_add_char(&reading->errors, '\n');
    }
}

static void free_keys(struct reading *reading)
{
    buf_free(&reading->errors);
    arena_free(&reading->arena);
}

static void keys_have_names_that_read_back(void **state)
{
    (void)state;
    static const char *const names[] = { "j",   "Space", "^A", "^_", "Up", "PgDn",
                                         "F12", "é",     "東", "#",  "^",  "S-Tab" };
    static const char *const others[] = {
        "", "jk", "space", "^a", "F13", "\x7F", "\xFF"
    };
    struct buf out = { 0 };
    for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
        buf_clear(&out);
        key_format(&out, key_named(str_of(names[i])));
        assert_true(str_equal(buf_str(&out), str_of(names[i])));
    }
    for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
        assert_int_equal(key_named(str_of(others[i])), KEY_NONE);
    buf_free(&out);
}

static void the_built_in_keys_are_sound(void **state)
{
    (void)state;
    struct reading reading;
    read_keys(&reading, keymap_builtin.text.ptr);
    assert_int_equal(reading.errors.len, 0);
    for (int view = 0; view < VIEW_COUNT; view++) {
        assert_int_equal(keymap_find(&reading.keymap, (enum view_id)view, 'q'),
                         ACTION_CLOSE);
        assert_int_equal(keymap_find(&reading.keymap, (enum view_id)view, '?'),
                         ACTION_HELP);
    }
    for (int view = 0; view < VIEW_COUNT; view++)
        for (const struct hint *hint = view_of((enum view_id)view)->hints; hint->label;
             hint++) {
            struct buf key = { 0 };
            keymap_keys(&reading.keymap, (enum view_id)view, hint->action, 1, "", &key);
            assert_true(key.len > 0);
            buf_free(&key);
        }
    free_keys(&reading);
}

static void a_view_goes_before_all_and_later_before_earlier(void **state)
{
    (void)state;
    struct reading reading;
    read_keys(&reading, "bind reader j half-down\n"
                        "bind all j down\n"
                        "bind all k up\r\n"
                        "  bind all k last  \n"
                        "# bind all k quit\n"
                        "bind all x quit\n"
                        "bind timeline x none\n");
    assert_int_equal(reading.errors.len, 0);
    assert_int_equal(keymap_find(&reading.keymap, VIEW_READER, 'j'), ACTION_HALF_DOWN);
    assert_int_equal(keymap_find(&reading.keymap, VIEW_EVENT, 'j'), ACTION_DOWN);
    assert_int_equal(keymap_find(&reading.keymap, VIEW_EVENT, 'k'), ACTION_LAST);
    assert_int_equal(keymap_find(&reading.keymap, VIEW_EVENT, 'x'), ACTION_QUIT);
    assert_int_equal(keymap_find(&reading.keymap, VIEW_TIMELINE, 'x'), ACTION_NONE);
    free_keys(&reading);
}

static void the_keys_of_an_action_are_those_that_do_it_there(void **state)
{
    (void)state;
    struct reading reading;
    struct buf out = { 0 };
    read_keys(&reading, "bind all j down\nbind all Down down\nbind all j down\n"
                        "bind reader j up\n");
    keymap_keys(&reading.keymap, VIEW_EVENT, ACTION_DOWN, 9, " ", &out);
    buf_add_char(&out, '|');
    keymap_keys(&reading.keymap, VIEW_READER, ACTION_DOWN, 9, " ", &out);
    buf_add_char(&out, '|');
    keymap_keys(&reading.keymap, VIEW_EVENT, ACTION_DOWN, 1, " ", &out);
    assert_true(str_equal(buf_str(&out), STR("j Down|Down|j")));
    buf_free(&out);
    free_keys(&reading);
}

static void what_is_wrong_is_said_with_its_place(void **state)
{
    (void)state;
    struct reading reading;
    read_keys(&reading, "bind all j down\n"
                        "bond all j down\n"
                        "bind nowhere j down\n"
                        "bind all jj down\n"
                        "bind all j fly\n"
                        "bind all j\n"
                        "bind all j down up\n"
                        "bind all k up");
    assert_true(str_equal(
        buf_str(&reading.errors),
        STR("keys:2:1: error: no such: setting: \"bond\"; did you mean bind?\n"
            "keys:3:6: error: no such: view: \"nowhere\"\n"
            "keys:4:10: error: no such: key: \"jj\"\n"
            "keys:5:12: error: no such: action: \"fly\"\n"
            "keys:6:1: error: bad value: write: bind VIEW KEY ACTION\n"
            "keys:7:1: error: bad value: write: bind VIEW KEY ACTION\n")));
    assert_int_equal(keymap_find(&reading.keymap, VIEW_EVENT, 'k'), ACTION_UP);
    free_keys(&reading);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_have_names_that_read_back),
        cmocka_unit_test(the_built_in_keys_are_sound),
        cmocka_unit_test(a_view_goes_before_all_and_later_before_earlier),
        cmocka_unit_test(the_keys_of_an_action_are_those_that_do_it_there),
        cmocka_unit_test(what_is_wrong_is_said_with_its_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
