/*
 * load: files to a dossier.
 *
 * Reads the event files and every source beside them, joins them by id, finds
 * each quotation in the texts at hand and works out what follows from all that.
 * In one pass over each file, with one arena for all. What is wrong becomes
 * diagnostics, as many as there are, and where any is an error there is no
 * dossier: nothing is half-loaded.
 */
#ifndef ANNALS_DOSSIER_LOAD_H
#define ANNALS_DOSSIER_LOAD_H

#include "base/diag.h"
#include "dossier/dossier.h"

struct load_options {
    const struct str *paths; /* event files, at least one; merged in this order */
    size_t path_count;
    struct str texts; /* directory of full texts, or empty; need not exist */
};

/*
 * Returns the dossier, or NULL with at least one error in *DIAGS. Quotations that
 * do not hold are no errors here: dossier/check.h reports them, the browser and
 * the dump show them for what they are. Both the dossier and the diagnostics live
 * in the arena of *DIAGS.
 */
const struct dossier *dossier_load(const struct load_options *options,
                                   struct diags *diags);

#endif
