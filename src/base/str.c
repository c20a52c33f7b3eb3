#include "base/str.h"

#include <string.h>

struct str str_of(const char *terminated)
{
    if (!terminated)
        return (struct str){ NULL, 0 };
    return (struct str){ terminated, strlen(terminated) };
}

bool str_equal(struct str a, struct str b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

int str_compare(struct str a, struct str b)
{
    size_t common = a.len < b.len ? a.len : b.len;
    int order = common ? memcmp(a.ptr, b.ptr, common) : 0;
    if (order)
        return order;
    return (a.len > b.len) - (a.len < b.len);
}

bool str_starts(struct str s, struct str prefix)
{
    return s.len >= prefix.len && str_equal(str_slice(s, 0, prefix.len), prefix);
}

bool str_ends(struct str s, struct str suffix)
{
    return s.len >= suffix.len && str_equal(str_from(s, s.len - suffix.len), suffix);
}

size_t str_find(struct str s, struct str needle, size_t from)
{
    if (from > s.len || needle.len > s.len - from)
        return STR_NONE;
    if (needle.len == 0)
        return from;
    const char *at = s.ptr + from;
    const char *last = s.ptr + s.len - needle.len;
    while (at <= last) {
        at = memchr(at, needle.ptr[0], (size_t)(last - at) + 1);
        if (!at)
            return STR_NONE;
        if (memcmp(at, needle.ptr, needle.len) == 0)
            return (size_t)(at - s.ptr);
        at++;
    }
    return STR_NONE;
}

struct str str_slice(struct str s, size_t start, size_t end)
{
    if (end > s.len)
        end = s.len;
    if (start > end)
        start = end;
    return (struct str){ s.ptr ? s.ptr + start : NULL, end - start };
}

struct str str_from(struct str s, size_t start)
{
    return str_slice(s, start, s.len);
}

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

struct str str_trim(struct str s)
{
    size_t start = 0;
    while (start < s.len && is_space(s.ptr[start]))
        start++;
    while (s.len > start && is_space(s.ptr[s.len - 1]))
        s.len--;
    return str_from(s, start);
}

bool str_split(struct str *rest, char separator, struct str *part)
{
    if (!rest->ptr)
        return false;
    const char *at = rest->len ? memchr(rest->ptr, separator, rest->len) : NULL;
    if (!at) {
        *part = *rest;
        *rest = (struct str){ NULL, 0 };
        return true;
    }
    size_t len = (size_t)(at - rest->ptr);
    *part = str_slice(*rest, 0, len);
    *rest = str_from(*rest, len + 1);
    return true;
}

static size_t least(size_t a, size_t b, size_t c)
{
    size_t ab = a < b ? a : b;
    return ab < c ? ab : c;
}

/* Names are short, so a row of this many letters is all that is compared. */
enum { DISTANCE_MAX = 64 };

size_t str_distance(struct str a, struct str b, size_t limit)
{
    size_t row[DISTANCE_MAX + 1];
    if (a.len > DISTANCE_MAX || b.len > DISTANCE_MAX)
        return str_equal(a, b) ? 0 : limit + 1;
    for (size_t j = 0; j <= b.len; j++)
        row[j] = j;
    for (size_t i = 1; i <= a.len; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= b.len; j++) {
            size_t above = row[j];
            size_t change = diagonal + (a.ptr[i - 1] != b.ptr[j - 1]);
            row[j] = least(above + 1, row[j - 1] + 1, change);
            diagonal = above;
        }
    }
    return row[b.len] > limit ? limit + 1 : row[b.len];
}
