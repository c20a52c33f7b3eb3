/*
 * spawn: other programs, run from a list of words and never through a shell.
 *
 * A word is handed over as it is: nothing in it is a command, a variable or a
 * pattern, whoever wrote it.
 */
#ifndef ANNALS_TUI_SPAWN_H
#define ANNALS_TUI_SPAWN_H

#include "base/arena.h"
#include "base/vec.h"

/* The words of a program and its arguments. */
typedef VEC(char *) word_list;

/*
 * Adds the words of LINE, as in $EDITOR: apart by blanks, with '…', "…" and \ to
 * keep blanks (and each other) inside of one; a $ or a * is a letter. Returns false
 * where a quotation does not end.
 */
bool spawn_split(struct arena *arena, word_list *words, struct str line);
void spawn_add(struct arena *arena, word_list *words, struct str word);

/*
 * Runs the program of WORDS, at least one, on this terminal until it ends; stops and
 * goes on with it. What the keyboard interrupts is that program alone. Returns its
 * status as waitpid does, or -1 where it can't be run, errno saying why.
 */
int spawn_wait(struct arena *arena, const word_list *words);

/*
 * Starts the program of WORDS in a session of its own, with nothing to read and its
 * output nowhere, and does not wait for it. Returns false where it can't be run,
 * errno saying why.
 */
bool spawn_detached(struct arena *arena, const word_list *words);

#endif
