#include "dossier/check.h"

#include <ctype.h>
#include <stdlib.h>

#include "dossier/anchor.h"
#include "dossier/fields.h"

static const char *const places[BODY_COUNT] = {
    [BODY_DIGEST] = "in the digest",
    [BODY_FULL] = "in the full text",
};

/* A quotation, as it is written in the file of its source. */
struct quotation {
    struct loc loc;
    const char *what; /* "" or "uncited: " */
    struct str words;
};

/* As a value of YAML, for pasting: in quotes unless nothing in it could be taken for
 * more than text. */
static struct str scalar(struct arena *arena, struct str text)
{
    bool plain = text.len > 0;
    struct buf quoted = { 0 };
    buf_add_char(&quoted, '\'');
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        plain = plain && (c >= 0x80 || isalnum(c) || (i > 0 && (c == ' ' || c == '.')));
        buf_add_repeated(&quoted, (char)c, c == '\'' ? 2 : 1);
    }
    buf_add_char(&quoted, '\'');
    struct str value = plain ? text : arena_str(arena, buf_str(&quoted));
    buf_free(&quoted);
    return value;
}

/* What would make an ambiguous quotation a sound one. */
static struct str choice_hint(struct arena *arena, const struct body *body,
                              struct str quote, struct anchor at)
{
    struct arena scratch = { NULL };
    struct anchor_choice choice =
        anchor_suggest(&scratch, anchor_prepare(&scratch, body->text), quote, at);
    struct str words = choice.prefix.len ? choice.prefix : choice.suffix;
    struct str hint = STR("; give more words, or a prefix or suffix");
    if (words.len)
        hint = arena_printf(arena, "; for the first, add %s: %.*s",
                            choice.prefix.len ? "prefix" : "suffix",
                            STR_ARG(scalar(&scratch, words)));
    arena_free(&scratch);
    return hint;
}

static struct str near_hint(struct arena *arena, const struct body *body,
                            struct str quote, struct anchor at)
{
    struct str words = str_slice(body->text, at.start, at.end);
    if (str_equal(words, quote))
        return STR("; the words are there, but not between its prefix and suffix");
    return arena_printf(arena, "; nearest is \"%.*s\"", STR_ARG(fields_clip(words)));
}

static struct str no_hint(struct arena *arena, const struct body *body,
                          struct str quote, struct anchor at)
{
    (void)arena;
    (void)body;
    (void)quote;
    (void)at;
    return STR("");
}

/* What is said of a verdict that does not hold, and what would help. */
static const struct {
    enum diag_code code;
    struct str (*hint)(struct arena *arena, const struct body *body, struct str quote,
                       struct anchor at);
} verdicts[VERDICT_COUNT] = {
    [VERDICT_MISSING] = { DIAG_QUOTE_MISSING, no_hint },
    [VERDICT_APPROXIMATE] = { DIAG_QUOTE_APPROXIMATE, near_hint },
    [VERDICT_AMBIGUOUS] = { DIAG_QUOTE_AMBIGUOUS, choice_hint },
};

static void check_at(struct diags *diags, const struct body *body, enum body_kind kind,
                     struct quotation quotation, struct anchor at)
{
    if (!verdicts[at.verdict].hint)
        return;
    struct str hint =
        verdicts[at.verdict].hint(diags->arena, body, quotation.words, at);
    diag_add(diags, verdicts[at.verdict].code, quotation.loc, "%s\"%.*s\" %s%.*s",
             quotation.what, STR_ARG(fields_clip(quotation.words)), places[kind],
             STR_ARG(hint));
}

static void check_citation(struct diags *diags, const struct citation *citation)
{
    const struct source *source = citation->source;
    struct quotation quotation = { citation->quote_loc, "", citation->quote };
    bool any = false;
    for (enum body_kind kind = 0; kind < BODY_COUNT; kind++) {
        any = any || source->body[kind].given;
        check_at(diags, &source->body[kind], kind, quotation, citation->at[kind]);
    }
    if (!any)
        diag_add(diags, DIAG_QUOTE_MISSING, quotation.loc,
                 "\"%.*s\": there is no text of %.*s to look in",
                 STR_ARG(fields_clip(quotation.words)), STR_ARG(source->id));
}

/* Stretches are of the text that the curator read: the digest leaves out what
 * nobody cites. It is held to them only where it is that text itself. */
static void check_uncited(struct diags *diags, const struct source *source,
                          const struct uncited *uncited)
{
    bool full = source->body[BODY_FULL].given;
    enum body_kind kind = full ? BODY_FULL : BODY_DIGEST;
    if (!full && source->sha256.len)
        return;
    struct quotation from = { uncited->loc, "uncited: ", uncited->quote };
    struct quotation to = { uncited->loc, "uncited: ", uncited->through };
    struct anchor a = uncited->at[kind], b = uncited->through_at[kind];
    check_at(diags, &source->body[kind], kind, from, a);
    check_at(diags, &source->body[kind], kind, to, b);
    if (verdict_holds(a.verdict) && verdict_holds(b.verdict) && b.end <= a.start)
        diag_add(diags, DIAG_BAD_VALUE, uncited->loc,
                 "uncited: \"%.*s\" stands before \"%.*s\"",
                 STR_ARG(fields_clip(uncited->through)),
                 STR_ARG(fields_clip(uncited->quote)));
}

static void check_reason(struct diags *diags, const struct dating *dating,
                         struct loc loc, const char *what, struct str id)
{
    if (dating->given && dating->dated == DATED_DERIVED && dating->because.len == 0)
        diag_add(diags, DIAG_UNEXPLAINED, loc, "the date of %s %.*s is derived", what,
                 STR_ARG(id));
}

static int by_number(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

static int by_chain(const source_list *a, const source_list *b)
{
    int order = by_number(a->len, b->len);
    for (size_t i = 0; order == 0 && i < a->len; i++)
        order = by_number(a->at[i]->number, b->at[i]->number);
    return order;
}

static int by_claim(const struct claim *a, const struct claim *b)
{
    return by_number(a ? a->number + 1 : 0, b ? b->number + 1 : 0);
}

/* Equal where two citations of one source say the same of the same. */
static int by_content(const struct citation *a, const struct citation *b)
{
    int order = by_number(a->event->number, b->event->number);
    order = order ? order : by_claim(a->claim, b->claim);
    order = order ? order : by_number(a->stance, b->stance);
    order = order ? order : str_compare(a->quote, b->quote);
    order = order ? order : str_compare(a->prefix, b->prefix);
    order = order ? order : str_compare(a->suffix, b->suffix);
    return order ? order : by_chain(&a->via, &b->via);
}

static int by_content_and_place(const void *left, const void *right)
{
    const struct citation *a = *(struct citation *const *)left;
    const struct citation *b = *(struct citation *const *)right;
    int order = by_content(a, b);
    return order ? order : by_number(a->number, b->number);
}

/* A citation written twice would count twice. */
static void check_repeats(struct diags *diags, const struct source *source)
{
    struct arena scratch = { NULL };
    size_t count = source->citations.len;
    struct citation **sorted = arena_array(&scratch, count, sizeof(struct citation *));
    for (size_t i = 0; i < count; i++)
        sorted[i] = source->citations.at[i];
    qsort(sorted, count, sizeof(*sorted), by_content_and_place);
    for (size_t i = 1; i < count; i++)
        if (by_content(sorted[i - 1], sorted[i]) == 0)
            diag_add(diags, DIAG_CITED_TWICE, sorted[i]->loc,
                     "\"%.*s\", as in citation %zu",
                     STR_ARG(fields_clip(sorted[i]->quote)), sorted[i - 1]->number);
    arena_free(&scratch);
}

static void check_source(struct diags *diags, const struct source *source)
{
    check_reason(diags, &source->published, source->loc, "source", source->id);
    if (source->hash == HASH_DIFFERS)
        diag_add(diags, DIAG_HASH_DIFFERS, source->loc,
                 "the full text of %.*s has another sha256", STR_ARG(source->id));
    for (size_t i = 0; i < source->citations.len; i++)
        check_citation(diags, source->citations.at[i]);
    check_repeats(diags, source);
    for (size_t i = 0; i < source->uncited.len; i++)
        check_uncited(diags, source, &source->uncited.at[i]);
}

static void check_event(struct diags *diags, const struct event *event)
{
    check_reason(diags, &event->when, event->loc, "event", event->id);
    if (event->citations.len == 0)
        diag_add(diags, DIAG_UNCITED, event->loc, "event %.*s", STR_ARG(event->id));
    for (size_t i = 0; i < event->claims.len; i++) {
        const struct claim *claim = event->claims.at[i];
        check_reason(diags, &claim->when, claim->loc, "claim", claim->id);
        if (event->citations.len && claim->citations.len == 0)
            diag_add(diags, DIAG_UNCITED, claim->loc, "claim %.*s of %.*s",
                     STR_ARG(claim->id), STR_ARG(event->id));
    }
}

void check_dossier(const struct dossier *dossier, struct diags *diags)
{
    for (size_t i = 0; i < dossier->events.len; i++)
        check_event(diags, dossier->events.at[i]);
    for (size_t i = 0; i < dossier->sources.len; i++)
        check_source(diags, dossier->sources.at[i]);
}
