#include "dossier/raw.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
/* A row of a table: KEY is read as TYPE into MEMBER of RECORD. */
#define ROW(name, kind, record, where, needed)                                         \
    {                                                                                  \
        .key = STR_INIT(name), .type = FIELD_##kind, .need = FIELD_##needed,           \
        .member = offsetof(struct record, where)                                       \
    }
#define ROW_MAPS(name, record, where, of, max)                                         \
    {                                                                                  \
        .key = STR_INIT(name), .type = FIELD_MAPS, .most = (max),                      \
        .member = offsetof(struct record, where), .shape = &(of)                       \
    }
enum { ANY_NUMBER = 0, CLAIMS_MAX = 1000 };

static const struct field claim_fields[] = {
    ROW("id", LINE, raw_claim, id, REQUIRED),
    ROW("about", LINE, raw_claim, about, REQUIRED_MERGED),
    ROW("by", LINE, raw_claim, by, OPTIONAL),
    ROW("says", BLOCK, raw_claim, says, REQUIRED_MERGED),
    ROW("disputes", CHAIN, raw_claim, disputes, OPTIONAL),
    ROW("when", DATE, raw_claim, when.when, OPTIONAL),
    ROW("dated", LINE, raw_claim, when.dated, OPTIONAL),
    ROW("because", BLOCK, raw_claim, when.because, OPTIONAL),
    ROW("note", BLOCK, raw_claim, note, OPTIONAL),
};
static const struct shape claim_shape = {
    .name = "a claim",
    .size = sizeof(struct raw_claim),
    .fields = claim_fields,
    .count = COUNT(claim_fields),
};

static const struct field event_fields[] = {
    ROW("id", LINE, raw_event, id, REQUIRED),
    ROW("when", DATE, raw_event, when.when, REQUIRED_MERGED),
    ROW("dated", LINE, raw_event, when.dated, OPTIONAL),
    ROW("because", BLOCK, raw_event, when.because, OPTIONAL),
    ROW("title", LINE, raw_event, title, REQUIRED_MERGED),
    ROW("summary", BLOCK, raw_event, summary, OPTIONAL),
    ROW("who", LIST, raw_event, who, OPTIONAL),
    ROW("where", LINE, raw_event, where, OPTIONAL),
    ROW("tags", LIST, raw_event, tags, OPTIONAL),
    ROW("see", LIST, raw_event, see, OPTIONAL),
    ROW("note", BLOCK, raw_event, note, OPTIONAL),
    ROW_MAPS("claims", raw_event, claims, claim_shape, CLAIMS_MAX),
};
const struct shape raw_event_shape = {
    .name = "an event",
    .size = sizeof(struct raw_event),
    .fields = event_fields,
    .count = COUNT(event_fields),
};

static const struct field record_fields[] = {
    ROW("annals", LINE, raw_record, annals, REQUIRED),
    ROW("title", LINE, raw_record, title, OPTIONAL),
    ROW("about", BLOCK, raw_record, about, OPTIONAL),
    ROW("sources", LINE, raw_record, sources, OPTIONAL),
    ROW_MAPS("events", raw_record, events, raw_event_shape, ANY_NUMBER),
};
const struct shape raw_record_shape = {
    .name = "an event file",
    .size = sizeof(struct raw_record),
    .fields = record_fields,
    .count = COUNT(record_fields),
};

static const struct field heading_fields[] = {
    ROW("title", LINE, raw_record, title, REQUIRED_MERGED),
    ROW("about", BLOCK, raw_record, about, OPTIONAL),
};
const struct shape raw_heading_shape = {
    .name = "an event file",
    .size = sizeof(struct raw_record),
    .fields = heading_fields,
    .count = COUNT(heading_fields),
};

static const struct field uncited_fields[] = {
    ROW("quote", LINE, raw_uncited, quote, REQUIRED),
    ROW("through", LINE, raw_uncited, through, OPTIONAL),
    ROW("because", BLOCK, raw_uncited, because, REQUIRED),
};
static const struct shape uncited_shape = {
    .name = "an uncited stretch",
    .size = sizeof(struct raw_uncited),
    .fields = uncited_fields,
    .count = COUNT(uncited_fields),
};

static const struct field citation_fields[] = {
    ROW("event", LINE, raw_citation, event, REQUIRED),
    ROW("claim", LINE, raw_citation, claim, OPTIONAL),
    ROW("quote", LINE, raw_citation, quote, REQUIRED),
    ROW("prefix", LINE, raw_citation, prefix, OPTIONAL),
    ROW("suffix", LINE, raw_citation, suffix, OPTIONAL),
    ROW("via", CHAIN, raw_citation, via, OPTIONAL),
    ROW("stance", LINE, raw_citation, stance, OPTIONAL),
    ROW("note", BLOCK, raw_citation, note, OPTIONAL),
};
static const struct shape citation_shape = {
    .name = "a citation",
    .size = sizeof(struct raw_citation),
    .fields = citation_fields,
    .count = COUNT(citation_fields),
};

static const struct field source_fields[] = {
    ROW("title", LINE, raw_source, title, OPTIONAL),
    ROW("publisher", LINE, raw_source, publisher, OPTIONAL),
    ROW("author", LINE, raw_source, author, OPTIONAL),
    ROW("published", DATE, raw_source, published.when, OPTIONAL),
    ROW("dated", LINE, raw_source, published.dated, OPTIONAL),
    ROW("because", BLOCK, raw_source, published.because, OPTIONAL),
    ROW("url", LINE, raw_source, url, OPTIONAL),
    ROW("language", LINE, raw_source, language, OPTIONAL),
    ROW("sha256", LINE, raw_source, sha256, OPTIONAL),
    ROW("note", BLOCK, raw_source, note, OPTIONAL),
    ROW_MAPS("uncited", raw_source, uncited, uncited_shape, ANY_NUMBER),
    ROW_MAPS("cites", raw_source, cites, citation_shape, ANY_NUMBER),
};
const struct shape raw_source_shape = {
    .name = "a source",
    .size = sizeof(struct raw_source),
    .fields = source_fields,
    .count = COUNT(source_fields),
};
