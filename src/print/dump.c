/*
 * The record as plain text, for reading in a pager and for comparing in git.
 *
 * What begins at the left edge is a heading: a year, or an event on one line with
 * its date, so that grep '^[^ ]' lists them. All else about it is indented. The
 * text depends on the selection and the width alone: not on the locale, the
 * terminal or the day.
 */
#include <stdio.h>

#include "dossier/check.h"
#include "dossier/clock.h"
#include "dossier/query.h"
#include "print/evidence.h"
#include "print/phrase.h"

/* Cells. */
enum {
    BODY = EVIDENCE_BODY,
    LABELLED = BODY + 9, /* behind the label of a field */
};

/* Fields: a label in a column, the text hanging behind it. */

static void begin_field(struct paper *paper, const char *label)
{
    paper_begin(paper, BODY, LABELLED);
    paper_style(paper, PAPER_ASIDE);
    paper_printf(paper, "%-*s", LABELLED - BODY, label);
    paper_style(paper, PAPER_PLAIN);
}

static void put_field(struct paper *paper, const char *label, struct str text)
{
    if (!text.len)
        return;
    begin_field(paper, label);
    paper_add(paper, str_trim(text));
    paper_end(paper);
}

static void put_list(struct paper *paper, const char *label, const str_list *list)
{
    if (!list->len)
        return;
    begin_field(paper, label);
    for (size_t i = 0; i < list->len; i++) {
        paper_add(paper, i ? STR(", ") : STR(""));
        paper_add(paper, list->at[i]);
    }
    paper_end(paper);
}

/* Events. */

static void put_event_citations(struct paper *paper, const struct event *event)
{
    paper_gap(paper);
    for (size_t i = 0; i < event->citations.len; i++)
        if (!event->citations.at[i]->claim)
            evidence_put_citation(paper, BODY, event->citations.at[i]);
    paper_gap(paper);
}

static void put_see(struct paper *paper, const event_list *see)
{
    if (!see->len)
        return;
    begin_field(paper, "See also");
    for (size_t i = 0; i < see->len; i++) {
        paper_add(paper, i ? STR("; ") : STR(""));
        paper_add(paper, see->at[i]->title);
        if (see->at[i]->when.given) {
            paper_add(paper, STR(", "));
            phrase_add_date(paper, &see->at[i]->when.date);
        }
    }
    paper_end(paper);
}

/* "since 30 June 2023, by 4 sources, …" */
static void add_known(struct paper *paper, struct known_day known,
                      const citation_list *citations)
{
    if (!citations->len) {
        paper_style(paper, PAPER_TROUBLE);
        paper_add(paper, STR("by no source"));
        return;
    }
    if (known.known) {
        paper_add(paper, STR("since "));
        phrase_add_day(paper, known.day);
        paper_add(paper, STR(", by "));
    } else {
        paper_add(paper, STR("nobody can say since when, by "));
    }
    phrase_add_basis(paper, citations, NULL);
}

static void put_questions(struct paper *paper, const struct event *event)
{
    struct arena arena = { 0 };
    question_list questions = questions_of(&arena, event);
    paper_gap(paper);
    for (size_t i = 0; i < questions.len; i++) {
        const struct question *question = &questions.at[i];
        evidence_put_question(paper, question);
        for (size_t k = 0; k < question->claims.len; k++)
            evidence_put_claim(paper, question->claims.at[k]);
        if (question->disputed)
            evidence_put_common(paper, question);
    }
    arena_free(&arena);
}

static void put_event_evidence(struct paper *paper, const struct event *event)
{
    begin_field(paper, "Reported");
    add_known(paper, event->known_from, &event->citations);
    paper_end(paper);
    if (event->silent.len) {
        begin_field(paper, "Silent");
        for (size_t i = 0; i < event->silent.len; i++) {
            paper_add(paper, i ? STR("; ") : STR(""));
            paper_add(paper, source_name(event->silent.at[i]));
        }
        paper_end(paper);
    }
    put_see(paper, &event->see);
}

static void put_event(struct paper *paper, const struct event *event)
{
    paper_gap(paper);
    evidence_put_title(paper, event);
    evidence_put_dating(paper, BODY, event->id, &event->when);
    paper_gap(paper);
    paper_paragraph(paper, BODY, PAPER_PLAIN, event->summary);
    paper_gap(paper);
    put_list(paper, "Who", &event->who);
    put_field(paper, "Where", event->where);
    put_list(paper, "Tags", &event->tags);
    put_field(paper, "Note", event->note);
    put_event_citations(paper, event);
    put_questions(paper, event);
    put_event_evidence(paper, event);
    paper_gap(paper);
}

/* Years. */

/* The day that places an event under a year: its first, or where it goes back
 * without a start its last, or that on which it became known. */
static struct known_day heading_day(const struct event *event, enum order order)
{
    if (order == ORDER_PUBLISHED)
        return event->known_from;
    const struct edtf_bounds *bounds = &event->when.bounds;
    if (event->when.given && bounds->earliest.kind == EDTF_DAY)
        return (struct known_day){ .known = true, .day = bounds->earliest.day };
    if (event->when.given && bounds->latest.kind == EDTF_DAY)
        return (struct known_day){ .known = true, .day = bounds->latest.day };
    return (struct known_day){ .known = false };
}

static bool same_heading(struct known_day a, struct known_day b)
{
    return a.known == b.known && (!a.known || a.day.year == b.day.year);
}

static void put_year(struct paper *paper, struct known_day day, enum order order)
{
    char heading[64];
    if (!day.known)
        snprintf(heading, sizeof(heading), "%s",
                 order == ORDER_PUBLISHED ? "Not known since when" : "Not known when");
    else if (day.day.year > 0)
        snprintf(heading, sizeof(heading), "%lld", (long long)day.day.year);
    else
        snprintf(heading, sizeof(heading), "%llu BC",
                 1 - (unsigned long long)day.day.year);
    paper_gap(paper);
    paper_heading(paper, str_of(heading), paper_sign(paper, "─", "-"));
}

static void put_events(struct paper *paper, const struct selection *selection)
{
    struct known_day above = { .known = false };
    for (size_t i = 0; i < selection->events.len; i++) {
        const struct event *event = selection->events.at[i];
        struct known_day day = heading_day(event, selection->order);
        if (i == 0 || !same_heading(day, above))
            put_year(paper, day, selection->order);
        above = day;
        put_event(paper, event);
    }
}

/* The front. */

static void put_scope(struct paper *paper, const struct selection *selection)
{
    size_t all = selection->dossier->events.len;
    paper_begin(paper, 0, 0);
    paper_style(paper, PAPER_ASIDE);
    if (selection->filter.len)
        paper_printf(paper, "%zu of ", selection->events.len);
    phrase_add_count(paper, all, "event");
    paper_add(paper, selection->order == ORDER_EVENT
                         ? STR(" in the order in which they happened")
                         : STR(" in the order in which they became known"));
    phrase_add_limits(paper, selection);
    paper_end(paper);
}

static void put_front(struct paper *paper, const struct selection *selection)
{
    paper_heading(paper, selection->dossier->title, paper_sign(paper, "═", "="));
    paper_paragraph(paper, 0, PAPER_PLAIN, selection->dossier->about);
    paper_gap(paper);
    put_scope(paper, selection);
    paper_gap(paper);
}

/* Sources. */

static void add_coverage(struct paper *paper, const struct source *source,
                         enum body_kind kind)
{
    struct coverage coverage = coverage_of(source, kind);
    paper_printf(paper, "%zu of ", coverage.cited);
    phrase_add_count(paper, coverage.sentences, "sentence");
    paper_add(paper, STR(" cited"));
    if (coverage.explained)
        paper_printf(paper, ", %zu explained", coverage.explained);
}

static void put_texts(struct paper *paper, const struct source *source)
{
    if (source->body[BODY_DIGEST].given) {
        begin_field(paper, "Digest");
        add_coverage(paper, source, BODY_DIGEST);
        paper_end(paper);
    }
    if (source->body[BODY_FULL].given) {
        begin_field(paper, "Text");
        add_coverage(paper, source, BODY_FULL);
        if (source->hash == HASH_DIFFERS) {
            paper_style(paper, PAPER_TROUBLE);
            paper_add(paper, STR("; NOT THE TEXT THAT WAS CITED"));
        }
        paper_end(paper);
    }
}

static void put_uncited(struct paper *paper, const struct source *source)
{
    for (size_t i = 0; i < source->uncited.len; i++) {
        const struct uncited *uncited = &source->uncited.at[i];
        begin_field(paper, "Uncited");
        phrase_add_quoted(paper, uncited->quote);
        if (uncited->through.len) {
            paper_add(paper, STR(" through "));
            phrase_add_quoted(paper, uncited->through);
        }
        paper_add(paper, STR(": "));
        paper_add(paper, str_trim(uncited->because));
        paper_end(paper);
    }
}

static bool came_through(const struct citation *citation, const struct source *source)
{
    for (size_t i = 0; i < citation->via.len; i++)
        if (citation->via.at[i] == source)
            return true;
    return false;
}

/* How many citations of others came through the source. */
static size_t count_retold(const struct dossier *dossier, const struct source *source)
{
    size_t count = 0;
    for (size_t i = 0; i < dossier->sources.len; i++) {
        const citation_list *citations = &dossier->sources.at[i]->citations;
        for (size_t j = 0; j < citations->len; j++)
            count += came_through(citations->at[j], source);
    }
    return count;
}

static void put_role(struct paper *paper, const struct dossier *dossier,
                     const struct source *source)
{
    size_t retold = count_retold(dossier, source);
    begin_field(paper, "Cited");
    if (source->citations.len || !retold)
        phrase_add_count(paper, source->citations.len, "time");
    if (source->citations.len && retold)
        paper_add(paper, STR(", and "));
    if (retold) {
        phrase_add_count(paper, retold, "time");
        paper_add(paper, STR(" through others"));
    }
    paper_end(paper);
}

/* By their ids: their titles stand above, and there may be many. */
static void put_omitted(struct paper *paper, const event_list *events,
                        const struct source *source)
{
    struct arena arena = { 0 };
    event_list omitted = clock_omitted(&arena, events, source);
    if (omitted.len) {
        begin_field(paper, "Silent");
        paper_add(paper, STR("of "));
        phrase_add_count(paper, omitted.len, "event");
    }
    for (size_t i = 0; i < omitted.len; i++) {
        paper_add(paper, i ? STR(", ") : STR(": "));
        paper_add(paper, omitted.at[i]->id);
    }
    if (omitted.len)
        paper_end(paper);
    arena_free(&arena);
}

static void put_source(struct paper *paper, const struct selection *selection,
                       const struct source *source)
{
    paper_gap(paper);
    paper_begin(paper, 0, BODY);
    paper_style(paper, PAPER_TITLE);
    phrase_add_full_name(paper, source);
    paper_end(paper);
    evidence_put_dating(paper, BODY, source->id, &source->published);
    put_field(paper, "Author", source->author);
    if (source->published.given) {
        begin_field(paper, "Date");
        phrase_add_date(paper, &source->published.date);
        paper_end(paper);
    }
    put_field(paper, "URL", source->url);
    put_field(paper, "Language", source->language);
    put_field(paper, "SHA-256", source->sha256);
    put_role(paper, selection->dossier, source);
    put_texts(paper, source);
    put_omitted(paper, &selection->events, source);
    put_uncited(paper, source);
    put_field(paper, "Note", source->note);
}

/* Whether an event of the selection rests on the source. */
static bool is_used(const struct selection *selection, const struct source *source)
{
    for (size_t i = 0; i < selection->events.len; i++) {
        const citation_list *citations = &selection->events.at[i]->citations;
        for (size_t j = 0; j < citations->len; j++)
            if (citations->at[j]->source == source ||
                came_through(citations->at[j], source))
                return true;
    }
    return false;
}

/* Under a filter, those that what is shown rests on; without, all. */
static void put_sources(struct paper *paper, const struct selection *selection)
{
    const source_list *sources = &selection->dossier->sources;
    bool begun = false;
    for (size_t i = 0; i < sources->len; i++) {
        if (selection->filter.len && !is_used(selection, sources->at[i]))
            continue;
        if (!begun) {
            paper_gap(paper);
            paper_heading(paper, STR("Sources"), paper_sign(paper, "─", "-"));
        }
        begun = true;
        put_source(paper, selection, sources->at[i]);
    }
}

static void dump(struct buf *out, const struct selection *selection,
                 const struct print_options *options)
{
    struct paper paper = paper_new(out, options);
    put_front(&paper, selection);
    put_events(&paper, selection);
    put_sources(&paper, selection);
    paper_free(&paper);
}

const struct printer print_dump = { .name = "text", .print = dump };
