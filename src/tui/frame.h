/*
 * frame: one view as it is open: its place, its page, and where on it one is.
 *
 * The page is built when it is first shown and again when what it shows or its width
 * has changed; the place, and the cursor's row in the window, are kept over that.
 */
#ifndef ANNALS_TUI_FRAME_H
#define ANNALS_TUI_FRAME_H

#include "tui/finder.h"

struct frame {
    struct arena names; /* of the place */
    struct place place; /* with the cursor where it is */
    struct arena arena; /* of the page */
    struct page page;
    struct scroll scroll;
    bool stale;    /* the page shows what is no more */
    size_t height; /* rows of the window it was last shown in */

    struct buf needle; /* of its own search; empty: none */
    match_list matches;
    size_t match; /* the one gone to, or STR_NONE */
    struct frame_mark {
        size_t row, item; /* the page's mark gone to, or STR_NONE; the cursor there */
    } mark;
};

struct frame *frame_new(struct place place);
void frame_free(struct frame *frame);

const struct view *frame_view(const struct frame *frame);

/* Copies the names in its place, so that the dossier or page may go that they are
 * from, and makes the page stale. */
void frame_detach(struct frame *frame);
/* The same view at another place. */
void frame_replace(struct frame *frame, struct place place);

/* Makes the page fit a window of so many columns and rows. SHOWN is what it is built
 * from, with any place. */
void frame_fit(struct frame *frame, const struct view_context *shown, bool ascii,
               int cols, int rows);

/* The same thing shown in another manner, as PLACE says: the rows in sight stay. */
void frame_alter(struct frame *frame, struct place place);

/* The item under the cursor, or NULL. */
const struct page_item *frame_item(const struct frame *frame);
/* To be called after the cursor moved: the place follows it. */
void frame_settle(struct frame *frame);

/* Searches for NEEDLE; the empty one forgets the search. */
void frame_search(struct frame *frame, const struct view_context *shown,
                  struct str needle);

#endif
