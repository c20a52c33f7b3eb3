/*
 * Stands in for the browser until src/tui has one.
 */
#include "output.h"
#include "tui/browse.h"

int browse(const struct browse_options *options, struct diags *diags)
{
    (void)options, (void)diags;
    output_complain("the browser is not built yet; --dump prints the timeline");
    return 2;
}
