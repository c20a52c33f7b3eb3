/*
 * arena: memory that is freed all at once.
 *
 * One load of a dossier takes everything it keeps from one arena; a reload
 * builds a new one and lets the old go. Nothing is freed singly and nothing
 * moves, so slices and pointers into it hold until arena_free. Running out of
 * memory ends the program (base/oom.h): no result is ever NULL.
 */
#ifndef ANNALS_BASE_ARENA_H
#define ANNALS_BASE_ARENA_H

#include <stdarg.h>

#include "base/str.h"

struct arena_block;

/* An arena that is all zero is empty and ready. */
struct arena {
    struct arena_block *last;
};

/* Frees all that came from the arena and leaves it empty and ready. */
void arena_free(struct arena *arena);

/* SIZE zeroed bytes, aligned for any type. SIZE may be 0. */
void *arena_alloc(struct arena *arena, size_t size);
/* COUNT zeroed items of SIZE bytes; ends the program where that overflows. */
void *arena_array(struct arena *arena, size_t count, size_t size);
#define arena_new(arena, type) ((type *)arena_alloc((arena), sizeof(type)))

/* A copy of S with a zero byte after its end, which its length leaves out: the
 * pointer serves as a C string where S has no zero byte. */
struct str arena_str(struct arena *arena, struct str s);
/* printf into the arena; terminated in the same way. */
struct str arena_printf(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
struct str arena_vprintf(struct arena *arena, const char *format, va_list args)
    __attribute__((format(printf, 2, 0)));

#endif
