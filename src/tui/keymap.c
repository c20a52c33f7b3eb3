#include "tui/keymap.h"

#include "tui/view.h"

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
                     "bind all E errors\n"
                     "bind all r reload\n"
                     "bind all ^L redraw\n"
                     "bind all m mouse\n"
                     "bind all Q quit\n"),
};

enum { ALL_VIEWS = (1u << VIEW_COUNT) - 1 };

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

/* The next word of LINE from *OFFSET on; empty at the end. */
static struct str next_word(struct str line, size_t *offset)
{
    while (*offset < line.len && is_blank(line.ptr[*offset]))
        ++*offset;
    size_t start = *offset;
    while (*offset < line.len && !is_blank(line.ptr[*offset]))
        ++*offset;
    return str_slice(line, start, *offset);
}

static unsigned views_named(struct str name)
{
    if (str_equal(name, STR("all")))
        return ALL_VIEWS;
    enum view_id view = view_named(name);
    return view == VIEW_COUNT ? 0 : 1u << view;
}

static struct loc loc_of(const struct file *file, struct str part)
{
    return (struct loc){ file, (size_t)(part.ptr - file->text.ptr) };
}

static void read_bind(struct keymap *keymap, const struct file *file, struct str line,
                      size_t offset, struct diags *diags)
{
    struct str view = next_word(line, &offset), key = next_word(line, &offset),
               action = next_word(line, &offset), more = next_word(line, &offset);
    struct binding binding = { views_named(view), key_named(key),
                               action_named(action) };
    if (action.len == 0 || more.len > 0)
        diag_add(diags, DIAG_BAD_VALUE, loc_of(file, line),
                 "a binding is: bind VIEW KEY ACTION");
    else if (!binding.views)
        diag_add(diags, DIAG_NO_SUCH, loc_of(file, view), "view: \"%.*s\"",
                 STR_ARG(view));
    else if (binding.key == KEY_NONE)
        diag_add(diags, DIAG_NO_SUCH, loc_of(file, key), "key: \"%.*s\"", STR_ARG(key));
    else if (binding.action == ACTION_NONE && !str_equal(action, STR("none")))
        diag_add(diags, DIAG_NO_SUCH, loc_of(file, action), "action: \"%.*s\"",
                 STR_ARG(action));
    else
        vec_push(keymap->arena, &keymap->bindings, binding);
}

void keymap_read(struct keymap *keymap, const struct file *file, struct diags *diags)
{
    struct str rest = file->text, line;
    while (str_split(&rest, '\n', &line)) {
        size_t offset = 0;
        struct str word = next_word(line, &offset);
        if (word.len == 0 || word.ptr[0] == '#')
            continue;
        if (str_equal(word, STR("bind")))
            read_bind(keymap, file, line, offset, diags);
        else
            diag_add(diags, DIAG_NO_SUCH, loc_of(file, word), "command: \"%.*s\"",
                     STR_ARG(word));
    }
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
