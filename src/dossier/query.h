/*
 * query: which events, in which order.
 *
 * The one filter of the browser, the dump and the exports. All terms must hold;
 * a minus sign in front negates one.
 *
 *   word "two words"         in title, summary, people, places, tags, notes,
 *                            claims, quotations, or the names of the sources
 *   who:X where:X tag:X by:X source:X   that field holds X (tag and source ids
 *                            whole, the others any part)
 *   is:disputed is:uncited is:single    (single: cited, and from one origin)
 *   before:DATE after:DATE on:DATE      possibly; with ! (before!:) certainly
 *
 * Case counts only where the term has a capital letter (smart case), diacritics
 * only where it has one.
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
