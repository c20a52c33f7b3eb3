/*
 * page: what a view shows, as rows of text with things in it to select.
 *
 * A view builds its page once for a width; the app scrolls it, draws the rows that
 * are in sight, moves the cursor over its items and searches it, in one way for all
 * views. Rows count from 0 at the top of the page, columns are cells from 0 at its
 * left. Column 0 belongs to the page: the cursor's sign stands there.
 *
 * Text that is put on a page is clean and outlives it. Where only ASCII can be shown
 * it is changed here, before it is measured, so that no view needs to think of it.
 */
#ifndef ANNALS_TUI_PAGE_H
#define ANNALS_TUI_PAGE_H

#include "base/vec.h"
#include "text/wrap.h"
#include "tui/canvas.h"
#include "tui/place.h"
#include "tui/sign.h"

#define PAGE_NO_ITEM ((size_t)-1)

/* A piece of text on one row. */
struct page_span {
    struct str text;
    int col, cells;
    enum style style;
};

/* A text that may go over several rows: what a search looks through. Spans that are
 * slices of it show it. */
struct page_block {
    struct str text;
    size_t first_span, end_span;
};

/* What the cursor can stand on. */
struct page_item {
    size_t first_row, last_row;
    struct place here;  /* the address of the page with the cursor on it */
    struct place there; /* what it opens */
};

/* Cells that look otherwise while the cursor is on an item. */
struct page_area {
    size_t row, item;
    int col, cells;
    enum style style;
};

/* What the rows from ROW on are about, for when that row is out of sight. */
struct page_heading {
    size_t row;
    struct str text;
};

/* Something on a row that stands on a day in time (edtf_day_number). */
struct page_day {
    size_t row;
    int64_t day;
};

/* A row that one may want to go to next. */
enum page_mark_kind { PAGE_MARK_CONFLICT, PAGE_MARK_UNCITED };
struct page_mark {
    size_t row;
    enum page_mark_kind kind;
};

struct page {
    struct arena *arena;
    int width;
    bool ascii;
    VEC(size_t) rows; /* the first span of each */
    VEC(struct page_span) spans;
    VEC(struct page_block) blocks;
    VEC(struct page_item) items;
    VEC(struct page_area) areas; /* by row, once page_finish was called */
    VEC(struct page_heading) headings;
    VEC(struct page_day) days;
    VEC(struct page_mark) marks; /* by row */
};

/* Building, from the top down: rows and items only ever follow. */

struct page page_new(struct arena *arena, int width, bool ascii);
/* Begins a new row, which what is put goes on from then on, and returns it. */
size_t page_row(struct page *page);
/* An empty row, unless the page is empty or ends in one. */
void page_gap(struct page *page);

/* From the row just begun on the page is about TEXT. */
void page_heading(struct page *page, struct str text);

/* Something on the row just begun stands on DAY; days only ever follow. */
void page_day(struct page *page, struct edtf_day day);

/* The row just begun is one to go to. */
void page_mark(struct page *page, enum page_mark_kind kind);

/* TEXT as this page can show it. */
struct str page_text(struct page *page, struct str text);
struct str page_sign(const struct page *page, enum sign sign);

/* Puts TEXT on the row, at most CELLS cells from COL, with an ellipsis where it is
 * longer. Returns the column behind it. */
int page_put(struct page *page, int col, int cells, struct str text, enum style style);
int page_put_sign(struct page *page, int col, enum sign sign, enum style style);
/* Puts TEXT so that it ends before column END; returns the column it begins at. */
int page_put_before(struct page *page, int end, struct str text, enum style style);
/* Puts TEXT on CELLS cells (at least 1) from COL of this row and of as many more as
 * it takes. */
void page_flow(struct page *page, int col, int cells, const struct text_form *form,
               struct str text, enum style style);

/* A piece of a block, as it is: LINE is a slice of the block's text. */
void page_put_piece(struct page *page, int col, struct str line, enum style style);
size_t page_block_begin(struct page *page, struct str text);
void page_block_end(struct page *page, size_t block);

/* What follows, from the row just begun, belongs to a new item. */
size_t page_item_begin(struct page *page, struct place here, struct place there);
/* The item's last row is the one just begun. */
void page_item_end(struct page *page);
/* These cells of the row get STYLE while the cursor is on ITEM. */
void page_area(struct page *page, size_t item, int col, int cells, enum style style);
/* As page_area, on a row that was begun before. */
void page_area_on(struct page *page, size_t row, size_t item, int col, int cells,
                  enum style style);
/* So do all spans of STYLE from the item's first row on; for the last item alone. */
void page_area_of_spans(struct page *page, size_t item, enum style of,
                        enum style style);

/* To be called when all is built, and again when areas were added. */
void page_finish(struct page *page);

/* Asking. */

/* The item whose `here` is PLACE, or PAGE_NO_ITEM. */
size_t page_find(const struct page *page, struct place place);
/* The item at a row and column: one with an area there, else one with that row. */
size_t page_item_at(const struct page *page, size_t row, int col);

/* The first item that begins below a row, or PAGE_NO_ITEM. */
size_t page_item_below(const struct page *page, size_t row);
/* Whether the page is about something else from this row on. */
bool page_is_heading(const struct page *page, size_t row);

/* The heading above the rows from TOP on, or the empty str where it is in sight, or
 * there is none. */
struct str page_heading_above(const struct page *page, size_t top);

struct rectangle {
    int row, col, rows, cols;
};

enum page_cursor { PAGE_CURSOR_NONE, PAGE_CURSOR_FAINT, PAGE_CURSOR_STRONG };

/* Draws the rows from TOP on, with the cursor on ITEM (or PAGE_NO_ITEM). */
void page_draw(const struct page *page, struct canvas *canvas, struct rectangle where,
               size_t top, size_t item, enum page_cursor cursor);

#endif
