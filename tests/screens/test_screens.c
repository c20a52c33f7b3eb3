/*
 * screens: plays a script to the browser without a terminal, and compares the screen
 * it ends on with the one that stands beside it. With GENERATE=1 set it is written
 * there instead: read it before you keep it.
 *
 *   test_screens SCRIPT SCREEN
 *
 * A script is a file of lines, each a word and what belongs to it:
 *
 *   size COLSxROWS     of the screen, also later again
 *   texts              with the full texts of the fixture
 *   record FILE        of the fixture, other than events.yaml
 *   events COUNT       so many, instead of the fixture's
 *   ascii              as where only ASCII can be shown
 *   filter QUERY       as --filter
 *   styles             the letters of the styles (style.def) below the screen
 *   keys KEY...        by name
 *   type TEXT          letter by letter
 *   paste TEXT
 *   click ROW COL      from 0
 *   wheel-down ROW COL, wheel-up ROW COL
 *
 * Lines that begin with # and empty ones are for the reader.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include <sys/stat.h>
#include <unistd.h>

#include "text/utf8.h"
#include "tui/app.h"

static const char *script_path, *screen_path;

/* A script as it is played. */
struct play {
    struct arena arena;
    struct browse_options options;
    struct str record;
    char directory[32]; /* of a record that is made */
    bool ascii, styles;
    struct app *app; /* NULL until the first line that needs it */
    struct canvas canvas;
};

/* As it is once no key came for a moment. */
static void draw(struct play *play)
{
    app_rest(play->app);
    app_draw(play->app, &play->canvas);
}

static void open_app(struct play *play)
{
    struct diags diags = diags_new(&play->arena);
    if (play->app)
        return;
    play->options.load.paths = &play->record;
    play->options.load.path_count = 1;
    const struct dossier *dossier = dossier_load(&play->options.load, &diags);
    assert_non_null(dossier);
    play->app = app_new(&play->options, dossier, play->ascii);
    draw(play);
}

static void give(struct play *play, struct input input)
{
    open_app(play);
    app_input(play->app, &input);
    draw(play);
}

/* Two numbers with one byte between. */
static void take_pair(struct str text, int *first, int *second)
{
    char *end;
    *first = (int)strtol(text.ptr, &end, 10);
    assert_true(end != text.ptr && *end);
    *second = (int)strtol(end + 1, &end, 10);
}

static void do_size(struct play *play, struct str rest)
{
    int cols, rows;
    take_pair(rest, &cols, &rows);
    canvas_free(&play->canvas);
    play->canvas = canvas_new(rows, cols);
    if (play->app)
        draw(play);
}

static void do_texts(struct play *play, struct str rest)
{
    (void)rest;
    play->options.load.texts = STR(FIXTURE "/texts");
}

static void do_ascii(struct play *play, struct str rest)
{
    (void)rest;
    play->ascii = true;
}

static void do_styles(struct play *play, struct str rest)
{
    (void)rest;
    play->styles = true;
}

static void do_record(struct play *play, struct str rest)
{
    play->record = file_join(&play->arena, STR(FIXTURE), rest);
}

/* An event every nine days: on that day, in that month, or for some days from it. */
static void add_events(struct buf *out, int count)
{
    static const char *const spans[] = { "%04d-%02d-%02d", "%04d-%02d",
                                         "%04d-%02d-%02d/.." };
    buf_add(out, STR("annals: 1\ntitle: A long record\nsources: data\nevents:\n"));
    for (int i = 0; i < count; i++) {
        int day = i * 9, year = 1770 + day / 336;
        buf_printf(out, "  - {id: e%d, title: Matter %d is heard, when: \"", i, i);
        buf_printf(out, spans[i % 3], year, day / 28 % 12 + 1, day % 28 + 1);
        buf_printf(out, "\", who: [Clerk %d], tags: [t%d]}\n", i % 97, i % 13);
    }
}

static void do_events(struct play *play, struct str rest)
{
    struct buf text = { 0 };
    const char *reason = "";
    assert_non_null(mkdtemp(play->directory));
    struct str data = file_join(&play->arena, str_of(play->directory), STR("data"));
    assert_int_equal(mkdir(data.ptr, 0700), 0);
    play->record = file_join(&play->arena, str_of(play->directory), STR("events.yaml"));
    add_events(&text, (int)strtol(rest.ptr, NULL, 10));
    assert_true(file_write(play->record, buf_str(&text), &reason));
    buf_free(&text);
    open_app(play);
    assert_int_equal(unlink(play->record.ptr), 0);
    assert_int_equal(rmdir(data.ptr), 0);
    assert_int_equal(rmdir(play->directory), 0);
}

static void do_filter(struct play *play, struct str rest)
{
    play->options.filter = rest;
}

static void do_keys(struct play *play, struct str rest)
{
    struct str name;
    while (str_split(&rest, ' ', &name)) {
        key_code key = key_named(name);
        if (key == KEY_NONE)
            fail_msg("no key: %.*s", STR_ARG(name));
        give(play, (struct input){ .kind = INPUT_KEY, .key = key });
    }
}

static void do_type(struct play *play, struct str rest)
{
    for (size_t offset = 0; offset < rest.len;)
        give(play,
             (struct input){ .kind = INPUT_KEY, .key = utf8_next(rest, &offset) });
}

static void do_paste(struct play *play, struct str rest)
{
    give(play, (struct input){ .kind = INPUT_PASTE, .paste = rest });
}

static void give_mouse(struct play *play, enum input_kind kind, struct str rest)
{
    struct input input = { .kind = kind };
    take_pair(rest, &input.row, &input.col);
    give(play, input);
}

static void do_click(struct play *play, struct str rest)
{
    give_mouse(play, INPUT_CLICK, rest);
}

static void do_wheel_down(struct play *play, struct str rest)
{
    give_mouse(play, INPUT_WHEEL_DOWN, rest);
}

static void do_wheel_up(struct play *play, struct str rest)
{
    give_mouse(play, INPUT_WHEEL_UP, rest);
}

static const struct {
    const char *word;
    void (*play)(struct play *play, struct str rest);
} words[] = {
    { "size", do_size },         { "texts", do_texts },
    { "record", do_record },     { "ascii", do_ascii },
    { "events", do_events },     { "filter", do_filter },
    { "styles", do_styles },     { "keys", do_keys },
    { "type", do_type },         { "paste", do_paste },
    { "click", do_click },       { "wheel-down", do_wheel_down },
    { "wheel-up", do_wheel_up },
};

static void play_line(struct play *play, struct str line)
{
    struct str rest = arena_str(&play->arena, line), word;
    if (line.len == 0 || line.ptr[0] == '#')
        return;
    str_split(&rest, ' ', &word);
    for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
        if (str_equal(str_of(words[i].word), word)) {
            words[i].play(play, rest);
            return;
        }
    fail_msg("no such word: %.*s", STR_ARG(line));
}

/* Every row has the canvas's width in cells, whatever was drawn. */
static void expect_whole_rows(const struct canvas *canvas)
{
    for (int row = 0; row < canvas->rows; row++) {
        int cells = 0;
        for (int col = 0; col < canvas->cols; col++)
            cells += canvas_at(canvas, row, col)->cells;
        assert_int_equal(cells, canvas->cols);
    }
}

static struct buf screen_of(const struct play *play)
{
    struct buf out = { 0 };
    canvas_text(&play->canvas, &out);
    if (play->styles) {
        buf_add(&out, STR("\n"));
        canvas_styles(&play->canvas, &out);
    }
    return out;
}

static void compare(struct play *play, struct str screen)
{
    const char *reason = "";
    if (getenv("GENERATE")) {
        assert_true(file_write(str_of(screen_path), screen, &reason));
        return;
    }
    const struct file *expected = file_read(&play->arena, str_of(screen_path), &reason);
    if (!expected)
        fail_msg("%s: %s", screen_path, reason);
    else if (!str_equal(expected->text, screen))
        fail_msg("%s: the screen is now:\n%.*s", screen_path, STR_ARG(screen));
}

static void the_screen_is_as_it_was_read(void **state)
{
    (void)state;
    struct play play = { .record = STR(FIXTURE "/events.yaml"),
                         .directory = "/tmp/annals-screens-XXXXXX" };
    const char *reason = "";
    const struct file *script = file_read(&play.arena, str_of(script_path), &reason);
    assert_non_null(script);
    struct str rest = script->text, line;
    while (str_split(&rest, '\n', &line))
        play_line(&play, line);
    open_app(&play);
    expect_whole_rows(&play.canvas);
    struct buf screen = screen_of(&play);
    compare(&play, buf_str(&screen));
    buf_free(&screen);
    app_free(play.app);
    canvas_free(&play.canvas);
    arena_free(&play.arena);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_screen_is_as_it_was_read),
    };
    if (argc != 3)
        return 2;
    script_path = argv[1];
    screen_path = argv[2];
    return cmocka_run_group_tests(tests, NULL, NULL);
}
