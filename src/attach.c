/*
 * The text is staged in a new directory inside the one it goes to, the dossier is
 * loaded with that one alone, and then the file is moved up: what was checked is
 * what is kept, and by the code that reads it ever after.
 */
#include "attach.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "dossier/check.h"

struct stage {
    struct str directory; /* made for this, inside that of the texts */
    struct str staged;    /* the text in it */
    struct str final;     /* where it goes */
};

/* Makes DIRECTORY and what is missing above it. */
static bool make_directories(struct str directory)
{
    struct arena arena = { 0 };
    bool made = true;
    for (size_t end = 1; made && end <= directory.len; end++) {
        if (end < directory.len && directory.ptr[end] != '/')
            continue;
        struct str path = arena_str(&arena, str_slice(directory, 0, end));
        made = mkdir(path.ptr, 0777) == 0 || errno == EEXIST;
    }
    int error = errno;
    arena_free(&arena);
    errno = error;
    return made;
}

static bool stage_open(struct arena *arena, struct stage *stage, struct str texts,
                       struct str source, struct str text, const char **reason)
{
    struct str name = arena_printf(arena, "%.*s.txt", STR_ARG(source));
    stage->directory = file_join(arena, texts, STR(".attach-XXXXXX"));
    stage->final = file_join(arena, texts, name);
    /* The arena's own copy, so it may be written to. */
    if (!make_directories(texts) || !mkdtemp((char *)stage->directory.ptr)) {
        *reason = strerror(errno);
        return false;
    }
    stage->staged = file_join(arena, stage->directory, name);
    if (file_write(stage->staged, text, reason))
        return true;
    rmdir(stage->directory.ptr);
    return false;
}

static bool stage_keep(const struct stage *stage, const char **reason)
{
    bool kept = rename(stage->staged.ptr, stage->final.ptr) == 0;
    *reason = kept ? NULL : strerror(errno);
    return kept;
}

static void stage_close(const struct stage *stage)
{
    unlink(stage->staged.ptr);
    rmdir(stage->directory.ptr);
}

/* What a check says of this source alone. */
static void check_source(const struct dossier *dossier, const struct source *source,
                         struct diags *diags)
{
    struct diags all = diags_new(diags->arena);
    check_dossier(dossier, &all);
    diags_sort(&all);
    for (size_t i = 0; i < all.list.len; i++) {
        const struct diag *diag = &all.list.at[i];
        if (diag->loc.file == source->loc.file)
            diag_add(diags, diag->code, diag->loc, "%.*s", STR_ARG(diag->detail));
    }
}

static size_t count_held(const struct source *source)
{
    size_t held = 0;
    for (size_t i = 0; i < source->citations.len; i++)
        held += verdict_holds(source->citations.at[i]->at[BODY_FULL].verdict);
    return held;
}

/* Whether the text at the stage holds all that is quoted from it. */
static bool examine(const struct load_options *load, const struct stage *stage,
                    struct str id, struct diags *diags, struct buf *report)
{
    struct load_options staged = *load;
    staged.texts = stage->directory;
    const struct dossier *dossier = dossier_load(&staged, diags);
    if (!dossier)
        return false;
    const struct source *source = dossier_source(dossier, id);
    size_t held = count_held(source), all = source->citations.len;
    check_source(dossier, source, diags);
    buf_printf(report, "%.*s: %zu of %zu quotations found, hash %.*s\n", STR_ARG(id),
               held, all, STR_ARG(hash_name(source->hash)));
    return held == all;
}

static struct str place(struct arena *arena, const struct load_options *load,
                        struct str id, struct str text, struct diags *diags,
                        struct buf *report)
{
    struct stage stage;
    const char *reason;
    if (!stage_open(arena, &stage, load->texts, id, text, &reason))
        return arena_printf(arena, "%.*s: %s", STR_ARG(load->texts), reason);
    struct str complaint = { 0 };
    if (!examine(load, &stage, id, diags, report))
        complaint = arena_printf(arena, "not attached: %.*s", STR_ARG(stage.final));
    else if (!stage_keep(&stage, &reason))
        complaint = arena_printf(arena, "%.*s: %s", STR_ARG(stage.final), reason);
    else
        buf_printf(report, "attached: %.*s\n", STR_ARG(stage.final));
    stage_close(&stage);
    return complaint;
}

struct str attach_text(const struct load_options *load, struct str id, struct str path,
                       struct diags *diags, struct buf *report)
{
    struct arena *arena = diags->arena;
    struct load_options bare = *load;
    bare.texts = STR("");
    const struct dossier *dossier = dossier_load(&bare, diags);
    if (!dossier)
        return STR("not attached");
    if (!dossier_source(dossier, id))
        return arena_printf(arena, "there is no source '%.*s'", STR_ARG(id));
    const char *reason;
    const struct file *file = file_read(arena, path, &reason);
    if (!file)
        return arena_printf(arena, "%.*s: %s", STR_ARG(path), reason);
    if (!load->texts.len)
        return STR("nowhere to put it: name a directory with --texts");
    return place(arena, load, id, file->text, diags, report);
}
