/*
 * command: what is typed behind the colon.
 *
 * The name of an action (action.def), q for quit, or a number: the thing to go to on
 * the page, from 1.
 */
#ifndef ANNALS_TUI_COMMAND_H
#define ANNALS_TUI_COMMAND_H

#include "tui/action.h"
#include "tui/complete.h"

struct command {
    enum action action; /* ACTION_NONE: there is none of that name */
    size_t number;      /* where it is one, and no action; else 0 */
};

/* Spaces around it do not count. A number that no page reaches is a large one. */
struct command command_read(struct str text);

/* In one line, in ARENA, that there is no such command, with the nearest. */
struct str command_unknown(struct arena *arena, struct str text);

/* The actions whose names go on from TEXT up to CURSOR, a byte offset. */
struct completion command_complete(struct arena *arena, struct str text, size_t cursor);

#endif
