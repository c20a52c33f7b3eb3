/*
 * difference: how two values of one field differ.
 *
 * How a text was laid out is no part of what it says: runs of white space count as
 * one space, and none at either end.
 */
#ifndef ANNALS_DOSSIER_DIFFERENCE_H
#define ANNALS_DOSSIER_DIFFERENCE_H

#include "dossier/dossier.h"

/* Whether two texts say the same, white space aside; and TEXT with one space for
 * each run of it, in ARENA. */
bool difference_none(struct str a, struct str b);
struct str difference_plain(struct arena *arena, struct str text);

/* The sentences of a text that was wrapped when it was typed, each of them plain. */
str_list difference_sentences(struct arena *arena, struct str text);

/* What each of two lists has and the other has not, in its own order. An item that
 * stands in one of them more often is left over as often as it does. */
struct difference {
    str_list old_only, new_only;
};
struct difference difference_of_lists(struct arena *arena, const str_list *old,
                                      const str_list *new);

/* What became of a date. */
enum date_move {
    DATE_GIVEN, /* where none was */
    DATE_TAKEN, /* and none is now */
    DATE_MORE_PRECISE,
    DATE_LESS_PRECISE,
    DATE_SHORTER, /* of what lasts: the new days are among the old */
    DATE_LONGER,
    DATE_MORE_CERTAIN, /* the same days, no longer uncertain or approximate */
    DATE_LESS_CERTAIN,
    DATE_REWORDED, /* the same first and last day */
    DATE_SHIFTED,  /* some of the days, and others */
    DATE_EARLIER,  /* not one day in common */
    DATE_LATER,
    DATE_MOVE_COUNT
};

/* At least one of them is given. An end that nobody knows is taken to be nowhere,
 * so that to say anything of it is to be more precise. */
enum date_move difference_of_dates(const struct dating *old, const struct dating *new);

#endif
