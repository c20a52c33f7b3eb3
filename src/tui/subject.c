#include "tui/subject.h"

#include "base/buf.h"
#include "tui/wording.h"

static struct subject of_citation(const struct citation *citation)
{
    return (struct subject){ .event = citation->event,
                             .claim = citation->claim,
                             .source = citation->source,
                             .citation = citation };
}

static struct subject of_source(const struct dossier *dossier, struct place place)
{
    const struct source *source = dossier_source(dossier, place.source);
    if (source && place.citation > 0 && place.citation <= source->citations.len)
        return of_citation(source->citations.at[place.citation - 1]);
    return (struct subject){ .source = source };
}

/* A link to another event has its id where a claim's would stand (view_event.c), so
 * that a claim that is not there is the event alone. */
static struct subject of_event(const struct dossier *dossier, struct place place)
{
    const struct event *event = dossier_event(dossier, place.event);
    return (struct subject){ .event = event,
                             .claim = event ? event_claim(event, place.claim) : NULL };
}

struct subject subject_of(const struct dossier *dossier, struct place place)
{
    struct subject subject = { 0 };
    if (place.source.len > 0)
        subject = of_source(dossier, place);
    return subject_is_nothing(&subject) ? of_event(dossier, place) : subject;
}

bool subject_is_nothing(const struct subject *subject)
{
    return !subject->event && !subject->source;
}

struct loc subject_loc(const struct subject *subject)
{
    if (subject->citation)
        return subject->citation->quote_loc;
    if (subject->source)
        return subject->source->loc;
    if (subject->claim)
        return subject->claim->loc;
    return subject->event ? subject->event->loc : (struct loc){ 0 };
}

struct str subject_address(struct arena *arena, const struct subject *subject)
{
    const struct str *source = subject->source ? &subject->source->id : NULL;
    if (source && subject->citation)
        return arena_printf(arena, "%.*s#%zu", STR_ARG(*source),
                            subject->citation->number);
    if (source)
        return arena_printf(arena, "%.*s#", STR_ARG(*source));
    if (subject->claim)
        return arena_printf(arena, "%.*s/%.*s", STR_ARG(subject->event->id),
                            STR_ARG(subject->claim->id));
    return subject->event ? subject->event->id : (struct str){ 0 };
}

struct str subject_link(struct arena *arena, const struct subject *subject)
{
    return arena_printf(arena, "annals --open=%.*s",
                        STR_ARG(subject_address(arena, subject)));
}

/* PART behind a comma, where there is any of both. */
static void add_part(struct buf *out, struct str part)
{
    size_t begins = out->len;
    if (part.len == 0)
        return;
    if (begins > 0 && out->ptr[begins - 1] != '\n')
        buf_add(out, STR(", "));
    buf_add(out, part);
}

static void add_source(struct arena *arena, struct buf *out,
                       const struct source *source)
{
    struct str title = source->title;
    if (title.len > 0)
        title = arena_printf(arena, "“%.*s”", STR_ARG(title));
    add_part(out, source->author);
    add_part(out, title);
    add_part(out, source->publisher);
    if (source->published.given)
        add_part(out, wording_date(arena, &source->published, EDTF_WORDS_DUMP));
    if (source->author.len + title.len + source->publisher.len == 0)
        add_part(out, source->id);
}

static void add_chain(struct buf *out, const struct citation *citation)
{
    for (size_t i = 0; i < citation->via.len; i++)
        buf_printf(out, " ← %.*s", STR_ARG(source_name(citation->via.at[i])));
}

static void add_event(struct arena *arena, struct buf *out,
                      const struct subject *subject)
{
    const struct event *event = subject->event;
    const struct claim *claim = subject->claim;
    add_part(out, event->title);
    if (event->when.given)
        add_part(out, wording_date(arena, &event->when, EDTF_WORDS_DUMP));
    buf_add_char(out, '\n');
    if (claim)
        buf_printf(out, "%.*s%s%.*s\n", STR_ARG(claim->by), claim->by.len ? ": " : "",
                   STR_ARG(claim->says));
}

struct str subject_citation(struct arena *arena, const struct subject *subject)
{
    struct buf out = { 0 };
    if (subject->citation)
        buf_printf(&out, "“%.*s”\n", STR_ARG(subject->citation->quote));
    if (subject->source) {
        add_source(arena, &out, subject->source);
        if (subject->citation)
            add_chain(&out, subject->citation);
        add_part(&out, subject->source->url);
        buf_add_char(&out, '\n');
    } else {
        add_event(arena, &out, subject);
    }
    buf_add(&out, subject_link(arena, subject));
    buf_add_char(&out, '\n');
    struct str text = arena_str(arena, buf_str(&out));
    buf_free(&out);
    return text;
}
