#include "tui/browse.h"

#include <langinfo.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/oom.h"
#include "tui/app.h"
#include "tui/term.h"

enum { BROWSE_OK, BROWSE_BROKEN, BROWSE_NO_TERMINAL };

static bool wants_color(enum browse_color color)
{
    const char *no_color = getenv("NO_COLOR");
    if (color == BROWSE_COLOR_AUTO)
        return !no_color || !*no_color;
    return color == BROWSE_COLOR_ALWAYS;
}

static bool wants_ascii(const struct browse_options *options)
{
    return options->ascii || strcmp(nl_langinfo(CODESET), "UTF-8") != 0;
}

static void show(struct app *app, struct canvas *canvas)
{
    int rows, cols;
    term_size(&rows, &cols);
    if (rows != canvas->rows || cols != canvas->cols) {
        canvas_free(canvas);
        *canvas = canvas_new(rows, cols);
    }
    if (app_wants_redraw(app))
        term_forget();
    app_draw(app, canvas);
    term_show(canvas);
}

/* Until the user quits, or there is nobody to quit: then the event says so. */
static enum term_event run(struct app *app)
{
    struct canvas canvas = canvas_new(0, 0);
    struct input input;
    enum term_event event = TERM_RESIZE;
    while (!app_ended(app) && event != TERM_GONE && event != TERM_KILLED) {
        if (event == TERM_RESIZE || !term_has_more())
            show(app, &canvas);
        event = term_wait(&input);
        if (event == TERM_INPUT)
            app_input(app, &input);
    }
    canvas_free(&canvas);
    return event;
}

static void leave(enum term_event event)
{
    oom_set_hook(NULL);
    term_leave();
    if (event == TERM_KILLED)
        raise(term_signal());
}

int browse(const struct browse_options *options, struct diags *diags)
{
    const struct dossier *dossier = dossier_load(&options->load, diags);
    if (!dossier)
        return BROWSE_BROKEN;
    struct term_options wanted = { .color = wants_color(options->color),
                                   .mouse = options->mouse };
    const char *trouble = term_enter(&wanted);
    if (trouble) {
        fprintf(stderr, "annals: %s\n", trouble);
        return BROWSE_NO_TERMINAL;
    }
    oom_set_hook(term_leave);
    struct app *app = app_new(options, dossier, wants_ascii(options));
    enum term_event event = run(app);
    app_free(app);
    leave(event);
    return BROWSE_OK;
}
