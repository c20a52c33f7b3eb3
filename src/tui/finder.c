#include "tui/finder.h"

#include <stdlib.h>

/* The part of SPAN, a slice of a block's text, between two offsets of that text. */
static bool overlap(const struct page_span *span, struct str text, size_t start,
                    size_t end, size_t *from, size_t *to)
{
    if (span->text.ptr < text.ptr || span->text.ptr >= text.ptr + text.len)
        return false;
    size_t begins = (size_t)(span->text.ptr - text.ptr);
    *from = start > begins ? start - begins : 0;
    *to = end > begins ? end - begins : 0;
    *to = *to > span->text.len ? span->text.len : *to;
    return *from < *to;
}

static size_t row_of_span(const struct page *page, size_t span)
{
    size_t low = 0, high = page->rows.len;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (page->rows.at[middle] <= span)
            low = middle;
        else
            high = middle;
    }
    return low;
}

static size_t item_of_row(const struct page *page, size_t row)
{
    for (size_t i = 0; i < page->items.len; i++)
        if (row >= page->items.at[i].first_row && row <= page->items.at[i].last_row)
            return i;
    return PAGE_NO_ITEM;
}

static void add_match(struct arena *arena, match_list *matches, struct page *page,
                      const struct page_block *block, size_t start, size_t end)
{
    bool first = true;
    for (size_t i = block->first_span; i < block->end_span; i++) {
        const struct page_span *span = &page->spans.at[i];
        size_t from, to;
        if (!overlap(span, block->text, start, end, &from, &to))
            continue;
        size_t row = row_of_span(page, i);
        page_area_on(page, row, PAGE_NO_ITEM,
                     span->col + (int)text_cells(str_slice(span->text, 0, from)),
                     (int)text_cells(str_slice(span->text, from, to)), STYLE_MATCH);
        if (first)
            vec_push(arena, matches, ((struct match){ row, item_of_row(page, row) }));
        first = false;
    }
}

static void search_block(struct arena *arena, match_list *matches, struct page *page,
                         size_t block, const struct words *words)
{
    struct arena scratch = { 0 };
    struct page_block in = page->blocks.at[block];
    struct text_folded folded = words->fold(&scratch, in.text);
    size_t at = 0;
    while ((at = str_find(folded.text, words->folded, at)) != STR_NONE) {
        size_t end = at + words->folded.len;
        add_match(arena, matches, page, &in, folded.origin[at], folded.origin[end]);
        at = end;
    }
    arena_free(&scratch);
}

static void find_in_text(struct arena *arena, match_list *matches, struct page *page,
                         struct str needle)
{
    struct words words = words_of(arena, needle);
    if (words.folded.len == 0)
        return;
    for (size_t i = 0; i < page->blocks.len; i++)
        search_block(arena, matches, page, i, &words);
    page_finish(page);
}

static int match_by_row(const void *a, const void *b)
{
    const struct match *p = a, *q = b;
    return (p->row > q->row) - (p->row < q->row);
}

/* The needle as one term of the filter: a quote mark in it can't be told. */
static struct str as_term(struct arena *arena, struct str needle)
{
    struct str term = arena_printf(arena, "\"%.*s\"", STR_ARG(needle));
    for (char *c = (char *)(size_t)term.ptr + 1; c < term.ptr + term.len - 1; c++)
        if (*c == '"')
            *c = ' ';
    return term;
}

static void find_items(struct arena *arena, match_list *matches,
                       const struct view *view, const struct view_context *context,
                       const struct page *page, struct str needle)
{
    struct query_error error;
    struct sought sought = { .words = words_of(arena, needle),
                             .query =
                                 query_parse(arena, as_term(arena, needle), &error) };
    for (size_t i = 0; sought.query && i < page->items.len; i++)
        if (view->finds(context, &sought, page->items.at[i].here))
            vec_push(arena, matches,
                     ((struct match){ page->items.at[i].first_row, i }));
}

match_list finder_find(struct arena *arena, const struct view *view,
                       const struct view_context *context, struct page *page,
                       struct str needle)
{
    match_list shown = { 0 }, found = { 0 };
    find_in_text(arena, &shown, page, needle);
    if (view->finds)
        find_items(arena, &found, view, context, page, needle);
    match_list *matches = view->finds ? &found : &shown;
    if (matches->len > 0)
        qsort(matches->at, matches->len, sizeof(*matches->at), match_by_row);
    return *matches;
}

/* Less than 0: the match lies before where one is; 0: there; more: behind. */
static int side(const struct match *match, const struct view *view,
                struct scroll scroll)
{
    if (view->step == SCROLL_BY_ITEM && match->item != PAGE_NO_ITEM &&
        scroll.item != PAGE_NO_ITEM)
        return (match->item > scroll.item) - (match->item < scroll.item);
    return match->row < scroll.top ? -1 : 1;
}

static bool is_at(const struct match *match, const struct view *view,
                  struct scroll scroll, size_t height)
{
    bool in_sight = match->row >= scroll.top && match->row < scroll.top + height;
    return in_sight && (view->step == SCROLL_BY_ROW || match->item == PAGE_NO_ITEM ||
                        match->item == scroll.item);
}

static size_t first_behind(const match_list *matches, const struct view *view,
                           struct scroll scroll)
{
    size_t i = 0;
    while (i < matches->len && side(&matches->at[i], view, scroll) <= 0)
        i++;
    return i;
}

static size_t count_before(const match_list *matches, const struct view *view,
                           struct scroll scroll)
{
    size_t i = 0;
    while (i < matches->len && side(&matches->at[i], view, scroll) < 0)
        i++;
    return i;
}

size_t finder_from(const match_list *matches, const struct view *view,
                   struct scroll scroll, bool back, bool *wrapped)
{
    size_t count = matches->len;
    size_t at = back ? first_behind(matches, view, scroll)
                     : count_before(matches, view, scroll);
    *wrapped = at == (back ? 0 : count);
    return (back ? at + count - 1 : at) % count;
}

size_t finder_count(const struct words *words, struct str text)
{
    struct arena scratch = { 0 };
    struct str folded = words->fold(&scratch, text).text;
    size_t count = 0, at = 0;
    while (words->folded.len > 0 &&
           (at = str_find(folded, words->folded, at)) != STR_NONE) {
        at += words->folded.len;
        count++;
    }
    arena_free(&scratch);
    return count;
}

size_t finder_next(const match_list *matches, const struct view *view,
                   struct scroll scroll, size_t height, size_t current, bool back,
                   bool *wrapped)
{
    size_t count = matches->len, before, behind;
    if (current < count && is_at(&matches->at[current], view, scroll, height)) {
        before = current;
        behind = current + 1;
    } else {
        before = count_before(matches, view, scroll);
        behind = first_behind(matches, view, scroll);
    }
    *wrapped = back ? before == 0 : behind == count;
    return (back ? before + count - 1 : behind) % count;
}
