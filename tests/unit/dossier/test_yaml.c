#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "dossier/yaml.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static const char *const names[] = {
    [YAML_TEXT] = "text", [YAML_LIST] = "[",    [YAML_LIST_END] = "]",
    [YAML_MAP] = "{",     [YAML_MAP_END] = "}", [YAML_REFUSED] = "refused",
};

/* Each token and its byte, "[@0 text@2=a ]@3 ", then a line for each diagnostic. */
static struct str read_all(struct arena *arena, struct buf *out, struct str text)
{
    struct file file = { .path = STR("f"), .text = text };
    struct diags diags = diags_new(arena);
    struct yaml_reader *yaml = yaml_open(&diags, &file, 0, text.len);
    struct yaml_token token;
    while ((token = yaml_next(yaml)).kind != YAML_END) {
        buf_printf(out, "%s@%zu", names[token.kind], token.loc.offset);
        if (token.kind == YAML_TEXT)
            buf_printf(out, "=%.*s", STR_ARG(token.text));
        buf_add_char(out, ' ');
    }
    bool whole = yaml_close(yaml);
    buf_add(out, whole ? STR("whole\n") : STR("broken\n"));
    for (size_t i = 0; i < diags.list.len; i++) {
        diag_format(out, &diags.list.at[i]);
        buf_add_char(out, '\n');
    }
    return buf_str(out);
}

struct reading {
    struct str text;
    const char *read;
};

static void check_readings(const struct reading *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct arena arena = { NULL };
        struct buf out = { 0 };
        struct str read = arena_str(&arena, read_all(&arena, &out, cases[i].text));
        assert_string_equal(read.ptr, cases[i].read);
        buf_free(&out);
        arena_free(&arena);
    }
}

static void places_are_bytes_of_the_file(void **state)
{
    (void)state;
    static const struct reading cases[] = {
        { STR_INIT("[a, b]"), "[@0 text@1=a text@4=b ]@5 whole\n" },
        { STR_INIT("é: ü\nb: c"),
          "{@0 text@0=é text@4=ü text@7=b text@10=c }@11 whole\n" },
        { STR_INIT("\xEF\xBB\xBF"
                   "a: b"),
          "{@3 text@3=a text@6=b }@7 whole\n" },
        { STR_INIT("a: b\r\nc: d\r\n"),
          "{@0 text@0=a text@3=b text@6=c text@9=d }@12 whole\n" },
        { STR_INIT("a: \"x\xC2\x85y\"\nb: c"),
          "{@0 text@0=a text@3=x y text@10=b text@13=c }@14 whole\n" },
        { STR_INIT("a: 'x\xE2\x80\xA8y'\nb: c"),
          "{@0 text@0=a text@3=x\xE2\x80\xA8y text@11=b text@14=c }@15 whole\n" },
    };
    check_readings(cases, COUNT(cases));
}

static void what_surprises_is_refused_where_it_stands(void **state)
{
    (void)state;
    static const struct reading cases[] = {
        { STR_INIT("a: &x b"), "{@0 text@0=a text@3=b }@7 whole\nf:1:4: error: a part "
                               "of YAML that annals does not read: an anchor (x)\n" },
        { STR_INIT("&a [*a]"),
          "[@0 refused@4 ]@6 whole\n"
          "f:1:1: error: a part of YAML that annals does not read: an anchor (a)\n"
          "f:1:5: error: a part of YAML that annals does not read: an alias (a)\n" },
        { STR_INIT("a: !!float 1"),
          "{@0 text@0=a text@3=1 }@12 whole\nf:1:4: error: a part of YAML that annals "
          "does not read: a tag (tag:yaml.org,2002:float)\n" },
        { STR_INIT("!<tag:x> {a: b}"),
          "{@0 text@10=a text@13=b }@14 whole\nf:1:1: error: a part of YAML that "
          "annals does not read: a tag (tag:x)\n" },
        { STR_INIT("a\n---\nb\n"), "text@0=a broken\nf:2:1: error: a part of YAML that "
                                   "annals does not read: a second document\n" },
        { STR_INIT("%YAML 1.1\n---\nb\n"),
          "broken\nf:1:1: error: a part of YAML that annals does not read: a directive "
          "(%YAML or %TAG)\n" },
        { STR_INIT("%TAG ! x\n---\nb\n"),
          "broken\nf:1:1: error: a part of YAML that annals does not read: a directive "
          "(%YAML or %TAG)\n" },
        { STR_INIT("a\n...\njunk\n"), "text@0=a broken\nf:3:1: error: not valid YAML: "
                                      "did not find expected <document start>\n" },
    };
    check_readings(cases, COUNT(cases));
}

static void syntax_errors_have_their_place(void **state)
{
    (void)state;
    static const struct reading cases[] = {
        { STR_INIT("a: 'b"),
          "{@0 text@0=a broken\nf:1:6: error: not valid YAML: found unexpected end of "
          "stream, while scanning a quoted scalar that begins on line 1\n" },
        { STR_INIT("é: x\nb: [\n"),
          "{@0 text@0=é text@4=x text@6=b [@9 broken\nf:3:1: error: not valid YAML: "
          "did not find expected node content\n" },
        { STR_INIT("a: x\nb: y\x1b[2J\n"),
          "broken\nf:2:5: error: not valid YAML: control characters are not allowed "
          "(U+001B)\n" },
        { STR_INIT("\xEF\xBB\xBF"
                   "a: x\nb: y\x07\n"),
          "broken\nf:2:5: error: not valid YAML: control characters are not allowed "
          "(U+0007)\n" },
        { STR_INIT("a:\n\tb: c\n"),
          "{@0 text@0=a broken\nf:2:1: error: not valid YAML: found character that "
          "cannot start any token; indent with spaces, not with tabs\n" },
        { STR_INIT("%YAML 9.9\n---\na\n"),
          "broken\nf:1:1: error: not valid YAML: found incompatible YAML document\n" },
        { STR_INIT("a: \"\\ud800\"\n"),
          "{@0 text@0=a broken\nf:1:7: error: not valid YAML: found invalid Unicode "
          "character escape code, while parsing a quoted scalar that begins on line "
          "1\n" },
        { STR_INIT("a: x\0y"), "broken\nf:1:5: error: not valid YAML: control "
                               "characters are not allowed (U+0000)\n" },
    };
    check_readings(cases, COUNT(cases));
}

static void what_is_not_utf8_is_refused_at_its_byte(void **state)
{
    (void)state;
    static const struct reading cases[] = {
        { STR_INIT("a: caf\xE9\n"),
          "broken\nf:1:7: error: not UTF-8: byte 0xE9 at offset 6\n" },
        { STR_INIT("a: \xC0\xAF\n"),
          "broken\nf:1:4: error: not UTF-8: byte 0xC0 at offset 3\n" },
        { STR_INIT("\xFF\xFE"
                   "a\0"),
          "broken\nf:1:1: error: not UTF-8: it looks like UTF-16; save it as UTF-8\n" },
        { STR_INIT("\xFE\xFF\0a"),
          "broken\nf:1:1: error: not UTF-8: it looks like UTF-16; save it as UTF-8\n" },
        { STR_INIT("\0a\0b"),
          "broken\nf:1:1: error: not UTF-8: it looks like UTF-16; save it as UTF-8\n" },
        { STR_INIT("a\0b\0"),
          "broken\nf:1:1: error: not UTF-8: it looks like UTF-16; save it as UTF-8\n" },
    };
    check_readings(cases, COUNT(cases));
}

/* TIMES times PIECE. */
static struct str repeat(struct buf *buf, const char *piece, size_t times)
{
    for (size_t i = 0; i < times; i++)
        buf_add(buf, str_of(piece));
    return buf_str(buf);
}

static void depth_is_capped(void **state)
{
    (void)state;
    static const char *const openers[] = { "[", "{a: ", "- " };
    for (size_t i = 0; i < COUNT(openers); i++) {
        struct arena arena = { NULL };
        struct buf text = { 0 }, out = { 0 };
        struct str read = read_all(&arena, &out, repeat(&text, openers[i], 50000));
        assert_int_not_equal(
            str_find(read, STR("error: nested too deeply: more than 64 levels"), 0),
            STR_NONE);
        buf_free(&text);
        buf_free(&out);
        arena_free(&arena);
    }
}

static void a_value_of_more_than_a_mebibyte_is_left_out(void **state)
{
    (void)state;
    struct arena arena = { NULL };
    struct buf text = { 0 }, out = { 0 };
    buf_add(&text, STR("a: "));
    buf_add_repeated(&text, 'x', YAML_SCALAR_MAX + 1);
    buf_add(&text, STR("\nb: c\n"));
    struct str read = arena_str(&arena, read_all(&arena, &out, buf_str(&text)));
    assert_string_equal(
        read.ptr,
        "{@0 text@0=a refused@3 text@1048581=b text@1048584=c }@1048586 whole\n"
        "f:1:4: error: too long: a value of 1048577 bytes; at most 1048576 are read\n");
    buf_free(&text);
    buf_free(&out);
    arena_free(&arena);
}

static void zero_bytes_in_a_value_do_not_end_it(void **state)
{
    (void)state;
    struct arena arena = { NULL };
    struct file file = { .path = STR("f"), .text = STR("\"a\\0b\"") };
    struct diags diags = diags_new(&arena);
    struct yaml_reader *yaml = yaml_open(&diags, &file, 0, file.text.len);
    assert_true(str_equal(yaml_next(yaml).text, STR("a\0b")));
    assert_true(yaml_close(yaml));
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(places_are_bytes_of_the_file),
        cmocka_unit_test(what_surprises_is_refused_where_it_stands),
        cmocka_unit_test(syntax_errors_have_their_place),
        cmocka_unit_test(what_is_not_utf8_is_refused_at_its_byte),
        cmocka_unit_test(depth_is_capped),
        cmocka_unit_test(a_value_of_more_than_a_mebibyte_is_left_out),
        cmocka_unit_test(zero_bytes_in_a_value_do_not_end_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
