/*
 * What happens to quotations when a word of a full text changes: exactly those that
 * contain it fall, and the hash says that the text differs.
 *
 * usage: test_changed EVENTS TEXTS: where the directory TEXTS is not there, there is
 * nothing to test.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "base/buf.h"
#include "dossier/anchor.h"
#include "dossier/load.h"
#include "dossier/texts.h"

enum { SKIPPED = 77 };

struct record {
    struct arena arena;
    const struct dossier *dossier;
};

static const char *events, *texts;

static int load(void **state)
{
    static struct record record;
    struct str paths[] = { str_of(events) };
    struct load_options options = { .paths = paths,
                                    .path_count = 1,
                                    .texts = str_of(texts) };
    struct diags diags = diags_new(&record.arena);
    record.dossier = dossier_load(&options, &diags);
    *state = &record;
    return record.dossier ? 0 : -1;
}

static int unload(void **state)
{
    struct record *record = *state;
    arena_free(&record->arena);
    return 0;
}

static void every_quotation_holds_in_digest_and_full_text(void **state)
{
    const struct record *record = *state;
    size_t held[BODY_COUNT] = { 0 };
    for (size_t i = 0; i < record->dossier->sources.len; i++) {
        const struct source *source = record->dossier->sources.at[i];
        for (size_t k = 0; k < source->citations.len; k++)
            for (int kind = 0; kind < BODY_COUNT; kind++) {
                if (!source->body[kind].given)
                    continue;
                assert_true(verdict_holds(source->citations.at[k]->at[kind].verdict));
                held[kind]++;
            }
    }
    assert_true(held[BODY_DIGEST] > 0 && held[BODY_FULL] > 0);
}

/* Bytes of a text. */
struct span {
    size_t start, end;
};

static bool next_word(struct str text, struct span *word)
{
    struct str rest = str_trim(str_from(text, word->end));
    word->start = (size_t)(rest.ptr - text.ptr);
    word->end = word->start;
    while (word->end < text.len && text.ptr[word->end] != ' ' &&
           text.ptr[word->end] != '\n')
        word->end++;
    return rest.len > 0;
}

static bool touch(struct span a, struct span b)
{
    return a.start < b.end && b.start < a.end;
}

/* Where its prefix and suffix may stand, and a little more. */
static struct span surroundings(const struct citation *citation)
{
    enum { MORE = 8 };
    struct anchor at = citation->at[BODY_FULL];
    size_t before = citation->prefix.len ? citation->prefix.len + MORE : 0;
    size_t behind = citation->suffix.len ? citation->suffix.len + MORE : 0;
    return (struct span){ at.start > before ? at.start - before : 0, at.end + behind };
}

/* Of no letters: a quotation may begin or end inside a word. */
#define OTHER_WORD "#####"

/* How many quotations fell; each that did must contain the word or be told from
 * its repeats by it. */
static size_t change_word(const struct source *source, struct span word)
{
    struct arena arena = { 0 };
    struct buf changed = { 0 };
    struct str text = source->body[BODY_FULL].text;
    buf_add(&changed, str_slice(text, 0, word.start));
    buf_add(&changed, STR(OTHER_WORD));
    buf_add(&changed, str_from(text, word.end));
    const struct anchor_text *prepared = anchor_prepare(&arena, buf_str(&changed));
    size_t fallen = 0;
    for (size_t i = 0; i < source->citations.len; i++) {
        const struct citation *citation = source->citations.at[i];
        struct anchor was = citation->at[BODY_FULL];
        struct anchor is = anchor_find(&arena, prepared, citation->quote,
                                       citation->prefix, citation->suffix);
        bool contains = touch(word, (struct span){ was.start, was.end });
        bool falls = !verdict_holds(is.verdict);
        fallen += falls;
        if (falls != contains && !touch(word, surroundings(citation)))
            fail_msg("%.*s#%zu: the word at byte %zu %s it", STR_ARG(source->id),
                     citation->number, word.start, falls ? "fells" : "leaves");
        if (contains)
            assert_true(falls);
    }
    struct str sha256 = texts_sha256(&arena, buf_str(&changed));
    assert_int_equal(texts_hash(source->sha256, sha256),
                     source->sha256.len ? HASH_DIFFERS : HASH_UNSTATED);
    buf_free(&changed);
    arena_free(&arena);
    return fallen;
}

static void a_changed_word_fells_the_quotations_that_contain_it(void **state)
{
    const struct record *record = *state;
    size_t words = 0, fallen = 0;
    for (size_t i = 0; i < record->dossier->sources.len; i++) {
        const struct source *source = record->dossier->sources.at[i];
        struct span word = { 0, 0 };
        while (source->body[BODY_FULL].given &&
               next_word(source->body[BODY_FULL].text, &word)) {
            words++;
            fallen += change_word(source, word);
        }
    }
    assert_true(words > 40 && fallen > 10);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_quotation_holds_in_digest_and_full_text),
        cmocka_unit_test(a_changed_word_fells_the_quotations_that_contain_it),
    };
    struct stat info;
    if (argc != 3)
        return 2;
    events = argv[1];
    texts = argv[2];
    if (stat(texts, &info) != 0)
        return SKIPPED;
    return cmocka_run_group_tests(tests, load, unload);
}
