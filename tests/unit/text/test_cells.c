#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <locale.h>
#include <stdio.h>
#include <wchar.h>

#include "text/cells.h"

/* Clusters are bracketed in the second column. */
static const struct {
    struct str text;
    const char *clusters;
    size_t cells;
} cut[] = {
    { STR_INIT(""), "", 0 },
    { STR_INIT("ab"), "[a][b]", 2 },
    { STR_INIT("e\u0301x"), "[e\u0301][x]", 2 },
    { STR_INIT("\u6F22a"), "[\u6F22][a]", 3 },
    { STR_INIT("1\u20E3"), "[1\u20E3]", 1 },
    { STR_INIT("\u1100\u1161\u11A8\uAC01"), "[\u1100\u1161\u11A8][\uAC01]", 4 },
    { STR_INIT("\u0915\u094D\u0937\u093F"), "[\u0915\u094D][\u0937][\u093F]", 3 },
    { STR_INIT("\U0001F468\u200D\U0001F469"), "[\U0001F468\u200D][\U0001F469]", 4 },
    { STR_INIT("a\nb"), "[a][\n][b]", 3 },
    { STR_INIT("e\u0301\u0302\u0303\u0304\u0305x"), "[e\u0301\u0302\u0303\u0304][x]",
      2 },
};

static void text_is_cut_as_ncurses_takes_it(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(cut) / sizeof(*cut); i++) {
        char shown[128] = "";
        size_t used = 0;
        struct text_cluster cluster;
        for (size_t at = 0; text_next_cluster(cut[i].text, &at, &cluster);)
            used += (size_t)snprintf(shown + used, sizeof shown - used, "[%.*s]",
                                     STR_ARG(cluster.bytes));
        assert_string_equal(shown, cut[i].clusters);
        assert_int_equal(text_cells(cut[i].text), cut[i].cells);
    }
}

static void graphemes_are_what_a_reader_takes_for_a_letter(void **state)
{
    (void)state;
    static const struct {
        struct str text;
        const char *graphemes;
    } cases[] = {
        { STR_INIT("ab"), "[a][b]" },
        { STR_INIT("e\u0301x"), "[e\u0301][x]" },
        { STR_INIT("\r\na"), "[\r\n][a]" },
        { STR_INIT("\u0937\u093Fa"), "[\u0937\u093F][a]" },
        { STR_INIT("\U0001F468\u200D\U0001F469!"), "[\U0001F468\u200D\U0001F469][!]" },
        { STR_INIT("\U0001F1FA\U0001F1F8\U0001F1FA"),
          "[\U0001F1FA\U0001F1F8][\U0001F1FA]" },
        { STR_INIT("\u0600a"), "[\u0600a]" },
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        char shown[128] = "";
        size_t used = 0;
        struct str grapheme;
        for (size_t at = 0; text_next_grapheme(cases[i].text, &at, &grapheme);)
            used += (size_t)snprintf(shown + used, sizeof shown - used, "[%.*s]",
                                     STR_ARG(grapheme));
        assert_string_equal(shown, cases[i].graphemes);
    }
}

/* Wide letters are asked in the locale of the program, which has none of them. */
static void widths_do_not_depend_on_the_locale(void **state)
{
    (void)state;
    assert_non_null(setlocale(LC_ALL, "C"));
    assert_int_equal(wcwidth(0x6F22), -1);
    assert_int_equal(text_cells(STR("\u6F22\u00E9\u20AC\U0001F600")), 6);
    assert_int_equal(wcwidth(0x6F22), -1);
}

/* As ncurses asks, where the machine has the locale. */
static void widths_are_those_that_ncurses_will_count(void **state)
{
    (void)state;
    if (!setlocale(LC_ALL, "C.UTF-8"))
        skip();
    for (uint32_t c = 0x20; c < 0x110000; c++)
        if (text_code_point_cells(c) != wcwidth((wchar_t)c))
            fail_msg("U+%04X", (unsigned)c);
    setlocale(LC_ALL, "C");
}

static void what_fits_is_whole_clusters(void **state)
{
    (void)state;
    struct str text = STR("a\u6F22e\u0301");
    static const size_t lengths[] = { 0, 1, 1, 4, 7, 7 };
    for (size_t cells = 0; cells < 6; cells++)
        assert_int_equal(text_fit(text, cells).len, lengths[cells]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_is_cut_as_ncurses_takes_it),
        cmocka_unit_test(graphemes_are_what_a_reader_takes_for_a_letter),
        cmocka_unit_test(widths_do_not_depend_on_the_locale),
        cmocka_unit_test(widths_are_those_that_ncurses_will_count),
        cmocka_unit_test(what_fits_is_whole_clusters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
