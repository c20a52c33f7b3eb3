/*
 * The sources, by the day they were published: what each is, how often it is cited
 * and how much of its text that accounts for, or through whom alone it is known.
 */
#include <stdlib.h>

#include "dossier/check.h"
#include "tui/view.h"
#include "tui/wording.h"

enum { LEFT = 3, FIGURES_CELLS = 10 };

static int by_date(const void *a, const void *b)
{
    const struct source *p = *(struct source *const *)a,
                        *q = *(struct source *const *)b;
    if (p->published.given != q->published.given)
        return p->published.given ? -1 : 1;
    int order =
        p->published.given ? edtf_compare(&p->published.date, &q->published.date) : 0;
    return order ? order : (p->number > q->number) - (p->number < q->number);
}

static size_t retellings(const struct dossier *dossier, const struct source *source)
{
    size_t count = 0;
    for (size_t i = 0; i < dossier->sources.len; i++) {
        const citation_list *all = &dossier->sources.at[i]->citations;
        for (size_t j = 0; j < all->len; j++)
            for (size_t k = 0; k < all->at[j]->via.len; k++)
                count += all->at[j]->via.at[k] == source;
    }
    return count;
}

static enum body_kind best_body(const struct source *source)
{
    return source->body[BODY_FULL].given ? BODY_FULL : BODY_DIGEST;
}

static bool has_text(const struct source *source)
{
    return source->body[best_body(source)].given;
}

static struct str figures(struct arena *arena, const struct source *source)
{
    if (!has_text(source))
        return (struct str){ 0 };
    struct coverage coverage = coverage_of(source, best_body(source));
    size_t percent =
        coverage.sentences ? coverage.cited * 100 / coverage.sentences : 100;
    return arena_printf(arena, "%3zu  %3zu%%", source->citations.len, percent);
}

/* What is told of it below its name. */
static struct str described(struct page *page, const struct dossier *dossier,
                            const struct source *source)
{
    struct str date = wording_date(page->arena, &source->published, EDTF_WORDS_DETAIL);
    struct str dot = page_sign(page, SIGN_DOT), what = source->title;
    if (!has_text(source))
        what =
            arena_printf(page->arena, "known only through others, %.*s",
                         STR_ARG(wording_count(page->arena, retellings(dossier, source),
                                               "citation", "citations")));
    else if (str_equal(source_name(source), what))
        what = source->id;
    return arena_printf(page->arena, "%.*s %.*s %.*s", STR_ARG(date), STR_ARG(dot),
                        STR_ARG(what));
}

static void put_source(struct page *page, const struct dossier *dossier,
                       const struct source *source)
{
    struct place here = { .view = VIEW_SOURCES, .source = source->id };
    struct place there = { .view = VIEW_READER, .source = source->id };
    int end = page->width - 1 - FIGURES_CELLS;
    page_row(page);
    size_t item = page_item_begin(page, here, there);
    int to = page_put(page, LEFT, end - LEFT - 1, source_name(source), STYLE_TEXT);
    page_area(page, item, LEFT, to - LEFT, STYLE_SELECTED);
    page_put_before(page, page->width - 1, figures(page->arena, source), STYLE_DIM);
    page_row(page);
    page_put(page, LEFT, page->width - 1 - LEFT, described(page, dossier, source),
             STYLE_DIM);
    page_item_end(page);
}

static void build(const struct view_context *context, struct page *page)
{
    const struct dossier *dossier = context->selection->dossier;
    size_t count = dossier->sources.len;
    const struct source **sources =
        arena_array(page->arena, count, sizeof(const struct source *));
    for (size_t i = 0; i < count; i++)
        sources[i] = dossier->sources.at[i];
    if (count > 0)
        qsort(sources, count, sizeof(struct source *), by_date);
    page_row(page);
    page_put_before(page, page->width - 1, STR("cited  of text"), STYLE_LABEL);
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            page_row(page);
        put_source(page, dossier, sources[i]);
    }
}

static bool holds(const struct words *words, const struct str *texts, size_t count)
{
    struct arena scratch = { 0 };
    bool found = false;
    for (size_t i = 0; i < count && !found; i++)
        found = texts[i].len > 0 && words_in(words, &scratch, texts[i]);
    arena_free(&scratch);
    return found;
}

/* What is known of it, its texts, and the words that are cited from it. */
static bool finds(const struct view_context *context, const struct sought *sought,
                  struct place here)
{
    const struct source *source =
        dossier_source(context->selection->dossier, here.source);
    if (!source)
        return false;
    const struct str texts[] = {
        source->id,
        source->title,
        source->author,
        source->publisher,
        source->note,
        source->published.given ? source->published.because : STR(""),
        source->url,
        source->body[BODY_DIGEST].text,
        source->body[BODY_FULL].text,
    };
    bool found = holds(&sought->words, texts, sizeof(texts) / sizeof(*texts));
    for (size_t i = 0; i < source->citations.len && !found; i++)
        found = holds(&sought->words, &source->citations.at[i]->quote, 1);
    return found;
}

const struct view view_sources = {
    .name = "sources",
    .step = SCROLL_BY_ITEM,
    .hints = { { ACTION_OPEN, "read" },
               { ACTION_CLOSE, "back" },
               { ACTION_SEARCH, "search" },
               { ACTION_CONFLICTS, "conflicts" },
               { ACTION_INDEX, "index" },
               { ACTION_HELP, "help" } },
    .build = build,
    .finds = finds,
};
