#include "tui/app.h"

#include <stdlib.h>

#include "base/oom.h"
#include "dossier/check.h"
#include "tui/app_ask.h"
#include "tui/app_errands.h"
#include "tui/app_marks.h"
#include "tui/app_search.h"

/* The stack. */

static void push(struct app *app, struct place place)
{
    if (app->depth == APP_DEPTH_MAX) {
        frame_free(app->stack[1]);
        for (size_t i = 2; i < app->depth; i++)
            app->stack[i - 1] = app->stack[i];
        app->depth--;
    }
    app->stack[app->depth++] = frame_new(place);
}

static bool pop(struct app *app)
{
    if (app->depth == 1)
        return false;
    frame_free(app->stack[--app->depth]);
    return true;
}

/* A place may name a filter: then it is the timeline, filtered. */
static void open_place(struct app *app, struct place place)
{
    if (place.view != VIEW_TIMELINE) {
        push(app, place);
        app_search_carry(app);
        return;
    }
    struct query_error error;
    struct arena arena = { 0 };
    struct str filter = arena_str(&arena, place.filter);
    while (pop(app))
        ;
    if (app_reselect(app, filter, app->selection.order, &error))
        app_say(app, STYLE_MESSAGE, "filtered by %.*s; F shows all", STR_ARG(filter));
    arena_free(&arena);
}

void app_go(struct app *app, struct place place)
{
    open_place(app, place);
    if (place.event.len > 0)
        app_keep_timeline_place(app, place.event);
}

static void open_view(struct app *app, enum view_id view)
{
    if (app_top(app)->place.view == view)
        return;
    push(app, (struct place){ .view = view, .help_of = app_top(app)->place.view });
    app_search_carry(app);
}

/* Reading the files again. */

static void say_first_error(struct app *app)
{
    const struct diags *diags = &app->diags;
    struct buf text = { 0 };
    for (size_t i = 0; i < diags->list.len && text.len == 0; i++)
        if (diag_severity(diags->list.at[i].code) == DIAG_SEVERITY_ERROR)
            diag_format(&text, &diags->list.at[i]);
    struct str first = buf_str(&text);
    if (diags->errors > 1)
        app_say(app, STYLE_ERROR, "not read again, E lists %zu errors: %.*s",
                diags->errors, STR_ARG(first));
    else
        app_say(app, STYLE_ERROR, "not read again: %.*s", STR_ARG(first));
    buf_free(&text);
}

/* Keeps what was said of the files, with the arena that it is in; BROKEN: there is
 * no record to be made of them. */
static void keep_diags(struct app *app, struct arena arena, struct diags diags,
                       bool broken)
{
    diags.arena = &arena;
    diags_sort(&diags);
    arena_free(&app->checking);
    app->checking = arena;
    app->diags = diags;
    app->diags.arena = &app->checking;
    app->broken = broken;
    app->readings++;
    app->watched = (str_list){ 0 };
    for (size_t i = 0; i < app->dossier->watched.len; i++)
        vec_push(&app->checking, &app->watched,
                 arena_str(&app->checking, app->dossier->watched.at[i]));
    for (size_t i = 0; i < diags.files.len; i++)
        vec_push(&app->checking, &app->watched, diags.files.at[i]->path);
    for (size_t i = 0; i < app->depth; i++)
        if (app->stack[i]->place.view == VIEW_ERRORS)
            frame_detach(app->stack[i]);
}

/* All that is wrong with the files as they are now. */
static void check_files(struct app *app)
{
    struct arena arena = { 0 };
    struct diags diags = diags_new(&arena);
    const struct dossier *dossier = dossier_load(&app->options->load, &diags);
    if (dossier)
        check_dossier(dossier, &diags);
    keep_diags(app, arena, diags, dossier == NULL);
}

static bool shows_errors(const struct app *app)
{
    for (size_t i = 0; i < app->depth; i++)
        if (app->stack[i]->place.view == VIEW_ERRORS)
            return true;
    return false;
}

/* The event of a new DOSSIER that takes the place of the one of that id: itself, or
 * the next of those that were selected and are still there, or else the last before.
 * In the dossier; empty where none is left. */
static struct str survivor(const struct app *app, const struct dossier *dossier,
                           struct str id)
{
    const event_list *before = &app->selection.events;
    const struct event *found = dossier_event(dossier, id);
    size_t at = 0;
    while (at < before->len && !str_equal(before->at[at]->id, id))
        at++;
    for (size_t i = at; i < before->len && !found; i++)
        found = dossier_event(dossier, before->at[i]->id);
    for (size_t i = at; i-- > 0 && !found;)
        found = dossier_event(dossier, before->at[i]->id);
    return found ? found->id : (struct str){ 0 };
}

/* The app's from now on, in the arena RECORD. */
static void take_dossier(struct app *app, const struct dossier *dossier,
                         struct arena record)
{
    struct arena selecting = { 0 }, before = app->record;
    struct query_error error;
    struct str event = survivor(app, dossier, app->stack[0]->place.event);
    if (!app_select(app, &selecting, dossier, app->selection.filter,
                    app->selection.order, &error)) /* it was understood before */
        arena_free(&selecting);
    app->record = record;
    app->dossier = dossier;
    app->broken = false;
    app->readings++;
    app_keep_timeline_place(app, event);
    arena_free(&before);
    if (shows_errors(app))
        check_files(app);
}

void app_reload(struct app *app)
{
    struct arena record = { 0 };
    struct diags diags = diags_new(&record);
    const struct dossier *dossier = dossier_load(&app->options->load, &diags);
    if (!dossier) {
        keep_diags(app, record, diags, true);
        say_first_error(app);
        return;
    }
    take_dossier(app, dossier, record);
    app_say(app, STYLE_MESSAGE, "read again: %zu events, %zu sources",
            dossier->events.len, dossier->sources.len);
}

const str_list *app_watched(const struct app *app)
{
    return app->broken ? &app->watched : &app->dossier->watched;
}

size_t app_readings(const struct app *app)
{
    return app->readings;
}

/* The days on which something became known. */

static bool is_between(struct known_day after, struct known_day day,
                       struct known_day before)
{
    return day.known && (!after.known || edtf_day_compare(after.day, day.day) < 0) &&
           (!before.known || edtf_day_compare(day.day, before.day) < 0);
}

/* The last such day before AS_OF (or ever), or the first behind it. */
static struct known_day step_in_time(const struct app *app, bool later)
{
    struct known_day found = { 0 };
    for (size_t i = 0; i < app->dossier->events.len; i++) {
        const citation_list *all = &app->dossier->events.at[i]->citations;
        for (size_t j = 0; j < all->len; j++) {
            struct known_day day = all->at[j]->known_from;
            if (later ? is_between(app->as_of, day, found)
                      : is_between(found, day, app->as_of))
                found = day;
        }
    }
    return found;
}

static void go_in_time(struct app *app, bool later)
{
    if (later && !app->as_of.known) {
        app_say(app, STYLE_MESSAGE, "this is the whole record; [ goes back in time");
        return;
    }
    struct known_day day = step_in_time(app, later), before = app->as_of;
    struct query_error error;
    if (!later && !day.known) {
        app_say(app, STYLE_MESSAGE, "nothing of the record was known before");
        return;
    }
    app->as_of = day;
    if (!app_reselect(app, app->selection.filter, app->selection.order, &error))
        app->as_of = before;
    else if (!day.known)
        app_say(app, STYLE_MESSAGE, "the whole record");
}

/* What the actions do that belong to no view. */

static void do_open(struct app *app)
{
    struct frame *top = app_top(app);
    const struct page_item *item = frame_item(top);
    if (item)
        open_place(app, item->there);
    else if (!scroll_to_next_item(&top->scroll, &top->page, top->height))
        app_say(app, STYLE_MESSAGE, "there is nothing to open here");
}

static void do_back(struct app *app)
{
    if (!pop(app))
        app_say(app, STYLE_MESSAGE, "this is the first view; q quits");
}

static void do_close(struct app *app)
{
    if (!pop(app))
        app->ended = true;
}

/* The panes of timeline and event. */
static void do_other(struct app *app)
{
    enum view_id view = app_top(app)->place.view;
    if (view == VIEW_TIMELINE)
        do_open(app);
    else if (view == VIEW_EVENT)
        do_back(app);
    else
        app_say(app, STYLE_MESSAGE, "there is no other pane here");
}

static void do_search(struct app *app)
{
    app_ask(app, APP_PROMPT_SEARCH, STR(""));
}

static void do_search_back(struct app *app)
{
    app_ask(app, APP_PROMPT_SEARCH_BACK, STR(""));
}

static void do_next(struct app *app)
{
    app_search_again(app, false);
}

static void do_previous(struct app *app)
{
    app_search_again(app, true);
}

static void do_filter(struct app *app)
{
    app_ask(app, APP_PROMPT_FILTER, app->selection.filter);
}

static void do_unfilter(struct app *app)
{
    struct query_error error;
    if (app->selection.filter.len == 0)
        app_say(app, STYLE_MESSAGE, "there is no filter");
    else if (app_reselect(app, STR(""), app->selection.order, &error))
        app_say(app, STYLE_MESSAGE, "all %zu events", app->selection.events.len);
}

static void do_order(struct app *app)
{
    struct query_error error;
    enum order order =
        app->selection.order == ORDER_EVENT ? ORDER_PUBLISHED : ORDER_EVENT;
    if (app_reselect(app, app->selection.filter, order, &error))
        app_say(app, STYLE_MESSAGE,
                order == ORDER_EVENT ? "by when it happened"
                                     : "by when it became known");
}

static void do_earlier(struct app *app)
{
    go_in_time(app, false);
}

static void do_later(struct app *app)
{
    go_in_time(app, true);
}

static void do_conflicts(struct app *app)
{
    open_view(app, VIEW_CONFLICTS);
}

static void do_sources(struct app *app)
{
    open_view(app, VIEW_SOURCES);
}

static void do_index(struct app *app)
{
    open_view(app, VIEW_INDEX);
}

static void do_help(struct app *app)
{
    open_view(app, VIEW_HELP);
}

static void do_command(struct app *app)
{
    app_ask(app, APP_PROMPT_COMMAND, STR(""));
}

static void do_errors(struct app *app)
{
    check_files(app);
    open_view(app, VIEW_ERRORS);
}

static void do_redraw(struct app *app)
{
    app->redraw = true;
}

static void do_quit(struct app *app)
{
    app->ended = true;
}

static void (*const doings[ACTION_COUNT])(struct app *app) = {
    [ACTION_OPEN] = do_open,
    [ACTION_BACK] = do_back,
    [ACTION_CLOSE] = do_close,
    [ACTION_OTHER] = do_other,
    [ACTION_SEARCH] = do_search,
    [ACTION_SEARCH_BACK] = do_search_back,
    [ACTION_NEXT] = do_next,
    [ACTION_PREVIOUS] = do_previous,
    [ACTION_FILTER] = do_filter,
    [ACTION_UNFILTER] = do_unfilter,
    [ACTION_ORDER] = do_order,
    [ACTION_EARLIER] = do_earlier,
    [ACTION_LATER] = do_later,
    [ACTION_CONFLICTS] = do_conflicts,
    [ACTION_SOURCES] = do_sources,
    [ACTION_INDEX] = do_index,
    [ACTION_HELP] = do_help,
    [ACTION_RELOAD] = app_reload,
    [ACTION_NEXT_CONFLICT] = app_next_conflict,
    [ACTION_PREVIOUS_CONFLICT] = app_previous_conflict,
    [ACTION_NEXT_UNCITED] = app_next_uncited,
    [ACTION_EDIT] = app_edit,
    [ACTION_BROWSE] = app_browse,
    [ACTION_COPY] = app_copy_citation,
    [ACTION_COPY_LINK] = app_copy_link,
    [ACTION_ERRORS] = do_errors,
    [ACTION_COMMAND] = do_command,
    [ACTION_MOUSE] = app_toggle_mouse,
    [ACTION_REDRAW] = do_redraw,
    [ACTION_QUIT] = do_quit,
};

/* Whether the view has answered. A search of one's own goes before what the view
 * makes of n and N. */
static bool view_acts(struct app *app, enum action action)
{
    struct frame *top = app_top(app);
    const struct view *view = frame_view(top);
    struct view_context context = app_context(app);
    context.place = top->place;
    bool searching =
        top->needle.len > 0 && (action == ACTION_NEXT || action == ACTION_PREVIOUS);
    if (!view->act || searching)
        return false;
    struct outcome outcome = view->act(&context, &top->page, top->scroll, action);
    if (outcome.kind == OUTCOME_REPLACE)
        frame_replace(top, outcome.place);
    if (outcome.kind == OUTCOME_ALTER)
        frame_alter(top, outcome.place);
    if (outcome.kind == OUTCOME_MOVE)
        scroll_to_item(&top->scroll, &top->page, top->height, outcome.item);
    if (outcome.kind == OUTCOME_EDIT)
        app_edit(app);
    if (outcome.text.len > 0)
        app_say(app, STYLE_MESSAGE, "%.*s", STR_ARG(outcome.text));
    return outcome.kind != OUTCOME_PASS;
}

/* One key after the other, a list scrolls in leaps: beside another pane a terminal can
 * move no part of its rows, so each row that scrolls is sent, every time. */
static bool move(struct app *app, struct frame *frame, enum action action)
{
    size_t before = frame->scroll.top;
    bool step = action == ACTION_DOWN || action == ACTION_UP;
    bool moved = scroll_act(&frame->scroll, &frame->page, frame->height,
                            frame_view(frame)->step, action);
    if (moved && step && app->waits)
        scroll_leap(&frame->scroll, &frame->page, frame->height, before);
    return moved;
}

static void act(struct app *app, enum action action)
{
    struct frame *top = app_top(app);
    if (move(app, top, action) || view_acts(app, action))
        return;
    if (doings[action])
        doings[action](app);
    else
        app_say(app, STYLE_MESSAGE, "%.*s is nothing for the %s",
                STR_ARG(action_name(action)), frame_view(top)->name);
}

static void take_key(struct app *app, key_code key)
{
    enum action action = keymap_find(&app->keymap, app_top(app)->place.view, key);
    if (action != ACTION_NONE) {
        act(app, action);
        return;
    }
    struct buf name = { 0 };
    key_format(&name, key);
    app_say(app, STYLE_MESSAGE, "%.*s does nothing here; ? lists the keys",
            STR_ARG(buf_str(&name)));
    buf_free(&name);
}

static void take_answer(struct app *app, const struct input *input)
{
    app->commanded = ACTION_NONE;
    app_answer(app, input);
    if (app->commanded != ACTION_NONE)
        act(app, app->commanded);
}

/* The mouse. */

static bool inside(struct rectangle where, const struct input *input)
{
    return input->row >= where.row && input->row < where.row + where.rows &&
           input->col >= where.col && input->col < where.col + where.cols;
}

static void wheel(const struct layout *layout, struct frame *top,
                  const struct input *input)
{
    enum { NOTCH = 3 };
    bool beside = layout->beside && inside(layout->aside, input);
    struct frame *frame = beside ? layout->beside : top;
    scroll_rows(&frame->scroll, &frame->page, frame->height, frame_view(frame)->step,
                input->kind == INPUT_WHEEL_DOWN ? NOTCH : -NOTCH);
}

/* A heading of the timeline folds what it stands over. */
static void fold(struct app *app, size_t row)
{
    struct frame *top = app_top(app);
    size_t item = page_item_below(&top->page, row);
    if (top->place.view != VIEW_TIMELINE || item == PAGE_NO_ITEM ||
        !page_is_heading(&top->page, row))
        return;
    top->scroll.item = item;
    frame_settle(top);
    act(app, ACTION_ZOOM_OUT);
}

/* Clicking beside goes there first. */
static void click(struct app *app, const struct layout *layout,
                  const struct input *input)
{
    if (layout->beside && inside(layout->aside, input)) {
        do_other(app);
    } else if (!inside(layout->main, input)) {
        return;
    }
    struct layout now = app_layout(app);
    struct frame *top = app_top(app);
    if (!inside(now.main, input))
        return;
    size_t row = top->scroll.top + (size_t)(input->row - now.main.row);
    size_t item = page_item_at(&top->page, row, input->col - now.main.col);
    if (item == PAGE_NO_ITEM) {
        fold(app, row);
        return;
    }
    if (item == top->scroll.item && !layout->beside == !now.beside &&
        inside(layout->main, input))
        do_open(app);
    else
        top->scroll.item = item;
}

static void take_mouse(struct app *app, const struct input *input)
{
    struct layout layout = app_layout(app);
    if (input->kind == INPUT_CLICK)
        click(app, &layout, input);
    else
        wheel(&layout, app_top(app), input);
}

void app_input(struct app *app, const struct input *input)
{
    app->rested = false;
    buf_clear(&app->message);
    app_layout(app);
    if (app->asking != APP_PROMPT_NONE)
        take_answer(app, input);
    else if (input->kind == INPUT_KEY)
        take_key(app, input->key);
    else if (input->kind == INPUT_PASTE)
        app_say(app, STYLE_MESSAGE,
                "pasted text is for prompts: / searches, f filters");
    else
        take_mouse(app, input);
    frame_settle(app_top(app));
}

struct app *app_new(const struct browse_options *options, const struct dossier *dossier,
                    bool ascii)
{
    struct app *app = oom_malloc(sizeof(*app));
    *app = (struct app){
        .options = options, .ascii = ascii, .dossier = dossier, .as_of = options->as_of
    };
    app->mouse = options->mouse;
    history_open(&app->history, options->history);
    app->keymap =
        options->config ? options->config->keymap : config_new(&app->keys).keymap;
    push(app, (struct place){ .view = VIEW_TIMELINE });
    struct query_error error;
    if (!app_reselect(app, options->filter, options->order, &error))
        app_reselect(app, STR(""), options->order, &error);
    if (options->greeting.len > 0)
        app_say(app, STYLE_ERROR, "%.*s", STR_ARG(options->greeting));
    return app;
}

void app_free(struct app *app)
{
    app_detach_frames(app);
    while (app->depth > 0)
        frame_free(app->stack[--app->depth]);
    prompt_free(&app->prompt);
    arena_free(&app->completing.arena);
    buf_free(&app->completing.typed);
    buf_free(&app->origin.needle);
    history_free(&app->history);
    buf_free(&app->last_needle);
    buf_free(&app->message);
    buf_free(&app->errand_text);
    arena_free(&app->checking);
    arena_free(&app->selecting);
    arena_free(&app->record);
    arena_free(&app->keys);
    free(app);
}

bool app_waits(const struct app *app)
{
    return app->waits;
}

void app_rest(struct app *app)
{
    app->rested = true;
}

bool app_ended(const struct app *app)
{
    return app->ended;
}

bool app_wants_redraw(struct app *app)
{
    bool wanted = app->redraw;
    app->redraw = false;
    return wanted;
}
