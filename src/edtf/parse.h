/*
 * parse: text to an expression, and nothing more.
 */
#ifndef ANNALS_EDTF_PARSE_H
#define ANNALS_EDTF_PARSE_H

#include "edtf/edtf.h"

/* edtf_parse without a suggestion, which is what a suggestion is tried with. */
bool edtf_parse_plainly(struct str text, struct edtf *date, struct edtf_error *error);

#endif
