/*
 * The index: people, places and tags with the events of each counted, the most
 * frequent first. Opening one filters the timeline by it.
 */
#include <stdlib.h>

#include "tui/view.h"

enum { LEFT = 3, COUNT_CELLS = 5 };

struct entry {
    struct str name;
    size_t count;
};

typedef VEC(struct entry) entry_list;

static void count_one(struct arena *arena, entry_list *entries, struct str name)
{
    for (size_t i = 0; i < entries->len; i++)
        if (str_equal(entries->at[i].name, name)) {
            entries->at[i].count++;
            return;
        }
    if (name.len > 0)
        vec_push(arena, entries, ((struct entry){ name, 1 }));
}

static void count_list(struct arena *arena, entry_list *entries, const str_list *names)
{
    for (size_t i = 0; i < names->len; i++)
        count_one(arena, entries, names->at[i]);
}

static void count_who(struct arena *arena, entry_list *entries,
                      const struct event *event)
{
    count_list(arena, entries, &event->who);
}

static void count_where(struct arena *arena, entry_list *entries,
                        const struct event *event)
{
    count_one(arena, entries, event->where);
}

static void count_tags(struct arena *arena, entry_list *entries,
                       const struct event *event)
{
    count_list(arena, entries, &event->tags);
}

static const struct {
    const char *heading, *field;
    void (*count)(struct arena *arena, entry_list *entries, const struct event *event);
} sections[] = {
    { "Who", "who", count_who },
    { "Where", "where", count_where },
    { "Tags", "tag", count_tags },
};

static int by_count(const void *a, const void *b)
{
    const struct entry *p = a, *q = b;
    if (p->count != q->count)
        return p->count > q->count ? -1 : 1;
    return str_compare(p->name, q->name);
}

static void put_entry(struct page *page, const char *field, const struct entry *entry)
{
    struct str filter =
        arena_printf(page->arena, "%s:\"%.*s\"", field, STR_ARG(entry->name));
    struct place here = { .view = VIEW_INDEX, .filter = filter };
    struct place there = { .view = VIEW_TIMELINE, .filter = filter };
    page_row(page);
    size_t item = page_item_begin(page, here, there);
    page_put_before(page, LEFT + COUNT_CELLS,
                    arena_printf(page->arena, "%zu", entry->count), STYLE_DIM);
    int col = LEFT + COUNT_CELLS + 2;
    int end = page_put(page, col, page->width - col - 1, entry->name, STYLE_TEXT);
    page_area(page, item, col, end - col, STYLE_SELECTED);
}

static void build(const struct view_context *context, struct page *page)
{
    const event_list *events = &context->selection->dossier->events;
    for (size_t i = 0; i < sizeof(sections) / sizeof(*sections); i++) {
        entry_list entries = { 0 };
        for (size_t j = 0; j < events->len; j++)
            sections[i].count(page->arena, &entries, events->at[j]);
        if (entries.len == 0)
            continue;
        qsort(entries.at, entries.len, sizeof(*entries.at), by_count);
        page_gap(page);
        page_row(page);
        page_heading(page, str_of(sections[i].heading));
        page_put(page, 1, page->width - 2, str_of(sections[i].heading), STYLE_HEADING);
        for (size_t j = 0; j < entries.len; j++)
            put_entry(page, sections[i].field, &entries.at[j]);
    }
}

const struct view view_index = {
    .name = "index",
    .step = SCROLL_BY_ITEM,
    .hints = { { ACTION_OPEN, "show its events" },
               { ACTION_CLOSE, "back" },
               { ACTION_SEARCH, "search" },
               { ACTION_HELP, "help" } },
    .build = build,
};
