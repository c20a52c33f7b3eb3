#include "lighthouse.h"

#include "dossier/question.h"
#include "print/print.h"

static size_t count_in(struct str text, struct str part)
{
    size_t count = 0;
    for (size_t at = 0; (at = str_find(text, part, at)) != STR_NONE; at += part.len)
        count++;
    return count;
}

static bool is_of_conflict(struct arena *arena, const struct citation *citation)
{
    bool disputed = false;
    question_list questions = questions_of(arena, citation->event);
    for (size_t i = 0; citation->claim && i < questions.len; i++)
        disputed |= questions.at[i].disputed &&
                    str_equal(questions.at[i].about, citation->claim->about);
    return disputed;
}

/* Claims of every question side by side: the columns are wide enough for a line. */
static void every_quotation_of_a_conflict_is_there_once(void **state)
{
    (void)state;
    for (size_t i = 0; i < RECORDS; i++) {
        struct arena arena = { 0 };
        struct selection selection = load_record(&arena, records[i], "");
        struct print_options options = { .width = 1000 };
        struct buf out = { 0 };
        print_conflicts.print(&out, &selection, &options);
        const source_list *sources = &selection.dossier->sources;
        size_t quotations = 0;
        for (size_t s = 0; s < sources->len; s++)
            for (size_t k = 0; k < sources->at[s]->citations.len; k++) {
                const struct citation *citation = sources->at[s]->citations.at[k];
                struct str marked =
                    arena_printf(&arena, "“%.*s”", STR_ARG(citation->quote));
                bool disputed = is_of_conflict(&arena, citation);
                size_t elsewhere = count_in(citation->event->when.because, marked);
                assert_int_equal(count_in(buf_str(&out), marked), disputed + elsewhere);
                quotations += disputed;
            }
        assert_true(quotations > 2);
        buf_free(&out);
        arena_free(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_quotation_of_a_conflict_is_there_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
