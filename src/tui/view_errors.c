/*
 * What is wrong with the files, as --check says it: a place, and what is wrong there.
 * Enter opens the editor at the place, e does as everywhere.
 */
#include "base/diag.h"
#include "text/clean.h"
#include "text/utf8.h"
#include "tui/view.h"
#include "tui/wording.h"

enum { LEFT = 2, INDENT = 2 };

static struct str printable(struct arena *arena, const struct buf *text)
{
    struct str copy = arena_str(arena, buf_str(text));
    return text_clean_line(arena, utf8_repair(arena, copy), NULL);
}

/* FILE:LINE:COLUMN on a row, and what is wrong on those below. */
static void put_diag(struct page *page, const struct diag *diag, size_t number)
{
    struct place here = { .view = VIEW_ERRORS, .citation = number };
    bool error = diag_severity(diag->code) == DIAG_SEVERITY_ERROR;
    struct buf text = { 0 };
    diag_format(&text, diag);
    struct str line = printable(page->arena, &text);
    struct str mark = error ? STR(": error: ") : STR(": warning: ");
    size_t split = str_find(line, mark, 0);
    split = split == STR_NONE ? 0 : split;
    page_row(page);
    size_t item = page_item_begin(page, here, here);
    int col = page_put(page, LEFT, page->width - LEFT - 1, str_slice(line, 0, split),
                       STYLE_TEXT);
    page_area(page, item, LEFT, col - LEFT, STYLE_SELECTED);
    page_row(page);
    page_flow(page, LEFT + INDENT, page->width - LEFT - INDENT - 1, &text_form_prose,
              str_from(line, split ? split + 2 : 0), error ? STYLE_ERROR : STYLE_DIM);
    page_item_end(page);
    buf_free(&text);
}

static void build(const struct view_context *context, struct page *page)
{
    const struct diags *diags = context->diags;
    size_t warnings = diags->list.len - diags->errors;
    page_row(page);
    page_put(page, LEFT, page->width - LEFT - 1,
             arena_printf(
                 page->arena, "%.*s, %.*s in the files",
                 STR_ARG(wording_count(page->arena, diags->errors, "error", "errors")),
                 STR_ARG(wording_count(page->arena, warnings, "warning", "warnings"))),
             STYLE_TITLE);
    for (size_t i = 0; i < diags->list.len; i++)
        put_diag(page, &diags->list.at[i], i + 1);
}

static struct outcome act(const struct view_context *context, const struct page *page,
                          struct scroll scroll, enum action action)
{
    (void)context;
    bool edits = action == ACTION_OPEN && scroll.item < page->items.len;
    return (struct outcome){ .kind = edits ? OUTCOME_EDIT : OUTCOME_PASS };
}

const struct view view_errors = {
    .name = "errors",
    .step = SCROLL_BY_ITEM,
    .hints = { { ACTION_OPEN, "edit" },
               { ACTION_CLOSE, "back" },
               { ACTION_SEARCH, "search" },
               { ACTION_RELOAD, "read again" },
               { ACTION_HELP, "help" } },
    .build = build,
    .act = act,
};
