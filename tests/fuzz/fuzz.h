/*
 * fuzz: what the fuzz targets share.
 *
 * A target is one function that is given bytes and ends the program where a law is
 * broken. It is linked with libFuzzer (-Dfuzz=true, clang), which looks for such
 * bytes, or with replay.c, which runs it on the seeds.
 */
#ifndef ANNALS_TESTS_FUZZ_H
#define ANNALS_TESTS_FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

/* The name is libFuzzer's; what comes back is 0. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Ends the program where LAW is not NULL. */
static inline void fuzz_expect(const char *law)
{
    if (!law)
        return;
    fprintf(stderr, "not so that %s\n", law);
    abort();
}

#endif
