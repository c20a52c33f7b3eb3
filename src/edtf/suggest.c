#include "edtf/suggest.h"

void edtf_suggest(struct str text, char *out, size_t size)
{
    (void)text;
    if (size)
        out[0] = '\0';
}
