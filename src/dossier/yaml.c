#include "dossier/yaml.h"

#include <string.h>
#include <yaml.h>

#include "base/oom.h"
#include "text/utf8.h"

struct yaml_reader {
    struct diags *diags;
    const struct file *file;
    struct str input;     /* what libyaml reads */
    size_t start;         /* where that begins in the file */
    size_t index, offset; /* a code point of the input and its byte */
    size_t errors_before, depth, documents;
    bool ended, broken;
    yaml_parser_t parser;
};

/* Marks come in order but for those of an error's context. */
static size_t byte_of(struct yaml_reader *yaml, size_t index)
{
    if (index < yaml->index)
        yaml->index = yaml->offset = 0;
    while (yaml->index < index && yaml->offset < yaml->input.len) {
        utf8_next(yaml->input, &yaml->offset);
        yaml->index++;
    }
    return yaml->start + yaml->offset;
}

static struct loc loc_of(struct yaml_reader *yaml, yaml_mark_t mark)
{
    return (struct loc){ yaml->file, byte_of(yaml, mark.index) };
}

static void stop(struct yaml_reader *yaml)
{
    yaml->ended = yaml->broken = true;
}

static bool begins_with_bytes(struct str text, const char *bytes, size_t len)
{
    return text.len >= len && memcmp(text.ptr, bytes, len) == 0;
}

static void check_encoding(struct yaml_reader *yaml)
{
    size_t bad;
    struct loc loc = { yaml->file, yaml->start };
    if (utf8_is_utf16(yaml->input)) {
        diag_add(yaml->diags, DIAG_ENCODING, loc,
                 "it looks like UTF-16; save it as UTF-8");
        stop(yaml);
    } else if (!utf8_valid(yaml->input, &bad)) {
        loc.offset += bad;
        diag_add(yaml->diags, DIAG_ENCODING, loc, "byte 0x%02X at offset %zu",
                 (unsigned char)yaml->input.ptr[bad], loc.offset);
        stop(yaml);
    }
}

struct yaml_reader *yaml_open(struct diags *diags, const struct file *file,
                              size_t start, size_t end)
{
    struct yaml_reader *yaml = arena_new(diags->arena, struct yaml_reader);
    if (start == 0 && begins_with_bytes(file->text, "\xEF\xBB\xBF", 3))
        start = 3;
    yaml->diags = diags;
    yaml->file = file;
    yaml->input = str_slice(file->text, start, end);
    yaml->start = start;
    yaml->errors_before = diags->errors;
    if (!yaml_parser_initialize(&yaml->parser))
        oom_die();
    yaml_parser_set_encoding(&yaml->parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&yaml->parser, (const unsigned char *)yaml->input.ptr,
                                 yaml->input.len);
    check_encoding(yaml);
    return yaml;
}

struct diags *yaml_diags(struct yaml_reader *yaml)
{
    return yaml->diags;
}

/* Its reader knows bytes only. */
static void report_bad_byte(struct yaml_reader *yaml, const char *problem)
{
    struct loc loc = { yaml->file, yaml->start + yaml->parser.problem_offset };
    diag_add(yaml->diags, DIAG_YAML_SYNTAX, loc, "%s (U+%04X)", problem,
             (unsigned)yaml->parser.problem_value);
}

/* Where the thing began that could not be read, unless it is right there. */
static struct str context_words(struct yaml_reader *yaml)
{
    const yaml_parser_t *parser = &yaml->parser;
    if (!parser->context || parser->context_mark.index == parser->problem_mark.index)
        return STR("");
    size_t line = loc_position(loc_of(yaml, parser->context_mark)).line + 1;
    return arena_printf(yaml->diags->arena, ", %s that begins on line %zu",
                        parser->context, line);
}

/* What helps against PROBLEM, at which REST begins. */
static const char *advice_on(const char *problem, struct str rest)
{
    if (str_starts(rest, STR("\t")))
        return "; indent with spaces, not with tabs";
    if (strstr(problem, "cannot start any token"))
        return "; put a value that begins so in quotes";
    return "";
}

static void report_syntax(struct yaml_reader *yaml)
{
    const yaml_parser_t *parser = &yaml->parser;
    if (parser->error == YAML_MEMORY_ERROR)
        oom_die();
    const char *problem = parser->problem ? parser->problem : "no reason given";
    if (parser->error == YAML_READER_ERROR) {
        report_bad_byte(yaml, problem);
        return;
    }
    struct str context = context_words(yaml);
    struct loc loc = loc_of(yaml, parser->problem_mark);
    const char *advice = advice_on(problem, str_from(yaml->file->text, loc.offset));
    diag_add(yaml->diags, DIAG_YAML_SYNTAX, loc, "%s%.*s%s", problem, STR_ARG(context),
             advice);
}

static void refuse(struct yaml_reader *yaml, struct loc loc, const char *what,
                   const unsigned char *name)
{
    if (name)
        diag_add(yaml->diags, DIAG_YAML_FEATURE, loc, "%s (%.40s)", what,
                 (const char *)name);
}

static void refuse_and_stop(struct yaml_reader *yaml, struct loc loc, const char *what)
{
    diag_add(yaml->diags, DIAG_YAML_FEATURE, loc, "%s", what);
    stop(yaml);
}

static void begin_document(struct yaml_reader *yaml, const yaml_event_t *event,
                           struct loc loc)
{
    bool directives = event->data.document_start.version_directive ||
                      event->data.document_start.tag_directives.start !=
                          event->data.document_start.tag_directives.end;
    if (directives)
        refuse_and_stop(yaml, loc, "a directive (%YAML or %TAG)");
    else if (yaml->documents++)
        refuse_and_stop(yaml, loc, "a second document");
}

static void open_level(struct yaml_reader *yaml, struct loc loc)
{
    if (++yaml->depth <= YAML_DEPTH_MAX)
        return;
    diag_add(yaml->diags, DIAG_TOO_DEEP, loc, "more than %d levels", YAML_DEPTH_MAX);
    stop(yaml);
}

static void read_scalar(struct yaml_reader *yaml, const yaml_event_t *event,
                        struct yaml_token *token)
{
    struct str text = { (const char *)event->data.scalar.value,
                        event->data.scalar.length };
    refuse(yaml, token->loc, "an anchor", event->data.scalar.anchor);
    refuse(yaml, token->loc, "a tag", event->data.scalar.tag);
    if (text.len > YAML_SCALAR_MAX) {
        diag_add(yaml->diags, DIAG_TOO_LONG, token->loc,
                 "a value of %zu bytes; at most %d are read", text.len,
                 YAML_SCALAR_MAX);
        token->kind = YAML_REFUSED;
        return;
    }
    token->kind = YAML_TEXT;
    token->text = arena_str(yaml->diags->arena, text);
    token->plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
}

static void read_list_start(struct yaml_reader *yaml, const yaml_event_t *event,
                            struct yaml_token *token)
{
    refuse(yaml, token->loc, "an anchor", event->data.sequence_start.anchor);
    refuse(yaml, token->loc, "a tag", event->data.sequence_start.tag);
    open_level(yaml, token->loc);
    token->kind = YAML_LIST;
}

static void read_map_start(struct yaml_reader *yaml, const yaml_event_t *event,
                           struct yaml_token *token)
{
    refuse(yaml, token->loc, "an anchor", event->data.mapping_start.anchor);
    refuse(yaml, token->loc, "a tag", event->data.mapping_start.tag);
    open_level(yaml, token->loc);
    token->kind = YAML_MAP;
}

static void read_level_end(struct yaml_reader *yaml, enum yaml_kind kind,
                           struct yaml_token *token)
{
    yaml->depth--;
    token->kind = kind;
}

/* False where the event is none that a reader of values hears of. */
static bool read_event(struct yaml_reader *yaml, const yaml_event_t *event,
                       struct yaml_token *token)
{
    *token =
        (struct yaml_token){ .kind = YAML_END, .loc = loc_of(yaml, event->start_mark) };
    token->end = byte_of(yaml, event->end_mark.index);
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        read_scalar(yaml, event, token);
        return true;
    case YAML_ALIAS_EVENT:
        refuse(yaml, token->loc, "an alias", event->data.alias.anchor);
        token->kind = YAML_REFUSED;
        return true;
    case YAML_SEQUENCE_START_EVENT:
        read_list_start(yaml, event, token);
        return true;
    case YAML_MAPPING_START_EVENT:
        read_map_start(yaml, event, token);
        return true;
    case YAML_SEQUENCE_END_EVENT:
        read_level_end(yaml, YAML_LIST_END, token);
        return true;
    case YAML_MAPPING_END_EVENT:
        read_level_end(yaml, YAML_MAP_END, token);
        return true;
    case YAML_DOCUMENT_START_EVENT:
        begin_document(yaml, event, token->loc);
        return false;
    case YAML_STREAM_END_EVENT:
        yaml->ended = true;
        return false;
    default:
        return false;
    }
}

static void stop_at_too_many_errors(struct yaml_reader *yaml, struct loc loc)
{
    if (yaml->ended || yaml->diags->errors - yaml->errors_before <= YAML_ERRORS_MAX)
        return;
    diag_add(yaml->diags, DIAG_TOO_LONG, loc,
             "more than %d errors; the file is not read any further", YAML_ERRORS_MAX);
    stop(yaml);
}

struct yaml_token yaml_next(struct yaml_reader *yaml)
{
    struct yaml_token token = { .kind = YAML_END };
    bool heard = false;
    while (!yaml->ended && !heard) {
        yaml_event_t event;
        if (!yaml_parser_parse(&yaml->parser, &event)) {
            report_syntax(yaml);
            stop(yaml);
            break;
        }
        heard = read_event(yaml, &event, &token);
        yaml_event_delete(&event);
        stop_at_too_many_errors(yaml, token.loc);
    }
    if (yaml->ended)
        token = (struct yaml_token){ .kind = YAML_END,
                                     .loc = { yaml->file, yaml->start },
                                     .end = yaml->start + yaml->input.len };
    return token;
}

size_t yaml_skip(struct yaml_reader *yaml, struct yaml_token first)
{
    size_t open = first.kind == YAML_LIST || first.kind == YAML_MAP;
    struct yaml_token token = first;
    while (open && !yaml->ended) {
        token = yaml_next(yaml);
        if (token.kind == YAML_LIST || token.kind == YAML_MAP)
            open++;
        else if (token.kind == YAML_LIST_END || token.kind == YAML_MAP_END)
            open--;
    }
    return token.end;
}

bool yaml_broken(const struct yaml_reader *yaml)
{
    return yaml->broken;
}

bool yaml_close(struct yaml_reader *yaml)
{
    while (yaml_next(yaml).kind != YAML_END)
        continue;
    yaml_parser_delete(&yaml->parser);
    return !yaml->broken;
}
