/*
 * The timeline: a row an event, under headings of years, with the gaps named.
 *
 *   > 24-30 Jun  Burns telephones Naryshkin  != 5
 *
 * The column of dates is as wide as the dates of most records are; a longer one
 * moves its title to the right rather than being cut, since half a date misleads.
 * By the other clock the same, by the day on which each event became known.
 */
#include "tui/view.h"
#include "tui/wording.h"

enum {
    DATE_COL = 3,
    DATE_CELLS_MIN = 6,
    DAYS_OF_MONTHS = 60,  /* gaps shorter than this are not worth a row */
    DAYS_OF_YEARS = 1096, /* longer ones are told in years */
};

/* How the columns of one timeline lie. */
struct columns {
    int date_cells, title, title_end, sign, end;
};

/* When an event stands in the chosen order. */
struct standing {
    struct str words;
    bool on_a_day;          /* it begins on a day that is known */
    struct edtf_day begins; /* where it does */
    struct edtf_day ends;   /* what no gap reaches back behind */
};

static struct str list_words(struct arena *arena, struct edtf_day day)
{
    char words[64];
    size_t len = edtf_day_words(day, EDTF_WORDS_LIST, words, sizeof(words));
    struct str text = { words, len < sizeof(words) ? len : sizeof(words) - 1 };
    size_t space = text.len;
    while (space > 0 && text.ptr[space - 1] != ' ')
        space--;
    return arena_str(arena, str_slice(text, 0, space ? space - 1 : text.len));
}

static struct standing standing_known(struct arena *arena, const struct event *event)
{
    if (!event->known_from.known)
        return (struct standing){ .words = STR("?") };
    struct edtf_day day = event->known_from.day;
    return (struct standing){ list_words(arena, day), true, day, day };
}

static struct standing standing_happened(struct arena *arena, const struct event *event)
{
    const struct dating *when = &event->when;
    if (!when->given)
        return (struct standing){ .words = STR("?") };
    struct edtf_bound earliest = when->bounds.earliest, latest = when->bounds.latest;
    bool lasted = edtf_shape(&when->date) == EDTF_SHAPE_SPAN && latest.kind == EDTF_DAY;
    return (struct standing){
        .words = wording_date(arena, when, EDTF_WORDS_LIST),
        .on_a_day = earliest.kind == EDTF_DAY,
        .begins = earliest.day,
        .ends = lasted ? latest.day : earliest.day,
    };
}

static struct standing standing_of(struct arena *arena,
                                   const struct selection *selection, size_t i)
{
    const struct event *event = selection->events.at[i];
    return selection->order == ORDER_PUBLISHED ? standing_known(arena, event)
                                               : standing_happened(arena, event);
}

static struct columns lay_out(struct page *page, const struct selection *selection)
{
    int widest = DATE_CELLS_MIN;
    for (size_t i = 0; i < selection->events.len; i++) {
        struct str words =
            page_text(page, standing_of(page->arena, selection, i).words);
        int cells = (int)text_cells(words);
        widest = cells > widest ? cells : widest;
    }
    int most = page->width / 5 > DATE_CELLS_MIN ? page->width / 5 : DATE_CELLS_MIN;
    struct columns columns = { .date_cells = widest < most ? widest : most };
    columns.title = DATE_COL + columns.date_cells + 2;
    columns.end = page->width - 1;
    columns.sign = columns.end - 3 - (int)text_cells(page_sign(page, SIGN_DISPUTED));
    columns.title_end = columns.sign - 1;
    return columns;
}

static struct str gap_words(struct arena *arena, struct edtf_day from,
                            struct edtf_day to)
{
    int64_t days = edtf_day_number(to) - edtf_day_number(from);
    if (days >= DAYS_OF_YEARS)
        return arena_printf(arena, "%lld years", (long long)(days * 4 + 730) / 1461);
    if (days >= DAYS_OF_MONTHS)
        return arena_printf(arena, "%lld months", (long long)(days * 48 + 730) / 1461);
    return (struct str){ 0 };
}

static void put_gap(struct page *page, const struct columns *columns, struct str words)
{
    page_row(page);
    int col = page_put_sign(page, columns->title, SIGN_GAP, STYLE_DIM);
    col = page_put(page, col + 1, columns->title_end - col, words, STYLE_DIM);
    page_put_sign(page, col + 1, SIGN_GAP, STYLE_DIM);
}

static struct str heading_of(struct arena *arena, const struct standing *standing,
                             const struct event *event, enum order order)
{
    if (standing->on_a_day && standing->begins.year <= 0)
        return arena_printf(arena, "%lld BC", 1 - (long long)standing->begins.year);
    if (standing->on_a_day)
        return arena_printf(arena, "%lld", (long long)standing->begins.year);
    if (order == ORDER_PUBLISHED)
        return STR("Nobody can say when");
    return event->when.given ? STR("No known beginning") : STR("Undated");
}

static void put_event(struct page *page, const struct columns *columns,
                      const struct event *event, const struct standing *standing,
                      bool same_date)
{
    struct place here = { .view = VIEW_TIMELINE, .event = event->id };
    struct place there = { .view = VIEW_EVENT, .event = event->id };
    page_row(page);
    size_t item = page_item_begin(page, here, there);
    if (standing->on_a_day)
        page_item_day(page, item, standing->begins);
    int col = 2 + page_put(page, DATE_COL, columns->title_end - DATE_COL,
                           standing->words, same_date ? STYLE_DIM : STYLE_DATE);
    col = col > columns->title ? col : columns->title;
    int end = page_put(page, col, columns->title_end - col, event->title, STYLE_TEXT);
    page_area(page, item, col, end - col, STYLE_SELECTED);
    if (event->disputed && columns->sign > columns->title)
        page_put_sign(page, columns->sign, SIGN_DISPUTED, STYLE_DISPUTED);
    struct str count = arena_printf(page->arena, "%zu", event->citations.len);
    page_put_before(page, columns->end, count,
                    event->citations.len ? STYLE_DIM : STYLE_ERROR);
}

static void put_empty(struct page *page, const struct selection *selection)
{
    bool all = selection->filter.len == 0;
    page_row(page);
    page_row(page);
    struct str text =
        all ? STR("There are no events here.")
            : arena_printf(page->arena,
                           "No event holds for the filter: %.*s\n\nF shows all events, "
                           "f changes the filter.",
                           STR_ARG(selection->filter));
    page_flow(page, DATE_COL, page->width - DATE_COL - 1, &text_form_lines, text,
              STYLE_DIM);
}

static void build(const struct view_context *context, struct page *page)
{
    const struct selection *selection = context->selection;
    struct columns columns = lay_out(page, selection);
    struct str heading = { 0 };
    struct standing before = { 0 };
    struct edtf_day reached = { 0 };
    for (size_t i = 0; i < selection->events.len; i++) {
        const struct event *event = selection->events.at[i];
        struct standing now = standing_of(page->arena, selection, i);
        struct str year = heading_of(page->arena, &now, event, selection->order);
        struct str gap = { 0 };
        if (before.on_a_day && now.on_a_day)
            gap = gap_words(page->arena, reached, now.begins);
        if (gap.len > 0)
            put_gap(page, &columns, gap);
        if (!str_equal(heading, year)) {
            page_row(page);
            page_heading(page, year);
            page_put(page, 1, page->width - 2, year, STYLE_HEADING);
        }
        bool same_date = str_equal(heading, year) && str_equal(before.words, now.words);
        put_event(page, &columns, event, &now, same_date);
        if (!before.on_a_day || edtf_day_compare(reached, now.ends) < 0)
            reached = now.ends;
        before = now;
        heading = year;
    }
    if (selection->events.len == 0)
        put_empty(page, selection);
}

static bool finds(const struct view_context *context, const struct query *query,
                  struct place here)
{
    const struct event *event = dossier_event(context->selection->dossier, here.event);
    return event && query_holds(query, event);
}

const struct view view_timeline = {
    .name = "timeline",
    .step = SCROLL_BY_ITEM,
    .hints = { { ACTION_OPEN, "open" },
               { ACTION_SEARCH, "search" },
               { ACTION_FILTER, "filter" },
               { ACTION_CONFLICTS, "conflicts" },
               { ACTION_SOURCES, "sources" },
               { ACTION_HELP, "help" },
               { ACTION_INDEX, "index" },
               { ACTION_ORDER, "clock" },
               { ACTION_CLOSE, "quit" } },
    .build = build,
    .finds = finds,
};
