/*
 * question: what the claims of an event answer, side by side.
 *
 * Claims of one event with the same `about` answer one question; claims of two
 * events never do, since the same words ("When was it?") ask for another thing of
 * each, and `disputes` does not cross events either. What a claim rests on counts
 * the citations that support it, not those that speak against it.
 *
 * All lists are in the arena given; what they point to belongs to the dossier.
 */
#ifndef ANNALS_DOSSIER_QUESTION_H
#define ANNALS_DOSSIER_QUESTION_H

#include "dossier/dossier.h"

struct question {
    const struct event *event;
    struct str about;
    claim_list claims; /* in the order of the event */
    bool disputed;     /* one of them disputes another */
};
typedef VEC(struct question) question_list;

/* The questions of an event, in the order in which its claims raise them. */
question_list questions_of(struct arena *arena, const struct event *event);

/* How the dates of two claims stand to each other. */
enum date_relation {
    DATES_NONE,     /* one of them is not dated */
    DATES_SAME,     /* the same days */
    DATES_DISJOINT, /* no day in common: they can't both be right */
    DATES_INSIDE,   /* A lies in B: a refinement of it */
    DATES_AROUND,   /* B lies in A */
    DATES_OVERLAP,  /* some days of each: neither conflict nor refinement */
    DATES_LOOSE,    /* no day in common, but one is only about its own (~), and
                       nobody says how far off it may be: no conflict either */
    DATES_RELATIONS
};
enum date_relation dates_relation(const struct dating *a, const struct dating *b);
/* "same", "inside", …; empty for none. */
struct str date_relation_name(enum date_relation relation);

/* The claims that have a date and answer the same question as CLAIM, itself among
 * them. Each is compared with each, so there are at most QUESTION_DATED_MAX: the
 * first. */
enum { QUESTION_DATED_MAX = 64 };
claim_list question_dated(struct arena *arena, const struct claim *claim);

/* The claims whose dates stand so to that of CLAIM, one for each date; none of those
 * that dispute it, whose quarrel is more than that of their dates, but where the
 * dates exclude each other. */
claim_list question_related(struct arena *arena, const struct claim *claim,
                            enum date_relation relation);
/* What a claim is to such dates: "Excludes", "Refines", …; empty where it needs no
 * word. */
struct str date_relation_words(enum date_relation relation);

/* What citations come from, each once, in their order. */
struct basis {
    source_list sources, origins;
    bool retold; /* one of them came through another source */
};
struct basis basis_of(struct arena *arena, const citation_list *citations);
/* "4 sources, all from one origin", "3 sources, 2 origins", "1 source", "no source". */
struct str basis_words(struct arena *arena, const struct basis *basis);

/* The citations of a claim that support it. */
citation_list claim_support(struct arena *arena, const struct claim *claim);

/* Who said a claim first: of each citation that supports it and is known from the
 * first day of all, the source nearest to the end of its chain that was published
 * on that day. None where no day is known. */
struct first {
    struct known_day day;
    source_list sources;
};
struct first claim_first(struct arena *arena, const struct claim *claim);

/* The sources that speak to a question, by the day on which they were published,
 * then by id. */
source_list question_sources(struct arena *arena, const struct question *question);
/* What SOURCE says to CLAIM: its citations for or against it. */
citation_list question_cell(struct arena *arena, const struct claim *claim,
                            const struct source *source);

/* The origins that more than one claim of the question rests on: where there are
 * any, the rivals are retellings of one account, or it speaks for both. */
source_list question_common_origins(struct arena *arena,
                                    const struct question *question);

#endif
