#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tui/strip.h"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

/* The row as text, with < and > where the window's first and last cells are. */
static void check_drawn(const int64_t *days, size_t count, int cells,
                        const char *expected)
{
    struct arena arena = { 0 };
    struct strip strip = strip_new(&arena, days, count, cells);
    struct canvas canvas = canvas_new(1, cells);
    strip_draw(&strip, &canvas, 0, 0, -1, -1, true);
    struct buf text = { 0 };
    canvas_text(&canvas, &text);
    buf_add_char(&text, '\0');
    assert_string_equal(text.ptr, expected);
    buf_free(&text);
    canvas_free(&canvas);
    arena_free(&arena);
}

static void days_are_laid_out_in_proportion(void **state)
{
    (void)state;
    static const int64_t even[] = { 0, 10, 20, 30, 40, 50, 60, 70, 80, 90 };
    check_drawn(even, COUNT(even), 10, "..........\n");
    static const int64_t heap[] = { 0, 20, 40, 40, 40, 60, 80, 90 };
    check_drawn(heap, COUNT(heap), 10, ". . # . ..\n");
}

static void long_empty_stretches_are_cut_to_a_cell(void **state)
{
    (void)state;
    static const int64_t sixty_years[] = { -2922, 19000, 19010, 19020, 19030 };
    check_drawn(sixty_years, COUNT(sixty_years), 9, ".~. . . .\n");
    static const int64_t weeks[] = { 0, 30 };
    check_drawn(weeks, COUNT(weeks), 9, ".       .\n");
}

static void the_smallest_strips_hold_what_they_can(void **state)
{
    (void)state;
    static const int64_t days[] = { 0, 5000, 10000 };
    check_drawn(NULL, 0, 4, "\n");
    check_drawn(days, COUNT(days), 1, "#\n");
    check_drawn(days, 1, 3, ".\n");
    static const int64_t far[] = { INT64_MIN, 0, INT64_MAX };
    check_drawn(far, COUNT(far), 5, ".~.~.\n");
}

/* Days at random: every day has a cell, later days no earlier one, and no event is
 * drawn in a cut or lost. */
static void order_is_kept_and_nothing_is_lost(void **state)
{
    (void)state;
    uint64_t random = 88172645463325252u;
    for (int round = 0; round < 500; round++) {
        struct arena arena = { 0 };
        int64_t days[40], day = 0;
        for (size_t i = 0; i < COUNT(days); i++) {
            random ^= random << 13;
            random ^= random >> 7;
            random ^= random << 17;
            day += (int64_t)(random % (random % 5 == 0 ? 20000 : 20));
            days[i] = day;
        }
        int cells = 1 + (int)(random % 100);
        struct strip strip = strip_new(&arena, days, COUNT(days), cells);
        unsigned sum = 0;
        for (int cell = 0; cell < cells; cell++) {
            sum += strip.counts[cell];
            assert_false(strip_is_cut(&strip, cell) && strip.counts[cell]);
        }
        assert_int_equal(sum, COUNT(days));
        int before = 0;
        for (int64_t at = days[0] - 5; at < day + 5; at += 3) {
            int cell = strip_cell(&strip, at);
            assert_true(cell >= before && cell < cells);
            before = cell;
        }
        arena_free(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_are_laid_out_in_proportion),
        cmocka_unit_test(long_empty_stretches_are_cut_to_a_cell),
        cmocka_unit_test(the_smallest_strips_hold_what_they_can),
        cmocka_unit_test(order_is_kept_and_nothing_is_lost),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
