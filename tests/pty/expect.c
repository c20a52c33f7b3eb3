#include "expect.h"

#include <stdio.h>
#include <sys/wait.h>

void expect_at(struct pty *pty, bool held, const char *what, const char *file, int line)
{
    if (held)
        return;
    print_error("did not hold: %s\nmodes: %s; line discipline %s\nthe screen:\n", what,
                pty_modes(pty), pty_is_sane(pty) ? "sane" : "changed");
    int rows = pty_rows(pty);
    for (int row = 0; row < rows; row++)
        print_error("%3d|%s\n", row, pty_row(pty, row));
    _fail(file, line);
}

bool expect_ended_with(struct pty *pty, int code, int deadline)
{
    int status = 0;
    if (!pty_wait_exit(pty, deadline, &status)) {
        print_error("it still runs\n");
        return false;
    }
    if (WIFEXITED(status) && WEXITSTATUS(status) == code)
        return true;
    print_error(WIFEXITED(status) ? "it ended with %d\n" : "it ended by signal %d\n",
                WIFEXITED(status) ? WEXITSTATUS(status) : WTERMSIG(status));
    return false;
}

struct pty *pty_start_shell(const char *line, int rows, int cols)
{
    return pty_start(
        &(struct pty_program){ .argv = (const char *[]){ "sh", "-c", line, NULL },
                               .rows = rows,
                               .cols = cols });
}
