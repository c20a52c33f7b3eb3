/*
 * Runs a fuzz target on the files named, and on every beginning of each: where a
 * text breaks off is where readers go wrong.
 */
#include <string.h>

#include "base/buf.h"
#include "base/oom.h"
#include "fuzz.h"

static struct buf read_seed(const char *path)
{
    struct buf seed = { 0 };
    FILE *file = fopen(path, "rb");
    if (!file) {
        perror(path);
        exit(2);
    }
    char bytes[4096];
    for (size_t n; (n = fread(bytes, 1, sizeof bytes, file)) > 0;)
        buf_add(&seed, (struct str){ bytes, n });
    fclose(file);
    return seed;
}

/* From memory of its own size, so that a sanitizer sees a step beyond it. */
static void run(struct str beginning)
{
    uint8_t *bytes = oom_malloc(beginning.len + 1);
    uint8_t *data = bytes + 1; /* so that the end of the two is the same */
    if (beginning.len)
        memcpy(data, beginning.ptr, beginning.len);
    LLVMFuzzerTestOneInput(data, beginning.len);
    free(bytes);
}

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        struct buf seed = read_seed(argv[i]);
        for (size_t len = 0; len <= seed.len; len++)
            run(str_slice(buf_str(&seed), 0, len));
        buf_free(&seed);
    }
    return argc > 1 ? 0 : 2;
}
