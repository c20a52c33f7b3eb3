/*
 * Where everything goes on the screen.
 *
 * From a hundred columns on the timeline and an event stand side by side. That is a
 * matter of layout alone: the stack is the same at every width.
 */
#include "tui/app_state.h"

enum {
    SPLIT_FROM = 100, /* columns */
    LIST_MAX = 110,
    ASIDE_WISH = 92,     /* what an event needs to be read well */
    TITLE_RULE_FROM = 8, /* rows; below it the line goes */
    STATUS_RULE_FROM = 6,
    STRIP_FROM = 16,
    TITLE_FROM = 3,
    STATUS_FROM = 2,
};

static struct layout lay_out_rows(int rows, int cols, bool in_time)
{
    struct layout layout = { .title = -1,
                             .strip = -1,
                             .title_rule = -1,
                             .status_rule = -1,
                             .status = -1,
                             .main = { .rows = rows, .cols = cols } };
    int above = 0, below = rows;
    if (rows >= TITLE_FROM)
        layout.title = above++;
    if (in_time && rows >= STRIP_FROM)
        layout.strip = above++;
    if (rows >= TITLE_RULE_FROM)
        layout.title_rule = above++;
    if (rows >= STATUS_FROM)
        layout.status = --below;
    if (rows >= STATUS_RULE_FROM)
        layout.status_rule = --below;
    layout.main.row = above;
    layout.main.rows = below - above;
    return layout;
}

/* The list gets a little more than half, for its titles are cut and prose only wraps;
 * or what is left when an event has what it wishes for. */
static void split(struct layout *layout, bool list_is_main)
{
    int cols = layout->main.cols, list = cols * 11 / 20;
    if (list < cols - ASIDE_WISH)
        list = cols - ASIDE_WISH < LIST_MAX ? cols - ASIDE_WISH : LIST_MAX;
    struct rectangle left = layout->main, right = layout->main;
    left.cols = list;
    right.col = list + 1;
    right.cols = cols - list - 1;
    layout->divider = list;
    layout->main = list_is_main ? left : right;
    layout->aside = list_is_main ? right : left;
}

static void fit(struct app *app, struct frame *frame, struct rectangle where)
{
    struct view_context shown = app_context(app);
    frame_fit(frame, &shown, app->ascii, where.cols, where.rows);
}

/* The event that the timeline's cursor is on, beside it; for as long as keys come
 * quickly, the one before. */
static struct frame *preview_of(struct app *app, const struct frame *timeline)
{
    struct place place = { .view = VIEW_EVENT, .event = timeline->place.event };
    bool same = app->preview && place_equal(app->preview->place, place);
    app->waits = app->preview && !same && !app->rested;
    if (app->waits)
        return app->preview;
    if (app->preview && !same) {
        frame_free(app->preview);
        app->preview = NULL;
    }
    if (!app->preview)
        app->preview = frame_new(place);
    return app->preview;
}

/* The timeline's cursor goes along with the event that is open beside it. */
static void follow(struct frame *timeline, const struct frame *event)
{
    struct place place = { .view = VIEW_TIMELINE, .event = event->place.event };
    if (place_equal(place, timeline->place))
        return;
    size_t item = page_find(&timeline->page, place);
    if (item == PAGE_NO_ITEM)
        return;
    scroll_to_item(&timeline->scroll, &timeline->page, timeline->height, item);
    frame_settle(timeline);
}

struct layout app_layout(struct app *app)
{
    app->waits = false;
    struct frame *top = app_top(app);
    bool list = top->place.view == VIEW_TIMELINE, event = top->place.view == VIEW_EVENT;
    bool wide = app->cols >= SPLIT_FROM;
    struct layout layout = lay_out_rows(app->rows, app->cols, list || (event && wide));
    if (!wide || (!list && !event)) {
        fit(app, top, layout.main);
        return layout;
    }
    split(&layout, list);
    fit(app, top, layout.main);
    layout.beside = list ? preview_of(app, top) : app->stack[0];
    fit(app, layout.beside, layout.aside);
    if (event)
        follow(layout.beside, top);
    return layout;
}
