/*
 * history: what was typed at prompts before, over runs of the program.
 *
 * A file of lines, the oldest first, each the kind of prompt, a space and what was
 * typed. It is its owner's alone (0600). What can't be read or written is none: the
 * history then lasts as long as the program. Two programs at once do not lose each
 * other's lines, but for those written in the same moment.
 */
#ifndef ANNALS_TUI_HISTORY_H
#define ANNALS_TUI_HISTORY_H

#include "base/buf.h"
#include "base/vec.h"

enum {
    HISTORY_MAX = 200,       /* lines kept of each kind */
    HISTORY_LINE_MAX = 1000, /* bytes of one that is kept */
};

struct history_line {
    struct str kind, text;
};

struct history {
    struct arena arena;
    struct str path;
    VEC(struct history_line) lines;
    size_t at;        /* the line gone back to; lines.len: none */
    struct buf draft; /* what was being typed before going back */
};

/* Reads PATH, which may be empty for a history that is not kept. */
void history_open(struct history *history, struct str path);
void history_free(struct history *history);

/* Adds TEXT as the newest of its kind, the same one from before taken out, and writes
 * the file. The empty text is not kept. */
void history_add(struct history *history, struct str kind, struct str text);

/* A prompt begins: the next step back is to the newest. */
void history_rewind(struct history *history);
/* The line of that kind before the one gone back to, or behind it, into *TEXT (which
 * lives until the next change); false where there is none. TYPED is what stands in
 * the prompt: newer than the newest is what stood there first. */
bool history_older(struct history *history, struct str kind, struct str typed,
                   struct str *text);
bool history_newer(struct history *history, struct str kind, struct str *text);

#endif
