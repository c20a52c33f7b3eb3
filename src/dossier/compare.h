/*
 * compare: what changed between two states of a record.
 *
 * Events, claims and sources are the same where their ids are (claims, within
 * their event); citations as dossier/pairing.h has it. Two records do not differ by
 * the order in which their files give things, nor by white space.
 *
 * What is in a thing that appeared or went is not said again: an event goes with
 * its claims and citations, a claim with its citations. What follows from a change
 * is, where a reader would want to know it: origins, disputes, since when a thing
 * is known, how a quotation was found. Which sources are silent, and where in a
 * text a quotation stands, is not.
 */
#ifndef ANNALS_DOSSIER_COMPARE_H
#define ANNALS_DOSSIER_COMPARE_H

#include "dossier/difference.h"

/* What a change is about: the innermost node that a side has. */
enum change_of {
    CHANGE_OF_RECORD,
    CHANGE_OF_EVENT,
    CHANGE_OF_CLAIM,
    CHANGE_OF_CITATION,
    CHANGE_OF_SOURCE,
};

/* What happened to it, and by what of a side it is told. */
enum change_kind {
    CHANGE_ADDED,    /* the old side has no such node */
    CHANGE_REMOVED,  /* the new side has none */
    CHANGE_MOVED,    /* a citation: to another claim or event */
    CHANGE_VALUE,    /* text; empty for none */
    CHANGE_PROSE,    /* text; only: sentences. Both are empty where they were set in
                        another order */
    CHANGE_STATE,    /* text: a word of the program's; count: 0 where it is trouble */
    CHANGE_LIST,     /* only, count */
    CHANGE_DATE,     /* when; move */
    CHANGE_CITED,    /* count of citations: the first came or the last went */
    CHANGE_DISPUTED, /* count of an event's disputed claims: the same */
    CHANGE_KNOWN,    /* known */
    CHANGE_KIND_COUNT
};

struct change_side {
    /* Those that the thing is, or is of; NULL where the side has none such. */
    const struct event *event;
    const struct claim *claim;
    const struct citation *citation;
    const struct source *source;
    struct str text;
    str_list only; /* what the other side has not */
    size_t count;
    const struct dating *when;
    struct known_day known;
};

struct change {
    enum change_of of;
    enum change_kind kind;
    const char *field; /* the key in the files, or the name of what follows from
                          them; NULL for ADDED, REMOVED and MOVED */
    enum date_move move;
    struct change_side old, new;
};
typedef VEC(struct change) change_list;

/*
 * What changed, in this order: the record's own fields; the events of NEW as they
 * are numbered there, then those that only OLD has; the sources in the same way.
 * Of an event its own fields first, then its claims in the same way, each followed
 * by its citations; the citations of the event as a whole stand before its claims.
 * A citation counts for the event and claim where it is now.
 *
 * The list lives in ARENA and points into both dossiers. Swapped, they give the
 * same changes with their sides swapped, ADDED for REMOVED and the opposite move;
 * compared with itself, a dossier gives none.
 */
change_list compare_dossiers(struct arena *arena, const struct dossier *old,
                             const struct dossier *new);

#endif
