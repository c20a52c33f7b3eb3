/*
 * random: numbers that look random and are the same in every run (xorshift64*).
 */
#ifndef ANNALS_TESTS_RANDOM_H
#define ANNALS_TESTS_RANDOM_H

#include <assert.h>
#include <stddef.h>
#include <stdint.h>

/* One from 0 up to BELOW, which is not 0; *STATE must not be 0. */
static inline size_t random_below(uint64_t *state, size_t below)
{
    assert(below > 0);
    *state ^= *state >> 12;
    *state ^= *state << 25;
    *state ^= *state >> 27;
    return (size_t)((*state * UINT64_C(2685821657736338717)) >> 33) % below;
}

#endif
