/*
 * explain: --date, for one expression or a stream of them.
 */
#ifndef ANNALS_EXPLAIN_H
#define ANNALS_EXPLAIN_H

#include "base/str.h"

/* Explains EXPRESSION in one line on standard output (edtf/explain.h), or, where
 * it is "-", each line of standard input, as soon as it is read. Returns the exit
 * status: 1 where the one expression is no EDTF; a stream is no worse for what was
 * asked about. */
int explain_dates(struct str expression);

#endif
