/*
 * The first and last day that a date allows.
 *
 * Qualifiers do not move them. An unspecified digit stands for all that leave a
 * day of the calendar; significant digits round the year down and up (4.7.4).
 */
#include "edtf/parts.h"

#include <string.h>

/* 4.8: spring to winter, of the northern hemisphere where none is named, are
 * the meteorological ones. */
struct season season_of_code(int code)
{
    static const struct season seasons[] = {
        { 3, 3 }, { 6, 3 },  { 9, 3 }, { 12, 3 }, /* 21 to 24 */
        { 3, 3 }, { 6, 3 },  { 9, 3 }, { 12, 3 }, /* 25 to 28, northern */
        { 9, 3 }, { 12, 3 }, { 3, 3 }, { 6, 3 },  /* 29 to 32, southern */
        { 1, 3 }, { 4, 3 },  { 7, 3 }, { 10, 3 }, /* 33 to 36, quarters */
        { 1, 4 }, { 5, 4 },  { 9, 4 },            /* 37 to 39, four months */
        { 1, 6 }, { 7, 6 },                       /* 40 and 41, halves */
    };
    return seasons[code - 21];
}

static struct reach whole_years(int64_t first, int64_t last, bool beyond)
{
    return (struct reach){ .first = { first, 1, 1 },
                           .last = { last, 12, 31 },
                           .beyond = beyond };
}

static int count_digits(int64_t value)
{
    int count = 1;
    while (value /= 10)
        count++;
    return count;
}

/* The years that agree with YEAR in its first digits, of which SIGNIFICANT
 * count; they are taken below zero as above, and cut to what fits. */
static struct reach significant_years(const struct date *date)
{
    int64_t unit = 1, year = date->year, rest;
    int width = date->form == YEAR_FOUR_DIGITS ? 4 : count_digits(year);
    for (int i = date->significant; i < width; i++)
        unit *= 10;
    rest = year % unit;
    int64_t near = year - rest, far;
    if (date->year < 0) {
        bool beyond = __builtin_sub_overflow(near, unit - 1, &far);
        return whole_years(beyond ? INT64_MIN : far, near, beyond);
    }
    bool beyond = __builtin_add_overflow(near, unit - 1, &far);
    return whole_years(near, beyond ? INT64_MAX : far, beyond);
}

static bool year_matches(const struct date *date, int64_t year)
{
    if (!year_is_masked(date))
        return true;
    for (int i = 3; i >= 0; i--, year /= 10)
        if (date->year_digits[i] != 'X' && date->year_digits[i] - '0' != year % 10)
            return false;
    return true;
}

static int64_t last_year(const struct date *date)
{
    if (!year_is_masked(date))
        return date->year;
    int64_t year = 0;
    for (int i = 0; i < 4; i++)
        year =
            year * 10 + (date->year_digits[i] == 'X' ? 9 : date->year_digits[i] - '0');
    return year;
}

/* A way through the calendar: first to last, or last to first. */
enum way { FORWARD = 1, BACKWARD = -1 };

static bool end_of_month(const struct date *date, struct edtf_day *found, enum way way)
{
    int days = days_of_month(found->year, found->month);
    if (date->precision != TO_THE_DAY) {
        found->day = way == FORWARD ? 1 : days;
        return true;
    }
    for (int day = way == FORWARD ? 1 : days; day >= 1 && day <= days; day += way) {
        if (two_digits_match(date->day, day)) {
            found->day = day;
            return true;
        }
    }
    return false;
}

static bool end_of_year(const struct date *date, struct edtf_day *found, enum way way)
{
    for (int month = way == FORWARD ? 1 : 12; month >= 1 && month <= 12; month += way) {
        found->month = month;
        if (date->precision == TO_THE_YEAR || two_digits_match(date->month, month))
            if (end_of_month(date, found, way))
                return true;
    }
    return false;
}

/* The first day (FORWARD) or the last that the digits can stand for. Years differ
 * in nothing but 29 February, so one leap year and one other are enough to try. */
static bool find_end(const struct date *date, struct edtf_day *found, enum way way)
{
    int64_t low = date->year, high = last_year(date);
    bool tried[2] = { false, false };
    for (int64_t i = 0; i <= high - low && !(tried[0] && tried[1]); i++) {
        found->year = way == FORWARD ? low + i : high - i;
        bool *kind = &tried[year_is_leap(found->year)];
        if (*kind || !year_matches(date, found->year))
            continue;
        if (end_of_year(date, found, way))
            return true;
        *kind = true;
    }
    return false;
}

bool date_exists(const struct date *date)
{
    struct edtf_day day;
    return find_end(date, &day, FORWARD);
}

static struct reach reach_of_season(const struct date *date)
{
    struct season season = season_of_code(two_digits(date->month));
    int last = season.month + season.length - 1;
    int64_t year = last_year(date) + (last > 12);
    last = last > 12 ? last - 12 : last;
    return (struct reach){ .first = { date->year, season.month, 1 },
                           .last = { year, last, days_of_month(year, last) } };
}

struct reach reach_of_date(const struct date *date)
{
    if (date->significant)
        return significant_years(date);
    if (date->precision == TO_THE_SEASON)
        return reach_of_season(date);
    if (date->precision == TO_THE_YEAR)
        return whole_years(date->year, last_year(date), false);
    struct reach reach = { .beyond = false };
    find_end(date, &reach.first, FORWARD);
    find_end(date, &reach.last, BACKWARD);
    return reach;
}

/* Where an open or unknown bound sorts is in its day: see edtf_compare. */
static const struct edtf_bound open_start = { EDTF_OPEN, { INT64_MIN, 1, 1 } };
static const struct edtf_bound open_end = { EDTF_OPEN, { INT64_MAX, 12, 31 } };

static struct edtf_bound bound_of(struct edtf_day day, bool beyond)
{
    return (struct edtf_bound){ beyond ? EDTF_UNKNOWN : EDTF_DAY, day };
}

struct edtf_bounds bounds_of_piece(const struct piece *piece)
{
    struct reach from = reach_of_date(&piece->from), to = from;
    if (piece->kind == PIECE_RANGE)
        to = reach_of_date(&piece->to);
    struct edtf_bounds bounds = { bound_of(from.first, from.beyond),
                                  bound_of(to.last, to.beyond) };
    if (piece->kind == PIECE_UNTIL)
        bounds.earliest = open_start;
    if (piece->kind == PIECE_SINCE)
        bounds.latest = open_end;
    return bounds;
}

static struct edtf_bounds bounds_of_end(const struct piece *end)
{
    if (end->kind == PIECE_OPEN)
        return (struct edtf_bounds){ open_start, open_end };
    return bounds_of_piece(end);
}

struct edtf_bounds bounds_of_interval(const struct piece *start,
                                      const struct piece *end)
{
    struct edtf_bounds bounds = { bounds_of_end(start).earliest,
                                  bounds_of_end(end).latest };
    if (start->kind == PIECE_UNKNOWN)
        bounds.earliest = (struct edtf_bound){ EDTF_UNKNOWN, bounds.latest.day };
    if (end->kind == PIECE_UNKNOWN)
        bounds.latest = (struct edtf_bound){ EDTF_UNKNOWN, bounds.earliest.day };
    return bounds;
}

/* The one of A and B that lies further out; not to know one is to know none,
 * unless the other is open. */
static struct edtf_bound outer(struct edtf_bound a, struct edtf_bound b, enum way way)
{
    bool first = way * edtf_day_compare(a.day, b.day) <= 0;
    struct edtf_bound bound = first ? a : b;
    bool open = a.kind == EDTF_OPEN || b.kind == EDTF_OPEN;
    bool unknown = a.kind == EDTF_UNKNOWN || b.kind == EDTF_UNKNOWN;
    bound.kind = open ? EDTF_OPEN : unknown ? EDTF_UNKNOWN : EDTF_DAY;
    return bound;
}

struct edtf_bounds bounds_together(struct edtf_bounds a, struct edtf_bounds b)
{
    return (struct edtf_bounds){ outer(a.earliest, b.earliest, FORWARD),
                                 outer(a.latest, b.latest, BACKWARD) };
}
