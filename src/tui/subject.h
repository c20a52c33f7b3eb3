/*
 * subject: what a place is about, in a dossier.
 *
 * A place has names; this has what they name, with where it stands in the files, its
 * steady link (tui/address.h) and how it is cited in writing.
 */
#ifndef ANNALS_TUI_SUBJECT_H
#define ANNALS_TUI_SUBJECT_H

#include "tui/place.h"

/* NULL for what there is none of. A citation comes with its source, event and
 * claim; a claim with its event. */
struct subject {
    const struct event *event;
    const struct claim *claim;
    const struct source *source;
    const struct citation *citation;
};

/* What PLACE names of it that is closest to words: a citation, a source, a claim or
 * an event. All NULL where it names nothing, or nothing that is there. */
struct subject subject_of(const struct dossier *dossier, struct place place);

bool subject_is_nothing(const struct subject *subject);

/* Where it stands; of a citation, its words. */
struct loc subject_loc(const struct subject *subject);

/* The address that leads to it: "SOURCE#3", "EVENT/CLAIM". Of nothing, empty. */
struct str subject_address(struct arena *arena, const struct subject *subject);

/* "annals --open=ADDRESS". */
struct str subject_link(struct arena *arena, const struct subject *subject);

/*
 * How it is cited in writing, several lines, each ended, the last with the link:
 *
 *   “the very words”
 *   Author, “Title”, Publisher, 12 July 2023 ← TASS, https://…
 *   annals --open=SOURCE#3
 *
 * Of an event or a claim: what and when, who says so, and the link.
 */
struct str subject_citation(struct arena *arena, const struct subject *subject);

#endif
