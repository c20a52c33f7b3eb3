/*
 * style: what a piece of text is, for whoever shows it.
 *
 * Views name roles; term.c alone turns them into attributes and colours.
 */
#ifndef ANNALS_TUI_STYLE_H
#define ANNALS_TUI_STYLE_H

#include "base/str.h"

enum style {
#define STYLE(id, name, letter, attributes, plain, of_8, of_256) STYLE_##id,
#include "tui/style.def"
#undef STYLE
    STYLE_COUNT
};

enum style_attribute { STYLE_BOLD = 1, STYLE_UNDERLINE = 2, STYLE_REVERSE = 4 };

struct style_look {
    char letter;              /* in golden screens */
    unsigned char attributes; /* of enum style_attribute */
    unsigned char plain;      /* more of them, where there is no colour */
    short of_8, of_256;       /* colour of the letters; -1: the terminal's own */
    short on_8, on_256;       /* of the ground behind them, in the same way */
};

/* "quote-focus", of STYLE_QUOTE_FOCUS. */
struct str style_name(enum style style);

/* As they are built in; indexed by enum style. */
extern const struct style_look style_looks[STYLE_COUNT];

#endif
