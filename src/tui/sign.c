#include "tui/sign.h"

static const struct str signs[SIGN_COUNT][2] = {
#define SIGN(name, unicode, ascii)                                                     \
    [SIGN_##name] = { STR_INIT(unicode), STR_INIT(ascii) },
#include "tui/sign.def"
#undef SIGN
};

struct str sign_text(enum sign sign, bool ascii)
{
    return signs[sign][ascii];
}
