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

enum { FIELDS = 6 };

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

/* A day as the suites write it, as edtf_bound_format would. */
static void bound_of_suite(char *out, size_t size, struct str day)
{
    bool open = str_equal(day, STR("inf")) || str_equal(day, STR("-inf")) ||
                str_starts(day, STR("open"));
    bool digit = day.len && day.ptr[day.len - 1] >= '0' && day.ptr[day.len - 1] <= '9';
    size_t four = str_starts(day, STR("-")) ? 11 : 10;
    snprintf(out, size, "%s%.*s", digit && day.len > four ? "Y" : "",
             open ? 2 : (int)day.len, open ? ".." : day.ptr);
}

static bool same_bound(struct edtf_bound bound, struct str day)
{
    char ours[64], theirs[64];
    edtf_bound_format(bound, ours, sizeof(ours));
    bound_of_suite(theirs, sizeof(theirs), day);
    return strcmp(ours, theirs) == 0;
}

static bool same_bounds(const struct edtf *date, struct str earliest, struct str latest)
{
    struct edtf_bounds bounds = edtf_bounds(date);
    return same_bound(bounds.earliest, earliest) && same_bound(bounds.latest, latest);
}

static void where_programs_differ_the_decided_one_is_right(void **state)
{
    (void)state;
    FILE *file = open_table("edtf_disagreements.tsv");
    int wrong = 0, count = 0;
    for (struct line line; next_line(file, &line); free(line.text), count++) {
        struct edtf date;
        struct edtf_error error;
        char answer[16] = "reject";
        if (edtf_parse(line.fields[0], &date, &error))
            snprintf(answer, sizeof(answer), "L%d", edtf_level(&date));
        if (count == 0 || str_equal(line.fields[1], str_of(answer)))
            continue;
        print_message("%.*s is %s\n", STR_ARG(line.fields[0]), answer);
        wrong++;
    }
    fclose(file);
    assert_true(count > 300);
    assert_int_equal(wrong, 0);
}

static void bounds_are_those_of_the_decided_program(void **state)
{
    (void)state;
    FILE *file = open_table("edtf_bounds_executed.tsv");
    int wrong = 0, compared = 0;
    for (struct line line; next_line(file, &line); free(line.text)) {
        struct edtf date;
        struct edtf_error error;
        struct str both = line.fields[1];
        size_t dots = str_find(both, STR(".."), 0);
        if (dots == STR_NONE)
            continue;
        compared++;
        if (edtf_parse(line.fields[0], &date, &error) &&
            same_bounds(&date, str_slice(both, 0, dots), str_from(both, dots + 2)))
            continue;
        print_message("%.*s is not %.*s\n", STR_ARG(line.fields[0]), STR_ARG(both));
        wrong++;
    }
    fclose(file);
    assert_true(compared > 600);
    assert_int_equal(wrong, 0);
}

/* Where a suite's bounds are not ours: in strings with that mark, and why. The
 * suites not named here agree wherever they and we have bounds at all. */
static const struct {
    const char *suite, *mark, *reason;
} decisions[] = {
    { "python-edtf(fuzzy)", "", "qualifiers do not move bounds" },
    { "python-edtf(strict)", "S", "significant digits round the year down and up" },
    { "python-edtf(strict)", "/", "an unknown end is unknown, not ten years away" },
    { "python-edtf(strict)", "-24", "a winter ends in February of the next year" },
    { "go-edtf", "T", "the day is the one that is written, not the one in UTC" },
    { "edtf-java", "T", "the day is the one that is written, not the one in UTC" },
    { "edtf-java", "-2", "seasons are the meteorological ones, not quarters" },
    { "edtf-java", "-3",
      "the southern summer starts in December; four months are four" },
    { "edtf-java", "Y", "a year after Y is that year" },
    { "PW-EDTF", "XXXX", "a year of which nothing is known is 0000 to 9999" },
};

static bool is_decided(struct str suite, struct str text)
{
    for (size_t i = 0; i < sizeof(decisions) / sizeof(*decisions); i++)
        if (str_equal(suite, str_of(decisions[i].suite)) &&
            str_find(text, str_of(decisions[i].mark), 0) != STR_NONE)
            return true;
    return false;
}

static void bounds_of_the_suites_differ_only_where_it_is_decided(void **state)
{
    (void)state;
    FILE *file = open_table("edtf_bounds.tsv");
    int wrong = 0, same = 0;
    for (struct line line; next_line(file, &line); free(line.text)) {
        struct edtf date;
        struct edtf_error error;
        if (!edtf_parse(line.fields[0], &date, &error))
            continue;
        bool agree = same_bounds(&date, line.fields[1], line.fields[2]);
        same += agree;
        if (agree || is_decided(line.fields[3], line.fields[0]))
            continue;
        print_message("%.*s: %.*s differs\n", STR_ARG(line.fields[0]),
                      STR_ARG(line.fields[3]));
        wrong++;
    }
    fclose(file);
    assert_true(same > 350);
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(level_0_is_level_0),
        cmocka_unit_test(level_1_is_level_1),
        cmocka_unit_test(level_2_is_level_2),
        cmocka_unit_test(what_is_invalid_is_refused_with_a_reason),
        cmocka_unit_test(the_draft_of_2012_is_refused_with_a_reason),
        cmocka_unit_test(where_programs_differ_the_decided_one_is_right),
        cmocka_unit_test(bounds_are_those_of_the_decided_program),
        cmocka_unit_test(bounds_of_the_suites_differ_only_where_it_is_decided),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
