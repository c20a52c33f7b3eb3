#include "dossier/attach.h"

#include <errno.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "dossier/anchor.h"
#include "dossier/nearest.h"
#include "dossier/texts.h"
#include "text/html.h"

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

/* HTML, by its name or by how it begins. */

static bool ends_in(struct str path, struct str suffix)
{
    return path.len >= suffix.len &&
           strncasecmp(path.ptr + path.len - suffix.len, suffix.ptr, suffix.len) == 0;
}

static bool begins_with(struct str text, struct str tag)
{
    return text.len >= tag.len && strncasecmp(text.ptr, tag.ptr, tag.len) == 0;
}

/* Without what may stand before the first tag: a byte order mark, white space,
 * declarations of XML and comments. */
static struct str from_first_tag(struct str text)
{
    if (str_starts(text, STR("\uFEFF")))
        text = str_from(text, STR("\uFEFF").len);
    for (;;) {
        text = str_trim(text);
        struct str end = STR("-->");
        if (str_starts(text, STR("<?")))
            end = STR("?>");
        else if (!str_starts(text, STR("<!--")))
            return text;
        size_t at = str_find(text, end, 0);
        text = str_from(text, at == STR_NONE ? text.len : at + end.len);
    }
}

static bool is_html(const struct file *file)
{
    static const struct str names[] = { STR_INIT(".html"), STR_INIT(".htm"),
                                        STR_INIT(".xhtml") };
    static const struct str tags[] = { STR_INIT("<!doctype html"), STR_INIT("<html"),
                                       STR_INIT("<head"), STR_INIT("<body") };
    struct str text = from_first_tag(file->text);
    for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
        if (ends_in(file->path, names[i]))
            return true;
    for (size_t i = 0; i < sizeof(tags) / sizeof(*tags); i++)
        if (begins_with(text, tags[i]))
            return true;
    return false;
}

/* The file, or its text where it is a page; NULL after saying why not. */
static const struct file *read_text(struct diags *diags, struct str path,
                                    bool *from_html)
{
    const char *reason;
    const struct file *file = file_read(diags->arena, path, &reason);
    *from_html = file && is_html(file);
    if (!file) {
        diag_add(diags, DIAG_FILE_UNREADABLE, place(diags->arena, path), "%s", reason);
        return NULL;
    }
    if (!*from_html)
        return file;
    struct file *page = arena_new(diags->arena, struct file);
    page->path = path;
    texts_warn_of_bytes(diags, file, 0);
    if (html_text(diags->arena, file->text, &page->text))
        return page;
    diag_add(diags, DIAG_FILE_UNREADABLE, place(diags->arena, path),
             "it is HTML, and this annals was built without gumbo, which reads it; "
             "save the page as plain text");
    return NULL;
}

bool attach_text(const struct dossier *dossier, struct str texts, struct str id,
                 struct str path, struct diags *diags, struct attachment *attachment)
{
    const struct source *source = find_source(dossier, id, diags);
    bool from_html;
    const struct file *file = source ? read_text(diags, path, &from_html) : NULL;
    if (!file)
        return false;
    struct str sha256 = texts_sha256(diags->arena, file->text);
    *attachment = (struct attachment){ .source = source,
                                       .sha256 = sha256,
                                       .hash = texts_hash(source->sha256, sha256),
                                       .text = texts_shown(diags, file, 0),
                                       .from_html = from_html };
    find_quotations(diags->arena, attachment);
    struct str bytes = file->text;
    if (from_html && bytes.len)
        bytes = arena_printf(diags->arena, "%.*s\n", STR_ARG(bytes));
    return is_another_text(attachment) || copy(diags, texts, attachment, bytes);
}

void attach_report(struct buf *out, const struct attachment *attachment)
{
    const struct source *source = attachment->source;
    buf_printf(out, "%.*s: hash: %.*s\n", STR_ARG(source->id),
               STR_ARG(hash_name(attachment->hash)));
    if (attachment->hash != HASH_MATCH)
        buf_printf(out, "  sha256: %.*s\n", STR_ARG(attachment->sha256));
    for (size_t i = 0; i < source->citations.len; i++)
        buf_printf(out, "  %-11.*s \"%.*s\"\n",
                   STR_ARG(verdict_name(attachment->at[i].verdict)),
                   STR_ARG(source->citations.at[i]->quote));
    if (attachment->copy.len)
        buf_printf(out, "%s to %.*s\n",
                   attachment->from_html ? "text of the page written" : "copied",
                   STR_ARG(attachment->copy));
    else
        buf_printf(out, "not copied: another hash and none of the quotations; "
                        "is it another text?\n");
}
