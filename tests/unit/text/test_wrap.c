#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/buf.h"
#include "text/wrap.h"
#include "text_laws.h"

enum form { LINES, PROSE };
static const struct text_form *const forms[] = { &text_form_lines, &text_form_prose };

/* Lines are joined with | in the last column. */
static const struct {
    enum form form;
    size_t width;
    const char *text, *lines;
} wrapped[] = {
    { LINES, 9, "", "" },
    { LINES, 9, "a\n\nb", "a||b" },
    { LINES, 9, "a\n", "a" },
    { LINES, 9, "\n", "" },
    { LINES, 9, "a\n\n", "a|" },
    { LINES, 5, "ab cd ef", "ab cd|ef" },
    { LINES, 4, "ab cd ef", "ab|cd|ef" },
    { LINES, 2, "abcdef", "ab|cd|ef" },
    { LINES, 4, "a bcdefg", "a|bcde|fg" },
    { LINES, 3, "abc   \nd", "abc|d" },
    { LINES, 3, "abc   ", "abc" },
    { LINES, 9, "  in  dent \n x", "  in|dent| x" },
    { LINES, 3, "     x", "x" },
    { LINES, 9, "   \nx", "|x" },
    { LINES, 3, "\u6F22\u5B57", "\u6F22|\u5B57" },
    { LINES, 1,
      "a\u6F22"
      "b",
      "a||b" },
    { LINES, 3, "a\u00A0b c", "a\u00A0b|c" },
    { LINES, 2, "e\u0301e\u0301e\u0301", "e\u0301e\u0301|e\u0301" },
    { PROSE, 9, "", "" },
    { PROSE, 9, " \n\n ", "" },
    { PROSE, 9, "a\nb", "a\nb" },
    { PROSE, 1, "a\nb", "a|b" },
    { PROSE, 9, "\n\na\n\nb\n", "a||b" },
    { PROSE, 9, "a\n \n\n\nb\n\n", "a||b" },
    { PROSE, 5, "ab\ncd\nef gh", "ab\ncd|ef gh" },
    { PROSE, 5, "abcde\n\nf", "abcde||f" },
    { PROSE, 2, "abcd\n\nf", "ab|cd||f" },
};

static struct str join_lines(struct buf *out, const struct text_form *form,
                             struct str text, size_t width)
{
    struct str line;
    size_t count = 0;
    buf_clear(out);
    for (size_t at = 0; form->next_line(text, width, &at, &line); count++) {
        if (count)
            buf_add_char(out, '|');
        buf_add(out, line);
    }
    return buf_str(out);
}

static void lines_break_at_spaces_and_fit(void **state)
{
    (void)state;
    struct buf buf = { 0 };
    for (size_t i = 0; i < sizeof(wrapped) / sizeof(*wrapped); i++) {
        struct str lines = join_lines(&buf, forms[wrapped[i].form],
                                      str_of(wrapped[i].text), wrapped[i].width);
        if (!str_equal(lines, str_of(wrapped[i].lines)))
            fail_msg("row %zu: got \"%.*s\"", i, STR_ARG(lines));
        assert_null(text_broken_law(str_of(wrapped[i].text)));
    }
    buf_free(&buf);
}

/* Sentences are joined with | in the last column. */
static const struct {
    enum form form;
    const char *text, *sentences;
} told[] = {
    { PROSE, "", "" },
    { PROSE, "One. Two? Three! Four", "One.|Two?|Three!|Four" },
    { PROSE, "They met\nat noon. He\nleft.", "They met\nat noon.|He\nleft." },
    { PROSE, "A heading\n\nThen text. More.", "A heading|Then text.|More." },
    { PROSE, "The U.S. Embassy knew. So did U.S. officials.",
      "The U.S. Embassy knew.|So did U.S. officials." },
    { PROSE, "J. Smith met R.W. Jones. Mr. Burns left.",
      "J. Smith met R.W. Jones.|Mr. Burns left." },
    { PROSE, "Gen. Ivanov and Ms. Lee of St. Petersburg, vs. Dr. No, sat.",
      "Gen. Ivanov and Ms. Lee of St. Petersburg, vs. Dr. No, sat." },
    { PROSE, "It grew by 3.5 percent. It fell by .5 then.",
      "It grew by 3.5 percent.|It fell by .5 then." },
    { PROSE, "See No. 5 and pp. 3 on Feb. 24 again. He said no. She too.",
      "See No. 5 and pp. 3 on Feb. 24 again.|He said no.|She too." },
    { PROSE, "It ended in 2023. 15 men left.", "It ended in 2023.|15 men left." },
    { PROSE, "\u201CWhy?\u201D he asked. \u201CNo.\u201D Then he went.",
      "\u201CWhy?\u201D he asked.|\u201CNo.\u201D|Then he went." },
    { PROSE, "He said: \"It is over.\" (So it was.) [Sic.] Yes.",
      "He said: \"It is over.\"|(So it was.)|[Sic.]|Yes." },
    { PROSE, "She left. \u201CFor good,\u201D he said.",
      "She left.|\u201CFor good,\u201D he said." },
    { PROSE, "Well\u2026 Maybe. Or\u2026 not. Or... so. Hm... Yes.",
      "Well\u2026|Maybe.|Or\u2026 not.|Or... so.|Hm...|Yes." },
    { PROSE, "He left. \u2026 The rest is known.",
      "He left.|\u2026 The rest is known." },
    { PROSE, "Really?! Yes!! At 3 p.m. on Friday.",
      "Really?!|Yes!!|At 3 p.m. on Friday." },
    { PROSE, "Visit example.com. Then go.", "Visit example.com.|Then go." },
    { PROSE, "1. First point. 2. Second.", "1. First point.|2. Second." },
    { PROSE,
      "\u041E\u043D \u0443\u0448\u0451\u043B. \u041E\u043D\u0430 "
      "\u0442\u043E\u0436\u0435.",
      "\u041E\u043D \u0443\u0448\u0451\u043B.|\u041E\u043D\u0430 "
      "\u0442\u043E\u0436\u0435." },
    { LINES, "Headline With No Stop\nBy A. Writer\n\nText. More\n",
      "Headline With No Stop|By A. Writer|Text.|More" },
    { LINES, "  a. b \n c", "a. b|c" },
};

static void sentences_end_where_readers_end_them(void **state)
{
    (void)state;
    struct buf buf = { 0 };
    for (size_t i = 0; i < sizeof(told) / sizeof(*told); i++) {
        struct str sentence, text = str_of(told[i].text);
        buf_clear(&buf);
        for (size_t at = 0; forms[told[i].form]->next_sentence(text, &at, &sentence);) {
            if (buf.len)
                buf_add_char(&buf, '|');
            buf_add(&buf, sentence);
        }
        if (!str_equal(buf_str(&buf), str_of(told[i].sentences)))
            fail_msg("row %zu: got \"%.*s\"", i, STR_ARG(buf_str(&buf)));
        assert_null(text_broken_law(text));
    }
    buf_free(&buf);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_break_at_spaces_and_fit),
        cmocka_unit_test(sentences_end_where_readers_end_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
