/*
 * What is asked for on the last line, and what comes of it.
 */
#include "tui/app_ask.h"

/* Searching. */

static void go_to_match(struct app *app, bool back)
{
    struct frame *top = app_top(app);
    if (top->matches.len == 0) {
        app_say(app, STYLE_MESSAGE, "no match for %.*s",
                STR_ARG(buf_str(&top->needle)));
        return;
    }
    bool wrapped;
    top->match = finder_next(&top->matches, frame_view(top), top->scroll, top->height,
                             top->match, back, &wrapped);
    struct match match = top->matches.at[top->match];
    if (match.item != PAGE_NO_ITEM)
        scroll_to_item(&top->scroll, &top->page, top->height, match.item);
    scroll_to_rows(&top->scroll, &top->page, top->height, match.row, match.row);
    app_say(app, STYLE_MESSAGE, "match %zu of %zu%s", top->match + 1, top->matches.len,
            wrapped ? ", wrapped" : "");
}

static void search(struct app *app, struct str needle, bool back)
{
    struct frame *top = app_top(app);
    struct view_context shown = app_context(app);
    frame_search(top, &shown, needle);
    buf_clear(&app->last_needle);
    buf_add(&app->last_needle, needle);
    if (needle.len > 0)
        go_to_match(app, back);
}

void app_search_again(struct app *app, bool back)
{
    struct frame *top = app_top(app);
    struct view_context shown = app_context(app);
    if (top->needle.len == 0 && app->last_needle.len == 0) {
        app_say(app, STYLE_MESSAGE, "nothing to search for yet: / begins a search");
        return;
    }
    if (top->needle.len == 0)
        frame_search(top, &shown, buf_str(&app->last_needle));
    go_to_match(app, back);
}

/* Prompts. */

void app_ask(struct app *app, enum app_prompt what, struct str text)
{
    static const struct str labels[] = {
        [APP_PROMPT_SEARCH] = STR_INIT("search: "),
        [APP_PROMPT_SEARCH_BACK] = STR_INIT("search backward: "),
        [APP_PROMPT_FILTER] = STR_INIT("filter: "),
    };
    app->asking = what;
    prompt_start(&app->prompt, labels[what], text);
}

static void answer_filter(struct app *app, struct str text)
{
    struct query_error error;
    if (!app_reselect(app, str_trim(text), app->selection.order, &error)) {
        app->prompt.cursor = error.offset < text.len ? error.offset : text.len;
        return;
    }
    app->asking = APP_PROMPT_NONE;
    app_say(app, STYLE_MESSAGE, "%zu of %zu events", app->selection.events.len,
            app->selection.dossier->events.len);
}

static void answer(struct app *app)
{
    struct str text = buf_str(&app->prompt.text);
    if (app->asking == APP_PROMPT_FILTER) {
        answer_filter(app, text);
        return;
    }
    bool back = app->asking == APP_PROMPT_SEARCH_BACK;
    app->asking = APP_PROMPT_NONE;
    search(app, text, back);
}

void app_answer(struct app *app, const struct input *input)
{
    switch (prompt_input(&app->prompt, input)) {
    case PROMPT_DONE:
        answer(app);
        break;
    case PROMPT_CANCELLED:
        app->asking = APP_PROMPT_NONE;
        break;
    case PROMPT_EDITING:
        break;
    }
}
