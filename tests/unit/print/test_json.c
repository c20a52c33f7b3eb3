#include "lighthouse.h"

#include <string.h>

#include <jansson.h>

#include "print/print.h"
#include "text/fold.h"
#include "text/utf8.h"

static json_t *export(struct arena *arena, const char *filter)
{
    struct selection selection = lighthouse(arena, filter);
    struct print_options options = { .width = 80 };
    struct buf out = { 0 };
    json_error_t error;
    print_json.print(&out, &selection, &options);
    json_t *root = json_loadb(out.ptr, out.len, JSON_REJECT_DUPLICATES, &error);
    assert_non_null(root);
    buf_free(&out);
    return root;
}

/* The contract: these keys first, in this order. */
static const char *const record_keys[] = { "annals",  "title",  "about", "as_of",
                                           "sources", "events", NULL };
static const char *const source_keys[] = {
    "id",     "title",      "publisher", "author", "published", "earliest",
    "latest", "dated",      "because",   "url",    "language",  "sha256",
    "hash",   "has_digest", "has_text",  NULL
};
static const char *const event_keys[] = {
    "id",      "when",    "earliest", "latest", "words",     "dated", "because",
    "title",   "summary", "who",      "where",  "tags",      "see",   "known_from",
    "origins", "silent",  "disputed", "claims", "citations", NULL
};
static const char *const claim_keys[] = { "id",       "about",      "by", "says",
                                          "disputes", "known_from", NULL };
static const char *const citation_keys[] = { "source", "claim",  "quote", "prefix",
                                             "suffix", "stance", "via",   "known_from",
                                             "digest", "text",   NULL };
static const char *const place_keys[] = { "verdict", "start", "end", NULL };

static void assert_keys(json_t *object, const char *const *keys)
{
    void *member = json_object_iter(object);
    for (; *keys; keys++, member = json_object_iter_next(object, member)) {
        assert_non_null(member);
        assert_string_equal(json_object_iter_key(member), *keys);
    }
}

static void assert_event(json_t *event)
{
    size_t i;
    json_t *item;
    assert_keys(event, event_keys);
    json_array_foreach(json_object_get(event, "claims"), i, item)
        assert_keys(item, claim_keys);
    json_array_foreach(json_object_get(event, "citations"), i, item)
    {
        assert_keys(item, citation_keys);
        assert_keys(json_object_get(item, "digest"), place_keys);
        assert_keys(json_object_get(item, "text"), place_keys);
    }
}

static void the_keys_are_those_of_the_contract(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    json_t *root = export(&arena, ""), *item;
    size_t i;
    assert_keys(root, record_keys);
    assert_true(json_is_null(json_object_get(root, "as_of")));
    assert_int_equal(json_array_size(json_object_get(root, "events")), 5);
    json_array_foreach(json_object_get(root, "sources"), i, item)
        assert_keys(item, source_keys);
    json_array_foreach(json_object_get(root, "events"), i, item) assert_event(item);
    json_decref(root);
    arena_free(&arena);
}

static json_t *source_of(json_t *root, const char *id)
{
    size_t i;
    json_t *source;
    json_array_foreach(
        json_object_get(root, "sources"), i,
        source) if (strcmp(json_string_value(json_object_get(source, "id")), id) ==
                    0) return source;
    return NULL;
}

/* What stands at the offsets, in code points, is what was quoted. */
static void assert_place(struct arena *arena, json_t *root, json_t *citation)
{
    json_t *place = json_object_get(citation, "digest");
    json_t *source =
        source_of(root, json_string_value(json_object_get(citation, "source")));
    struct str digest = str_of(json_string_value(json_object_get(source, "digest")));
    size_t start = (size_t)json_integer_value(json_object_get(place, "start"));
    size_t end = (size_t)json_integer_value(json_object_get(place, "end"));
    struct str found =
        str_slice(digest, utf8_offset(digest, start), utf8_offset(digest, end));
    struct str quote = str_of(json_string_value(json_object_get(citation, "quote")));
    assert_true(str_equal(text_fold_quote(arena, found).text,
                          text_fold_quote(arena, quote).text));
}

static void the_offsets_lead_to_the_quotations(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    json_t *root = export(&arena, ""), *event, *citation;
    size_t i, k, count = 0;
    json_array_foreach(json_object_get(root, "events"), i, event)
        json_array_foreach(json_object_get(event, "citations"), k, citation)
    {
        assert_place(&arena, root, citation);
        count++;
    }
    assert_int_equal(count, 9);
    json_decref(root);
    arena_free(&arena);
}

static void a_text_that_is_absent_has_no_offsets(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    json_t *root = export(&arena, "source:lifeboat-letter"), *text;
    json_t *events = json_object_get(root, "events");
    assert_int_equal(json_array_size(events), 1);
    json_t *citations = json_object_get(json_array_get(events, 0), "citations");
    text = json_object_get(json_array_get(citations, 0), "text");
    assert_string_equal(json_string_value(json_object_get(text, "verdict")), "absent");
    assert_true(json_is_null(json_object_get(text, "start")));
    assert_true(json_is_null(json_object_get(text, "end")));
    json_decref(root);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_keys_are_those_of_the_contract),
        cmocka_unit_test(the_offsets_lead_to_the_quotations),
        cmocka_unit_test(a_text_that_is_absent_has_no_offsets),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
