#include "text/utf8.h"

#include <string.h>

enum { REPLACEMENT = 0xFFFD };

/* What stands at a place: a code point, or as many bytes of one as were well
 * formed before it broke off ("maximal subpart"), at least one. */
struct decoded {
    uint32_t code_point;
    size_t len;
    bool valid;
};

/* The lead bytes of UTF-8 (Unicode, table 3-7): what follows how often, and
 * between which bounds the first of them must lie. */
struct lead {
    unsigned char first, last;
    unsigned char trail;
    unsigned char low, high;
    unsigned char bits;
};

static const struct lead leads[] = {
    { .first = 0xC2,
      .last = 0xDF,
      .trail = 1,
      .low = 0x80,
      .high = 0xBF,
      .bits = 0x1F },
    { .first = 0xE0,
      .last = 0xE0,
      .trail = 2,
      .low = 0xA0,
      .high = 0xBF,
      .bits = 0x0F },
    { .first = 0xE1,
      .last = 0xEC,
      .trail = 2,
      .low = 0x80,
      .high = 0xBF,
      .bits = 0x0F },
    { .first = 0xED,
      .last = 0xED,
      .trail = 2,
      .low = 0x80,
      .high = 0x9F,
      .bits = 0x0F },
    { .first = 0xEE,
      .last = 0xEF,
      .trail = 2,
      .low = 0x80,
      .high = 0xBF,
      .bits = 0x0F },
    { .first = 0xF0,
      .last = 0xF0,
      .trail = 3,
      .low = 0x90,
      .high = 0xBF,
      .bits = 0x07 },
    { .first = 0xF1,
      .last = 0xF3,
      .trail = 3,
      .low = 0x80,
      .high = 0xBF,
      .bits = 0x07 },
    { .first = 0xF4,
      .last = 0xF4,
      .trail = 3,
      .low = 0x80,
      .high = 0x8F,
      .bits = 0x07 },
};

static const struct lead *lead_of(unsigned char byte)
{
    for (size_t i = 0; i < sizeof(leads) / sizeof(*leads); i++)
        if (byte >= leads[i].first && byte <= leads[i].last)
            return &leads[i];
    return NULL;
}

static struct decoded decode(struct str text, size_t offset)
{
    const unsigned char *at = (const unsigned char *)text.ptr + offset;
    size_t left = text.len - offset;
    if (at[0] < 0x80)
        return (struct decoded){ .code_point = at[0], .len = 1, .valid = true };
    struct decoded result = { .code_point = REPLACEMENT, .len = 1 };
    const struct lead *lead = lead_of(at[0]);
    if (!lead)
        return result;
    uint32_t value = at[0] & lead->bits;
    for (; result.len <= lead->trail; result.len++) {
        bool second = result.len == 1;
        unsigned char low = second ? lead->low : 0x80,
                      high = second ? lead->high : 0xBF;
        if (result.len == left || at[result.len] < low || at[result.len] > high)
            return result;
        value = value << 6 | (at[result.len] & 0x3F);
    }
    return (struct decoded){ .code_point = value, .len = result.len, .valid = true };
}

bool utf8_valid(struct str text, size_t *bad)
{
    for (size_t offset = 0; offset < text.len;) {
        struct decoded next = decode(text, offset);
        if (!next.valid) {
            if (bad)
                *bad = offset;
            return false;
        }
        offset += next.len;
    }
    return true;
}

bool utf8_is_utf16(struct str text)
{
    return str_starts(text, STR("\xFF\xFE")) || str_starts(text, STR("\xFE\xFF")) ||
           (text.len >= 2 && (text.ptr[0] == 0) != (text.ptr[1] == 0));
}

struct str utf8_repair(struct arena *arena, struct str text)
{
    if (str_starts(text, STR("\xEF\xBB\xBF")))
        text = str_from(text, 3);
    size_t good;
    if (utf8_valid(text, &good))
        return text;
    struct buf out = { 0 };
    buf_add(&out, str_slice(text, 0, good));
    for (size_t offset = good; offset < text.len;) {
        struct decoded next = decode(text, offset);
        utf8_add(&out, next.code_point);
        offset += next.len;
    }
    struct str repaired = arena_str(arena, buf_str(&out));
    buf_free(&out);
    return repaired;
}

uint32_t utf8_next(struct str text, size_t *offset)
{
    struct decoded next = decode(text, *offset);
    *offset += next.valid ? next.len : 1;
    return next.code_point;
}

uint32_t utf8_previous(struct str text, size_t *offset)
{
    enum { LONGEST = 4 };
    for (size_t len = 1; len <= LONGEST && len <= *offset; len++) {
        struct decoded found = decode(text, *offset - len);
        if (found.valid && found.len == len) {
            *offset -= len;
            return found.code_point;
        }
    }
    --*offset;
    return REPLACEMENT;
}

void utf8_add(struct buf *out, uint32_t code_point)
{
    if (code_point < 0x80) {
        buf_add_char(out, (char)code_point);
        return;
    }
    if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF))
        code_point = REPLACEMENT;
    char bytes[4];
    size_t len = code_point < 0x800 ? 2 : code_point < 0x10000 ? 3 : 4;
    static const unsigned char marks[] = { 0, 0, 0xC0, 0xE0, 0xF0 };
    for (size_t i = len; i-- > 1; code_point >>= 6)
        bytes[i] = (char)(0x80 | (code_point & 0x3F));
    bytes[0] = (char)(marks[len] | code_point);
    buf_add(out, (struct str){ bytes, len });
}

size_t utf8_count(struct str text)
{
    return utf8_index(text, text.len);
}

size_t utf8_index(struct str text, size_t offset)
{
    size_t count = 0;
    for (size_t at = 0; at < offset && at < text.len; count++)
        utf8_next(text, &at);
    return count;
}

size_t utf8_offset(struct str text, size_t index)
{
    size_t at = 0;
    while (index-- && at < text.len)
        utf8_next(text, &at);
    return at;
}

bool utf8_is_space(uint32_t code_point)
{
    static const struct {
        uint32_t first, last;
    } spaces[] = {
        { 0x09, 0x0D },     { 0x20, 0x20 },     { 0x85, 0x85 },     { 0xA0, 0xA0 },
        { 0x1680, 0x1680 }, { 0x2000, 0x200A }, { 0x2028, 0x2029 }, { 0x202F, 0x202F },
        { 0x205F, 0x205F }, { 0x3000, 0x3000 },
    };
    for (size_t i = 0; i < sizeof(spaces) / sizeof(*spaces); i++)
        if (code_point <= spaces[i].last)
            return code_point >= spaces[i].first;
    return false;
}

bool utf8_is_breaking_space(uint32_t code_point)
{
    enum { NO_BREAK = 0xA0, FIGURE = 0x2007, NARROW_NO_BREAK = 0x202F };
    return utf8_is_space(code_point) && code_point != NO_BREAK &&
           code_point != FIGURE && code_point != NARROW_NO_BREAK;
}
