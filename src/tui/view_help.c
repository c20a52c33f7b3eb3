/*
 * Help: what each key does, the keys of the view it was asked from first, and what the
 * signs say. Made from the tables that bind and draw them.
 */
#include "tui/view.h"

enum { LEFT = 2, KEYS_CELLS = 25 };

static struct str keys_of(struct page *page, const struct keymap *keymap,
                          enum view_id view, enum action action)
{
    struct buf keys = { 0 };
    keymap_keys(keymap, view, action, ACTION_COUNT, " ", &keys);
    struct str text = arena_str(page->arena, buf_str(&keys));
    buf_free(&keys);
    return text;
}

static void put_heading(struct page *page, struct str heading)
{
    page_gap(page);
    page_row(page);
    page_heading(page, heading);
    page_put(page, LEFT, page->width - LEFT - 1, heading, STYLE_HEADING);
}

static void put_action(struct page *page, struct str keys, enum action action)
{
    int col = LEFT + KEYS_CELLS;
    page_row(page);
    int end = page_put(page, LEFT + 1, page->width - LEFT - 2, keys, STYLE_KEY);
    if (page->width - col < KEYS_CELLS) {
        col = LEFT + 4;
        page_row(page);
    } else if (end >= col) {
        page_row(page);
    }
    page_flow(page, col, page->width - col - 1, &text_form_prose, action_help(action),
              STYLE_TEXT);
}

static void put_group(struct page *page, const struct view_context *context,
                      enum action_group group)
{
    bool first = true;
    for (int i = 0; i < ACTION_COUNT; i++) {
        enum action action = (enum action)i;
        struct str keys =
            keys_of(page, context->keymap, context->place.help_of, action);
        if (action_group(action) != group || keys.len == 0)
            continue;
        if (first)
            put_heading(page, action_group_name(group));
        first = false;
        put_action(page, keys, action);
    }
}

/* What other views say of their most useful keys, in the order of their hints. */
static void put_hints(struct page *page, const struct view_context *context,
                      enum view_id view)
{
    const struct view *of = view_of(view);
    put_heading(page, str_of(of->name));
    for (const struct hint *hint = of->hints; hint->label; hint++) {
        struct str keys = keys_of(page, context->keymap, view, hint->action);
        if (keys.len == 0)
            continue;
        page_row(page);
        page_put(page, LEFT + 1, KEYS_CELLS - 2, keys, STYLE_KEY);
        page_put(page, LEFT + KEYS_CELLS, page->width - LEFT - KEYS_CELLS - 1,
                 str_of(hint->label), STYLE_TEXT);
    }
}

static void put_signs(struct page *page)
{
    put_heading(page, STR("Signs"));
    for (int i = 0; i < SIGN_COUNT; i++) {
        struct str meaning = sign_meaning((enum sign)i);
        if (meaning.len == 0)
            continue;
        page_row(page);
        page_put_sign(page, LEFT + 1, (enum sign)i, STYLE_KEY);
        page_put(page, LEFT + KEYS_CELLS, page->width - LEFT - KEYS_CELLS - 1, meaning,
                 STYLE_TEXT);
    }
}

static void build(const struct view_context *context, struct page *page)
{
    page_row(page);
    page_put(page, LEFT, page->width - LEFT - 1,
             arena_printf(page->arena, "Keys of the %s",
                          view_of(context->place.help_of)->name),
             STYLE_TITLE);
    for (int group = 0; group < ACTION_GROUP_COUNT; group++)
        put_group(page, context, (enum action_group)group);
    put_signs(page);
    page_gap(page);
    page_row(page);
    page_put(page, LEFT, page->width - LEFT - 1, STR("In the other views"),
             STYLE_TITLE);
    for (int view = 0; view < VIEW_COUNT; view++)
        if (view != (int)context->place.help_of && view != VIEW_HELP)
            put_hints(page, context, (enum view_id)view);
}

const struct view view_help = {
    .name = "help",
    .step = SCROLL_BY_ROW,
    .hints = { { ACTION_CLOSE, "back" },
               { ACTION_SEARCH, "search" },
               { ACTION_PAGE_DOWN, "more" } },
    .build = build,
};
