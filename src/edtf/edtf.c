/*
 * What the library's users see of a parsed expression. A text that is none gets a
 * suggestion here, above both the parser and what tries repairs with it.
 */
#include "edtf/edtf.h"

#include "edtf/parse.h"
#include "edtf/suggest.h"

bool edtf_parse(struct str text, struct edtf *date, struct edtf_error *error)
{
    if (edtf_parse_plainly(text, date, error))
        return true;
    edtf_suggest(text, error->suggestion, sizeof(error->suggestion));
    return false;
}

int edtf_level(const struct edtf *date)
{
    return date->level;
}

struct edtf_bounds edtf_bounds(const struct edtf *date)
{
    return date->bounds;
}

enum edtf_shape edtf_shape(const struct edtf *date)
{
    return date->shape;
}

bool edtf_is_uncertain(const struct edtf *date)
{
    return date->uncertain;
}

bool edtf_is_approximate(const struct edtf *date)
{
    return date->approximate;
}
