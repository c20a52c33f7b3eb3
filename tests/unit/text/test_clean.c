#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/buf.h"
#include "text/cells.h"
#include "text/clean.h"
#include "text/utf8.h"
#include "text_laws.h"

/* What a line becomes, and how many marks are in it. */
static const struct {
    struct str text, clean;
    size_t marks;
} lines[] = {
    { STR_INIT("plain ~ text"), STR_INIT("plain ~ text"), 0 },
    { STR_INIT("na\u00EFve caf\u00E9 \u2013 \u201Cq\u201D\u2026"),
      STR_INIT("na\u00EFve caf\u00E9 \u2013 \u201Cq\u201D\u2026"), 0 },
    /* C0 and DEL */
    { STR_INIT("a\x1b[31mred"), STR_INIT("a^[[31mred"), 1 },
    { STR_INIT("\x1b]52;c;eA==\a"), STR_INIT("^[]52;c;eA==^G"), 2 },
    { STR_INIT("\x1b]8;;file:///x\x1b\\click\x1b]8;;\x1b\\"),
      STR_INIT("^[]8;;file:///x^[\\click^[]8;;^[\\"), 4 },
    { STR_INIT("\x1bP+q544e\x1b\\\x1b_x\x1b^x\x1bXx"),
      STR_INIT("^[P+q544e^[\\^[_x^[^x^[Xx"), 5 },
    { STR_INIT("a\0b"), STR_INIT("a^@b"), 1 },
    { STR_INIT("abc\rEVIL\b\v\f\a"), STR_INIT("abc EVIL^H^K^L^G"), 4 },
    { STR_INIT("one\ntwo\r\nthree\tfour"), STR_INIT("one two three four"), 0 },
    { STR_INIT("x\x7f"), STR_INIT("x^?"), 1 },
    /* C1 */
    { STR_INIT("\xC2\x9B"
               "31m"),
      STR_INIT("<U+009B>31m"), 1 },
    { STR_INIT("\xC2\x9D\xC2\x9C\xC2\x90\xC2\x85"),
      STR_INIT("<U+009D><U+009C><U+0090><U+0085>"), 4 },
    { STR_INIT("\x9B"
               "31m"),
      STR_INIT("\uFFFD31m"), 0 },
    /* the direction of writing */
    { STR_INIT("\u202Aa\u202Eb\u2066c\u2069\u200E\u200F\u061C"),
      STR_INIT("<U+202A>a<U+202E>b<U+2066>c<U+2069><U+200E><U+200F><U+061C>"), 7 },
    /* the invisible */
    { STR_INIT("a\u200Bb\u2060\u2064c\uFEFF"),
      STR_INIT("a<U+200B>b<U+2060><U+2064>c<U+FEFF>"), 4 },
    { STR_INIT("co\u00ADop\u00AD"), STR_INIT("coop"), 0 },
    { STR_INIT("\u180E\u3164\u115F\uFFA0\u2800"),
      STR_INIT("<U+180E><U+3164><U+115F><U+FFA0>\u2800"), 4 },
    { STR_INIT("\U000E0001\U000E0041\U000E007F"),
      STR_INIT("<U+E0001><U+E0041><U+E007F>"), 3 },
    { STR_INIT("\u2764\uFE0F a\uFE00 \u845B\U000E0100"), STR_INIT("\u2764 a \u845B"),
      0 },
    { STR_INIT("a\uFE0F\uFE0F\uFE0E \uFE0F"), STR_INIT("a<U+FE0F><U+FE0E> <U+FE0F>"),
      3 },
    { STR_INIT("a\u034Fb\uFFF9c\uFFFC"), STR_INIT("ab<U+FFF9>c\uFFFC"), 1 },
    { STR_INIT("a\u2028b\u2029c"), STR_INIT("a<U+2028>b<U+2029>c"), 2 },
    /* no characters */
    { STR_INIT("\uFFFE\uFDD0\U0001FFFE\uE000\u0378"),
      STR_INIT("<U+FFFE><U+FDD0><U+1FFFE><U+E000><U+0378>"), 5 },
    { STR_INIT("\xC0\xAF\xED\xA0\x80"), STR_INIT("\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD"), 0 },
    /* joiners: Persian keeps its own, Latin hides nothing behind one */
    { STR_INIT("\u0645\u06CC\u200C\u062E\u0648"),
      STR_INIT("\u0645\u06CC\u200C\u062E\u0648"), 0 },
    { STR_INIT("pa\u200Dss \u200D"), STR_INIT("pass <U+200D>"), 1 },
    { STR_INIT("\u0915\u200D\u200D"), STR_INIT("\u0915\u200D<U+200D>"), 1 },
    /* pictures */
    { STR_INIT("\U0001F468\u200D\U0001F469\u200D\U0001F467"),
      STR_INIT("\U0001F468\U0001F469\U0001F467"), 0 },
    { STR_INIT("\U0001F44D\U0001F3FD \U0001F3FD"), STR_INIT("\U0001F44D \U0001F3FD"),
      0 },
    { STR_INIT("\U0001F1FA\U0001F1F8\U0001F1FA \U0001F1E6"), STR_INIT("<US><U> <A>"),
      0 },
    { STR_INIT("1\uFE0F\u20E3"), STR_INIT("1\u20E3"), 0 },
    /* marks that have nothing to stand on */
    { STR_INIT("\u0301a"), STR_INIT("\u25CC\u0301a"), 0 },
    { STR_INIT("a \u0301"), STR_INIT("a \u25CC\u0301"), 0 },
    { STR_INIT("a\u2003\u0301 \u00A0\u0301"),
      STR_INIT("a\u2003\u25CC\u0301 \u00A0\u0301"), 0 },
    { STR_INIT("e\u0301\u0302\u0303\u0304\u0305\u0306"),
      STR_INIT("e\u0301\u0302\u0303\u0304"), 0 },
    { STR_INIT("\u1100\u1161\u11A8"), STR_INIT("\u1100\u1161\u11A8"), 0 },
    { STR_INIT("a\u1161"), STR_INIT("a<U+1161>"), 1 },
    { STR_INIT("\u0915\u094D\u0937\u093F"), STR_INIT("\u0915\u094D\u0937\u093F"), 0 },
};

static void a_line_shows_what_could_act_or_hide(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++) {
        size_t marks = 99;
        struct str clean = text_clean_line(&arena, lines[i].text, &marks);
        if (!str_equal(clean, lines[i].clean))
            fail_msg("row %zu: got \"%.*s\", not \"%.*s\"", i, STR_ARG(clean),
                     STR_ARG(lines[i].clean));
        assert_int_equal(marks, lines[i].marks);
        assert_null(text_broken_law(lines[i].text));
    }
    arena_free(&arena);
}

static void a_block_keeps_its_lines(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct str clean = text_clean_block(&arena, STR("a\r\nb\rc\n\u0301d\te\x1b"), NULL);
    assert_true(str_equal(clean, STR("a\nb\nc\n\u25CC\u0301d e^[")));
    arena_free(&arena);
}

static void clean_text_is_not_copied(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct str plain = STR("plain"), accents = STR("caf\u00E9 \u2014 \u6F22");
    assert_ptr_equal(text_clean_line(&arena, plain, NULL).ptr, plain.ptr);
    assert_ptr_equal(text_clean_block(&arena, accents, NULL).ptr, accents.ptr);
    assert_null(arena.last);
    assert_int_equal(text_clean_line(&arena, STR(""), NULL).len, 0);
}

static void ten_thousand_accents_take_one_cell(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct buf buf = { 0 };
    buf_add(&buf, STR("e"));
    for (int i = 0; i < 10000; i++)
        buf_add(&buf, STR("\u0301"));
    struct str clean = text_clean_line(&arena, buf_str(&buf), NULL);
    assert_int_equal(clean.len, 1 + 4 * 2);
    assert_int_equal(text_cells(clean), 1);
    buf_free(&buf);
    arena_free(&arena);
}

/* Sixteen at a time, behind letters of several kinds. */
static void every_code_point_comes_out_fit_to_print(void **state)
{
    (void)state;
    static const char *const before[] = {
        "", "a", " ", "\u0915", "\U0001F44D", "\u1100"
    };
    struct buf buf = { 0 };
    for (uint32_t c = 0; c <= 0x10FFFF; c++) {
        if (c == 0x30000)
            c = 0xE0000;
        buf_add(&buf, str_of(before[c % (sizeof(before) / sizeof(*before))]));
        utf8_add(&buf, c);
        if (c % 16 < 15)
            continue;
        const char *law = text_broken_law(buf_str(&buf));
        if (law)
            fail_msg("up to U+%04X: not so that %s", (unsigned)c, law);
        buf_clear(&buf);
    }
    buf_free(&buf);
}

static const struct {
    struct str text, ascii;
} transliterated[] = {
    { STR_INIT("plain"), STR_INIT("plain") },
    { STR_INIT("na\u00EFve Stra\u00DFe \u0141\u00F3d\u017A"),
      STR_INIT("naive Strasse Lodz") },
    { STR_INIT("\u201Ca\u201D \u2018b\u2019 \u00ABc\u00BB \u2013 \u2014 d\u2026"),
      STR_INIT("\"a\" 'b' \"c\" - - d...") },
    { STR_INIT("\u20AC5 \u2260 \u00BD \uFB01n"), STR_INIT("EUR5 != 1/2 fin") },
    { STR_INIT("\u041D\u0430\u0440\u044B\u0448\u043A\u0438\u043D"),
      STR_INIT("Naryshkin") },
    { STR_INIT("\u6F22\u5B57 \U0001F600 \u25CC\u0301"), STR_INIT("???? ?? o") },
    { STR_INIT("a\u00A0b\nc"), STR_INIT("a b\nc") },
    { STR_INIT("\u20BD \u20B4 \u00A1"), STR_INIT("RUB UAH !") },
};

static void ascii_keeps_likeness_and_cells(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    for (size_t i = 0; i < sizeof(transliterated) / sizeof(*transliterated); i++) {
        struct str ascii = text_ascii(&arena, transliterated[i].text);
        if (!str_equal(ascii, transliterated[i].ascii))
            fail_msg("row %zu: got \"%.*s\"", i, STR_ARG(ascii));
    }
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_shows_what_could_act_or_hide),
        cmocka_unit_test(a_block_keeps_its_lines),
        cmocka_unit_test(clean_text_is_not_copied),
        cmocka_unit_test(ten_thousand_accents_take_one_cell),
        cmocka_unit_test(every_code_point_comes_out_fit_to_print),
        cmocka_unit_test(ascii_keeps_likeness_and_cells),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
