/*
 * shot: plays a script to annals and draws the screen it ends on.
 *
 *   shot ANNALS SCRIPT >PICTURE.svg
 *
 * A script is a file of lines, each a word and the rest of the line:
 *
 *   title TEXT        of the window, and of the picture
 *   size COLS ROWS    of the terminal
 *   run ARGUMENT...   starts annals, with these arguments
 *   wait TEXT         until the screen shows it
 *   type KEYS         with \e for Esc, \r for Enter, \\ for \
 *
 * Lines that begin with # and empty ones are for the reader. A text that doesn't
 * come ends it with the screen as it is and exit status 1.
 */
#include "pty.h"
#include "svg.h"

#include <stdlib.h>
#include <string.h>

enum { ARGUMENTS_MAX = 32, QUIET = 100 };

struct shot {
    const char *annals;
    struct pty *pty;
    char title[128];
    int rows, cols;
};

static bool set_title(struct shot *shot, char *text)
{
    snprintf(shot->title, sizeof shot->title, "%s", text);
    return true;
}

static bool set_size(struct shot *shot, char *text)
{
    char *rest = text;
    shot->cols = (int)strtol(rest, &rest, 10);
    shot->rows = (int)strtol(rest, &rest, 10);
    return shot->cols > 0 && shot->rows > 0 && !*rest;
}

static bool start(struct shot *shot, char *text)
{
    const char *argv[ARGUMENTS_MAX + 2] = { shot->annals };
    size_t count = 1;
    for (char *word = strtok(text, " "); word; word = strtok(NULL, " "))
        if (count <= ARGUMENTS_MAX)
            argv[count++] = word;
    if (shot->pty)
        return false;
    shot->pty = pty_start(
        &(struct pty_program){ .argv = argv, .rows = shot->rows, .cols = shot->cols });
    return true;
}

static bool wait_for(struct shot *shot, char *text)
{
    if (!shot->pty || !pty_wait_text(shot->pty, text))
        return false;
    pty_settle(shot->pty, QUIET);
    return true;
}

static bool type(struct shot *shot, char *text)
{
    char *to = text;
    for (const char *from = text; *from; from++) {
        bool escape = *from == '\\' && from[1];
        char c = escape ? *++from : *from;
        *to++ = !escape ? c : c == 'e' ? '\033' : c == 'r' ? '\r' : c;
    }
    *to = '\0';
    if (!shot->pty)
        return false;
    pty_type(shot->pty, text);
    return true;
}

static const struct {
    const char *word;
    bool (*act)(struct shot *shot, char *text);
} actions[] = {
    { "title", set_title }, { "size", set_size }, { "run", start },
    { "wait", wait_for },   { "type", type },
};

static bool play_line(struct shot *shot, char *line)
{
    line[strcspn(line, "\n")] = '\0';
    if (!*line || *line == '#')
        return true;
    char *text = line + strcspn(line, " ");
    if (*text)
        *text++ = '\0';
    for (size_t i = 0; i < sizeof actions / sizeof *actions; i++)
        if (strcmp(actions[i].word, line) == 0)
            return actions[i].act(shot, text);
    return false;
}

static bool play(struct shot *shot, FILE *script, const char *path)
{
    char line[512];
    for (int number = 1; fgets(line, sizeof line, script); number++) {
        char shown[sizeof line];
        memcpy(shown, line, sizeof line);
        if (!play_line(shot, line)) {
            fprintf(stderr, "%s:%d: did not work: %s", path, number, shown);
            return false;
        }
    }
    return shot->pty != NULL;
}

int main(int argc, char **argv)
{
    FILE *script = argc == 3 ? fopen(argv[2], "r") : NULL;
    if (!script) {
        fputs("usage: shot ANNALS SCRIPT >PICTURE.svg\n", stderr);
        return 2;
    }
    struct shot shot = { .annals = argv[1] };
    bool played = play(&shot, script, argv[2]);
    fclose(script);
    if (played)
        svg_write(stdout, shot.pty, shot.title);
    else if (shot.pty)
        fputs(pty_screen(shot.pty), stderr);
    if (shot.pty)
        pty_free(shot.pty);
    return played ? 0 : 1;
}
