/*
 * paper: paragraphs set at a width.
 *
 * A paragraph is begun with two indents, filled with text in any styles, and
 * ended: then it is wrapped, in cells, and written out, with a hanging indent and
 * without white space at the ends of lines. Styles are SGR sequences, and nothing
 * at all where color is off. In ASCII the text is transliterated as it is added,
 * so that what is measured is what is written.
 */
#ifndef ANNALS_PRINT_PAPER_H
#define ANNALS_PRINT_PAPER_H

#include "base/vec.h"
#include "print/print.h"

enum paper_style {
    PAPER_PLAIN,
    PAPER_TITLE,     /* of the record, a year, an event */
    PAPER_DATE,      /* when it was */
    PAPER_ASIDE,     /* what stands behind a date, counts, names of fields */
    PAPER_QUOTATION, /* words of a source */
    PAPER_TROUBLE,   /* disputes, quotations that do not hold */
    PAPER_GONE,      /* what was and is no longer */
    PAPER_NEW,       /* what was not and is */
    PAPER_STYLE_COUNT
};

/* From a byte of the paragraph on, this style. */
struct paper_change {
    size_t offset;
    enum paper_style style;
};

struct paper {
    struct buf *out;
    const struct print_options *options;
    struct arena arena; /* of the paragraph being filled */
    struct buf text;
    VEC(struct paper_change) changes;
    size_t first, rest; /* indents in cells */
    bool gap;           /* an empty line is due before the next paragraph */
};

struct paper paper_new(struct buf *out, const struct print_options *options);
void paper_free(struct paper *paper);

/* Starts a paragraph whose first line is indented by FIRST cells, the others by
 * REST. The style is plain. */
void paper_begin(struct paper *paper, size_t first, size_t rest);
void paper_style(struct paper *paper, enum paper_style style);
void paper_add(struct paper *paper, struct str text);
void paper_printf(struct paper *paper, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* Whether anything was added since paper_begin. */
bool paper_is_empty(const struct paper *paper);
/* Writes the paragraph, or nothing where it is empty. Line feeds in it end
 * lines. */
void paper_end(struct paper *paper);

/* Takes the paragraph away instead of writing it: its text, in ARENA, for a cell. */
struct str paper_take(struct paper *paper, struct arena *arena);

/* Text that stands beside other text. */
struct paper_cell {
    size_t indent, width; /* cells; the width at least 1 */
    enum paper_style style;
    struct str text; /* line feeds end lines */
};
/* Cells side by side, from left to right, each wrapped at its own width. Nothing
 * where all are empty. */
void paper_row(struct paper *paper, const struct paper_cell *given, size_t count);

/* An empty line before the next paragraph: one, however often it is asked for,
 * and none at the start or end of the paper. */
void paper_gap(struct paper *paper);

/* All of one paragraph in one style. Nothing where the text is empty. */
void paper_paragraph(struct paper *paper, size_t indent, enum paper_style style,
                     struct str text);
/* A heading with a line of RULE (one cell; ASCII where the paper is) below, as
 * wide as the heading and no wider than the paper. */
void paper_heading(struct paper *paper, struct str text, struct str rule);

/* UNICODE, or ASCII where the paper is ASCII. */
struct str paper_sign(const struct paper *paper, const char *unicode,
                      const char *ascii);

#endif
