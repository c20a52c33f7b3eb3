/*
 * table: the tests' tables, "INPUT ==> OUTPUT" a line; # begins a comment, and
 * so does "; " after the output.
 */
#ifndef ANNALS_TESTS_EDTF_TABLE_H
#define ANNALS_TESTS_EDTF_TABLE_H

#include "base/buf.h"
#include "base/str.h"

/* Writes what comes out for INPUT into OUT. */
typedef void table_row(struct buf *out, struct str input);

/* Fails, with every row that differs, unless the table of that name beside the
 * tests has at least LEAST rows and ROW gives the output of each. */
void check_table(const char *name, size_t least, table_row *row);

#endif
