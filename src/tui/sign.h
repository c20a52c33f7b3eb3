/*
 * sign: the signs that the browser draws of its own, in two alphabets.
 */
#ifndef ANNALS_TUI_SIGN_H
#define ANNALS_TUI_SIGN_H

#include "base/str.h"

enum sign {
#define SIGN(name, unicode, ascii) SIGN_##name,
#include "tui/sign.def"
#undef SIGN
    SIGN_COUNT
};

struct str sign_text(enum sign sign, bool ascii);

#endif
