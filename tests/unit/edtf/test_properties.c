/*
 * Properties of dates made up at random, always the same ones, and of days
 * against a calendar that is counted one day at a time.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "edtf_laws.h"

/* xorshift64*: the same numbers everywhere. */
struct random {
    uint64_t state;
};

static uint64_t random_below(struct random *random, uint64_t limit)
{
    random->state ^= random->state >> 12;
    random->state ^= random->state << 25;
    random->state ^= random->state >> 27;
    return (random->state * UINT64_C(2685821657736338717) >> 33) % limit;
}

struct text {
    char bytes[256];
    size_t len;
};

static void add(struct text *text, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static void add(struct text *text, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int len = vsnprintf(text->bytes + text->len, sizeof(text->bytes) - text->len,
                        format, arguments);
    va_end(arguments);
    assert_true(len >= 0 && text->len + (size_t)len < sizeof(text->bytes));
    text->len += (size_t)len;
}

/* A sign of these, or none as often as one. */
static void add_maybe(struct text *text, struct random *random, const char *signs)
{
    uint64_t i = random_below(random, 3 * strlen(signs));
    if (i < strlen(signs))
        add(text, "%c", signs[i]);
}

static void add_number(struct text *text, struct random *random, int low, int high)
{
    int number = low + (int)random_below(random, (uint64_t)(high - low) + 1);
    char digits[] = { (char)('0' + number / 10), (char)('0' + number % 10), '\0' };
    if (random_below(random, 8) == 0)
        digits[random_below(random, 2)] = 'X';
    add(text, "%s", digits);
}

static void add_letter_year(struct text *text, struct random *random)
{
    add(text, "Y%s%d", random_below(random, 2) ? "-" : "",
        10000 + (int)random_below(random, 900000));
    if (random_below(random, 2))
        add(text, "E%d", (int)random_below(random, 14));
    if (random_below(random, 2))
        add(text, "S%d", 1 + (int)random_below(random, 5));
    add_maybe(text, random, "?~%");
}

/* Years close together, so that dates meet; few of the dates are invalid. */
static void add_date(struct text *text, struct random *random)
{
    if (random_below(random, 12) == 0) {
        add_letter_year(text, random);
        return;
    }
    add_maybe(text, random, "?~%");
    add(text, "%s", random_below(random, 8) ? "" : "-");
    if (random_below(random, 6) == 0)
        add(text, "%s", random_below(random, 2) ? "19XX" : "XXXX");
    else
        add(text, "%04d", 1980 + (int)random_below(random, 20));
    if (random_below(random, 10) == 0) {
        add(text, "S%d", 1 + (int)random_below(random, 4));
        return;
    }
    add_maybe(text, random, "?~%");
    if (random_below(random, 3) == 0)
        return;
    add(text, "-");
    add_maybe(text, random, "?~%");
    bool season = random_below(random, 5) == 0;
    add_number(text, random, season ? 21 : 1, season ? 41 : 12);
    add_maybe(text, random, "?~%");
    if (season || random_below(random, 2))
        return;
    add(text, "-");
    add_maybe(text, random, "?~%");
    add_number(text, random, 1, 31);
    add_maybe(text, random, "?~%");
}

static void add_set(struct text *text, struct random *random)
{
    bool one = random_below(random, 2);
    int members = 1 + (int)random_below(random, 4);
    add(text, "%s", one ? "[" : "{");
    for (int i = 0; i < members; i++) {
        uint64_t kind = random_below(random, 6);
        add(text, "%s", i ? "," : "");
        add(text, "%s", kind == 0 ? ".." : "");
        if (kind == 1)
            add(text, "%d..%d", 1980 + i, 1985 + i);
        else
            add_date(text, random);
        add(text, "%s", kind == 2 ? ".." : "");
    }
    add(text, "%s", one ? "]" : "}");
}

static void add_interval(struct text *text, struct random *random)
{
    uint64_t kind = random_below(random, 8);
    add(text, "%s", kind == 0 || kind == 1 ? ".." : "");
    if (kind != 0 && kind != 2)
        add_date(text, random);
    add(text, "/");
    if (kind != 3 && kind != 4)
        add_date(text, random);
    add(text, "%s", kind == 4 || kind == 5 ? ".." : "");
}

static struct text random_text(struct random *random)
{
    struct text text = { .len = 0 };
    uint64_t kind = random_below(random, 8);
    if (kind < 4)
        add_date(&text, random);
    else if (kind < 6)
        add_interval(&text, random);
    else
        add_set(&text, random);
    if (random_below(random, 20) == 0 && text.len)
        text.bytes[random_below(random, text.len)] = (char)random_below(random, 256);
    return text;
}

static void every_text_keeps_its_properties(void **state)
{
    (void)state;
    struct random random = { .state = 88172645463325252 };
    int valid = 0;
    for (int i = 0; i < 40000; i++) {
        struct text text = random_text(&random);
        struct str all = { text.bytes, text.len };
        struct edtf date;
        struct edtf_error error;
        const char *broken = edtf_broken_law(all);
        if (broken)
            fail_msg("%.*s: %s", STR_ARG(all), broken);
        valid += edtf_parse(all, &date, &error);
    }
    assert_true(valid > 12000);
}

enum { DATES = 100 };

static struct edtf random_date(struct random *random, struct text *text)
{
    struct edtf date;
    struct edtf_error error;
    do
        *text = random_text(random);
    while (!edtf_parse((struct str){ text->bytes, text->len }, &date, &error));
    return date;
}

static void any_dates_are_in_one_total_order(void **state)
{
    (void)state;
    static struct text texts[DATES];
    struct edtf dates[DATES];
    struct random random = { .state = 7 };
    for (int i = 0; i < DATES; i++)
        dates[i] = random_date(&random, &texts[i]);
    for (int i = 0; i < DATES; i++) {
        for (int j = 0; j < DATES; j++) {
            const char *broken = edtf_broken_law_of_two(&dates[i], &dates[j]);
            for (int k = 0; k < DATES && !broken; k++)
                broken = edtf_broken_law_of_three(&dates[i], &dates[j], &dates[k]);
            if (broken)
                fail_msg("%.*s and %.*s: %s", STR_ARG(dates[i].text),
                         STR_ARG(dates[j].text), broken);
        }
    }
}

static bool is_leap(int64_t year)
{
    return year % 400 == 0 || (year % 4 == 0 && year % 100 != 0);
}

static struct edtf_day day_after(struct edtf_day day)
{
    static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    int last = days[day.month - 1] + (day.month == 2 && is_leap(day.year));
    if (day.day < last)
        return (struct edtf_day){ day.year, day.month, day.day + 1 };
    if (day.month < 12)
        return (struct edtf_day){ day.year, day.month + 1, 1 };
    return (struct edtf_day){ day.year + 1, 1, 1 };
}

static void days_are_numbered_as_they_follow_one_another(void **state)
{
    (void)state;
    struct edtf_day day = { -10000, 1, 1 };
    int64_t number = edtf_day_number(day);
    for (; day.year <= 10000; day = day_after(day), number++) {
        struct edtf_day back = edtf_day_of_number(number);
        if (edtf_day_number(day) != number || edtf_day_compare(back, day) != 0)
            fail_msg("day %d of month %d of %d", day.day, day.month, (int)day.year);
    }
    assert_int_equal(edtf_day_number((struct edtf_day){ 1970, 1, 1 }), 0);
}

static void far_days_are_cut_and_never_wrapped(void **state)
{
    (void)state;
    assert_true(edtf_day_number((struct edtf_day){ INT64_MAX, 12, 31 }) == INT64_MAX);
    assert_true(edtf_day_number((struct edtf_day){ INT64_MIN, 1, 1 }) == INT64_MIN);
    for (int64_t number = INT64_MAX - 800; number < INT64_MAX; number++)
        assert_true(edtf_day_compare(edtf_day_of_number(number),
                                     edtf_day_of_number(number + 1)) < 0);
    for (int64_t number = INT64_MIN; number < INT64_MIN + 800; number++)
        assert_true(edtf_day_compare(edtf_day_of_number(number),
                                     edtf_day_of_number(number + 1)) < 0);
    struct edtf_day far = { INT64_MAX / 366, 12, 31 };
    assert_int_equal(edtf_day_compare(edtf_day_of_number(edtf_day_number(far)), far),
                     0);
}

/* MEMBER, over and over, between brackets. */
static struct str long_set(const char *member, size_t count)
{
    size_t len = strlen(member);
    char *text = malloc(count * len + 1);
    text[0] = '[';
    for (size_t i = 0; i < count; i++)
        memcpy(text + 1 + i * len, member, len);
    text[count * len] = ']';
    return (struct str){ text, count * len + 1 };
}

static void sets_may_have_a_million_members(void **state)
{
    (void)state;
    static const struct {
        const char *member;
        size_t count;
    } sets[] = {
        { "1984,", 1000000 },
        { "XXXX-02-29,", 100000 },
        { "0000-01-01..9999-12-31,", 100000 },
    };
    for (size_t i = 0; i < sizeof(sets) / sizeof(*sets); i++) {
        struct str text = long_set(sets[i].member, sets[i].count);
        struct edtf date;
        struct edtf_error error;
        assert_true(edtf_parse(text, &date, &error));
        assert_int_equal(edtf_format(&date, NULL, 0), text.len);
        assert_true(edtf_words(&date, EDTF_WORDS_DUMP, NULL, 0) > sets[i].count);
        assert_int_equal(edtf_compare(&date, &date), 0);
        assert_true(edtf_possibly_on(&date, &date));
        free((char *)text.ptr);
    }
}

static void a_million_wrong_letters_are_refused_at_once(void **state)
{
    (void)state;
    size_t len = 1000000;
    char *text = malloc(len);
    memset(text, 'X', len);
    struct edtf date;
    struct edtf_error error;
    assert_false(edtf_parse((struct str){ text, len }, &date, &error));
    assert_int_equal(error.offset, 4);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_text_keeps_its_properties),
        cmocka_unit_test(any_dates_are_in_one_total_order),
        cmocka_unit_test(days_are_numbered_as_they_follow_one_another),
        cmocka_unit_test(far_days_are_cut_and_never_wrapped),
        cmocka_unit_test(sets_may_have_a_million_members),
        cmocka_unit_test(a_million_wrong_letters_are_refused_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
