/*
 * explain: what --date prints about one expression.
 */
#ifndef ANNALS_EDTF_EXPLAIN_H
#define ANNALS_EDTF_EXPLAIN_H

#include "base/buf.h"
#include "base/str.h"

/*
 * Adds one line to OUT, without a line feed, of five fields between tabs:
 *
 *   EXPR LEVEL EARLIEST LATEST WORDS
 *   EXPR "invalid" "" "" REASON
 *
 * EXPR as it was given, but each control character as a space, so that the line
 * stays one line of five fields. WORDS are those of EDTF_WORDS_DUMP. REASON has
 * the offset, counted from 1 in bytes, and the suggestion where there is one.
 * Returns whether the expression is EDTF.
 */
bool edtf_explain(struct buf *out, struct str expression);

#endif
