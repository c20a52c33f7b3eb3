#include "tui/address.h"

#include "dossier/nearest.h"

/* What was probably meant, among the ids of both or of one. */
static struct str hint(struct arena *arena, const event_list *events,
                       const source_list *sources, struct str wanted)
{
    struct nearest nearest = nearest_to(wanted);
    for (size_t i = 0; events && i < events->len; i++)
        nearest_offer(&nearest, events->at[i]->id);
    for (size_t i = 0; sources && i < sources->len; i++)
        nearest_offer(&nearest, sources->at[i]->id);
    return nearest_hint(arena, &nearest);
}

static size_t read_claim(struct arena *arena, const struct event *event, struct str id,
                         struct place *places, struct str *reason)
{
    const struct claim *claim = event_claim(event, id);
    struct place place = { .view = VIEW_EVENT, .event = event->id, .claim = id };
    struct nearest nearest = nearest_to(id);
    if (claim && claim->citations.len > 0) {
        place = place_of_citation(claim->citations.at[0]);
        place.view = VIEW_EVENT;
        place.event = event->id;
    }
    places[0] = place;
    for (size_t i = 0; i < event->claims.len; i++)
        nearest_offer(&nearest, event->claims.at[i]->id);
    if (!claim)
        *reason = arena_printf(arena, "the event %.*s has no claim '%.*s'%.*s",
                               STR_ARG(event->id), STR_ARG(id),
                               STR_ARG(nearest_hint(arena, &nearest)));
    return claim != NULL;
}

/* 0 for what is no number from 1 on. */
static size_t number_of(struct str digits)
{
    enum { MOST = 1000000 };
    size_t number = 0;
    for (size_t i = 0; i < digits.len; i++) {
        if (digits.ptr[i] < '0' || digits.ptr[i] > '9' || number > MOST)
            return 0;
        number = number * 10 + (size_t)(digits.ptr[i] - '0');
    }
    return number;
}

static size_t read_citation(struct arena *arena, const struct source *source,
                            struct str digits, struct place *places, struct str *reason)
{
    size_t number = number_of(digits), count = source->citations.len;
    if (digits.len == 0) {
        places[0] = (struct place){ .view = VIEW_READER, .source = source->id };
        return 1;
    }
    if (number == 0 || number > count) {
        *reason = arena_printf(arena, "the source %.*s has no citation '%.*s', but %zu",
                               STR_ARG(source->id), STR_ARG(digits), count);
        return 0;
    }
    const struct citation *citation = source->citations.at[number - 1];
    places[1] = places[0] = place_of_citation(citation);
    places[0].view = VIEW_EVENT;
    places[0].event = citation->event->id;
    return 2;
}

static size_t read_id(struct arena *arena, const struct dossier *dossier, struct str id,
                      struct place *places, struct str *reason)
{
    const struct event *event = dossier_event(dossier, id);
    const struct source *source = dossier_source(dossier, id);
    if (event)
        places[0] = (struct place){ .view = VIEW_EVENT, .event = event->id };
    else if (source)
        places[0] = (struct place){ .view = VIEW_READER, .source = source->id };
    else
        *reason = arena_printf(
            arena, "there is no event and no source '%.*s'%.*s", STR_ARG(id),
            STR_ARG(hint(arena, &dossier->events, &dossier->sources, id)));
    return event || source;
}

static size_t read_claim_of(struct arena *arena, const struct dossier *dossier,
                            struct str id, struct str claim, struct place *places,
                            struct str *reason)
{
    const struct event *event = dossier_event(dossier, id);
    if (event)
        return read_claim(arena, event, claim, places, reason);
    *reason = arena_printf(arena, "there is no event '%.*s'%.*s", STR_ARG(id),
                           STR_ARG(hint(arena, &dossier->events, NULL, id)));
    return 0;
}

static size_t read_citation_of(struct arena *arena, const struct dossier *dossier,
                               struct str id, struct str digits, struct place *places,
                               struct str *reason)
{
    const struct source *source = dossier_source(dossier, id);
    if (source)
        return read_citation(arena, source, digits, places, reason);
    *reason = arena_printf(arena, "there is no source '%.*s'%.*s", STR_ARG(id),
                           STR_ARG(hint(arena, NULL, &dossier->sources, id)));
    return 0;
}

size_t address_read(struct arena *arena, const struct dossier *dossier,
                    struct str address, struct place places[ADDRESS_PLACES],
                    struct str *reason)
{
    size_t slash = str_find(address, STR("/"), 0),
           hash = str_find(address, STR("#"), 0);
    if (hash != STR_NONE)
        return read_citation_of(arena, dossier, str_slice(address, 0, hash),
                                str_from(address, hash + 1), places, reason);
    if (slash != STR_NONE)
        return read_claim_of(arena, dossier, str_slice(address, 0, slash),
                             str_from(address, slash + 1), places, reason);
    return read_id(arena, dossier, address, places, reason);
}
