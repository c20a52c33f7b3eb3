/*
 * Signals only write their number into a pipe, which is polled with the keyboard.
 * Those by which a program crashes are another matter: they write the bytes that
 * restore the terminal, which were made ready before, and put its modes back, calling
 * nothing but what POSIX lets a handler call.
 */
#include "tui/term.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <term.h>

#include "text/utf8.h"
#include "tui/clipboard.h"

enum { READ_SIZE = 4096, RESTORE_SIZE = 256 };

static struct {
    bool entered, color;
    bool modern, mouse; /* knows the private modes; is to report the mouse */
    const struct style_look *looks;
    SCREEN *screen;
    struct termios before;      /* its modes when it was taken over */
    char restore[RESTORE_SIZE]; /* bytes that undo what was sent */
    size_t restore_len;
    int pipe[2];
    int signal;
    struct decoder decoder;
    unsigned char bytes[READ_SIZE];
    size_t at, len;
} term = { .pipe = { -1, -1 } };

/* Paste in brackets, and the mouse, for terminals that say they have one: these know
 * the private modes; others might print them. */
static const char paste_on[] = "\033[?2004h", paste_off[] = "\033[?2004l";
static const char mouse_on[] = "\033[?1000h\033[?1006h",
                  mouse_off[] = "\033[?1006l\033[?1000l";

static void send_bytes(const char *bytes, size_t len)
{
    while (len > 0) {
        ssize_t sent = write(STDOUT_FILENO, bytes, len);
        if (sent < 0 && errno != EINTR)
            return;
        if (sent > 0) {
            bytes += sent;
            len -= (size_t)sent;
        }
    }
}

static void send_text(const char *text)
{
    send_bytes(text, strlen(text));
}

/* Signals. */

static void note_signal(int number)
{
    int saved = errno;
    unsigned char byte = (unsigned char)number;
    if (write(term.pipe[1], &byte, 1) < 0) {
        /* a full pipe wakes the reader all the same */
    }
    errno = saved;
}

static void restore_and_crash(int number)
{
    send_bytes(term.restore, term.restore_len);
    tcsetattr(STDIN_FILENO, TCSANOW, &term.before);
    raise(number); /* SA_RESETHAND: to its default by now */
}

static const int noted_signals[] = { SIGWINCH, SIGTERM, SIGHUP, SIGINT,
                                     SIGQUIT,  SIGTSTP, SIGCONT };
static const int crash_signals[] = { SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL };

static void handle(const int *numbers, size_t count, void (*handler)(int), int flags)
{
    struct sigaction action = { .sa_handler = handler, .sa_flags = flags };
    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < count; i++)
        sigaction(numbers[i], &action, NULL);
}

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

/* A stack of its own, or an overflow of the stack could not be handled. */
static void give_signal_stack(void)
{
    static char stack[64 * 1024];
    stack_t alternate = { .ss_sp = stack, .ss_size = sizeof(stack) };
    sigaltstack(&alternate, NULL);
}

static void take_signals(void)
{
    give_signal_stack();
    handle(noted_signals, COUNT(noted_signals), note_signal, SA_RESTART);
    handle(crash_signals, COUNT(crash_signals), restore_and_crash,
           (int)(SA_RESETHAND | SA_ONSTACK | SA_NODEFER));
}

static void give_signals_back(void)
{
    handle(noted_signals, COUNT(noted_signals), SIG_DFL, 0);
    handle(crash_signals, COUNT(crash_signals), SIG_DFL, 0);
}

static bool open_pipe(void)
{
    return term.pipe[0] >= 0 || pipe2(term.pipe, O_CLOEXEC | O_NONBLOCK) == 0;
}

/* Colours. Pair N + 1 is style N. */

static void set_pairs(void)
{
    start_color();
    use_default_colors();
    for (int i = 0; i < STYLE_COUNT; i++) {
        const struct style_look *look = &term.looks[i];
        bool many = COLORS >= 256;
        init_pair((short)(i + 1), many ? look->of_256 : look->of_8,
                  many ? look->on_256 : look->on_8);
    }
}

static attr_t attributes_of(enum style style)
{
    const struct style_look *look = &term.looks[style];
    unsigned wanted = look->attributes | (term.color ? 0u : look->plain);
    attr_t attributes = A_NORMAL;
    if (wanted & STYLE_BOLD)
        attributes |= A_BOLD;
    if (wanted & STYLE_UNDERLINE)
        attributes |= A_UNDERLINE;
    if (wanted & STYLE_REVERSE)
        attributes |= A_REVERSE;
    return attributes;
}

/* Entering and leaving. */

static char *capability(const char *name)
{
    char *value = tigetstr((char *)(size_t)name);
    return value && value != (char *)-1 ? value : NULL;
}

static void add_restore(const char *bytes)
{
    size_t len = bytes ? strlen(bytes) : 0;
    if (len > sizeof(term.restore) - term.restore_len)
        return;
    memcpy(term.restore + term.restore_len, bytes ? bytes : "", len);
    term.restore_len += len;
}

static void prepare_modes(bool mouse)
{
    term.modern = capability("kmous") != NULL;
    term.mouse = mouse;
    term.restore_len = 0;
    add_restore(term.modern ? mouse_off : "");
    add_restore(term.modern ? paste_off : "");
    add_restore(capability("sgr0"));
    add_restore(capability("cnorm"));
    add_restore(capability("rmcup"));
}

static void start_modes(void)
{
    if (term.modern)
        send_text(paste_on);
    if (term.modern && term.mouse)
        send_text(mouse_on);
}

static void stop_modes(void)
{
    if (term.modern && term.mouse)
        send_text(mouse_off);
    if (term.modern)
        send_text(paste_off);
}

static const char *check_terminal(void)
{
    static char reason[160];
    const char *name = getenv("TERM");
    int error = 0;
    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
        return "not on a terminal; --dump prints the timeline";
    if (setupterm(NULL, STDOUT_FILENO, &error) != OK)
        snprintf(reason, sizeof(reason),
                 "the terminal type TERM=%.40s is not known here; try TERM=xterm, or "
                 "--dump prints the timeline",
                 name ? name : "");
    else if (!capability("cup"))
        snprintf(
            reason, sizeof(reason),
            "a terminal of the type TERM=%.40s can't move its cursor; --dump prints "
            "the timeline",
            name ? name : "");
    else
        return NULL;
    return reason;
}

static const char *start_curses(void)
{
    del_curterm(cur_term); /* the probe's; newterm makes its own */
    term.screen = newterm(NULL, stdout, stdin);
    if (!term.screen)
        return "curses can't use this terminal; --dump prints the timeline";
    cbreak();
    noecho();
    nonl();
    scrollok(stdscr, FALSE);
    leaveok(stdscr, FALSE);
    return NULL;
}

const char *term_enter(const struct term_options *options)
{
    const char *reason = check_terminal();
    if (reason)
        return reason;
    if (!open_pipe() || tcgetattr(STDIN_FILENO, &term.before) != 0)
        return strerror(errno);
    prepare_modes(options->mouse);
    if ((reason = start_curses()))
        return reason;
    term.looks = options->looks;
    term.color = options->color && has_colors();
    if (term.color)
        set_pairs();
    term.entered = true;
    take_signals();
    start_modes();
    return NULL;
}

void term_leave(void)
{
    if (!term.entered)
        return;
    term.entered = false;
    stop_modes();
    endwin();
    delscreen(term.screen);
    decoder_free(&term.decoder);
    give_signals_back();
}

void term_lend(void)
{
    stop_modes();
    endwin();
}

void term_reclaim(void)
{
    refresh();
    start_modes();
    term_forget();
}

void term_set_mouse(bool on)
{
    if (on == term.mouse)
        return;
    term.mouse = on;
    if (term.modern)
        send_text(on ? mouse_on : mouse_off);
}

bool term_copy(struct str text)
{
    struct buf sequence = { 0 };
    if (!term.modern)
        return false;
    clipboard_sequence(&sequence, text);
    send_bytes(sequence.ptr, sequence.len);
    buf_free(&sequence);
    return true;
}

void term_size(int *rows, int *cols)
{
    struct winsize size;
    *rows = LINES;
    *cols = COLS;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 &&
        size.ws_col > 0) {
        *rows = size.ws_row;
        *cols = size.ws_col;
    }
}

/* Showing. */

static void show_cell(const struct cell *cell, int row, int col)
{
    wchar_t wide[CCHARW_MAX + 1] = { 0 };
    struct str bytes = { cell->bytes, cell->len };
    size_t offset = 0, len = 0;
    while (offset < bytes.len && len < CCHARW_MAX)
        wide[len++] = (wchar_t)utf8_next(bytes, &offset);
    cchar_t drawn;
    short pair = term.color ? (short)(cell->style + 1) : 0;
    setcchar(&drawn, wide, attributes_of(cell->style), pair, NULL);
    mvadd_wch(row, col, &drawn);
}

void term_show(const struct canvas *canvas)
{
    if (LINES != canvas->rows || COLS != canvas->cols)
        resizeterm(canvas->rows, canvas->cols);
    for (int row = 0; row < canvas->rows; row++)
        for (int col = 0; col < canvas->cols; col++) {
            const struct cell *cell = canvas_at(canvas, row, col);
            if (cell->cells > 0)
                show_cell(cell, row, col);
        }
    curs_set(canvas->cursor_row >= 0);
    if (canvas->cursor_row >= 0)
        move(canvas->cursor_row, canvas->cursor_col);
    refresh();
}

void term_forget(void)
{
    redrawwin(stdscr);
}

/* Waiting. */

/* Gives the terminal back, stops, and takes it again when told to go on. */
static void stop(void)
{
    static const int tstp[] = { SIGTSTP };
    term_lend();
    handle(tstp, 1, SIG_DFL, 0);
    raise(SIGTSTP);
    handle(tstp, 1, note_signal, SA_RESTART);
    term_reclaim();
}

static bool take_signal(enum term_event *event)
{
    unsigned char number;
    if (read(term.pipe[0], &number, 1) != 1)
        return false;
    *event = TERM_RESIZE;
    switch (number) {
    case SIGWINCH:
        break;
    case SIGTSTP:
        stop();
        break;
    case SIGCONT:
        start_modes();
        term_forget();
        break;
    default:
        term.signal = number;
        *event = TERM_KILLED;
    }
    return true;
}

static bool decode(struct input *input)
{
    while (term.at < term.len)
        if (decoder_feed(&term.decoder, term.bytes[term.at++], input))
            return true;
    return false;
}

static bool fill(void)
{
    ssize_t got = read(STDIN_FILENO, term.bytes, sizeof(term.bytes));
    if (got < 0 && (errno == EINTR || errno == EAGAIN))
        return true;
    term.at = 0;
    term.len = got > 0 ? (size_t)got : 0;
    return got > 0;
}

/* What poll is asked about. */
enum { POLL_KEYS, POLL_SIGNALS, POLL_WATCHED, POLL_COUNT };

/* What of it has come, where SIGNALS have been looked at; false for nothing to tell. */
static bool take_ready(const struct pollfd polled[POLL_COUNT], enum term_event *event)
{
    int keys = polled[POLL_KEYS].revents;
    bool gone = keys & (POLLERR | POLLNVAL) || (keys & (POLLIN | POLLHUP) && !fill());
    *event = gone ? TERM_GONE : TERM_WATCHED;
    return gone || (!keys && polled[POLL_WATCHED].revents & POLLIN);
}

enum term_event term_wait(struct input *input, int watched, int patience)
{
    enum term_event event;
    for (;;) {
        bool came = term.at < term.len;
        if (decode(input))
            return TERM_INPUT;
        if (came)
            return TERM_NOTHING;
        struct pollfd polled[POLL_COUNT] = {
            [POLL_KEYS] = { .fd = STDIN_FILENO, .events = POLLIN },
            [POLL_SIGNALS] = { .fd = term.pipe[0], .events = POLLIN },
            [POLL_WATCHED] = { .fd = watched, .events = POLLIN },
        };
        bool begun = decoder_waits(&term.decoder);
        int ready = poll(polled, POLL_COUNT, begun ? DECODER_PATIENCE : patience);
        if (ready < 0 && errno != EINTR)
            return TERM_GONE;
        if (take_signal(&event))
            return event;
        if (ready == 0 && begun && decoder_pause(&term.decoder, input))
            return TERM_INPUT;
        if (ready == 0 && !begun)
            return TERM_TIME;
        if (ready > 0 && take_ready(polled, &event))
            return event;
    }
}

bool term_has_more(void)
{
    struct pollfd polled = { .fd = STDIN_FILENO, .events = POLLIN };
    return term.at < term.len || (poll(&polled, 1, 0) > 0 && polled.revents & POLLIN);
}

int term_signal(void)
{
    return term.signal;
}
