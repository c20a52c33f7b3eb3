/*
 * finder: a search in a page, and what of it is in sight.
 */
#ifndef ANNALS_TUI_FINDER_H
#define ANNALS_TUI_FINDER_H

#include "tui/view.h"

/* Where something was found. */
struct match {
    size_t row;
    size_t item; /* PAGE_NO_ITEM where it is on none */
};

typedef VEC(struct match) match_list;

/*
 * The matches of NEEDLE in a page of VIEW, from the top down, in ARENA: the items
 * that the view finds, or else the places in the page's text, over ends of rows too.
 * Marks the matches that its rows show as areas of no item. The needle is words of
 * the filter's kind: smart case, diacritics only where typed.
 */
match_list finder_find(struct arena *arena, const struct view *view,
                       const struct view_context *context, struct page *page,
                       struct str needle);

/* The index in MATCHES, which is not empty, of the one that a search from where
 * SCROLL is comes to: there or behind it, or before it where BACK, beginning anew
 * beyond the end, which *WRAPPED says. */
size_t finder_from(const match_list *matches, const struct view *view,
                   struct scroll scroll, bool back, bool *wrapped);
/* The one to go to after that: the next behind it, or before it. CURRENT is the match
 * gone to before, or STR_NONE: where one is still there the next is counted from it. */
size_t finder_next(const match_list *matches, const struct view *view,
                   struct scroll scroll, size_t height, size_t current, bool back,
                   bool *wrapped);

/* How often the words stand in TEXT. */
size_t finder_count(const struct words *words, struct str text);

#endif
