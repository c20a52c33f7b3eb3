/*
 * sign: the signs that the browser draws of its own, in two alphabets.
 */
#ifndef ANNALS_TUI_SIGN_H
#define ANNALS_TUI_SIGN_H

#include "base/str.h"

enum sign {
#define SIGN(name, unicode, ascii, meaning) SIGN_##name,
#include "tui/sign.def"
#undef SIGN
    SIGN_COUNT
};

struct str sign_text(enum sign sign, bool ascii);
/* What it says where it stands alone; empty where words always stand beside it. */
struct str sign_meaning(enum sign sign);

#endif
