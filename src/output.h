/*
 * output: what the program prints, and what it says when it can't.
 */
#ifndef ANNALS_OUTPUT_H
#define ANNALS_OUTPUT_H

#include "base/buf.h"

/* Opens what is closed of standard input, output and error, in the way that makes
 * their use fail, so that no file of the record is opened in their place. */
void output_open_closed(void);

/* Writes TEXT to standard output. On failure returns false and says so on standard
 * error, though not where the reader has gone away: nobody waits for it. */
bool output_write(struct str text);

/* "annals: MESSAGE" on standard error, made printable. */
void output_complain(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* TEXT as it is on standard error; there is no one to tell where that fails. */
void output_error(struct str text);

/* Cells that a line of standard output has, or 0 where it is no terminal. */
size_t output_width(void);

/* Whether standard output is a terminal that should get colors: not where
 * NO_COLOR is set (no-color.org) or TERM is dumb. */
bool output_is_colorful(void);

#endif
