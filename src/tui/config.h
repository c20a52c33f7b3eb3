/*
 * config: which keys do what, and what text looks like.
 *
 * Settings are text, one a line, and the built-in ones are read by the parser that
 * reads a user's:
 *
 *   # what is after a number sign at the start of a line is for people
 *   bind VIEW KEY ACTION
 *   unbind VIEW KEY
 *   color ROLE LETTERS GROUND [ATTRIBUTE]...
 *
 * VIEW is a view's name, or "all"; a binding of a view goes before one of all
 * views, a later one before an earlier. KEY is as in tui/key.h, ACTION as in
 * action.def, or "none", which is what unbind binds. ROLE is as in style.def, in
 * small letters and with - for _; LETTERS and GROUND are "default", one of black,
 * red, green, yellow, blue, magenta, cyan and white, or a number from 0 to 255, which
 * a terminal of fewer colours shows as its default; ATTRIBUTE is bold, underline
 * or reverse, and those not named are off.
 */
#ifndef ANNALS_TUI_CONFIG_H
#define ANNALS_TUI_CONFIG_H

#include "base/diag.h"
#include "tui/keymap.h"
#include "tui/style.h"

struct config {
    struct keymap keymap;
    struct style_look looks[STYLE_COUNT];
};

/* The built-in settings, in ARENA, as is what is read into them. */
struct config config_new(struct arena *arena);

/* Reads more settings; what is wrong becomes diagnostics, which name what is near,
 * and the other lines count all the same. FILE must outlive the config. */
void config_read(struct config *config, const struct file *file, struct diags *diags);

/* Appends what is bound as such a file, which read on top of the built-in settings
 * binds the same. */
void config_keys(const struct config *config, struct buf *out);

#endif
