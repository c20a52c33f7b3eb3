#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "edtf/edtf.h"
#include "edtf/explain.h"
#include "table.h"

enum { TEXT = 512 };

static struct edtf parsed(struct str text)
{
    struct edtf date;
    struct edtf_error error;
    if (!edtf_parse(text, &date, &error))
        fail_msg("%.*s: %s", STR_ARG(text), error.reason);
    return date;
}

static void level_bounds_and_form(struct buf *out, struct str input)
{
    struct edtf date = parsed(input);
    char earliest[TEXT], latest[TEXT], canonical[TEXT];
    edtf_bound_format(edtf_bounds(&date).earliest, earliest, sizeof(earliest));
    edtf_bound_format(edtf_bounds(&date).latest, latest, sizeof(latest));
    edtf_format(&date, canonical, sizeof(canonical));
    buf_printf(out, "%d %s %s %s", edtf_level(&date), earliest, latest, canonical);
}

static void words_of_three_widths(struct buf *out, struct str input)
{
    struct edtf date = parsed(input);
    for (int width = EDTF_WORDS_LIST; width <= EDTF_WORDS_DUMP; width++) {
        char words[TEXT];
        edtf_words(&date, (enum edtf_width)width, words, sizeof(words));
        buf_printf(out, "%s%s", width ? " | " : "", words);
    }
}

static void what_is_wrong(struct buf *out, struct str input)
{
    struct edtf date;
    struct edtf_error error;
    if (edtf_parse(input, &date, &error))
        fail_msg("%.*s is a date", STR_ARG(input));
    buf_printf(out, "%zu: %s", error.offset, error.reason);
    if (error.suggestion[0])
        buf_printf(out, " => %s", error.suggestion);
}

static void dates_have_their_level_bounds_and_form(void **state)
{
    (void)state;
    check_table("dates.txt", 120, level_bounds_and_form);
}

static void what_is_decided(struct buf *out, struct str input)
{
    struct edtf date;
    struct edtf_error error;
    char earliest[TEXT], latest[TEXT];
    if (!edtf_parse(input, &date, &error)) {
        buf_add(out, STR("refused"));
        return;
    }
    edtf_bound_format(edtf_bounds(&date).earliest, earliest, sizeof(earliest));
    edtf_bound_format(edtf_bounds(&date).latest, latest, sizeof(latest));
    buf_printf(out, "%d %s %s", edtf_level(&date), earliest, latest);
}

static void where_suites_differ_it_is_decided(void **state)
{
    (void)state;
    check_table("decisions.txt", 50, what_is_decided);
}

static void dates_have_their_words(void **state)
{
    (void)state;
    check_table("words.txt", 120, words_of_three_widths);
}

static void errors_have_their_place_reason_and_suggestion(void **state)
{
    (void)state;
    check_table("errors.txt", 120, what_is_wrong);
}

static void shapes_tell_days_periods_spans_and_sets_apart(void **state)
{
    (void)state;
    static const struct {
        struct str text;
        enum edtf_shape shape;
        bool uncertain, approximate;
    } cases[] = {
        { STR_INIT("2023-06-24"), EDTF_SHAPE_DAY, false, false },
        { STR_INIT("1985-04-12T23:20:30Z"), EDTF_SHAPE_DAY, false, false },
        { STR_INIT("2023-06-24?"), EDTF_SHAPE_PERIOD, true, false },
        { STR_INIT("2023-06-XX"), EDTF_SHAPE_PERIOD, false, false },
        { STR_INIT("2001-21~"), EDTF_SHAPE_PERIOD, false, true },
        { STR_INIT("2023/2024%"), EDTF_SHAPE_SPAN, true, true },
        { STR_INIT("../2024"), EDTF_SHAPE_SPAN, false, false },
        { STR_INIT("[2023?,2024~]"), EDTF_SHAPE_ONE_OF, true, true },
        { STR_INIT("{2023}"), EDTF_SHAPE_ALL_OF, false, false },
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        struct edtf date = parsed(cases[i].text);
        assert_int_equal(edtf_shape(&date), cases[i].shape);
        assert_int_equal(edtf_is_uncertain(&date), cases[i].uncertain);
        assert_int_equal(edtf_is_approximate(&date), cases[i].approximate);
    }
}

/* Letters that stand for what holds: b and B for possibly and certainly before,
 * o and O for on. */
static void relations(struct buf *out, struct str input)
{
    struct str rest = input, a, b;
    str_split(&rest, ' ', &a);
    str_split(&rest, ' ', &b);
    struct edtf first = parsed(a), second = parsed(b);
    buf_add(out, edtf_possibly_before(&first, &second) ? STR("b") : STR("-"));
    buf_add(out, edtf_certainly_before(&first, &second) ? STR("B") : STR("-"));
    buf_add(out, edtf_possibly_on(&first, &second) ? STR("o") : STR("-"));
    buf_add(out, edtf_certainly_on(&first, &second) ? STR("O") : STR("-"));
}

static void relations_follow_bounds_and_members(void **state)
{
    (void)state;
    check_table("relations.txt", 25, relations);
}

static void sorting_goes_by_start_then_end_then_form(void **state)
{
    (void)state;
    static const char *const pairs[][2] = {
        { "../1985", "[..1990]" },
        { "[..1990]", "Y-9223372036854775808" },
        { "-0044", "-0043" },
        { "1985-01", "1985" },
        { "1985", "1985?" },
        { "1985", "1985/.." },
        { "1985/", "1985" },
        { "1985-04", "1985-04-12" },
        { "1985-12-31", "/1985" },
        { "Y9E18S1", "Y9E18S1?" },
        { "2000", "Y9E18S1" },
        { "{1960,1961-12}", "{1960,1961}" },
        { "[1960,1961]", "{1960,1961}" },
        { "1960/1961", "[1960,1961]" },
    };
    for (size_t i = 0; i < sizeof(pairs) / sizeof(*pairs); i++) {
        struct edtf a = parsed(str_of(pairs[i][0])), b = parsed(str_of(pairs[i][1]));
        if (edtf_compare(&a, &b) >= 0 || edtf_compare(&b, &a) <= 0)
            fail_msg("%s does not sort before %s", pairs[i][0], pairs[i][1]);
    }
}

static void explanations_are_five_fields_whatever_is_asked(void **state)
{
    (void)state;
    static const struct {
        struct str text;
        const char *line;
    } cases[] = {
        { STR_INIT("1985/"),
          "1985/\t1\t1985-01-01\tunknown\tfrom 1985 until an unknown date" },
        { STR_INIT("19\t85\x01"),
          "19 85 \tinvalid\t\t\tat 3: a date has no white space" },
        { STR_INIT(""), "\tinvalid\t\t\tat 1: a date is missing" },
        { STR_INIT("1723?~"),
          "1723?~\tinvalid\t\t\tat 6: the date should end here; did you mean 1723%?" },
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        struct buf out = { 0 };
        edtf_explain(&out, cases[i].text);
        buf_add_char(&out, '\0');
        assert_string_equal(out.ptr, cases[i].line);
        buf_free(&out);
    }
}

static void days_have_words_with_their_year(void **state)
{
    (void)state;
    char text[TEXT];
    struct edtf_day day = { 2023, 6, 30 }, ides = { -43, 3, 15 };
    assert_int_equal(edtf_day_words(day, EDTF_WORDS_LIST, text, sizeof(text)), 11);
    assert_string_equal(text, "30 Jun 2023");
    edtf_day_words(ides, EDTF_WORDS_DUMP, text, sizeof(text));
    assert_string_equal(text, "15 March 44 BC");
    assert_int_equal(edtf_day_words(day, EDTF_WORDS_DUMP, text, 6), 12);
    assert_string_equal(text, "30 Ju");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates_have_their_level_bounds_and_form),
        cmocka_unit_test(where_suites_differ_it_is_decided),
        cmocka_unit_test(dates_have_their_words),
        cmocka_unit_test(errors_have_their_place_reason_and_suggestion),
        cmocka_unit_test(shapes_tell_days_periods_spans_and_sets_apart),
        cmocka_unit_test(relations_follow_bounds_and_members),
        cmocka_unit_test(sorting_goes_by_start_then_end_then_form),
        cmocka_unit_test(explanations_are_five_fields_whatever_is_asked),
        cmocka_unit_test(days_have_words_with_their_year),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
