/*
 * html: the readable text of a saved page.
 *
 * Blocks become lines, with an empty line between paragraphs, headings, lists and
 * tables; white space is as a browser shows it, and entities are the characters that
 * they stand for. Left out is what is not the text of the page: head, scripts,
 * styles, templates, navigation, asides, footers, forms' controls, embedded things,
 * and what is marked as hidden.
 */
#ifndef ANNALS_TEXT_HTML_H
#define ANNALS_TEXT_HTML_H

#include "base/arena.h"

/*
 * BYTES, in UTF-8 (what is none is U+FFFD), read as browsers read a page, however
 * broken: *TEXT, in ARENA, is its text, without white space at its ends. False,
 * with *TEXT as it was, where the program was built without a reader of HTML.
 */
bool html_text(struct arena *arena, struct str bytes, struct str *text);

#endif
