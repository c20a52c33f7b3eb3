#include "lighthouse.h"

#include <stdlib.h>

#include "print/print.h"
#include "text/cells.h"

/* Both print on paper: the whole record, and its conflicts. */
static const struct printer *const printers[] = { &print_dump, &print_conflicts };
enum { PRINTERS = sizeof(printers) / sizeof(*printers), KINDS = PRINTERS * RECORDS };

static struct buf print(size_t kind, struct print_options options)
{
    struct arena arena = { 0 };
    struct selection selection = load_record(&arena, records[kind % RECORDS], "");
    struct buf out = { 0 };
    printers[kind / RECORDS]->print(&out, &selection, &options);
    arena_free(&arena);
    return out;
}

static void no_line_is_wider_than_asked_or_ends_in_white_space(void **state)
{
    (void)state;
    for (size_t width = 20; width <= 230; width++)
        for (size_t kind = 0; kind < KINDS; kind++) {
            struct buf out = print(kind, (struct print_options){ .width = width });
            struct str rest = buf_str(&out), line;
            while (str_split(&rest, '\n', &line)) {
                assert_true(text_cells(line) <= width);
                assert_false(str_ends(line, STR(" ")));
            }
            buf_free(&out);
        }
}

static void ascii_is_nothing_else(void **state)
{
    (void)state;
    for (size_t kind = 0; kind < KINDS; kind++) {
        struct buf out =
            print(kind, (struct print_options){ .width = 160, .ascii = true });
        for (size_t i = 0; i < out.len; i++)
            assert_true(out.ptr[i] == '\n' || (out.ptr[i] >= ' ' && out.ptr[i] <= '~'));
        buf_free(&out);
    }
}

/* The width of a line must not depend on the color. */
static void color_adds_sequences_and_changes_nothing_else(void **state)
{
    (void)state;
    for (size_t i = 0; i < 2 * KINDS; i++) {
        size_t width = i % 2 ? 60 : 160;
        struct buf plain = print(i / 2, (struct print_options){ .width = width });
        struct buf color =
            print(i / 2, (struct print_options){ .width = width, .color = true });
        struct buf stripped = { 0 };
        for (size_t k = 0; k < color.len; k++) {
            if (color.ptr[k] == '\033')
                while (color.ptr[k] != 'm')
                    k++;
            else
                buf_add_char(&stripped, color.ptr[k]);
        }
        assert_true(color.len > plain.len);
        assert_true(str_equal(buf_str(&stripped), buf_str(&plain)));
        buf_free(&plain);
        buf_free(&color);
        buf_free(&stripped);
    }
}

static void every_quotation_is_there_in_its_marks(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct selection selection = lighthouse(&arena, "");
    struct buf out = print(0, (struct print_options){ .width = 1000 });
    const source_list *sources = &selection.dossier->sources;
    size_t quotations = 0;
    for (size_t i = 0; i < sources->len; i++)
        for (size_t k = 0; k < sources->at[i]->citations.len; k++, quotations++) {
            struct str quote = sources->at[i]->citations.at[k]->quote;
            struct str marked = arena_printf(&arena, "“%.*s”", STR_ARG(quote));
            assert_true(str_find(buf_str(&out), marked, 0) != STR_NONE);
        }
    assert_int_equal(quotations, 9);
    buf_free(&out);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_line_is_wider_than_asked_or_ends_in_white_space),
        cmocka_unit_test(ascii_is_nothing_else),
        cmocka_unit_test(color_adds_sequences_and_changes_nothing_else),
        cmocka_unit_test(every_quotation_is_there_in_its_marks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
