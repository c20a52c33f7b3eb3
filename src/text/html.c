/*
 * gumbo reads the page into a tree; one walk over it writes the text.
 *
 * The tree may be as deep as the page is long, so the walk goes by the parents and
 * not by calls. gumbo would free its tree by calls; it gets its memory from an arena
 * instead, which is let go as a whole.
 */
#include "text/html.h"

#include <gumbo.h>

#include "base/buf.h"
#include "text/utf8.h"

/* What stands between two pieces of text, from the least. */
enum gap { GAP_NONE, GAP_SPACE, GAP_LINE, GAP_PARAGRAPH };

static const struct str gaps[] = {
    [GAP_NONE] = STR_INIT(""),
    [GAP_SPACE] = STR_INIT(" "),
    [GAP_LINE] = STR_INIT("\n"),
    [GAP_PARAGRAPH] = STR_INIT("\n\n"),
};

/* What an element is to a reader. Those that are not named stand in a line. */
enum kind { INLINE, CELL, LINE, BREAK, PARAGRAPH, AS_TYPED, LEFT_OUT, KINDS };

static const unsigned char kinds[GUMBO_TAG_LAST] = {
    [GUMBO_TAG_HEAD] = LEFT_OUT,
    [GUMBO_TAG_TITLE] = LEFT_OUT,
    [GUMBO_TAG_SCRIPT] = LEFT_OUT,
    [GUMBO_TAG_NOSCRIPT] = LEFT_OUT,
    [GUMBO_TAG_STYLE] = LEFT_OUT,
    [GUMBO_TAG_TEMPLATE] = LEFT_OUT,
    [GUMBO_TAG_NAV] = LEFT_OUT,
    [GUMBO_TAG_ASIDE] = LEFT_OUT,
    [GUMBO_TAG_FOOTER] = LEFT_OUT,
    [GUMBO_TAG_BUTTON] = LEFT_OUT,
    [GUMBO_TAG_SELECT] = LEFT_OUT,
    [GUMBO_TAG_TEXTAREA] = LEFT_OUT,
    [GUMBO_TAG_DATALIST] = LEFT_OUT,
    [GUMBO_TAG_IFRAME] = LEFT_OUT,
    [GUMBO_TAG_OBJECT] = LEFT_OUT,
    [GUMBO_TAG_AUDIO] = LEFT_OUT,
    [GUMBO_TAG_VIDEO] = LEFT_OUT,
    [GUMBO_TAG_CANVAS] = LEFT_OUT,
    [GUMBO_TAG_SVG] = LEFT_OUT,
    [GUMBO_TAG_NOFRAMES] = LEFT_OUT,
    [GUMBO_TAG_NOEMBED] = LEFT_OUT,
    [GUMBO_TAG_RP] = LEFT_OUT,
    [GUMBO_TAG_P] = PARAGRAPH,
    [GUMBO_TAG_H1] = PARAGRAPH,
    [GUMBO_TAG_H2] = PARAGRAPH,
    [GUMBO_TAG_H3] = PARAGRAPH,
    [GUMBO_TAG_H4] = PARAGRAPH,
    [GUMBO_TAG_H5] = PARAGRAPH,
    [GUMBO_TAG_H6] = PARAGRAPH,
    [GUMBO_TAG_UL] = PARAGRAPH,
    [GUMBO_TAG_OL] = PARAGRAPH,
    [GUMBO_TAG_DL] = PARAGRAPH,
    [GUMBO_TAG_TABLE] = PARAGRAPH,
    [GUMBO_TAG_BLOCKQUOTE] = PARAGRAPH,
    [GUMBO_TAG_FIGURE] = PARAGRAPH,
    [GUMBO_TAG_FIGCAPTION] = PARAGRAPH,
    [GUMBO_TAG_ARTICLE] = PARAGRAPH,
    [GUMBO_TAG_SECTION] = PARAGRAPH,
    [GUMBO_TAG_HEADER] = PARAGRAPH,
    [GUMBO_TAG_MAIN] = PARAGRAPH,
    [GUMBO_TAG_ADDRESS] = PARAGRAPH,
    [GUMBO_TAG_DETAILS] = PARAGRAPH,
    [GUMBO_TAG_FIELDSET] = PARAGRAPH,
    [GUMBO_TAG_FORM] = PARAGRAPH,
    [GUMBO_TAG_HR] = PARAGRAPH,
    [GUMBO_TAG_BODY] = PARAGRAPH,
    [GUMBO_TAG_PRE] = AS_TYPED,
    [GUMBO_TAG_LISTING] = AS_TYPED,
    [GUMBO_TAG_DIV] = LINE,
    [GUMBO_TAG_LI] = LINE,
    [GUMBO_TAG_DT] = LINE,
    [GUMBO_TAG_DD] = LINE,
    [GUMBO_TAG_TR] = LINE,
    [GUMBO_TAG_CAPTION] = LINE,
    [GUMBO_TAG_CENTER] = LINE,
    [GUMBO_TAG_HGROUP] = LINE,
    [GUMBO_TAG_SUMMARY] = LINE,
    [GUMBO_TAG_LEGEND] = LINE,
    [GUMBO_TAG_DIR] = LINE,
    [GUMBO_TAG_MENU] = LINE,
    [GUMBO_TAG_BR] = BREAK,
    [GUMBO_TAG_TD] = CELL,
    [GUMBO_TAG_TH] = CELL,
};

/* The gap around an element. */
static const enum gap gap_around[KINDS] = {
    [CELL] = GAP_SPACE,          [LINE] = GAP_LINE,          [BREAK] = GAP_LINE,
    [PARAGRAPH] = GAP_PARAGRAPH, [AS_TYPED] = GAP_PARAGRAPH,
};

struct writer {
    struct buf out;
    enum gap gap;    /* due before the next letter */
    size_t as_typed; /* how many elements around that keep white space */
};

static void widen(struct writer *writer, enum gap gap)
{
    if (writer->gap < gap)
        writer->gap = gap;
}

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* What was kept as typed may end in white space: then the gap is there already. */
static void write_gap(struct writer *writer)
{
    struct buf *out = &writer->out;
    while (writer->gap && out->len && is_space(out->ptr[out->len - 1]))
        out->len--;
    if (out->len)
        buf_add(out, gaps[writer->gap]);
    writer->gap = GAP_NONE;
}

static void write_text(struct writer *writer, const char *text)
{
    for (; *text; text++) {
        if (is_space(*text) && !writer->as_typed) {
            widen(writer, GAP_SPACE);
            continue;
        }
        write_gap(writer);
        buf_add_char(&writer->out, *text);
    }
}

static enum kind kind_of(const GumboNode *node)
{
    if (node->type == GUMBO_NODE_TEMPLATE)
        return LEFT_OUT;
    if (node->type != GUMBO_NODE_ELEMENT)
        return INLINE;
    const GumboElement *element = &node->v.element;
    if (gumbo_get_attribute(&element->attributes, "hidden"))
        return LEFT_OUT;
    return element->tag < GUMBO_TAG_LAST ? (enum kind)kinds[element->tag] : INLINE;
}

static bool is_text(const GumboNode *node)
{
    return node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_CDATA ||
           node->type == GUMBO_NODE_WHITESPACE;
}

/* The first child to go to, or NULL. */
static const GumboNode *enter(struct writer *writer, const GumboNode *node)
{
    enum kind kind = kind_of(node);
    if (is_text(node))
        write_text(writer, node->v.text.text);
    if (kind == LEFT_OUT || node->type != GUMBO_NODE_ELEMENT)
        return NULL;
    widen(writer, gap_around[kind]);
    writer->as_typed += kind == AS_TYPED;
    const GumboVector *children = &node->v.element.children;
    return children->length ? children->data[0] : NULL;
}

static void leave(struct writer *writer, const GumboNode *node)
{
    enum kind kind = kind_of(node);
    if (kind == LEFT_OUT || node->type != GUMBO_NODE_ELEMENT)
        return;
    widen(writer, gap_around[kind]);
    writer->as_typed -= kind == AS_TYPED;
}

static const GumboNode *sibling_behind(const GumboNode *node)
{
    const GumboVector *siblings = &node->parent->v.element.children;
    size_t next = node->index_within_parent + 1;
    return next < siblings->length ? siblings->data[next] : NULL;
}

static void walk(struct writer *writer, const GumboNode *root)
{
    const GumboNode *node = root;
    for (;;) {
        const GumboNode *next = enter(writer, node);
        while (!next) {
            leave(writer, node);
            if (node == root)
                return;
            next = sibling_behind(node);
            if (!next)
                node = node->parent;
        }
        node = next;
    }
}

static void *take(void *arena, size_t size)
{
    return arena_alloc(arena, size);
}

static void let_be(void *arena, void *memory)
{
    (void)arena;
    (void)memory;
}

static const struct str byte_order_mark = STR_INIT("\uFEFF");

bool html_text(struct arena *arena, struct str bytes, struct str *text)
{
    struct arena tree = { NULL };
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = take;
    options.deallocator = let_be;
    options.userdata = &tree;
    options.max_errors = 0;
    if (str_starts(bytes, byte_order_mark))
        bytes = str_from(bytes, byte_order_mark.len);
    const GumboOutput *page =
        gumbo_parse_with_options(&options, bytes.len ? bytes.ptr : "", bytes.len);
    struct writer writer = { .gap = GAP_NONE };
    walk(&writer, page->root);
    /* gumbo gives bytes that are no UTF-8 for references beyond all numbers. */
    *text = str_trim(utf8_repair(arena, arena_str(arena, buf_str(&writer.out))));
    buf_free(&writer.out);
    arena_free(&tree);
    return true;
}
