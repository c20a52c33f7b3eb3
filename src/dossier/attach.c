#include "dossier/attach.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "dossier/anchor.h"
#include "dossier/nearest.h"
#include "dossier/texts.h"

static struct loc place(struct arena *arena, struct str path)
{
    return (struct loc){ texts_unread(arena, path), 0 };
}

bool attachment_holds(const struct attachment *attachment)
{
    size_t holding =
        attachment->count[VERDICT_EXACT] + attachment->count[VERDICT_NORMALISED];
    return attachment->copy.len && attachment->hash != HASH_DIFFERS &&
           holding == attachment->source->citations.len;
}

static const struct source *find_source(const struct dossier *dossier, struct str id,
                                        struct diags *diags)
{
    const struct source *source = dossier_source(dossier, id);
    if (source)
        return source;
    struct nearest nearest = nearest_to(id);
    for (size_t i = 0; i < dossier->sources.len; i++)
        nearest_offer(&nearest, dossier->sources.at[i]->id);
    diag_add(diags, DIAG_NO_SUCH, place(diags->arena, dossier->paths.at[0]),
             "source %.*s%.*s", STR_ARG(id),
             STR_ARG(nearest_hint(diags->arena, &nearest)));
    return NULL;
}

static void find_quotations(struct arena *arena, struct attachment *attachment)
{
    const citation_list *citations = &attachment->source->citations;
    struct arena prepared = { NULL }, scratch = { NULL };
    const struct anchor_text *text = anchor_prepare(&prepared, attachment->text);
    struct anchor *at = arena_array(arena, citations->len, sizeof(*at));
    for (size_t i = 0; i < citations->len; i++) {
        const struct citation *citation = citations->at[i];
        at[i] = anchor_find(&scratch, text, citation->quote, citation->prefix,
                            citation->suffix);
        attachment->count[at[i].verdict]++;
        arena_free(&scratch);
    }
    attachment->at = at;
    arena_free(&prepared);
}

static bool is_another_text(const struct attachment *attachment)
{
    size_t count = attachment->source->citations.len;
    return count && attachment->hash != HASH_MATCH &&
           attachment->count[VERDICT_MISSING] == count;
}

/* The directory and those above it; true where it is there in the end. */
static bool make_directories(struct arena *arena, struct str path)
{
    char *name = (char *)arena_str(arena, path).ptr; /* the arena's own copy */
    for (size_t i = 1; i <= path.len; i++) {
        if (i < path.len && name[i] != '/')
            continue;
        name[i] = '\0';
        if (mkdir(name, 0700) != 0 && errno != EEXIST)
            return false;
        name[i] = i < path.len ? '/' : '\0';
    }
    return true;
}

static bool copy(struct diags *diags, struct str texts, struct attachment *attachment,
                 struct str bytes)
{
    struct str to = texts_path(diags->arena, texts, attachment->source->id);
    const char *reason;
    if (!make_directories(diags->arena, texts))
        reason = strerror(errno);
    else if (file_write(to, bytes, &reason))
        attachment->copy = to;
    if (attachment->copy.len == 0)
        diag_add(diags, DIAG_FILE_UNWRITABLE, place(diags->arena, to), "%s", reason);
    return attachment->copy.len > 0;
}

bool attach_text(const struct dossier *dossier, struct str texts, struct str id,
                 struct str path, struct diags *diags, struct attachment *attachment)
{
    const struct source *source = find_source(dossier, id, diags);
    const char *reason;
    if (!source)
        return false;
    const struct file *file = file_read(diags->arena, path, &reason);
    if (!file) {
        diag_add(diags, DIAG_FILE_UNREADABLE, place(diags->arena, path), "%s", reason);
        return false;
    }
    *attachment = (struct attachment){ .source = source,
                                       .hash = texts_hash(source->sha256, file->text),
                                       .text = texts_shown(diags, file, 0) };
    find_quotations(diags->arena, attachment);
    return is_another_text(attachment) || copy(diags, texts, attachment, file->text);
}

void attach_report(struct buf *out, const struct attachment *attachment)
{
    const struct source *source = attachment->source;
    buf_printf(out, "%.*s: hash: %.*s\n", STR_ARG(source->id),
               STR_ARG(hash_name(attachment->hash)));
    for (size_t i = 0; i < source->citations.len; i++)
        buf_printf(out, "  %-11.*s \"%.*s\"\n",
                   STR_ARG(verdict_name(attachment->at[i].verdict)),
                   STR_ARG(source->citations.at[i]->quote));
    if (attachment->copy.len)
        buf_printf(out, "copied to %.*s\n", STR_ARG(attachment->copy));
    else
        buf_printf(out, "not copied: another hash and none of the quotations; "
                        "is it another text?\n");
}
