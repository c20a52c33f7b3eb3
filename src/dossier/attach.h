/*
 * attach: a full text put beside a dossier, after a look at it.
 */
#ifndef ANNALS_DOSSIER_ATTACH_H
#define ANNALS_DOSSIER_ATTACH_H

#include "base/buf.h"
#include "base/diag.h"
#include "dossier/dossier.h"

struct attachment {
    const struct source *source;
    struct str sha256; /* of the file, to state in the source's front matter */
    enum hash_verdict hash;
    struct str text;         /* as it would be shown */
    const struct anchor *at; /* of each of the source's citations, in order */
    size_t count[VERDICT_COUNT];
    struct str copy; /* where the text is now; empty where it was not copied */
    bool from_html;  /* the copy is the text of the page, not the page */
};

/* Whether nothing is wrong with it: copied, its hash no other than the stated one,
 * and every quotation found. */
bool attachment_holds(const struct attachment *attachment);

/*
 * Reads the file at PATH, plain text or a saved page in HTML, as the full text of the
 * source of that id, fills *ATTACHMENT and copies it, byte for byte or as the text
 * of the page (text/html.h), to SOURCE-ID.txt in the directory TEXTS, which is
 * made, with those above it, where it is not there.
 * A text that has another hash and none of the source's quotations is taken for
 * another text and not copied. False with an error in DIAGS, and nothing written,
 * where the source is not known, or the file can't be read or copied, or is HTML
 * and the program was built without a reader of it.
 */
bool attach_text(const struct dossier *dossier, struct str texts, struct str id,
                 struct str path, struct diags *diags, struct attachment *attachment);

/* What was found, in lines for a terminal. */
void attach_report(struct buf *out, const struct attachment *attachment);

#endif
