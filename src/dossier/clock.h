/*
 * clock: when a thing became known, and from whom it comes.
 *
 * A citation is known from the earliest day on which its source, or any source
 * in its chain, was published, taking the latest day that `published` allows; an
 * event or claim from the earliest of its citations. Its origin is the end of
 * its chain (DESIGN §3).
 */
#ifndef ANNALS_DOSSIER_CLOCK_H
#define ANNALS_DOSSIER_CLOCK_H

#include "dossier/dossier.h"

/* The latest day that a source's `published` allows, where there is one. */
struct known_day clock_published(const struct source *source);

/* Sets known_from, origin, origins, silent, disputed and retold throughout. Part
 * of a load, before anyone else sees the dossier. Sources that were published
 * after AS_OF, where that is known, are not called silent. */
void clock_set(struct arena *arena, struct dossier *dossier, struct known_day as_of);

/* Those of the events that the source is silent of, in their order: the other side of
 * event.silent. In ARENA. */
event_list clock_omitted(struct arena *arena, const event_list *events,
                         const struct source *source);

/*
 * The dossier as it was public at the end of DAY: a new one, which shares the
 * strings of the old, without the citations, claims, events and sources that
 * became known later (or that nobody can say when), and with what follows from
 * that worked out anew. Numbers count what is left; a citation keeps its own.
 *
 * A source that was published later stays where a citation that was known by
 * then is kept in it (it was known through its chain), or passes through it.
 */
const struct dossier *clock_as_of(struct arena *arena, const struct dossier *dossier,
                                  struct edtf_day day);

#endif
