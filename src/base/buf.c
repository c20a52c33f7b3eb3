#include "base/buf.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/oom.h"

void buf_free(struct buf *buf)
{
    free(buf->ptr);
    *buf = (struct buf){ 0 };
}

void buf_clear(struct buf *buf)
{
    buf->len = 0;
}

/* Room for EXTRA more bytes and a terminator. */
static char *reserve(struct buf *buf, size_t extra)
{
    if (extra > SIZE_MAX / 2 - buf->len - 1)
        oom_die();
    size_t need = buf->len + extra + 1;
    if (need > buf->cap) {
        size_t cap = buf->cap ? buf->cap * 2 : 256;
        while (cap < need)
            cap *= 2;
        buf->ptr = oom_realloc(buf->ptr, cap);
        buf->cap = cap;
    }
    return buf->ptr + buf->len;
}

void buf_add(struct buf *buf, struct str s)
{
    char *end = reserve(buf, s.len);
    if (s.len)
        memcpy(end, s.ptr, s.len);
    buf->len += s.len;
}

void buf_add_char(struct buf *buf, char c)
{
    buf_add(buf, (struct str){ &c, 1 });
}

void buf_add_repeated(struct buf *buf, char c, size_t count)
{
    memset(reserve(buf, count), c, count);
    buf->len += count;
}

void buf_printf(struct buf *buf, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (len < 0)
        oom_die();
    vsnprintf(reserve(buf, (size_t)len), (size_t)len + 1, format, again);
    va_end(again);
    buf->len += (size_t)len;
}

struct str buf_str(const struct buf *buf)
{
    return (struct str){ buf->ptr, buf->len };
}
