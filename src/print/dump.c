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
#include "print/page.h"

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

static void add_date_words(struct page *page, const struct edtf *date)
{
    char words[WORDS_MAX];
    edtf_words(date, EDTF_WORDS_DUMP, words, sizeof(words));
    page_add(page, str_of(words));
}

static void add_day(struct page *page, struct edtf_day day)
{
    char words[WORDS_MAX];
    edtf_day_words(day, EDTF_WORDS_DUMP, words, sizeof(words));
    page_add(page, str_of(words));
}

static void add_count(struct page *page, size_t count, const char *noun)
{
    page_printf(page, "%zu %s%s", count, noun, count == 1 ? "" : "s");
}

static void add_quoted(struct page *page, struct str quote)
{
    page_add(page, STR("“"));
    page_add(page, quote);
    page_add(page, STR("”"));
}

static struct str dot(const struct page *page)
{
    return page_sign(page, " · ", " - ");
}

static struct str disputes_sign(const struct page *page)
{
    return page_sign(page, "≠ ", "!= ");
}

/* "The Moscow Times, Spy Chief Confirms Call": the id where it has neither. */
static void add_source_name(struct page *page, const struct source *source)
{
    page_add(page, source_name(source));
    if (source->publisher.len && source->title.len) {
        page_add(page, STR(", "));
        page_add(page, source->title);
    }
}

static void add_source(struct page *page, const struct source *source)
{
    add_source_name(page, source);
    if (source->published.given) {
        page_add(page, STR(", "));
        add_date_words(page, &source->published.date);
    }
}

/* Fields: a label in a column, the text hanging behind it. */

static void begin_field(struct page *page, const char *label)
{
    page_begin(page, BODY, LABELLED);
    page_style(page, PAGE_ASIDE);
    page_printf(page, "%-*s", LABELLED - BODY, label);
    page_style(page, PAGE_PLAIN);
}

static void put_field(struct page *page, const char *label, struct str text)
{
    if (!text.len)
        return;
    begin_field(page, label);
    page_add(page, str_trim(text));
    page_end(page);
}

static void put_list(struct page *page, const char *label, const str_list *list)
{
    if (!list->len)
        return;
    begin_field(page, label);
    for (size_t i = 0; i < list->len; i++) {
        page_add(page, i ? STR(", ") : STR(""));
        page_add(page, list->at[i]);
    }
    page_end(page);
}

static void put_note(struct page *page, size_t indent, struct str note)
{
    if (!note.len)
        return;
    page_begin(page, indent, indent + HANG);
    page_style(page, PAGE_ASIDE);
    page_add(page, STR("Note: "));
    page_add(page, note);
    page_end(page);
}

/* LEAD · 2023-06-23/2023-06-24 · derived: because. */
static void put_dating(struct page *page, size_t indent, struct str lead,
                       const struct dating *dating)
{
    page_begin(page, indent, indent);
    page_style(page, PAGE_ASIDE);
    page_add(page, lead);
    const struct str parts[] = { dating->text, dated_name(dating->dated) };
    for (size_t i = 0; dating->given && i < 2; i++) {
        if (!parts[i].len)
            continue;
        if (!page_is_empty(page))
            page_add(page, dot(page));
        page_add(page, parts[i]);
    }
    if (dating->given && dating->because.len) {
        page_add(page, STR(": "));
        page_add(page, str_trim(dating->because));
    }
    page_end(page);
}

/* Citations. */

static const struct {
    enum body_kind kind;
    const char *in;
} bodies[] = { { BODY_DIGEST, "in the digest" }, { BODY_FULL, "in the full text" } };

static void add_verdict(struct page *page, const char *verdict, const char *in)
{
    page_style(page, PAGE_TROUBLE);
    page_add(page, page_sign(page, " — ", " -- "));
    page_add(page, str_of(verdict));
    page_add(page, STR(" "));
    page_add(page, str_of(in));
}

/* Says nothing where the quotation stands in every text at hand. */
static void add_verdicts(struct page *page, const struct citation *citation)
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
            add_verdict(page, verdict, bodies[i].in);
    }
    if (!checked)
        add_verdict(page, "NOT CHECKED,", "there is no text");
}

static void put_quotation(struct page *page, size_t indent,
                          const struct citation *citation)
{
    page_begin(page, indent, indent + 1);
    if (citation->stance == STANCE_DISPUTES) {
        page_style(page, PAGE_TROUBLE);
        page_add(page, disputes_sign(page));
        page_add(page, STR("against it: "));
    }
    page_style(page, PAGE_QUOTATION);
    add_quoted(page, citation->quote);
    add_verdicts(page, citation);
    page_end(page);
}

/* Which of several equal passages is meant. */
static void add_selector(struct page *page, const char *where, struct str text)
{
    if (!text.len)
        return;
    page_printf(page, ", %s ", where);
    add_quoted(page, text);
}

static void put_citation(struct page *page, size_t indent,
                         const struct citation *citation)
{
    put_quotation(page, indent, citation);
    page_begin(page, indent + HANG, indent + HANG);
    add_source(page, citation->source);
    for (size_t i = 0; i < citation->via.len; i++) {
        page_add(page, i ? STR(", which cites ") : STR(", citing "));
        add_source(page, citation->via.at[i]);
    }
    add_selector(page, "behind", citation->prefix);
    add_selector(page, "before", citation->suffix);
    page_end(page);
    put_note(page, indent + HANG, citation->note);
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

static void add_sources(struct page *page, const source_list *list)
{
    for (size_t i = 0; i < list->len; i++) {
        page_add(page, i ? STR("; ") : STR(""));
        add_source(page, list->at[i]);
    }
}

/* "4 sources, 1 origin: TASS, Naryshkin interview, 12 July 2023"; where each source
 * is its own origin, they were all named already. */
static void add_basis(struct page *page, const citation_list *citations)
{
    struct arena arena = { 0 };
    struct basis basis = basis_of(&arena, citations);
    bool retold = false;
    for (size_t i = 0; i < citations->len; i++)
        retold |= citations->at[i]->via.len > 0;
    add_count(page, basis.sources.len, "source");
    if (retold || basis.sources.len > 1) {
        page_add(page, STR(", "));
        add_count(page, basis.origins.len, "origin");
    }
    if (retold) {
        page_add(page, STR(": "));
        add_sources(page, &basis.origins);
    }
    arena_free(&arena);
}

/* "since 30 June 2023, by 4 sources, …" */
static void add_known(struct page *page, struct known_day known,
                      const citation_list *citations)
{
    if (!citations->len) {
        page_style(page, PAGE_TROUBLE);
        page_add(page, STR("by no source"));
        return;
    }
    if (known.known) {
        page_add(page, STR("since "));
        add_day(page, known.day);
        page_add(page, STR(", by "));
    } else {
        page_add(page, STR("nobody can say since when, by "));
    }
    add_basis(page, citations);
}

/* Claims. */

static struct str claim_name(const struct claim *claim)
{
    return claim->by.len ? claim->by : claim->says;
}

static void put_rivals(struct page *page, const struct claim *claim)
{
    if (!claim->disputes.len)
        return;
    page_begin(page, EVIDENCE, EVIDENCE + HANG);
    page_style(page, PAGE_TROUBLE);
    page_add(page, disputes_sign(page));
    for (size_t i = 0; i < claim->disputes.len; i++) {
        page_add(page, i ? STR("; ") : STR(""));
        page_add(page, claim_name(claim->disputes.at[i]));
    }
    page_end(page);
}

static void put_claim(struct page *page, const struct claim *claim)
{
    page_begin(page, CLAIM, EVIDENCE);
    if (claim->by.len) {
        page_style(page, PAGE_TITLE);
        page_add(page, claim->by);
        page_add(page, STR(": "));
        page_style(page, PAGE_PLAIN);
    }
    page_add(page, str_trim(claim->says));
    page_end(page);
    if (claim->when.given) {
        char words[WORDS_MAX];
        edtf_words(&claim->when.date, EDTF_WORDS_DUMP, words, sizeof(words));
        put_dating(page, EVIDENCE, str_of(words), &claim->when);
    }
    put_rivals(page, claim);
    put_note(page, EVIDENCE, claim->note);
    for (size_t i = 0; i < claim->citations.len; i++)
        put_citation(page, EVIDENCE, claim->citations.at[i]);
    page_begin(page, EVIDENCE, EVIDENCE + HANG);
    page_style(page, PAGE_ASIDE);
    page_add(page, STR("Reported "));
    add_known(page, claim->known_from, &claim->citations);
    page_end(page);
    page_gap(page);
}

static void put_question(struct page *page, struct str about, bool disputed)
{
    if (!about.len)
        return;
    page_gap(page);
    page_begin(page, BODY, BODY + HANG);
    if (disputed) {
        page_style(page, PAGE_TROUBLE);
        page_add(page, disputes_sign(page));
        page_add(page, STR("disputed: "));
    }
    page_style(page, PAGE_TITLE);
    page_add(page, about);
    page_end(page);
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
static void put_answers(struct page *page, const claim_list *claims, size_t first)
{
    struct str about = claims->at[first]->about;
    bool disputed = false;
    for (size_t i = first; i < claims->len; i++)
        if (str_equal(claims->at[i]->about, about))
            disputed |= claims->at[i]->disputes.len > 0;
    put_question(page, about, disputed);
    for (size_t i = first; i < claims->len; i++)
        if (str_equal(claims->at[i]->about, about))
            put_claim(page, claims->at[i]);
}

static void put_claims(struct page *page, const claim_list *claims)
{
    page_gap(page);
    for (size_t i = 0; i < claims->len; i++)
        if (!asked_before(claims, i))
            put_answers(page, claims, i);
}

/* Events. */

static void put_event_citations(struct page *page, const struct event *event)
{
    page_gap(page);
    for (size_t i = 0; i < event->citations.len; i++)
        if (!event->citations.at[i]->claim)
            put_citation(page, BODY, event->citations.at[i]);
    page_gap(page);
}

static void put_see(struct page *page, const event_list *see)
{
    if (!see->len)
        return;
    begin_field(page, "See also");
    for (size_t i = 0; i < see->len; i++) {
        page_add(page, i ? STR("; ") : STR(""));
        page_add(page, see->at[i]->title);
        if (see->at[i]->when.given) {
            page_add(page, STR(", "));
            add_date_words(page, &see->at[i]->when.date);
        }
    }
    page_end(page);
}

static void put_event_head(struct page *page, const struct event *event)
{
    page_begin(page, 0, BODY);
    page_style(page, PAGE_DATE);
    if (event->when.given)
        add_date_words(page, &event->when.date);
    else
        page_add(page, STR("Undated"));
    page_style(page, PAGE_PLAIN);
    page_add(page, STR(": "));
    page_style(page, PAGE_TITLE);
    page_add(page, event->title);
    page_end(page);
    put_dating(page, BODY, event->id, &event->when);
}

static void put_event_evidence(struct page *page, const struct event *event)
{
    begin_field(page, "Reported");
    add_known(page, event->known_from, &event->citations);
    page_end(page);
    if (event->silent.len) {
        begin_field(page, "Silent");
        for (size_t i = 0; i < event->silent.len; i++) {
            page_add(page, i ? STR("; ") : STR(""));
            page_add(page, source_name(event->silent.at[i]));
        }
        page_end(page);
    }
    put_see(page, &event->see);
}

static void put_event(struct page *page, const struct event *event)
{
    page_gap(page);
    put_event_head(page, event);
    page_gap(page);
    page_paragraph(page, BODY, PAGE_PLAIN, event->summary);
    page_gap(page);
    put_list(page, "Who", &event->who);
    put_field(page, "Where", event->where);
    put_list(page, "Tags", &event->tags);
    put_field(page, "Note", event->note);
    put_event_citations(page, event);
    put_claims(page, &event->claims);
    put_event_evidence(page, event);
    page_gap(page);
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

static void put_year(struct page *page, struct known_day day, enum order order)
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
    page_gap(page);
    page_heading(page, str_of(heading), page_sign(page, "─", "-"));
}

static void put_events(struct page *page, const struct selection *selection)
{
    struct known_day above = { .known = false };
    for (size_t i = 0; i < selection->events.len; i++) {
        const struct event *event = selection->events.at[i];
        struct known_day day = heading_day(event, selection->order);
        if (i == 0 || !same_heading(day, above))
            put_year(page, day, selection->order);
        above = day;
        put_event(page, event);
    }
}

/* The front. */

static void put_scope(struct page *page, const struct selection *selection)
{
    size_t all = selection->dossier->events.len;
    page_begin(page, 0, 0);
    page_style(page, PAGE_ASIDE);
    if (selection->filter.len)
        page_printf(page, "%zu of ", selection->events.len);
    add_count(page, all, "event");
    page_add(page, selection->order == ORDER_EVENT
                       ? STR(" in the order in which they happened")
                       : STR(" in the order in which they became known"));
    if (selection->as_of.known) {
        page_add(page, STR(", as of "));
        add_day(page, selection->as_of.day);
    }
    if (selection->filter.len) {
        page_add(page, STR(", those that match: "));
        page_add(page, selection->filter);
    }
    page_end(page);
}

static void put_front(struct page *page, const struct selection *selection)
{
    page_heading(page, selection->dossier->title, page_sign(page, "═", "="));
    page_paragraph(page, 0, PAGE_PLAIN, selection->dossier->about);
    page_gap(page);
    put_scope(page, selection);
    page_gap(page);
}

/* Sources. */

static void add_coverage(struct page *page, const struct source *source,
                         enum body_kind kind)
{
    struct coverage coverage = coverage_of(source, kind);
    page_printf(page, "%zu of ", coverage.cited);
    add_count(page, coverage.sentences, "sentence");
    page_add(page, STR(" cited"));
    if (coverage.explained)
        page_printf(page, ", %zu explained", coverage.explained);
}

static void put_texts(struct page *page, const struct source *source)
{
    if (source->body[BODY_DIGEST].given) {
        begin_field(page, "Digest");
        add_coverage(page, source, BODY_DIGEST);
        page_end(page);
    }
    if (source->body[BODY_FULL].given) {
        begin_field(page, "Text");
        add_coverage(page, source, BODY_FULL);
        if (source->hash == HASH_DIFFERS) {
            page_style(page, PAGE_TROUBLE);
            page_add(page, STR("; NOT THE TEXT THAT WAS CITED"));
        }
        page_end(page);
    }
}

static void put_uncited(struct page *page, const struct source *source)
{
    for (size_t i = 0; i < source->uncited.len; i++) {
        const struct uncited *uncited = &source->uncited.at[i];
        begin_field(page, "Uncited");
        add_quoted(page, uncited->quote);
        if (uncited->through.len) {
            page_add(page, STR(" through "));
            add_quoted(page, uncited->through);
        }
        page_add(page, STR(": "));
        page_add(page, str_trim(uncited->because));
        page_end(page);
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

static void put_role(struct page *page, const struct dossier *dossier,
                     const struct source *source)
{
    size_t retold = count_retold(dossier, source);
    begin_field(page, "Cited");
    if (source->citations.len || !retold)
        add_count(page, source->citations.len, "time");
    if (source->citations.len && retold)
        page_add(page, STR(", and "));
    if (retold) {
        add_count(page, retold, "time");
        page_add(page, STR(" through others"));
    }
    page_end(page);
}

static void put_source(struct page *page, const struct dossier *dossier,
                       const struct source *source)
{
    page_gap(page);
    page_begin(page, 0, BODY);
    page_style(page, PAGE_TITLE);
    add_source_name(page, source);
    page_end(page);
    put_dating(page, BODY, source->id, &source->published);
    put_field(page, "Author", source->author);
    if (source->published.given) {
        begin_field(page, "Date");
        add_date_words(page, &source->published.date);
        page_end(page);
    }
    put_field(page, "URL", source->url);
    put_field(page, "Language", source->language);
    put_field(page, "SHA-256", source->sha256);
    put_role(page, dossier, source);
    put_texts(page, source);
    put_uncited(page, source);
    put_field(page, "Note", source->note);
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
static void put_sources(struct page *page, const struct selection *selection)
{
    const source_list *sources = &selection->dossier->sources;
    bool begun = false;
    for (size_t i = 0; i < sources->len; i++) {
        if (selection->filter.len && !is_used(selection, sources->at[i]))
            continue;
        if (!begun) {
            page_gap(page);
            page_heading(page, STR("Sources"), page_sign(page, "─", "-"));
        }
        begun = true;
        put_source(page, selection->dossier, sources->at[i]);
    }
}

static void dump(struct buf *out, const struct selection *selection,
                 const struct print_options *options)
{
    struct page page = page_new(out, options);
    put_front(&page, selection);
    put_events(&page, selection);
    put_sources(&page, selection);
    page_free(&page);
}

const struct printer print_dump = { .name = "text", .print = dump };
