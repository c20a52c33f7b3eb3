/*
 * A whole expression:
 *
 *   expression = date / date "T" time / interval / set
 *   interval   = end "/" end                       10; A.3.4, A.4.4
 *   end        = date / ".." / nothing             open and unknown
 *              / ".." date, at the start           10.6: then or before
 *              / date "..", at the end             10.6: then or after
 *   set        = "{" members "}" / "[" members "]" 6: all of them, one of them
 *   members    = member { "," member }
 *   member     = date / ".." date / date ".." / date ".." date
 *
 * Only what can be told of all expressions alike is kept: bounds, level, shape
 * and qualifiers. The parts are read again by whoever needs them.
 */
#include "edtf/parse.h"

#include <stdio.h>
#include <string.h>

#include "edtf/scan.h"

/* What one expression and each of its dates add to the whole. */
static void note_date(struct edtf *whole, const struct date *date, bool in_interval)
{
    int level = date_level(date, in_interval);
    whole->level = level > whole->level ? level : whole->level;
    unsigned qualifiers = date_qualifiers(date);
    whole->uncertain = whole->uncertain || (qualifiers & UNCERTAIN);
    whole->approximate = whole->approximate || (qualifiers & APPROXIMATE);
}

static size_t find_between(struct str text, struct str needle, size_t start, size_t end)
{
    size_t at = str_find(str_slice(text, 0, end), needle, start);
    return at == STR_NONE ? end : at;
}

static bool parse_date(struct str text, struct edtf *whole, struct edtf_error *error)
{
    struct piece piece = { .kind = PIECE_DATE };
    struct scan scan = scan_part(text, 0, text.len, error);
    if (!scan_date(&scan, &piece.from))
        return false;
    note_date(whole, &piece.from, false);
    whole->bounds = bounds_of_piece(&piece);
    bool day = piece.from.precision == TO_THE_DAY;
    bool known = !date_is_masked(&piece.from) && !date_qualifiers(&piece.from);
    whole->shape = day && known ? EDTF_SHAPE_DAY : EDTF_SHAPE_PERIOD;
    return true;
}

/* Level 0 has a time of a plain day only; other levels add none (A.3.3). */
static bool parse_time(struct str text, size_t t, struct edtf *whole,
                       struct edtf_error *error)
{
    struct time_of_day time;
    struct scan time_scan = scan_part(text, t + 1, text.len, error);
    if (!parse_date(str_slice(text, 0, t), whole, error))
        return false;
    if (whole->level > 0 || whole->shape != EDTF_SHAPE_DAY)
        return scan_fail_at(&time_scan, t,
                            "a time belongs to a plain day of the years 0000 to 9999");
    return scan_time(&time_scan, &time);
}

static bool scan_end(struct str text, size_t start, size_t end, bool first,
                     struct piece *piece, struct edtf_error *error)
{
    struct str part = str_slice(text, start, end);
    *piece = (struct piece){ .kind = part.len ? PIECE_OPEN : PIECE_UNKNOWN };
    if (part.len == 0 || str_equal(part, STR("..")))
        return true;
    bool before = first && str_starts(part, STR(".."));
    bool after = !first && str_ends(part, STR(".."));
    piece->kind = before ? PIECE_UNTIL : after ? PIECE_SINCE : PIECE_DATE;
    struct scan scan =
        scan_part(text, start + (before ? 2 : 0), end - (after ? 2 : 0), error);
    return scan_date(&scan, &piece->from);
}

static bool scan_interval(struct str text, size_t slash, struct piece *start,
                          struct piece *end, struct edtf_error *error)
{
    return scan_end(text, 0, slash, true, start, error) &&
           scan_end(text, slash + 1, text.len, false, end, error);
}

static void note_end(struct edtf *whole, const struct piece *end)
{
    int level = end->kind == PIECE_DATE ? 0 : 1;
    if (end->kind == PIECE_UNTIL || end->kind == PIECE_SINCE)
        level = 2;
    whole->level = level > whole->level ? level : whole->level;
    if (end->kind != PIECE_OPEN && end->kind != PIECE_UNKNOWN)
        note_date(whole, &end->from, true);
}

/* The days themselves decide, also those that are beyond a year that fits. */
static bool is_reversed(const struct piece *from, const struct date *to)
{
    struct edtf_day first = reach_of_date(&from->from).first;
    return from->kind != PIECE_UNTIL &&
           edtf_day_compare(reach_of_date(to).last, first) < 0;
}

static bool has_date(const struct piece *end)
{
    return end->kind != PIECE_OPEN && end->kind != PIECE_UNKNOWN;
}

static bool parse_interval(struct str text, size_t slash, struct edtf *whole,
                           struct edtf_error *error)
{
    struct piece start, end;
    struct scan scan = scan_part(text, slash + 1, text.len, error);
    size_t more = str_find(text, STR("/"), slash + 1);
    if (more != STR_NONE)
        return scan_fail_at(&scan, more, "an interval has one / between two dates");
    if (!scan_interval(text, slash, &start, &end, error))
        return false;
    if (!has_date(&start) && !has_date(&end))
        return scan_fail_at(&scan, 0, "an interval needs a date at one end at least");
    if (start.kind == PIECE_DATE && end.kind == PIECE_DATE &&
        is_reversed(&start, &end.from))
        return scan_fail_at(&scan, slash + 1, "the interval ends before it starts");
    note_end(whole, &start);
    note_end(whole, &end);
    whole->shape = EDTF_SHAPE_SPAN;
    whole->bounds = bounds_of_interval(&start, &end);
    return true;
}

/* What the ends of a range in a set may be: plain dates of one precision, for
 * nothing else has a defined next one (6.3, 6.4). */
static bool check_range(struct scan *scan, const struct piece *range, size_t second)
{
    const struct date *ends[] = { &range->from, &range->to };
    for (int i = 0; i < 2; i++) {
        size_t at = i ? second : scan->at;
        if (date_is_masked(ends[i]) || ends[i]->significant)
            return scan_fail_at(scan, at, "a range in a set runs between known dates");
        if (date_qualifiers(ends[i]))
            return scan_fail_at(scan, at, "a range in a set carries no qualifiers");
        if (ends[i]->precision == TO_THE_SEASON)
            return scan_fail_at(scan, at, "a range in a set has no seasons");
    }
    if (range->from.precision != range->to.precision)
        return scan_fail_at(scan, second,
                            "both ends of a range have the same precision");
    if (is_reversed(range, &range->to))
        return scan_fail_at(scan, second, "the range ends before it starts");
    return true;
}

static bool scan_range(struct str text, size_t start, size_t dots, size_t end,
                       struct piece *member, struct edtf_error *error)
{
    struct scan whole = scan_part(text, start, end, error);
    struct scan from = scan_part(text, start, dots, error);
    struct scan to = scan_part(text, dots + 2, end, error);
    member->kind = PIECE_RANGE;
    return scan_date(&from, &member->from) && scan_date(&to, &member->to) &&
           check_range(&whole, member, dots + 2);
}

static bool scan_member(struct str text, size_t start, size_t end, struct piece *member,
                        struct edtf_error *error)
{
    struct scan scan = scan_part(text, start, end, error);
    size_t dots = find_between(text, STR(".."), start, end);
    *member = (struct piece){ .kind = PIECE_DATE };
    if (start == end)
        return scan_fail_at(&scan, start, "a member of the set is missing");
    if (end - start == 2 && dots == start)
        return scan_fail_at(&scan, start, ".. needs a date beside it in a set");
    if (dots == start) {
        member->kind = PIECE_UNTIL;
        scan.at += 2;
    } else if (dots + 2 == end) {
        member->kind = PIECE_SINCE;
        scan.text.len -= 2;
    } else if (dots < end) {
        return scan_range(text, start, dots, end, member, error);
    }
    return scan_date(&scan, &member->from);
}

/* The member that starts at *AT, which then is behind the sign after it. */
static bool scan_next(struct str text, size_t *at, struct piece *member,
                      struct edtf_error *error)
{
    size_t end = find_between(text, STR(","), *at, text.len - 1);
    bool found = scan_member(text, *at, end, member, error);
    *at = end + 1;
    return found;
}

static bool parse_set(struct str text, struct edtf *whole, struct edtf_error *error)
{
    char close = text.ptr[0] == '[' ? ']' : '}';
    struct scan scan = scan_part(text, 1, text.len, error);
    if (text.len < 2 || text.ptr[text.len - 1] != close)
        return scan_fail_at(&scan, text.len - (text.len > 1),
                            "the set should end in %c", close);
    whole->level = 2;
    whole->shape = close == ']' ? EDTF_SHAPE_ONE_OF : EDTF_SHAPE_ALL_OF;
    bool first = true;
    for (size_t at = 1; at < text.len; first = false) {
        struct piece member;
        if (!scan_next(text, &at, &member, error))
            return false;
        struct edtf_bounds bounds = bounds_of_piece(&member);
        whole->bounds = first ? bounds : bounds_together(whole->bounds, bounds);
        note_date(whole, &member.from, false);
    }
    return true;
}

/* The characters that occur nowhere in any expression. */
static bool check_characters(struct str text, struct edtf_error *error)
{
    struct scan scan = scan_part(text, 0, text.len, error);
    if (text.len == 0)
        return scan_fail_at(&scan, 0, "a date is missing");
    char start = text.ptr[0];
    bool letter = (start >= 'A' && start <= 'Z') || (start >= 'a' && start <= 'z');
    if (letter && !strchr("XYxuy", start))
        return scan_fail_at(&scan, 0, "a date is written in digits, as in 2023-06-24");
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        if (c == ' ' || (c >= '\t' && c <= '\r'))
            return scan_fail_at(&scan, i, "a date has no white space");
        if (c < ' ' || c > '~')
            return scan_fail_at(&scan, i, "a date has ASCII characters only");
    }
    return true;
}

static bool parse_any(struct str text, struct edtf *whole, struct edtf_error *error)
{
    *whole = (struct edtf){ .text = text };
    if (!check_characters(text, error))
        return false;
    if (text.ptr[0] == '[' || text.ptr[0] == '{')
        return parse_set(text, whole, error);
    size_t slash = str_find(text, STR("/"), 0), t = str_find(text, STR("T"), 0);
    if (slash != STR_NONE)
        return parse_interval(text, slash, whole, error);
    if (t != STR_NONE)
        return parse_time(text, t, whole, error);
    return parse_date(text, whole, error);
}

bool edtf_parse_plainly(struct str text, struct edtf *date, struct edtf_error *error)
{
    *error = (struct edtf_error){ .offset = 0 };
    return parse_any(text, date, error);
}

struct parts parts_of(const struct edtf *expression)
{
    struct str text = expression->text;
    struct edtf_error error;
    struct parts parts = { .form = FORM_DATE };
    size_t slash = str_find(text, STR("/"), 0), t = str_find(text, STR("T"), 0);
    struct scan scan = scan_part(text, 0, t == STR_NONE ? text.len : t, &error);
    if (expression->shape == EDTF_SHAPE_ONE_OF ||
        expression->shape == EDTF_SHAPE_ALL_OF) {
        parts.form = FORM_SET;
    } else if (slash != STR_NONE) {
        parts.form = FORM_INTERVAL;
        scan_interval(text, slash, &parts.start, &parts.end, &error);
    } else {
        scan_date(&scan, &parts.date);
    }
    if (t != STR_NONE) {
        parts.form = FORM_TIME;
        struct scan time = scan_part(text, t + 1, text.len, &error);
        scan_time(&time, &parts.time);
    }
    return parts;
}

struct members members_of(const struct edtf *set)
{
    return (struct members){ .text = set->text, .at = 1 };
}

bool members_next(struct members *members, struct piece *member)
{
    struct edtf_error error;
    return members->at < members->text.len &&
           scan_next(members->text, &members->at, member, &error);
}
