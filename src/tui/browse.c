#include "tui/browse.h"

#include <errno.h>
#include <langinfo.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "base/oom.h"
#include "text/clean.h"
#include "text/utf8.h"
#include "tui/address.h"
#include "tui/app.h"
#include "tui/helper.h"
#include "tui/term.h"
#include "tui/watch.h"

enum { BROWSE_OK, BROWSE_BROKEN, BROWSE_UNFIT };

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

/* Errands. Each returns what kept it from being done, in ARENA, or the empty str. */

static struct str no_words(struct arena *arena, struct str line)
{
    return arena_printf(arena, "a quotation does not end: %.*s", STR_ARG(line));
}

static struct str no_program(struct arena *arena, const word_list *words)
{
    return arena_printf(arena, "%s: %s", words->at[0], strerror(errno));
}

static struct str edit(struct arena *arena, const struct errand *errand)
{
    const char *editors[] = { getenv("ANNALS_EDITOR"), getenv("VISUAL"),
                              getenv("EDITOR") };
    struct str editor = helper_choose(editors, 3, "vi");
    word_list words = { 0 };
    if (!helper_editor(arena, &words, editor, errand->text, errand->line))
        return no_words(arena, editor);
    term_lend();
    int status = spawn_wait(arena, &words), error = errno;
    term_reclaim();
    errno = error;
    if (status == -1)
        return no_program(arena, &words);
    if (WIFSIGNALED(status))
        return arena_printf(arena, "%s was ended by signal %d", words.at[0],
                            WTERMSIG(status));
    if (WEXITSTATUS(status) != 0)
        return arena_printf(arena, "%s ended with status %d", words.at[0],
                            WEXITSTATUS(status));
    return (struct str){ 0 };
}

static struct str visit(struct arena *arena, const struct errand *errand)
{
    const char *browsers[] = { getenv("BROWSER") };
    struct str browser = helper_choose(browsers, 1, "xdg-open");
    word_list words = { 0 };
    if (!helper_browser(arena, &words, browser, errand->text))
        return no_words(arena, browser);
    return spawn_detached(arena, &words) ? (struct str){ 0 }
                                         : no_program(arena, &words);
}

static struct str copy(struct arena *arena, const struct errand *errand)
{
    (void)arena;
    return term_copy(errand->text)
               ? (struct str){ 0 }
               : STR("a terminal of this kind takes nothing to paste");
}

static struct str set_mouse(struct arena *arena, const struct errand *errand)
{
    (void)arena;
    term_set_mouse(errand->on);
    return (struct str){ 0 };
}

static struct str (*const errands[])(struct arena *arena,
                                     const struct errand *errand) = {
    [ERRAND_EDIT] = edit,
    [ERRAND_BROWSE] = visit,
    [ERRAND_COPY] = copy,
    [ERRAND_MOUSE] = set_mouse,
};

static void do_errand(struct app *app)
{
    struct errand errand;
    struct arena arena = { 0 };
    if (app_take_errand(app, &errand))
        app_errand_done(app, &errand, errands[errand.kind](&arena, &errand));
    arena_free(&arena);
}

/* Changed files. */

static void look_at_files(struct app *app, struct watch *watch, size_t *readings)
{
    if (watch_due(watch))
        app_reload(app);
    if (*readings != app_readings(app))
        watch_paths(watch, app_watched(app));
    *readings = app_readings(app);
}

/* Milliseconds that the next input is waited for: for ever, where nothing is left to
 * be done. */
static int patience(const struct app *app, const struct watch *watch)
{
    int files = watch_patience(watch);
    bool soon = files >= 0 && files < APP_PATIENCE;
    return app_waits(app) && !soon ? APP_PATIENCE : files;
}

/* Until the user quits, or there is nobody to quit: then the event says so. */
static enum term_event run(struct app *app)
{
    struct canvas canvas = canvas_new(0, 0);
    struct watch watch = watch_new();
    struct input input;
    size_t readings = app_readings(app);
    enum term_event event = TERM_RESIZE;
    watch_paths(&watch, app_watched(app));
    while (!app_ended(app) && event != TERM_GONE && event != TERM_KILLED) {
        if (event == TERM_RESIZE || !term_has_more())
            show(app, &canvas);
        event = term_wait(&input, watch.fd, patience(app, &watch));
        if (event == TERM_INPUT)
            app_input(app, &input);
        if (event == TERM_TIME)
            app_rest(app);
        if (event == TERM_WATCHED)
            watch_take(&watch);
        do_errand(app);
        look_at_files(app, &watch, &readings);
    }
    watch_free(&watch);
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

/* Where to begin. */
struct start {
    struct place places[ADDRESS_PLACES];
    size_t count;
};

/* False where there is no such thing, which one line has said then. */
static bool find_start(const struct browse_options *options, struct arena *arena,
                       const struct dossier *dossier, struct start *start)
{
    struct str reason;
    *start = (struct start){ .count = 0 };
    if (options->open.len == 0)
        return true;
    start->count = address_read(arena, dossier, utf8_repair(arena, options->open),
                                start->places, &reason);
    if (start->count == 0)
        fprintf(stderr, "annals: --open: %.*s\n",
                STR_ARG(text_clean_line(arena, reason, NULL)));
    return start->count > 0;
}

int browse(const struct browse_options *options, struct diags *diags)
{
    const struct dossier *dossier = dossier_load(&options->load, diags);
    if (!dossier)
        return BROWSE_BROKEN;
    struct start start;
    if (!find_start(options, diags->arena, dossier, &start))
        return BROWSE_UNFIT;
    struct term_options wanted = { .color = wants_color(options->color),
                                   .mouse = options->mouse,
                                   .looks = options->config ? options->config->looks
                                                            : style_looks };
    const char *trouble = term_enter(&wanted);
    if (trouble) {
        fprintf(stderr, "annals: %s\n", trouble);
        return BROWSE_UNFIT;
    }
    oom_set_hook(term_leave);
    struct app *app = app_new(options, dossier, wants_ascii(options));
    for (size_t i = 0; i < start.count; i++)
        app_go(app, start.places[i]);
    enum term_event event = run(app);
    app_free(app);
    leave(event);
    return BROWSE_OK;
}
