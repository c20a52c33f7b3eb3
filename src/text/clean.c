/*
 * A cleaner goes through the text once, a code point at a time, and decides by
 * what it has written so far. Since the decision needs nothing else, what comes
 * out is left as it is by a second run.
 */
#include "text/clean.h"

#include <stdio.h>
#include <utf8proc.h>

#include "base/buf.h"
#include "text/cells.h"
#include "text/utf8.h"

struct cleaner {
    struct str text;
    size_t offset; /* of what comes next in the text */
    struct buf out;
    size_t marks;
    const char *line_end; /* what a line feed becomes */

    /* What a code point without a width could join: the last one that has a
     * width, how many joined it, and the last of them. */
    bool open;
    uint32_t base, last;
    int joined;
    bool selected, joiner; /* a variation selector, a joiner was there */
};

enum {
    TAB = '\t',
    LINE_FEED = '\n',
    CARRIAGE_RETURN = '\r',
    DELETE = 0x7F,
    CONTROLS_END = 0xA0, /* of C1 */
    SOFT_HYPHEN = 0xAD,
    NON_JOINER = 0x200C,
    JOINER = 0x200D,
    DOTTED_CIRCLE = 0x25CC,
    FLAG_A = 0x1F1E6,
    FLAG_Z = 0x1F1FF,
    SKIN_FIRST = 0x1F3FB,
    SKIN_LAST = 0x1F3FF,
};

static const utf8proc_property_t *property(uint32_t code_point)
{
    return utf8proc_get_property((utf8proc_int32_t)code_point);
}

static bool is_mark_category(uint32_t code_point)
{
    int category = property(code_point)->category;
    return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_ME ||
           category == UTF8PROC_CATEGORY_MC;
}

/* Writes a code point that has a width. A space holds no mark: it may be left
 * out where a line is broken. */
static void put_base(struct cleaner *c, uint32_t code_point)
{
    utf8_add(&c->out, code_point);
    c->open = !utf8_is_breaking_space(code_point);
    c->base = c->last = code_point;
    c->joined = 0;
    c->selected = c->joiner = false;
}

static void put_joined(struct cleaner *c, uint32_t code_point)
{
    if (++c->joined >= TEXT_CLUSTER_CODE_POINTS)
        return;
    utf8_add(&c->out, code_point);
    c->last = code_point;
}

static void put_ascii(struct cleaner *c, const char *s)
{
    while (*s)
        put_base(c, (unsigned char)*s++);
}

static void put_mark(struct cleaner *c, uint32_t code_point)
{
    char mark[16];
    if (code_point < 0x20 || code_point == DELETE)
        snprintf(mark, sizeof mark, "^%c", (char)(code_point ^ 0x40));
    else
        snprintf(mark, sizeof mark, "<U+%04X>", (unsigned)code_point);
    put_ascii(c, mark);
    c->marks++;
}

static bool take(struct cleaner *c, uint32_t low, uint32_t high, uint32_t *code_point)
{
    size_t offset = c->offset;
    if (offset >= c->text.len)
        return false;
    *code_point = utf8_next(c->text, &offset);
    if (*code_point < low || *code_point > high)
        return false;
    c->offset = offset;
    return true;
}

static void clean_control(struct cleaner *c, uint32_t code_point)
{
    uint32_t next;
    if (code_point == TAB) {
        put_base(c, ' ');
    } else if (code_point == LINE_FEED || code_point == CARRIAGE_RETURN) {
        if (code_point == CARRIAGE_RETURN)
            take(c, LINE_FEED, LINE_FEED, &next);
        put_ascii(c, c->line_end);
        c->open = false;
    } else {
        put_mark(c, code_point);
    }
}

/* A flag is two code points that only some terminals make one picture of, two
 * or four cells wide: shown by its letters. */
static void clean_flag(struct cleaner *c, uint32_t code_point)
{
    char letters[] = { '<', (char)('A' + (code_point - FLAG_A)), '>', 0, 0 };
    uint32_t second;
    if (take(c, FLAG_A, FLAG_Z, &second)) {
        letters[2] = (char)('A' + (second - FLAG_A));
        letters[3] = '>';
    }
    put_ascii(c, letters);
}

/* Joiners change the shapes of Arabic and Indic letters and are kept there, one
 * for each letter. Elsewhere they hide, or make a terminal count a picture of
 * several as one. */
static void clean_joiner(struct cleaner *c, uint32_t code_point)
{
    if (!c->open || c->joiner) {
        put_mark(c, code_point);
        return;
    }
    if (property(c->base)->category == UTF8PROC_CATEGORY_LO)
        put_joined(c, code_point);
    c->joiner = true;
}

/* A variation selector or the like: one says how a letter looks, and some
 * terminals change its width by it. */
static void clean_selector(struct cleaner *c, uint32_t code_point)
{
    if (!c->open || c->selected)
        put_mark(c, code_point);
    c->selected = true;
}

static void clean_ignorable(struct cleaner *c, uint32_t code_point)
{
    if (code_point == NON_JOINER || code_point == JOINER)
        clean_joiner(c, code_point);
    else if (is_mark_category(code_point))
        clean_selector(c, code_point);
    else if (code_point != SOFT_HYPHEN)
        put_mark(c, code_point);
}

/* A code point that joins the one before, if there is one it can join. */
static void clean_joining(struct cleaner *c, uint32_t code_point)
{
    if (c->open && !utf8proc_grapheme_break((utf8proc_int32_t)c->last,
                                            (utf8proc_int32_t)code_point)) {
        put_joined(c, code_point);
    } else if (is_mark_category(code_point)) {
        put_base(c, DOTTED_CIRCLE);
        put_joined(c, code_point);
    } else {
        put_mark(c, code_point);
    }
}

static bool is_skin_on_picture(const struct cleaner *c, uint32_t code_point)
{
    return code_point >= SKIN_FIRST && code_point <= SKIN_LAST && c->open &&
           property(c->base)->boundclass == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC;
}

/* What is no text: private, unassigned, separators of lines, formats that do
 * not show. */
static bool must_be_marked(uint32_t code_point, int cells)
{
    int category = property(code_point)->category;
    return cells < 0 || category == UTF8PROC_CATEGORY_CO ||
           category == UTF8PROC_CATEGORY_CN || category == UTF8PROC_CATEGORY_ZL ||
           category == UTF8PROC_CATEGORY_ZP ||
           (category == UTF8PROC_CATEGORY_CF && cells == 0);
}

static void clean_code_point(struct cleaner *c, uint32_t code_point)
{
    if (code_point >= ' ' && code_point < DELETE) {
        put_base(c, code_point);
        return;
    }
    if (code_point < CONTROLS_END) {
        clean_control(c, code_point);
        return;
    }
    int cells = text_code_point_cells(code_point);
    if (property(code_point)->ignorable)
        clean_ignorable(c, code_point);
    else if (code_point >= FLAG_A && code_point <= FLAG_Z)
        clean_flag(c, code_point);
    else if (must_be_marked(code_point, cells))
        put_mark(c, code_point);
    else if (cells == 0)
        clean_joining(c, code_point);
    else if (!is_skin_on_picture(c, code_point))
        put_base(c, code_point);
}

static bool is_plain(struct str text, bool line_feeds)
{
    for (size_t i = 0; i < text.len; i++) {
        unsigned char byte = (unsigned char)text.ptr[i];
        if ((byte < ' ' || byte >= DELETE) && !(line_feeds && byte == LINE_FEED))
            return false;
    }
    return true;
}

static struct str clean(struct arena *arena, struct cleaner c, size_t *marks)
{
    struct str result = c.text;
    if (!is_plain(c.text, *c.line_end == '\n')) {
        while (c.offset < c.text.len)
            clean_code_point(&c, utf8_next(c.text, &c.offset));
        if (!str_equal(buf_str(&c.out), c.text))
            result = arena_str(arena, buf_str(&c.out));
        buf_free(&c.out);
    }
    if (marks)
        *marks = c.marks;
    return result;
}

struct str text_clean_line(struct arena *arena, struct str text, size_t *marks)
{
    return clean(arena, (struct cleaner){ .text = text, .line_end = " " }, marks);
}

struct str text_clean_block(struct arena *arena, struct str text, size_t *marks)
{
    return clean(arena, (struct cleaner){ .text = text, .line_end = "\n" }, marks);
}
