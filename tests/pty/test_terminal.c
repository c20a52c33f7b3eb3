/* Looking after the terminal: however annals ends, it is given back as it was. */
#include "browser.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>

/* Milliseconds: an end that is at once; the time after which a screen is drawn to its
 * end, before which curses ignores a stop. */
enum { SOON = 2000, DRAWN = 100 };

/* A line of the shell in which $ANNALS and $RECORD stand for theirs. */
static struct pty *shell(const char *line, const char *more_env)
{
    char program[4096], record[4096];
    snprintf(program, sizeof program, "ANNALS=%s", annals());
    snprintf(record, sizeof record, "RECORD=%s", RECORD);
    return pty_start(&(struct pty_program){
        .argv = (const char *[]){ "sh", "-c", line, NULL },
        .env = (const char *[]){ program, record, more_env, NULL },
        .cols = 120 });
}

static void it_takes_the_terminal_and_gives_it_back(void **state)
{
    (void)state;
    struct pty *pty = browse_timeline((struct browsing){ 0 });
    assert_true(pty_mode_was_on(pty, 1049));
    assert_string_not_equal(pty_modes(pty), "");
    assert_false(pty_is_sane(pty));
    pty_type(pty, "q");
    expect_exit(pty, 0);
    expect_terminal_restored(pty);
    expect_no_text(pty, "[timeline]");
    pty_free(pty);
}

static void q_capital_quits_from_anywhere(void **state)
{
    (void)state;
    struct pty *pty = browse_quotation((struct browsing){ 0 });
    pty_type(pty, "Q");
    expect_exit(pty, 0);
    expect_terminal_restored(pty);
    pty_free(pty);
}

static void the_shell_gets_its_screen_back(void **state)
{
    (void)state;
    struct pty *pty =
        shell("echo before; \"$ANNALS\" \"$RECORD\"; echo after $?; read x", NULL);
    expect_text(pty, "[timeline]");
    expect_no_text(pty, "before");
    pty_type(pty, "q");
    expect_text(pty, "after 0");
    expect_text(pty, "before");
    expect_no_text(pty, "[timeline]");
    pty_free(pty);
}

static void a_signal_ends_it_with_the_terminal_restored(void **state)
{
    (void)state;
    static const int signals[] = { SIGTERM, SIGHUP, SIGINT, SIGQUIT };
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
        struct pty *pty = browse_timeline((struct browsing){ 0 });
        int status = 0;
        pty_signal(pty, signals[i]);
        EXPECT(pty, pty_wait_exit(pty, SOON, &status));
        EXPECT(pty, WIFSIGNALED(status) ? WTERMSIG(status) == signals[i]
                                        : WEXITSTATUS(status) == 128 + signals[i]);
        expect_terminal_restored(pty);
        pty_free(pty);
    }
}

static void a_terminal_that_goes_away_ends_it_soon(void **state)
{
    (void)state;
    struct pty *pty = browse_quotation((struct browsing){ 0 });
    int status = 0;
    pty_hang_up(pty);
    assert_true(pty_wait_exit(pty, SOON, &status));
    pty_free(pty);
}

static void that_holds_where_the_hang_up_signal_is_ignored(void **state)
{
    (void)state;
    struct pty *pty = shell("trap '' HUP; exec \"$ANNALS\" \"$RECORD\"", NULL);
    int status = 0;
    expect_text(pty, "[timeline]");
    pty_hang_up(pty);
    assert_true(pty_wait_exit(pty, SOON, &status));
    pty_free(pty);
}

static void stopped_and_continued_it_draws_anew(void **state)
{
    (void)state;
    struct pty *pty = shell("set -m; \"$ANNALS\" \"$RECORD\"; echo stopped; read x; "
                            "fg >/dev/null; echo ended",
                            NULL);
    expect_text(pty, "[timeline] 1/3");
    pty_settle(pty, DRAWN);
    pty_type(pty, "\032");
    expect_text(pty, "stopped");
    EXPECT(pty, pty_modes(pty)[0] == '\0');
    pty_type(pty, "\r");
    expect_text(pty, "[timeline] 1/3");
    pty_type(pty, "G");
    expect_text(pty, "[timeline] 3/3");
    pty_type(pty, "q");
    expect_text(pty, "ended");
    EXPECT(pty, pty_modes(pty)[0] == '\0');
    pty_free(pty);
}

/* Where there is nothing to browse on, one line says what to do. */
static void without_a_terminal_one_line_says_so(void **state)
{
    (void)state;
    static const struct {
        const char *line, *says;
    } cases[] = {
        { "\"$ANNALS\" \"$RECORD\" </dev/null", "--dump" },
        { "\"$ANNALS\" \"$RECORD\" >/dev/null", "--dump" },
        { "TERM=no-such-terminal \"$ANNALS\" \"$RECORD\"", "no-such-terminal" },
        { "TERM=dumb \"$ANNALS\" \"$RECORD\"", "dumb" },
        { "TERM= \"$ANNALS\" \"$RECORD\"", "TERM" },
        { "unset TERM; \"$ANNALS\" \"$RECORD\"", "TERM" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct pty *pty = shell(cases[i].line, NULL);
        expect_exit(pty, 2);
        expect_text(pty, cases[i].says);
        expect_match(pty, "^annals: ");
        assert_string_equal(pty_row(pty, 1), "");
        assert_false(pty_mode_was_on(pty, 1049));
        expect_terminal_restored(pty);
        pty_free(pty);
    }
}

static void a_broken_record_is_told_on_the_plain_screen(void **state)
{
    (void)state;
    struct pty *pty = shell("\"$ANNALS\" /dev/null", NULL);
    expect_exit(pty, 1);
    expect_match(pty, "^/dev/null.*error: ");
    expect_terminal_restored(pty);
    pty_free(pty);
}

static void a_pipe_that_closes_is_no_error(void **state)
{
    (void)state;
    struct pty *pty = shell("\"$ANNALS\" --dump \"$RECORD\" | head -n 1", NULL);
    expect_exit(pty, 0);
    expect_text(pty, "The lamp at Söderskär");
    assert_string_equal(pty_row(pty, 1), "");
    pty_free(pty);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_takes_the_terminal_and_gives_it_back),
        cmocka_unit_test(q_capital_quits_from_anywhere),
        cmocka_unit_test(the_shell_gets_its_screen_back),
        cmocka_unit_test(a_signal_ends_it_with_the_terminal_restored),
        cmocka_unit_test(a_terminal_that_goes_away_ends_it_soon),
        cmocka_unit_test(that_holds_where_the_hang_up_signal_is_ignored),
        cmocka_unit_test(stopped_and_continued_it_draws_anew),
        cmocka_unit_test(without_a_terminal_one_line_says_so),
        cmocka_unit_test(a_broken_record_is_told_on_the_plain_screen),
        cmocka_unit_test(a_pipe_that_closes_is_no_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
