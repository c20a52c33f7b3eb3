/*
 * annals: the command line's one run, from its options to its exit status: 0 ok,
 * 1 trouble in the data or with its output, 2 a command line that can't be done.
 * --diff has its own (diff.h).
 */
#include <locale.h>
#include <unistd.h>

#include "diff.h"
#include "dossier/attach.h"
#include "dossier/check.h"
#include "dossier/clock.h"
#include "dossier/load.h"
#include "explain.h"
#include "options.h"
#include "output.h"
#include "paths.h"
#include "print/diagnostics.h"
#include "text/clean.h"
#include "text/utf8.h"
#include "tui/browse.h"

enum { OK, TROUBLE, USAGE };

/* What every run has. */
struct run {
    struct arena arena;
    struct options options;
    struct diags diags; /* in the arena */
};

static struct load_options load_options(struct run *run)
{
    const struct options *options = &run->options;
    size_t count = options->file_count ? options->file_count : 1;
    struct str *paths = arena_array(&run->arena, count, sizeof(*paths));
    for (size_t i = 0; i < options->file_count; i++)
        paths[i] = str_of(options->files[i]);
    if (!options->file_count)
        paths[0] = paths_dossier(&run->arena);
    return (struct load_options){ .paths = paths,
                                  .path_count = count,
                                  .texts = options->texts.len
                                               ? options->texts
                                               : paths_texts(&run->arena),
                                  .no_sources = options->no_sources };
}

static void write_diagnostics(struct run *run)
{
    struct buf out = { 0 };
    diags_sort(&run->diags);
    diagnostics_write(&out, &run->diags);
    output_error(buf_str(&out));
    buf_free(&out);
}

/* The dossier, or NULL after saying what is wrong with it. */
static const struct dossier *load(struct run *run)
{
    struct load_options options = load_options(run);
    const struct dossier *dossier = dossier_load(&options, &run->diags);
    if (!dossier)
        write_diagnostics(run);
    return dossier;
}

/* Writes what OUT holds, and frees it. */
static int finish(struct buf *out, int status)
{
    bool written = output_write(buf_str(out));
    buf_free(out);
    return written ? status : TROUBLE;
}

/* One for each mode. Each returns the exit status. */

static enum browse_color browse_colors(enum color color)
{
    static const enum browse_color colors[] = { [COLOR_AUTO] = BROWSE_COLOR_AUTO,
                                                [COLOR_ALWAYS] = BROWSE_COLOR_ALWAYS,
                                                [COLOR_NEVER] = BROWSE_COLOR_NEVER };
    return colors[color];
}

/* The user's settings on top of the built-in ones; what is wrong with them in
 * *DIAGS. */
static struct config settings(struct run *run, struct diags *diags)
{
    struct config config = config_new(&run->arena);
    struct str path = paths_config(&run->arena);
    const char *reason;
    if (!path.len || access(path.ptr, F_OK) != 0)
        return config;
    const struct file *file = file_read(&run->arena, path, &reason);
    struct file *unread = arena_new(&run->arena, struct file);
    *unread = (struct file){ .path = path, .text = STR("") };
    if (file)
        config_read(&config, file, diags);
    else
        diag_add(diags, DIAG_FILE_UNREADABLE, (struct loc){ unread, 0 }, "%s", reason);
    return config;
}

/* The first thing that is wrong with the settings; empty where nothing is. */
static struct str complaint_of(struct run *run, struct diags *diags)
{
    struct buf text = { 0 };
    diags_sort(diags);
    if (diags->list.len)
        diag_format(&text, &diags->list.at[0]);
    if (diags->list.len > 1)
        buf_printf(&text, " (annals --keys says what else)");
    struct str complaint = arena_str(&run->arena, buf_str(&text));
    buf_free(&text);
    return complaint;
}

static int run_keys(struct run *run)
{
    struct config config = settings(run, &run->diags);
    struct buf out = { 0 };
    write_diagnostics(run);
    config_keys(&config, &out);
    return finish(&out, run->diags.errors ? TROUBLE : OK);
}

static int run_browser(struct run *run)
{
    const struct options *options = &run->options;
    for (int fd = STDIN_FILENO; fd <= STDOUT_FILENO; fd++)
        if (!isatty(fd)) {
            output_complain("standard %s is no terminal; --dump prints the timeline",
                            fd == STDIN_FILENO ? "input" : "output");
            return USAGE;
        }
    setlocale(LC_ALL, "");
    struct diags wrong = diags_new(&run->arena);
    struct config config = settings(run, &wrong);
    struct browse_options browsing = { .load = load_options(run),
                                       .filter = options->filter,
                                       .order = options->order,
                                       .as_of = options->as_of,
                                       .open = options->open,
                                       .config = &config,
                                       .greeting = complaint_of(run, &wrong),
                                       .color = browse_colors(options->color),
                                       .ascii = options->ascii,
                                       .mouse = options->mouse,
                                       .history = paths_history(&run->arena) };
    int status = browse(&browsing, &run->diags);
    if (status == TROUBLE)
        write_diagnostics(run);
    return status;
}

static struct print_options print_options(const struct options *options)
{
    enum { WIDTH = 80, WIDTH_MIN = 20 };
    size_t width = options->width ? options->width : output_width();
    width = width ? width : WIDTH;
    bool color = options->color == COLOR_ALWAYS ||
                 (options->color == COLOR_AUTO && output_is_colorful());
    return (struct print_options){ .width = width > WIDTH_MIN ? width : WIDTH_MIN,
                                   .ascii = options->ascii,
                                   .color = color };
}

static int run_print(struct run *run)
{
    const struct options *options = &run->options;
    const struct dossier *dossier = load(run);
    if (!dossier)
        return TROUBLE;
    if (options->as_of.known)
        dossier = clock_as_of(&run->arena, dossier, options->as_of.day);
    struct selection selection =
        query_select(&run->arena, dossier, options->query, options->order);
    selection.filter = options->filter;
    selection.as_of = options->as_of;
    struct print_options printing = print_options(options);
    struct buf out = { 0 };
    options->printer->print(&out, &selection, &printing);
    return finish(&out, OK);
}

static int run_check(struct run *run)
{
    const struct dossier *dossier = load(run);
    if (!dossier)
        return TROUBLE;
    check_dossier(dossier, &run->diags);
    write_diagnostics(run);
    struct buf out = { 0 };
    check_summary_write(&out, dossier, &run->diags);
    return finish(&out, run->diags.errors ? TROUBLE : OK);
}

static int run_date(struct run *run)
{
    return explain_dates(run->options.date);
}

static int run_diff(struct run *run)
{
    const struct options *options = &run->options;
    struct load_options loading = load_options(run);
    struct print_options printing = print_options(options);
    struct diff_run files;
    diff_run_of(options->files, options->file_count, &files);
    return diff_records(&files, &loading, &printing);
}

static int run_attach(struct run *run)
{
    const struct options *options = &run->options;
    struct str texts = load_options(run).texts;
    if (!texts.len) {
        output_complain("there is no place for the text; name one with --texts");
        return USAGE;
    }
    const struct dossier *dossier = load(run);
    struct attachment attachment;
    if (!dossier)
        return TROUBLE;
    bool read = attach_text(dossier, texts, options->source, options->file, &run->diags,
                            &attachment);
    write_diagnostics(run);
    if (!read)
        return TROUBLE;
    struct buf report = { 0 }, out = { 0 };
    attach_report(&report, &attachment);
    buf_add(&out, text_clean_block(&run->arena,
                                   utf8_repair(&run->arena, buf_str(&report)), NULL));
    buf_free(&report);
    return finish(&out, attachment_holds(&attachment) ? OK : TROUBLE);
}

static int run_help(struct run *run)
{
    (void)run;
    struct buf out = { 0 };
    options_help(&out);
    return finish(&out, OK);
}

static int run_version(struct run *run)
{
    (void)run;
    struct buf out = { 0 };
    buf_printf(&out, "annals %s\n", ANNALS_VERSION);
    return finish(&out, OK);
}

static int (*const modes[MODE_COUNT])(struct run *run) = {
    [MODE_BROWSE] = run_browser, [MODE_PRINT] = run_print, [MODE_CHECK] = run_check,
    [MODE_DATE] = run_date,      [MODE_DIFF] = run_diff,   [MODE_ATTACH] = run_attach,
    [MODE_KEYS] = run_keys,      [MODE_HELP] = run_help,   [MODE_VERSION] = run_version,
};

/* A misspelt directory would be one without any text, and a check of it would pass.
 * Only --attach makes one. */
static bool texts_are_there(const struct options *options)
{
    const char *reason;
    if (!options->texts.len || options->mode == MODE_ATTACH ||
        paths_directory(options->texts, &reason))
        return true;
    output_complain("--texts: '%.*s': %s", STR_ARG(options->texts), reason);
    return false;
}

int main(int argc, char **argv)
{
    output_open_closed();
    struct run run = { .arena = { 0 } };
    struct str complaint;
    int status = USAGE;
    run.diags = diags_new(&run.arena);
    if (!options_parse(&run.arena, argc, argv, &run.options, &complaint))
        output_complain("%.*s; see annals --help", STR_ARG(complaint));
    else if (texts_are_there(&run.options))
        status = modes[run.options.mode](&run);
    arena_free(&run.arena);
    return status;
}
