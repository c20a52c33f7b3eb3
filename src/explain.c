#include "explain.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "edtf/explain.h"
#include "output.h"
#include "text/clean.h"
#include "text/utf8.h"

/* Made printable before it is parsed, so that what is shown is what was judged. */
static bool explain(struct buf *out, struct str expression)
{
    struct arena arena = { 0 };
    expression = text_clean_line(&arena, utf8_repair(&arena, expression), NULL);
    bool valid = edtf_explain(out, expression);
    buf_add_char(out, '\n');
    arena_free(&arena);
    return valid;
}

static struct str without_return(struct str line)
{
    return str_ends(line, STR("\r")) ? str_slice(line, 0, line.len - 1) : line;
}

/* Explains each whole line in TEXT, looking for line ends from SEEN on, and
 * returns what is left behind the last. */
static struct str explain_lines(struct buf *out, struct str text, size_t seen)
{
    size_t end;
    while ((end = str_find(text, STR("\n"), seen)) != STR_NONE) {
        explain(out, without_return(str_slice(text, 0, end)));
        text = str_from(text, end + 1);
        seen = 0;
    }
    return text;
}

/* As much as is there, appended: 0 at the end, less on error. */
static ssize_t read_more(struct buf *in)
{
    char chunk[65536];
    ssize_t got;
    do
        got = read(STDIN_FILENO, chunk, sizeof(chunk));
    while (got < 0 && errno == EINTR);
    if (got > 0)
        buf_add(in, (struct str){ chunk, (size_t)got });
    return got;
}

/* What is read is answered before more is waited for: whoever writes a line and
 * waits for the answer gets it. */
static int explain_stream(struct buf *in, struct buf *out)
{
    ssize_t got;
    while ((got = read_more(in)) > 0) {
        struct str rest = explain_lines(out, buf_str(in), in->len - (size_t)got);
        memmove(in->ptr, rest.ptr, rest.len);
        in->len = rest.len;
        if (!output_write(buf_str(out)))
            return 1;
        buf_clear(out);
    }
    if (got < 0) {
        output_complain("standard input: %s", strerror(errno));
        return 1;
    }
    if (in->len)
        explain(out, without_return(buf_str(in)));
    return output_write(buf_str(out)) ? 0 : 1;
}

int explain_dates(struct str expression)
{
    struct buf in = { 0 }, out = { 0 };
    int status;
    if (str_equal(expression, STR("-")))
        status = explain_stream(&in, &out);
    else {
        status = explain(&out, expression) ? 0 : 1;
        status = output_write(buf_str(&out)) ? status : 1;
    }
    buf_free(&in);
    buf_free(&out);
    return status;
}
