#include "base/diag.h"

#include <stdarg.h>
#include <stdlib.h>

static const struct {
    enum diag_severity severity;
    const char *what;
} kinds[DIAG_COUNT] = {
#define DIAG(name, grade, text)                                                        \
    [DIAG_##name] = { .severity = DIAG_SEVERITY_##grade, .what = (text) },
#include "base/diag.def"
#undef DIAG
};

struct diags diags_new(struct arena *arena)
{
    return (struct diags){ .arena = arena };
}

enum diag_severity diag_severity(enum diag_code code)
{
    return kinds[code].severity;
}

static size_t file_rank(struct diags *diags, const struct file *file)
{
    for (size_t i = diags->files.len; i > 0; i--)
        if (diags->files.at[i - 1] == file)
            return i - 1;
    vec_push(diags->arena, &diags->files, file);
    return diags->files.len - 1;
}

void diag_add(struct diags *diags, enum diag_code code, struct loc loc,
              const char *format, ...)
{
    struct diag diag = { .code = code,
                         .loc = loc,
                         .file_rank = file_rank(diags, loc.file),
                         .number = diags->list.len };
    va_list args;
    va_start(args, format);
    diag.detail = arena_vprintf(diags->arena, format, args);
    va_end(args);
    vec_push(diags->arena, &diags->list, diag);
    diags->errors += kinds[code].severity == DIAG_SEVERITY_ERROR;
}

static int by_number(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

static int by_place(const void *left, const void *right)
{
    const struct diag *a = left, *b = right;
    int order = by_number(a->file_rank, b->file_rank);
    if (order == 0)
        order = by_number(a->loc.offset, b->loc.offset);
    return order ? order : by_number(a->number, b->number);
}

static void place(struct diag *diag, const struct diag *before)
{
    bool same = before && before->loc.file == diag->loc.file;
    diag->at = same ? loc_position_after(diag->loc, before->loc.offset, before->at)
                    : loc_position(diag->loc);
    diag->placed = true;
}

void diags_sort(struct diags *diags)
{
    if (diags->list.len)
        qsort(diags->list.at, diags->list.len, sizeof(*diags->list.at), by_place);
    for (size_t i = 0; i < diags->list.len; i++)
        place(&diags->list.at[i], i ? &diags->list.at[i - 1] : NULL);
}

void diag_format(struct buf *out, const struct diag *diag)
{
    struct position at = diag->placed ? diag->at : loc_position(diag->loc);
    bool error = kinds[diag->code].severity == DIAG_SEVERITY_ERROR;
    buf_printf(out, "%.*s:%zu:%zu: %s: %s", STR_ARG(diag->loc.file->path), at.line + 1,
               at.column + 1, error ? "error" : "warning", kinds[diag->code].what);
    if (diag->detail.len)
        buf_printf(out, ": %.*s", STR_ARG(diag->detail));
}
