/*
 * The directory that an event file names, and the sources in it. Nothing outside
 * the dossier is read: neither the directory nor a file in it may lead out of it,
 * by its name or by a symbolic link.
 */
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "dossier/loading.h"
#include "dossier/texts.h"

/* The path without links, or the empty str with errno set. */
static struct str real_path(struct arena *arena, struct str path)
{
    char *real = realpath(arena_str(arena, path).ptr, NULL);
    if (!real)
        return STR("");
    struct str copy = arena_str(arena, str_of(real));
    free(real);
    return copy;
}

static bool is_beneath(struct str path, struct str directory)
{
    if (str_equal(directory, STR("/")) || str_equal(path, directory))
        return true;
    return str_starts(path, directory) && path.ptr[directory.len] == '/';
}

static bool climbs(struct str path)
{
    struct str part;
    while (str_split(&path, '/', &part))
        if (str_equal(part, STR("..")))
            return true;
    return false;
}

static bool path_allowed(struct loading *loading, const struct text_at *sources)
{
    const char *reason = NULL;
    if (str_starts(sources->text, STR("/")))
        reason = "sources: a directory beside this file, not an absolute path";
    else if (climbs(sources->text))
        reason = "sources: a directory beside this file; .. leads out of the dossier";
    if (reason)
        diag_add(loading->diags, DIAG_PATH_REFUSED, sources->loc, "%s", reason);
    return !reason;
}

/* A directory of sources, as it is named and as it is. */
struct directory {
    struct str path, real;
    struct str home; /* of the dossier, really: everything is beneath it */
};

static bool find_directory(struct loading *loading, const struct text_at *sources,
                           struct directory *directory)
{
    struct arena *arena = loading->diags->arena;
    struct str home = file_directory(sources->loc.file->path);
    directory->path = file_join(arena, home, sources->text);
    directory->home = real_path(arena, home.len ? home : STR("."));
    directory->real = real_path(arena, directory->path);
    if (directory->real.len == 0)
        diag_add(loading->diags, DIAG_FILE_UNREADABLE, sources->loc, "%.*s: %s",
                 STR_ARG(directory->path), strerror(errno));
    else if (is_beneath(directory->real, directory->home))
        return true;
    else
        diag_add(loading->diags, DIAG_PATH_REFUSED, sources->loc,
                 "sources: a link leads out of the dossier, to %.*s",
                 STR_ARG(directory->real));
    return false;
}

static bool was_read(struct loading *loading, struct str directory)
{
    for (size_t i = 0; i < loading->directories.len; i++)
        if (str_equal(loading->directories.at[i], directory))
            return true;
    vec_push(loading->diags->arena, &loading->directories, directory);
    return false;
}

static int by_name(const void *left, const void *right)
{
    const struct str *a = left, *b = right;
    return str_compare(*a, *b);
}

/* The names in PATH that end in .md, sorted; hidden files are left out, as in a
 * shell's *.md. */
static str_list list_names(struct loading *loading, struct str path, struct loc loc)
{
    struct arena *arena = loading->diags->arena;
    str_list names = { NULL, 0, 0 };
    DIR *directory = opendir(path.ptr);
    if (!directory) {
        diag_add(loading->diags, DIAG_FILE_UNREADABLE, loc, "%.*s: %s", STR_ARG(path),
                 strerror(errno));
        return names;
    }
    for (struct dirent *entry; (entry = readdir(directory));) {
        struct str name = str_of(entry->d_name);
        if (!str_ends(name, STR(".md")) || str_starts(name, STR(".")))
            continue;
        struct str copy = arena_str(arena, name);
        vec_push(arena, &names, copy);
    }
    closedir(directory);
    if (names.len)
        qsort(names.at, names.len, sizeof(*names.at), by_name);
    return names;
}

/* The file under the name that the user knows, read from its real path. */
static const struct file *read_within(struct loading *loading, struct str path,
                                      struct str home)
{
    struct arena *arena = loading->diags->arena;
    struct file *shown = arena_new(arena, struct file);
    *shown = (struct file){ .path = path, .text = STR("") };
    struct loc loc = { shown, 0 };
    const char *reason = NULL;
    struct str real = real_path(arena, path);
    if (real.len && !is_beneath(real, home)) {
        diag_add(loading->diags, DIAG_PATH_REFUSED, loc,
                 "a link leads out of the dossier, to %.*s", STR_ARG(real));
        return NULL;
    }
    const struct file *file = NULL;
    if (real.len)
        file = file_read(arena, real, &reason);
    else
        reason = strerror(errno);
    if (!file) {
        diag_add(loading->diags, DIAG_FILE_UNREADABLE, loc, "%s", reason);
        return NULL;
    }
    shown->text = file->text;
    return shown;
}

/* A source that can't be read still has its id: what refers to it is not wrong. */
static void read_source(struct loading *loading, const struct directory *directory,
                        struct str name)
{
    struct arena *arena = loading->diags->arena;
    struct str path = file_join(arena, directory->path, name);
    struct str id = str_slice(name, 0, name.len - strlen(".md"));
    vec_push(arena, &loading->dossier->watched, path);
    struct raw_source *source = arena_new(arena, struct raw_source);
    const struct file *file = read_within(loading, path, directory->home);
    source->loc = (struct loc){ file ? file : texts_unread(arena, path), 0 };
    source->id = id;
    vec_push(arena, &loading->sources, source);
    if (check_id(loading, id, source->loc) && file)
        source_file_read(loading, file, source);
}

void sources_read(struct loading *loading, const struct raw_record *record)
{
    const struct text_at *sources = &record->sources;
    struct directory directory;
    if (sources->text.len == 0 || !path_allowed(loading, sources) ||
        !find_directory(loading, sources, &directory) ||
        was_read(loading, directory.real))
        return;
    vec_push(loading->diags->arena, &loading->dossier->watched, directory.path);
    str_list names = list_names(loading, directory.path, sources->loc);
    for (size_t i = 0; i < names.len; i++)
        read_source(loading, &directory, names.at[i]);
}
