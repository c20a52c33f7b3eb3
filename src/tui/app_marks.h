/*
 * app_marks: from one marked row of a page to the next.
 *
 * For the app's own files alone, as tui/app_state.h.
 */
#ifndef ANNALS_TUI_APP_MARKS_H
#define ANNALS_TUI_APP_MARKS_H

#include "tui/app_state.h"

/* To the next thing on the page that is disputed, or the one before: an event, or a
 * question. Beyond the last comes the first. */
void app_next_conflict(struct app *app);
void app_previous_conflict(struct app *app);
/* To the next sentence of the reader's text that nothing cites, which are shown so
 * from then on. */
void app_next_uncited(struct app *app);

#endif
