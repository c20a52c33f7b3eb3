#include "tui/page.h"

#include <stdlib.h>

#include "text/clean.h"

struct page page_new(struct arena *arena, int width, bool ascii)
{
    return (struct page){ .arena = arena, .width = width, .ascii = ascii };
}

size_t page_row(struct page *page)
{
    vec_push(page->arena, &page->rows, page->spans.len);
    return page->rows.len - 1;
}

static bool ends_in_an_empty_row(const struct page *page)
{
    return page->rows.at[page->rows.len - 1] == page->spans.len;
}

void page_gap(struct page *page)
{
    if (page->rows.len > 0 && !ends_in_an_empty_row(page))
        page_row(page);
}

void page_day(struct page *page, struct edtf_day day)
{
    struct page_day entry = { page->rows.len - 1, edtf_day_number(day) };
    vec_push(page->arena, &page->days, entry);
}

struct str page_text(struct page *page, struct str text)
{
    return page->ascii ? text_ascii(page->arena, text) : text;
}

struct str page_sign(const struct page *page, enum sign sign)
{
    return sign_text(sign, page->ascii);
}

void page_heading(struct page *page, struct str text)
{
    struct page_heading heading = { .row = page->rows.len ? page->rows.len - 1 : 0,
                                    .text = page_text(page, text) };
    vec_push(page->arena, &page->headings, heading);
}

size_t page_item_below(const struct page *page, size_t row)
{
    for (size_t i = 0; i < page->items.len; i++)
        if (page->items.at[i].first_row > row)
            return i;
    return PAGE_NO_ITEM;
}

bool page_is_heading(const struct page *page, size_t row)
{
    for (size_t i = 0; i < page->headings.len; i++)
        if (page->headings.at[i].row == row)
            return true;
    return false;
}

struct str page_heading_above(const struct page *page, size_t top)
{
    struct str text = { 0 };
    for (size_t i = 0; i < page->headings.len && page->headings.at[i].row <= top; i++)
        text = page->headings.at[i].row < top ? page->headings.at[i].text : STR("");
    return text;
}

void page_mark(struct page *page, enum page_mark_kind kind)
{
    struct page_mark mark = { .row = page->rows.len - 1, .kind = kind };
    vec_push(page->arena, &page->marks, mark);
}

static void put_span(struct page *page, int col, int cells, struct str text,
                     enum style style)
{
    struct page_span span = {
        .text = text, .col = col, .cells = cells, .style = style
    };
    vec_push(page->arena, &page->spans, span);
}

size_t page_block_begin(struct page *page, struct str text)
{
    struct page_block block = { .text = text, .first_span = page->spans.len };
    vec_push(page->arena, &page->blocks, block);
    return page->blocks.len - 1;
}

void page_block_end(struct page *page, size_t block)
{
    page->blocks.at[block].end_span = page->spans.len;
}

void page_put_piece(struct page *page, int col, struct str line, enum style style)
{
    put_span(page, col, (int)text_cells(line), line, style);
}

static int put_whole(struct page *page, int col, struct str text, enum style style)
{
    int cells = (int)text_cells(text);
    size_t block = page_block_begin(page, text);
    put_span(page, col, cells, text, style);
    page_block_end(page, block);
    return col + cells;
}

int page_put(struct page *page, int col, int cells, struct str text, enum style style)
{
    if (cells <= 0 || text.len == 0)
        return col;
    text = page_text(page, text);
    if (text_cells(text) <= (size_t)cells)
        return put_whole(page, col, text, style);
    struct str ellipsis = page_sign(page, SIGN_ELLIPSIS);
    int sign_cells = (int)text_cells(ellipsis);
    int room = cells > sign_cells ? cells - sign_cells : 0;
    col = put_whole(page, col, str_trim(text_fit(text, (size_t)room)), style);
    put_span(page, col, cells - room, ellipsis, style);
    return col + (cells < sign_cells ? cells : sign_cells);
}

int page_put_sign(struct page *page, int col, enum sign sign, enum style style)
{
    struct str text = page_sign(page, sign);
    int cells = (int)text_cells(text);
    put_span(page, col, cells, text, style);
    return col + cells;
}

int page_put_before(struct page *page, int end, struct str text, enum style style)
{
    text = page_text(page, text);
    int col = end - (int)text_cells(text);
    put_whole(page, col, text, style);
    return col;
}

void page_flow(struct page *page, int col, int cells, const struct text_form *form,
               struct str text, enum style style)
{
    size_t offset = 0;
    struct str line;
    bool first = true;
    text = page_text(page, text);
    size_t block = page_block_begin(page, text);
    while (form->next_line(text, (size_t)(cells > 1 ? cells : 1), &offset, &line)) {
        if (!first)
            page_row(page);
        first = false;
        if (line.len > 0)
            page_put_piece(page, col, line, style);
    }
    page_block_end(page, block);
}

size_t page_item_begin(struct page *page, struct place here, struct place there)
{
    size_t row = page->rows.len ? page->rows.len - 1 : 0;
    struct page_item item = {
        .first_row = row, .last_row = row, .here = here, .there = there
    };
    vec_push(page->arena, &page->items, item);
    return page->items.len - 1;
}

void page_item_end(struct page *page)
{
    page->items.at[page->items.len - 1].last_row = page->rows.len - 1;
}

void page_area_on(struct page *page, size_t row, size_t item, int col, int cells,
                  enum style style)
{
    struct page_area area = {
        .row = row, .item = item, .col = col, .cells = cells, .style = style
    };
    vec_push(page->arena, &page->areas, area);
}

static int by_row(const void *a, const void *b)
{
    const struct page_area *p = a, *q = b;
    if (p->row != q->row)
        return p->row < q->row ? -1 : 1;
    return (p->col > q->col) - (p->col < q->col);
}

void page_finish(struct page *page)
{
    if (page->areas.len > 0)
        qsort(page->areas.at, page->areas.len, sizeof(*page->areas.at), by_row);
}

void page_area(struct page *page, size_t item, int col, int cells, enum style style)
{
    page_area_on(page, page->rows.len - 1, item, col, cells, style);
}

static size_t end_of_row(const struct page *page, size_t row)
{
    return row + 1 < page->rows.len ? page->rows.at[row + 1] : page->spans.len;
}

void page_area_of_spans(struct page *page, size_t item, enum style of, enum style style)
{
    for (size_t row = page->items.at[item].first_row; row < page->rows.len; row++)
        for (size_t i = page->rows.at[row]; i < end_of_row(page, row); i++) {
            const struct page_span *span = &page->spans.at[i];
            if (span->style == of)
                page_area_on(page, row, item, span->col, span->cells, style);
        }
}

size_t page_find(const struct page *page, struct place place)
{
    for (size_t i = 0; i < page->items.len; i++)
        if (place_equal(page->items.at[i].here, place))
            return i;
    return PAGE_NO_ITEM;
}

/* The first area on ROW or below it. */
static size_t first_area(const struct page *page, size_t row)
{
    size_t low = 0, high = page->areas.len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (page->areas.at[middle].row < row)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

size_t page_item_at(const struct page *page, size_t row, int col)
{
    for (size_t i = first_area(page, row); i < page->areas.len; i++) {
        const struct page_area *area = &page->areas.at[i];
        if (area->row != row)
            break;
        if (col >= area->col && col < area->col + area->cells)
            return area->item;
    }
    for (size_t i = 0; i < page->items.len; i++)
        if (row >= page->items.at[i].first_row && row <= page->items.at[i].last_row)
            return i;
    return PAGE_NO_ITEM;
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

static void draw_row(const struct page *page, struct canvas *canvas,
                     struct rectangle where, int row, size_t index)
{
    for (size_t i = page->rows.at[index]; i < end_of_row(page, index); i++) {
        const struct page_span *span = &page->spans.at[i];
        canvas_put(canvas, where.row + row, where.col + span->col,
                   least(span->cells, where.cols - span->col), span->text, span->style);
    }
}

static void paint_areas(const struct page *page, struct canvas *canvas,
                        struct rectangle where, size_t top, size_t item)
{
    for (size_t i = first_area(page, top); i < page->areas.len; i++) {
        const struct page_area *area = &page->areas.at[i];
        if (area->row >= top + (size_t)where.rows)
            break;
        if (area->item == item)
            canvas_paint(canvas, where.row + (int)(area->row - top),
                         where.col + area->col,
                         least(area->cells, where.cols - area->col), area->style);
    }
}

static void draw_cursor(const struct page *page, struct canvas *canvas,
                        struct rectangle where, size_t top, size_t item,
                        enum style style)
{
    const struct page_item *on = &page->items.at[item];
    for (int row = 0; row < where.rows; row++)
        if (top + (size_t)row >= on->first_row && top + (size_t)row <= on->last_row)
            canvas_put(canvas, where.row + row, where.col, least(1, where.cols),
                       page_sign(page, SIGN_CURSOR), style);
}

void page_draw(const struct page *page, struct canvas *canvas, struct rectangle where,
               size_t top, size_t item, enum page_cursor cursor)
{
    for (int row = 0; row < where.rows; row++)
        if (top + (size_t)row < page->rows.len)
            draw_row(page, canvas, where, row, top + (size_t)row);
    bool shown = item < page->items.len && cursor != PAGE_CURSOR_NONE;
    if (shown && cursor == PAGE_CURSOR_STRONG)
        paint_areas(page, canvas, where, top, item);
    paint_areas(page, canvas, where, top, PAGE_NO_ITEM);
    if (!shown)
        return;
    draw_cursor(page, canvas, where, top, item,
                cursor == PAGE_CURSOR_STRONG ? STYLE_MARK : STYLE_DIM);
}
