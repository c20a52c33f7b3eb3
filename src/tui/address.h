/*
 * address: the steady links into a record, as text.
 *
 *   EVENT          the event of that id, or else the source
 *   EVENT/CLAIM    one of its claims
 *   SOURCE#        the source: for one that is called as an event is
 *   SOURCE#N       its Nth citation, from 1 as they stand in its file
 *
 * Ids hold none of the signs, so that an address is one thing alone; and an event's
 * comes first where a source has the same, since those who write about a record
 * write about its events.
 */
#ifndef ANNALS_TUI_ADDRESS_H
#define ANNALS_TUI_ADDRESS_H

#include "tui/place.h"

/*
 * The views that lead to ADDRESS, from the one behind the timeline on, into PLACES;
 * returns how many there are. Where there is no such thing it returns 0 with the
 * reason in *REASON, in ARENA as are the names in PLACES: one line, that names what
 * was probably meant.
 */
enum { ADDRESS_PLACES = 2 };
size_t address_read(struct arena *arena, const struct dossier *dossier,
                    struct str address, struct place places[ADDRESS_PLACES],
                    struct str *reason);

#endif
