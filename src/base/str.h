/*
 * str: a piece of text, as a pointer and a length.
 *
 * A str never owns its bytes: it is a slice of an arena, of a file's text or of
 * a string literal, and lives as long as they do. Lengths and offsets are bytes.
 * The bytes need not be valid UTF-8 and are not terminated; print one with
 * printf("%.*s", STR_ARG(s)). The empty str may have a null pointer.
 */
#ifndef ANNALS_BASE_STR_H
#define ANNALS_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>

struct str {
    const char *ptr;
    size_t len;
};

/* A str of a string literal; usable in static initialisers with STR_INIT. */
#define STR_INIT(literal)                                                              \
    {                                                                                  \
        (literal), sizeof(literal) - 1                                                 \
    }
#define STR(literal) ((struct str)STR_INIT(literal))
/* The two arguments of a "%.*s". */
#define STR_ARG(s) (int)(s).len, (s).ptr

/* A str of a terminated string; the empty str of NULL. */
struct str str_of(const char *terminated);

bool str_equal(struct str a, struct str b);
/* Like memcmp, then by length: less than, equal to or greater than zero. */
int str_compare(struct str a, struct str b);
bool str_starts(struct str s, struct str prefix);
bool str_ends(struct str s, struct str suffix);

/* The offset of the first NEEDLE in S at or after FROM, or STR_NONE. */
#define STR_NONE ((size_t)-1)
size_t str_find(struct str s, struct str needle, size_t from);

/* S from START up to END, both cut to the length of S. */
struct str str_slice(struct str s, size_t start, size_t end);
/* S from START to its end. */
struct str str_from(struct str s, size_t start);
/* S without ASCII white space at either end. */
struct str str_trim(struct str s);

/*
 * Takes the part of *REST before the first SEPARATOR off its front, and the
 * separator with it. Returns false, leaving both unchanged, once *REST has a
 * null pointer, which it gets after its last part: "a,,b" has three parts.
 */
bool str_split(struct str *rest, char separator, struct str *part);

/* Letters to insert, delete or replace to make A of B, at most LIMIT + 1. */
size_t str_distance(struct str a, struct str b, size_t limit);

#endif
