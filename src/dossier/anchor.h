/*
 * anchor: a quotation's place in a text.
 *
 * After W3C Web Annotation's TextQuoteSelector: the exact words, with a prefix
 * and a suffix that choose between repeats. Looked for first as written, then
 * folded (text/fold.h), then by best alignment under an error bound.
 */
#ifndef ANNALS_DOSSIER_ANCHOR_H
#define ANNALS_DOSSIER_ANCHOR_H

#include "dossier/dossier.h"

/* A text made ready for many quotations. */
struct anchor_text;
const struct anchor_text *anchor_prepare(struct arena *arena, struct str text);

/*
 * The place of QUOTE in the text and how it was found. PREFIX and SUFFIX may be
 * empty; where given they must stand right before and behind it (folded, white
 * space aside), and choose among repeats. A quote found once does not need them,
 * and they need not fit then unless they are given. Spans lie on grapheme
 * boundaries of the text. An empty quote is missing.
 *
 * approximate: at most one edit for each five code points of the folded quote,
 * at least one, and none for a quote of fewer than five; SCRATCH is used for the
 * work and may be freed afterwards.
 */
struct anchor anchor_find(struct arena *scratch, const struct anchor_text *text,
                          struct str quote, struct str prefix, struct str suffix);

#endif
