/*
 * oom: what happens when memory runs out.
 *
 * The program ends: it has nothing unsaved, and no caller checks for NULL. One
 * line goes to standard error, after the hook, by which the browser gives the
 * terminal back.
 */
#ifndef ANNALS_BASE_OOM_H
#define ANNALS_BASE_OOM_H

#include <stddef.h>

/* HOOK is called once, before the message; NULL takes it away again. */
void oom_set_hook(void (*hook)(void));

/* malloc and realloc for sizes above zero, which never return NULL. Release
 * what they return with free(). */
void *oom_malloc(size_t size);
void *oom_realloc(void *old, size_t size);

/* Ends the program as above: for sizes that no computer has. */
_Noreturn void oom_die(void);

#endif
