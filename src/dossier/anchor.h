/*
 * anchor: a quotation's place in a text.
 *
 * After W3C Web Annotation's TextQuoteSelector: the exact words, with a prefix
 * and a suffix that choose between repeats. Looked for first as written, then
 * folded (text/fold.h), then by best alignment under an error bound. As there, a
 * quotation may begin or end inside a word; it may not inside a grapheme.
 */
#ifndef ANNALS_DOSSIER_ANCHOR_H
#define ANNALS_DOSSIER_ANCHOR_H

#include "dossier/dossier.h"

/* A text made ready for many quotations; lives as long as ARENA and TEXT. */
struct anchor_text;
const struct anchor_text *anchor_prepare(struct arena *arena, struct str text);

/*
 * The place of QUOTE in the text and how it was found. SCRATCH is used for the
 * work and may be freed afterwards. White space at the ends of the quotation does
 * not count, and an empty one is missing.
 *
 * PREFIX and SUFFIX may be empty; where given they must stand right before and
 * behind it (folded, white space aside), and choose among repeats. Where the
 * quotation is in the text but nowhere between them, the verdict is approximate
 * and the place the first that has the words.
 *
 * Otherwise approximate: at most one edit for each five code points of the folded
 * quotation, so none is looked for that has fewer than five; nor one that has more
 * than ANCHOR_NEAR_MAX, for that takes the time of both lengths multiplied. The
 * place is the first of the nearest, widened to whole words.
 */
enum { ANCHOR_NEAR_MAX = 4000 };
struct anchor anchor_find(struct arena *scratch, const struct anchor_text *text,
                          struct str quote, struct str prefix, struct str suffix);

/* What chooses one place among repeats: one of them, or neither. */
struct anchor_choice {
    struct str prefix, suffix;
};

/*
 * The fewest whole words before PLACE, one space between them, that as a prefix
 * make QUOTE be found there and nowhere else; where ANCHOR_CHOICE_WORDS do not,
 * those behind it that do as a suffix. PLACE is what anchor_find gave for QUOTE.
 * In ARENA.
 */
enum { ANCHOR_CHOICE_WORDS = 8 };
struct anchor_choice anchor_suggest(struct arena *arena, const struct anchor_text *text,
                                    struct str quote, struct anchor place);

#endif
