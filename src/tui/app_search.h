/*
 * app_search: searching what is shown, while typing and from match to match.
 *
 * For the app's own files alone, as tui/app_state.h.
 *
 * The timeline finds events, whatever of theirs holds the words, and says how often
 * these stand in the texts of the sources too; the sources view finds the sources
 * with such a text; the other views find places on the page. A search goes along into
 * the event that is opened from the timeline, into the sources, and into the reader.
 */
#ifndef ANNALS_TUI_APP_SEARCH_H
#define ANNALS_TUI_APP_SEARCH_H

#include "tui/app_state.h"

/* A prompt for a search begins: what is there is what comes back where it is
 * cancelled. */
void app_search_begin(struct app *app, bool back);
/* NEEDLE is what stands in it now: the view goes to the first match. */
void app_search_try(struct app *app, struct str needle);
/* The prompt was answered with what was tried last; with nothing, the search is
 * forgotten. */
void app_search_keep(struct app *app, struct str needle);
void app_search_cancel(struct app *app);

/* To the next match, or the one before. */
void app_search_again(struct app *app, bool back);

/* The view on top was opened from the one below it: it may take over its search. */
void app_search_carry(struct app *app);
/* The event beside the timeline shows the matches of its search. */
void app_search_beside(const struct app *app, struct frame *beside);

#endif
