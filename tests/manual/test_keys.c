/*
 * The key table of annals(1), made from the table of actions and the built-in
 * bindings, and compared with what stands in the page. With GENERATE=1 set it is
 * written there instead.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/file.h"
#include "tui/config.h"
#include "tui/view.h"

static const struct str begin = STR_INIT(".\\\" keys: begin\n");
static const struct str end = STR_INIT(".\\\" keys: end\n");

/* Text as mdoc takes it: nothing in it is a macro or an escape. */
static void add_mdoc(struct buf *out, struct str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == '\\')
            buf_add(out, STR("\\e"));
        else if (text.ptr[i] == '^')
            buf_add(out, STR("\\(ha"));
        else
            buf_add_char(out, text.ptr[i]);
    }
}

/* ".It Sy j , Down": each key an argument, so that none is taken for a macro. */
static void add_keys(struct buf *out, struct str keys)
{
    struct str key;
    buf_add(out, STR(".It"));
    for (size_t n = 0; str_split(&keys, ' ', &key); n++) {
        buf_add(out, n ? STR(" , Sy ") : STR(" Sy "));
        buf_add(out, STR("\\&"));
        add_mdoc(out, key);
    }
    buf_add_char(out, '\n');
}

static void add_action(struct buf *out, const struct keymap *keymap, enum action action)
{
    enum { ALL = 100 };
    struct buf keys = { 0 };
    for (enum view_id view = 0; view < VIEW_COUNT && keys.len == 0; view++)
        keymap_keys(keymap, view, action, ALL, " ", &keys);
    if (keys.len) {
        add_keys(out, buf_str(&keys));
        buf_add(out, STR("\\&"));
        add_mdoc(out, action_help(action));
        buf_add_char(out, '\n');
    }
    buf_free(&keys);
}

static void add_table(struct buf *out, const struct keymap *keymap)
{
    for (enum action_group group = 0; group < ACTION_GROUP_COUNT; group++) {
        buf_add(out, group ? STR(".Pp\n.Em ") : STR(".Em "));
        buf_add(out, action_group_name(group));
        buf_add(out, STR("\n.Bl -tag -width \"Space, PgDn, ^F\" -compact\n"));
        for (enum action action = 0; action < ACTION_COUNT; action++)
            if (action_group(action) == group)
                add_action(out, keymap, action);
        buf_add(out, STR(".El\n"));
    }
}

static void the_key_table_is_that_of_the_actions(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    const char *reason = "";
    const struct file *manual = file_read(&arena, STR(MANUAL), &reason);
    assert_non_null(manual);
    size_t from = str_find(manual->text, begin, 0) + begin.len;
    size_t to = str_find(manual->text, end, 0);
    assert_true(from <= to && to < manual->text.len);

    struct config config = config_new(&arena);
    struct buf page = { 0 };
    buf_add(&page, str_slice(manual->text, 0, from));
    add_table(&page, &config.keymap);
    buf_add(&page, str_from(manual->text, to));

    if (getenv("GENERATE"))
        assert_true(file_write(STR(MANUAL), buf_str(&page), &reason));
    else
        assert_true(str_equal(manual->text, buf_str(&page)));
    buf_free(&page);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_key_table_is_that_of_the_actions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
