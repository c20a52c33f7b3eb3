/*
 * yaml: a stretch of a file as a stream of YAML tokens that know their place.
 *
 * A thin skin over libyaml's events, and the only file that knows of it. Every
 * scalar is text, whatever YAML 1.1 would make of it: no, on, 1_000 and null are
 * words like any other. What annals has no use for and what could surprise is
 * refused where it stands:
 *
 *   anchors, aliases, tags        an error; the rest of the file is read on
 *   a second document, %YAML, %TAG, nesting beyond 64 levels, more than 200
 *   errors, ill-formed UTF-8, UTF-16    an error that ends the file
 *   scalars over 1 MiB            an error; that value is left out
 *
 * A byte order mark at the start is left out. Places are bytes of the file:
 * libyaml counts code points and takes NEL, LS and PS for line ends, so they are
 * worked out here.
 */
#ifndef ANNALS_DOSSIER_YAML_H
#define ANNALS_DOSSIER_YAML_H

#include "base/diag.h"

enum { YAML_DEPTH_MAX = 64, YAML_ERRORS_MAX = 200, YAML_SCALAR_MAX = 1 << 20 };

enum yaml_kind {
    YAML_END, /* of the stretch, or of what could be read of it; comes for ever */
    YAML_TEXT,
    YAML_LIST,
    YAML_LIST_END,
    YAML_MAP, /* then keys and values by turns */
    YAML_MAP_END,
    YAML_REFUSED, /* a value that was reported and stands for nothing */
};

struct yaml_token {
    enum yaml_kind kind;
    struct str text; /* of YAML_TEXT, in the arena; may hold zero bytes */
    bool plain;      /* YAML_TEXT without quotes or block sign */
    struct loc loc;
    size_t end; /* offset of the byte behind it */
};

struct yaml_reader;

/* Starts to read the bytes of FILE from START up to END. What is wrong goes to
 * DIAGS, from whose arena memory comes. Close it in the end. */
struct yaml_reader *yaml_open(struct diags *diags, const struct file *file,
                              size_t start, size_t end);
struct diags *yaml_diags(struct yaml_reader *yaml);

struct yaml_token yaml_next(struct yaml_reader *yaml);
/* Reads past the value that FIRST, just read, begins; returns the offset of the
 * byte behind that value. */
size_t yaml_skip(struct yaml_reader *yaml, struct yaml_token first);

/* Whether an error, already reported, ended the stretch early. */
bool yaml_broken(const struct yaml_reader *yaml);

/* Reads to the end, frees what libyaml took, and says whether the stretch could
 * be read to its end. */
bool yaml_close(struct yaml_reader *yaml);

#endif
