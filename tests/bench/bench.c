/*
 * bench: what annals takes, beside what could not be done faster.
 *
 *   bench ANNALS BASELINE DOSSIER
 *
 * Each command runs RUNS times with its output thrown away; the best wall time
 * counts, since what disturbs a run only makes it longer. Times are milliseconds
 * and multiples of the baseline's; memory is the largest resident set.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { RUNS = 5, ARGUMENTS = 4 };

struct cost {
    double milliseconds;
    long kilobytes;
};

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static _Noreturn void execute(char *const *argv)
{
    int null = open("/dev/null", O_WRONLY);
    dup2(null, STDOUT_FILENO);
    execv(argv[0], argv);
    perror(argv[0]);
    _exit(127);
}

static struct cost run(char *const *argv)
{
    struct rusage usage;
    int status = 0;
    double start = now();
    pid_t child = fork();
    if (child == 0)
        execute(argv);
    if (wait4(child, &status, 0, &usage) != child || status != 0) {
        fprintf(stderr, "bench: %s failed\n", argv[0]);
        exit(1);
    }
    return (struct cost){ .milliseconds = now() - start, .kilobytes = usage.ru_maxrss };
}

static struct cost best(char *const *argv)
{
    struct cost best = run(argv);
    for (int i = 1; i < RUNS; i++) {
        struct cost next = run(argv);
        if (next.milliseconds < best.milliseconds)
            best = next;
    }
    return best;
}

int main(int argc, char **argv)
{
    if (argc != 4) {
        fputs("usage: bench ANNALS BASELINE DOSSIER\n", stderr);
        return 2;
    }
    char *annals = argv[1], file[4096];
    snprintf(file, sizeof file, "%s/events.yaml", argv[3]);
    const struct {
        const char *what;
        char *argv[ARGUMENTS + 1];
    } rows[] = {
        { "libyaml alone (baseline)", { argv[2], argv[3] } },
        { "load, show nothing", { annals, "--dump", "--filter=no-such-word", file } },
        { "--check", { annals, "--check", file } },
        { "--dump", { annals, "--dump", file } },
        { "--export=json", { annals, "--export=json", file } },
    };
    double baseline = 0;
    printf("%-26s %9s %9s %9s\n", "", "ms", "times", "MB");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct cost cost = best(rows[i].argv);
        baseline = baseline > 0 ? baseline : cost.milliseconds;
        printf("%-26s %9.1f %9.2f %9.1f\n", rows[i].what, cost.milliseconds,
               cost.milliseconds / baseline, (double)cost.kilobytes / 1024);
    }
    return 0;
}
