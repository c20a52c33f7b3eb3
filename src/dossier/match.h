/*
 * match: the fields of the filter language (dossier/query.h).
 *
 * One row a field: how its value is read, and which events have it.
 */
#ifndef ANNALS_DOSSIER_MATCH_H
#define ANNALS_DOSSIER_MATCH_H

#include "dossier/query.h"
#include "dossier/words.h"

struct match_value {
    struct words words;
    struct edtf date;
    bool (*state)(const struct event *event); /* of is: */
};

struct match_field {
    struct str name; /* empty for words alone */
    /* False with *ERROR filled, its offset within TEXT. */
    bool (*read)(struct arena *arena, struct str text, struct match_value *value,
                 struct query_error *error);
    /* SCRATCH is for the work; it grows. */
    bool (*holds)(const struct match_value *value, const struct event *event,
                  struct arena *scratch);
};

extern const struct match_field match_fields[];
extern const size_t match_field_count;

/* What is: takes, by index from 0, empty behind the last; and whether an event is so.
 */
struct str match_state_name(size_t index);
bool match_state_holds(size_t index, const struct event *event);

#endif
