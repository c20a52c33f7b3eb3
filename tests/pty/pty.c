#include "pty.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <regex.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>
#include <vterm.h>

enum {
    TICK = 10, /* milliseconds between two looks at the program's state */
    MODES_MAX = 64,
};

/* A DEC private mode that the program has set or reset. */
struct mode {
    int number;
    bool on, was_on;
};

struct text {
    char *at;
    size_t len, cap;
};

struct pty {
    int master; /* -1 once hung up */
    pid_t child;
    bool ended;
    int status;
    struct termios termios; /* as before the start */
    VTerm *vterm;
    VTermScreen *screen;
    size_t bytes;
    struct mode modes[MODES_MAX];
    size_t mode_count;
    char escape[64]; /* the private sequence that is coming in, from "\033[?" */
    size_t escape_len;
    struct text sent; /* every byte but zeros */
    struct text text; /* what the last call returned */
};

static void die(const char *what)
{
    perror(what);
    exit(99);
}

static int64_t now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

static void text_add(struct text *text, const char *bytes, size_t len)
{
    if (text->len + len + 1 > text->cap) {
        text->cap = 2 * (text->len + len + 1);
        text->at = realloc(text->at, text->cap);
        if (!text->at)
            die("realloc");
    }
    memcpy(text->at + text->len, bytes, len);
    text->len += len;
    text->at[text->len] = '\0';
}

static void text_start(struct text *text)
{
    text->len = 0;
    text_add(text, "", 0);
}

static void set_environment(const char *const *env)
{
    static const char *const kept[] = { "PATH", "ASAN_OPTIONS", "LSAN_OPTIONS",
                                        "UBSAN_OPTIONS", "MALLOC_PERTURB_" };
    static const char *const basis[] = { "TERM=xterm-256color", "LC_ALL=C.UTF-8",
                                         "TZ=UTC", "HOME=/nonexistent" };
    char *values[sizeof kept / sizeof *kept];
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++) {
        const char *value = getenv(kept[i]);
        values[i] = value ? strdup(value) : NULL;
    }
    clearenv();
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
        if (values[i])
            setenv(kept[i], values[i], 1);
    /* putenv() keeps the string it is given, and unsets a name without "=". */
    for (size_t i = 0; i < sizeof basis / sizeof *basis; i++)
        putenv(strdup(basis[i]));
    for (; env && *env; env++)
        putenv(strdup(*env));
}

static struct winsize window(int rows, int cols)
{
    return (struct winsize){ .ws_row = (unsigned short)rows,
                             .ws_col = (unsigned short)cols };
}

/* What the test's own caller ignores or blocks, such as nohup, is not passed on. */
static void set_signals(void)
{
    static const int numbers[] = { SIGHUP,  SIGINT,  SIGQUIT, SIGPIPE,
                                   SIGTERM, SIGTSTP, SIGTTIN, SIGTTOU };
    sigset_t none;
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        signal(numbers[i], SIG_DFL);
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
}

/* In the child: the terminal becomes its controlling one and its three streams. */
static _Noreturn void run(const struct pty_program *program, const char *terminal)
{
    setsid();
    int slave = open(terminal, O_RDWR);
    if (slave < 0 || ioctl(slave, TIOCSCTTY, 0) < 0)
        die(terminal);
    for (int stream = 0; stream <= 2; stream++)
        dup2(slave, stream);
    if (slave > 2)
        close(slave);
    set_signals();
    set_environment(program->env);
    /* execvp() takes strings that it may not change, and does not change. */
    execvp(program->argv[0], (char *const *)(uintptr_t)program->argv);
    die(program->argv[0]);
    abort();
}

static void answer(const char *bytes, size_t len, void *user)
{
    struct pty *pty = user;
    if (pty->master >= 0 && write(pty->master, bytes, len) < 0 && errno != EIO)
        perror("answer to the program");
}

/* 0xRRGGBB: dark ground, the rest easy on the eye and well apart on it. */
static const uint32_t palette[16] = {
    0x2b303b, 0xe06c75, 0x98c379, 0xe5c07b, 0x6cb0f5, 0xc78ee6, 0x56b6c2, 0xc8ccd4,
    0x6b7385, 0xf08c94, 0xb5dc98, 0xf2d593, 0x93c7fa, 0xdbaef3, 0x7fd3dd, 0xffffff,
};

static VTermColor rgb(uint32_t value)
{
    VTermColor color;
    vterm_color_rgb(&color, (uint8_t)(value >> 16), (uint8_t)(value >> 8),
                    (uint8_t)value);
    return color;
}

static void set_palette(VTermState *state)
{
    VTermColor foreground = rgb(PTY_INK), background = rgb(PTY_GROUND);
    vterm_state_set_default_colors(state, &foreground, &background);
    for (int i = 0; i < 16; i++) {
        VTermColor color = rgb(palette[i]);
        vterm_state_set_palette_color(state, i, &color);
    }
}

static void attach_vterm(struct pty *pty, int rows, int cols)
{
    pty->vterm = vterm_new(rows, cols);
    vterm_set_utf8(pty->vterm, 1);
    vterm_output_set_callback(pty->vterm, answer, pty);
    set_palette(vterm_obtain_state(pty->vterm));
    pty->screen = vterm_obtain_screen(pty->vterm);
    vterm_screen_enable_altscreen(pty->screen, 1);
    vterm_screen_reset(pty->screen, 1);
}

struct pty *pty_start(const struct pty_program *program)
{
    struct pty *pty = calloc(1, sizeof *pty);
    if (!pty)
        die("calloc");
    int rows = program->rows ? program->rows : 24;
    int cols = program->cols ? program->cols : 80;
    pty->master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (pty->master < 0 || grantpt(pty->master) < 0 || unlockpt(pty->master) < 0)
        die("posix_openpt");
    const char *terminal = ptsname(pty->master);
    struct winsize size = window(rows, cols);
    if (!terminal || ioctl(pty->master, TIOCSWINSZ, &size) < 0 ||
        tcgetattr(pty->master, &pty->termios) < 0)
        die("pty");
    attach_vterm(pty, rows, cols);
    pty->child = fork();
    if (pty->child < 0)
        die("fork");
    if (pty->child == 0)
        run(program, terminal);
    return pty;
}

void pty_free(struct pty *pty)
{
    if (!pty->ended) {
        kill(pty->child, SIGKILL);
        waitpid(pty->child, NULL, 0);
    }
    if (pty->master >= 0)
        close(pty->master);
    vterm_free(pty->vterm);
    free(pty->text.at);
    free(pty->sent.at);
    free(pty);
}

/* Whether a terminal has the mode on before anyone asks: autowrap and cursor. */
static bool mode_default(int number)
{
    return number == 7 || number == 25;
}

static void set_mode(struct pty *pty, int number, bool on)
{
    struct mode *mode = pty->modes;
    struct mode *end = pty->modes + pty->mode_count;
    while (mode < end && mode->number != number)
        mode++;
    if (mode == end) {
        if (pty->mode_count == MODES_MAX)
            return;
        pty->mode_count++;
        *mode = (struct mode){ .number = number };
    }
    mode->on = on;
    mode->was_on = mode->was_on || on;
}

/* "\033[?1000;1006h" sets two modes. */
static void apply_escape(struct pty *pty, bool on)
{
    pty->escape[pty->escape_len] = '\0';
    char *rest = pty->escape + strlen("\033[?");
    for (char *number = strsep(&rest, ";"); number; number = strsep(&rest, ";"))
        set_mode(pty, (int)strtol(number, NULL, 10), on);
}

/* Watches for private sequences, however the reads cut them up. */
static void watch_byte(struct pty *pty, char byte)
{
    static const char opening[] = "\033[?";
    bool opens = pty->escape_len < 3 && byte == opening[pty->escape_len];
    bool goes_on = pty->escape_len >= 3 && strchr("0123456789;", byte) && byte;
    if ((opens || goes_on) && pty->escape_len + 1 < sizeof pty->escape) {
        pty->escape[pty->escape_len++] = byte;
        return;
    }
    if (pty->escape_len > 3 && (byte == 'h' || byte == 'l'))
        apply_escape(pty, byte == 'h');
    pty->escape_len = 0;
    if (byte == '\033')
        pty->escape[pty->escape_len++] = byte;
}

/* Reads what there is, once; false where nothing can come any more. */
static bool read_some(struct pty *pty)
{
    char bytes[8192];
    ssize_t len = read(pty->master, bytes, sizeof bytes);
    if (len < 0 && (errno == EINTR || errno == EAGAIN))
        return true;
    if (len <= 0) /* EIO: nobody has the terminal open */
        return false;
    for (ssize_t i = 0; i < len; i++)
        watch_byte(pty, bytes[i]);
    pty->bytes += (size_t)len;
    for (ssize_t i = 0; i < len; i++)
        if (bytes[i])
            text_add(&pty->sent, &bytes[i], 1);
    vterm_input_write(pty->vterm, bytes, (size_t)len);
    vterm_screen_flush_damage(pty->screen);
    return true;
}

static void look_whether_ended(struct pty *pty)
{
    if (!pty->ended && waitpid(pty->child, &pty->status, WNOHANG) == pty->child)
        pty->ended = true;
}

/* Waits for output for at most TIMEOUT and takes it in; false where none came. */
static bool take_in(struct pty *pty, int timeout)
{
    struct pollfd in = { .fd = pty->master, .events = POLLIN };
    if (poll(&in, 1, timeout) > 0 && (in.revents & POLLIN) && read_some(pty))
        return true;
    /* After the last output a closed terminal polls as ready: let time pass. */
    if (in.revents)
        poll(NULL, 0, TICK);
    return false;
}

bool pty_wait(struct pty *pty, bool (*holds)(struct pty *pty, const void *context),
              const void *context)
{
    int64_t end = now() + PTY_DEADLINE;
    for (;;) {
        if (holds(pty, context))
            return true;
        look_whether_ended(pty);
        bool came = take_in(pty, TICK);
        if ((pty->ended && !came) || now() >= end)
            return holds(pty, context);
    }
}

static bool shows(struct pty *pty, const void *text)
{
    return strstr(pty_screen(pty), text);
}

static bool shows_not(struct pty *pty, const void *text)
{
    return !shows(pty, text);
}

static bool has_sent(struct pty *pty, const void *bytes)
{
    return pty->sent.at && strstr(pty->sent.at, bytes);
}

bool pty_wait_sent(struct pty *pty, const char *bytes)
{
    return pty_wait(pty, has_sent, bytes);
}

bool pty_wait_text(struct pty *pty, const char *text)
{
    return pty_wait(pty, shows, text);
}

bool pty_wait_no_text(struct pty *pty, const char *text)
{
    return pty_wait(pty, shows_not, text);
}

static bool matches(struct pty *pty, const void *regex)
{
    return regexec(regex, pty_screen(pty), 0, NULL, 0) == 0;
}

bool pty_wait_match(struct pty *pty, const char *pattern)
{
    regex_t regex;
    if (regcomp(&regex, pattern, REG_EXTENDED | REG_NOSUB | REG_NEWLINE) != 0)
        return false;
    bool matched = pty_wait(pty, matches, &regex);
    regfree(&regex);
    return matched;
}

bool pty_wait_exit(struct pty *pty, int deadline, int *status)
{
    int64_t end = now() + deadline;
    do {
        /* First whether it ended, then what it said before: nothing is missed. */
        look_whether_ended(pty);
        while (take_in(pty, pty->ended ? 0 : TICK) && now() < end)
            ;
    } while (!pty->ended && now() < end);
    *status = pty->status;
    return pty->ended;
}

void pty_settle(struct pty *pty, int quiet)
{
    int64_t end = now() + PTY_DEADLINE;
    while (take_in(pty, quiet) && now() < end)
        ;
}

void pty_type(struct pty *pty, const char *keys)
{
    size_t len = strlen(keys);
    if (write(pty->master, keys, len) != (ssize_t)len)
        perror("typing");
}

void pty_resize(struct pty *pty, int rows, int cols)
{
    struct winsize size = window(rows, cols);
    vterm_set_size(pty->vterm, rows, cols);
    ioctl(pty->master, TIOCSWINSZ, &size);
}

void pty_signal(struct pty *pty, int signal)
{
    kill(pty->child, signal);
}

void pty_hang_up(struct pty *pty)
{
    close(pty->master);
    pty->master = -1;
}

int pty_rows(const struct pty *pty)
{
    int rows, cols;
    vterm_get_size(pty->vterm, &rows, &cols);
    return rows;
}

int pty_cols(const struct pty *pty)
{
    int rows, cols;
    vterm_get_size(pty->vterm, &rows, &cols);
    return cols;
}

static size_t encode(uint32_t c, char *out)
{
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    size_t more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
    static const uint32_t lead[] = { 0, 0xc0, 0xe0, 0xf0 };
    out[0] = (char)(lead[more] | c >> (6 * more));
    for (size_t i = 1; i <= more; i++)
        out[i] = (char)(0x80 | (c >> (6 * (more - i)) & 0x3f));
    return more + 1;
}

static void cell_text(struct pty_cell *out, const VTermScreenCell *cell)
{
    size_t len = 0;
    for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell->chars[i]; i++)
        len += encode(cell->chars[i], out->text + len);
    if (len == 0)
        out->text[len++] = ' ';
    out->text[len] = '\0';
}

/* libvterm spreads the cube and the greys of the 256 evenly; xterm, and all that
 * followed it, does not. */
static uint8_t as_xterm(uint8_t level, bool grey)
{
    static const uint8_t cube[] = { 0, 95, 135, 175, 215, 255 };
    if (grey && level % 0x0b == 0)
        return (uint8_t)(8 + 10 * (level / 0x0b));
    return level % 0x33 == 0 ? cube[level / 0x33] : level;
}

static struct pty_color color(const struct pty *pty, VTermColor from)
{
    bool is_default =
        VTERM_COLOR_IS_DEFAULT_FG(&from) || VTERM_COLOR_IS_DEFAULT_BG(&from);
    vterm_screen_convert_color_to_rgb(pty->screen, &from);
    bool grey = from.rgb.red == from.rgb.green && from.rgb.green == from.rgb.blue;
    return (struct pty_color){ .is_default = is_default,
                               .red = as_xterm(from.rgb.red, grey),
                               .green = as_xterm(from.rgb.green, grey),
                               .blue = as_xterm(from.rgb.blue, grey) };
}

struct pty_cell pty_cell(const struct pty *pty, int row, int col)
{
    VTermScreenCell cell;
    memset(&cell, 0, sizeof cell);
    vterm_screen_get_cell(pty->screen, (VTermPos){ .row = row, .col = col }, &cell);
    struct pty_cell out = { .width = cell.width,
                            .bold = cell.attrs.bold,
                            .italic = cell.attrs.italic,
                            .underline = cell.attrs.underline,
                            .reverse = cell.attrs.reverse,
                            .strike = cell.attrs.strike,
                            .foreground = color(pty, cell.fg),
                            .background = color(pty, cell.bg) };
    if (cell.chars[0] == (uint32_t)-1)
        out.width = 0; /* the second half of a wide character */
    else
        cell_text(&out, &cell);
    return out;
}

static void add_row(struct pty *pty, int row)
{
    size_t start = pty->text.len;
    int cols = pty_cols(pty);
    for (int col = 0; col < cols; col++) {
        struct pty_cell cell = pty_cell(pty, row, col);
        text_add(&pty->text, cell.text, strlen(cell.text));
    }
    while (pty->text.len > start && pty->text.at[pty->text.len - 1] == ' ')
        pty->text.at[--pty->text.len] = '\0';
}

const char *pty_row(struct pty *pty, int row)
{
    text_start(&pty->text);
    add_row(pty, row);
    return pty->text.at;
}

const char *pty_screen(struct pty *pty)
{
    text_start(&pty->text);
    int rows = pty_rows(pty);
    for (int row = 0; row < rows; row++) {
        add_row(pty, row);
        text_add(&pty->text, "\n", 1);
    }
    return pty->text.at;
}

const char *pty_text_where(struct pty *pty, bool (*keep)(const struct pty_cell *cell))
{
    text_start(&pty->text);
    int rows = pty_rows(pty), cols = pty_cols(pty);
    bool gap = false;
    for (int at = 0; at < rows * cols; at++) {
        struct pty_cell cell = pty_cell(pty, at / cols, at % cols);
        bool kept = keep(&cell);
        if (kept && gap && pty->text.len > 0)
            text_add(&pty->text, " ", 1);
        if (kept)
            text_add(&pty->text, cell.text, strlen(cell.text));
        gap = !kept;
    }
    return pty->text.at;
}

/* The column of a row's byte. */
static int column(struct pty *pty, int row, size_t byte)
{
    size_t bytes = 0;
    int col = 0;
    while (bytes < byte)
        bytes += strlen(pty_cell(pty, row, col++).text);
    return col;
}

bool pty_find(struct pty *pty, const char *text, int *row, int *col)
{
    int rows = pty_rows(pty);
    for (int r = 0; r < rows; r++) {
        const char *line = pty_row(pty, r);
        const char *found = strstr(line, text);
        if (found) {
            *row = r;
            *col = column(pty, r, (size_t)(found - line));
            return true;
        }
    }
    return false;
}

const char *pty_modes(struct pty *pty)
{
    text_start(&pty->text);
    for (size_t i = 0; i < pty->mode_count; i++) {
        const struct mode *mode = &pty->modes[i];
        if (mode->on == mode_default(mode->number))
            continue;
        char word[32];
        int len = snprintf(word, sizeof word, "%s?%d %s", pty->text.len ? ", " : "",
                           mode->number, mode->on ? "on" : "off");
        text_add(&pty->text, word, (size_t)len);
    }
    return pty->text.at;
}

bool pty_mode_was_on(const struct pty *pty, int number)
{
    for (size_t i = 0; i < pty->mode_count; i++)
        if (pty->modes[i].number == number)
            return pty->modes[i].was_on;
    return mode_default(number);
}

bool pty_is_sane(const struct pty *pty)
{
    struct termios termios;
    return tcgetattr(pty->master, &termios) == 0 &&
           termios.c_iflag == pty->termios.c_iflag &&
           termios.c_oflag == pty->termios.c_oflag &&
           termios.c_lflag == pty->termios.c_lflag;
}

size_t pty_bytes(const struct pty *pty)
{
    return pty->bytes;
}
