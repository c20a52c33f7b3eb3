#include <stdint.h>
#include <utf8proc.h>

#include "base/buf.h"
#include "text/cells.h"
#include "text/clean.h"
#include "text/utf8.h"

/* What the compatibility decomposition does not know, by code point. Cyrillic
 * after the passport and press spellings: Podolyak, Naryshkin. */
static const struct likeness {
    uint32_t code_point;
    const char *ascii;
} likenesses[] = {
    { 0x00A1, "!" },   { 0x00A2, "c" },   { 0x00A3, "GBP" }, { 0x00A5, "JPY" },
    { 0x00A6, "|" },   { 0x00A7, "S." },  { 0x00A9, "(c)" }, { 0x00AB, "\"" },
    { 0x00AC, "!" },   { 0x00AE, "(R)" }, { 0x00B0, "deg" }, { 0x00B1, "+-" },
    { 0x00B4, "'" },   { 0x00B6, "P." },  { 0x00B7, "*" },   { 0x00BB, "\"" },
    { 0x00BF, "?" },   { 0x00C6, "AE" },  { 0x00D0, "D" },   { 0x00D7, "x" },
    { 0x00D8, "O" },   { 0x00DE, "Th" },  { 0x00DF, "ss" },  { 0x00E6, "ae" },
    { 0x00F0, "d" },   { 0x00F7, "/" },   { 0x00F8, "o" },   { 0x00FE, "th" },
    { 0x0110, "D" },   { 0x0111, "d" },   { 0x0126, "H" },   { 0x0127, "h" },
    { 0x0131, "i" },   { 0x0141, "L" },   { 0x0142, "l" },   { 0x0152, "OE" },
    { 0x0153, "oe" },  { 0x02B9, "'" },   { 0x02BB, "'" },   { 0x02BC, "'" },
    { 0x0404, "Ye" },  { 0x0406, "I" },   { 0x0410, "A" },   { 0x0411, "B" },
    { 0x0412, "V" },   { 0x0413, "G" },   { 0x0414, "D" },   { 0x0415, "E" },
    { 0x0416, "Zh" },  { 0x0417, "Z" },   { 0x0418, "I" },   { 0x0419, "Y" },
    { 0x041A, "K" },   { 0x041B, "L" },   { 0x041C, "M" },   { 0x041D, "N" },
    { 0x041E, "O" },   { 0x041F, "P" },   { 0x0420, "R" },   { 0x0421, "S" },
    { 0x0422, "T" },   { 0x0423, "U" },   { 0x0424, "F" },   { 0x0425, "Kh" },
    { 0x0426, "Ts" },  { 0x0427, "Ch" },  { 0x0428, "Sh" },  { 0x0429, "Shch" },
    { 0x042A, "\"" },  { 0x042B, "Y" },   { 0x042C, "'" },   { 0x042D, "E" },
    { 0x042E, "Yu" },  { 0x042F, "Ya" },  { 0x0430, "a" },   { 0x0431, "b" },
    { 0x0432, "v" },   { 0x0433, "g" },   { 0x0434, "d" },   { 0x0435, "e" },
    { 0x0436, "zh" },  { 0x0437, "z" },   { 0x0438, "i" },   { 0x0439, "y" },
    { 0x043A, "k" },   { 0x043B, "l" },   { 0x043C, "m" },   { 0x043D, "n" },
    { 0x043E, "o" },   { 0x043F, "p" },   { 0x0440, "r" },   { 0x0441, "s" },
    { 0x0442, "t" },   { 0x0443, "u" },   { 0x0444, "f" },   { 0x0445, "kh" },
    { 0x0446, "ts" },  { 0x0447, "ch" },  { 0x0448, "sh" },  { 0x0449, "shch" },
    { 0x044A, "\"" },  { 0x044B, "y" },   { 0x044C, "'" },   { 0x044D, "e" },
    { 0x044E, "yu" },  { 0x044F, "ya" },  { 0x0454, "ye" },  { 0x0456, "i" },
    { 0x0490, "G" },   { 0x0491, "g" },   { 0x1E9E, "SS" },  { 0x2010, "-" },
    { 0x2011, "-" },   { 0x2012, "-" },   { 0x2013, "-" },   { 0x2014, "-" },
    { 0x2015, "-" },   { 0x2018, "'" },   { 0x2019, "'" },   { 0x201A, "'" },
    { 0x201B, "'" },   { 0x201C, "\"" },  { 0x201D, "\"" },  { 0x201E, "\"" },
    { 0x201F, "\"" },  { 0x2020, "+" },   { 0x2021, "++" },  { 0x2022, "*" },
    { 0x2032, "'" },   { 0x2033, "\"" },  { 0x2039, "'" },   { 0x203A, "'" },
    { 0x2043, "-" },   { 0x2044, "/" },   { 0x20AC, "EUR" }, { 0x20B4, "UAH" },
    { 0x20BD, "RUB" }, { 0x2190, "<-" },  { 0x2192, "->" },  { 0x2194, "<->" },
    { 0x2212, "-" },   { 0x2215, "/" },   { 0x2248, "~" },   { 0x2260, "!=" },
    { 0x2264, "<=" },  { 0x2265, ">=" },  { 0x25CC, "o" },   { 0x3001, "," },
    { 0x3002, "." },
};

/* Empty where there is none. */
static struct str likeness_of(uint32_t code_point)
{
    size_t low = 0, high = sizeof(likenesses) / sizeof(*likenesses);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (likenesses[middle].code_point < code_point)
            low = middle + 1;
        else
            high = middle;
    }
    bool found = low < sizeof(likenesses) / sizeof(*likenesses) &&
                 likenesses[low].code_point == code_point;
    return found ? str_of(likenesses[low].ascii) : STR("");
}

/* Appends the likeness of each part of a decomposed code point; false, with OUT
 * as it was, where one has none. */
static bool add_parts(struct buf *out, const utf8proc_int32_t *parts, size_t count)
{
    size_t before = out->len;
    for (size_t i = 0; i < count; i++) {
        struct str like = likeness_of((uint32_t)parts[i]);
        if (parts[i] >= ' ' && parts[i] < 0x7F)
            buf_add_char(out, (char)parts[i]);
        else if (like.len)
            buf_add(out, like);
        else if (utf8proc_category(parts[i]) != UTF8PROC_CATEGORY_MN) {
            out->len = before;
            return false;
        }
    }
    return out->len > before;
}

static void add_cluster(struct buf *out, struct text_cluster cluster)
{
    enum { ROOM = 32 };
    size_t start = 0;
    uint32_t base = utf8_next(cluster.bytes, &start);
    if (base == '\n') {
        buf_add_char(out, '\n');
        return;
    }
    struct str like = likeness_of(base);
    if (like.len) {
        buf_add(out, like);
        return;
    }
    utf8proc_int32_t parts[ROOM];
    int boundary = 0;
    utf8proc_ssize_t count =
        utf8proc_decompose_char((utf8proc_int32_t)base, parts, ROOM,
                                UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT, &boundary);
    if (count <= 0 || count > ROOM || !add_parts(out, parts, (size_t)count))
        buf_add_repeated(out, '?', (size_t)cluster.cells);
}

static bool is_ascii(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.ptr[i] >= 0x80)
            return false;
    return true;
}

struct str text_ascii(struct arena *arena, struct str text)
{
    if (is_ascii(text))
        return text;
    struct buf out = { 0 };
    struct text_cluster cluster;
    for (size_t offset = 0; text_next_cluster(text, &offset, &cluster);)
        add_cluster(&out, cluster);
    struct str ascii = arena_str(arena, buf_str(&out));
    buf_free(&out);
    return ascii;
}
