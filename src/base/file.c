#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static struct position end_of(struct str text)
{
    struct position at = { 0, 0 };
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        bool pair = c == '\r' && i + 1 < text.len && text.ptr[i + 1] == '\n';
        if (c == '\n' || (c == '\r' && !pair))
            at = (struct position){ at.line + 1, 0 };
        else if ((c & 0xC0) != 0x80)
            at.column++;
    }
    return at;
}

/* A file with much to say about has its places asked for often, so the lines
 * above are counted with memchr where line feeds alone end them. */
struct position loc_position(struct loc loc)
{
    struct str text = str_slice(loc.file->text, 0, loc.offset);
    size_t lines = 0;
    const char *feed;
    if (text.len == 0 || memchr(text.ptr, '\r', text.len))
        return end_of(text);
    while (text.len && (feed = memchr(text.ptr, '\n', text.len))) {
        text = str_from(text, (size_t)(feed - text.ptr) + 1);
        lines++;
    }
    return (struct position){ lines, end_of(text).column };
}

struct position loc_position_after(struct loc loc, size_t offset, struct position at)
{
    struct str between = str_slice(loc.file->text, offset, loc.offset);
    bool within_pair = offset > 0 && offset <= loc.file->text.len &&
                       loc.file->text.ptr[offset - 1] == '\r';
    if (within_pair)
        return loc_position(loc);
    struct position end = end_of(between);
    size_t column = end.line ? end.column : at.column + end.column;
    return (struct position){ at.line + end.line, column };
}

/* Reads to the end or to one byte past the most that is allowed. */
static bool read_all(int fd, char *into, size_t size, size_t *len)
{
    *len = 0;
    while (*len < size) {
        ssize_t got = read(fd, into + *len, size - *len);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return false;
        if (got == 0)
            return true;
        *len += (size_t)got;
    }
    return true;
}

static const struct file *read_open(struct arena *arena, int fd, struct str path,
                                    const char **reason)
{
    struct stat info;
    if (fstat(fd, &info) != 0) {
        *reason = strerror(errno);
        return NULL;
    }
    if (!S_ISREG(info.st_mode)) {
        *reason = S_ISDIR(info.st_mode) ? "Is a directory" : "Not a regular file";
        return NULL;
    }
    if (info.st_size > FILE_SIZE_MAX) {
        *reason = "Larger than 64 MiB";
        return NULL;
    }
    /* One byte more than its size tells a file that grows while it is read. */
    size_t size = (size_t)info.st_size + 1, len;
    char *text = arena_alloc(arena, size + 1);
    if (!read_all(fd, text, size, &len)) {
        *reason = strerror(errno);
        return NULL;
    }
    if (len == size) {
        *reason = "Changed while it was read";
        return NULL;
    }
    text[len] = '\0';
    struct file *file = arena_new(arena, struct file);
    *file = (struct file){ path, { text, len } };
    return file;
}

const struct file *file_read(struct arena *arena, struct str path, const char **reason)
{
    path = arena_str(arena, path);
    int fd = open(path.ptr, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (fd < 0) {
        *reason = strerror(errno);
        return NULL;
    }
    const struct file *file = read_open(arena, fd, path, reason);
    close(fd);
    return file;
}

static bool write_all(int fd, struct str text)
{
    while (text.len) {
        ssize_t put = write(fd, text.ptr, text.len);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return false;
        text = str_from(text, (size_t)put);
    }
    return fsync(fd) == 0;
}

static bool write_as(struct str path, struct str text, mode_t mode, const char **reason)
{
    struct arena arena = { 0 };
    struct str final = arena_str(&arena, path);
    struct str fresh = arena_printf(&arena, "%.*s.XXXXXX", STR_ARG(path));
    /* The arena's own copy, so it may be written to. */
    char *name = (char *)fresh.ptr;
    int fd = mkstemp(name);
    bool done = fd >= 0 && fchmod(fd, mode) == 0 && write_all(fd, text);
    int error = errno;
    if (fd >= 0 && close(fd) != 0 && done) {
        done = false;
        error = errno;
    }
    if (done && rename(name, final.ptr) != 0) {
        done = false;
        error = errno;
    }
    if (!done) {
        *reason = strerror(error);
        if (fd >= 0)
            unlink(name);
    }
    arena_free(&arena);
    return done;
}

bool file_write(struct str path, struct str text, const char **reason)
{
    return write_as(path, text, 0644, reason);
}

static void make_directories(struct str path)
{
    struct arena arena = { 0 };
    char *name = (char *)arena_str(&arena, path).ptr; /* our own copy */
    for (size_t i = 1; i < path.len; i++)
        if (name[i] == '/') {
            name[i] = '\0';
            mkdir(name, 0700); /* where it can't be made the writing says so */
            name[i] = '/';
        }
    arena_free(&arena);
}

bool file_write_private(struct str path, struct str text, const char **reason)
{
    make_directories(path);
    return write_as(path, text, 0600, reason);
}

struct str file_join(struct arena *arena, struct str directory, struct str name)
{
    if (directory.len == 0 || str_starts(name, STR("/")))
        return arena_str(arena, name);
    const char *between = str_ends(directory, STR("/")) ? "" : "/";
    return arena_printf(arena, "%.*s%s%.*s", STR_ARG(directory), between,
                        STR_ARG(name));
}

struct str file_directory(struct str path)
{
    size_t len = path.len;
    while (len && path.ptr[len - 1] != '/')
        len--;
    if (len > 1)
        len--;
    return str_slice(path, 0, len);
}
