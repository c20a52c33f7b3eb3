/*
 * Two records with one id made one: the other half of dossier/fields.h.
 */
#include "dossier/fields.h"

static const struct text_at *id_of(const void *record)
{
    return (const struct text_at *)((const char *)record + sizeof(struct loc));
}

static bool texts_equal(const struct texts_at *a, const struct texts_at *b)
{
    if (a->list.len != b->list.len)
        return false;
    for (size_t i = 0; i < a->list.len; i++)
        if (!str_equal(a->list.at[i].text, b->list.at[i].text))
            return false;
    return true;
}

static void report_conflict(struct diags *diags, const struct field *field,
                            struct loc first, struct loc second)
{
    struct str words = loc_words(diags->arena, first, second);
    diag_add(diags, DIAG_MERGE_CONFLICT, second, "%.*s, first at %.*s",
             STR_ARG(field->key), STR_ARG(words));
}

static void merge_text(struct diags *diags, const struct field *field, void *into,
                       const void *from)
{
    struct text_at *a = into;
    const struct text_at *b = from;
    if (!a->loc.file)
        *a = *b;
    else if (b->loc.file && !str_equal(a->text, b->text))
        report_conflict(diags, field, a->loc, b->loc);
}

static void merge_texts(struct diags *diags, const struct field *field, void *into,
                        const void *from)
{
    struct texts_at *a = into;
    const struct texts_at *b = from;
    if (!a->loc.file)
        *a = *b;
    else if (b->loc.file && !texts_equal(a, b))
        report_conflict(diags, field, a->loc, b->loc);
}

static void *with_id(const struct maps_at *maps, struct str id)
{
    for (size_t i = 0; id.len && i < maps->list.len; i++)
        if (str_equal(id_of(maps->list.at[i])->text, id))
            return maps->list.at[i];
    return NULL;
}

static void merge_maps(struct diags *diags, const struct field *field, void *into,
                       const void *from)
{
    struct maps_at *a = into;
    const struct maps_at *b = from;
    if (!a->loc.file)
        a->loc = b->loc;
    for (size_t i = 0; i < b->list.len; i++) {
        void *same = with_id(a, id_of(b->list.at[i])->text);
        if (same)
            fields_merge(diags, field->shape, same, b->list.at[i]);
        else
            vec_push(diags->arena, &a->list, b->list.at[i]);
    }
}

static void (*const mergers[FIELD_TYPE_COUNT])(struct diags *diags,
                                               const struct field *field, void *into,
                                               const void *from) = {
    [FIELD_LINE] = merge_text,  [FIELD_BLOCK] = merge_text,  [FIELD_DATE] = merge_text,
    [FIELD_LIST] = merge_texts, [FIELD_CHAIN] = merge_texts, [FIELD_MAPS] = merge_maps,
};

void fields_merge(struct diags *diags, const struct shape *shape, void *into,
                  const void *from)
{
    for (size_t i = 0; i < shape->count; i++) {
        const struct field *field = &shape->fields[i];
        mergers[field->type](diags, field, (char *)into + field->member,
                             (const char *)from + field->member);
    }
}
