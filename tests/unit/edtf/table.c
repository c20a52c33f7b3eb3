#include "table.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static bool check_row(struct str line, table_row *row)
{
    static const struct str arrow = STR_INIT(" ==> ");
    size_t at = str_find(line, arrow, 0);
    assert_true(at != STR_NONE);
    struct str input = str_slice(line, 0, at),
               expected = str_from(line, at + arrow.len);
    expected = str_slice(expected, 0, str_find(expected, STR("; "), 0));
    struct buf out = { 0 };
    row(&out, input);
    bool same = str_equal(buf_str(&out), expected);
    if (!same)
        print_message("%.*s\n  expected %.*s\n  got      %.*s\n", STR_ARG(input),
                      STR_ARG(expected), STR_ARG(buf_str(&out)));
    buf_free(&out);
    return same;
}

void check_table(const char *name, size_t least, table_row *row)
{
    char path[4096], *text = NULL;
    size_t cap = 0, rows = 0, wrong = 0;
    snprintf(path, sizeof(path), "%s/%s", TABLES, name);
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    for (ssize_t len; (len = getline(&text, &cap, file)) > 0;) {
        if (text[0] == '#')
            continue;
        size_t end = (size_t)len - (text[len - 1] == '\n');
        wrong += !check_row((struct str){ text, end }, row);
        rows++;
    }
    free(text);
    fclose(file);
    assert_true(rows >= least);
    assert_int_equal(wrong, 0);
}
