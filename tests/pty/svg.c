#include "svg.h"

#include <string.h>

enum {
    CELL_WIDTH = 9,
    CELL_HEIGHT = 19,
    FONT_SIZE = 15,
    BASELINE = 14, /* from the top of a cell */
    MARGIN = 14,   /* between the frame and the screen */
    BAR = 34,      /* the window's title bar */
};

/* The window's, in the notation of the picture. */
static const char ground[] = "#1c1f26";
_Static_assert(PTY_GROUND == 0x1c1f26, "the window has the ground of the screen");

struct color {
    char name[8]; /* "#rrggbb" */
};

/* How a cell looks, reverse carried out. */
struct look {
    struct color ink, ground;
    bool bold, italic, underline, strike;
};

struct picture {
    FILE *out;
    const struct pty *pty;
    int rows, cols;
};

static struct color color_of(struct pty_color from)
{
    struct color color;
    snprintf(color.name, sizeof color.name, "#%02x%02x%02x", from.red, from.green,
             from.blue);
    return color;
}

static struct look look_of(const struct pty_cell *cell)
{
    struct look look = { .ink = color_of(cell->foreground),
                         .ground = color_of(cell->background),
                         .bold = cell->bold,
                         .italic = cell->italic,
                         .underline = cell->underline,
                         .strike = cell->strike };
    if (cell->reverse) {
        struct color swap = look.ink;
        look.ink = look.ground;
        look.ground = swap;
    }
    return look;
}

static bool same_look(const struct look *a, const struct look *b)
{
    return strcmp(a->ink.name, b->ink.name) == 0 &&
           strcmp(a->ground.name, b->ground.name) == 0 && a->bold == b->bold &&
           a->italic == b->italic && a->underline == b->underline &&
           a->strike == b->strike;
}

static int x_of(int col)
{
    return MARGIN + col * CELL_WIDTH;
}

static int y_of(int row)
{
    return BAR + MARGIN / 2 + row * CELL_HEIGHT;
}

static void escaped(FILE *out, const char *text)
{
    for (; *text; text++) {
        switch (*text) {
        case '<':
            fputs("&lt;", out);
            break;
        case '&':
            fputs("&amp;", out);
            break;
        default:
            fputc(*text, out);
        }
    }
}

/* The one code point of a cell, or 0 where there are more. */
static unsigned code_point(const char *text)
{
    const unsigned char *at = (const unsigned char *)text;
    size_t len = strlen(text);
    if (len == 3 && at[0] >= 0xe0)
        return (at[0] & 0xfU) << 12 | (at[1] & 0x3fU) << 6 | (at[2] & 0x3fU);
    return len == 1 ? at[0] : 0;
}

/* Which ways the lines of a box drawing character go. */
enum { UP = 1, DOWN = 2, LEFT = 4, RIGHT = 8 };

static const struct {
    unsigned code_point, ways;
} boxes[] = {
    { 0x2500, LEFT | RIGHT },
    { 0x2502, UP | DOWN },
    { 0x250c, DOWN | RIGHT },
    { 0x2510, DOWN | LEFT },
    { 0x2514, UP | RIGHT },
    { 0x2518, UP | LEFT },
    { 0x251c, UP | DOWN | RIGHT },
    { 0x2524, UP | DOWN | LEFT },
    { 0x252c, LEFT | RIGHT | DOWN },
    { 0x2534, LEFT | RIGHT | UP },
    { 0x253c, UP | DOWN | LEFT | RIGHT },
};

static unsigned ways_of(unsigned c)
{
    for (size_t i = 0; i < sizeof boxes / sizeof *boxes; i++)
        if (boxes[i].code_point == c)
            return boxes[i].ways;
    return 0;
}

static bool is_shape(unsigned c)
{
    return ways_of(c) || (c >= 0x2580 && c <= 0x2590) || (c >= 0x2800 && c <= 0x28ff);
}

static void draw_box(FILE *out, unsigned ways, int x, int y, const char *color)
{
    double middle_x = x + CELL_WIDTH / 2.0, middle_y = y + CELL_HEIGHT / 2.0;
    fputs("<path d=\"", out);
    if (ways & (LEFT | RIGHT))
        fprintf(out, "M%g %gH%g", ways & LEFT ? x : middle_x, middle_y,
                ways & RIGHT ? x + CELL_WIDTH : middle_x);
    if (ways & (UP | DOWN))
        fprintf(out, "M%g %gV%g", middle_x, ways & UP ? y : middle_y,
                ways & DOWN ? y + CELL_HEIGHT : middle_y);
    fprintf(out, "\" stroke=\"%s\"/>\n", color);
}

static void draw_rect(FILE *out, double x, double y, double width, double height,
                      const char *color)
{
    fprintf(out, "<rect x=\"%g\" y=\"%g\" width=\"%g\" height=\"%g\" fill=\"%s\"/>\n",
            x, y, width, height, color);
}

/* U+2580 to U+2590: eighths of a cell, from below up to U+2588, then from the left. */
static void draw_block(FILE *out, unsigned c, int x, int y, const char *color)
{
    double eighth_y = CELL_HEIGHT / 8.0, eighth_x = CELL_WIDTH / 8.0;
    if (c == 0x2580)
        draw_rect(out, x, y, CELL_WIDTH, 4 * eighth_y, color);
    else if (c <= 0x2588)
        draw_rect(out, x, y + (0x2588 - c) * eighth_y, CELL_WIDTH,
                  (c - 0x2580) * eighth_y, color);
    else if (c <= 0x258f)
        draw_rect(out, x, y, (0x2590 - c) * eighth_x, CELL_HEIGHT, color);
    else
        draw_rect(out, x + 4 * eighth_x, y, 4 * eighth_x, CELL_HEIGHT, color);
}

/* U+2800 and up: a bit a dot, the first three down the left, then the right, then
 * the two at the foot. */
static void draw_braille(FILE *out, unsigned c, int x, int y, const char *color)
{
    static const struct {
        int col, row;
    } dots[8] = { { 0, 0 }, { 0, 1 }, { 0, 2 }, { 1, 0 },
                  { 1, 1 }, { 1, 2 }, { 0, 3 }, { 1, 3 } };
    for (unsigned bit = 0; bit < 8; bit++)
        if (c >> bit & 1)
            fprintf(out, "<circle cx=\"%g\" cy=\"%g\" r=\"1.3\" fill=\"%s\"/>\n",
                    x + CELL_WIDTH * (0.28 + 0.44 * dots[bit].col),
                    y + CELL_HEIGHT * (0.125 + 0.25 * dots[bit].row), color);
}

static void draw_shape(FILE *out, unsigned c, int row, int col, const char *color)
{
    int x = x_of(col), y = y_of(row);
    if (ways_of(c))
        draw_box(out, ways_of(c), x, y, color);
    else if (c <= 0x2590)
        draw_block(out, c, x, y, color);
    else
        draw_braille(out, c, x, y, color);
}

/* The cells from COL on that share its background. */
static int ground_run(const struct picture *picture, int row, int col,
                      struct color *color)
{
    struct pty_cell first = pty_cell(picture->pty, row, col);
    *color = look_of(&first).ground;
    int end = col + 1;
    for (; end < picture->cols; end++) {
        struct pty_cell cell = pty_cell(picture->pty, row, end);
        if (cell.width > 0 && strcmp(look_of(&cell).ground.name, color->name) != 0)
            break;
    }
    return end;
}

static void draw_grounds(const struct picture *picture, int row)
{
    for (int col = 0, end; col < picture->cols; col = end) {
        struct color color;
        end = ground_run(picture, row, col, &color);
        if (strcmp(color.name, ground) != 0)
            draw_rect(picture->out, x_of(col), y_of(row), (end - col) * CELL_WIDTH,
                      CELL_HEIGHT, color.name);
    }
}

static bool is_blank(const struct picture *picture, int row, int col)
{
    return col >= picture->cols ||
           strcmp(pty_cell(picture->pty, row, col).text, " ") == 0;
}

/* Whether the run of text that looks like LOOK goes on with the cell at COL. */
static bool goes_on(const struct picture *picture, int row, int col,
                    const struct look *look)
{
    if (col >= picture->cols)
        return false;
    struct pty_cell cell = pty_cell(picture->pty, row, col);
    struct look next = look_of(&cell);
    if (cell.width != 1 || is_shape(code_point(cell.text)) || !same_look(look, &next))
        return false;
    return !is_blank(picture, row, col) || !is_blank(picture, row, col + 1);
}

static void open_text(FILE *out, int row, int col, int cells, const struct look *look)
{
    fprintf(out, "<text x=\"%d\" y=\"%d\" textLength=\"%d\" fill=\"%s\"", x_of(col),
            y_of(row) + BASELINE, cells * CELL_WIDTH, look->ink.name);
    if (look->bold)
        fputs(" font-weight=\"bold\"", out);
    if (look->italic)
        fputs(" font-style=\"italic\"", out);
    if (look->underline || look->strike)
        fprintf(out, " text-decoration=\"%s\"",
                look->underline ? "underline" : "line-through");
    fputc('>', out);
}

/* Draws the text that begins at COL; returns the column behind it. */
static int draw_run(const struct picture *picture, int row, int col,
                    const struct pty_cell *first)
{
    struct look look = look_of(first);
    int end = col + (first->width == 2 ? 2 : 1);
    while (first->width == 1 && goes_on(picture, row, end, &look))
        end++;
    while (end - 1 > col && first->width == 1 && is_blank(picture, row, end - 1))
        end--;
    open_text(picture->out, row, col, end - col, &look);
    for (int at = col; at < end; at++)
        escaped(picture->out, pty_cell(picture->pty, row, at).text);
    fputs("</text>\n", picture->out);
    return end;
}

static void draw_row(const struct picture *picture, int row)
{
    draw_grounds(picture, row);
    for (int col = 0; col < picture->cols;) {
        struct pty_cell cell = pty_cell(picture->pty, row, col);
        struct look look = look_of(&cell);
        unsigned c = code_point(cell.text);
        bool blank = cell.width == 0 || strcmp(cell.text, " ") == 0;
        if (blank && !look.underline) {
            col++;
        } else if (is_shape(c)) {
            draw_shape(picture->out, c, row, col++, look.ink.name);
        } else {
            col = draw_run(picture, row, col, &cell);
        }
    }
}

static void draw_window(FILE *out, int width, int height, const char *title)
{
    fprintf(out,
            "<rect x=\"0.5\" y=\"0.5\" width=\"%d\" height=\"%d\" rx=\"9\" fill=\"%s\" "
            "stroke=\"#3a404d\"/>\n",
            width - 1, height - 1, ground);
    for (int i = 0; i < 3; i++)
        fprintf(out, "<circle cx=\"%d\" cy=\"%d\" r=\"5\" fill=\"#3a404d\"/>\n",
                MARGIN + 6 + 18 * i, BAR / 2);
    fprintf(out,
            "<text x=\"%d\" y=\"%d\" fill=\"#8b93a5\" font-size=\"13\" "
            "text-anchor=\"middle\">",
            width / 2, BAR / 2 + 5);
    escaped(out, title);
    fputs("</text>\n", out);
}

void svg_write(FILE *out, const struct pty *pty, const char *title)
{
    struct picture picture = {
        .out = out, .pty = pty, .rows = pty_rows(pty), .cols = pty_cols(pty)
    };
    int width = 2 * MARGIN + picture.cols * CELL_WIDTH;
    int height = BAR + MARGIN / 2 + picture.rows * CELL_HEIGHT + MARGIN;
    fprintf(out,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" "
            "width=\"%d\" height=\"%d\" xml:space=\"preserve\" font-size=\"%d\" "
            "font-family=\"'DejaVu Sans Mono', Menlo, Consolas, 'Liberation Mono', "
            "monospace\">\n<title>",
            width, height, width, height, FONT_SIZE);
    escaped(out, title);
    fputs("</title>\n", out);
    draw_window(out, width, height, title);
    for (int row = 0; row < picture.rows; row++)
        draw_row(&picture, row);
    fputs("</svg>\n", out);
}
