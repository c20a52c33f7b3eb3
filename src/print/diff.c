/*
 * Each event or source that changed has a line at the left edge, and below it a
 * line for each change, which says by itself what it is about:
 *
 *   call: Burns telephones Naryshkin
 *     date      2023-06 → 2023-06-24 (June 2023 → 24 June 2023), more precise
 *     claim reassurance: lost its last citation
 *     + claim duration: About an hour.
 *
 * Only where what was and what is don't fit into one line do they get one each,
 * with a sign in front.
 */
#include "print/diff.h"

#include "print/phrase.h"
#include "text/cells.h"

/* Cells. */
enum {
    BODY = 2,        /* a change */
    LABEL = 10,      /* the name of a field of an event or source */
    ITEM = BODY + 4, /* a line of its own for what was or is, of a claim */
    HANG = 2,        /* further lines */
};

enum { WORDS_MAX = 512 };

static struct str arrow(const struct paper *paper)
{
    return paper_sign(paper, " → ", " -> ");
}

/* What a change is about. */

static bool is_labelled(const struct change *change)
{
    return change->of != CHANGE_OF_CLAIM && change->of != CHANGE_OF_CITATION;
}

/* Of the new record, where it is there. */
static const struct change_side *shown_side(const struct change *change)
{
    bool new = change->of == CHANGE_OF_CLAIM      ? change->new.claim != NULL
               : change->of == CHANGE_OF_CITATION ? change->new.citation != NULL
               : change->of == CHANGE_OF_SOURCE   ? change->new.source != NULL
                                                  : change->new.event != NULL;
    return new ? &change->new : &change->old;
}

static void add_claim(struct paper *paper, const struct claim *claim)
{
    paper_add(paper, STR("claim "));
    paper_style(paper, PAPER_TITLE);
    paper_add(paper, claim->id);
    paper_style(paper, PAPER_PLAIN);
}

/* A citation by the words that change would say them twice. */
static bool is_reworded(const struct change *change)
{
    return change->of == CHANGE_OF_CITATION && change->kind == CHANGE_VALUE &&
           str_equal(str_of(change->field), STR("quote"));
}

/* Nothing for an event or a source, below whose heading the change stands. */
static void add_subject(struct paper *paper, const struct change *change)
{
    const struct change_side *side = shown_side(change);
    if (is_labelled(change))
        return;
    if (side->claim)
        add_claim(paper, side->claim);
    if (change->of == CHANGE_OF_CLAIM)
        return;
    paper_add(paper, side->claim ? STR(": ") : STR(""));
    if (is_reworded(change)) {
        paper_add(paper, STR("words of "));
        paper_add(paper, side->source->id);
        return;
    }
    paper_style(paper, PAPER_QUOTATION);
    phrase_add_quoted(paper, side->citation->quote);
    paper_style(paper, PAPER_PLAIN);
    paper_add(paper, STR(" ("));
    paper_add(paper, side->source->id);
    paper_add(paper, STR(")"));
}

/* Leaves the paragraph where the value goes. */
static void begin_change(struct paper *paper, const struct change *change)
{
    if (is_labelled(change)) {
        paper_begin(paper, BODY, BODY + LABEL + HANG);
        paper_style(paper, PAPER_ASIDE);
        paper_printf(paper, "%-*s", LABEL, change->field);
        paper_style(paper, PAPER_PLAIN);
        return;
    }
    paper_begin(paper, BODY, ITEM);
    add_subject(paper, change);
    paper_add(paper, STR(": "));
}

/* The same, with the name of the field where that does not say it yet. */
static void begin_field(struct paper *paper, const struct change *change)
{
    begin_change(paper, change);
    if (is_labelled(change) || is_reworded(change))
        return;
    paper_style(paper, PAPER_ASIDE);
    paper_add(paper, str_of(change->field));
    paper_style(paper, PAPER_PLAIN);
    paper_add(paper, STR(": "));
}

/* What was and what is. */

static void add_side(struct paper *paper, const char *sign, enum paper_style style,
                     struct str text)
{
    paper_style(paper, style);
    paper_add(paper, str_of(sign));
    paper_add(paper, text);
    paper_style(paper, PAPER_PLAIN);
}

static void add_gone(struct paper *paper, struct str text)
{
    add_side(paper, "- ", PAPER_GONE, text);
}

static void add_new(struct paper *paper, struct str text)
{
    add_side(paper, "+ ", PAPER_NEW, text);
}

static void add_both(struct paper *paper, struct str old, struct str new)
{
    add_side(paper, "", PAPER_GONE, old);
    paper_add(paper, arrow(paper));
    add_side(paper, "", PAPER_NEW, new);
}

static bool fit(const struct paper *paper, struct str old, struct str new)
{
    size_t cells = paper->first + text_cells(buf_str(&paper->text)) + text_cells(old) +
                   text_cells(new) + text_cells(arrow(paper));
    return cells <= paper->options->width;
}

/* A line each. The first stands behind the label, where there is one. */
static void put_items(struct paper *paper, const struct change *change,
                      const str_list *old, const str_list *new)
{
    size_t indent = is_labelled(change) ? BODY + LABEL : ITEM;
    bool begun = is_labelled(change);
    if (!begun)
        paper_end(paper);
    for (size_t i = 0; i < old->len + new->len; i++) {
        if (!begun)
            paper_begin(paper, indent, indent + HANG);
        if (i < old->len)
            add_gone(paper, old->at[i]);
        else
            add_new(paper, new->at[i - old->len]);
        paper_end(paper);
        begun = false;
    }
}

static void put_sides(struct paper *paper, const struct change *change,
                      const str_list *old, const str_list *new)
{
    if (old->len == 1 && new->len == 1 && fit(paper, old->at[0], new->at[0]))
        add_both(paper, old->at[0], new->at[0]);
    else if (old->len == 1 && new->len == 0)
        add_gone(paper, old->at[0]);
    else if (old->len == 0 && new->len == 1)
        add_new(paper, new->at[0]);
    else {
        put_items(paper, change, old, new);
        return;
    }
    paper_end(paper);
}

/* A row for each kind of change. */

static void put_value(struct paper *paper, const struct change *change)
{
    struct str old = change->old.text, new = change->new.text;
    str_list of_old = { &old, old.len > 0, 1 }, of_new = { &new, new.len > 0, 1 };
    begin_field(paper, change);
    put_sides(paper, change, &of_old, &of_new);
}

static void put_state(struct paper *paper, const struct change *change)
{
    begin_field(paper, change);
    paper_add(paper, change->old.text);
    paper_add(paper, arrow(paper));
    if (!change->new.count)
        paper_style(paper, PAPER_TROUBLE);
    paper_add(paper, change->new.text);
    paper_end(paper);
}

static void put_prose(struct paper *paper, const struct change *change)
{
    begin_field(paper, change);
    if (change->old.only.len || change->new.only.len) {
        put_sides(paper, change, &change->old.only, &change->new.only);
        return;
    }
    paper_add(paper, STR("the same sentences in another order"));
    paper_end(paper);
}

static void add_list(struct paper *paper, const str_list *gone, const str_list *new)
{
    for (size_t i = 0; i < gone->len + new->len; i++) {
        paper_add(paper, i ? STR("; ") : STR(""));
        if (i < gone->len)
            add_gone(paper, gone->at[i]);
        else
            add_new(paper, new->at[i - gone->len]);
    }
}

static void put_list(struct paper *paper, const struct change *change)
{
    begin_field(paper, change);
    add_list(paper, &change->old.only, &change->new.only);
    paper_end(paper);
}

/* "2 → 1: - tass-interview": how many is the news, where that changed. */
static void put_origins(struct paper *paper, const struct change *change)
{
    begin_field(paper, change);
    if (change->old.count != change->new.count) {
        if (change->new.count < change->old.count)
            paper_style(paper, PAPER_TROUBLE);
        paper_printf(paper, "%zu", change->old.count);
        paper_add(paper, arrow(paper));
        paper_printf(paper, "%zu", change->new.count);
        paper_style(paper, PAPER_PLAIN);
        paper_add(paper, STR(": "));
    }
    add_list(paper, &change->old.only, &change->new.only);
    paper_end(paper);
}

static void add_names(struct paper *paper, const char *lead, const str_list *names)
{
    for (size_t i = 0; i < names->len; i++) {
        paper_add(paper, i ? STR(", ") : str_of(lead));
        paper_add(paper, names->at[i]);
    }
}

static void put_rivals(struct paper *paper, const struct change *change)
{
    begin_change(paper, change);
    add_names(paper, "no longer disputed by ", &change->old.only);
    if (change->old.only.len && change->new.only.len)
        paper_add(paper, STR("; "));
    paper_style(paper, PAPER_TROUBLE);
    add_names(paper, "now disputed by ", &change->new.only);
    paper_end(paper);
}

static void put_date_alone(struct paper *paper, const struct change *change)
{
    const struct dating *dating =
        change->move == DATE_GIVEN ? change->new.when : change->old.when;
    if (change->move == DATE_GIVEN)
        add_new(paper, dating->text);
    else
        add_gone(paper, dating->text);
    paper_add(paper, STR(" ("));
    phrase_add_date(paper, &dating->date);
    paper_add(paper, STR(")"));
    paper_end(paper);
}

static void put_date(struct paper *paper, const struct change *change)
{
    static const char *const moves[DATE_MOVE_COUNT] = {
        [DATE_MORE_PRECISE] = "more precise",
        [DATE_LESS_PRECISE] = "less precise",
        [DATE_SHORTER] = "shorter",
        [DATE_LONGER] = "longer",
        [DATE_MORE_CERTAIN] = "more certain",
        [DATE_LESS_CERTAIN] = "less certain",
        [DATE_REWORDED] = "the same first and last day",
        [DATE_SHIFTED] = "in part the same days",
        [DATE_EARLIER] = "earlier, no day in common",
        [DATE_LATER] = "later, no day in common",
    };
    const char *move = moves[change->move];
    begin_field(paper, change);
    if (!move) {
        put_date_alone(paper, change);
        return;
    }
    add_both(paper, change->old.when->text, change->new.when->text);
    paper_add(paper, STR(" ("));
    phrase_add_date(paper, &change->old.when->date);
    paper_add(paper, arrow(paper));
    phrase_add_date(paper, &change->new.when->date);
    paper_printf(paper, "), %s", move);
    paper_end(paper);
}

static struct str known_words(struct known_day known, char *words, size_t size)
{
    if (!known.known)
        return STR("nobody can say");
    edtf_day_words(known.day, EDTF_WORDS_DUMP, words, size);
    return str_of(words);
}

static void put_known(struct paper *paper, const struct change *change)
{
    char old[WORDS_MAX], new[WORDS_MAX];
    begin_field(paper, change);
    add_both(paper, known_words(change->old.known, old, sizeof(old)),
             known_words(change->new.known, new, sizeof(new)));
    paper_end(paper);
}

static void put_cited(struct paper *paper, const struct change *change)
{
    bool lost = change->new.count == 0, event = is_labelled(change);
    begin_change(paper, change);
    if (lost)
        paper_style(paper, PAPER_TROUBLE);
    if (lost)
        paper_add(paper, event ? STR("no longer") : STR("lost its last citation"));
    else
        paper_add(paper, event ? STR("now") : STR("gained its first citation"));
    paper_end(paper);
}

static void put_disputed(struct paper *paper, const struct change *change)
{
    begin_change(paper, change);
    if (change->new.count)
        paper_style(paper, PAPER_TROUBLE);
    paper_add(paper, change->new.count ? STR("now") : STR("no longer"));
    paper_end(paper);
}

/* Only a citation moves: to where it stands, from what is said here. */
static void put_moved(struct paper *paper, const struct change *change)
{
    const struct change_side *old = &change->old, *new = &change->new;
    bool elsewhere = !str_equal(old->event->id, new->event->id);
    begin_change(paper, change);
    paper_add(paper, STR("was for "));
    if (elsewhere) {
        paper_add(paper, STR("event "));
        paper_add(paper, old->event->id);
    }
    if (elsewhere && old->claim)
        paper_add(paper, STR(", "));
    if (old->claim)
        add_claim(paper, old->claim);
    else if (!elsewhere)
        paper_add(paper, STR("the event as a whole"));
    paper_end(paper);
}

/* What came and what went. */

/* "2 claims, 5 citations", of what there are any. */
static void add_holdings(struct paper *paper, const char *lead, size_t claims,
                         size_t citations)
{
    const struct {
        size_t count;
        const char *noun;
    } parts[] = { { claims, "claim" }, { citations, "citation" } };
    for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++) {
        if (!parts[i].count)
            continue;
        paper_add(paper, str_of(lead));
        phrase_add_count(paper, parts[i].count, parts[i].noun);
        lead = ", ";
    }
}

static void add_event(struct paper *paper, const struct event *event)
{
    paper_add(paper, event->id);
    paper_add(paper, STR(": "));
    paper_add(paper, event->title);
}

static void add_source(struct paper *paper, const struct source *source)
{
    paper_add(paper, STR("source "));
    paper_add(paper, source->id);
    if (str_equal(source_name(source), source->id))
        return;
    paper_add(paper, STR(": "));
    phrase_add_full_name(paper, source);
}

static void add_date(struct paper *paper, const struct dating *dating)
{
    if (!dating->given)
        return;
    paper_add(paper, STR(", "));
    phrase_add_date(paper, &dating->date);
}

static void add_whole_claim(struct paper *paper, const struct change *change)
{
    const struct claim *claim = shown_side(change)->claim;
    add_claim(paper, claim);
    paper_add(paper, STR(": "));
    if (claim->by.len) {
        paper_add(paper, claim->by);
        paper_add(paper, STR(": "));
    }
    paper_add(paper, str_trim(claim->says));
    if (claim->citations.len) {
        paper_style(paper, PAPER_ASIDE);
        paper_add(paper, STR(" ("));
        phrase_add_count(paper, claim->citations.len, "citation");
        paper_add(paper, STR(")"));
    }
}

static void add_whole_citation(struct paper *paper, const struct change *change)
{
    const struct citation *citation = shown_side(change)->citation;
    add_subject(paper, change);
    for (size_t i = 0; i < citation->via.len; i++) {
        paper_add(paper, i ? STR(", ") : STR(" via "));
        paper_add(paper, citation->via.at[i]->id);
    }
    if (citation->stance == STANCE_DISPUTES)
        paper_add(paper, STR(", against it"));
    if (change->kind == CHANGE_ADDED)
        phrase_add_verdicts(paper, citation);
}

static void add_whole_event(struct paper *paper, const struct change *change)
{
    const struct event *event = shown_side(change)->event;
    paper_style(paper, PAPER_TITLE);
    add_event(paper, event);
    paper_style(paper, PAPER_PLAIN);
    add_date(paper, &event->when);
    add_holdings(paper, "; ", event->claims.len, event->citations.len);
}

static void add_whole_source(struct paper *paper, const struct change *change)
{
    const struct source *source = shown_side(change)->source;
    paper_style(paper, PAPER_TITLE);
    add_source(paper, source);
    paper_style(paper, PAPER_PLAIN);
    add_date(paper, &source->published);
    add_holdings(paper, "; ", 0, source->citations.len);
}

/* Of an event or a source, it is the heading too. */
static void put_whole(struct paper *paper, const struct change *change)
{
    static void (*const adders[])(struct paper * paper, const struct change *change) = {
        [CHANGE_OF_EVENT] = add_whole_event,
        [CHANGE_OF_CLAIM] = add_whole_claim,
        [CHANGE_OF_CITATION] = add_whole_citation,
        [CHANGE_OF_SOURCE] = add_whole_source,
    };
    bool inner = change->of == CHANGE_OF_CLAIM || change->of == CHANGE_OF_CITATION;
    paper_begin(paper, inner ? BODY : 0, ITEM);
    if (change->kind == CHANGE_ADDED)
        add_new(paper, STR(""));
    else
        add_gone(paper, STR(""));
    adders[change->of](paper, change);
    paper_end(paper);
}

static void put_list_of_any(struct paper *paper, const struct change *change)
{
    static const struct {
        const char *field;
        void (*put)(struct paper *paper, const struct change *change);
    } rows[] = { { "origins", put_origins }, { "disputes", put_rivals } };
    for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
        if (str_equal(str_of(change->field), str_of(rows[i].field))) {
            rows[i].put(paper, change);
            return;
        }
    put_list(paper, change);
}

static void put_change(struct paper *paper, const struct change *change)
{
    static void (*const putters[CHANGE_KIND_COUNT])(struct paper * paper,
                                                    const struct change *change) = {
        [CHANGE_ADDED] = put_whole,      [CHANGE_REMOVED] = put_whole,
        [CHANGE_MOVED] = put_moved,      [CHANGE_VALUE] = put_value,
        [CHANGE_STATE] = put_state,      [CHANGE_PROSE] = put_prose,
        [CHANGE_LIST] = put_list_of_any, [CHANGE_DATE] = put_date,
        [CHANGE_CITED] = put_cited,      [CHANGE_DISPUTED] = put_disputed,
        [CHANGE_KNOWN] = put_known,
    };
    putters[change->kind](paper, change);
}

/* Blocks. */

/* The event or source whose block a change stands in; NULL for the record's. */
static const void *block_of(const struct change *change)
{
    const struct change_side *old = &change->old, *new = &change->new;
    if (change->of == CHANGE_OF_SOURCE)
        return new->source ? new->source : old->source;
    return new->event ? new->event : old->event;
}

static size_t block_len(const change_list *changes, size_t start)
{
    size_t end = start + 1;
    while (end < changes->len &&
           block_of(&changes->at[end]) == block_of(&changes->at[start]))
        end++;
    return end - start;
}

/* Whether the first change of a block is that all of it came or went. */
static bool is_whole(const struct change *change)
{
    bool heading = change->of == CHANGE_OF_EVENT || change->of == CHANGE_OF_SOURCE;
    return heading && (change->kind == CHANGE_ADDED || change->kind == CHANGE_REMOVED);
}

static void put_heading(struct paper *paper, const struct change *change)
{
    const struct change_side *side = shown_side(change);
    if (is_whole(change))
        return;
    paper_begin(paper, 0, ITEM);
    paper_style(paper, PAPER_TITLE);
    if (change->of == CHANGE_OF_RECORD)
        paper_add(paper, STR("The record"));
    else if (change->of == CHANGE_OF_SOURCE)
        add_source(paper, side->source);
    else
        add_event(paper, side->event);
    paper_end(paper);
}

/* Empty lines around what has more than one, and before the sources; the others stand
 * together. */
static void put_blocks(struct paper *paper, const change_list *changes)
{
    bool apart = true;
    for (size_t i = 0, len; i < changes->len; i += len) {
        len = block_len(changes, i);
        bool alone = len == 1 && is_whole(&changes->at[i]);
        bool first_source = i > 0 && changes->at[i].of == CHANGE_OF_SOURCE &&
                            changes->at[i - 1].of != CHANGE_OF_SOURCE;
        if (apart || !alone || first_source)
            paper_gap(paper);
        apart = !alone;
        put_heading(paper, &changes->at[i]);
        for (size_t k = i; k < i + len; k++)
            put_change(paper, &changes->at[k]);
    }
}

/* The front. */

struct tally {
    const char *noun;
    size_t changed, new, gone;
};

static void count_blocks(const change_list *changes, struct tally *events,
                         struct tally *sources)
{
    for (size_t i = 0; i < changes->len; i += block_len(changes, i)) {
        const struct change *change = &changes->at[i];
        struct tally *tally = change->of == CHANGE_OF_SOURCE ? sources : events;
        bool whole = is_whole(change);
        if (change->of == CHANGE_OF_RECORD)
            continue;
        tally->changed += !whole;
        tally->new += whole && change->kind == CHANGE_ADDED;
        tally->gone += whole && change->kind == CHANGE_REMOVED;
    }
}

/* "3 events changed, 1 new, 1 gone"; "2 new events". */
static void add_tally(struct paper *paper, const struct tally *tally)
{
    const struct {
        size_t count;
        const char *first, *further; /* formats */
    } parts[] = { { tally->changed, "%zu %s%s changed", NULL },
                  { tally->new, "%zu new %s%s", ", %zu new" },
                  { tally->gone, "%zu %s%s gone", ", %zu gone" } };
    bool named = false;
    for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++) {
        size_t count = parts[i].count;
        if (!count)
            continue;
        if (named)
            paper_printf(paper, parts[i].further, count);
        else {
            paper_add(paper, paper_is_empty(paper) ? STR("") : STR("; "));
            paper_printf(paper, parts[i].first, count, tally->noun,
                         count == 1 ? "" : "s");
        }
        named = true;
    }
}

static void put_front(struct paper *paper, const change_list *changes, struct str name)
{
    struct tally events = { .noun = "event" }, sources = { .noun = "source" };
    count_blocks(changes, &events, &sources);
    paper_heading(paper, name, paper_sign(paper, "═", "="));
    paper_begin(paper, 0, 0);
    paper_style(paper, PAPER_ASIDE);
    add_tally(paper, &events);
    add_tally(paper, &sources);
    paper_end(paper);
}

void diff_print(struct buf *out, const change_list *changes, struct str name,
                const struct print_options *options)
{
    if (!changes->len)
        return;
    struct paper paper = paper_new(out, options);
    put_front(&paper, changes, name);
    put_blocks(&paper, changes);
    paper_free(&paper);
}
