#include "states.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

#include "random.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* A record in a.yaml and a/, one made of it in b.yaml and b/. */
static const char events[] =
    "annals: 1\ntitle: T\nabout: One. Two.\nsources: $\nevents:\n"
    "  - id: call\n    when: 2023-06\n    dated: derived\n    because: Why.\n"
    "    title: The call\n    summary: It rang. It stopped.\n    who: [Ann, Bob]\n"
    "    where: Here\n    tags: [x, y]\n    note: Mind.\n    see: [talk]\n    claims:\n"
    "      - {id: calm, about: What for?, by: Ann, says: To calm.}\n"
    "      - {id: war, about: What for?, says: War., disputes: calm}\n"
    "      - {id: bare, about: When?, says: Once., when: 2023}\n"
    "  - {id: talk, when: 2023-07-12, title: The talk}\n";
static const char agency[] = "---\npublished: 2023-07-12\n---\n";
static const char one[] =
    "---\ntitle: One\npublisher: P\npublished: 2023-07-14\nlanguage: en\ncites:\n"
    "  - {event: call, claim: calm, quote: it was to calm}\n"
    "  - {event: call, claim: war, quote: it was war, via: agency}\n"
    "  - {event: talk, quote: they talked}\n"
    "uncited:\n  - {quote: Nothing, because: It is nothing.}\n"
    "---\nShe said it was to calm. He said it was war. Later they talked. Nothing.\n";
static const char two[] =
    "---\npublished: 2023-08-01\ncites:\n"
    "  - {event: call, claim: war, quote: a war indeed, via: agency}\n"
    "---\nIt was a war indeed.\n";

static const struct {
    const char *name, *text;
} files[] = {
    { "%s.yaml", events },
    { "%s/agency.md", agency },
    { "%s/one.md", one },
    { "%s/two.md", two },
};

enum { FILES = COUNT(files) };
struct texts {
    struct str file[FILES];
};

/* Makes all edits of a state, or none where one of them finds nothing to change. */
static bool edit(struct arena *arena, struct texts *texts, const struct state *state)
{
    struct texts edited = *texts;
    for (size_t i = 0; i < STATE_EDITS && state->edits[i].from; i++) {
        const struct edit *edit = &state->edits[i];
        struct str text = edited.file[edit->file], from = str_of(edit->from);
        size_t at = str_find(text, from, 0);
        if (at == STR_NONE)
            return false;
        edited.file[edit->file] =
            arena_printf(arena, "%.*s%s%.*s", (int)at, text.ptr, edit->to,
                         STR_ARG(str_from(text, at + from.len)));
    }
    *texts = edited;
    return true;
}

static struct texts unedited(void)
{
    struct texts texts;
    for (size_t f = 0; f < FILES; f++)
        texts.file[f] = str_of(files[f].text);
    return texts;
}

/* Not safe from a crash, as fixture_write is, and so much faster: there are many. */
static void write_text(const char *path, struct str text)
{
    FILE *file = fopen(path, "w");
    if (!file) {
        fixture_write(path, text);
        return;
    }
    assert_int_equal(fwrite(text.ptr, 1, text.len, file), text.len);
    assert_int_equal(fclose(file), 0);
}

/* NULL where an edit left something that refers to nothing. */
static const struct dossier *load_texts(struct fixture *fixture, const char *letter,
                                        struct texts texts)
{
    static const struct state own_sources[] = { { { { 0, "$", "a" } }, NULL },
                                                { { { 0, "$", "b" } }, NULL } };
    char path[32];
    assert_true(edit(&fixture->arena, &texts, &own_sources[*letter - 'a']));
    for (size_t f = 0; f < FILES; f++) {
        snprintf(path, sizeof(path), files[f].name, letter);
        write_text(path, texts.file[f]);
    }
    snprintf(path, sizeof(path), files[0].name, letter);
    fixture->diags = diags_new(&fixture->arena);
    fixture_load_files(fixture, (const char *const[]){ path, NULL });
    return fixture->dossier;
}

enum { EVENTS, AGENCY, ONE, TWO };
const struct state states[] = {
    { { { EVENTS, "title: T\n", "title: U\n" } }, "record value title; " },
    { { { EVENTS, "Two.", "Three." } }, "record prose about; " },
    { { { EVENTS, "when: 2023-06\n", "when: 2023-06-24\n" } },
      "event call date date; " },
    { { { EVENTS, "derived", "stated" } }, "event call value dated; " },
    { { { EVENTS, "    because: Why.\n", "" } }, "event call prose because; " },
    { { { EVENTS, "The call", "A call" } }, "event call value title; " },
    { { { EVENTS, "It stopped.", "It went on." } }, "event call prose summary; " },
    { { { EVENTS, "It rang. It stopped.", "It stopped. It rang." } },
      "event call prose summary; " },
    { { { EVENTS, "[Ann, Bob]", "[Ann, Cid]" } }, "event call list who; " },
    { { { EVENTS, "[Ann, Bob]", "[Bob, Ann]" } }, "" },
    { { { EVENTS, "where: Here", "where:" } }, "event call value where; " },
    { { { EVENTS, "[x, y]", "[y]" } }, "event call list tags; " },
    { { { EVENTS, "Mind.", "Mind it." } }, "event call prose note; " },
    { { { EVENTS, "    see: [talk]\n", "" } }, "event call list see; " },
    { { { EVENTS, "It rang. It stopped.", ">-\n      It rang.\n\n      It stopped." } },
      "" },
    { { { EVENTS, "title: The talk}\n",
          "title: The talk}\n  - {id: new, when: 2020, title: N, claims: [{id: c, "
          "about: "
          "A, says: S}]}\n" },
        { ONE, "event: call, claim: calm", "event: new, claim: c" } },
      "event call list origins; claim calm cited cited; event new added; "
      "citation c one moved; " },
    { { { EVENTS, "  - {id: talk, when: 2023-07-12, title: The talk}\n", "" },
        { EVENTS, "see: [talk]", "see: []" },
        { ONE, "  - {event: talk, quote: they talked}\n", "" } },
      "event call list see; event talk removed; " },
    { { { EVENTS, "id: talk,", "id: chat," },
        { EVENTS, "see: [talk]", "see: [chat]" },
        { ONE, "event: talk", "event: chat" } },
      "event call list see; event chat added; event talk removed; " },
    { { { EVENTS, ", by: Ann", "" } }, "claim calm value by; " },
    { { { EVENTS, "says: To calm.", "says: To warn." } }, "claim calm prose says; " },
    { { { EVENTS, "about: When?", "about: Since?" } }, "claim bare value about; " },
    { { { EVENTS, ", when: 2023}", "}" } }, "claim bare date date; " },
    { { { EVENTS, ", disputes: calm", "" } },
      "event call disputed disputed; claim calm list disputes; claim war list "
      "disputes; " },
    { { { EVENTS, "id: bare", "id: once" } },
      "claim once added; claim bare removed; " },
    { { { AGENCY, "2023-07-12", "2023-07-11" } },
      "event call known known; claim war known known; source agency date published; " },
    { { { ONE, "  - {event: call, claim: calm, quote: it was to calm}\n", "" } },
      "event call list origins; claim calm cited cited; citation calm one removed; " },
    { { { ONE, "claim: calm, ", "" } },
      "citation call one moved; claim calm cited cited; " },
    { { { ONE, "claim: calm", "claim: bare" } },
      "claim calm cited cited; claim bare cited cited; citation bare one moved; " },
    { { { ONE, "it was war, via: agency", "it was war" } },
      "claim war list origins; citation war one value via; " },
    { { { ONE, "quote: it was war", "quote: it was a war" } },
      "citation war one value quote; citation war one state digest; " },
    { { { ONE, "it was war.", "it was peace." } },
      "citation war one state digest; source one prose digest; " },
    { { { ONE, "quote: they talked}", "quote: they talked, stance: disputes}" } },
      "citation talk one value stance; " },
    { { { ONE, "quote: it was to calm}", "quote: it was to calm, stance: disputes}" } },
      "claim calm list origins; citation calm one value stance; " },
    { { { ONE, "quote: they talked}", "quote: they talked, note: Late.}" } },
      "citation talk one prose note; " },
    { { { ONE, "quote: they talked}", "quote: they talked, prefix: Later}" } },
      "citation talk one value prefix; " },
    { { { ONE, "quote: they talked}\n",
          "quote: they talked}\n  - {event: talk, quote: Later}\n" } },
      "citation talk one added; " },
    { { { TWO, "  - {event: call, claim: war, quote: a war indeed, via: agency}\n",
          "" } },
      "citation war two removed; " },
    { { { ONE, "publisher: P", "publisher: Q" } }, "source one value publisher; " },
    { { { ONE, "language: en", "language: fr" } }, "source one value language; " },
    { { { ONE, "language: en",
          "language: en\nsha256: "
          "0000000000000000000000000000000000000000000000000000000000000000" } },
      "source one value sha256; " },
    { { { ONE, "because: It is nothing.", "because: A filler." } },
      "source one list uncited; " },
    { { { ONE, "it was to calm. He", "it was\nto calm.  He" } },
      "citation calm one state digest; " },
};

enum { STATES = COUNT(states) };
const size_t states_count = STATES;

const struct dossier *states_load(struct fixture *fixture, const char *letter,
                                  const struct state *state)
{
    struct texts texts = unedited();
    if (state && !edit(&fixture->arena, &texts, state))
        fail_msg("nowhere: %s", state->edits[0].from);
    const struct dossier *dossier = load_texts(fixture, letter, texts);
    fixture_said(fixture, "");
    return dossier;
}

const struct dossier *states_load_random(struct fixture *fixture, const char *letter,
                                         uint64_t *random)
{
    for (;;) {
        struct texts texts = unedited();
        size_t rarely = 2 + random_below(random, 40);
        for (size_t i = 0; i < STATES; i++)
            if (random_below(random, rarely) == 0)
                (void)edit(&fixture->arena, &texts, &states[i]);
        const struct dossier *dossier = load_texts(fixture, letter, texts);
        if (dossier)
            return dossier;
    }
}
