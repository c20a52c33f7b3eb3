#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "tui/prompt.h"

static void press(struct prompt *prompt, key_code key)
{
    struct input input = { .kind = INPUT_KEY, .key = key };
    assert_int_equal(prompt_input(prompt, &input), PROMPT_EDITING);
}

/* The text with | where the cursor is, after the keys. */
static void editing_works_in_graphemes(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        key_code keys[4];
        const char *after;
    } cases[] = {
        { "abc", { 0 }, "abc|" },
        { "abc", { 'd' }, "abcd|" },
        { "abc", { KEY_LEFT, 'd' }, "abd|c" },
        { "abc", { KEY_HOME, 'd' }, "d|abc" },
        { "abc", { KEY_CONTROL('A'), KEY_RIGHT }, "a|bc" },
        { "abc", { KEY_CONTROL('A'), KEY_CONTROL('E') }, "abc|" },
        { "abc", { KEY_BACKSPACE }, "ab|" },
        { "abc", { KEY_HOME, KEY_BACKSPACE }, "|abc" },
        { "abc", { KEY_HOME, KEY_DELETE }, "|bc" },
        { "abc", { KEY_DELETE }, "abc|" },
        { "abc", { KEY_RIGHT }, "abc|" },
        { "abc", { KEY_HOME, KEY_LEFT }, "|abc" },
        { "ab cd  ", { KEY_CONTROL('W') }, "ab |" },
        { "ab cd", { KEY_CONTROL('W'), KEY_CONTROL('W') }, "|" },
        { "ab cd", { KEY_LEFT, KEY_LEFT, KEY_CONTROL('U') }, "|cd" },
        { "ab cd", { KEY_LEFT, KEY_LEFT, KEY_CONTROL('K') }, "ab |" },
        { "xe\u0301", { KEY_BACKSPACE }, "x|" },
        { "xe\u0301", { KEY_LEFT, KEY_LEFT, KEY_RIGHT }, "x|e\u0301" },
        { "東京", { KEY_LEFT, KEY_BACKSPACE }, "|京" },
        { "é", { 0x6771 }, "é東|" },
        { "abc", { KEY_F1, KEY_INSERT }, "abc|" },
    };
    struct prompt prompt = { 0 };
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        char after[64];
        prompt_start(&prompt, STR("/"), str_of(cases[i].text));
        for (size_t k = 0; k < 4 && cases[i].keys[k]; k++)
            press(&prompt, cases[i].keys[k]);
        struct str text = buf_str(&prompt.text);
        snprintf(after, sizeof(after), "%.*s|%.*s",
                 STR_ARG(str_slice(text, 0, prompt.cursor)),
                 STR_ARG(str_from(text, prompt.cursor)));
        assert_string_equal(after, cases[i].after);
    }
    prompt_free(&prompt);
}

static void enter_ends_and_escape_cancels(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        key_code key;
        enum prompt_result result;
    } cases[] = {
        { "abc", KEY_ENTER, PROMPT_DONE },
        { "", KEY_ENTER, PROMPT_DONE },
        { "abc", KEY_ESCAPE, PROMPT_CANCELLED },
        { "abc", KEY_CONTROL('G'), PROMPT_CANCELLED },
        { "", KEY_BACKSPACE, PROMPT_CANCELLED },
        { "a", KEY_BACKSPACE, PROMPT_EDITING },
        { "a", KEY_UP, PROMPT_OLDER },
        { "a", KEY_CONTROL('N'), PROMPT_NEWER },
        { "a", KEY_TAB, PROMPT_COMPLETE },
        { "a", KEY_BACKTAB, PROMPT_COMPLETE_BACK },
    };
    struct prompt prompt = { 0 };
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        struct input input = { .kind = INPUT_KEY, .key = cases[i].key };
        prompt_start(&prompt, STR("/"), str_of(cases[i].text));
        assert_int_equal(prompt_input(&prompt, &input), cases[i].result);
    }
    prompt_free(&prompt);
}

static void pasted_text_stays_on_one_line_and_is_no_command(void **state)
{
    (void)state;
    struct prompt prompt = { 0 };
    struct input paste = { .kind = INPUT_PASTE, .paste = STR("a\nb\033[A\xFF") };
    prompt_start(&prompt, STR("/"), STR("<>"));
    press(&prompt, KEY_LEFT);
    assert_int_equal(prompt_input(&prompt, &paste), PROMPT_EDITING);
    assert_true(str_equal(buf_str(&prompt.text), STR("<a b^[[A\uFFFD>")));
    prompt_free(&prompt);
}

static void the_cursor_is_always_on_the_row(void **state)
{
    (void)state;
    struct prompt prompt = { 0 };
    prompt_start(&prompt, STR("find: "), STR("東京東京東京東京東京東京東京"));
    for (int cols = 0; cols < 40; cols++)
        for (int lefts = 0; lefts < 14; lefts += 3) {
            struct canvas canvas = canvas_new(1, cols);
            press(&prompt, KEY_END);
            for (int i = 0; i < lefts; i++)
                press(&prompt, KEY_LEFT);
            prompt_draw(&prompt, &canvas, 0, lefts % 2);
            if (cols > 8)
                assert_in_range(canvas.cursor_col, 6, cols - 1);
            canvas_free(&canvas);
        }
    prompt_free(&prompt);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(editing_works_in_graphemes),
        cmocka_unit_test(enter_ends_and_escape_cancels),
        cmocka_unit_test(pasted_text_stays_on_one_line_and_is_no_command),
        cmocka_unit_test(the_cursor_is_always_on_the_row),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
