#include "print/print.h"

static const struct printer *const printers[] = { &print_dump, &print_json };

const struct printer *printer_named(struct str name)
{
    for (size_t i = 0; i < sizeof(printers) / sizeof(*printers); i++)
        if (str_equal(name, str_of(printers[i]->name)))
            return printers[i];
    return NULL;
}
