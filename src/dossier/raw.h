/*
 * raw: what the files say, field by field, before anything is joined.
 *
 * One record a map, each field with its place, read and merged by the shapes
 * below (dossier/fields.h).
 */
#ifndef ANNALS_DOSSIER_RAW_H
#define ANNALS_DOSSIER_RAW_H

#include "dossier/dossier.h"
#include "dossier/fields.h"

struct raw_dating {
    struct text_at when, dated, because;
};

struct raw_claim {
    struct loc loc;
    struct text_at id, about, by, says, note;
    struct raw_dating when;
    struct texts_at disputes;
};

struct raw_event {
    struct loc loc;
    struct text_at id, title, summary, where, note;
    struct raw_dating when;
    struct texts_at who, tags, see;
    struct maps_at claims; /* struct raw_claim */
};

/* An event file. */
struct raw_record {
    struct loc loc;
    struct text_at annals, title, about, sources;
    struct maps_at events; /* struct raw_event */
};

struct raw_uncited {
    struct loc loc;
    struct text_at quote, through, because;
};

struct raw_citation {
    struct loc loc;
    struct text_at event, claim, quote, prefix, suffix, stance, note;
    struct texts_at via;
};

/* A source file: its id is the file's name. */
struct raw_source {
    struct loc loc;
    struct str id;
    struct text_at title, publisher, author, url, language, sha256, note;
    struct raw_dating published;
    struct maps_at cites;   /* struct raw_citation */
    struct maps_at uncited; /* struct raw_uncited */
    struct body digest;
};

extern const struct shape raw_record_shape, raw_event_shape, raw_source_shape;
/* The part of struct raw_record in which all event files must agree. */
extern const struct shape raw_heading_shape;

#endif
