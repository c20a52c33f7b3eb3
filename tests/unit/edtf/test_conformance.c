/*
 * The public suites' strings, gathered in ../shared/conformance beside the
 * checkout; skipped where that is not there. CONFORMANCE names the directory.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "edtf/edtf.h"

enum { FIELDS = 4 };

/* The tab-separated fields of one line; those that are missing are empty. */
struct line {
    char *text;
    struct str fields[FIELDS];
};

static FILE *open_table(const char *name)
{
    char path[4096];
    snprintf(path, sizeof(path), "%s/%s", CONFORMANCE, name);
    FILE *file = fopen(path, "r");
    if (!file)
        skip();
    return file;
}

static bool next_line(FILE *file, struct line *line)
{
    size_t cap = 0;
    line->text = NULL;
    ssize_t length = getline(&line->text, &cap, file);
    if (length < 0) {
        free(line->text);
        return false;
    }
    struct str rest = { line->text, (size_t)length };
    if (str_ends(rest, STR("\n")))
        rest.len--;
    for (int i = 0; i < FIELDS; i++)
        if (!str_split(&rest, '\t', &line->fields[i]))
            line->fields[i] = STR("");
    return true;
}

static void check_level(const char *name, int level)
{
    FILE *file = open_table(name);
    int wrong = 0, count = 0;
    for (struct line line; next_line(file, &line); free(line.text), count++) {
        struct edtf date;
        struct edtf_error error;
        bool valid = edtf_parse(line.fields[0], &date, &error);
        if (valid && edtf_level(&date) == level)
            continue;
        wrong++;
        print_message("%.*s: level %d, not %d%s%s\n", STR_ARG(line.fields[0]),
                      valid ? edtf_level(&date) : -1, level, valid ? "" : ": ",
                      valid ? "" : error.reason);
    }
    fclose(file);
    assert_true(count > 100);
    assert_int_equal(wrong, 0);
}

static void level_0_is_level_0(void **state)
{
    (void)state;
    check_level("edtf_valid_level0.txt", 0);
}

static void level_1_is_level_1(void **state)
{
    (void)state;
    check_level("edtf_valid_level1.txt", 1);
}

static void level_2_is_level_2(void **state)
{
    (void)state;
    check_level("edtf_valid_level2.txt", 2);
}

static void check_refused(const char *name)
{
    FILE *file = open_table(name);
    int wrong = 0, count = 0;
    for (struct line line; next_line(file, &line); free(line.text), count++) {
        struct edtf date;
        struct edtf_error error;
        if (!edtf_parse(line.fields[0], &date, &error) && error.reason[0] &&
            error.offset <= line.fields[0].len)
            continue;
        wrong++;
        print_message("not refused with a reason: %.*s\n", STR_ARG(line.fields[0]));
    }
    fclose(file);
    assert_true(count > 50);
    assert_int_equal(wrong, 0);
}

static void what_is_invalid_is_refused_with_a_reason(void **state)
{
    (void)state;
    check_refused("edtf_invalid.txt");
}

static void the_draft_of_2012_is_refused_with_a_reason(void **state)
{
    (void)state;
    check_refused("edtf_draft2012_must_not_be_silently_accepted.txt");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(level_0_is_level_0),
        cmocka_unit_test(level_1_is_level_1),
        cmocka_unit_test(level_2_is_level_2),
        cmocka_unit_test(what_is_invalid_is_refused_with_a_reason),
        cmocka_unit_test(the_draft_of_2012_is_refused_with_a_reason),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
