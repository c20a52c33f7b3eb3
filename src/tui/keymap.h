/*
 * keymap: which key does what in which view.
 *
 * Made from lines of text by tui/config.h. A binding of one view goes before one of
 * all views, a later one before an earlier.
 */
#ifndef ANNALS_TUI_KEYMAP_H
#define ANNALS_TUI_KEYMAP_H

#include "base/file.h"
#include "base/vec.h"
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

/* Behind those that it has. */
void keymap_add(struct keymap *keymap, struct binding binding);

/* The built-in bindings, as a file of settings. */
extern const struct file keymap_builtin;

/* ACTION_NONE where the key does nothing there. */
enum action keymap_find(const struct keymap *keymap, enum view_id view, key_code key);

/* Appends the names of the keys that do ACTION in VIEW, at most MAX of them and
 * SEPARATOR between; nothing where none does. */
void keymap_keys(const struct keymap *keymap, enum view_id view, enum action action,
                 size_t max, const char *separator, struct buf *out);

#endif
