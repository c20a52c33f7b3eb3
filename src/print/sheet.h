/*
 * sheet: paragraphs set at a width.
 *
 * A paragraph is begun with two indents, filled with text in any styles, and
 * ended: then it is wrapped, in cells, and written out, with a hanging indent and
 * without white space at the ends of lines. Styles are SGR sequences, and nothing
 * at all where color is off. In ASCII the text is transliterated as it is added,
 * so that what is measured is what is written.
 */
#ifndef ANNALS_PRINT_SHEET_H
#define ANNALS_PRINT_SHEET_H

#include "base/vec.h"
#include "print/print.h"

enum sheet_style {
    SHEET_PLAIN,
    SHEET_TITLE,     /* of the record, a year, an event */
    SHEET_DATE,      /* when it was */
    SHEET_ASIDE,     /* what stands behind a date, counts, names of fields */
    SHEET_QUOTATION, /* words of a source */
    SHEET_TROUBLE,   /* disputes, quotations that do not hold */
    SHEET_STYLE_COUNT
};

/* From a byte of the paragraph on, this style. */
struct sheet_change {
    size_t offset;
    enum sheet_style style;
};

struct sheet {
    struct buf *out;
    const struct print_options *options;
    struct arena arena; /* of the paragraph being filled */
    struct buf text;
    VEC(struct sheet_change) changes;
    size_t first, rest; /* indents in cells */
    bool gap;           /* an empty line is due before the next paragraph */
};

struct sheet sheet_new(struct buf *out, const struct print_options *options);
void sheet_free(struct sheet *sheet);

/* Starts a paragraph whose first line is indented by FIRST cells, the others by
 * REST. The style is plain. */
void sheet_begin(struct sheet *sheet, size_t first, size_t rest);
void sheet_style(struct sheet *sheet, enum sheet_style style);
void sheet_add(struct sheet *sheet, struct str text);
void sheet_printf(struct sheet *sheet, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* Whether anything was added since sheet_begin. */
bool sheet_is_empty(const struct sheet *sheet);
/* Writes the paragraph, or nothing where it is empty. Line feeds in it end
 * lines. */
void sheet_end(struct sheet *sheet);

/* An empty line before the next paragraph: one, however often it is asked for,
 * and none at the start or end of the sheet. */
void sheet_gap(struct sheet *sheet);

/* All of one paragraph in one style. Nothing where the text is empty. */
void sheet_paragraph(struct sheet *sheet, size_t indent, enum sheet_style style,
                     struct str text);
/* A heading with a line of RULE (one cell; ASCII where the sheet is) below, as
 * wide as the heading and no wider than the sheet. */
void sheet_heading(struct sheet *sheet, struct str text, struct str rule);

/* UNICODE, or ASCII where the sheet is ASCII. */
struct str sheet_sign(const struct sheet *sheet, const char *unicode,
                      const char *ascii);

#endif
