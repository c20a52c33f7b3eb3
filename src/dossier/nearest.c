#include "dossier/nearest.h"

struct nearest nearest_to(struct str wanted)
{
    size_t most = wanted.len / 4 + 1;
    if (most >= wanted.len)
        most = wanted.len ? wanted.len - 1 : 0;
    return (struct nearest){ .wanted = wanted, .distance = most + 1 };
}

void nearest_offer(struct nearest *nearest, struct str name)
{
    struct str wanted = nearest->wanted;
    size_t limit = nearest->distance - 1;
    size_t gap = wanted.len < name.len ? name.len - wanted.len : wanted.len - name.len;
    if (wanted.len >= 3 && str_starts(name, wanted)) {
        nearest->best = name;
        nearest->distance = 1;
    } else if (gap <= limit && limit > 0) {
        size_t distance = str_distance(wanted, name, limit);
        if (distance > limit)
            return;
        nearest->best = name;
        nearest->distance = distance ? distance : 1;
    }
}

struct str nearest_hint(struct arena *arena, const struct nearest *nearest)
{
    if (nearest->best.len == 0)
        return STR("");
    return arena_printf(arena, "; did you mean %.*s?", STR_ARG(nearest->best));
}
