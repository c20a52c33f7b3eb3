#include "dossier/question.h"

#include <stdlib.h>

#include "dossier/clock.h"

/* Questions. */

static struct question *question_about(question_list *questions, struct str about)
{
    for (size_t i = 0; i < questions->len; i++)
        if (str_equal(questions->at[i].about, about))
            return &questions->at[i];
    return NULL;
}

question_list questions_of(struct arena *arena, const struct event *event)
{
    question_list questions = { NULL, 0, 0 };
    for (size_t i = 0; i < event->claims.len; i++) {
        struct claim *claim = event->claims.at[i];
        struct question *question = question_about(&questions, claim->about);
        if (!question) {
            struct question asked = { .event = event, .about = claim->about };
            vec_push(arena, &questions, asked);
            question = &questions.at[questions.len - 1];
        }
        question->disputed = question->disputed || claim->disputes.len > 0;
        vec_push(arena, &question->claims, claim);
    }
    return questions;
}

/* Dates. */

static const struct {
    struct str name, words;
} relations[DATES_RELATIONS] = {
    [DATES_SAME] = { STR_INIT("same"), STR_INIT("") },
    [DATES_INSIDE] = { STR_INIT("inside"), STR_INIT("Refines") },
    [DATES_AROUND] = { STR_INIT("around"), STR_INIT("Refined by") },
    [DATES_OVERLAP] = { STR_INIT("overlapping"), STR_INIT("Overlaps") },
    [DATES_LOOSE] = { STR_INIT("loose"), STR_INIT("Too loose to exclude") },
    [DATES_DISJOINT] = { STR_INIT("disjoint"), STR_INIT("Excludes") },
};

struct str date_relation_name(enum date_relation relation)
{
    return relations[relation].name;
}

struct str date_relation_words(enum date_relation relation)
{
    return relations[relation].words;
}

/* The bounds are looked at first: a set may have very many members. */
static bool are_disjoint(const struct edtf *a, const struct edtf *b)
{
    return edtf_certainly_before(a, b) || edtf_certainly_before(b, a) ||
           !edtf_possibly_on(a, b);
}

enum date_relation dates_relation(const struct dating *a, const struct dating *b)
{
    if (!a->given || !b->given)
        return DATES_NONE;
    bool loose = edtf_is_approximate(&a->date) || edtf_is_approximate(&b->date);
    if (are_disjoint(&a->date, &b->date))
        return loose ? DATES_LOOSE : DATES_DISJOINT;
    bool inside = edtf_certainly_on(&a->date, &b->date);
    bool around = edtf_certainly_on(&b->date, &a->date);
    if ((inside && around) || edtf_compare(&a->date, &b->date) == 0)
        return DATES_SAME;
    if (inside)
        return DATES_INSIDE;
    return around ? DATES_AROUND : DATES_OVERLAP;
}

claim_list question_dated(struct arena *arena, const struct claim *claim)
{
    const claim_list *claims = &claim->event->claims;
    claim_list dated = { NULL, 0, 0 };
    for (size_t i = 0; i < claims->len && dated.len < QUESTION_DATED_MAX; i++)
        if (claims->at[i]->when.given && str_equal(claims->at[i]->about, claim->about))
            vec_push(arena, &dated, claims->at[i]);
    return dated;
}

static bool has_claim(const claim_list *claims, const struct claim *claim)
{
    for (size_t i = 0; i < claims->len; i++)
        if (claims->at[i] == claim)
            return true;
    return false;
}

static bool has_date(const claim_list *claims, const struct claim *claim)
{
    for (size_t i = 0; i < claims->len; i++)
        if (edtf_compare(&claims->at[i]->when.date, &claim->when.date) == 0)
            return true;
    return false;
}

claim_list question_related(struct arena *arena, const struct claim *claim,
                            enum date_relation relation)
{
    claim_list dated = question_dated(arena, claim), related = { NULL, 0, 0 };
    for (size_t i = 0; has_claim(&dated, claim) && i < dated.len; i++) {
        struct claim *other = dated.at[i];
        if (other == claim || dates_relation(&claim->when, &other->when) != relation)
            continue;
        if (relation != DATES_DISJOINT && has_claim(&claim->disputes, other))
            continue;
        if (!has_date(&related, other))
            vec_push(arena, &related, other);
    }
    return related;
}

/* What a claim rests on. */

static bool is_among(const source_list *list, const struct source *source)
{
    for (size_t i = 0; i < list->len; i++)
        if (list->at[i] == source)
            return true;
    return false;
}

static void add_once(struct arena *arena, source_list *list, struct source *source)
{
    if (!is_among(list, source))
        vec_push(arena, list, source);
}

struct basis basis_of(struct arena *arena, const citation_list *citations)
{
    struct basis basis = { .retold = false };
    for (size_t i = 0; i < citations->len; i++) {
        const struct citation *citation = citations->at[i];
        add_once(arena, &basis.sources, citation->source);
        add_once(arena, &basis.origins, citation->origin);
        basis.retold = basis.retold || citation->via.len > 0;
    }
    return basis;
}

struct str basis_words(struct arena *arena, const struct basis *basis)
{
    size_t sources = basis->sources.len, origins = basis->origins.len;
    if (sources == 0)
        return STR("no source");
    const char *plural = sources > 1 ? "s" : "";
    if (origins == 1 && (sources > 1 || basis->retold))
        return arena_printf(arena, "%zu source%s, %sfrom one origin", sources, plural,
                            sources > 1 ? "all " : "");
    if (sources == 1 && !basis->retold)
        return STR("1 source");
    return arena_printf(arena, "%zu source%s, %zu origins", sources, plural, origins);
}

citation_list claim_support(struct arena *arena, const struct claim *claim)
{
    citation_list support = { NULL, 0, 0 };
    for (size_t i = 0; i < claim->citations.len; i++)
        if (claim->citations.at[i]->stance == STANCE_SUPPORTS)
            vec_push(arena, &support, claim->citations.at[i]);
    return support;
}

static struct known_day earliest(const citation_list *citations)
{
    struct known_day first = { .known = false };
    for (size_t i = 0; i < citations->len; i++) {
        struct known_day known = citations->at[i]->known_from;
        if (known.known && (!first.known || edtf_day_compare(known.day, first.day) < 0))
            first = known;
    }
    return first;
}

static bool is_of_day(const struct source *source, struct edtf_day day)
{
    struct known_day published = clock_published(source);
    return published.known && edtf_day_compare(published.day, day) == 0;
}

struct first claim_first(struct arena *arena, const struct claim *claim)
{
    citation_list support = claim_support(arena, claim);
    struct first first = { .day = earliest(&support) };
    for (size_t i = 0; first.day.known && i < support.len; i++) {
        const struct citation *citation = support.at[i];
        size_t k = citation->via.len;
        while (k && !is_of_day(citation->via.at[k - 1], first.day.day))
            k--;
        struct source *source = k ? citation->via.at[k - 1] : citation->source;
        if (is_of_day(source, first.day.day))
            add_once(arena, &first.sources, source);
    }
    return first;
}

/* Rows and cells. */

static int by_published_day(const void *left, const void *right)
{
    const struct source *a = *(struct source *const *)left;
    const struct source *b = *(struct source *const *)right;
    struct known_day of_a = clock_published(a), of_b = clock_published(b);
    if (of_a.known != of_b.known)
        return of_a.known ? -1 : 1;
    int order = of_a.known ? edtf_day_compare(of_a.day, of_b.day) : 0;
    return order ? order : (a->number > b->number) - (a->number < b->number);
}

source_list question_sources(struct arena *arena, const struct question *question)
{
    source_list sources = { NULL, 0, 0 };
    for (size_t i = 0; i < question->claims.len; i++) {
        const citation_list *citations = &question->claims.at[i]->citations;
        for (size_t k = 0; k < citations->len; k++)
            add_once(arena, &sources, citations->at[k]->source);
    }
    if (sources.len)
        qsort(sources.at, sources.len, sizeof(struct source *), by_published_day);
    return sources;
}

citation_list question_cell(struct arena *arena, const struct claim *claim,
                            const struct source *source)
{
    citation_list cell = { NULL, 0, 0 };
    for (size_t i = 0; i < claim->citations.len; i++)
        if (claim->citations.at[i]->source == source)
            vec_push(arena, &cell, claim->citations.at[i]);
    return cell;
}

source_list question_common_origins(struct arena *arena,
                                    const struct question *question)
{
    source_list before = { NULL, 0, 0 }, common = { NULL, 0, 0 };
    for (size_t i = 0; i < question->claims.len; i++) {
        citation_list support = claim_support(arena, question->claims.at[i]);
        source_list origins = basis_of(arena, &support).origins;
        for (size_t k = 0; k < origins.len; k++)
            if (is_among(&before, origins.at[k]))
                add_once(arena, &common, origins.at[k]);
            else
                vec_push(arena, &before, origins.at[k]);
    }
    return common;
}
