#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/diag.h"

static void diagnostics_come_in_the_order_of_the_files(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct diags diags = diags_new(&arena);
    struct file first = { STR("b.yaml"), STR("x\ny\n") };
    struct file second = { STR("a.yaml"), STR("z") };
    diag_add(&diags, DIAG_UNKNOWN_KEY, (struct loc){ &first, 2 }, "%s", "whne");
    diag_add(&diags, DIAG_HASH_DIFFERS, (struct loc){ &second, 0 }, "%s", "");
    diag_add(&diags, DIAG_BAD_DATE, (struct loc){ &first, 0 }, "%d", 7);
    diags_sort(&diags);
    assert_int_equal(diags.errors, 2);

    static const char *const expected[] = {
        "b.yaml:1:1: error: not a date: 7",
        "b.yaml:2:1: error: unknown key: whne",
        "a.yaml:1:1: warning: not the text that was cited",
    };
    struct buf line = { 0 };
    for (size_t i = 0; i < 3; i++) {
        buf_clear(&line);
        diag_format(&line, &diags.list.at[i]);
        assert_true(str_equal(buf_str(&line), str_of(expected[i])));
    }
    buf_free(&line);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(diagnostics_come_in_the_order_of_the_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
