#include "dossier/difference.h"

#include <stdlib.h>

#include "base/buf.h"

/* Texts. */

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* The word at the front of *REST, which it is taken off; false where none is. */
static bool take_word(struct str *rest, struct str *word)
{
    size_t start = 0, end;
    while (start < rest->len && is_space(rest->ptr[start]))
        start++;
    for (end = start; end < rest->len && !is_space(rest->ptr[end]);)
        end++;
    *word = str_slice(*rest, start, end);
    *rest = str_from(*rest, end);
    return word->len > 0;
}

bool difference_none(struct str a, struct str b)
{
    struct str of_a, of_b;
    bool more_a, more_b;
    do {
        more_a = take_word(&a, &of_a);
        more_b = take_word(&b, &of_b);
        if (!str_equal(of_a, of_b))
            return false;
    } while (more_a && more_b);
    return true;
}

struct str difference_plain(struct arena *arena, struct str text)
{
    struct buf plain = { 0 };
    struct str word;
    while (take_word(&text, &word)) {
        if (plain.len)
            buf_add_char(&plain, ' ');
        buf_add(&plain, word);
    }
    struct str copy = arena_str(arena, buf_str(&plain));
    buf_free(&plain);
    return copy;
}

str_list difference_sentences(struct arena *arena, struct str text)
{
    str_list sentences = { NULL, 0, 0 };
    struct str sentence;
    size_t offset = 0;
    while (text_form_prose.next_sentence(text, &offset, &sentence)) {
        struct str plain = difference_plain(arena, sentence);
        vec_push(arena, &sentences, plain);
    }
    return sentences;
}

/* Lists: sorted with their places, walked side by side. */

struct item {
    struct str text;
    size_t place;
};

static int by_text(const void *left, const void *right)
{
    const struct item *a = left, *b = right;
    int order = str_compare(a->text, b->text);
    return order ? order : (a->place > b->place) - (a->place < b->place);
}

static struct item *sorted(struct arena *scratch, const str_list *list)
{
    struct item *items = arena_array(scratch, list->len, sizeof(*items));
    for (size_t i = 0; i < list->len; i++)
        items[i] = (struct item){ .text = list->at[i], .place = i };
    if (list->len)
        qsort(items, list->len, sizeof(*items), by_text);
    return items;
}

static str_list marked(struct arena *arena, const str_list *list, const bool *marks)
{
    str_list rest = { NULL, 0, 0 };
    for (size_t i = 0; i < list->len; i++)
        if (marks[i])
            vec_push(arena, &rest, list->at[i]);
    return rest;
}

struct difference difference_of_lists(struct arena *arena, const str_list *old,
                                      const str_list *new)
{
    struct arena scratch = { NULL };
    struct item *of_old = sorted(&scratch, old), *of_new = sorted(&scratch, new);
    bool *old_only = arena_array(&scratch, old->len, sizeof(bool));
    bool *new_only = arena_array(&scratch, new->len, sizeof(bool));
    for (size_t i = 0, k = 0; i < old->len || k < new->len;) {
        int order = i == old->len   ? 1
                    : k == new->len ? -1
                                    : str_compare(of_old[i].text, of_new[k].text);
        if (order < 0)
            old_only[of_old[i].place] = true;
        if (order > 0)
            new_only[of_new[k].place] = true;
        i += order <= 0;
        k += order >= 0;
    }
    struct difference difference = { .old_only = marked(arena, old, old_only),
                                     .new_only = marked(arena, new, new_only) };
    arena_free(&scratch);
    return difference;
}

/* Dates. */

/* Whether what INNER says of one end is no less than what OUTER says; SIGN is 1
 * for the first day and -1 for the last. */
static bool end_within(struct edtf_bound inner, struct edtf_bound outer, int sign)
{
    if (outer.kind == EDTF_UNKNOWN || outer.kind == inner.kind)
        return outer.kind != EDTF_DAY ||
               sign * edtf_day_compare(outer.day, inner.day) <= 0;
    return outer.kind == EDTF_OPEN && inner.kind == EDTF_DAY;
}

static bool is_within(const struct dating *inner, const struct dating *outer)
{
    return end_within(inner->bounds.earliest, outer->bounds.earliest, 1) &&
           end_within(inner->bounds.latest, outer->bounds.latest, -1);
}

/* Its days are those of what it dates, and not those among which its day is. How
 * long it was nobody can say where an end is not known. */
static bool lasts(const struct dating *dating)
{
    enum edtf_shape shape = edtf_shape(&dating->date);
    return (shape == EDTF_SHAPE_SPAN || shape == EDTF_SHAPE_ALL_OF) &&
           dating->bounds.earliest.kind != EDTF_UNKNOWN &&
           dating->bounds.latest.kind != EDTF_UNKNOWN;
}

static int doubt(const struct dating *dating)
{
    return edtf_is_uncertain(&dating->date) + edtf_is_approximate(&dating->date);
}

enum date_move difference_of_dates(const struct dating *old, const struct dating *new)
{
    if (!old->given || !new->given)
        return new->given ? DATE_GIVEN : DATE_TAKEN;
    int order = edtf_compare_bounds(&new->date, &old->date);
    if (!edtf_possibly_on(&new->date, &old->date))
        return order < 0 ? DATE_EARLIER : DATE_LATER;
    bool narrower = is_within(new, old), wider = is_within(old, new);
    if (narrower && wider) {
        if (doubt(old) != doubt(new))
            return doubt(old) > doubt(new) ? DATE_MORE_CERTAIN : DATE_LESS_CERTAIN;
        return DATE_REWORDED;
    }
    if (narrower)
        return lasts(old) ? DATE_SHORTER : DATE_MORE_PRECISE;
    if (wider)
        return lasts(new) ? DATE_LONGER : DATE_LESS_PRECISE;
    return DATE_SHIFTED;
}
