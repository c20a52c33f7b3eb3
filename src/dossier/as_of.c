/*
 * The dossier of a day: dossier/clock.h. What stays is copied and tied anew; a
 * table from old numbers to new nodes stands in for each kind, NULL for what goes.
 */
#include "dossier/clock.h"

struct thinning {
    struct arena *arena;
    struct arena scratch;
    const struct dossier *old;
    struct dossier *new;
    struct known_day day;
    struct event **events;   /* by old number */
    struct source **sources; /* by old number */
};

static bool by_then(const struct thinning *thin, struct known_day known)
{
    return known.known && edtf_day_compare(known.day, thin->day.day) <= 0;
}

static void mark_needed(const struct thinning *thin, const struct source *source,
                        bool *needed)
{
    needed[source->number] =
        needed[source->number] || by_then(thin, clock_published(source));
    for (size_t i = 0; i < source->citations.len; i++) {
        const struct citation *citation = source->citations.at[i];
        if (!by_then(thin, citation->known_from))
            continue;
        needed[source->number] = true;
        for (size_t k = 0; k < citation->via.len; k++)
            needed[citation->via.at[k]->number] = true;
    }
}

static struct source *copy_source(struct thinning *thin, const struct source *old)
{
    struct source *source = arena_new(thin->arena, struct source);
    *source = *old;
    source->number = thin->new->sources.len;
    source->citations = (citation_list){ NULL, 0, 0 };
    source->retold = false;
    vec_push(thin->arena, &thin->new->sources, source);
    return source;
}

static void copy_sources(struct thinning *thin)
{
    const source_list *old = &thin->old->sources;
    bool *needed = arena_array(&thin->scratch, old->len, sizeof(bool));
    for (size_t i = 0; i < old->len; i++)
        mark_needed(thin, old->at[i], needed);
    for (size_t i = 0; i < old->len; i++)
        if (needed[i])
            thin->sources[i] = copy_source(thin, old->at[i]);
}

/* The new claim for an old one of the same event, or NULL. */
static struct claim *new_claim(const struct event *event, const struct claim *old)
{
    for (size_t i = 0; old && i < event->claims.len; i++)
        if (event->claims.at[i]->loc.file == old->loc.file &&
            event->claims.at[i]->loc.offset == old->loc.offset)
            return event->claims.at[i];
    return NULL;
}

static void copy_claims(struct thinning *thin, struct event *event,
                        const struct event *old)
{
    struct claim **claims =
        arena_array(&thin->scratch, old->claims.len, sizeof(struct claim *));
    for (size_t i = 0; i < old->claims.len; i++) {
        const struct claim *from = old->claims.at[i];
        if (!by_then(thin, from->known_from))
            continue;
        struct claim *claim = claims[i] = arena_new(thin->arena, struct claim);
        *claim = *from;
        claim->number = event->claims.len;
        claim->event = event;
        claim->citations = (citation_list){ NULL, 0, 0 };
        vec_push(thin->arena, &event->claims, claim);
    }
    for (size_t i = 0; i < event->claims.len; i++) {
        struct claim *claim = event->claims.at[i];
        claim_list disputes = claim->disputes;
        claim->disputes = (claim_list){ NULL, 0, 0 };
        for (size_t k = 0; k < disputes.len; k++)
            if (claims[disputes.at[k]->number])
                vec_push(thin->arena, &claim->disputes, claims[disputes.at[k]->number]);
    }
}

static struct event *copy_event(struct thinning *thin, const struct event *old)
{
    struct event *event = arena_new(thin->arena, struct event);
    *event = *old;
    event->number = thin->new->events.len;
    event->claims = (claim_list){ NULL, 0, 0 };
    event->citations = (citation_list){ NULL, 0, 0 };
    event->origins = event->silent = (source_list){ NULL, 0, 0 };
    copy_claims(thin, event, old);
    vec_push(thin->arena, &thin->new->events, event);
    return event;
}

static void tie_see(struct thinning *thin, struct event *event)
{
    event_list see = event->see;
    event->see = (event_list){ NULL, 0, 0 };
    for (size_t i = 0; i < see.len; i++)
        if (thin->events[see.at[i]->number])
            vec_push(thin->arena, &event->see, thin->events[see.at[i]->number]);
}

static void copy_events(struct thinning *thin)
{
    const struct dossier *old = thin->old;
    for (size_t i = 0; i < old->events.len; i++)
        if (by_then(thin, old->events.at[i]->known_from))
            thin->events[i] = copy_event(thin, old->events.at[i]);
    for (size_t i = 0; i < thin->new->events.len; i++)
        tie_see(thin, thin->new->events.at[i]);
    for (size_t i = 0; i < old->by_id.len; i++)
        if (thin->events[old->by_id.at[i]->number])
            vec_push(thin->arena, &thin->new->by_id,
                     thin->events[old->by_id.at[i]->number]);
}

static void copy_citation(struct thinning *thin, const struct citation *old)
{
    struct citation *citation = arena_new(thin->arena, struct citation);
    *citation = *old;
    citation->source = thin->sources[old->source->number];
    citation->event = thin->events[old->event->number];
    citation->claim = new_claim(citation->event, old->claim);
    citation->via = (source_list){ NULL, 0, 0 };
    for (size_t i = 0; i < old->via.len; i++)
        vec_push(thin->arena, &citation->via, thin->sources[old->via.at[i]->number]);
    vec_push(thin->arena, &citation->source->citations, citation);
    vec_push(thin->arena, &citation->event->citations, citation);
    if (citation->claim)
        vec_push(thin->arena, &citation->claim->citations, citation);
}

const struct dossier *clock_as_of(struct arena *arena, const struct dossier *dossier,
                                  struct edtf_day day)
{
    struct thinning thin = { .arena = arena,
                             .old = dossier,
                             .new = arena_new(arena, struct dossier),
                             .day = { .known = true, .day = day } };
    thin.events =
        arena_array(&thin.scratch, dossier->events.len, sizeof(struct event *));
    thin.sources =
        arena_array(&thin.scratch, dossier->sources.len, sizeof(struct source *));
    *thin.new = *dossier;
    thin.new->events = thin.new->by_id = (event_list){ NULL, 0, 0 };
    thin.new->sources = (source_list){ NULL, 0, 0 };
    copy_sources(&thin);
    copy_events(&thin);
    for (size_t i = 0; i < dossier->sources.len; i++)
        for (size_t k = 0; k < dossier->sources.at[i]->citations.len; k++)
            if (by_then(&thin, dossier->sources.at[i]->citations.at[k]->known_from))
                copy_citation(&thin, dossier->sources.at[i]->citations.at[k]);
    clock_set(arena, thin.new, thin.day);
    arena_free(&thin.scratch);
    return thin.new;
}
