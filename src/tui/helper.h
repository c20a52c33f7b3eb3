/*
 * helper: the user's own programs that the browser calls, as lists of words.
 *
 * Nothing of what the record holds is ever read as a command, an option or a word
 * of the shell: it is one word, behind those that the user chose.
 */
#ifndef ANNALS_TUI_HELPER_H
#define ANNALS_TUI_HELPER_H

#include "tui/spawn.h"

/* The first of the values that is neither NULL nor blank, or OTHERWISE. */
struct str helper_choose(const char *const *values, size_t count,
                         const char *otherwise);

/* The words of EDITOR, and "+LINE" and PATH behind. A path that would be taken for
 * an option begins with "./". False where EDITOR can't be split into words. */
bool helper_editor(struct arena *arena, word_list *words, struct str editor,
                   struct str path, size_t line);

/* The words of BROWSER with URL in place of %s, or behind where there is none. */
bool helper_browser(struct arena *arena, word_list *words, struct str browser,
                    struct str url);

/* Whether an address may be given to a browser: http or https, and nothing in it but
 * what an address may hold (RFC 3986: printable ASCII without space, quotes, angle
 * and curly brackets, bar, backslash, caret, grave) and letters beyond ASCII. */
bool helper_is_web(struct str url);

#endif
