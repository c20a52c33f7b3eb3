/*
 * An event: when and why then, what it was, who says what of it and in which
 * words, who is silent, what it belongs with. The cursor goes over its citations
 * and the events it is related to.
 */
#include "tui/view.h"
#include "tui/wording.h"

enum {
    LEFT = 2,         /* where text begins */
    LABEL_CELLS = 10, /* of the names of fields */
    INDENT = 2,
    PROSE_MAX = 76, /* cells that are still good to read */
};

static int room(const struct page *page, int col)
{
    int cells = page->width - col - 1;
    return cells < PROSE_MAX ? cells : PROSE_MAX;
}

static void put_prose(struct page *page, int col, struct str text, enum style style)
{
    if (text.len == 0)
        return;
    page_row(page);
    page_flow(page, col, room(page, col), &text_form_prose, text, style);
}

static void put_field(struct page *page, const char *label, struct str text)
{
    if (text.len == 0)
        return;
    page_row(page);
    page_put(page, LEFT, LABEL_CELLS - 1, str_of(label), STYLE_LABEL);
    page_flow(page, LEFT + LABEL_CELLS, room(page, LEFT + LABEL_CELLS),
              &text_form_prose, text, STYLE_TEXT);
}

static void put_head(struct page *page, const struct event *event)
{
    page_row(page);
    int col = page_put(page, LEFT, page->width - LEFT - 1,
                       wording_date(page->arena, &event->when, EDTF_WORDS_DETAIL),
                       STYLE_DATE);
    struct str dated =
        dated_name(event->when.given ? event->when.dated : DATED_UNSTATED);
    if (dated.len > 0)
        page_put(page, col + 2, page->width - col - 3, dated, STYLE_DIM);
    page_row(page);
    page_heading(page, event->title);
    page_flow(page, LEFT, room(page, LEFT), &text_form_prose, event->title,
              STYLE_TITLE);
    if (event->when.given)
        put_prose(page, LEFT, event->when.because, STYLE_DIM);
    page_gap(page);
    put_prose(page, LEFT, event->summary, STYLE_TEXT);
    if (event->note.len > 0)
        page_gap(page);
    put_prose(page, LEFT, event->note, STYLE_DIM);
}

static struct str known_words(struct arena *arena, const struct event *event)
{
    if (event->citations.len == 0)
        return STR("cited by no source");
    return arena_printf(
        arena, "from %.*s, %.*s", STR_ARG(wording_day(arena, event->known_from)),
        STR_ARG(wording_count(arena, event->citations.len, "citation", "citations")));
}

static struct str origin_words(struct arena *arena, const struct event *event)
{
    if (event->origins.len == 0)
        return (struct str){ 0 };
    struct str names = wording_sources(arena, &event->origins, STR(", "));
    return event->origins.len == 1
               ? arena_printf(arena, "one: %.*s", STR_ARG(names))
               : arena_printf(arena, "%zu: %.*s", event->origins.len, STR_ARG(names));
}

static void put_fields(struct page *page, const struct event *event)
{
    page_gap(page);
    put_field(page, "Who", wording_join(page->arena, &event->who, STR(", ")));
    put_field(page, "Where", event->where);
    put_field(page, "Tags", wording_join(page->arena, &event->tags, STR(", ")));
    put_field(page, "Known", known_words(page->arena, event));
    put_field(page, "Origins", origin_words(page->arena, event));
    put_field(page, "Silent", wording_sources(page->arena, &event->silent, STR(", ")));
}

static struct str quoted(struct page *page, struct str quote)
{
    struct str open = page_sign(page, SIGN_OPEN_QUOTE),
               close = page_sign(page, SIGN_CLOSE_QUOTE);
    return arena_printf(page->arena, "%.*s%.*s%.*s", STR_ARG(open), STR_ARG(quote),
                        STR_ARG(close));
}

static void put_doubt(struct page *page, int col, const struct citation *citation)
{
    enum verdict verdict = wording_verdict(citation);
    if (verdict_holds(verdict))
        return;
    page_row(page);
    col = page_put_sign(page, col, wording_verdict_sign(verdict), STYLE_ERROR);
    page_put(page, col + 1, page->width - col - 2, wording_doubt(verdict), STYLE_ERROR);
}

static void put_citation(struct page *page, int col, const struct citation *citation)
{
    struct place there = place_of_citation(citation), here = there;
    here.view = VIEW_EVENT;
    here.event = citation->event->id;
    page_row(page);
    size_t item = page_item_begin(page, here, there);
    page_flow(page, col, room(page, col), &text_form_prose,
              quoted(page, citation->quote), STYLE_QUOTE);
    page_area_of_spans(page, item, STYLE_QUOTE, STYLE_QUOTE_FOCUS);
    struct str from =
        wording_citation(page->arena, citation, sign_text(SIGN_FROM, page->ascii));
    if (citation->stance == STANCE_DISPUTES)
        from = arena_printf(page->arena, "against it: %.*s", STR_ARG(from));
    put_prose(page, col + INDENT, from, STYLE_DIM);
    put_doubt(page, col + INDENT, citation);
    put_prose(page, col + INDENT, citation->note, STYLE_DIM);
    page_item_end(page);
}

static struct str dot(const struct page *page)
{
    return arena_printf(page->arena, " %.*s ", STR_ARG(page_sign(page, SIGN_DOT)));
}

/* Nothing where one source says it all: its chain stands beside it. That all of
 * several have it from one and the same is not to be overlooked. */
static void put_basis(struct page *page, int col, const struct claim *claim)
{
    citation_list support = claim_support(page->arena, claim);
    struct basis basis = basis_of(page->arena, &support);
    if (basis.sources.len < 2)
        return;
    struct str words = basis_words(page->arena, &basis);
    bool one = basis.origins.len == 1;
    if (one)
        words = arena_printf(page->arena, "%.*s: %.*s", STR_ARG(words),
                             STR_ARG(source_name(basis.origins.at[0])));
    put_prose(page, col, arena_printf(page->arena, "Rests on %.*s", STR_ARG(words)),
              one ? STYLE_MARK : STYLE_DIM);
}

static void put_claim(struct page *page, const struct claim *claim)
{
    int col = LEFT + INDENT;
    page_row(page);
    if (claim->disputes.len > 0)
        col = page_put_sign(page, col, SIGN_DISPUTED, STYLE_DISPUTED) + 1;
    struct str by = claim->by.len ? claim->by : STR("It is said");
    col = page_put(page, col, room(page, col), by, STYLE_NAME);
    if (claim->known_from.known)
        page_put(page, col + 2, page->width - col - 3,
                 arena_printf(page->arena, "known from %.*s",
                              STR_ARG(wording_day(page->arena, claim->known_from))),
                 STYLE_DIM);
    col = LEFT + 2 * INDENT;
    if (claim->when.given)
        put_prose(page, col, wording_date(page->arena, &claim->when, EDTF_WORDS_DETAIL),
                  STYLE_DATE);
    put_prose(page, col, wording_relations(page->arena, claim, dot(page)), STYLE_DIM);
    put_prose(page, col, claim->says, STYLE_TEXT);
    put_basis(page, col, claim);
    put_prose(page, col, claim->note, STYLE_DIM);
    for (size_t i = 0; i < claim->citations.len; i++)
        put_citation(page, col, claim->citations.at[i]);
}

static void put_question(struct page *page, const struct question *question)
{
    page_gap(page);
    page_row(page);
    int col = LEFT;
    if (question->disputed)
        page_mark(page, PAGE_MARK_CONFLICT);
    if (question->disputed)
        col = page_put_sign(page, col, SIGN_DISPUTED, STYLE_DISPUTED) + 1;
    page_flow(page, col, room(page, col), &text_form_prose,
              question->about.len ? question->about : STR("Claims"), STYLE_HEADING);
    for (size_t i = 0; i < question->claims.len; i++) {
        if (i > 0)
            page_gap(page);
        put_claim(page, question->claims.at[i]);
    }
}

static void put_heading(struct page *page, const char *heading)
{
    page_gap(page);
    page_row(page);
    page_put(page, LEFT, page->width - LEFT - 1, str_of(heading), STYLE_HEADING);
}

static void put_citations(struct page *page, const struct event *event)
{
    bool first = true;
    for (size_t i = 0; i < event->citations.len; i++) {
        if (event->citations.at[i]->claim)
            continue;
        if (first)
            put_heading(page, "Cited for the event as a whole");
        first = false;
        put_citation(page, LEFT + INDENT, event->citations.at[i]);
    }
}

static void put_related(struct page *page, const struct event *event)
{
    if (event->see.len > 0)
        put_heading(page, "See also");
    for (size_t i = 0; i < event->see.len; i++) {
        const struct event *other = event->see.at[i];
        struct place here = { .view = VIEW_EVENT,
                              .event = event->id,
                              .claim = other->id };
        struct place there = { .view = VIEW_EVENT, .event = other->id };
        page_row(page);
        size_t item = page_item_begin(page, here, there);
        int col = page_put_sign(page, LEFT + INDENT, SIGN_TO, STYLE_DIM) + 1;
        int end = page_put(page, col, room(page, col), other->title, STYLE_LINK);
        page_area(page, item, col, end - col, STYLE_FOCUSED);
        page_put(page, end + 2, page->width - end - 3,
                 wording_date(page->arena, &other->when, EDTF_WORDS_DETAIL), STYLE_DIM);
    }
}

static void build(const struct view_context *context, struct page *page)
{
    const struct event *event =
        dossier_event(context->selection->dossier, context->place.event);
    if (!event) {
        if (context->place.event.len > 0)
            put_prose(page, LEFT, STR("This event is not in the record as it is now."),
                      STYLE_DIM);
        return;
    }
    put_head(page, event);
    put_fields(page, event);
    question_list questions = questions_of(page->arena, event);
    for (size_t i = 0; i < questions.len; i++)
        put_question(page, &questions.at[i]);
    put_citations(page, event);
    put_related(page, event);
}

const struct view view_event = {
    .name = "event",
    .step = SCROLL_BY_ITEM,
    .hints = { { ACTION_OPEN, "read the source" },
               { ACTION_CLOSE, "back" },
               { ACTION_SEARCH, "search" },
               { ACTION_OTHER, "timeline" },
               { ACTION_CONFLICTS, "conflicts" },
               { ACTION_HELP, "help" } },
    .build = build,
};
