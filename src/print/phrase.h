/*
 * phrase: pieces of a paragraph, worded alike wherever they stand.
 *
 * Each adds to the paragraph that is being filled.
 */
#ifndef ANNALS_PRINT_PHRASE_H
#define ANNALS_PRINT_PHRASE_H

#include "dossier/question.h"
#include "print/paper.h"

void phrase_add_date(struct paper *paper, const struct edtf *date);
void phrase_add_day(struct paper *paper, struct edtf_day day);
/* "1 event", "2 events". */
void phrase_add_count(struct paper *paper, size_t count, const char *noun);
void phrase_add_quoted(struct paper *paper, struct str quote);

/* " · " */
struct str phrase_dot(const struct paper *paper);
/* "≠ " */
struct str phrase_disputes(const struct paper *paper);

/* "The Moscow Times", with its title where another source would be called the
 * same. */
void phrase_add_name(struct paper *paper, const struct source *source);
/* "The Moscow Times, Spy Chief Confirms Call": the id where it has neither. */
void phrase_add_full_name(struct paper *paper, const struct source *source);
/* Its name with its date. All else about it stands in the list of sources. */
void phrase_add_source(struct paper *paper, const struct source *source);
/* Several of them between semicolons. */
void phrase_add_sources(struct paper *paper, const source_list *list);

/* "4 sources, all from one origin: TASS, 12 July 2023"; where each source is its own
 * origin, or the origins are those that stand before it, NAMED (may be NULL), they
 * are not named again. */
void phrase_add_basis(struct paper *paper, const citation_list *citations,
                      const source_list *named);

/* What is wrong with a quotation: " — MISSING in the digest"; nothing where it
 * stands in every text at hand. In the style of trouble. */
void phrase_add_verdicts(struct paper *paper, const struct citation *citation);

/* ", as of 1 July 2023, those that match: …" */
void phrase_add_limits(struct paper *paper, const struct selection *selection);

#endif
