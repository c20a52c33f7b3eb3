/*
 * dossier: the record, as everything else sees it.
 *
 * Events with their claims, sources with their citations, joined to each other
 * and to the places in the files that they came from. Made by dossier/load.h
 * from one arena, never changed afterwards; every pointer and slice lives as long
 * as that arena. All text is valid UTF-8 and already printable (text/clean.h),
 * and a field that was not given is the empty str.
 */
#ifndef ANNALS_DOSSIER_DOSSIER_H
#define ANNALS_DOSSIER_DOSSIER_H

#include "base/file.h"
#include "base/vec.h"
#include "edtf/edtf.h"
#include "text/wrap.h"

struct event;
struct claim;
struct source;
struct citation;

typedef VEC(struct str) str_list;
typedef VEC(struct event *) event_list;
typedef VEC(struct claim *) claim_list;
typedef VEC(struct source *) source_list;
typedef VEC(struct citation *) citation_list;

/* Where a date comes from. */
enum dated {
    DATED_UNSTATED, /* the file does not say */
    DATED_STATED,   /* a source gives it */
    DATED_DERIVED,  /* worked out; `because` says how */
    DATED_OUTSIDE,  /* from the public record, no source here gives it */
};
/* "stated", "derived", "outside", or "" for unstated. */
struct str dated_name(enum dated dated);

/* A date and its reason. */
struct dating {
    bool given; /* false: the rest is unset */
    struct edtf date;
    struct edtf_bounds bounds;
    struct str text; /* the expression as written */
    enum dated dated;
    struct str because;
};

/* A day that may not be known. */
struct known_day {
    bool known;
    struct edtf_day day;
};

/* How a quotation was found in a text, from worst to best. */
enum verdict {
    VERDICT_ABSENT,      /* there is no text to check against */
    VERDICT_MISSING,     /* not in the text */
    VERDICT_APPROXIMATE, /* something near it is; never counts as found */
    VERDICT_AMBIGUOUS,   /* there more than once, nothing to choose by */
    VERDICT_NORMALISED,  /* only spacing, quote marks, dashes, case, width differ */
    VERDICT_EXACT,
    VERDICT_COUNT
};
/* "absent", "missing", … */
struct str verdict_name(enum verdict verdict);
/* Exact or normalised. */
bool verdict_holds(enum verdict verdict);

/* Where a quotation was found: byte offsets into the text as shown, set for all
 * verdicts above MISSING (for AMBIGUOUS the first place). */
struct anchor {
    enum verdict verdict;
    size_t start, end;
};

struct claim {
    struct loc loc;
    size_t number; /* 0-based within its event */
    struct str id, about, by, says, note;
    struct dating when; /* where rival claims are about a date */
    struct event *event;
    claim_list disputes;     /* those it names, those that name it, and those whose
                                date excludes its own (dossier/question.h) */
    citation_list citations; /* in the order of the record */
    struct known_day known_from;
};

struct event {
    struct loc loc;
    size_t number; /* 0-based, in the order of the files */
    struct str id, title, summary, where, note;
    struct dating when;
    str_list who, tags;
    claim_list claims;
    event_list see;
    citation_list citations; /* all of them, those of its claims too */
    source_list origins;     /* distinct ends of its citations' chains */
    source_list silent;      /* sources with a text, published no earlier than it
                                may have begun, that do not cite it; by number */
    bool disputed;           /* a claim of it is disputed by another */
    struct known_day known_from;
};

/* A text of a source that quotations are looked for in. */
struct body {
    bool given;
    struct str text;              /* as shown */
    const struct text_form *form; /* how its lines are meant */
    const struct file *file;      /* what it was read from */
    size_t file_offset;           /* of its first byte there */
};

/* Which text of a source; an index into source.body and citation.at. */
enum body_kind { BODY_DIGEST, BODY_FULL, BODY_COUNT };

enum hash_verdict {
    HASH_ABSENT,   /* no full text here to take it of */
    HASH_UNSTATED, /* the source's file gives none */
    HASH_MATCH,
    HASH_DIFFERS,
};
struct str hash_name(enum hash_verdict hash);

/* A stretch of a source that no citation needs to cover, and why. */
struct uncited {
    struct loc loc;
    struct str quote, through, because;
    struct anchor at[BODY_COUNT], through_at[BODY_COUNT];
};

struct source {
    struct loc loc;
    size_t number; /* 0-based, by id */
    struct str id, title, publisher, author, url, language, sha256, note;
    struct dating published;
    struct body body[BODY_COUNT];
    enum hash_verdict hash;
    VEC(struct uncited) uncited;
    citation_list citations; /* in the order of the file */
    bool retold;             /* another source's `via` names it */
    bool has_namesake;       /* another has the same source_name and date: only the
                                title tells them apart */
};

enum stance { STANCE_SUPPORTS, STANCE_DISPUTES };
struct str stance_name(enum stance stance);

struct citation {
    struct loc loc;
    size_t number; /* 1-based within its source, as in SOURCE#N */
    struct source *source;
    struct event *event;
    struct claim *claim; /* NULL where it is for the event as a whole */
    struct str quote, prefix, suffix, note;
    struct loc quote_loc;
    enum stance stance;
    source_list via;       /* nearest first */
    struct source *origin; /* the last of via, or its own source */
    struct anchor at[BODY_COUNT];
    struct known_day known_from;
};

struct dossier {
    struct str title, about;
    str_list paths;      /* of the event files */
    str_list watched;    /* every file and directory it was made from */
    event_list events;   /* in the order of the files: number N is at[N] */
    event_list by_id;    /* the same, sorted by id */
    source_list sources; /* sorted by id: number N is at[N] */
};

/* NULL where there is none of that id. */
struct event *dossier_event(const struct dossier *dossier, struct str id);
struct source *dossier_source(const struct dossier *dossier, struct str id);
struct claim *event_claim(const struct event *event, struct str id);

/* "The Moscow Times", or its title, or its id: what a reader knows it by. */
struct str source_name(const struct source *source);

#endif
