/*
 * query: which events, in which order.
 *
 * The one filter of the browser, the dump and the exports. Terms stand apart by
 * spaces; all must hold; a minus sign in front negates one.
 *
 *   word "two words"    somewhere in the event: its id, title, summary, people,
 *                       place, tags, notes, reason for the date, claims,
 *                       quotations, or the ids, names and titles of its sources
 *   who:X where:X by:X  that field holds X in any part of it
 *   tag:X source:X      X whole: a tag; the id of a source that is cited or that
 *                       a citation came through
 *   is:disputed is:uncited is:single    (single: cited, and from one origin)
 *   before:DATE after:DATE on:DATE      possibly; with ! (before!:) certainly
 *
 * A value may be quoted (by:"U.S. officials"); a quoted term is words and nothing
 * else, and so is one with a colon behind anything but letters (12:30).
 *
 * Case counts only where the term has a capital letter (smart case), diacritics
 * only where it has one. Spacing, width, kinds of quote marks and of dashes never
 * count.
 */
#ifndef ANNALS_DOSSIER_QUERY_H
#define ANNALS_DOSSIER_QUERY_H

#include "dossier/dossier.h"

enum order {
    ORDER_EVENT,     /* when it happened */
    ORDER_PUBLISHED, /* when it became known */
};
struct str order_name(enum order order);

struct query; /* parsed terms */

struct query_error {
    size_t offset; /* bytes into the text */
    struct str reason;
};

/* Parses TEXT, which must outlive the query; the empty text selects all. NULL
 * with *ERROR filled, in the same arena, where it can't be understood. */
const struct query *query_parse(struct arena *arena, struct str text,
                                struct query_error *error);
/* As typed, without spaces at its ends. */
struct str query_text(const struct query *query);
bool query_holds(const struct query *query, const struct event *event);

/* What a printer or the timeline shows. */
struct selection {
    const struct dossier *dossier;
    event_list events; /* those that hold, in order */
    struct str filter; /* as typed; empty for all */
    enum order order;
    struct known_day as_of; /* known: the dossier is what was public that day */
};

struct selection query_select(struct arena *arena, const struct dossier *dossier,
                              const struct query *query, enum order order);

#endif
