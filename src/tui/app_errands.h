/*
 * app_errands: the actions of the app that others carry out: the editor, the web
 * browser, the clipboard, the mouse.
 *
 * For the app's own files alone, as tui/app_state.h.
 */
#ifndef ANNALS_TUI_APP_ERRANDS_H
#define ANNALS_TUI_APP_ERRANDS_H

#include "tui/app_state.h"

void app_edit(struct app *app);
void app_browse(struct app *app);
void app_copy_citation(struct app *app);
void app_copy_link(struct app *app);
void app_toggle_mouse(struct app *app);

#endif
