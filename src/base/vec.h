/*
 * vec: arrays that grow in an arena.
 *
 * A list type is declared with VEC(type), has `at`, `len` and `cap`, and starts
 * all zero. Growing moves the items (the old copy stays in the arena until it
 * is freed), so keep indices, or lists of pointers, across a push.
 */
#ifndef ANNALS_BASE_VEC_H
#define ANNALS_BASE_VEC_H

#include "base/arena.h"

#define VEC(type)                                                                      \
    struct {                                                                           \
        type *at;                                                                      \
        size_t len, cap;                                                               \
    }

/* Adds ITEM at the end of the list that VEC points to. */
#define vec_push(arena, vec, item)                                                     \
    do {                                                                               \
        if ((vec)->len == (vec)->cap)                                                  \
            (vec)->at = vec_grow((arena), (vec)->at, (vec)->len, &(vec)->cap,          \
                                 sizeof(*(vec)->at));                                  \
        (vec)->at[(vec)->len] = (item);                                                \
        (vec)->len++;                                                                  \
    } while (0)

/* The work of vec_push: LEN items of SIZE bytes moved to where *CAP, made
 * larger, has room. */
void *vec_grow(struct arena *arena, const void *items, size_t len, size_t *cap,
               size_t size);

#endif
