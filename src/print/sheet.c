#include "print/sheet.h"

#include <stdarg.h>

#include "text/cells.h"
#include "text/clean.h"
#include "text/wrap.h"

/* Bold, italics and the dim shade say most of it, so that the sheet can be read
 * on dark and light alike; the two colors mark a date and trouble. */
static const char *const sgr[SHEET_STYLE_COUNT] = {
    [SHEET_TITLE] = "1",     [SHEET_DATE] = "36",      [SHEET_ASIDE] = "2",
    [SHEET_QUOTATION] = "3", [SHEET_TROUBLE] = "1;31",
};

struct sheet sheet_new(struct buf *out, const struct print_options *options)
{
    return (struct sheet){ .out = out, .options = options };
}

void sheet_free(struct sheet *sheet)
{
    buf_free(&sheet->text);
    arena_free(&sheet->arena);
}

void sheet_begin(struct sheet *sheet, size_t first, size_t rest)
{
    sheet->first = first;
    sheet->rest = rest;
    buf_clear(&sheet->text);
    sheet->changes.at = NULL;
    sheet->changes.len = sheet->changes.cap = 0;
    arena_free(&sheet->arena);
}

void sheet_style(struct sheet *sheet, enum sheet_style style)
{
    struct sheet_change change = { .offset = sheet->text.len, .style = style };
    vec_push(&sheet->arena, &sheet->changes, change);
}

void sheet_add(struct sheet *sheet, struct str text)
{
    if (sheet->options->ascii)
        text = text_ascii(&sheet->arena, text);
    buf_add(&sheet->text, text);
}

void sheet_printf(struct sheet *sheet, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    sheet_add(sheet, arena_vprintf(&sheet->arena, format, args));
    va_end(args);
}

bool sheet_is_empty(const struct sheet *sheet)
{
    return sheet->text.len == 0;
}

static void switch_style(const struct sheet *sheet, enum sheet_style from,
                         enum sheet_style to)
{
    if (!sheet->options->color || from == to)
        return;
    if (sgr[from])
        buf_printf(sheet->out, "\033[m");
    if (sgr[to])
        buf_printf(sheet->out, "\033[%sm", sgr[to]);
}

/* The style at byte OFFSET; *NEXT gets where it ends, at most END. */
static enum sheet_style style_at(const struct sheet *sheet, size_t offset, size_t end,
                                 size_t *next)
{
    enum sheet_style style = SHEET_PLAIN;
    for (size_t i = 0; i < sheet->changes.len; i++) {
        if (sheet->changes.at[i].offset > offset) {
            *next =
                sheet->changes.at[i].offset < end ? sheet->changes.at[i].offset : end;
            return style;
        }
        style = sheet->changes.at[i].style;
    }
    *next = end;
    return style;
}

/* Each line switches its styles on and off again, so that a pager that shows a
 * line alone shows it right. */
static void write_line(struct sheet *sheet, struct str line)
{
    struct str text = buf_str(&sheet->text);
    size_t at = (size_t)(line.ptr - text.ptr), end = at + line.len, next;
    enum sheet_style style = SHEET_PLAIN;
    for (; at < end; at = next) {
        enum sheet_style wanted = style_at(sheet, at, end, &next);
        switch_style(sheet, style, wanted);
        style = wanted;
        buf_add(sheet->out, str_slice(text, at, next));
    }
    switch_style(sheet, style, SHEET_PLAIN);
    buf_add_char(sheet->out, '\n');
}

/* The first line of a hanging paragraph, which may be wider or narrower than the
 * others, is cut at its own width; the wrapping goes on behind it. */
void sheet_end(struct sheet *sheet)
{
    struct str text = buf_str(&sheet->text), line;
    size_t offset = 0, indent = sheet->first;
    if (!text.len)
        return;
    if (sheet->gap && sheet->out->len)
        buf_add_char(sheet->out, '\n');
    sheet->gap = false;
    for (;; indent = sheet->rest) {
        size_t width = sheet->options->width;
        width = width > indent ? width - indent : 1;
        if (!text_form_lines.next_line(text, width, &offset, &line))
            return;
        if (line.len)
            buf_add_repeated(sheet->out, ' ', indent);
        write_line(sheet, line);
    }
}

void sheet_gap(struct sheet *sheet)
{
    sheet->gap = true;
}

void sheet_paragraph(struct sheet *sheet, size_t indent, enum sheet_style style,
                     struct str text)
{
    sheet_begin(sheet, indent, indent);
    sheet_style(sheet, style);
    sheet_add(sheet, str_trim(text));
    sheet_end(sheet);
}

void sheet_heading(struct sheet *sheet, struct str text, struct str rule)
{
    sheet_paragraph(sheet, 0, SHEET_TITLE, text);
    size_t cells = text_cells(buf_str(&sheet->text));
    cells = cells < sheet->options->width ? cells : sheet->options->width;
    for (size_t i = 0; i < cells; i++)
        buf_add(sheet->out, rule);
    buf_add_char(sheet->out, '\n');
    sheet_gap(sheet);
}

struct str sheet_sign(const struct sheet *sheet, const char *unicode, const char *ascii)
{
    return str_of(sheet->options->ascii ? ascii : unicode);
}
