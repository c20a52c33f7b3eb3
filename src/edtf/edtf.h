/*
 * edtf: dates that say what is not known (ISO 8601-2:2019, levels 0, 1 and 2).
 *
 * A library of its own: it knows nothing of dossiers, terminals or the locale,
 * never asks libc for a date, and takes no memory while it parses. Years are
 * int64 in the proleptic Gregorian calendar with a year 0 (which is 1 BC); one
 * that does not fit is refused with a reason, never wrapped.
 *
 * Where the standard leaves room, annals(5) states what is done, and the rule
 * stands beside the function that follows it.
 */
#ifndef ANNALS_EDTF_EDTF_H
#define ANNALS_EDTF_EDTF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

/* One day of the calendar. */
struct edtf_day {
    int64_t year;
    int month, day; /* from 1 */
};

enum edtf_bound_kind {
    EDTF_DAY,     /* the day is known */
    EDTF_OPEN,    /* "..": it goes on without an end */
    EDTF_UNKNOWN, /* nothing written: there is an end, nobody says which */
};

struct edtf_bound {
    enum edtf_bound_kind kind;
    struct edtf_day day; /* where kind is EDTF_DAY; else only where it sorts */
};

/* The first day that an expression allows, and the last. */
struct edtf_bounds {
    struct edtf_bound earliest, latest;
};

/* What kind of thing the expression says, for a column or a sign. */
enum edtf_shape {
    EDTF_SHAPE_DAY,    /* one whole day, unqualified, or a time of it */
    EDTF_SHAPE_PERIOD, /* a coarser date: some day in a month, season, year */
    EDTF_SHAPE_SPAN,   /* an interval: it lasted from one end to the other */
    EDTF_SHAPE_ONE_OF, /* [..]: one of several, not known which */
    EDTF_SHAPE_ALL_OF, /* {..}: all of several */
};

/*
 * A parsed expression. It keeps a slice of the text it was parsed from, which
 * must outlive it. Look at it through the functions below only.
 */
struct edtf {
    struct str text;
    struct edtf_bounds bounds;
    int level;
    enum edtf_shape shape;
    bool uncertain, approximate;
};

/* Why a text is no EDTF. */
struct edtf_error {
    size_t offset;        /* bytes into the text, at most its length */
    char reason[128];     /* a phrase without a full stop */
    char suggestion[128]; /* an obvious repair that does parse, or empty */
};

/* Parses TEXT whole. On failure returns false, fills *ERROR and leaves *DATE
 * unspecified. */
bool edtf_parse(struct str text, struct edtf *date, struct edtf_error *error);

/* 0, 1 or 2: the lowest level of the standard that admits the expression. */
int edtf_level(const struct edtf *date);

/* Qualifiers never move bounds (annals(5), DATES). */
struct edtf_bounds edtf_bounds(const struct edtf *date);

enum edtf_shape edtf_shape(const struct edtf *date);
/* Whether any part carries ? (uncertain), ~ (approximate) or % (both). */
bool edtf_is_uncertain(const struct edtf *date);
bool edtf_is_approximate(const struct edtf *date);

/* By earliest day, then latest, then canonical text; an open start before all
 * days, an open end after all, an unknown bound where the other one puts it.
 * A total order. */
int edtf_compare(const struct edtf *a, const struct edtf *b);
/* The same without the text: 0 for dates that begin and end alike. */
int edtf_compare_bounds(const struct edtf *a, const struct edtf *b);
int edtf_day_compare(struct edtf_day a, struct edtf_day b);

/*
 * What can be and what must be, by the days that the bounds leave. An unknown
 * bound may lie anywhere, which helps what is possible and nothing that is
 * certain. What is certain is possible, and what is certainly before is not
 * possibly on, nor after.
 */
/* Some part of A may lie before some part of B. */
bool edtf_possibly_before(const struct edtf *a, const struct edtf *b);
/* All of A lies before all of B. */
bool edtf_certainly_before(const struct edtf *a, const struct edtf *b);
/* A and B may share a day: in the bounds of each lies some of the other, and
 * where it is a set, some of its members. */
bool edtf_possibly_on(const struct edtf *a, const struct edtf *b);
/* A lies wholly in the bounds of B or, where B is a set, of one member of it. */
bool edtf_certainly_on(const struct edtf *a, const struct edtf *b);

enum edtf_width {
    EDTF_WORDS_LIST,   /* "24–30 Jun", for a column: see below */
    EDTF_WORDS_DETAIL, /* "between 24 and 30 Jun 2023" */
    EDTF_WORDS_DUMP,   /* "between 24 and 30 June 2023" */
};

/*
 * The date in English words, never more precise than it is. The list width
 * leaves out the year where the whole date lies in one year (the heading above
 * it says it) and is at most 24 cells where the years have four digits.
 * Like snprintf: writes at most SIZE bytes with the terminator, UTF-8, and
 * returns the length that it has without the terminator.
 */
size_t edtf_words(const struct edtf *date, enum edtf_width width, char *out,
                  size_t size);
/* The canonical expression, in the same way; parses back to an equal date. */
size_t edtf_format(const struct edtf *date, char *out, size_t size);
/* A bound as --date prints it: "2023-06-24", "-0044-03-15",
 * "Y170000002-01-01", ".." where open, "unknown" where unknown. */
size_t edtf_bound_format(struct edtf_bound bound, char *out, size_t size);
/* A day in words: "30 Jun 2023" (LIST and DETAIL) or "30 June 2023" (DUMP). */
size_t edtf_day_words(struct edtf_day day, enum edtf_width width, char *out,
                      size_t size);

/* Days from 1970-01-01 to DAY; years beyond about 2.5e16 are cut to the last
 * that fits. For gaps and axes. */
int64_t edtf_day_number(struct edtf_day day);
struct edtf_day edtf_day_of_number(int64_t number);

#endif
