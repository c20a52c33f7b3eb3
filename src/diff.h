/*
 * diff: the run of --diff.
 *
 * Exit status as diff(1) has it: 0 the same, 1 they differ, 2 trouble, be it with
 * the command line, a record or the output.
 *
 * git runs an external diff with seven arguments (PATH OLD-FILE OLD-HEX OLD-MODE
 * NEW-FILE NEW-HEX NEW-MODE), with two more behind them for a file that was renamed
 * (its new path, and what else is to be said of it), and with PATH alone for one
 * that is not merged. The old file, and often the new one, is a copy in a temporary
 * directory without the record's sources beside it, so event files are compared
 * alone then. git ends at the first program that fails, so the status is 0 unless
 * nothing could be written.
 */
#ifndef ANNALS_DIFF_H
#define ANNALS_DIFF_H

#include "dossier/load.h"
#include "print/print.h"

struct diff_run {
    struct str old, new; /* files; both empty where git has no two states */
    struct str name;     /* as git knows it; empty where it is not git that asks */
};

/* Tells the files of a command line; false where they are neither two nor what git
 * gives. */
bool diff_run_of(char **files, size_t count, struct diff_run *run);

/* Prints what changed and returns the exit status. /dev/null stands for a record
 * without anything. LOADING gives all but the paths. */
int diff_records(const struct diff_run *run, const struct load_options *loading,
                 const struct print_options *printing);

#endif
