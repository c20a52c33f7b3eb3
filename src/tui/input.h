/*
 * input: what a terminal sends, byte by byte, as keys, mouse and pasted text.
 *
 * A state machine that never waits: it is fed each byte as it comes, and told when
 * nothing came for a moment, which is how a lone Esc is known from the start of a
 * sequence. A sequence that it does not know (another terminal's key, a report, a
 * key with Alt) is swallowed whole, so that its letters are never taken for
 * commands. ECMA-48 sequences; mouse as xterm's 1006 says it; paste as 2004.
 */
#ifndef ANNALS_TUI_INPUT_H
#define ANNALS_TUI_INPUT_H

#include "base/buf.h"
#include "tui/key.h"

enum input_kind {
    INPUT_KEY,
    INPUT_PASTE,
    INPUT_CLICK,      /* the first button went down */
    INPUT_WHEEL_DOWN, /* one notch: towards the end */
    INPUT_WHEEL_UP,
};

struct input {
    enum input_kind kind;
    key_code key;
    int row, col;     /* cells from 0, for the mouse */
    struct str paste; /* as it came, until the next byte is fed */
};

enum {
    INPUT_SEQUENCE_MAX = 64,       /* bytes kept of one; more are swallowed */
    INPUT_PASTE_MAX = 1024 * 1024, /* bytes kept of one paste */
};

/* A decoder that is all zero is ready. */
struct decoder {
    enum decoder_state {
        DECODER_GROUND,
        DECODER_UTF8,
        DECODER_ESCAPE,
        DECODER_CSI,
        DECODER_SS3,
        DECODER_STRING,        /* OSC, DCS and their like: up to ST or BEL */
        DECODER_STRING_ESCAPE, /* Esc inside of one */
        DECODER_SKIP,          /* so many more bytes mean nothing */
        DECODER_PASTE,
    } state;
    unsigned char bytes[INPUT_SEQUENCE_MAX];
    size_t len;
    size_t skip;
    struct buf paste;
};

/* Frees what it holds and makes it ready. */
void decoder_free(struct decoder *decoder);

/* Takes one byte; true where that completes something, which is then in *INPUT. */
bool decoder_feed(struct decoder *decoder, unsigned char byte, struct input *input);

/* Whether what came so far may be all there is: call decoder_pause where no byte
 * follows within DECODER_PATIENCE milliseconds. */
bool decoder_waits(const struct decoder *decoder);
enum { DECODER_PATIENCE = 25 };
/* As decoder_feed: nothing more came. */
bool decoder_pause(struct decoder *decoder, struct input *input);

#endif
