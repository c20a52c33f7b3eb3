#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "dossier/compare.h"
#include "states.h"

static const char *const subjects[] = { "record", "event", "claim", "citation",
                                        "source" };
static const char *const kinds[CHANGE_KIND_COUNT] = {
    [CHANGE_ADDED] = "added", [CHANGE_REMOVED] = "removed",
    [CHANGE_MOVED] = "moved", [CHANGE_VALUE] = "value",
    [CHANGE_PROSE] = "prose", [CHANGE_STATE] = "state",
    [CHANGE_LIST] = "list",   [CHANGE_DATE] = "date",
    [CHANGE_CITED] = "cited", [CHANGE_DISPUTED] = "disputed",
    [CHANGE_KNOWN] = "known",
};

static void name_side(struct buf *out, const struct change_side *side)
{
    if (side->claim)
        buf_printf(out, " %.*s", STR_ARG(side->claim->id));
    else if (side->event)
        buf_printf(out, " %.*s", STR_ARG(side->event->id));
    if (side->source)
        buf_printf(out, " %.*s", STR_ARG(side->source->id));
}

/* "claim war list disputes; " for each. */
static struct str told(struct fixture *fixture, const change_list *changes)
{
    struct buf out = { 0 };
    for (size_t i = 0; i < changes->len; i++) {
        const struct change *change = &changes->at[i];
        buf_printf(&out, "%s", subjects[change->of]);
        name_side(&out, change->kind == CHANGE_REMOVED ? &change->old : &change->new);
        buf_printf(&out, " %s", kinds[change->kind]);
        buf_printf(&out, "%s%s; ", change->field ? " " : "",
                   change->field ? change->field : "");
    }
    struct str text = arena_str(&fixture->arena, buf_str(&out));
    buf_free(&out);
    return text;
}

static void each_edit_is_told_as_what_it_changes(void **state)
{
    struct fixture *fixture = *state;
    const struct dossier *old = states_load(fixture, "a", NULL);
    size_t wrong = 0;
    for (size_t i = 0; i < states_count; i++) {
        const struct edit *edit = &states[i].edits[0];
        const struct dossier *new = states_load(fixture, "b", &states[i]);
        change_list changes = compare_dossiers(&fixture->arena, old, new);
        struct str said = told(fixture, &changes);
        if (str_equal(said, str_of(states[i].changes)))
            continue;
        print_error("%s to %s: %s\n", edit->from, edit->to, said.ptr);
        wrong++;
    }
    assert_int_equal(wrong, 0);
}

static void nothing_changes_between_a_record_and_itself(void **state)
{
    struct fixture *fixture = *state;
    uint64_t random = 7;
    for (size_t i = 0; i < 12; i++) {
        const struct dossier *one = states_load_random(fixture, "a", &random);
        assert_int_equal(compare_dossiers(&fixture->arena, one, one).len, 0);
    }
    fixture_load_files(fixture, (const char *const[]){ ANNALS_RECORD, NULL });
    const struct dossier *record = fixture->dossier;
    fixture_load_files(fixture, (const char *const[]){ ANNALS_RECORD, NULL });
    assert_int_equal(compare_dossiers(&fixture->arena, record, fixture->dossier).len,
                     0);
}

/* Read backwards. */

static void describe_side(struct buf *out, const struct change_side *side)
{
    buf_add(out, STR(" |"));
    name_side(out, side);
    if (side->citation)
        buf_printf(out, " #%zu", side->citation->number);
    buf_printf(out, " %.*s %zu", STR_ARG(side->text), side->count);
    for (size_t i = 0; i < side->only.len; i++)
        buf_printf(out, " [%.*s]", STR_ARG(side->only.at[i]));
    if (side->when)
        buf_printf(out, " %.*s", STR_ARG(side->when->text));
    if (side->known.known)
        buf_printf(out, " %lld", (long long)edtf_day_number(side->known.day));
}

static struct str described(struct arena *arena, const struct change *change)
{
    struct buf out = { 0 };
    buf_printf(&out, "%s %s %s %d", subjects[change->of], kinds[change->kind],
               change->field ? change->field : "", (int)change->move);
    describe_side(&out, &change->old);
    describe_side(&out, &change->new);
    struct str text = arena_str(arena, buf_str(&out));
    buf_free(&out);
    return text;
}

static struct change backwards(struct change change)
{
    static const enum change_kind opposite_kind[CHANGE_KIND_COUNT] = {
        [CHANGE_ADDED] = CHANGE_REMOVED, [CHANGE_REMOVED] = CHANGE_ADDED
    };
    static const enum date_move opposite_move[DATE_MOVE_COUNT] = {
        DATE_TAKEN,    DATE_GIVEN,   DATE_LESS_PRECISE, DATE_MORE_PRECISE,
        DATE_LONGER,   DATE_SHORTER, DATE_LESS_CERTAIN, DATE_MORE_CERTAIN,
        DATE_REWORDED, DATE_SHIFTED, DATE_LATER,        DATE_EARLIER,
    };
    struct change_side old = change.old;
    change.old = change.new;
    change.new = old;
    if (change.kind == CHANGE_DATE)
        change.move = opposite_move[change.move];
    if (change.kind == CHANGE_ADDED || change.kind == CHANGE_REMOVED)
        change.kind = opposite_kind[change.kind];
    return change;
}

static int by_text(const void *left, const void *right)
{
    const struct str *a = left, *b = right;
    return str_compare(*a, *b);
}

static void read_backwards_each_change_is_its_opposite(void **state)
{
    struct fixture *fixture = *state;
    struct arena *arena = &fixture->arena;
    uint64_t random = 11;
    size_t seen = 0;
    for (size_t i = 0; i < 60; i++) {
        const struct dossier *old = states_load_random(fixture, "a", &random);
        const struct dossier *new = states_load_random(fixture, "b", &random);
        change_list there = compare_dossiers(arena, old, new);
        change_list back = compare_dossiers(arena, new, old);
        struct str *of_there = arena_array(arena, there.len + 1, sizeof(*of_there));
        struct str *of_back = arena_array(arena, back.len + 1, sizeof(*of_back));
        assert_int_equal(there.len, back.len);
        for (size_t k = 0; k < there.len; k++) {
            of_there[k] = described(arena, &there.at[k]);
            struct change change = backwards(back.at[k]);
            of_back[k] = described(arena, &change);
        }
        qsort(of_there, there.len, sizeof(*of_there), by_text);
        qsort(of_back, back.len, sizeof(*of_back), by_text);
        for (size_t k = 0; k < there.len; k++)
            assert_string_equal(of_there[k].ptr, of_back[k].ptr);
        seen += there.len;
    }
    assert_true(seen > 300);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_enter, fixture_leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(each_edit_is_told_as_what_it_changes),
        TEST(nothing_changes_between_a_record_and_itself),
        TEST(read_backwards_each_change_is_its_opposite),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
