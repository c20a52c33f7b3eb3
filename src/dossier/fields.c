#include "dossier/fields.h"

#include "dossier/nearest.h"
#include "text/clean.h"
#include "text/utf8.h"

enum { KEY_MAX = 1024, CLIP_BYTES = 60, REPAIR_BYTES = 200 };

static const char *const kind_names[] = {
    [YAML_END] = "nothing",
    [YAML_TEXT] = "a string",
    [YAML_LIST] = "a list",
    [YAML_MAP] = "a map",
};

struct str fields_clip(struct str name)
{
    if (name.len <= CLIP_BYTES)
        return name;
    size_t end = CLIP_BYTES;
    while (end && ((unsigned char)name.ptr[end] & 0xC0) == 0x80)
        end--;
    return str_slice(name, 0, end);
}

struct str loc_words(struct arena *arena, struct loc loc, struct loc near)
{
    size_t line = loc_position(loc).line + 1;
    if (loc.file == near.file)
        return arena_printf(arena, "line %zu", line);
    return arena_printf(arena, "%.*s:%zu", STR_ARG(loc.file->path), line);
}

static void *member_of(void *record, const struct field *field)
{
    return (char *)record + field->member;
}

static const void *const_member_of(const void *record, const struct field *field)
{
    return (const char *)record + field->member;
}

/* Says that a value is of the wrong type, and reads past it. */
static size_t refuse_value(struct yaml_reader *yaml, struct str key, const char *wanted,
                           struct yaml_token token)
{
    if (token.kind != YAML_REFUSED && token.kind != YAML_END)
        diag_add(yaml_diags(yaml), DIAG_WRONG_TYPE, token.loc,
                 "%.*s: expected %s, found %s", STR_ARG(key), wanted,
                 kind_names[token.kind]);
    return yaml_skip(yaml, token);
}

static bool says_nothing(struct yaml_token token)
{
    return token.kind == YAML_TEXT &&
           (str_trim(token.text).len == 0 ||
            (token.plain && str_equal(token.text, STR("~"))));
}

typedef struct str cleaner(struct arena *arena, struct str text, size_t *marks);

static struct text_at clean_text(struct yaml_reader *yaml, struct str key,
                                 struct yaml_token token, cleaner *clean)
{
    struct diags *diags = yaml_diags(yaml);
    size_t marks = 0;
    struct str text = clean(diags->arena, str_trim(token.text), &marks);
    if (marks)
        diag_add(diags, DIAG_UNPRINTABLE, token.loc, "%zu in %.*s", marks,
                 STR_ARG(key));
    return (struct text_at){ token.loc, text };
}

static void read_text(struct yaml_reader *yaml, const struct field *field,
                      struct yaml_token token, cleaner *clean, struct text_at *into)
{
    if (token.kind != YAML_TEXT)
        refuse_value(yaml, field->key, "a string", token);
    else
        *into = clean_text(yaml, field->key, token, clean);
}

static void read_line(struct yaml_reader *yaml, const struct field *field,
                      struct yaml_token token, void *into)
{
    read_text(yaml, field, token, text_clean_line, into);
}

static void read_block(struct yaml_reader *yaml, const struct field *field,
                       struct yaml_token token, void *into)
{
    read_text(yaml, field, token, text_clean_block, into);
}

/* [2023-06-24..2023-06-30] and {2001, 2003} are dates to EDTF and a list and a
 * map to YAML. */
static void read_date(struct yaml_reader *yaml, const struct field *field,
                      struct yaml_token token, void *into)
{
    struct str file = token.loc.file ? token.loc.file->text : STR("");
    bool bracket = token.kind == YAML_LIST && file.ptr[token.loc.offset] == '[';
    bool brace = token.kind == YAML_MAP && file.ptr[token.loc.offset] == '{';
    if (!bracket && !brace) {
        read_line(yaml, field, token, into);
        return;
    }
    struct str raw = str_slice(file, token.loc.offset, yaml_skip(yaml, token));
    bool one_line = str_find(raw, STR("\n"), 0) == STR_NONE && raw.len <= REPAIR_BYTES;
    diag_add(yaml_diags(yaml), DIAG_WRONG_TYPE, token.loc,
             "%.*s: YAML reads this date as %s; put it in quotes%s%.*s%s",
             STR_ARG(field->key), kind_names[token.kind], one_line ? ": \"" : "",
             STR_ARG(one_line ? raw : STR("")), one_line ? "\"" : "");
}

/* Once a list. */
static void report_full_list(struct yaml_reader *yaml, const struct field *field,
                             struct yaml_token token, size_t most, bool *reported)
{
    if (!*reported)
        diag_add(yaml_diags(yaml), DIAG_TOO_LONG, token.loc,
                 "%.*s: at most %zu are read", STR_ARG(field->key), most);
    *reported = true;
}

static void read_list(struct yaml_reader *yaml, const struct field *field,
                      struct yaml_token token, void *into)
{
    struct texts_at *texts = into;
    if (token.kind != YAML_LIST) {
        refuse_value(yaml, field->key, "a list of strings", token);
        return;
    }
    bool full = false;
    for (token = yaml_next(yaml); token.kind != YAML_LIST_END && token.kind != YAML_END;
         token = yaml_next(yaml)) {
        if (token.kind != YAML_TEXT) {
            refuse_value(yaml, field->key, "a list of strings", token);
        } else if (texts->list.len == FIELD_LIST_MAX) {
            report_full_list(yaml, field, token, FIELD_LIST_MAX, &full);
        } else if (says_nothing(token)) {
            diag_add(yaml_diags(yaml), DIAG_BAD_VALUE, token.loc,
                     "%.*s: an empty string in the list", STR_ARG(field->key));
        } else {
            struct text_at text = clean_text(yaml, field->key, token, text_clean_line);
            vec_push(yaml_diags(yaml)->arena, &texts->list, text);
        }
    }
}

static void read_chain(struct yaml_reader *yaml, const struct field *field,
                       struct yaml_token token, void *into)
{
    struct texts_at *texts = into;
    if (token.kind == YAML_TEXT) {
        struct text_at text = clean_text(yaml, field->key, token, text_clean_line);
        vec_push(yaml_diags(yaml)->arena, &texts->list, text);
    } else {
        read_list(yaml, field, token, into);
    }
}

static void read_maps(struct yaml_reader *yaml, const struct field *field,
                      struct yaml_token token, void *into)
{
    struct maps_at *maps = into;
    struct arena *arena = yaml_diags(yaml)->arena;
    if (token.kind != YAML_LIST) {
        refuse_value(yaml, field->key, "a list of maps", token);
        return;
    }
    bool full = false;
    for (token = yaml_next(yaml); token.kind != YAML_LIST_END && token.kind != YAML_END;
         token = yaml_next(yaml)) {
        if (field->most && maps->list.len == field->most) {
            report_full_list(yaml, field, token, field->most, &full);
            yaml_skip(yaml, token);
            continue;
        }
        void *record = arena_alloc(arena, field->shape->size);
        if (fields_read(yaml, field->shape, token, record))
            vec_push(arena, &maps->list, record);
    }
}

static void (*const readers[FIELD_TYPE_COUNT])(struct yaml_reader *yaml,
                                               const struct field *field,
                                               struct yaml_token token, void *into) = {
    [FIELD_LINE] = read_line, [FIELD_BLOCK] = read_block, [FIELD_DATE] = read_date,
    [FIELD_LIST] = read_list, [FIELD_CHAIN] = read_chain, [FIELD_MAPS] = read_maps,
};

/* Every member begins with its place. */
static void read_value(struct yaml_reader *yaml, const struct field *field,
                       struct yaml_token token, void *member)
{
    if (says_nothing(token) || token.kind == YAML_END)
        return;
    *(struct loc *)member = token.loc;
    readers[field->type](yaml, field, token, member);
}

static bool is_given(const void *record, const struct field *field)
{
    const struct loc *loc = const_member_of(record, field);
    return loc->file != NULL;
}

static const struct field *find_field(const struct shape *shape, struct str key)
{
    for (size_t i = 0; i < shape->count; i++)
        if (str_equal(shape->fields[i].key, key))
            return &shape->fields[i];
    return NULL;
}

static struct nearest nearest_key(const struct shape *shape, struct yaml_token key)
{
    struct nearest nearest = nearest_to(key.text);
    for (size_t i = 0; i < shape->count; i++)
        nearest_offer(&nearest, shape->fields[i].key);
    return nearest;
}

static void report_unknown_key(struct diags *diags, const struct shape *shape,
                               struct yaml_token key)
{
    struct nearest nearest = nearest_key(shape, key);
    struct str hint = nearest_hint(diags->arena, &nearest);
    if (key.plain && str_equal(key.text, STR("<<")))
        diag_add(diags, DIAG_YAML_FEATURE, key.loc, "a merge key (<<)");
    else if (key.text.len > KEY_MAX)
        diag_add(diags, DIAG_TOO_LONG, key.loc, "a key of %zu bytes", key.text.len);
    else if (key.text.len == 0)
        diag_add(diags, DIAG_UNKNOWN_KEY, key.loc, "an empty one, in %s", shape->name);
    else if (hint.len)
        diag_add(diags, DIAG_UNKNOWN_KEY, key.loc, "%.*s%.*s",
                 STR_ARG(fields_clip(key.text)), STR_ARG(hint));
    else
        diag_add(diags, DIAG_UNKNOWN_KEY, key.loc, "%.*s, in %s",
                 STR_ARG(fields_clip(key.text)), shape->name);
}

/* Takes the field that was probably meant for given and refused, so that one slip
 * is one diagnostic and not also a missing key. */
static void excuse_misspelt(const struct shape *shape, struct yaml_token key,
                            void *record)
{
    const struct field *meant = find_field(shape, nearest_key(shape, key).best);
    if (meant && !is_given(record, meant))
        *(struct loc *)member_of(record, meant) = key.loc;
}

/* The field that a key names, or NULL with the reason reported. SEEN has the
 * places of the keys of this map so far, a row for each field. */
static const struct field *field_of_key(struct yaml_reader *yaml,
                                        const struct shape *shape,
                                        struct yaml_token key, struct loc *seen,
                                        void *record)
{
    struct diags *diags = yaml_diags(yaml);
    if (key.kind != YAML_TEXT) {
        if (key.kind != YAML_REFUSED)
            diag_add(diags, DIAG_YAML_FEATURE, key.loc, "%s as a key",
                     kind_names[key.kind]);
        yaml_skip(yaml, key);
        return NULL;
    }
    const struct field *field = find_field(shape, key.text);
    if (!field) {
        report_unknown_key(diags, shape, key);
        excuse_misspelt(shape, key, record);
        return NULL;
    }
    struct loc *first = &seen[field - shape->fields];
    if (first->file) {
        struct str words = loc_words(diags->arena, *first, key.loc);
        diag_add(diags, DIAG_DUPLICATE_KEY, key.loc, "%.*s, first on %.*s",
                 STR_ARG(key.text), STR_ARG(words));
        return NULL;
    }
    *first = key.loc;
    return field;
}

/* Nothing is said where what is wrong was already reported. */
static void refuse_record(struct yaml_reader *yaml, const struct shape *shape,
                          struct yaml_token first)
{
    bool reported = first.kind == YAML_REFUSED || yaml_broken(yaml);
    enum yaml_kind found = says_nothing(first) ? YAML_END : first.kind;
    if (!reported)
        diag_add(yaml_diags(yaml), DIAG_WRONG_TYPE, first.loc,
                 "expected a map (%s), found %s", shape->name, kind_names[found]);
    yaml_skip(yaml, first);
}

bool fields_read(struct yaml_reader *yaml, const struct shape *shape,
                 struct yaml_token first, void *record)
{
    struct loc seen[SHAPE_FIELDS_MAX] = { { NULL, 0 } };
    struct diags *diags = yaml_diags(yaml);
    *(struct loc *)record = first.loc;
    if (first.kind != YAML_MAP) {
        refuse_record(yaml, shape, first);
        return false;
    }
    struct yaml_token key = yaml_next(yaml);
    for (; key.kind != YAML_MAP_END && key.kind != YAML_END; key = yaml_next(yaml)) {
        const struct field *field = field_of_key(yaml, shape, key, seen, record);
        struct yaml_token value = yaml_next(yaml);
        if (field)
            read_value(yaml, field, value, member_of(record, field));
        else
            yaml_skip(yaml, value);
    }
    if (key.kind == YAML_MAP_END)
        fields_require(diags, shape, record, FIELD_REQUIRED);
    return true;
}

void fields_require(struct diags *diags, const struct shape *shape, const void *record,
                    enum field_need need)
{
    for (size_t i = 0; i < shape->count; i++) {
        const struct field *field = &shape->fields[i];
        if (field->need == need && !is_given(record, field))
            diag_add(diags, DIAG_MISSING_KEY, *(const struct loc *)record,
                     "%.*s, in %s", STR_ARG(field->key), shape->name);
        if (need != FIELD_REQUIRED_MERGED || field->type != FIELD_MAPS)
            continue;
        const struct maps_at *maps = const_member_of(record, field);
        for (size_t k = 0; k < maps->list.len; k++)
            fields_require(diags, field->shape, maps->list.at[k], need);
    }
}
