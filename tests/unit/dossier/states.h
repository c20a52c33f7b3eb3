/*
 * states: a small record in one of many states, each an edit away from the first.
 */
#ifndef ANNALS_TESTS_DOSSIER_STATES_H
#define ANNALS_TESTS_DOSSIER_STATES_H

#include <stdint.h>

#include "fixture.h"

/* In the file of that number, FROM becomes TO. */
struct edit {
    size_t file;
    const char *from, *to;
};

enum { STATE_EDITS = 4 };
struct state {
    struct edit edits[STATE_EDITS]; /* those without FROM are none */
    const char *changes;            /* what they change, as test_compare.c tells it */
};
extern const struct state states[];
extern const size_t states_count;

/* Writes LETTER.yaml, with its sources in LETTER/, and loads it; LETTER is a or b.
 * STATE is NULL for the first. */
const struct dossier *states_load(struct fixture *fixture, const char *letter,
                                  const struct state *state);
/* The same with any of the edits, few or many. */
const struct dossier *states_load_random(struct fixture *fixture, const char *letter,
                                         uint64_t *random);

#endif
