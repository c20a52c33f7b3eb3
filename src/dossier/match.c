#include "dossier/match.h"

#include "dossier/nearest.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static bool read_words(struct arena *arena, struct str text, struct match_value *value,
                       struct query_error *error)
{
    value->words = words_of(arena, text);
    if (value->words.folded.len)
        return true;
    *error =
        (struct query_error){ .offset = 0, .reason = STR("nothing to look for in it") };
    return false;
}

static bool in_list(const struct match_value *value, const str_list *list,
                    struct arena *scratch)
{
    for (size_t i = 0; i < list->len; i++)
        if (words_in(&value->words, scratch, list->at[i]))
            return true;
    return false;
}

static bool in_any(const struct match_value *value, const struct str *texts,
                   size_t count, struct arena *scratch)
{
    for (size_t i = 0; i < count; i++)
        if (texts[i].len && words_in(&value->words, scratch, texts[i]))
            return true;
    return false;
}

static bool in_source(const struct match_value *value, const struct source *source,
                      struct arena *scratch)
{
    const struct str texts[] = { source->id, source->publisher, source->title,
                                 source->author };
    return in_any(value, texts, COUNT(texts), scratch);
}

static bool in_citation(const struct match_value *value,
                        const struct citation *citation, struct arena *scratch)
{
    const struct str texts[] = { citation->quote, citation->note };
    if (in_any(value, texts, COUNT(texts), scratch) ||
        in_source(value, citation->source, scratch))
        return true;
    for (size_t i = 0; i < citation->via.len; i++)
        if (in_source(value, citation->via.at[i], scratch))
            return true;
    return false;
}

static bool in_claim(const struct match_value *value, const struct claim *claim,
                     struct arena *scratch)
{
    const struct str texts[] = { claim->about, claim->by, claim->says, claim->note,
                                 claim->when.because };
    return in_any(value, texts, COUNT(texts), scratch);
}

static bool holds_words(const struct match_value *value, const struct event *event,
                        struct arena *scratch)
{
    const struct str texts[] = { event->id,    event->title, event->summary,
                                 event->where, event->note,  event->when.because };
    if (in_any(value, texts, COUNT(texts), scratch) ||
        in_list(value, &event->who, scratch) || in_list(value, &event->tags, scratch))
        return true;
    for (size_t i = 0; i < event->claims.len; i++)
        if (in_claim(value, event->claims.at[i], scratch))
            return true;
    for (size_t i = 0; i < event->citations.len; i++)
        if (in_citation(value, event->citations.at[i], scratch))
            return true;
    return false;
}

static bool holds_who(const struct match_value *value, const struct event *event,
                      struct arena *scratch)
{
    return in_list(value, &event->who, scratch);
}

static bool holds_where(const struct match_value *value, const struct event *event,
                        struct arena *scratch)
{
    return words_in(&value->words, scratch, event->where);
}

static bool holds_by(const struct match_value *value, const struct event *event,
                     struct arena *scratch)
{
    for (size_t i = 0; i < event->claims.len; i++)
        if (words_in(&value->words, scratch, event->claims.at[i]->by))
            return true;
    return false;
}

static bool holds_tag(const struct match_value *value, const struct event *event,
                      struct arena *scratch)
{
    for (size_t i = 0; i < event->tags.len; i++)
        if (words_are(&value->words, scratch, event->tags.at[i]))
            return true;
    return false;
}

static bool holds_source(const struct match_value *value, const struct event *event,
                         struct arena *scratch)
{
    for (size_t i = 0; i < event->citations.len; i++) {
        const struct citation *citation = event->citations.at[i];
        if (words_are(&value->words, scratch, citation->source->id))
            return true;
        for (size_t k = 0; k < citation->via.len; k++)
            if (words_are(&value->words, scratch, citation->via.at[k]->id))
                return true;
    }
    return false;
}

static bool is_disputed(const struct event *event)
{
    return event->disputed;
}

static bool is_uncited(const struct event *event)
{
    return event->citations.len == 0;
}

static bool is_single(const struct event *event)
{
    return event->origins.len == 1;
}

static const struct {
    struct str name;
    bool (*holds)(const struct event *event);
} states[] = {
    { STR_INIT("disputed"), is_disputed },
    { STR_INIT("uncited"), is_uncited },
    { STR_INIT("single"), is_single },
};

struct str match_state_name(size_t index)
{
    return index < COUNT(states) ? states[index].name : STR("");
}

bool match_state_holds(size_t index, const struct event *event)
{
    return states[index].holds(event);
}

static bool read_state(struct arena *arena, struct str text, struct match_value *value,
                       struct query_error *error)
{
    struct nearest nearest = nearest_to(text);
    for (size_t i = 0; i < COUNT(states); i++) {
        nearest_offer(&nearest, states[i].name);
        if (!str_equal(states[i].name, text))
            continue;
        value->state = states[i].holds;
        return true;
    }
    error->offset = 0;
    error->reason =
        arena_printf(arena, "is: takes disputed, uncited or single, not %.*s%.*s",
                     STR_ARG(text), STR_ARG(nearest_hint(arena, &nearest)));
    return false;
}

static bool holds_state(const struct match_value *value, const struct event *event,
                        struct arena *scratch)
{
    (void)scratch;
    return value->state(event);
}

static bool read_date(struct arena *arena, struct str text, struct match_value *value,
                      struct query_error *error)
{
    struct edtf_error why;
    if (edtf_parse(text, &value->date, &why))
        return true;
    bool repair = why.suggestion[0] != '\0';
    error->offset = why.offset;
    error->reason = arena_printf(arena, "not a date: %s%s%s%s", why.reason,
                                 repair ? "; did you mean " : "",
                                 repair ? why.suggestion : "", repair ? "?" : "");
    return false;
}

static bool holds_before(const struct match_value *value, const struct event *event,
                         struct arena *scratch)
{
    (void)scratch;
    return event->when.given && edtf_possibly_before(&event->when.date, &value->date);
}

static bool holds_surely_before(const struct match_value *value,
                                const struct event *event, struct arena *scratch)
{
    (void)scratch;
    return event->when.given && edtf_certainly_before(&event->when.date, &value->date);
}

static bool holds_after(const struct match_value *value, const struct event *event,
                        struct arena *scratch)
{
    (void)scratch;
    return event->when.given && edtf_possibly_before(&value->date, &event->when.date);
}

static bool holds_surely_after(const struct match_value *value,
                               const struct event *event, struct arena *scratch)
{
    (void)scratch;
    return event->when.given && edtf_certainly_before(&value->date, &event->when.date);
}

static bool holds_on(const struct match_value *value, const struct event *event,
                     struct arena *scratch)
{
    (void)scratch;
    return event->when.given && edtf_possibly_on(&event->when.date, &value->date);
}

static bool holds_surely_on(const struct match_value *value, const struct event *event,
                            struct arena *scratch)
{
    (void)scratch;
    return event->when.given && edtf_certainly_on(&event->when.date, &value->date);
}

const struct match_field match_fields[] = {
    { STR_INIT(""), read_words, holds_words },
    { STR_INIT("who"), read_words, holds_who },
    { STR_INIT("where"), read_words, holds_where },
    { STR_INIT("by"), read_words, holds_by },
    { STR_INIT("tag"), read_words, holds_tag },
    { STR_INIT("source"), read_words, holds_source },
    { STR_INIT("is"), read_state, holds_state },
    { STR_INIT("before"), read_date, holds_before },
    { STR_INIT("before!"), read_date, holds_surely_before },
    { STR_INIT("after"), read_date, holds_after },
    { STR_INIT("after!"), read_date, holds_surely_after },
    { STR_INIT("on"), read_date, holds_on },
    { STR_INIT("on!"), read_date, holds_surely_on },
};
const size_t match_field_count = COUNT(match_fields);
