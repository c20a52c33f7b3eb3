/*
 * utf8: bytes and code points.
 *
 * Two of the three units that annals keeps apart; the third, the cell, is in
 * text/cells.h. Texts inside the program are valid UTF-8: files are repaired or
 * refused where they are read.
 */
#ifndef ANNALS_TEXT_UTF8_H
#define ANNALS_TEXT_UTF8_H

#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"

/* Whether TEXT is UTF-8 (no overlong forms, surrogates or values beyond
 * U+10FFFF); *BAD, unless NULL, gets the byte offset of the first bad byte. */
bool utf8_valid(struct str text, size_t *bad);

/* Whether TEXT looks like UTF-16: by its mark, or by one zero byte in the first
 * two. */
bool utf8_is_utf16(struct str text);

/* TEXT with each ill-formed part replaced by U+FFFD, as the WHATWG Encoding
 * Standard replaces maximal subparts, and without a byte order mark at its
 * start. TEXT itself where nothing had to change. */
struct str utf8_repair(struct arena *arena, struct str text);

/* The code point at *OFFSET, which must be below the length, and *OFFSET moved
 * behind it. U+FFFD and one byte where the text is ill-formed. */
uint32_t utf8_next(struct str text, size_t *offset);

/* The code point before *OFFSET, which must be above 0 and not inside one, and
 * *OFFSET moved to where it begins. U+FFFD and one byte where the text is
 * ill-formed. */
uint32_t utf8_previous(struct str text, size_t *offset);

/* Appends CODE_POINT; U+FFFD for a surrogate or what lies beyond U+10FFFF. */
void utf8_add(struct buf *out, uint32_t code_point);

/* Code points in TEXT; code points before byte OFFSET; and the byte offset of
 * code point INDEX, or the length where there are not so many. */
size_t utf8_count(struct str text);
size_t utf8_index(struct str text, size_t offset);
size_t utf8_offset(struct str text, size_t index);

/* Unicode's White_Space: the ASCII ones, no-break and wide spaces, line ends. */
bool utf8_is_space(uint32_t code_point);
/* Those that a line may be broken at: all but the no-break ones. */
bool utf8_is_breaking_space(uint32_t code_point);

#endif
