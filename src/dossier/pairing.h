/*
 * pairing: which citation of one source file is which of another.
 *
 * Citations have no ids. Those are the same that cite the same words (quotation,
 * prefix and suffix) for the same claim; failing that, the same words for another
 * claim or event; failing that, other words for the same claim, where they are the
 * only ones left on both sides or have half of their words in common, the most
 * alike first. What is left has appeared or gone.
 *
 * The same pairs come out whichever side is called old.
 */
#ifndef ANNALS_DOSSIER_PAIRING_H
#define ANNALS_DOSSIER_PAIRING_H

#include "dossier/dossier.h"

struct citation_pair {
    const struct citation *old, *new; /* one may be NULL */
};
typedef VEC(struct citation_pair) citation_pairs;

/* Every citation of both lists, each once: those of NEW in the order in which they
 * stand there, and behind them those that only OLD has, in theirs. In ARENA. */
citation_pairs pair_citations(struct arena *arena, const citation_list *old,
                              const citation_list *new);

#endif
