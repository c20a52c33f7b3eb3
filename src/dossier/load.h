/*
 * load: files to a dossier.
 *
 * Reads the event files and every source beside them, joins them by id, finds
 * each quotation in the texts at hand and works out what follows from all that.
 * In one pass over each file, with one arena for all. What is wrong becomes
 * diagnostics, as many as there are, and where any is an error there is no
 * dossier: nothing is half-loaded.
 *
 * What of YAML is read and what is refused: dossier/yaml.h; empty values and
 * limits: dossier/fields.h; the keys of each kind of map: dossier/raw.c. Beyond
 * these:
 *
 *   sources      a directory in that of the event file. Absolute paths, .. and
 *                links that lead out of it are refused, and so are files that
 *                are none (FIFOs, devices, directories). Every file in it whose
 *                name ends in .md and does not begin with . is a source, its id
 *                the name without .md
 *   digests      begin behind the second line ---, without the empty lines at
 *                either end; ill-formed UTF-8 in them, and in full texts, is a
 *                warning and becomes U+FFFD, where in YAML it is an error
 *   ids          1 to 64 of a-z, 0-9 and -, the first not -
 *   merging      events and claims of one id in several files become one, the
 *                first file's place first; what two files give must be equal.
 *                In one file, an id used twice is an error
 *   references   to nothing are errors, unless an event file broke off before
 *                its end and may have had what is missing
 */
#ifndef ANNALS_DOSSIER_LOAD_H
#define ANNALS_DOSSIER_LOAD_H

#include "base/diag.h"
#include "dossier/dossier.h"

struct load_options {
    const struct str *paths; /* event files, at least one; merged in this order */
    size_t path_count;
    struct str texts; /* directory of full texts, or empty; need not exist */
    bool no_sources;  /* the event files alone, as if they named no directory */
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
