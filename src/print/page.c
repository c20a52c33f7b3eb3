#include "print/page.h"

#include <stdarg.h>

#include "text/cells.h"
#include "text/clean.h"
#include "text/wrap.h"

/* Bold, italics and the dim shade say most of it, so that the page can be read
 * on dark and light alike; the two colors mark a date and trouble. */
static const char *const sgr[PAGE_STYLE_COUNT] = {
    [PAGE_TITLE] = "1",     [PAGE_DATE] = "36",      [PAGE_ASIDE] = "2",
    [PAGE_QUOTATION] = "3", [PAGE_TROUBLE] = "1;31",
};

struct page page_new(struct buf *out, const struct print_options *options)
{
    return (struct page){ .out = out, .options = options };
}

void page_free(struct page *page)
{
    buf_free(&page->text);
    arena_free(&page->arena);
}

void page_begin(struct page *page, size_t first, size_t rest)
{
    page->first = first;
    page->rest = rest;
    buf_clear(&page->text);
    page->changes.at = NULL;
    page->changes.len = page->changes.cap = 0;
    arena_free(&page->arena);
}

void page_style(struct page *page, enum page_style style)
{
    struct page_change change = { .offset = page->text.len, .style = style };
    vec_push(&page->arena, &page->changes, change);
}

void page_add(struct page *page, struct str text)
{
    if (page->options->ascii)
        text = text_ascii(&page->arena, text);
    buf_add(&page->text, text);
}

void page_printf(struct page *page, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    page_add(page, arena_vprintf(&page->arena, format, args));
    va_end(args);
}

bool page_is_empty(const struct page *page)
{
    return page->text.len == 0;
}

static void switch_style(const struct page *page, enum page_style from,
                         enum page_style to)
{
    if (!page->options->color || from == to)
        return;
    if (sgr[from])
        buf_printf(page->out, "\033[m");
    if (sgr[to])
        buf_printf(page->out, "\033[%sm", sgr[to]);
}

/* The style at byte OFFSET; *NEXT gets where it ends, at most END. */
static enum page_style style_at(const struct page *page, size_t offset, size_t end,
                                size_t *next)
{
    enum page_style style = PAGE_PLAIN;
    for (size_t i = 0; i < page->changes.len; i++) {
        if (page->changes.at[i].offset > offset) {
            *next = page->changes.at[i].offset < end ? page->changes.at[i].offset : end;
            return style;
        }
        style = page->changes.at[i].style;
    }
    *next = end;
    return style;
}

/* Each line switches its styles on and off again, so that a pager that shows a
 * line alone shows it right. */
static void write_line(struct page *page, struct str line)
{
    struct str text = buf_str(&page->text);
    size_t at = (size_t)(line.ptr - text.ptr), end = at + line.len, next;
    enum page_style style = PAGE_PLAIN;
    for (; at < end; at = next) {
        enum page_style wanted = style_at(page, at, end, &next);
        switch_style(page, style, wanted);
        style = wanted;
        buf_add(page->out, str_slice(text, at, next));
    }
    switch_style(page, style, PAGE_PLAIN);
    buf_add_char(page->out, '\n');
}

/* The first line of a hanging paragraph, which may be wider or narrower than the
 * others, is cut at its own width; the wrapping goes on behind it. */
void page_end(struct page *page)
{
    struct str text = buf_str(&page->text), line;
    size_t offset = 0, indent = page->first;
    if (!text.len)
        return;
    if (page->gap && page->out->len)
        buf_add_char(page->out, '\n');
    page->gap = false;
    for (;; indent = page->rest) {
        size_t width = page->options->width;
        width = width > indent ? width - indent : 1;
        if (!text_form_lines.next_line(text, width, &offset, &line))
            return;
        if (line.len)
            buf_add_repeated(page->out, ' ', indent);
        write_line(page, line);
    }
}

void page_gap(struct page *page)
{
    page->gap = true;
}

void page_paragraph(struct page *page, size_t indent, enum page_style style,
                    struct str text)
{
    page_begin(page, indent, indent);
    page_style(page, style);
    page_add(page, str_trim(text));
    page_end(page);
}

void page_heading(struct page *page, struct str text, struct str rule)
{
    page_paragraph(page, 0, PAGE_TITLE, text);
    size_t cells = text_cells(buf_str(&page->text));
    cells = cells < page->options->width ? cells : page->options->width;
    for (size_t i = 0; i < cells; i++)
        buf_add(page->out, rule);
    buf_add_char(page->out, '\n');
    page_gap(page);
}

struct str page_sign(const struct page *page, const char *unicode, const char *ascii)
{
    return str_of(page->options->ascii ? ascii : unicode);
}
