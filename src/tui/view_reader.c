/*
 * The reader: a source's text with the passages that are cited, and beside each the
 * event that it supports.
 *
 * Passages are the citations found in the text shown, by where they begin. Each is
 * an item; two may overlap, so a row is drawn in pieces, cut wherever one begins or
 * ends, and what a passage looks like under the cursor is an area of its own.
 */
#include <stdlib.h>

#include "dossier/check.h"
#include "dossier/clock.h"
#include "text/clean.h"
#include "tui/view.h"
#include "tui/wording.h"

enum {
    LEFT = 2,
    TEXT_MAX = 76,    /* cells of a line that is still good to read */
    MARGIN_FROM = 76, /* a page this wide has a margin for the events */
    MARGIN_MIN = 24,
    MARGIN_MAX = 44,
    MARGIN_SPACE = 3,
};

struct passage {
    const struct citation *citation;
    size_t start, end; /* bytes into the text shown */
    size_t item;       /* PAGE_NO_ITEM until its first row */
    bool noted;
};

/* A sentence that nothing cites or explains, in the text shown. */
struct left {
    size_t start, end;
    bool marked; /* its first row is on the page */
};

struct reading {
    struct page *page;
    const struct view_context *context;
    const struct source *source;
    enum body_kind kind;
    struct str text; /* as the page can show it */
    struct passage *passages;
    size_t count;
    VEC(struct left) left;
    int text_cells, margin; /* margin: its column, 0 where there is none */
    size_t next_note;       /* first passage that is not noted in the margin */
    struct note {
        const struct event *event; /* NULL before the first */
        size_t row;
        int col, cells;
    } last_note;
};

static enum body_kind kind_shown(const struct source *source, enum place_body body)
{
    enum body_kind wanted = body == PLACE_BODY_DIGEST ? BODY_DIGEST : BODY_FULL;
    return source->body[wanted].given ? wanted
                                      : (enum body_kind)(BODY_COUNT - 1 - wanted);
}

static int by_start(const void *a, const void *b)
{
    const struct passage *p = a, *q = b;
    if (p->start != q->start)
        return p->start < q->start ? -1 : 1;
    if (p->end != q->end)
        return p->end < q->end ? -1 : 1;
    return p->citation->number < q->citation->number ? -1 : 1;
}

static void find_passages(struct reading *reading)
{
    const citation_list *all = &reading->source->citations;
    reading->passages =
        arena_array(reading->page->arena, all->len, sizeof(*reading->passages));
    for (size_t i = 0; i < all->len; i++) {
        const struct anchor *at = &all->at[i]->at[reading->kind];
        if (at->verdict > VERDICT_MISSING)
            reading->passages[reading->count++] =
                (struct passage){ all->at[i], at->start, at->end, PAGE_NO_ITEM, false };
    }
    if (reading->count > 0)
        qsort(reading->passages, reading->count, sizeof(*reading->passages), by_start);
}

static void add_left(void *context, size_t start, size_t end)
{
    struct reading *reading = context;
    vec_push(reading->page->arena, &reading->left,
             ((struct left){ start, end, false }));
}

/* In ASCII the text has other lengths: it is changed piece by piece, from one end of
 * a passage to the next, and the passages move along. */
static int by_value(const void *a, const void *b)
{
    const size_t *p = *(size_t *const *)a, *q = *(size_t *const *)b;
    return (*p > *q) - (*p < *q);
}

static void turn_to_ascii(struct reading *reading)
{
    struct arena *arena = reading->page->arena;
    size_t count = 0, from = 0;
    size_t **edges = arena_array(arena, (reading->count + reading->left.len) * 2 + 1,
                                 sizeof(size_t *));
    for (size_t i = 0; i < reading->count; i++) {
        edges[count++] = &reading->passages[i].start;
        edges[count++] = &reading->passages[i].end;
    }
    for (size_t i = 0; i < reading->left.len; i++) {
        edges[count++] = &reading->left.at[i].start;
        edges[count++] = &reading->left.at[i].end;
    }
    if (count > 0)
        qsort(edges, count, sizeof(size_t *), by_value);
    struct buf out = { 0 };
    for (size_t i = 0; i < count; i++) {
        size_t to = *edges[i];
        buf_add(&out, text_ascii(arena, str_slice(reading->text, from, to)));
        *edges[i] = out.len;
        from = to;
    }
    buf_add(&out, text_ascii(arena, str_from(reading->text, from)));
    reading->text = arena_str(arena, buf_str(&out));
    buf_free(&out);
}

/* The head: what the source is. */

static void put_indented(struct page *page, int col, struct str text, enum style style)
{
    if (text.len == 0)
        return;
    int cells = page->width - col - 1;
    page_row(page);
    page_flow(page, col, cells < TEXT_MAX ? cells : TEXT_MAX, &text_form_prose, text,
              style);
}

static void put_prose(struct page *page, struct str text, enum style style)
{
    put_indented(page, LEFT, text, style);
}

static struct str published_words(struct arena *arena, const struct source *source)
{
    struct str words = { 0 };
    if (source->publisher.len)
        words = source->publisher;
    if (source->author.len)
        words = arena_printf(arena, "%.*s%s%.*s", STR_ARG(words), words.len ? ", " : "",
                             STR_ARG(source->author));
    if (!source->published.given)
        return words;
    struct str dated = dated_name(source->published.dated);
    return arena_printf(
        arena, "%.*s%s%.*s%s%.*s%s", STR_ARG(words), words.len ? ", " : "",
        STR_ARG(wording_date(arena, &source->published, EDTF_WORDS_DETAIL)),
        dated.len ? " (" : "", STR_ARG(dated), dated.len ? ")" : "");
}

/* The sources that this one has what it says from, each once. */
static struct str chain_words(struct arena *arena, const struct source *source)
{
    source_list through = { 0 };
    for (size_t i = 0; i < source->citations.len; i++) {
        const source_list *via = &source->citations.at[i]->via;
        for (size_t j = 0; j < via->len; j++) {
            bool known = false;
            for (size_t k = 0; k < through.len; k++)
                known |= through.at[k] == via->at[j];
            if (!known)
                vec_push(arena, &through, via->at[j]);
        }
    }
    if (through.len == 0)
        return (struct str){ 0 };
    return arena_printf(arena, "Retells %.*s",
                        STR_ARG(wording_sources(arena, &through, STR(", "))));
}

static struct str text_words(const struct reading *reading)
{
    struct arena *arena = reading->page->arena;
    const struct source *source = reading->source;
    struct coverage coverage = coverage_of(source, reading->kind);
    struct str body = wording_body(reading->kind);
    bool both = source->body[BODY_DIGEST].given && source->body[BODY_FULL].given;
    struct str sign = page_sign(reading->page, SIGN_DOT);
    return arena_printf(
        arena, "%c%.*s%s %.*s %.*s %.*s %zu of %.*s cited", body.ptr[0] - 'a' + 'A',
        STR_ARG(str_from(body, 1)), both ? " (Tab: the other)" : "", STR_ARG(sign),
        STR_ARG(wording_count(arena, reading->count, "passage", "passages")),
        STR_ARG(sign), coverage.cited,
        STR_ARG(wording_count(arena, coverage.sentences, "sentence", "sentences")));
}

/* "Silent on 3 events: ...", such as were before it was published. */
static struct str omitted_words(struct arena *arena, const struct dossier *dossier,
                                const struct source *source)
{
    event_list omitted = clock_omitted(arena, &dossier->events, source);
    str_list titles = { 0 };
    for (size_t i = 0; i < omitted.len; i++)
        vec_push(arena, &titles, omitted.at[i]->title);
    if (omitted.len == 0)
        return STR("");
    return arena_printf(arena, "Silent on %.*s: %.*s",
                        STR_ARG(wording_count(arena, omitted.len, "event", "events")),
                        STR_ARG(wording_join(arena, &titles, STR("; "))));
}

/* What is known of the source beside its name and date. */
static void put_about(struct page *page, const struct view_context *context,
                      const struct source *source)
{
    struct arena *arena = page->arena;
    if (source->published.given)
        put_prose(page, source->published.because, STYLE_DIM);
    put_prose(page, source->note, STYLE_DIM);
    put_prose(page, source->url, STYLE_DIM);
    put_prose(page, chain_words(arena, source), STYLE_DIM);
    put_prose(page, omitted_words(arena, context->selection->dossier, source),
              STYLE_DIM);
}

/* What the text is and how much of it is cited; and where there is more of the source
 * to tell, and room to say so, the key for it. */
static void put_text_head(struct reading *reading)
{
    struct page *page = reading->page;
    struct buf key = { 0 };
    keymap_keys(reading->context->keymap, VIEW_READER, ACTION_ABOUT, 1, "", &key);
    struct str words = text_words(reading);
    struct str more =
        arena_printf(page->arena, "%.*s %.*s %.*s: more", STR_ARG(words),
                     STR_ARG(page_sign(page, SIGN_DOT)), STR_ARG(buf_str(&key)));
    int room = page->width - LEFT - 1 < TEXT_MAX ? page->width - LEFT - 1 : TEXT_MAX;
    bool told = reading->context->place.about || key.len == 0;
    put_prose(page, told || (int)text_cells(more) > room ? words : more, STYLE_DIM);
    buf_free(&key);
}

static void put_head(struct reading *reading)
{
    struct page *page = reading->page;
    const struct source *source = reading->source;
    struct str title = source->title.len ? source->title : source->id;
    put_prose(page, title, STYLE_TITLE);
    page_heading(page, title);
    put_prose(page, published_words(page->arena, source), STYLE_DATE);
    /* without a text there is room for it */
    if (reading->context->place.about || !source->body[reading->kind].given)
        put_about(page, reading->context, source);
}

static struct place here_of(const struct citation *citation)
{
    return place_of_citation(citation);
}

static struct place there_of(const struct citation *citation)
{
    return (struct place){ .view = VIEW_EVENT,
                           .event = citation->event->id,
                           .source = citation->source->id,
                           .citation = citation->number };
}

static struct str quoted(struct page *page, struct str quote)
{
    return arena_printf(page->arena, "%.*s%.*s%.*s",
                        STR_ARG(page_sign(page, SIGN_OPEN_QUOTE)), STR_ARG(quote),
                        STR_ARG(page_sign(page, SIGN_CLOSE_QUOTE)));
}

/* An item for a citation that has no passage to show. */
static void put_unfound(struct page *page, const struct citation *citation,
                        enum style style)
{
    page_row(page);
    size_t item = page_item_begin(page, here_of(citation), there_of(citation));
    page_flow(page, LEFT + 2, page->width - LEFT - 3, &text_form_prose,
              quoted(page, citation->quote), style);
    page_area_of_spans(page, item, style, STYLE_QUOTE_FOCUS);
}

static void put_missing(struct reading *reading)
{
    const citation_list *all = &reading->source->citations;
    bool first = true;
    for (size_t i = 0; i < all->len; i++) {
        if (all->at[i]->at[reading->kind].verdict != VERDICT_MISSING)
            continue;
        if (first) {
            page_gap(reading->page);
            page_row(reading->page);
            int col = page_put_sign(reading->page, LEFT, SIGN_MISSING, STYLE_ERROR);
            page_put(reading->page, col + 1, reading->page->width - col - 2,
                     arena_printf(reading->page->arena, "Not found in this %.*s:",
                                  STR_ARG(wording_body(reading->kind))),
                     STYLE_ERROR);
        }
        first = false;
        put_unfound(reading->page, all->at[i], STYLE_ERROR);
        page_item_end(reading->page);
    }
}

/* The text. */

/* Where the next piece of a line ends: at the nearest edge of a passage. */
static size_t next_edge(const struct reading *reading, size_t from, size_t end)
{
    for (size_t i = 0; i < reading->count; i++) {
        const struct passage *passage = &reading->passages[i];
        if (passage->start > from && passage->start < end)
            end = passage->start;
        if (passage->end > from && passage->end < end)
            end = passage->end;
    }
    for (size_t i = 0; i < reading->left.len; i++) {
        const struct left *left = &reading->left.at[i];
        if (left->start > from && left->start < end)
            end = left->start;
        if (left->end > from && left->end < end)
            end = left->end;
    }
    return end;
}

static bool is_cited(const struct reading *reading, size_t offset)
{
    for (size_t i = 0; i < reading->count; i++)
        if (offset >= reading->passages[i].start && offset < reading->passages[i].end)
            return true;
    return false;
}

static bool is_left(const struct reading *reading, size_t offset)
{
    for (size_t i = 0; i < reading->left.len; i++)
        if (offset >= reading->left.at[i].start && offset < reading->left.at[i].end)
            return true;
    return false;
}

static enum style style_at(const struct reading *reading, size_t offset)
{
    bool dim = reading->context->place.uncited && is_left(reading, offset);
    return is_cited(reading, offset) ? STYLE_QUOTE : dim ? STYLE_DIM : STYLE_TEXT;
}

/* The row that a sentence without a citation begins on is one to go to. */
static void mark_left(struct reading *reading, size_t end)
{
    for (size_t i = 0; i < reading->left.len; i++) {
        struct left *left = &reading->left.at[i];
        if (left->marked || left->start >= end)
            continue;
        left->marked = true;
        page_mark(reading->page, PAGE_MARK_UNCITED);
    }
}

static bool overlaps(const struct passage *passage, size_t start, size_t end)
{
    return passage->start < end && passage->end > start;
}

static void add_items(struct reading *reading, size_t start, size_t end)
{
    struct page *page = reading->page;
    for (size_t i = 0; i < reading->count && reading->passages[i].start < end; i++) {
        struct passage *passage = &reading->passages[i];
        if (passage->item == PAGE_NO_ITEM)
            passage->item = page_item_begin(page, here_of(passage->citation),
                                            there_of(passage->citation));
        if (!overlaps(passage, start, end))
            continue;
        page->items.at[passage->item].last_row = page->rows.len - 1;
        size_t from = passage->start > start ? passage->start : start;
        size_t to = passage->end < end ? passage->end : end;
        int col = LEFT + (int)text_cells(str_slice(reading->text, start, from));
        page_area(page, passage->item, col,
                  (int)text_cells(str_slice(reading->text, from, to)),
                  STYLE_QUOTE_FOCUS);
    }
}

static void put_line(struct reading *reading, size_t start, size_t end)
{
    int col = LEFT;
    bool cited = false, dim = false;
    for (size_t from = start; from < end;) {
        size_t to = next_edge(reading, from, end);
        enum style style = style_at(reading, from);
        struct str piece = str_slice(reading->text, from, to);
        page_put_piece(reading->page, col, piece, style);
        col += (int)text_cells(piece);
        cited |= style == STYLE_QUOTE;
        dim |= style == STYLE_DIM;
        from = to;
    }
    if (cited)
        page_put_sign(reading->page, 0, SIGN_CITED, STYLE_QUOTE);
    if (dim)
        page_put_sign(reading->page, 1, SIGN_UNCITED, STYLE_DIM);
}

static struct str note_words(struct reading *reading, const struct citation *citation)
{
    enum verdict verdict = citation->at[reading->kind].verdict;
    struct str title = citation->event->title;
    if (verdict_holds(verdict))
        return title;
    return arena_printf(
        reading->page->arena, "%.*s %.*s",
        STR_ARG(page_sign(reading->page, wording_verdict_sign(verdict))),
        STR_ARG(title));
}

static void put_note(struct reading *reading, struct passage *passage, int col)
{
    struct page *page = reading->page;
    col = page_put_sign(page, col, SIGN_TO, STYLE_DIM) + 1;
    int end = page_put(page, col, page->width - col - 1,
                       note_words(reading, passage->citation), STYLE_LINK);
    reading->last_note = (struct note){ .event = passage->citation->event,
                                        .row = page->rows.len - 1,
                                        .col = col,
                                        .cells = end - col };
    page_area(page, passage->item, col, end - col, STYLE_SELECTED);
}

/* Whether the note last put says it for this passage too: it stands on this row or
 * right above it, for the same event. */
static bool share_note(struct reading *reading, const struct passage *passage)
{
    const struct note *note = &reading->last_note;
    if (note->event != passage->citation->event ||
        note->row + 2 < reading->page->rows.len)
        return false;
    page_area_on(reading->page, note->row, passage->item, note->col, note->cells,
                 STYLE_SELECTED);
    return true;
}

/* One note a row: those that had to wait come first. */
static void put_margin(struct reading *reading)
{
    while (reading->next_note < reading->count) {
        struct passage *passage = &reading->passages[reading->next_note];
        if (passage->item == PAGE_NO_ITEM)
            return;
        reading->next_note++;
        if (share_note(reading, passage))
            continue;
        put_note(reading, passage, reading->margin);
        return;
    }
}

/* Where there is no margin the notes stand under the line a passage ends on. */
static void put_notes_below(struct reading *reading, size_t end)
{
    for (size_t i = 0; i < reading->count; i++) {
        struct passage *passage = &reading->passages[i];
        if (passage->noted || passage->item == PAGE_NO_ITEM || passage->end > end)
            continue;
        passage->noted = true;
        if (share_note(reading, passage))
            continue;
        page_row(reading->page);
        put_note(reading, passage, LEFT + 2);
    }
}

static void put_text(struct reading *reading, const struct text_form *form)
{
    size_t offset = 0;
    struct str line;
    size_t block = page_block_begin(reading->page, reading->text);
    while (
        form->next_line(reading->text, (size_t)reading->text_cells, &offset, &line)) {
        size_t start = line.len ? (size_t)(line.ptr - reading->text.ptr) : offset;
        size_t end = start + line.len;
        page_row(reading->page);
        add_items(reading, start, end);
        put_line(reading, start, end);
        mark_left(reading, end);
        if (reading->margin > 0)
            put_margin(reading);
        else
            put_notes_below(reading, end);
    }
    page_block_end(reading->page, block);
    while (reading->margin > 0 && reading->next_note < reading->count) {
        page_row(reading->page);
        put_margin(reading);
    }
}

static void lay_out(struct reading *reading)
{
    int width = reading->page->width, margin = 0;
    if (width >= MARGIN_FROM) {
        margin = width - LEFT - TEXT_MAX - MARGIN_SPACE;
        margin = margin < width * 35 / 100 ? width * 35 / 100 : margin;
        margin = margin > MARGIN_MAX ? MARGIN_MAX : margin;
        margin = margin < MARGIN_MIN ? MARGIN_MIN : margin;
    }
    int cells = width - LEFT - 1 - (margin ? margin + MARGIN_SPACE - 1 : 0);
    reading->text_cells = cells > TEXT_MAX ? TEXT_MAX : cells < 1 ? 1 : cells;
    reading->margin = margin ? LEFT + reading->text_cells + MARGIN_SPACE : 0;
}

static void put_body(struct reading *reading)
{
    struct page *page = reading->page;
    const struct body *body = &reading->source->body[reading->kind];
    find_passages(reading);
    coverage_each_left(reading->source, reading->kind, add_left, reading);
    put_text_head(reading);
    put_missing(reading);
    page_gap(page);
    reading->text = body->text;
    if (page->ascii)
        turn_to_ascii(reading);
    lay_out(reading);
    put_text(reading, body->form);
}

/* A source without a text: what others have from it. */

static bool comes_from(const struct citation *citation, const struct source *source)
{
    bool through = citation->source == source;
    for (size_t i = 0; i < citation->via.len; i++)
        through |= citation->via.at[i] == source;
    return through;
}

static void put_retold(struct page *page, const struct citation *citation)
{
    page_gap(page);
    put_unfound(page, citation, STYLE_QUOTE);
    put_indented(
        page, LEFT + 4,
        wording_citation(page->arena, citation, sign_text(SIGN_FROM, page->ascii)),
        STYLE_DIM);
    put_indented(page, LEFT + 4, citation->event->title, STYLE_LINK);
    page_item_end(page);
}

static void put_known_through(struct page *page, const struct dossier *dossier,
                              const struct source *source)
{
    page_gap(page);
    put_prose(page,
              source->retold
                  ? STR("Known only through others: there is no text of it here.")
                  : STR("There is no text of this source here."),
              STYLE_DIM);
    for (size_t i = 0; i < dossier->events.len; i++) {
        const citation_list *all = &dossier->events.at[i]->citations;
        for (size_t j = 0; j < all->len; j++)
            if (comes_from(all->at[j], source))
                put_retold(page, all->at[j]);
    }
}

static void build(const struct view_context *context, struct page *page)
{
    const struct dossier *dossier = context->selection->dossier;
    const struct source *source = dossier_source(dossier, context->place.source);
    if (!source) {
        put_prose(page, STR("This source is not in the record as it is now."),
                  STYLE_DIM);
        return;
    }
    struct reading reading = { .page = page,
                               .context = context,
                               .source = source,
                               .kind = kind_shown(source, context->place.body) };
    put_head(&reading);
    if (source->body[reading.kind].given)
        put_body(&reading);
    else
        put_known_through(page, dossier, source);
}

static struct outcome turn_over(const struct view_context *context,
                                const struct page *page, struct scroll scroll)
{
    const struct source *source =
        dossier_source(context->selection->dossier, context->place.source);
    if (!source || !source->body[BODY_DIGEST].given || !source->body[BODY_FULL].given)
        return (struct outcome){ .kind = OUTCOME_SAY,
                                 .text = STR("there is no other text of this source; "
                                             "annals --attach adds a full text") };
    struct place place = context->place;
    if (scroll.item < page->items.len)
        place = place_like(page->items.at[scroll.item].here, context->place);
    place.body = kind_shown(source, context->place.body) == BODY_FULL
                     ? PLACE_BODY_DIGEST
                     : PLACE_BODY_FULL;
    return (struct outcome){ .kind = OUTCOME_REPLACE,
                             .place = place,
                             .text = place.body == PLACE_BODY_FULL ? STR("full text")
                                                                   : STR("digest") };
}

static struct outcome go_to(const struct page *page, struct scroll scroll,
                            enum action action)
{
    size_t count = page->items.len, item = scroll.item;
    if (count == 0)
        return (struct outcome){ .kind = OUTCOME_SAY,
                                 .text = STR("nothing in this text is cited") };
    if (item >= count)
        item = action == ACTION_NEXT ? 0 : count - 1;
    else
        item = (item + (action == ACTION_NEXT ? 1 : count - 1)) % count;
    return (struct outcome){ .kind = OUTCOME_MOVE, .item = item };
}

static struct outcome dim_uncited(struct place place)
{
    place.uncited = !place.uncited;
    return (struct outcome){
        .kind = OUTCOME_ALTER,
        .place = place,
        .text = place.uncited ? STR("dim: sentences that nothing cites or explains")
                              : STR("all sentences alike"),
    };
}

static struct outcome tell_about(struct place place)
{
    place.about = !place.about;
    return (struct outcome){ .kind = OUTCOME_ALTER, .place = place };
}

static struct outcome act(const struct view_context *context, const struct page *page,
                          struct scroll scroll, enum action action)
{
    if (action == ACTION_OTHER)
        return turn_over(context, page, scroll);
    if (action == ACTION_NEXT || action == ACTION_PREVIOUS)
        return go_to(page, scroll, action);
    if (action == ACTION_UNCITED)
        return dim_uncited(context->place);
    if (action == ACTION_ABOUT)
        return tell_about(context->place);
    return (struct outcome){ .kind = OUTCOME_PASS };
}

const struct view view_reader = {
    .name = "reader",
    .step = SCROLL_BY_ROW,
    .hints = { { ACTION_NEXT, "next passage" },
               { ACTION_OPEN, "its event" },
               { ACTION_OTHER, "digest or full text" },
               { ACTION_CLOSE, "back" },
               { ACTION_UNCITED, "uncited" },
               { ACTION_ABOUT, "about" },
               { ACTION_SEARCH, "search" },
               { ACTION_HELP, "help" } },
    .build = build,
    .act = act,
};
