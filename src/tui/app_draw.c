/*
 * The screen: a title, a rule, the views, a rule that messages are set in, and a
 * line that says where one is and which keys are most useful there.
 */
#include "text/clean.h"
#include "tui/app_ask.h"
#include "tui/app_search.h"
#include "tui/strip.h"
#include "tui/wording.h"

enum { SPACE = 2 };

static struct str screen_text(const struct app *app, struct arena *arena,
                              struct str text)
{
    return app->ascii ? text_ascii(arena, text) : text;
}

/* TEXT on at most CELLS cells, with an ellipsis where it is longer. */
static int put_cut(const struct app *app, struct canvas *canvas, int row, int col,
                   int cells, struct str text, enum style style)
{
    if (cells <= 0 || text_cells(text) <= (size_t)cells)
        return canvas_put(canvas, row, col, cells, text, style);
    struct str ellipsis = sign_text(SIGN_ELLIPSIS, app->ascii);
    int room = cells - (int)text_cells(ellipsis);
    int used = canvas_put(canvas, row, col, room, text, style);
    return used + canvas_put(canvas, row, col + used, cells - used, ellipsis, style);
}

/* TEXT, or as much of it as CELLS hold with an ellipsis behind. */
static struct str cut(const struct app *app, struct arena *arena, struct str text,
                      int cells)
{
    struct str ellipsis = sign_text(SIGN_ELLIPSIS, app->ascii);
    if (text_cells(text) <= (size_t)cells)
        return text;
    text = text_fit(text, (size_t)cells - text_cells(ellipsis));
    return arena_printf(arena, "%.*s%.*s", STR_ARG(text), STR_ARG(ellipsis));
}

enum { FACTS = 5 };

/* What is shown of the record: as many of these as fit, the last before the first. */
static size_t title_facts(const struct app *app, struct arena *arena,
                          struct str facts[FACTS])
{
    enum { FILTER_MIN = 12 };
    size_t count = 0;
    const struct selection *selection = &app->selection;
    int room = app->cols / 3 > FILTER_MIN ? app->cols / 3 : FILTER_MIN;
    facts[count++] = selection->order == ORDER_PUBLISHED
                         ? STR("by the day it became known")
                         : STR("by event date");
    if (selection->filter.len > 0)
        facts[count++] = arena_printf(
            arena, "filter: %.*s", STR_ARG(cut(app, arena, selection->filter, room)));
    if (app->as_of.known)
        facts[count++] =
            arena_printf(arena, "as of %.*s", STR_ARG(wording_day(arena, app->as_of)));
    if (app->broken)
        facts[count++] = STR("files in error");
    facts[count++] = arena_printf(
        arena, "%zu of %.*s", selection->events.len,
        STR_ARG(wording_count(arena, app->dossier->events.len, "event", "events")));
    return count;
}

static struct str joined_facts(const struct app *app, struct arena *arena,
                               const struct str *facts, size_t count)
{
    struct str text = { 0 };
    for (size_t i = 0; i < count; i++)
        text = arena_printf(arena, "%.*s%s%.*s%s%.*s", STR_ARG(text), i ? " " : "",
                            i ? (int)sign_text(SIGN_DOT, app->ascii).len : 0,
                            sign_text(SIGN_DOT, app->ascii).ptr, i ? " " : "",
                            STR_ARG(facts[i]));
    return screen_text(app, arena, text);
}

static void draw_title(const struct app *app, struct canvas *canvas, int row)
{
    /* cells left to the title before a fact goes */
    const int wish = canvas->cols / 3 < 24 ? canvas->cols / 3 : 24;
    struct arena arena = { 0 };
    struct str facts[FACTS], right;
    size_t count = title_facts(app, &arena, facts), from = 0;
    int room = canvas->cols - 2 * 1 - SPACE;
    do {
        right = joined_facts(app, &arena, facts + from, count - from);
    } while ((int)text_cells(right) > room - wish && ++from < count);
    if (from == count)
        right = (struct str){ 0 };
    int cells = (int)text_cells(right);
    int start = canvas->cols - 1 - cells;
    canvas_put(canvas, row, start, cells, right, STYLE_DIM);
    put_cut(app, canvas, row, 1, start - SPACE - 1,
            screen_text(app, &arena, app->dossier->title), STYLE_TITLE);
    arena_free(&arena);
}

/* The days of what a page shows, and which of them are in sight. */
struct days {
    VEC(int64_t) at;
    size_t first_in_sight, end_in_sight;
};

static struct days days_of(const struct frame *frame, struct arena *arena)
{
    struct days days = { .first_in_sight = 0 };
    size_t top = frame->scroll.top;
    for (size_t i = 0; i < frame->page.days.len; i++) {
        const struct page_day *entry = &frame->page.days.at[i];
        if (entry->row < top)
            days.first_in_sight = i + 1;
        if (entry->row < top + frame->height)
            days.end_in_sight = i + 1;
        vec_push(arena, &days.at, entry->day);
    }
    return days;
}

static struct str year_of(struct arena *arena, int64_t day)
{
    return wording_year(arena, edtf_day_of_number(day).year);
}

/* 1962 ▁┄▁  ┄▃▁▂█▁ 2023 */
static void draw_strip(const struct app *app, struct canvas *canvas, int row)
{
    enum { CELLS_MIN = 8 };
    struct arena arena = { 0 };
    struct days days = days_of(app->stack[0], &arena);
    if (days.at.len > 0) {
        struct str from = year_of(&arena, days.at.at[0]);
        struct str to = year_of(&arena, days.at.at[days.at.len - 1]);
        int col = 1 + canvas_put(canvas, row, 1, canvas->cols, from, STYLE_LABEL) + 1;
        int end = canvas->cols - 1 - (int)text_cells(to);
        struct strip strip = strip_new(&arena, days.at.at, days.at.len,
                                       end - 1 - col < 1 ? 1 : end - 1 - col);
        int first = -1, last = -1;
        if (days.first_in_sight < days.end_in_sight) {
            first = strip_cell(&strip, days.at.at[days.first_in_sight]);
            last = strip_cell(&strip, days.at.at[days.end_in_sight - 1]);
        }
        if (strip.cells >= CELLS_MIN)
            strip_draw(&strip, canvas, row, col, first, last, app->ascii);
        canvas_put(canvas, row, end, canvas->cols, to, STYLE_LABEL);
    }
    arena_free(&arena);
}

/* What the rows below are about, where its heading is out of sight. */
static void draw_heading(const struct app *app, struct canvas *canvas, int row,
                         const struct frame *frame, struct rectangle where)
{
    struct str text = page_heading_above(&frame->page, frame->scroll.top);
    if (row < 0 || text.len == 0)
        return;
    canvas_put(canvas, row, where.col + 1, 1, STR(" "), STYLE_TEXT);
    int used =
        put_cut(app, canvas, row, where.col + 2, where.cols - 4, text, STYLE_HEADING);
    canvas_put(canvas, row, where.col + 2 + used, 1, STR(" "), STYLE_TEXT);
}

static void draw_rules(const struct app *app, struct canvas *canvas,
                       const struct layout *layout)
{
    struct str across = sign_text(SIGN_ACROSS, app->ascii);
    for (int i = 0; i < 2; i++) {
        int row = i ? layout->status_rule : layout->title_rule;
        if (row < 0)
            continue;
        canvas_fill(canvas, row, 0, canvas->cols, across, STYLE_RULE);
        if (layout->beside)
            canvas_put(canvas, row, layout->divider, 1,
                       sign_text(i ? SIGN_TEE_UP : SIGN_TEE, app->ascii), STYLE_RULE);
    }
    for (int row = 0; layout->beside && row < layout->main.rows; row++)
        canvas_put(canvas, layout->main.row + row, layout->divider, 1,
                   sign_text(SIGN_DOWN, app->ascii), STYLE_RULE);
}

static void draw_message(const struct app *app, struct canvas *canvas,
                         const struct layout *layout)
{
    struct arena arena = { 0 };
    bool prompting = app->asking != APP_PROMPT_NONE; /* in the last row */
    int row =
        layout->status_rule >= 0 || prompting ? layout->status_rule : layout->status;
    struct str text = screen_text(app, &arena, buf_str(&app->message));
    if (row >= 0 && text.len > 0) {
        canvas_put(canvas, row, 1, 1, STR(" "), STYLE_TEXT);
        int used =
            put_cut(app, canvas, row, 2, canvas->cols - 4, text, app->message_style);
        canvas_put(canvas, row, 2 + used, 1, STR(" "), STYLE_TEXT);
    }
    arena_free(&arena);
}

static int draw_position(const struct app *app, struct canvas *canvas, int row)
{
    const struct frame *top = app_top(app);
    const struct view *view = frame_view(top);
    int percent = scroll_percent(&top->scroll, &top->page, top->height, view->step);
    struct buf text = { 0 };
    buf_printf(&text, "[%s]", view->name);
    if (frame_item(top))
        buf_printf(&text, " %zu/%zu", top->scroll.item + 1, top->page.items.len);
    buf_printf(&text, " %d%%", percent);
    int end =
        1 + canvas_put(canvas, row, 1, canvas->cols - 2, buf_str(&text), STYLE_HEADING);
    buf_free(&text);
    return end;
}

static void draw_hints(const struct app *app, struct canvas *canvas, int row, int col)
{
    const struct frame *top = app_top(app);
    for (const struct hint *hint = frame_view(top)->hints; hint->label; hint++) {
        struct buf key = { 0 };
        keymap_keys(&app->keymap, top->place.view, hint->action, 1, "", &key);
        struct str label = str_of(hint->label);
        int cells = (int)text_cells(buf_str(&key)) + 1 + (int)text_cells(label);
        if (key.len > 0 && col + cells < canvas->cols) {
            col += canvas_put(canvas, row, col, cells, buf_str(&key), STYLE_KEY) + 1;
            col += canvas_put(canvas, row, col, cells, label, STYLE_HINT) + SPACE;
        }
        buf_free(&key);
    }
}

static void draw_status(const struct app *app, struct canvas *canvas, int row)
{
    enum { HINTS_COL = 26 };
    if (app->asking != APP_PROMPT_NONE) {
        prompt_draw(&app->prompt, canvas, row, app->ascii);
        return;
    }
    int end = draw_position(app, canvas, row) + SPACE;
    draw_hints(app, canvas, row,
               end < HINTS_COL && canvas->cols >= 80 ? HINTS_COL : end);
}

void app_draw(struct app *app, struct canvas *canvas)
{
    app->rows = canvas->rows;
    app->cols = canvas->cols;
    canvas_clear(canvas);
    app_layout(app);
    app_ask_settle(app);
    struct layout layout = app_layout(app);
    if (layout.beside && layout.beside == app->preview && !app->waits)
        app_search_beside(app, layout.beside);
    const struct frame *top = app_top(app);
    draw_rules(app, canvas, &layout);
    if (layout.title >= 0)
        draw_title(app, canvas, layout.title);
    if (layout.strip >= 0)
        draw_strip(app, canvas, layout.strip);
    draw_heading(app, canvas, layout.title_rule, top, layout.main);
    if (layout.beside)
        draw_heading(app, canvas, layout.title_rule, layout.beside, layout.aside);
    page_draw(&top->page, canvas, layout.main, top->scroll.top, top->scroll.item,
              PAGE_CURSOR_STRONG);
    if (layout.beside)
        page_draw(&layout.beside->page, canvas, layout.aside, layout.beside->scroll.top,
                  layout.beside->scroll.item,
                  top->place.view == VIEW_EVENT ? PAGE_CURSOR_FAINT : PAGE_CURSOR_NONE);
    if (layout.status >= 0)
        draw_status(app, canvas, layout.status);
    draw_message(app, canvas, &layout);
}
