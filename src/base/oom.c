#include "base/oom.h"

#include <stdio.h>
#include <stdlib.h>

static void (*before_end)(void);

void oom_set_hook(void (*hook)(void))
{
    before_end = hook;
}

_Noreturn void oom_die(void)
{
    void (*hook)(void) = before_end;
    before_end = NULL;
    if (hook)
        hook();
    fputs("annals: out of memory\n", stderr);
    exit(1);
}

void *oom_malloc(size_t size)
{
    void *memory = malloc(size);
    if (!memory)
        oom_die();
    return memory;
}

void *oom_realloc(void *old, size_t size)
{
    void *memory = realloc(old, size);
    if (!memory)
        oom_die();
    return memory;
}
