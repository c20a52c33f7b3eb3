/*
 * diff: what changed in a record, for reading.
 */
#ifndef ANNALS_PRINT_DIFF_H
#define ANNALS_PRINT_DIFF_H

#include "dossier/compare.h"
#include "print/print.h"

/*
 * Appends a heading, NAME, which is clean text; how many events and sources
 * changed; and a block for each of them with its changes, in their order. Nothing
 * where there are none.
 */
void diff_print(struct buf *out, const change_list *changes, struct str name,
                const struct print_options *options);

#endif
