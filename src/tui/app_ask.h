/*
 * app_ask: the prompts of the app, and what follows from what is typed there.
 *
 * For the app's own files alone, as tui/app_state.h. A prompt is a row of the table
 * in app_ask.c.
 */
#ifndef ANNALS_TUI_APP_ASK_H
#define ANNALS_TUI_APP_ASK_H

#include "tui/app_state.h"

/* Opens a prompt with TEXT in it. */
void app_ask(struct app *app, enum app_prompt what, struct str text);
/* Takes a key or a paste while a prompt is open. */
void app_answer(struct app *app, const struct input *input);
/* Does what follows from what was typed since the last time, such as counting, so
 * that it is done once for several letters that came together. */
void app_ask_settle(struct app *app);

#endif
