#include "diff.h"

#include <stdlib.h>

#include "dossier/compare.h"
#include "output.h"
#include "print/diagnostics.h"
#include "print/diff.h"
#include "text/clean.h"
#include "text/utf8.h"

enum { SAME, DIFFERENT, TROUBLE };

/* git gives the renamed file's path and what is to be said of it behind the rest. */
enum { BY_HAND = 2, UNMERGED = 1, BY_GIT = 7, RENAMED_BY_GIT = 9 };

bool diff_run_of(char **files, size_t count, struct diff_run *run)
{
    bool two = count == BY_GIT || count == RENAMED_BY_GIT;
    *run = (struct diff_run){ .name = STR("") };
    if (count == BY_HAND) {
        run->old = str_of(files[0]);
        run->new = str_of(files[1]);
        return true;
    }
    if (!two && !(count == UNMERGED && getenv("GIT_DIFF_PATH_TOTAL")))
        return false;
    run->name = str_of(files[count == RENAMED_BY_GIT ? BY_GIT : 0]);
    run->old = two ? str_of(files[1]) : STR("");
    run->new = two ? str_of(files[4]) : STR("");
    return true;
}

/* A run under way. */
struct diffing {
    struct arena arena;
    struct diags diags;
    const struct diff_run *run;
    const struct load_options *loading;
    bool by_git;
};

static const struct dossier *load(struct diffing *diffing, struct str path)
{
    struct load_options options = *diffing->loading;
    if (str_equal(path, STR("/dev/null")))
        return arena_new(&diffing->arena, struct dossier);
    options.paths = &path;
    options.path_count = 1;
    options.no_sources = options.no_sources || diffing->by_git;
    return dossier_load(&options, &diffing->diags);
}

static void complain(struct diffing *diffing)
{
    struct buf out = { 0 };
    diags_sort(&diffing->diags);
    diagnostics_write(&out, &diffing->diags);
    output_error(buf_str(&out));
    buf_free(&out);
}

/* From the command line, for a terminal. */
static struct str shown(struct diffing *diffing, struct str name)
{
    return text_clean_line(&diffing->arena, utf8_repair(&diffing->arena, name), NULL);
}

static struct str heading(struct diffing *diffing, const struct print_options *printing)
{
    struct arena *arena = &diffing->arena;
    if (diffing->by_git)
        return arena_printf(arena, "%.*s%s",
                            STR_ARG(shown(diffing, diffing->run->name)),
                            ", without its sources");
    struct str old = shown(diffing, diffing->run->old);
    struct str new = shown(diffing, diffing->run->new);
    return arena_printf(arena, "%.*s %s %.*s", STR_ARG(old),
                        printing->ascii ? "->" : "→", STR_ARG(new));
}

/* Appends what changed to OUT and returns the status. */
static int compare(struct diffing *diffing, const struct print_options *printing,
                   struct buf *out)
{
    const struct dossier *old = load(diffing, diffing->run->old);
    const struct dossier *new = load(diffing, diffing->run->new);
    if (!old || !new) {
        complain(diffing);
        return TROUBLE;
    }
    change_list changes = compare_dossiers(&diffing->arena, old, new);
    diff_print(out, &changes, heading(diffing, printing), printing);
    return changes.len ? DIFFERENT : SAME;
}

/* Something is said of each file that git asks about. */
static void answer_git(struct diffing *diffing, const struct print_options *printing,
                       struct buf *out)
{
    static const char *const said[] = {
        [SAME] = "nothing changed but how it is written",
        [TROUBLE] = "cannot be compared: not a sound record on both sides",
    };
    bool merged = diffing->run->old.len > 0;
    int status = merged ? compare(diffing, printing, out) : TROUBLE;
    if (status == DIFFERENT)
        buf_add_char(out, '\n');
    else
        buf_printf(out, "%.*s: %s\n", STR_ARG(shown(diffing, diffing->run->name)),
                   merged ? said[status] : "not merged");
}

int diff_records(const struct diff_run *run, const struct load_options *loading,
                 const struct print_options *printing)
{
    struct diffing diffing = { .run = run,
                               .loading = loading,
                               .by_git = run->name.len > 0 };
    struct buf out = { 0 };
    int status = SAME;
    diffing.diags = diags_new(&diffing.arena);
    if (diffing.by_git)
        answer_git(&diffing, printing, &out);
    else
        status = compare(&diffing, printing, &out);
    if (!output_write(buf_str(&out)))
        status = TROUBLE;
    buf_free(&out);
    arena_free(&diffing.arena);
    return status;
}
