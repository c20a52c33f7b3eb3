#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/buf.h"
#include "tui/clipboard.h"
#include "tui/helper.h"

/* The words with a bar behind each. */
static void expect_words(const word_list *words, const char *expected)
{
    struct buf text = { 0 };
    for (size_t i = 0; i < words->len; i++)
        buf_printf(&text, "%s|", words->at[i]);
    if (!str_equal(buf_str(&text), str_of(expected)))
        fail_msg("%.*s, not %s", STR_ARG(buf_str(&text)), expected);
    buf_free(&text);
}

static void a_line_is_split_into_words_and_nothing_else_happens(void **state)
{
    (void)state;
    static const struct {
        const char *line, *words;
    } cases[] = {
        { "vi", "vi|" },
        { "  code --wait\t-n ", "code|--wait|-n|" },
        { "'/opt/my editor/x' -w", "/opt/my editor/x|-w|" },
        { "\"a b\"c\\ d", "a bc d|" },
        { "\"say \\\"x\\\" \\n\"", "say \"x\" \\n|" },
        { "'' x", "|x|" },
        { "vi; rm -rf $HOME `id` $(id) * ~ > f",
          "vi;|rm|-rf|$HOME|`id`|$(id)|*|~|>|f|" },
        { "end\\", "end\\|" },
        { "", "" },
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        struct arena arena = { 0 };
        word_list words = { 0 };
        assert_true(spawn_split(&arena, &words, str_of(cases[i].line)));
        expect_words(&words, cases[i].words);
        arena_free(&arena);
    }
}

static void a_quotation_that_does_not_end_is_an_error(void **state)
{
    (void)state;
    static const char *const lines[] = { "'vi", "vi \"x", "a'b'\"" };
    for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++) {
        struct arena arena = { 0 };
        word_list words = { 0 };
        assert_false(spawn_split(&arena, &words, str_of(lines[i])));
        arena_free(&arena);
    }
}

static void a_path_is_one_word_and_never_an_option(void **state)
{
    (void)state;
    static const struct {
        const char *path, *words;
    } cases[] = {
        { "events.yaml", "vi|-f|+7|events.yaml|" },
        { "a b'c.yaml", "vi|-f|+7|a b'c.yaml|" },
        { "-c:!x", "vi|-f|+7|./-c:!x|" },
        { "+!x", "vi|-f|+7|./+!x|" },
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        struct arena arena = { 0 };
        word_list words = { 0 };
        assert_true(
            helper_editor(&arena, &words, STR("vi -f"), str_of(cases[i].path), 7));
        expect_words(&words, cases[i].words);
        arena_free(&arena);
    }
}

static void an_address_takes_the_place_of_its_sign_or_the_end(void **state)
{
    (void)state;
    static const struct {
        const char *browser, *words;
    } cases[] = {
        { "firefox", "firefox|http://x|" },
        { "open --url=%s -n", "open|--url=http://x|-n|" },
        { "%s", "%s|http://x|" }, /* never the program */
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        struct arena arena = { 0 };
        word_list words = { 0 };
        assert_true(
            helper_browser(&arena, &words, str_of(cases[i].browser), STR("http://x")));
        expect_words(&words, cases[i].words);
        arena_free(&arena);
    }
}

static void only_addresses_of_the_web_are_opened(void **state)
{
    (void)state;
    static const char *const good[] = { "http://a", "HTTPS://a/b?c=d&e#f",
                                        "https://пример.рф/я" };
    static const char *const bad[] = {
        "",         "file:///etc/x", "javascript:x", "-x",          "//a",
        "https:/a", "https://a b",   "http://a\n",   "http://\"x\""
    };
    for (size_t i = 0; i < sizeof(good) / sizeof(*good); i++)
        assert_true(helper_is_web(str_of(good[i])));
    for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++)
        assert_false(helper_is_web(str_of(bad[i])));
}

static void the_first_value_that_is_there_is_chosen(void **state)
{
    (void)state;
    const char *values[] = { NULL, " ", "emacs" };
    assert_true(str_equal(helper_choose(values, 3, "vi"), STR("emacs")));
    assert_true(str_equal(helper_choose(values, 2, "vi"), STR("vi")));
}

/* RFC 4648, 10. */
static void text_goes_to_the_clipboard_in_base64(void **state)
{
    (void)state;
    static const struct {
        const char *text, *sequence;
    } cases[] = {
        { "", "\033]52;c;\a" },
        { "f", "\033]52;c;Zg==\a" },
        { "fo", "\033]52;c;Zm8=\a" },
        { "foo", "\033]52;c;Zm9v\a" },
        { "foob", "\033]52;c;Zm9vYg==\a" },
        { "\377\376\375", "\033]52;c;//79\a" },
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        struct buf out = { 0 };
        clipboard_sequence(&out, str_of(cases[i].text));
        assert_true(str_equal(buf_str(&out), str_of(cases[i].sequence)));
        buf_free(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_is_split_into_words_and_nothing_else_happens),
        cmocka_unit_test(a_quotation_that_does_not_end_is_an_error),
        cmocka_unit_test(a_path_is_one_word_and_never_an_option),
        cmocka_unit_test(an_address_takes_the_place_of_its_sign_or_the_end),
        cmocka_unit_test(only_addresses_of_the_web_are_opened),
        cmocka_unit_test(the_first_value_that_is_there_is_chosen),
        cmocka_unit_test(text_goes_to_the_clipboard_in_base64),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
