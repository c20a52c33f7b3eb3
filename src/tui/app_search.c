#include "tui/app_search.h"

#include "dossier/words.h"
#include "tui/wording.h"

static void set_needle(const struct app *app, struct frame *frame, struct str needle)
{
    struct view_context shown = app_context(app);
    frame_search(frame, &shown, needle);
}

static void show_match(struct frame *frame, size_t index)
{
    struct match match = frame->matches.at[index];
    frame->match = index;
    if (match.item != PAGE_NO_ITEM)
        scroll_to_item(&frame->scroll, &frame->page, frame->height, match.item);
    scroll_to_rows(&frame->scroll, &frame->page, frame->height, match.row, match.row);
    frame_settle(frame);
}

/* What else there is to say of a search: where it found more, or could not look. Each
 * begins with a separator, or is empty. */

static struct str key_of(const struct app *app, struct arena *arena, enum action action)
{
    struct buf key = { 0 };
    keymap_keys(&app->keymap, app_top(app)->place.view, action, 1, "", &key);
    struct str text = arena_str(arena, buf_str(&key));
    buf_free(&key);
    return text;
}

/* The text of a source that holds the words, the better one first. */
static size_t places_in(const struct source *source, const struct words *words,
                        enum body_kind *kind)
{
    static const enum body_kind kinds[] = { BODY_FULL, BODY_DIGEST };
    for (size_t i = 0; i < BODY_COUNT; i++) {
        size_t places = source->body[kinds[i]].given
                            ? finder_count(words, source->body[kinds[i]].text)
                            : 0;
        *kind = kinds[i];
        if (places > 0)
            return places;
    }
    return 0;
}

/* The ids of the sources whose full text is not at hand, for that is what its file is
 * called: two of them and how many more. Such as are known only through others have
 * none. */
static struct str unsearched(const struct app *app, struct arena *arena)
{
    enum { NAMED = 2 };
    const source_list *all = &app->selection.dossier->sources;
    str_list named = { 0 };
    size_t count = 0;
    for (size_t i = 0; i < all->len; i++) {
        const struct source *source = all->at[i];
        bool through_others = source->citations.len == 0 && source->retold;
        if (source->body[BODY_FULL].given || through_others)
            continue;
        if (count++ < NAMED)
            vec_push(arena, &named, source->id);
    }
    if (count == 0)
        return STR("");
    struct str ids = wording_join(arena, &named, STR(", "));
    if (count > NAMED)
        ids = arena_printf(arena, "%.*s and %zu more", STR_ARG(ids), count - NAMED);
    return arena_printf(arena, "; full texts not here: %.*s", STR_ARG(ids));
}

static struct str in_all_texts(const struct app *app, struct arena *arena,
                               const struct words *words)
{
    const source_list *all = &app->selection.dossier->sources;
    size_t places = 0, sources = 0;
    enum body_kind kind;
    for (size_t i = 0; i < all->len; i++) {
        size_t here = places_in(all->at[i], words, &kind);
        places += here;
        sources += here > 0;
    }
    if (places > 0)
        return arena_printf(arena, "; %.*s in the texts of %.*s: %.*s",
                            STR_ARG(wording_count(arena, places, "place", "places")),
                            STR_ARG(wording_count(arena, sources, "source", "sources")),
                            STR_ARG(key_of(app, arena, ACTION_SOURCES)));
    return app_top(app)->matches.len == 0 ? unsearched(app, arena) : STR("");
}

static struct str in_this_source(const struct app *app, struct arena *arena,
                                 const struct words *words)
{
    const struct frame *top = app_top(app);
    const struct source *source =
        dossier_source(app->selection.dossier, top->place.source);
    enum body_kind kind;
    if (top->matches.len == 0 || !source)
        return unsearched(app, arena);
    size_t places = places_in(source, words, &kind);
    if (places == 0)
        return STR("");
    return arena_printf(arena, "; %.*s in its %.*s",
                        STR_ARG(wording_count(arena, places, "place", "places")),
                        STR_ARG(wording_body(kind)));
}

/* Which of the two texts the reader shows, and whether the other has it. */
static struct str in_other_text(const struct app *app, struct arena *arena,
                                const struct words *words)
{
    const struct frame *top = app_top(app);
    const struct source *source =
        dossier_source(app->selection.dossier, top->place.source);
    if (!source || top->matches.len > 0)
        return STR("");
    bool full = source->body[BODY_FULL].given && top->place.body != PLACE_BODY_DIGEST;
    const struct body *other = &source->body[full ? BODY_DIGEST : BODY_FULL];
    if (!other->given)
        return full ? STR("") : STR("; the full text is not here");
    size_t places = finder_count(words, other->text);
    return arena_printf(arena, "; %.*s in the %.*s: %.*s",
                        STR_ARG(wording_count(arena, places, "place", "places")),
                        STR_ARG(wording_body(full ? BODY_DIGEST : BODY_FULL)),
                        STR_ARG(key_of(app, arena, ACTION_OTHER)));
}

static struct str (*const elsewhere[VIEW_COUNT])(const struct app *app,
                                                 struct arena *arena,
                                                 const struct words *words) = {
    [VIEW_TIMELINE] = in_all_texts,
    [VIEW_SOURCES] = in_this_source,
    [VIEW_READER] = in_other_text,
};

static void say_match(struct app *app, bool wrapped)
{
    const struct frame *top = app_top(app);
    struct arena arena = { 0 };
    struct words words = words_of(&arena, buf_str(&top->needle));
    struct str more = { 0 };
    if (elsewhere[top->place.view])
        more = elsewhere[top->place.view](app, &arena, &words);
    if (top->matches.len == 0)
        app_say(app, STYLE_MESSAGE, "no match for %.*s%.*s",
                STR_ARG(buf_str(&top->needle)), STR_ARG(more));
    else
        app_say(app, STYLE_MESSAGE, "match %zu of %zu%s%.*s", top->match + 1,
                top->matches.len, wrapped ? ", wrapped" : "", STR_ARG(more));
    arena_free(&arena);
}

/* Months and years folded into a row hide what is looked for. */
static void unfold(struct app *app, enum place_zoom zoom)
{
    struct frame *top = app_top(app);
    if (top->place.view != VIEW_TIMELINE || top->place.zoom == zoom)
        return;
    struct place place = top->place;
    place.zoom = zoom;
    frame_replace(top, place);
    app_layout(app);
}

void app_search_begin(struct app *app, bool back)
{
    const struct frame *top = app_top(app);
    app->origin = (struct search_origin){ .back = back,
                                          .zoom = top->place.zoom,
                                          .needle = app->origin.needle };
    buf_clear(&app->origin.needle);
    buf_add(&app->origin.needle, buf_str(&top->needle));
    app->origin.folded = top->scroll;
    unfold(app, PLACE_ZOOM_EVENTS);
    app->origin.scroll = app_top(app)->scroll;
}

static void go_back(struct app *app, struct scroll scroll)
{
    struct frame *top = app_top(app);
    top->scroll = scroll;
    scroll_clamp(&top->scroll, &top->page, top->height);
    frame_settle(top);
}

void app_search_try(struct app *app, struct str needle)
{
    struct frame *top = app_top(app);
    bool wrapped = false;
    go_back(app, app->origin.scroll);
    set_needle(app, top, needle);
    if (needle.len == 0)
        return;
    if (top->matches.len > 0)
        show_match(top, finder_from(&top->matches, frame_view(top), top->scroll,
                                    app->origin.back, &wrapped));
    say_match(app, wrapped);
}

void app_search_keep(struct app *app, struct str needle)
{
    buf_clear(&app->last_needle);
    buf_add(&app->last_needle, needle);
    for (size_t i = 0; needle.len == 0 && i < app->depth; i++)
        set_needle(app, app->stack[i], needle);
}

void app_search_cancel(struct app *app)
{
    struct frame *top = app_top(app);
    set_needle(app, top, buf_str(&app->origin.needle));
    go_back(app, app->origin.scroll);
    unfold(app, app->origin.zoom);
    if (app->origin.zoom != PLACE_ZOOM_EVENTS)
        go_back(app, app->origin.folded);
}

void app_search_again(struct app *app, bool back)
{
    struct frame *top = app_top(app);
    bool wrapped = false;
    if (top->needle.len == 0 && app->last_needle.len == 0) {
        app_say(app, STYLE_MESSAGE, "nothing to search for yet: / begins a search");
        return;
    }
    unfold(app, PLACE_ZOOM_EVENTS);
    if (top->needle.len == 0)
        set_needle(app, top, buf_str(&app->last_needle));
    if (top->matches.len > 0)
        show_match(top, finder_next(&top->matches, frame_view(top), top->scroll,
                                    top->height, top->match, back, &wrapped));
    say_match(app, wrapped);
}

/* Into which views a search goes along. */
static bool goes_along(enum view_id from, enum view_id to)
{
    return (from == VIEW_TIMELINE && (to == VIEW_EVENT || to == VIEW_SOURCES)) ||
           (from == VIEW_SOURCES && to == VIEW_READER);
}

/* The reader shows the text in which it was found. */
static void choose_text(const struct app *app, struct frame *reader, struct str needle)
{
    struct arena arena = { 0 };
    struct words words = words_of(&arena, needle);
    enum body_kind kind;
    const struct source *source =
        dossier_source(app->selection.dossier, reader->place.source);
    if (source && places_in(source, &words, &kind) > 0)
        reader->place.body = kind == BODY_FULL ? PLACE_BODY_FULL : PLACE_BODY_DIGEST;
    arena_free(&arena);
}

void app_search_carry(struct app *app)
{
    struct frame *top = app_top(app);
    const struct frame *from = app->depth > 1 ? app->stack[app->depth - 2] : top;
    bool wrapped = false;
    if (from->needle.len == 0 || !goes_along(from->place.view, top->place.view))
        return;
    if (top->place.view == VIEW_READER)
        choose_text(app, top, buf_str(&from->needle));
    app_layout(app);
    set_needle(app, top, buf_str(&from->needle));
    if (top->matches.len == 0) {
        set_needle(app, top, STR(""));
        return;
    }
    show_match(top,
               finder_from(&top->matches, frame_view(top),
                           (struct scroll){ .item = PAGE_NO_ITEM }, false, &wrapped));
    say_match(app, wrapped);
}

void app_search_beside(const struct app *app, struct frame *beside)
{
    struct str needle = buf_str(&app_top(app)->needle);
    if (str_equal(needle, buf_str(&beside->needle)))
        return;
    set_needle(app, beside, needle);
    if (beside->matches.len > 0)
        scroll_to_rows(&beside->scroll, &beside->page, beside->height,
                       beside->matches.at[0].row, beside->matches.at[0].row);
}
