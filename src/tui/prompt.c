#include "tui/prompt.h"

#include <string.h>

#include "text/clean.h"
#include "text/utf8.h"

void prompt_start(struct prompt *prompt, struct str label, struct str text)
{
    prompt->label = label;
    buf_clear(&prompt->text);
    buf_add(&prompt->text, text);
    prompt->cursor = prompt->text.len;
    prompt->wrong = STR_NONE;
    buf_clear(&prompt->note);
}

void prompt_free(struct prompt *prompt)
{
    buf_free(&prompt->text);
    buf_free(&prompt->note);
}

static size_t grapheme_before(const struct prompt *prompt)
{
    size_t offset = 0, before = 0;
    struct str grapheme;
    while (offset < prompt->cursor) {
        before = offset;
        if (!text_next_grapheme(buf_str(&prompt->text), &offset, &grapheme))
            break;
    }
    return before;
}

static size_t grapheme_behind(const struct prompt *prompt)
{
    size_t offset = prompt->cursor;
    struct str grapheme;
    text_next_grapheme(buf_str(&prompt->text), &offset, &grapheme);
    return offset;
}

static size_t word_before(const struct prompt *prompt)
{
    size_t at = prompt->cursor;
    while (at > 0 && prompt->text.ptr[at - 1] == ' ')
        at--;
    while (at > 0 && prompt->text.ptr[at - 1] != ' ')
        at--;
    return at;
}

static void remove_range(struct prompt *prompt, size_t start, size_t end)
{
    struct buf *text = &prompt->text;
    if (end > start)
        memmove(text->ptr + start, text->ptr + end, text->len - end);
    text->len -= end - start;
    prompt->cursor = start;
}

static void insert(struct prompt *prompt, struct str piece)
{
    struct buf *text = &prompt->text;
    size_t tail = text->len - prompt->cursor;
    if (piece.len == 0)
        return;
    buf_add(text, piece); /* for the room */
    memmove(text->ptr + prompt->cursor + piece.len, text->ptr + prompt->cursor, tail);
    memcpy(text->ptr + prompt->cursor, piece.ptr, piece.len);
    prompt->cursor += piece.len;
}

void prompt_replace(struct prompt *prompt, size_t start, size_t end, struct str text)
{
    remove_range(prompt, start, end);
    insert(prompt, text);
}

static void insert_pasted(struct prompt *prompt, struct str pasted)
{
    struct arena arena = { 0 };
    insert(prompt, text_clean_line(&arena, utf8_repair(&arena, pasted), NULL));
    arena_free(&arena);
}

static void insert_typed(struct prompt *prompt, key_code key)
{
    struct buf typed = { 0 };
    if (key_type(&typed, key))
        insert(prompt, buf_str(&typed));
    buf_free(&typed);
}

enum edit {
    EDIT_TYPE,
    EDIT_DONE,
    EDIT_CANCEL,
    EDIT_OLDER,
    EDIT_NEWER,
    EDIT_COMPLETE,
    EDIT_COMPLETE_BACK,
    EDIT_START,
    EDIT_END,
    EDIT_LEFT,
    EDIT_RIGHT,
    EDIT_RUB_OUT,
    EDIT_DELETE,
    EDIT_RUB_WORD,
    EDIT_RUB_LINE,
    EDIT_CUT_END,
};

static const struct {
    key_code key;
    enum edit edit;
} edits[] = {
    { KEY_ENTER, EDIT_DONE },
    { KEY_ESCAPE, EDIT_CANCEL },
    { KEY_CONTROL('G'), EDIT_CANCEL },
    { KEY_UP, EDIT_OLDER },
    { KEY_CONTROL('P'), EDIT_OLDER },
    { KEY_DOWN, EDIT_NEWER },
    { KEY_CONTROL('N'), EDIT_NEWER },
    { KEY_TAB, EDIT_COMPLETE },
    { KEY_BACKTAB, EDIT_COMPLETE_BACK },
    { KEY_HOME, EDIT_START },
    { KEY_CONTROL('A'), EDIT_START },
    { KEY_END, EDIT_END },
    { KEY_CONTROL('E'), EDIT_END },
    { KEY_LEFT, EDIT_LEFT },
    { KEY_CONTROL('B'), EDIT_LEFT },
    { KEY_RIGHT, EDIT_RIGHT },
    { KEY_CONTROL('F'), EDIT_RIGHT },
    { KEY_BACKSPACE, EDIT_RUB_OUT },
    { KEY_DELETE, EDIT_DELETE },
    { KEY_CONTROL('D'), EDIT_DELETE },
    { KEY_CONTROL('W'), EDIT_RUB_WORD },
    { KEY_CONTROL('U'), EDIT_RUB_LINE },
    { KEY_CONTROL('K'), EDIT_CUT_END },
};

static enum edit edit_of(key_code key)
{
    for (size_t i = 0; i < sizeof(edits) / sizeof(*edits); i++)
        if (edits[i].key == key)
            return edits[i].edit;
    return EDIT_TYPE;
}

static void change(struct prompt *prompt, enum edit edit)
{
    size_t cursor = prompt->cursor, end = prompt->text.len;
    switch (edit) {
    case EDIT_START:
        prompt->cursor = 0;
        break;
    case EDIT_END:
        prompt->cursor = end;
        break;
    case EDIT_LEFT:
        prompt->cursor = grapheme_before(prompt);
        break;
    case EDIT_RIGHT:
        prompt->cursor = grapheme_behind(prompt);
        break;
    case EDIT_RUB_OUT:
        remove_range(prompt, grapheme_before(prompt), cursor);
        break;
    case EDIT_DELETE:
        remove_range(prompt, cursor, grapheme_behind(prompt));
        break;
    case EDIT_RUB_WORD:
        remove_range(prompt, word_before(prompt), cursor);
        break;
    case EDIT_RUB_LINE:
        remove_range(prompt, 0, cursor);
        break;
    case EDIT_CUT_END:
        remove_range(prompt, cursor, end);
        break;
    default:
        break;
    }
}

/* What an edit asks of the prompt's user; of the prompt itself, to be changed. */
static const enum prompt_result results[] = {
    [EDIT_DONE] = PROMPT_DONE,         [EDIT_CANCEL] = PROMPT_CANCELLED,
    [EDIT_OLDER] = PROMPT_OLDER,       [EDIT_NEWER] = PROMPT_NEWER,
    [EDIT_COMPLETE] = PROMPT_COMPLETE, [EDIT_COMPLETE_BACK] = PROMPT_COMPLETE_BACK,
    [EDIT_CUT_END] = PROMPT_EDITING,
};

enum prompt_result prompt_input(struct prompt *prompt, const struct input *input)
{
    if (input->kind == INPUT_PASTE)
        insert_pasted(prompt, input->paste);
    if (input->kind != INPUT_KEY)
        return PROMPT_EDITING;
    enum edit edit = edit_of(input->key);
    if (edit == EDIT_RUB_OUT && prompt->text.len == 0)
        return PROMPT_CANCELLED;
    if (results[edit] != PROMPT_EDITING)
        return results[edit];
    if (edit == EDIT_TYPE)
        insert_typed(prompt, input->key);
    else
        change(prompt, edit);
    return PROMPT_EDITING;
}

/* The text as it can be shown, and the offsets in it. */
struct shown {
    struct str text;
    size_t cursor, wrong;
};

static size_t shown_offset(struct arena *arena, struct str text, size_t offset)
{
    return offset < text.len ? text_ascii(arena, str_slice(text, 0, offset)).len
                             : STR_NONE;
}

static struct shown shown_of(const struct prompt *prompt, struct arena *arena,
                             bool ascii)
{
    struct str text = buf_str(&prompt->text);
    if (!ascii)
        return (struct shown){ text, prompt->cursor, prompt->wrong };
    struct str plain = text_ascii(arena, text);
    size_t cursor = shown_offset(arena, text, prompt->cursor);
    return (struct shown){ plain, cursor < plain.len ? cursor : plain.len,
                           shown_offset(arena, text, prompt->wrong) };
}

/* The part of the text from START on, what is wrong in it marked, and the note. */
static void draw_text(const struct shown *shown, struct str note, struct canvas *canvas,
                      int row, int col, size_t start)
{
    int room = canvas->cols - col;
    int used =
        canvas_put(canvas, row, col, room, str_from(shown->text, start), STYLE_TEXT);
    size_t wrong = shown->wrong > start ? shown->wrong : start;
    if (shown->wrong < shown->text.len) {
        int from = (int)text_cells(str_slice(shown->text, start, wrong));
        canvas_paint(canvas, row, col + from, used - from, STYLE_ERROR);
    }
    int cells = (int)text_cells(note);
    if (used + 2 + cells < room)
        canvas_put(canvas, row, canvas->cols - 1 - cells, cells, note, STYLE_DIM);
}

void prompt_draw(const struct prompt *prompt, struct canvas *canvas, int row,
                 bool ascii)
{
    struct arena arena = { 0 };
    struct shown shown = shown_of(prompt, &arena, ascii);
    int col = canvas_put(canvas, row, 0, canvas->cols, prompt->label, STYLE_KEY);
    int room = canvas->cols - col - 1;
    size_t start = 0;
    struct text_cluster cluster;
    while (start < shown.cursor &&
           (int)text_cells(str_slice(shown.text, start, shown.cursor)) > room &&
           text_next_cluster(shown.text, &start, &cluster))
        ;
    draw_text(&shown, buf_str(&prompt->note), canvas, row, col, start);
    canvas->cursor_row = row;
    canvas->cursor_col =
        col + (int)text_cells(str_slice(shown.text, start, shown.cursor));
    arena_free(&arena);
}
