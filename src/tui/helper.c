#include "tui/helper.h"

#include <string.h>

struct str helper_choose(const char *const *values, size_t count, const char *otherwise)
{
    for (size_t i = 0; i < count; i++) {
        struct str value = str_trim(str_of(values[i]));
        if (value.len > 0)
            return value;
    }
    return str_of(otherwise);
}

bool helper_editor(struct arena *arena, word_list *words, struct str editor,
                   struct str path, size_t line)
{
    bool option = str_starts(path, STR("-")) || str_starts(path, STR("+"));
    bool split = spawn_split(arena, words, editor);
    spawn_add(arena, words, arena_printf(arena, "+%zu", line));
    spawn_add(arena, words,
              option ? arena_printf(arena, "./%.*s", STR_ARG(path)) : path);
    return split;
}

/* WORD with URL for the %s at OFFSET. */
static struct str with_url(struct arena *arena, struct str word, size_t offset,
                           struct str url)
{
    struct str behind = str_from(word, offset + 2);
    return arena_printf(arena, "%.*s%.*s%.*s", (int)offset, word.ptr, STR_ARG(url),
                        STR_ARG(behind));
}

bool helper_browser(struct arena *arena, word_list *words, struct str browser,
                    struct str url)
{
    bool split = spawn_split(arena, words, browser), given = false;
    for (size_t i = 1; i < words->len; i++) {
        struct str word = str_of(words->at[i]);
        size_t offset = str_find(word, STR("%s"), 0);
        if (offset == STR_NONE)
            continue;
        words->at[i] = (char *)(size_t)with_url(arena, word, offset, url).ptr;
        given = true;
    }
    if (!given)
        spawn_add(arena, words, url);
    return split;
}

static bool starts_without_case(struct str text, struct str lower)
{
    for (size_t i = 0; i < lower.len; i++)
        if (i >= text.len || (text.ptr[i] | 0x20) != (lower.ptr[i] | 0x20))
            return false;
    return true;
}

bool helper_is_web(struct str url)
{
    if (!starts_without_case(url, STR("http://")) &&
        !starts_without_case(url, STR("https://")))
        return false;
    for (size_t i = 0; i < url.len; i++) {
        unsigned char c = (unsigned char)url.ptr[i];
        if (c <= ' ' || c == 0x7F || strchr("\"'<>{}|\\^`", c))
            return false;
    }
    return true;
}
