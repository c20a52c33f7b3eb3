/*
 * key: what is pressed, and what it is called.
 *
 * A key is a code point (a letter, a digit, a sign), a control character from 1
 * to 31 (^A to ^_, of which some have names of their own), or one of the named
 * keys above all code points.
 */
#ifndef ANNALS_TUI_KEY_H
#define ANNALS_TUI_KEY_H

#include <stdint.h>

#include "base/buf.h"
#include "base/str.h"

typedef uint32_t key_code;

enum {
    KEY_FIRST_NAMED = 0x110000,
    KEY_BEFORE_NAMED = KEY_FIRST_NAMED - 1,
#define KEY(name, written) KEY_##name,
#include "tui/key.def"
#undef KEY
    KEY_AFTER_NAMED,
    KEY_NONE = KEY_AFTER_NAMED /* what no key is */
};

#define KEY_CONTROL(letter) ((key_code)(letter)&0x1F)

/* "j", "Space", "^D", "PgDn" to the key; KEY_NONE where it is no key's name. */
key_code key_named(struct str name);
/* Appends the name, which key_named takes back. */
void key_format(struct buf *out, key_code key);

/* Appends KEY to TEXT as UTF-8 where it is a character; false where it is none. */
bool key_type(struct buf *text, key_code key);

#endif
