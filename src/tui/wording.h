/*
 * wording: what several views say in the same words.
 *
 * Strs are in the arena given, and are clean.
 */
#ifndef ANNALS_TUI_WORDING_H
#define ANNALS_TUI_WORDING_H

#include "dossier/question.h"
#include "tui/sign.h"

/* A date in words; "no date" where none was given. */
struct str wording_date(struct arena *arena, const struct dating *dating,
                        enum edtf_width width);
/* "1897", "44 BC" of the year -43. */
struct str wording_year(struct arena *arena, int64_t year);
struct str wording_day(struct arena *arena, struct known_day day);
/* "1 passage", "2 passages". */
struct str wording_count(struct arena *arena, size_t count, const char *one,
                         const char *many);
/* The items with SEPARATOR between them. */
struct str wording_join(struct arena *arena, const str_list *list,
                        struct str separator);
/* The names of the sources with FROM between, the sign of a chain. */
struct str wording_sources(struct arena *arena, const source_list *sources,
                           struct str separator);
/* "The Moscow Times, 12 Jul 2023". */
struct str wording_source(struct arena *arena, const struct source *source);
/* "The Moscow Times, 12 Jul 2023 ← TASS". */
struct str wording_citation(struct arena *arena, const struct citation *citation,
                            struct str from);

/* "4 sources, all from one origin: TASS", of the citations that support it. */
struct str wording_support(struct arena *arena, const struct claim *claim);
/* "Reported first by TASS, 12 Jul 2023"; empty where no day is known. */
struct str wording_first(struct arena *arena, const struct claim *claim);
/* "Excludes 25 Jun 2023; refines between 21 and 30 Jun 2023": its date beside those
 * of other answers. */
struct str wording_relations(struct arena *arena, const struct claim *claim,
                             struct str separator);

/* The worst verdict on a quotation over the texts that are there; ABSENT where
 * there is none. */
enum verdict wording_verdict(const struct citation *citation);
/* What to say of a quotation with that verdict, empty where it holds. */
struct str wording_doubt(enum verdict verdict);
enum sign wording_verdict_sign(enum verdict verdict);

/* "digest" or "full text". */
struct str wording_body(enum body_kind kind);

#endif
