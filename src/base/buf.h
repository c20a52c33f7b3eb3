/*
 * buf: text that grows at its end.
 *
 * What a printer writes into, and whatever else is built piece by piece. Owns
 * its memory; lengths are bytes. Running out of memory ends the program.
 */
#ifndef ANNALS_BASE_BUF_H
#define ANNALS_BASE_BUF_H

#include "base/arena.h"
#include "base/str.h"

/* A buf that is all zero is empty and ready. */
struct buf {
    char *ptr;
    size_t len, cap;
};

void buf_free(struct buf *buf);
/* Makes it empty and keeps the memory. */
void buf_clear(struct buf *buf);

void buf_add(struct buf *buf, struct str s);
void buf_add_char(struct buf *buf, char c);
void buf_add_repeated(struct buf *buf, char c, size_t count);
void buf_printf(struct buf *buf, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* What it holds: a slice that the next change of the buf makes stale. */
struct str buf_str(const struct buf *buf);

#endif
