#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tui/watch.h"

enum { QUIET = 20 }; /* milliseconds */

/* A directory with a file "record" and a directory "data", both watched. */
struct watching {
    struct arena arena;
    char directory[64];
    struct watch watch;
    str_list paths;
};

static struct str inner(struct watching *w, const char *name)
{
    return file_join(&w->arena, str_of(w->directory), str_of(name));
}

static void write_name(struct watching *w, const char *name)
{
    FILE *file = fopen(inner(w, name).ptr, "w");
    assert_non_null(file);
    assert_int_equal(fclose(file), 0);
}

static void begin(struct watching *w)
{
    *w = (struct watching){ .directory = "/tmp/annals-test-XXXXXX" };
    assert_non_null(mkdtemp(w->directory));
    assert_int_equal(mkdir(inner(w, "data").ptr, 0700), 0);
    write_name(w, "record");
    vec_push(&w->arena, &w->paths, inner(w, "record"));
    vec_push(&w->arena, &w->paths, inner(w, "data"));
    w->watch = watch_new();
    if (w->watch.fd < 0)
        skip();
    watch_paths(&w->watch, &w->paths);
}

static void end(struct watching *w)
{
    assert_int_equal(rmdir(inner(w, "data").ptr), 0);
    unlink(inner(w, "record").ptr);
    assert_int_equal(rmdir(w->directory), 0);
    watch_free(&w->watch);
    arena_free(&w->arena);
}

/* Waits as the browser does, in poll, until it is time to read, or nothing comes. */
static bool comes_due(struct watching *w)
{
    for (;;) {
        struct pollfd polled = { .fd = w->watch.fd, .events = POLLIN };
        int patience = watch_patience(&w->watch);
        int ready = poll(&polled, 1, patience < 0 ? QUIET : patience);
        if (ready > 0)
            watch_take(&w->watch);
        if (watch_due(&w->watch))
            return true;
        if (ready == 0 && watch_patience(&w->watch) < 0)
            return false;
    }
}

static void a_file_is_due_once_for_each_change(void **state)
{
    (void)state;
    struct watching w;
    begin(&w);
    assert_false(comes_due(&w));
    write_name(&w, "record");
    assert_true(comes_due(&w));
    assert_false(comes_due(&w));
    write_name(&w, "other");
    assert_int_equal(rename(inner(&w, "other").ptr, inner(&w, "record").ptr), 0);
    assert_true(comes_due(&w));
    assert_int_equal(unlink(inner(&w, "record").ptr), 0);
    assert_true(comes_due(&w));
    assert_false(comes_due(&w));
    end(&w);
}

static void in_a_directory_every_file_counts_but_an_editors_own(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        bool counts;
    } cases[] = { { "data/new.md", true },
                  { "data/.new.md.swp", false },
                  { "data/#new.md#", false },
                  { "data/new.md~", false },
                  { "beside", false } };
    struct watching w;
    begin(&w);
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        write_name(&w, cases[i].name);
        assert_int_equal(comes_due(&w), cases[i].counts);
        assert_int_equal(unlink(inner(&w, cases[i].name).ptr), 0);
        assert_int_equal(comes_due(&w), cases[i].counts);
    }
    end(&w);
}

static void what_changes_while_paths_are_set_is_not_missed(void **state)
{
    (void)state;
    struct watching w;
    begin(&w);
    write_name(&w, "record");
    watch_paths(&w.watch, &w.paths);
    assert_true(comes_due(&w));
    end(&w);
}

static void what_is_watched_no_more_says_nothing(void **state)
{
    (void)state;
    struct watching w;
    begin(&w);
    w.paths.len = 1;
    watch_paths(&w.watch, &w.paths);
    write_name(&w, "data/new.md");
    assert_false(comes_due(&w));
    assert_int_equal(unlink(inner(&w, "data/new.md").ptr), 0);
    end(&w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_is_due_once_for_each_change),
        cmocka_unit_test(in_a_directory_every_file_counts_but_an_editors_own),
        cmocka_unit_test(what_changes_while_paths_are_set_is_not_missed),
        cmocka_unit_test(what_is_watched_no_more_says_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
