#include "tui/wording.h"

struct str wording_date(struct arena *arena, const struct dating *dating,
                        enum edtf_width width)
{
    if (!dating->given)
        return STR("no date");
    size_t len = edtf_words(&dating->date, width, NULL, 0);
    char *words = arena_alloc(arena, len + 1);
    edtf_words(&dating->date, width, words, len + 1);
    return (struct str){ words, len };
}

struct str wording_year(struct arena *arena, int64_t year)
{
    if (year > 0)
        return arena_printf(arena, "%lld", (long long)year);
    /* Unsigned, as the least int64 has no negative. */
    return arena_printf(arena, "%llu BC", 1 - (unsigned long long)year);
}

struct str wording_day(struct arena *arena, struct known_day day)
{
    if (!day.known)
        return STR("nobody can say when");
    size_t len = edtf_day_words(day.day, EDTF_WORDS_DETAIL, NULL, 0);
    char *words = arena_alloc(arena, len + 1);
    edtf_day_words(day.day, EDTF_WORDS_DETAIL, words, len + 1);
    return (struct str){ words, len };
}

struct str wording_count(struct arena *arena, size_t count, const char *one,
                         const char *many)
{
    return arena_printf(arena, "%zu %s", count, count == 1 ? one : many);
}

static struct str joined(struct arena *arena, struct str before, struct str separator,
                         struct str next)
{
    if (before.len == 0)
        return next;
    return arena_printf(arena, "%.*s%.*s%.*s", STR_ARG(before), STR_ARG(separator),
                        STR_ARG(next));
}

struct str wording_join(struct arena *arena, const str_list *list, struct str separator)
{
    struct str text = { 0 };
    for (size_t i = 0; i < list->len; i++)
        text = joined(arena, text, separator, list->at[i]);
    return text;
}

struct str wording_sources(struct arena *arena, const source_list *sources,
                           struct str separator)
{
    struct str text = { 0 };
    for (size_t i = 0; i < sources->len; i++)
        text = joined(arena, text, separator, source_name(sources->at[i]));
    return text;
}

struct str wording_source(struct arena *arena, const struct source *source)
{
    if (!source->published.given)
        return source_name(source);
    return joined(arena, source_name(source), STR(", "),
                  wording_date(arena, &source->published, EDTF_WORDS_DETAIL));
}

struct str wording_citation(struct arena *arena, const struct citation *citation,
                            struct str from)
{
    struct str text = wording_source(arena, citation->source);
    struct str chain = arena_printf(arena, " %.*s ", STR_ARG(from));
    for (size_t i = 0; i < citation->via.len; i++)
        text = joined(arena, text, chain, source_name(citation->via.at[i]));
    return text;
}

struct str wording_support(struct arena *arena, const struct claim *claim)
{
    citation_list support = claim_support(arena, claim);
    struct basis basis = basis_of(arena, &support);
    struct str text = basis_words(arena, &basis);
    if (!basis.retold)
        return text;
    return joined(arena, text, STR(": "),
                  wording_sources(arena, &basis.origins, STR(", ")));
}

struct str wording_first(struct arena *arena, const struct claim *claim)
{
    struct first first = claim_first(arena, claim);
    struct str text = { 0 };
    for (size_t i = 0; i < first.sources.len; i++)
        text =
            joined(arena, text, STR("; "), wording_source(arena, first.sources.at[i]));
    return text.len ? joined(arena, STR("Reported first by"), STR(" "), text) : text;
}

struct str wording_relations(struct arena *arena, const struct claim *claim,
                             struct str separator)
{
    struct str text = { 0 };
    for (enum date_relation relation = DATES_DISJOINT; relation < DATES_RELATIONS;
         relation++) {
        claim_list related = question_related(arena, claim, relation);
        struct str dates = { 0 };
        for (size_t k = 0; k < related.len; k++)
            dates =
                joined(arena, dates, STR("; "),
                       wording_date(arena, &related.at[k]->when, EDTF_WORDS_DETAIL));
        if (dates.len)
            text =
                joined(arena, text, separator,
                       joined(arena, date_relation_words(relation), STR(": "), dates));
    }
    return text;
}

enum verdict wording_verdict(const struct citation *citation)
{
    enum verdict worst = VERDICT_COUNT;
    for (int kind = 0; kind < BODY_COUNT; kind++)
        if (citation->source->body[kind].given && citation->at[kind].verdict < worst)
            worst = citation->at[kind].verdict;
    return worst == VERDICT_COUNT ? VERDICT_ABSENT : worst;
}

static const struct {
    struct str doubt;
    enum sign sign;
} verdicts[VERDICT_COUNT] = {
    [VERDICT_ABSENT] = { STR_INIT("no text here to check it against"), SIGN_ABSENT },
    [VERDICT_MISSING] = { STR_INIT("not in the text"), SIGN_MISSING },
    [VERDICT_APPROXIMATE] = { STR_INIT("not in these words in the text"),
                              SIGN_APPROXIMATE },
    [VERDICT_AMBIGUOUS] = { STR_INIT("more than once in the text"), SIGN_AMBIGUOUS },
};

struct str wording_doubt(enum verdict verdict)
{
    return verdicts[verdict].doubt;
}

enum sign wording_verdict_sign(enum verdict verdict)
{
    return verdicts[verdict].sign;
}

struct str wording_body(enum body_kind kind)
{
    return kind == BODY_FULL ? STR("full text") : STR("digest");
}
