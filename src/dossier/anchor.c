#include "dossier/anchor.h"

#include <stdint.h>

#include "dossier/align.h"
#include "text/cells.h"
#include "text/fold.h"
#include "text/utf8.h"

enum { CODE_POINTS_AN_EDIT = 5 };

struct anchor_text {
    struct str text;
    struct text_folded folded;
    const unsigned char *boundaries; /* a bit for each byte that begins a grapheme,
                                        and for the end */
};

/* A quotation that is looked for; prefix and suffix are folded. */
struct selector {
    const struct anchor_text *text;
    struct str quote, folded;
    struct str prefix, suffix;
};

/* Where it was found, in bytes of the text: how often between prefix and suffix,
 * how often at all, and the first of each. */
struct places {
    size_t fitting, all;
    struct anchor first_fitting, first;
};

static void set_boundary(unsigned char *boundaries, size_t offset)
{
    boundaries[offset / 8] |= (unsigned char)(1u << offset % 8);
}

static bool is_boundary(const struct anchor_text *text, size_t offset)
{
    return text->boundaries[offset / 8] >> offset % 8 & 1;
}

static size_t next_boundary(const struct anchor_text *text, size_t offset)
{
    do
        offset++;
    while (!is_boundary(text, offset));
    return offset;
}

const struct anchor_text *anchor_prepare(struct arena *arena, struct str text)
{
    struct anchor_text *prepared = arena_new(arena, struct anchor_text);
    unsigned char *boundaries = arena_alloc(arena, text.len / 8 + 1);
    struct str grapheme;
    set_boundary(boundaries, 0);
    for (size_t at = 0; text_next_grapheme(text, &at, &grapheme);)
        set_boundary(boundaries, at);
    *prepared = (struct anchor_text){
        .text = text,
        .folded = text_fold_quote(arena, text),
        .boundaries = boundaries,
    };
    return prepared;
}

/* The first folded byte that comes from OFFSET or behind it. */
static size_t folded_index(const struct text_folded *folded, size_t offset)
{
    size_t low = 0, high = folded->text.len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (folded->origin[middle] < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Whether prefix and suffix stand around the folded bytes from START to END. */
static bool fits(const struct selector *s, size_t start, size_t end)
{
    struct str folded = s->text->folded.text;
    struct str before = str_trim(str_slice(folded, 0, start));
    struct str behind = str_trim(str_from(folded, end));
    return str_ends(before, s->prefix) && str_starts(behind, s->suffix);
}

static void note_place(struct places *places, struct anchor place, bool fitting)
{
    if (places->all++ == 0)
        places->first = place;
    if (fitting && places->fitting++ == 0)
        places->first_fitting = place;
}

static struct places find_as_written(const struct selector *s)
{
    struct places places = { 0 };
    struct str text = s->text->text;
    for (size_t at = 0; places.fitting < 2; at++) {
        at = str_find(text, s->quote, at);
        if (at == STR_NONE)
            break;
        size_t end = at + s->quote.len;
        if (is_boundary(s->text, at) && is_boundary(s->text, end))
            note_place(
                &places,
                (struct anchor){ .verdict = VERDICT_EXACT, .start = at, .end = end },
                fits(s, folded_index(&s->text->folded, at),
                     folded_index(&s->text->folded, end)));
    }
    return places;
}

/* The place in the text of the folded bytes from START to END. */
static struct anchor unfold(const struct anchor_text *text, size_t start, size_t end,
                            enum verdict verdict)
{
    return (struct anchor){
        .verdict = verdict,
        .start = text->folded.origin[start],
        .end = next_boundary(text, text->folded.origin[end - 1]),
    };
}

/* Whether a folded grapheme ends at INDEX and another begins. */
static bool parts_graphemes(const struct text_folded *folded, size_t index)
{
    return index == 0 || index == folded->text.len ||
           folded->origin[index] != folded->origin[index - 1];
}

static struct places find_folded(const struct selector *s)
{
    struct places places = { 0 };
    const struct text_folded *folded = &s->text->folded;
    for (size_t at = 0; places.fitting < 2; at++) {
        at = str_find(folded->text, s->folded, at);
        if (at == STR_NONE)
            break;
        size_t end = at + s->folded.len;
        if (parts_graphemes(folded, at) && parts_graphemes(folded, end))
            note_place(&places, unfold(s->text, at, end, VERDICT_NORMALISED),
                       fits(s, at, end));
    }
    return places;
}

/* A letter or a digit; roughly, since it only widens what is shown. From U+2000 on
 * come signs, and scripts that part no words. */
static bool is_word_letter(uint32_t code_point)
{
    if (code_point >= 0x80)
        return code_point < 0x2000 || code_point >= 0xA000;
    return (code_point >= '0' && code_point <= '9') ||
           (code_point >= 'a' && code_point <= 'z');
}

/* Whether letters of one word stand before and behind OFFSET. */
static bool is_in_word(struct str text, size_t offset)
{
    if (offset == 0 || offset >= text.len)
        return false;
    size_t before = offset, behind = offset;
    return is_word_letter(utf8_previous(text, &before)) &&
           is_word_letter(utf8_next(text, &behind));
}

static size_t word_start(struct str text, size_t at)
{
    while (is_in_word(text, at))
        utf8_previous(text, &at);
    return at;
}

static size_t word_end(struct str text, size_t at)
{
    while (is_in_word(text, at))
        utf8_next(text, &at);
    return at;
}

static struct anchor find_nearest(struct arena *scratch, const struct selector *s)
{
    struct anchor missing = { .verdict = VERDICT_MISSING };
    struct str text = s->text->folded.text;
    size_t count = utf8_count(s->folded), limit = count / CODE_POINTS_AN_EDIT;
    size_t start, end;
    if (limit == 0 || count > ANCHOR_NEAR_MAX ||
        !align_find(scratch, text, s->folded, limit, &start, &end, NULL))
        return missing;
    while (end - start > 1 && text.ptr[start] == ' ')
        start++;
    return unfold(s->text, word_start(text, start), word_end(text, end),
                  VERDICT_APPROXIMATE);
}

static struct anchor with_verdict(struct anchor place, enum verdict verdict)
{
    place.verdict = verdict;
    return place;
}

static struct anchor find(struct arena *scratch, const struct selector *s)
{
    if (s->folded.len == 0)
        return (struct anchor){ .verdict = VERDICT_MISSING };
    struct places places = find_as_written(s);
    if (places.fitting == 0)
        places = find_folded(s);
    if (places.fitting > 1)
        return with_verdict(places.first_fitting, VERDICT_AMBIGUOUS);
    if (places.fitting == 1)
        return places.first_fitting;
    if (places.all > 0)
        return with_verdict(places.first, VERDICT_APPROXIMATE);
    return find_nearest(scratch, s);
}

struct anchor anchor_find(struct arena *scratch, const struct anchor_text *text,
                          struct str quote, struct str prefix, struct str suffix)
{
    struct selector selector = {
        .text = text,
        .quote = str_trim(quote),
        .folded = text_fold_quote(scratch, quote).text,
        .prefix = text_fold_quote(scratch, prefix).text,
        .suffix = text_fold_quote(scratch, suffix).text,
    };
    return find(scratch, &selector);
}

/* Suggestions. */

static bool is_gap(char c)
{
    return c == ' ' || c == '\n';
}

/* The start of the word before *START, which moves there; false where there is
 * none. */
static bool go_back_a_word(struct str text, size_t *start)
{
    struct str before = str_trim(str_slice(text, 0, *start));
    if (before.len == 0)
        return false;
    size_t at = (size_t)(before.ptr - text.ptr) + before.len;
    while (at > 0 && !is_gap(text.ptr[at - 1]))
        at--;
    *start = at;
    return true;
}

/* The same with the end of the word behind *END. */
static bool go_on_a_word(struct str text, size_t *end)
{
    struct str behind = str_trim(str_from(text, *end));
    if (behind.len == 0)
        return false;
    size_t at = (size_t)(behind.ptr - text.ptr);
    while (at < text.len && !is_gap(text.ptr[at]))
        at++;
    *end = at;
    return true;
}

static bool chooses(struct arena *arena, const struct anchor_text *text,
                    struct str quote, struct anchor_choice choice, struct anchor place)
{
    struct anchor found = anchor_find(arena, text, quote, choice.prefix, choice.suffix);
    return verdict_holds(found.verdict) && found.start == place.start;
}

struct anchor_choice anchor_suggest(struct arena *arena, const struct anchor_text *text,
                                    struct str quote, struct anchor place)
{
    size_t start = place.start, end = place.end;
    for (int n = 0; n < ANCHOR_CHOICE_WORDS && go_back_a_word(text->text, &start);
         n++) {
        struct str words = str_slice(text->text, start, place.start);
        struct anchor_choice before = { .prefix = text_canonical(arena, words) };
        if (chooses(arena, text, quote, before, place))
            return before;
    }
    for (int n = 0; n < ANCHOR_CHOICE_WORDS && go_on_a_word(text->text, &end); n++) {
        struct str words = str_slice(text->text, place.end, end);
        struct anchor_choice behind = { .suffix = text_canonical(arena, words) };
        if (chooses(arena, text, quote, behind, place))
            return behind;
    }
    return (struct anchor_choice){ .prefix = STR("") };
}
