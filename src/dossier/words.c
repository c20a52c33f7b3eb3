#include "dossier/words.h"

/* A text has capitals, or diacritics, where folding them away changes it. */
struct words words_of(struct arena *arena, struct str text)
{
    struct str plain = text_fold_search(arena, text).text;
    struct str marked = text_fold_quote(arena, text).text;
    struct str cased = text_fold_search_cased(arena, text).text;
    bool capitals = !str_equal(cased, plain), marks = !str_equal(marked, plain);
    struct words words = { .fold = text_fold_search, .folded = plain };
    if (capitals && marks)
        words.fold = text_fold_quote_cased;
    else if (capitals)
        words.fold = text_fold_search_cased;
    else if (marks)
        words.fold = text_fold_quote;
    words.folded = words.fold(arena, text).text;
    return words;
}

bool words_in(const struct words *words, struct arena *scratch, struct str text)
{
    if (text.len == 0)
        return words->folded.len == 0;
    return str_find(words->fold(scratch, text).text, words->folded, 0) != STR_NONE;
}

bool words_are(const struct words *words, struct arena *scratch, struct str text)
{
    return str_equal(words->fold(scratch, text).text, words->folded);
}
