/*
 * Raw events to events: those with one id are merged, in the order in which the
 * first of each stands in the files; then what refers to another is tied to it.
 */
#include <stdlib.h>

#include "dossier/loading.h"
#include "dossier/question.h"

/* A raw event and its turn. */
struct entry {
    struct raw_event *raw;
    size_t turn;
};
typedef VEC(struct entry) entry_list;

static int by_id_then_turn(const void *left, const void *right)
{
    const struct entry *a = left, *b = right;
    int order = str_compare(a->raw->id.text, b->raw->id.text);
    return order ? order : (a->turn > b->turn) - (a->turn < b->turn);
}

static int by_turn(const void *left, const void *right)
{
    const struct entry *a = left, *b = right;
    return (a->turn > b->turn) - (a->turn < b->turn);
}

static void report_duplicate(struct loading *loading, const struct text_at *first,
                             const struct text_at *second)
{
    struct str words = loc_words(loading->diags->arena, first->loc, second->loc);
    diag_add(loading->diags, DIAG_DUPLICATE_ID, second->loc, "%.*s, first on %.*s",
             STR_ARG(fields_clip(second->text)), STR_ARG(words));
}

/* Within one map of one file: across files, equal ids are to be merged. */
static void check_claim_ids(struct loading *loading, const struct raw_event *event)
{
    for (size_t i = 0; i < event->claims.list.len; i++) {
        const struct raw_claim *claim = event->claims.list.at[i];
        if (claim->id.text.len == 0)
            continue;
        check_id(loading, claim->id.text, claim->id.loc);
        for (size_t k = 0; k < i; k++) {
            const struct raw_claim *before = event->claims.list.at[k];
            if (!str_equal(before->id.text, claim->id.text))
                continue;
            report_duplicate(loading, &before->id, &claim->id);
            break;
        }
    }
}

static entry_list collect(struct loading *loading)
{
    entry_list entries = { NULL, 0, 0 };
    for (size_t i = 0; i < loading->records.len; i++) {
        const struct maps_at *events = &loading->records.at[i]->events;
        for (size_t k = 0; k < events->list.len; k++) {
            struct entry entry = { events->list.at[k], entries.len };
            if (entry.raw->id.text.len == 0)
                continue;
            check_id(loading, entry.raw->id.text, entry.raw->id.loc);
            check_claim_ids(loading, entry.raw);
            vec_push(loading->diags->arena, &entries, entry);
        }
    }
    return entries;
}

/* The entries merged: one for each id, in the order of the files. */
static entry_list merge(struct loading *loading, entry_list entries)
{
    entry_list merged = { NULL, 0, 0 };
    if (entries.len)
        qsort(entries.at, entries.len, sizeof(*entries.at), by_id_then_turn);
    for (size_t i = 0; i < entries.len; i++) {
        struct raw_event *raw = entries.at[i].raw;
        struct raw_event *first = merged.len ? merged.at[merged.len - 1].raw : NULL;
        if (!first || !str_equal(first->id.text, raw->id.text))
            vec_push(loading->diags->arena, &merged, entries.at[i]);
        else if (i > 0 && entries.at[i - 1].raw->loc.file == raw->loc.file)
            report_duplicate(loading, &first->id, &raw->id);
        else
            fields_merge(loading->diags, &raw_event_shape, first, raw);
    }
    if (merged.len)
        qsort(merged.at, merged.len, sizeof(*merged.at), by_turn);
    return merged;
}

/* The strings of a list; one that comes twice is reported and left out. */
static str_list read_list(struct loading *loading, const char *name,
                          const struct texts_at *texts)
{
    str_list list = { NULL, 0, 0 };
    for (size_t i = 0; i < texts->list.len; i++) {
        const struct text_at *text = &texts->list.at[i];
        bool twice = false;
        for (size_t k = 0; k < list.len; k++)
            twice = twice || str_equal(list.at[k], text->text);
        if (twice)
            diag_add(loading->diags, DIAG_BAD_VALUE, text->loc, "%s: %.*s twice", name,
                     STR_ARG(fields_clip(text->text)));
        else
            vec_push(loading->diags->arena, &list, text->text);
    }
    return list;
}

static void add_claim(struct loading *loading, struct event *event,
                      const struct raw_claim *raw)
{
    struct claim *claim = arena_new(loading->diags->arena, struct claim);
    *claim = (struct claim){ .loc = raw->loc,
                             .number = event->claims.len,
                             .id = raw->id.text,
                             .about = raw->about.text,
                             .by = raw->by.text,
                             .says = raw->says.text,
                             .note = raw->note.text,
                             .when = read_dating(loading, &raw->when),
                             .event = event };
    vec_push(loading->diags->arena, &event->claims, claim);
}

static void add_event(struct loading *loading, const struct raw_event *raw)
{
    struct arena *arena = loading->diags->arena;
    struct event *event = arena_new(arena, struct event);
    *event = (struct event){ .loc = raw->loc,
                             .number = loading->dossier->events.len,
                             .id = raw->id.text,
                             .title = raw->title.text,
                             .summary = raw->summary.text,
                             .where = raw->where.text,
                             .note = raw->note.text,
                             .when = read_dating(loading, &raw->when),
                             .who = read_list(loading, "who", &raw->who),
                             .tags = read_list(loading, "tags", &raw->tags) };
    for (size_t i = 0; i < raw->claims.list.len; i++) {
        const struct raw_claim *claim = raw->claims.list.at[i];
        if (claim->id.text.len)
            add_claim(loading, event, claim);
    }
    vec_push(arena, &loading->dossier->events, event);
}

static int by_id(const void *left, const void *right)
{
    struct event *const *a = left, *const *b = right;
    return str_compare((*a)->id, (*b)->id);
}

static void sort_by_id(struct arena *arena, struct dossier *dossier)
{
    for (size_t i = 0; i < dossier->events.len; i++)
        vec_push(arena, &dossier->by_id, dossier->events.at[i]);
    if (dossier->by_id.len)
        qsort(dossier->by_id.at, dossier->by_id.len, sizeof(*dossier->by_id.at), by_id);
}

static bool has_event(const event_list *events, const struct event *event)
{
    for (size_t i = 0; i < events->len; i++)
        if (events->at[i] == event)
            return true;
    return false;
}

static void tie_see(struct loading *loading, struct event *event,
                    const struct texts_at *see)
{
    for (size_t i = 0; i < see->list.len; i++) {
        const struct text_at *id = &see->list.at[i];
        struct event *other = dossier_event(loading->dossier, id->text);
        if (!other && loading->incomplete)
            continue;
        if (!other)
            report_no_such(loading, "event", id, &loading->dossier->events,
                           name_of_event);
        else if (other == event)
            diag_add(loading->diags, DIAG_CIRCLE, id->loc, "see: the event itself");
        else if (has_event(&event->see, other))
            diag_add(loading->diags, DIAG_BAD_VALUE, id->loc, "see: %.*s twice",
                     STR_ARG(id->text));
        else
            vec_push(loading->diags->arena, &event->see, other);
    }
}

static bool has_claim(const claim_list *claims, const struct claim *claim)
{
    for (size_t i = 0; i < claims->len; i++)
        if (claims->at[i] == claim)
            return true;
    return false;
}

/* To dispute is mutual, and may be said on both sides. */
static void add_dispute(struct arena *arena, struct claim *a, struct claim *b)
{
    if (!has_claim(&a->disputes, b))
        vec_push(arena, &a->disputes, b);
    if (!has_claim(&b->disputes, a))
        vec_push(arena, &b->disputes, a);
}

static void tie_disputes(struct loading *loading, struct event *event,
                         const struct raw_claim *raw)
{
    struct claim *claim = event_claim(event, raw->id.text);
    for (size_t i = 0; i < raw->disputes.list.len; i++) {
        const struct text_at *id = &raw->disputes.list.at[i];
        struct claim *other = event_claim(event, id->text);
        if (!other && loading->incomplete)
            continue;
        if (!other)
            report_no_such(loading, "claim of this event:", id, &event->claims,
                           name_of_claim);
        else if (other == claim)
            diag_add(loading->diags, DIAG_CIRCLE, id->loc,
                     "disputes: the claim itself");
        else
            add_dispute(loading->diags->arena, claim, other);
    }
}

/* Answers to one question whose dates have no day in common dispute each other,
 * written or not. */
static void tie_dates(struct arena *arena, const struct event *event)
{
    struct arena scratch = { NULL };
    question_list questions = questions_of(&scratch, event);
    for (size_t q = 0; q < questions.len; q++) {
        claim_list dated = question_dated(&scratch, questions.at[q].claims.at[0]);
        for (size_t i = 0; i < dated.len; i++)
            for (size_t k = 0; k < i; k++)
                if (dates_relation(&dated.at[k]->when, &dated.at[i]->when) ==
                    DATES_DISJOINT)
                    add_dispute(arena, dated.at[k], dated.at[i]);
    }
    arena_free(&scratch);
}

static void tie(struct loading *loading, struct event *event,
                const struct raw_event *raw)
{
    tie_see(loading, event, &raw->see);
    for (size_t i = 0; i < raw->claims.list.len; i++) {
        const struct raw_claim *claim = raw->claims.list.at[i];
        if (claim->id.text.len)
            tie_disputes(loading, event, claim);
    }
    tie_dates(loading->diags->arena, event);
}

void join_events(struct loading *loading)
{
    struct dossier *dossier = loading->dossier;
    entry_list merged = merge(loading, collect(loading));
    for (size_t i = 0; i < merged.len; i++) {
        const struct raw_event *raw = merged.at[i].raw;
        if (!loading->incomplete)
            fields_require(loading->diags, &raw_event_shape, raw,
                           FIELD_REQUIRED_MERGED);
        add_event(loading, raw);
    }
    sort_by_id(loading->diags->arena, dossier);
    for (size_t i = 0; i < merged.len; i++)
        tie(loading, dossier->events.at[i], merged.at[i].raw);
}
