#include "print/phrase.h"

enum { WORDS_MAX = 512 };

void phrase_add_date(struct paper *paper, const struct edtf *date)
{
    char words[WORDS_MAX];
    edtf_words(date, EDTF_WORDS_DUMP, words, sizeof(words));
    paper_add(paper, str_of(words));
}

void phrase_add_day(struct paper *paper, struct edtf_day day)
{
    char words[WORDS_MAX];
    edtf_day_words(day, EDTF_WORDS_DUMP, words, sizeof(words));
    paper_add(paper, str_of(words));
}

void phrase_add_count(struct paper *paper, size_t count, const char *noun)
{
    paper_printf(paper, "%zu %s%s", count, noun, count == 1 ? "" : "s");
}

void phrase_add_quoted(struct paper *paper, struct str quote)
{
    paper_add(paper, STR("“"));
    paper_add(paper, quote);
    paper_add(paper, STR("”"));
}

struct str phrase_dot(const struct paper *paper)
{
    return paper_sign(paper, " · ", " - ");
}

struct str phrase_disputes(const struct paper *paper)
{
    return paper_sign(paper, "≠ ", "!= ");
}

/* Sources. */

void phrase_add_full_name(struct paper *paper, const struct source *source)
{
    paper_add(paper, source_name(source));
    if (source->publisher.len && source->title.len) {
        paper_add(paper, STR(", "));
        paper_add(paper, source->title);
    }
}

void phrase_add_name(struct paper *paper, const struct source *source)
{
    if (source->has_namesake)
        phrase_add_full_name(paper, source);
    else
        paper_add(paper, source_name(source));
}

void phrase_add_source(struct paper *paper, const struct source *source)
{
    phrase_add_name(paper, source);
    if (source->published.given) {
        paper_add(paper, STR(", "));
        phrase_add_date(paper, &source->published.date);
    }
}

void phrase_add_sources(struct paper *paper, const source_list *list)
{
    for (size_t i = 0; i < list->len; i++) {
        paper_add(paper, i ? STR("; ") : STR(""));
        phrase_add_source(paper, list->at[i]);
    }
}

/* What a claim or an event rests on. */

static bool are_same(const source_list *a, const source_list *b)
{
    bool same = a->len == b->len;
    for (size_t i = 0; same && i < a->len; i++)
        same = a->at[i] == b->at[i];
    return same;
}

void phrase_add_basis(struct paper *paper, const citation_list *citations,
                      const source_list *named)
{
    struct arena arena = { 0 };
    struct basis basis = basis_of(&arena, citations);
    bool again = named && are_same(named, &basis.origins);
    paper_add(paper, basis_words(&arena, &basis));
    if (basis.retold && !again) {
        paper_add(paper, STR(": "));
        phrase_add_sources(paper, &basis.origins);
    }
    arena_free(&arena);
}

/* Verdicts. */

static const struct {
    enum body_kind kind;
    const char *in;
} bodies[] = { { BODY_DIGEST, "in the digest" }, { BODY_FULL, "in the full text" } };

static void add_verdict(struct paper *paper, const char *verdict, const char *in)
{
    paper_style(paper, PAPER_TROUBLE);
    paper_add(paper, paper_sign(paper, " — ", " -- "));
    paper_add(paper, str_of(verdict));
    paper_add(paper, STR(" "));
    paper_add(paper, str_of(in));
}

void phrase_add_verdicts(struct paper *paper, const struct citation *citation)
{
    static const char *const loud[VERDICT_COUNT] = {
        [VERDICT_MISSING] = "MISSING",
        [VERDICT_APPROXIMATE] = "ONLY APPROXIMATELY",
        [VERDICT_AMBIGUOUS] = "MORE THAN ONCE",
    };
    bool checked = false;
    for (size_t i = 0; i < BODY_COUNT; i++) {
        const char *verdict = loud[citation->at[bodies[i].kind].verdict];
        checked |= citation->source->body[bodies[i].kind].given;
        if (verdict)
            add_verdict(paper, verdict, bodies[i].in);
    }
    if (!checked)
        add_verdict(paper, "NOT CHECKED,", "there is no text");
}

void phrase_add_limits(struct paper *paper, const struct selection *selection)
{
    if (selection->as_of.known) {
        paper_add(paper, STR(", as of "));
        phrase_add_day(paper, selection->as_of.day);
    }
    if (selection->filter.len) {
        paper_add(paper, STR(", those that match: "));
        paper_add(paper, selection->filter);
    }
}
