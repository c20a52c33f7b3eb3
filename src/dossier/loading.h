/*
 * loading: a load on its way, and the steps it takes.
 *
 * Each step adds to the dossier what it can and reports the rest; the next one
 * goes on with what is there. Private to the load.
 */
#ifndef ANNALS_DOSSIER_LOADING_H
#define ANNALS_DOSSIER_LOADING_H

#include "dossier/load.h"
#include "dossier/raw.h"

struct loading {
    struct diags *diags;
    const struct load_options *options;
    struct dossier *dossier;
    VEC(struct raw_record *) records;
    VEC(struct raw_source *) sources;
    str_list directories; /* of sources, real paths, that were read */
    bool incomplete;      /* an event file broke off: what is missing may be there */
    size_t hints;         /* how many names were searched for a near one */
};

/* Reads every source in the directory that the event file names. */
void sources_read(struct loading *loading, const struct raw_record *record);
/* Reads a source's file, metadata in front and its digest behind, into SOURCE. */
void source_file_read(struct loading *loading, const struct file *file,
                      struct raw_source *source);

/* Merges the raw events by id and makes the events and claims of the dossier. */
void join_events(struct loading *loading);
/* Makes its sources and citations, and ties them to events, claims and sources. */
void join_sources(struct loading *loading);
/* Reads full texts, takes their hashes and finds the quotations. */
void texts_read(struct loading *loading);

/* Whether ID is one; reports it where it is not. */
bool check_id(struct loading *loading, struct str id, struct loc loc);
/* A date with its reason. */
struct dating read_dating(struct loading *loading, const struct raw_dating *raw);

/* Names to choose the nearest from: the one at INDEX, false behind the last. */
typedef bool name_at(const void *names, size_t index, struct str *name);
/* Says that there is no WHAT of the id that REFERENCE names. */
void report_no_such(struct loading *loading, const char *what,
                    const struct text_at *reference, const void *names, name_at *at);
name_at name_of_event, name_of_source, name_of_claim; /* of lists of them */

#endif
