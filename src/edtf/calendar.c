/*
 * The proleptic Gregorian calendar, with a year 0 that is a leap year.
 *
 * Days are counted in eras of 400 years, which all have 146097 days, from 1
 * March of year 0: so February, and with it the leap day, ends a year.
 */
#include "edtf/parts.h"

enum { ERA_YEARS = 400, ERA_DAYS = 146097, EPOCH_DAYS = 719468 };

bool year_is_leap(int64_t year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int days_of_month(int64_t year, int month)
{
    static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    return days[month - 1] + (month == 2 && year_is_leap(year));
}

/* Rounded down, as / and % are not where A is negative. */
static int64_t floor_divide(int64_t a, int64_t b)
{
    return a / b - (a % b < 0);
}

static int64_t floor_remainder(int64_t a, int64_t b)
{
    return a % b + (a % b < 0 ? b : 0);
}

int64_t edtf_day_number(struct edtf_day day)
{
    const int64_t last_year = INT64_MAX / 366;
    if (day.year > last_year)
        return INT64_MAX;
    if (day.year < -last_year)
        return INT64_MIN;
    int64_t year = day.year - (day.month <= 2);
    int64_t era = floor_divide(year, ERA_YEARS);
    int64_t of_era = year - era * ERA_YEARS;
    int64_t of_year = (153 * ((day.month + 9) % 12) + 2) / 5 + day.day - 1;
    return era * ERA_DAYS + of_era * 365 + of_era / 4 - of_era / 100 + of_year -
           EPOCH_DAYS;
}

struct edtf_day edtf_day_of_number(int64_t number)
{
    int64_t era = floor_divide(number, ERA_DAYS);
    int64_t of_era = floor_remainder(number, ERA_DAYS) + EPOCH_DAYS;
    era += of_era / ERA_DAYS;
    of_era %= ERA_DAYS;
    int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int of_year = (int)(of_era - (365 * year + year / 4 - year / 100));
    int month = (5 * of_year + 2) / 153;
    return (struct edtf_day){
        .year = year + era * ERA_YEARS + (month >= 10),
        .month = month < 10 ? month + 3 : month - 9,
        .day = of_year - (153 * month + 2) / 5 + 1,
    };
}

int edtf_day_compare(struct edtf_day a, struct edtf_day b)
{
    if (a.year != b.year)
        return a.year < b.year ? -1 : 1;
    if (a.month != b.month)
        return a.month < b.month ? -1 : 1;
    return (a.day > b.day) - (a.day < b.day);
}
