#include "edtf/put.h"

#include <string.h>

void put_bytes(struct put *put, const char *bytes, size_t count)
{
    if (put->len < put->size) {
        size_t room = put->size - put->len;
        memcpy(put->out + put->len, bytes, count < room ? count : room);
    }
    put->len += count;
}

void put_char(struct put *put, char c)
{
    put_bytes(put, &c, 1);
}

void put_text(struct put *put, const char *terminated)
{
    put_bytes(put, terminated, strlen(terminated));
}

void put_number(struct put *put, int64_t value, int digits)
{
    char reversed[24];
    int count = 0;
    /* Unsigned, since the least int64 has no positive counterpart. */
    uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    for (; rest || count < digits; rest /= 10)
        reversed[count++] = (char)('0' + rest % 10);
    if (value < 0)
        put_char(put, '-');
    while (count > 0)
        put_char(put, reversed[--count]);
}

size_t put_end(struct put *put)
{
    if (put->size)
        put->out[put->len < put->size ? put->len : put->size - 1] = '\0';
    return put->len;
}
