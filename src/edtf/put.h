/*
 * put: writing into a buffer of a given size, and counting what does not fit.
 *
 * What snprintf does, piece by piece: the text in OUT is cut to SIZE - 1 bytes
 * and terminated by put_end, LEN counts all of it.
 */
#ifndef ANNALS_EDTF_PUT_H
#define ANNALS_EDTF_PUT_H

#include "edtf/parts.h"

struct put {
    char *out;
    size_t size, len;
};

void put_char(struct put *put, char c);
void put_bytes(struct put *put, const char *bytes, size_t count);
void put_text(struct put *put, const char *terminated);
/* VALUE in decimal with at least DIGITS digits, a minus sign not counted. */
void put_number(struct put *put, int64_t value, int digits);
/* Terminates what is written, and returns the length that all of it has. */
size_t put_end(struct put *put);

/* The canonical form of one date and one piece (format.c). */
void put_date(struct put *put, const struct date *date);
void put_piece(struct put *put, const struct piece *piece);

#endif
