/*
 * The pattern stands down the left side of the table of distances, the text along
 * its top. A column is kept as differences between neighbours, +1, 0 or -1, in two
 * bits for each code point of the pattern, 64 to a block, and the next column is
 * computed from it block by block; only the distance at the bottom is kept as a
 * number. Going forward from anywhere gives the best end; going backward from
 * there with the pattern reversed gives the start.
 */
#include "dossier/align.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "text/utf8.h"

enum { BLOCK_BITS = 64, ASCII_COUNT = 128 };

struct block {
    uint64_t up, down; /* where the column grows and falls by one */
};

struct matcher {
    size_t length; /* code points of the pattern */
    size_t blocks;
    struct block *column;
    size_t distance; /* of the whole pattern, in the present column */

    /* The code points of the pattern, each once, in order; in `equal` a row of
     * blocks for each, with the bits of its places. Row 0 is for all others. */
    uint32_t *alphabet;
    size_t letters;
    uint64_t *equal;
    size_t ascii_row[ASCII_COUNT];
};

static int compare_code_points(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static size_t search_row(const struct matcher *m, uint32_t code_point)
{
    const uint32_t *found = bsearch(&code_point, m->alphabet, m->letters,
                                    sizeof code_point, compare_code_points);
    return found ? (size_t)(found - m->alphabet) + 1 : 0;
}

static const uint64_t *equal_row(const struct matcher *m, uint32_t code_point)
{
    size_t row =
        code_point < ASCII_COUNT ? m->ascii_row[code_point] : search_row(m, code_point);
    return m->equal + row * m->blocks;
}

static void make_alphabet(struct matcher *m, struct arena *scratch,
                          const uint32_t *pattern)
{
    m->alphabet = arena_array(scratch, m->length, sizeof *m->alphabet);
    memcpy(m->alphabet, pattern, m->length * sizeof *pattern);
    qsort(m->alphabet, m->length, sizeof *m->alphabet, compare_code_points);
    for (size_t i = 0; i < m->length; i++)
        if (i == 0 || m->alphabet[i] != m->alphabet[m->letters - 1])
            m->alphabet[m->letters++] = m->alphabet[i];
    for (uint32_t c = 0; c < ASCII_COUNT; c++)
        m->ascii_row[c] = search_row(m, c);
}

static struct matcher matcher_new(struct arena *scratch, const uint32_t *pattern,
                                  size_t length)
{
    struct matcher m = { .length = length, .distance = length };
    m.blocks = (length + BLOCK_BITS - 1) / BLOCK_BITS;
    make_alphabet(&m, scratch, pattern);
    m.equal = arena_array(scratch, (m.letters + 1) * m.blocks, sizeof *m.equal);
    for (size_t i = 0; i < length; i++)
        m.equal[search_row(&m, pattern[i]) * m.blocks + i / BLOCK_BITS] |=
            UINT64_C(1) << (i % BLOCK_BITS);
    m.column = arena_array(scratch, m.blocks, sizeof *m.column);
    for (size_t i = 0; i < m.blocks; i++)
        m.column[i].up = ~UINT64_C(0);
    return m;
}

/* One block of the next column. ABOVE is the step, -1, 0 or 1, from the present
 * column to the next in the row above the block; what comes back is that in the
 * row of the bit BOTTOM. */
static int step_block(struct block *block, uint64_t equal, int above, uint64_t bottom)
{
    uint64_t vertical = equal | block->down;
    equal |= above < 0;
    uint64_t diagonal = (((equal & block->up) + block->up) ^ block->up) | equal;
    uint64_t right_up = block->down | ~(diagonal | block->up);
    uint64_t right_down = block->up & diagonal;
    int below = (right_up & bottom ? 1 : 0) - (right_down & bottom ? 1 : 0);
    right_up = right_up << 1 | (above > 0);
    right_down = right_down << 1 | (above < 0);
    block->up = right_down | ~(vertical | right_up);
    block->down = right_up & vertical;
    return below;
}

/* The column for CODE_POINT. ABOVE is 0 where a match may begin anywhere in the
 * text and 1 where it begins where the text does. */
static void step(struct matcher *m, uint32_t code_point, int above)
{
    const uint64_t *equal = equal_row(m, code_point);
    const uint64_t top = UINT64_C(1) << (BLOCK_BITS - 1);
    size_t last = m->blocks - 1;
    for (size_t i = 0; i < last; i++)
        above = step_block(&m->column[i], equal[i], above, top);
    uint64_t bottom = UINT64_C(1) << ((m->length - 1) % BLOCK_BITS);
    int below = step_block(&m->column[last], equal[last], above, bottom);
    m->distance = below < 0 ? m->distance - 1 : m->distance + (size_t)below;
}

/* The least distance within LIMIT and where the first match that has it ends;
 * LIMIT + 1 where none has. Leaving out the last code points of the pattern costs
 * what replacing them does, so ends as good that follow at once are preferred. */
static size_t find_end(struct matcher *m, struct str text, size_t limit, size_t *end)
{
    size_t best = limit + 1, better_ends = 0;
    for (size_t at = 0; at < text.len && best > 0;) {
        step(m, utf8_next(text, &at), 0);
        if (m->distance < best) {
            best = m->distance;
            better_ends = best;
            *end = at;
        } else if (m->distance == best && better_ends > 0) {
            better_ends--;
            *end = at;
        } else {
            better_ends = 0;
        }
    }
    return best;
}

/* Where the match that ends at END begins; M has the pattern reversed. */
static size_t find_start(struct matcher *m, struct str text, size_t end, size_t limit)
{
    size_t best = SIZE_MAX, best_off = 0, start = end;
    size_t at = end;
    for (size_t length = 1; length <= m->length + limit && at > 0; length++) {
        step(m, utf8_previous(text, &at), 1);
        size_t off = length > m->length ? length - m->length : m->length - length;
        if (m->distance < best || (m->distance == best && off < best_off)) {
            best = m->distance;
            best_off = off;
            start = at;
        }
    }
    return start;
}

static void reverse(uint32_t *items, size_t count)
{
    for (size_t i = 0; i < count / 2; i++) {
        uint32_t item = items[i];
        items[i] = items[count - 1 - i];
        items[count - 1 - i] = item;
    }
}

bool align_find(struct arena *scratch, struct str text, struct str pattern,
                size_t limit, size_t *start, size_t *end, size_t *edits)
{
    uint32_t *points = arena_array(scratch, pattern.len, sizeof *points);
    size_t count = 0;
    for (size_t at = 0; at < pattern.len;)
        points[count++] = utf8_next(pattern, &at);
    struct matcher forward = matcher_new(scratch, points, count);
    size_t distance = find_end(&forward, text, limit, end);
    if (distance > limit)
        return false;
    reverse(points, count);
    struct matcher backward = matcher_new(scratch, points, count);
    *start = find_start(&backward, text, *end, limit);
    if (edits)
        *edits = distance;
    return true;
}
