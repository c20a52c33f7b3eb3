/*
 * One date in words, from the year to the day.
 *
 * What is unspecified is said as what it can be: 2023-06-XX is some day in June
 * 2023, 2020-05-X5 the 5th, 15th or 25th. A list has less room: there a year
 * with unspecified digits beside a month keeps its X.
 */
#include "edtf/words.h"

#include <string.h>

/* "the 1560s", "the 16th century", or the years between which it lies: also for
 * 190X, since the 1900s may be a century. */
static void say_masked_year(struct wording *wording, const struct date *date)
{
    const char *digits = date->year_digits;
    struct reach reach = reach_of_date(&(struct date){
        .year = date->year,
        .year_digits = { digits[0], digits[1], digits[2], digits[3] } });
    bool list = is_list(wording);
    if (memcmp(digits, "XXXX", 4) == 0) {
        say(wording, list ? "XXXX" : "an unknown year");
    } else if (!memchr(digits, 'X', 3) && date->year >= 100 && digits[2] != '0') {
        say(wording, list ? "" : "some year in the ");
        put_number(&wording->put, date->year, 1);
        say(wording, "s");
    } else if (!memchr(digits, 'X', 2) && digits[2] == 'X' && digits[3] == 'X') {
        say(wording, list ? "" : "some year in the ");
        say_ordinal(wording, (int)(date->year / 100) + 1);
        say(wording, " century");
    } else if (list) {
        put_bytes(&wording->put, digits, 4);
    } else {
        say(wording, "some year ");
        say_years(wording, reach.first.year, reach.last.year, &joint_from);
        if (memchr(digits, 'X', 3) && memcmp(digits + 1, "XXX", 3) != 0) {
            say(wording, " (");
            put_bytes(&wording->put, digits, 4);
            say(wording, ")");
        }
    }
}

/* 4.7.4: the estimate, and the years that it stands for. */
static void say_rounded_year(struct wording *wording, const struct date *date)
{
    struct reach reach = reach_of_date(date);
    bool exact = reach.first.year == reach.last.year;
    if (exact || is_list(wording)) {
        say(wording, exact ? "" : "~ ");
        say_year(wording, date->year);
    } else if (reach.beyond) {
        say_year(wording, date->year);
        say(wording, " to ");
        put_number(&wording->put, date->significant, 1);
        say(wording,
            date->significant == 1 ? " significant digit" : " significant digits");
    } else {
        say(wording, "some year ");
        say_years(wording, reach.first.year, reach.last.year, &joint_from);
        say(wording, ", estimated at ");
        say_year(wording, date->year);
    }
}

/* The year after something of it: " 2023", " of some year in the 1560s". */
static void say_its_year(struct wording *wording, const struct date *date,
                         const char *masked_joint)
{
    if (!year_is_masked(date)) {
        say(wording, wording->years ? " " : "");
        if (wording->years)
            say_year(wording, date->year);
    } else if (is_list(wording)) {
        say(wording, " ");
        put_bytes(&wording->put, date->year_digits, 4);
    } else {
        say(wording, masked_joint);
        say_masked_year(wording, date);
    }
}

/* 4.8: what a season code is called; winter and others may end a year late. */
static const struct {
    const char *list, *words, *note;
} season_words[] = {
    { "spring", "spring", "" },
    { "summer", "summer", "" },
    { "autumn", "autumn", "" },
    { "winter", "winter", "" },
    { "spring (N)", "spring", " (northern hemisphere)" },
    { "summer (N)", "summer", " (northern hemisphere)" },
    { "autumn (N)", "autumn", " (northern hemisphere)" },
    { "winter (N)", "winter", " (northern hemisphere)" },
    { "spring (S)", "spring", " (southern hemisphere)" },
    { "summer (S)", "summer", " (southern hemisphere)" },
    { "autumn (S)", "autumn", " (southern hemisphere)" },
    { "winter (S)", "winter", " (southern hemisphere)" },
    { "Q1", "the first quarter", "" },
    { "Q2", "the second quarter", "" },
    { "Q3", "the third quarter", "" },
    { "Q4", "the last quarter", "" },
    { "Jan–Apr", "the first four months", "" },
    { "May–Aug", "the middle four months", "" },
    { "Sep–Dec", "the last four months", "" },
    { "1st half", "the first half", "" },
    { "2nd half", "the second half", "" },
};

/* "2023–24", "1999–2000". */
static void say_two_years(struct wording *wording, int64_t year)
{
    if (year < 1000 || (year + 1) % 100 == 0) {
        say_years(wording, year, year + 1, &joint_dash);
        return;
    }
    say_year(wording, year);
    say(wording, "–");
    put_number(&wording->put, (year + 1) % 100, 2);
}

static void say_season(struct wording *wording, const struct date *date)
{
    enum { FIRST_PART = 33 };
    int code = two_digits(date->month);
    struct season season = season_of_code(code);
    bool late = season.month + season.length > 13 && !year_is_masked(date);
    bool part = code >= FIRST_PART;
    if (is_list(wording)) {
        say(wording, season_words[code - 21].list);
    } else {
        say(wording, late ? "the " : "");
        say(wording, season_words[code - 21].words);
    }
    if (late) {
        say(wording, is_list(wording) ? " " : " of ");
        say_two_years(wording, date->year);
    } else if (part && !is_list(wording)) {
        say(wording, " of");
        say_its_year(wording, date, " ");
    } else {
        say_its_year(wording, date, " of ");
    }
    say(wording, is_list(wording) ? "" : season_words[code - 21].note);
}

/* What digits can stand for: the values from 1 up to MOST that match. */
struct choice {
    int values[31], count;
};

static struct choice choice_of(const char digits[2], int most)
{
    struct choice choice = { .count = 0 };
    for (int value = 1; value <= most; value++)
        if (two_digits_match(digits, value))
            choice.values[choice.count++] = value;
    return choice;
}

typedef void say_value(struct wording *wording, int value);

static void say_day_number(struct wording *wording, int day)
{
    put_number(&wording->put, day, 1);
}

static void say_the_day(struct wording *wording, int day)
{
    say(wording, is_list(wording) ? "" : "the ");
    say_ordinal(wording, day);
}

/* "5, 15 or 25", "from 10 to 19" after SOME: whichever says it. */
static void say_choice(struct wording *wording, const struct choice *choice,
                       const char *some, say_value *say_one)
{
    int last = choice->count - 1;
    bool run = choice->values[last] - choice->values[0] == last && last > 1;
    if (run) {
        say(wording, is_list(wording) ? "" : some);
        say(wording, is_list(wording) ? "" : "from ");
        say_one(wording, choice->values[0]);
        say(wording, is_list(wording) ? "–" : " to ");
        say_one(wording, choice->values[last]);
        return;
    }
    for (int i = 0; i <= last; i++) {
        say(wording, i == 0 ? "" : i == last ? " or " : ", ");
        say_one(wording, choice->values[i]);
    }
}

static bool is_free(const char digits[2])
{
    return memcmp(digits, "XX", 2) == 0;
}

/* The month, or those that it can be, and the year. */
static void say_month_and_year(struct wording *wording, const struct date *date)
{
    struct choice months = choice_of(date->month, 12);
    if (is_free(date->month)) {
        say(wording, is_list(wording) ? "a month" : "some month");
        say_its_year(wording, date, " of ");
        return;
    }
    say_choice(wording, &months, "some month ", say_month);
    say_its_year(wording, date, " of ");
}

/* The year after "in": "1999", "some year in the 1990s", "1990s" in a list. */
static void say_year_alone(struct wording *wording, const struct date *date)
{
    if (year_is_masked(date))
        say_masked_year(wording, date);
    else if (date->significant)
        say_rounded_year(wording, date);
    else
        say_year(wording, date->year);
}

/* 2004-XX and 1999-XX-XX: in a list the year is all that there is to say. */
static void say_some_part(struct wording *wording, const struct date *date,
                          const char *part)
{
    if (!is_list(wording)) {
        say(wording, part);
        say(wording, year_is_masked(date) ? " of " : " in ");
    }
    say_year_alone(wording, date);
}

static void say_day(struct wording *wording, const struct date *date)
{
    struct choice months = choice_of(date->month, 12);
    bool list = is_list(wording), month_known = months.count == 1;
    if (is_free(date->day)) {
        say(wording, list ? "day in " : "some day in ");
        say_month_and_year(wording, date);
        return;
    }
    int most = 31;
    if (month_known && !year_is_masked(date))
        most = days_of_month(date->year, months.values[0]);
    struct choice days = choice_of(date->day, most);
    if (month_known) {
        say_choice(wording, &days, "some day ", say_day_number);
        say(wording, " ");
    } else {
        say_choice(wording, &days, "some day ", say_the_day);
        say(wording, " of ");
    }
    if (!list && is_free(date->month) && !year_is_masked(date)) {
        say(wording, "some month in ");
        say_year(wording, date->year);
    } else {
        say_month_and_year(wording, date);
    }
}

void say_date_plainly(struct wording *wording, const struct date *date)
{
    bool no_month = date->precision == TO_THE_MONTH || date->precision == TO_THE_DAY;
    no_month = no_month && is_free(date->month);
    if (date->precision == TO_THE_YEAR)
        say_year_alone(wording, date);
    else if (date->precision == TO_THE_SEASON)
        say_season(wording, date);
    else if (no_month && date->precision == TO_THE_MONTH)
        say_some_part(wording, date, "some month");
    else if (no_month && is_free(date->day))
        say_some_part(wording, date, "some day");
    else if (date->precision == TO_THE_MONTH)
        say_month_and_year(wording, date);
    else
        say_day(wording, date);
}
