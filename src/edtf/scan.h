/*
 * scan: a place in a text that is being parsed, and where it went wrong.
 *
 * Offsets are bytes into the whole text, also while a part of it is scanned.
 */
#ifndef ANNALS_EDTF_SCAN_H
#define ANNALS_EDTF_SCAN_H

#include "edtf/parts.h"

struct scan {
    struct str text; /* from the start of the whole to where the scan ends */
    size_t at;
    struct edtf_error *error;
};

/* The bytes of TEXT from START up to END. */
struct scan scan_part(struct str text, size_t start, size_t end,
                      struct edtf_error *error);

bool scan_at_end(const struct scan *scan);
/* The next byte, or 0 at the end: 0 occurs in no expression. */
char scan_peek(const struct scan *scan);
/* Takes the next byte if it is C. */
bool scan_take(struct scan *scan, char c);

/* Digits as a number; false if there is none or it does not fit. */
bool scan_number(struct scan *scan, int64_t *value, size_t *digits);

/* States what is wrong at OFFSET and returns false. */
bool scan_fail_at(struct scan *scan, size_t offset, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* One date, at the level that it needs; the scan is left behind it. */
bool scan_date(struct scan *scan, struct date *date);
/* hh:mm:ss and what follows it, to the end of the scan. */
bool scan_time(struct scan *scan, struct time_of_day *time);

#endif
