/*
 * The texts that quotations are looked for in. A full text is looked for beside
 * its source by name only: whoever has it may keep it, or a link to it, anywhere.
 */
#include "dossier/texts.h"

#include <errno.h>
#include <sha2.h>
#include <sys/stat.h>

#include "dossier/anchor.h"
#include "dossier/loading.h"
#include "text/clean.h"
#include "text/fold.h"
#include "text/utf8.h"

const struct file *texts_unread(struct arena *arena, struct str path)
{
    struct file *file = arena_new(arena, struct file);
    *file = (struct file){ .path = path, .text = STR("") };
    return file;
}

void texts_warn_of_bytes(struct diags *diags, const struct file *file, size_t offset)
{
    struct str raw = str_from(file->text, offset);
    size_t bad = 0;
    if (!utf8_valid(raw, &bad))
        diag_add(diags, DIAG_UNPRINTABLE, (struct loc){ file, offset + bad },
                 "byte 0x%02X is not UTF-8; U+FFFD stands for it",
                 (unsigned char)raw.ptr[bad]);
}

struct str texts_shown(struct diags *diags, const struct file *file, size_t offset)
{
    struct loc loc = { file, offset };
    size_t marks = 0;
    texts_warn_of_bytes(diags, file, offset);
    struct str raw = utf8_repair(diags->arena, str_from(file->text, offset));
    struct str text = text_clean_block(diags->arena, raw, &marks);
    if (marks)
        diag_add(diags, DIAG_UNPRINTABLE, loc, "%zu in the text", marks);
    size_t end = text.len;
    while (end && str_trim(str_slice(text, end - 1, end)).len == 0)
        end--;
    return str_slice(text, 0, end);
}

struct str texts_path(struct arena *arena, struct str directory, struct str id)
{
    return file_join(arena, directory, arena_printf(arena, "%.*s.txt", STR_ARG(id)));
}

struct str texts_sha256(struct arena *arena, struct str text)
{
    struct arena scratch = { NULL };
    char digest[SHA256_DIGEST_STRING_LENGTH];
    struct str canonical = text_canonical(&scratch, utf8_repair(&scratch, text));
    SHA256Data((const uint8_t *)canonical.ptr, canonical.len, digest);
    arena_free(&scratch);
    return arena_str(arena, str_of(digest));
}

enum hash_verdict texts_hash(struct str stated, struct str sha256)
{
    if (stated.len == 0)
        return HASH_UNSTATED;
    return str_equal(stated, sha256) ? HASH_MATCH : HASH_DIFFERS;
}

static bool exists(struct str path)
{
    struct stat info;
    return stat(path.ptr, &info) == 0 || (errno != ENOENT && errno != ENOTDIR);
}

static void read_full_text(struct loading *loading, struct source *source)
{
    struct arena *arena = loading->diags->arena;
    struct str path = texts_path(arena, loading->options->texts, source->id);
    if (!exists(path))
        return;
    const char *reason;
    const struct file *file = file_read(arena, path, &reason);
    if (!file) {
        diag_add(loading->diags, DIAG_FILE_UNREADABLE,
                 (struct loc){ texts_unread(arena, path), 0 }, "%s", reason);
        return;
    }
    vec_push(arena, &loading->dossier->watched, path);
    source->hash = texts_hash(source->sha256, texts_sha256(arena, file->text));
    source->body[BODY_FULL] =
        (struct body){ .given = true,
                       .form = &text_form_lines,
                       .text = texts_shown(loading->diags, file, 0),
                       .file = file };
}

void texts_anchor(struct source *source, enum body_kind kind)
{
    struct arena prepared = { NULL }, scratch = { NULL };
    const struct body *body = &source->body[kind];
    if (!body->given)
        return;
    const struct anchor_text *text = anchor_prepare(&prepared, body->text);
    for (size_t i = 0; i < source->citations.len; i++) {
        struct citation *citation = source->citations.at[i];
        citation->at[kind] = anchor_find(&scratch, text, citation->quote,
                                         citation->prefix, citation->suffix);
        arena_free(&scratch);
    }
    for (size_t i = 0; i < source->uncited.len; i++) {
        struct uncited *uncited = &source->uncited.at[i];
        struct str none = STR("");
        uncited->at[kind] = anchor_find(&scratch, text, uncited->quote, none, none);
        if (uncited->through.len)
            uncited->through_at[kind] =
                anchor_find(&scratch, text, uncited->through, none, none);
        arena_free(&scratch);
    }
    arena_free(&prepared);
}

void texts_read(struct loading *loading)
{
    struct dossier *dossier = loading->dossier;
    bool full = loading->options->texts.len > 0;
    if (full)
        vec_push(loading->diags->arena, &dossier->watched, loading->options->texts);
    for (size_t i = 0; i < dossier->sources.len; i++) {
        struct source *source = dossier->sources.at[i];
        if (full)
            read_full_text(loading, source);
        for (enum body_kind kind = 0; kind < BODY_COUNT; kind++)
            texts_anchor(source, kind);
    }
}
