/*
 * watch: whether a file of the record changed.
 *
 * Watches the directories that the files stand in, since editors write a new file
 * and rename it over the old one. Costs nothing while nothing happens: what the
 * system tells comes through a descriptor to poll. Where the system can't tell
 * (there is no inotify, or it has no watch left), nothing is ever told.
 */
#ifndef ANNALS_TUI_WATCH_H
#define ANNALS_TUI_WATCH_H

#include <stdint.h>

#include "dossier/dossier.h"

/* Milliseconds from the last change to the time to read, so that one who writes
 * several files is not read in between; but no longer than that after the first. */
enum { WATCH_SETTLE = 80, WATCH_LONGEST = 1000 };

struct watch_directory;

struct watch {
    int fd; /* to poll for reading; -1 where there is none */
    struct arena arena;
    VEC(struct watch_directory) directories;
    bool changed;              /* and watch_due has not said so yet */
    int64_t first_at, last_at; /* when, in milliseconds of a clock of its own */
};

struct watch watch_new(void);
void watch_free(struct watch *watch);

/*
 * From now on watches PATHS, files and directories, and nothing else. What happens
 * to those that were watched before and still are is not missed in between. A file
 * is itself and what it links to. In a directory every file counts whose name is
 * not of the kind that editors make for themselves (.x, #x, x~). What is not there
 * is told of when it comes, as long as the directory is there that it comes to.
 */
void watch_paths(struct watch *watch, const str_list *paths);

/* To be called where the descriptor can be read: takes what happened. */
void watch_take(struct watch *watch);

/* Milliseconds until it is time to read the files again, 0 once it is; -1 where
 * nothing changed. */
int watch_patience(const struct watch *watch);
/* Whether it is time; the change counts as known from then on. To be asked before
 * the files are read, so that what happens meanwhile is a change again. */
bool watch_due(struct watch *watch);

#endif
