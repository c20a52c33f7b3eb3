/*
 * cells: how text takes up room on a terminal.
 *
 * Widths are what ncurses will count: wcwidth in a UTF-8 locale, whatever locale
 * the program runs in. So what is printed to a file has the same columns as what
 * is drawn.
 *
 * Text is cut twice. A grapheme (UAX #29, by utf8proc) is what a reader takes for
 * one letter; places in a text, such as the ends of a quotation, lie between
 * graphemes. A cluster is what goes into one cell of ncurses or two: a code point
 * with a width and those without one that follow it in the same grapheme. Most
 * graphemes are one cluster; where one holds more code points with a width (a
 * Devanagari vowel sign, an unjoined Hangul syllable), each begins a cluster, since
 * ncurses and terminals count them singly.
 */
#ifndef ANNALS_TEXT_CELLS_H
#define ANNALS_TEXT_CELLS_H

#include <stdint.h>

#include "base/str.h"

/* Most code points a cluster may have: ncurses keeps no more in a cell
 * (CCHARW_MAX). A longer cluster is cut there; the rest is left out. */
enum { TEXT_CLUSTER_CODE_POINTS = 5, TEXT_CLUSTER_BYTES = 20 };

struct text_cluster {
    struct str bytes; /* the part to draw: a slice of the text */
    size_t end;       /* byte offset behind the whole cluster */
    int cells;        /* 1 or 2; 0 only in text that is not clean */
};

/* The cluster at byte *OFFSET, and *OFFSET moved behind it; false at the end. A
 * line feed takes one cell, for the space that it is drawn as. */
bool text_next_cluster(struct str text, size_t *offset, struct text_cluster *cluster);

/* The grapheme at byte *OFFSET, which must be where one begins, and *OFFSET moved
 * behind it; false at the end. */
bool text_next_grapheme(struct str text, size_t *offset, struct str *grapheme);

/* Cells of a whole text of one line: the sum over its clusters. */
size_t text_cells(struct str text);

/* The longest start of TEXT, in whole clusters, that fits in CELLS. */
struct str text_fit(struct str text, size_t cells);

/* Cells of one code point: 0 where it joins the one before, less than zero where
 * it cannot be printed. */
int text_code_point_cells(uint32_t code_point);

#endif
