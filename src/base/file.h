/*
 * file: whole files in memory, and places in them.
 *
 * A place (struct loc) is a file and a byte offset, 0-based everywhere; the 1 is
 * added only where a place is printed. Files are read, never mapped: one that
 * shrinks while it is read is short, not a SIGBUS.
 */
#ifndef ANNALS_BASE_FILE_H
#define ANNALS_BASE_FILE_H

#include "base/arena.h"

struct file {
    struct str path; /* as the user gave it, or joined to what they gave */
    struct str text; /* its bytes, unchanged; a zero byte follows the last */
};

/* Where a thing stands in the files. A null file is no place at all. */
struct loc {
    const struct file *file;
    size_t offset; /* bytes from the start of file->text */
};

/* Lines and columns count from 0, columns in code points. A line ends after a
 * line feed, a carriage return, or both together. */
struct position {
    size_t line, column;
};
struct position loc_position(struct loc loc);
/* The same, where the position AT of the byte OFFSET, no later in the file than
 * LOC, is known. */
struct position loc_position_after(struct loc loc, size_t offset, struct position at);

enum { FILE_SIZE_MAX = 64 * 1024 * 1024 };

/*
 * Reads PATH whole into the arena. Returns NULL with the reason in *REASON, a
 * phrase such as "No such file or directory" that lives as long as the program,
 * where it can't be read, is no regular file (a FIFO or a terminal is not waited
 * for), or has more than FILE_SIZE_MAX bytes.
 */
const struct file *file_read(struct arena *arena, struct str path, const char **reason);

/*
 * Writes TEXT to PATH whole or not at all: to a new file beside it, renamed over
 * it. Returns false, with the old file as it was and *REASON as above, on error.
 */
bool file_write(struct str path, struct str text, const char **reason);
/* The same for its owner's eyes alone (mode 0600), with the directories that are
 * missing on the way made (0700). */
bool file_write_private(struct str path, struct str text, const char **reason);

/* DIRECTORY/NAME, or NAME alone where DIRECTORY is empty or NAME absolute. */
struct str file_join(struct arena *arena, struct str directory, struct str name);
/* The directory part of PATH, empty where it has none: "a/b" gives "a". */
struct str file_directory(struct str path);

#endif
