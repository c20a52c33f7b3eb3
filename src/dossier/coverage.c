#include "dossier/check.h"

#include <stdlib.h>

/* A stretch of a text that is accounted for. */
struct stretch {
    size_t start, end;
};

struct account {
    VEC(struct stretch) cited, explained; /* each sorted by start */
};

enum standing { LEFT, EXPLAINED, CITED };

static int by_start(const void *left, const void *right)
{
    const struct stretch *a = left, *b = right;
    return (a->start > b->start) - (a->start < b->start);
}

/* Sorted, and joined where they overlap: then both ends rise along the list. */
static size_t join_stretches(struct stretch *at, size_t len)
{
    size_t joined = 0;
    if (len)
        qsort(at, len, sizeof(*at), by_start);
    for (size_t i = 0; i < len; i++) {
        if (joined == 0 || at[i].start > at[joined - 1].end)
            at[joined++] = at[i];
        else if (at[i].end > at[joined - 1].end)
            at[joined - 1].end = at[i].end;
    }
    return joined;
}

static struct account account_of(struct arena *arena, const struct source *source,
                                 enum body_kind kind)
{
    struct account account = { .cited = { NULL, 0, 0 } };
    for (size_t i = 0; i < source->citations.len; i++) {
        struct anchor at = source->citations.at[i]->at[kind];
        if (verdict_holds(at.verdict))
            vec_push(arena, &account.cited, ((struct stretch){ at.start, at.end }));
    }
    for (size_t i = 0; i < source->uncited.len; i++) {
        const struct uncited *uncited = &source->uncited.at[i];
        struct anchor from = uncited->at[kind], to = from;
        if (uncited->through.len)
            to = uncited->through_at[kind];
        if (verdict_holds(from.verdict) && verdict_holds(to.verdict) &&
            from.start < to.end)
            vec_push(arena, &account.explained,
                     ((struct stretch){ from.start, to.end }));
    }
    account.cited.len = join_stretches(account.cited.at, account.cited.len);
    account.explained.len = join_stretches(account.explained.at, account.explained.len);
    return account;
}

/* Whether one of the stretches overlaps the sentence; *NEXT is the first that may
 * reach one this far on. */
static bool reaches(const struct stretch *at, size_t len, size_t *next, size_t start,
                    size_t end)
{
    while (*next < len && at[*next].end <= start)
        (*next)++;
    return *next < len && at[*next].start < end;
}

typedef void visitor(void *context, size_t start, size_t end, enum standing standing);

static void each_sentence(const struct source *source, enum body_kind kind,
                          visitor *visit, void *context)
{
    const struct body *body = &source->body[kind];
    if (!body->given)
        return;
    struct arena scratch = { NULL };
    struct account account = account_of(&scratch, source, kind);
    size_t offset = 0, next_cited = 0, next_explained = 0;
    struct str sentence;
    while (body->form->next_sentence(body->text, &offset, &sentence)) {
        if (sentence.len == 0)
            continue;
        size_t start = (size_t)(sentence.ptr - body->text.ptr);
        size_t end = start + sentence.len;
        enum standing standing = LEFT;
        if (reaches(account.cited.at, account.cited.len, &next_cited, start, end))
            standing = CITED;
        else if (reaches(account.explained.at, account.explained.len, &next_explained,
                         start, end))
            standing = EXPLAINED;
        visit(context, start, end, standing);
    }
    arena_free(&scratch);
}

static void count(void *context, size_t start, size_t end, enum standing standing)
{
    (void)start;
    (void)end;
    struct coverage *coverage = context;
    coverage->sentences++;
    coverage->cited += standing == CITED;
    coverage->explained += standing == EXPLAINED;
}

struct coverage coverage_of(const struct source *source, enum body_kind kind)
{
    struct coverage coverage = { .sentences = 0 };
    each_sentence(source, kind, count, &coverage);
    return coverage;
}

struct call {
    void (*each)(void *context, size_t start, size_t end);
    void *context;
};

static void call_for_left(void *context, size_t start, size_t end,
                          enum standing standing)
{
    const struct call *call = context;
    if (standing == LEFT)
        call->each(call->context, start, end);
}

void coverage_each_left(const struct source *source, enum body_kind kind,
                        void (*each)(void *context, size_t start, size_t end),
                        void *context)
{
    struct call call = { each, context };
    each_sentence(source, kind, call_for_left, &call);
}
