/*
 * fields: maps of YAML read by tables.
 *
 * A shape names the keys that one kind of map may have and where in a record
 * each goes. Unknown and doubled keys, missing ones and values of a wrong type
 * are dealt with here, once for all kinds of maps; so is the merging of two
 * records with the same id.
 *
 * An empty value and a plain ~ say nothing, as if the key were not there.
 */
#ifndef ANNALS_DOSSIER_FIELDS_H
#define ANNALS_DOSSIER_FIELDS_H

#include "base/diag.h"
#include "dossier/yaml.h"

/* What a record is made of. A null file in the place: not given. A place and
 * nothing else: given, but refused, which was reported. */
struct text_at {
    struct loc loc;
    struct str text;
};
struct texts_at {
    struct loc loc;
    VEC(struct text_at) list;
};
struct maps_at {
    struct loc loc;
    VEC(void *) list; /* records of the field's shape */
};

/* What a value may be, and the type of its member. */
enum field_type {
    FIELD_LINE,  /* struct text_at: a string, as one line */
    FIELD_BLOCK, /* struct text_at: a string that may have several lines */
    FIELD_DATE,  /* struct text_at: a string; a list is told to be quoted */
    FIELD_LIST,  /* struct texts_at: a list of at most FIELD_LIST_MAX strings */
    FIELD_CHAIN, /* struct texts_at: a list of strings, or one alone */
    FIELD_MAPS,  /* struct maps_at: a list of maps */
    FIELD_TYPE_COUNT,
};

enum field_need {
    FIELD_OPTIONAL,
    FIELD_REQUIRED,        /* in each map */
    FIELD_REQUIRED_MERGED, /* in one of the maps that are merged */
};

struct shape;

struct field {
    struct str key;
    enum field_type type;
    enum field_need need;
    size_t member;             /* its offset in the record */
    const struct shape *shape; /* of FIELD_MAPS */
    size_t most;               /* FIELD_MAPS: how many maps at most; 0: any number */
};

/* A record begins with a struct loc, of its map; one that is merged goes on with
 * the struct text_at of its id. */
struct shape {
    const char *name; /* with its article: "an event" */
    size_t size;
    const struct field *fields;
    size_t count;
};

enum { SHAPE_FIELDS_MAX = 24, FIELD_LIST_MAX = 1000 };

/* Reads the map that FIRST, just read, begins into a fresh record; false, with
 * *RECORD as it was made, where it is no map. */
bool fields_read(struct yaml_reader *yaml, const struct shape *shape,
                 struct yaml_token first, void *record);

/* Adds to INTO what FROM has and it has not, and its maps by id. What both have
 * must be equal; where it is not, both places are named. The members of type
 * FIELD_MAPS whose records have no id are not touched. */
void fields_merge(struct diags *diags, const struct shape *shape, void *into,
                  const void *from);
/* Reports the fields of that need that RECORD has not, and those of the maps in
 * it where that is FIELD_REQUIRED_MERGED. */
void fields_require(struct diags *diags, const struct shape *shape, const void *record,
                    enum field_need need);

/* "FILE:LINE", or "line N" where it is in the file of NEAR. */
struct str loc_words(struct arena *arena, struct loc loc, struct loc near);
/* The start of a name for a message, when it is long. */
struct str fields_clip(struct str name);

#endif
