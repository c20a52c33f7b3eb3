/*
 * Whether exec succeeded is told through a pipe that closes with it: a program that
 * is not there is known from one that failed.
 */
#include "tui/spawn.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/buf.h"

/* Words. */

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n';
}

/* Appends what stands between LINE's quote at *OFFSET and its like. */
static bool take_quoted(struct buf *word, struct str line, size_t *offset)
{
    char quote = line.ptr[(*offset)++];
    for (; *offset < line.len && line.ptr[*offset] != quote; ++*offset) {
        bool escapes = quote == '"' && line.ptr[*offset] == '\\' &&
                       *offset + 1 < line.len && strchr("\"\\", line.ptr[*offset + 1]);
        *offset += escapes;
        buf_add_char(word, line.ptr[*offset]);
    }
    return (*offset)++ < line.len;
}

static bool take_word(struct buf *word, struct str line, size_t *offset)
{
    bool whole = true;
    while (whole && *offset < line.len && !is_blank(line.ptr[*offset])) {
        char c = line.ptr[*offset];
        if (c == '\'' || c == '"') {
            whole = take_quoted(word, line, offset);
            continue;
        }
        *offset += c == '\\' && *offset + 1 < line.len;
        buf_add_char(word, line.ptr[(*offset)++]);
    }
    return whole;
}

void spawn_add(struct arena *arena, word_list *words, struct str word)
{
    vec_push(arena, words, (char *)(size_t)arena_str(arena, word).ptr);
}

bool spawn_split(struct arena *arena, word_list *words, struct str line)
{
    struct buf word = { 0 };
    bool whole = true;
    for (size_t offset = 0; whole;) {
        while (offset < line.len && is_blank(line.ptr[offset]))
            offset++;
        if (offset == line.len)
            break;
        buf_clear(&word);
        whole = take_word(&word, line, &offset);
        if (whole)
            spawn_add(arena, words, buf_str(&word));
    }
    buf_free(&word);
    return whole;
}

/* Processes. */

static char **terminated(struct arena *arena, const word_list *words)
{
    char **argv = arena_array(arena, words->len + 1, sizeof(*argv));
    memcpy(argv, words->at, words->len * sizeof(*argv));
    return argv;
}

/* In the child: what this program changed for itself is as it was. */
static _Noreturn void execute(char **argv, int report)
{
    static const int changed[] = { SIGINT, SIGQUIT, SIGTSTP, SIGPIPE };
    for (size_t i = 0; i < sizeof(changed) / sizeof(*changed); i++)
        signal(changed[i], SIG_DFL);
    execvp(argv[0], argv);
    int error = errno;
    (void)!write(report, &error, sizeof(error));
    _exit(127);
}

/* What exec failed for, which the child reports; 0 where it did not. */
static int take_report(int report)
{
    int error = 0;
    ssize_t got;
    do
        got = read(report, &error, sizeof(error));
    while (got < 0 && errno == EINTR);
    return got == (ssize_t)sizeof(error) ? error : 0;
}

/* The keyboard's signals go to all that run on the terminal; these are the child's
 * affair meanwhile. */
static void take_signals(struct sigaction before[3], bool take)
{
    static const int keyboard[3] = { SIGINT, SIGQUIT, SIGTSTP };
    struct sigaction ignore = { .sa_handler = SIG_IGN };
    sigemptyset(&ignore.sa_mask);
    for (size_t i = 0; i < 3; i++)
        sigaction(keyboard[i], take ? &ignore : &before[i], take ? &before[i] : NULL);
}

/* Where the child stops, this program stops too, for a shell to take over; told to
 * go on it takes the child along. */
static int wait_for(pid_t child)
{
    int status = 0;
    for (;;) {
        pid_t got = waitpid(child, &status, WUNTRACED);
        if (got == child && !WIFSTOPPED(status))
            return status;
        if (got < 0 && errno != EINTR)
            return -1;
        if (got == child) {
            raise(SIGSTOP);
            kill(child, SIGCONT);
        }
    }
}

/* A child that goes on with RUN, or -1. *ERROR says why its program does not run, and
 * is 0 where it does. */
static pid_t start(char **argv, void (*run)(char **argv, int report), int *error)
{
    int report[2];
    *error = 0;
    if (pipe2(report, O_CLOEXEC) != 0) {
        *error = errno;
        return -1;
    }
    pid_t child = fork();
    if (child == 0)
        run(argv, report[1]);
    *error = child < 0 ? errno : 0;
    close(report[1]);
    if (child > 0)
        *error = take_report(report[0]);
    close(report[0]);
    return child;
}

int spawn_wait(struct arena *arena, const word_list *words)
{
    struct sigaction before[3];
    int error;
    take_signals(before, true);
    pid_t child = start(terminated(arena, words), execute, &error);
    int status = child > 0 ? wait_for(child) : -1;
    take_signals(before, false);
    errno = error;
    return error ? -1 : status;
}

/* In a child of a child, so that nobody has to wait for it. */
static _Noreturn void execute_detached(char **argv, int report)
{
    int nowhere = open("/dev/null", O_RDWR);
    setsid();
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO && nowhere >= 0; fd++)
        dup2(nowhere, fd);
    if (fork() == 0)
        execute(argv, report);
    _exit(0);
}

bool spawn_detached(struct arena *arena, const word_list *words)
{
    int error;
    pid_t child = start(terminated(arena, words), execute_detached, &error);
    if (child > 0)
        wait_for(child);
    errno = error;
    return error == 0;
}
