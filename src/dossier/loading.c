#include "dossier/loading.h"

#include "dossier/nearest.h"

enum { ID_MAX = 64, HINTS_MAX = 100 };

static bool is_id(struct str id)
{
    if (id.len == 0 || id.len > ID_MAX || id.ptr[0] == '-')
        return false;
    for (size_t i = 0; i < id.len; i++) {
        char c = id.ptr[i];
        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'))
            return false;
    }
    return true;
}

bool check_id(struct loading *loading, struct str id, struct loc loc)
{
    if (is_id(id))
        return true;
    diag_add(loading->diags, DIAG_BAD_ID, loc,
             "%.*s; an id is 1 to %d of a-z, 0-9 and -, and begins with no -",
             STR_ARG(fields_clip(id)), ID_MAX);
    return false;
}

/* Where byte OFFSET of a value stands in its file, if it stands there letter by
 * letter; else where the value begins. */
static struct loc loc_within(const struct text_at *value, size_t offset)
{
    struct loc loc = value->loc;
    struct str rest = str_from(loc.file->text, loc.offset);
    size_t quote = rest.len && (rest.ptr[0] == '"' || rest.ptr[0] == '\'');
    if (str_starts(str_from(rest, quote), value->text))
        loc.offset += quote + offset;
    return loc;
}

static enum dated read_dated(struct loading *loading, const struct text_at *value)
{
    struct nearest nearest = nearest_to(value->text);
    for (enum dated dated = DATED_STATED; dated <= DATED_OUTSIDE; dated++) {
        if (str_equal(value->text, dated_name(dated)))
            return dated;
        nearest_offer(&nearest, dated_name(dated));
    }
    if (value->text.len)
        diag_add(loading->diags, DIAG_BAD_VALUE, value->loc,
                 "dated: expected stated, derived or outside, found %.*s%.*s",
                 STR_ARG(fields_clip(value->text)),
                 STR_ARG(nearest_hint(loading->diags->arena, &nearest)));
    return DATED_UNSTATED;
}

static bool read_date(struct loading *loading, const struct text_at *when,
                      struct edtf *date)
{
    struct edtf_error error;
    if (edtf_parse(when->text, date, &error))
        return true;
    bool repair = error.suggestion[0] != '\0';
    diag_add(loading->diags, DIAG_BAD_DATE, loc_within(when, error.offset),
             "%.*s: %s%s%s%s", STR_ARG(fields_clip(when->text)), error.reason,
             repair ? "; did you mean " : "", repair ? error.suggestion : "",
             repair ? "?" : "");
    return false;
}

struct dating read_dating(struct loading *loading, const struct raw_dating *raw)
{
    struct dating dating = { .dated = read_dated(loading, &raw->dated),
                             .text = raw->when.text,
                             .because = raw->because.text };
    if (raw->when.text.len == 0 || !read_date(loading, &raw->when, &dating.date))
        return dating;
    dating.given = true;
    dating.bounds = edtf_bounds(&dating.date);
    return dating;
}

bool name_of_event(const void *names, size_t index, struct str *name)
{
    const event_list *events = names;
    if (index >= events->len)
        return false;
    *name = events->at[index]->id;
    return true;
}

bool name_of_source(const void *names, size_t index, struct str *name)
{
    const source_list *sources = names;
    if (index >= sources->len)
        return false;
    *name = sources->at[index]->id;
    return true;
}

bool name_of_claim(const void *names, size_t index, struct str *name)
{
    const claim_list *claims = names;
    if (index >= claims->len)
        return false;
    *name = claims->at[index]->id;
    return true;
}

void report_no_such(struct loading *loading, const char *what,
                    const struct text_at *reference, const void *names, name_at *at)
{
    struct nearest nearest = nearest_to(reference->text);
    struct str name;
    if (loading->hints++ < HINTS_MAX)
        for (size_t i = 0; at(names, i, &name); i++)
            nearest_offer(&nearest, name);
    diag_add(loading->diags, DIAG_NO_SUCH, reference->loc, "%s %.*s%.*s", what,
             STR_ARG(fields_clip(reference->text)),
             STR_ARG(nearest_hint(loading->diags->arena, &nearest)));
}
