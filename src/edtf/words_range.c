/*
 * Several dates in words: intervals and sets.
 *
 * The two are kept apart. What lasted is "23–24 June 2023", "since 1985", "from
 * 1985 until an unknown date"; what happened at one of several times is "between
 * 24 and 30 June 2023", "742 or 747", "1985 or later".
 */
#include "edtf/words.h"

#include <string.h>

static bool date_is_plain_but_for_qualifiers(const struct date *date)
{
    return !date_is_masked(date) && !date->significant &&
           date->precision != TO_THE_SEASON;
}

bool date_is_plain(const struct date *date)
{
    return date_is_plain_but_for_qualifiers(date) && !date_qualifiers(date);
}

static int month_of(const struct date *date)
{
    return two_digits(date->month);
}

static bool same_year(const struct date *a, const struct date *b)
{
    return a->year == b->year && a->precision == b->precision &&
           a->precision != TO_THE_YEAR;
}

static bool same_month(const struct date *a, const struct date *b)
{
    return same_year(a, b) && a->precision == TO_THE_DAY && month_of(a) == month_of(b);
}

void say_shortened(struct wording *wording, const struct date *date,
                   const struct date *next)
{
    struct wording brief = *wording;
    brief.years = brief.years && !same_year(date, next);
    if (same_month(date, next))
        put_number(&brief.put, two_digits(date->day), 1);
    else
        say_date_plainly(&brief, date);
    wording->put = brief.put;
}

static bool same_date(const struct date *a, const struct date *b)
{
    char of_a[64] = "", of_b[64] = "";
    struct put put_a = { .out = of_a, .size = sizeof(of_a) };
    struct put put_b = { .out = of_b, .size = sizeof(of_b) };
    put_date(&put_a, a);
    put_date(&put_b, b);
    put_end(&put_a);
    put_end(&put_b);
    return strcmp(of_a, of_b) == 0;
}

void say_plain_range(struct wording *wording, const struct date *from,
                     const struct date *to, const struct joint *joint)
{
    bool months = from->precision == TO_THE_MONTH && same_year(from, to);
    if (from->precision == TO_THE_YEAR) {
        say_years(wording, from->year, to->year, joint);
        return;
    }
    if (same_date(from, to)) {
        say_date_plainly(wording, from);
        return;
    }
    bool tight = months || same_month(from, to);
    say(wording, joint->before);
    say_shortened(wording, from, to);
    say(wording, tight ? joint->tight : joint->wide);
    say_date_plainly(wording, to);
}

/* A date of an interval's end, then or before, or then or after. */
static void say_end(struct wording *wording, const struct piece *end)
{
    say_date(wording, &end->from);
    if (end->kind == PIECE_UNTIL)
        say(wording, " or earlier");
    if (end->kind == PIECE_SINCE)
        say(wording, " or later");
}

static void say_open_interval(struct wording *wording, const struct piece *start,
                              const struct piece *end)
{
    if (end->kind == PIECE_OPEN) {
        say(wording, "since ");
        say_end(wording, start);
    } else if (start->kind == PIECE_OPEN) {
        say(wording, "until ");
        say_end(wording, end);
    } else if (end->kind == PIECE_UNKNOWN) {
        say(wording, is_list(wording) ? "" : "from ");
        say_end(wording, start);
        say(wording, is_list(wording) ? " – ?" : " until an unknown date");
    } else {
        say(wording, is_list(wording) ? "? – " : "from an unknown date until ");
        say_end(wording, end);
    }
}

/* An unknown end beside an open one has no date at the other, so no words. */
static bool is_dated(const struct piece *end)
{
    return end->kind != PIECE_OPEN && end->kind != PIECE_UNKNOWN;
}

void say_interval(struct wording *wording, const struct piece *start,
                  const struct piece *end)
{
    bool dates = start->kind == PIECE_DATE && end->kind == PIECE_DATE;
    bool plain = dates && date_is_plain(&start->from) && date_is_plain(&end->from);
    if (dates && same_date(&start->from, &end->from)) {
        say_date(wording, &start->from);
    } else if (!is_dated(start) || !is_dated(end)) {
        say_open_interval(wording, start, end);
    } else if (plain && start->from.precision == end->from.precision) {
        say_plain_range(wording, &start->from, &end->from, &joint_dash);
    } else {
        say(wording, is_list(wording) ? "" : "from ");
        say_end(wording, start);
        say(wording, is_list(wording) ? " – " : " to ");
        say_end(wording, end);
    }
}

/* What all members of a set have in common, which is then said once. */
struct common {
    unsigned qualifiers; /* that every member carries as a whole */
    bool plain;          /* all are such dates that a shared year is said once */
    bool open;           /* some are "or later", so that a comma helps */
};

static struct common common_of(const struct edtf *set)
{
    struct common common = { .qualifiers = UNCERTAIN | APPROXIMATE, .plain = true };
    struct members members = members_of(set);
    struct piece member;
    unsigned first = 0;
    for (size_t i = 0; members_next(&members, &member); i++) {
        const struct date *date = &member.from;
        unsigned own = member.kind == PIECE_RANGE ? 0 : date_qualifiers(date);
        first = i == 0 ? own : first;
        bool alike = own == first && date_is_uniform(date);
        common.qualifiers = alike ? common.qualifiers : 0;
        common.plain = common.plain && alike && member.kind == PIECE_DATE &&
                       date_is_plain_but_for_qualifiers(date);
        common.open =
            common.open || member.kind == PIECE_UNTIL || member.kind == PIECE_SINCE;
    }
    common.qualifiers &= first;
    return common;
}

/* The day before which something lies that happened on DATE or earlier. */
static void say_before_next_day(struct wording *wording, const struct date *date)
{
    char text[64];
    int64_t number = edtf_day_number(reach_of_date(date).last);
    say(wording, "before ");
    edtf_day_words(edtf_day_of_number(number + 1), wording->width, text, sizeof(text));
    say(wording, text);
}

/* "12 or 13 July": nothing lies between the two. */
static bool are_neighbours(const struct date *from, const struct date *to)
{
    int64_t end = edtf_day_number(reach_of_date(from).last);
    int64_t start = edtf_day_number(reach_of_date(to).first);
    return start > end && start - 1 == end;
}

static const struct joint *joint_of_range(const struct piece *range, bool one,
                                          bool list)
{
    if (one && range->kind == PIECE_RANGE && are_neighbours(&range->from, &range->to))
        return &joint_or;
    if (list)
        return &joint_dash;
    return one ? &joint_between : &joint_from;
}

/* The only member of a set. */
static void say_only_member(struct wording *wording, const struct piece *member,
                            bool one)
{
    static const char *const units[] = {
        [TO_THE_YEAR] = "each year ",
        [TO_THE_SEASON] = "each season ",
        [TO_THE_MONTH] = "each month ",
        [TO_THE_DAY] = "each day ",
    };
    const struct date *date = &member->from;
    const struct joint *joint = joint_of_range(member, one, is_list(wording));
    if (member->kind != PIECE_DATE && !one && !is_list(wording))
        say(wording, units[date->precision]);
    if (member->kind == PIECE_RANGE) {
        say_plain_range(wording, date, &member->to, joint);
    } else if (one && member->kind == PIECE_UNTIL && date_is_plain(date) &&
               date->precision == TO_THE_DAY) {
        say_before_next_day(wording, date);
    } else if (!one && member->kind != PIECE_DATE) {
        say(wording, member->kind == PIECE_UNTIL ? "until " : "since ");
        say_date(wording, date);
    } else {
        say_end(wording, member);
    }
}

/* One member of several. */
static void say_member(struct wording *wording, const struct piece *member, bool one,
                       bool qualified)
{
    if (member->kind == PIECE_RANGE)
        say_plain_range(wording, &member->from, &member->to, &joint_dash);
    else if (qualified)
        say_date_plainly(wording, &member->from);
    else
        say_date(wording, &member->from);
    if (member->kind == PIECE_UNTIL)
        say(wording, one ? " or earlier" : " and earlier");
    if (member->kind == PIECE_SINCE)
        say(wording, one ? " or later" : " and later");
}

/* What stands before the last member, or another one. */
static const char *conjunction(bool last, bool one, bool comma)
{
    if (!last)
        return ", ";
    if (comma)
        return one ? ", or " : ", and ";
    return one ? " or " : " and ";
}

void say_set(struct wording *wording, const struct edtf *set)
{
    bool one = set->shape == EDTF_SHAPE_ONE_OF;
    struct common common = common_of(set);
    struct members members = members_of(set);
    struct piece member, next;
    members_next(&members, &member);
    bool more = members_next(&members, &next);
    if (!more) {
        say_only_member(wording, &member, one);
        return;
    }
    say_qualified_start(wording, common.qualifiers, false);
    for (bool first = true;; first = false) {
        say(wording, first ? "" : conjunction(!more, one, common.open));
        if (more && common.plain)
            say_shortened(wording, &member.from, &next.from);
        else
            say_member(wording, &member, one, common.qualifiers);
        if (!more)
            break;
        member = next;
        more = members_next(&members, &next);
    }
    say_qualified_end(wording, common.qualifiers, false);
}
