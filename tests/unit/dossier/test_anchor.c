#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "anchor_laws.h"
#include "base/buf.h"
#include "dossier/anchor.h"
#include "random.h"
#include "text/cells.h"
#include "text/fold.h"
#include "text/utf8.h"

static const char *const verdicts[VERDICT_COUNT] = {
    "absent", "missing", "approximate", "ambiguous", "normalised", "exact",
};

static const char text[] =
    "The mutiny ended on Saturday. \u201CIt\u2019s over,\u201D the cook said \u2013 "
    "and\n"
    "left.  The harbour stayed shut; the  harbour\nwas co\u00ADoperative. Nobody "
    "na\u00EFve \uFB01nds re\u0301sume\u0301s\u2026 The end, the cook said.";

/* What is looked for in the text above and the words found. */
static const struct {
    const char *quote, *prefix, *suffix;
    enum verdict verdict;
    const char *found;
} cases[] = {
    { "mutiny ended", "", "", VERDICT_EXACT, "mutiny ended" },
    { " mutiny ended\n", "", "", VERDICT_EXACT, "mutiny ended" },
    { "utiny end", "", "", VERDICT_EXACT, "utiny end" },
    { "MUTINY  ENDED", "", "", VERDICT_NORMALISED, "mutiny ended" },
    { "\"It's over,\" the", "", "", VERDICT_NORMALISED,
      "\u201CIt\u2019s over,\u201D the" },
    { "said - and left", "", "", VERDICT_NORMALISED, "said \u2013 and\nleft" },
    { "said -- and left", "", "", VERDICT_NORMALISED, "said \u2013 and\nleft" },
    { "cooperative", "", "", VERDICT_NORMALISED, "co\u00ADoperative" },
    { "nai\u0308ve finds r\u00E9sum\u00E9s...", "", "", VERDICT_NORMALISED,
      "na\u00EFve \uFB01nds re\u0301sume\u0301s\u2026" },
    /* a letter's mark and a ligature's half are no letters of their own */
    { "r\u00E9sume", "", "", VERDICT_APPROXIMATE, "re\u0301sume\u0301s" },
    { "re\u0301sume", "", "", VERDICT_APPROXIMATE, "re\u0301sume\u0301s" },
    { "inds", "", "", VERDICT_MISSING, "" },
    /* repeats */
    { "the cook said", "", "", VERDICT_AMBIGUOUS, "the cook said" },
    { "the cook said", "over,\"", "", VERDICT_EXACT, "the cook said" },
    { "the cook said", "", "\u2014 and left", VERDICT_EXACT, "the cook said" },
    { "the cook said", "THE END,", ".", VERDICT_EXACT, "the cook said" },
    { "The Cook Said", "end, ", "", VERDICT_NORMALISED, "the cook said" },
    { "harbour", "the", "", VERDICT_AMBIGUOUS, "harbour" },
    { "harbour", "left. The", "", VERDICT_EXACT, "harbour" },
    { "the harbour", "", "", VERDICT_AMBIGUOUS, "The harbour" },
    { "The harbour", "", "", VERDICT_EXACT, "The harbour" },
    /* there, and not between its prefix and suffix */
    { "mutiny ended", "no", "", VERDICT_APPROXIMATE, "mutiny ended" },
    { "mutiny ended", "the", "on Sunday", VERDICT_APPROXIMATE, "mutiny ended" },
    { "mutiny ended", "The", "on Saturday.", VERDICT_EXACT, "mutiny ended" },
    /* near */
    { "mutiny ends on Saturday", "", "", VERDICT_APPROXIMATE,
      "mutiny ended on Saturday" },
    { "harbor stayed closed", "", "", VERDICT_MISSING, "" },
    { "harbor staid shut", "", "", VERDICT_APPROXIMATE, "harbour stayed shut" },
    { "mutny", "", "", VERDICT_APPROXIMATE, "mutiny" },
    /* not there */
    { "muti", "", "", VERDICT_EXACT, "muti" },
    { "muta", "", "", VERDICT_MISSING, "" },
    { "something else altogether", "", "", VERDICT_MISSING, "" },
    { "", "", "", VERDICT_MISSING, "" },
    { " \n", "The", "", VERDICT_MISSING, "" },
    { "\u00AD", "", "", VERDICT_MISSING, "" },
};

static void quotations_are_found_and_judged(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    const struct anchor_text *prepared = anchor_prepare(&arena, str_of(text));
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        struct anchor at =
            anchor_find(&arena, prepared, str_of(cases[i].quote),
                        str_of(cases[i].prefix), str_of(cases[i].suffix));
        struct str found = str_slice(str_of(text), at.start, at.end);
        if (at.verdict != cases[i].verdict || !str_equal(found, str_of(cases[i].found)))
            fail_msg("row %zu: \"%s\" is %s: \"%.*s\"", i, cases[i].quote,
                     verdicts[at.verdict], STR_ARG(found));
    }
    arena_free(&arena);
}

static void nothing_is_found_in_an_empty_text(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    const struct anchor_text *empty = anchor_prepare(&arena, STR(""));
    const struct anchor_text *blank = anchor_prepare(&arena, STR(" \n "));
    struct str none = STR("");
    assert_int_equal(anchor_find(&arena, empty, STR("quote"), none, none).verdict,
                     VERDICT_MISSING);
    assert_int_equal(anchor_find(&arena, blank, STR("quote"), none, none).verdict,
                     VERDICT_MISSING);
    assert_int_equal(anchor_find(&arena, blank, STR(" "), none, none).verdict,
                     VERDICT_MISSING);
    arena_free(&arena);
}

static enum verdict verdict_without_its_first_letter(size_t length)
{
    struct arena arena = { 0 };
    struct buf whole = { 0 };
    for (size_t i = 0; i < length; i++)
        buf_add_char(&whole, (char)('a' + i * i % 17));
    struct str quote =
        arena_printf(&arena, "-%.*s", STR_ARG(str_from(buf_str(&whole), 1)));
    enum verdict verdict = anchor_find(&arena, anchor_prepare(&arena, buf_str(&whole)),
                                       quote, STR(""), STR(""))
                               .verdict;
    buf_free(&whole);
    arena_free(&arena);
    return verdict;
}

static void nothing_near_is_looked_for_that_is_endless(void **state)
{
    (void)state;
    assert_int_equal(verdict_without_its_first_letter(ANCHOR_NEAR_MAX),
                     VERDICT_APPROXIMATE);
    assert_int_equal(verdict_without_its_first_letter(ANCHOR_NEAR_MAX + 1),
                     VERDICT_MISSING);
    assert_int_equal(verdict_without_its_first_letter(1000 * 1000), VERDICT_MISSING);
}

static void words_are_suggested_that_choose(void **state)
{
    (void)state;
    static const struct {
        const char *text, *quote, *prefix, *suffix;
    } suggested[] = {
        { "Ann left the port. Bob\nleft the port.", "left the port", "Ann", "" },
        { "Then he left the port. So he left the port.", "left", "Then he", "" },
        { "left and left", "left", "", "and" },
        { "left\nthe port, left the bay.", "left", "", "the port," },
        { "left left", "left", "", "left" },
        { "a b c d e f g h X then a b c d e f g h X", "X", "", "then" },
        { "a b c d e f g h X a b c d e f g h X a b c d e f g h X.", "X", "", "" },
    };
    struct arena arena = { 0 };
    for (size_t i = 0; i < sizeof(suggested) / sizeof(*suggested); i++) {
        const struct anchor_text *prepared =
            anchor_prepare(&arena, str_of(suggested[i].text));
        struct str quote = str_of(suggested[i].quote), none = STR("");
        struct anchor at = anchor_find(&arena, prepared, quote, none, none);
        assert_int_equal(at.verdict, VERDICT_AMBIGUOUS);
        struct anchor_choice choice = anchor_suggest(&arena, prepared, quote, at);
        if (!str_equal(choice.prefix, str_of(suggested[i].prefix)) ||
            !str_equal(choice.suffix, str_of(suggested[i].suffix)))
            fail_msg("row %zu: prefix \"%.*s\", suffix \"%.*s\"", i,
                     STR_ARG(choice.prefix), STR_ARG(choice.suffix));
    }
    struct str twice = STR("left and left");
    const struct anchor_text *prepared = anchor_prepare(&arena, twice);
    struct anchor second = { .verdict = VERDICT_AMBIGUOUS, .start = 9, .end = 13 };
    assert_true(str_equal(anchor_suggest(&arena, prepared, STR("left"), second).prefix,
                          STR("and")));
    arena_free(&arena);
}

/* Texts made at random, of words that fold, wrap and repeat. */

static const char *const words[] = {
    "the",
    "harbour",
    "March",
    "caf\u00E9",
    "re\u0301sume\u0301",
    "\uFB01nds",
    "it\u2019s",
    "\u201Cno\u201D",
    "1,200",
    "U.S.",
    "\u2013",
    "co-op",
    "stra\u00DFe",
    "\u6F22\u5B57",
    "\u041C\u043E\u0441\u043A\u0432\u0430",
    "\U0001F44D",
    "\u0937\u093F",
    "end\u2026",
    "a",
    "I",
};

static void write_text(struct buf *out, uint64_t *seed)
{
    static const char *const gaps[] = { " ", " ", " ", "\n", "  ", "\n\n" };
    buf_clear(out);
    for (size_t count = 1 + random_below(seed, 80); count--;) {
        buf_add(out, str_of(words[random_below(seed, sizeof(words) / sizeof(*words))]));
        if (count)
            buf_add(out,
                    str_of(gaps[random_below(seed, sizeof(gaps) / sizeof(*gaps))]));
    }
}

/* A stretch of one to thirty graphemes, no space at its ends. */
static struct anchor cut_quote(struct str whole, uint64_t *seed)
{
    size_t offsets[4096], count = 0, at = 0;
    struct str grapheme;
    do
        offsets[count++] = at;
    while (text_next_grapheme(whole, &at, &grapheme));
    size_t first = random_below(seed, count - 1);
    size_t length = 1 + random_below(seed, 30);
    size_t last = first + length < count ? first + length : count - 1;
    struct str cut = str_slice(whole, offsets[first], offsets[last]);
    struct str trimmed = str_trim(cut);
    size_t start = trimmed.len ? (size_t)(trimmed.ptr - whole.ptr) : offsets[first];
    return (struct anchor){ .start = start, .end = start + trimmed.len };
}

/* Signs and their likes: what a quotation may have instead. */
static const struct {
    struct str sign, like;
} likes[] = {
    { STR_INIT("\u2019"), STR_INIT("'") },
    { STR_INIT("\u201C"), STR_INIT("\"") },
    { STR_INIT("\u201D"), STR_INIT("\u00BB") },
    { STR_INIT("\u2013"), STR_INIT("\u2014") },
    { STR_INIT("-"), STR_INIT("\u2010") },
    { STR_INIT("\uFB01"), STR_INIT("fi") },
    { STR_INIT("\u00E9"), STR_INIT("E\u0301") },
    { STR_INIT("\u2026"), STR_INIT("...") },
    { STR_INIT("h"), STR_INIT("H") },
    { STR_INIT("a"), STR_INIT("\uFF41") },
    { STR_INIT(" "), STR_INIT("\u00A0\n") },
    { STR_INIT("\n"), STR_INIT(" ") },
    { STR_INIT("U"), STR_INIT("\u00ADu") },
    { STR_INIT("\u00DF"), STR_INIT("SS") },
};

/* Now and then a letter of ASCII in the other case. */
static void add_grapheme(struct buf *out, struct str grapheme, uint64_t *seed)
{
    char c = grapheme.ptr[0];
    bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (grapheme.len == 1 && letter && random_below(seed, 12) == 0)
        buf_add_char(out, (char)(c ^ ' '));
    else
        buf_add(out, grapheme);
}

/* Writes the quotation as another hand might have. */
static void rewrite(struct buf *out, struct str quote, uint64_t *seed)
{
    buf_clear(out);
    struct str grapheme;
    for (size_t at = 0; text_next_grapheme(quote, &at, &grapheme);) {
        for (size_t i = 0; i < sizeof(likes) / sizeof(*likes); i++)
            if (str_equal(grapheme, likes[i].sign) && random_below(seed, 2)) {
                grapheme = likes[i].like;
                break;
            }
        add_grapheme(out, grapheme, seed);
    }
}

static const struct str none = STR_INIT("");

static void a_quotation_is_found_where_it_was_cut(void **state)
{
    (void)state;
    uint64_t seed = 12;
    struct buf whole = { 0 }, quote = { 0 };
    size_t seen[VERDICT_COUNT] = { 0 };
    for (int round = 0; round < 1500; round++) {
        struct arena arena = { 0 };
        write_text(&whole, &seed);
        struct anchor cut = cut_quote(buf_str(&whole), &seed);
        struct str as_cut = str_slice(buf_str(&whole), cut.start, cut.end);
        rewrite(&quote, as_cut, &seed);
        struct anchor at;
        const char *law =
            anchor_broken_law(buf_str(&whole), buf_str(&quote), none, none, &at);
        if (law)
            fail_msg("round %d: not so that %s", round, law);
        seen[at.verdict]++;
        if (text_fold_quote(&arena, buf_str(&quote)).text.len) {
            assert_true(at.verdict >= VERDICT_AMBIGUOUS);
            /* in other letters it may stand elsewhere exactly */
            if (at.verdict == VERDICT_NORMALISED ||
                (at.verdict == VERDICT_EXACT && str_equal(buf_str(&quote), as_cut)))
                assert_true(at.start == cut.start && at.end == cut.end);
        }
        arena_free(&arena);
    }
    for (size_t v = VERDICT_AMBIGUOUS; v < VERDICT_COUNT; v++)
        assert_true(seen[v] > 100);
    buf_free(&whole);
    buf_free(&quote);
}

/* Takes out, puts in or changes a letter, COUNT times. */
static void edit(struct buf *out, struct str quote, size_t count, uint64_t *seed)
{
    uint32_t points[2048];
    size_t len = 0;
    for (size_t at = 0; at < quote.len;)
        points[len++] = utf8_next(quote, &at);
    while (count--) {
        size_t at = random_below(seed, len);
        size_t kind = random_below(seed, 3);
        if (kind == 0 && len > 1) {
            len--;
            for (size_t i = at; i < len; i++)
                points[i] = points[i + 1];
            continue;
        }
        if (kind == 1)
            for (size_t i = len++; i > at; i--)
                points[i] = points[i - 1];
        points[at] = (uint32_t)('a' + random_below(seed, 26));
    }
    buf_clear(out);
    for (size_t i = 0; i < len; i++)
        utf8_add(out, points[i]);
}

static void an_altered_quotation_is_never_said_to_be_there(void **state)
{
    (void)state;
    uint64_t seed = 7;
    struct buf whole = { 0 }, quote = { 0 };
    size_t seen[VERDICT_COUNT] = { 0 };
    for (int round = 0; round < 1500; round++) {
        write_text(&whole, &seed);
        struct anchor cut = cut_quote(buf_str(&whole), &seed);
        if (cut.end == cut.start)
            continue;
        edit(&quote, str_slice(buf_str(&whole), cut.start, cut.end),
             1 + random_below(&seed, 4), &seed);
        struct anchor at;
        const char *law =
            anchor_broken_law(buf_str(&whole), buf_str(&quote), none, none, &at);
        if (law)
            fail_msg("round %d: not so that %s", round, law);
        seen[at.verdict]++;
    }
    assert_true(seen[VERDICT_APPROXIMATE] > 300 && seen[VERDICT_MISSING] > 300);
    buf_free(&whole);
    buf_free(&quote);
}

/* Two edits at most in a quotation of ten letters or more: always near. */
static void few_edits_are_still_near(void **state)
{
    (void)state;
    uint64_t seed = 99;
    struct buf whole = { 0 }, quote = { 0 };
    for (int round = 0; round < 1500; round++) {
        struct arena arena = { 0 };
        write_text(&whole, &seed);
        struct anchor cut = cut_quote(buf_str(&whole), &seed);
        struct str words_cut = str_slice(buf_str(&whole), cut.start, cut.end);
        struct str folded = text_fold_quote(&arena, words_cut).text;
        if (utf8_count(folded) >= 15) {
            edit(&quote, folded, 2, &seed);
            const struct anchor_text *prepared =
                anchor_prepare(&arena, buf_str(&whole));
            assert_true(anchor_find(&arena, prepared, buf_str(&quote), STR(""), STR(""))
                            .verdict >= VERDICT_APPROXIMATE);
        }
        arena_free(&arena);
    }
    buf_free(&whole);
    buf_free(&quote);
}

/* All that stands before and behind a place tells it from every other. */
static void prefix_and_suffix_choose_among_repeats(void **state)
{
    (void)state;
    uint64_t seed = 3;
    struct buf whole = { 0 };
    size_t chosen = 0;
    for (int round = 0; round < 800; round++) {
        struct arena arena = { 0 };
        write_text(&whole, &seed);
        struct str all = buf_str(&whole);
        struct anchor cut = cut_quote(all, &seed);
        struct str quote = str_slice(all, cut.start, cut.end);
        const struct anchor_text *prepared = anchor_prepare(&arena, all);
        if (text_fold_quote(&arena, quote).text.len) {
            struct anchor free = anchor_find(&arena, prepared, quote, STR(""), STR(""));
            struct anchor at =
                anchor_find(&arena, prepared, quote, str_slice(all, 0, cut.start),
                            str_from(all, cut.end));
            assert_int_equal(at.verdict, VERDICT_EXACT);
            assert_true(at.start == cut.start && at.end == cut.end);
            chosen += free.verdict == VERDICT_AMBIGUOUS;
        }
        arena_free(&arena);
    }
    assert_true(chosen > 100);
    buf_free(&whole);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(quotations_are_found_and_judged),
        cmocka_unit_test(nothing_is_found_in_an_empty_text),
        cmocka_unit_test(nothing_near_is_looked_for_that_is_endless),
        cmocka_unit_test(words_are_suggested_that_choose),
        cmocka_unit_test(a_quotation_is_found_where_it_was_cut),
        cmocka_unit_test(an_altered_quotation_is_never_said_to_be_there),
        cmocka_unit_test(few_edits_are_still_near),
        cmocka_unit_test(prefix_and_suffix_choose_among_repeats),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
