#include "tui/clipboard.h"

#include <stdint.h>

static void add_base64(struct buf *out, struct str text)
{
    static const char digits[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (size_t i = 0; i < text.len; i += 3) {
        uint32_t bits = 0;
        size_t left = text.len - i;
        for (size_t j = 0; j < 3; j++)
            bits = bits << 8 | (j < left ? (unsigned char)text.ptr[i + j] : 0);
        for (size_t j = 0; j < 4; j++)
            buf_add_char(out, j <= left ? digits[bits >> (18 - 6 * j) & 0x3F] : '=');
    }
}

void clipboard_sequence(struct buf *out, struct str text)
{
    buf_add(out, STR("\033]52;c;"));
    add_base64(out, text);
    buf_add_char(out, '\a');
}
