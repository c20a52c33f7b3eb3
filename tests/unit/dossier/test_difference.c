#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "dossier/difference.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static void texts_are_the_same_but_for_white_space(void **state)
{
    static const struct {
        const char *a, *b;
        bool same;
    } cases[] = {
        { "", "", true },
        { "", " \n\t", true },
        { "a b", " a\n  b ", true },
        { "ab", "a b", false },
        { "a b", "a", false },
        { "a", "a b", false },
        { "a b c", "a c b", false },
        { "Næss", "Næss\r\n", true },
        { "x", "", false },
    };
    (void)state;
    struct arena arena = { NULL };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct str a = str_of(cases[i].a), b = str_of(cases[i].b);
        assert_int_equal(difference_none(a, b), cases[i].same);
        assert_int_equal(difference_none(b, a), cases[i].same);
        assert_int_equal(
            str_equal(difference_plain(&arena, a), difference_plain(&arena, b)),
            cases[i].same);
    }
    arena_free(&arena);
}

static void sentences_are_the_same_however_they_are_wrapped(void **state)
{
    (void)state;
    struct arena arena = { NULL };
    str_list a = difference_sentences(&arena, STR("One\nis. Two  are.\n\nThree."));
    str_list b = difference_sentences(&arena, STR("One is.\nTwo\nare. Three."));
    assert_int_equal(a.len, 3);
    assert_int_equal(b.len, 3);
    for (size_t i = 0; i < a.len; i++)
        assert_true(str_equal(a.at[i], b.at[i]));
    assert_true(str_equal(a.at[1], STR("Two are.")));
    assert_int_equal(difference_sentences(&arena, STR(" \n")).len, 0);
    arena_free(&arena);
}

/* A letter an item. */
static str_list letters(struct arena *arena, const char *text)
{
    str_list list = { NULL, 0, 0 };
    for (; *text; text++) {
        struct str item = { text, 1 };
        vec_push(arena, &list, item);
    }
    return list;
}

static void assert_letters(const str_list *list, const char *expected)
{
    size_t i = 0;
    for (; i < list->len; i++)
        assert_true(list->at[i].ptr[0] == expected[i]);
    assert_int_equal(expected[i], '\0');
}

static void lists_differ_by_what_one_has_more_often(void **state)
{
    static const struct {
        const char *old, *new, *old_only, *new_only;
    } cases[] = {
        { "", "", "", "" },           { "abc", "abc", "", "" },
        { "abc", "cab", "", "" },     { "abc", "b", "ac", "" },
        { "", "ba", "", "ba" },       { "cab", "xay", "cb", "xy" },
        { "aab", "ab", "a", "" },     { "ab", "baa", "", "a" },
        { "zya", "bcz", "ya", "bc" },
    };
    (void)state;
    struct arena arena = { NULL };
    for (size_t i = 0; i < COUNT(cases); i++) {
        str_list old = letters(&arena, cases[i].old);
        str_list new = letters(&arena, cases[i].new);
        struct difference difference = difference_of_lists(&arena, &old, &new);
        assert_letters(&difference.old_only, cases[i].old_only);
        assert_letters(&difference.new_only, cases[i].new_only);
    }
    arena_free(&arena);
}

static struct dating dating_of(const char *text)
{
    struct dating dating = { .given = *text != '\0', .text = str_of(text) };
    struct edtf_error error;
    if (dating.given && !edtf_parse(dating.text, &dating.date, &error))
        fail_msg("%s: %s", text, error.reason);
    dating.bounds = edtf_bounds(&dating.date);
    return dating;
}

/* What the same change is when it is read from the other end. */
static const enum date_move opposite[DATE_MOVE_COUNT] = {
    [DATE_GIVEN] = DATE_TAKEN,
    [DATE_TAKEN] = DATE_GIVEN,
    [DATE_MORE_PRECISE] = DATE_LESS_PRECISE,
    [DATE_LESS_PRECISE] = DATE_MORE_PRECISE,
    [DATE_SHORTER] = DATE_LONGER,
    [DATE_LONGER] = DATE_SHORTER,
    [DATE_MORE_CERTAIN] = DATE_LESS_CERTAIN,
    [DATE_LESS_CERTAIN] = DATE_MORE_CERTAIN,
    [DATE_REWORDED] = DATE_REWORDED,
    [DATE_SHIFTED] = DATE_SHIFTED,
    [DATE_EARLIER] = DATE_LATER,
    [DATE_LATER] = DATE_EARLIER,
};

static void a_date_moves_one_way_and_back_the_other(void **state)
{
    static const struct {
        const char *old, *new;
        enum date_move move;
    } cases[] = {
        { "", "2023", DATE_GIVEN },
        { "2023-06", "2023-06-24", DATE_MORE_PRECISE },
        { "2023-06~", "[2023-06-24..2023-06-30]", DATE_MORE_PRECISE },
        { "[2023-06-24..2023-06-30]", "2023-06-24", DATE_MORE_PRECISE },
        { "2023-XX", "2023-06", DATE_MORE_PRECISE },
        { "2023-06", "2023-06-23/2023-06-24", DATE_MORE_PRECISE },
        { "[2023-06,2023-08]", "2023-08", DATE_MORE_PRECISE },
        { "2023-06-23/2023-06-24", "2023-06-23", DATE_SHORTER },
        { "1889/..", "1889/1900", DATE_SHORTER },
        { "1889/", "1889/1900", DATE_MORE_PRECISE },
        { "1889/", "1889/..", DATE_MORE_PRECISE },
        { "/1900", "1889/", DATE_SHIFTED },
        { "{1960,1961,1962}", "1961", DATE_SHORTER },
        { "2023-06-23", "2023-06-22/2023-06-24", DATE_LONGER },
        { "2023~", "2023", DATE_MORE_CERTAIN },
        { "2023%", "2023?", DATE_MORE_CERTAIN },
        { "2023?", "2023~", DATE_REWORDED },
        { "2023-06", "2023-06-01/2023-06-30", DATE_REWORDED },
        { "[2023-06-01,2023-06-03]", "[2023-06-01..2023-06-03]", DATE_REWORDED },
        { "2023-06-20/2023-06-24", "2023-06-23/2023-06-26", DATE_SHIFTED },
        { "2023-06-24", "2023-06-25", DATE_LATER },
        { "2023-06", "2022", DATE_EARLIER },
        { "[2023-06,2023-08]", "2023-07", DATE_LATER },
        { "-0044", "0044", DATE_LATER },
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct dating old = dating_of(cases[i].old), new = dating_of(cases[i].new);
        enum date_move move = difference_of_dates(&old, &new);
        enum date_move back = difference_of_dates(&new, &old);
        if (move != cases[i].move || back != opposite[move])
            fail_msg("%s to %s: %d and back %d", cases[i].old, cases[i].new, (int)move,
                     (int)back);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_are_the_same_but_for_white_space),
        cmocka_unit_test(sentences_are_the_same_however_they_are_wrapped),
        cmocka_unit_test(lists_differ_by_what_one_has_more_often),
        cmocka_unit_test(a_date_moves_one_way_and_back_the_other),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
