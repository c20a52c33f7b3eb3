/*
 * Raw sources to sources, and their citations tied to the events and claims that
 * they speak for and to the sources that they came through.
 */
#include <stdlib.h>

#include "dossier/loading.h"
#include "dossier/nearest.h"

static int by_id(const void *left, const void *right)
{
    const struct raw_source *const *a = left, *const *b = right;
    return str_compare((*a)->id, (*b)->id);
}

static void check_sha256(struct loading *loading, const struct text_at *sha256)
{
    bool good = sha256->text.len == 64;
    for (size_t i = 0; i < sha256->text.len; i++) {
        char c = sha256->text.ptr[i];
        good = good && ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }
    if (sha256->text.len && !good)
        diag_add(loading->diags, DIAG_BAD_VALUE, sha256->loc,
                 "sha256: expected 64 digits of 0-9 and a-f");
}

static void add_source(struct loading *loading, const struct raw_source *raw)
{
    struct source *source = arena_new(loading->diags->arena, struct source);
    check_sha256(loading, &raw->sha256);
    *source = (struct source){ .loc = raw->loc,
                               .number = loading->dossier->sources.len,
                               .id = raw->id,
                               .title = raw->title.text,
                               .publisher = raw->publisher.text,
                               .author = raw->author.text,
                               .url = raw->url.text,
                               .language = raw->language.text,
                               .sha256 = raw->sha256.text,
                               .note = raw->note.text,
                               .published = read_dating(loading, &raw->published),
                               .body[BODY_DIGEST] = raw->digest };
    for (size_t i = 0; i < raw->uncited.list.len; i++) {
        const struct raw_uncited *stretch = raw->uncited.list.at[i];
        struct uncited uncited = { .loc = stretch->loc,
                                   .quote = stretch->quote.text,
                                   .through = stretch->through.text,
                                   .because = stretch->because.text };
        vec_push(loading->diags->arena, &source->uncited, uncited);
    }
    vec_push(loading->diags->arena, &loading->dossier->sources, source);
}

static void make_sources(struct loading *loading)
{
    const struct raw_source *before = NULL;
    if (loading->sources.len)
        qsort(loading->sources.at, loading->sources.len, sizeof(*loading->sources.at),
              by_id);
    for (size_t i = 0; i < loading->sources.len; i++) {
        const struct raw_source *raw = loading->sources.at[i];
        if (before && str_equal(before->id, raw->id))
            diag_add(loading->diags, DIAG_DUPLICATE_ID,
                     (struct loc){ raw->loc.file, 0 }, "source %.*s, first in %.*s",
                     STR_ARG(raw->id), STR_ARG(before->loc.file->path));
        before = raw;
        add_source(loading, raw);
    }
}

static enum stance read_stance(struct loading *loading, const struct text_at *value)
{
    struct nearest nearest = nearest_to(value->text);
    for (enum stance stance = STANCE_SUPPORTS; stance <= STANCE_DISPUTES; stance++) {
        if (str_equal(value->text, stance_name(stance)))
            return stance;
        nearest_offer(&nearest, stance_name(stance));
    }
    if (value->text.len)
        diag_add(loading->diags, DIAG_BAD_VALUE, value->loc,
                 "stance: expected supports or disputes, found %.*s%.*s",
                 STR_ARG(fields_clip(value->text)),
                 STR_ARG(nearest_hint(loading->diags->arena, &nearest)));
    return STANCE_SUPPORTS;
}

static bool has_source(const source_list *sources, const struct source *source)
{
    for (size_t i = 0; i < sources->len; i++)
        if (sources->at[i] == source)
            return true;
    return false;
}

static void tie_via(struct loading *loading, struct citation *citation,
                    const struct texts_at *via)
{
    for (size_t i = 0; i < via->list.len; i++) {
        const struct text_at *id = &via->list.at[i];
        struct source *source = dossier_source(loading->dossier, id->text);
        if (!source)
            report_no_such(loading, "source", id, &loading->dossier->sources,
                           name_of_source);
        else if (source == citation->source)
            diag_add(loading->diags, DIAG_CIRCLE, id->loc, "via: the source itself");
        else if (has_source(&citation->via, source))
            diag_add(loading->diags, DIAG_CIRCLE, id->loc, "via: %.*s twice",
                     STR_ARG(id->text));
        else
            vec_push(loading->diags->arena, &citation->via, source);
    }
}

static void tie_claim(struct loading *loading, struct citation *citation,
                      const struct text_at *id)
{
    struct event *event = citation->event;
    citation->claim = event_claim(event, id->text);
    if (citation->claim)
        vec_push(loading->diags->arena, &citation->claim->citations, citation);
    else if (!loading->incomplete)
        report_no_such(loading,
                       arena_printf(loading->diags->arena,
                                    "claim of event %.*s:", STR_ARG(event->id))
                           .ptr,
                       id, &event->claims, name_of_claim);
}

static void tie_event(struct loading *loading, struct citation *citation,
                      const struct raw_citation *raw)
{
    citation->event = dossier_event(loading->dossier, raw->event.text);
    if (!citation->event && raw->event.text.len && !loading->incomplete)
        report_no_such(loading, "event", &raw->event, &loading->dossier->events,
                       name_of_event);
    if (!citation->event)
        return;
    vec_push(loading->diags->arena, &citation->event->citations, citation);
    if (raw->claim.text.len)
        tie_claim(loading, citation, &raw->claim);
}

static void make_citation(struct loading *loading, struct source *source,
                          const struct raw_citation *raw)
{
    struct citation *citation = arena_new(loading->diags->arena, struct citation);
    *citation = (struct citation){ .loc = raw->loc,
                                   .number = source->citations.len + 1,
                                   .source = source,
                                   .quote = raw->quote.text,
                                   .quote_loc = raw->quote.loc,
                                   .prefix = raw->prefix.text,
                                   .suffix = raw->suffix.text,
                                   .note = raw->note.text,
                                   .stance = read_stance(loading, &raw->stance) };
    vec_push(loading->diags->arena, &source->citations, citation);
    tie_event(loading, citation, raw);
    tie_via(loading, citation, &raw->via);
}

static int by_reference(const void *left, const void *right)
{
    const struct source *a = *(struct source *const *)left;
    const struct source *b = *(struct source *const *)right;
    int order = str_compare(source_name(a), source_name(b));
    return order ? order : str_compare(a->published.text, b->published.text);
}

static void mark_namesakes(struct loading *loading)
{
    const source_list *sources = &loading->dossier->sources;
    struct source **sorted =
        arena_array(loading->diags->arena, sources->len, sizeof(struct source *));
    for (size_t i = 0; i < sources->len; i++)
        sorted[i] = sources->at[i];
    qsort(sorted, sources->len, sizeof(*sorted), by_reference);
    for (size_t i = 1; i < sources->len; i++)
        if (by_reference(&sorted[i - 1], &sorted[i]) == 0)
            sorted[i - 1]->has_namesake = sorted[i]->has_namesake = true;
}

void join_sources(struct loading *loading)
{
    make_sources(loading);
    mark_namesakes(loading);
    for (size_t i = 0; i < loading->sources.len; i++) {
        const struct maps_at *cites = &loading->sources.at[i]->cites;
        for (size_t k = 0; k < cites->list.len; k++)
            make_citation(loading, loading->dossier->sources.at[i], cites->list.at[k]);
    }
}
