#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "tui/page.h"

static const char *drawn(const struct page *page, int rows, int cols, size_t top,
                         size_t item, enum page_cursor cursor)
{
    static char text[2048];
    struct buf out = { 0 };
    struct canvas canvas = canvas_new(rows, cols);
    page_draw(page, &canvas, (struct rectangle){ 0, 0, rows, cols }, top, item, cursor);
    canvas_text(&canvas, &out);
    snprintf(text, sizeof(text), "%.*s", STR_ARG(buf_str(&out)));
    buf_free(&out);
    canvas_free(&canvas);
    return text;
}

static void what_is_too_long_ends_in_an_ellipsis(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int cells;
        bool ascii;
        const char *drawn;
    } cases[] = {
        { "a title", 7, false, "a title\n" }, { "a title", 6, false, "a tit…\n" },
        { "a title", 3, false, "a…\n" },      { "a title", 1, false, "…\n" },
        { "a title", 0, false, "\n" },        { "東京の", 6, false, "東京の\n" },
        { "東京の", 5, false, "東京…\n" },    { "東京の", 4, false, "東…\n" },
        { "Étoile", 6, true, "Etoile\n" },    { "Étoile", 5, true, "Et...\n" },
        { "Étoile", 2, true, "..\n" },
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        struct arena arena = { 0 };
        struct page page = page_new(&arena, 20, cases[i].ascii);
        page_row(&page);
        int end = page_put(&page, 2, cases[i].cells, str_of(cases[i].text), STYLE_TEXT);
        assert_true(end <= 2 + cases[i].cells);
        struct buf expected = { 0 };
        buf_printf(&expected, "%s%s", strlen(cases[i].drawn) > 1 ? "  " : "",
                   cases[i].drawn);
        buf_add_char(&expected, '\0');
        assert_string_equal(drawn(&page, 1, 20, 0, PAGE_NO_ITEM, PAGE_CURSOR_NONE),
                            expected.ptr);
        buf_free(&expected);
        arena_free(&arena);
    }
}

static void a_flow_goes_on_in_its_column(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct page page = page_new(&arena, 20, false);
    page_row(&page);
    page_put(&page, 1, 5, STR("Who"), STYLE_LABEL);
    page_flow(&page, 6, 8, &text_form_prose, STR("one two three\n\nfour"), STYLE_TEXT);
    assert_string_equal(drawn(&page, 4, 20, 0, PAGE_NO_ITEM, PAGE_CURSOR_NONE),
                        " Who  one two\n      three\n\n      four\n");
    arena_free(&arena);
}

static void the_cursor_stands_on_all_rows_of_its_item(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct page page = page_new(&arena, 10, false);
    page_row(&page);
    page_put(&page, 2, 8, STR("before"), STYLE_TEXT);
    page_row(&page);
    struct place here = { .view = VIEW_EVENT, .event = STR("a") };
    page_item_begin(&page, here, here);
    page_flow(&page, 2, 4, &text_form_prose, STR("one two"), STYLE_TEXT);
    page_item_end(&page);
    page_finish(&page);
    assert_int_equal(page_find(&page, here), 0);
    assert_string_equal(drawn(&page, 3, 10, 0, 0, PAGE_CURSOR_STRONG),
                        "  before\n▌ one\n▌ two\n");
    assert_string_equal(drawn(&page, 3, 10, 2, 0, PAGE_CURSOR_FAINT), "▌ two\n\n\n");
    assert_string_equal(drawn(&page, 3, 10, 0, 0, PAGE_CURSOR_NONE),
                        "  before\n  one\n  two\n");
    assert_int_equal(page_item_at(&page, 0, 3), PAGE_NO_ITEM);
    assert_int_equal(page_item_at(&page, 2, 3), 0);
    arena_free(&arena);
}

static void a_heading_is_named_once_it_is_out_of_sight(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct page page = page_new(&arena, 10, false);
    for (int i = 0; i < 6; i++) {
        page_row(&page);
        if (i == 1)
            page_heading(&page, STR("one"));
        if (i == 4)
            page_heading(&page, STR("four"));
    }
    static const char *const expected[] = { "", "", "one", "one", "", "four" };
    for (size_t top = 0; top < 6; top++)
        assert_true(str_equal(page_heading_above(&page, top), str_of(expected[top])));
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_too_long_ends_in_an_ellipsis),
        cmocka_unit_test(a_flow_goes_on_in_its_column),
        cmocka_unit_test(the_cursor_stands_on_all_rows_of_its_item),
        cmocka_unit_test(a_heading_is_named_once_it_is_out_of_sight),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
