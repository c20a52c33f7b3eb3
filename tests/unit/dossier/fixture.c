#include "fixture.h"

#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/oom.h"

struct place {
    struct fixture fixture; /* first, as the state is one */
    char directory[32];
    char *home;
};

int fixture_enter(void **state)
{
    struct place *place = oom_malloc(sizeof(*place));
    *place = (struct place){ .directory = "/tmp/annals-dossier-XXXXXX" };
    place->fixture.diags = diags_new(&place->fixture.arena);
    place->home = getcwd(NULL, 0);
    *state = place;
    return mkdtemp(place->directory) && chdir(place->directory) == 0 ? 0 : -1;
}

static int remove_one(const char *path, const struct stat *info, int kind,
                      struct FTW *walk)
{
    (void)info;
    (void)kind;
    (void)walk;
    return remove(path);
}

int fixture_leave(void **state)
{
    struct place *place = *state;
    int failed = chdir(place->home);
    failed |= nftw(place->directory, remove_one, 16, FTW_DEPTH | FTW_PHYS);
    arena_free(&place->fixture.arena);
    free(place->home);
    free(place);
    return failed;
}

void fixture_write(const char *path, struct str text)
{
    struct arena arena = { NULL };
    const char *reason = "";
    for (size_t i = 1; path[i]; i++)
        if (path[i] == '/')
            mkdir(arena_str(&arena, (struct str){ path, i }).ptr, 0700);
    if (!file_write(str_of(path), text, &reason))
        fail_msg("%s: %s", path, reason);
    arena_free(&arena);
}

void fixture_load_files(struct fixture *fixture, const char *const *paths)
{
    struct str list[8];
    struct load_options options = { .paths = list, .texts = fixture->texts };
    while (paths[options.path_count]) {
        list[options.path_count] = str_of(paths[options.path_count]);
        options.path_count++;
    }
    fixture->dossier = dossier_load(&options, &fixture->diags);
    assert_int_equal(fixture->dossier == NULL, fixture->diags.errors > 0);
}

void fixture_load(struct fixture *fixture)
{
    fixture_load_files(fixture, (const char *const[]){ "events.yaml", NULL });
}

void fixture_said(struct fixture *fixture, const char *expected)
{
    struct buf said = { 0 };
    diags_sort(&fixture->diags);
    for (size_t i = 0; i < fixture->diags.list.len; i++) {
        diag_format(&said, &fixture->diags.list.at[i]);
        buf_add_char(&said, '\n');
    }
    buf_add_char(&said, '\0');
    assert_string_equal(said.ptr, expected);
    buf_free(&said);
}
