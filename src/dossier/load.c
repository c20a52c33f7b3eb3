#include "dossier/load.h"

#include "dossier/clock.h"
#include "dossier/loading.h"
#include "dossier/texts.h"

static void check_version(struct loading *loading, const struct raw_record *record)
{
    const struct text_at *version = &record->annals;
    if (version->text.len && !str_equal(version->text, STR("1")))
        diag_add(loading->diags, DIAG_VERSION, version->loc,
                 "annals: %.*s; this program reads 1",
                 STR_ARG(fields_clip(version->text)));
}

static const struct file *read_file(struct loading *loading, struct str path)
{
    struct arena *arena = loading->diags->arena;
    const char *reason;
    vec_push(arena, &loading->dossier->paths, path);
    vec_push(arena, &loading->dossier->watched, path);
    const struct file *file = file_read(arena, path, &reason);
    if (!file)
        diag_add(loading->diags, DIAG_FILE_UNREADABLE,
                 (struct loc){ texts_unread(arena, path), 0 }, "%s", reason);
    return file;
}

static void read_record(struct loading *loading, struct str path)
{
    struct arena *arena = loading->diags->arena;
    struct raw_record *record = arena_new(arena, struct raw_record);
    const struct file *file = read_file(loading, arena_str(arena, path));
    bool whole = false;
    if (file) {
        struct yaml_reader *yaml = yaml_open(loading->diags, file, 0, file->text.len);
        bool read = fields_read(yaml, &raw_record_shape, yaml_next(yaml), record);
        whole = yaml_close(yaml) && read;
        record->loc = (struct loc){ file, 0 };
    }
    loading->incomplete = loading->incomplete || !whole;
    if (!file)
        return;
    check_version(loading, record);
    vec_push(arena, &loading->records, record);
}

static void read_records(struct loading *loading)
{
    for (size_t i = 0; i < loading->options->path_count; i++)
        read_record(loading, loading->options->paths[i]);
    for (size_t i = 0; i < loading->records.len; i++) {
        if (i > 0)
            fields_merge(loading->diags, &raw_heading_shape, loading->records.at[0],
                         loading->records.at[i]);
        if (!loading->options->no_sources)
            sources_read(loading, loading->records.at[i]);
    }
}

static void set_heading(struct loading *loading)
{
    if (loading->records.len == 0)
        return;
    const struct raw_record *first = loading->records.at[0];
    if (!loading->incomplete)
        fields_require(loading->diags, &raw_heading_shape, first,
                       FIELD_REQUIRED_MERGED);
    loading->dossier->title = first->title.text;
    loading->dossier->about = first->about.text;
}

const struct dossier *dossier_load(const struct load_options *options,
                                   struct diags *diags)
{
    size_t errors_before = diags->errors;
    struct loading loading = { .diags = diags,
                               .options = options,
                               .dossier = arena_new(diags->arena, struct dossier) };
    read_records(&loading);
    set_heading(&loading);
    join_events(&loading);
    join_sources(&loading);
    if (diags->errors == errors_before)
        texts_read(&loading);
    if (diags->errors > errors_before)
        return NULL;
    clock_set(diags->arena, loading.dossier, (struct known_day){ .known = false });
    return loading.dossier;
}
