#include "text_laws.h"

#include <stdint.h>
#include <string.h>

#include "text/cells.h"
#include "text/clean.h"
#include "text/fold.h"
#include "text/utf8.h"
#include "text/wrap.h"

static bool within(uint32_t code_point, uint32_t first, uint32_t last)
{
    return code_point >= first && code_point <= last;
}

/* Listed by hand and not asked of utf8proc, so that the two check each other. */
static bool is_forbidden(uint32_t c, bool line_feeds)
{
    return (c < 0x20 && !(c == '\n' && line_feeds)) || within(c, 0x7F, 0x9F) ||
           c == 0xAD || c == 0x34F || c == 0x61C || within(c, 0x115F, 0x1160) ||
           within(c, 0x17B4, 0x17B5) || within(c, 0x180B, 0x180F) || c == 0x200B ||
           within(c, 0x200E, 0x200F) || within(c, 0x2028, 0x202E) ||
           within(c, 0x2060, 0x206F) || c == 0x3164 || within(c, 0xE000, 0xF8FF) ||
           within(c, 0xFDD0, 0xFDEF) || within(c, 0xFE00, 0xFE0F) || c == 0xFEFF ||
           c == 0xFFA0 || within(c, 0xFFF0, 0xFFFB) || (c & 0xFFFE) == 0xFFFE ||
           within(c, 0x1BCA0, 0x1BCA3) || within(c, 0x1D173, 0x1D17A) ||
           within(c, 0x1F1E6, 0x1F1FF) || c >= 0xE0000;
}

static const char *clean_law(struct str clean, bool line_feeds)
{
    if (!utf8_valid(clean, NULL))
        return "clean text is UTF-8";
    for (size_t at = 0; at < clean.len;)
        if (is_forbidden(utf8_next(clean, &at), line_feeds))
            return "clean text has nothing in it that may not be printed";
    return NULL;
}

static const char *cluster_law(struct str clean)
{
    size_t sum = 0, end = 0, graphemes_end = 0;
    struct text_cluster cluster;
    struct str grapheme;
    for (size_t at = 0; text_next_cluster(clean, &at, &cluster);) {
        if (cluster.cells < 1 || cluster.cells > 2)
            return "a cluster of clean text takes one cell or two";
        if (cluster.bytes.ptr != clean.ptr + end || cluster.end != at || at <= end ||
            cluster.bytes.len != at - end)
            return "clusters of clean text are drawn whole and follow each other";
        if (utf8_count(cluster.bytes) > TEXT_CLUSTER_CODE_POINTS ||
            cluster.bytes.len > TEXT_CLUSTER_BYTES)
            return "a cluster fits in a cell of ncurses";
        int counted = 0;
        for (size_t i = 0; i < cluster.bytes.len && *cluster.bytes.ptr != '\n';)
            counted += text_code_point_cells(utf8_next(cluster.bytes, &i));
        if (counted != cluster.cells && *cluster.bytes.ptr != '\n')
            return "a cluster takes the cells of its code points";
        if (graphemes_end < at)
            text_next_grapheme(clean, &graphemes_end, &grapheme);
        if (graphemes_end < at)
            return "a cluster lies in one grapheme";
        sum += (size_t)cluster.cells;
        end = at;
    }
    if (end != clean.len || sum != text_cells(clean))
        return "the cells of a text are those of its clusters";
    return NULL;
}

static const char *fit_law(struct str clean)
{
    for (size_t cells = 0; cells < 8; cells++) {
        struct str fit = text_fit(clean, cells);
        if (text_cells(fit) > cells)
            return "what fits is no wider than its room";
        if (fit.len < clean.len && text_cells(fit) + 2 <= cells)
            return "what fits is as long as can be";
    }
    return NULL;
}

static bool is_gap(struct str s)
{
    for (size_t at = 0; at < s.len;)
        if (!utf8_is_space(utf8_next(s, &at)))
            return false;
    return true;
}

/* WIDTH 1 is too little for some, so lost clusters are no fault there. */
static const char *line_law(const struct text_form *form, struct str clean,
                            size_t width)
{
    size_t end = 0;
    struct str line;
    for (size_t at = 0, before = 0; form->next_line(clean, width, &at, &line);
         before = at) {
        if (at <= before || at > clean.len)
            return "every line goes on in the text";
        size_t start = (size_t)(line.ptr - clean.ptr);
        if (start < end || start + line.len > clean.len)
            return "lines are slices, one behind the other";
        if (text_cells(line) > width)
            return "a line is no wider than it may be";
        size_t first = 0;
        struct text_cluster cluster;
        if (text_next_cluster(line, &first, &cluster) && cluster.cells == 0)
            return "a line begins with something that takes a cell";
        if (width > 1 && !is_gap(str_slice(clean, end, start)))
            return "lines leave out white space only";
        end = start + line.len;
    }
    if (width > 1 && !is_gap(str_from(clean, end)))
        return "lines go to the end of the text";
    return NULL;
}

static const char *sentence_law(const struct text_form *form, struct str clean)
{
    size_t end = 0;
    struct str sentence;
    for (size_t at = 0; form->next_sentence(clean, &at, &sentence);) {
        size_t start = (size_t)(sentence.ptr - clean.ptr);
        if (start < end || start + sentence.len > clean.len || sentence.len == 0)
            return "sentences are slices, one behind the other";
        if (!is_gap(str_slice(clean, end, start)))
            return "sentences leave out white space only";
        end = start + sentence.len;
        if (at < end)
            return "every sentence goes on in the text";
    }
    return is_gap(str_from(clean, end)) ? NULL : "sentences go to the end of the text";
}

static const char *fold_law(struct str text, struct text_folded folded)
{
    if (!utf8_valid(folded.text, NULL))
        return "folded text is UTF-8";
    if (folded.origin[folded.text.len] != text.len)
        return "the last origin is the length of the text";
    for (size_t i = 1; i <= folded.text.len; i++)
        if (folded.origin[i] < folded.origin[i - 1])
            return "origins go forward";
    if (str_starts(folded.text, STR(" ")) || str_ends(folded.text, STR(" ")) ||
        str_find(folded.text, STR("  "), 0) != STR_NONE)
        return "folded text has single spaces between words";
    struct str grapheme;
    size_t at = 0;
    for (size_t i = 0; i <= folded.text.len; i++) {
        while (at < folded.origin[i] && text_next_grapheme(text, &at, &grapheme))
            ;
        if (at != folded.origin[i])
            return "origins lie where graphemes begin";
    }
    return NULL;
}

static const char *ascii_law(struct arena *arena, struct str clean)
{
    struct str ascii = text_ascii(arena, clean);
    for (size_t i = 0; i < ascii.len; i++)
        if ((ascii.ptr[i] < ' ' && ascii.ptr[i] != '\n') || ascii.ptr[i] > '~')
            return "text made ASCII is printable ASCII";
    return NULL;
}

/* A byte order mark is one only at the start of a file. */
static const char *canonical_law(struct arena *arena, struct str canonical)
{
    if (str_starts(canonical, STR("\uFEFF")))
        return NULL;
    return str_equal(canonical, text_canonical(arena, canonical))
               ? NULL
               : "a canonical text is its own";
}

static const char *first_of(const char *const laws[], size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (laws[i])
            return laws[i];
    return NULL;
}

static const char *broken_law(struct arena *arena, struct str text)
{
    struct str repaired = utf8_repair(arena, text);
    struct str line = text_clean_line(arena, text, NULL);
    struct str block = text_clean_block(arena, text, NULL);
    const char *laws[] = {
        utf8_valid(repaired, NULL) ? NULL : "repaired text is UTF-8",
        clean_law(line, false),
        clean_law(block, true),
        text_clean_line(arena, line, NULL).ptr == line.ptr
            ? NULL
            : "a cleaned line cleans to itself",
        text_clean_block(arena, block, NULL).ptr == block.ptr
            ? NULL
            : "a cleaned block cleans to itself",
        cluster_law(line),
        cluster_law(block),
        fit_law(line),
        line_law(&text_form_lines, block, 1),
        line_law(&text_form_lines, block, 2),
        line_law(&text_form_lines, block, 7),
        line_law(&text_form_prose, block, 1),
        line_law(&text_form_prose, block, 2),
        line_law(&text_form_prose, block, 7),
        sentence_law(&text_form_lines, block),
        sentence_law(&text_form_prose, block),
        fold_law(text, text_fold_quote(arena, text)),
        fold_law(block, text_fold_search(arena, block)),
        ascii_law(arena, block),
        canonical_law(arena, text_canonical(arena, text)),
    };
    return first_of(laws, sizeof(laws) / sizeof(*laws));
}

const char *text_broken_law(struct str text)
{
    struct arena arena = { 0 };
    const char *law = broken_law(&arena, text);
    arena_free(&arena);
    return law;
}
