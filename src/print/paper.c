#include "print/paper.h"

#include <stdarg.h>

#include "text/cells.h"
#include "text/clean.h"
#include "text/wrap.h"

/* Bold, italics and the dim shade say most of it, so that the paper can be read
 * on dark and light alike; colors mark a date, trouble, and what came and went. */
static const char *const sgr[PAPER_STYLE_COUNT] = {
    [PAPER_TITLE] = "1",     [PAPER_DATE] = "36",      [PAPER_ASIDE] = "2",
    [PAPER_QUOTATION] = "3", [PAPER_TROUBLE] = "1;31", [PAPER_GONE] = "31",
    [PAPER_NEW] = "32",
};

struct paper paper_new(struct buf *out, const struct print_options *options)
{
    return (struct paper){ .out = out, .options = options };
}

void paper_free(struct paper *paper)
{
    buf_free(&paper->text);
    arena_free(&paper->arena);
}

void paper_begin(struct paper *paper, size_t first, size_t rest)
{
    paper->first = first;
    paper->rest = rest;
    buf_clear(&paper->text);
    paper->changes.at = NULL;
    paper->changes.len = paper->changes.cap = 0;
    arena_free(&paper->arena);
}

void paper_style(struct paper *paper, enum paper_style style)
{
    struct paper_change change = { .offset = paper->text.len, .style = style };
    vec_push(&paper->arena, &paper->changes, change);
}

void paper_add(struct paper *paper, struct str text)
{
    if (paper->options->ascii)
        text = text_ascii(&paper->arena, text);
    buf_add(&paper->text, text);
}

void paper_printf(struct paper *paper, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    paper_add(paper, arena_vprintf(&paper->arena, format, args));
    va_end(args);
}

bool paper_is_empty(const struct paper *paper)
{
    return paper->text.len == 0;
}

static void switch_style(const struct paper *paper, enum paper_style from,
                         enum paper_style to)
{
    if (!paper->options->color || from == to)
        return;
    if (sgr[from])
        buf_printf(paper->out, "\033[m");
    if (sgr[to])
        buf_printf(paper->out, "\033[%sm", sgr[to]);
}

/* The style at byte OFFSET; *NEXT gets where it ends, at most END. */
static enum paper_style style_at(const struct paper *paper, size_t offset, size_t end,
                                 size_t *next)
{
    enum paper_style style = PAPER_PLAIN;
    for (size_t i = 0; i < paper->changes.len; i++) {
        if (paper->changes.at[i].offset > offset) {
            *next =
                paper->changes.at[i].offset < end ? paper->changes.at[i].offset : end;
            return style;
        }
        style = paper->changes.at[i].style;
    }
    *next = end;
    return style;
}

/* Each line switches its styles on and off again, so that a pager that shows a
 * line alone shows it right. */
static void write_line(struct paper *paper, struct str line)
{
    struct str text = buf_str(&paper->text);
    size_t at = (size_t)(line.ptr - text.ptr), end = at + line.len, next;
    enum paper_style style = PAPER_PLAIN;
    for (; at < end; at = next) {
        enum paper_style wanted = style_at(paper, at, end, &next);
        switch_style(paper, style, wanted);
        style = wanted;
        buf_add(paper->out, str_slice(text, at, next));
    }
    switch_style(paper, style, PAPER_PLAIN);
    buf_add_char(paper->out, '\n');
}

static void write_gap(struct paper *paper)
{
    if (paper->gap && paper->out->len)
        buf_add_char(paper->out, '\n');
    paper->gap = false;
}

/* The first line of a hanging paragraph, which may be wider or narrower than the
 * others, is cut at its own width; the wrapping goes on behind it. */
void paper_end(struct paper *paper)
{
    struct str text = buf_str(&paper->text), line;
    size_t offset = 0, indent = paper->first;
    if (!text.len)
        return;
    write_gap(paper);
    for (;; indent = paper->rest) {
        size_t width = paper->options->width;
        width = width > indent ? width - indent : 1;
        if (!text_form_lines.next_line(text, width, &offset, &line))
            return;
        if (line.len)
            buf_add_repeated(paper->out, ' ', indent);
        write_line(paper, line);
    }
}

struct str paper_take(struct paper *paper, struct arena *arena)
{
    struct str text = arena_str(arena, buf_str(&paper->text));
    buf_clear(&paper->text);
    return text;
}

/* The next line of a cell, at byte *OFFSET; *COLUMN is how far this line reaches. */
static void write_cell(struct paper *paper, const struct paper_cell *cell,
                       size_t *offset, size_t *column)
{
    struct str line;
    if (!text_form_lines.next_line(cell->text, cell->width, offset, &line) || !line.len)
        return;
    buf_add_repeated(paper->out, ' ', cell->indent - *column);
    switch_style(paper, PAPER_PLAIN, cell->style);
    buf_add(paper->out, line);
    switch_style(paper, cell->style, PAPER_PLAIN);
    *column = cell->indent + text_cells(line);
}

static bool has_more(const struct paper_cell *cells, const size_t *offsets,
                     size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (offsets[i] < cells[i].text.len)
            return true;
    return false;
}

void paper_row(struct paper *paper, const struct paper_cell *given, size_t count)
{
    struct arena arena = { 0 };
    struct paper_cell *cells = arena_array(&arena, count, sizeof(*cells));
    size_t *offsets = arena_array(&arena, count, sizeof(*offsets));
    for (size_t i = 0; i < count; i++) {
        cells[i] = given[i];
        if (paper->options->ascii)
            cells[i].text = text_ascii(&arena, cells[i].text);
    }
    if (has_more(cells, offsets, count))
        write_gap(paper);
    while (has_more(cells, offsets, count)) {
        size_t column = 0;
        for (size_t i = 0; i < count; i++)
            write_cell(paper, &cells[i], &offsets[i], &column);
        buf_add_char(paper->out, '\n');
    }
    arena_free(&arena);
}

void paper_gap(struct paper *paper)
{
    paper->gap = true;
}

void paper_paragraph(struct paper *paper, size_t indent, enum paper_style style,
                     struct str text)
{
    paper_begin(paper, indent, indent);
    paper_style(paper, style);
    paper_add(paper, str_trim(text));
    paper_end(paper);
}

void paper_heading(struct paper *paper, struct str text, struct str rule)
{
    paper_paragraph(paper, 0, PAPER_TITLE, text);
    size_t cells = text_cells(buf_str(&paper->text));
    cells = cells < paper->options->width ? cells : paper->options->width;
    for (size_t i = 0; i < cells; i++)
        buf_add(paper->out, rule);
    buf_add_char(paper->out, '\n');
    paper_gap(paper);
}

struct str paper_sign(const struct paper *paper, const char *unicode, const char *ascii)
{
    return str_of(paper->options->ascii ? ascii : unicode);
}
