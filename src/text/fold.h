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
    /* text.len + 1 byte offsets into the original: where the grapheme begins
     * that a byte came from; the last is the original's length. */
    const size_t *origin;
};

/*
 * For quotations: what is left where only spacing, quote marks, dashes, case or
 * width may differ. NFKC with case folded, so that a ligature is its letters and
 * an ellipsis three full stops; each run of white space one space, none at the
 * ends; every single quote mark, accent or prime ', every double one "; every run
 * of dashes one -; soft hyphens and other default ignorables left out.
 */
struct text_folded text_fold_quote(struct arena *arena, struct str text);

/* For searching: as above, and without diacritics. */
struct text_folded text_fold_search(struct arena *arena, struct str text);

/* The two with case kept, for a search in which it counts. */
struct text_folded text_fold_quote_cased(struct arena *arena, struct str text);
struct text_folded text_fold_search_cased(struct arena *arena, struct str text);

/* NFC with every run of Unicode white space made one space and both ends trimmed,
 * ill-formed UTF-8 repaired: what a source's sha256 is taken over. */
struct str text_canonical(struct arena *arena, struct str text);

#endif
