#include "dossier/dossier.h"

static const struct str dated_names[] = {
    [DATED_UNSTATED] = STR_INIT(""),
    [DATED_STATED] = STR_INIT("stated"),
    [DATED_DERIVED] = STR_INIT("derived"),
    [DATED_OUTSIDE] = STR_INIT("outside"),
};

static const struct str verdict_names[VERDICT_COUNT] = {
    [VERDICT_ABSENT] = STR_INIT("absent"),
    [VERDICT_MISSING] = STR_INIT("missing"),
    [VERDICT_APPROXIMATE] = STR_INIT("approximate"),
    [VERDICT_AMBIGUOUS] = STR_INIT("ambiguous"),
    [VERDICT_NORMALISED] = STR_INIT("normalised"),
    [VERDICT_EXACT] = STR_INIT("exact"),
};

static const struct str hash_names[] = {
    [HASH_ABSENT] = STR_INIT("absent"),
    [HASH_UNSTATED] = STR_INIT("unstated"),
    [HASH_MATCH] = STR_INIT("match"),
    [HASH_DIFFERS] = STR_INIT("differs"),
};

static const struct str stance_names[] = {
    [STANCE_SUPPORTS] = STR_INIT("supports"),
    [STANCE_DISPUTES] = STR_INIT("disputes"),
};

struct str dated_name(enum dated dated)
{
    return dated_names[dated];
}

struct str verdict_name(enum verdict verdict)
{
    return verdict_names[verdict];
}

bool verdict_holds(enum verdict verdict)
{
    return verdict == VERDICT_EXACT || verdict == VERDICT_NORMALISED;
}

struct str hash_name(enum hash_verdict hash)
{
    return hash_names[hash];
}

struct str stance_name(enum stance stance)
{
    return stance_names[stance];
}

struct event *dossier_event(const struct dossier *dossier, struct str id)
{
    size_t low = 0, high = dossier->by_id.len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = str_compare(id, dossier->by_id.at[middle]->id);
        if (order == 0)
            return dossier->by_id.at[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

struct source *dossier_source(const struct dossier *dossier, struct str id)
{
    size_t low = 0, high = dossier->sources.len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = str_compare(id, dossier->sources.at[middle]->id);
        if (order == 0)
            return dossier->sources.at[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

struct claim *event_claim(const struct event *event, struct str id)
{
    for (size_t i = 0; i < event->claims.len; i++)
        if (str_equal(event->claims.at[i]->id, id))
            return event->claims.at[i];
    return NULL;
}

struct str source_name(const struct source *source)
{
    if (source->publisher.len)
        return source->publisher;
    return source->title.len ? source->title : source->id;
}
