/*
 * strip: how thickly the events lie over the whole of the time, on one row.
 *
 * Days are laid on cells in proportion, but for long stretches without an event:
 * those are cut out, a cell each, since sixty empty years would leave no room for
 * the month that everything happened in. Pure: days go in, cells come out.
 */
#ifndef ANNALS_TUI_STRIP_H
#define ANNALS_TUI_STRIP_H

#include <stdint.h>

#include "tui/canvas.h"

/* How many stretches are cut out at most. */
enum { STRIP_CUTS_MAX = 4, STRIP_PIECES_MAX = STRIP_CUTS_MAX + 1 };

/* A run of days on a run of cells, both with their last. */
struct strip_piece {
    int64_t first_day, last_day;
    int first_cell, last_cell;
};

struct strip {
    struct strip_piece pieces[STRIP_PIECES_MAX]; /* a cut's cell between two */
    size_t piece_count;
    int cells;
    const unsigned *counts; /* of days, a cell each; 0 in a cut */
    unsigned most;          /* the highest of them */
};

/*
 * The strip of COUNT day numbers (edtf_day_number; sorted, repeats and all) on CELLS
 * cells, at least 1. A stretch is cut where it is longer than a third of what would
 * be left without it and longer than a month. Without days, all cells are empty.
 */
struct strip strip_new(struct arena *arena, const int64_t *days, size_t count,
                       int cells);

/* The cell of a day: one outside of the strip has the nearest end's, one in a cut
 * the cut's. */
int strip_cell(const struct strip *strip, int64_t day);
bool strip_is_cut(const struct strip *strip, int cell);

/* Draws it from ROW, COL on, with the cells from FIRST to LAST marked as the window
 * that is in sight. */
void strip_draw(const struct strip *strip, struct canvas *canvas, int row, int col,
                int first, int last, bool ascii);

#endif
