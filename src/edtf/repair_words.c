/*
 * Repairs of dates in English: "circa 24 June 2023", "since the 1950s", "44 BC",
 * "spring 2001", "between 1914 and 1918".
 */
#include "edtf/repair.h"

#include <string.h>

struct word {
    struct str text;
    bool digits;
};

/* What has been understood of one date, the words of which come in any order. */
struct sense {
    int64_t year;
    int month, day;  /* 0 where none; month may be a season */
    int unspecified; /* digits at the end of the year */
    bool has_year, before_christ, anno_domini, uncertain, approximate;
};

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool is_letter(char c)
{
    return lower(c) >= 'a' && lower(c) <= 'z';
}

static bool same_word(struct str a, struct str b)
{
    if (a.len != b.len)
        return false;
    for (size_t i = 0; i < a.len; i++)
        if (lower(a.ptr[i]) != b.ptr[i])
            return false;
    return true;
}

/* The next word or number; signs between them are passed over, but for those
 * that no date in words has. */
static bool next_word(struct str *rest, struct word *word)
{
    size_t at = 0;
    while (at < rest->len && strchr(" ,.", rest->ptr[at]))
        at++;
    *rest = str_from(*rest, at);
    if (rest->len == 0)
        return false;
    word->digits = is_digit(rest->ptr[0]);
    size_t len = 0;
    while (len < rest->len &&
           (word->digits ? is_digit(rest->ptr[len]) : is_letter(rest->ptr[len])))
        len++;
    word->text = str_slice(*rest, 0, len ? len : 1);
    *rest = str_from(*rest, word->text.len);
    return true;
}

enum meaning {
    NOTHING,
    MONTH,
    APPROXIMATELY,
    PERHAPS,
    BEFORE_CHRIST,
    ANNO_DOMINI,
    CENTURY,
    FILLER,
};

static const struct {
    struct str word;
    enum meaning meaning;
    int value;
} vocabulary[] = {
    { STR_INIT("january"), MONTH, 1 },
    { STR_INIT("february"), MONTH, 2 },
    { STR_INIT("march"), MONTH, 3 },
    { STR_INIT("april"), MONTH, 4 },
    { STR_INIT("may"), MONTH, 5 },
    { STR_INIT("june"), MONTH, 6 },
    { STR_INIT("july"), MONTH, 7 },
    { STR_INIT("august"), MONTH, 8 },
    { STR_INIT("september"), MONTH, 9 },
    { STR_INIT("sept"), MONTH, 9 },
    { STR_INIT("october"), MONTH, 10 },
    { STR_INIT("november"), MONTH, 11 },
    { STR_INIT("december"), MONTH, 12 },
    { STR_INIT("spring"), MONTH, 21 },
    { STR_INIT("summer"), MONTH, 22 },
    { STR_INIT("autumn"), MONTH, 23 },
    { STR_INIT("fall"), MONTH, 23 },
    { STR_INIT("winter"), MONTH, 24 },
    { STR_INIT("circa"), APPROXIMATELY, 0 },
    { STR_INIT("ca"), APPROXIMATELY, 0 },
    { STR_INIT("c"), APPROXIMATELY, 0 },
    { STR_INIT("about"), APPROXIMATELY, 0 },
    { STR_INIT("around"), APPROXIMATELY, 0 },
    { STR_INIT("approx"), APPROXIMATELY, 0 },
    { STR_INIT("approximately"), APPROXIMATELY, 0 },
    { STR_INIT("~"), APPROXIMATELY, 0 },
    { STR_INIT("perhaps"), PERHAPS, 0 },
    { STR_INIT("maybe"), PERHAPS, 0 },
    { STR_INIT("possibly"), PERHAPS, 0 },
    { STR_INIT("probably"), PERHAPS, 0 },
    { STR_INIT("?"), PERHAPS, 0 },
    { STR_INIT("bc"), BEFORE_CHRIST, 0 },
    { STR_INIT("bce"), BEFORE_CHRIST, 0 },
    { STR_INIT("ad"), ANNO_DOMINI, 0 },
    { STR_INIT("ce"), ANNO_DOMINI, 0 },
    { STR_INIT("century"), CENTURY, 0 },
    { STR_INIT("the"), FILLER, 0 },
    { STR_INIT("of"), FILLER, 0 },
    { STR_INIT("in"), FILLER, 0 },
    { STR_INIT("on"), FILLER, 0 },
};

/* By the whole word, or the first three letters of a month's name. */
static size_t look_up(struct str word)
{
    size_t count = sizeof(vocabulary) / sizeof(*vocabulary);
    for (size_t i = 0; i < count; i++) {
        struct str name = vocabulary[i].word;
        bool month = vocabulary[i].meaning == MONTH && vocabulary[i].value <= 12;
        if (same_word(word, name) ||
            (month && word.len == 3 && same_word(word, str_slice(name, 0, 3))))
            return i;
    }
    return count;
}

static bool understand_word(struct str word, struct sense *sense)
{
    size_t i = look_up(word);
    if (i == sizeof(vocabulary) / sizeof(*vocabulary))
        return false;
    switch (vocabulary[i].meaning) {
    case MONTH:
        if (sense->month)
            return false;
        sense->month = vocabulary[i].value;
        return true;
    case APPROXIMATELY:
        sense->approximate = true;
        return true;
    case PERHAPS:
        sense->uncertain = true;
        return true;
    case BEFORE_CHRIST:
        sense->before_christ = true;
        return true;
    case ANNO_DOMINI:
        sense->anno_domini = true;
        return true;
    case CENTURY:
        /* The number before it was taken for a day: the 19th. */
        if (sense->has_year || sense->day < 1)
            return false;
        sense->year = (int64_t)(sense->day - 1) * 100;
        sense->day = 0;
        sense->unspecified = 2;
        sense->has_year = true;
        return true;
    default:
        return vocabulary[i].meaning != NOTHING;
    }
}

/* A number: a year if it is one or follows what says so, else a day. */
static bool understand_number(struct str digits, struct str *rest, struct sense *sense)
{
    int64_t number = 0;
    if (digits.len > 4)
        return false;
    for (size_t i = 0; i < digits.len; i++)
        number = number * 10 + digits.ptr[i] - '0';
    struct str after = *rest;
    struct word word;
    bool more = next_word(&after, &word);
    static const struct str endings[] = { STR_INIT("st"), STR_INIT("nd"),
                                          STR_INIT("rd"), STR_INIT("th") };
    bool ordinal = false;
    for (int i = 0; more && i < 4; i++)
        ordinal = ordinal || same_word(word.text, endings[i]);
    bool decade = more && same_word(word.text, STR("s")) && digits.len == 4;
    bool era =
        more && (same_word(word.text, STR("bc")) || same_word(word.text, STR("bce")) ||
                 same_word(word.text, STR("ad")) || same_word(word.text, STR("ce")));
    if (ordinal || decade)
        *rest = after;
    if (digits.len >= 3 || era || sense->anno_domini || (sense->day && sense->month)) {
        if (sense->has_year || (decade && number % 10))
            return false;
        sense->has_year = true;
        sense->year = number;
        sense->unspecified = decade ? 1 : 0;
        return true;
    }
    if (sense->day || number < 1 || number > 31)
        return false;
    sense->day = (int)number;
    return true;
}

static bool understand(struct str text, struct sense *sense)
{
    struct word word;
    *sense = (struct sense){ .year = 0 };
    while (next_word(&text, &word))
        if (word.digits ? !understand_number(word.text, &text, sense)
                        : !understand_word(word.text, sense))
            return false;
    return sense->has_year || sense->month || sense->day;
}

static bool add_sense(struct line *line, const struct sense *sense)
{
    int64_t year = sense->before_christ ? sense->year - 1 : sense->year;
    bool negative = sense->before_christ && year > 0;
    if (!sense->has_year || (sense->day && !sense->month) ||
        (sense->before_christ && sense->year == 0))
        return false;
    size_t start = line->len;
    bool whole =
        (!negative || line_add(line, STR("-"))) && line_add_number(line, year, 4);
    if (whole && sense->unspecified)
        memset(line->text + line->len - sense->unspecified, 'X',
               (size_t)sense->unspecified);
    whole = whole && line->len > start;
    if (sense->month)
        whole =
            whole && line_add(line, STR("-")) && line_add_number(line, sense->month, 2);
    if (sense->day)
        whole =
            whole && line_add(line, STR("-")) && line_add_number(line, sense->day, 2);
    struct str sign = sense->uncertain && sense->approximate ? STR("%")
                      : sense->uncertain                     ? STR("?")
                      : sense->approximate                   ? STR("~")
                                                             : STR("");
    return whole && line_add(line, sign);
}

/* What stands before a date, or between two, and what that makes of them. A
 * frame with a joint needs two dates, one without may have two. */
struct frame {
    struct str word, joint, before, between, after;
};

static const struct frame frames[] = {
    { STR_INIT("between "), STR_INIT(" and "), STR_INIT("["), STR_INIT(".."),
      STR_INIT("]") },
    { STR_INIT("from "), STR_INIT("/"), STR_INIT(""), STR_INIT("/"), STR_INIT("") },
    { STR_INIT("since "), STR_INIT(""), STR_INIT(""), STR_INIT(""), STR_INIT("/..") },
    { STR_INIT("from "), STR_INIT(""), STR_INIT(""), STR_INIT(""), STR_INIT("/..") },
    { STR_INIT("until "), STR_INIT(""), STR_INIT("../"), STR_INIT(""), STR_INIT("") },
    { STR_INIT("till "), STR_INIT(""), STR_INIT("../"), STR_INIT(""), STR_INIT("") },
    { STR_INIT("by "), STR_INIT(""), STR_INIT("[.."), STR_INIT(""), STR_INIT("]") },
    { STR_INIT("on or before "), STR_INIT(""), STR_INIT("[.."), STR_INIT(""),
      STR_INIT("]") },
    { STR_INIT("on or after "), STR_INIT(""), STR_INIT("["), STR_INIT(""),
      STR_INIT("..]") },
    { STR_INIT(""), STR_INIT("/"), STR_INIT(""), STR_INIT("/"), STR_INIT("") },
    { STR_INIT(""), STR_INIT(" or "), STR_INIT("["), STR_INIT(","), STR_INIT("]") },
    { STR_INIT(""), STR_INIT(""), STR_INIT(""), STR_INIT(""), STR_INIT("") },
    { STR_INIT(""), STR_INIT("-"), STR_INIT(""), STR_INIT("/"), STR_INIT("") },
};

static bool starts_with(struct str text, struct str word)
{
    return text.len >= word.len && same_word(str_slice(text, 0, word.len), word);
}

static bool is_notation(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (!is_digit(text.ptr[i]) && !strchr("-.X/?~%", text.ptr[i]))
            return false;
    return text.len > 0;
}

/* "circa 2023-06": words before what is notation already. */
static bool add_notation(struct line *line, struct str text)
{
    struct sense sense = { .year = 0 };
    struct str rest = text;
    struct word word;
    while (!is_notation(str_trim(rest)))
        if (!next_word(&rest, &word) || word.digits ||
            !understand_word(word.text, &sense))
            return false;
    return line_add(line, str_trim(rest)) &&
           line_add(line, sense.uncertain && sense.approximate ? STR("%")
                          : sense.uncertain                    ? STR("?")
                          : sense.approximate                  ? STR("~")
                                                               : STR(""));
}

/* What two dates share is said with the second: 24 to 30 June 2023. */
static void share(struct sense *first, const struct sense *second)
{
    if (!first->month && !first->has_year)
        first->month = second->month;
    if (!first->has_year) {
        first->has_year = second->has_year;
        first->year = second->year;
        first->before_christ = second->before_christ;
    }
}

static bool add_two(struct line *line, struct str a, struct str sign, struct str b)
{
    struct sense first, second;
    bool of_a = understand(a, &first), of_b = understand(b, &second);
    if (of_a && of_b)
        share(&first, &second);
    return (of_a ? add_sense(line, &first) : add_notation(line, a)) &&
           line_add(line, sign) &&
           (of_b ? add_sense(line, &second) : add_notation(line, b));
}

static bool add_one(struct line *line, struct str text)
{
    struct sense sense;
    return understand(text, &sense) ? add_sense(line, &sense)
                                    : add_notation(line, text);
}

static bool fill_frame(struct line *line, struct str text, const struct frame *frame)
{
    if (!starts_with(text, frame->word))
        return false;
    struct str rest = str_from(text, frame->word.len);
    size_t joint = frame->joint.len ? str_find(rest, frame->joint, 0) : rest.len;
    if (joint == STR_NONE || !line_add(line, frame->before))
        return false;
    bool said = frame->joint.len
                    ? add_two(line, str_slice(rest, 0, joint), frame->between,
                              str_from(rest, joint + frame->joint.len))
                    : add_one(line, rest);
    return said && line_add(line, frame->after);
}

bool repair_words(struct line *line)
{
    struct str text = { line->text, line->len };
    if (is_notation(text))
        return false;
    for (size_t i = 0; i < sizeof(frames) / sizeof(*frames); i++) {
        struct line result = { .len = 0 };
        if (fill_frame(&result, text, &frames[i])) {
            *line = result;
            return true;
        }
    }
    return false;
}
