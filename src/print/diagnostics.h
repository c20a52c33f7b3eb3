/*
 * diagnostics: what a check found, for people and for programs.
 *
 * File names, keys and quotations in it come from the data, so all of it is made
 * printable (text/clean.h).
 */
#ifndef ANNALS_PRINT_DIAGNOSTICS_H
#define ANNALS_PRINT_DIAGNOSTICS_H

#include "base/diag.h"
#include "dossier/dossier.h"

/* Appends a line for each diagnostic, in their order. */
void diagnostics_write(struct buf *out, const struct diags *diags);

/*
 * Appends the summary of --check: what the record holds, how the quotations were
 * found, for each source with a text which share of its sentences is accounted
 * for and whether its full text is the one that was cited, and what DIAGS counts.
 */
void check_summary_write(struct buf *out, const struct dossier *dossier,
                         const struct diags *diags);

#endif
