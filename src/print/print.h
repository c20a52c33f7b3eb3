/*
 * print: a selection as text.
 *
 * One printer a format, each in a file of its own that ends in its table. They
 * write to a buf, so that whoever asked can write it out whole or fail whole.
 */
#ifndef ANNALS_PRINT_PRINT_H
#define ANNALS_PRINT_PRINT_H

#include "base/buf.h"
#include "dossier/query.h"

struct print_options {
    size_t width; /* cells; at least 20 */
    bool ascii;   /* nothing but ASCII */
    bool color;   /* SGR sequences for headings, dates and quotations */
};

struct printer {
    const char *name; /* what --export= calls it */
    void (*print)(struct buf *out, const struct selection *selection,
                  const struct print_options *options);
};

extern const struct printer print_dump; /* "text" */
extern const struct printer print_json; /* "json" */
/* Questions with rival answers alone: a part of the dump, no format of its own. */
extern const struct printer print_conflicts;

/* The printer of that name, or NULL. */
const struct printer *printer_named(struct str name);

#endif
