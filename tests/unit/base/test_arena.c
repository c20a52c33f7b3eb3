#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/vec.h"

static void what_an_arena_gave_stays_where_it_is(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct str first = arena_printf(&arena, "%d-%s", 7, "seven");
    for (size_t size = 0; size < 200000; size = size * 2 + 1) {
        char *memory = arena_alloc(&arena, size);
        assert_int_equal((uintptr_t)memory % 8, 0);
        memset(memory, 0x55, size);
    }
    assert_string_equal(first.ptr, "7-seven");
    arena_free(&arena);
    assert_null(arena.last);
}

static void a_list_keeps_its_items_in_order_while_it_grows(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    VEC(int) list = { 0 };
    for (int i = 0; i < 1000; i++)
        vec_push(&arena, &list, i);
    assert_int_equal(list.len, 1000);
    for (int i = 0; i < 1000; i++)
        assert_int_equal(list.at[i], i);
    arena_free(&arena);
}

static void a_buf_grows_with_what_is_added(void **state)
{
    (void)state;
    struct buf buf = { 0 };
    for (int i = 0; i < 500; i++)
        buf_printf(&buf, "%03d", i);
    buf_add(&buf, STR("end"));
    buf_add_repeated(&buf, '-', 3);
    assert_int_equal(buf.len, 1506);
    assert_true(str_ends(buf_str(&buf), STR("499end---")));
    buf_clear(&buf);
    buf_add_char(&buf, 'x');
    assert_true(str_equal(buf_str(&buf), STR("x")));
    buf_free(&buf);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_an_arena_gave_stays_where_it_is),
        cmocka_unit_test(a_list_keeps_its_items_in_order_while_it_grows),
        cmocka_unit_test(a_buf_grows_with_what_is_added),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
