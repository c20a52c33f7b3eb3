#include "tui/style.h"

const struct style_look style_looks[STYLE_COUNT] = {
#define STYLE(id, name, sign, always, without, few, many)                              \
    [STYLE_##id] = { .letter = sign,                                                   \
                     .attributes = always,                                             \
                     .plain = without,                                                 \
                     .of_8 = few,                                                      \
                     .of_256 = many,                                                   \
                     .on_8 = -1,                                                       \
                     .on_256 = -1 },
#include "tui/style.def"
#undef STYLE
};

static const struct str names[STYLE_COUNT] = {
#define STYLE(id, name, letter, attributes, plain, of_8, of_256)                       \
    [STYLE_##id] = STR_INIT(name),
#include "tui/style.def"
#undef STYLE
};

struct str style_name(enum style style)
{
    return names[style];
}
