/*
 * app_ask: the prompts of the app, and what follows from what is typed there.
 *
 * For the app's own files alone, as tui/app_state.h.
 */
#ifndef ANNALS_TUI_APP_ASK_H
#define ANNALS_TUI_APP_ASK_H

#include "tui/app_state.h"

/* Opens a prompt with TEXT in it. */
void app_ask(struct app *app, enum app_prompt what, struct str text);
/* Takes a key or a paste while a prompt is open. */
void app_answer(struct app *app, const struct input *input);

/* To the next match of the search, or the one before. */
void app_search_again(struct app *app, bool back);

#endif
