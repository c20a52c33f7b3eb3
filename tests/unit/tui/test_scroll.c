#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "tui/scroll.h"

/* A page of ROWS rows with an item of HEIGHT rows at every EVERY-th. */
static struct page page_of(struct arena *arena, size_t rows, size_t every,
                           size_t height)
{
    struct page page = page_new(arena, 20, false);
    for (size_t i = 0; i < rows; i++) {
        page_row(&page);
        if (every && i % every == 0) {
            page_item_begin(&page, (struct place){ 0 }, (struct place){ 0 });
            page.items.at[page.items.len - 1].last_row = i + height - 1;
        }
    }
    return page;
}

static void the_cursor_goes_from_thing_to_thing(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct page page = page_of(&arena, 100, 1, 1);
    struct scroll at = { .item = 0 };
    for (int i = 0; i < 12; i++)
        scroll_act(&at, &page, 10, SCROLL_BY_ITEM, ACTION_DOWN);
    assert_int_equal(at.item, 12);
    assert_int_equal(at.top, 5); /* two rows stay in sight below it */
    scroll_act(&at, &page, 10, SCROLL_BY_ITEM, ACTION_UP);
    assert_int_equal(at.item, 11);
    assert_int_equal(at.top, 5);
    scroll_act(&at, &page, 10, SCROLL_BY_ITEM, ACTION_LAST);
    assert_int_equal(at.item, 99);
    assert_int_equal(at.top, 90);
    scroll_act(&at, &page, 10, SCROLL_BY_ITEM, ACTION_DOWN);
    assert_int_equal(at.item, 99);
    scroll_act(&at, &page, 10, SCROLL_BY_ITEM, ACTION_FIRST);
    assert_int_equal(at.item, 0);
    assert_int_equal(at.top, 0);
    scroll_act(&at, &page, 10, SCROLL_BY_ITEM, ACTION_UP);
    assert_int_equal(at.item, 0);
    arena_free(&arena);
}

static void things_that_are_far_apart_let_the_text_between_be_read(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct page page = page_of(&arena, 100, 40, 2);
    struct scroll at = { .item = 0 };
    size_t downs = 0;
    while (at.item == 0 && downs < 100) {
        size_t before = at.top;
        scroll_act(&at, &page, 10, SCROLL_BY_ITEM, ACTION_DOWN);
        assert_true(at.top < before + 10); /* nothing is skipped unseen */
        downs++;
    }
    assert_int_equal(at.item, 1);
    assert_true(downs > 20);
    arena_free(&arena);
}

static void text_moves_by_rows_and_stops_at_its_ends(void **state)
{
    (void)state;
    static const struct {
        enum action action;
        size_t top;
    } steps[] = {
        { ACTION_UP, 0 },         { ACTION_DOWN, 1 },       { ACTION_PAGE_DOWN, 10 },
        { ACTION_HALF_DOWN, 16 }, { ACTION_HALF_UP, 10 },   { ACTION_PAGE_UP, 1 },
        { ACTION_LAST, 90 },      { ACTION_PAGE_DOWN, 90 }, { ACTION_FIRST, 0 },
    };
    struct arena arena = { 0 };
    struct page page = page_of(&arena, 100, 0, 0);
    struct scroll at = { .item = PAGE_NO_ITEM };
    for (size_t i = 0; i < sizeof(steps) / sizeof(*steps); i++) {
        assert_true(scroll_act(&at, &page, 10, SCROLL_BY_ROW, steps[i].action));
        assert_int_equal(at.top, steps[i].top);
    }
    assert_false(scroll_act(&at, &page, 10, SCROLL_BY_ROW, ACTION_OPEN));
    arena_free(&arena);
}

static void a_screen_down_and_up_comes_back(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct page page = page_of(&arena, 100, 1, 1);
    struct scroll at = { .item = 5 };
    scroll_act(&at, &page, 10, SCROLL_BY_ITEM, ACTION_PAGE_DOWN);
    assert_int_equal(at.item, 14);
    assert_int_equal(at.top, 9);
    scroll_act(&at, &page, 10, SCROLL_BY_ITEM, ACTION_PAGE_UP);
    assert_int_equal(at.item, 5);
    assert_int_equal(at.top, 0);
    arena_free(&arena);
}

/* Whatever is done on whatever page, one stays on it, and on a page of things the
 * cursor is in sight where it can be. */
static void nothing_leaves_the_page(void **state)
{
    (void)state;
    uint32_t seed = 7;
    for (int round = 0; round < 300; round++) {
        struct arena arena = { 0 };
        struct page page =
            page_of(&arena, (size_t)(round % 37), (size_t)(round % 6), 1);
        struct scroll at = { .item = page.items.len ? 0 : PAGE_NO_ITEM };
        size_t height = (size_t)(round % 13);
        enum scroll_step step = round % 2 ? SCROLL_BY_ROW : SCROLL_BY_ITEM;
        for (int i = 0; i < 60; i++) {
            seed = seed * 1664525u + 1013904223u;
            if (seed >> 16 & 1)
                scroll_act(&at, &page, height, step,
                           (enum action)((seed >> 20) % (ACTION_LAST + 1)));
            else
                scroll_rows(&at, &page, height, step, (int)(seed >> 20 & 15) - 8);
            assert_true(at.top == 0 || at.top + height <= page.rows.len);
            assert_true(at.item == PAGE_NO_ITEM || at.item < page.items.len);
            int percent = scroll_percent(&at, &page, height, step);
            assert_in_range(percent, 0, 100);
        }
        arena_free(&arena);
    }
}

static void a_leap_goes_on_by_a_third_with_the_cursor_in_sight(void **state)
{
    (void)state;
    static const struct {
        struct scroll at;
        size_t before, top, item;
    } cases[] = {
        { { 20, 47 }, 19, 30, 47 }, /* on */
        { { 20, 47 }, 20, 20, 47 }, /* the window did not move */
        { { 20, 22 }, 21, 10, 22 }, /* back */
        { { 2, 4 }, 3, 0, 4 },      /* as far as there is a page */
        { { 66, 93 }, 65, 70, 93 },
    };
    struct arena arena = { 0 };
    struct page page = page_of(&arena, 100, 1, 1);
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        struct scroll at = cases[i].at;
        scroll_leap(&at, &page, 30, cases[i].before);
        assert_int_equal(at.top, cases[i].top);
        assert_int_equal(at.item, cases[i].item);
    }
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_cursor_goes_from_thing_to_thing),
        cmocka_unit_test(things_that_are_far_apart_let_the_text_between_be_read),
        cmocka_unit_test(text_moves_by_rows_and_stops_at_its_ends),
        cmocka_unit_test(a_screen_down_and_up_comes_back),
        cmocka_unit_test(nothing_leaves_the_page),
        cmocka_unit_test(a_leap_goes_on_by_a_third_with_the_cursor_in_sight),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
