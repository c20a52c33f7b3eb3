/*
 * cells: how text takes up room on a terminal.
 *
 * Text is cut into grapheme clusters (UAX #29, by utf8proc) and each is measured
 * as ncurses will measure it: with wcwidth in a UTF-8 locale, whatever locale the
 * program runs in. So what is printed to a file has the same columns as what is
 * drawn. A cluster takes 0, 1 or 2 cells.
 */
#ifndef ANNALS_TEXT_CELLS_H
#define ANNALS_TEXT_CELLS_H

#include "base/str.h"

/* Most code points a cluster may have: ncurses keeps no more in a cell
 * (CCHARW_MAX). A longer cluster is cut there; the rest is left out. */
enum { TEXT_CLUSTER_CODE_POINTS = 5, TEXT_CLUSTER_BYTES = 20 };

struct text_cluster {
    struct str bytes; /* the part to draw: a slice of the text */
    size_t end;       /* byte offset behind the whole cluster */
    int cells;        /* 0, 1 or 2 */
};

/* The cluster at byte *OFFSET, and *OFFSET moved behind it; false at the end. */
bool text_next_cluster(struct str text, size_t *offset, struct text_cluster *cluster);

/* Cells of a whole text of one line. */
size_t text_cells(struct str text);

/* The longest start of TEXT, in whole clusters, that fits in CELLS. */
struct str text_fit(struct str text, size_t cells);

#endif
