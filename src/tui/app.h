/*
 * app: the browser without a terminal.
 *
 * Takes keys, mouse and pasted text, draws on a canvas: what a terminal, or a test,
 * does with it. Holds the stack of open views, the selection that they show, and the
 * record it is made from.
 */
#ifndef ANNALS_TUI_APP_H
#define ANNALS_TUI_APP_H

#include "tui/browse.h"
#include "tui/canvas.h"
#include "tui/errand.h"
#include "tui/input.h"
#include "tui/place.h"

struct app;

/* The options, and the dossier with its arena, must outlive the app, which never
 * frees them: what it loads itself on a reload is its own. ASCII: draw nothing
 * else. */
struct app *app_new(const struct browse_options *options, const struct dossier *dossier,
                    bool ascii);
void app_free(struct app *app);

void app_input(struct app *app, const struct input *input);
/* Draws the whole screen, of the canvas's size. */
void app_draw(struct app *app, struct canvas *canvas);

/* Whether some of it was left as it was, because it would be drawn anew with each key
 * of many: the event beside a list that one runs down. Where no input came for so
 * many milliseconds, app_rest is to be called, and all drawn. */
enum { APP_PATIENCE = 60 };
bool app_waits(const struct app *app);
void app_rest(struct app *app);

/*
 * What the app wants done, once: true where there is something, which is to be done
 * before the next input and answered with app_errand_done. TROUBLE says why it could
 * not be done, empty where it was.
 */
bool app_take_errand(struct app *app, struct errand *errand);
void app_errand_done(struct app *app, const struct errand *errand, struct str trouble);

/* Opens PLACE on top of what is open; the timeline goes to its event. */
void app_go(struct app *app, struct place place);

/* The files changed: reads them again. Where they are broken now the record stays
 * and what is wrong is said. */
void app_reload(struct app *app);
/* How often the files were read since the start. */
size_t app_readings(const struct app *app);
/* The files and directories that what is shown was made from, and those that a new
 * record would be made from if it were not broken; until the next reload. */
const str_list *app_watched(const struct app *app);

/* Whether the user quit. */
bool app_ended(const struct app *app);
/* Whether the screen is to be sent anew, asked once. */
bool app_wants_redraw(struct app *app);

#endif
