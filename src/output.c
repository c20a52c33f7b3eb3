#include "output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "text/clean.h"
#include "text/utf8.h"

void output_open_closed(void)
{
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) < 0)
            (void)!open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

static bool write_all(int fd, struct str text)
{
    while (text.len) {
        ssize_t written = write(fd, text.ptr, text.len);
        if (written < 0 && errno != EINTR)
            return false;
        if (written > 0)
            text = str_from(text, (size_t)written);
    }
    return true;
}

bool output_write(struct str text)
{
    if (write_all(STDOUT_FILENO, text))
        return true;
    if (errno != EPIPE)
        output_complain("standard output: %s", strerror(errno));
    return false;
}

void output_error(struct str text)
{
    (void)write_all(STDERR_FILENO, text);
}

void output_complain(const char *format, ...)
{
    struct arena arena = { 0 };
    va_list args;
    va_start(args, format);
    struct str text = arena_vprintf(&arena, format, args);
    va_end(args);
    text = text_clean_line(&arena, utf8_repair(&arena, text), NULL);
    output_error(arena_printf(&arena, "annals: %.*s\n", STR_ARG(text)));
    arena_free(&arena);
}

size_t output_width(void)
{
    struct winsize size;
    if (!isatty(STDOUT_FILENO) || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size))
        return 0;
    return size.ws_col;
}

bool output_is_colorful(void)
{
    struct str off = str_of(getenv("NO_COLOR")), term = str_of(getenv("TERM"));
    return isatty(STDOUT_FILENO) && !off.len && term.len &&
           !str_equal(term, STR("dumb"));
}
