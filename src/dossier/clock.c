#include "dossier/clock.h"

#include <stdlib.h>

static struct known_day earlier(struct known_day a, struct known_day b)
{
    if (!a.known)
        return b;
    if (!b.known)
        return a;
    return edtf_day_compare(a.day, b.day) <= 0 ? a : b;
}

struct known_day clock_published(const struct source *source)
{
    struct edtf_bound latest = source->published.bounds.latest;
    bool known = source->published.given && latest.kind == EDTF_DAY;
    return (struct known_day){ .known = known, .day = latest.day };
}

static void set_citation(struct citation *citation)
{
    citation->known_from = clock_published(citation->source);
    citation->origin = citation->source;
    for (size_t i = 0; i < citation->via.len; i++) {
        struct source *source = citation->via.at[i];
        citation->known_from = earlier(citation->known_from, clock_published(source));
        citation->origin = source;
        source->retold = true;
    }
}

static struct known_day first_known(const citation_list *citations)
{
    struct known_day first = { .known = false };
    for (size_t i = 0; i < citations->len; i++)
        first = earlier(first, citations->at[i]->known_from);
    return first;
}

static void set_origins(struct arena *arena, struct event *event, size_t *seen)
{
    for (size_t i = 0; i < event->citations.len; i++) {
        struct source *origin = event->citations.at[i]->origin;
        if (seen[origin->number] != event->number + 1)
            vec_push(arena, &event->origins, origin);
        seen[origin->number] = event->number + 1;
    }
}

/* A source may be silent of an event where it has a text, and its day and the
 * event's first allow that it knew of it. */
static bool could_tell(const struct source *source, const struct event *event,
                       struct known_day as_of)
{
    struct known_day published = clock_published(source);
    struct edtf_bound begins = event->when.bounds.earliest;
    bool has_text = source->body[BODY_DIGEST].given || source->body[BODY_FULL].given;
    if (!has_text || !published.known || begins.kind == EDTF_UNKNOWN)
        return false;
    if (as_of.known && edtf_day_compare(published.day, as_of.day) > 0)
        return false;
    return begins.kind == EDTF_OPEN || edtf_day_compare(begins.day, published.day) <= 0;
}

static void set_silent(struct arena *arena, const struct dossier *dossier,
                       struct event *event, size_t *cites, struct known_day as_of)
{
    for (size_t i = 0; i < event->citations.len; i++)
        cites[event->citations.at[i]->source->number] = event->number + 1;
    size_t count = 0;
    for (size_t i = 0; i < dossier->sources.len; i++)
        count += cites[i] != event->number + 1 &&
                 could_tell(dossier->sources.at[i], event, as_of);
    event->silent.at = arena_array(arena, count, sizeof(struct source *));
    event->silent.cap = count;
    for (size_t i = 0; i < dossier->sources.len; i++)
        if (cites[i] != event->number + 1 &&
            could_tell(dossier->sources.at[i], event, as_of))
            event->silent.at[event->silent.len++] = dossier->sources.at[i];
}

static void set_event(struct event *event)
{
    event->known_from = first_known(&event->citations);
    event->disputed = false;
    for (size_t i = 0; i < event->claims.len; i++) {
        struct claim *claim = event->claims.at[i];
        claim->known_from = first_known(&claim->citations);
        event->disputed = event->disputed || claim->disputes.len > 0;
    }
}

void clock_set(struct arena *arena, struct dossier *dossier, struct known_day as_of)
{
    struct arena scratch = { NULL };
    /* The number of the event, from 1, that last had a source as an origin, and
     * that last was cited by it. */
    size_t *origin_of = arena_array(&scratch, dossier->sources.len, sizeof(size_t));
    size_t *cites = arena_array(&scratch, dossier->sources.len, sizeof(size_t));
    for (size_t i = 0; i < dossier->sources.len; i++)
        for (size_t k = 0; k < dossier->sources.at[i]->citations.len; k++)
            set_citation(dossier->sources.at[i]->citations.at[k]);
    for (size_t i = 0; i < dossier->events.len; i++) {
        struct event *event = dossier->events.at[i];
        set_event(event);
        set_origins(arena, event, origin_of);
        set_silent(arena, dossier, event, cites, as_of);
    }
    arena_free(&scratch);
}

static int by_number(const void *left, const void *right)
{
    const struct source *a = left, *b = *(struct source *const *)right;
    return (a->number > b->number) - (a->number < b->number);
}

event_list clock_omitted(struct arena *arena, const event_list *events,
                         const struct source *source)
{
    event_list omitted = { NULL, 0, 0 };
    for (size_t i = 0; i < events->len; i++) {
        const source_list *silent = &events->at[i]->silent;
        if (silent->len && bsearch(source, silent->at, silent->len,
                                   sizeof(struct source *), by_number))
            vec_push(arena, &omitted, events->at[i]);
    }
    return omitted;
}
