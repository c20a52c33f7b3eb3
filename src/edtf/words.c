/*
 * The whole expression in words: which kind it is, and whether it fits.
 */
#include "edtf/words.h"

#include <string.h>

enum { LIST_CELLS = 24 };

static void say_time(struct wording *wording, const struct time_of_day *time)
{
    struct put *put = &wording->put;
    bool list = is_list(wording);
    say(wording, list ? " " : ", ");
    put_number(put, time->hour, 2);
    put_char(put, ':');
    put_number(put, time->minute, 2);
    if (list)
        return;
    put_char(put, ':');
    put_number(put, time->second, 2);
    if (time->shift.len)
        say(wording, " UTC");
    if (time->shift.len && time->shift.ptr[0] != 'Z')
        put_bytes(put, time->shift.ptr, time->shift.len);
}

static void say_expression(struct wording *wording, const struct edtf *date)
{
    struct parts parts = parts_of(date);
    switch (parts.form) {
    case FORM_DATE:
        say_date(wording, &parts.date);
        break;
    case FORM_TIME:
        say_date(wording, &parts.date);
        say_time(wording, &parts.time);
        break;
    case FORM_INTERVAL:
        say_interval(wording, &parts.start, &parts.end);
        break;
    case FORM_SET:
        say_set(wording, date);
        break;
    }
}

/* Whether a heading with the year says the year of all of it. */
static bool lies_in_one_year(struct edtf_bounds bounds)
{
    return bounds.earliest.kind == EDTF_DAY && bounds.latest.kind == EDTF_DAY &&
           bounds.earliest.day.year == bounds.latest.day.year;
}

static size_t count_cells(const char *text)
{
    size_t cells = 0;
    for (; *text; text++)
        cells += ((unsigned char)*text & 0xc0) != 0x80;
    return cells;
}

/* Whether there are years both before AD 1 and after; 0000 is where unspecified
 * digits begin, so it does not count. */
static bool has_both_eras(struct edtf_bounds bounds)
{
    return bounds.earliest.kind == EDTF_DAY && bounds.earliest.day.year < 0 &&
           bounds.latest.kind == EDTF_DAY && bounds.latest.day.year > 0;
}

/* A year from which on, or until which, with what such words stand on. */
static void say_open_bound(struct wording *wording, const struct edtf *date,
                           struct edtf_bound first, struct edtf_bound last)
{
    bool start = first.kind == EDTF_DAY, one = date->shape == EDTF_SHAPE_ONE_OF;
    bool open = (start ? last : first).kind == EDTF_OPEN;
    if (!open)
        say(wording, start ? "" : "? – ");
    else if (!one)
        say(wording, start ? "since " : "until ");
    say_year(wording, start ? first.day.year : last.day.year);
    if (!open)
        say(wording, start ? " – ?" : "");
    else if (one)
        say(wording, start ? " or later" : " or earlier");
}

/* The years alone, for what has more words than a column has cells. */
static void say_bounds(struct wording *wording, const struct edtf *date)
{
    struct edtf_bound first = date->bounds.earliest, last = date->bounds.latest;
    say(wording, date->approximate ? "~ " : "");
    if (first.kind == EDTF_DAY && last.kind == EDTF_DAY)
        say_years(wording, first.day.year, last.day.year, &joint_dash);
    else if (first.kind == EDTF_DAY || last.kind == EDTF_DAY)
        say_open_bound(wording, date, first, last);
    else
        say(wording, first.kind == EDTF_OPEN ? "open both ways" : "a far year");
    say(wording, date->uncertain ? "?" : "");
}

static size_t list_words(const struct edtf *date, char *out, size_t size)
{
    char text[160] = "";
    bool years = !lies_in_one_year(date->bounds);
    struct wording wording = { .put = { .out = text, .size = sizeof(text) },
                               .years = years,
                               .eras = has_both_eras(date->bounds) };
    say_expression(&wording, date);
    bool whole = put_end(&wording.put) < sizeof(text);
    if (!whole || count_cells(text) > LIST_CELLS) {
        wording.put.len = 0;
        say_bounds(&wording, date);
        put_end(&wording.put);
    }
    struct put put = { .out = out, .size = size };
    put_text(&put, text);
    return put_end(&put);
}

size_t edtf_words(const struct edtf *date, enum edtf_width width, char *out,
                  size_t size)
{
    if (width == EDTF_WORDS_LIST)
        return list_words(date, out, size);
    struct wording wording = { .put = { .out = out, .size = size },
                               .width = width,
                               .years = true,
                               .eras = has_both_eras(date->bounds) };
    say_expression(&wording, date);
    return put_end(&wording.put);
}

size_t edtf_day_words(struct edtf_day day, enum edtf_width width, char *out,
                      size_t size)
{
    struct wording wording = { .put = { .out = out, .size = size }, .width = width };
    put_number(&wording.put, day.day, 1);
    put_char(&wording.put, ' ');
    say_month(&wording, day.month);
    put_char(&wording.put, ' ');
    say_year(&wording, day.year);
    return put_end(&wording.put);
}
