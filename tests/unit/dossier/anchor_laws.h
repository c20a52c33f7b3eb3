/*
 * anchor_laws: what must hold of every quotation looked for in every text.
 *
 * The unit tests try them on text made at random, the fuzzer on whatever it finds.
 */
#ifndef ANNALS_TESTS_ANCHOR_LAWS_H
#define ANNALS_TESTS_ANCHOR_LAWS_H

#include "dossier/anchor.h"

/* The law that anchor_find breaks when it looks for QUOTE in TEXT, all of it valid
 * UTF-8; NULL where all hold. *FOUND, unless NULL, gets its answer. Repeats are
 * counted the slow way, in time cubic in the lengths. */
const char *anchor_broken_law(struct str text, struct str quote, struct str prefix,
                              struct str suffix, struct anchor *found);

#endif
