/*
 * The conflicts: each question that has rival answers, the claims across where they
 * fit, the sources down, by date. A row is one citation of a source: whose claim it
 * speaks to is the column it stands in. Where the columns would be too narrow the
 * claims follow each other.
 */
#include "tui/view.h"
#include "tui/wording.h"

enum {
    LEFT = 2,
    SOURCE_CELLS = 20,
    COLUMN_MIN = 22, /* a claim's column is no narrower */
    SPACE = 2,
};

/* A question on a page. */
struct table {
    struct page *page;
    const struct question *question;
    int column_cells; /* of each claim; 0: one below the other */
};

static int column_cells(const struct page *page, const struct question *question)
{
    int count = (int)question->claims.len;
    int cells = (page->width - LEFT - SOURCE_CELLS - 1) / count - SPACE;
    return cells >= COLUMN_MIN ? cells : 0;
}

/* Lines of several columns that are put row by row. */
struct column {
    struct str text;
    size_t offset;
    enum style style;
    int col, cells;
};

static void put_columns(struct page *page, struct column *columns, size_t count)
{
    for (bool more = true, first = true; more; first = false) {
        more = false;
        size_t row = page->rows.len;
        for (size_t i = 0; i < count; i++) {
            struct column *c = &columns[i];
            struct str line;
            if (!text_form_prose.next_line(c->text, (size_t)c->cells, &c->offset,
                                           &line))
                continue;
            if (page->rows.len == row && !first)
                page_row(page);
            more = true;
            page_put_piece(page, c->col, line, c->style);
        }
    }
}

static int column_of(const struct table *table, size_t claim)
{
    return LEFT + SOURCE_CELLS + (int)claim * (table->column_cells + SPACE);
}

/* What is said of a claim, line by line. */

static struct str said_by(const struct page *page, const struct claim *claim)
{
    (void)page;
    return claim->by.len ? claim->by : claim->id;
}

static struct str said(const struct page *page, const struct claim *claim)
{
    (void)page;
    return claim->says;
}

static struct str dated(const struct page *page, const struct claim *claim)
{
    if (!claim->when.given)
        return STR("");
    return wording_date(page->arena, &claim->when, EDTF_WORDS_DETAIL);
}

static struct str related(const struct page *page, const struct claim *claim)
{
    struct str dot = page_sign(page, SIGN_DOT);
    return wording_relations(page->arena, claim,
                             arena_printf(page->arena, " %.*s ", STR_ARG(dot)));
}

static struct str first(const struct page *page, const struct claim *claim)
{
    return wording_first(page->arena, claim);
}

static struct str support(const struct page *page, const struct claim *claim)
{
    return wording_support(page->arena, claim);
}

static const struct {
    struct str (*text)(const struct page *page, const struct claim *claim);
    enum style style;
} head[] = {
    { said_by, STYLE_NAME }, { said, STYLE_TEXT }, { dated, STYLE_DATE },
    { related, STYLE_DIM },  { first, STYLE_DIM }, { support, STYLE_DIM },
};
enum {
    HEAD = sizeof(head) / sizeof(*head),
    CLAIM = 4, /* of these, the claim itself; the others are what it rests on */
};

static void put_across(struct table *table, size_t line)
{
    struct page *page = table->page;
    size_t count = table->question->claims.len;
    struct column *columns = arena_array(page->arena, count, sizeof(*columns));
    bool empty = true;
    for (size_t i = 0; i < count; i++) {
        struct str text = head[line].text(page, table->question->claims.at[i]);
        columns[i] = (struct column){ .text = page_text(page, text),
                                      .style = head[line].style,
                                      .col = column_of(table, i),
                                      .cells = table->column_cells };
        empty = empty && text.len == 0;
    }
    if (empty)
        return;
    page_row(page);
    put_columns(page, columns, count);
}

/* Citations. */

static struct str quoted(struct page *page, const struct citation *citation)
{
    return arena_printf(
        page->arena, "%.*s%.*s%.*s", STR_ARG(page_sign(page, SIGN_OPEN_QUOTE)),
        STR_ARG(citation->quote), STR_ARG(page_sign(page, SIGN_CLOSE_QUOTE)));
}

static struct place here_of(const struct citation *citation)
{
    struct place here = place_of_citation(citation);
    here.view = VIEW_CONFLICTS;
    here.event = citation->event->id;
    return here;
}

static void put_cell(const struct table *table, size_t claim,
                     const struct citation *citation)
{
    struct page *page = table->page;
    struct str from =
        wording_citation(page->arena, citation, sign_text(SIGN_FROM, page->ascii));
    if (citation->stance == STANCE_DISPUTES)
        from = arena_printf(page->arena, "against it: %.*s", STR_ARG(from));
    bool across = table->column_cells > 0;
    int col = across ? column_of(table, claim) : LEFT + 2 + SPACE;
    int cells = across ? table->column_cells : page->width - col - 1;
    struct column columns[] = {
        { page_text(page, from), 0, STYLE_DIM, LEFT, SOURCE_CELLS - SPACE },
        { page_text(page, quoted(page, citation)), 0, STYLE_QUOTE, col, cells },
    };
    page_row(page);
    size_t item = page_item_begin(page, here_of(citation), place_of_citation(citation));
    if (across) {
        put_columns(page, columns, 2);
    } else {
        put_columns(page, columns + 1, 1);
        columns[0].col = col + SPACE;
        columns[0].cells = page->width - col - SPACE - 1;
        page_row(page);
        put_columns(page, columns, 1);
    }
    page_area_of_spans(page, item, STYLE_QUOTE, STYLE_QUOTE_FOCUS);
    page_item_end(page);
}

static void put_source(const struct table *table, const struct source *source)
{
    const claim_list *claims = &table->question->claims;
    for (size_t i = 0; i < claims->len; i++) {
        citation_list cell = question_cell(table->page->arena, claims->at[i], source);
        for (size_t k = 0; k < cell.len; k++)
            put_cell(table, i, cell.at[k]);
    }
}

static void put_table(struct table *table)
{
    source_list sources = question_sources(table->page->arena, table->question);
    for (size_t i = 0; i < HEAD; i++)
        put_across(table, i);
    page_gap(table->page);
    for (size_t i = 0; i < sources.len; i++)
        put_source(table, sources.at[i]);
}

static void put_lines(struct page *page, const struct claim *claim, size_t from,
                      size_t to)
{
    for (size_t i = from; i < to; i++) {
        struct str text = head[i].text(page, claim);
        if (text.len == 0)
            continue;
        page_row(page);
        page_flow(page, LEFT + 2, page->width - LEFT - 3, &text_form_prose, text,
                  head[i].style);
    }
}

static void put_list(struct table *table)
{
    struct page *page = table->page;
    for (size_t i = 0; i < table->question->claims.len; i++) {
        const struct claim *claim = table->question->claims.at[i];
        page_gap(page);
        put_lines(page, claim, 0, CLAIM);
        for (size_t k = 0; k < claim->citations.len; k++)
            put_cell(table, i, claim->citations.at[k]);
        put_lines(page, claim, CLAIM, HEAD);
    }
}

static void put_common(struct page *page, const struct question *question)
{
    source_list common = question_common_origins(page->arena, question);
    if (common.len == 0)
        return;
    page_gap(page);
    page_row(page);
    page_flow(page, LEFT + 2, page->width - LEFT - 3, &text_form_prose,
              arena_printf(page->arena, "Behind more than one of these: %.*s",
                           STR_ARG(wording_sources(page->arena, &common, STR(", ")))),
              STYLE_DIM);
}

static void put_question(struct page *page, const struct question *question)
{
    const struct event *event = question->event;
    struct table table = { .page = page,
                           .question = question,
                           .column_cells = column_cells(page, question) };
    page_gap(page);
    page_row(page);
    int col = page_put_sign(page, LEFT, SIGN_DISPUTED, STYLE_DISPUTED) + 1;
    page_heading(page, question->about);
    page_mark(page, PAGE_MARK_CONFLICT);
    page_flow(page, col, page->width - col - 1, &text_form_prose,
              question->about.len ? question->about : STR("Claims"), STYLE_HEADING);
    page_row(page);
    col = page_put(page, col, page->width - col - 1,
                   wording_date(page->arena, &event->when, EDTF_WORDS_DETAIL),
                   STYLE_DATE);
    page_put(page, col + 2, page->width - col - 3, event->title, STYLE_DIM);
    page_gap(page);
    (table.column_cells > 0 ? put_table : put_list)(&table);
    put_common(page, question);
}

static void build(const struct view_context *context, struct page *page)
{
    const event_list *events = &context->selection->events;
    for (size_t i = 0; i < events->len; i++) {
        question_list questions = questions_of(page->arena, events->at[i]);
        for (size_t k = 0; k < questions.len; k++)
            if (questions.at[k].disputed)
                put_question(page, &questions.at[k]);
    }
    if (page->rows.len == 0) {
        page_row(page);
        page_put(page, LEFT, page->width - LEFT - 1,
                 STR("Nobody disputes anything in the events that are selected."),
                 STYLE_DIM);
    }
}

const struct view view_conflicts = {
    .name = "conflicts",
    .step = SCROLL_BY_ITEM,
    .hints = { { ACTION_OPEN, "read the source" },
               { ACTION_CLOSE, "back" },
               { ACTION_SEARCH, "search" },
               { ACTION_SOURCES, "sources" },
               { ACTION_HELP, "help" } },
    .build = build,
};
