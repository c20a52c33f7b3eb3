/*
 * diag: what is wrong with the data, and where.
 *
 * Readers and checks add diagnostics and go on, so that one run tells all it
 * can; whoever started them asks at the end whether any was an error. The kinds
 * are in base/diag.def. Nothing is printed here: the text may hold whatever the
 * data held, so it is made printable by the sink that shows it (text/clean.h).
 */
#ifndef ANNALS_BASE_DIAG_H
#define ANNALS_BASE_DIAG_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/vec.h"

enum diag_severity { DIAG_SEVERITY_WARNING, DIAG_SEVERITY_ERROR };

enum diag_code {
#define DIAG(name, severity, what) DIAG_##name,
#include "base/diag.def"
#undef DIAG
    DIAG_COUNT
};

struct diag {
    enum diag_code code;
    struct loc loc; /* its file is never null */
    struct str detail;
    struct position at; /* of loc, once diags_sort has placed it */
    bool placed;
    size_t file_rank; /* how many files were named before its own */
    size_t number;    /* how many diagnostics were added before it */
};

/* Memory comes from the arena given at the start and lives as long as it. */
struct diags {
    struct arena *arena;
    VEC(struct diag) list;
    VEC(const struct file *) files; /* those named, in the order first named */
    size_t errors;                  /* how many of them are errors */
};

struct diags diags_new(struct arena *arena);

/* Adds one. The detail may be empty (pass ""), is one line, and ends without a
 * full stop. */
void diag_add(struct diags *diags, enum diag_code code, struct loc loc,
              const char *format, ...) __attribute__((format(printf, 4, 5)));

enum diag_severity diag_severity(enum diag_code code);

/* Sorts by file in the order first named, then by place, then as added, and works
 * out lines and columns in one pass over each file. */
void diags_sort(struct diags *diags);

/* Appends "FILE:LINE:COLUMN: error: WHAT: DETAIL" and no line end. */
void diag_format(struct buf *out, const struct diag *diag);

#endif
