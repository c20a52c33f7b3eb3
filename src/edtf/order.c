/*
 * Before, after and at the same time.
 *
 * Sorting wants one answer for any two dates: edtf_compare. The other four are
 * about what can be and what must be. They look at bounds, and for what lies on
 * what also at the members of a set, which has gaps; an unknown bound may lie
 * anywhere, so it helps whatever is possible and nothing that is certain.
 */
#include "edtf/put.h"

#include <string.h>

/* Where bounds stand on one day, open ones are outside and known ones before
 * unknown ones; so the order is total. */
static const int start_ranks[] = {
    [EDTF_OPEN] = 0, [EDTF_DAY] = 1, [EDTF_UNKNOWN] = 2
};
static const int end_ranks[] = { [EDTF_DAY] = 0, [EDTF_UNKNOWN] = 1, [EDTF_OPEN] = 2 };

static int compare_bounds(struct edtf_bound a, struct edtf_bound b, const int *ranks)
{
    int order = edtf_day_compare(a.day, b.day);
    return order ? order : ranks[a.kind] - ranks[b.kind];
}

/* One step through the canonical form: what stands up to and with the sign that
 * ends it. Since that sign is in no step but at its end, no step is the start
 * of another, and the first two that differ order the whole. */
enum { STEP = 128 };

static size_t next_member(struct members *members, char close, char step[STEP])
{
    struct put put = { .out = step, .size = STEP };
    struct piece member;
    if (!members_next(members, &member))
        return 0;
    put_piece(&put, &member);
    put_char(&put, members->at < members->text.len ? ',' : close);
    return put_end(&put);
}

static int compare_sets(const struct edtf *a, const struct edtf *b)
{
    struct members of_a = members_of(a), of_b = members_of(b);
    char step_a[STEP], step_b[STEP];
    if (a->shape != b->shape)
        return a->shape < b->shape ? -1 : 1;
    for (;;) {
        size_t len_a = next_member(&of_a, ']', step_a);
        size_t len_b = next_member(&of_b, ']', step_b);
        if (len_a == 0 && len_b == 0)
            return 0;
        int order = strcmp(len_a ? step_a : "", len_b ? step_b : "");
        if (order)
            return order;
    }
}

static bool is_set(const struct edtf *date)
{
    return date->shape == EDTF_SHAPE_ONE_OF || date->shape == EDTF_SHAPE_ALL_OF;
}

static int compare_texts(const struct edtf *a, const struct edtf *b)
{
    char text_a[STEP], text_b[STEP];
    if (is_set(a) != is_set(b))
        return is_set(a) ? 1 : -1;
    if (is_set(a))
        return compare_sets(a, b);
    edtf_format(a, text_a, sizeof(text_a));
    edtf_format(b, text_b, sizeof(text_b));
    return strcmp(text_a, text_b);
}

int edtf_compare_bounds(const struct edtf *a, const struct edtf *b)
{
    int order = compare_bounds(a->bounds.earliest, b->bounds.earliest, start_ranks);
    return order ? order
                 : compare_bounds(a->bounds.latest, b->bounds.latest, end_ranks);
}

int edtf_compare(const struct edtf *a, const struct edtf *b)
{
    int order = edtf_compare_bounds(a, b);
    return order ? order : compare_texts(a, b);
}

/* Bounds as days, with open and unknown ones as far out as days go. */
static struct reach widest(struct edtf_bounds bounds)
{
    struct reach reach = { .first = { INT64_MIN, 1, 1 },
                           .last = { INT64_MAX, 12, 31 } };
    if (bounds.earliest.kind == EDTF_DAY)
        reach.first = bounds.earliest.day;
    if (bounds.latest.kind == EDTF_DAY)
        reach.last = bounds.latest.day;
    return reach;
}

bool edtf_possibly_before(const struct edtf *a, const struct edtf *b)
{
    return edtf_day_compare(widest(a->bounds).first, widest(b->bounds).last) < 0;
}

bool edtf_certainly_before(const struct edtf *a, const struct edtf *b)
{
    return edtf_day_compare(widest(a->bounds).last, widest(b->bounds).first) < 0;
}

static bool overlap(struct edtf_bounds a, struct edtf_bounds b)
{
    struct reach of_a = widest(a), of_b = widest(b);
    return edtf_day_compare(of_a.first, of_b.last) <= 0 &&
           edtf_day_compare(of_b.first, of_a.last) <= 0;
}

/* Whether A lies in B, wherever the unknown bounds of either are. */
static bool inside(struct edtf_bounds a, struct edtf_bounds b)
{
    struct reach of_a = widest(a), of_b = widest(b);
    return b.earliest.kind != EDTF_UNKNOWN && b.latest.kind != EDTF_UNKNOWN &&
           edtf_day_compare(of_b.first, of_a.first) <= 0 &&
           edtf_day_compare(of_a.last, of_b.last) <= 0;
}

typedef bool relation(struct edtf_bounds a, struct edtf_bounds b);

/* Whether the bounds A stand in this relation to B, or to a member of it. */
static bool to_any(struct edtf_bounds a, relation *holds, const struct edtf *b)
{
    if (!is_set(b))
        return holds(a, b->bounds);
    struct members members = members_of(b);
    struct piece member;
    while (members_next(&members, &member))
        if (holds(a, bounds_of_piece(&member)))
            return true;
    return false;
}

bool edtf_possibly_on(const struct edtf *a, const struct edtf *b)
{
    return to_any(a->bounds, overlap, b) && to_any(b->bounds, overlap, a);
}

bool edtf_certainly_on(const struct edtf *a, const struct edtf *b)
{
    return to_any(a->bounds, inside, b);
}
