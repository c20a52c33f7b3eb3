/*
 * What is asked for on the last line, and what comes of it.
 */
#include "tui/app_ask.h"

#include "tui/app_search.h"
#include "tui/command.h"

/* The filter. */

static void count_filtered(struct app *app, const struct query *query)
{
    const event_list *events = &app->selection.dossier->events;
    size_t count = 0;
    for (size_t i = 0; i < events->len; i++)
        count += query_holds(query, events->at[i]);
    buf_printf(&app->prompt.note, "%zu of %zu", count, events->len);
}

/* Says what Tab would put there, from the candidate at FROM on. */
static void say_candidates(struct app *app, const struct completion *completion,
                           size_t from)
{
    enum { SAID = 12 };
    struct buf text = { 0 };
    size_t count = completion->candidates.len;
    for (size_t i = from; i < count && i < from + SAID; i++) {
        const struct candidate *candidate = &completion->candidates.at[i];
        buf_printf(&text, "%s%.*s", i > from ? "  " : "", STR_ARG(candidate->name));
        if (candidate->count > 0)
            buf_printf(&text, " %zu", candidate->count);
    }
    if (text.len > 0)
        app_say(app, STYLE_HINT, "Tab: %.*s", STR_ARG(buf_str(&text)));
    buf_free(&text);
}

static struct completion complete_here(struct app *app, struct arena *arena)
{
    return complete_filter(arena, app->selection.dossier, buf_str(&app->prompt.text),
                           app->prompt.cursor);
}

static void try_filter(struct app *app, struct str text)
{
    struct arena arena = { 0 };
    struct query_error error = { 0 };
    const struct query *query = query_parse(&arena, text, &error);
    struct completion completion = complete_here(app, &arena);
    if (query)
        count_filtered(app, query);
    else if (completion.candidates.len == 0)
        app->prompt.wrong = error.offset;
    if (completion.candidates.len > 0)
        say_candidates(app, &completion, 0);
    else if (!query)
        app_say(app, STYLE_ERROR, "%.*s", STR_ARG(error.reason));
    arena_free(&arena);
}

static bool keep_filter(struct app *app, struct str text)
{
    struct query_error error;
    if (!app_reselect(app, str_trim(text), app->selection.order, &error)) {
        app->prompt.cursor = error.offset < text.len ? error.offset : text.len;
        app->prompt.wrong = error.offset;
        return false;
    }
    app_say(app, STYLE_MESSAGE, "%zu of %zu events", app->selection.events.len,
            app->selection.dossier->events.len);
    return true;
}

/* The search. */

static void begin_forward(struct app *app)
{
    app_search_begin(app, false);
}

static void begin_backward(struct app *app)
{
    app_search_begin(app, true);
}

static bool keep_search(struct app *app, struct str text)
{
    app_search_keep(app, text);
    return true;
}

/* Commands. */

static struct completion complete_command(struct app *app, struct arena *arena)
{
    return command_complete(arena, buf_str(&app->prompt.text), app->prompt.cursor);
}

static void try_command(struct app *app, struct str text)
{
    struct arena arena = { 0 };
    struct completion completion = complete_command(app, &arena);
    struct command command = command_read(text);
    if (command.action != ACTION_NONE)
        app_say(app, STYLE_HINT, "%.*s", STR_ARG(action_help(command.action)));
    else
        say_candidates(app, &completion, 0);
    arena_free(&arena);
}

/* To the thing of that number, or the row on a page of text. */
static void go_to_number(struct frame *top, size_t number)
{
    size_t items = top->page.items.len, rows = top->page.rows.len;
    if (items > 0)
        scroll_to_item(&top->scroll, &top->page, top->height,
                       (number < items ? number : items) - 1);
    else if (rows > 0)
        top->scroll.top = (number < rows ? number : rows) - 1;
    scroll_clamp(&top->scroll, &top->page, top->height);
}

/* The action is done once the prompt is closed: it may open another. */
static bool keep_command(struct app *app, struct str text)
{
    struct command command = command_read(text);
    struct arena arena = { 0 };
    buf_clear(&app->message);
    app->commanded = command.action;
    if (command.number > 0)
        go_to_number(app_top(app), command.number);
    else if (command.action == ACTION_NONE && str_trim(text).len > 0)
        app_say(app, STYLE_ERROR, "%.*s", STR_ARG(command_unknown(&arena, text)));
    arena_free(&arena);
    return true;
}

/* All prompts. What they do not do is NULL. */
static const struct asking {
    struct str label, kind; /* kind: under which the history keeps what was typed */
    void (*begin)(struct app *app);
    void (*try)(struct app *app, struct str text);  /* what stands there now */
    bool (*keep)(struct app *app, struct str text); /* false: the prompt stays */
    void (*cancel)(struct app *app);
    struct completion (*complete)(struct app *app, struct arena *arena);
} askings[] = {
    [APP_PROMPT_SEARCH] = { .label = STR_INIT("search: "),
                            .kind = STR_INIT("search"),
                            .begin = begin_forward,
                            .try = app_search_try,
                            .keep = keep_search,
                            .cancel = app_search_cancel },
    [APP_PROMPT_SEARCH_BACK] = { .label = STR_INIT("search backward: "),
                                 .kind = STR_INIT("search"),
                                 .begin = begin_backward,
                                 .try = app_search_try,
                                 .keep = keep_search,
                                 .cancel = app_search_cancel },
    [APP_PROMPT_FILTER] = { .label = STR_INIT("filter: "),
                            .kind = STR_INIT("filter"),
                            .try = try_filter,
                            .keep = keep_filter,
                            .complete = complete_here },
    [APP_PROMPT_COMMAND] = { .label = STR_INIT(":"),
                             .kind = STR_INIT("command"),
                             .try = try_command,
                             .keep = keep_command,
                             .complete = complete_command },
};

void app_ask(struct app *app, enum app_prompt what, struct str text)
{
    app->asking = what;
    app->unsettled = true;
    app->completing.on = false;
    prompt_start(&app->prompt, askings[what].label, text);
    history_rewind(&app->history);
    if (askings[what].begin)
        askings[what].begin(app);
}

void app_ask_settle(struct app *app)
{
    if (app->asking == APP_PROMPT_NONE || !app->unsettled)
        return;
    const struct asking *asking = &askings[app->asking];
    app->unsettled = false;
    app->prompt.wrong = STR_NONE;
    buf_clear(&app->prompt.note);
    if (asking->try)
        asking->try(app, buf_str(&app->prompt.text));
}

static void answer(struct app *app, const struct asking *asking)
{
    struct arena arena = { 0 };
    struct str text = arena_str(&arena, buf_str(&app->prompt.text));
    app->unsettled = true; /* what it says is to stay */
    app_ask_settle(app);
    if (asking->keep(app, text)) {
        app->asking = APP_PROMPT_NONE;
        history_add(&app->history, asking->kind, text);
    }
    arena_free(&arena);
}

static void cancel(struct app *app, const struct asking *asking)
{
    if (asking->cancel)
        asking->cancel(app);
    app->asking = APP_PROMPT_NONE;
}

static void recall(struct app *app, const struct asking *asking, bool older)
{
    struct str text, typed = buf_str(&app->prompt.text);
    if (older ? history_older(&app->history, asking->kind, typed, &text)
              : history_newer(&app->history, asking->kind, &text))
        prompt_replace(&app->prompt, 0, app->prompt.text.len, text);
}

/* Completing. */

static void put_candidate(struct app *app)
{
    struct completing *now = &app->completing;
    size_t count = now->list.candidates.len;
    struct str text =
        now->at < count ? now->list.candidates.at[now->at].text : buf_str(&now->typed);
    prompt_replace(&app->prompt, now->list.start, now->end, text);
    now->end = app->prompt.cursor;
}

static void begin_completing(struct app *app, const struct asking *asking)
{
    struct completing *now = &app->completing;
    arena_free(&now->arena);
    now->list = asking->complete(app, &now->arena);
    now->on = now->list.candidates.len > 0;
    now->at = now->list.candidates.len; /* what was typed */
    now->end = now->list.end;
    buf_clear(&now->typed);
    buf_add(&now->typed,
            str_slice(buf_str(&app->prompt.text), now->list.start, now->list.end));
}

/* From candidate to candidate, and behind the last to what was typed. */
static void complete(struct app *app, const struct asking *asking, bool back)
{
    struct completing *now = &app->completing;
    if (!asking->complete)
        return;
    if (!now->on)
        begin_completing(app, asking);
    size_t count = now->list.candidates.len;
    if (!now->on)
        return;
    now->at = (now->at + (back ? count : 1)) % (count + 1);
    put_candidate(app);
    app_ask_settle(app);
    say_candidates(app, &now->list, now->at < count ? now->at + 1 : 0);
    if (count == 1) /* it is done: the next Tab goes on from there */
        now->on = false;
}

void app_answer(struct app *app, const struct input *input)
{
    const struct asking *asking = &askings[app->asking];
    enum prompt_result result = prompt_input(&app->prompt, input);
    bool completes = result == PROMPT_COMPLETE || result == PROMPT_COMPLETE_BACK;
    app->completing.on &= completes;
    app->unsettled |= result != PROMPT_DONE && result != PROMPT_CANCELLED;
    if (result == PROMPT_DONE)
        answer(app, asking);
    else if (result == PROMPT_CANCELLED)
        cancel(app, asking);
    else if (result == PROMPT_OLDER || result == PROMPT_NEWER)
        recall(app, asking, result == PROMPT_OLDER);
    else if (completes)
        complete(app, asking, result == PROMPT_COMPLETE_BACK);
}
