/*
 * The bundled record is held to what it promises: every quotation stands in its
 * digest, and in the full text where that is at hand, every sentence is accounted
 * for, and the texts are those that the curator read.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <unistd.h>

#include <cmocka.h>

#include "dossier/check.h"
#include "dossier/load.h"

enum {
    EVENTS_MIN = 30,
    QUOTE_WORDS_MAX = 10,
    DIGEST_WORDS_MIN = 200,
    DIGEST_WORDS_MAX = 450
};

static struct arena arena;
static struct diags diags;
static const struct dossier *record;

static int load(void **state)
{
    (void)state;
    static const struct str path = STR_INIT(ANNALS_RECORD);
    bool texts = access(ANNALS_ARTICLES, R_OK) == 0;
    struct load_options options = {
        .paths = &path,
        .path_count = 1,
        .texts = texts ? STR(ANNALS_ARTICLES) : STR(""),
    };
    diags = diags_new(&arena);
    record = dossier_load(&options, &diags);
    return record ? 0 : -1;
}

static int release(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static size_t count_words(struct str text)
{
    size_t words = 0;
    bool inside = false;
    for (size_t i = 0; i < text.len; i++) {
        bool space = text.ptr[i] == ' ' || text.ptr[i] == '\n';
        words += !space && !inside;
        inside = !space;
    }
    return words;
}

static void nothing_is_wrong_or_doubtful(void **state)
{
    (void)state;
    assert_true(record->events.len >= EVENTS_MIN);
    check_dossier(record, &diags);
    assert_int_equal(diags.list.len, 0);
}

static void check_quotations(enum body_kind kind)
{
    size_t checked = 0;
    for (size_t i = 0; i < record->sources.len; i++) {
        const struct source *source = record->sources.at[i];
        for (size_t k = 0; k < source->citations.len; k++) {
            const struct citation *citation = source->citations.at[k];
            if (!verdict_holds(citation->at[kind].verdict))
                fail_msg("%.*s: %.*s", STR_ARG(source->id), STR_ARG(citation->quote));
            assert_in_range(count_words(citation->quote), 1, QUOTE_WORDS_MAX);
            checked++;
        }
    }
    assert_true(checked > 100);
}

static void every_quotation_stands_in_its_digest(void **state)
{
    (void)state;
    check_quotations(BODY_DIGEST);
}

static void check_coverage(enum body_kind kind)
{
    for (size_t i = 0; i < record->sources.len; i++) {
        struct coverage coverage = coverage_of(record->sources.at[i], kind);
        assert_int_equal(coverage.cited + coverage.explained, coverage.sentences);
    }
}

static void digests_are_of_their_length_and_wholly_cited(void **state)
{
    (void)state;
    size_t digests = 0;
    for (size_t i = 0; i < record->sources.len; i++) {
        const struct body *digest = &record->sources.at[i]->body[BODY_DIGEST];
        if (!digest->given)
            continue;
        digests++;
        assert_in_range(count_words(digest->text), DIGEST_WORDS_MIN, DIGEST_WORDS_MAX);
    }
    assert_int_equal(digests, 5);
    check_coverage(BODY_DIGEST);
}

static void the_full_texts_hold_every_quotation_and_sentence(void **state)
{
    (void)state;
    if (access(ANNALS_ARTICLES, R_OK) != 0)
        skip(); /* the articles belong to their publishers and are not bundled */
    check_quotations(BODY_FULL);
    check_coverage(BODY_FULL);
    for (size_t i = 0; i < record->sources.len; i++)
        if (record->sources.at[i]->sha256.len)
            assert_int_equal(record->sources.at[i]->hash, HASH_MATCH);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_wrong_or_doubtful),
        cmocka_unit_test(every_quotation_stands_in_its_digest),
        cmocka_unit_test(digests_are_of_their_length_and_wholly_cited),
        cmocka_unit_test(the_full_texts_hold_every_quotation_and_sentence),
    };
    return cmocka_run_group_tests(tests, load, release);
}
