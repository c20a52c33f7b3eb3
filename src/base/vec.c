#include "base/vec.h"

#include <string.h>

void *vec_grow(struct arena *arena, const void *items, size_t len, size_t *cap,
               size_t size)
{
    *cap = *cap ? *cap * 2 : 8;
    void *moved = arena_array(arena, *cap, size);
    if (len)
        memcpy(moved, items, len * size);
    return moved;
}
