/*
 * view: what a view is.
 *
 * A view is one file that ends in one const table of this type. It makes a page of
 * what its place names, and may answer actions of its own with an outcome; it knows
 * neither the app nor another view, and keeps nothing: all that it shows follows
 * from the context.
 */
#ifndef ANNALS_TUI_VIEW_H
#define ANNALS_TUI_VIEW_H

#include "dossier/query.h"
#include "dossier/words.h"
#include "tui/keymap.h"
#include "tui/page.h"
#include "tui/scroll.h"

struct view_context {
    const struct selection *selection;
    const struct keymap *keymap;
    const struct diags *diags; /* what is wrong with the files, sorted */
    struct place place;
};

/* What is to happen after an action. */
enum outcome_kind {
    OUTCOME_PASS,    /* not the view's business: the app does what it always does */
    OUTCOME_REPLACE, /* this view at another place, in the same frame of the stack */
    OUTCOME_ALTER,   /* the same, shown in another manner */
    OUTCOME_MOVE,    /* the cursor on another item of the page */
    OUTCOME_SAY,     /* a message */
    OUTCOME_EDIT,    /* the editor at what is selected */
};

struct outcome {
    enum outcome_kind kind;
    struct place place;
    size_t item;
    struct str text; /* static */
};

struct hint {
    enum action action;
    const char *label; /* behind the key; NULL ends a list of hints */
};

enum { VIEW_HINTS_MAX = 12 };

/* What a search looks for: words, and the same as a term of the filter. */
struct sought {
    struct words words;
    const struct query *query;
};

struct view {
    const char *name;
    enum scroll_step step;
    /* Most useful first. */
    struct hint hints[VIEW_HINTS_MAX];
    /* Fills an empty page. */
    void (*build)(const struct view_context *context, struct page *page);
    /* Or NULL: nothing of its own. */
    struct outcome (*act)(const struct view_context *context, const struct page *page,
                          struct scroll scroll, enum action action);
    /* Whether an item is what a search looks for, though its row may not show it; or
     * NULL: the text of the page is searched. */
    bool (*finds)(const struct view_context *context, const struct sought *sought,
                  struct place here);
};

extern const struct view view_timeline, view_event, view_reader, view_conflicts,
    view_sources, view_index, view_errors, view_help;

const struct view *view_of(enum view_id id);
/* VIEW_COUNT where there is none of that name. */
enum view_id view_named(struct str name);

#endif
