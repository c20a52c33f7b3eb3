/*
 * words: what a term of a query looks for in a text.
 */
#ifndef ANNALS_DOSSIER_WORDS_H
#define ANNALS_DOSSIER_WORDS_H

#include "text/fold.h"

/* Words with the folding that they ask for (dossier/query.h). */
struct words {
    struct text_folded (*fold)(struct arena *arena, struct str text);
    struct str folded;
};

struct words words_of(struct arena *arena, struct str text);
/* Whether TEXT holds the words in any part of it, and whether it is just them.
 * SCRATCH is for the work; it grows. */
bool words_in(const struct words *words, struct arena *scratch, struct str text);
bool words_are(const struct words *words, struct arena *scratch, struct str text);

#endif
