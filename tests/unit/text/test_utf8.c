#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/utf8.h"

#define REPLACED "\xEF\xBF\xBD"

/* Ill-formed text, its first bad byte, and what the WHATWG decoder makes of it. */
static const struct {
    struct str text;
    size_t bad;
    struct str repaired;
} broken[] = {
    { STR_INIT("\xC0\xAF"), 0, STR_INIT(REPLACED REPLACED) },
    { STR_INIT("a\xE0\x80\xAF"), 1, STR_INIT("a" REPLACED REPLACED REPLACED) },
    { STR_INIT("\xF0\x80\x80\xAF"), 0, STR_INIT(REPLACED REPLACED REPLACED REPLACED) },
    { STR_INIT("\xED\xA0\x80"), 0, STR_INIT(REPLACED REPLACED REPLACED) },
    { STR_INIT("\xED\xB0\x80"), 0, STR_INIT(REPLACED REPLACED REPLACED) },
    { STR_INIT("\xF4\x90\x80\x80"), 0, STR_INIT(REPLACED REPLACED REPLACED REPLACED) },
    { STR_INIT("\xF8\xFE\xFF"), 0, STR_INIT(REPLACED REPLACED REPLACED) },
    { STR_INIT("\xE2\x82"), 0, STR_INIT(REPLACED) },
    { STR_INIT("\xE2\x82"
               "A"),
      0, STR_INIT(REPLACED "A") },
    { STR_INIT("\xF0\x9F\x98"
               "\xF0\x9F"),
      0, STR_INIT(REPLACED REPLACED) },
    { STR_INIT("caf\xE9"), 3, STR_INIT("caf" REPLACED) },
    { STR_INIT("\x91\x92\x93\x94"), 0, STR_INIT(REPLACED REPLACED REPLACED REPLACED) },
    { STR_INIT("\x9B"
               "31m"),
      0, STR_INIT(REPLACED "31m") },
    { STR_INIT("\x80"), 0, STR_INIT(REPLACED) },
};

static void ill_formed_parts_become_one_sign_each(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    for (size_t i = 0; i < sizeof(broken) / sizeof(*broken); i++) {
        size_t bad = 99;
        assert_false(utf8_valid(broken[i].text, &bad));
        assert_int_equal(bad, broken[i].bad);
        struct str repaired = utf8_repair(&arena, broken[i].text);
        assert_true(str_equal(repaired, broken[i].repaired));
    }
    arena_free(&arena);
}

static void sound_text_is_left_where_it_is(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct str sound = STR("a\0b \xC3\xA9 \xEF\xBF\xBE \xF4\x8F\xBF\xBF");
    assert_true(utf8_valid(sound, NULL));
    assert_ptr_equal(utf8_repair(&arena, sound).ptr, sound.ptr);
    arena_free(&arena);
}

static void a_byte_order_mark_is_dropped_only_at_the_start(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct str text = STR("\xEF\xBB\xBF"
                          "a\xEF\xBB\xBF");
    assert_true(str_equal(utf8_repair(&arena, text), STR("a\xEF\xBB\xBF")));
    arena_free(&arena);
}

static void every_code_point_is_written_as_it_is_read(void **state)
{
    (void)state;
    struct buf buf = { 0 };
    for (uint32_t c = 0; c <= 0x110000; c++) {
        bool scalar = c <= 0x10FFFF && !(c >= 0xD800 && c <= 0xDFFF);
        size_t offset = 0;
        buf_clear(&buf);
        utf8_add(&buf, c);
        assert_true(utf8_valid(buf_str(&buf), NULL));
        assert_int_equal(utf8_next(buf_str(&buf), &offset), scalar ? c : 0xFFFD);
        assert_int_equal(offset, buf.len);
        assert_int_equal(utf8_previous(buf_str(&buf), &offset), scalar ? c : 0xFFFD);
        assert_int_equal(offset, 0);
    }
    buf_free(&buf);
}

static void bytes_and_code_points_are_told_apart(void **state)
{
    (void)state;
    struct str text = STR("a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80z");
    static const size_t offsets[] = { 0, 1, 3, 6, 10, 11 };
    assert_int_equal(utf8_count(text), 5);
    for (size_t i = 0; i < 6; i++) {
        assert_int_equal(utf8_offset(text, i), offsets[i]);
        assert_int_equal(utf8_index(text, offsets[i]), i);
    }
    assert_int_equal(utf8_offset(text, 99), text.len);
    assert_int_equal(utf8_count(STR("")), 0);
}

static void going_back_stops_where_going_on_does(void **state)
{
    (void)state;
    struct str text = STR("a\x82\xE2\x82z");
    size_t offset = text.len;
    static const uint32_t back[] = { 'z', 0xFFFD, 0xFFFD, 0xFFFD, 'a' };
    for (size_t i = 0; i < 5; i++)
        assert_int_equal(utf8_previous(text, &offset), back[i]);
    assert_int_equal(offset, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ill_formed_parts_become_one_sign_each),
        cmocka_unit_test(sound_text_is_left_where_it_is),
        cmocka_unit_test(a_byte_order_mark_is_dropped_only_at_the_start),
        cmocka_unit_test(every_code_point_is_written_as_it_is_read),
        cmocka_unit_test(going_back_stops_where_going_on_does),
        cmocka_unit_test(bytes_and_code_points_are_told_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
