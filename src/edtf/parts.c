#include "edtf/parts.h"

#include <string.h>

int two_digits(const char digits[2])
{
    if (digits[0] == 'X' || digits[1] == 'X')
        return 0;
    return (digits[0] - '0') * 10 + digits[1] - '0';
}

bool two_digits_match(const char digits[2], int value)
{
    return (digits[0] == 'X' || digits[0] - '0' == value / 10) &&
           (digits[1] == 'X' || digits[1] - '0' == value % 10);
}

bool year_is_masked(const struct date *date)
{
    return date->form == YEAR_FOUR_DIGITS && memchr(date->year_digits, 'X', 4);
}

bool date_is_masked(const struct date *date)
{
    int components = date_components(date);
    return year_is_masked(date) ||
           (components > MONTH && memchr(date->month, 'X', 2)) ||
           (components > DAY && memchr(date->day, 'X', 2));
}

int date_components(const struct date *date)
{
    static const int components[] = {
        [TO_THE_YEAR] = 1,
        [TO_THE_SEASON] = 2,
        [TO_THE_MONTH] = 2,
        [TO_THE_DAY] = 3,
    };
    return components[date->precision];
}

unsigned date_qualifiers(const struct date *date)
{
    return date->qualifiers[YEAR] | date->qualifiers[MONTH] | date->qualifiers[DAY];
}

bool date_is_uniform(const struct date *date)
{
    for (int i = 1; i < date_components(date); i++)
        if (date->qualifiers[i] != date->qualifiers[YEAR])
            return false;
    return true;
}

/* Annex A.5.5: 201X, 20XX, 2004-XX, 1985-04-XX and 1985-XX-XX. */
static int mask_level(const struct date *date)
{
    if (!date_is_masked(date))
        return 0;
    const char *year = date->year_digits;
    if (year_is_masked(date))
        return date->precision == TO_THE_YEAR && year[0] != 'X' && year[1] != 'X' &&
                       year[3] == 'X'
                   ? 1
                   : 2;
    bool month = memchr(date->month, 'X', 2);
    if (month && memcmp(date->month, "XX", 2) != 0)
        return 2;
    bool day_free = date->precision != TO_THE_DAY || memcmp(date->day, "XX", 2) == 0;
    return day_free ? 1 : 2;
}

static int greater(int a, int b)
{
    return a > b ? a : b;
}

int date_level(const struct date *date, bool in_interval)
{
    static const int of_form[] = { 0, 1, 2 };
    int level = of_form[date->form];
    if (date->year < 0)
        level = greater(level, 1);
    if (date->significant)
        level = 2;
    if (date->precision == TO_THE_SEASON)
        level = greater(level, two_digits(date->month) <= 24 ? 1 : 2);
    int mask = mask_level(date);
    level = greater(level, mask && in_interval ? 2 : mask);
    if (date_qualifiers(date))
        level = greater(level, date_is_uniform(date) ? 1 : 2);
    return level;
}
