#include "tui/style.h"

const struct style_look style_looks[STYLE_COUNT] = {
#define STYLE(name, sign, always, without, few, many)                                  \
    [STYLE_##name] = { .letter = sign,                                                 \
                       .attributes = always,                                           \
                       .plain = without,                                               \
                       .of_8 = few,                                                    \
                       .of_256 = many },
#include "tui/style.def"
#undef STYLE
};
