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
#include "dossier/query.h"
#include "print/paper.h"

/* Cells. */
enum {
    BODY = 4,             /* what belongs to an event or a source */
    LABELLED = BODY + 9,  /* behind the label of a field */
    CLAIM = BODY + 2,     /* a claim, under its question */
    EVIDENCE = CLAIM + 2, /* what a claim rests on */
    HANG = 2,             /* further lines of a paragraph */
};

enum { WORDS_MAX = 512 };

/* Words. */

static void add_date_words(struct paper *paper, const struct edtf *date)
{
    char words[WORDS_MAX];
    edtf_words(date, EDTF_WORDS_DUMP, words, sizeof(words));
    paper_add(paper, str_of(words));
}

static void add_day(struct paper *paper, struct edtf_day day)
{
    char words[WORDS_MAX];
    edtf_day_words(day, EDTF_WORDS_DUMP, words, sizeof(words));
    paper_add(paper, str_of(words));
}

static void add_count(struct paper *paper, size_t count, const char *noun)
{
    paper_printf(paper, "%zu %s%s", count, noun, count == 1 ? "" : "s");
}

static void add_quoted(struct paper *paper, struct str quote)
{
    paper_add(paper, STR("“"));
    paper_add(paper, quote);
    paper_add(paper, STR("”"));
}

static struct str dot(const struct paper *paper)
{
    return paper_sign(paper, " · ", " - ");
}

static struct str disputes_sign(const struct paper *paper)
{
    return paper_sign(paper, "≠ ", "!= ");
}

/* "The Moscow Times, Spy Chief Confirms Call": the id where it has neither. */
static void add_full_name(struct paper *paper, const struct source *source)
{
    paper_add(paper, source_name(source));
    if (source->publisher.len && source->title.len) {
        paper_add(paper, STR(", "));
        paper_add(paper, source->title);
    }
}

/* "The Moscow Times, 12 July 2023": with its title only where another source would
 * be called the same. All else about it stands in the list of sources. */
static void add_source(struct paper *paper, const struct source *source)
{
    if (source->has_namesake)
        add_full_name(paper, source);
    else
        paper_add(paper, source_name(source));
    if (source->published.given) {
        paper_add(paper, STR(", "));
        add_date_words(paper, &source->published.date);
    }
}

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

static void put_note(struct paper *paper, size_t indent, struct str note)
{
    if (!note.len)
        return;
    paper_begin(paper, indent, indent + HANG);
    paper_style(paper, PAPER_ASIDE);
    paper_add(paper, STR("Note: "));
    paper_add(paper, note);
    paper_end(paper);
}

/* LEAD · 2023-06-23/2023-06-24 · derived: because. */
static void put_dating(struct paper *paper, size_t indent, struct str lead,
                       const struct dating *dating)
{
    paper_begin(paper, indent, indent);
    paper_style(paper, PAPER_ASIDE);
    paper_add(paper, lead);
    const struct str parts[] = { dating->text, dated_name(dating->dated) };
    for (size_t i = 0; dating->given && i < 2; i++) {
        if (!parts[i].len)
            continue;
        if (!paper_is_empty(paper))
            paper_add(paper, dot(paper));
        paper_add(paper, parts[i]);
    }
    if (dating->given && dating->because.len) {
        paper_add(paper, STR(": "));
        paper_add(paper, str_trim(dating->because));
    }
    paper_end(paper);
}

/* Citations. */

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

/* Says nothing where the quotation stands in every text at hand. */
static void add_verdicts(struct paper *paper, const struct citation *citation)
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

static void put_quotation(struct paper *paper, size_t indent,
                          const struct citation *citation)
{
    paper_begin(paper, indent, indent + 1);
    if (citation->stance == STANCE_DISPUTES) {
        paper_style(paper, PAPER_TROUBLE);
        paper_add(paper, disputes_sign(paper));
        paper_add(paper, STR("against it: "));
    }
    paper_style(paper, PAPER_QUOTATION);
    add_quoted(paper, citation->quote);
    add_verdicts(paper, citation);
    paper_end(paper);
}

/* Which of several equal passages is meant. */
static void add_selector(struct paper *paper, const char *where, struct str text)
{
    if (!text.len)
        return;
    paper_printf(paper, ", %s ", where);
    add_quoted(paper, text);
}

static void put_citation(struct paper *paper, size_t indent,
                         const struct citation *citation)
{
    put_quotation(paper, indent, citation);
    paper_begin(paper, indent + HANG, indent + HANG);
    add_source(paper, citation->source);
    for (size_t i = 0; i < citation->via.len; i++) {
        paper_add(paper, i ? STR(", which cites ") : STR(", citing "));
        add_source(paper, citation->via.at[i]);
    }
    add_selector(paper, "behind", citation->prefix);
    add_selector(paper, "before", citation->suffix);
    paper_end(paper);
    put_note(paper, indent + HANG, citation->note);
}

/* What a claim or an event rests on. */

struct basis {
    source_list sources, origins; /* each once, in the order of the citations */
};

static void add_once(struct arena *arena, source_list *list, struct source *source)
{
    for (size_t i = 0; i < list->len; i++)
        if (list->at[i] == source)
            return;
    vec_push(arena, list, source);
}

static struct basis basis_of(struct arena *arena, const citation_list *citations)
{
    struct basis basis = { .sources = { 0 } };
    for (size_t i = 0; i < citations->len; i++) {
        add_once(arena, &basis.sources, citations->at[i]->source);
        add_once(arena, &basis.origins, citations->at[i]->origin);
    }
    return basis;
}

static void add_sources(struct paper *paper, const source_list *list)
{
    for (size_t i = 0; i < list->len; i++) {
        paper_add(paper, i ? STR("; ") : STR(""));
        add_source(paper, list->at[i]);
    }
}

/* "4 sources, 1 origin: TASS, Naryshkin interview, 12 July 2023"; where each source
 * is its own origin, they were all named already. */
static void add_basis(struct paper *paper, const citation_list *citations)
{
    struct arena arena = { 0 };
    struct basis basis = basis_of(&arena, citations);
    bool retold = false;
    for (size_t i = 0; i < citations->len; i++)
        retold |= citations->at[i]->via.len > 0;
    add_count(paper, basis.sources.len, "source");
    if (retold || basis.sources.len > 1) {
        paper_add(paper, STR(", "));
        add_count(paper, basis.origins.len, "origin");
    }
    if (retold) {
        paper_add(paper, STR(": "));
        add_sources(paper, &basis.origins);
    }
    arena_free(&arena);
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
        add_day(paper, known.day);
        paper_add(paper, STR(", by "));
    } else {
        paper_add(paper, STR("nobody can say since when, by "));
    }
    add_basis(paper, citations);
}

/* Claims. */

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

static void put_rivals(struct paper *paper, const struct claim *claim)
{
    if (!claim->disputes.len)
        return;
    paper_begin(paper, EVIDENCE, EVIDENCE + HANG);
    paper_style(paper, PAPER_TROUBLE);
    paper_add(paper, disputes_sign(paper));
    for (size_t i = 0; i < claim->disputes.len; i++) {
        if (is_named_before(&claim->disputes, i))
            continue;
        paper_add(paper, i ? STR("; ") : STR(""));
        paper_add(paper, claim_name(claim->disputes.at[i]));
    }
    paper_end(paper);
}

static void put_claim(struct paper *paper, const struct claim *claim)
{
    paper_begin(paper, CLAIM, EVIDENCE);
    if (claim->by.len) {
        paper_style(paper, PAPER_TITLE);
        paper_add(paper, claim->by);
        paper_add(paper, STR(": "));
        paper_style(paper, PAPER_PLAIN);
    }
    paper_add(paper, str_trim(claim->says));
    paper_end(paper);
    if (claim->when.given) {
        char words[WORDS_MAX];
        edtf_words(&claim->when.date, EDTF_WORDS_DUMP, words, sizeof(words));
        put_dating(paper, EVIDENCE, str_of(words), &claim->when);
    }
    put_rivals(paper, claim);
    put_note(paper, EVIDENCE, claim->note);
    for (size_t i = 0; i < claim->citations.len; i++)
        put_citation(paper, EVIDENCE, claim->citations.at[i]);
    paper_begin(paper, EVIDENCE, EVIDENCE + HANG);
    paper_style(paper, PAPER_ASIDE);
    paper_add(paper, STR("Reported "));
    add_known(paper, claim->known_from, &claim->citations);
    paper_end(paper);
    paper_gap(paper);
}

static void put_question(struct paper *paper, struct str about, bool disputed)
{
    if (!about.len)
        return;
    paper_gap(paper);
    paper_begin(paper, BODY, BODY + HANG);
    if (disputed) {
        paper_style(paper, PAPER_TROUBLE);
        paper_add(paper, disputes_sign(paper));
        paper_add(paper, STR("disputed: "));
    }
    paper_style(paper, PAPER_TITLE);
    paper_add(paper, about);
    paper_end(paper);
}

/* Whether a claim before INDEX answers the same question. */
static bool asked_before(const claim_list *claims, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (str_equal(claims->at[i]->about, claims->at[index]->about))
            return true;
    return false;
}

/* The question of the claim at FIRST, and every claim that answers it. */
static void put_answers(struct paper *paper, const claim_list *claims, size_t first)
{
    struct str about = claims->at[first]->about;
    bool disputed = false;
    for (size_t i = first; i < claims->len; i++)
        if (str_equal(claims->at[i]->about, about))
            disputed |= claims->at[i]->disputes.len > 0;
    put_question(paper, about, disputed);
    for (size_t i = first; i < claims->len; i++)
        if (str_equal(claims->at[i]->about, about))
            put_claim(paper, claims->at[i]);
}

static void put_claims(struct paper *paper, const claim_list *claims)
{
    paper_gap(paper);
    for (size_t i = 0; i < claims->len; i++)
        if (!asked_before(claims, i))
            put_answers(paper, claims, i);
}

/* Events. */

static void put_event_citations(struct paper *paper, const struct event *event)
{
    paper_gap(paper);
    for (size_t i = 0; i < event->citations.len; i++)
        if (!event->citations.at[i]->claim)
            put_citation(paper, BODY, event->citations.at[i]);
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
            add_date_words(paper, &see->at[i]->when.date);
        }
    }
    paper_end(paper);
}

static void put_event_head(struct paper *paper, const struct event *event)
{
    paper_begin(paper, 0, BODY);
    paper_style(paper, PAPER_DATE);
    if (event->when.given)
        add_date_words(paper, &event->when.date);
    else
        paper_add(paper, STR("Undated"));
    paper_style(paper, PAPER_PLAIN);
    paper_add(paper, STR(": "));
    paper_style(paper, PAPER_TITLE);
    paper_add(paper, event->title);
    paper_end(paper);
    put_dating(paper, BODY, event->id, &event->when);
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
    put_event_head(paper, event);
    paper_gap(paper);
    paper_paragraph(paper, BODY, PAPER_PLAIN, event->summary);
    paper_gap(paper);
    put_list(paper, "Who", &event->who);
    put_field(paper, "Where", event->where);
    put_list(paper, "Tags", &event->tags);
    put_field(paper, "Note", event->note);
    put_event_citations(paper, event);
    put_claims(paper, &event->claims);
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
    add_count(paper, all, "event");
    paper_add(paper, selection->order == ORDER_EVENT
                         ? STR(" in the order in which they happened")
                         : STR(" in the order in which they became known"));
    if (selection->as_of.known) {
        paper_add(paper, STR(", as of "));
        add_day(paper, selection->as_of.day);
    }
    if (selection->filter.len) {
        paper_add(paper, STR(", those that match: "));
        paper_add(paper, selection->filter);
    }
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
    add_count(paper, coverage.sentences, "sentence");
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
        add_quoted(paper, uncited->quote);
        if (uncited->through.len) {
            paper_add(paper, STR(" through "));
            add_quoted(paper, uncited->through);
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
        add_count(paper, source->citations.len, "time");
    if (source->citations.len && retold)
        paper_add(paper, STR(", and "));
    if (retold) {
        add_count(paper, retold, "time");
        paper_add(paper, STR(" through others"));
    }
    paper_end(paper);
}

static void put_source(struct paper *paper, const struct dossier *dossier,
                       const struct source *source)
{
    paper_gap(paper);
    paper_begin(paper, 0, BODY);
    paper_style(paper, PAPER_TITLE);
    add_full_name(paper, source);
    paper_end(paper);
    put_dating(paper, BODY, source->id, &source->published);
    put_field(paper, "Author", source->author);
    if (source->published.given) {
        begin_field(paper, "Date");
        add_date_words(paper, &source->published.date);
        paper_end(paper);
    }
    put_field(paper, "URL", source->url);
    put_field(paper, "Language", source->language);
    put_field(paper, "SHA-256", source->sha256);
    put_role(paper, dossier, source);
    put_texts(paper, source);
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
        put_source(paper, selection->dossier, sources->at[i]);
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
