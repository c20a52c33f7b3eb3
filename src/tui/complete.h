/*
 * complete: what a filter may go on with.
 *
 * Pure: a dossier, a text and where the cursor is in it go in, what fits there comes
 * out. For the name of a field, the fields; behind its colon, the values that the
 * record has for it, with the events that have each counted.
 */
#ifndef ANNALS_TUI_COMPLETE_H
#define ANNALS_TUI_COMPLETE_H

#include "dossier/dossier.h"

struct candidate {
    struct str text; /* as it stands in a filter: quoted where it must be */
    struct str name; /* as it is shown */
    size_t count;    /* of events; 0 for a field */
};

struct completion {
    size_t start, end; /* the bytes of the text that a candidate takes the place of */
    VEC(struct candidate) candidates; /* the best first */
};

/*
 * Candidates, in ARENA and independent of the dossier's own, for the term of the
 * filter TEXT that the cursor, a byte offset, stands in or right behind. Fields are
 * those that begin with what was typed. Values hold it in any part (dossier/query.h
 * says when letters count as the same): those that begin with it come first, then
 * those with a word that does, each by their events. There are none for words without
 * a field, nor for dates.
 */
struct completion complete_filter(struct arena *arena, const struct dossier *dossier,
                                  struct str text, size_t cursor);

#endif
