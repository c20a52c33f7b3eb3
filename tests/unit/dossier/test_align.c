#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/buf.h"
#include "dossier/align.h"
#include "random.h"

static const struct {
    const char *text, *pattern;
    size_t limit;
    bool found;
    size_t edits;
    const char *match;
} cases[] = {
    { "the march on moscow", "march", 1, true, 0, "march" },
    { "the march on moscow", "marsh", 1, true, 1, "march" },
    { "the march on moscow", "mach", 1, true, 1, "march" },
    { "the march on moscow", "marxch", 1, true, 1, "march" },
    { "the march on moscow", "retreat", 3, false, 0, "" },
    { "", "abc", 2, false, 0, "" },
    { "abx aby abc", "abz", 1, true, 1, "abx" },
    { "na\u00EFve caf\u00E9", "cafe", 1, true, 1, "caf\u00E9" },
    { "\u041D\u0430\u0440\u044B\u0448\u043A\u0438\u043D", "\u0440\u0443\u0448", 1, true,
      1, "\u0440\u044B\u0448" },
};

static void the_nearest_stretch_is_found(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        size_t start = 77, end = 77, edits = 77;
        struct str text = str_of(cases[i].text);
        bool found = align_find(&arena, text, str_of(cases[i].pattern), cases[i].limit,
                                &start, &end, &edits);
        assert_int_equal(found, cases[i].found);
        if (!found)
            assert_true(start == 77 && end == 77 && edits == 77);
        else {
            struct str match = str_slice(text, start, end);
            if (!str_equal(match, str_of(cases[i].match)))
                fail_msg("row %zu: got \"%.*s\"", i, STR_ARG(match));
            assert_int_equal(edits, cases[i].edits);
        }
    }
    arena_free(&arena);
}

enum { LONGEST = 300 };

/* The plain table: the distance of PATTERN to the nearest stretch of TEXT, which
 * begins anywhere or, if ANCHORED, at its start and is all of it. */
static size_t distance(struct str text, struct str pattern, bool anchored)
{
    size_t row[LONGEST + 1], best = pattern.len;
    for (size_t j = 0; j <= pattern.len; j++)
        row[j] = j;
    for (size_t i = 1; i <= text.len; i++) {
        size_t diagonal = row[0];
        row[0] = anchored ? i : 0;
        for (size_t j = 1; j <= pattern.len; j++) {
            size_t left = row[j];
            size_t least = diagonal + (text.ptr[i - 1] != pattern.ptr[j - 1]);
            least = least < left + 1 ? least : left + 1;
            row[j] = least < row[j - 1] + 1 ? least : row[j - 1] + 1;
            diagonal = left;
        }
        best = row[pattern.len] < best ? row[pattern.len] : best;
    }
    return anchored ? row[pattern.len] : best;
}

static void fill(struct buf *buf, uint64_t *seed, size_t length, size_t letters)
{
    buf_clear(buf);
    while (length--)
        buf_add_char(buf, (char)('a' + random_below(seed, letters)));
}

/* Patterns of one to five blocks, so that carries between blocks are tried. */
static void bits_and_the_plain_table_agree(void **state)
{
    (void)state;
    uint64_t seed = 20230624;
    struct arena arena = { 0 };
    struct buf text = { 0 }, pattern = { 0 };
    for (int round = 0; round < 600; round++) {
        size_t letters = 2 + random_below(&seed, 5);
        fill(&text, &seed, random_below(&seed, 500), letters);
        fill(&pattern, &seed, 2 + random_below(&seed, LONGEST - 2), letters);
        size_t limit = random_below(&seed, pattern.len);
        size_t nearest = distance(buf_str(&text), buf_str(&pattern), false);
        size_t start, end, edits;
        bool found = align_find(&arena, buf_str(&text), buf_str(&pattern), limit,
                                &start, &end, &edits);
        assert_int_equal(found, nearest <= limit);
        if (found) {
            struct str match = str_slice(buf_str(&text), start, end);
            assert_int_equal(edits, nearest);
            assert_int_equal(distance(match, buf_str(&pattern), true), nearest);
        }
    }
    buf_free(&text);
    buf_free(&pattern);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_nearest_stretch_is_found),
        cmocka_unit_test(bits_and_the_plain_table_agree),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
