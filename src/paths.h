/*
 * paths: where the record and the full texts are.
 *
 * As annals(1) says under ENVIRONMENT and FILES.
 */
#ifndef ANNALS_PATHS_H
#define ANNALS_PATHS_H

#include "base/arena.h"

/* The event file to read where none is named: ./events.yaml, else
 * $ANNALS_DOSSIER, else the bundled one. The last may not exist. */
struct str paths_dossier(struct arena *arena);

/* The directory of full texts: $ANNALS_TEXTS, else annals/texts in $XDG_DATA_HOME,
 * else in $HOME/.local/share. Empty where none of them is set. */
struct str paths_texts(struct arena *arena);

/* The user's settings: annals/config in $XDG_CONFIG_HOME, else in $HOME/.config; empty
 * where neither is set. It may not exist. */
struct str paths_config(struct arena *arena);

/* Whether PATH, which a zero byte ends, is a directory; else false with *REASON
 * as of file_read. */
bool paths_directory(struct str path, const char **reason);

/* The file of what was typed at prompts before: annals/history in $XDG_STATE_HOME,
 * else in $HOME/.local/state. Empty where neither is set. */
struct str paths_history(struct arena *arena);

#endif
