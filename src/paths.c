#include "paths.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

/* NAME's value, empty where it is not set. */
static struct str environment(const char *name)
{
    return str_of(getenv(name));
}

static bool exists(struct str path)
{
    return access(path.ptr, F_OK) == 0;
}

/* The directory that this program was started from, or empty. */
static struct str program_directory(struct arena *arena)
{
    char path[PATH_MAX];
    ssize_t len = readlink("/proc/self/exe", path, sizeof(path));
    if (len <= 0 || (size_t)len == sizeof(path))
        return STR("");
    return arena_str(arena, file_directory((struct str){ path, (size_t)len }));
}

/* In the build tree the record is above it; an installed tree may have been moved
 * as a whole; and where neither is so, what was configured holds. */
static struct str bundled(struct arena *arena)
{
    struct str program = program_directory(arena);
    if (program.len && exists(file_join(arena, program, STR("meson-private"))))
        return file_join(arena, program, STR("../events.yaml"));
    struct str moved = file_join(arena, program, STR(ANNALS_DATA_FROM_PROGRAM));
    struct str beside = file_join(arena, moved, STR("events.yaml"));
    if (program.len && exists(beside))
        return beside;
    return file_join(arena, STR(ANNALS_DATA), STR("events.yaml"));
}

struct str paths_dossier(struct arena *arena)
{
    struct str named = environment("ANNALS_DOSSIER");
    if (exists(STR("events.yaml")))
        return STR("events.yaml");
    return named.len ? named : bundled(arena);
}

bool paths_directory(struct str path, const char **reason)
{
    struct stat info;
    int error = stat(path.ptr, &info) != 0 ? errno : 0;
    if (!error && !S_ISDIR(info.st_mode))
        error = ENOTDIR;
    *reason = strerror(error);
    return !error;
}

/* REST in the directory that VARIABLE names, else in FALLBACK of the home directory;
 * empty where neither is set. XDG Base Directory Specification: a relative path in
 * such a variable is to be ignored. */
static struct str below(struct arena *arena, const char *variable, const char *fallback,
                        const char *rest)
{
    struct str named = environment(variable), home = environment("HOME");
    if (named.len && named.ptr[0] == '/')
        return file_join(arena, named, str_of(rest));
    if (home.len)
        return file_join(arena, file_join(arena, home, str_of(fallback)), str_of(rest));
    return STR("");
}

struct str paths_texts(struct arena *arena)
{
    struct str texts = environment("ANNALS_TEXTS");
    return texts.len ? texts
                     : below(arena, "XDG_DATA_HOME", ".local/share", "annals/texts");
}

struct str paths_history(struct arena *arena)
{
    return below(arena, "XDG_STATE_HOME", ".local/state", "annals/history");
}

struct str paths_config(struct arena *arena)
{
    return below(arena, "XDG_CONFIG_HOME", ".config", "annals/config");
}
