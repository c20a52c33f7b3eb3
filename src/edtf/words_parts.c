/*
 * The words that dates of every kind are made of: years, months, ordinals, and
 * what qualifiers add to them.
 */
#include "edtf/words.h"

const struct joint joint_dash = { "", "–", " – " };
const struct joint joint_between = { "between ", " and ", " and " };
const struct joint joint_or = { "", " or ", " or " };
const struct joint joint_from = { "from ", " to ", " to " };

void say(struct wording *wording, const char *terminated)
{
    put_text(&wording->put, terminated);
}

void say_ordinal(struct wording *wording, int number)
{
    static const char *const endings[] = { "th", "st", "nd", "rd" };
    bool teens = number / 10 % 10 == 1;
    int last = number % 10;
    put_number(&wording->put, number, 1);
    say(wording, endings[teens || last > 3 ? 0 : last]);
}

void say_month(struct wording *wording, int month)
{
    static const char *const months[] = { "January", "February", "March",
                                          "April",   "May",      "June",
                                          "July",    "August",   "September",
                                          "October", "November", "December" };
    if (wording->width == EDTF_WORDS_DUMP)
        say(wording, months[month - 1]);
    else
        put_bytes(&wording->put, months[month - 1], 3);
}

/* 170,000,002: commas only in what has more than four digits. */
static void say_count(struct wording *wording, uint64_t number)
{
    char reversed[32];
    int count = 0, digits = 0;
    bool commas = number > 9999;
    for (; number || digits == 0; number /= 10) {
        if (commas && digits && digits % 3 == 0)
            reversed[count++] = ',';
        reversed[count++] = (char)('0' + number % 10);
        digits++;
    }
    while (count > 0)
        put_char(&wording->put, reversed[--count]);
}

/* How many years before AD 1; unsigned, as the least int64 has no negative. */
static uint64_t years_before(int64_t year)
{
    return 1 - (uint64_t)year;
}

void say_year(struct wording *wording, int64_t year)
{
    if (year <= 0) {
        say_count(wording, years_before(year));
        say(wording, " BC");
        return;
    }
    say(wording, year < 100 || year > 9999 || wording->eras ? "AD " : "");
    say_count(wording, (uint64_t)year);
}

void say_years(struct wording *wording, int64_t from, int64_t to,
               const struct joint *joint)
{
    if (from == to) {
        say_year(wording, from);
        return;
    }
    bool before = to <= 0;
    bool tight = before || (from >= 100 && to <= 9999 && !wording->eras);
    say(wording, joint->before);
    if (before)
        say_count(wording, years_before(from));
    else
        say_year(wording, from);
    say(wording, tight ? joint->tight : joint->wide);
    say_year(wording, to);
}

void say_qualified_start(struct wording *wording, unsigned qualifiers, bool masked)
{
    bool list = is_list(wording);
    if (qualifiers & UNCERTAIN)
        say(wording, list ? "" : "possibly ");
    if (qualifiers & APPROXIMATE)
        say(wording, list ? "~ " : masked ? "" : "about ");
}

void say_qualified_end(struct wording *wording, unsigned qualifiers, bool masked)
{
    bool list = is_list(wording);
    if (qualifiers & APPROXIMATE)
        say(wording, masked && !list ? " (approximate)" : "");
    if (qualifiers & UNCERTAIN)
        say(wording, list ? "?" : "");
}

/* " (year and month approximate, day uncertain)". */
static void say_notes(struct wording *wording, const struct date *date)
{
    static const char *const kinds[] = { "", " uncertain", " approximate",
                                         " uncertain and approximate" };
    static const char *const names[] = { "year", "month", "day" };
    bool season = date->precision == TO_THE_SEASON, any = false;
    for (unsigned kind = UNCERTAIN; kind <= (UNCERTAIN | APPROXIMATE); kind++) {
        bool first = true;
        for (int i = 0; i < date_components(date) && i <= DAY; i++) {
            if (date->qualifiers[i] != kind)
                continue;
            say(wording, !first ? " and " : any ? ", " : " (");
            say(wording, i == MONTH && season ? "season" : names[i]);
            first = false;
            any = true;
        }
        say(wording, first ? "" : kinds[kind]);
    }
    say(wording, ")");
}

void say_date(struct wording *wording, const struct date *date)
{
    unsigned qualifiers = date_qualifiers(date);
    bool masked = date_is_masked(date) || date->significant;
    bool notes = !date_is_uniform(date) && !is_list(wording);
    if (notes) {
        say_date_plainly(wording, date);
        say_notes(wording, date);
        return;
    }
    /* The words of a rounded year in a list begin with the sign themselves. */
    if (date->significant && is_list(wording))
        say_qualified_start(wording, qualifiers & UNCERTAIN, masked);
    else
        say_qualified_start(wording, qualifiers, masked);
    say_date_plainly(wording, date);
    say_qualified_end(wording, qualifiers, masked);
}
