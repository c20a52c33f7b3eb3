#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "print/paper.h"

static void assert_paper(const struct buf *out, const char *expected)
{
    assert_int_equal(out->len, strlen(expected));
    assert_memory_equal(out->ptr, expected, out->len);
}

static const struct {
    const char *behaviour;
    size_t width, first, rest;
    bool ascii, color;
    const char *text;
    const char *expected;
} paragraphs[] = {
    { "an empty paragraph is not written", 20, 4, 4, false, false, "", "" },
    { "lines hang", 20, 0, 2, false, false, "the lamp went out at midnight",
      "the lamp went out at\n  midnight\n" },
    { "an indent takes its cells", 20, 4, 4, false, false, "the lamp went out",
      "    the lamp went\n    out\n" },
    { "wide letters take two cells", 10, 0, 0, false, false, "灯台灯台灯台",
      "灯台灯台灯\n台\n" },
    { "a line feed ends a line", 20, 2, 2, false, false, "one\ntwo", "  one\n  two\n" },
    { "an empty line has no white space", 20, 2, 2, false, false, "one\n\ntwo",
      "  one\n\n  two\n" },
    { "ASCII is measured as it is written", 20, 0, 0, true, false, "—“é”… 123456789 1",
      "-\"e\"... 123456789 1\n" },
    { "a style ends with its line", 10, 0, 0, false, true, "the lamp went",
      "\033[3mthe lamp\033[m\n\033[3mwent\033[m\n" },
};

static void paragraphs_are_set_at_their_width(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(paragraphs) / sizeof(*paragraphs); i++) {
        struct buf out = { 0 };
        struct print_options options = { .width = paragraphs[i].width,
                                         .ascii = paragraphs[i].ascii,
                                         .color = paragraphs[i].color };
        struct paper paper = paper_new(&out, &options);
        paper_begin(&paper, paragraphs[i].first, paragraphs[i].rest);
        paper_style(&paper, PAPER_QUOTATION);
        paper_add(&paper, str_of(paragraphs[i].text));
        paper_end(&paper);
        print_message("%s\n", paragraphs[i].behaviour);
        assert_paper(&out, paragraphs[i].expected);
        paper_free(&paper);
        buf_free(&out);
    }
}

static void one_empty_line_however_often_it_is_asked_for(void **state)
{
    (void)state;
    struct buf out = { 0 };
    struct print_options options = { .width = 20 };
    struct paper paper = paper_new(&out, &options);
    paper_gap(&paper);
    paper_paragraph(&paper, 0, PAPER_PLAIN, STR("one"));
    paper_gap(&paper);
    paper_gap(&paper);
    paper_paragraph(&paper, 0, PAPER_PLAIN, STR(""));
    paper_paragraph(&paper, 0, PAPER_PLAIN, STR("two"));
    paper_gap(&paper);
    paper_free(&paper);
    assert_paper(&out, "one\n\ntwo\n");
    buf_free(&out);
}

static void a_rule_is_as_wide_as_its_heading_and_no_wider_than_the_paper(void **state)
{
    (void)state;
    struct buf out = { 0 };
    struct print_options options = { .width = 20 };
    struct paper paper = paper_new(&out, &options);
    paper_heading(&paper, STR("灯台 1897"), STR("-"));
    paper_heading(&paper, STR("the lamp went out in the night"), STR("─"));
    paper_free(&paper);
    assert_paper(&out, "灯台 1897\n---------\n\n"
                       "the lamp went out in\nthe night\n────────────────────\n");
    buf_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(paragraphs_are_set_at_their_width),
        cmocka_unit_test(one_empty_line_however_often_it_is_asked_for),
        cmocka_unit_test(a_rule_is_as_wide_as_its_heading_and_no_wider_than_the_paper),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
