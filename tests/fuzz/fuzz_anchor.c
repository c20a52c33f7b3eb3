/* A quotation, a prefix, a suffix and a text, each but the last ended by a line
 * feed; as in the program, all of it is made UTF-8 first. */
#include "fuzz.h"

#include "anchor_laws.h"
#include "text/utf8.h"

/* Repeats are counted in cubic time. */
enum { LONGEST = 400 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena = { 0 };
    struct str rest = { (const char *)data, size < LONGEST ? size : LONGEST };
    rest = utf8_repair(&arena, rest);
    struct str quote = { 0 }, prefix = { 0 }, suffix = { 0 };
    str_split(&rest, '\n', &quote);
    str_split(&rest, '\n', &prefix);
    str_split(&rest, '\n', &suffix);
    fuzz_expect(anchor_broken_law(rest, quote, prefix, suffix, NULL));
    arena_free(&arena);
    return 0;
}
