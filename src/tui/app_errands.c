#include "tui/app_errands.h"

#include "tui/helper.h"
#include "tui/subject.h"

/* What is selected, or what the whole view is about. */
static struct subject selected(const struct app *app)
{
    const struct dossier *dossier = app->selection.dossier;
    const struct frame *top = app_top(app);
    const struct page_item *item = frame_item(top);
    struct subject subject = { 0 };
    if (item)
        subject = subject_of(dossier, item->there);
    if (item && subject_is_nothing(&subject))
        subject = subject_of(dossier, item->here);
    return subject_is_nothing(&subject) ? subject_of(dossier, top->place) : subject;
}

static void leave(struct app *app, struct errand errand)
{
    buf_clear(&app->errand_text);
    buf_add(&app->errand_text, errand.text);
    app->errand = errand;
}

static struct loc selected_loc(const struct app *app)
{
    const struct place *place = &app_top(app)->place;
    struct subject subject = selected(app);
    if (place->view != VIEW_ERRORS)
        return subject_loc(&subject);
    bool there = place->citation > 0 && place->citation <= app->diags.list.len;
    return there ? app->diags.list.at[place->citation - 1].loc : (struct loc){ 0 };
}

void app_edit(struct app *app)
{
    struct loc loc = selected_loc(app);
    if (loc.file)
        leave(app, (struct errand){ .kind = ERRAND_EDIT,
                                    .text = loc.file->path,
                                    .line = loc_position(loc).line + 1 });
    else
        app_say(app, STYLE_MESSAGE, "nothing is selected that stands in a file");
}

void app_browse(struct app *app)
{
    struct subject subject = selected(app);
    if (!subject.source)
        app_say(app, STYLE_MESSAGE, "select a source or a quotation of it first");
    else if (subject.source->url.len == 0)
        app_say(app, STYLE_MESSAGE, "no address is given of %.*s",
                STR_ARG(source_name(subject.source)));
    else if (!helper_is_web(subject.source->url))
        app_say(app, STYLE_ERROR, "not an address of the web: %.*s",
                STR_ARG(subject.source->url));
    else
        leave(app,
              (struct errand){ .kind = ERRAND_BROWSE, .text = subject.source->url });
}

static void copy(struct app *app,
                 struct str (*text_of)(struct arena *arena,
                                       const struct subject *subject),
                 struct str done)
{
    struct arena arena = { 0 };
    struct subject subject = selected(app);
    if (subject_is_nothing(&subject))
        app_say(app, STYLE_MESSAGE, "nothing is selected that can be cited");
    else
        leave(app, (struct errand){ .kind = ERRAND_COPY,
                                    .text = text_of(&arena, &subject),
                                    .done = done });
    arena_free(&arena);
}

void app_copy_citation(struct app *app)
{
    copy(app, subject_citation, STR("citation sent to the terminal"));
}

void app_copy_link(struct app *app)
{
    copy(app, subject_link, STR("link sent to the terminal"));
}

void app_toggle_mouse(struct app *app)
{
    app->mouse = !app->mouse;
    leave(app,
          (struct errand){ .kind = ERRAND_MOUSE,
                           .on = app->mouse,
                           .done = app->mouse ? STR("the mouse clicks and scrolls here")
                                              : STR("the mouse is the terminal's") });
}

bool app_take_errand(struct app *app, struct errand *errand)
{
    *errand = app->errand;
    errand->text = buf_str(&app->errand_text);
    app->errand = (struct errand){ .kind = ERRAND_NONE };
    return errand->kind != ERRAND_NONE;
}

void app_errand_done(struct app *app, const struct errand *errand, struct str trouble)
{
    bool done = trouble.len == 0;
    if (errand->kind == ERRAND_EDIT)
        app_reload(app);
    struct str text = done ? errand->done : trouble;
    if (text.len > 0)
        app_say(app, done ? STYLE_MESSAGE : STYLE_ERROR, "%.*s", STR_ARG(text));
}
