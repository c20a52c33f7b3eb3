/*
 * fixture: a dossier of a few lines in a directory of its own.
 *
 * Each test runs in a fresh directory, so that paths in messages are short and
 * the same everywhere.
 */
#ifndef ANNALS_TESTS_DOSSIER_FIXTURE_H
#define ANNALS_TESTS_DOSSIER_FIXTURE_H

#include "dossier/load.h"

struct fixture {
    struct arena arena;
    struct diags diags;
    const struct dossier *dossier; /* NULL until it loads */
    struct str texts;              /* as in struct load_options */
};

/* For cmocka_unit_test_setup_teardown; the state is a struct fixture. */
int fixture_enter(void **state);
int fixture_leave(void **state);

/* Writes a file, and makes the directories that it is in. */
void fixture_write(const char *path, struct str text);
/* Loads events.yaml, or the files named, with a null pointer behind the last. */
void fixture_load(struct fixture *fixture);
void fixture_load_files(struct fixture *fixture, const char *const *paths);

/* Fails unless the diagnostics so far, sorted, a line each, are EXPECTED. */
void fixture_said(struct fixture *fixture, const char *expected);

#endif
