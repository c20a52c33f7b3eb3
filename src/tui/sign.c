#include "tui/sign.h"

static const struct {
    struct str text[2]; /* as it is, and in ASCII */
    struct str meaning;
} signs[SIGN_COUNT] = {
#define SIGN(name, unicode, ascii, meaning)                                            \
    [SIGN_##name] = { { STR_INIT(unicode), STR_INIT(ascii) }, STR_INIT(meaning) },
#include "tui/sign.def"
#undef SIGN
};

struct str sign_text(enum sign sign, bool ascii)
{
    return signs[sign].text[ascii];
}

struct str sign_meaning(enum sign sign)
{
    return signs[sign].meaning;
}
