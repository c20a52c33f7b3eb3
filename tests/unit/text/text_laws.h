/*
 * text_laws: what must hold of text/ for every input.
 *
 * The unit tests try them on their tables and on text made at random, the fuzzer
 * on whatever it finds.
 */
#ifndef ANNALS_TESTS_TEXT_LAWS_H
#define ANNALS_TESTS_TEXT_LAWS_H

#include "base/str.h"

/* The law that TEXT, any bytes, breaks; NULL where all hold. */
const char *text_broken_law(struct str text);

#endif
