/*
 * Nodes are joined by walking lists sorted by id side by side. Changes are noted as
 * they are found and put into the order of the record at the end, each by the event
 * or source that it belongs to and the claim within.
 */
#include "dossier/compare.h"

#include <stdlib.h>

#include "dossier/pairing.h"
#include "dossier/question.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* A change and where it stands. */
struct noted {
    struct change change;
    size_t group; /* the record, an event or a source */
    size_t part;  /* 0 for the event itself, then its claims */
    size_t found; /* how many were noted before */
};

/* What a side's nodes are on the other side, NULL where they are not. */
struct matches {
    const struct event **event;   /* by number */
    const struct claim ***claim;  /* by number of the event, then of the claim; NULL
                                     where the event is not there */
    const struct source **source; /* by number */
};

struct comparing {
    struct arena *arena;
    struct arena scratch;
    const struct dossier *old, *new;
    struct matches of_old, of_new;
    VEC(struct noted) noted;
};

/* Places in the order. */

static size_t event_group(const struct comparing *cmp, const struct change *change)
{
    const struct event *old = change->old.event, *new = change->new.event;
    size_t old_only = 1 + cmp->new->events.len;
    return new ? 1 + new->number : old ? old_only + old->number : 0;
}

static size_t source_group(const struct comparing *cmp, const struct change *change)
{
    const struct source *old = change->old.source, *new = change->new.source;
    size_t events = 1 + cmp->new->events.len + cmp->old->events.len;
    size_t old_only = events + cmp->new->sources.len;
    return new ? events + new->number : old ? old_only + old->number : 0;
}

static size_t claim_part(const struct change *change)
{
    if (change->new.claim)
        return 1 + change->new.claim->number;
    if (!change->old.claim || change->new.citation)
        return 0;
    size_t new_claims = change->new.event ? change->new.event->claims.len : 0;
    return 1 + new_claims + change->old.claim->number;
}

static void note(struct comparing *cmp, struct change change)
{
    bool of_source = change.of == CHANGE_OF_SOURCE;
    struct noted noted = { .change = change,
                           .group = of_source ? source_group(cmp, &change)
                                              : event_group(cmp, &change),
                           .part = claim_part(&change),
                           .found = cmp->noted.len };
    vec_push(&cmp->scratch, &cmp->noted, noted);
}

static int by_order(const void *left, const void *right)
{
    const struct noted *a = left, *b = right;
    if (a->group != b->group)
        return a->group < b->group ? -1 : 1;
    if (a->part != b->part)
        return a->part < b->part ? -1 : 1;
    return (a->found > b->found) - (a->found < b->found);
}

/* Fields. BASE has what the change is of, and its nodes. */

static void compare_value(struct comparing *cmp, struct change base, const char *field,
                          struct str old, struct str new)
{
    if (difference_none(old, new))
        return;
    base.kind = CHANGE_VALUE;
    base.field = field;
    base.old.text = str_trim(old);
    base.new.text = str_trim(new);
    note(cmp, base);
}

static void set_only(struct comparing *cmp, struct change *change, const str_list *old,
                     const str_list *new)
{
    struct difference difference = difference_of_lists(cmp->arena, old, new);
    change->old.only = difference.old_only;
    change->new.only = difference.new_only;
}

static void compare_prose(struct comparing *cmp, struct change base, const char *field,
                          struct str old, struct str new)
{
    if (difference_none(old, new))
        return;
    str_list of_old = difference_sentences(cmp->arena, old);
    str_list of_new = difference_sentences(cmp->arena, new);
    base.kind = CHANGE_PROSE;
    base.field = field;
    base.old.text = str_trim(old);
    base.new.text = str_trim(new);
    set_only(cmp, &base, &of_old, &of_new);
    note(cmp, base);
}

static void compare_list(struct comparing *cmp, struct change base, const char *field,
                         const str_list *old, const str_list *new)
{
    base.kind = CHANGE_LIST;
    base.field = field;
    base.old.count = old->len;
    base.new.count = new->len;
    set_only(cmp, &base, old, new);
    if (base.old.only.len || base.new.only.len)
        note(cmp, base);
}

static void compare_dating(struct comparing *cmp, struct change base, const char *field,
                           const struct dating *old, const struct dating *new)
{
    struct change date = base;
    date.kind = CHANGE_DATE;
    date.field = field;
    date.old.when = old;
    date.new.when = new;
    if ((old->given || new->given) && !difference_none(old->text, new->text)) {
        date.move = difference_of_dates(old, new);
        note(cmp, date);
    }
    compare_value(cmp, base, "dated", dated_name(old->dated), dated_name(new->dated));
    compare_prose(cmp, base, "because", old->because, new->because);
}

static void compare_known(struct comparing *cmp, struct change base,
                          struct known_day old, struct known_day new)
{
    base.kind = CHANGE_KNOWN;
    base.field = "known";
    base.old.known = old;
    base.new.known = new;
    if (old.known != new.known ||
        (old.known && edtf_day_compare(old.day, new.day) != 0))
        note(cmp, base);
}

static void compare_state(struct comparing *cmp, struct change base, const char *field,
                          struct str old, bool old_sound, struct str new,
                          bool new_sound)
{
    base.kind = CHANGE_STATE;
    base.field = field;
    base.old.text = old;
    base.old.count = old_sound;
    base.new.text = new;
    base.new.count = new_sound;
    if (!str_equal(old, new))
        note(cmp, base);
}

/* Tables of the fields that are texts. */

struct text_field {
    const char *name;
    size_t member; /* its offset in the node */
    void (*compare)(struct comparing *cmp, struct change base, const char *field,
                    struct str old, struct str new);
};

static const struct text_field event_texts[] = {
    { "title", offsetof(struct event, title), compare_value },
    { "summary", offsetof(struct event, summary), compare_prose },
    { "where", offsetof(struct event, where), compare_value },
    { "note", offsetof(struct event, note), compare_prose },
};
static const struct text_field claim_texts[] = {
    { "about", offsetof(struct claim, about), compare_value },
    { "by", offsetof(struct claim, by), compare_value },
    { "says", offsetof(struct claim, says), compare_prose },
    { "note", offsetof(struct claim, note), compare_prose },
};
static const struct text_field citation_texts[] = {
    { "quote", offsetof(struct citation, quote), compare_value },
    { "prefix", offsetof(struct citation, prefix), compare_value },
    { "suffix", offsetof(struct citation, suffix), compare_value },
    { "note", offsetof(struct citation, note), compare_prose },
};
static const struct text_field source_texts[] = {
    { "title", offsetof(struct source, title), compare_value },
    { "publisher", offsetof(struct source, publisher), compare_value },
    { "author", offsetof(struct source, author), compare_value },
    { "url", offsetof(struct source, url), compare_value },
    { "language", offsetof(struct source, language), compare_value },
    { "sha256", offsetof(struct source, sha256), compare_value },
    { "note", offsetof(struct source, note), compare_prose },
};

static struct str member_of(const void *node, size_t member)
{
    return *(const struct str *)((const char *)node + member);
}

static void compare_texts(struct comparing *cmp, struct change base,
                          const struct text_field *fields, size_t count,
                          const void *old, const void *new)
{
    for (size_t i = 0; i < count; i++)
        fields[i].compare(cmp, base, fields[i].name, member_of(old, fields[i].member),
                          member_of(new, fields[i].member));
}

/* Ids, for lists of nodes. */

static str_list event_ids(struct comparing *cmp, const event_list *events)
{
    str_list ids = { NULL, 0, 0 };
    for (size_t i = 0; i < events->len; i++)
        vec_push(&cmp->scratch, &ids, events->at[i]->id);
    return ids;
}

static str_list claim_ids(struct comparing *cmp, const claim_list *claims)
{
    str_list ids = { NULL, 0, 0 };
    for (size_t i = 0; i < claims->len; i++)
        vec_push(&cmp->scratch, &ids, claims->at[i]->id);
    return ids;
}

static str_list source_ids(struct comparing *cmp, const source_list *sources)
{
    str_list ids = { NULL, 0, 0 };
    for (size_t i = 0; i < sources->len; i++)
        vec_push(&cmp->scratch, &ids, sources->at[i]->id);
    return ids;
}

/* What an event or claim rests on. */
struct footing {
    size_t citations;
    source_list origins;
    struct known_day known;
};

/* Since when and from whom is said of what was cited before and still is. */
static void compare_footing(struct comparing *cmp, struct change base,
                            const struct footing *old, const struct footing *new)
{
    if (old->citations && new->citations) {
        str_list of_old = source_ids(cmp, &old->origins);
        str_list of_new = source_ids(cmp, &new->origins);
        compare_list(cmp, base, "origins", &of_old, &of_new);
        compare_known(cmp, base, old->known, new->known);
    } else if (old->citations || new->citations) {
        base.kind = CHANGE_CITED;
        base.field = "cited";
        base.old.count = old->citations;
        base.new.count = new->citations;
        note(cmp, base);
    }
}

/* Claims. */

/* What is cited against a claim is nothing that it rests on. */
static struct footing claim_footing(struct comparing *cmp, const struct claim *claim)
{
    citation_list support = claim_support(&cmp->scratch, claim);
    return (struct footing){ .citations = claim->citations.len,
                             .origins = basis_of(&cmp->scratch, &support).origins,
                             .known = claim->known_from };
}

static void compare_claim(struct comparing *cmp, const struct claim *old,
                          const struct claim *new)
{
    struct change base = { .of = CHANGE_OF_CLAIM,
                           .old = { .event = old->event, .claim = old },
                           .new = { .event = new->event, .claim = new } };
    str_list old_rivals = claim_ids(cmp, &old->disputes);
    str_list new_rivals = claim_ids(cmp, &new->disputes);
    struct footing old_footing = claim_footing(cmp, old);
    struct footing new_footing = claim_footing(cmp, new);
    compare_dating(cmp, base, "date", &old->when, &new->when);
    compare_texts(cmp, base, claim_texts, COUNT(claim_texts), old, new);
    compare_list(cmp, base, "disputes", &old_rivals, &new_rivals);
    compare_footing(cmp, base, &old_footing, &new_footing);
}

static int claims_by_id(const void *left, const void *right)
{
    const struct claim *const *a = left, *const *b = right;
    return str_compare((*a)->id, (*b)->id);
}

static const struct claim **sorted_claims(struct comparing *cmp,
                                          const claim_list *claims)
{
    const struct claim **sorted =
        arena_array(&cmp->scratch, claims->len, sizeof(*sorted));
    for (size_t i = 0; i < claims->len; i++)
        sorted[i] = claims->at[i];
    if (claims->len)
        qsort(sorted, claims->len, sizeof(*sorted), claims_by_id);
    return sorted;
}

static void match_claims(struct comparing *cmp, const struct event *old,
                         const struct event *new)
{
    const struct claim **old_match =
        arena_array(&cmp->scratch, old->claims.len, sizeof(*old_match));
    const struct claim **new_match =
        arena_array(&cmp->scratch, new->claims.len, sizeof(*new_match));
    const struct claim **of_old = sorted_claims(cmp, &old->claims);
    const struct claim **of_new = sorted_claims(cmp, &new->claims);
    for (size_t i = 0, k = 0; i < old->claims.len && k < new->claims.len;) {
        int order = str_compare(of_old[i]->id, of_new[k]->id);
        if (order == 0) {
            old_match[of_old[i]->number] = of_new[k];
            new_match[of_new[k]->number] = of_old[i];
        }
        i += order <= 0;
        k += order >= 0;
    }
    cmp->of_old.claim[old->number] = old_match;
    cmp->of_new.claim[new->number] = new_match;
}

static void compare_claims(struct comparing *cmp, const struct event *old,
                           const struct event *new)
{
    match_claims(cmp, old, new);
    for (size_t i = 0; i < new->claims.len; i++) {
        const struct claim *claim = new->claims.at[i];
        const struct claim *before = cmp->of_new.claim[new->number][i];
        if (before)
            compare_claim(cmp, before, claim);
        else
            note(cmp, (struct change){ .of = CHANGE_OF_CLAIM,
                                       .kind = CHANGE_ADDED,
                                       .old = { .event = old },
                                       .new = { .event = new, .claim = claim } });
    }
    for (size_t i = 0; i < old->claims.len; i++)
        if (!cmp->of_old.claim[old->number][i])
            note(cmp,
                 (struct change){ .of = CHANGE_OF_CLAIM,
                                  .kind = CHANGE_REMOVED,
                                  .old = { .event = old, .claim = old->claims.at[i] },
                                  .new = { .event = new } });
}

/* Events. */

static size_t disputed_claims(const struct event *event)
{
    size_t count = 0;
    for (size_t i = 0; i < event->claims.len; i++)
        count += event->claims.at[i]->disputes.len > 0;
    return count;
}

static void compare_disputed(struct comparing *cmp, struct change base)
{
    base.kind = CHANGE_DISPUTED;
    base.field = "disputed";
    base.old.count = disputed_claims(base.old.event);
    base.new.count = disputed_claims(base.new.event);
    if ((base.old.count > 0) != (base.new.count > 0))
        note(cmp, base);
}

static struct footing event_footing(const struct event *event)
{
    return (struct footing){ .citations = event->citations.len,
                             .origins = event->origins,
                             .known = event->known_from };
}

static void compare_event(struct comparing *cmp, const struct event *old,
                          const struct event *new)
{
    struct change base = { .of = CHANGE_OF_EVENT,
                           .old = { .event = old },
                           .new = { .event = new } };
    str_list old_see = event_ids(cmp, &old->see), new_see = event_ids(cmp, &new->see);
    struct footing old_footing = event_footing(old), new_footing = event_footing(new);
    compare_dating(cmp, base, "date", &old->when, &new->when);
    compare_texts(cmp, base, event_texts, COUNT(event_texts), old, new);
    compare_list(cmp, base, "who", &old->who, &new->who);
    compare_list(cmp, base, "tags", &old->tags, &new->tags);
    compare_list(cmp, base, "see", &old_see, &new_see);
    compare_disputed(cmp, base);
    compare_footing(cmp, base, &old_footing, &new_footing);
    compare_claims(cmp, old, new);
}

static void match_events(struct comparing *cmp)
{
    const event_list *old = &cmp->old->by_id, *new = &cmp->new->by_id;
    for (size_t i = 0, k = 0; i < old->len && k < new->len;) {
        int order = str_compare(old->at[i]->id, new->at[k]->id);
        if (order == 0) {
            cmp->of_old.event[old->at[i]->number] = new->at[k];
            cmp->of_new.event[new->at[k]->number] = old->at[i];
        }
        i += order <= 0;
        k += order >= 0;
    }
}

static void compare_events(struct comparing *cmp)
{
    const event_list *old = &cmp->old->events, *new = &cmp->new->events;
    match_events(cmp);
    for (size_t i = 0; i < new->len; i++) {
        if (cmp->of_new.event[i])
            compare_event(cmp, cmp->of_new.event[i], new->at[i]);
        else
            note(cmp, (struct change){ .of = CHANGE_OF_EVENT,
                                       .kind = CHANGE_ADDED,
                                       .new = { .event = new->at[i] } });
    }
    for (size_t i = 0; i < old->len; i++)
        if (!cmp->of_old.event[i])
            note(cmp, (struct change){ .of = CHANGE_OF_EVENT,
                                       .kind = CHANGE_REMOVED,
                                       .old = { .event = old->at[i] } });
}

/* Citations. */

/* Whether a citation comes or goes with its event or claim. */
static bool is_implied(const struct matches *matches, const struct citation *citation)
{
    const struct claim **claims = matches->claim[citation->event->number];
    return !claims || (citation->claim && !claims[citation->claim->number]);
}

static struct change_side citation_side(const struct citation *citation)
{
    return (struct change_side){ .event = citation->event,
                                 .claim = citation->claim,
                                 .citation = citation,
                                 .source = citation->source };
}

static bool same_subject(const struct comparing *cmp, const struct citation *old,
                         const struct citation *new)
{
    const struct claim **claims = cmp->of_new.claim[new->event->number];
    return cmp->of_new.event[new->event->number] == old->event &&
           old->claim == (new->claim ? claims[new->claim->number] : NULL);
}

static struct str via_text(struct comparing *cmp, const struct citation *citation)
{
    struct str text = STR("");
    for (size_t i = 0; i < citation->via.len; i++)
        text = arena_printf(cmp->arena, "%.*s%s%.*s", STR_ARG(text), i ? ", " : "",
                            STR_ARG(citation->via.at[i]->id));
    return text;
}

static void compare_verdict(struct comparing *cmp, struct change base,
                            const char *field, enum verdict old, enum verdict new)
{
    compare_state(cmp, base, field, verdict_name(old),
                  old == VERDICT_ABSENT || verdict_holds(old), verdict_name(new),
                  new == VERDICT_ABSENT || verdict_holds(new));
}

static void compare_citation(struct comparing *cmp, const struct citation *old,
                             const struct citation *new)
{
    struct change base = { .of = CHANGE_OF_CITATION,
                           .kind = CHANGE_MOVED,
                           .old = citation_side(old),
                           .new = citation_side(new) };
    if (!same_subject(cmp, old, new))
        note(cmp, base);
    compare_texts(cmp, base, citation_texts, COUNT(citation_texts), old, new);
    compare_value(cmp, base, "stance", stance_name(old->stance),
                  stance_name(new->stance));
    compare_value(cmp, base, "via", via_text(cmp, old), via_text(cmp, new));
    compare_verdict(cmp, base, "digest", old->at[BODY_DIGEST].verdict,
                    new->at[BODY_DIGEST].verdict);
    compare_verdict(cmp, base, "text", old->at[BODY_FULL].verdict,
                    new->at[BODY_FULL].verdict);
}

/* Of the new side where it was added, of the old one where it was removed. */
static void note_citation(struct comparing *cmp, enum change_kind kind,
                          const struct citation *citation)
{
    bool added = kind == CHANGE_ADDED;
    const struct matches *matches = added ? &cmp->of_new : &cmp->of_old;
    const struct event *event = citation->event;
    if (is_implied(matches, citation))
        return;
    struct change change = { .of = CHANGE_OF_CITATION, .kind = kind };
    struct change_side *has = added ? &change.new : &change.old;
    struct change_side *lacks = added ? &change.old : &change.new;
    *has = citation_side(citation);
    lacks->event = matches->event[event->number];
    if (citation->claim)
        lacks->claim = matches->claim[event->number][citation->claim->number];
    note(cmp, change);
}

/* What came or went with a claim or an event on both sides is said there, though
 * its words are in both. */
static void compare_citations(struct comparing *cmp, const citation_list *old,
                              const citation_list *new)
{
    citation_pairs pairs = pair_citations(&cmp->scratch, old, new);
    for (size_t i = 0; i < pairs.len; i++) {
        const struct citation_pair *pair = &pairs.at[i];
        if (!pair->old)
            note_citation(cmp, CHANGE_ADDED, pair->new);
        else if (!pair->new)
            note_citation(cmp, CHANGE_REMOVED, pair->old);
        else if (!is_implied(&cmp->of_old, pair->old) ||
                 !is_implied(&cmp->of_new, pair->new))
            compare_citation(cmp, pair->old, pair->new);
    }
}

/* Sources. */

static str_list uncited_texts(struct comparing *cmp, const struct source *source)
{
    str_list texts = { NULL, 0, 0 };
    for (size_t i = 0; i < source->uncited.len; i++) {
        const struct uncited *uncited = &source->uncited.at[i];
        bool through = uncited->through.len > 0;
        struct str text =
            arena_printf(cmp->arena, "“%.*s”%s%.*s%s: %.*s", STR_ARG(uncited->quote),
                         through ? " through “" : "", STR_ARG(uncited->through),
                         through ? "”" : "", STR_ARG(uncited->because));
        text = difference_plain(cmp->arena, text);
        vec_push(&cmp->scratch, &texts, text);
    }
    return texts;
}

static void compare_source(struct comparing *cmp, const struct source *old,
                           const struct source *new)
{
    struct change base = { .of = CHANGE_OF_SOURCE,
                           .old = { .source = old },
                           .new = { .source = new } };
    str_list old_uncited = uncited_texts(cmp, old),
             new_uncited = uncited_texts(cmp, new);
    compare_dating(cmp, base, "published", &old->published, &new->published);
    compare_texts(cmp, base, source_texts, COUNT(source_texts), old, new);
    compare_state(cmp, base, "hash", hash_name(old->hash), old->hash != HASH_DIFFERS,
                  hash_name(new->hash), new->hash != HASH_DIFFERS);
    compare_prose(cmp, base, "digest", old->body[BODY_DIGEST].text,
                  new->body[BODY_DIGEST].text);
    compare_list(cmp, base, "uncited", &old_uncited, &new_uncited);
}

static void match_sources(struct comparing *cmp)
{
    const source_list *old = &cmp->old->sources, *new = &cmp->new->sources;
    for (size_t i = 0, k = 0; i < old->len && k < new->len;) {
        int order = str_compare(old->at[i]->id, new->at[k]->id);
        if (order == 0) {
            cmp->of_old.source[i] = new->at[k];
            cmp->of_new.source[k] = old->at[i];
        }
        i += order <= 0;
        k += order >= 0;
    }
}

/* After the events, whose matches say which citations are news. */
static void compare_sources(struct comparing *cmp)
{
    static const citation_list none = { NULL, 0, 0 };
    const source_list *old = &cmp->old->sources, *new = &cmp->new->sources;
    match_sources(cmp);
    for (size_t i = 0; i < new->len; i++) {
        const struct source *source = new->at[i], *before = cmp->of_new.source[i];
        if (before)
            compare_source(cmp, before, source);
        else
            note(cmp, (struct change){ .of = CHANGE_OF_SOURCE,
                                       .kind = CHANGE_ADDED,
                                       .new = { .source = source } });
        compare_citations(cmp, before ? &before->citations : &none, &source->citations);
    }
    for (size_t i = 0; i < old->len; i++) {
        if (cmp->of_old.source[i])
            continue;
        note(cmp, (struct change){ .of = CHANGE_OF_SOURCE,
                                   .kind = CHANGE_REMOVED,
                                   .old = { .source = old->at[i] } });
        compare_citations(cmp, &old->at[i]->citations, &none);
    }
}

/* The record. */

static void compare_heading(struct comparing *cmp)
{
    struct change base = { .of = CHANGE_OF_RECORD };
    compare_value(cmp, base, "title", cmp->old->title, cmp->new->title);
    compare_prose(cmp, base, "about", cmp->old->about, cmp->new->about);
}

static struct matches no_matches(struct comparing *cmp, const struct dossier *dossier)
{
    struct arena *scratch = &cmp->scratch;
    size_t events = dossier->events.len, sources = dossier->sources.len;
    return (struct matches){
        .event = arena_array(scratch, events, sizeof(struct event *)),
        .claim = arena_array(scratch, events, sizeof(struct claim **)),
        .source = arena_array(scratch, sources, sizeof(struct source *))
    };
}

change_list compare_dossiers(struct arena *arena, const struct dossier *old,
                             const struct dossier *new)
{
    struct comparing cmp = { .arena = arena, .old = old, .new = new };
    change_list changes = { NULL, 0, 0 };
    cmp.of_old = no_matches(&cmp, old);
    cmp.of_new = no_matches(&cmp, new);
    compare_heading(&cmp);
    compare_events(&cmp);
    compare_sources(&cmp);
    if (cmp.noted.len)
        qsort(cmp.noted.at, cmp.noted.len, sizeof(*cmp.noted.at), by_order);
    for (size_t i = 0; i < cmp.noted.len; i++)
        vec_push(arena, &changes, cmp.noted.at[i].change);
    arena_free(&cmp.scratch);
    return changes;
}
