#include "edtf_laws.h"

#include <stdlib.h>
#include <string.h>

static const char *broken_by_error(struct str text, const struct edtf_error *error)
{
    struct edtf date;
    struct edtf_error ignored;
    struct str suggestion = str_of(error->suggestion);
    if (error->offset > text.len)
        return "the offset of an error lies in the text";
    if (!error->reason[0])
        return "an error has a reason";
    if (suggestion.len && !edtf_parse(suggestion, &date, &ignored))
        return "a suggestion parses";
    return suggestion.len && str_equal(suggestion, text) ? "a suggestion is a change"
                                                         : NULL;
}

static bool same_bound(struct edtf_bound a, struct edtf_bound b)
{
    return a.kind == b.kind && edtf_day_compare(a.day, b.day) == 0;
}

static bool is_real(struct edtf_day day)
{
    return day.month >= 1 && day.month <= 12 && day.day >= 1 && day.day <= 31;
}

static const char *broken_by_bounds(struct edtf_bounds bounds)
{
    bool days = bounds.earliest.kind == EDTF_DAY && bounds.latest.kind == EDTF_DAY;
    if (!is_real(bounds.earliest.day) || !is_real(bounds.latest.day))
        return "bounds are days";
    if (days && edtf_day_compare(bounds.earliest.day, bounds.latest.day) > 0)
        return "bounds are ordered";
    return NULL;
}

static const char *broken_by_canonical(const struct edtf *date, struct str canonical)
{
    struct edtf again;
    struct edtf_error error;
    char *twice = malloc(canonical.len + 1);
    if (!edtf_parse(canonical, &again, &error)) {
        free(twice);
        return "a canonical form parses";
    }
    size_t len = edtf_format(&again, twice, canonical.len + 1);
    bool same = str_equal(canonical, (struct str){ twice, len });
    free(twice);
    struct edtf_bounds before = edtf_bounds(date), after = edtf_bounds(&again);
    if (!same)
        return "the canonical form of a canonical form is itself";
    if (edtf_level(date) != edtf_level(&again))
        return "a canonical form has the same level";
    if (edtf_shape(date) != edtf_shape(&again))
        return "a canonical form has the same shape";
    if (!same_bound(before.earliest, after.earliest) ||
        !same_bound(before.latest, after.latest))
        return "a canonical form has the same bounds";
    if (edtf_is_uncertain(date) != edtf_is_uncertain(&again) ||
        edtf_is_approximate(date) != edtf_is_approximate(&again))
        return "a canonical form has the same qualifiers";
    return edtf_compare(date, &again) ? "a canonical form compares equal" : NULL;
}

static bool has_four_digits(struct edtf_bound bound)
{
    return bound.kind != EDTF_DAY ||
           (bound.day.year >= -9998 && bound.day.year <= 9999);
}

static const char *broken_by_words(const struct edtf *date, enum edtf_width width)
{
    size_t len = edtf_words(date, width, NULL, 0), cells = 0;
    char *words = malloc(len + 1), cut[9];
    const char *broken = NULL;
    if (edtf_words(date, width, words, len + 1) != len || strlen(words) != len)
        broken = "words are as long as they say";
    for (size_t i = 0; !broken && i < len; i++) {
        unsigned char c = (unsigned char)words[i];
        cells += (c & 0xc0) != 0x80;
        if (c < ' ' || (c == ' ' && (i == 0 || i + 1 == len || words[i - 1] == ' ')))
            broken = "words stand one space apart";
    }
    edtf_words(date, width, cut, sizeof(cut));
    if (!broken && memcmp(words, cut, strlen(cut)) != 0)
        broken = "words that are cut are the first ones";
    struct edtf_bounds bounds = edtf_bounds(date);
    bool narrow = has_four_digits(bounds.earliest) && has_four_digits(bounds.latest);
    if (!broken && width == EDTF_WORDS_LIST && narrow && cells > 24)
        broken = "words of a list fit in 24 cells";
    free(words);
    return len == 0 ? "a date has words" : broken;
}

const char *edtf_broken_law(struct str text)
{
    struct edtf date;
    struct edtf_error error;
    if (!edtf_parse(text, &date, &error))
        return broken_by_error(text, &error);
    const char *broken = broken_by_bounds(edtf_bounds(&date));
    size_t len = edtf_format(&date, NULL, 0);
    char *canonical = malloc(len + 1);
    edtf_format(&date, canonical, len + 1);
    if (!broken)
        broken = broken_by_canonical(&date, (struct str){ canonical, len });
    free(canonical);
    for (int width = EDTF_WORDS_LIST; !broken && width <= EDTF_WORDS_DUMP; width++)
        broken = broken_by_words(&date, (enum edtf_width)width);
    return broken;
}

static int sign(int order)
{
    return (order > 0) - (order < 0);
}

static const char *broken_by_pair(const struct edtf *a, const struct edtf *b)
{
    bool possibly_before = edtf_possibly_before(a, b);
    bool certainly_before = edtf_certainly_before(a, b);
    bool possibly_on = edtf_possibly_on(a, b), certainly_on = edtf_certainly_on(a, b);
    if (sign(edtf_compare(a, b)) != -sign(edtf_compare(b, a)))
        return "comparison is antisymmetric";
    if (certainly_before && !possibly_before)
        return "what is certainly before is possibly before";
    if (certainly_before && edtf_possibly_before(b, a))
        return "what is certainly before is not possibly after";
    if (certainly_before && possibly_on)
        return "what is certainly before is not possibly on";
    if (certainly_on && !possibly_on)
        return "what is certainly on is possibly on";
    if (possibly_on != edtf_possibly_on(b, a))
        return "to be possibly on is mutual";
    if (!possibly_before && !edtf_possibly_before(b, a) && !possibly_on)
        return "two dates are before, on or after one another";
    return NULL;
}

const char *edtf_broken_law_of_two(const struct edtf *a, const struct edtf *b)
{
    if (edtf_compare(a, a) != 0)
        return "a date compares equal to itself";
    const char *broken = broken_by_pair(a, b);
    return broken ? broken : broken_by_pair(b, a);
}

const char *edtf_broken_law_of_three(const struct edtf *a, const struct edtf *b,
                                     const struct edtf *c)
{
    int ab = edtf_compare(a, b), bc = edtf_compare(b, c), ac = edtf_compare(a, c);
    if (ab <= 0 && bc <= 0 && ac > 0)
        return "comparison is transitive";
    if (ab == 0 && sign(bc) != sign(ac))
        return "equal dates compare alike";
    if (edtf_certainly_before(a, b) && edtf_certainly_before(b, c) &&
        !edtf_certainly_before(a, c))
        return "to be certainly before is transitive";
    return NULL;
}
