/*
 * What all files of the app do with its state: say something, and choose the events.
 */
#include "tui/app_state.h"

#include "dossier/clock.h"
#include "text/clean.h"
#include "text/utf8.h"

struct frame *app_top(const struct app *app)
{
    return app->stack[app->depth - 1];
}

void app_say(struct app *app, enum style style, const char *format, ...)
{
    struct arena arena = { 0 };
    va_list args;
    va_start(args, format);
    struct str text = utf8_repair(&arena, arena_vprintf(&arena, format, args));
    va_end(args);
    buf_clear(&app->message);
    buf_add(&app->message, text_clean_line(&arena, text, NULL));
    app->message_style = style;
    arena_free(&arena);
}

struct view_context app_context(const struct app *app)
{
    return (struct view_context){ .selection = &app->selection,
                                  .keymap = &app->keymap,
                                  .diags = &app->diags };
}

void app_detach_frames(struct app *app)
{
    for (size_t i = 0; i < app->depth; i++)
        frame_detach(app->stack[i]);
    if (app->preview)
        frame_free(app->preview);
    app->preview = NULL;
}

bool app_select(struct app *app, struct arena *arena, const struct dossier *dossier,
                struct str filter, enum order order, struct query_error *error)
{
    filter = arena_str(arena, filter);
    const struct query *query = query_parse(arena, filter, error);
    if (!query)
        return false;
    const struct dossier *shown =
        app->as_of.known ? clock_as_of(arena, dossier, app->as_of.day) : dossier;
    app_detach_frames(app);
    app->selection = query_select(arena, shown, query, order);
    app->selection.filter = filter;
    app->selection.as_of = app->as_of;
    arena_free(&app->selecting);
    app->selecting = *arena;
    return true;
}

/* The selected event nearest to ID in the chosen order; empty where there is none.
 * Looks among all events of the record, since ID need not be selected. */
static struct str nearest_selected(const struct app *app, struct str id)
{
    struct arena arena = { 0 };
    struct query_error error;
    const event_list *selected = &app->selection.events;
    struct selection whole =
        query_select(&arena, app->dossier, query_parse(&arena, STR(""), &error),
                     app->selection.order);
    struct str nearest = { 0 };
    size_t next = 0; /* in the selection, of the first not yet passed */
    for (size_t i = 0; id.len > 0 && i < whole.events.len && next < selected->len;
         i++) {
        nearest = selected->at[next]->id;
        if (str_equal(whole.events.at[i]->id, id))
            break;
        next += str_equal(whole.events.at[i]->id, nearest);
    }
    arena_free(&arena);
    return nearest;
}

void app_keep_timeline_place(struct app *app, struct str event)
{
    struct frame *timeline = app->stack[0];
    timeline->place.event = nearest_selected(app, event);
    frame_detach(timeline);
}

bool app_reselect(struct app *app, struct str filter, enum order order,
                  struct query_error *error)
{
    struct arena arena = { 0 };
    if (!app_select(app, &arena, app->dossier, filter, order, error)) {
        app_say(app, STYLE_ERROR, "%.*s", STR_ARG(error->reason));
        arena_free(&arena);
        return false;
    }
    app_keep_timeline_place(app, app->stack[0]->place.event);
    return true;
}
