#include "tui/strip.h"

#include "tui/sign.h"

enum { DAYS_MIN = 31 };

/* A stretch without events: between the days at LEFT and LEFT + 1. */
struct cut {
    size_t left;
    int64_t days;
};

/* Differences of day numbers fit in no int64 when dates lie at both its ends. */
static int64_t days_between(int64_t from, int64_t to)
{
    if (from < 0 && to > INT64_MAX + from)
        return INT64_MAX;
    return to - from;
}

static bool is_cut_at(const struct cut *cuts, size_t count, size_t left)
{
    for (size_t i = 0; i < count; i++)
        if (cuts[i].left == left)
            return true;
    return false;
}

static struct cut longest(const int64_t *days, size_t count, const struct cut *cuts,
                          size_t cut_count)
{
    struct cut best = { .days = 0 };
    for (size_t i = 0; i + 1 < count; i++) {
        int64_t between = days_between(days[i], days[i + 1]);
        if (between > best.days && !is_cut_at(cuts, cut_count, i))
            best = (struct cut){ i, between };
    }
    return best;
}

/* Fills CUTS, in the order of the days, and returns how many there are. */
static size_t find_cuts(const int64_t *days, size_t count, int cells,
                        struct cut cuts[STRIP_CUTS_MAX])
{
    size_t found = 0;
    int64_t left = count ? days_between(days[0], days[count - 1]) : 0;
    /* Each piece needs a cell, and so does each cut. */
    while (found < STRIP_CUTS_MAX && (int)(2 * found + 3) <= cells) {
        struct cut cut = longest(days, count, cuts, found);
        if (cut.days <= DAYS_MIN || cut.days <= (left - cut.days) / 3)
            break;
        size_t at = found++;
        for (; at > 0 && cuts[at - 1].left > cut.left; at--)
            cuts[at] = cuts[at - 1];
        cuts[at] = cut;
        left -= cut.days;
    }
    return found;
}

static void find_pieces(struct strip *strip, const int64_t *days, size_t count)
{
    struct cut cuts[STRIP_CUTS_MAX];
    size_t cut_count = find_cuts(days, count, strip->cells, cuts);
    size_t begin = 0;
    for (size_t i = 0; i <= cut_count; i++) {
        size_t end = i < cut_count ? cuts[i].left : count - 1;
        strip->pieces[i].first_day = days[begin];
        strip->pieces[i].last_day = days[end];
        begin = end + 1;
    }
    strip->piece_count = cut_count + 1;
}

/* The share of ROOM that DAYS are of ALL. */
static int share(int64_t days, double all, int room)
{
    return all > 0 ? (int)((double)days / all * room) : 0;
}

/* Each piece gets a cell, and its share of what is left; the last one the rest. */
static void lay_pieces(struct strip *strip)
{
    double all = 0;
    for (size_t i = 0; i < strip->piece_count; i++)
        all +=
            (double)days_between(strip->pieces[i].first_day, strip->pieces[i].last_day);
    int room = strip->cells - (int)(2 * strip->piece_count - 1);
    int cell = 0;
    for (size_t i = 0; i < strip->piece_count; i++) {
        struct strip_piece *piece = &strip->pieces[i];
        int64_t days = days_between(piece->first_day, piece->last_day);
        piece->first_cell = cell;
        piece->last_cell = cell + share(days, all, room);
        cell = piece->last_cell + 2;
    }
    strip->pieces[strip->piece_count - 1].last_cell = strip->cells - 1;
}

static int cell_in(const struct strip_piece *piece, int64_t day)
{
    int64_t days = days_between(piece->first_day, piece->last_day);
    int cells = piece->last_cell - piece->first_cell;
    return piece->first_cell +
           share(days_between(piece->first_day, day), (double)days, cells);
}

int strip_cell(const struct strip *strip, int64_t day)
{
    if (strip->piece_count == 0 || day < strip->pieces[0].first_day)
        return 0;
    for (size_t i = 0; i < strip->piece_count; i++) {
        const struct strip_piece *piece = &strip->pieces[i];
        if (day < piece->first_day)
            return piece->first_cell - 1;
        if (day <= piece->last_day)
            return cell_in(piece, day);
    }
    return strip->cells - 1;
}

bool strip_is_cut(const struct strip *strip, int cell)
{
    for (size_t i = 1; i < strip->piece_count; i++)
        if (cell == strip->pieces[i].first_cell - 1)
            return true;
    return false;
}

struct strip strip_new(struct arena *arena, const int64_t *days, size_t count,
                       int cells)
{
    unsigned *counts = arena_array(arena, (size_t)cells, sizeof(*counts));
    struct strip strip = { .cells = cells, .counts = counts };
    if (count == 0)
        return strip;
    find_pieces(&strip, days, count);
    lay_pieces(&strip);
    for (size_t i = 0; i < count; i++) {
        unsigned now = ++counts[strip_cell(&strip, days[i])];
        strip.most = now > strip.most ? now : strip.most;
    }
    return strip;
}

enum { LEVELS = 8 };

/* Eight heights; anything that is there is at least the lowest. */
static struct str height_sign(const struct strip *strip, int cell, bool in_sight,
                              bool ascii)
{
    static const struct str blocks[LEVELS] = {
        STR_INIT("▁"), STR_INIT("▂"), STR_INIT("▃"), STR_INIT("▄"),
        STR_INIT("▅"), STR_INIT("▆"), STR_INIT("▇"), STR_INIT("█"),
    };
    static const struct str marks[LEVELS] = {
        STR_INIT("."), STR_INIT(":"), STR_INIT("-"), STR_INIT("="),
        STR_INIT("+"), STR_INIT("*"), STR_INIT("%"), STR_INIT("#"),
    };
    unsigned count = strip->counts[cell];
    if (strip_is_cut(strip, cell))
        return sign_text(SIGN_CUT, ascii);
    if (count == 0)
        return in_sight ? sign_text(SIGN_IN_SIGHT, ascii) : STR(" ");
    unsigned level =
        strip->most > 1 ? (count - 1) * (LEVELS - 1) / (strip->most - 1) : 0;
    return ascii ? marks[level] : blocks[level];
}

void strip_draw(const struct strip *strip, struct canvas *canvas, int row, int col,
                int first, int last, bool ascii)
{
    for (int cell = 0; cell < strip->cells; cell++) {
        bool in_sight = cell >= first && cell <= last;
        struct str sign = height_sign(strip, cell, in_sight, ascii);
        canvas_put(canvas, row, col + cell, 1, sign,
                   in_sight ? STYLE_IN_SIGHT : STYLE_DIM);
    }
}
