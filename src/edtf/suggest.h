/*
 * suggest: what somebody may have meant who wrote a date that is no EDTF.
 *
 * A repair is offered only where it is obvious, and only if it parses.
 */
#ifndef ANNALS_EDTF_SUGGEST_H
#define ANNALS_EDTF_SUGGEST_H

#include "edtf/edtf.h"

/* Writes a repair of TEXT, or the empty string, terminated, into the SIZE bytes
 * of OUT; never a part of one. */
void edtf_suggest(struct str text, char *out, size_t size);

#endif
