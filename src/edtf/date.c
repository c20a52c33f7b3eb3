/*
 * One date:
 *
 *   date      = [q] year [S n] [q] [ "-" [q] month [q] [ "-" [q] day [q] ] ]
 *   year      = [ "-" ] 4 (digit / "X")                       4.2, 8.3
 *             / "Y" [ "-" ] n [ "E" n ]                       4.7.2, 4.7.3
 *   month     = 2 (digit / "X"), 01 to 12 or a season's 21 to 41    4.8
 *   q         = "?" / "~" / "%"                               8.2
 *
 * A qualifier to the left of a component is its own; one to the right is also
 * for all that stands left of it (8.2.2, 8.2.3), and so at the end for all.
 */
#include "edtf/scan.h"

#include <inttypes.h>
#include <string.h>

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static unsigned take_qualifier(struct scan *scan)
{
    static const struct {
        char sign;
        unsigned bits;
    } signs[] = { { '?', UNCERTAIN },
                  { '~', APPROXIMATE },
                  { '%', UNCERTAIN | APPROXIMATE } };
    for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++)
        if (scan_take(scan, signs[i].sign))
            return signs[i].bits;
    return 0;
}

/* The qualifier to the right of the component LAST, for it and all before. */
static void take_group_qualifier(struct scan *scan, struct date *date, int last)
{
    unsigned bits = take_qualifier(scan);
    for (int i = 0; i <= last; i++)
        date->qualifiers[i] |= bits;
}

static bool take_digits(struct scan *scan, char *digits, int count, const char *what)
{
    for (int i = 0; i < count; i++) {
        char c = scan_peek(scan);
        if (c == 'x' || c == 'u')
            return scan_fail_at(scan, scan->at, "an unspecified digit is written X");
        if (!is_digit(c) && c != 'X')
            return scan_fail_at(scan, scan->at, "%s", what);
        digits[i] = c;
        scan->at++;
    }
    return true;
}

/* 4.7.4: "S" and how many of COUNT digits are significant. */
static bool take_significant(struct scan *scan, struct date *date, int64_t count)
{
    if (!scan_take(scan, 'S'))
        return true;
    size_t at = scan->at, digits;
    int64_t value;
    if (!scan_number(scan, &value, &digits) || value < 1 || value > count)
        return scan_fail_at(scan, at, "S is followed by a number from 1 to %" PRId64,
                            count);
    date->significant = (int)value;
    return true;
}

static int64_t masked_year(const char digits[4], char unspecified)
{
    int64_t year = 0;
    for (int i = 0; i < 4; i++)
        year = year * 10 + (digits[i] == 'X' ? unspecified : digits[i]) - '0';
    return year;
}

static bool scan_four_digits(struct scan *scan, struct date *date)
{
    size_t start = scan->at;
    bool negative = scan_take(scan, '-');
    if (!take_digits(scan, date->year_digits, 4, "a year has four digits"))
        return false;
    if (is_digit(scan_peek(scan)) || scan_peek(scan) == 'X')
        return scan_fail_at(
            scan, scan->at,
            "a year of more than four digits begins with Y, and a month "
            "with a hyphen");
    if (negative && year_is_masked(date))
        return scan_fail_at(scan, start,
                            "a year before 0000 has no unspecified digits");
    date->year = masked_year(date->year_digits, '0');
    if (negative && date->year == 0)
        return scan_fail_at(scan, start, "there is no year -0000: 0000 is 1 BC");
    if (negative)
        date->year = -date->year;
    if (scan_peek(scan) == 'S' && year_is_masked(date))
        return scan_fail_at(scan, scan->at,
                            "significant digits exclude unspecified ones");
    return take_significant(scan, date, 4);
}

/* VALUE times 10 to the EXPONENT, or false where it does not fit. */
static bool raise(int64_t *value, int64_t exponent)
{
    for (; exponent > 0 && *value != 0; exponent--)
        if (__builtin_mul_overflow(*value, 10, value))
            return false;
    return true;
}

/* The digits after Y as a negative number, since there is one more of those. */
static bool scan_negative_number(struct scan *scan, int64_t *value, size_t *digits)
{
    size_t start = scan->at;
    bool fits = true;
    *value = 0;
    for (char c = scan_peek(scan); is_digit(c); c = scan_peek(scan)) {
        fits = fits && !__builtin_mul_overflow(*value, 10, value) &&
               !__builtin_sub_overflow(*value, c - '0', value);
        scan->at++;
    }
    *digits = scan->at - start;
    return fits;
}

static bool too_great(struct scan *scan, size_t at)
{
    return scan_fail_at(scan, at, "the year is beyond what annals can hold, %" PRId64,
                        INT64_MAX);
}

/* 4.7.3: "E" and the exponent, where there is one. */
static bool take_exponent(struct scan *scan, struct date *date)
{
    if (!scan_take(scan, 'E'))
        return true;
    size_t at = scan->at, digits;
    int64_t exponent;
    bool fits = scan_number(scan, &exponent, &digits);
    if (digits == 0)
        return scan_fail_at(scan, at, "E is followed by an exponent");
    date->form = YEAR_EXPONENT;
    date->significand = date->year;
    if (!fits || !raise(&date->year, exponent))
        return too_great(scan, at);
    date->exponent = (int)(exponent < 19 ? exponent : 0);
    return true;
}

static bool scan_letter_year(struct scan *scan, struct date *date)
{
    bool negative = scan_take(scan, '-');
    size_t at = scan->at, digits;
    bool fits = scan_negative_number(scan, &date->year, &digits);
    if (digits == 0)
        return scan_fail_at(scan, at, "Y is followed by the digits of a year");
    if (digits > 1 && scan->text.ptr[at] == '0')
        return scan_fail_at(scan, at, "a year that begins with Y has no leading zeros");
    if (!fits || (!negative && date->year == INT64_MIN))
        return too_great(scan, at);
    if (!negative)
        date->year = -date->year;
    date->form = YEAR_LETTER;
    if (!take_exponent(scan, date))
        return false;
    if (date->year >= -9999 && date->year <= 9999)
        return scan_fail_at(scan, at, "a year that begins with Y lies beyond 9999");
    return take_significant(scan, date, (int64_t)digits + date->exponent);
}

/* What stands after the hyphen: a month or a season. */
static bool scan_month(struct scan *scan, struct date *date)
{
    date->qualifiers[MONTH] = take_qualifier(scan);
    size_t at = scan->at;
    if (!take_digits(scan, date->month, 2, "a month has two digits"))
        return false;
    int month = two_digits(date->month);
    bool season = month >= 21 && month <= 41;
    bool possible = season || date->month[0] == '0' || date->month[0] == '1' ||
                    date->month[0] == 'X';
    if (!possible || (!season && month > 12) ||
        (date->month[0] == '0' && date->month[1] == '0'))
        return scan_fail_at(scan, at,
                            "a month is 01 to 12, a season or other part of a year 21 "
                            "to 41");
    date->precision = season ? TO_THE_SEASON : TO_THE_MONTH;
    if (!season && !date_exists(date))
        return scan_fail_at(scan, at, "no month has such digits");
    take_group_qualifier(scan, date, MONTH);
    return true;
}

static bool no_such_day(struct scan *scan, const struct date *date, size_t at)
{
    int month = two_digits(date->month), day = two_digits(date->day);
    if (month && !year_is_masked(date) && day > 28 && day <= 31)
        return scan_fail_at(scan, at, "that month has %d days",
                            days_of_month(date->year, month));
    return scan_fail_at(scan, at, "the month has no such day");
}

static bool scan_day(struct scan *scan, struct date *date)
{
    if (date->precision == TO_THE_SEASON)
        return scan_fail_at(scan, scan->at, "a season has no days");
    date->qualifiers[DAY] = take_qualifier(scan);
    size_t at = scan->at;
    if (!take_digits(scan, date->day, 2, "a day has two digits"))
        return false;
    date->precision = TO_THE_DAY;
    if (!date_exists(date))
        return no_such_day(scan, date, at);
    take_group_qualifier(scan, date, DAY);
    return true;
}

/* What stands where the date should have ended, by its first sign. */
static bool fail_at_end(struct scan *scan)
{
    static const struct {
        char sign;
        const char *reason;
    } reasons[] = {
        { '/', "a set holds dates, not intervals" },
        { 'T', "a time of day stands with a single day only" },
        { '.', ".. belongs in an interval or a set" },
    };
    for (size_t i = 0; i < sizeof(reasons) / sizeof(*reasons); i++)
        if (scan_peek(scan) == reasons[i].sign)
            return scan_fail_at(scan, scan->at, "%s", reasons[i].reason);
    return scan_fail_at(scan, scan->at, "the date should end here");
}

bool scan_date(struct scan *scan, struct date *date)
{
    *date = (struct date){ .form = YEAR_FOUR_DIGITS, .precision = TO_THE_YEAR };
    if (scan_at_end(scan))
        return scan_fail_at(scan, scan->at, "a date is missing");
    if (scan_peek(scan) == '[' || scan_peek(scan) == '{')
        return scan_fail_at(scan, scan->at, "a set holds no sets");
    date->qualifiers[YEAR] = take_qualifier(scan);
    bool letter = date->qualifiers[YEAR] == 0 && scan_take(scan, 'Y');
    if (letter ? !scan_letter_year(scan, date) : !scan_four_digits(scan, date))
        return false;
    take_group_qualifier(scan, date, YEAR);
    bool whole = letter || date->significant;
    if (whole && !scan_at_end(scan))
        return scan_fail_at(scan, scan->at, "such a year has no months");
    if (scan_take(scan, '-') && !scan_month(scan, date))
        return false;
    if (date->precision != TO_THE_YEAR && scan_take(scan, '-') && !scan_day(scan, date))
        return false;
    if (!scan_at_end(scan))
        return fail_at_end(scan);
    return true;
}

static bool take_two(struct scan *scan, int *value, int most, const char *what)
{
    char digits[2];
    size_t at = scan->at;
    for (int i = 0; i < 2; i++) {
        digits[i] = scan_peek(scan);
        if (!is_digit(digits[i]))
            return scan_fail_at(scan, scan->at, "%s", what);
        scan->at++;
    }
    *value = two_digits(digits);
    return *value <= most || scan_fail_at(scan, at, "%s", what);
}

/* "Z", "+hh", "+hh:mm" and with "-": ISO 8601-1:2019 4.3.13. */
static bool scan_shift(struct scan *scan)
{
    size_t start = scan->at;
    if (scan_take(scan, 'Z'))
        return scan_at_end(scan) ||
               scan_fail_at(scan, scan->at, "nothing may follow Z");
    bool negative = scan_take(scan, '-');
    if (!negative && !scan_take(scan, '+'))
        return scan_fail_at(scan, start,
                            "a time ends with Z, +hh:mm, -hh:mm or nothing");
    int hours = 0, minutes = 0;
    if (!take_two(scan, &hours, 14, "the shift from UTC has hours 00 to 14"))
        return false;
    if (scan_take(scan, ':') &&
        !take_two(scan, &minutes, 59, "the shift from UTC has minutes 00 to 59"))
        return false;
    if (!scan_at_end(scan))
        return scan_fail_at(scan, scan->at, "a shift from UTC is +hh:mm or +hh");
    if (hours * 60 + minutes > 14 * 60)
        return scan_fail_at(scan, start, "the shift from UTC is at most 14 hours");
    if (negative && hours + minutes == 0)
        return scan_fail_at(scan, start, "no shift from UTC is written Z or +00:00");
    return true;
}

bool scan_time(struct scan *scan, struct time_of_day *time)
{
    static const char shape[] = "a time is hh:mm:ss, from 00:00:00 to 23:59:60";
    if (!take_two(scan, &time->hour, 23, shape))
        return false;
    if (!scan_take(scan, ':'))
        return scan_fail_at(scan, scan->at, "%s", shape);
    if (!take_two(scan, &time->minute, 59, shape))
        return false;
    if (!scan_take(scan, ':'))
        return scan_fail_at(scan, scan->at, "%s", shape);
    if (!take_two(scan, &time->second, 60, shape))
        return false;
    time->shift = str_from(scan->text, scan->at);
    return scan_at_end(scan) || scan_shift(scan);
}
