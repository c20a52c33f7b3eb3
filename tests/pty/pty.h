/*
 * pty: a program on a terminal of our own.
 *
 * Starts a program on a pseudo-terminal and gives what it prints to libvterm, so
 * that a test, or a picture, sees the screen that a person would. Nothing sleeps:
 * the pty_wait functions read until the screen is as wanted, the program has
 * ended or the deadline has passed, and tell which by true and false.
 *
 * Rows and columns are cells from 0. Texts are UTF-8; those that are returned
 * belong to the pty and hold until its next call.
 */
#ifndef ANNALS_TESTS_PTY_H
#define ANNALS_TESTS_PTY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct pty;

enum { PTY_DEADLINE = 10000 }; /* milliseconds that a wait may take */

struct pty_program {
    /* What to run, ended by NULL; the first is looked for in PATH. */
    const char *const *argv;
    /* "NAME=VALUE" to set, "NAME" to unset, ended by NULL; or NULL. They come on
     * top of a small environment that is the same on every machine: PATH, a UTF-8
     * locale, TERM=xterm-256color, no home, and the options of the sanitizers. */
    const char *const *env;
    int rows, cols; /* 24 and 80 where 0 */
};

/* Never NULL; ends the test program where the system refuses. */
struct pty *pty_start(const struct pty_program *program);
/* Kills the program if it still runs. */
void pty_free(struct pty *pty);

/* Keys as the terminal would send them: "\033" is Esc, "\r" Enter. */
void pty_type(struct pty *pty, const char *keys);
/* The terminal gets another size and the program a SIGWINCH. */
void pty_resize(struct pty *pty, int rows, int cols);
void pty_signal(struct pty *pty, int signal);
/* The terminal goes away, as when a window is closed. */
void pty_hang_up(struct pty *pty);

/* Until HOLDS says so. */
bool pty_wait(struct pty *pty, bool (*holds)(struct pty *pty, const void *context),
              const void *context);
/* Until some row has TEXT in it, or no row has. */
bool pty_wait_text(struct pty *pty, const char *text);
bool pty_wait_no_text(struct pty *pty, const char *text);
/* Until some row matches the extended regular expression. */
bool pty_wait_match(struct pty *pty, const char *pattern);
/* Until the program has ended, DEADLINE in milliseconds; *STATUS as of waitpid. */
bool pty_wait_exit(struct pty *pty, int deadline, int *status);
/* Until the program has sent these bytes, at any time since the start, zero bytes
 * aside: for what does not show on the screen. */
bool pty_wait_sent(struct pty *pty, const char *bytes);
/* Reads what comes until nothing has come for QUIET milliseconds: for pictures
 * and counts, which want a screen that is done and can't name its last change. */
void pty_settle(struct pty *pty, int quiet);

/* The sixteen colours that a program names by number, and the two that it gets
 * unasked, are those of our own palette; the rest are xterm's. */
enum { PTY_INK = 0xd7dae0, PTY_GROUND = 0x1c1f26 };

struct pty_color {
    bool is_default;
    uint8_t red, green, blue;
};

struct pty_cell {
    char text[32]; /* one cluster; " " where blank, "" behind a wide one */
    int width;     /* 1, 2, or 0 behind a wide one */
    bool bold, italic, underline, reverse, strike;
    struct pty_color foreground, background; /* before reverse */
};

int pty_rows(const struct pty *pty);
int pty_cols(const struct pty *pty);
struct pty_cell pty_cell(const struct pty *pty, int row, int col);
/* A row without the blanks at its end; all rows, each ended by a line feed. */
const char *pty_row(struct pty *pty, int row);
const char *pty_screen(struct pty *pty);
/* The cells that KEEP keeps, in order; a gap between two runs is one space. */
const char *pty_text_where(struct pty *pty, bool (*keep)(const struct pty_cell *cell));
/* Where TEXT begins on the screen. */
bool pty_find(struct pty *pty, const char *text, int *row, int *col);

/* The DEC private modes that are not as a terminal has them at first, such as
 * "?1049 on, ?25 off": empty once the program has cleaned up behind itself. */
const char *pty_modes(struct pty *pty);
/* Whether private mode NUMBER was ever switched on. */
bool pty_mode_was_on(const struct pty *pty, int number);
/* Whether the line discipline (echo, line editing, signals) is as it was. */
bool pty_is_sane(const struct pty *pty);
/* Bytes that the program has sent so far. */
size_t pty_bytes(const struct pty *pty);

#endif
