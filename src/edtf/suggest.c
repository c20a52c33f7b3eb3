/*
 * Suggestions are made by rewriting. A text goes through the rules in the order
 * of the table; each takes what it knows, English words, draft syntax, missing
 * zeros, and leaves the rest as it is. After each rule that changed something
 * the result is tried, and the first that parses is the suggestion.
 *
 * The rules work on one short line: what does not fit gets no suggestion.
 */
#include "edtf/suggest.h"

#include <string.h>

#include "edtf/parse.h"
#include "edtf/repair.h"

static bool parses(const struct line *line)
{
    struct edtf date;
    struct edtf_error error;
    return edtf_parse_plainly((struct str){ line->text, line->len }, &date, &error);
}

static bool is_changed(const struct line *line, struct str text)
{
    return !str_equal((struct str){ line->text, line->len }, text);
}

void edtf_suggest(struct str text, char *out, size_t size)
{
    struct line line;
    if (size == 0)
        return;
    out[0] = '\0';
    if (!line_of(text, &line))
        return;
    for (size_t i = 0; repair_rules[i]; i++) {
        struct line before = line;
        if (!repair_rules[i](&line)) {
            line = before;
            continue;
        }
        if (is_changed(&line, text) && line.len < size && parses(&line)) {
            memcpy(out, line.text, line.len);
            out[line.len] = '\0';
            return;
        }
    }
}
