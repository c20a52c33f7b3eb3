/*
 * The order of a selection: the other half of dossier/query.h.
 */
#include <stdlib.h>

#include "dossier/query.h"

static const struct str order_names[] = {
    [ORDER_EVENT] = STR_INIT("event"),
    [ORDER_PUBLISHED] = STR_INIT("published"),
};

struct str order_name(enum order order)
{
    return order_names[order];
}

static int by_number(const struct event *a, const struct event *b)
{
    return (a->number > b->number) - (a->number < b->number);
}

static int by_event(const void *left, const void *right)
{
    const struct event *a = *(struct event *const *)left;
    const struct event *b = *(struct event *const *)right;
    int order = edtf_compare_bounds(&a->when.date, &b->when.date);
    return order ? order : by_number(a, b);
}

static int by_known_day(const void *left, const void *right)
{
    const struct event *a = *(struct event *const *)left;
    const struct event *b = *(struct event *const *)right;
    if (a->known_from.known != b->known_from.known)
        return a->known_from.known ? -1 : 1;
    int order = 0;
    if (a->known_from.known)
        order = edtf_day_compare(a->known_from.day, b->known_from.day);
    return order ? order : by_event(left, right);
}

static int (*const orders[])(const void *left, const void *right) = {
    [ORDER_EVENT] = by_event,
    [ORDER_PUBLISHED] = by_known_day,
};

struct selection query_select(struct arena *arena, const struct dossier *dossier,
                              const struct query *query, enum order order)
{
    struct selection selection = { .dossier = dossier,
                                   .filter = query_text(query),
                                   .order = order };
    for (size_t i = 0; i < dossier->events.len; i++)
        if (query_holds(query, dossier->events.at[i]))
            vec_push(arena, &selection.events, dossier->events.at[i]);
    if (selection.events.len)
        qsort(selection.events.at, selection.events.len, sizeof(*selection.events.at),
              orders[order]);
    return selection;
}
