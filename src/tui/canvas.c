#include "tui/canvas.h"

#include <stdlib.h>
#include <string.h>

#include "base/oom.h"

static const struct cell blank = { .bytes = " ", .len = 1, .cells = 1 };

struct canvas canvas_new(int rows, int cols)
{
    struct canvas canvas = { .rows = rows > 0 ? rows : 0, .cols = cols > 0 ? cols : 0 };
    size_t count = (size_t)canvas.rows * (size_t)canvas.cols;
    canvas.cells = oom_malloc((count ? count : 1) * sizeof(*canvas.cells));
    canvas_clear(&canvas);
    return canvas;
}

void canvas_free(struct canvas *canvas)
{
    free(canvas->cells);
    *canvas = (struct canvas){ 0 };
}

void canvas_clear(struct canvas *canvas)
{
    size_t count = (size_t)canvas->rows * (size_t)canvas->cols;
    for (size_t i = 0; i < count; i++)
        canvas->cells[i] = blank;
    canvas->cursor_row = canvas->cursor_col = -1;
}

static struct cell *cell_at(const struct canvas *canvas, int row, int col)
{
    if (row < 0 || col < 0 || row >= canvas->rows || col >= canvas->cols)
        return NULL;
    return &canvas->cells[(size_t)row * (size_t)canvas->cols + (size_t)col];
}

const struct cell *canvas_at(const struct canvas *canvas, int row, int col)
{
    return cell_at(canvas, row, col);
}

static void make_blank(struct cell *cell)
{
    unsigned char style = cell->style;
    *cell = blank;
    cell->style = style;
}

/* Before a cell is drawn over: the other half of a wide character in it goes. */
static void break_wide(struct canvas *canvas, int row, int col)
{
    struct cell *cell = cell_at(canvas, row, col);
    if (cell->cells == 0)
        make_blank(cell_at(canvas, row, col - 1));
    if (cell->cells == 2)
        make_blank(cell_at(canvas, row, col + 1));
    make_blank(cell);
}

static void put_cluster(struct canvas *canvas, int row, int col, struct str bytes,
                        int cells, enum style style)
{
    if (!cell_at(canvas, row, col))
        return;
    break_wide(canvas, row, col);
    struct cell *cell = cell_at(canvas, row, col);
    cell->style = (unsigned char)style;
    if (cells == 2 && !cell_at(canvas, row, col + 1))
        return;
    memcpy(cell->bytes, bytes.ptr, bytes.len);
    cell->len = (unsigned char)bytes.len;
    cell->cells = (unsigned char)cells;
    if (cells == 2) {
        break_wide(canvas, row, col + 1);
        *cell_at(canvas, row, col + 1) = (struct cell){ .style = (unsigned char)style };
    }
}

/* What is drawn for a cluster, which may not be what it is. */
static struct text_cluster drawable(struct text_cluster cluster)
{
    unsigned char first = (unsigned char)cluster.bytes.ptr[0];
    if (first <= ' ')
        cluster.bytes = STR(" ");
    else if (cluster.cells < 1)
        cluster.bytes = STR("\xEF\xBF\xBD");
    else
        return cluster;
    cluster.cells = 1;
    return cluster;
}

int canvas_put(struct canvas *canvas, int row, int col, int max, struct str text,
               enum style style)
{
    int used = 0;
    size_t offset = 0;
    struct text_cluster cluster;
    while (text_next_cluster(text, &offset, &cluster)) {
        cluster = drawable(cluster);
        if (cluster.cells > max - used)
            break;
        put_cluster(canvas, row, col + used, cluster.bytes, cluster.cells, style);
        used += cluster.cells;
    }
    return used;
}

void canvas_fill(struct canvas *canvas, int row, int col, int cells, struct str text,
                 enum style style)
{
    for (int i = 0; i < cells && col + i < canvas->cols; i++)
        canvas_put(canvas, row, col + i, 1, text, style);
}

void canvas_paint(struct canvas *canvas, int row, int col, int cells, enum style style)
{
    for (int i = 0; i < cells && col + i < canvas->cols; i++) {
        struct cell *cell = cell_at(canvas, row, col + i);
        if (cell)
            cell->style = (unsigned char)style;
    }
}

static void trim_spaces(struct buf *out, size_t start)
{
    while (out->len > start && out->ptr[out->len - 1] == ' ')
        out->len--;
}

void canvas_text(const struct canvas *canvas, struct buf *out)
{
    for (int row = 0; row < canvas->rows; row++) {
        size_t start = out->len;
        for (int col = 0; col < canvas->cols; col++) {
            const struct cell *cell = canvas_at(canvas, row, col);
            buf_add(out, (struct str){ cell->bytes, cell->len });
        }
        trim_spaces(out, start);
        buf_add_char(out, '\n');
    }
}

static bool is_plain_blank(const struct cell *cell)
{
    return cell->len == 1 && cell->bytes[0] == ' ' && cell->style == STYLE_TEXT;
}

void canvas_styles(const struct canvas *canvas, struct buf *out)
{
    for (int row = 0; row < canvas->rows; row++) {
        size_t start = out->len;
        for (int col = 0; col < canvas->cols; col++) {
            const struct cell *cell = canvas_at(canvas, row, col);
            buf_add_char(out,
                         is_plain_blank(cell) ? ' ' : style_looks[cell->style].letter);
        }
        trim_spaces(out, start);
        buf_add_char(out, '\n');
    }
}
