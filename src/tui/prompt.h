/*
 * prompt: the one-line editor.
 *
 * For a search, a filter, a command. Edits in graphemes; knows no terminal
 * and not what the text is for.
 *
 *   ^A Home ^E End ← → ^B ^F   move        Backspace ^H, Delete ^D   one grapheme
 *   ^W ^U ^K   a word, all before, all behind   Enter   done   Esc ^G   cancel
 *
 * Backspace in an empty prompt cancels it.
 */
#ifndef ANNALS_TUI_PROMPT_H
#define ANNALS_TUI_PROMPT_H

#include "tui/canvas.h"
#include "tui/input.h"

struct prompt {
    struct str label; /* static */
    struct buf text;  /* valid UTF-8 of one line */
    size_t cursor;    /* bytes, on a grapheme's edge */
};

enum prompt_result { PROMPT_EDITING, PROMPT_DONE, PROMPT_CANCELLED };

/* Empties it and begins anew with TEXT, the cursor behind it. */
void prompt_start(struct prompt *prompt, struct str label, struct str text);
void prompt_free(struct prompt *prompt);

/* Takes a key or a paste; line ends and what can't be shown become spaces. */
enum prompt_result prompt_input(struct prompt *prompt, const struct input *input);

/* Draws it on one row, the part around the cursor where it is too long, and sets
 * the canvas's cursor. */
void prompt_draw(const struct prompt *prompt, struct canvas *canvas, int row);

#endif
