/*
 * align: where in a text a pattern comes nearest.
 *
 * Edit distance (insert, delete, replace, each one) by Myers' bit-parallel
 * algorithm in blocks (J. ACM 46, 1999), over code points.
 */
#ifndef ANNALS_DOSSIER_ALIGN_H
#define ANNALS_DOSSIER_ALIGN_H

#include "base/arena.h"

/*
 * The first of the stretches of TEXT that are nearest to PATTERN, if it takes no
 * more than LIMIT edits: *START and *END get its byte offsets, *EDITS, unless
 * NULL, how many. Among overlapping ones those are preferred that have as many
 * code points as PATTERN. False, with all unchanged, where there is none. Both are
 * valid UTF-8, PATTERN is not empty, LIMIT less than its code points. SCRATCH is
 * used for the work.
 */
bool align_find(struct arena *scratch, struct str text, struct str pattern,
                size_t limit, size_t *start, size_t *end, size_t *edits);

#endif
