/*
 * clean: what may be printed.
 *
 * The one place that decides it, for the browser, the dump, the messages and
 * everything else that reaches a terminal. What could move the cursor, change
 * the terminal, turn the direction of writing or hide is shown by a mark in
 * ASCII, which stands in the text like any other word. A cleaned text cleans to
 * itself, and each of its clusters (text/cells.h) takes one cell or two on every
 * terminal.
 *
 *   C0, DEL                       ^X, ^?
 *   C1; bidi controls; separators of lines and paragraphs; tags; zero-width
 *   space and other invisible formats; blank Hangul fillers; private,
 *   unassigned and noncharacters  <U+202E>
 *   what the C library has no width for: the same
 *   soft hyphen                   left out
 *   a variation selector (or another invisible mark) behind a letter
 *                                 left out; a second or lone one <U+FE0F>
 *   zero-width joiner, non-joiner kept once behind a letter without case (Arabic,
 *                                 Indic); left out behind any other, so that joined
 *                                 emoji stand side by side; a second or lone one
 *                                 <U+200D>
 *   skin tone behind an emoji     left out
 *   flags                         their letters: <US>
 *   combining marks               four on a letter kept, the rest left out; at
 *                                 the start of a line or behind a space they stand
 *                                 on a dotted circle, U+25CC
 *   a Hangul vowel or final that follows nothing it can join  <U+1161>
 *   ill-formed UTF-8              U+FFFD for each byte
 *
 * Spaces of other widths, the no-break space among them, stay.
 */
#ifndef ANNALS_TEXT_CLEAN_H
#define ANNALS_TEXT_CLEAN_H

#include "base/arena.h"

/* TEXT for one line: line ends and tabs become a space each. TEXT itself where
 * nothing had to change. *MARKS, unless NULL, gets the number of ^X and <U+…>. */
struct str text_clean_line(struct arena *arena, struct str text, size_t *marks);

/* TEXT of several lines: line feeds stay, CRLF and CR become line feeds, a tab
 * becomes a space. */
struct str text_clean_block(struct arena *arena, struct str text, size_t *marks);

/* TEXT, already clean, in ASCII: letters without their marks, straight quotes,
 * hyphens for dashes, "..." for an ellipsis, Cyrillic by its sound, "?" for what
 * has no likeness, one for each cell. Line feeds stay. */
struct str text_ascii(struct arena *arena, struct str text);

#endif
