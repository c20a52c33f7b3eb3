/*
 * repair: the rules by which suggestions are made (suggest.c).
 */
#ifndef ANNALS_EDTF_REPAIR_H
#define ANNALS_EDTF_REPAIR_H

#include "edtf/edtf.h"

enum { LINE_SIZE = 120 };

/* A text that is being rewritten; not terminated. */
struct line {
    char text[LINE_SIZE];
    size_t len;
};

static inline bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* TEXT as a line: dashes as hyphens, runs of white space as one space, none at
 * the ends. False where it is too long. */
bool line_of(struct str text, struct line *line);

/* Adds to the end; false, and the line is no longer of use, where it is full. */
bool line_add(struct line *line, struct str text);
bool line_add_number(struct line *line, int64_t number, int digits);

/* Rewrites the line. False where it has nothing to say, whatever the line then
 * holds is thrown away. */
typedef bool repair_rule(struct line *line);

/* From the least daring on, ended by NULL. */
extern repair_rule *const repair_rules[];

/* Dates in English (repair_words.c). */
repair_rule repair_words;

#endif
