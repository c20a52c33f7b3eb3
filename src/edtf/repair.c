/*
 * Repairs of notation: what was nearly EDTF, or is another standard's.
 */
#include "edtf/repair.h"

#include <string.h>

static struct str text_of(const struct line *line)
{
    return (struct str){ line->text, line->len };
}

bool line_add(struct line *line, struct str text)
{
    if (text.len > sizeof(line->text) - line->len)
        return false;
    if (text.len)
        memcpy(line->text + line->len, text.ptr, text.len);
    line->len += text.len;
    return true;
}

bool line_add_number(struct line *line, int64_t number, int digits)
{
    char reversed[24];
    size_t count = sizeof(reversed);
    for (; number > 0 || digits > 0; number /= 10, digits--)
        reversed[--count] = (char)('0' + number % 10);
    return line_add(line, str_from((struct str){ reversed, sizeof(reversed) }, count));
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Hyphens, dashes and the minus sign, U+2010 to U+2015 and U+2212. */
static size_t dash_at(struct str text, size_t at)
{
    static const char general[] = "\xe2\x80", minus[] = "\xe2\x88\x92";
    struct str here = str_from(text, at);
    if (here.len >= 3 && memcmp(here.ptr, general, 2) == 0 && here.ptr[2] >= '\x90' &&
        here.ptr[2] <= '\x95')
        return 3;
    return str_starts(here, str_of(minus)) ? 3 : 0;
}

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool line_of(struct str text, struct line *line)
{
    line->len = 0;
    text = str_trim(text);
    for (size_t at = 0; at < text.len;) {
        size_t dash = dash_at(text, at);
        char c = dash ? '-' : text.ptr[at];
        at += dash ? dash : 1;
        if (is_space(c) && at < text.len && is_space(text.ptr[at]))
            continue;
        c = is_space(c) ? ' ' : c;
        if (!line_add(line, (struct str){ &c, 1 }))
            return false;
    }
    return true;
}

/* Nothing but what line_of has done. */
static bool repair_nothing(struct line *line)
{
    return line->len > 0;
}

/* Every OLD as NEW. */
static bool replace_all(struct line *line, struct str old, struct str replacement)
{
    struct line result = { .len = 0 };
    struct str text = text_of(line);
    size_t from = 0, at = str_find(text, old, 0);
    if (at == STR_NONE)
        return false;
    for (; at != STR_NONE; at = str_find(text, old, from)) {
        if (!line_add(&result, str_slice(text, from, at)) ||
            !line_add(&result, replacement))
            return false;
        from = at + old.len;
    }
    if (!line_add(&result, str_from(text, from)))
        return false;
    *line = result;
    return true;
}

struct replacement {
    struct str old, new;
};

static bool replace_each(struct line *line, const struct replacement *table,
                         size_t count)
{
    bool any = false;
    for (size_t i = 0; i < count; i++)
        any = replace_all(line, table[i].old, table[i].new) || any;
    return any;
}

/* "(06)?" of the draft of 2012 is "?06", "(06-11)~" is "~06-~11". */
static bool repair_group(struct line *line)
{
    struct line result = { .len = 0 };
    struct str text = text_of(line);
    size_t open = str_find(text, STR("("), 0), close = str_find(text, STR(")"), 0);
    if (close == STR_NONE || open > close || close + 1 >= text.len ||
        !strchr("?~%", text.ptr[close + 1]) || text.ptr[close + 1] == '\0')
        return false;
    struct str sign = str_slice(text, close + 1, close + 2), part;
    struct str group = str_slice(text, open + 1, close);
    bool whole = line_add(&result, str_slice(text, 0, open));
    for (bool first = true; str_split(&group, '-', &part); first = false)
        whole = whole && line_add(&result, first ? STR("") : STR("-")) &&
                line_add(&result, sign) && line_add(&result, part);
    if (!whole || !line_add(&result, str_from(text, close + 2)))
        return false;
    *line = result;
    return true;
}

/* The syntax of the draft of 2012, and of level 0 to 2 in lower case. */
static bool repair_draft(struct line *line)
{
    static const struct replacement signs[] = {
        { STR_INIT("?~"), STR_INIT("%") },
        { STR_INIT("~?"), STR_INIT("%") },
        { STR_INIT("/unknown"), STR_INIT("/") },
        { STR_INIT("unknown/"), STR_INIT("/") },
        { STR_INIT("/open"), STR_INIT("/..") },
        { STR_INIT("open/"), STR_INIT("../") },
        { STR_INIT("/now"), STR_INIT("/..") },
        { STR_INIT("/present"), STR_INIT("/..") },
    };
    bool any = replace_each(line, signs, sizeof(signs) / sizeof(*signs));
    while (repair_group(line))
        any = true;
    for (size_t i = 0; i < line->len; i++) {
        static const char lower[] = "uxyetz", upper[] = "XXYETZ";
        const char *found = strchr(lower, line->text[i]);
        bool alone =
            (i == 0 || !is_letter(line->text[i - 1]) || line->text[i - 1] == 'X') &&
            (i + 1 == line->len || !is_letter(line->text[i + 1]) ||
             strchr("uxX", line->text[i + 1]));
        if (found && *found && alone) {
            line->text[i] = upper[found - lower];
            any = true;
        }
    }
    return any;
}

/* White space that has no place: in sets, and around the signs. */
static bool repair_spaces(struct line *line)
{
    static const struct replacement signs[] = {
        { STR_INIT(" - "), STR_INIT("/") },    { STR_INIT(" / "), STR_INIT("/") },
        { STR_INIT(" to "), STR_INIT("/") },   { STR_INIT(" until "), STR_INIT("/") },
        { STR_INIT(" till "), STR_INIT("/") },
    };
    static const struct replacement none[] = { { STR_INIT(" "), STR_INIT("") } };
    bool any = replace_each(line, signs, sizeof(signs) / sizeof(*signs));
    bool set = line->len && strchr("[{", line->text[0]);
    for (size_t i = 0; i < line->len; i++)
        if (is_letter(line->text[i]) && line->text[i] != 'X' && line->text[i] != 'Y')
            return any;
    if (set || any || str_find(text_of(line), STR(":"), 0) == STR_NONE)
        any = replace_each(line, none, 1) || any;
    return any;
}

/* One run of digits, or a sign between two. */
struct token {
    struct str text;
    bool digits;
};

static bool next_token(struct str *rest, struct token *token)
{
    if (rest->len == 0)
        return false;
    token->digits = is_digit(rest->ptr[0]);
    size_t len = 1;
    while (token->digits && len < rest->len && is_digit(rest->ptr[len]))
        len++;
    token->text = str_slice(*rest, 0, len);
    *rest = str_from(*rest, len);
    return true;
}

static int number_of(struct str digits)
{
    int number = 0;
    for (size_t i = 0; i < digits.len && i < 8; i++)
        number = number * 10 + digits.ptr[i] - '0';
    return number;
}

/* Months, days, hours of one digit get their zero, and years of three theirs;
 * a longer year gets its Y. */
static bool repair_zeros(struct line *line)
{
    struct line result = { .len = 0 };
    struct str rest = text_of(line);
    struct token token;
    char before = '\0', sign = '\0';
    bool year = true, any = false;
    while (next_token(&rest, &token)) {
        size_t len = token.text.len;
        bool starts = token.digits && year && before != 'S' && before != 'E';
        bool single = token.digits && !year && len == 1;
        int zeros = single ? 1 : starts && len == 3 ? 1 : 0;
        bool letter = starts && len > 4 && len != 8 && before != 'Y' && sign != 'Y';
        if (letter && before == '-')
            result.len--;
        if (letter && (!line_add(&result, STR("Y")) ||
                       (before == '-' && !line_add(&result, STR("-")))))
            return false;
        any = any || zeros || letter;
        if ((zeros && !line_add(&result, STR("0"))) || !line_add(&result, token.text))
            return false;
        sign = before;
        before = token.text.ptr[token.text.len - 1];
        if (!token.digits && strchr("/,.[{", before))
            year = true;
        else if (token.digits)
            year = false;
    }
    *line = result;
    return any;
}

/* Three numbers, SIGN between them: 2023/6/5 and 24.6.2023, but not 5/6/2023,
 * of which nobody knows whether it is in May or in June. */
static bool repair_signs(struct line *line)
{
    struct str numbers[3], rest = text_of(line);
    struct line result = { .len = 0 };
    struct token token;
    char sign = '\0';
    for (int i = 0; i < 3; i++) {
        if (!next_token(&rest, &token) || !token.digits)
            return false;
        numbers[i] = token.text;
        if (i == 2)
            break;
        if (!next_token(&rest, &token) || !strchr("/.-", token.text.ptr[0]))
            return false;
        sign = token.text.ptr[0];
    }
    bool first = numbers[0].len == 4, last = numbers[2].len == 4 && !first;
    int month = number_of(numbers[1]), day = number_of(numbers[last ? 0 : 2]);
    if (rest.len > 0 || (!first && !last) || (last && sign != '.' && day <= 12))
        return false;
    if (month > 12 && day <= 12) {
        int swapped = month;
        month = day;
        day = swapped;
    }
    if (!line_add(&result, numbers[last ? 2 : 0]) || !line_add(&result, STR("-")) ||
        !line_add_number(&result, month, 2) || !line_add(&result, STR("-")) ||
        !line_add_number(&result, day, 2))
        return false;
    *line = result;
    return true;
}

/* 20230624 in every place where it can stand. */
static bool repair_basic(struct line *line)
{
    struct line result = { .len = 0 };
    struct str rest = text_of(line);
    struct token token;
    bool any = false;
    while (next_token(&rest, &token)) {
        bool basic = token.digits && token.text.len == 8;
        any = any || basic;
        if (!basic && !line_add(&result, token.text))
            return false;
        if (basic && (!line_add(&result, str_slice(token.text, 0, 4)) ||
                      !line_add(&result, STR("-")) ||
                      !line_add(&result, str_slice(token.text, 4, 6)) ||
                      !line_add(&result, STR("-")) ||
                      !line_add(&result, str_from(token.text, 6))))
            return false;
    }
    *line = result;
    return any;
}

static bool set_line(struct line *line, struct str a, struct str sign, struct str b)
{
    struct line result = { .len = 0 };
    if (!line_add(&result, a) || !line_add(&result, sign) || !line_add(&result, b))
        return false;
    *line = result;
    return true;
}

/* Y before a year that has four digits, a sign before the Y. */
static bool repair_letter(struct line *line)
{
    struct str text = text_of(line);
    if (str_starts(text, STR("-Y")))
        return set_line(line, STR("Y-"), STR(""), str_from(text, 2));
    if (str_starts(text, STR("Y")))
        return set_line(line, STR(""), STR(""), str_from(text, 1));
    return false;
}

/* Seconds that are missing, or finer than whole; a shift without its colon; and
 * the times of an interval, which has days. */
static bool repair_time(struct line *line)
{
    struct str text = text_of(line);
    size_t t = str_find(text, STR("T"), 0), slash = str_find(text, STR("/"), 0);
    size_t space = str_find(text, STR(" "), 0);
    if (slash != STR_NONE && t != STR_NONE) {
        size_t second = str_find(text, STR("T"), slash), first = t < slash ? t : slash;
        return set_line(line, str_slice(text, 0, first), STR("/"),
                        str_slice(text, slash + 1, second));
    }
    if (t == STR_NONE && space == 10 && text.len > 15)
        t = space;
    if (t != 10 || text.len < 16)
        return false;
    struct line result = { .len = 0 };
    struct str time = str_slice(text, 11, 16), rest = str_from(text, 16);
    bool whole = line_add(&result, str_slice(text, 0, 10)) &&
                 line_add(&result, STR("T")) && line_add(&result, time);
    bool seconds = rest.len >= 3 && rest.ptr[0] == ':';
    whole = whole && line_add(&result, seconds ? str_slice(rest, 0, 3) : STR(":00"));
    rest = str_from(rest, seconds ? 3 : 0);
    size_t end = rest.len && strchr(".,", rest.ptr[0]) ? 1 : 0;
    while (end && end < rest.len && is_digit(rest.ptr[end]))
        end++;
    rest = str_trim(str_from(rest, end));
    bool basic = rest.len == 5 && strchr("+-", rest.ptr[0]);
    whole = whole && line_add(&result, basic ? str_slice(rest, 0, 3) : rest) &&
            (!basic ||
             (line_add(&result, STR(":")) && line_add(&result, str_from(rest, 3))));
    *line = result;
    return whole;
}

/* 2004/2003, {1672..1670}: the two ends the other way round. */
static bool repair_order(struct line *line)
{
    struct str text = text_of(line);
    size_t slash = str_find(text, STR("/"), 0), dots = str_find(text, STR(".."), 0);
    if (slash != STR_NONE)
        return set_line(line, str_from(text, slash + 1), STR("/"),
                        str_slice(text, 0, slash));
    bool set = text.len > 2 && strchr("[{", text.ptr[0]) && dots != STR_NONE;
    if (!set || str_find(text, STR(","), 0) != STR_NONE)
        return false;
    struct line result = { .len = 0 };
    bool whole = line_add(&result, str_slice(text, 0, 1)) &&
                 line_add(&result, str_slice(text, dots + 2, text.len - 1)) &&
                 line_add(&result, STR("..")) &&
                 line_add(&result, str_slice(text, 1, dots)) &&
                 line_add(&result, str_from(text, text.len - 1));
    *line = result;
    return whole;
}

static size_t count_parts(struct str text)
{
    size_t count = 0;
    struct str part;
    while (str_split(&text, '-', &part))
        count++;
    return count;
}

/* 2018-01-15/02-20, 2023-06-23/24, 1939/45: the end as much shorter as it has
 * in common with the start. */
static bool repair_short_end(struct line *line)
{
    struct str text = text_of(line);
    size_t slash = str_find(text, STR("/"), 0);
    if (slash == STR_NONE)
        return false;
    struct str start = str_slice(text, 0, slash), end = str_from(text, slash + 1);
    size_t of_start = count_parts(start), of_end = count_parts(end);
    struct line result = { .len = 0 };
    size_t shared = start.len - (end.len < start.len ? end.len : start.len);
    bool years = of_start == 1 && start.len == 4 && end.len == 2 &&
                 number_of(end) > number_of(str_from(start, 2));
    bool parts =
        of_end < of_start && end.len < 6 && shared && start.ptr[shared - 1] == '-';
    if (!years && !parts)
        return false;
    bool whole = line_add(&result, start) && line_add(&result, STR("/")) &&
                 line_add(&result, str_slice(start, 0, shared)) &&
                 line_add(&result, end);
    *line = result;
    return whole;
}

/* 1939-45, 1939-1945 and 2023-06-23-2023-06-24: a hyphen between two dates. */
static bool repair_hyphen(struct line *line)
{
    bool alike = line->len % 2 == 1 && line->len >= 9;
    size_t at = alike ? line->len / 2 : 4;
    for (size_t i = 0; i < line->len; i++)
        if (!is_digit(line->text[i]) && line->text[i] != '-')
            return false;
    if ((!alike && line->len != 7) || line->text[at] != '-')
        return false;
    line->text[at] = '/';
    return alike || repair_short_end(line);
}

/* A set that somebody forgot to close. */
static bool repair_bracket(struct line *line)
{
    struct str text = text_of(line);
    if (text.len == 0 || !strchr("[{", text.ptr[0]) ||
        strchr("]}", text.ptr[text.len - 1]))
        return false;
    return line_add(line, text.ptr[0] == '[' ? STR("]") : STR("}"));
}

repair_rule *const repair_rules[] = {
    repair_nothing, repair_draft,     repair_spaces, repair_time,   repair_words,
    repair_signs,   repair_zeros,     repair_basic,  repair_letter, repair_bracket,
    repair_hyphen,  repair_short_end, repair_order,  NULL,
};
