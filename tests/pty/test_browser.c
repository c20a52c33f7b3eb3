/* The browser, as one who sits before it: what is shown, and where keys lead. */
#include "browser.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

/* Milliseconds after which an Esc is no longer the beginning of a sequence. */
enum { ESCAPE_ALONE = 200 };

/* Screens that a key is pressed on, and the screen that it leads to. */
struct step {
    const char *keys, *shows;
};

static void walk(struct pty *pty, const struct step *steps, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        pty_type(pty, steps[i].keys);
        expect_text(pty, steps[i].shows);
    }
}

static void the_timeline_comes_first(void **state)
{
    (void)state;
    struct pty *pty = browse_timeline((struct browsing){ 0 });
    expect_text(pty, "The lamp at Söderskär");
    expect_text(pty, "3 of 3 events");
    expect_text(pty, "2–3 Nov");
    expect_text(pty, "The inquiry finds nobody at fault");
    pty_free(pty);
}

static void two_enters_lead_to_the_very_words(void **state)
{
    (void)state;
    struct pty *pty = browse_quotation((struct browsing){ 0 });
    expect_highlighted(pty, QUOTATION);
    expect_text(pty, "Then came the storm.");
    pty_free(pty);
}

static void an_event_shows_rival_claims(void **state)
{
    (void)state;
    struct pty *pty = browse_timeline((struct browsing){ .rows = 40 });
    const struct step steps[] = {
        { "j", "[timeline] 2/3" },
        { "\r", "[event]" },
        { "", "Why did the lamp go out?" },
        { "", "The keeper slept" },
        { "", "田中 一郎" },
    };
    walk(pty, steps, sizeof steps / sizeof *steps);
    pty_free(pty);
}

static void every_key_for_back_goes_back(void **state)
{
    (void)state;
    static const char *const backs[] = { "q", "\033", "\033[D", "h", "\177", "\033OD" };
    for (size_t i = 0; i < sizeof backs / sizeof *backs; i++) {
        struct pty *pty = browse_quotation((struct browsing){ 0 });
        const struct step steps[] = { { backs[i], "[event]" },
                                      { backs[i], "[timeline] 2/3" } };
        walk(pty, steps, sizeof steps / sizeof *steps);
        pty_free(pty);
    }
}

static void escape_never_quits(void **state)
{
    (void)state;
    struct pty *pty = browse_timeline((struct browsing){ 0 });
    for (int i = 0; i < 3; i++) {
        pty_type(pty, "\033");
        pty_settle(pty, ESCAPE_ALONE);
    }
    pty_type(pty, "G");
    expect_text(pty, "[timeline] 3/3");
    pty_free(pty);
}

static void each_view_has_its_key(void **state)
{
    (void)state;
    struct pty *pty = browse_timeline((struct browsing){ 0 });
    const struct step steps[] = {
        { "c", "[conflicts]" }, { "q", "[timeline]" }, { "s", "[sources]" },
        { "q", "[timeline]" },  { "i", "[index]" },    { "q", "[timeline]" },
        { "?", "[help]" },      { "q", "[timeline]" }, { "\033OP", "[help]" },
    };
    walk(pty, steps, sizeof steps / sizeof *steps);
    pty_free(pty);
}

static void a_filter_narrows_and_is_cleared(void **state)
{
    (void)state;
    struct pty *pty = browse_timeline((struct browsing){ 0 });
    const struct step steps[] = { { "fis:disputed\r", "1 of 3 events" },
                                  { "", "[timeline] 1/1" },
                                  { "F", "3 of 3 events" } };
    walk(pty, steps, sizeof steps / sizeof *steps);
    pty_free(pty);
}

static void a_search_says_which_match_it_is(void **state)
{
    (void)state;
    struct pty *pty = browse_timeline((struct browsing){ 0 });
    const struct step steps[] = { { "/lamp\r", "of 2" }, { "n", "of 2" } };
    walk(pty, steps, sizeof steps / sizeof *steps);
    pty_free(pty);
}

static void the_quotation_stays_in_view_when_the_window_changes(void **state)
{
    (void)state;
    struct pty *pty = browse_quotation((struct browsing){ 0 });
    static const struct {
        int rows, cols;
    } sizes[] = { { 10, 40 }, { 30, 100 }, { 50, 200 }, { 24, 80 } };
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        pty_resize(pty, sizes[i].rows, sizes[i].cols);
        expect_text(pty, "[reader]");
        expect_highlighted(pty, QUOTATION);
    }
    pty_free(pty);
}

static void no_size_is_too_small_or_too_large(void **state)
{
    (void)state;
    static const struct {
        int rows, cols;
    } sizes[] = { { 1, 1 }, { 2, 500 }, { 200, 2 }, { 200, 500 }, { 3, 10 } };
    struct pty *pty = browse_timeline((struct browsing){ 0 });
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        pty_resize(pty, sizes[i].rows, sizes[i].cols);
        pty_type(pty, "j\rjk\r?q\033s\033");
        pty_settle(pty, 50);
    }
    pty_resize(pty, 24, 80);
    pty_type(pty, "\f");
    expect_match(pty, "^ *\\[[a-z]+\\]");
    pty_type(pty, "Q");
    expect_exit(pty, 0);
    expect_terminal_restored(pty);
    pty_free(pty);
}

static void it_starts_on_one_cell(void **state)
{
    (void)state;
    struct pty *pty = browse((struct browsing){ .rows = 1, .cols = 1 });
    pty_resize(pty, 24, 80);
    expect_text(pty, "[timeline] 1/3");
    pty_free(pty);
}

static bool is_colored(const struct pty_cell *cell)
{
    return !cell->foreground.is_default || !cell->background.is_default;
}

static void without_colors_the_quotation_is_still_marked(void **state)
{
    (void)state;
    const struct browsing colorless[] = { { .env = { "NO_COLOR=1" } },
                                          { .option = "--color=never" },
                                          { .env = { "TERM=vt220" } } };
    for (size_t i = 0; i < sizeof colorless / sizeof *colorless; i++) {
        struct pty *pty = browse_quotation(colorless[i]);
        expect_highlighted(pty, QUOTATION);
        assert_string_equal(pty_text_where(pty, is_colored), "");
        pty_free(pty);
    }
    struct pty *pty = browse_quotation((struct browsing){ 0 });
    expect_highlighted(pty, QUOTATION);
    assert_string_not_equal(pty_text_where(pty, is_colored), "");
    pty_free(pty);
}

static void outside_utf_8_all_is_ascii(void **state)
{
    (void)state;
    const struct browsing plain[] = { { .env = { "LC_ALL=C" } },
                                      { .env = { "LC_ALL=POSIX" } },
                                      { .option = "--ascii" } };
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++) {
        struct pty *pty = browse_timeline(plain[i]);
        expect_text(pty, "The lamp at Soderskar");
        const char *screen = pty_screen(pty);
        for (const char *at = screen; *at; at++)
            assert_true(isascii((unsigned char)*at));
        pty_type(pty, "j\r\r");
        expect_highlighted(pty, QUOTATION);
        pty_free(pty);
    }
}

static void what_no_key_sends_runs_no_command(void **state)
{
    (void)state;
    static const char *const noises[] = {
        "\200\377\376",                 /* no UTF-8 */
        "\303",                         /* the beginning of a character */
        "\033[99~\033[1;9Q",            /* keys that nobody has */
        "\033[200~qQ\rG\033[201~",      /* a paste */
        "\033]0;q\007\033P1$r0q\033\\", /* a title, a report */
        "\033[?1;2c\033[5;5R",          /* answers of the terminal */
        "\033[<35;10;10M",              /* the mouse, moved */
        "\033[I\033[O",                 /* focus */
    };
    struct pty *pty = browse_timeline((struct browsing){ 0 });
    for (size_t i = 0; i < sizeof noises / sizeof *noises; i++) {
        pty_type(pty, noises[i]);
        pty_settle(pty, 100);
        expect_text(pty, "[timeline] 1/3");
        pty_type(pty, "G");
        expect_text(pty, "[timeline] 3/3");
        pty_type(pty, "g");
        expect_text(pty, "[timeline] 1/3");
    }
    pty_free(pty);
}

static void the_mouse_selects_and_opens(void **state)
{
    (void)state;
    int row = 0, col = 0;
    struct pty *pty = browse_timeline((struct browsing){ 0 });
    assert_true(pty_find(pty, "The lamp goes out", &row, &col));
    char click[64];
    snprintf(click, sizeof click, "\033[<0;%d;%dM\033[<0;%d;%dm", col + 1, row + 1,
             col + 1, row + 1);
    const struct step steps[] = { { click, "[timeline] 2/3" }, { click, "[event]" } };
    walk(pty, steps, sizeof steps / sizeof *steps);
    pty_free(pty);
}

static void a_key_sends_little_and_idleness_nothing(void **state)
{
    (void)state;
    struct pty *pty = browse_timeline((struct browsing){ .rows = 40, .cols = 120 });
    pty_settle(pty, 200);
    size_t before = pty_bytes(pty);
    pty_settle(pty, 300);
    assert_int_equal(pty_bytes(pty), before);
    pty_type(pty, "k"); /* already on the first */
    pty_settle(pty, 200);
    assert_true(pty_bytes(pty) - before < 100);
    pty_free(pty);
}

/* Bytes that a key sends until TEXT is there. */
static size_t bytes_until(struct pty *pty, const char *key, const char *text)
{
    size_t before = pty_bytes(pty);
    pty_type(pty, key);
    expect_text(pty, text);
    return pty_bytes(pty) - before;
}

/* The list moves at once, the event beside it follows when no key comes. The least of
 * several counts, since what follows may be read with what was counted. */
static void a_step_in_the_list_sends_little_and_the_event_follows(void **state)
{
    (void)state;
    enum { ROUNDS = 5, MOST = 400 };
    struct pty *pty = browse_timeline((struct browsing){ .rows = 40, .cols = 120 });
    size_t down = MOST + 1, up = MOST + 1;
    for (int i = 0; i < ROUNDS; i++) {
        expect_text(pty, "The first keeper lights the lamp.");
        size_t bytes = bytes_until(pty, "\033[B", "[timeline] 2/3");
        down = bytes < down ? bytes : down;
        expect_text(pty, "For one night nobody sees the light.");
        bytes = bytes_until(pty, "\033[A", "[timeline] 1/3");
        up = bytes < up ? bytes : up;
    }
    assert_in_range(down, 1, MOST);
    assert_in_range(up, 1, MOST);
    pty_free(pty);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_timeline_comes_first),
        cmocka_unit_test(two_enters_lead_to_the_very_words),
        cmocka_unit_test(an_event_shows_rival_claims),
        cmocka_unit_test(every_key_for_back_goes_back),
        cmocka_unit_test(escape_never_quits),
        cmocka_unit_test(each_view_has_its_key),
        cmocka_unit_test(a_filter_narrows_and_is_cleared),
        cmocka_unit_test(a_search_says_which_match_it_is),
        cmocka_unit_test(the_quotation_stays_in_view_when_the_window_changes),
        cmocka_unit_test(no_size_is_too_small_or_too_large),
        cmocka_unit_test(it_starts_on_one_cell),
        cmocka_unit_test(without_colors_the_quotation_is_still_marked),
        cmocka_unit_test(outside_utf_8_all_is_ascii),
        cmocka_unit_test(what_no_key_sends_runs_no_command),
        cmocka_unit_test(the_mouse_selects_and_opens),
        cmocka_unit_test(a_key_sends_little_and_idleness_nothing),
        cmocka_unit_test(a_step_in_the_list_sends_little_and_the_event_follows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
