/*
 * Widths come from the C library and are asked for in a UTF-8 locale of our own,
 * so that LC_ALL=C does not change a column. The answers for the basic plane are
 * kept; the rest is rare enough to be asked each time.
 */
#include "text/cells.h"

#include <locale.h>
#include <stdlib.h>
#include <utf8proc.h>
#include <wchar.h>

#include "text/utf8.h"

/* The names that systems give a locale with UTF-8 in it, likeliest first. */
static locale_t utf8_locale(void)
{
    static const char *const names[] = { "C.UTF-8", "UTF-8", "en_US.UTF-8",
                                         "POSIX.UTF-8" };
    static locale_t locale;
    for (size_t i = 0; !locale && i < sizeof(names) / sizeof(*names); i++)
        locale = newlocale(LC_CTYPE_MASK, names[i], (locale_t)0);
    return locale;
}

static int ask_width(uint32_t code_point)
{
    locale_t locale = utf8_locale();
    if (!locale)
        return utf8proc_charwidth((utf8proc_int32_t)code_point);
    locale_t before = uselocale(locale);
    int width = wcwidth((wchar_t)code_point);
    uselocale(before);
    return width;
}

int text_code_point_cells(uint32_t code_point)
{
    enum { BASIC_PLANE = 0x10000, UNASKED = 0, BIAS = 2 };
    static signed char known[BASIC_PLANE];
    if (code_point >= 0x20 && code_point < 0x7F)
        return 1;
    if (code_point >= BASIC_PLANE)
        return ask_width(code_point);
    if (known[code_point] == UNASKED)
        known[code_point] = (signed char)(ask_width(code_point) + BIAS);
    return known[code_point] - BIAS;
}

/* Of a code point that begins a cluster. A line feed is drawn as a space. */
static int drawn_cells(uint32_t code_point)
{
    int cells = code_point == '\n' ? 1 : text_code_point_cells(code_point);
    return cells < 0 ? 0 : cells;
}

static bool breaks(uint32_t before, uint32_t after)
{
    return utf8proc_grapheme_break((utf8proc_int32_t)before, (utf8proc_int32_t)after);
}

static bool ascii_at(struct str text, size_t offset)
{
    return offset >= text.len || (unsigned char)text.ptr[offset] < 0x80;
}

bool text_next_cluster(struct str text, size_t *offset, struct text_cluster *cluster)
{
    if (*offset >= text.len)
        return false;
    size_t start = *offset, end = start, drawn;
    uint32_t last = utf8_next(text, &end);
    cluster->cells = drawn_cells(last);
    drawn = end;
    for (int kept = 1; !ascii_at(text, end);) {
        size_t next_end = end;
        uint32_t next = utf8_next(text, &next_end);
        if (text_code_point_cells(next) > 0 || breaks(last, next))
            break;
        last = next;
        end = next_end;
        if (kept++ < TEXT_CLUSTER_CODE_POINTS)
            drawn = end;
    }
    cluster->bytes = str_slice(text, start, drawn);
    cluster->end = *offset = end;
    return true;
}

bool text_next_grapheme(struct str text, size_t *offset, struct str *grapheme)
{
    if (*offset >= text.len)
        return false;
    size_t start = *offset, end = start;
    utf8proc_int32_t state = 0;
    uint32_t last = utf8_next(text, &end);
    while (end < text.len && !(ascii_at(text, end) && last != '\r' && last < 0x80)) {
        size_t next_end = end;
        uint32_t next = utf8_next(text, &next_end);
        if (utf8proc_grapheme_break_stateful((utf8proc_int32_t)last,
                                             (utf8proc_int32_t)next, &state))
            break;
        last = next;
        end = next_end;
    }
    *grapheme = str_slice(text, start, end);
    *offset = end;
    return true;
}

size_t text_cells(struct str text)
{
    size_t cells = 0;
    struct text_cluster cluster;
    for (size_t offset = 0; text_next_cluster(text, &offset, &cluster);)
        cells += (size_t)cluster.cells;
    return cells;
}

struct str text_fit(struct str text, size_t cells)
{
    size_t end = 0, used = 0;
    struct text_cluster cluster;
    for (size_t offset = 0; text_next_cluster(text, &offset, &cluster);) {
        used += (size_t)cluster.cells;
        if (used > cells)
            break;
        end = cluster.end;
    }
    return str_slice(text, 0, end);
}
