/*
 * The canonical form: the same dates, members and ends in the same order, and
 * numbers without leading zeros. What the year and the components next to it
 * carry alike is one qualifier to the right of them, at the end if it is all of
 * the date (8.2.4); any other component has its own to its left. Two spellings
 * of one thing have one canonical form.
 */
#include "edtf/put.h"

static void put_qualifier(struct put *put, unsigned bits)
{
    static const char signs[] = { '\0', '?', '~', '%' };
    if (bits)
        put_char(put, signs[bits]);
}

static void put_year(struct put *put, const struct date *date)
{
    if (date->form == YEAR_FOUR_DIGITS) {
        if (date->year < 0)
            put_char(put, '-');
        put_bytes(put, date->year_digits, sizeof(date->year_digits));
    } else {
        put_char(put, 'Y');
        put_number(put, date->form == YEAR_LETTER ? date->year : date->significand, 1);
    }
    if (date->form == YEAR_EXPONENT) {
        put_char(put, 'E');
        put_number(put, date->exponent, 1);
    }
    if (date->significant) {
        put_char(put, 'S');
        put_number(put, date->significant, 1);
    }
}

/* How many components at the front share what the year carries. */
static int count_group(const struct date *date)
{
    int count = 1, components = date_components(date);
    while (count < components && date->qualifiers[count] == date->qualifiers[YEAR])
        count++;
    return count;
}

void put_date(struct put *put, const struct date *date)
{
    int components = date_components(date), group = count_group(date);
    for (int i = 0; i < components; i++) {
        if (i > 0)
            put_char(put, '-');
        if (i >= group)
            put_qualifier(put, date->qualifiers[i]);
        if (i == YEAR)
            put_year(put, date);
        else
            put_bytes(put, i == MONTH ? date->month : date->day, 2);
        if (i == group - 1)
            put_qualifier(put, date->qualifiers[YEAR]);
    }
}

void put_piece(struct put *put, const struct piece *piece)
{
    if (piece->kind == PIECE_OPEN || piece->kind == PIECE_UNTIL)
        put_text(put, "..");
    if (piece->kind != PIECE_OPEN && piece->kind != PIECE_UNKNOWN)
        put_date(put, &piece->from);
    if (piece->kind == PIECE_SINCE || piece->kind == PIECE_RANGE)
        put_text(put, "..");
    if (piece->kind == PIECE_RANGE)
        put_date(put, &piece->to);
}

static void put_time(struct put *put, const struct time_of_day *time)
{
    put_char(put, 'T');
    put_number(put, time->hour, 2);
    put_char(put, ':');
    put_number(put, time->minute, 2);
    put_char(put, ':');
    put_number(put, time->second, 2);
    put_bytes(put, time->shift.ptr, time->shift.len);
}

static void put_set(struct put *put, const struct edtf *set)
{
    struct members members = members_of(set);
    struct piece member;
    bool one = set->shape == EDTF_SHAPE_ONE_OF;
    for (bool first = true; members_next(&members, &member); first = false) {
        put_char(put, !first ? ',' : one ? '[' : '{');
        put_piece(put, &member);
    }
    put_char(put, one ? ']' : '}');
}

size_t edtf_format(const struct edtf *date, char *out, size_t size)
{
    struct put put = { .out = out, .size = size };
    struct parts parts = parts_of(date);
    if (parts.form == FORM_SET) {
        put_set(&put, date);
    } else if (parts.form == FORM_INTERVAL) {
        put_piece(&put, &parts.start);
        put_char(&put, '/');
        put_piece(&put, &parts.end);
    } else {
        put_date(&put, &parts.date);
    }
    if (parts.form == FORM_TIME)
        put_time(&put, &parts.time);
    return put_end(&put);
}

size_t edtf_bound_format(struct edtf_bound bound, char *out, size_t size)
{
    struct put put = { .out = out, .size = size };
    bool four_digits = bound.day.year >= -9999 && bound.day.year <= 9999;
    if (bound.kind == EDTF_OPEN) {
        put_text(&put, "..");
    } else if (bound.kind == EDTF_UNKNOWN) {
        put_text(&put, "unknown");
    } else {
        put_text(&put, four_digits ? "" : "Y");
        put_number(&put, bound.day.year, 4);
        put_char(&put, '-');
        put_number(&put, bound.day.month, 2);
        put_char(&put, '-');
        put_number(&put, bound.day.day, 2);
    }
    return put_end(&put);
}
