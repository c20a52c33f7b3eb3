/*
 * The model as JSON: a contract, stated in annals(5). Keys are never renamed and
 * their order stays; what comes to be added stands at the end of its object.
 */
#include <jansson.h>

#include "base/oom.h"
#include "dossier/clock.h"
#include "dossier/question.h"
#include "print/print.h"
#include "text/utf8.h"

enum { DATE_MAX = 1024 };

/* Values. Nothing here fails for want of memory (base/oom.h), so a null from
 * jansson ends the program. */

static json_t *sure(json_t *value)
{
    if (!value)
        oom_die();
    return value;
}

static void set(json_t *object, const char *key, json_t *value)
{
    if (json_object_set_new(object, key, sure(value)))
        oom_die();
}

static void push(json_t *array, json_t *value)
{
    if (json_array_append_new(array, value))
        oom_die();
}

static json_t *text(struct str s)
{
    return sure(json_stringn(s.len ? s.ptr : "", s.len));
}

static json_t *texts(const str_list *list)
{
    json_t *array = sure(json_array());
    for (size_t i = 0; i < list->len; i++)
        push(array, text(list->at[i]));
    return array;
}

static json_t *event_ids(const event_list *list)
{
    json_t *array = sure(json_array());
    for (size_t i = 0; i < list->len; i++)
        push(array, text(list->at[i]->id));
    return array;
}

static json_t *claim_ids(const claim_list *list)
{
    json_t *array = sure(json_array());
    for (size_t i = 0; i < list->len; i++)
        push(array, text(list->at[i]->id));
    return array;
}

static json_t *source_ids(const source_list *list)
{
    json_t *array = sure(json_array());
    for (size_t i = 0; i < list->len; i++)
        push(array, text(list->at[i]->id));
    return array;
}

/* Dates: as --date prints them. */

static json_t *bound(struct edtf_bound bound)
{
    char day[DATE_MAX];
    edtf_bound_format(bound, day, sizeof(day));
    return sure(json_string(day));
}

static json_t *known_day(struct known_day known)
{
    if (!known.known)
        return json_null();
    return bound((struct edtf_bound){ .kind = EDTF_DAY, .day = known.day });
}

/* What is not dated has bounds that nobody knows. */
static json_t *earliest(const struct dating *dating)
{
    static const struct edtf_bound unknown = { .kind = EDTF_UNKNOWN };
    return bound(dating->given ? dating->bounds.earliest : unknown);
}

static json_t *latest(const struct dating *dating)
{
    static const struct edtf_bound unknown = { .kind = EDTF_UNKNOWN };
    return bound(dating->given ? dating->bounds.latest : unknown);
}

static json_t *words(const struct dating *dating)
{
    char words[DATE_MAX] = "";
    if (dating->given)
        edtf_words(&dating->date, EDTF_WORDS_DUMP, words, sizeof(words));
    return text(str_of(words));
}

static void set_dating(json_t *object, const struct dating *dating)
{
    set(object, "earliest", earliest(dating));
    set(object, "latest", latest(dating));
}

static void set_reason(json_t *object, const struct dating *dating)
{
    set(object, "dated", text(dated_name(dating->dated)));
    set(object, "because", text(dating->because));
}

/* Citations. */

/* Bytes inside the program, code points outside it. */
static json_t *offset(const struct anchor *anchor, const struct body *body, size_t byte)
{
    if (anchor->verdict <= VERDICT_MISSING)
        return json_null();
    return json_integer((json_int_t)utf8_index(body->text, byte));
}

static json_t *place(const struct citation *citation, enum body_kind kind)
{
    const struct anchor *anchor = &citation->at[kind];
    const struct body *body = &citation->source->body[kind];
    json_t *object = sure(json_object());
    set(object, "verdict", text(verdict_name(anchor->verdict)));
    set(object, "start", offset(anchor, body, anchor->start));
    set(object, "end", offset(anchor, body, anchor->end));
    return object;
}

static json_t *citation(const struct citation *citation)
{
    json_t *object = sure(json_object());
    set(object, "source", text(citation->source->id));
    set(object, "claim", citation->claim ? text(citation->claim->id) : json_null());
    set(object, "quote", text(citation->quote));
    set(object, "prefix", text(citation->prefix));
    set(object, "suffix", text(citation->suffix));
    set(object, "stance", text(stance_name(citation->stance)));
    set(object, "via", source_ids(&citation->via));
    set(object, "known_from", known_day(citation->known_from));
    set(object, "digest", place(citation, BODY_DIGEST));
    set(object, "text", place(citation, BODY_FULL));
    set(object, "number", json_integer((json_int_t)citation->number));
    set(object, "note", text(citation->note));
    return object;
}

static json_t *citations(const citation_list *list)
{
    json_t *array = sure(json_array());
    for (size_t i = 0; i < list->len; i++)
        push(array, citation(list->at[i]));
    return array;
}

/* Claims. */

static json_t *claim_when(const struct dating *when)
{
    if (!when->given)
        return json_null();
    json_t *object = sure(json_object());
    set(object, "when", text(when->text));
    set_dating(object, when);
    set(object, "words", words(when));
    set_reason(object, when);
    return object;
}

static json_t *claim(const struct claim *claim)
{
    json_t *object = sure(json_object());
    set(object, "id", text(claim->id));
    set(object, "about", text(claim->about));
    set(object, "by", text(claim->by));
    set(object, "says", text(claim->says));
    set(object, "disputes", claim_ids(&claim->disputes));
    set(object, "known_from", known_day(claim->known_from));
    set(object, "when", claim_when(&claim->when));
    set(object, "note", text(claim->note));
    return object;
}

static json_t *claims(const claim_list *list)
{
    json_t *array = sure(json_array());
    for (size_t i = 0; i < list->len; i++)
        push(array, claim(list->at[i]));
    return array;
}

/* Questions. */

static json_t *dates(const struct claim *claim, const claim_list *dated)
{
    json_t *array = sure(json_array());
    bool among = false;
    for (size_t i = 0; i < dated->len; i++)
        among = among || dated->at[i] == claim;
    for (size_t i = 0; among && i < dated->len; i++) {
        const struct claim *other = dated->at[i];
        if (other == claim)
            continue;
        enum date_relation relation = dates_relation(&claim->when, &other->when);
        json_t *object = sure(json_object());
        set(object, "claim", text(other->id));
        set(object, "relation", text(date_relation_name(relation)));
        push(array, object);
    }
    return array;
}

static json_t *answer(const struct claim *claim)
{
    struct arena arena = { NULL };
    citation_list support = claim_support(&arena, claim);
    struct basis basis = basis_of(&arena, &support);
    struct first first = claim_first(&arena, claim);
    claim_list dated = question_dated(&arena, claim);
    json_t *object = sure(json_object());
    set(object, "claim", text(claim->id));
    set(object, "first_day", known_day(first.day));
    set(object, "first_sources", source_ids(&first.sources));
    set(object, "sources", source_ids(&basis.sources));
    set(object, "origins", source_ids(&basis.origins));
    set(object, "dates", dates(claim, &dated));
    arena_free(&arena);
    return object;
}

static json_t *question(struct arena *arena, const struct question *question)
{
    source_list sources = question_sources(arena, question);
    source_list common = question_common_origins(arena, question);
    json_t *answers = sure(json_array());
    for (size_t i = 0; i < question->claims.len; i++)
        push(answers, answer(question->claims.at[i]));
    json_t *object = sure(json_object());
    set(object, "about", text(question->about));
    set(object, "disputed", json_boolean(question->disputed));
    set(object, "sources", source_ids(&sources));
    set(object, "common_origins", source_ids(&common));
    set(object, "answers", answers);
    return object;
}

static json_t *questions(const struct event *event)
{
    struct arena arena = { NULL };
    question_list list = questions_of(&arena, event);
    json_t *array = sure(json_array());
    for (size_t i = 0; i < list.len; i++)
        push(array, question(&arena, &list.at[i]));
    arena_free(&arena);
    return array;
}

/* Events. */

static json_t *event(const struct event *event)
{
    json_t *object = sure(json_object());
    set(object, "id", text(event->id));
    set(object, "when", text(event->when.text));
    set_dating(object, &event->when);
    set(object, "words", words(&event->when));
    set_reason(object, &event->when);
    set(object, "title", text(event->title));
    set(object, "summary", text(event->summary));
    set(object, "who", texts(&event->who));
    set(object, "where", text(event->where));
    set(object, "tags", texts(&event->tags));
    set(object, "see", event_ids(&event->see));
    set(object, "known_from", known_day(event->known_from));
    set(object, "origins", source_ids(&event->origins));
    set(object, "silent", source_ids(&event->silent));
    set(object, "disputed", json_boolean(event->disputed));
    set(object, "claims", claims(&event->claims));
    set(object, "citations", citations(&event->citations));
    set(object, "note", text(event->note));
    set(object, "questions", questions(event));
    return object;
}

static json_t *events(const event_list *list)
{
    json_t *array = sure(json_array());
    for (size_t i = 0; i < list->len; i++)
        push(array, event(list->at[i]));
    return array;
}

/* Sources. */

static json_t *uncited(const struct source *source)
{
    json_t *array = sure(json_array());
    for (size_t i = 0; i < source->uncited.len; i++) {
        json_t *object = sure(json_object());
        set(object, "quote", text(source->uncited.at[i].quote));
        set(object, "through", text(source->uncited.at[i].through));
        set(object, "because", text(source->uncited.at[i].because));
        push(array, object);
    }
    return array;
}

static json_t *omits(const struct dossier *dossier, const struct source *source)
{
    struct arena arena = { NULL };
    event_list events = clock_omitted(&arena, &dossier->events, source);
    json_t *array = event_ids(&events);
    arena_free(&arena);
    return array;
}

static json_t *source(const struct dossier *dossier, const struct source *source)
{
    json_t *object = sure(json_object());
    set(object, "id", text(source->id));
    set(object, "title", text(source->title));
    set(object, "publisher", text(source->publisher));
    set(object, "author", text(source->author));
    set(object, "published", text(source->published.text));
    set_dating(object, &source->published);
    set_reason(object, &source->published);
    set(object, "url", text(source->url));
    set(object, "language", text(source->language));
    set(object, "sha256", text(source->sha256));
    set(object, "hash", text(hash_name(source->hash)));
    set(object, "has_digest", json_boolean(source->body[BODY_DIGEST].given));
    set(object, "has_text", json_boolean(source->body[BODY_FULL].given));
    set(object, "words", words(&source->published));
    set(object, "note", text(source->note));
    set(object, "digest", text(source->body[BODY_DIGEST].text));
    set(object, "uncited", uncited(source));
    set(object, "omits", omits(dossier, source));
    return object;
}

static json_t *sources(const struct dossier *dossier)
{
    json_t *array = sure(json_array());
    for (size_t i = 0; i < dossier->sources.len; i++)
        push(array, source(dossier, dossier->sources.at[i]));
    return array;
}

static json_t *record(const struct selection *selection)
{
    json_t *object = sure(json_object());
    set(object, "annals", json_integer(1));
    set(object, "title", text(selection->dossier->title));
    set(object, "about", text(selection->dossier->about));
    set(object, "as_of", known_day(selection->as_of));
    set(object, "sources", sources(selection->dossier));
    set(object, "events", events(&selection->events));
    set(object, "filter", text(selection->filter));
    set(object, "order", text(order_name(selection->order)));
    return object;
}

static int append(const char *bytes, size_t len, void *out)
{
    buf_add(out, (struct str){ bytes, len });
    return 0;
}

static void print(struct buf *out, const struct selection *selection,
                  const struct print_options *options)
{
    size_t flags = JSON_INDENT(2) | JSON_PRESERVE_ORDER;
    json_t *root = record(selection);
    if (json_dump_callback(root, append, out,
                           options->ascii ? flags | JSON_ENSURE_ASCII : flags))
        oom_die();
    buf_add_char(out, '\n');
    json_decref(root);
}

const struct printer print_json = { .name = "json", .print = print };
