#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "tui/input.h"

/* What comes out, one word for each: a key's name, "paste=TEXT", "click=ROW,COL". A
 * pause in what comes in is written |. */
static struct str decoded(struct buf *out, const char *bytes, size_t len)
{
    struct decoder decoder = { 0 };
    struct input input;
    buf_clear(out);
    for (size_t i = 0; i <= len; i++) {
        bool pause = i == len || bytes[i] == '|';
        bool done = pause ? decoder_pause(&decoder, &input)
                          : decoder_feed(&decoder, (unsigned char)bytes[i], &input);
        if (!done)
            continue;
        if (out->len > 0)
            buf_add_char(out, ' ');
        if (input.kind == INPUT_KEY)
            key_format(out, input.key);
        else if (input.kind == INPUT_PASTE)
            buf_printf(out, "paste=%.*s", STR_ARG(input.paste));
        else
            buf_printf(out, "%s=%d,%d",
                       input.kind == INPUT_CLICK        ? "click"
                       : input.kind == INPUT_WHEEL_DOWN ? "down"
                                                        : "up",
                       input.row, input.col);
    }
    decoder_free(&decoder);
    return buf_str(out);
}

static const struct {
    const char *bytes, *keys;
} cases[] = {
    { "jk", "j k" },
    { " \r\n\t", "Space Enter Enter Tab" },
    { "\x04\x7F\x08", "^D Backspace Backspace" },
    { "\033", "Esc" },
    { "\033|j", "Esc j" },
    { "\033\033", "Esc Esc" },
    { "\033[A\033[B\033OC\033OD", "Up Down Right Left" },
    { "\033[5~\033[6~\033[1~\033[4~\033[H\033[F", "PgUp PgDn Home End Home End" },
    { "\033OP\033[11~\033[[A\033[15~", "F1 F1 F1 F5" },
    /* Sequences that mean nothing here are swallowed whole. */
    { "\033[1;5Aq", "q" },
    { "\033[27;5;113~q", "q" },
    { "\033[Iq\033[Oq", "q q" },
    { "\033]0;quit\007j", "j" },
    { "\033]0;quit\033\\j", "j" },
    { "\033Pq#0\033\\j", "j" },
    { "\033_Gq\033\\j", "j" },
    { "\033qj", "j" },        /* a key with Alt */
    { "\033\xC3\xA9j", "j" }, /* and one of two bytes */
    { "\033[?62;c\033[?1;2cj", "j" },
    { "\033[99999999999999999999999999999999999999999999999999999999999999999999999"
      "999999999999q~j",
      "~ j" },
    { "\033[12\033[A", "Up" }, /* one broken off by another */
    { "\033[12|j", "j" },      /* and by a pause */
    { "\033[\x01j", "j" },
    { "\033O|j", "j" },
    { "\033[M !!j", "j" }, /* the mouse of old */
    /* The mouse. */
    { "\033[<0;5;3M\033[<0;5;3m", "click=2,4" },
    { "\033[<64;1;1M\033[<65;200;100M", "up=0,0 down=99,199" },
    { "\033[<0;0;3M\033[<2;5;3M\033[<32;5;3M\033[<0;5Mj", "j" },
    /* Pasted text is never a command, whatever is in it. */
    { "\033[200~q\033[Aj\rQ\033[201~j", "paste=q\033[Aj\rQ j" },
    { "\033[200~\033[201~", "paste=" },
    { "\033[200~a|b\033[201~", "paste=ab" },
    /* UTF-8, whole, broken, and what is no character to type. */
    { "\xC3\xA9\xE6\x9D\xB1\xF0\x9F\x91\xBB", "é 東 👻" },
    { "\xC3|j", "j" },
    { "\xC3j", "j" },
    { "\xFFj\x80j", "j j" },
    { "\xE0\x80\x80j\xED\xA0\x80j", "j j" },
    { "\xC2\x9Bj", "j" },
};

static void bytes_become_keys(void **state)
{
    (void)state;
    struct buf out = { 0 };
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        struct str keys = decoded(&out, cases[i].bytes, strlen(cases[i].bytes));
        if (!str_equal(keys, str_of(cases[i].keys)))
            fail_msg("case %zu: \"%.*s\" for \"%s\"", i, STR_ARG(keys), cases[i].keys);
    }
    buf_free(&out);
}

static void an_endless_paste_is_kept_in_bounds(void **state)
{
    (void)state;
    struct decoder decoder = { 0 };
    struct input input;
    for (const char *c = "\033[200~"; *c; c++)
        assert_false(decoder_feed(&decoder, (unsigned char)*c, &input));
    for (size_t i = 0; i < (size_t)3 * INPUT_PASTE_MAX; i++)
        assert_false(decoder_feed(&decoder, 'x', &input));
    bool done = false;
    for (const char *c = "\033[201~"; *c; c++)
        done = decoder_feed(&decoder, (unsigned char)*c, &input);
    assert_true(done);
    assert_true(input.paste.len <= INPUT_PASTE_MAX);
    decoder_free(&decoder);
}

static void any_bytes_leave_it_ready_after_a_pause(void **state)
{
    (void)state;
    static const unsigned char alphabet[] =
        "\033[O]<;0123456789~mMABPq\\\r\t \x9B\xC3\xA9\xFF";
    uint32_t seed = 1;
    for (int round = 0; round < 20000; round++) {
        struct decoder decoder = { 0 };
        struct input input;
        for (int i = 0; i < 24; i++) {
            seed = seed * 1664525u + 1013904223u;
            decoder_feed(&decoder, alphabet[(seed >> 16) % (sizeof(alphabet) - 1)],
                         &input);
        }
        decoder_pause(&decoder, &input);
        if (decoder.state != DECODER_PASTE) {
            assert_true(decoder_feed(&decoder, 'j', &input));
            assert_int_equal(input.key, 'j');
        }
        decoder_free(&decoder);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bytes_become_keys),
        cmocka_unit_test(an_endless_paste_is_kept_in_bounds),
        cmocka_unit_test(any_bytes_leave_it_ready_after_a_pause),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
