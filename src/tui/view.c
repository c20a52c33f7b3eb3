#include "tui/view.h"

static const struct view *const views[VIEW_COUNT] = {
    [VIEW_TIMELINE] = &view_timeline, [VIEW_EVENT] = &view_event,
    [VIEW_READER] = &view_reader,     [VIEW_CONFLICTS] = &view_conflicts,
    [VIEW_SOURCES] = &view_sources,   [VIEW_INDEX] = &view_index,
    [VIEW_ERRORS] = &view_errors,     [VIEW_HELP] = &view_help,
};

const struct view *view_of(enum view_id id)
{
    return views[id];
}

enum view_id view_named(struct str name)
{
    int id = 0;
    while (id < VIEW_COUNT && !str_equal(str_of(views[id]->name), name))
        id++;
    return (enum view_id)id;
}
