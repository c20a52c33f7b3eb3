#include "tui/keymap.h"

const struct file keymap_builtin = {
    .path = STR_INIT("built-in keys"),
    .text = STR_INIT("bind all j down\n"
                     "bind all Down down\n"
                     "bind all ^N down\n"
                     "bind all k up\n"
                     "bind all Up up\n"
                     "bind all ^P up\n"
                     "bind all Space page-down\n"
                     "bind all PgDn page-down\n"
                     "bind all ^F page-down\n"
                     "bind all b page-up\n"
                     "bind all PgUp page-up\n"
                     "bind all ^B page-up\n"
                     "bind all ^D half-down\n"
                     "bind all ^U half-up\n"
                     "bind all g first\n"
                     "bind all Home first\n"
                     "bind all G last\n"
                     "bind all End last\n"
                     "bind all Enter open\n"
                     "bind all l open\n"
                     "bind all Right open\n"
                     "bind all q close\n"
                     "bind all h back\n"
                     "bind all Left back\n"
                     "bind all Esc back\n"
                     "bind all Backspace back\n"
                     "bind all Tab other\n"
                     "bind all / search\n"
                     "bind all \\ search-back\n"
                     "bind all ^R search-back\n"
                     "bind all ? help\n"
                     "bind all n next\n"
                     "bind all N previous\n"
                     "bind all } next-conflict\n"
                     "bind all { previous-conflict\n"
                     "bind reader U next-uncited\n"
                     "bind reader u uncited\n"
                     "bind reader a about\n"
                     "bind all f filter\n"
                     "bind all F unfilter\n"
                     "bind all t order\n"
                     "bind timeline + zoom-in\n"
                     "bind timeline = zoom-in\n"
                     "bind timeline - zoom-out\n"
                     "bind all [ earlier\n"
                     "bind all ] later\n"
                     "bind all c conflicts\n"
                     "bind all s sources\n"
                     "bind all i index\n"
                     "bind all F1 help\n"
                     "bind all e edit\n"
                     "bind all o browse\n"
                     "bind all y copy\n"
                     "bind all Y copy-link\n"
                     "bind all : command\n"
                     "bind all E errors\n"
                     "bind all r reload\n"
                     "bind all ^L redraw\n"
                     "bind all m mouse\n"
                     "bind all Q quit\n"),
};

enum { ALL_VIEWS = (1u << VIEW_COUNT) - 1 };

void keymap_add(struct keymap *keymap, struct binding binding)
{
    vec_push(keymap->arena, &keymap->bindings, binding);
}

/* Whether a binding is for this view alone counts for more than its place. */
enum action keymap_find(const struct keymap *keymap, enum view_id view, key_code key)
{
    const struct binding *best = NULL;
    for (size_t i = 0; i < keymap->bindings.len; i++) {
        const struct binding *b = &keymap->bindings.at[i];
        bool counts = b->key == key && (b->views & 1u << view);
        if (counts && (!best || b->views != ALL_VIEWS || best->views == ALL_VIEWS))
            best = b;
    }
    return best ? best->action : ACTION_NONE;
}

static bool bound_before(const struct keymap *keymap, size_t i)
{
    for (size_t j = 0; j < i; j++)
        if (keymap->bindings.at[j].key == keymap->bindings.at[i].key)
            return true;
    return false;
}

void keymap_keys(const struct keymap *keymap, enum view_id view, enum action action,
                 size_t max, const char *separator, struct buf *out)
{
    size_t found = 0;
    for (size_t i = 0; i < keymap->bindings.len && found < max; i++) {
        key_code key = keymap->bindings.at[i].key;
        if (bound_before(keymap, i) || keymap_find(keymap, view, key) != action)
            continue;
        if (found++)
            buf_add(out, str_of(separator));
        key_format(out, key);
    }
}
