#include "tui/place.h"

bool place_equal(struct place a, struct place b)
{
    return a.view == b.view && a.citation == b.citation && a.help_of == b.help_of &&
           str_equal(a.event, b.event) && str_equal(a.claim, b.claim) &&
           str_equal(a.source, b.source) && str_equal(a.filter, b.filter);
}

struct place place_like(struct place place, struct place now)
{
    place.body = now.body;
    place.uncited = now.uncited;
    place.about = now.about;
    return place;
}

struct place place_of_citation(const struct citation *citation)
{
    return (struct place){
        .view = VIEW_READER,
        .source = citation->source->id,
        .citation = citation->number,
    };
}
