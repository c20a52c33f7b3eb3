/*
 * An event file and, behind a line of four equal signs, a source of it, joined as
 * the load joins them. Whatever they hold, every diagnostic has a place in its
 * file, and what loads is printable and tied together.
 */
#include "fuzz.h"

#include "dossier/check.h"
#include "dossier/clock.h"
#include "dossier/loading.h"
#include "dossier/query.h"
#include "text/clean.h"

/* Enough for every construct; libFuzzer wants many runs, not long ones. */
enum { LONGEST = 8192 };

static const struct file *file_of(struct arena *arena, const char *path,
                                  struct str text)
{
    struct file *file = arena_new(arena, struct file);
    *file = (struct file){ .path = str_of(path), .text = arena_str(arena, text) };
    return file;
}

static void read_record(struct loading *loading, struct str text)
{
    struct arena *arena = loading->diags->arena;
    const struct file *file = file_of(arena, "events.yaml", text);
    struct raw_record *record = arena_new(arena, struct raw_record);
    struct yaml_reader *yaml = yaml_open(loading->diags, file, 0, file->text.len);
    bool read = fields_read(yaml, &raw_record_shape, yaml_next(yaml), record);
    loading->incomplete = !yaml_close(yaml) || !read;
    vec_push(arena, &loading->records, record);
}

static void read_source(struct loading *loading, const char *id, struct str text)
{
    struct arena *arena = loading->diags->arena;
    const struct file *file = file_of(arena, id, text);
    struct raw_source *source = arena_new(arena, struct raw_source);
    source->loc = (struct loc){ file, 0 };
    source->id = str_of(id);
    source_file_read(loading, file, source);
    vec_push(arena, &loading->sources, source);
}

static const char *broken_place(const struct diags *diags)
{
    for (size_t i = 0; i < diags->list.len; i++)
        if (diags->list.at[i].loc.offset > diags->list.at[i].loc.file->text.len)
            return "every diagnostic has a place in its file";
    return NULL;
}

static bool is_clean(struct arena *arena, struct str text)
{
    return str_equal(text_clean_block(arena, text, NULL), text);
}

static const char *broken_event(struct arena *arena, const struct dossier *dossier,
                                const struct event *event)
{
    if (!is_clean(arena, event->title) || !is_clean(arena, event->summary) ||
        !is_clean(arena, event->where) || !is_clean(arena, event->when.text))
        return "what is loaded may be printed";
    if (dossier_event(dossier, event->id) != event)
        return "an event is found by its id";
    if (!event->when.given)
        return "an event has a date";
    for (size_t i = 0; i < event->citations.len; i++)
        if (event->citations.at[i]->event != event || !event->citations.at[i]->origin)
            return "a citation has its event and an origin";
    return NULL;
}

static const char *broken_dossier(struct arena *arena, const struct dossier *dossier)
{
    const char *law = NULL;
    for (size_t i = 0; i < dossier->events.len && !law; i++)
        law = broken_event(arena, dossier, dossier->events.at[i]);
    return law;
}

static void use(struct diags *diags, const struct dossier *dossier)
{
    struct edtf_day day = { 2023, 6, 30 };
    struct query_error error;
    const struct query *all = query_parse(diags->arena, STR("a -is:disputed"), &error);
    fuzz_expect(broken_dossier(diags->arena, dossier));
    fuzz_expect(broken_dossier(diags->arena, clock_as_of(diags->arena, dossier, day)));
    query_select(diags->arena, dossier, all, ORDER_PUBLISHED);
    check_dossier(dossier, diags);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct load_options no_texts = { .paths = NULL };
    struct arena arena = { NULL };
    struct diags diags = diags_new(&arena);
    struct loading loading = { .diags = &diags,
                               .options = &no_texts,
                               .dossier = arena_new(&arena, struct dossier) };
    struct str text = { (const char *)data, size < LONGEST ? size : LONGEST };
    size_t cut = str_find(text, STR("\n====\n"), 0);
    read_record(&loading, str_slice(text, 0, cut));
    read_source(&loading, "agency", STR("---\npublished: 2023-06-30\n---\n"));
    if (cut != STR_NONE)
        read_source(&loading, "source", str_from(text, cut + 6));
    join_events(&loading);
    join_sources(&loading);
    if (diags.errors == 0) {
        texts_read(&loading);
        clock_set(&arena, loading.dossier, (struct known_day){ .known = false });
        use(&diags, loading.dossier);
    }
    fuzz_expect(broken_place(&diags));
    arena_free(&arena);
    return 0;
}
