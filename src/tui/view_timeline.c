/*
 * The timeline: a row an event, under headings of years and months, with the gaps
 * named.
 *
 *   > o 24-30 Jun  Burns telephones Naryshkin  != 5
 *
 * The sign before a date says at a glance what kind of date it is: a day, a time in
 * which it was, a time that it lasted, one that is not sure, one that goes on. Zoomed
 * out, a row holds all the events of a month or a year.
 *
 * The column of dates is as wide as the dates of most records are; a longer one
 * moves its title to the right rather than being cut, since half a date misleads.
 * By the other clock the same, by the day on which each event became known.
 */
#include "tui/view.h"
#include "tui/wording.h"

enum {
    SIGN_COL = 2,
    DATE_COL = 4,
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
    enum sign sign;
    bool on_a_day;          /* it begins on a day that is known */
    bool in_a_month;        /* and more is known of when than the year */
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
        return (struct standing){ .words = STR("?"), .sign = SIGN_NOT_SURE };
    struct edtf_day day = event->known_from.day;
    return (struct standing){ .words = list_words(arena, day),
                              .sign = SIGN_ON_A_DAY,
                              .on_a_day = true,
                              .in_a_month = true,
                              .begins = day,
                              .ends = day };
}

static enum sign sign_of(const struct dating *when)
{
    const struct edtf *date = &when->date;
    bool open =
        when->bounds.earliest.kind != EDTF_DAY || when->bounds.latest.kind != EDTF_DAY;
    static const enum sign signs[] = {
        [EDTF_SHAPE_DAY] = SIGN_ON_A_DAY,  [EDTF_SHAPE_PERIOD] = SIGN_IN_A_TIME,
        [EDTF_SHAPE_SPAN] = SIGN_LASTED,   [EDTF_SHAPE_ONE_OF] = SIGN_IN_A_TIME,
        [EDTF_SHAPE_ALL_OF] = SIGN_LASTED,
    };
    if (edtf_is_uncertain(date) || edtf_is_approximate(date))
        return SIGN_NOT_SURE;
    return open ? SIGN_GOES_ON : signs[edtf_shape(date)];
}

/* Whether more is known than the year that it begins with. */
static bool is_in_a_month(struct edtf_bounds bounds)
{
    struct edtf_day from = bounds.earliest.day, to = bounds.latest.day;
    bool new_year = from.month == 1 && from.day == 1;
    struct edtf_day last = { .year = from.year, .month = 12, .day = 31 };
    return !new_year ||
           (bounds.latest.kind == EDTF_DAY && edtf_day_compare(to, last) < 0);
}

/* WORDS without the year behind the month that it begins in: "since Feb" under the
 * heading "February 2022". */
static struct str without_year(struct arena *arena, struct str words,
                               struct edtf_day begins)
{
    enum { FIRST_PLAIN_YEAR = 1000 }; /* those before have their era beside them */
    struct str year = arena_printf(arena, " %lld", (long long)begins.year);
    size_t at = str_find(words, year, 0), end = at + year.len;
    if (begins.year < FIRST_PLAIN_YEAR || at == STR_NONE ||
        (end < words.len && words.ptr[end] >= '0' && words.ptr[end] <= '9'))
        return words;
    return arena_printf(arena, "%.*s%.*s", STR_ARG(str_slice(words, 0, at)),
                        STR_ARG(str_from(words, end)));
}

static struct standing standing_happened(struct arena *arena, const struct event *event)
{
    const struct dating *when = &event->when;
    if (!when->given)
        return (struct standing){ .words = STR("?"), .sign = SIGN_NOT_SURE };
    struct edtf_bound earliest = when->bounds.earliest, latest = when->bounds.latest;
    bool lasted = edtf_shape(&when->date) == EDTF_SHAPE_SPAN && latest.kind == EDTF_DAY;
    bool in_a_month = earliest.kind == EDTF_DAY && is_in_a_month(when->bounds);
    struct str words = wording_date(arena, when, EDTF_WORDS_LIST);
    return (struct standing){
        .words = in_a_month ? without_year(arena, words, earliest.day) : words,
        .sign = sign_of(when),
        .in_a_month = in_a_month,
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

/* The events with where they stand, and how they are put under headings. */
struct timeline {
    const struct selection *selection;
    const struct standing *standings;
    bool months; /* and not years alone */
};

static struct timeline timeline_of(struct arena *arena,
                                   const struct view_context *context)
{
    const struct selection *selection = context->selection;
    struct standing *standings =
        arena_array(arena, selection->events.len, sizeof(*standings));
    for (size_t i = 0; i < selection->events.len; i++)
        standings[i] = standing_of(arena, selection, i);
    return (struct timeline){ .selection = selection,
                              .standings = standings,
                              .months = context->place.zoom != PLACE_ZOOM_YEARS };
}

static struct columns lay_out(struct page *page, const struct timeline *timeline)
{
    int widest = DATE_CELLS_MIN;
    for (size_t i = 0; i < timeline->selection->events.len; i++) {
        struct str words = page_text(page, timeline->standings[i].words);
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

/* "June 2023", of "30 June 2023". */
static struct str month_words(struct arena *arena, struct edtf_day day)
{
    char words[64];
    edtf_day_words(day, EDTF_WORDS_DUMP, words, sizeof(words));
    struct str text = str_of(words);
    return arena_str(arena, str_from(text, str_find(text, STR(" "), 0) + 1));
}

static struct str heading_of(struct arena *arena, const struct timeline *timeline,
                             size_t i)
{
    const struct standing *standing = &timeline->standings[i];
    const struct selection *selection = timeline->selection;
    if (standing->on_a_day && standing->in_a_month && timeline->months)
        return month_words(arena, standing->begins);
    if (standing->on_a_day)
        return wording_year(arena, standing->begins.year);
    if (selection->order == ORDER_PUBLISHED)
        return STR("Nobody can say when");
    return selection->events.at[i]->when.given ? STR("No known beginning")
                                               : STR("Undated");
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
        page_day(page, standing->begins);
    page_put_sign(page, SIGN_COL, standing->sign, STYLE_DIM);
    int col = 2 + page_put(page, DATE_COL, columns->title_end - DATE_COL,
                           standing->words, same_date ? STYLE_DIM : STYLE_DATE);
    col = col > columns->title ? col : columns->title;
    int end = page_put(page, col, columns->title_end - col, event->title, STYLE_TEXT);
    page_area(page, item, col, end - col, STYLE_SELECTED);
    if (event->disputed)
        page_mark(page, PAGE_MARK_CONFLICT);
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

/* Events next to each other under one heading. */
struct group {
    struct str heading;
    size_t first, end;
};

static struct group group_from(struct arena *arena, const struct timeline *timeline,
                               size_t first)
{
    struct group group = { heading_of(arena, timeline, first), first, first + 1 };
    while (group.end < timeline->selection->events.len &&
           str_equal(group.heading, heading_of(arena, timeline, group.end)))
        group.end++;
    return group;
}

/* What lies between an event and those before it, where it is long. */
static void put_gap_before(struct page *page, const struct columns *columns,
                           const struct timeline *timeline, size_t i,
                           struct edtf_day *reached)
{
    const struct standing *now = &timeline->standings[i];
    bool follows = i > 0 && timeline->standings[i - 1].on_a_day;
    struct str gap = { 0 };
    if (follows && now->on_a_day)
        gap = gap_words(page->arena, *reached, now->begins);
    if (gap.len > 0)
        put_gap(page, columns, gap);
    if (!follows || edtf_day_compare(*reached, now->ends) < 0)
        *reached = now->ends;
}

static void put_heading(struct page *page, struct str heading)
{
    page_row(page);
    page_heading(page, heading);
    page_put(page, 1, page->width - 2, heading, STYLE_HEADING);
}

static void put_events(struct page *page, const struct columns *columns,
                       const struct timeline *timeline)
{
    struct edtf_day reached = { 0 };
    for (size_t i = 0; i < timeline->selection->events.len;) {
        struct group group = group_from(page->arena, timeline, i);
        put_gap_before(page, columns, timeline, i, &reached);
        put_heading(page, group.heading);
        for (; i < group.end; i++) {
            const struct standing *now = &timeline->standings[i];
            if (i > group.first)
                put_gap_before(page, columns, timeline, i, &reached);
            put_event(page, columns, timeline->selection->events.at[i], now,
                      i > group.first && str_equal(now[-1].words, now->words));
        }
    }
}

/* The event that a row of several is selected by: the one the cursor came from, so
 * that zooming out and in again leads back to it. */
static struct str event_of_group(const struct timeline *timeline,
                                 const struct group *group, struct str from)
{
    for (size_t i = group->first; i < group->end; i++)
        if (str_equal(timeline->selection->events.at[i]->id, from))
            return from;
    return timeline->selection->events.at[group->first]->id;
}

static size_t disputed_in(const struct timeline *timeline, const struct group *group)
{
    size_t count = 0;
    for (size_t i = group->first; i < group->end; i++)
        count += timeline->selection->events.at[i]->disputed;
    return count;
}

/* + June 2023   14 events, 9 disputed */
static void put_group(struct page *page, const struct columns *columns,
                      const struct timeline *timeline, const struct group *group,
                      const struct place *place)
{
    struct place here = { .view = VIEW_TIMELINE,
                          .zoom = place->zoom,
                          .event = event_of_group(timeline, group, place->event) };
    page_row(page);
    page_heading(page, group->heading);
    size_t item = page_item_begin(page, here, here);
    for (size_t i = group->first; i < group->end; i++)
        if (timeline->standings[i].on_a_day)
            page_day(page, timeline->standings[i].begins);
    page_put_sign(page, SIGN_COL, SIGN_FOLDED, STYLE_DIM);
    int end = page_put(page, DATE_COL, columns->title_end - DATE_COL, group->heading,
                       STYLE_HEADING);
    page_area(page, item, DATE_COL, end - DATE_COL, STYLE_SELECTED);
    struct str count =
        wording_count(page->arena, group->end - group->first, "event", "events");
    page_put(page, end + 2, columns->title_end - end - 2, count, STYLE_DIM);
    size_t disputed = disputed_in(timeline, group);
    if (disputed == 0)
        return;
    page_mark(page, PAGE_MARK_CONFLICT);
    page_put_sign(page, columns->sign, SIGN_DISPUTED, STYLE_DISPUTED);
    page_put_before(page, columns->end, arena_printf(page->arena, "%zu", disputed),
                    STYLE_DIM);
}

static void put_groups(struct page *page, const struct columns *columns,
                       const struct timeline *timeline, const struct place *place)
{
    struct edtf_day reached = { 0 };
    for (size_t i = 0; i < timeline->selection->events.len;) {
        struct group group = group_from(page->arena, timeline, i);
        put_gap_before(page, columns, timeline, i, &reached);
        put_group(page, columns, timeline, &group, place);
        for (i++; i < group.end; i++)
            if (edtf_day_compare(reached, timeline->standings[i].ends) < 0)
                reached = timeline->standings[i].ends;
    }
}

static void build(const struct view_context *context, struct page *page)
{
    struct timeline timeline = timeline_of(page->arena, context);
    struct columns columns = lay_out(page, &timeline);
    if (context->selection->events.len == 0)
        put_empty(page, context->selection);
    else if (context->place.zoom == PLACE_ZOOM_EVENTS)
        put_events(page, &columns, &timeline);
    else
        put_groups(page, &columns, &timeline, &context->place);
}

static struct outcome zoom_to(const struct view_context *context, enum place_zoom zoom)
{
    struct place place = context->place;
    place.zoom = zoom;
    return (struct outcome){ .kind = OUTCOME_REPLACE, .place = place };
}

static struct outcome act(const struct view_context *context, const struct page *page,
                          struct scroll scroll, enum action action)
{
    enum place_zoom zoom = context->place.zoom;
    (void)page;
    (void)scroll;
    if (action == ACTION_ZOOM_OUT && zoom < PLACE_ZOOM_YEARS)
        return zoom_to(context, zoom + 1);
    bool opens = action == ACTION_OPEN || action == ACTION_ZOOM_IN;
    if (opens && zoom > PLACE_ZOOM_EVENTS)
        return zoom_to(context, zoom - 1);
    if (action == ACTION_ZOOM_IN || action == ACTION_ZOOM_OUT)
        return (struct outcome){ .kind = OUTCOME_SAY,
                                 .text = zoom ? STR("years are the farthest")
                                              : STR("single events are the closest") };
    return (struct outcome){ .kind = OUTCOME_PASS };
}

static bool finds(const struct view_context *context, const struct sought *sought,
                  struct place here)
{
    const struct event *event = dossier_event(context->selection->dossier, here.event);
    return event && query_holds(sought->query, event);
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
               { ACTION_ZOOM_OUT, "zoom" },
               { ACTION_ORDER, "clock" },
               { ACTION_CLOSE, "quit" } },
    .build = build,
    .act = act,
    .finds = finds,
};
