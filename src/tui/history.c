#include "tui/history.h"

#include "base/file.h"
#include "text/clean.h"
#include "text/utf8.h"

static size_t count_of(const struct history *history, struct str kind)
{
    size_t count = 0;
    for (size_t i = 0; i < history->lines.len; i++)
        count += str_equal(history->lines.at[i].kind, kind);
    return count;
}

static void forget(struct history *history, size_t index)
{
    for (size_t i = index + 1; i < history->lines.len; i++)
        history->lines.at[i - 1] = history->lines.at[i];
    history->lines.len--;
}

/* The one that says the same, or else the oldest where there are too many. */
static void make_room(struct history *history, struct history_line line)
{
    bool full = count_of(history, line.kind) >= HISTORY_MAX;
    size_t oldest = STR_NONE;
    for (size_t i = history->lines.len; i-- > 0;) {
        const struct history_line *other = &history->lines.at[i];
        if (!str_equal(other->kind, line.kind))
            continue;
        oldest = i;
        if (str_equal(other->text, line.text)) {
            forget(history, i);
            return;
        }
    }
    if (full)
        forget(history, oldest);
}

static void append(struct history *history, struct str kind, struct str text)
{
    struct history_line line = { kind, str_trim(text) };
    if (line.text.len == 0 || line.text.len > HISTORY_LINE_MAX)
        return;
    make_room(history, line);
    line.kind = arena_str(&history->arena, line.kind);
    line.text = arena_str(&history->arena, line.text);
    vec_push(&history->arena, &history->lines, line);
}

static bool is_kind(struct str word)
{
    for (size_t i = 0; i < word.len; i++)
        if (word.ptr[i] < 'a' || word.ptr[i] > 'z')
            return false;
    return word.len > 0;
}

/* The file is anyone's to write who may write there: what it holds is made fit to be
 * shown, and lines that are none of ours are left out. */
static void read_lines(struct history *history)
{
    const char *reason = "";
    struct arena scratch = { 0 };
    const struct file *file =
        history->path.len ? file_read(&scratch, history->path, &reason) : NULL;
    struct str rest = file ? file->text : (struct str){ 0 }, line, kind;
    while (str_split(&rest, '\n', &line)) {
        if (line.len > HISTORY_LINE_MAX || !str_split(&line, ' ', &kind) ||
            !is_kind(kind) || !line.ptr)
            continue;
        append(history, kind,
               text_clean_line(&scratch, utf8_repair(&scratch, line), NULL));
    }
    arena_free(&scratch);
}

static void write_lines(const struct history *history)
{
    const char *reason = ""; /* nobody is told: it is no loss that stops anyone */
    struct buf out = { 0 };
    for (size_t i = 0; i < history->lines.len; i++)
        buf_printf(&out, "%.*s %.*s\n", STR_ARG(history->lines.at[i].kind),
                   STR_ARG(history->lines.at[i].text));
    if (history->path.len)
        file_write_private(history->path, buf_str(&out), &reason);
    buf_free(&out);
}

void history_open(struct history *history, struct str path)
{
    *history = (struct history){ .draft = { 0 } };
    history->path = arena_str(&history->arena, path);
    read_lines(history);
    history_rewind(history);
}

void history_free(struct history *history)
{
    arena_free(&history->arena);
    buf_free(&history->draft);
    *history = (struct history){ .draft = { 0 } };
}

void history_add(struct history *history, struct str kind, struct str text)
{
    read_lines(history); /* what another program has added meanwhile */
    append(history, kind, text);
    write_lines(history);
    history_rewind(history);
}

void history_rewind(struct history *history)
{
    history->at = history->lines.len;
    buf_clear(&history->draft);
}

bool history_older(struct history *history, struct str kind, struct str typed,
                   struct str *text)
{
    for (size_t i = history->at; i-- > 0;) {
        const struct history_line *line = &history->lines.at[i];
        if (!str_equal(line->kind, kind) || str_equal(line->text, typed))
            continue;
        if (history->at == history->lines.len) {
            buf_clear(&history->draft);
            buf_add(&history->draft, typed);
        }
        history->at = i;
        *text = line->text;
        return true;
    }
    return false;
}

bool history_newer(struct history *history, struct str kind, struct str *text)
{
    if (history->at == history->lines.len)
        return false;
    *text = buf_str(&history->draft);
    while (++history->at < history->lines.len)
        if (str_equal(history->lines.at[history->at].kind, kind)) {
            *text = history->lines.at[history->at].text;
            break;
        }
    return true;
}
