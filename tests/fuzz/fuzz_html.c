/* A page of any bytes: whatever it is, its text is one that could be kept. */
#include "fuzz.h"

#include "text/html.h"
#include "text/utf8.h"

static const char *broken_law(struct str text)
{
    if (!utf8_valid(text, NULL))
        return "the text of a page is UTF-8";
    if (str_trim(text).len != text.len)
        return "the text of a page has no white space at its ends";
    return NULL;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena = { 0 };
    struct str text;
    if (html_text(&arena, (struct str){ (const char *)data, size }, &text))
        fuzz_expect(broken_law(text));
    arena_free(&arena);
    return 0;
}
