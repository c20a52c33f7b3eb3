/*
 * wrap: lines and sentences of a text, as slices of it.
 *
 * Nothing is copied, so an offset into the text is an offset into its lines.
 */
#ifndef ANNALS_TEXT_WRAP_H
#define ANNALS_TEXT_WRAP_H

#include "base/str.h"

/*
 * How the lines of a text are meant. Both cut a clean text into lines that fit and
 * into sentences; they differ in what a line feed says.
 *
 * next_line: the next line of at most WIDTH cells (WIDTH at least 1) at byte
 * *OFFSET, and *OFFSET moved to where the line after it begins; false at the
 * end. Breaks at white space (not at a no-break space), which the line leaves
 * out, and inside a word only where it alone is too long. A letter of two cells
 * is left out where WIDTH is 1. An empty text has no line.
 *
 * next_sentence: the next sentence at byte *OFFSET, without white space at its
 * ends; false at the end. It ends at . ? ! or … and the closing quotes or
 * brackets behind it, before white space and something other than a small
 * letter, though not after an abbreviation with inner full stops (U.S.), an
 * initial, a title (Mr.) or, before a digit, a word like No. or Feb.
 */
struct text_form {
    bool (*next_line)(struct str text, size_t width, size_t *offset, struct str *line);
    bool (*next_sentence)(struct str text, size_t *offset, struct str *sentence);
};

/* Each line feed ends a line and a sentence: "a\n\nb" has three lines. A line that
 * is indented stays so, where there is room. */
extern const struct text_form text_form_lines;

/* Prose that was wrapped when it was typed: a line feed is a space, and an empty
 * line ends a paragraph and gives one empty line. A line that fits may hold line
 * feeds; draw each as a space. */
extern const struct text_form text_form_prose;

#endif
