/* What lies outside of the browser: files that change, the editor, the web browser,
 * the clipboard, links that lead in. */
#include "browser.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LINE = 4096 };

/* A record in a directory of its own, and a browser of it. */
struct outside {
    char directory[64], events[LINE], source[LINE], script[LINE], log[LINE];
    struct pty *pty;
};

static const char record[] =
    "annals: 1\n"
    "title: The ferry\n"
    "sources: data\n"
    "events:\n"
    "  - id: leaves\n"
    "    when: 1901-05-01\n"
    "    title: The ferry leaves\n"
    "    claims:\n"
    "      - {id: early, about: When?, by: The mate, says: Before six.}\n"
    "  - id: lands\n"
    "    when: 1901-05-02\n"
    "    title: The ferry lands\n";
static const char changed[] =
    "annals: 1\n"
    "title: The ferry\n"
    "sources: data\n"
    "events:\n"
    "  - id: built\n"
    "    when: 1900\n"
    "    title: The ferry is built\n"
    "  - id: leaves\n"
    "    when: 1901-05-01\n"
    "    title: The ferry leaves\n"
    "    claims:\n"
    "      - {id: early, about: When?, by: The mate, says: Before six.}\n"
    "  - id: lands\n"
    "    when: 1901-05-02\n"
    "    title: The ferry lands at last\n";
static const char broken[] = "annals: 1\n"
                             "title: The ferry\n"
                             "sources: data\n"
                             "events:\n"
                             "  - id: leaves\n"
                             "    when: soon\n"
                             "    title: The ferry leaves\n"
                             "  - id: lands\n"
                             "    when: later\n"
                             "    title: The ferry lands\n";
static const char source[] = "---\n"
                             "title: The mate's diary\n"
                             "author: A. Mate\n"
                             "publisher: The harbour\n"
                             "published: 1901-05-03\n"
                             "url: https://example.org/diary?day=1&page=2\n"
                             "cites:\n"
                             "  - event: lands\n"
                             "    quote: We landed late\n"
                             "  - event: leaves\n"
                             "    claim: early\n"
                             "    quote: before the bell rang\n"
                             "---\n"
                             "We left before the bell rang. We landed late.\n";

static void write_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

/* As editors save: a new file beside it, renamed over it. */
static void rename_over(struct outside *out, const char *text)
{
    char beside[LINE];
    snprintf(beside, sizeof beside, "%s/events.new", out->directory);
    write_file(beside, text);
    assert_int_equal(rename(beside, out->events), 0);
}

static void name(char path[LINE], const struct outside *out, const char *inner)
{
    snprintf(path, LINE, "%s/%s", out->directory, inner);
}

static void set_up(struct outside *out)
{
    char data[LINE];
    *out = (struct outside){ .directory = "/tmp/annals-test-XXXXXX" };
    assert_non_null(mkdtemp(out->directory));
    name(data, out, "data");
    name(out->events, out, "events.yaml");
    name(out->source, out, "data/diary.md");
    name(out->script, out, "script");
    name(out->log, out, "log");
    assert_int_equal(mkdir(data, 0700), 0);
    write_file(out->events, record);
    write_file(out->source, source);
}

/* With the program SCRIPT, of the shell, as VARIABLE names it; and one OPTION. */
static void start(struct outside *out, const char *option, const char *variable,
                  const char *script)
{
    char named[2 * LINE], log[2 * LINE], home[LINE];
    const char *argv[] = { annals(), out->events, option, NULL };
    snprintf(named, sizeof named, "%s='%s' --wait", variable, out->script);
    snprintf(log, sizeof log, "LOG=%s", out->log);
    snprintf(home, sizeof home, "XDG_CONFIG_HOME=%s", out->directory);
    write_file(out->script, script);
    assert_int_equal(chmod(out->script, 0700), 0);
    const char *env[] = { named, log, home, NULL };
    out->pty = pty_start(
        &(struct pty_program){ .argv = argv, .env = env, .rows = 24, .cols = 90 });
}

static void start_plain(struct outside *out)
{
    set_up(out);
    start(out, NULL, "EDITOR", "#!/bin/sh\n");
    expect_text(out->pty, "[timeline] 1/2");
}

static void tear_down(struct outside *out)
{
    char data[LINE], more[LINE];
    name(data, out, "data");
    name(more, out, "data/pilot.md");
    unlink(more);
    unlink(out->log);
    unlink(out->script);
    unlink(out->source);
    unlink(out->events);
    assert_int_equal(rmdir(data), 0);
    assert_int_equal(rmdir(out->directory), 0);
    pty_free(out->pty);
}

static void a_file_renamed_over_is_read_by_itself(void **state)
{
    (void)state;
    struct outside out;
    start_plain(&out);
    pty_type(out.pty, "j");
    expect_text(out.pty, "[timeline] 2/2");
    rename_over(&out, changed);
    expect_text(out.pty, "The ferry lands at last");
    expect_text(out.pty, "[timeline] 3/3");
    rename_over(&out, record);
    expect_text(out.pty, "[timeline] 2/2");
    tear_down(&out);
}

static void a_file_written_in_its_place_is_read_by_itself(void **state)
{
    (void)state;
    struct outside out;
    start_plain(&out);
    write_file(out.events, changed);
    expect_text(out.pty, "The ferry lands at last");
    tear_down(&out);
}

static void a_new_source_is_read_by_itself(void **state)
{
    (void)state;
    struct outside out;
    char path[LINE];
    start_plain(&out);
    name(path, &out, "data/pilot.md");
    write_file(path, "---\ntitle: The pilot's book\npublished: 1901\n---\nNothing.\n");
    expect_text(out.pty, "2 sources");
    assert_int_equal(unlink(path), 0);
    expect_text(out.pty, "1 sources");
    tear_down(&out);
}

static void the_view_filter_and_place_outlive_that(void **state)
{
    (void)state;
    struct outside out;
    start_plain(&out);
    pty_type(out.pty, "fbell\r");
    expect_text(out.pty, "1 of 2 events");
    pty_type(out.pty, "\r");
    expect_text(out.pty, "[event]");
    rename_over(&out, changed);
    expect_text(out.pty, "read again: 3 events");
    expect_text(out.pty, "[event]");
    pty_type(out.pty, "q");
    expect_text(out.pty, "1 of 3 events");
    tear_down(&out);
}

static void what_is_broken_leaves_the_record_and_is_listed(void **state)
{
    (void)state;
    struct outside out;
    start_plain(&out);
    rename_over(&out, broken);
    expect_match(out.pty,
                 "not read again, E lists 3 errors: .*events.yaml:6:11: error:");
    expect_text(out.pty, "The ferry lands");
    pty_type(out.pty, "E");
    expect_text(out.pty, "[errors] 1/3");
    expect_match(out.pty, "events.yaml:9:11");
    rename_over(&out, changed);
    expect_no_text(out.pty, "events.yaml:9:11");
    pty_type(out.pty, "q");
    expect_text(out.pty, "The ferry lands at last");
    tear_down(&out);
}

static void a_file_that_is_gone_is_read_when_it_comes_back(void **state)
{
    (void)state;
    struct outside out;
    start_plain(&out);
    assert_int_equal(unlink(out.events), 0);
    expect_text(out.pty, "not read again");
    rename_over(&out, changed);
    expect_text(out.pty, "The ferry lands at last");
    tear_down(&out);
}

static void files_that_are_none_of_the_record_say_nothing(void **state)
{
    (void)state;
    struct outside out;
    char path[LINE];
    start_plain(&out);
    pty_settle(out.pty, 200);
    size_t before = pty_bytes(out.pty);
    static const char *const others[] = { "notes.txt", "data/.diary.md.swp",
                                          "data/diary.md~", "data/#diary.md#" };
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        name(path, &out, others[i]);
        write_file(path, "x");
        assert_int_equal(unlink(path), 0);
    }
    pty_settle(out.pty, 400);
    assert_int_equal(pty_bytes(out.pty), before);
    tear_down(&out);
}

/* Writes what it is called with, a word a line, once it is done. */
static const char logger[] = "#!/bin/sh\n"
                             "printf '%s\\n' \"$@\" >\"$LOG.new\"\n"
                             "mv \"$LOG.new\" \"$LOG\"\n";

/* Until the script has written: the words it was called with. */
static bool log_is(struct pty *pty, const void *context)
{
    const char *const *wanted = context;
    char text[2 * LINE] = { 0 };
    FILE *file = fopen(wanted[0], "r");
    (void)pty;
    if (!file)
        return false;
    size_t len = fread(text, 1, sizeof text - 1, file);
    assert_int_equal(fclose(file), 0);
    return len > 0 && strcmp(text, wanted[1]) == 0;
}

static void expect_log(struct outside *out, const char *text)
{
    const char *wanted[] = { out->log, text };
    EXPECT(out->pty, pty_wait(out->pty, log_is, wanted));
    assert_int_equal(unlink(out->log), 0);
}

static void the_editor_gets_the_file_and_the_line(void **state)
{
    (void)state;
    static const struct {
        const char *keys;
        const char *shows;
        int line;
        bool of_source;
    } cases[] = {
        { "", "[timeline] 1/2", 5, false }, { "j", "[timeline] 2/2", 10, false },
        { "\r", "[event] 1/1", 9, true },   { "\r", "[reader]", 9, true },
        { "s", "[sources]", 2, true },
    };
    struct outside out;
    char words[2 * LINE];
    set_up(&out);
    start(&out, NULL, "VISUAL", logger);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        pty_type(out.pty, cases[i].keys);
        expect_text(out.pty, cases[i].shows);
        pty_type(out.pty, "e");
        snprintf(words, sizeof words, "--wait\n+%d\n%s\n", cases[i].line,
                 cases[i].of_source ? out.source : out.events);
        expect_log(&out, words);
        expect_text(out.pty, "read again");
    }
    tear_down(&out);
}

static void from_the_editor_it_comes_back_to_a_fresh_screen(void **state)
{
    (void)state;
    struct outside out;
    set_up(&out);
    start(&out, NULL, "ANNALS_EDITOR",
          "#!/bin/sh\n"
          "stty -a | grep -q ' echo ' && echo 'plain terminal'\n"
          "echo EDITING; read answer\n"
          "sed -i 's/The ferry lands/The boat lands/' \"$3\"\n");
    expect_text(out.pty, "[timeline] 1/2");
    pty_type(out.pty, "e");
    expect_text(out.pty, "plain terminal");
    expect_text(out.pty, "EDITING");
    EXPECT(out.pty, pty_modes(out.pty)[0] == '\0');
    pty_type(out.pty, "\r");
    expect_text(out.pty, "The boat lands");
    expect_no_text(out.pty, "EDITING");
    expect_text(out.pty, "[timeline] 1/2");
    assert_true(pty_mode_was_on(out.pty, 1000));
    assert_string_not_equal(pty_modes(out.pty), "");
    pty_type(out.pty, "q");
    expect_exit(out.pty, 0);
    expect_terminal_restored(out.pty);
    tear_down(&out);
}

static void what_interrupts_the_editor_does_not_end_the_browser(void **state)
{
    (void)state;
    struct outside out;
    set_up(&out);
    start(&out, NULL, "EDITOR", "#!/bin/sh\necho EDITING; read answer\n");
    expect_text(out.pty, "[timeline] 1/2");
    pty_type(out.pty, "e");
    expect_text(out.pty, "EDITING");
    pty_type(out.pty, "\003");
    expect_text(out.pty, "was ended by signal 2");
    expect_text(out.pty, "[timeline] 1/2");
    tear_down(&out);
}

static void stopped_in_the_editor_both_go_on(void **state)
{
    (void)state;
    struct outside out;
    char line[3 * LINE];
    set_up(&out);
    write_file(out.script,
               "#!/bin/sh\necho EDITING; read answer; echo \"GOT $answer\"\n"
               "read answer\n");
    assert_int_equal(chmod(out.script, 0700), 0);
    snprintf(line, sizeof line,
             "set -m; EDITOR='%s' '%s' '%s'; echo stopped; read x; fg; echo ended",
             out.script, annals(), out.events);
    out.pty = pty_start_shell(line, 24, 90);
    expect_text(out.pty, "[timeline] 1/2");
    pty_type(out.pty, "e");
    expect_text(out.pty, "EDITING");
    pty_type(out.pty, "\032");
    expect_text(out.pty, "stopped");
    pty_type(out.pty, "\r");
    expect_no_text(out.pty, "[timeline]");
    pty_type(out.pty, "more\r");
    expect_text(out.pty, "GOT more");
    pty_type(out.pty, "\r");
    expect_text(out.pty, "[timeline] 1/2");
    pty_type(out.pty, "q");
    expect_text(out.pty, "ended");
    EXPECT(out.pty, pty_modes(out.pty)[0] == '\0');
    tear_down(&out);
}

static bool mouse_is_off(struct pty *pty, const void *context)
{
    (void)context;
    return !strstr(pty_modes(pty), "?1000 on") && strstr(pty_modes(pty), "?2004 on");
}

static void the_mouse_is_left_to_the_terminal_and_taken_back(void **state)
{
    (void)state;
    struct outside out;
    start_plain(&out);
    pty_type(out.pty, "m");
    expect_text(out.pty, "the mouse is the terminal's");
    EXPECT(out.pty, pty_wait(out.pty, mouse_is_off, NULL));
    pty_type(out.pty, "m");
    expect_text(out.pty, "the mouse clicks and scrolls here");
    EXPECT(out.pty, strstr(pty_modes(out.pty), "?1000 on") != NULL);
    pty_type(out.pty, "mq");
    expect_exit(out.pty, 0);
    expect_terminal_restored(out.pty);
    tear_down(&out);
}

static void an_editor_that_is_not_there_is_named(void **state)
{
    (void)state;
    struct outside out;
    set_up(&out);
    start(&out, NULL, "EDITOR", "#!/bin/sh\n");
    expect_text(out.pty, "[timeline] 1/2");
    assert_int_equal(unlink(out.script), 0);
    pty_type(out.pty, "e");
    expect_text(out.pty, "script: No such file or directory");
    tear_down(&out);
}

static void the_web_browser_gets_the_address_as_one_word(void **state)
{
    (void)state;
    struct outside out;
    set_up(&out);
    start(&out, NULL, "BROWSER", logger);
    expect_text(out.pty, "[timeline] 1/2");
    pty_type(out.pty, "o");
    expect_text(out.pty, "select a source");
    pty_type(out.pty, "\ro");
    expect_log(&out, "--wait\nhttps://example.org/diary?day=1&page=2\n");
    expect_text(out.pty, "[event]");
    tear_down(&out);
}

static void an_address_that_is_none_of_the_web_is_refused(void **state)
{
    (void)state;
    struct outside out;
    set_up(&out);
    write_file(out.source, "---\ntitle: The diary\nurl: 'file:///etc/hosts'\n"
                           "published: 1901\n---\nNothing.\n");
    start(&out, NULL, "BROWSER", logger);
    expect_text(out.pty, "[timeline] 1/2");
    pty_type(out.pty, "so");
    expect_text(out.pty, "not an address of the web");
    assert_int_not_equal(access(out.log, F_OK), 0);
    tear_down(&out);
}

static void a_citation_and_its_link_go_to_the_terminal(void **state)
{
    (void)state;
    struct outside out;
    start_plain(&out);
    pty_type(out.pty, "Y");
    expect_text(out.pty, "link sent to the terminal");
    /* annals --open=leaves */
    EXPECT(out.pty, pty_wait_sent(out.pty, "\033]52;c;YW5uYWxzIC0tb3Blbj1sZWF2ZXM=\a"));
    pty_type(out.pty, "\r");
    expect_text(out.pty, "[event]");
    pty_type(out.pty, "Y");
    /* annals --open=diary#2 */
    EXPECT(out.pty, pty_wait_sent(out.pty, "\033]52;c;YW5uYWxzIC0tb3Blbj1kaWFyeSMy\a"));
    pty_type(out.pty, "y");
    expect_text(out.pty, "citation sent to the terminal");
    /* “before the bell rang” … */
    EXPECT(out.pty, pty_wait_sent(out.pty, "\033]52;c;4oCcYmVmb3JlIHRoZSBiZWxs"));
    tear_down(&out);
}

/* Whether the row with TEXT begins with the cursor. */
static bool is_under_cursor(struct pty *pty, const void *text)
{
    int row, col;
    return pty_find(pty, text, &row, &col) && strncmp(pty_row(pty, row), "▌", 3) == 0;
}

static void a_link_leads_to_its_place_and_back_to_the_timeline(void **state)
{
    (void)state;
    static const struct {
        const char *option, *view, *shows, *under_cursor, *back;
    } cases[] = {
        { "--open=lands", "[event]", "The ferry lands", "“We landed late”",
          "[timeline] 2/2" },
        { "--open=leaves/early", "[event]", "Before six.", "“before the bell rang”",
          "[timeline] 1/2" },
        { "--open=diary#1", "[reader] 2/2", "We landed late", NULL, "[event]" },
        { "--open=diary#", "[reader]", "The mate's diary", NULL, "[timeline] 1/2" },
        { "--open=diary", "[reader]", "The mate's diary", NULL, "[timeline] 1/2" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct outside out;
        set_up(&out);
        start(&out, cases[i].option, "EDITOR", "#!/bin/sh\n");
        expect_text(out.pty, cases[i].view);
        expect_text(out.pty, cases[i].shows);
        if (cases[i].under_cursor)
            EXPECT(out.pty, pty_wait(out.pty, is_under_cursor, cases[i].under_cursor));
        pty_type(out.pty, "q");
        expect_text(out.pty, cases[i].back);
        tear_down(&out);
    }
}

static void a_link_to_nothing_names_what_is_near(void **state)
{
    (void)state;
    static const struct {
        const char *option, *says;
    } cases[] = {
        { "--open=land", "annals: --open: there is no event and no source 'land'; did "
                         "you mean lands?" },
        { "--open=lands/early", "the event lands has no claim 'early'" },
        { "--open=leaves/earlyy", "has no claim 'earlyy'; did you mean early?" },
        { "--open=diary#3", "the source diary has no citation '3', but 2" },
        { "--open=diary#0", "no citation '0'" },
        { "--open=dairy#1", "there is no source 'dairy'; did you mean diary?" },
        { "--open=\033[31m", "no source '^[[31m'" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct outside out;
        set_up(&out);
        start(&out, cases[i].option, "EDITOR", "#!/bin/sh\n");
        expect_exit(out.pty, 2);
        expect_text(out.pty, cases[i].says);
        assert_false(pty_mode_was_on(out.pty, 1049));
        tear_down(&out);
    }
}

static bool is_red(const struct pty_cell *cell)
{
    return !cell->foreground.is_default &&
           cell->foreground.red > cell->foreground.green + 64;
}

static bool title_is_red(struct pty *pty, const void *context)
{
    (void)context;
    return strncmp(pty_text_where(pty, is_red), "The ferry", 9) == 0;
}

static void settings_change_keys_and_colors_and_errors_are_said(void **state)
{
    (void)state;
    struct outside out;
    char directory[LINE], config[LINE];
    set_up(&out);
    name(directory, &out, "annals");
    name(config, &out, "annals/config");
    assert_int_equal(mkdir(directory, 0700), 0);
    write_file(config, "bind all x last\n"
                       "color title red default bold\n"
                       "bind all z fly\n");
    start(&out, NULL, "EDITOR", "#!/bin/sh\n");
    expect_match(out.pty, "annals/config:3:12: error: no such: action: \"fly\"");
    pty_type(out.pty, "x");
    expect_text(out.pty, "[timeline] 2/2");
    EXPECT(out.pty, pty_wait(out.pty, title_is_red, NULL));
    assert_int_equal(unlink(config), 0);
    assert_int_equal(rmdir(directory), 0);
    tear_down(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_renamed_over_is_read_by_itself),
        cmocka_unit_test(a_file_written_in_its_place_is_read_by_itself),
        cmocka_unit_test(a_new_source_is_read_by_itself),
        cmocka_unit_test(the_view_filter_and_place_outlive_that),
        cmocka_unit_test(what_is_broken_leaves_the_record_and_is_listed),
        cmocka_unit_test(a_file_that_is_gone_is_read_when_it_comes_back),
        cmocka_unit_test(files_that_are_none_of_the_record_say_nothing),
        cmocka_unit_test(the_editor_gets_the_file_and_the_line),
        cmocka_unit_test(from_the_editor_it_comes_back_to_a_fresh_screen),
        cmocka_unit_test(what_interrupts_the_editor_does_not_end_the_browser),
        cmocka_unit_test(stopped_in_the_editor_both_go_on),
        cmocka_unit_test(the_mouse_is_left_to_the_terminal_and_taken_back),
        cmocka_unit_test(an_editor_that_is_not_there_is_named),
        cmocka_unit_test(the_web_browser_gets_the_address_as_one_word),
        cmocka_unit_test(an_address_that_is_none_of_the_web_is_refused),
        cmocka_unit_test(a_citation_and_its_link_go_to_the_terminal),
        cmocka_unit_test(a_link_leads_to_its_place_and_back_to_the_timeline),
        cmocka_unit_test(a_link_to_nothing_names_what_is_near),
        cmocka_unit_test(settings_change_keys_and_colors_and_errors_are_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
