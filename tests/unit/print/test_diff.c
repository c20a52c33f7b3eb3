#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <jansson.h>

#include "print/diff.h"
#include "states.h"
#include "text/cells.h"

/* The record as JSON without what is not compared. */

static const char *const not_compared[] = { "number", "silent", "omits", "start",
                                            "end" };

static json_t *plain(json_t *value);

static int by_dump(const void *left, const void *right)
{
    json_t *const *a = left, *const *b = right;
    char *of_a = json_dumps(*a, JSON_SORT_KEYS | JSON_ENCODE_ANY);
    char *of_b = json_dumps(*b, JSON_SORT_KEYS | JSON_ENCODE_ANY);
    int order = strcmp(of_a, of_b);
    free(of_a);
    free(of_b);
    return order;
}

/* What stands in a list, whatever its order; but a chain is one. */
static json_t *plain_list(json_t *list)
{
    size_t count = json_array_size(list);
    json_t **items = calloc(count + 1, sizeof(*items)), *sorted = json_array();
    assert_non_null(items);
    for (size_t i = 0; i < count; i++)
        items[i] = plain(json_array_get(list, i));
    qsort(items, count, sizeof(*items), by_dump);
    for (size_t i = 0; i < count; i++)
        json_array_append_new(sorted, items[i]);
    free(items);
    return sorted;
}

static json_t *plain_object(json_t *object)
{
    json_t *copy = json_object();
    void *at = json_object_iter(object);
    for (; at; at = json_object_iter_next(object, at)) {
        const char *key = json_object_iter_key(at);
        json_t *value = json_object_iter_value(at);
        bool chain = strcmp(key, "via") == 0;
        json_object_set_new(copy, key, chain ? json_deep_copy(value) : plain(value));
    }
    for (size_t i = 0; i < sizeof(not_compared) / sizeof(*not_compared); i++)
        json_object_del(copy, not_compared[i]);
    return copy;
}

static json_t *plain_string(json_t *string)
{
    struct arena arena = { NULL };
    struct str text = difference_plain(&arena, str_of(json_string_value(string)));
    json_t *copy = json_stringn(text.ptr, text.len);
    arena_free(&arena);
    return copy;
}

static json_t *plain(json_t *value)
{
    if (json_is_array(value))
        return plain_list(value);
    if (json_is_object(value))
        return plain_object(value);
    return json_is_string(value) ? plain_string(value) : json_deep_copy(value);
}

static json_t *exported(struct arena *arena, const struct dossier *dossier)
{
    struct query_error error;
    const struct query *query = query_parse(arena, STR(""), &error);
    struct selection selection = query_select(arena, dossier, query, ORDER_EVENT);
    struct print_options options = { .width = 80 };
    struct buf out = { 0 };
    print_json.print(&out, &selection, &options);
    json_t *whole = json_loadb(out.ptr, out.len, 0, NULL), *copy = plain(whole);
    assert_non_null(whole);
    json_decref(whole);
    buf_free(&out);
    return copy;
}

static void nothing_changed_where_the_exports_say_the_same(void **state)
{
    struct fixture *fixture = *state;
    size_t same = 0, different = 0;
    uint64_t random = 3;
    for (size_t i = 0; i < 80; i++) {
        uint64_t again = random; /* one time in four the same edits */
        const struct dossier *old = states_load_random(fixture, "a", &random);
        const struct dossier *new =
            states_load_random(fixture, "b", i % 4 ? &random : &again);
        size_t changes = compare_dossiers(&fixture->arena, old, new).len;
        json_t *of_old = exported(&fixture->arena, old);
        json_t *of_new = exported(&fixture->arena, new);
        assert_int_equal(json_equal(of_old, of_new), changes == 0);
        json_decref(of_old);
        json_decref(of_new);
        same += changes == 0;
        different += changes > 0;
    }
    assert_true(same >= 20 && different > 40);
}

/* Each state alone too: among many edits, one that is overlooked would not show. */
static void each_edit_that_the_exports_tell_is_told(void **state)
{
    struct fixture *fixture = *state;
    const struct dossier *old = states_load(fixture, "a", NULL);
    json_t *of_old = exported(&fixture->arena, old);
    for (size_t i = 0; i < states_count; i++) {
        const struct dossier *new = states_load(fixture, "b", &states[i]);
        json_t *of_new = exported(&fixture->arena, new);
        change_list changes = compare_dossiers(&fixture->arena, old, new);
        assert_int_equal(json_equal(of_old, of_new), changes.len == 0);
        json_decref(of_new);
    }
    json_decref(of_old);
}

/* Setting. */

static struct buf printed(struct fixture *fixture, uint64_t random,
                          struct print_options options)
{
    const struct dossier *old = states_load_random(fixture, "a", &random);
    const struct dossier *new = states_load_random(fixture, "b", &random);
    change_list changes = compare_dossiers(&fixture->arena, old, new);
    struct buf out = { 0 };
    diff_print(&out, &changes, STR("a → b"), &options);
    return out;
}

static void no_line_is_wider_than_asked_or_ends_in_white_space(void **state)
{
    struct fixture *fixture = *state;
    for (size_t width = 20; width <= 110; width += 3) {
        struct buf out =
            printed(fixture, width, (struct print_options){ .width = width });
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
    struct fixture *fixture = *state;
    for (uint64_t random = 1; random <= 12; random++) {
        struct buf out = printed(fixture, random,
                                 (struct print_options){ .width = 60, .ascii = true });
        for (size_t i = 0; i < out.len; i++)
            assert_true(out.ptr[i] == '\n' || (out.ptr[i] >= ' ' && out.ptr[i] <= '~'));
        buf_free(&out);
    }
}

static void color_adds_sequences_and_changes_nothing_else(void **state)
{
    struct fixture *fixture = *state;
    for (uint64_t random = 1; random <= 12; random++) {
        struct buf text =
            printed(fixture, random, (struct print_options){ .width = 60 });
        struct buf color = printed(
            fixture, random, (struct print_options){ .width = 60, .color = true });
        struct buf stripped = { 0 };
        for (size_t i = 0; i < color.len; i++) {
            if (color.ptr[i] == '\033')
                while (color.ptr[i] != 'm')
                    i++;
            else
                buf_add_char(&stripped, color.ptr[i]);
        }
        assert_true(str_equal(buf_str(&stripped), buf_str(&text)));
        buf_free(&text);
        buf_free(&color);
        buf_free(&stripped);
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_enter, fixture_leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(nothing_changed_where_the_exports_say_the_same),
        TEST(each_edit_that_the_exports_tell_is_told),
        TEST(no_line_is_wider_than_asked_or_ends_in_white_space),
        TEST(ascii_is_nothing_else),
        TEST(color_adds_sequences_and_changes_nothing_else),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
