/*
 * keymap: which key does what in which view.
 *
 * Bindings are text, one a line, and the built-in ones are read by the parser that
 * reads a user's:
 *
 *   # what is after a number sign at the start of a line is for people
 *   bind VIEW KEY ACTION
 *
 * VIEW is a view's name, or "all"; a binding of a view goes before one of all
 * views, a later one before an earlier. KEY is as in tui/key.h, ACTION as in
 * action.def, or "none", which takes a binding away.
 */
#ifndef ANNALS_TUI_KEYMAP_H
#define ANNALS_TUI_KEYMAP_H

#include "base/diag.h"
#include "tui/action.h"
#include "tui/key.h"
#include "tui/place.h"

struct binding {
    unsigned views; /* bit 1 << enum view_id for each */
    key_code key;
    enum action action;
};

struct keymap {
    struct arena *arena;
    VEC(struct binding) bindings;
};

/* Reads a file of bindings and adds them behind those it has; what is wrong
 * becomes diagnostics, and the other lines count all the same. */
void keymap_read(struct keymap *keymap, const struct file *file, struct diags *diags);

/* The built-in bindings, as such a file. */
extern const struct file keymap_builtin;

/* ACTION_NONE where the key does nothing there. */
enum action keymap_find(const struct keymap *keymap, enum view_id view, key_code key);

/* Appends the names of the keys that do ACTION in VIEW, at most MAX of them and
 * SEPARATOR between; nothing where none does. */
void keymap_keys(const struct keymap *keymap, enum view_id view, enum action action,
                 size_t max, const char *separator, struct buf *out);

#endif
