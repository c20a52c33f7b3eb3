#include "tui/input.h"

#include "text/utf8.h"

enum { ESC = 0x1B, BEL = 0x07 };

void decoder_free(struct decoder *decoder)
{
    buf_free(&decoder->paste);
    *decoder = (struct decoder){ 0 };
}

static void restart(struct decoder *decoder, enum decoder_state state)
{
    decoder->state = state;
    decoder->len = 0;
}

static void keep(struct decoder *decoder, unsigned char byte)
{
    if (decoder->len < sizeof(decoder->bytes))
        decoder->bytes[decoder->len++] = byte;
}

static struct str kept(const struct decoder *decoder)
{
    return (struct str){ (const char *)decoder->bytes, decoder->len };
}

static bool is_key(struct input *input, key_code key)
{
    *input = (struct input){ .kind = INPUT_KEY, .key = key };
    return key != KEY_NONE;
}

/* Sequences after "Esc [", as the terminals of today and yesterday send them. */
static const struct {
    struct str bytes;
    key_code key;
} csi_keys[] = {
    { STR_INIT("A"), KEY_UP },         { STR_INIT("B"), KEY_DOWN },
    { STR_INIT("C"), KEY_RIGHT },      { STR_INIT("D"), KEY_LEFT },
    { STR_INIT("H"), KEY_HOME },       { STR_INIT("F"), KEY_END },
    { STR_INIT("Z"), KEY_BACKTAB },    { STR_INIT("1~"), KEY_HOME },
    { STR_INIT("2~"), KEY_INSERT },    { STR_INIT("3~"), KEY_DELETE },
    { STR_INIT("4~"), KEY_END },       { STR_INIT("5~"), KEY_PAGE_UP },
    { STR_INIT("6~"), KEY_PAGE_DOWN }, { STR_INIT("7~"), KEY_HOME },
    { STR_INIT("8~"), KEY_END },       { STR_INIT("11~"), KEY_F1 },
    { STR_INIT("12~"), KEY_F2 },       { STR_INIT("13~"), KEY_F3 },
    { STR_INIT("14~"), KEY_F4 },       { STR_INIT("15~"), KEY_F5 },
    { STR_INIT("17~"), KEY_F6 },       { STR_INIT("18~"), KEY_F7 },
    { STR_INIT("19~"), KEY_F8 },       { STR_INIT("20~"), KEY_F9 },
    { STR_INIT("21~"), KEY_F10 },      { STR_INIT("23~"), KEY_F11 },
    { STR_INIT("24~"), KEY_F12 },      { STR_INIT("[A"), KEY_F1 },
    { STR_INIT("[B"), KEY_F2 },        { STR_INIT("[C"), KEY_F3 },
    { STR_INIT("[D"), KEY_F4 },        { STR_INIT("[E"), KEY_F5 },
};

/* Those after "Esc O", indexed by their one byte. */
static const key_code ss3_keys[128] = {
    ['A'] = KEY_UP,   ['B'] = KEY_DOWN, ['C'] = KEY_RIGHT, ['D'] = KEY_LEFT,
    ['H'] = KEY_HOME, ['F'] = KEY_END,  ['P'] = KEY_F1,    ['Q'] = KEY_F2,
    ['R'] = KEY_F3,   ['S'] = KEY_F4,   ['M'] = KEY_ENTER,
};

static bool csi_key(struct decoder *decoder, struct input *input)
{
    for (size_t i = 0; i < sizeof(csi_keys) / sizeof(*csi_keys); i++)
        if (str_equal(kept(decoder), csi_keys[i].bytes))
            return is_key(input, csi_keys[i].key);
    return false;
}

/* A number of at most five digits at *OFFSET, moved behind it and behind the one byte
 * that ends it, which is given back; 0 where there is none. */
static char take_number(struct str text, size_t *offset, int *number)
{
    enum { DIGITS_MAX = 5 };
    size_t start = *offset;
    *number = 0;
    for (; *offset < text.len && *offset < start + DIGITS_MAX; ++*offset) {
        char c = text.ptr[*offset];
        if (c < '0' || c > '9')
            break;
        *number = *number * 10 + (c - '0');
    }
    return *offset > start && *offset < text.len ? text.ptr[(*offset)++] : '\0';
}

/* "<BUTTON;COLUMN;ROW" and M where the button went down, m where it came up. */
static bool mouse(struct decoder *decoder, struct input *input)
{
    static const struct {
        int button;
        enum input_kind kind;
    } buttons[] = { { 0, INPUT_CLICK },
                    { 64, INPUT_WHEEL_UP },
                    { 65, INPUT_WHEEL_DOWN } };
    struct str text = kept(decoder);
    size_t offset = 1;
    int button, col, row;
    if (take_number(text, &offset, &button) != ';' ||
        take_number(text, &offset, &col) != ';' ||
        take_number(text, &offset, &row) != 'M' || col == 0 || row == 0)
        return false;
    for (size_t i = 0; i < sizeof(buttons) / sizeof(*buttons); i++)
        if (buttons[i].button == button) {
            *input = (struct input){ .kind = buttons[i].kind,
                                     .row = row - 1,
                                     .col = col - 1 };
            return true;
        }
    return false;
}

static bool is_final(unsigned char byte)
{
    return byte >= 0x40 && byte <= 0x7E;
}

static bool feed_csi(struct decoder *decoder, unsigned char byte, struct input *input)
{
    if (byte < 0x20 || byte > 0x7E) {
        restart(decoder, byte == ESC ? DECODER_ESCAPE : DECODER_GROUND);
        return false;
    }
    keep(decoder, byte);
    bool linux_function_key = decoder->len == 1 && byte == '[';
    if (!is_final(byte) || linux_function_key)
        return false;
    decoder->state = DECODER_GROUND;
    if (str_equal(kept(decoder), STR("200~"))) {
        restart(decoder, DECODER_PASTE);
        buf_clear(&decoder->paste);
    } else if (str_equal(kept(decoder), STR("M"))) { /* the mouse of old */
        decoder->state = DECODER_SKIP;
        decoder->skip = 3;
    } else if (decoder->bytes[0] == '<') {
        return mouse(decoder, input);
    } else {
        return csi_key(decoder, input);
    }
    return false;
}

static bool feed_escape(struct decoder *decoder, unsigned char byte,
                        struct input *input)
{
    restart(decoder, DECODER_GROUND);
    switch (byte) {
    case ESC:
        decoder->state = DECODER_ESCAPE;
        return is_key(input, KEY_ESCAPE);
    case '[':
        decoder->state = DECODER_CSI;
        break;
    case 'O':
        decoder->state = DECODER_SS3;
        break;
    case ']':
    case 'P':
    case 'X':
    case '^':
    case '_':
        decoder->state = DECODER_STRING;
        break;
    default: /* a key with Alt; the rest of a long character goes with it */
        decoder->state = byte >= 0xC0 ? DECODER_SKIP : DECODER_GROUND;
        decoder->skip = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : 1;
        break;
    }
    return false;
}

static bool feed_ss3(struct decoder *decoder, unsigned char byte, struct input *input)
{
    restart(decoder, byte == ESC ? DECODER_ESCAPE : DECODER_GROUND);
    if (byte >= sizeof(ss3_keys) / sizeof(*ss3_keys) || !ss3_keys[byte])
        return false;
    return is_key(input, ss3_keys[byte]);
}

static bool feed_string(struct decoder *decoder, unsigned char byte)
{
    if (byte == ESC)
        decoder->state = DECODER_STRING_ESCAPE;
    else if (byte == BEL || decoder->state == DECODER_STRING_ESCAPE)
        decoder->state = DECODER_GROUND;
    return false;
}

static void keep_pasted(struct decoder *decoder, struct str bytes)
{
    if (bytes.len <= INPUT_PASTE_MAX - decoder->paste.len)
        buf_add(&decoder->paste, bytes);
}

/* DECODER.len counts how much of the end has come, which Esc alone can begin. */
static bool feed_paste(struct decoder *decoder, unsigned char byte, struct input *input)
{
    static const struct str end = STR_INIT("\033[201~");
    const char c = (char)byte;
    if (c != end.ptr[decoder->len]) {
        keep_pasted(decoder, str_slice(end, 0, decoder->len));
        decoder->len = 0;
    }
    if (c != end.ptr[decoder->len])
        keep_pasted(decoder, (struct str){ &c, 1 });
    else if (++decoder->len == end.len) {
        restart(decoder, DECODER_GROUND);
        *input =
            (struct input){ .kind = INPUT_PASTE, .paste = buf_str(&decoder->paste) };
        return true;
    }
    return false;
}

static bool feed_ground(struct decoder *decoder, unsigned char byte,
                        struct input *input)
{
    static const key_code named[0x80] = {
        ['\r'] = KEY_ENTER,     ['\n'] = KEY_ENTER,     ['\t'] = KEY_TAB,
        ['\b'] = KEY_BACKSPACE, [0x7F] = KEY_BACKSPACE,
    };
    if (byte == ESC) {
        restart(decoder, DECODER_ESCAPE);
        return false;
    }
    if (byte >= 0x80) {
        restart(decoder, DECODER_UTF8);
        keep(decoder, byte);
        return false;
    }
    if (byte == 0)
        return false;
    return is_key(input, named[byte] ? named[byte] : byte);
}

/* Bytes that a character beginning with LEAD has; 0 where none does. */
static size_t utf8_length(unsigned char lead)
{
    if (lead >= 0xC2 && lead < 0xE0)
        return 2;
    if (lead >= 0xE0 && lead < 0xF0)
        return 3;
    return lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
}

static bool feed_utf8(struct decoder *decoder, unsigned char byte, struct input *input)
{
    if ((byte & 0xC0) != 0x80) {
        restart(decoder, DECODER_GROUND);
        return feed_ground(decoder, byte, input);
    }
    keep(decoder, byte);
    size_t length = utf8_length(decoder->bytes[0]);
    if (decoder->len < length)
        return false;
    decoder->state = DECODER_GROUND;
    size_t offset = 0;
    if (length == 0 || !utf8_valid(kept(decoder), NULL))
        return false;
    key_code key = utf8_next(kept(decoder), &offset);
    return key >= 0xA0 && is_key(input, key);
}

bool decoder_feed(struct decoder *decoder, unsigned char byte, struct input *input)
{
    switch (decoder->state) {
    case DECODER_GROUND:
        return feed_ground(decoder, byte, input);
    case DECODER_UTF8:
        return feed_utf8(decoder, byte, input);
    case DECODER_ESCAPE:
        return feed_escape(decoder, byte, input);
    case DECODER_CSI:
        return feed_csi(decoder, byte, input);
    case DECODER_SS3:
        return feed_ss3(decoder, byte, input);
    case DECODER_STRING:
    case DECODER_STRING_ESCAPE:
        return feed_string(decoder, byte);
    case DECODER_SKIP:
        if (--decoder->skip == 0)
            decoder->state = DECODER_GROUND;
        return false;
    case DECODER_PASTE:
        return feed_paste(decoder, byte, input);
    }
    return false;
}

bool decoder_waits(const struct decoder *decoder)
{
    return decoder->state != DECODER_GROUND && decoder->state != DECODER_PASTE;
}

bool decoder_pause(struct decoder *decoder, struct input *input)
{
    bool escape = decoder->state == DECODER_ESCAPE;
    if (decoder_waits(decoder))
        restart(decoder, DECODER_GROUND);
    return escape && is_key(input, KEY_ESCAPE);
}
