#include "tui/complete.h"

#include <stdlib.h>

#include "dossier/match.h"

/* A term of a filter as far as it is typed: [-][field:]["]value["]. */
struct typed {
    struct str field, value; /* value: before the cursor, without its quotation mark */
    bool has_field, quoted;
    size_t start, end; /* of what a candidate replaces */
};

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* The end of the term that begins at START: spaces between quotation marks are its
 * own. */
static size_t end_of_term(struct str text, size_t start)
{
    bool quoted = false;
    size_t i = start;
    for (; i < text.len && (quoted || !is_space(text.ptr[i])); i++)
        if (text.ptr[i] == '"')
            quoted = !quoted;
    return i;
}

/* Where the term begins that the cursor stands in or behind; the cursor itself where
 * a new one begins there. */
static size_t start_of_term(struct str text, size_t cursor)
{
    size_t at = 0;
    while (at < cursor) {
        if (is_space(text.ptr[at])) {
            at++;
            continue;
        }
        size_t end = end_of_term(text, at);
        if (end >= cursor)
            return at;
        at = end;
    }
    return cursor;
}

static struct typed typed_at(struct str text, size_t cursor)
{
    struct typed typed = { .start = start_of_term(text, cursor) };
    typed.end = end_of_term(text, typed.start);
    if (typed.start < cursor && text.ptr[typed.start] == '-')
        typed.start++;
    struct str before = str_slice(text, typed.start, cursor);
    size_t colon = str_find(before, STR(":"), 0),
           quote = str_find(before, STR("\""), 0);
    typed.value = before;
    if (colon != STR_NONE && (quote == STR_NONE || colon < quote)) {
        typed.has_field = true;
        typed.field = str_slice(before, 0, colon);
        typed.value = str_from(before, colon + 1);
        typed.start += colon + 1;
    }
    typed.quoted = str_starts(typed.value, STR("\""));
    if (typed.quoted)
        typed.value = str_from(typed.value, 1);
    return typed;
}

/* The values that the record has. */

/* One for each time that an event has a value. */
struct occurrence {
    struct str name;
    size_t event;
};
typedef VEC(struct occurrence) occurrence_list;

static void add(struct arena *arena, occurrence_list *all, struct str name,
                const struct event *event)
{
    if (name.len > 0 && str_find(name, STR("\""), 0) == STR_NONE)
        vec_push(arena, all, ((struct occurrence){ name, event->number }));
}

static void add_who(struct arena *arena, occurrence_list *all,
                    const struct event *event)
{
    for (size_t i = 0; i < event->who.len; i++)
        add(arena, all, event->who.at[i], event);
}

static void add_where(struct arena *arena, occurrence_list *all,
                      const struct event *event)
{
    add(arena, all, event->where, event);
}

static void add_by(struct arena *arena, occurrence_list *all, const struct event *event)
{
    for (size_t i = 0; i < event->claims.len; i++)
        add(arena, all, event->claims.at[i]->by, event);
}

static void add_tag(struct arena *arena, occurrence_list *all,
                    const struct event *event)
{
    for (size_t i = 0; i < event->tags.len; i++)
        add(arena, all, event->tags.at[i], event);
}

static void add_source(struct arena *arena, occurrence_list *all,
                       const struct event *event)
{
    for (size_t i = 0; i < event->citations.len; i++) {
        const struct citation *citation = event->citations.at[i];
        add(arena, all, citation->source->id, event);
        for (size_t k = 0; k < citation->via.len; k++)
            add(arena, all, citation->via.at[k]->id, event);
    }
}

static void add_state(struct arena *arena, occurrence_list *all,
                      const struct event *event)
{
    struct str name;
    for (size_t i = 0; (name = match_state_name(i)).len > 0; i++)
        if (match_state_holds(i, event))
            add(arena, all, name, event);
}

static const struct {
    struct str field;
    void (*add)(struct arena *arena, occurrence_list *all, const struct event *event);
} values[] = {
    { STR_INIT("who"), add_who },       { STR_INIT("where"), add_where },
    { STR_INIT("by"), add_by },         { STR_INIT("tag"), add_tag },
    { STR_INIT("source"), add_source }, { STR_INIT("is"), add_state },
};

static int by_name_and_event(const void *a, const void *b)
{
    const struct occurrence *p = a, *q = b;
    int order = str_compare(p->name, q->name);
    return order ? order : (p->event > q->event) - (p->event < q->event);
}

static occurrence_list occurrences_of(struct arena *arena,
                                      const struct dossier *dossier, struct str field)
{
    occurrence_list all = { 0 };
    for (size_t i = 0; i < sizeof(values) / sizeof(*values); i++)
        for (size_t j = 0; str_equal(values[i].field, field) && j < dossier->events.len;
             j++)
            values[i].add(arena, &all, dossier->events.at[j]);
    if (all.len > 0)
        qsort(all.at, all.len, sizeof(*all.at), by_name_and_event);
    return all;
}

/* How well a value fits: where in it what was typed stands. */
enum fit { FIT_START, FIT_WORD, FIT_INSIDE, FIT_NONE };

static enum fit fit_of(const struct words *words, struct str name)
{
    struct arena scratch = { 0 };
    struct str folded = words->fold(&scratch, name).text;
    size_t at = str_find(folded, words->folded, 0);
    enum fit fit = at == STR_NONE ? FIT_NONE : at == 0 ? FIT_START : FIT_INSIDE;
    while (fit == FIT_INSIDE && at != STR_NONE) {
        char before = folded.ptr[at - 1];
        if (before == ' ' || before == '-')
            fit = FIT_WORD;
        at = str_find(folded, words->folded, at + 1);
    }
    arena_free(&scratch);
    return fit;
}

static struct str as_value(struct arena *arena, struct str name, bool quoted)
{
    for (size_t i = 0; i < name.len; i++)
        quoted |= is_space(name.ptr[i]);
    return quoted ? arena_printf(arena, "\"%.*s\"", STR_ARG(name)) : name;
}

struct ranked {
    struct candidate candidate;
    enum fit fit;
};
typedef VEC(struct ranked) ranked_list;

static int by_fit(const void *a, const void *b)
{
    const struct ranked *p = a, *q = b;
    if (p->fit != q->fit)
        return p->fit < q->fit ? -1 : 1;
    if (p->candidate.count != q->candidate.count)
        return p->candidate.count > q->candidate.count ? -1 : 1;
    return str_compare(p->candidate.name, q->candidate.name);
}

/* Each name once, with its events counted, where it fits. */
static ranked_list rank(struct arena *arena, const occurrence_list *all,
                        const struct typed *typed)
{
    ranked_list ranked = { 0 };
    struct words words = words_of(arena, typed->value);
    for (size_t i = 0, next; i < all->len; i = next) {
        struct ranked entry = { .candidate.name = all->at[i].name, .fit = FIT_START };
        for (next = i;
             next < all->len && str_equal(all->at[next].name, entry.candidate.name);
             next++)
            if (next == i || all->at[next].event != all->at[next - 1].event)
                entry.candidate.count++;
        if (words.folded.len > 0)
            entry.fit = fit_of(&words, entry.candidate.name);
        if (entry.fit == FIT_NONE)
            continue;
        entry.candidate.name = arena_str(arena, entry.candidate.name);
        entry.candidate.text = as_value(arena, entry.candidate.name, typed->quoted);
        vec_push(arena, &ranked, entry);
    }
    if (ranked.len > 0)
        qsort(ranked.at, ranked.len, sizeof(*ranked.at), by_fit);
    return ranked;
}

static void add_values(struct arena *arena, struct completion *completion,
                       const struct dossier *dossier, const struct typed *typed)
{
    occurrence_list all = occurrences_of(arena, dossier, typed->field);
    ranked_list ranked = rank(arena, &all, typed);
    for (size_t i = 0; i < ranked.len; i++)
        vec_push(arena, &completion->candidates, ranked.at[i].candidate);
}

static void add_fields(struct arena *arena, struct completion *completion,
                       const struct typed *typed)
{
    for (size_t i = 0; i < match_field_count; i++) {
        struct str name = match_fields[i].name;
        struct candidate field = { .text =
                                       arena_printf(arena, "%.*s:", STR_ARG(name)) };
        field.name = field.text;
        if (name.len > 0 && str_starts(name, typed->value))
            vec_push(arena, &completion->candidates, field);
    }
}

struct completion complete_filter(struct arena *arena, const struct dossier *dossier,
                                  struct str text, size_t cursor)
{
    struct typed typed = typed_at(text, cursor);
    struct completion completion = { .start = typed.start, .end = typed.end };
    if (typed.has_field)
        add_values(arena, &completion, dossier, &typed);
    else if (!typed.quoted)
        add_fields(arena, &completion, &typed);
    return completion;
}
