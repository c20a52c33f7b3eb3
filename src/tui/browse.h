/*
 * browse: the browser, from the first screen to the last key.
 *
 * Loads the dossier itself, because it loads it again when asked to, and keeps
 * the old one where the new one is broken.
 */
#ifndef ANNALS_TUI_BROWSE_H
#define ANNALS_TUI_BROWSE_H

#include "dossier/load.h"
#include "dossier/query.h"
#include "tui/config.h"

enum browse_color {
    BROWSE_COLOR_AUTO, /* as the terminal can, none where NO_COLOR is set */
    BROWSE_COLOR_ALWAYS,
    BROWSE_COLOR_NEVER,
};

struct browse_options {
    struct load_options load;
    struct str filter; /* a query that query_parse accepts; empty for all */
    enum order order;
    struct known_day as_of; /* not known: the whole record */
    struct str open;        /* where to begin (tui/address.h); empty: at the timeline */
    const struct config *config; /* NULL: as built in */
    struct str greeting;         /* to be said at first; empty: nothing */
    enum browse_color color;
    bool ascii; /* also outside UTF-8 locales, without being asked */
    bool mouse;
    struct str history; /* the file of what was typed at prompts; empty: none */
};

/*
 * Runs until the user quits and returns the program's exit status:
 *   0  the user quit, or the terminal went away
 *   1  the dossier does not load: *DIAGS, whose arena it is loaded into, says why,
 *      for the caller to print; the terminal was not touched
 *   2  there is no terminal fit for it, or nothing where it is to begin: one line
 *      on standard error said so
 * A signal that ends the program ends it by that signal, with the terminal
 * restored. The locale must have been set (setlocale) by the caller.
 */
int browse(const struct browse_options *options, struct diags *diags);

#endif
