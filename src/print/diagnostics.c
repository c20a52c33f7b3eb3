#include "print/diagnostics.h"

#include "dossier/check.h"
#include "text/cells.h"
#include "text/clean.h"
#include "text/utf8.h"

void diagnostics_write(struct buf *out, const struct diags *diags)
{
    struct arena arena = { 0 };
    struct buf line = { 0 };
    for (size_t i = 0; i < diags->list.len; i++) {
        buf_clear(&line);
        diag_format(&line, &diags->list.at[i]);
        buf_add(out,
                text_clean_line(&arena, utf8_repair(&arena, buf_str(&line)), NULL));
        buf_add_char(out, '\n');
    }
    buf_free(&line);
    arena_free(&arena);
}

/* Tables: rows of cells, the columns as wide as their widest cell. */

enum { COLUMNS = 4 };
struct row {
    struct str cell[COLUMNS];
};
struct table {
    struct arena arena;
    VEC(struct row) rows;
};

static void add_row(struct table *table, struct row row)
{
    vec_push(&table->arena, &table->rows, row);
}

static size_t column_width(const struct table *table, size_t column)
{
    size_t width = 0;
    for (size_t i = 0; i < table->rows.len; i++) {
        size_t cells = text_cells(table->rows.at[i].cell[column]);
        width = cells > width ? cells : width;
    }
    return width;
}

/* Two cells between columns, none behind the last. */
static void write_table(struct buf *out, const struct table *table)
{
    size_t width[COLUMNS];
    for (size_t c = 0; c < COLUMNS; c++)
        width[c] = column_width(table, c);
    for (size_t i = 0; i < table->rows.len; i++) {
        size_t owed = 0;
        for (size_t c = 0; c < COLUMNS; c++) {
            struct str cell = table->rows.at[i].cell[c];
            if (cell.len)
                buf_add_repeated(out, ' ', owed);
            owed = cell.len ? 0 : owed;
            buf_add(out, cell);
            owed += width[c] - text_cells(cell) + 2;
        }
        buf_add_char(out, '\n');
    }
}

/* The record. */

static void write_count(struct buf *out, size_t count, const char *noun)
{
    buf_printf(out, "%zu %s%s", count, noun, count == 1 ? "" : "s");
}

static bool has_text(const struct source *source)
{
    return source->body[BODY_DIGEST].given || source->body[BODY_FULL].given;
}

/* Which record it is: where no file was named, it may not be the one expected. */
static void write_paths(struct buf *out, const struct dossier *dossier)
{
    struct arena scratch = { 0 };
    for (size_t i = 0; i < dossier->paths.len; i++) {
        buf_add(out, i ? STR(" ") : STR(""));
        buf_add(out, text_clean_line(&scratch, dossier->paths.at[i], NULL));
    }
    buf_add_char(out, '\n');
    arena_free(&scratch);
}

static void write_holdings(struct buf *out, const struct dossier *dossier)
{
    size_t claims = 0, citations = 0, texts = 0;
    for (size_t i = 0; i < dossier->events.len; i++) {
        claims += dossier->events.at[i]->claims.len;
        citations += dossier->events.at[i]->citations.len;
    }
    for (size_t i = 0; i < dossier->sources.len; i++)
        texts += has_text(dossier->sources.at[i]);
    write_paths(out, dossier);
    write_count(out, dossier->events.len, "event");
    buf_add(out, STR(", "));
    write_count(out, claims, "claim");
    buf_add(out, STR(", "));
    write_count(out, citations, "citation");
    buf_add(out, STR("; "));
    write_count(out, texts, "source");
    buf_printf(out, " with a text, %zu without\n", dossier->sources.len - texts);
}

/* Quotations: a row for each verdict that occurs, the best first. */

static void count_verdicts(const struct dossier *dossier,
                           size_t count[VERDICT_COUNT][BODY_COUNT])
{
    for (size_t i = 0; i < dossier->sources.len; i++) {
        const citation_list *citations = &dossier->sources.at[i]->citations;
        for (size_t j = 0; j < citations->len; j++)
            for (size_t kind = 0; kind < BODY_COUNT; kind++)
                count[citations->at[j]->at[kind].verdict][kind]++;
    }
}

static void write_verdicts(struct buf *out, const struct dossier *dossier)
{
    size_t count[VERDICT_COUNT][BODY_COUNT] = { { 0 } };
    struct table table = { .arena = { 0 } };
    count_verdicts(dossier, count);
    add_row(&table, (struct row){ .cell = { STR("quotations"), STR("digest"),
                                            STR("full text") } });
    for (size_t v = VERDICT_COUNT; v-- > 0;) {
        const size_t *row = count[v];
        if (!row[BODY_DIGEST] && !row[BODY_FULL])
            continue;
        add_row(&table,
                (struct row){
                    .cell = { verdict_name((enum verdict)v),
                              arena_printf(&table.arena, "%zu", row[BODY_DIGEST]),
                              arena_printf(&table.arena, "%zu", row[BODY_FULL]) } });
    }
    write_table(out, &table);
    arena_free(&table.arena);
}

/* Sources. */

static struct str coverage_cell(struct arena *arena, const struct source *source,
                                enum body_kind kind)
{
    if (!source->body[kind].given)
        return STR("-");
    struct coverage coverage = coverage_of(source, kind);
    struct str cited =
        arena_printf(arena, "%zu of %zu cited", coverage.cited, coverage.sentences);
    if (!coverage.explained)
        return cited;
    return arena_printf(arena, "%.*s, %zu explained", STR_ARG(cited),
                        coverage.explained);
}

static void write_sources(struct buf *out, const struct dossier *dossier)
{
    struct table table = { .arena = { 0 } };
    add_row(&table, (struct row){ .cell = { STR("sentences"), STR("digest"),
                                            STR("full text"), STR("hash") } });
    for (size_t i = 0; i < dossier->sources.len; i++) {
        const struct source *source = dossier->sources.at[i];
        if (!has_text(source))
            continue;
        add_row(&table, (struct row){
                            .cell = { source->id,
                                      coverage_cell(&table.arena, source, BODY_DIGEST),
                                      coverage_cell(&table.arena, source, BODY_FULL),
                                      hash_name(source->hash) } });
    }
    write_table(out, &table);
    arena_free(&table.arena);
}

void check_summary_write(struct buf *out, const struct dossier *dossier,
                         const struct diags *diags)
{
    write_holdings(out, dossier);
    buf_add_char(out, '\n');
    write_verdicts(out, dossier);
    buf_add_char(out, '\n');
    write_sources(out, dossier);
    buf_add_char(out, '\n');
    write_count(out, diags->errors, "error");
    buf_add(out, STR(", "));
    write_count(out, diags->list.len - diags->errors, "warning");
    buf_add_char(out, '\n');
}
