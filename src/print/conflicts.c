/*
 * The questions with rival claims, as plain text: for each a table where its claims
 * fit side by side, else one claim after the other.
 *
 * In a table a claim is a column. Its head says who claims what, against whom, who
 * said it first and on what it rests; below, a row for each source that speaks to
 * the question, by date, with its words or a blank in each column.
 */
#include "dossier/query.h"
#include "print/evidence.h"
#include "print/phrase.h"

/* Cells. */
enum {
    NAMES = 20, /* the column of sources and of what the rows of the head are called */
    SPACE = 2,  /* between columns */
    COLUMN_MIN = 22,
    COLUMN_MAX = 46,
};

struct table {
    struct paper *paper;
    const struct question *question;
    size_t width; /* of each claim's column; 0: they do not fit */
    struct arena arena;
    struct paper_cell *cells; /* the row being filled: names, then claims */
};

/* Rows. */

static size_t column_width(const struct paper *paper, size_t count)
{
    size_t used = EVIDENCE_BODY + NAMES;
    if (paper->options->width <= used)
        return 0;
    size_t share = (paper->options->width - used) / count;
    if (share < COLUMN_MIN + SPACE)
        return 0;
    return share - SPACE < COLUMN_MAX ? share - SPACE : COLUMN_MAX;
}

static void begin_row(struct table *table, struct str name)
{
    table->cells[0] = (struct paper_cell){
        .indent = EVIDENCE_BODY, .width = NAMES, .style = PAPER_ASIDE, .text = name
    };
    for (size_t i = 0; i < table->question->claims.len; i++)
        table->cells[i + 1] = (struct paper_cell){
            .indent = EVIDENCE_BODY + NAMES + SPACE + i * (table->width + SPACE),
            .width = table->width,
        };
}

static void end_row(struct table *table)
{
    bool filled = false;
    for (size_t i = 0; i < table->question->claims.len; i++)
        filled = filled || table->cells[i + 1].text.len > 0;
    if (filled)
        paper_row(table->paper, table->cells, table->question->claims.len + 1);
}

static void put_rule(struct table *table)
{
    size_t count = table->question->claims.len;
    size_t width = NAMES + count * (table->width + SPACE);
    struct buf rule = { 0 };
    for (size_t i = 0; i < width; i++)
        buf_add(&rule, paper_sign(table->paper, "─", "-"));
    struct paper_cell cell = { .indent = EVIDENCE_BODY,
                               .width = width,
                               .style = PAPER_ASIDE,
                               .text = buf_str(&rule) };
    paper_row(table->paper, &cell, 1);
    buf_free(&rule);
}

/* The head. */

static void add_by(struct paper *paper, const struct claim *claim)
{
    paper_add(paper, claim->by);
}

static void add_says(struct paper *paper, const struct claim *claim)
{
    paper_add(paper, str_trim(claim->says));
}

static void add_date(struct paper *paper, const struct claim *claim)
{
    if (claim->when.given)
        phrase_add_date(paper, &claim->when.date);
}

static void add_note(struct paper *paper, const struct claim *claim)
{
    paper_add(paper, str_trim(claim->note));
}

static const struct {
    const char *name;
    enum paper_style style;
    void (*add)(struct paper *paper, const struct claim *claim);
} head[] = {
    { "", PAPER_TITLE, add_by },
    { "", PAPER_PLAIN, add_says },
    { "Date", PAPER_DATE, add_date },
    { "", PAPER_ASIDE, evidence_add_relations },
    { "Disputes", PAPER_TROUBLE, evidence_add_rivals },
    { "Reported first by", PAPER_PLAIN, evidence_add_first },
    { "Rests on", PAPER_PLAIN, evidence_add_support },
    { "Note", PAPER_ASIDE, add_note },
};

static void put_head(struct table *table)
{
    const claim_list *claims = &table->question->claims;
    for (size_t i = 0; i < sizeof(head) / sizeof(*head); i++) {
        begin_row(table, str_of(head[i].name));
        for (size_t k = 0; k < claims->len; k++) {
            paper_begin(table->paper, 0, 0);
            head[i].add(table->paper, claims->at[k]);
            table->cells[k + 1].text = paper_take(table->paper, &table->arena);
            table->cells[k + 1].style = head[i].style;
        }
        end_row(table);
    }
}

/* The sources. */

static void add_citation(struct paper *paper, const struct citation *citation)
{
    if (!paper_is_empty(paper))
        paper_add(paper, STR("\n"));
    if (citation->stance == STANCE_DISPUTES) {
        paper_add(paper, phrase_disputes(paper));
        paper_add(paper, STR("against it: "));
    }
    phrase_add_quoted(paper, citation->quote);
    phrase_add_verdicts(paper, citation);
    for (size_t i = 0; i < citation->via.len; i++) {
        paper_add(paper, i ? STR(", which cites ") : STR("\nciting "));
        phrase_add_name(paper, citation->via.at[i]);
    }
}

static bool is_plain(const struct citation *citation)
{
    bool holds = citation->stance == STANCE_SUPPORTS;
    for (size_t i = 0; i < BODY_COUNT; i++)
        holds = holds && (citation->at[i].verdict == VERDICT_ABSENT ||
                          verdict_holds(citation->at[i].verdict));
    return holds;
}

static void fill_cell(struct table *table, size_t column, const citation_list *cell)
{
    bool plain = true;
    paper_begin(table->paper, 0, 0);
    for (size_t i = 0; i < cell->len; i++) {
        add_citation(table->paper, cell->at[i]);
        plain = plain && is_plain(cell->at[i]);
    }
    table->cells[column].text = paper_take(table->paper, &table->arena);
    table->cells[column].style = plain ? PAPER_QUOTATION : PAPER_TROUBLE;
}

static void put_source(struct table *table, const struct source *source)
{
    const claim_list *claims = &table->question->claims;
    paper_begin(table->paper, 0, 0);
    phrase_add_source(table->paper, source);
    begin_row(table, paper_take(table->paper, &table->arena));
    table->cells[0].style = PAPER_PLAIN;
    for (size_t i = 0; i < claims->len; i++) {
        citation_list cell = question_cell(&table->arena, claims->at[i], source);
        fill_cell(table, i + 1, &cell);
    }
    end_row(table);
}

static void put_table(struct table *table)
{
    size_t count = table->question->claims.len;
    table->cells = arena_array(&table->arena, count + 1, sizeof(*table->cells));
    source_list sources = question_sources(&table->arena, table->question);
    paper_gap(table->paper);
    put_head(table);
    put_rule(table);
    for (size_t i = 0; i < sources.len; i++)
        put_source(table, sources.at[i]);
}

/* One question. */

static void put_question(struct paper *paper, const struct question *question)
{
    struct table table = { .paper = paper,
                           .question = question,
                           .width = column_width(paper, question->claims.len) };
    evidence_put_question(paper, question);
    if (table.width)
        put_table(&table);
    for (size_t i = 0; !table.width && i < question->claims.len; i++)
        evidence_put_claim(paper, question->claims.at[i]);
    paper_gap(paper);
    evidence_put_common(paper, question);
    paper_gap(paper);
    arena_free(&table.arena);
}

static void put_event(struct paper *paper, const struct event *event)
{
    struct arena arena = { 0 };
    question_list questions = questions_of(&arena, event);
    bool begun = false;
    for (size_t i = 0; i < questions.len; i++) {
        if (!questions.at[i].disputed)
            continue;
        if (!begun) {
            evidence_put_title(paper, event);
            evidence_put_dating(paper, EVIDENCE_BODY, event->id, &event->when);
        }
        begun = true;
        put_question(paper, &questions.at[i]);
    }
    arena_free(&arena);
}

/* All of them. */

static void put_scope(struct paper *paper, const struct selection *selection)
{
    struct arena arena = { 0 };
    size_t asked = 0, disputed = 0;
    for (size_t i = 0; i < selection->events.len; i++) {
        question_list questions = questions_of(&arena, selection->events.at[i]);
        asked += questions.len;
        for (size_t k = 0; k < questions.len; k++)
            disputed += questions.at[k].disputed;
    }
    paper_begin(paper, 0, 0);
    paper_style(paper, PAPER_ASIDE);
    paper_printf(paper, "%zu of ", disputed);
    phrase_add_count(paper, asked, "question");
    paper_add(paper, asked == 1 ? STR(" has") : STR(" have"));
    paper_add(paper, STR(" rival answers"));
    phrase_add_limits(paper, selection);
    paper_end(paper);
    arena_free(&arena);
}

static void print(struct buf *out, const struct selection *selection,
                  const struct print_options *options)
{
    struct paper paper = paper_new(out, options);
    paper_heading(&paper, selection->dossier->title, paper_sign(&paper, "═", "="));
    put_scope(&paper, selection);
    paper_gap(&paper);
    for (size_t i = 0; i < selection->events.len; i++)
        put_event(&paper, selection->events.at[i]);
    paper_free(&paper);
}

const struct printer print_conflicts = { .name = "conflicts", .print = print };
