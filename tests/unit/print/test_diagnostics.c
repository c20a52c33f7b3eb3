#include "lighthouse.h"

#include "print/diagnostics.h"

static void what_the_data_holds_does_not_reach_the_terminal(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct diags diags = diags_new(&arena);
    struct file file = { STR("a\033[2J\nb.yaml"), STR("x") };
    diag_add(&diags, DIAG_UNKNOWN_KEY, (struct loc){ &file, 0 }, "%s",
             "red\033]0;x\a \xE2\x80\xAE \x9B \r%s%n");
    struct buf out = { 0 };
    diagnostics_write(&out, &diags);
    assert_true(str_ends(buf_str(&out), STR("\n")));
    size_t lines = 0;
    for (size_t i = 0; i < out.len; i++) {
        lines += out.ptr[i] == '\n';
        assert_true(out.ptr[i] == '\n' || (unsigned char)out.ptr[i] >= ' ');
    }
    assert_int_equal(lines, 1);
    assert_true(str_find(buf_str(&out), STR("<U+202E>"), 0) != STR_NONE);
    assert_true(str_find(buf_str(&out), STR("%s%n"), 0) != STR_NONE);
    buf_free(&out);
    arena_free(&arena);
}

static void the_summary_counts_what_was_found(void **state)
{
    (void)state;
    static const char expected[] =
        "5 events, 4 claims, 9 citations; 3 sources with a text, 1 without\n"
        "\n"
        "quotations  digest  full text\n"
        "exact       6       4\n"
        "normalised  3       1\n"
        "absent      0       4\n"
        "\n"
        "sentences        digest                     full text                  hash\n"
        "gazette          1 of 1 cited               -                          "
        "absent\n"
        "keepers-log      3 of 4 cited, 1 explained  6 of 7 cited, 1 explained  "
        "differs\n"
        "lifeboat-letter  1 of 1 cited               -                          "
        "absent\n"
        "\n"
        "0 errors, 1 warning\n";
    struct arena arena = { 0 };
    struct selection selection = lighthouse(&arena, "");
    struct diags diags = diags_new(&arena);
    diag_add(&diags, DIAG_UNCITED, selection.dossier->events.at[0]->loc, "%s", "");
    struct buf out = { 0 };
    check_summary_write(&out, selection.dossier, &diags);
    buf_add_char(&out, '\0');
    struct str path = selection.dossier->paths.at[0];
    assert_memory_equal(out.ptr, path.ptr, path.len);
    assert_int_equal(out.ptr[path.len], '\n');
    assert_string_equal(out.ptr + path.len + 1, expected);
    buf_free(&out);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_the_data_holds_does_not_reach_the_terminal),
        cmocka_unit_test(the_summary_counts_what_was_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
