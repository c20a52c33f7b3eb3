/*
 * action: what a key can do, by name.
 *
 * Everything is in action.def, from which the enum, the help view, and the key
 * table of annals(1) come.
 */
#ifndef ANNALS_TUI_ACTION_H
#define ANNALS_TUI_ACTION_H

#include "base/str.h"

enum action {
#define ACTION(name, command, group, help) ACTION_##name,
#include "tui/action.def"
#undef ACTION
    ACTION_COUNT,
    ACTION_NONE = ACTION_COUNT /* what a key without a binding does */
};

/* How the help sets them out. */
enum action_group {
    ACTION_GROUP_MOVING,
    ACTION_GROUP_OPENING,
    ACTION_GROUP_FINDING,
    ACTION_GROUP_TIME,
    ACTION_GROUP_VIEWS,
    ACTION_GROUP_PROGRAM,
    ACTION_GROUP_COUNT
};

struct str action_name(enum action action);
struct str action_help(enum action action);
enum action_group action_group(enum action action);
/* "Moving", … */
struct str action_group_name(enum action_group group);

/* ACTION_NONE where there is none of that name. */
enum action action_named(struct str name);

#endif
