#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "tui/canvas.h"

static const char *shown(const struct canvas *canvas)
{
    static char text[1024];
    struct buf out = { 0 };
    canvas_text(canvas, &out);
    snprintf(text, sizeof(text), "%.*s", STR_ARG(buf_str(&out)));
    buf_free(&out);
    return text;
}

static void text_is_cut_between_characters(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int col, max, used;
        const char *shown;
    } cases[] = {
        { "abc", 0, 9, 3, "abc\n" },
        { "abcdefghij", 0, 9, 9, "abcdef\n" },
        { "abc", 0, 2, 2, "ab\n" },
        { "abc", -2, 9, 3, "c\n" },
        { "abc", 9, 9, 3, "\n" },
        { "abc", 0, 0, 0, "\n" },
        { "abc", 0, -3, 0, "\n" },
        { "東京", 0, 9, 4, "東京\n" },
        { "東京", 0, 3, 2, "東\n" },
        { "東京", 0, 1, 0, "\n" },
        { "東京", -1, 9, 4, " 京\n" },
        { "東京", 3, 9, 4, "   東\n" }, /* half of the second would be outside */
        { "e\u0301x", 0, 1, 1, "e\u0301\n" },
        { "a\nb\tc", 0, 9, 5, "a b c\n" },
        { "\u200B", 0, 9, 1, "\uFFFD\n" },
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        struct canvas canvas = canvas_new(1, 6);
        int used = canvas_put(&canvas, 0, cases[i].col, cases[i].max,
                              str_of(cases[i].text), STYLE_TEXT);
        assert_string_equal(shown(&canvas), cases[i].shown);
        assert_int_equal(used, cases[i].used);
        canvas_free(&canvas);
    }
}

static void half_of_a_wide_character_becomes_a_space(void **state)
{
    (void)state;
    struct canvas canvas = canvas_new(1, 6);
    canvas_put(&canvas, 0, 0, 6, STR("東京城"), STYLE_TEXT);
    canvas_put(&canvas, 0, 1, 1, STR("x"), STYLE_TEXT);
    assert_string_equal(shown(&canvas), " x京城\n");
    canvas_put(&canvas, 0, 2, 1, STR("y"), STYLE_TEXT);
    assert_string_equal(shown(&canvas), " xy 城\n");
    canvas_put(&canvas, 0, 3, 2, STR("山"), STYLE_TEXT);
    assert_string_equal(shown(&canvas), " xy山\n");
    assert_int_equal(canvas_at(&canvas, 0, 4)->cells, 0);
    assert_int_equal(canvas_at(&canvas, 0, 5)->cells, 1);
    canvas_free(&canvas);
}

static void painting_changes_styles_alone_and_only_inside(void **state)
{
    (void)state;
    struct canvas canvas = canvas_new(2, 5);
    struct buf styles = { 0 };
    canvas_put(&canvas, 0, 0, 5, STR("abcde"), STYLE_TEXT);
    canvas_paint(&canvas, 0, -2, 4, STYLE_QUOTE);
    canvas_paint(&canvas, 0, 3, 99, STYLE_ERROR);
    canvas_paint(&canvas, 7, 0, 5, STYLE_ERROR);
    canvas_styles(&canvas, &styles);
    assert_string_equal(shown(&canvas), "abcde\n\n");
    assert_true(str_equal(buf_str(&styles), STR("qq.EE\n\n")));
    buf_free(&styles);
    canvas_free(&canvas);
}

static void a_canvas_without_cells_takes_everything(void **state)
{
    (void)state;
    struct canvas canvas = canvas_new(-1, 0);
    assert_int_equal(canvas_put(&canvas, 0, 0, 9, STR("東x"), STYLE_TEXT), 3);
    canvas_fill(&canvas, 0, 0, 99, STR("-"), STYLE_RULE);
    canvas_paint(&canvas, 0, 0, 99, STYLE_RULE);
    assert_null(canvas_at(&canvas, 0, 0));
    assert_string_equal(shown(&canvas), "");
    canvas_free(&canvas);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_is_cut_between_characters),
        cmocka_unit_test(half_of_a_wide_character_becomes_a_space),
        cmocka_unit_test(painting_changes_styles_alone_and_only_inside),
        cmocka_unit_test(a_canvas_without_cells_takes_everything),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
