/*
 * fold: texts made alike, so that they can be compared.
 *
 * A folded text remembers which byte of the original each of its bytes came
 * from, so that what is found in it can be shown in the original.
 */
#ifndef ANNALS_TEXT_FOLD_H
#define ANNALS_TEXT_FOLD_H

#include "base/arena.h"

struct text_folded {
    struct str text;
    /* text.len + 1 byte offsets into the original: where the cluster begins
     * that a byte came from; the last is the original's length. */
    const size_t *origin;
};

/*
 * For quotations (DESIGN: "only spacing, quote marks, dashes, case or width
 * differ"): NFKC case folding; each run of white space one space, none at the
 * ends; every quote mark ', every double one ", every dash -; soft hyphens and
 * default ignorables left out.
 */
struct text_folded text_fold_quote(struct arena *arena, struct str text);

/* For searching: as above, and without diacritics (Mn after NFKD). */
struct text_folded text_fold_search(struct arena *arena, struct str text);

/* NFC with every run of white space made one space and both ends trimmed: what
 * a source's sha256 is taken over. */
struct str text_canonical(struct arena *arena, struct str text);

#endif
