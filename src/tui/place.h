/*
 * place: the address of what is shown.
 *
 * Names, not pointers: a place says the same thing of every dossier that has what
 * it names, so the view stack, a reload and a step in time all keep to it. Its
 * strs live as long as whoever keeps the place says; the app keeps a copy of those
 * in its stack. What a view does not need is empty or 0.
 */
#ifndef ANNALS_TUI_PLACE_H
#define ANNALS_TUI_PLACE_H

#include "dossier/dossier.h"

enum view_id {
    VIEW_TIMELINE,
    VIEW_EVENT,
    VIEW_READER,
    VIEW_CONFLICTS,
    VIEW_SOURCES,
    VIEW_INDEX,
    VIEW_ERRORS,
    VIEW_HELP,
    VIEW_COUNT
};

/* Which of a source's texts: BODY_BEST is the full text where it is there. */
enum place_body { PLACE_BODY_BEST, PLACE_BODY_DIGEST, PLACE_BODY_FULL };

/* How much of the timeline one row holds. */
enum place_zoom { PLACE_ZOOM_EVENTS, PLACE_ZOOM_MONTHS, PLACE_ZOOM_YEARS };

struct place {
    enum view_id view;
    struct str event, claim, source; /* ids */
    size_t citation;                 /* from 1 within its source, or of the
                                        diagnostics; 0: none */
    enum place_body body;
    enum place_zoom zoom;
    bool uncited;         /* whether what nobody cites is dim */
    bool about;           /* whether all that is known of the source is told */
    struct str filter;    /* what is selected where this is opened from the index */
    enum view_id help_of; /* whose help it is */
};

/* Whether A and B name the same thing, whichever text of a source is shown and however
 * it is. */
bool place_equal(struct place a, struct place b);

/* PLACE, shown in the same manner as NOW. */
struct place place_like(struct place place, struct place now);

/* The reader at a citation's words. */
struct place place_of_citation(const struct citation *citation);

#endif
