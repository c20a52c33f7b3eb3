#include "tui/command.h"

#include "dossier/nearest.h"

/* 0 where it is none. */
static size_t number_of(struct str text)
{
    enum { MOST = 1000000000 };
    size_t number = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9')
            return 0;
        if (number < MOST)
            number = number * 10 + (size_t)(text.ptr[i] - '0');
    }
    return number;
}

struct command command_read(struct str text)
{
    struct str name = str_trim(text);
    enum action action = str_equal(name, STR("q")) ? ACTION_QUIT : action_named(name);
    return (struct command){ .action = action, .number = number_of(name) };
}

struct str command_unknown(struct arena *arena, struct str text)
{
    struct str name = str_trim(text);
    struct nearest nearest = nearest_to(name);
    for (int i = 0; i < ACTION_COUNT; i++)
        nearest_offer(&nearest, action_name((enum action)i));
    return arena_printf(arena, "there is no command \"%.*s\"%.*s", STR_ARG(name),
                        STR_ARG(nearest_hint(arena, &nearest)));
}

struct completion command_complete(struct arena *arena, struct str text, size_t cursor)
{
    struct completion completion = { .start = 0, .end = text.len };
    struct str typed = str_slice(text, 0, cursor);
    for (int i = 0; i < ACTION_COUNT; i++) {
        struct str name = action_name((enum action)i);
        struct candidate candidate = { .text = name, .name = name };
        if (str_starts(name, typed))
            vec_push(arena, &completion.candidates, candidate);
    }
    return completion;
}
