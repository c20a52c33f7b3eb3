/* The harness itself, on programs that every system has. */
#include "expect.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>

static bool is_reverse(const struct pty_cell *cell)
{
    return cell->reverse;
}

static void what_is_printed_is_on_the_screen(void **state)
{
    (void)state;
    struct pty *pty = pty_start_shell("printf 'first\\r\\n  second'", 5, 20);
    expect_text(pty, "second");
    assert_string_equal(pty_row(pty, 0), "first");
    assert_string_equal(pty_row(pty, 1), "  second");
    assert_string_equal(pty_screen(pty), "first\n  second\n\n\n\n");
    expect_match(pty, "^ +s.cond$");
    pty_free(pty);
}

static void attributes_are_told_by_cell(void **state)
{
    (void)state;
    struct pty *pty = pty_start_shell(
        "printf '\\033[1ma\\033[0;7mb b\\033[0;4;38;2;1;2;3mc\\033[0m'", 5, 20);
    expect_text(pty, "ab bc");
    assert_true(pty_cell(pty, 0, 0).bold);
    assert_false(pty_cell(pty, 0, 0).reverse);
    assert_true(pty_cell(pty, 0, 1).reverse);
    assert_true(pty_cell(pty, 0, 4).underline);
    assert_false(pty_cell(pty, 0, 4).foreground.is_default);
    assert_int_equal(pty_cell(pty, 0, 4).foreground.blue, 3);
    assert_true(pty_cell(pty, 0, 4).background.is_default);
    assert_true(pty_cell(pty, 0, 5).foreground.is_default);
    assert_string_equal(pty_text_where(pty, is_reverse), "b b");
    pty_free(pty);
}

static void wide_characters_take_two_cells(void **state)
{
    (void)state;
    struct pty *pty = pty_start_shell("printf '\\346\\227\\245e\\314\\201x'", 5, 20);
    int row = -1, col = -1;
    expect_text(pty, "x");
    assert_true(pty_find(pty, "x", &row, &col));
    assert_int_equal(row, 0);
    assert_int_equal(col, 3);
    assert_int_equal(pty_cell(pty, 0, 0).width, 2);
    assert_int_equal(pty_cell(pty, 0, 1).width, 0);
    assert_string_equal(pty_cell(pty, 0, 2).text, "e\314\201");
    pty_free(pty);
}

static void keys_reach_the_program_and_its_end_is_told(void **state)
{
    (void)state;
    struct pty *pty = pty_start_shell("read word; echo got $word; exit 7", 0, 0);
    pty_type(pty, "sense\r");
    expect_text(pty, "got sense");
    expect_exit(pty, 7);
    pty_free(pty);
}

static void a_resize_is_seen_by_the_program(void **state)
{
    (void)state;
    struct pty *pty = pty_start_shell("while read x; do stty size; done", 24, 80);
    pty_type(pty, "\r");
    expect_text(pty, "24 80");
    pty_resize(pty, 200, 500);
    pty_type(pty, "\r");
    expect_text(pty, "200 500");
    assert_int_equal(pty_rows(pty), 200);
    assert_int_equal(pty_cols(pty), 500);
    pty_free(pty);
}

static void what_never_comes_is_told_when_the_program_has_ended(void **state)
{
    (void)state;
    struct pty *pty = pty_start_shell("echo no", 0, 0);
    assert_false(pty_wait_text(pty, "yes"));
    assert_false(pty_wait_match(pty, "^y"));
    assert_true(pty_wait_no_text(pty, "yes"));
    pty_free(pty);
}

static void modes_that_are_left_behind_are_told(void **state)
{
    (void)state;
    struct pty *pty = pty_start_shell("printf '\\033[?1049h\\033[?1000;1006h\\033[?25l"
                                      "\\033[?2004h\\033[?2004l\\033[?12l'; stty -echo",
                                      0, 0);
    expect_exit(pty, 0);
    assert_string_equal(pty_modes(pty), "?1049 on, ?1000 on, ?1006 on, ?25 off");
    assert_true(pty_mode_was_on(pty, 2004));
    assert_false(pty_mode_was_on(pty, 1004));
    assert_false(pty_is_sane(pty));
    pty_free(pty);
}

static void a_terminal_left_as_it_was_is_sane(void **state)
{
    (void)state;
    struct pty *pty = pty_start_shell("saved=$(stty -g); stty raw -echo; "
                                      "printf '\\033[?1049h\\033[?1049l'; stty $saved",
                                      0, 0);
    expect_exit(pty, 0);
    expect_terminal_restored(pty);
    assert_true(pty_mode_was_on(pty, 1049));
    pty_free(pty);
}

static void the_alternate_screen_gives_back_the_first(void **state)
{
    (void)state;
    struct pty *pty =
        pty_start_shell("printf 'shell\\033[?1049h\\033[2J\\033[Hfull'; read x; "
                        "printf '\\033[?1049l'; read x",
                        0, 0);
    expect_text(pty, "full");
    expect_no_text(pty, "shell");
    pty_type(pty, "\r");
    expect_text(pty, "shell");
    expect_no_text(pty, "full");
    pty_free(pty);
}

static void questions_to_the_terminal_are_answered(void **state)
{
    (void)state;
    struct pty *pty =
        pty_start_shell("stty raw -echo; printf '\\033[2;3H\\033[6n'; "
                        "dd bs=1 count=6 2>/dev/null | od -An -c; stty sane",
                        0, 0);
    expect_match(pty, "033 +\\[ +2 +; +3 +R");
    pty_free(pty);
}

static void signals_and_hang_up_end_it(void **state)
{
    (void)state;
    int status = 0;
    struct pty *pty = pty_start_shell("echo up; exec cat", 0, 0);
    expect_text(pty, "up");
    pty_signal(pty, SIGTERM);
    assert_true(pty_wait_exit(pty, PTY_DEADLINE, &status));
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGTERM);
    pty_free(pty);

    pty = pty_start_shell("echo up; exec cat", 0, 0);
    expect_text(pty, "up");
    pty_hang_up(pty);
    assert_true(pty_wait_exit(pty, PTY_DEADLINE, &status));
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGHUP);
    pty_free(pty);
}

static void bytes_sent_are_counted(void **state)
{
    (void)state;
    struct pty *pty = pty_start_shell("printf 12345; read x; printf 678", 0, 0);
    expect_text(pty, "12345");
    assert_int_equal(pty_bytes(pty), 5);
    pty_free(pty);
}

static void the_environment_is_the_same_everywhere(void **state)
{
    (void)state;
    struct pty *pty = pty_start(&(struct pty_program){
        .argv = (const char *[]){ "sh", "-c", "echo \"$TERM $LC_ALL ${HOME-none} $A\"",
                                  NULL },
        .env = (const char *[]){ "A=b", "HOME", NULL },
    });
    expect_text(pty, "xterm-256color C.UTF-8 none b");
    pty_free(pty);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_printed_is_on_the_screen),
        cmocka_unit_test(attributes_are_told_by_cell),
        cmocka_unit_test(wide_characters_take_two_cells),
        cmocka_unit_test(keys_reach_the_program_and_its_end_is_told),
        cmocka_unit_test(a_resize_is_seen_by_the_program),
        cmocka_unit_test(what_never_comes_is_told_when_the_program_has_ended),
        cmocka_unit_test(modes_that_are_left_behind_are_told),
        cmocka_unit_test(a_terminal_left_as_it_was_is_sane),
        cmocka_unit_test(the_alternate_screen_gives_back_the_first),
        cmocka_unit_test(questions_to_the_terminal_are_answered),
        cmocka_unit_test(signals_and_hang_up_end_it),
        cmocka_unit_test(bytes_sent_are_counted),
        cmocka_unit_test(the_environment_is_the_same_everywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
