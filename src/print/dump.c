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
#include "print/sheet.h"

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

static void add_date_words(struct sheet *sheet, const struct edtf *date)
{
    char words[WORDS_MAX];
    edtf_words(date, EDTF_WORDS_DUMP, words, sizeof(words));
    sheet_add(sheet, str_of(words));
}

static void add_day(struct sheet *sheet, struct edtf_day day)
{
    char words[WORDS_MAX];
    edtf_day_words(day, EDTF_WORDS_DUMP, words, sizeof(words));
    sheet_add(sheet, str_of(words));
}

static void add_count(struct sheet *sheet, size_t count, const char *noun)
{
    sheet_printf(sheet, "%zu %s%s", count, noun, count == 1 ? "" : "s");
}

static void add_quoted(struct sheet *sheet, struct str quote)
{
    sheet_add(sheet, STR("“"));
    sheet_add(sheet, quote);
    sheet_add(sheet, STR("”"));
}

static struct str dot(const struct sheet *sheet)
{
    return sheet_sign(sheet, " · ", " - ");
}

static struct str disputes_sign(const struct sheet *sheet)
{
    return sheet_sign(sheet, "≠ ", "!= ");
}

/* "The Moscow Times, Spy Chief Confirms Call": the id where it has neither. */
static void add_source_name(struct sheet *sheet, const struct source *source)
{
    sheet_add(sheet, source_name(source));
    if (source->publisher.len && source->title.len) {
        sheet_add(sheet, STR(", "));
        sheet_add(sheet, source->title);
    }
}

static void add_source(struct sheet *sheet, const struct source *source)
{
    add_source_name(sheet, source);
    if (source->published.given) {
        sheet_add(sheet, STR(", "));
        add_date_words(sheet, &source->published.date);
    }
}

/* Fields: a label in a column, the text hanging behind it. */

static void begin_field(struct sheet *sheet, const char *label)
{
    sheet_begin(sheet, BODY, LABELLED);
    sheet_style(sheet, SHEET_ASIDE);
    sheet_printf(sheet, "%-*s", LABELLED - BODY, label);
    sheet_style(sheet, SHEET_PLAIN);
}

static void put_field(struct sheet *sheet, const char *label, struct str text)
{
    if (!text.len)
        return;
    begin_field(sheet, label);
    sheet_add(sheet, str_trim(text));
    sheet_end(sheet);
}

static void put_list(struct sheet *sheet, const char *label, const str_list *list)
{
    if (!list->len)
        return;
    begin_field(sheet, label);
    for (size_t i = 0; i < list->len; i++) {
        sheet_add(sheet, i ? STR(", ") : STR(""));
        sheet_add(sheet, list->at[i]);
    }
    sheet_end(sheet);
}

static void put_note(struct sheet *sheet, size_t indent, struct str note)
{
    if (!note.len)
        return;
    sheet_begin(sheet, indent, indent + HANG);
    sheet_style(sheet, SHEET_ASIDE);
    sheet_add(sheet, STR("Note: "));
    sheet_add(sheet, note);
    sheet_end(sheet);
}

/* LEAD · 2023-06-23/2023-06-24 · derived: because. */
static void put_dating(struct sheet *sheet, size_t indent, struct str lead,
                       const struct dating *dating)
{
    sheet_begin(sheet, indent, indent);
    sheet_style(sheet, SHEET_ASIDE);
    sheet_add(sheet, lead);
    const struct str parts[] = { dating->text, dated_name(dating->dated) };
    for (size_t i = 0; dating->given && i < 2; i++) {
        if (!parts[i].len)
            continue;
        if (!sheet_is_empty(sheet))
            sheet_add(sheet, dot(sheet));
        sheet_add(sheet, parts[i]);
    }
    if (dating->given && dating->because.len) {
        sheet_add(sheet, STR(": "));
        sheet_add(sheet, str_trim(dating->because));
    }
    sheet_end(sheet);
}

/* Citations. */

static const struct {
    enum body_kind kind;
    const char *in;
} bodies[] = { { BODY_DIGEST, "in the digest" }, { BODY_FULL, "in the full text" } };

static void add_verdict(struct sheet *sheet, const char *verdict, const char *in)
{
    sheet_style(sheet, SHEET_TROUBLE);
    sheet_add(sheet, sheet_sign(sheet, " — ", " -- "));
    sheet_add(sheet, str_of(verdict));
    sheet_add(sheet, STR(" "));
    sheet_add(sheet, str_of(in));
}

/* Says nothing where the quotation stands in every text at hand. */
static void add_verdicts(struct sheet *sheet, const struct citation *citation)
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
            add_verdict(sheet, verdict, bodies[i].in);
    }
    if (!checked)
        add_verdict(sheet, "NOT CHECKED,", "there is no text");
}

static void put_quotation(struct sheet *sheet, size_t indent,
                          const struct citation *citation)
{
    sheet_begin(sheet, indent, indent + 1);
    if (citation->stance == STANCE_DISPUTES) {
        sheet_style(sheet, SHEET_TROUBLE);
        sheet_add(sheet, disputes_sign(sheet));
        sheet_add(sheet, STR("against it: "));
    }
    sheet_style(sheet, SHEET_QUOTATION);
    add_quoted(sheet, citation->quote);
    add_verdicts(sheet, citation);
    sheet_end(sheet);
}

/* Which of several equal passages is meant. */
static void add_selector(struct sheet *sheet, const char *where, struct str text)
{
    if (!text.len)
        return;
    sheet_printf(sheet, ", %s ", where);
    add_quoted(sheet, text);
}

static void put_citation(struct sheet *sheet, size_t indent,
                         const struct citation *citation)
{
    put_quotation(sheet, indent, citation);
    sheet_begin(sheet, indent + HANG, indent + HANG);
    add_source(sheet, citation->source);
    for (size_t i = 0; i < citation->via.len; i++) {
        sheet_add(sheet, i ? STR(", which cites ") : STR(", citing "));
        add_source(sheet, citation->via.at[i]);
    }
    add_selector(sheet, "behind", citation->prefix);
    add_selector(sheet, "before", citation->suffix);
    sheet_end(sheet);
    put_note(sheet, indent + HANG, citation->note);
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

static void add_sources(struct sheet *sheet, const source_list *list)
{
    for (size_t i = 0; i < list->len; i++) {
        sheet_add(sheet, i ? STR("; ") : STR(""));
        add_source(sheet, list->at[i]);
    }
}

/* "4 sources, 1 origin: TASS, Naryshkin interview, 12 July 2023"; where each source
 * is its own origin, they were all named already. */
static void add_basis(struct sheet *sheet, const citation_list *citations)
{
    struct arena arena = { 0 };
    struct basis basis = basis_of(&arena, citations);
    bool retold = false;
    for (size_t i = 0; i < citations->len; i++)
        retold |= citations->at[i]->via.len > 0;
    add_count(sheet, basis.sources.len, "source");
    if (retold || basis.sources.len > 1) {
        sheet_add(sheet, STR(", "));
        add_count(sheet, basis.origins.len, "origin");
    }
    if (retold) {
        sheet_add(sheet, STR(": "));
        add_sources(sheet, &basis.origins);
    }
    arena_free(&arena);
}

/* "since 30 June 2023, by 4 sources, …" */
static void add_known(struct sheet *sheet, struct known_day known,
                      const citation_list *citations)
{
    if (!citations->len) {
        sheet_style(sheet, SHEET_TROUBLE);
        sheet_add(sheet, STR("by no source"));
        return;
    }
    if (known.known) {
        sheet_add(sheet, STR("since "));
        add_day(sheet, known.day);
        sheet_add(sheet, STR(", by "));
    } else {
        sheet_add(sheet, STR("nobody can say since when, by "));
    }
    add_basis(sheet, citations);
}

/* Claims. */

static struct str claim_name(const struct claim *claim)
{
    return claim->by.len ? claim->by : claim->says;
}

static void put_rivals(struct sheet *sheet, const struct claim *claim)
{
    if (!claim->disputes.len)
        return;
    sheet_begin(sheet, EVIDENCE, EVIDENCE + HANG);
    sheet_style(sheet, SHEET_TROUBLE);
    sheet_add(sheet, disputes_sign(sheet));
    for (size_t i = 0; i < claim->disputes.len; i++) {
        sheet_add(sheet, i ? STR("; ") : STR(""));
        sheet_add(sheet, claim_name(claim->disputes.at[i]));
    }
    sheet_end(sheet);
}

static void put_claim(struct sheet *sheet, const struct claim *claim)
{
    sheet_begin(sheet, CLAIM, EVIDENCE);
    if (claim->by.len) {
        sheet_style(sheet, SHEET_TITLE);
        sheet_add(sheet, claim->by);
        sheet_add(sheet, STR(": "));
        sheet_style(sheet, SHEET_PLAIN);
    }
    sheet_add(sheet, str_trim(claim->says));
    sheet_end(sheet);
    if (claim->when.given) {
        char words[WORDS_MAX];
        edtf_words(&claim->when.date, EDTF_WORDS_DUMP, words, sizeof(words));
        put_dating(sheet, EVIDENCE, str_of(words), &claim->when);
    }
    put_rivals(sheet, claim);
    put_note(sheet, EVIDENCE, claim->note);
    for (size_t i = 0; i < claim->citations.len; i++)
        put_citation(sheet, EVIDENCE, claim->citations.at[i]);
    sheet_begin(sheet, EVIDENCE, EVIDENCE + HANG);
    sheet_style(sheet, SHEET_ASIDE);
    sheet_add(sheet, STR("Reported "));
    add_known(sheet, claim->known_from, &claim->citations);
    sheet_end(sheet);
    sheet_gap(sheet);
}

static void put_question(struct sheet *sheet, struct str about, bool disputed)
{
    if (!about.len)
        return;
    sheet_gap(sheet);
    sheet_begin(sheet, BODY, BODY + HANG);
    if (disputed) {
        sheet_style(sheet, SHEET_TROUBLE);
        sheet_add(sheet, disputes_sign(sheet));
        sheet_add(sheet, STR("disputed: "));
    }
    sheet_style(sheet, SHEET_TITLE);
    sheet_add(sheet, about);
    sheet_end(sheet);
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
static void put_answers(struct sheet *sheet, const claim_list *claims, size_t first)
{
    struct str about = claims->at[first]->about;
    bool disputed = false;
    for (size_t i = first; i < claims->len; i++)
        if (str_equal(claims->at[i]->about, about))
            disputed |= claims->at[i]->disputes.len > 0;
    put_question(sheet, about, disputed);
    for (size_t i = first; i < claims->len; i++)
        if (str_equal(claims->at[i]->about, about))
            put_claim(sheet, claims->at[i]);
}

static void put_claims(struct sheet *sheet, const claim_list *claims)
{
    sheet_gap(sheet);
    for (size_t i = 0; i < claims->len; i++)
        if (!asked_before(claims, i))
            put_answers(sheet, claims, i);
}

/* Events. */

static void put_event_citations(struct sheet *sheet, const struct event *event)
{
    sheet_gap(sheet);
    for (size_t i = 0; i < event->citations.len; i++)
        if (!event->citations.at[i]->claim)
            put_citation(sheet, BODY, event->citations.at[i]);
    sheet_gap(sheet);
}

static void put_see(struct sheet *sheet, const event_list *see)
{
    if (!see->len)
        return;
    begin_field(sheet, "See also");
    for (size_t i = 0; i < see->len; i++) {
        sheet_add(sheet, i ? STR("; ") : STR(""));
        sheet_add(sheet, see->at[i]->title);
        if (see->at[i]->when.given) {
            sheet_add(sheet, STR(", "));
            add_date_words(sheet, &see->at[i]->when.date);
        }
    }
    sheet_end(sheet);
}

static void put_event_head(struct sheet *sheet, const struct event *event)
{
    sheet_begin(sheet, 0, BODY);
    sheet_style(sheet, SHEET_DATE);
    if (event->when.given)
        add_date_words(sheet, &event->when.date);
    else
        sheet_add(sheet, STR("Undated"));
    sheet_style(sheet, SHEET_PLAIN);
    sheet_add(sheet, STR(": "));
    sheet_style(sheet, SHEET_TITLE);
    sheet_add(sheet, event->title);
    sheet_end(sheet);
    put_dating(sheet, BODY, event->id, &event->when);
}

static void put_event_evidence(struct sheet *sheet, const struct event *event)
{
    begin_field(sheet, "Reported");
    add_known(sheet, event->known_from, &event->citations);
    sheet_end(sheet);
    if (event->silent.len) {
        begin_field(sheet, "Silent");
        for (size_t i = 0; i < event->silent.len; i++) {
            sheet_add(sheet, i ? STR("; ") : STR(""));
            sheet_add(sheet, source_name(event->silent.at[i]));
        }
        sheet_end(sheet);
    }
    put_see(sheet, &event->see);
}

static void put_event(struct sheet *sheet, const struct event *event)
{
    sheet_gap(sheet);
    put_event_head(sheet, event);
    sheet_gap(sheet);
    sheet_paragraph(sheet, BODY, SHEET_PLAIN, event->summary);
    sheet_gap(sheet);
    put_list(sheet, "Who", &event->who);
    put_field(sheet, "Where", event->where);
    put_list(sheet, "Tags", &event->tags);
    put_field(sheet, "Note", event->note);
    put_event_citations(sheet, event);
    put_claims(sheet, &event->claims);
    put_event_evidence(sheet, event);
    sheet_gap(sheet);
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

static void put_year(struct sheet *sheet, struct known_day day, enum order order)
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
    sheet_gap(sheet);
    sheet_heading(sheet, str_of(heading), sheet_sign(sheet, "─", "-"));
}

static void put_events(struct sheet *sheet, const struct selection *selection)
{
    struct known_day above = { .known = false };
    for (size_t i = 0; i < selection->events.len; i++) {
        const struct event *event = selection->events.at[i];
        struct known_day day = heading_day(event, selection->order);
        if (i == 0 || !same_heading(day, above))
            put_year(sheet, day, selection->order);
        above = day;
        put_event(sheet, event);
    }
}

/* The front. */

static void put_scope(struct sheet *sheet, const struct selection *selection)
{
    size_t all = selection->dossier->events.len;
    sheet_begin(sheet, 0, 0);
    sheet_style(sheet, SHEET_ASIDE);
    if (selection->filter.len)
        sheet_printf(sheet, "%zu of ", selection->events.len);
    add_count(sheet, all, "event");
    sheet_add(sheet, selection->order == ORDER_EVENT
                         ? STR(" in the order in which they happened")
                         : STR(" in the order in which they became known"));
    if (selection->as_of.known) {
        sheet_add(sheet, STR(", as of "));
        add_day(sheet, selection->as_of.day);
    }
    if (selection->filter.len) {
        sheet_add(sheet, STR(", those that match: "));
        sheet_add(sheet, selection->filter);
    }
    sheet_end(sheet);
}

static void put_front(struct sheet *sheet, const struct selection *selection)
{
    sheet_heading(sheet, selection->dossier->title, sheet_sign(sheet, "═", "="));
    sheet_paragraph(sheet, 0, SHEET_PLAIN, selection->dossier->about);
    sheet_gap(sheet);
    put_scope(sheet, selection);
    sheet_gap(sheet);
}

/* Sources. */

static void add_coverage(struct sheet *sheet, const struct source *source,
                         enum body_kind kind)
{
    struct coverage coverage = coverage_of(source, kind);
    sheet_printf(sheet, "%zu of ", coverage.cited);
    add_count(sheet, coverage.sentences, "sentence");
    sheet_add(sheet, STR(" cited"));
    if (coverage.explained)
        sheet_printf(sheet, ", %zu explained", coverage.explained);
}

static void put_texts(struct sheet *sheet, const struct source *source)
{
    if (source->body[BODY_DIGEST].given) {
        begin_field(sheet, "Digest");
        add_coverage(sheet, source, BODY_DIGEST);
        sheet_end(sheet);
    }
    if (source->body[BODY_FULL].given) {
        begin_field(sheet, "Text");
        add_coverage(sheet, source, BODY_FULL);
        if (source->hash == HASH_DIFFERS) {
            sheet_style(sheet, SHEET_TROUBLE);
            sheet_add(sheet, STR("; NOT THE TEXT THAT WAS CITED"));
        }
        sheet_end(sheet);
    }
}

static void put_uncited(struct sheet *sheet, const struct source *source)
{
    for (size_t i = 0; i < source->uncited.len; i++) {
        const struct uncited *uncited = &source->uncited.at[i];
        begin_field(sheet, "Uncited");
        add_quoted(sheet, uncited->quote);
        if (uncited->through.len) {
            sheet_add(sheet, STR(" through "));
            add_quoted(sheet, uncited->through);
        }
        sheet_add(sheet, STR(": "));
        sheet_add(sheet, str_trim(uncited->because));
        sheet_end(sheet);
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

static void put_role(struct sheet *sheet, const struct dossier *dossier,
                     const struct source *source)
{
    size_t retold = count_retold(dossier, source);
    begin_field(sheet, "Cited");
    if (source->citations.len || !retold)
        add_count(sheet, source->citations.len, "time");
    if (source->citations.len && retold)
        sheet_add(sheet, STR(", and "));
    if (retold) {
        add_count(sheet, retold, "time");
        sheet_add(sheet, STR(" through others"));
    }
    sheet_end(sheet);
}

static void put_source(struct sheet *sheet, const struct dossier *dossier,
                       const struct source *source)
{
    sheet_gap(sheet);
    sheet_begin(sheet, 0, BODY);
    sheet_style(sheet, SHEET_TITLE);
    add_source_name(sheet, source);
    sheet_end(sheet);
    put_dating(sheet, BODY, source->id, &source->published);
    put_field(sheet, "Author", source->author);
    if (source->published.given) {
        begin_field(sheet, "Date");
        add_date_words(sheet, &source->published.date);
        sheet_end(sheet);
    }
    put_field(sheet, "URL", source->url);
    put_field(sheet, "Language", source->language);
    put_field(sheet, "SHA-256", source->sha256);
    put_role(sheet, dossier, source);
    put_texts(sheet, source);
    put_uncited(sheet, source);
    put_field(sheet, "Note", source->note);
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
static void put_sources(struct sheet *sheet, const struct selection *selection)
{
    const source_list *sources = &selection->dossier->sources;
    bool begun = false;
    for (size_t i = 0; i < sources->len; i++) {
        if (selection->filter.len && !is_used(selection, sources->at[i]))
            continue;
        if (!begun) {
            sheet_gap(sheet);
            sheet_heading(sheet, STR("Sources"), sheet_sign(sheet, "─", "-"));
        }
        begun = true;
        put_source(sheet, selection->dossier, sources->at[i]);
    }
}

static void dump(struct buf *out, const struct selection *selection,
                 const struct print_options *options)
{
    struct sheet sheet = sheet_new(out, options);
    put_front(&sheet, selection);
    put_events(&sheet, selection);
    put_sources(&sheet, selection);
    sheet_free(&sheet);
}

const struct printer print_dump = { .name = "text", .print = dump };
