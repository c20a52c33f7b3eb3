#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <sys/stat.h>
#include <unistd.h>

#include "tui/app.h"

/* A dossier in a directory of its own, browsed. */
struct browsing {
    struct arena arena;
    char directory[64];
    struct str events;
    struct browse_options options;
    struct app *app;
    struct canvas canvas;
    struct buf screen;
};

static const char two_events[] = "annals: 1\n"
                                 "title: A record\n"
                                 "sources: data\n"
                                 "events:\n"
                                 "  - {id: one, when: 2001, title: The first}\n"
                                 "  - {id: two, when: 2002, title: The second}\n";
static const char three_events[] =
    "annals: 1\n"
    "title: A record\n"
    "sources: data\n"
    "events:\n"
    "  - {id: zero, when: 2000, title: Before all}\n"
    "  - {id: one, when: 2001, title: The first}\n"
    "  - {id: two, when: 2002, title: The second told anew}\n";
static const char broken[] = "annals: 1\n"
                             "title: A record\n"
                             "sources: data\n"
                             "events:\n"
                             "  - {id: one, when: soon, title: The first}\n";

static void write_events(struct browsing *b, const char *text)
{
    const char *reason = "";
    assert_true(file_write(b->events, str_of(text), &reason));
}

static void start(struct browsing *b, int rows, int cols)
{
    *b = (struct browsing){ .directory = "/tmp/annals-test-XXXXXX" };
    assert_non_null(mkdtemp(b->directory));
    struct str data = file_join(&b->arena, str_of(b->directory), STR("data"));
    assert_int_equal(mkdir(data.ptr, 0700), 0);
    b->events = file_join(&b->arena, str_of(b->directory), STR("events.yaml"));
    write_events(b, two_events);
    b->options.load.paths = &b->events;
    b->options.load.path_count = 1;
    struct diags diags = diags_new(&b->arena);
    const struct dossier *dossier = dossier_load(&b->options.load, &diags);
    assert_non_null(dossier);
    b->app = app_new(&b->options, dossier, false);
    b->canvas = canvas_new(rows, cols);
    app_draw(b->app, &b->canvas);
}

static void end(struct browsing *b)
{
    struct str data = file_join(&b->arena, str_of(b->directory), STR("data"));
    assert_int_equal(unlink(b->events.ptr), 0);
    assert_int_equal(rmdir(data.ptr), 0);
    assert_int_equal(rmdir(b->directory), 0);
    app_free(b->app);
    canvas_free(&b->canvas);
    buf_free(&b->screen);
    arena_free(&b->arena);
}

static void press(struct browsing *b, const char *keys)
{
    struct str rest = str_of(keys), name;
    while (str_split(&rest, ' ', &name)) {
        struct input input = { .kind = INPUT_KEY, .key = key_named(name) };
        assert_int_not_equal(input.key, KEY_NONE);
        app_input(b->app, &input);
    }
    app_draw(b->app, &b->canvas);
}

static void expect(struct browsing *b, const char *text)
{
    buf_clear(&b->screen);
    canvas_text(&b->canvas, &b->screen);
    if (str_find(buf_str(&b->screen), str_of(text), 0) == STR_NONE)
        fail_msg("no \"%s\" in:\n%.*s", text, STR_ARG(buf_str(&b->screen)));
}

static size_t count(struct browsing *b, const char *text)
{
    size_t times = 0;
    buf_clear(&b->screen);
    canvas_text(&b->canvas, &b->screen);
    for (size_t at = 0;
         (at = str_find(buf_str(&b->screen), str_of(text), at)) != STR_NONE; at++)
        times++;
    return times;
}

static void reloading_keeps_the_place_by_its_name(void **state)
{
    (void)state;
    struct browsing b;
    start(&b, 20, 80);
    press(&b, "j");
    expect(&b, "▌ ○ 2002");
    write_events(&b, three_events);
    press(&b, "r");
    expect(&b, "▌ ○ 2002    The second told anew");
    expect(&b, "read again: 3 events");
    expect(&b, "[timeline] 3/3");
    press(&b, "Enter r");
    expect(&b, "The second told anew");
    expect(&b, "[event]");
    end(&b);
}

static void a_broken_record_leaves_the_old_one_and_says_why(void **state)
{
    (void)state;
    struct browsing b;
    start(&b, 20, 120);
    write_events(&b, broken);
    press(&b, "j r");
    expect(&b, "The second");
    expect(&b, "events.yaml:5:");
    expect(&b, "not a date");
    write_events(&b, three_events);
    press(&b, "r");
    expect(&b, "told anew");
    end(&b);
}

static void an_event_that_is_gone_says_so_and_comes_back(void **state)
{
    (void)state;
    struct browsing b;
    start(&b, 20, 80);
    write_events(&b, three_events);
    press(&b, "r g Enter");
    expect(&b, "Before all");
    write_events(&b, two_events);
    press(&b, "r");
    expect(&b, "not in the record as it is now");
    write_events(&b, three_events);
    press(&b, "r");
    expect(&b, "Before all");
    end(&b);
}

static void the_filter_and_the_stack_outlive_a_reload(void **state)
{
    (void)state;
    struct browsing b;
    start(&b, 20, 80);
    press(&b, "f s e c o n d Enter");
    expect(&b, "1 of 2 events");
    press(&b, "Enter");
    write_events(&b, three_events);
    press(&b, "r q");
    expect(&b, "1 of 3 events");
    expect(&b, "filter: second");
    end(&b);
}

static void escape_never_quits_and_q_quits_from_the_timeline_alone(void **state)
{
    (void)state;
    struct browsing b;
    start(&b, 20, 80);
    press(&b, "Enter ? Esc Esc Esc Esc h Backspace Left");
    assert_false(app_ended(b.app));
    expect(&b, "q quits");
    press(&b, "Enter q");
    assert_false(app_ended(b.app));
    press(&b, "/ q Esc");
    assert_false(app_ended(b.app));
    press(&b, "q");
    assert_true(app_ended(b.app));
    end(&b);
}

static void the_event_beside_follows_when_no_key_comes(void **state)
{
    (void)state;
    struct browsing b;
    start(&b, 20, 120);
    assert_false(app_waits(b.app));
    press(&b, "j");
    expect(&b, "▌ ○ 2002");
    assert_true(app_waits(b.app));
    size_t of_the_first = count(&b, "The first"),
           of_the_second = count(&b, "The second");
    assert_int_equal(of_the_first, 2); /* in the list, and beside it still */
    assert_int_equal(of_the_second, 1);
    app_rest(b.app);
    app_draw(b.app, &b.canvas);
    assert_false(app_waits(b.app));
    assert_int_equal(count(&b, "The first"), 1);
    assert_int_equal(count(&b, "The second"), 2);
    press(&b, "k Enter");
    assert_false(app_waits(b.app));
    assert_int_equal(count(&b, "The first"), 2);
    end(&b);
}

static void a_deep_stack_stays_sound(void **state)
{
    (void)state;
    struct browsing b;
    start(&b, 10, 110);
    for (int i = 0; i < 100; i++)
        press(&b, "s c i ?");
    expect(&b, "[help]");
    for (int i = 0; i < 200; i++)
        press(&b, "Esc");
    expect(&b, "[timeline]");
    end(&b);
}

static void expect_whole_rows(const struct canvas *canvas)
{
    for (int row = 0; row < canvas->rows; row++) {
        int cells = 0;
        for (int col = 0; col < canvas->cols; col++)
            cells += canvas_at(canvas, row, col)->cells;
        assert_int_equal(cells, canvas->cols);
    }
}

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static void resize(struct browsing *b, uint32_t random)
{
    static const int sizes[][2] = { { 1, 1 },   { 2, 7 },    { 3, 20 },  { 10, 40 },
                                    { 24, 80 }, { 30, 100 }, { 5, 101 }, { 60, 250 },
                                    { 0, 0 },   { 8, 2 } };
    const int *size = sizes[random % (sizeof(sizes) / sizeof(*sizes))];
    canvas_free(&b->canvas);
    b->canvas = canvas_new(size[0], size[1]);
    app_draw(b->app, &b->canvas);
}

static void press_any(struct browsing *b, uint32_t random)
{
    static const char *const keys[] = {
        "j",
        "k",
        "Enter",
        "q",
        "Esc",
        "Tab",
        "n",
        "N",
        "G",
        "g",
        "Space",
        "b",
        "s",
        "c",
        "i",
        "?",
        "t",
        "[",
        "]",
        "F",
        "r",
        "^D",
        "^U",
        "/ e Enter",
        "/ 灯 Enter",
        "/ e l",
        "/ h a r b o u r Esc",
        "\\ a n Enter",
        "N",
        "f Tab Tab",
        "f w h o : Tab Tab Enter",
        "f ^U Up Up Enter",
        "- -",
        "}",
        "{",
        "u",
        "U",
        "a",
        "+",
        "f l i g h t Enter",
        "f i s : d i s p u t e d Enter",
        "f x y z Enter",
        "f ( Esc",
        "e",
        "o",
        "y",
        "Y",
        "E",
        "m",
        ": 3 Enter",
        ": z o o m - i n Enter",
        ": e r r Tab Enter",
        "Enter",
        "Enter",
        "j",
    };
    press(b, keys[random % (sizeof(keys) / sizeof(*keys))]);
}

/* On a record with everything in it: nothing crashes, and no row is wider or narrower
 * than the screen. */
static void any_keys_at_any_size_draw_whole_rows(void **state)
{
    (void)state;
    struct browsing b = { .events = STR(FIXTURE "/events.yaml") };
    b.options.load.paths = &b.events;
    b.options.load.path_count = 1;
    b.options.load.texts = STR(FIXTURE "/texts");
    struct diags diags = diags_new(&b.arena);
    const struct dossier *dossier = dossier_load(&b.options.load, &diags);
    assert_non_null(dossier);
    uint32_t seed = 11;
    for (int round = 0; round < 100; round++) {
        b.app = app_new(&b.options, dossier, round % 2);
        for (int i = 0; i < 60 && !app_ended(b.app); i++) {
            if (i % 20 == 0)
                resize(&b, next_random(&seed));
            press_any(&b, next_random(&seed));
            expect_whole_rows(&b.canvas);
        }
        app_free(b.app);
    }
    canvas_free(&b.canvas);
    buf_free(&b.screen);
    arena_free(&b.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reloading_keeps_the_place_by_its_name),
        cmocka_unit_test(a_broken_record_leaves_the_old_one_and_says_why),
        cmocka_unit_test(an_event_that_is_gone_says_so_and_comes_back),
        cmocka_unit_test(the_filter_and_the_stack_outlive_a_reload),
        cmocka_unit_test(escape_never_quits_and_q_quits_from_the_timeline_alone),
        cmocka_unit_test(the_event_beside_follows_when_no_key_comes),
        cmocka_unit_test(a_deep_stack_stays_sound),
        cmocka_unit_test(any_keys_at_any_size_draw_whole_rows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
