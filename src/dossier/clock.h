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

/* Sets known_from, origin, origins, silent, disputed and retold throughout. Part
 * of a load, before anyone else sees the dossier. */
void clock_set(struct arena *arena, struct dossier *dossier);

/* The dossier as it was public at the end of DAY: a new one, without the
 * citations, claims, events and sources that became known later (or that nobody
 * can say when), and with what follows from that worked out anew. */
const struct dossier *clock_as_of(struct arena *arena, const struct dossier *dossier,
                                  struct edtf_day day);

#endif
