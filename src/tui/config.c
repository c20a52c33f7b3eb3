#include "tui/config.h"

#include "dossier/nearest.h"
#include "tui/view.h"

enum { ALL_VIEWS = (1u << VIEW_COUNT) - 1 };

/* A line as it is read, word by word. */
struct line {
    const struct file *file;
    struct str text;
    size_t offset;
    struct diags *diags;
};

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

/* The next word; empty at the end. */
static struct str next_word(struct line *line)
{
    struct str text = line->text;
    size_t *offset = &line->offset;
    while (*offset < text.len && is_blank(text.ptr[*offset]))
        ++*offset;
    size_t start = *offset;
    while (*offset < text.len && !is_blank(text.ptr[*offset]))
        ++*offset;
    return str_slice(text, start, *offset);
}

static struct loc loc_of(const struct line *line, struct str part)
{
    return (struct loc){ line->file, (size_t)(part.ptr - line->file->text.ptr) };
}

/* The COUNT names that NAME_OF gives are all there is of a KIND. */
static void add_no_such(const struct line *line, const char *kind, struct str word,
                        struct str (*name_of)(size_t index), size_t count)
{
    struct nearest nearest = nearest_to(word);
    for (size_t i = 0; i < count; i++)
        nearest_offer(&nearest, name_of(i));
    struct str hint = nearest_hint(line->diags->arena, &nearest);
    diag_add(line->diags, DIAG_NO_SUCH, loc_of(line, word), "%s: \"%.*s\"%.*s", kind,
             STR_ARG(word), STR_ARG(hint));
}

static void add_form(const struct line *line, const char *form)
{
    diag_add(line->diags, DIAG_BAD_VALUE, loc_of(line, line->text), "write: %s", form);
}

/* Bindings. */

static struct str view_name(size_t index)
{
    return index < VIEW_COUNT ? str_of(view_of((enum view_id)index)->name) : STR("all");
}

static struct str name_of_action(size_t index)
{
    return action_name((enum action)index);
}

static struct str no_name(size_t index)
{
    (void)index;
    return STR("");
}

static unsigned views_named(struct str name)
{
    if (str_equal(name, STR("all")))
        return ALL_VIEWS;
    enum view_id view = view_named(name);
    return view == VIEW_COUNT ? 0 : 1u << view;
}

/* Adds a binding of those two words, where both are right. */
static void add_binding(struct config *config, const struct line *line, struct str view,
                        struct str key, enum action action)
{
    struct binding binding = { views_named(view), key_named(key), action };
    if (!binding.views)
        add_no_such(line, "view", view, view_name, VIEW_COUNT + 1);
    else if (binding.key == KEY_NONE)
        add_no_such(line, "key", key, no_name, 0);
    else
        keymap_add(&config->keymap, binding);
}

static void read_bind(struct config *config, struct line *line)
{
    struct str view = next_word(line), key = next_word(line), name = next_word(line),
               more = next_word(line);
    enum action action = action_named(name);
    if (name.len == 0 || more.len > 0)
        add_form(line, "bind VIEW KEY ACTION");
    else if (action == ACTION_NONE && !str_equal(name, STR("none")))
        add_no_such(line, "action", name, name_of_action, ACTION_COUNT);
    else
        add_binding(config, line, view, key, action);
}

static void read_unbind(struct config *config, struct line *line)
{
    struct str view = next_word(line), key = next_word(line), more = next_word(line);
    if (key.len == 0 || more.len > 0)
        add_form(line, "unbind VIEW KEY");
    else
        add_binding(config, line, view, key, ACTION_NONE);
}

/* Colours. */

static const struct str colors[] = {
    STR_INIT("black"), STR_INIT("red"),     STR_INIT("green"), STR_INIT("yellow"),
    STR_INIT("blue"),  STR_INIT("magenta"), STR_INIT("cyan"),  STR_INIT("white"),
};
static const struct {
    struct str name;
    enum style_attribute attribute;
} attributes[] = {
    { STR_INIT("bold"), STYLE_BOLD },
    { STR_INIT("underline"), STYLE_UNDERLINE },
    { STR_INIT("reverse"), STYLE_REVERSE },
};

enum {
    COLOR_NAMES = sizeof(colors) / sizeof(*colors),
    ATTRIBUTES = sizeof(attributes) / sizeof(*attributes),
    COLORS_MAX = 256
};

static struct str role_name(size_t index)
{
    return style_name((enum style)index);
}

static struct str color_name(size_t index)
{
    return index < COLOR_NAMES ? colors[index] : STR("default");
}

static struct str attribute_name(size_t index)
{
    return attributes[index].name;
}

static bool read_number(struct str word, short *number)
{
    int value = 0;
    for (size_t i = 0; i < word.len && value < COLORS_MAX; i++) {
        if (word.ptr[i] < '0' || word.ptr[i] > '9')
            return false;
        value = value * 10 + (word.ptr[i] - '0');
    }
    *number = (short)value;
    return word.len > 0 && value < COLORS_MAX;
}

static bool read_color(const struct line *line, struct str word, short *color)
{
    *color = -1;
    if (str_equal(word, STR("default")) || read_number(word, color))
        return true;
    for (int i = 0; i < COLOR_NAMES; i++)
        if (str_equal(word, colors[i])) {
            *color = (short)i;
            return true;
        }
    add_no_such(line, "color", word, color_name, COLOR_NAMES + 1);
    return false;
}

static bool read_attributes(struct line *line, unsigned char *all)
{
    struct str word;
    *all = 0;
    while ((word = next_word(line)).len > 0) {
        size_t i = 0;
        while (i < ATTRIBUTES && !str_equal(word, attributes[i].name))
            i++;
        if (i == ATTRIBUTES) {
            add_no_such(line, "attribute", word, attribute_name, ATTRIBUTES);
            return false;
        }
        *all = (unsigned char)(*all | attributes[i].attribute);
    }
    return true;
}

static void read_look(struct config *config, struct line *line)
{
    struct str role = next_word(line), letters = next_word(line),
               ground = next_word(line);
    size_t style = 0;
    while (style < STYLE_COUNT && !str_equal(role, role_name(style)))
        style++;
    short of, on;
    unsigned char attributes_of;
    if (ground.len == 0)
        add_form(line, "color ROLE LETTERS GROUND [ATTRIBUTE]...");
    else if (style == STYLE_COUNT)
        add_no_such(line, "role", role, role_name, STYLE_COUNT);
    else if (read_color(line, letters, &of) && read_color(line, ground, &on) &&
             read_attributes(line, &attributes_of)) {
        struct style_look *look = &config->looks[style];
        look->attributes = attributes_of;
        look->of_256 = of;
        look->on_256 = on;
        look->of_8 = of < COLOR_NAMES ? of : -1;
        look->on_8 = on < COLOR_NAMES ? on : -1;
    }
}

/* Lines. */

static const struct {
    struct str word;
    void (*read)(struct config *config, struct line *line);
} settings[] = {
    { STR_INIT("bind"), read_bind },
    { STR_INIT("unbind"), read_unbind },
    { STR_INIT("color"), read_look },
};

enum { SETTINGS = sizeof(settings) / sizeof(*settings) };

static struct str setting_name(size_t index)
{
    return settings[index].word;
}

static void read_line(struct config *config, struct line *line)
{
    struct str word = next_word(line);
    if (word.len == 0 || word.ptr[0] == '#')
        return;
    for (size_t i = 0; i < SETTINGS; i++)
        if (str_equal(word, settings[i].word)) {
            settings[i].read(config, line);
            return;
        }
    add_no_such(line, "setting", word, setting_name, SETTINGS);
}

void config_read(struct config *config, const struct file *file, struct diags *diags)
{
    struct str rest = file->text, text;
    while (str_split(&rest, '\n', &text)) {
        struct line line = { .file = file, .text = text, .diags = diags };
        read_line(config, &line);
    }
}

struct config config_new(struct arena *arena)
{
    struct config config = { .keymap = { .arena = arena } };
    struct diags diags = diags_new(arena);
    for (int i = 0; i < STYLE_COUNT; i++)
        config.looks[i] = style_looks[i];
    config_read(&config, &keymap_builtin, &diags);
    return config;
}

/* Whether a later binding of the same views and key takes its place. */
static bool is_replaced(const struct keymap *keymap, size_t index)
{
    const struct binding *one = &keymap->bindings.at[index];
    for (size_t i = index + 1; i < keymap->bindings.len; i++)
        if (keymap->bindings.at[i].key == one->key &&
            keymap->bindings.at[i].views == one->views)
            return true;
    return false;
}

static struct str views_name(unsigned views)
{
    size_t view = 0;
    while (view < VIEW_COUNT && views != 1u << view)
        view++;
    return view_name(view);
}

void config_keys(const struct config *config, struct buf *out)
{
    const struct keymap *keymap = &config->keymap;
    for (size_t i = 0; i < keymap->bindings.len; i++) {
        const struct binding *binding = &keymap->bindings.at[i];
        bool unbinds = binding->action == ACTION_NONE;
        if (is_replaced(keymap, i))
            continue;
        buf_printf(out, "%s %.*s ", unbinds ? "unbind" : "bind",
                   STR_ARG(views_name(binding->views)));
        key_format(out, binding->key);
        if (!unbinds)
            buf_printf(out, " %.*s", STR_ARG(action_name(binding->action)));
        buf_add_char(out, '\n');
    }
}
