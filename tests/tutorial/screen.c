/*
 * screen: plays keys to the annals in PATH and prints the screen it ends on.
 *
 *   screen COLS ROWS [OPTION] [TEXT KEYS]... TEXT
 *
 * The option, which begins with "--", is for annals. The keys are typed once the screen
 * shows the text before them; "\r" is Enter. A text that doesn't come ends it with the
 * screen as it is and exit status 1.
 */
#include "pty.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { QUIET = 100 };

static void type(struct pty *pty, char *keys)
{
    for (char *from = keys; (from = strstr(from, "\\r")) != NULL; from++) {
        *from = '\r';
        memmove(from + 1, from + 2, strlen(from + 2) + 1);
    }
    pty_type(pty, keys);
}

static bool play(struct pty *pty, char **words)
{
    for (; *words; words += 2) {
        if (!pty_wait_text(pty, words[0]))
            return false;
        pty_settle(pty, QUIET);
        if (!words[1])
            return true;
        type(pty, words[1]);
    }
    return false;
}

/* One for each run of blank rows, as man(1) prints those of a page. */
static void print_screen(struct pty *pty)
{
    bool blank = false;
    for (int row = 0; row < pty_rows(pty); row++) {
        const char *text = pty_row(pty, row);
        if (*text || !blank)
            puts(text);
        blank = !*text;
    }
}

static int usage(void)
{
    fputs("usage: screen COLS ROWS [OPTION] [TEXT KEYS]... TEXT\n", stderr);
    return 2;
}

int main(int argc, char **argv)
{
    if (argc < 4)
        return usage();
    char **words = argv + 3;
    int cols = atoi(argv[1]), rows = atoi(argv[2]);
    const char *option = strncmp(*words, "--", 2) == 0 ? *words++ : NULL;
    if (cols <= 0 || rows <= 0 || !*words)
        return usage();
    struct pty *pty = pty_start(&(struct pty_program){
        .argv = (const char *const[]){ "annals", option, NULL },
        .cols = cols,
        .rows = rows,
    });
    bool played = play(pty, words);
    print_screen(pty);
    pty_free(pty);
    return played ? 0 : 1;
}
