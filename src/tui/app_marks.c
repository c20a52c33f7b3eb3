#include "tui/app_marks.h"

/* The rows of one kind. */
typedef VEC(size_t) row_list;

static row_list rows_of(struct arena *arena, const struct page *page,
                        enum page_mark_kind kind)
{
    row_list rows = { 0 };
    for (size_t i = 0; i < page->marks.len; i++)
        if (page->marks.at[i].kind == kind)
            vec_push(arena, &rows, page->marks.at[i].row);
    return rows;
}

/* How many of the rows one has come to: the last of them is where one is. That is the
 * one last gone to while it is in sight and the cursor has not moved on, or else the
 * cursor's row or, on a page of text, the first in sight. */
static size_t reached(const struct frame *frame, const row_list *rows)
{
    const struct page_item *item = frame_item(frame);
    const struct frame_mark *mark = &frame->mark;
    size_t top = frame->scroll.top, behind = top; /* the rows before it are */
    if (mark->row != STR_NONE && mark->row >= top && mark->row < top + frame->height &&
        mark->item == frame->scroll.item)
        behind = mark->row + 1;
    else if (frame_view(frame)->step == SCROLL_BY_ITEM && item)
        behind = item->first_row + 1;
    size_t count = 0;
    while (count < rows->len && rows->at[count] < behind)
        count++;
    return count;
}

/* The row is in sight, with the first thing from it on under the cursor. */
static void show_row(struct frame *frame, size_t row, size_t next)
{
    const struct page *page = &frame->page;
    if (frame_view(frame)->step == SCROLL_BY_ITEM)
        for (size_t i = 0; i < page->items.len; i++)
            if (page->items.at[i].last_row >= row &&
                page->items.at[i].first_row < next) {
                scroll_to_item(&frame->scroll, page, frame->height, i);
                break;
            }
    scroll_to_rows(&frame->scroll, page, frame->height, row, row);
    frame->mark = (struct frame_mark){ row, frame->scroll.item };
}

static void go(struct app *app, enum page_mark_kind kind, bool back, const char *name)
{
    struct arena arena = { 0 };
    struct frame *top = app_top(app);
    row_list rows = rows_of(&arena, &top->page, kind);
    size_t count = rows.len, behind = reached(top, &rows);
    bool wrapped = back ? behind < 2 : behind == count;
    size_t ahead = back ? behind + count - 2 + (behind == 0) : behind;
    size_t to = count > 0 ? ahead % count : 0;
    size_t end = to + 1 < count ? rows.at[to + 1] : top->page.rows.len;
    if (count > 0)
        show_row(top, rows.at[to], end);
    if (count > 0)
        app_say(app, STYLE_MESSAGE, "%s %zu of %zu%s", name, to + 1, count,
                wrapped ? ", wrapped" : "");
    else
        app_say(app, STYLE_MESSAGE, "there is no %s here", name);
    arena_free(&arena);
}

void app_next_conflict(struct app *app)
{
    go(app, PAGE_MARK_CONFLICT, false, "conflict");
}

void app_previous_conflict(struct app *app)
{
    go(app, PAGE_MARK_CONFLICT, true, "conflict");
}

void app_next_uncited(struct app *app)
{
    struct frame *top = app_top(app);
    struct place place = top->place;
    place.uncited = true;
    if (!top->place.uncited)
        frame_alter(top, place);
    app_layout(app);
    go(app, PAGE_MARK_UNCITED, false, "uncited sentence");
}
