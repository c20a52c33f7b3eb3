#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"

static void splitting_gives_every_part_also_the_empty_ones(void **state)
{
    (void)state;
    static const struct str expected[] = { STR_INIT("a"), STR_INIT(""), STR_INIT("b") };
    struct str rest = STR("a,,b"), part;
    for (size_t i = 0; i < 3; i++) {
        assert_true(str_split(&rest, ',', &part));
        assert_true(str_equal(part, expected[i]));
    }
    assert_false(str_split(&rest, ',', &part));
}

static void finding_starts_where_it_is_told(void **state)
{
    (void)state;
    assert_int_equal(str_find(STR("abcabc"), STR("bc"), 0), 1);
    assert_int_equal(str_find(STR("abcabc"), STR("bc"), 2), 4);
    assert_int_equal(str_find(STR("abcabc"), STR("bc"), 5), STR_NONE);
    assert_int_equal(str_find(STR("abc"), STR(""), 3), 3);
    assert_int_equal(str_find(STR(""), STR("a"), 0), STR_NONE);
}

static void distance_counts_edits_up_to_its_limit(void **state)
{
    (void)state;
    static const struct {
        const char *a, *b;
        size_t distance;
    } cases[] = {
        { "summary", "summary", 0 },
        { "sumary", "summary", 1 },
        { "wehn", "when", 2 },
        { "titel", "title", 2 },
        { "", "abc", 3 },
        { "kitten", "sitting", 3 },
        { "abcdef", "uvwxyz", 4 },
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
        assert_int_equal(str_distance(str_of(cases[i].a), str_of(cases[i].b), 3),
                         cases[i].distance);
}

static void trimming_and_slicing_stay_inside(void **state)
{
    (void)state;
    assert_true(str_equal(str_trim(STR(" \t a b \n")), STR("a b")));
    assert_true(str_equal(str_trim(STR("  ")), STR("")));
    assert_true(str_equal(str_slice(STR("abc"), 1, 99), STR("bc")));
    assert_int_equal(str_slice(STR("abc"), 9, 4).len, 0);
    assert_true(str_compare(STR("ab"), STR("abc")) < 0);
    assert_true(str_compare(STR("b"), STR("abc")) > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(splitting_gives_every_part_also_the_empty_ones),
        cmocka_unit_test(finding_starts_where_it_is_told),
        cmocka_unit_test(distance_counts_edits_up_to_its_limit),
        cmocka_unit_test(trimming_and_slicing_stay_inside),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
