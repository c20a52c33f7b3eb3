/*
 * The filter language, read into terms. A term is a row of the table of fields
 * with what it is asked for; `dossier/match.c` says which events a row holds for.
 */
#include "dossier/query.h"

#include "dossier/match.h"
#include "dossier/nearest.h"

struct term {
    const struct match_field *field;
    struct match_value value;
    bool negated;
};

struct query {
    struct str text;
    VEC(struct term) terms;
};

struct reader {
    struct arena *arena;
    struct str text;
    size_t offset;
    struct query_error *error;
};

/* A value, and where it stands. */
struct piece {
    struct str text;
    size_t offset;
    bool quoted;
};

static bool fail(struct reader *reader, size_t offset, struct str reason)
{
    *reader->error = (struct query_error){ .offset = offset, .reason = reason };
    return false;
}

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool at_end(const struct reader *reader)
{
    return reader->offset >= reader->text.len;
}

static bool starts_with(const struct reader *reader, char c)
{
    return !at_end(reader) && reader->text.ptr[reader->offset] == c;
}

static void skip_spaces(struct reader *reader)
{
    while (!at_end(reader) && is_space(reader->text.ptr[reader->offset]))
        reader->offset++;
}

static bool read_quoted(struct reader *reader, struct piece *piece)
{
    size_t open = reader->offset;
    size_t close = str_find(reader->text, STR("\""), open + 1);
    if (close == STR_NONE)
        return fail(reader, open, STR("a quotation mark without its second one"));
    *piece = (struct piece){ .text = str_slice(reader->text, open + 1, close),
                             .offset = open + 1,
                             .quoted = true };
    reader->offset = close + 1;
    if (!at_end(reader) && !is_space(reader->text.ptr[reader->offset]))
        return fail(reader, reader->offset,
                    STR("a space is missing behind the quotation mark"));
    return true;
}

static bool read_piece(struct reader *reader, struct piece *piece)
{
    if (starts_with(reader, '"'))
        return read_quoted(reader, piece);
    size_t start = reader->offset;
    while (!at_end(reader) && !is_space(reader->text.ptr[reader->offset]))
        reader->offset++;
    *piece = (struct piece){ .text = str_slice(reader->text, start, reader->offset),
                             .offset = start };
    return true;
}

/* The length of "before!" in "before!:2023", and zero where no field is named. */
static size_t field_length(struct str rest)
{
    size_t len = 0;
    while (len < rest.len && is_letter(rest.ptr[len]))
        len++;
    if (len && len < rest.len && rest.ptr[len] == '!')
        len++;
    return len < rest.len && rest.ptr[len] == ':' ? len : 0;
}

static const struct match_field *find_field(struct reader *reader, struct str name)
{
    struct nearest nearest = nearest_to(name);
    for (size_t i = 0; i < match_field_count; i++) {
        if (str_equal(match_fields[i].name, name))
            return &match_fields[i];
        if (match_fields[i].name.len)
            nearest_offer(&nearest, match_fields[i].name);
    }
    fail(reader, reader->offset,
         arena_printf(reader->arena, "no field '%.*s'%.*s", STR_ARG(name),
                      STR_ARG(nearest_hint(reader->arena, &nearest))));
    return NULL;
}

static bool read_value(struct reader *reader, struct term *term)
{
    struct piece piece;
    if (!read_piece(reader, &piece))
        return false;
    if (str_trim(piece.text).len == 0)
        return fail(reader, piece.offset, STR("a value is missing"));
    struct query_error error = { .offset = 0 };
    if (term->field->read(reader->arena, piece.text, &term->value, &error))
        return true;
    return fail(reader, piece.offset + error.offset, error.reason);
}

static bool read_term(struct reader *reader, struct term *term)
{
    if (starts_with(reader, '-')) {
        term->negated = true;
        reader->offset++;
    }
    size_t name = field_length(str_from(reader->text, reader->offset));
    term->field = find_field(
        reader, str_slice(reader->text, reader->offset, reader->offset + name));
    if (!term->field)
        return false;
    reader->offset += name ? name + 1 : 0;
    return read_value(reader, term);
}

const struct query *query_parse(struct arena *arena, struct str text,
                                struct query_error *error)
{
    struct reader reader = { .arena = arena, .text = text, .error = error };
    struct query *query = arena_new(arena, struct query);
    query->text = str_trim(text);
    for (skip_spaces(&reader); !at_end(&reader); skip_spaces(&reader)) {
        struct term term = { .negated = false };
        if (!read_term(&reader, &term))
            return NULL;
        vec_push(arena, &query->terms, term);
    }
    return query;
}

struct str query_text(const struct query *query)
{
    return query->text;
}

bool query_holds(const struct query *query, const struct event *event)
{
    struct arena scratch = { NULL };
    bool holds = true;
    for (size_t i = 0; holds && i < query->terms.len; i++) {
        const struct term *term = &query->terms.at[i];
        holds = term->field->holds(&term->value, event, &scratch) != term->negated;
    }
    arena_free(&scratch);
    return holds;
}
