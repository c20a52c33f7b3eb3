/*
 * app_state: what the app is made of, for its own files alone.
 *
 * app.c takes input and changes it; app_draw.c draws it.
 */
#ifndef ANNALS_TUI_APP_STATE_H
#define ANNALS_TUI_APP_STATE_H

#include "tui/app.h"
#include "tui/complete.h"
#include "tui/frame.h"
#include "tui/history.h"
#include "tui/prompt.h"

enum { APP_DEPTH_MAX = 64 };

enum app_prompt {
    APP_PROMPT_NONE,
    APP_PROMPT_SEARCH,
    APP_PROMPT_SEARCH_BACK,
    APP_PROMPT_FILTER,
    APP_PROMPT_COMMAND
};

/* Where a search began, which is where it goes back to. */
struct search_origin {
    bool back;
    struct scroll scroll;
    struct buf needle;    /* of the search before */
    enum place_zoom zoom; /* of a timeline that was folded, and where one was in it */
    struct scroll folded;
};

/* Tab after Tab. */
struct completing {
    bool on; /* the last key was one */
    struct arena arena;
    struct completion list;
    size_t at, end;   /* the candidate that stands there, up to that byte */
    struct buf typed; /* what stood there */
};

struct app {
    const struct browse_options *options;
    bool ascii;
    struct arena keys; /* of the keymap */
    struct keymap keymap;

    struct arena record; /* of the dossier, where the app loaded it */
    const struct dossier *dossier;
    struct known_day as_of;

    struct arena selecting; /* of the selection, its filter and its as-of dossier */
    struct selection selection;

    struct frame *stack[APP_DEPTH_MAX]; /* the timeline at the bottom */
    size_t depth;
    struct frame *preview; /* the selected event, beside the timeline */
    bool rested;           /* no key came for a moment */
    bool waits;            /* the preview is still that of the event before */

    enum app_prompt asking;
    struct prompt prompt;
    enum action commanded; /* what was typed is to be done; ACTION_NONE: nothing */
    bool unsettled;        /* what follows from what is typed is still to be done */
    struct completing completing;
    struct history history;
    struct search_origin origin;
    struct buf last_needle;
    struct buf message;
    enum style message_style;

    struct arena checking; /* of what is wrong with the files */
    struct diags diags;
    bool broken; /* the files are: the record is one of before */
    size_t readings;
    str_list watched;

    struct errand errand;
    struct buf errand_text;
    bool mouse;

    int rows, cols; /* of the canvas last drawn */
    bool ended, redraw;
};

/* The frame that keys go to. */
struct frame *app_top(const struct app *app);

/* Puts a message on the screen, until the next input. */
void app_say(struct app *app, enum style style, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* What views are built from; the place is the frame's own. */
struct view_context app_context(const struct app *app);

/*
 * Selects anew, by FILTER and by the app's other settings, from DOSSIER. Where the
 * filter can't be understood it returns false with the reason in *ERROR, in ARENA,
 * and changes nothing; else ARENA's memory is the app's.
 */
bool app_select(struct app *app, struct arena *arena, const struct dossier *dossier,
                struct str filter, enum order order, struct query_error *error);
/* Keeps the frames' places while what they show goes; the event beside is closed. */
void app_detach_frames(struct app *app);
/* The timeline's cursor goes to EVENT, or to what is selected nearest to it. */
void app_keep_timeline_place(struct app *app, struct str event);

/* Selects the events anew, the place kept; false where the filter can't be
 * understood, with the reason said and nothing changed. */
bool app_reselect(struct app *app, struct str filter, enum order order,
                  struct query_error *error);

/* What is where on a canvas. Rows of -1 are not there. */
struct layout {
    int title, strip, title_rule, status_rule, status;
    struct rectangle main; /* of the top frame */
    struct frame *beside;  /* the other pane; NULL: there is none, nor what follows */
    struct rectangle aside;
    int divider; /* the column between */
};

/* Lays out the screen and fits the frames in sight into it. */
struct layout app_layout(struct app *app);

#endif
