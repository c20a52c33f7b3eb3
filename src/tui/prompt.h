/*
 * prompt: the one-line editor.
 *
 * For a search, a filter, a command. Edits in graphemes; knows no terminal
 * and not what the text is for.
 *
 *   ^A Home ^E End ← → ^B ^F   move        Backspace ^H, Delete ^D   one grapheme
 *   ^W ^U ^K   a word, all before, all behind   Enter   done   Esc ^G   cancel
 *   ↑ ↓ ^P ^N  what was typed before            Tab S-Tab   complete
 *
 * Backspace in an empty prompt cancels it. Completing and remembering are its user's
 * work: the prompt only says that they were asked for.
 */
#ifndef ANNALS_TUI_PROMPT_H
#define ANNALS_TUI_PROMPT_H

#include "tui/canvas.h"
#include "tui/input.h"

struct prompt {
    struct str label; /* static */
    struct buf text;  /* valid UTF-8 of one line */
    size_t cursor;    /* bytes, on a grapheme's edge */
    size_t wrong;     /* byte from which on it can't be understood, or STR_NONE */
    struct buf note;  /* what is said of it, at the end of the row */
};

enum prompt_result {
    PROMPT_EDITING,
    PROMPT_DONE,
    PROMPT_CANCELLED,
    PROMPT_OLDER,
    PROMPT_NEWER,
    PROMPT_COMPLETE,
    PROMPT_COMPLETE_BACK,
};

/* Empties it and begins anew with TEXT, the cursor behind it. */
void prompt_start(struct prompt *prompt, struct str label, struct str text);
void prompt_free(struct prompt *prompt);
/* Puts TEXT, one line, in the place of the bytes from START to END and the cursor
 * behind it. */
void prompt_replace(struct prompt *prompt, size_t start, size_t end, struct str text);

/* Takes a key or a paste; line ends and what can't be shown become spaces. */
enum prompt_result prompt_input(struct prompt *prompt, const struct input *input);

/* Draws it on one row, the part around the cursor where it is too long, and the note
 * where there is room for it; sets the canvas's cursor. ASCII: draws nothing else. */
void prompt_draw(const struct prompt *prompt, struct canvas *canvas, int row,
                 bool ascii);

#endif
