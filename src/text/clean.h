/*
 * clean: what may be printed.
 *
 * The one place that decides it, for the browser, the dump, the messages and
 * everything else that reaches a terminal. What could move the cursor, change
 * the terminal, turn the direction of writing or hide is shown by a mark in
 * ASCII, which stands in the text like any other word: controls as "^[", the
 * rest as "<U+202E>". A cleaned text cleans to itself.
 *
 *   C0, DEL, C1              ^X, ^?, <U+009B>
 *   bidi overrides, isolates, marks; line and paragraph separators; tags;
 *   unassigned, private and noncharacters; lone variation selectors; what has
 *   no width and joins nothing    <U+202E>
 *   zero-width joiners and non-joiners, variation selectors and combining
 *   marks inside a cluster, soft hyphens    kept or left out, so that each
 *   cluster keeps its width
 */
#ifndef ANNALS_TEXT_CLEAN_H
#define ANNALS_TEXT_CLEAN_H

#include "base/arena.h"

/* TEXT for one line: line ends and tabs become a space each. TEXT itself where
 * nothing had to change. *MARKS, unless NULL, gets the number of marks set. */
struct str text_clean_line(struct arena *arena, struct str text, size_t *marks);

/* TEXT of several lines: line feeds stay, CRLF and CR become line feeds, a tab
 * becomes a space. */
struct str text_clean_block(struct arena *arena, struct str text, size_t *marks);

/* TEXT, already clean, in ASCII: letters without their marks, straight quotes,
 * hyphens for dashes, "..." for an ellipsis, "?" for what has no likeness, one
 * for each cell. */
struct str text_ascii(struct arena *arena, struct str text);

#endif
