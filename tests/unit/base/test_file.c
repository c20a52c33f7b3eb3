#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"

static char directory[] = "/tmp/annals-file-XXXXXX";

static int make_directory(void **state)
{
    (void)state;
    return mkdtemp(directory) ? 0 : -1;
}

static int remove_directory(void **state)
{
    (void)state;
    return rmdir(directory);
}

static void what_is_written_is_read_back(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    const char *reason = NULL;
    struct str path = file_join(&arena, str_of(directory), STR("a"));
    assert_true(file_write(path, STR("old"), &reason));
    assert_true(file_write(path, STR("one\0two"), &reason));
    const struct file *file = file_read(&arena, path, &reason);
    assert_non_null(file);
    assert_true(str_equal(file->text, STR("one\0two")));
    unlink(path.ptr);
    assert_null(file_read(&arena, path, &reason));
    assert_string_equal(reason, "No such file or directory");
    arena_free(&arena);
}

static void only_regular_files_are_read(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    const char *reason = NULL;
    assert_null(file_read(&arena, str_of(directory), &reason));
    assert_string_equal(reason, "Is a directory");
    assert_null(file_read(&arena, STR("/dev/zero"), &reason));
    assert_string_equal(reason, "Not a regular file");
    struct str fifo = file_join(&arena, str_of(directory), STR("fifo"));
    assert_int_equal(mkfifo(fifo.ptr, 0600), 0);
    assert_null(file_read(&arena, fifo, &reason));
    assert_string_equal(reason, "Not a regular file");
    unlink(fifo.ptr);
    arena_free(&arena);
}

static void writing_where_nothing_can_be_written_says_why(void **state)
{
    (void)state;
    const char *reason = NULL;
    assert_false(file_write(STR("/nowhere/at/all"), STR("x"), &reason));
    assert_string_equal(reason, "No such file or directory");
}

static void places_count_lines_and_code_points(void **state)
{
    (void)state;
    static const struct {
        struct str text;
        size_t offset, line, column;
    } cases[] = {
        { STR_INIT("abc"), 0, 0, 0 },     { STR_INIT("abc"), 3, 0, 3 },
        { STR_INIT("a\nbc"), 2, 1, 0 },   { STR_INIT("a\r\nbc"), 4, 1, 1 },
        { STR_INIT("a\rbc"), 3, 1, 1 },   { STR_INIT("é–x"), 5, 0, 2 },
        { STR_INIT("a\n\nb"), 99, 2, 1 },
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        struct file file = { STR("f"), cases[i].text };
        struct position at = loc_position((struct loc){ &file, cases[i].offset });
        assert_int_equal(at.line, cases[i].line);
        assert_int_equal(at.column, cases[i].column);
    }
}

static void a_place_is_the_same_however_it_is_reached(void **state)
{
    (void)state;
    static const struct file file = { STR_INIT("f"),
                                      STR_INIT("ab\n\nc\r\n\rdé\r\r\nf–\n") };
    for (size_t from = 0; from <= file.text.len; from++) {
        struct position start = loc_position((struct loc){ &file, from });
        for (size_t to = from; to <= file.text.len; to++) {
            struct loc loc = { &file, to };
            struct position at = loc_position(loc);
            struct position after = loc_position_after(loc, from, start);
            assert_int_equal(after.line, at.line);
            assert_int_equal(after.column, at.column);
        }
    }
}

static void paths_are_joined_and_taken_apart(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    assert_string_equal(file_join(&arena, STR("a/"), STR("b")).ptr, "a/b");
    assert_string_equal(file_join(&arena, STR("a"), STR("/b")).ptr, "/b");
    assert_string_equal(file_join(&arena, STR(""), STR("b")).ptr, "b");
    assert_true(str_equal(file_directory(STR("a/b/c")), STR("a/b")));
    assert_true(str_equal(file_directory(STR("/c")), STR("/")));
    assert_true(str_equal(file_directory(STR("c")), STR("")));
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_written_is_read_back),
        cmocka_unit_test(only_regular_files_are_read),
        cmocka_unit_test(writing_where_nothing_can_be_written_says_why),
        cmocka_unit_test(places_count_lines_and_code_points),
        cmocka_unit_test(a_place_is_the_same_however_it_is_reached),
        cmocka_unit_test(paths_are_joined_and_taken_apart),
    };
    return cmocka_run_group_tests(tests, make_directory, remove_directory);
}
