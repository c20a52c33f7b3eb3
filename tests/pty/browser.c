#include "browser.h"

#include <stdlib.h>
#include <string.h>

const char *annals(void)
{
    const char *program = getenv("ANNALS");
    return program ? program : "annals";
}

struct pty *browse(struct browsing browsing)
{
    const char *argv[] = { annals(), "--texts=/", RECORD, browsing.option, NULL };
    return pty_start(&(struct pty_program){ .argv = argv,
                                            .env = browsing.env,
                                            .rows = browsing.rows,
                                            .cols = browsing.cols });
}

struct pty *browse_timeline(struct browsing browsing)
{
    struct pty *pty = browse(browsing);
    expect_text(pty, "[timeline] 1/3");
    return pty;
}

struct pty *browse_quotation(struct browsing browsing)
{
    struct pty *pty = browse_timeline(browsing);
    pty_type(pty, "j");
    expect_text(pty, "[timeline] 2/3");
    pty_type(pty, "\r");
    expect_text(pty, "[event]");
    pty_type(pty, "\r");
    expect_text(pty, "[reader]");
    return pty;
}

static bool is_highlighted(const struct pty_cell *cell)
{
    return cell->bold && cell->reverse;
}

static bool highlights(struct pty *pty, const void *text)
{
    return strcmp(pty_text_where(pty, is_highlighted), text) == 0;
}

bool wait_highlighted(struct pty *pty, const char *text)
{
    return pty_wait(pty, highlights, text);
}
