/*
 * Both forms are one machine. They differ in how many line feeds, in white space
 * between words, end a paragraph: one in lines, two in prose. A paragraph is what
 * lines are wrapped in and what no sentence goes beyond.
 */
#include "text/wrap.h"

#include <stdint.h>
#include <utf8proc.h>

#include "text/cells.h"
#include "text/utf8.h"

enum paragraph_end { LINES_END = 1, PROSE_END = 2 };

/* White space between words. */
struct gap {
    size_t end;
    size_t feeds;
    bool last; /* it ends the paragraph, or the text does */
};

static bool gap_at(struct str text, size_t at)
{
    return at < text.len && utf8_is_breaking_space(utf8_next(text, &at));
}

/* The gap at START. In lines it goes no further than its line feed: the white
 * space behind that is the next line's. */
static struct gap find_gap(struct str text, size_t start, enum paragraph_end ends)
{
    struct gap gap = { .end = start };
    while (gap_at(text, gap.end) && !(ends == LINES_END && gap.feeds)) {
        gap.feeds += text.ptr[gap.end] == '\n';
        utf8_next(text, &gap.end);
    }
    gap.last = gap.feeds >= (size_t)ends || gap.end == text.len;
    return gap;
}

/* A stretch of the text, and where what comes after it begins. */
struct cut {
    size_t end, next;
};

/* A paragraph cannot go on in the line where TEXT has the cluster at AT. */
static struct cut cut_word(struct str text, size_t start, size_t at)
{
    struct cut cut = { .end = at, .next = at };
    struct text_cluster skipped;
    if (at == start) /* wider than the line: there is no room for it anywhere */
        text_next_cluster(text, &cut.next, &skipped);
    return cut;
}

/* The line of at most WIDTH cells that begins with the word at START. */
static struct cut cut_line(struct str text, size_t start, size_t width,
                           enum paragraph_end ends)
{
    struct cut at_gap = { .end = start };
    size_t used = 0, at = start;
    while (at < text.len) {
        if (gap_at(text, at)) {
            struct gap gap = find_gap(text, at, ends);
            at_gap = (struct cut){ .end = at, .next = gap.last ? at : gap.end };
            if (gap.last)
                return at_gap;
            used += text_cells(str_slice(text, at, gap.end));
            at = gap.end;
            continue;
        }
        size_t behind = at;
        struct text_cluster cluster;
        text_next_cluster(text, &behind, &cluster);
        used += (size_t)cluster.cells;
        if (used > width)
            return at_gap.end > start ? at_gap : cut_word(text, start, at);
        at = behind;
    }
    return (struct cut){ .end = at, .next = at };
}

static bool next_line_of_lines(struct str text, size_t width, size_t *offset,
                               struct str *line)
{
    if (*offset >= text.len)
        return false;
    struct gap indent = find_gap(text, *offset, LINES_END);
    if (indent.last) {
        *line = str_slice(text, *offset, *offset);
        *offset = indent.end;
        return true;
    }
    enum { WIDEST_CLUSTER = 2 };
    size_t start = *offset;
    size_t indented = text_cells(str_slice(text, start, indent.end));
    if (indented + WIDEST_CLUSTER > width) {
        start = indent.end;
        indented = 0;
    }
    struct cut cut = cut_line(text, indent.end, width - indented, LINES_END);
    *line = str_slice(text, start, cut.end);
    struct gap behind = find_gap(text, cut.next, LINES_END);
    *offset = behind.last ? behind.end : cut.next;
    return true;
}

static bool next_line_of_prose(struct str text, size_t width, size_t *offset,
                               struct str *line)
{
    struct gap before = find_gap(text, *offset, PROSE_END);
    if (before.end >= text.len)
        return false;
    if (before.last && *offset > 0) {
        *line = str_slice(text, *offset, *offset);
        *offset = before.end;
        return true;
    }
    struct cut cut = cut_line(text, before.end, width, PROSE_END);
    *line = str_slice(text, before.end, cut.end);
    *offset = cut.next;
    return true;
}

/* Words with a full stop that ends no sentence; before a digit only where it says
 * so. Letters between full stops and single capitals are told by their form. */
static const struct abbreviation {
    struct str word;
    bool before_digit;
} abbreviations[] = {
    { STR_INIT("Mr."), false },   { STR_INIT("Mrs."), false },
    { STR_INIT("Ms."), false },   { STR_INIT("Messrs."), false },
    { STR_INIT("Mme."), false },  { STR_INIT("Dr."), false },
    { STR_INIT("Prof."), false }, { STR_INIT("Rev."), false },
    { STR_INIT("Hon."), false },  { STR_INIT("St."), false },
    { STR_INIT("Gen."), false },  { STR_INIT("Col."), false },
    { STR_INIT("Lt."), false },   { STR_INIT("Maj."), false },
    { STR_INIT("Capt."), false }, { STR_INIT("Cmdr."), false },
    { STR_INIT("Adm."), false },  { STR_INIT("Brig."), false },
    { STR_INIT("Sgt."), false },  { STR_INIT("Gov."), false },
    { STR_INIT("Sen."), false },  { STR_INIT("Rep."), false },
    { STR_INIT("Pres."), false }, { STR_INIT("vs."), false },
    { STR_INIT("cf."), false },   { STR_INIT("No."), true },
    { STR_INIT("Nos."), true },   { STR_INIT("no."), true },
    { STR_INIT("p."), true },     { STR_INIT("pp."), true },
    { STR_INIT("ca."), true },    { STR_INIT("c."), true },
    { STR_INIT("Art."), true },   { STR_INIT("Sec."), true },
    { STR_INIT("Vol."), true },   { STR_INIT("vol."), true },
    { STR_INIT("Jan."), true },   { STR_INIT("Feb."), true },
    { STR_INIT("Mar."), true },   { STR_INIT("Apr."), true },
    { STR_INIT("Jun."), true },   { STR_INIT("Jul."), true },
    { STR_INIT("Aug."), true },   { STR_INIT("Sept."), true },
    { STR_INIT("Sep."), true },   { STR_INIT("Oct."), true },
    { STR_INIT("Nov."), true },   { STR_INIT("Dec."), true },
};

static int category(uint32_t code_point)
{
    return (int)utf8proc_category((utf8proc_int32_t)code_point);
}

/* Quotes and brackets, of either side: writers differ on which side a sign is. */
static bool is_enclosing(uint32_t code_point)
{
    switch (category(code_point)) {
    case UTF8PROC_CATEGORY_PS:
    case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PI:
    case UTF8PROC_CATEGORY_PF:
        return true;
    default:
        return code_point == '"' || code_point == '\'';
    }
}

static bool is_stop(uint32_t code_point)
{
    return code_point == '.' || code_point == '?' || code_point == '!' ||
           code_point == 0x2026;
}

/* WORD without what IS_OUTER at its start. */
static struct str strip_start(struct str word, bool (*is_outer)(uint32_t))
{
    size_t at = 0;
    while (at < word.len) {
        size_t next = at;
        if (!is_outer(utf8_next(word, &next)))
            break;
        at = next;
    }
    return str_from(word, at);
}

/* WORD without what IS_OUTER at its end. */
static struct str strip_end(struct str word, bool (*is_outer)(uint32_t))
{
    size_t end = 0;
    for (size_t at = 0; at < word.len;)
        if (!is_outer(utf8_next(word, &at)))
            end = at;
    return str_slice(word, 0, end);
}

static bool is_letter(uint32_t code_point)
{
    int kind = category(code_point);
    return kind == UTF8PROC_CATEGORY_LU || kind == UTF8PROC_CATEGORY_LL;
}

/* "J." */
static bool is_initial(struct str word)
{
    size_t at = 0;
    uint32_t letter = utf8_next(word, &at);
    return category(letter) == UTF8PROC_CATEGORY_LU && at + 1 == word.len;
}

/* "U.S.", "e.g.", "Ph.D.": two full stops or more, each behind one letter or two. */
static bool has_inner_stops(struct str word)
{
    size_t letters = 0, stops = 0;
    for (size_t at = 0; at < word.len;) {
        uint32_t code_point = utf8_next(word, &at);
        if (is_letter(code_point)) {
            letters++;
        } else if (code_point == '.' && (letters == 1 || letters == 2)) {
            letters = 0;
            stops++;
        } else {
            return false;
        }
    }
    return stops > 1 && letters == 0;
}

static bool is_digit(uint32_t code_point)
{
    return category(code_point) == UTF8PROC_CATEGORY_ND;
}

/* WORD ends in a full stop of its own when NEXT comes after it. */
static bool is_abbreviation(struct str word, uint32_t next)
{
    if (is_initial(word) || has_inner_stops(word))
        return true;
    for (size_t i = 0; i < sizeof(abbreviations) / sizeof(*abbreviations); i++)
        if (str_equal(word, abbreviations[i].word))
            return is_digit(next) || !abbreviations[i].before_digit;
    return false;
}

/* Whether WORD, the first of its sentence or not, ends it when REST follows. */
static bool ends_sentence(struct str word, bool first, struct str rest)
{
    struct str core = strip_end(strip_start(word, is_enclosing), is_enclosing);
    struct str bare = strip_end(core, is_stop);
    if (bare.len == core.len)
        return false;
    if (first && strip_end(bare, is_digit).len == 0) /* "..." or "1." */
        return false;
    struct str behind = strip_start(rest, is_enclosing);
    size_t offset = 0;
    uint32_t next = behind.len ? utf8_next(behind, &offset) : 0;
    if (category(next) == UTF8PROC_CATEGORY_LL)
        return false;
    return !(core.len == bare.len + 1 && str_ends(core, STR(".")) &&
             is_abbreviation(core, next));
}

static size_t word_end(struct str text, size_t at)
{
    while (at < text.len && !gap_at(text, at))
        utf8_next(text, &at);
    return at;
}

static bool next_sentence(struct str text, size_t *offset, struct str *sentence,
                          enum paragraph_end ends)
{
    size_t start = *offset;
    while (gap_at(text, start))
        start = find_gap(text, start, ends).end;
    if (start >= text.len)
        return false;
    for (size_t at = start;;) {
        size_t end = word_end(text, at);
        struct gap gap = find_gap(text, end, ends);
        if (gap.last || ends_sentence(str_slice(text, at, end), at == start,
                                      str_from(text, gap.end))) {
            *sentence = str_slice(text, start, end);
            *offset = gap.end;
            return true;
        }
        at = gap.end;
    }
}

static bool next_sentence_of_lines(struct str text, size_t *offset,
                                   struct str *sentence)
{
    return next_sentence(text, offset, sentence, LINES_END);
}

static bool next_sentence_of_prose(struct str text, size_t *offset,
                                   struct str *sentence)
{
    return next_sentence(text, offset, sentence, PROSE_END);
}

const struct text_form text_form_lines = {
    .next_line = next_line_of_lines,
    .next_sentence = next_sentence_of_lines,
};

const struct text_form text_form_prose = {
    .next_line = next_line_of_prose,
    .next_sentence = next_sentence_of_prose,
};
