#include "options.h"

#include <ctype.h>
#include <getopt.h>
#include <stdlib.h>

#include "diff.h"
#include "text/clean.h"
#include "text/utf8.h"

/* A parse under way. */
struct parse {
    struct arena *arena;
    struct options *options;
    struct str complaint;
};

/* Takes an option's argument (empty where it has none); on failure returns false
 * with the complaint set. */
typedef bool take_function(struct parse *parse, struct str argument);

static bool complain(struct parse *parse, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static bool complain(struct parse *parse, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    parse->complaint = arena_vprintf(parse->arena, format, args);
    va_end(args);
    return false;
}

/* Arguments. */

/* The place of ARGUMENT in a list of names that ends with NULL, or its length. */
static size_t index_of(struct str argument, const char *const *names)
{
    size_t i = 0;
    while (names[i] && !str_equal(argument, str_of(names[i])))
        i++;
    return i;
}

/* All of it without an argument. */
static bool take_dump(struct parse *parse, struct str argument)
{
    bool all = argument.ptr == NULL;
    parse->options->printer = all ? &print_dump : &print_conflicts;
    return all || str_equal(argument, STR("conflicts")) ||
           complain(parse, "--dump: '%.*s' is no part of it; there is conflicts",
                    STR_ARG(argument));
}

static bool take_export(struct parse *parse, struct str argument)
{
    parse->options->printer = printer_named(argument);
    return parse->options->printer ||
           complain(parse, "--export: '%.*s' is not a format; there are json and text",
                    STR_ARG(argument));
}

static bool take_date(struct parse *parse, struct str argument)
{
    parse->options->date = argument;
    return true;
}

static bool take_attach(struct parse *parse, struct str argument)
{
    struct str file = argument;
    bool split = str_split(&file, '=', &parse->options->source);
    parse->options->file = file;
    return (split && parse->options->source.len && file.len) ||
           complain(parse, "--attach: '%.*s' is not SOURCE=FILE", STR_ARG(argument));
}

/* Made printable as the record is, for it is looked for there and shown. */
static bool take_filter(struct parse *parse, struct str argument)
{
    struct query_error error;
    struct options *options = parse->options;
    options->filter =
        text_clean_line(parse->arena, utf8_repair(parse->arena, argument), NULL);
    options->query = query_parse(parse->arena, options->filter, &error);
    return options->query ||
           complain(parse, "--filter: %.*s: '%.*s'", STR_ARG(error.reason),
                    STR_ARG(str_from(options->filter, error.offset)));
}

static bool take_order(struct parse *parse, struct str argument)
{
    static const char *const names[] = { "event", "published", NULL };
    size_t index = index_of(argument, names);
    parse->options->order = index == 1 ? ORDER_PUBLISHED : ORDER_EVENT;
    return names[index] ||
           complain(parse, "--order: '%.*s' is neither event nor published",
                    STR_ARG(argument));
}

/* The end of whatever the date says: "2023-06" is all of June. */
static bool take_as_of(struct parse *parse, struct str argument)
{
    struct edtf date;
    struct edtf_error error;
    if (!edtf_parse(argument, &date, &error))
        return complain(parse, "--as-of: '%.*s' is no date: %s", STR_ARG(argument),
                        error.reason);
    struct edtf_bound latest = edtf_bounds(&date).latest;
    parse->options->as_of = (struct known_day){ .known = true, .day = latest.day };
    return latest.kind == EDTF_DAY ||
           complain(parse, "--as-of: '%.*s' has no last day", STR_ARG(argument));
}

static bool take_texts(struct parse *parse, struct str argument)
{
    parse->options->texts = argument;
    return argument.len || complain(parse, "--texts: the directory has no name");
}

static bool take_no_sources(struct parse *parse, struct str argument)
{
    (void)argument;
    parse->options->no_sources = true;
    return true;
}

static bool take_width(struct parse *parse, struct str argument)
{
    enum { WIDTH_MIN = 20, WIDTH_MAX = 10000 };
    size_t width = 0;
    for (size_t i = 0; i < argument.len && width <= WIDTH_MAX; i++) {
        if (!isdigit((unsigned char)argument.ptr[i])) {
            width = 0;
            break;
        }
        width = width * 10 + (size_t)(argument.ptr[i] - '0');
    }
    parse->options->width = width;
    return (width >= WIDTH_MIN && width <= WIDTH_MAX) ||
           complain(parse, "--width: '%.*s' is not a number from %d to %d",
                    STR_ARG(argument), WIDTH_MIN, WIDTH_MAX);
}

static bool take_color(struct parse *parse, struct str argument)
{
    static const char *const names[] = {
        [COLOR_AUTO] = "auto", [COLOR_ALWAYS] = "always", [COLOR_NEVER] = "never", NULL
    };
    size_t index = index_of(argument, names);
    parse->options->color = (enum color)index;
    return names[index] ||
           complain(parse, "--color: '%.*s' is neither auto, always nor never",
                    STR_ARG(argument));
}

static bool take_open(struct parse *parse, struct str argument)
{
    parse->options->open = argument;
    return argument.len || complain(parse, "--open: nothing is named");
}

static bool take_ascii(struct parse *parse, struct str argument)
{
    (void)argument;
    parse->options->ascii = true;
    return true;
}

static bool take_no_mouse(struct parse *parse, struct str argument)
{
    (void)argument;
    parse->options->mouse = false;
    return true;
}

/* The table. */

struct row {
    char letter; /* 0 where it has none */
    const char *name, *argument, *help;
    bool optional;       /* the argument: then only the long option takes it */
    take_function *take; /* NULL where there is nothing but the mode to take */
    enum mode mode;      /* that it asks for; MODE_BROWSE for none */
    bool selects;        /* says what to show: no use to a mode that shows nothing */
};

static const struct row rows[] = {
    { .letter = 'd',
      .name = "dump",
      .argument = "PART",
      .optional = true,
      .help = "print the timeline as plain text; PART: conflicts",
      .take = take_dump,
      .mode = MODE_PRINT },
    { .letter = 'e',
      .name = "export",
      .argument = "FORMAT",
      .help = "print the same in another format: json",
      .take = take_export,
      .mode = MODE_PRINT },
    { .letter = 'c',
      .name = "check",
      .help = "say whether dates, references and quotations are sound",
      .mode = MODE_CHECK },
    { .name = "date",
      .argument = "EXPR",
      .help = "explain a date; - reads one a line",
      .take = take_date,
      .mode = MODE_DATE },
    { .name = "diff",
      .help = "say what changed from one FILE to the other",
      .mode = MODE_DIFF },
    { .name = "attach",
      .argument = "SOURCE=FILE",
      .help = "check a full text and keep it",
      .take = take_attach,
      .mode = MODE_ATTACH },
    { .name = "keys",
      .help = "print which key does what, as settings",
      .mode = MODE_KEYS },
    { .letter = 'f',
      .name = "filter",
      .argument = "QUERY",
      .help = "only events that match: words, who:X, tag:X, ...",
      .take = take_filter,
      .selects = true },
    { .name = "as-of",
      .argument = "DATE",
      .help = "only what was public by then",
      .take = take_as_of,
      .selects = true },
    { .name = "order",
      .argument = "CLOCK",
      .help = "sort by one of: event, published",
      .take = take_order,
      .selects = true },
    { .name = "open",
      .argument = "LINK",
      .help = "browse from there: EVENT, EVENT/CLAIM, SOURCE#N",
      .take = take_open },
    { .letter = 't',
      .name = "texts",
      .argument = "DIR",
      .help = "where the full texts are",
      .take = take_texts },
    { .name = "no-sources",
      .help = "read the event files alone",
      .take = take_no_sources },
    { .name = "width",
      .argument = "N",
      .help = "wrap the dump at N cells",
      .take = take_width },
    { .name = "color",
      .argument = "WHEN",
      .help = "auto, always or never",
      .take = take_color },
    { .name = "ascii", .help = "nothing but ASCII", .take = take_ascii },
    { .name = "no-mouse",
      .help = "leave the mouse to the terminal",
      .take = take_no_mouse },
    { .letter = 'h', .name = "help", .help = "print this", .mode = MODE_HELP },
    { .letter = 'V',
      .name = "version",
      .help = "print the version",
      .mode = MODE_VERSION },
};

enum { ROWS = sizeof(rows) / sizeof(*rows), FIRST_LONG = 256 };

/* What getopt_long wants to know, made of the table. */

static void make_short(char *text)
{
    *text++ = ':';
    for (size_t i = 0; i < ROWS; i++) {
        if (!rows[i].letter)
            continue;
        *text++ = rows[i].letter;
        if (rows[i].argument && !rows[i].optional)
            *text++ = ':';
    }
    *text = '\0';
}

static int argument_of(const struct row *row)
{
    if (!row->argument)
        return no_argument;
    return row->optional ? optional_argument : required_argument;
}

static void make_long(struct option *list)
{
    for (size_t i = 0; i < ROWS; i++)
        list[i] = (struct option){ .name = rows[i].name,
                                   .has_arg = argument_of(&rows[i]),
                                   .val = FIRST_LONG + (int)i };
    list[ROWS] = (struct option){ .name = NULL };
}

/* The row that getopt means by CODE, or NULL. */
static const struct row *row_of(int code)
{
    if (code >= FIRST_LONG)
        return &rows[code - FIRST_LONG];
    for (size_t i = 0; i < ROWS; i++)
        if (rows[i].letter && rows[i].letter == code)
            return &rows[i];
    return NULL;
}

/* What may be wrong. */

static bool complain_of_option(struct parse *parse, int code, char **argv)
{
    const struct row *row = row_of(optopt);
    if (code == ':' && row)
        return complain(parse, "--%s needs an argument, %s", row->name, row->argument);
    if (row)
        return complain(parse, "--%s takes no argument", row->name);
    if (optopt)
        return complain(parse, "there is no option -%c", optopt);
    return complain(parse, "there is no option %s, or more than one that begins so",
                    argv[optind - 1]);
}

static bool take_row(struct parse *parse, const struct row *row,
                     const struct row **mode_row)
{
    if (row->mode != MODE_BROWSE) {
        if (*mode_row && *mode_row != row)
            return complain(parse, "--%s and --%s can't be used together",
                            (*mode_row)->name, row->name);
        *mode_row = row;
        parse->options->mode = row->mode;
    }
    return !row->take || row->take(parse, str_of(optarg));
}

/* Whether all that was given means something in this mode. */
static bool fits_together(struct parse *parse, const struct row *mode_row,
                          const struct row *selecting)
{
    const struct options *options = parse->options;
    bool shows = options->mode == MODE_BROWSE || options->mode == MODE_PRINT;
    if (mode_row && selecting && !shows)
        return complain(parse, "--%s means nothing with --%s", selecting->name,
                        mode_row->name);
    if (mode_row && options->open.len)
        return complain(parse, "--open means nothing with --%s", mode_row->name);
    bool reads = options->mode != MODE_DATE && options->mode != MODE_KEYS;
    if (mode_row && options->file_count && !reads)
        return complain(parse, "--%s takes no FILE", mode_row->name);
    struct diff_run run;
    if (options->mode == MODE_DIFF &&
        !diff_run_of(options->files, options->file_count, &run))
        return complain(parse, "--diff takes two files, OLD and NEW");
    return true;
}

static bool parse_all(struct parse *parse, int argc, char **argv)
{
    char letters[2 * ROWS + 2];
    struct option names[ROWS + 1];
    const struct row *mode_row = NULL, *selecting = NULL;
    make_short(letters);
    make_long(names);
    opterr = 0;
    int code;
    while ((code = getopt_long(argc, argv, letters, names, NULL)) != -1) {
        const struct row *row = code == '?' || code == ':' ? NULL : row_of(code);
        if (!row)
            return complain_of_option(parse, code, argv);
        if (row->mode == MODE_HELP || row->mode == MODE_VERSION) {
            parse->options->mode = row->mode;
            return true;
        }
        if (!take_row(parse, row, &mode_row))
            return false;
        selecting = row->selects ? row : selecting;
    }
    parse->options->files = argv + optind;
    parse->options->file_count = (size_t)(argc - optind);
    return fits_together(parse, mode_row, selecting);
}

bool options_parse(struct arena *arena, int argc, char **argv, struct options *options,
                   struct str *complaint)
{
    struct parse parse = { .arena = arena, .options = options };
    *options = (struct options){ .printer = &print_dump, .mouse = true };
    if (!take_filter(&parse, STR("")) || !parse_all(&parse, argc, argv)) {
        *complaint = parse.complaint;
        return false;
    }
    return true;
}

/* Help. */

static void help_row(struct buf *out, const struct row *row)
{
    enum { COLUMN = 29 };
    size_t start = out->len;
    if (row->letter)
        buf_printf(out, "  -%c, --%s", row->letter, row->name);
    else
        buf_printf(out, "      --%s", row->name);
    if (row->argument)
        buf_printf(out, row->optional ? "[=%s]" : "=%s", row->argument);
    size_t used = out->len - start;
    buf_add_repeated(out, ' ', used < COLUMN ? COLUMN - used : 1);
    buf_printf(out, "%s\n", row->help);
}

void options_help(struct buf *out)
{
    buf_add(out, STR("Usage: annals [OPTION]... [FILE]...\n"
                     "Browse a timeline down to the words that support each event.\n\n"
                     "Without FILE: ./events.yaml, or else the bundled record.\n\n"));
    for (size_t i = 0; i < ROWS; i++)
        help_row(out, &rows[i]);
    buf_add(out, STR("\nSee annals(1) for the keys, annals(5) for the files.\n"));
}
