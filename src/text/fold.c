/*
 * Folding goes grapheme by grapheme: normalisation never reaches across one, so
 * each folded byte has a grapheme that it came from.
 */
#include "text/fold.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/buf.h"
#include "base/oom.h"
#include "text/cells.h"
#include "text/utf8.h"

/* Signs that typists and typesetters use for one another. */
static const struct {
    const char *likeness;
    const char *signs;
} alike[] = {
    { "'", "`´‘’‚‛‹›′‵ʹʻʼʽ❛❜" },
    { "\"", "“”„‟«»″‶〝〞〟❝❞" },
    { "-", "‐‑‒–—―−⁃⸺⸻﹘" },
};

struct folder {
    struct buf out;
    size_t *origin;
    size_t capacity;
    utf8proc_option_t options;
    bool space; /* one is to be written before what comes next */
    size_t space_origin;
};

static const utf8proc_option_t cased_options =
    UTF8PROC_COMPAT | UTF8PROC_COMPOSE | UTF8PROC_IGNORE;
static const utf8proc_option_t quote_options =
    UTF8PROC_COMPAT | UTF8PROC_COMPOSE | UTF8PROC_IGNORE | UTF8PROC_CASEFOLD;
static const utf8proc_option_t search_cased_options =
    UTF8PROC_COMPAT | UTF8PROC_COMPOSE | UTF8PROC_IGNORE | UTF8PROC_STRIPMARK;
static const utf8proc_option_t search_options = UTF8PROC_COMPAT | UTF8PROC_COMPOSE |
                                                UTF8PROC_IGNORE | UTF8PROC_STRIPMARK |
                                                UTF8PROC_CASEFOLD;

/* Of a grapheme or a code point; NULL where it has none. */
static const char *likeness(struct str grapheme)
{
    for (size_t i = 0; i < sizeof(alike) / sizeof(*alike); i++)
        if (str_find(str_of(alike[i].signs), grapheme, 0) != STR_NONE)
            return alike[i].likeness;
    return NULL;
}

static bool is_its_own_likeness(struct str piece)
{
    return (unsigned char)*piece.ptr < 0x80 && *piece.ptr != '`';
}

static void put_byte(struct folder *f, char byte, size_t origin)
{
    if (f->out.len + 1 >= f->capacity) {
        f->capacity = f->capacity * 2 + 64;
        if (f->capacity > SIZE_MAX / sizeof(size_t))
            oom_die();
        f->origin = oom_realloc(f->origin, f->capacity * sizeof(size_t));
    }
    f->origin[f->out.len] = origin;
    buf_add_char(&f->out, byte);
}

/* Writes a folded piece; the runs of white space and of dashes in it, and those
 * that it goes on with, become one of each. */
static void put(struct folder *f, struct str folded, size_t origin)
{
    for (size_t at = 0; at < folded.len;) {
        size_t start = at;
        if (utf8_is_space(utf8_next(folded, &at))) {
            if (!f->space)
                f->space_origin = origin;
            f->space = true;
            continue;
        }
        if (f->space && f->out.len)
            put_byte(f, ' ', f->space_origin);
        f->space = false;
        struct str piece = str_slice(folded, start, at);
        const char *like = is_its_own_likeness(piece) ? NULL : likeness(piece);
        if (like)
            piece = str_of(like);
        if (*piece.ptr == '-' && f->out.len && f->out.ptr[f->out.len - 1] == '-')
            continue;
        for (size_t i = 0; i < piece.len; i++)
            put_byte(f, piece.ptr[i], origin);
    }
}

/* Decomposes as OPTIONS say; the code points, and *COUNT of them, in STACK or in
 * memory to free. */
static utf8proc_int32_t *decompose(struct str text, utf8proc_option_t options,
                                   utf8proc_int32_t *stack, size_t room,
                                   utf8proc_ssize_t *count)
{
    const utf8proc_uint8_t *bytes = (const utf8proc_uint8_t *)text.ptr;
    utf8proc_ssize_t len = (utf8proc_ssize_t)text.len;
    utf8proc_int32_t *out = stack;
    *count = utf8proc_decompose(bytes, len, out, (utf8proc_ssize_t)room, options);
    if (*count > (utf8proc_ssize_t)room) {
        out = oom_malloc((size_t)*count * sizeof *out);
        *count = utf8proc_decompose(bytes, len, out, *count, options);
    }
    return out;
}

static void fold_grapheme(struct folder *f, struct str grapheme, size_t origin)
{
    enum { ROOM = 32 };
    const char *like = likeness(grapheme);
    if (like) {
        put(f, str_of(like), origin);
        return;
    }
    utf8proc_int32_t stack[ROOM];
    utf8proc_ssize_t count;
    utf8proc_int32_t *points = decompose(grapheme, f->options, stack, ROOM, &count);
    if (count < 0) { /* ill-formed: stands for itself */
        put(f, STR("\xEF\xBF\xBD"), origin);
        return;
    }
    count = utf8proc_normalize_utf32(points, count, f->options);
    struct buf folded = { 0 };
    for (utf8proc_ssize_t i = 0; i < count; i++)
        utf8_add(&folded, (uint32_t)points[i]);
    put(f, buf_str(&folded), origin);
    buf_free(&folded);
    if (points != stack)
        free(points);
}

/* Most text is ASCII, and its folding needs no tables. */
static bool fold_ascii(struct folder *f, struct str grapheme, size_t origin)
{
    if (grapheme.len != 1 || (unsigned char)*grapheme.ptr >= 0x80 ||
        *grapheme.ptr == '`')
        return false;
    char byte = *grapheme.ptr;
    if ((f->options & UTF8PROC_CASEFOLD) && byte >= 'A' && byte <= 'Z')
        byte = (char)(byte - 'A' + 'a');
    put(f, (struct str){ &byte, 1 }, origin);
    return true;
}

static struct text_folded fold(struct arena *arena, struct str text,
                               utf8proc_option_t options)
{
    struct folder f = { .options = options };
    struct str grapheme;
    for (size_t offset = 0, start = 0; text_next_grapheme(text, &offset, &grapheme);
         start = offset)
        if (!fold_ascii(&f, grapheme, start))
            fold_grapheme(&f, grapheme, start);
    size_t *origin = arena_array(arena, f.out.len + 1, sizeof *origin);
    if (f.out.len)
        memcpy(origin, f.origin, f.out.len * sizeof *origin);
    origin[f.out.len] = text.len;
    struct text_folded folded = { .text = arena_str(arena, buf_str(&f.out)),
                                  .origin = origin };
    buf_free(&f.out);
    free(f.origin);
    return folded;
}

struct text_folded text_fold_quote(struct arena *arena, struct str text)
{
    return fold(arena, text, quote_options);
}

struct text_folded text_fold_search(struct arena *arena, struct str text)
{
    return fold(arena, text, search_options);
}

struct text_folded text_fold_quote_cased(struct arena *arena, struct str text)
{
    return fold(arena, text, cased_options);
}

struct text_folded text_fold_search_cased(struct arena *arena, struct str text)
{
    return fold(arena, text, search_cased_options);
}

struct str text_canonical(struct arena *arena, struct str text)
{
    text = utf8_repair(arena, text);
    utf8proc_uint8_t *composed;
    utf8proc_ssize_t len =
        utf8proc_map((const utf8proc_uint8_t *)text.ptr, (utf8proc_ssize_t)text.len,
                     &composed, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    if (len < 0)
        oom_die();
    struct str nfc = { (const char *)composed, (size_t)len };
    struct buf out = { 0 };
    bool space = false;
    for (size_t at = 0; at < nfc.len;) {
        size_t start = at;
        bool now = utf8_is_space(utf8_next(nfc, &at));
        if (!now) {
            if (space && out.len)
                buf_add_char(&out, ' ');
            buf_add(&out, str_slice(nfc, start, at));
        }
        space = now;
    }
    free(composed);
    struct str canonical = arena_str(arena, buf_str(&out));
    buf_free(&out);
    return canonical;
}
