/*
 * baseline: the least that anything made on libyaml can do: it parses the event file
 * and the front matter of every source, and keeps nothing.
 *
 *   baseline DIRECTORY
 */
#include <glob.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

static size_t parse(const unsigned char *text, size_t len)
{
    yaml_parser_t parser;
    yaml_event_t event;
    size_t events = 0;
    bool done = false;
    if (!yaml_parser_initialize(&parser))
        abort();
    yaml_parser_set_input_string(&parser, text, len);
    while (!done && yaml_parser_parse(&parser, &event)) {
        events++;
        done = event.type == YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    return events;
}

static char *read_whole(const char *path)
{
    FILE *file = fopen(path, "rb");
    char *text = NULL;
    size_t cap = 0;
    if (!file || getdelim(&text, &cap, '\0', file) < 0)
        exit(1);
    fclose(file);
    return text;
}

static size_t parse_file(const char *path)
{
    char *text = read_whole(path);
    const char *start = strncmp(text, "---\n", 4) == 0 ? text + 4 : text;
    const char *end = start > text ? strstr(start, "\n---\n") : NULL;
    size_t events = parse((const unsigned char *)start,
                          end ? (size_t)(end - start) : strlen(start));
    free(text);
    return events;
}

int main(int argc, char **argv)
{
    char pattern[4096];
    glob_t found;
    size_t events = 0;
    if (argc != 2)
        return 2;
    snprintf(pattern, sizeof pattern, "%s/events.yaml", argv[1]);
    int failed = glob(pattern, 0, NULL, &found);
    snprintf(pattern, sizeof pattern, "%s/data/*.md", argv[1]);
    if (failed || glob(pattern, GLOB_APPEND, NULL, &found))
        return 1;
    for (size_t i = 0; i < found.gl_pathc; i++)
        events += parse_file(found.gl_pathv[i]);
    globfree(&found);
    printf("%zu\n", events);
    return 0;
}
