/*
 * nearest: the name that was probably meant.
 *
 * Offer every name there is; the best is one that differs in at most a quarter
 * of its letters and one more, though never in all of them, or that begins with what
 * was written.
 */
#ifndef ANNALS_DOSSIER_NEAREST_H
#define ANNALS_DOSSIER_NEAREST_H

#include "base/arena.h"

struct nearest {
    struct str wanted, best; /* best is empty while nothing is near */
    size_t distance;
};

struct nearest nearest_to(struct str wanted);
void nearest_offer(struct nearest *nearest, struct str name);
/* "; did you mean NAME?" in the arena, or the empty str. */
struct str nearest_hint(struct arena *arena, const struct nearest *nearest);

#endif
