#include "print/evidence.h"

#include "print/phrase.h"

/* Dates. */

void evidence_put_title(struct paper *paper, const struct event *event)
{
    paper_begin(paper, 0, EVIDENCE_BODY);
    paper_style(paper, PAPER_DATE);
    if (event->when.given)
        phrase_add_date(paper, &event->when.date);
    else
        paper_add(paper, STR("Undated"));
    paper_style(paper, PAPER_PLAIN);
    paper_add(paper, STR(": "));
    paper_style(paper, PAPER_TITLE);
    paper_add(paper, event->title);
    paper_end(paper);
}

static void add_dating(struct paper *paper, const struct dating *dating)
{
    const struct str parts[] = { dating->text, dated_name(dating->dated) };
    for (size_t i = 0; dating->given && i < 2; i++) {
        if (!parts[i].len)
            continue;
        if (!paper_is_empty(paper))
            paper_add(paper, phrase_dot(paper));
        paper_add(paper, parts[i]);
    }
    if (dating->given && dating->because.len) {
        paper_add(paper, STR(": "));
        paper_add(paper, str_trim(dating->because));
    }
}

void evidence_put_dating(struct paper *paper, size_t indent, struct str lead,
                         const struct dating *dating)
{
    paper_begin(paper, indent, indent);
    paper_style(paper, PAPER_ASIDE);
    paper_add(paper, lead);
    add_dating(paper, dating);
    paper_end(paper);
}

/* Notes and citations. */

void evidence_put_note(struct paper *paper, size_t indent, struct str note)
{
    if (!note.len)
        return;
    paper_begin(paper, indent, indent + EVIDENCE_HANG);
    paper_style(paper, PAPER_ASIDE);
    paper_add(paper, STR("Note: "));
    paper_add(paper, note);
    paper_end(paper);
}

static void put_quotation(struct paper *paper, size_t indent,
                          const struct citation *citation)
{
    paper_begin(paper, indent, indent + 1);
    if (citation->stance == STANCE_DISPUTES) {
        paper_style(paper, PAPER_TROUBLE);
        paper_add(paper, phrase_disputes(paper));
        paper_add(paper, STR("against it: "));
    }
    paper_style(paper, PAPER_QUOTATION);
    phrase_add_quoted(paper, citation->quote);
    phrase_add_verdicts(paper, citation);
    paper_end(paper);
}

/* Which of several equal passages is meant. */
static void add_selector(struct paper *paper, const char *where, struct str text)
{
    if (!text.len)
        return;
    paper_printf(paper, ", %s ", where);
    phrase_add_quoted(paper, text);
}

void evidence_put_citation(struct paper *paper, size_t indent,
                           const struct citation *citation)
{
    put_quotation(paper, indent, citation);
    indent += EVIDENCE_HANG;
    paper_begin(paper, indent, indent);
    phrase_add_source(paper, citation->source);
    for (size_t i = 0; i < citation->via.len; i++) {
        paper_add(paper, i ? STR(", which cites ") : STR(", citing "));
        phrase_add_source(paper, citation->via.at[i]);
    }
    add_selector(paper, "behind", citation->prefix);
    add_selector(paper, "before", citation->suffix);
    paper_end(paper);
    evidence_put_note(paper, indent, citation->note);
}

/* Rivals. */

static struct str claim_name(const struct claim *claim)
{
    return claim->by.len ? claim->by : claim->says;
}

/* Whether a rival before this one goes by the same name. */
static bool is_named_before(const claim_list *rivals, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (str_equal(claim_name(rivals->at[i]), claim_name(rivals->at[index])))
            return true;
    return false;
}

void evidence_add_rivals(struct paper *paper, const struct claim *claim)
{
    for (size_t i = 0; i < claim->disputes.len; i++) {
        if (is_named_before(&claim->disputes, i))
            continue;
        paper_add(paper, i ? STR("; ") : STR(""));
        paper_add(paper, claim_name(claim->disputes.at[i]));
    }
}

static void put_rivals(struct paper *paper, const struct claim *claim)
{
    if (!claim->disputes.len)
        return;
    paper_begin(paper, EVIDENCE_INNER, EVIDENCE_INNER + EVIDENCE_HANG);
    paper_style(paper, PAPER_TROUBLE);
    paper_add(paper, phrase_disputes(paper));
    evidence_add_rivals(paper, claim);
    paper_end(paper);
}

static void add_related(struct paper *paper, enum date_relation relation,
                        const claim_list *related)
{
    if (related->len && !paper_is_empty(paper))
        paper_add(paper, phrase_dot(paper));
    for (size_t i = 0; i < related->len; i++) {
        paper_add(paper, i ? STR("; ") : date_relation_words(relation));
        paper_add(paper, i ? STR("") : STR(": "));
        phrase_add_date(paper, &related->at[i]->when.date);
    }
}

void evidence_add_relations(struct paper *paper, const struct claim *claim)
{
    struct arena arena = { 0 };
    for (enum date_relation relation = DATES_DISJOINT; relation < DATES_RELATIONS;
         relation++) {
        claim_list related = question_related(&arena, claim, relation);
        add_related(paper, relation, &related);
    }
    arena_free(&arena);
}

static void put_date(struct paper *paper, const struct claim *claim)
{
    if (!claim->when.given)
        return;
    paper_begin(paper, EVIDENCE_INNER, EVIDENCE_INNER);
    paper_style(paper, PAPER_ASIDE);
    phrase_add_date(paper, &claim->when.date);
    add_dating(paper, &claim->when);
    paper_end(paper);
    paper_begin(paper, EVIDENCE_INNER, EVIDENCE_INNER + EVIDENCE_HANG);
    paper_style(paper, PAPER_ASIDE);
    evidence_add_relations(paper, claim);
    paper_end(paper);
}

/* Claims. */

void evidence_add_first(struct paper *paper, const struct claim *claim)
{
    struct arena arena = { 0 };
    struct first first = claim_first(&arena, claim);
    phrase_add_sources(paper, &first.sources);
    arena_free(&arena);
}

static void add_support(struct paper *paper, const struct claim *claim,
                        const source_list *named)
{
    struct arena arena = { 0 };
    citation_list support = claim_support(&arena, claim);
    if (support.len) {
        phrase_add_basis(paper, &support, named);
    } else {
        paper_style(paper, PAPER_TROUBLE);
        paper_add(paper, STR("no source"));
    }
    arena_free(&arena);
}

void evidence_add_support(struct paper *paper, const struct claim *claim)
{
    add_support(paper, claim, NULL);
}

/* "Reported first by TASS, 12 July 2023; rests on 4 sources, all from that origin" */
static void put_standing(struct paper *paper, const struct claim *claim)
{
    struct arena arena = { 0 };
    struct first first = claim_first(&arena, claim);
    paper_begin(paper, EVIDENCE_INNER, EVIDENCE_INNER + EVIDENCE_HANG);
    paper_style(paper, PAPER_ASIDE);
    if (first.sources.len) {
        paper_add(paper, STR("Reported first by "));
        phrase_add_sources(paper, &first.sources);
        paper_add(paper, STR("; rests on "));
    } else {
        paper_add(paper, STR("Rests on "));
    }
    add_support(paper, claim, &first.sources);
    paper_end(paper);
    arena_free(&arena);
}

void evidence_put_claim(struct paper *paper, const struct claim *claim)
{
    paper_begin(paper, EVIDENCE_CLAIM, EVIDENCE_INNER);
    if (claim->by.len) {
        paper_style(paper, PAPER_TITLE);
        paper_add(paper, claim->by);
        paper_add(paper, STR(": "));
        paper_style(paper, PAPER_PLAIN);
    }
    paper_add(paper, str_trim(claim->says));
    paper_end(paper);
    put_date(paper, claim);
    put_rivals(paper, claim);
    evidence_put_note(paper, EVIDENCE_INNER, claim->note);
    for (size_t i = 0; i < claim->citations.len; i++)
        evidence_put_citation(paper, EVIDENCE_INNER, claim->citations.at[i]);
    put_standing(paper, claim);
    paper_gap(paper);
}

void evidence_put_question(struct paper *paper, const struct question *question)
{
    if (!question->about.len)
        return;
    paper_gap(paper);
    paper_begin(paper, EVIDENCE_BODY, EVIDENCE_BODY + EVIDENCE_HANG);
    if (question->disputed) {
        paper_style(paper, PAPER_TROUBLE);
        paper_add(paper, phrase_disputes(paper));
        paper_add(paper, STR("disputed: "));
    }
    paper_style(paper, PAPER_TITLE);
    paper_add(paper, question->about);
    paper_end(paper);
}

static bool is_supported(const struct claim *claim)
{
    for (size_t i = 0; i < claim->citations.len; i++)
        if (claim->citations.at[i]->stance == STANCE_SUPPORTS)
            return true;
    return false;
}

void evidence_put_common(struct paper *paper, const struct question *question)
{
    struct arena arena = { 0 };
    source_list common = question_common_origins(&arena, question);
    size_t supported = 0;
    for (size_t i = 0; i < question->claims.len; i++)
        supported += is_supported(question->claims.at[i]);
    paper_begin(paper, EVIDENCE_BODY, EVIDENCE_BODY + EVIDENCE_HANG);
    paper_style(paper, PAPER_ASIDE);
    if (common.len) {
        paper_add(paper, STR("Behind more than one of these: "));
        phrase_add_sources(paper, &common);
    } else if (supported > 1) {
        paper_add(paper, STR("No two of these rest on the same origin."));
    }
    paper_end(paper);
    arena_free(&arena);
}
