#include "tui/key.h"

#include "text/utf8.h"

static const struct str names[] = {
#define KEY(name, written) [KEY_##name - KEY_FIRST_NAMED] = STR_INIT(written),
#include "tui/key.def"
#undef KEY
};

enum { NAME_COUNT = sizeof(names) / sizeof(*names) };

key_code key_named(struct str name)
{
    for (key_code i = 0; i < NAME_COUNT; i++)
        if (str_equal(names[i], name))
            return KEY_FIRST_NAMED + i;
    if (str_equal(name, STR("Space")))
        return ' ';
    if (name.len == 2 && name.ptr[0] == '^' && name.ptr[1] >= '@' && name.ptr[1] <= '_')
        return KEY_CONTROL(name.ptr[1]);
    size_t offset = 0;
    if (name.len == 0 || !utf8_valid(name, NULL))
        return KEY_NONE;
    key_code key = utf8_next(name, &offset);
    return offset == name.len && key > ' ' && key != 0x7F ? key : KEY_NONE;
}

void key_format(struct buf *out, key_code key)
{
    if (key >= KEY_FIRST_NAMED && key < KEY_AFTER_NAMED)
        buf_add(out, names[key - KEY_FIRST_NAMED]);
    else if (key == ' ')
        buf_add(out, STR("Space"));
    else if (key < ' ')
        buf_printf(out, "^%c", (char)(key | 0x40));
    else if (key < KEY_FIRST_NAMED)
        utf8_add(out, key);
}

bool key_type(struct buf *text, key_code key)
{
    if (key < ' ' || (key >= 0x7F && key < 0xA0) || key >= KEY_FIRST_NAMED)
        return false;
    utf8_add(text, key);
    return true;
}
