#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tui/wording.h"

static void years_before_the_first_are_counted_back(void **state)
{
    (void)state;
    static const struct {
        int64_t year;
        const char *words;
    } cases[] = {
        { 1897, "1897" },
        { 1, "1" },
        { 0, "1 BC" },
        { -43, "44 BC" },
        { INT64_MAX, "9223372036854775807" },
        { INT64_MIN, "9223372036854775809 BC" },
    };
    struct arena arena = { 0 };
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
        assert_string_equal(wording_year(&arena, cases[i].year).ptr, cases[i].words);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(years_before_the_first_are_counted_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
