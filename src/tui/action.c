#include "tui/action.h"

static const struct {
    struct str name, help;
    enum action_group group;
} actions[ACTION_COUNT] = {
#define ACTION(id, command, section, line)                                             \
    [ACTION_##id] = { .name = STR_INIT(command),                                       \
                      .help = STR_INIT(line),                                          \
                      .group = ACTION_GROUP_##section },
#include "tui/action.def"
#undef ACTION
};

static const struct str groups[ACTION_GROUP_COUNT] = {
    [ACTION_GROUP_MOVING] = STR_INIT("Moving"),
    [ACTION_GROUP_OPENING] = STR_INIT("Opening"),
    [ACTION_GROUP_FINDING] = STR_INIT("Finding"),
    [ACTION_GROUP_TIME] = STR_INIT("Time"),
    [ACTION_GROUP_VIEWS] = STR_INIT("Views"),
    [ACTION_GROUP_PROGRAM] = STR_INIT("Program"),
};

struct str action_name(enum action action)
{
    return actions[action].name;
}

struct str action_help(enum action action)
{
    return actions[action].help;
}

enum action_group action_group(enum action action)
{
    return actions[action].group;
}

struct str action_group_name(enum action_group group)
{
    return groups[group];
}

enum action action_named(struct str name)
{
    int i = 0;
    while (i < ACTION_COUNT && !str_equal(actions[i].name, name))
        i++;
    return (enum action)i;
}
