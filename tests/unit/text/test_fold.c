#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/fold.h"

/* Texts that a quotation may be written in, and what both fold to. */
static const struct {
    struct str text, folded;
} quotes[] = {
    { STR_INIT(""), STR_INIT("") },
    { STR_INIT(" \n\t "), STR_INIT("") },
    { STR_INIT("  The\u00A0\n  War "), STR_INIT("the war") },
    { STR_INIT("a\u3000b\u2009c\xC2\x85"
               "d"),
      STR_INIT("a b c d") },
    { STR_INIT("\u201EJa\u201C \u201Cno\u201D \u00ABsi\u00BB \u2033"),
      STR_INIT("\"ja\" \"no\" \"si\" \"") },
    { STR_INIT("it\u2019s `so\u00B4 \u2039x\u203A \u2018y\u2019 6\u2032 \u201Az\u201B"),
      STR_INIT("it's 'so' 'x' 'y' 6' 'z'") },
    { STR_INIT(
          "\u2010a\u2011b\u2012c\u2013d\u2014e\u2015f\u2212g\uFE63h\uFF0Di\uFE58j"),
      STR_INIT("-a-b-c-d-e-f-g-h-i-j") },
    { STR_INIT("so -- they \u2014\u2014 said"), STR_INIT("so - they - said") },
    { STR_INIT("\uFF40a\uFF07 \uFF02b \u0149"), STR_INIT("'a' \"b 'n") },
    { STR_INIT("\uFB01nd \uFB03ne"), STR_INIT("find ffine") },
    { STR_INIT("wait\u2026"), STR_INIT("wait...") },
    { STR_INIT("co\u00ADop\u200Ber\u2060ate"), STR_INIT("cooperate") },
    { STR_INIT("STRASSE stra\u00DFe"), STR_INIT("strasse strasse") },
    { STR_INIT("E\u0301t\u00C9"), STR_INIT("\u00E9t\u00E9") },
    { STR_INIT("\uFF37\uFF49\uFF44\uFF45 \u2460 \u00BD"), STR_INIT("wide 1 1\u20442") },
    { STR_INIT("\u041D\u0410\u0420"), STR_INIT("\u043D\u0430\u0440") },
    { STR_INIT("\u03A3\u03C2"), STR_INIT("\u03C3\u03C3") },
    { STR_INIT("a\xFFz"), STR_INIT("a\uFFFDz") },
    { STR_INIT("a\0B"), STR_INIT("a\0b") },
};

static void quotations_that_differ_in_form_fold_alike(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    for (size_t i = 0; i < sizeof(quotes) / sizeof(*quotes); i++) {
        struct str folded = text_fold_quote(&arena, quotes[i].text).text;
        if (!str_equal(folded, quotes[i].folded))
            fail_msg("row %zu: got \"%.*s\"", i, STR_ARG(folded));
        assert_true(str_equal(text_fold_quote(&arena, folded).text, folded));
    }
    arena_free(&arena);
}

static void searching_leaves_diacritics_out(void **state)
{
    (void)state;
    static const struct {
        struct str text, folded;
    } cases[] = {
        { STR_INIT("Caf\u00C9 na\u00EFve"), STR_INIT("cafe naive") },
        { STR_INIT("e\u0301\u0302"), STR_INIT("e") },
        { STR_INIT("\u0419\u0401"), STR_INIT("\u0438\u0435") },
        { STR_INIT("\u1EBFn"), STR_INIT("en") },
    };
    struct arena arena = { 0 };
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
        assert_true(
            str_equal(text_fold_search(&arena, cases[i].text).text, cases[i].folded));
    arena_free(&arena);
}

static void each_folded_byte_knows_its_grapheme(void **state)
{
    (void)state;
    /* " A  ﬁ…é": a ligature and an ellipsis are more bytes than letters, the
     * space is where its run begins, é comes from two code points. */
    struct str text = STR(" A  \uFB01\u2026e\u0301");
    static const size_t origins[] = { 1, 2, 4, 4, 7, 7, 7, 10, 10, 13 };
    struct arena arena = { 0 };
    struct text_folded folded = text_fold_quote(&arena, text);
    assert_true(str_equal(folded.text, STR("a fi...\u00E9")));
    for (size_t i = 0; i <= folded.text.len; i++)
        assert_int_equal(folded.origin[i], origins[i]);
    arena_free(&arena);
}

static void canonical_text_differs_in_neither_form_nor_spacing(void **state)
{
    (void)state;
    static const struct {
        struct str text, canonical;
    } cases[] = {
        { STR_INIT(""), STR_INIT("") },
        { STR_INIT("\n a \r\n\t b\u00A0\u2003c \n"), STR_INIT("a b c") },
        { STR_INIT("Cafe\u0301 \u201Cx\u201D \uFB01"),
          STR_INIT("Caf\u00E9 \u201Cx\u201D \uFB01") },
        { STR_INIT("\uFEFFa\xFF"), STR_INIT("a\uFFFD") },
    };
    struct arena arena = { 0 };
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
        assert_true(
            str_equal(text_canonical(&arena, cases[i].text), cases[i].canonical));
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(quotations_that_differ_in_form_fold_alike),
        cmocka_unit_test(searching_leaves_diacritics_out),
        cmocka_unit_test(each_folded_byte_knows_its_grapheme),
        cmocka_unit_test(canonical_text_differs_in_neither_form_nor_spacing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
