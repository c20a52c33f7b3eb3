/*
 * canvas: a grid of cells, drawn on by views and shown by term or a test.
 *
 * It knows no terminal. Rows and columns are cells from 0 at the top left; what
 * falls outside is cut off, so that nothing drawn can harm, however small the
 * canvas. A character two cells wide is never split: half of one is a space.
 */
#ifndef ANNALS_TUI_CANVAS_H
#define ANNALS_TUI_CANVAS_H

#include "base/buf.h"
#include "text/cells.h"
#include "tui/style.h"

struct cell {
    char bytes[TEXT_CLUSTER_BYTES]; /* one grapheme cluster, UTF-8 */
    unsigned char len;              /* of them; 0 in a right half */
    unsigned char cells;            /* 1 or 2; 0: right half of the one before */
    unsigned char style;            /* of enum style */
};

struct canvas {
    int rows, cols;
    int cursor_row, cursor_col; /* where the cursor shows; -1: nowhere */
    struct cell *cells;         /* rows × cols, row by row */
};

/* Blank cells, no cursor; sizes below 0 are 0. Freed by canvas_free. */
struct canvas canvas_new(int rows, int cols);
void canvas_free(struct canvas *canvas);
void canvas_clear(struct canvas *canvas);

/* NULL outside. */
const struct cell *canvas_at(const struct canvas *canvas, int row, int col);

/*
 * Draws TEXT, one line and already clean, on at most MAX cells from ROW, COL on,
 * and returns the cells it took, inside the canvas or not. White space is drawn as
 * spaces, and what has no width as U+FFFD.
 */
int canvas_put(struct canvas *canvas, int row, int col, int max, struct str text,
               enum style style);
/* Draws a one-cell TEXT again and again on CELLS cells. */
void canvas_fill(struct canvas *canvas, int row, int col, int cells, struct str text,
                 enum style style);
/* Gives CELLS cells another style and leaves what they show. */
void canvas_paint(struct canvas *canvas, int row, int col, int cells, enum style style);

/* Appends what it shows as text, a line a row, without spaces at their ends. */
void canvas_text(const struct canvas *canvas, struct buf *out);
/* In the same way the letters of its styles (style.def). */
void canvas_styles(const struct canvas *canvas, struct buf *out);

#endif
