/*
 * expect: what a test wants of a terminal, for cmocka.
 *
 * Each waits until it holds (tests/pty/pty.h) and fails the test, at the line that
 * asked, with the screen printed, where it does not hold in time.
 */
#ifndef ANNALS_TESTS_EXPECT_H
#define ANNALS_TESTS_EXPECT_H

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "pty.h"

#define EXPECT(pty, held) expect_at((pty), (held), #held, __FILE__, __LINE__)

#define expect_text(pty, text)     EXPECT((pty), pty_wait_text((pty), (text)))
#define expect_no_text(pty, text)  EXPECT((pty), pty_wait_no_text((pty), (text)))
#define expect_match(pty, pattern) EXPECT((pty), pty_wait_match((pty), (pattern)))

/* The program ends by itself with exit status CODE, within DEADLINE milliseconds. */
#define expect_exit_within(pty, code, deadline)                                        \
    EXPECT((pty), expect_ended_with((pty), (code), (deadline)))
#define expect_exit(pty, code) expect_exit_within((pty), (code), PTY_DEADLINE)

/* After the end: private modes, cursor and line discipline are as they were. */
#define expect_terminal_restored(pty)                                                  \
    EXPECT((pty), pty_modes(pty)[0] == '\0' && pty_is_sane(pty))

void expect_at(struct pty *pty, bool held, const char *what, const char *file,
               int line);
bool expect_ended_with(struct pty *pty, int code, int deadline);

/* Runs a line of the shell on a terminal of this size (0: the usual one). */
struct pty *pty_start_shell(const char *line, int rows, int cols);

#endif
