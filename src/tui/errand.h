/*
 * errand: what the app wants done outside of it.
 *
 * The app knows no terminal and starts no program: it leaves an errand, which
 * whoever runs it does and answers with app_errand_done. One at a time.
 */
#ifndef ANNALS_TUI_ERRAND_H
#define ANNALS_TUI_ERRAND_H

#include "base/str.h"

enum errand_kind {
    ERRAND_NONE,
    ERRAND_EDIT,   /* the user's editor at LINE of the file TEXT, then a reload */
    ERRAND_BROWSE, /* the user's web browser at the address TEXT */
    ERRAND_COPY,   /* TEXT to the terminal's clipboard */
    ERRAND_MOUSE,  /* the mouse as ON says */
};

struct errand {
    enum errand_kind kind;
    struct str text; /* of the app, until its next input */
    size_t line;     /* from 1 */
    bool on;
    struct str done; /* what to say once it is; static */
};

#endif
