/*
 * attach: a full text put where annals finds it.
 */
#ifndef ANNALS_ATTACH_H
#define ANNALS_ATTACH_H

#include "dossier/load.h"

/*
 * Copies the file at PATH to ID.txt in the directory load->texts, which is made
 * where it is not there, unless a quotation from the source of that id does not
 * hold in it; a hash that differs is no reason to refuse. Appends what was found
 * and done to *REPORT, and what a check says of this source to *DIAGS. Returns the
 * empty str, or in the arena of *DIAGS why the text was not taken, with the one
 * that was there left as it was.
 */
struct str attach_text(const struct load_options *load, struct str id, struct str path,
                       struct diags *diags, struct buf *report);

#endif
