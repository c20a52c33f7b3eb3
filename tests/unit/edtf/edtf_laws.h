/*
 * What holds of every text, of every two dates and of every three: for the
 * property tests, which make dates up, and for the fuzzer.
 *
 * Each function returns NULL, or what does not hold.
 */
#ifndef ANNALS_TESTS_EDTF_LAWS_H
#define ANNALS_TESTS_EDTF_LAWS_H

#include "edtf/edtf.h"

const char *edtf_broken_law(struct str text);
const char *edtf_broken_law_of_two(const struct edtf *a, const struct edtf *b);
const char *edtf_broken_law_of_three(const struct edtf *a, const struct edtf *b,
                                     const struct edtf *c);

#endif
