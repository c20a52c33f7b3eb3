/*
 * evidence: paragraphs that say what stands behind an event: its dates, citations,
 * questions and claims. The dump and the conflicts print them alike.
 */
#ifndef ANNALS_PRINT_EVIDENCE_H
#define ANNALS_PRINT_EVIDENCE_H

#include "dossier/question.h"
#include "print/paper.h"

/* Indents, in cells. */
enum {
    EVIDENCE_BODY = 4,                   /* what belongs to an event or a source */
    EVIDENCE_CLAIM = EVIDENCE_BODY + 2,  /* a claim, under its question */
    EVIDENCE_INNER = EVIDENCE_CLAIM + 2, /* what a claim rests on */
    EVIDENCE_HANG = 2,                   /* further lines of a paragraph */
};

/* "24–30 June 2023: Burns telephones Naryshkin", at the left edge. */
void evidence_put_title(struct paper *paper, const struct event *event);
/* LEAD · 2023-06-23/2023-06-24 · derived: because. */
void evidence_put_dating(struct paper *paper, size_t indent, struct str lead,
                         const struct dating *dating);
/* Nothing where the note is empty. */
void evidence_put_note(struct paper *paper, size_t indent, struct str note);
/* The quotation, and below it its source and chain. */
void evidence_put_citation(struct paper *paper, size_t indent,
                           const struct citation *citation);

/* The question as a heading; nothing where it has no words. */
void evidence_put_question(struct paper *paper, const struct question *question);
/* One of its claims: who says what, its rivals, its citations, who said it first
 * and what it rests on. */
void evidence_put_claim(struct paper *paper, const struct claim *claim);

/* Which origins more than one of its claims rest on: whether its rivals tell apart
 * or retell. Nothing where fewer than two of them rest on any. */
void evidence_put_common(struct paper *paper, const struct question *question);

/* Pieces of a claim, for other forms of it. Each adds to the paragraph being
 * filled, and nothing where there is nothing to say. */
/* "The Moscow Times; One article": its rivals, each name once. */
void evidence_add_rivals(struct paper *paper, const struct claim *claim);
/* "Excludes: 25 June 2023 · Refines: between 21 and 30 June 2023": its date beside
 * those of the other claims, save those it disputes for another reason. */
void evidence_add_relations(struct paper *paper, const struct claim *claim);
/* "TASS, 12 July 2023": who said it first. */
void evidence_add_first(struct paper *paper, const struct claim *claim);
/* "4 sources, all from one origin: TASS, 12 July 2023", or "no source". */
void evidence_add_support(struct paper *paper, const struct claim *claim);

#endif
