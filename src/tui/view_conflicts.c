/*
 * The conflicts: each question that has rival answers, the claims across where they
 * fit, the sources down. A row is one citation: whose claim it supports is the
 * column it stands in. Where the columns would be too narrow the claims follow each
 * other.
 */
#include "tui/view.h"
#include "tui/wording.h"

enum {
    LEFT = 2,
    SOURCE_CELLS = 20,
    COLUMN_MIN = 22, /* a claim's column is no narrower */
    SPACE = 2,
};

/* One question of one event, and its claims. */
struct question {
    const struct event *event;
    claim_list claims;
    int column_cells; /* of each claim; 0: one below the other */
};

static struct question question_of(struct page *page, const struct event *event,
                                   struct str about)
{
    struct question question = { .event = event };
    bool disputed = false;
    for (size_t i = 0; i < event->claims.len; i++) {
        struct claim *claim = event->claims.at[i];
        if (!str_equal(claim->about, about))
            continue;
        disputed |= claim->disputes.len > 0;
        vec_push(page->arena, &question.claims, claim);
    }
    if (!disputed)
        question.claims.len = 0;
    int count = (int)question.claims.len;
    int cells = count ? (page->width - LEFT - SOURCE_CELLS - 1) / count - SPACE : 0;
    question.column_cells = cells >= COLUMN_MIN ? cells : 0;
    return question;
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

static int column_of(const struct question *question, size_t claim)
{
    return LEFT + SOURCE_CELLS + (int)claim * (question->column_cells + SPACE);
}

static void put_across(struct page *page, const struct question *question,
                       struct str (*text)(const struct claim *), enum style style)
{
    size_t count = question->claims.len;
    struct column *columns = arena_array(page->arena, count, sizeof(*columns));
    for (size_t i = 0; i < count; i++)
        columns[i] =
            (struct column){ page_text(page, text(question->claims.at[i])), 0, style,
                             column_of(question, i), question->column_cells };
    page_row(page);
    put_columns(page, columns, count);
}

static struct str said_by(const struct claim *claim)
{
    return claim->by.len ? claim->by : claim->id;
}

static struct str said(const struct claim *claim)
{
    return claim->says;
}

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

static void put_cell(struct page *page, const struct question *question, size_t claim,
                     const struct citation *citation)
{
    struct str from =
        wording_citation(page->arena, citation, sign_text(SIGN_FROM, page->ascii));
    bool across = question->column_cells > 0;
    int col = across ? column_of(question, claim) : LEFT + 2 + SPACE;
    int cells = across ? question->column_cells : page->width - col - 1;
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

static void put_origins(struct page *page, int col, const struct claim *claim)
{
    source_list origins = { 0 };
    for (size_t i = 0; i < claim->citations.len; i++) {
        struct source *origin = claim->citations.at[i]->origin;
        bool known = false;
        for (size_t j = 0; j < origins.len; j++)
            known |= origins.at[j] == origin;
        if (!known)
            vec_push(page->arena, &origins, origin);
    }
    struct str words = arena_printf(
        page->arena, "%.*s, %.*s",
        STR_ARG(
            wording_count(page->arena, claim->citations.len, "citation", "citations")),
        STR_ARG(wording_count(page->arena, origins.len, "origin", "origins")));
    page_put(page, col, page->width - col - 1, words, STYLE_DIM);
}

static void put_table(struct page *page, const struct question *question)
{
    put_across(page, question, said_by, STYLE_NAME);
    put_across(page, question, said, STYLE_TEXT);
    page_row(page);
    for (size_t i = 0; i < question->claims.len; i++)
        put_origins(page, column_of(question, i), question->claims.at[i]);
    for (size_t i = 0; i < question->claims.len; i++)
        for (size_t j = 0; j < question->claims.at[i]->citations.len; j++)
            put_cell(page, question, i, question->claims.at[i]->citations.at[j]);
}

static void put_list(struct page *page, const struct question *question)
{
    for (size_t i = 0; i < question->claims.len; i++) {
        const struct claim *claim = question->claims.at[i];
        page_gap(page);
        page_row(page);
        int end = page_put(page, LEFT + 2, page->width - LEFT - 3, said_by(claim),
                           STYLE_NAME);
        put_origins(page, end + 2, claim);
        page_row(page);
        page_flow(page, LEFT + 2, page->width - LEFT - 3, &text_form_prose, claim->says,
                  STYLE_TEXT);
        for (size_t j = 0; j < claim->citations.len; j++)
            put_cell(page, question, i, claim->citations.at[j]);
    }
}

static void put_question(struct page *page, const struct question *question)
{
    const struct event *event = question->event;
    struct str about = question->claims.at[0]->about;
    page_gap(page);
    page_row(page);
    int col = page_put_sign(page, LEFT, SIGN_DISPUTED, STYLE_DISPUTED) + 1;
    page_heading(page, about);
    page_flow(page, col, page->width - col - 1, &text_form_prose,
              about.len ? about : STR("Claims"), STYLE_HEADING);
    page_row(page);
    col = page_put(page, col, page->width - col - 1,
                   wording_date(page->arena, &event->when, EDTF_WORDS_DETAIL),
                   STYLE_DATE);
    page_put(page, col + 2, page->width - col - 3, event->title, STYLE_DIM);
    page_gap(page);
    (question->column_cells > 0 ? put_table : put_list)(page, question);
}

static bool asked_before(const struct event *event, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (str_equal(event->claims.at[i]->about, event->claims.at[index]->about))
            return true;
    return false;
}

static void build(const struct view_context *context, struct page *page)
{
    const event_list *events = &context->selection->events;
    for (size_t i = 0; i < events->len; i++)
        for (size_t j = 0; j < events->at[i]->claims.len; j++) {
            if (asked_before(events->at[i], j))
                continue;
            struct question question =
                question_of(page, events->at[i], events->at[i]->claims.at[j]->about);
            if (question.claims.len > 0)
                put_question(page, &question);
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
