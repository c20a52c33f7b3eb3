/*
 * A source's file: front matter between two lines of three hyphens, and behind
 * it the digest, as prose.
 */
#include "dossier/loading.h"
#include "dossier/texts.h"
#include "text/utf8.h"

/* The line at *OFFSET without its end, and *OFFSET moved behind its end. */
static struct str next_line(struct str text, size_t *offset)
{
    size_t start = *offset, end = start;
    while (end < text.len && text.ptr[end] != '\n' && text.ptr[end] != '\r')
        end++;
    *offset = end;
    if (*offset < text.len && text.ptr[*offset] == '\r')
        (*offset)++;
    if (*offset < text.len && text.ptr[*offset] == '\n' &&
        (*offset == end || text.ptr[end] == '\r'))
        (*offset)++;
    return str_slice(text, start, end);
}

static bool is_fence(struct str line)
{
    return str_starts(line, STR("---")) && str_trim(str_from(line, 3)).len == 0;
}

struct parts {
    size_t front, front_end; /* the YAML */
    size_t body;             /* what stands behind it */
};

static bool split(struct loading *loading, const struct file *file, struct parts *parts)
{
    struct loc start = { file, 0 };
    size_t offset = str_starts(file->text, STR("\xEF\xBB\xBF")) ? 3 : 0;
    if (utf8_is_utf16(file->text)) {
        diag_add(loading->diags, DIAG_ENCODING, start,
                 "it looks like UTF-16; save it as UTF-8");
        return false;
    }
    if (!is_fence(next_line(file->text, &offset))) {
        diag_add(loading->diags, DIAG_FRONT_MATTER, start,
                 "a source begins with a line --- and its metadata");
        return false;
    }
    parts->front = offset;
    while (offset < file->text.len) {
        parts->front_end = offset;
        bool closed = is_fence(next_line(file->text, &offset));
        parts->body = offset;
        if (closed)
            return true;
    }
    diag_add(loading->diags, DIAG_FRONT_MATTER, start,
             "no second line --- ends the metadata");
    return false;
}

static size_t past_blank_lines(struct str text, size_t offset)
{
    size_t start = offset;
    while (offset < text.len) {
        if (str_trim(next_line(text, &offset)).len)
            return start;
        start = offset;
    }
    return text.len;
}

static struct body read_digest(struct loading *loading, const struct file *file,
                               size_t offset)
{
    offset = past_blank_lines(file->text, offset);
    struct body body = { .form = &text_form_prose,
                         .file = file,
                         .file_offset = offset };
    body.text = texts_shown(loading->diags, file, offset);
    body.given = body.text.len > 0;
    return body;
}

void source_file_read(struct loading *loading, const struct file *file,
                      struct raw_source *source)
{
    struct parts parts;
    if (!split(loading, file, &parts))
        return;
    struct yaml_reader *yaml =
        yaml_open(loading->diags, file, parts.front, parts.front_end);
    struct yaml_token first = yaml_next(yaml);
    if (first.kind != YAML_END)
        fields_read(yaml, &raw_source_shape, first, source);
    yaml_close(yaml);
    source->loc = (struct loc){ file, parts.front };
    source->digest = read_digest(loading, file, parts.body);
}
