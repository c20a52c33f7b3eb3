#include "anchor_laws.h"

#include "text/cells.h"
#include "text/fold.h"

struct question {
    struct arena arena;
    const struct anchor_text *prepared;
    struct str text, quote, folded;
    struct str prefix, suffix;
};

static struct str fold(struct question *q, struct str text)
{
    return text_fold_quote(&q->arena, text).text;
}

static bool is_grapheme_boundary(struct str text, size_t offset)
{
    struct str grapheme;
    size_t at = 0;
    while (at < offset && text_next_grapheme(text, &at, &grapheme))
        ;
    return at == offset;
}

static bool is_between(struct question *q, size_t start, size_t end)
{
    struct str before = fold(q, str_slice(q->text, 0, start));
    struct str behind = fold(q, str_from(q->text, end));
    return str_ends(before, fold(q, q->prefix)) &&
           str_starts(behind, fold(q, q->suffix));
}

struct repeats {
    size_t exact, folded;
    size_t elsewhere; /* folded, but not between prefix and suffix */
};

/* Counts what from START on folds to the quotation, no silent grapheme at its
 * ends. */
static void count_from(struct question *q, size_t start, struct repeats *repeats)
{
    struct str last;
    for (size_t end = start; text_next_grapheme(q->text, &end, &last);) {
        struct str slice = str_slice(q->text, start, end);
        struct str same = fold(q, slice);
        if (same.len > q->folded.len)
            break;
        if (!str_equal(same, q->folded) || fold(q, last).len == 0)
            continue;
        bool between = is_between(q, start, end);
        repeats->folded += between;
        repeats->elsewhere += !between;
    }
}

static bool stands_at(struct question *q, size_t start)
{
    size_t end = start + q->quote.len;
    return str_starts(str_from(q->text, start), q->quote) &&
           is_grapheme_boundary(q->text, end) && is_between(q, start, end);
}

/* How often the quotation stands between graphemes: counted the slow way. */
static struct repeats count_repeats(struct question *q)
{
    struct repeats repeats = { 0 };
    struct str first;
    for (size_t start = 0, next = 0; text_next_grapheme(q->text, &next, &first);
         start = next) {
        struct str begin = fold(q, first);
        repeats.exact += stands_at(q, start);
        if (begin.len && str_starts(q->folded, begin))
            count_from(q, start, &repeats);
    }
    return repeats;
}

static const char *place_law(struct question *q, struct anchor at)
{
    if (at.verdict == VERDICT_MISSING)
        return at.start || at.end ? "what is missing has no place" : NULL;
    if (at.start >= at.end || at.end > q->text.len)
        return "a place lies in the text and is not empty";
    if (!is_grapheme_boundary(q->text, at.start) ||
        !is_grapheme_boundary(q->text, at.end))
        return "a place begins and ends between graphemes";
    return NULL;
}

static const char *verdict_law(struct question *q, struct anchor at)
{
    struct str found = str_slice(q->text, at.start, at.end);
    bool same = str_equal(found, q->quote);
    bool alike = str_equal(fold(q, found), q->folded);
    struct repeats n = count_repeats(q);
    switch (at.verdict) {
    case VERDICT_EXACT:
        return same && n.exact == 1 ? NULL : "exact words stand there once";
    case VERDICT_NORMALISED:
        return alike && n.exact == 0 && n.folded == 1
                   ? NULL
                   : "normalised words stand there once, and not as written";
    case VERDICT_AMBIGUOUS:
        return alike && (n.exact > 1 || (n.exact == 0 && n.folded > 1))
                   ? NULL
                   : "ambiguous words stand there more than once";
    case VERDICT_APPROXIMATE:
        return n.folded == 0 && alike == (n.elsewhere > 0)
                   ? NULL
                   : "approximate words stand there only outside their surroundings";
    case VERDICT_MISSING:
        return n.folded + n.elsewhere == 0 ? NULL : "missing words stand nowhere";
    default:
        return "a text that is there gives a verdict";
    }
}

static const char *choice_law(struct question *q, struct anchor at)
{
    struct anchor_choice choice = anchor_suggest(&q->arena, q->prepared, q->quote, at);
    if (choice.prefix.len && choice.suffix.len)
        return "one side is enough to choose by";
    if (choice.prefix.len + choice.suffix.len == 0)
        return NULL;
    struct anchor chosen =
        anchor_find(&q->arena, q->prepared, q->quote, choice.prefix, choice.suffix);
    bool holds = verdict_holds(chosen.verdict) && chosen.start == at.start;
    return holds ? NULL : "a suggested prefix or suffix chooses its place";
}

static const char *broken_law(struct question *q, struct anchor at)
{
    const char *law = place_law(q, at);
    if (law || q->folded.len == 0)
        return law;
    law = verdict_law(q, at);
    if (law || at.verdict != VERDICT_AMBIGUOUS)
        return law;
    return choice_law(q, at);
}

const char *anchor_broken_law(struct str text, struct str quote, struct str prefix,
                              struct str suffix, struct anchor *found)
{
    struct question q = {
        .text = text,
        .quote = str_trim(quote),
        .prefix = prefix,
        .suffix = suffix,
    };
    q.folded = fold(&q, quote);
    q.prepared = anchor_prepare(&q.arena, text);
    struct anchor at = anchor_find(&q.arena, q.prepared, quote, prefix, suffix);
    if (found)
        *found = at;
    const char *law = broken_law(&q, at);
    arena_free(&q.arena);
    return law;
}
