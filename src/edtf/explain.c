#include "edtf/explain.h"

#include <stdlib.h>

#include "base/oom.h"
#include "edtf/edtf.h"

static void add_expression(struct buf *out, struct str expression)
{
    for (size_t i = 0; i < expression.len; i++) {
        unsigned char c = (unsigned char)expression.ptr[i];
        buf_add_char(out, c < ' ' || c == 0x7f ? ' ' : (char)c);
    }
}

static void add_bound(struct buf *out, struct edtf_bound bound)
{
    char text[64];
    edtf_bound_format(bound, text, sizeof(text));
    buf_printf(out, "\t%s", text);
}

/* In the buf itself, since a set has as many words as it has members. */
static void add_words(struct buf *out, const struct edtf *date)
{
    size_t length = edtf_words(date, EDTF_WORDS_DUMP, NULL, 0);
    buf_add_repeated(out, '\t', length + 2);
    char *words = out->ptr + out->len - length - 1;
    edtf_words(date, EDTF_WORDS_DUMP, words, length + 1);
    out->len--;
}

bool edtf_explain(struct buf *out, struct str expression)
{
    struct edtf date;
    struct edtf_error error;
    add_expression(out, expression);
    if (!edtf_parse(expression, &date, &error)) {
        buf_printf(out, "\tinvalid\t\t\tat %zu: %s", error.offset + 1, error.reason);
        if (error.suggestion[0])
            buf_printf(out, "; did you mean %s?", error.suggestion);
        return false;
    }
    buf_printf(out, "\t%d", edtf_level(&date));
    add_bound(out, edtf_bounds(&date).earliest);
    add_bound(out, edtf_bounds(&date).latest);
    add_words(out, &date);
    return true;
}
