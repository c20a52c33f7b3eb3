/*
 * term: the terminal, and the only place that knows curses.
 *
 * Shows a canvas, and gives what is typed. One terminal a process. It reads bytes
 * itself and waits in poll, so that an idle browser never wakes, a stray byte never
 * blocks it, and a terminal that went away ends it at once.
 */
#ifndef ANNALS_TUI_TERM_H
#define ANNALS_TUI_TERM_H

#include "tui/canvas.h"
#include "tui/input.h"

struct term_options {
    bool color; /* where the terminal has any */
    bool mouse;
    const struct style_look *looks; /* by enum style; outlive the terminal's use */
};

/*
 * Takes over the terminal, and the signals that concern it. Returns NULL, or in one
 * line why it can't be done, with what to do about it; then nothing was changed. The
 * text lives until the next call.
 */
const char *term_enter(const struct term_options *options);

/* Gives the terminal back as it was. May be called at any time, also twice. */
void term_leave(void);

/* Gives the terminal to another program for a while, with what its user sets there,
 * and takes it again: all is sent with the next canvas. */
void term_lend(void);
void term_reclaim(void);

/* Asks for clicks and the wheel, or leaves them to the terminal. */
void term_set_mouse(bool on);
/* Asks the terminal to keep TEXT for pasting; false, and nothing sent, where it is
 * of a kind that might print the question. Whether it did is not to be known. */
bool term_copy(struct str text);

/* Rows and columns of the terminal now. */
void term_size(int *rows, int *cols);

/* Shows the canvas; sends what differs from what is shown. */
void term_show(const struct canvas *canvas);
/* All is sent with the next canvas. */
void term_forget(void);

enum term_event {
    TERM_INPUT,   /* *INPUT is filled; a paste lives until the next wait */
    TERM_NOTHING, /* what came says nothing, such as a button that came up */
    TERM_RESIZE,  /* or back from a stop: draw anew */
    TERM_GONE,    /* there is no terminal any more */
    TERM_KILLED,  /* by the signal in term_signal */
    TERM_WATCHED, /* the descriptor that is watched can be read */
    TERM_TIME,    /* nothing came in time */
};

/* Waits for the next event: on the terminal, or that WATCHED, a descriptor, or -1
 * for none, can be read; for PATIENCE milliseconds, or for ever where it is -1. */
enum term_event term_wait(struct input *input, int watched, int patience);
/* Whether there is more to read at once, so that a drawing may wait. */
bool term_has_more(void);
int term_signal(void);

#endif
