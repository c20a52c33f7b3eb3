/* Any bytes at all, as the text of a file may be. */
#include "fuzz.h"

#include "text_laws.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_expect(text_broken_law((struct str){ (const char *)data, size }));
    return 0;
}
