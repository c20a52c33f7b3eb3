/*
 * browser: annals on a terminal, browsing the small record beside the tests.
 */
#ifndef ANNALS_TESTS_BROWSER_H
#define ANNALS_TESTS_BROWSER_H

#include "expect.h"

/* The program, as meson has it in ANNALS. */
const char *annals(void);

/* What may differ from a browser of 24 rows and 80 columns. */
struct browsing {
    int rows, cols;
    const char *option; /* one, or NULL */
    const char *env[4]; /* "NAME=VALUE" or "NAME", as in pty.h */
};

struct pty *browse(struct browsing browsing);
/* The same, once the timeline is up. */
struct pty *browse_timeline(struct browsing browsing);
/* The same, down to the words "the glass … in the evening" in the reader. */
struct pty *browse_quotation(struct browsing browsing);

#define QUOTATION "the glass of the lamp gave way to the wind at ten in the evening"

/* The cells of the quotation in focus are bold and reversed, others are not. */
bool wait_highlighted(struct pty *pty, const char *text);
#define expect_highlighted(pty, text) EXPECT((pty), wait_highlighted((pty), (text)))

#endif
