/*
 * Each step sorts what the steps before it left on both sides by what must agree,
 * and walks the two side by side. A citation is known by its place in its list.
 */
#include "dossier/pairing.h"

#include <stdlib.h>
#include <string.h>

struct entry {
    const struct citation *citation;
    size_t place;
};

/* What is left of a list, and by place the citation of the other list that each
 * has found. */
struct side {
    struct entry *left;
    size_t count;
    const struct citation **partner;
};

struct pairing {
    struct arena scratch;
    struct side old, new;
};

/* What must agree. */

typedef int compare_function(const void *left, const void *right);

static const struct citation *citation_of(const void *entry)
{
    return ((const struct entry *)entry)->citation;
}

static int by_words(const void *left, const void *right)
{
    const struct citation *a = citation_of(left), *b = citation_of(right);
    int order = str_compare(a->quote, b->quote);
    order = order ? order : str_compare(a->prefix, b->prefix);
    return order ? order : str_compare(a->suffix, b->suffix);
}

static struct str claim_id(const struct citation *citation)
{
    return citation->claim ? citation->claim->id : STR("");
}

static int by_subject(const void *left, const void *right)
{
    const struct citation *a = citation_of(left), *b = citation_of(right);
    int order = str_compare(a->event->id, b->event->id);
    return order ? order : str_compare(claim_id(a), claim_id(b));
}

static int by_place(const void *left, const void *right)
{
    const struct entry *a = left, *b = right;
    return (a->place > b->place) - (a->place < b->place);
}

static int by_all(const void *left, const void *right)
{
    int order = by_subject(left, right);
    return order ? order : by_words(left, right);
}

/* The same, for a sort that leaves nothing to chance. */
static int sort_by_all(const void *left, const void *right)
{
    int order = by_all(left, right);
    return order ? order : by_place(left, right);
}

static int sort_by_words(const void *left, const void *right)
{
    int order = by_words(left, right);
    return order ? order : sort_by_all(left, right);
}

/* Sides. */

static void enter(struct arena *scratch, struct side *side, const citation_list *list)
{
    side->count = list->len;
    side->left = arena_array(scratch, list->len, sizeof(*side->left));
    side->partner = arena_array(scratch, list->len, sizeof(*side->partner));
    for (size_t i = 0; i < list->len; i++)
        side->left[i] = (struct entry){ .citation = list->at[i], .place = i };
}

static void sort_left(struct side *side, compare_function *order)
{
    if (side->count)
        qsort(side->left, side->count, sizeof(*side->left), order);
}

static void drop_paired(struct side *side)
{
    size_t kept = 0;
    for (size_t i = 0; i < side->count; i++)
        if (!side->partner[side->left[i].place])
            side->left[kept++] = side->left[i];
    side->count = kept;
}

static void join(struct pairing *pairing, size_t i, size_t k)
{
    const struct entry *old = &pairing->old.left[i], *new = &pairing->new.left[k];
    pairing->old.partner[old->place] = new->citation;
    pairing->new.partner[new->place] = old->citation;
}

/* The same words. */

static void join_equal(struct pairing *pairing, compare_function *sort,
                       compare_function *agree)
{
    struct side *old = &pairing->old, *new = &pairing->new;
    sort_left(old, sort);
    sort_left(new, sort);
    for (size_t i = 0, k = 0; i < old->count && k < new->count;) {
        int order = agree(&old->left[i], &new->left[k]);
        if (order == 0)
            join(pairing, i, k);
        i += order <= 0;
        k += order >= 0;
    }
    drop_paired(old);
    drop_paired(new);
}

/* Other words. */

/* Two groups of more pairs than this are told apart by their words alone; of a
 * longer quotation, the first words stand for all. */
enum { PAIRS_MAX = 4096, WORDS_MAX = 64 };

struct bag {
    struct str word[WORDS_MAX];
    size_t count;
};

static int by_word(const void *left, const void *right)
{
    const struct str *a = left, *b = right;
    return str_compare(*a, *b);
}

static struct bag bag_of(struct str quote)
{
    struct bag bag = { .count = 0 };
    struct str word;
    while (bag.count < WORDS_MAX && str_split(&quote, ' ', &word))
        if (word.len)
            bag.word[bag.count++] = word;
    if (bag.count)
        qsort(bag.word, bag.count, sizeof(*bag.word), by_word);
    return bag;
}

/* In thousandths: how many of the words of both they have in common (Dice). */
static size_t likeness(const struct bag *a, const struct bag *b)
{
    size_t common = 0, words = a->count + b->count;
    for (size_t i = 0, k = 0; i < a->count && k < b->count;) {
        int order = str_compare(a->word[i], b->word[k]);
        common += order == 0;
        i += order <= 0;
        k += order >= 0;
    }
    return words ? 2000 * common / words : 0;
}

enum { ALIKE = 500 };

struct candidate {
    size_t likeness, old, new;
};

/* The most alike first; then in an order that is the same from both sides. */
static int by_likeness(const void *left, const void *right)
{
    const struct candidate *a = left, *b = right;
    size_t sum_a = a->old + a->new, sum_b = b->old + b->new;
    size_t far_a = a->old > a->new ? a->old - a->new : a->new - a->old;
    size_t far_b = b->old > b->new ? b->old - b->new : b->new - b->old;
    if (a->likeness != b->likeness)
        return a->likeness > b->likeness ? -1 : 1;
    if (sum_a != sum_b)
        return sum_a < sum_b ? -1 : 1;
    if (far_a != far_b)
        return far_a < far_b ? -1 : 1;
    return (a->old > b->old) - (a->old < b->old);
}

static struct bag *bags_of(struct arena *scratch, const struct entry *entries,
                           size_t count)
{
    struct bag *bags = arena_array(scratch, count, sizeof(*bags));
    for (size_t i = 0; i < count; i++)
        bags[i] = bag_of(entries[i].citation->quote);
    return bags;
}

/* Two groups of citations for one claim, from OLD and NEW on in what is left. */
static void join_alike(struct pairing *pairing, size_t old, size_t old_count,
                       size_t new, size_t new_count)
{
    struct arena scratch = { NULL };
    const struct entry *of_old = pairing->old.left + old;
    const struct entry *of_new = pairing->new.left + new;
    if (old_count == 1 && new_count == 1)
        join(pairing, old, new);
    if (old_count * new_count == 1 || old_count > PAIRS_MAX / new_count)
        return;
    struct bag *old_bags = bags_of(&scratch, of_old, old_count);
    struct bag *new_bags = bags_of(&scratch, of_new, new_count);
    VEC(struct candidate) candidates = { NULL, 0, 0 };
    for (size_t i = 0; i < old_count; i++)
        for (size_t k = 0; k < new_count; k++) {
            struct candidate pair = { likeness(&old_bags[i], &new_bags[k]), i, k };
            if (pair.likeness >= ALIKE)
                vec_push(&scratch, &candidates, pair);
        }
    if (candidates.len)
        qsort(candidates.at, candidates.len, sizeof(*candidates.at), by_likeness);
    for (size_t c = 0; c < candidates.len; c++) {
        const struct candidate *pair = &candidates.at[c];
        if (!pairing->old.partner[of_old[pair->old].place] &&
            !pairing->new.partner[of_new[pair->new].place])
            join(pairing, old + pair->old, new + pair->new);
    }
    arena_free(&scratch);
}

/* How many from START on are for one claim. */
static size_t group_len(const struct side *side, size_t start)
{
    size_t end = start + 1;
    while (end < side->count && by_subject(&side->left[start], &side->left[end]) == 0)
        end++;
    return end - start;
}

static void join_reworded(struct pairing *pairing)
{
    struct side *old = &pairing->old, *new = &pairing->new;
    sort_left(old, sort_by_all);
    sort_left(new, sort_by_all);
    for (size_t i = 0, k = 0; i < old->count && k < new->count;) {
        int order = by_subject(&old->left[i], &new->left[k]);
        size_t of_old = group_len(old, i), of_new = group_len(new, k);
        if (order == 0)
            join_alike(pairing, i, of_old, k, of_new);
        i += order <= 0 ? of_old : 0;
        k += order >= 0 ? of_new : 0;
    }
}

citation_pairs pair_citations(struct arena *arena, const citation_list *old,
                              const citation_list *new)
{
    struct pairing pairing = { .scratch = { NULL } };
    citation_pairs pairs = { NULL, 0, 0 };
    enter(&pairing.scratch, &pairing.old, old);
    enter(&pairing.scratch, &pairing.new, new);
    join_equal(&pairing, sort_by_all, by_all);
    join_equal(&pairing, sort_by_words, by_words);
    join_reworded(&pairing);
    for (size_t i = 0; i < new->len; i++) {
        struct citation_pair pair = { pairing.new.partner[i], new->at[i] };
        vec_push(arena, &pairs, pair);
    }
    for (size_t i = 0; i < old->len; i++) {
        struct citation_pair pair = { old->at[i], NULL };
        if (!pairing.old.partner[i])
            vec_push(arena, &pairs, pair);
    }
    arena_free(&pairing.scratch);
    return pairs;
}
