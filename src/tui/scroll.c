#include "tui/scroll.h"

enum { MARGIN = 2 }; /* rows kept in sight above and below the cursor */

static size_t last_top(const struct page *page, size_t height)
{
    return page->rows.len > height ? page->rows.len - height : 0;
}

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

static size_t minus(size_t a, size_t b)
{
    return a > b ? a - b : 0;
}

static size_t margin(size_t height)
{
    return smaller(MARGIN, height / 4);
}

void scroll_clamp(struct scroll *scroll, const struct page *page, size_t height)
{
    scroll->top = smaller(scroll->top, last_top(page, height));
    if (scroll->item != PAGE_NO_ITEM && scroll->item >= page->items.len)
        scroll->item = page->items.len ? page->items.len - 1 : PAGE_NO_ITEM;
}

void scroll_to_rows(struct scroll *scroll, const struct page *page, size_t height,
                    size_t first, size_t last)
{
    size_t around = margin(height);
    size_t lowest = minus(first, around);              /* top may not be below */
    size_t highest = minus(last + around + 1, height); /* nor above */
    bool far = lowest + height < scroll->top || highest > scroll->top + height;
    if (far)
        scroll->top = minus(first, height / 3);
    else if (scroll->top < highest)
        scroll->top = highest;
    if (scroll->top > lowest)
        scroll->top = lowest;
    scroll->top = smaller(scroll->top, last_top(page, height));
}

void scroll_to_item(struct scroll *scroll, const struct page *page, size_t height,
                    size_t item)
{
    if (item >= page->items.len)
        return;
    const struct page_item *on = &page->items.at[item];
    size_t last = smaller(on->last_row, on->first_row + height - (height > 0));
    scroll->item = item;
    scroll_to_rows(scroll, page, height, item ? on->first_row : 0,
                   item ? last : smaller(last, height - (height > 0)));
    if (item == 0 && on->first_row >= scroll->top + height)
        scroll_to_rows(scroll, page, height, on->first_row, last);
}

static bool in_sight(const struct scroll *scroll, const struct page *page,
                     size_t height, size_t item)
{
    return item < page->items.len && page->items.at[item].last_row >= scroll->top &&
           page->items.at[item].first_row < scroll->top + height;
}

/* The first item that ends at ROW or below, or PAGE_NO_ITEM. */
static size_t item_from(const struct page *page, size_t row)
{
    for (size_t i = 0; i < page->items.len; i++)
        if (page->items.at[i].last_row >= row)
            return i;
    return PAGE_NO_ITEM;
}

/* The last item that begins at ROW or above, or PAGE_NO_ITEM. */
static size_t item_until(const struct page *page, size_t row)
{
    for (size_t i = page->items.len; i-- > 0;)
        if (page->items.at[i].first_row <= row)
            return i;
    return PAGE_NO_ITEM;
}

/* A cursor that scrolled out of sight comes to the nearest item in sight. */
static void keep_in_sight(struct scroll *scroll, const struct page *page, size_t height)
{
    if (scroll->item == PAGE_NO_ITEM || in_sight(scroll, page, height, scroll->item))
        return;
    bool above = page->items.at[scroll->item].first_row < scroll->top;
    size_t item = above ? item_from(page, scroll->top)
                        : item_until(page, scroll->top + height - 1);
    if (in_sight(scroll, page, height, item))
        scroll->item = item;
}

void scroll_rows(struct scroll *scroll, const struct page *page, size_t height,
                 enum scroll_step step, int rows)
{
    size_t count = (size_t)(rows < 0 ? -rows : rows);
    scroll->top = rows < 0 ? minus(scroll->top, count)
                           : smaller(scroll->top + count, last_top(page, height));
    if (step == SCROLL_BY_ITEM && height > 0)
        keep_in_sight(scroll, page, height);
}

bool scroll_to_next_item(struct scroll *scroll, const struct page *page, size_t height)
{
    size_t item = item_from(page, scroll->top);
    if (item == PAGE_NO_ITEM)
        return false;
    scroll_to_item(scroll, page, height, item);
    return true;
}

/* To the next item, or nearer to it where it is far below. */
static void item_down(struct scroll *scroll, const struct page *page, size_t height)
{
    size_t next =
        scroll->item == PAGE_NO_ITEM ? item_from(page, scroll->top) : scroll->item + 1;
    if (next < page->items.len &&
        page->items.at[next].first_row <= scroll->top + height + MARGIN)
        scroll_to_item(scroll, page, height, next);
    else
        scroll_rows(scroll, page, height, SCROLL_BY_ROW, 1);
}

static void item_up(struct scroll *scroll, const struct page *page, size_t height)
{
    bool none = scroll->item == PAGE_NO_ITEM || scroll->item == 0;
    size_t next = none ? PAGE_NO_ITEM : scroll->item - 1;
    if (next != PAGE_NO_ITEM &&
        page->items.at[next].last_row + MARGIN + 1 >= scroll->top)
        scroll_to_item(scroll, page, height, next);
    else
        scroll_rows(scroll, page, height, SCROLL_BY_ROW, -1);
}

/* The cursor keeps its row of the window, as far as there is an item. */
static void items_by_rows(struct scroll *scroll, const struct page *page, size_t height,
                          int rows)
{
    size_t from = scroll->item == PAGE_NO_ITEM ? scroll->top
                                               : page->items.at[scroll->item].first_row;
    size_t count = (size_t)(rows < 0 ? -rows : rows);
    size_t to = rows < 0 ? minus(from, count) : from + count;
    size_t item = rows < 0 ? item_from(page, to) : item_until(page, to);
    scroll_rows(scroll, page, height, SCROLL_BY_ROW, rows);
    if (rows > 0 && scroll->item != PAGE_NO_ITEM && item <= scroll->item &&
        scroll->item + 1 < page->items.len)
        item = scroll->item + 1;
    if (item != PAGE_NO_ITEM && in_sight(scroll, page, height, item))
        scroll_to_item(scroll, page, height, item);
    else
        keep_in_sight(scroll, page, height);
}

static void to_first(struct scroll *scroll, const struct page *page, size_t height)
{
    scroll->top = 0;
    if (in_sight(scroll, page, height, 0))
        scroll->item = 0;
    else
        scroll->item = PAGE_NO_ITEM;
}

static void to_last(struct scroll *scroll, const struct page *page, size_t height)
{
    scroll->top = last_top(page, height);
    size_t last = page->items.len - 1; /* none: in_sight says no */
    if (in_sight(scroll, page, height, last))
        scroll->item = last;
}

static void by_rows(struct scroll *scroll, const struct page *page, size_t height,
                    enum scroll_step step, int rows)
{
    if (step == SCROLL_BY_ITEM)
        items_by_rows(scroll, page, height, rows);
    else
        scroll_rows(scroll, page, height, step, rows);
}

static void to_edge(struct scroll *scroll, const struct page *page, size_t height,
                    enum scroll_step step, bool end)
{
    if (step == SCROLL_BY_ITEM)
        (end ? to_last : to_first)(scroll, page, height);
    else
        scroll->top = end ? last_top(page, height) : 0;
}

void scroll_leap(struct scroll *scroll, const struct page *page, size_t height,
                 size_t before)
{
    size_t third = height / 3;
    if (scroll->top > before)
        scroll->top += third;
    else if (scroll->top < before)
        scroll->top = minus(scroll->top, third);
    scroll_clamp(scroll, page, height);
    keep_in_sight(scroll, page, height);
}

bool scroll_act(struct scroll *scroll, const struct page *page, size_t height,
                enum scroll_step step, enum action action)
{
    int rows = (int)height, one_screen = rows > 2 ? rows - 1 : 1;
    switch (action) {
    case ACTION_DOWN:
    case ACTION_UP:
        if (step == SCROLL_BY_ITEM)
            (action == ACTION_DOWN ? item_down : item_up)(scroll, page, height);
        else
            scroll_rows(scroll, page, height, step, action == ACTION_DOWN ? 1 : -1);
        break;
    case ACTION_PAGE_DOWN:
        by_rows(scroll, page, height, step, one_screen);
        break;
    case ACTION_PAGE_UP:
        by_rows(scroll, page, height, step, -one_screen);
        break;
    case ACTION_HALF_DOWN:
        by_rows(scroll, page, height, step, rows / 2 + 1);
        break;
    case ACTION_HALF_UP:
        by_rows(scroll, page, height, step, -(rows / 2 + 1));
        break;
    case ACTION_FIRST:
    case ACTION_LAST:
        to_edge(scroll, page, height, step, action == ACTION_LAST);
        break;
    default:
        return false;
    }
    scroll_clamp(scroll, page, height);
    return true;
}

int scroll_percent(const struct scroll *scroll, const struct page *page, size_t height,
                   enum scroll_step step)
{
    bool by_item = step == SCROLL_BY_ITEM && scroll->item != PAGE_NO_ITEM;
    size_t all = by_item ? page->items.len : page->rows.len;
    size_t done = scroll->item + 1;
    if (!by_item)
        done = smaller(scroll->top + height, all);
    return all ? (int)((done * 100 + all / 2) / all) : 100;
}
