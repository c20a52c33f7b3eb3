/*
 * check: is every quotation sound, and what does nobody cite?
 *
 * What can be said of a dossier that loaded. What keeps one from loading is
 * said by dossier/load.h.
 */
#ifndef ANNALS_DOSSIER_CHECK_H
#define ANNALS_DOSSIER_CHECK_H

#include "base/diag.h"
#include "dossier/dossier.h"

/* How much of a text is accounted for. */
struct coverage {
    size_t sentences; /* all of them */
    size_t cited;     /* those that some found quotation overlaps */
    size_t explained; /* those, not cited, that an `uncited` entry covers */
};
struct coverage coverage_of(const struct source *source, enum body_kind kind);

/* Calls EACH for every sentence of a body that is neither cited nor explained;
 * offsets are bytes into its text. */
void coverage_each_left(const struct source *source, enum body_kind kind,
                        void (*each)(void *context, size_t start, size_t end),
                        void *context);

/* Adds a diagnostic for every quotation that does not hold, every event or claim
 * without a citation, every date that is derived without a reason, every text
 * whose hash differs. */
void check_dossier(const struct dossier *dossier, struct diags *diags);

#endif
