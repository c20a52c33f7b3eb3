/*
 * A source's file: front matter between two lines of three hyphens, and behind
 * it the digest, as prose.
 */
#include "dossier/loading.h"
#include "text/clean.h"
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

struct str shown_text(struct diags *diags, const struct file *file, size_t offset)
{
    struct loc loc = { file, offset };
    struct str raw = str_from(file->text, offset);
    size_t bad = 0, marks = 0;
    if (!utf8_valid(raw, &bad))
        diag_add(diags, DIAG_UNPRINTABLE, (struct loc){ file, offset + bad },
                 "byte 0x%02X is not UTF-8; U+FFFD stands for it",
                 (unsigned char)raw.ptr[bad]);
    raw = utf8_repair(diags->arena, raw);
    struct str text = text_clean_block(diags->arena, raw, &marks);
    if (marks)
        diag_add(diags, DIAG_UNPRINTABLE, loc, "%zu in the text", marks);
    size_t end = text.len;
    while (end && str_trim(str_slice(text, end - 1, end)).len == 0)
        end--;
    return str_slice(text, 0, end);
}

static struct body read_digest(struct loading *loading, const struct file *file,
                               size_t offset)
{
    offset = past_blank_lines(file->text, offset);
    struct body body = { .form = &text_form_prose,
                         .file = file,
                         .file_offset = offset };
    body.text = shown_text(loading->diags, file, offset);
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
