/*
 * Records of tests/cases, loaded and selected for a printer: the lighthouse, and a
 * ferry that was lost in more ways than one.
 */
#ifndef ANNALS_TEST_LIGHTHOUSE_H
#define ANNALS_TEST_LIGHTHOUSE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "dossier/load.h"
#include "dossier/query.h"

static const char *const records[] = { LIGHTHOUSE, LIGHTHOUSE "/../ferry" };
enum { RECORDS = sizeof(records) / sizeof(*records) };

/* All of it with its full texts, in the order of events. */
static inline struct selection load_record(struct arena *arena, const char *record,
                                           const char *filter)
{
    struct str paths[] = { arena_printf(arena, "%s/events.yaml", record) };
    struct load_options options = { .paths = paths,
                                    .path_count = 1,
                                    .texts = arena_printf(arena, "%s/texts", record) };
    struct diags diags = diags_new(arena);
    const struct dossier *dossier = dossier_load(&options, &diags);
    assert_non_null(dossier);
    struct query_error error;
    const struct query *query = query_parse(arena, str_of(filter), &error);
    assert_non_null(query);
    struct selection selection = query_select(arena, dossier, query, ORDER_EVENT);
    selection.filter = str_of(filter);
    return selection;
}

static inline struct selection lighthouse(struct arena *arena, const char *filter)
{
    return load_record(arena, LIGHTHOUSE, filter);
}

#endif
