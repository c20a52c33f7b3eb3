/*
 * scroll: where on a page one is, and how that moves.
 *
 * Pure: a page, a position and the height of the window in rows go in, the
 * position comes out changed, always inside the page. Two kinds of page move in
 * two ways: on one made of things the cursor goes from thing to thing and the
 * window follows; one made of text moves row by row under the window.
 */
#ifndef ANNALS_TUI_SCROLL_H
#define ANNALS_TUI_SCROLL_H

#include "tui/action.h"
#include "tui/page.h"

struct scroll {
    size_t top;  /* the row of the page in the window's first row */
    size_t item; /* the cursor, or PAGE_NO_ITEM */
};

enum scroll_step { SCROLL_BY_ITEM, SCROLL_BY_ROW };

/* Does one of the actions of moving; false, and nothing changed, for another. */
bool scroll_act(struct scroll *scroll, const struct page *page, size_t height,
                enum scroll_step step, enum action action);

/* Moves the window alone by so many rows, the wheel's way; the cursor of a page of
 * things stays in sight. */
void scroll_rows(struct scroll *scroll, const struct page *page, size_t height,
                 enum scroll_step step, int rows);

/* Puts the cursor on ITEM and the window so that it is in sight, with the rows
 * around it. */
void scroll_to_item(struct scroll *scroll, const struct page *page, size_t height,
                    size_t item);
/* Puts the cursor on the first item in sight or below it; false where there is
 * none. */
bool scroll_to_next_item(struct scroll *scroll, const struct page *page, size_t height);
/* Moves the window as little as it takes to have the rows in sight; those far off
 * come to stand in its upper third. */
void scroll_to_rows(struct scroll *scroll, const struct page *page, size_t height,
                    size_t first, size_t last);

/* Moves a window that has just moved on from BEFORE a third of its height farther, the
 * cursor as it is and in sight. */
void scroll_leap(struct scroll *scroll, const struct page *page, size_t height,
                 size_t before);

/* Back inside of a page that changed. */
void scroll_clamp(struct scroll *scroll, const struct page *page, size_t height);

/* How far one is, in hundredths: of the items where the cursor is on one of them, or
 * of the rows by the last in sight. */
int scroll_percent(const struct scroll *scroll, const struct page *page, size_t height,
                   enum scroll_step step);

#endif
