/*
 * parts: what an expression is made of. For the files of this room only.
 *
 * Nothing here is kept: an edtf holds its text, and whoever wants the parts has
 * them read again, so that no expression needs memory of its own however many
 * members it has. Clauses are of ISO 8601-2:2019.
 */
#ifndef ANNALS_EDTF_PARTS_H
#define ANNALS_EDTF_PARTS_H

#include "edtf/edtf.h"

/* The qualifiers of 8.2, as bits: ? and ~, and % for both. */
enum { UNCERTAIN = 1, APPROXIMATE = 2 };

/* The components of a date, each of which may be qualified by itself. */
enum { YEAR, MONTH, DAY, COMPONENTS };

enum precision {
    TO_THE_YEAR,
    TO_THE_SEASON, /* 4.8: a code from 21 to 41 in the place of the month */
    TO_THE_MONTH,
    TO_THE_DAY,
};

enum year_form {
    YEAR_FOUR_DIGITS, /* 1985, -0043, 198X */
    YEAR_LETTER,      /* 4.7.2: Y170000002 */
    YEAR_EXPONENT,    /* 4.7.3: Y17E7 */
};

/* One date. Digits are '0' to '9', or 'X' where unspecified. */
struct date {
    enum year_form form;
    enum precision precision;
    int64_t year;        /* the lowest where digits are unspecified */
    char year_digits[4]; /* of YEAR_FOUR_DIGITS, without the sign */
    char month[2], day[2];
    unsigned qualifiers[COMPONENTS];
    int64_t significand; /* of YEAR_EXPONENT, with the sign */
    int exponent;
    int significant; /* 4.7.4: how many digits count; 0 where all do */
};

/* A time of day and its shift from UTC as written: "", "Z", "+05:30". */
struct time_of_day {
    int hour, minute, second;
    struct str shift;
};

/* One end of an interval or one member of a set. */
enum piece_kind {
    PIECE_DATE,
    PIECE_UNTIL,   /* "..a": a or before */
    PIECE_SINCE,   /* "a..": a or after */
    PIECE_RANGE,   /* "a..b", in sets only */
    PIECE_OPEN,    /* "..", in intervals only */
    PIECE_UNKNOWN, /* nothing, in intervals only */
};

struct piece {
    enum piece_kind kind;
    struct date from, to; /* FROM, but for PIECE_RANGE both; UNTIL has it too */
};

enum form { FORM_DATE, FORM_TIME, FORM_INTERVAL, FORM_SET };

/* An expression other than a set, read again. */
struct parts {
    enum form form;
    struct date date;        /* FORM_DATE, FORM_TIME */
    struct time_of_day time; /* FORM_TIME */
    struct piece start, end; /* FORM_INTERVAL */
};

/* What EXPRESSION, which parsed, is made of. */
struct parts parts_of(const struct edtf *expression);

/* The members of a set in the order in which they are written. */
struct members {
    struct str text;
    size_t at;
};
struct members members_of(const struct edtf *set);
/* The next into *MEMBER; false where there is none left. */
bool members_next(struct members *members, struct piece *member);

/* The two digits of a month or day, or 0 where one is unspecified. */
int two_digits(const char digits[2]);
/* Whether VALUE can be what the digits stand for. */
bool two_digits_match(const char digits[2], int value);
/* Whether any of the date's digits is unspecified. */
bool date_is_masked(const struct date *date);
bool year_is_masked(const struct date *date);
/* All qualifiers that any component of the date carries. */
unsigned date_qualifiers(const struct date *date);
/* Whether all components that the date has carry the same. */
bool date_is_uniform(const struct date *date);
/* How many components the date has: 1 to 3. */
int date_components(const struct date *date);

/* 0, 1 or 2, as annals(5) has it under DATES; in an interval, unspecified digits
 * are level 2. */
int date_level(const struct date *date, bool in_interval);

/* The days that something allows. BEYOND: a year of it does not fit, and the
 * day stands at the end of what does. */
struct reach {
    struct edtf_day first, last;
    bool beyond;
};
struct reach reach_of_date(const struct date *date);
/* Whether there is any such day in the calendar. */
bool date_exists(const struct date *date);

/* The bounds of one piece that has a date, of an interval between two pieces,
 * and of two things together. */
struct edtf_bounds bounds_of_piece(const struct piece *piece);
struct edtf_bounds bounds_of_interval(const struct piece *start,
                                      const struct piece *end);
struct edtf_bounds bounds_together(struct edtf_bounds a, struct edtf_bounds b);
/* The first month of a season code and the number of months it lasts. */
struct season {
    int month, length;
};
struct season season_of_code(int code);

bool year_is_leap(int64_t year);
int days_of_month(int64_t year, int month);

#endif
