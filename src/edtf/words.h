/*
 * words: a date as an English sentence would have it. For the files words*.c.
 *
 * A year is said as 1985; as "AD 23" or "AD 170,000,002" where the number alone
 * would not look like a year; and as "44 BC", one more than the number in the
 * calendar, which has a year 0.
 */
#ifndef ANNALS_EDTF_WORDS_H
#define ANNALS_EDTF_WORDS_H

#include "edtf/put.h"

struct wording {
    struct put put;
    enum edtf_width width;
    bool years; /* whether months and days are followed by their year */
    bool eras;  /* whether every year says its era, since there are both */
};

static inline bool is_list(const struct wording *wording)
{
    return wording->width == EDTF_WORDS_LIST;
}

/* How two dates are joined: "23–24 June", "between 24 and 30 June", ... */
struct joint {
    const char *before, *tight, *wide;
};
extern const struct joint joint_dash, joint_between, joint_or, joint_from;

void say(struct wording *wording, const char *terminated);
/* 1st, 2nd, 3rd, ... */
void say_ordinal(struct wording *wording, int number);
/* January, or Jan where the width is not that of a dump; MONTH from 1. */
void say_month(struct wording *wording, int month);
void say_year(struct wording *wording, int64_t year);
/* "1964–2008", "between 100 and 44 BC". */
void say_years(struct wording *wording, int64_t from, int64_t to,
               const struct joint *joint);

/* One date with its qualifiers, or without. */
void say_date(struct wording *wording, const struct date *date);
void say_date_plainly(struct wording *wording, const struct date *date);
/* What is said before and after something that carries QUALIFIERS as a whole. */
void say_qualified_start(struct wording *wording, unsigned qualifiers, bool masked);
void say_qualified_end(struct wording *wording, unsigned qualifiers, bool masked);

/* Whether a date is neither masked nor qualified nor rounded nor a season. */
bool date_is_plain(const struct date *date);
/* Two plain dates of one precision, saying once what they share. */
void say_plain_range(struct wording *wording, const struct date *from,
                     const struct date *to, const struct joint *joint);
/* A plain date without the last things it has in common with the NEXT one. */
void say_shortened(struct wording *wording, const struct date *date,
                   const struct date *next);

void say_interval(struct wording *wording, const struct piece *start,
                  const struct piece *end);
void say_set(struct wording *wording, const struct edtf *set);

#endif
