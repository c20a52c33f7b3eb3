/*
 * page: paragraphs set at a width.
 *
 * A paragraph is begun with two indents, filled with text in any styles, and
 * ended: then it is wrapped, in cells, and written out, with a hanging indent and
 * without white space at the ends of lines. Styles are SGR sequences, and nothing
 * at all where color is off. In ASCII the text is transliterated as it is added,
 * so that what is measured is what is written.
 */
#ifndef ANNALS_PRINT_PAGE_H
#define ANNALS_PRINT_PAGE_H

#include "base/vec.h"
#include "print/print.h"

enum page_style {
    PAGE_PLAIN,
    PAGE_TITLE,     /* of the record, a year, an event */
    PAGE_DATE,      /* when it was */
    PAGE_ASIDE,     /* what stands behind a date, counts, names of fields */
    PAGE_QUOTATION, /* words of a source */
    PAGE_TROUBLE,   /* disputes, quotations that do not hold */
    PAGE_STYLE_COUNT
};

/* From a byte of the paragraph on, this style. */
struct page_change {
    size_t offset;
    enum page_style style;
};

struct page {
    struct buf *out;
    const struct print_options *options;
    struct arena arena; /* of the paragraph being filled */
    struct buf text;
    VEC(struct page_change) changes;
    size_t first, rest; /* indents in cells */
    bool gap;           /* an empty line is due before the next paragraph */
};

struct page page_new(struct buf *out, const struct print_options *options);
void page_free(struct page *page);

/* Starts a paragraph whose first line is indented by FIRST cells, the others by
 * REST. The style is plain. */
void page_begin(struct page *page, size_t first, size_t rest);
void page_style(struct page *page, enum page_style style);
void page_add(struct page *page, struct str text);
void page_printf(struct page *page, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* Whether anything was added since page_begin. */
bool page_is_empty(const struct page *page);
/* Writes the paragraph, or nothing where it is empty. Line feeds in it end
 * lines. */
void page_end(struct page *page);

/* An empty line before the next paragraph: one, however often it is asked for,
 * and none at the start or end of the page. */
void page_gap(struct page *page);

/* All of one paragraph in one style. Nothing where the text is empty. */
void page_paragraph(struct page *page, size_t indent, enum page_style style,
                    struct str text);
/* A heading with a line of RULE (one cell; ASCII where the page is) below, as
 * wide as the heading and no wider than the page. */
void page_heading(struct page *page, struct str text, struct str rule);

/* UNICODE, or ASCII where the page is ASCII. */
struct str page_sign(const struct page *page, const char *unicode, const char *ascii);

#endif
