#include "tui/watch.h"

#include <limits.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

/* A directory and what counts in it. */
struct watch_directory {
    struct str path;
    int handle;
    bool whole;     /* every file, not only those named */
    str_list names; /* of files */
};

static int64_t now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

static void note_change(struct watch *watch)
{
    watch->last_at = now();
    if (!watch->changed)
        watch->first_at = watch->last_at;
    watch->changed = true;
}

int watch_patience(const struct watch *watch)
{
    if (!watch->changed)
        return -1;
    int64_t due = watch->last_at + WATCH_SETTLE,
            latest = watch->first_at + WATCH_LONGEST, left;
    left = (due < latest ? due : latest) - now();
    return left > 0 ? (int)left : 0;
}

bool watch_due(struct watch *watch)
{
    bool due = watch_patience(watch) == 0;
    watch->changed = watch->changed && !due;
    return due;
}

#ifdef __linux__

#include <sys/inotify.h>

/* A file that is written is told of when it is closed: in between it is half a file.
 * One that is created may be a link, which nobody closes. */
enum {
    EVENTS = IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_CREATE |
             IN_DELETE_SELF | IN_MOVE_SELF,
    OF_DIRECTORY = IN_DELETE_SELF | IN_MOVE_SELF | IN_Q_OVERFLOW,
};

struct watch watch_new(void)
{
    return (struct watch){ .fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC) };
}

void watch_free(struct watch *watch)
{
    if (watch->fd >= 0)
        close(watch->fd);
    arena_free(&watch->arena);
    watch->fd = -1;
}

/* The entry of a directory, watched from now on; NULL where it can't be. One
 * directory has one handle, whatever it is called. */
static struct watch_directory *directory_of(struct watch *watch, struct str path)
{
    path = arena_str(&watch->arena, path.len ? path : STR("."));
    int handle = inotify_add_watch(watch->fd, path.ptr, EVENTS | IN_ONLYDIR);
    if (handle < 0)
        return NULL;
    for (size_t i = 0; i < watch->directories.len; i++)
        if (watch->directories.at[i].handle == handle)
            return &watch->directories.at[i];
    struct watch_directory new = { .path = path, .handle = handle };
    vec_push(&watch->arena, &watch->directories, new);
    return &watch->directories.at[watch->directories.len - 1];
}

static struct str name_in(struct str path)
{
    struct str directory = file_directory(path);
    size_t start = directory.len;
    while (start < path.len && path.ptr[start] == '/')
        start++;
    return str_from(path, start);
}

static void add_name(struct watch *watch, struct str path)
{
    struct watch_directory *directory = directory_of(watch, file_directory(path));
    if (directory)
        vec_push(&watch->arena, &directory->names,
                 arena_str(&watch->arena, name_in(path)));
}

static void add_path(struct watch *watch, struct str path)
{
    char real[PATH_MAX];
    path = arena_str(&watch->arena, path);
    add_name(watch, path);
    if (realpath(path.ptr, real) && !str_equal(str_of(real), path))
        add_name(watch, str_of(real));
    struct watch_directory *directory = directory_of(watch, path);
    if (directory)
        directory->whole = true;
}

static bool is_watched(const struct watch *watch, int handle)
{
    for (size_t i = 0; i < watch->directories.len; i++)
        if (watch->directories.at[i].handle == handle)
            return true;
    return false;
}

void watch_paths(struct watch *watch, const str_list *paths)
{
    struct watch before = *watch;
    if (watch->fd < 0)
        return;
    watch->arena = (struct arena){ 0 };
    watch->directories.at = NULL;
    watch->directories.len = watch->directories.cap = 0;
    for (size_t i = 0; i < paths->len; i++)
        add_path(watch, paths->at[i]);
    for (size_t i = 0; i < before.directories.len; i++)
        if (!is_watched(watch, before.directories.at[i].handle))
            inotify_rm_watch(watch->fd, before.directories.at[i].handle);
    arena_free(&before.arena);
}

static bool is_an_editors(struct str name)
{
    return str_starts(name, STR(".")) || str_starts(name, STR("#")) ||
           str_ends(name, STR("~"));
}

static bool counts(const struct watch_directory *directory, struct str name)
{
    if (directory->whole && !is_an_editors(name))
        return true;
    for (size_t i = 0; i < directory->names.len; i++)
        if (str_equal(directory->names.at[i], name))
            return true;
    return false;
}

static bool concerns(const struct watch *watch, const struct inotify_event *event)
{
    if (event->mask & OF_DIRECTORY)
        return true;
    for (size_t i = 0; i < watch->directories.len; i++)
        if (watch->directories.at[i].handle == event->wd && event->len > 0)
            return counts(&watch->directories.at[i], str_of(event->name));
    return false; /* of one that is watched no more */
}

void watch_take(struct watch *watch)
{
    _Alignas(struct inotify_event) char bytes[16 * 1024];
    ssize_t len;
    while ((len = read(watch->fd, bytes, sizeof(bytes))) > 0)
        for (ssize_t at = 0; at < len;) {
            const struct inotify_event *event = (const void *)(bytes + at);
            if (concerns(watch, event))
                note_change(watch);
            at += (ssize_t)(sizeof(*event) + event->len);
        }
}

#else

struct watch watch_new(void)
{
    return (struct watch){ .fd = -1 };
}

void watch_free(struct watch *watch)
{
    (void)watch;
}

void watch_paths(struct watch *watch, const str_list *paths)
{
    (void)watch;
    (void)paths;
}

void watch_take(struct watch *watch)
{
    note_change(watch);
}

#endif
