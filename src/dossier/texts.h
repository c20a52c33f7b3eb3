/*
 * texts: what quotations are looked for in: digests, and the full texts kept
 * beside a dossier, TEXTS/SOURCE-ID.txt.
 */
#ifndef ANNALS_DOSSIER_TEXTS_H
#define ANNALS_DOSSIER_TEXTS_H

#include "base/diag.h"
#include "dossier/dossier.h"

/* A file that can't be read, to have a place for what is said about it. */
const struct file *texts_unread(struct arena *arena, struct str path);

/* Warns of the first byte of FILE, at OFFSET or behind it, that is not UTF-8. */
void texts_warn_of_bytes(struct diags *diags, const struct file *file, size_t offset);

/* The text from byte OFFSET of FILE to its end as it may be shown, without white
 * space behind; what had to change is warned of. */
struct str texts_shown(struct diags *diags, const struct file *file, size_t offset);

/* Where the full text of the source of that id is looked for. */
struct str texts_path(struct arena *arena, struct str directory, struct str id);

/* The sha256 of a full text: 64 hexadecimal digits, taken over text_canonical of its
 * UTF-8, so that wrapping does not count. */
struct str texts_sha256(struct arena *arena, struct str text);

/* Whether the text with that hash is the one whose hash is STATED. */
enum hash_verdict texts_hash(struct str stated, struct str sha256);

/* Finds every quotation of SOURCE in its body of that kind, if it has one. */
void texts_anchor(struct source *source, enum body_kind kind);

#endif
