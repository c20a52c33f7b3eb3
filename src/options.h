/*
 * options: the command line, as one struct.
 *
 * Every option is a row of one table (options.c), from which the parsing and the
 * help are made. What is wrong with a command line is said in one line, and
 * nothing is done then.
 */
#ifndef ANNALS_OPTIONS_H
#define ANNALS_OPTIONS_H

#include "dossier/query.h"
#include "print/print.h"

/* What the program does in this run. */
enum mode {
    MODE_BROWSE,
    MODE_PRINT, /* --dump and --export */
    MODE_CHECK,
    MODE_DATE,
    MODE_DIFF,
    MODE_ATTACH,
    MODE_KEYS,
    MODE_HELP,
    MODE_VERSION,
    MODE_COUNT
};

enum color { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };

struct options {
    enum mode mode;
    const struct printer *printer; /* MODE_PRINT */
    struct str date;               /* MODE_DATE: an expression, or "-" */
    struct str source, file;       /* MODE_ATTACH */
    struct str filter;             /* as typed, made printable */
    const struct query *query;     /* the same, parsed; never NULL */
    enum order order;
    struct known_day as_of;
    struct str texts; /* empty where not given */
    size_t width;     /* 0 where not given */
    enum color color;
    bool no_sources; /* the event files alone */
    struct str open; /* MODE_BROWSE: an address; empty where not given */
    bool ascii, mouse;
    char **files; /* what is left of argv */
    size_t file_count;
};

/*
 * Parses a command line into *OPTIONS; memory comes from the arena, and ARGV must
 * outlive it. Returns false with *COMPLAINT set, a line without its end that may
 * hold whatever the command line held. argv is reordered, as by getopt_long(3).
 */
bool options_parse(struct arena *arena, int argc, char **argv, struct options *options,
                   struct str *complaint);

/* Appends what --help prints. */
void options_help(struct buf *out);

#endif
