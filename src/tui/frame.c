#include "tui/frame.h"

#include <stdlib.h>

#include "base/oom.h"

static struct place place_copy(struct arena *arena, struct place place)
{
    place.event = arena_str(arena, place.event);
    place.claim = arena_str(arena, place.claim);
    place.source = arena_str(arena, place.source);
    place.filter = arena_str(arena, place.filter);
    return place;
}

struct frame *frame_new(struct place place)
{
    struct frame *frame = oom_malloc(sizeof(*frame));
    *frame = (struct frame){ .scroll = { .item = PAGE_NO_ITEM },
                             .stale = true,
                             .match = STR_NONE,
                             .mark = { STR_NONE, STR_NONE } };
    frame->place = place_copy(&frame->names, place);
    return frame;
}

void frame_free(struct frame *frame)
{
    arena_free(&frame->names);
    arena_free(&frame->arena);
    buf_free(&frame->needle);
    free(frame);
}

const struct view *frame_view(const struct frame *frame)
{
    return view_of(frame->place.view);
}

void frame_detach(struct frame *frame)
{
    struct arena names = { 0 };
    frame->place = place_copy(&names, frame->place);
    arena_free(&frame->names);
    frame->names = names;
    frame->stale = true;
}

void frame_replace(struct frame *frame, struct place place)
{
    frame->place = place;
    frame->scroll = (struct scroll){ .item = PAGE_NO_ITEM };
    frame_detach(frame);
    arena_free(&frame->arena);
    frame->page = (struct page){ 0 };
}

void frame_alter(struct frame *frame, struct place place)
{
    frame->place = place;
    frame_detach(frame);
}

const struct page_item *frame_item(const struct frame *frame)
{
    return frame->scroll.item < frame->page.items.len
               ? &frame->page.items.at[frame->scroll.item]
               : NULL;
}

void frame_settle(struct frame *frame)
{
    const struct page_item *item = frame_item(frame);
    if (!item || frame->stale) /* a stale page may name what is gone */
        return;
    frame->place = place_like(item->here, frame->place);
}

static void find_matches(struct frame *frame, const struct view_context *context)
{
    frame->matches = (match_list){ 0 };
    if (frame->needle.len > 0)
        frame->matches = finder_find(&frame->arena, frame_view(frame), context,
                                     &frame->page, buf_str(&frame->needle));
    if (frame->match >= frame->matches.len)
        frame->match = STR_NONE;
}

/* The cursor goes where the place says; where it says nothing, to the first thing in
 * sight on a page of things. */
static void put_cursor(struct frame *frame, size_t height)
{
    struct scroll *scroll = &frame->scroll;
    size_t item = page_find(&frame->page, frame->place);
    if (item == PAGE_NO_ITEM && frame_view(frame)->step == SCROLL_BY_ITEM &&
        frame->page.items.len > 0 && frame->page.items.at[0].first_row < height)
        item = 0;
    scroll->item = item;
    if (item == PAGE_NO_ITEM)
        return;
    scroll_to_item(scroll, &frame->page, height, item);
    frame_settle(frame);
}

/* Where one was on the page before it was built again. */
struct before {
    size_t rows, top;
    size_t above; /* rows between the window's first and the cursor's */
    bool cursor;  /* the cursor was in sight */
};

static struct before before_of(const struct frame *frame)
{
    const struct page_item *item = frame_item(frame);
    size_t top = frame->scroll.top;
    bool in_sight =
        item && item->last_row >= top && item->first_row < top + frame->height;
    return (struct before){ .rows = frame->page.rows.len,
                            .top = top,
                            .above = in_sight && item->first_row > top
                                         ? item->first_row - top
                                         : 0,
                            .cursor = in_sight };
}

/* The window as it was: the cursor on the same row of it, or as far down the page. */
static void put_window(struct frame *frame, struct before before, size_t height)
{
    const struct page_item *item = frame_item(frame);
    struct scroll *scroll = &frame->scroll;
    if (before.rows == 0)
        return;
    if (item && before.cursor)
        scroll->top =
            item->first_row > before.above ? item->first_row - before.above : 0;
    else
        scroll->top = before.top * frame->page.rows.len / before.rows;
    scroll_clamp(scroll, &frame->page, height);
    if (item && (before.cursor || frame_view(frame)->step == SCROLL_BY_ITEM))
        scroll_to_item(scroll, &frame->page, height, scroll->item);
}

static struct view_context context_of(const struct frame *frame,
                                      const struct view_context *shown)
{
    struct view_context context = *shown;
    context.place = frame->place;
    return context;
}

static void build(struct frame *frame, const struct view_context *shown, bool ascii,
                  int cols)
{
    struct arena arena = { 0 };
    frame_detach(frame);
    struct view_context in = context_of(frame, shown);
    arena_free(&frame->arena);
    frame->page = page_new(&arena, cols, ascii);
    frame_view(frame)->build(&in, &frame->page);
    page_finish(&frame->page);
    frame->arena = arena;
    frame->page.arena = &frame->arena;
    frame->stale = false;
    frame->mark.row = STR_NONE;
    find_matches(frame, &in);
}

void frame_fit(struct frame *frame, const struct view_context *shown, bool ascii,
               int cols, int rows)
{
    size_t height = rows > 0 ? (size_t)rows : 0;
    struct before before = before_of(frame);
    bool new_height = height != frame->height;
    frame->height = height;
    if (frame->stale || frame->page.width != cols) {
        build(frame, shown, ascii, cols);
        put_cursor(frame, height);
        put_window(frame, before, height);
    } else if (new_height && before.cursor) {
        scroll_to_item(&frame->scroll, &frame->page, height, frame->scroll.item);
    }
    scroll_clamp(&frame->scroll, &frame->page, height);
}

static void forget_marks(struct page *page)
{
    size_t kept = 0;
    for (size_t i = 0; i < page->areas.len; i++)
        if (page->areas.at[i].item != PAGE_NO_ITEM)
            page->areas.at[kept++] = page->areas.at[i];
    page->areas.len = kept;
}

void frame_search(struct frame *frame, const struct view_context *shown,
                  struct str needle)
{
    struct view_context context = context_of(frame, shown);
    buf_clear(&frame->needle);
    buf_add(&frame->needle, needle);
    frame->match = STR_NONE;
    forget_marks(&frame->page);
    find_matches(frame, &context);
}
