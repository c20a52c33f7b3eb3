#include "edtf/put.h"

size_t edtf_words(const struct edtf *date, enum edtf_width width, char *out,
                  size_t size)
{
    (void)width;
    return edtf_format(date, out, size);
}

size_t edtf_day_words(struct edtf_day day, enum edtf_width width, char *out,
                      size_t size)
{
    static const char *const months[] = { "January", "February", "March",
                                          "April",   "May",      "June",
                                          "July",    "August",   "September",
                                          "October", "November", "December" };
    struct put put = { .out = out, .size = size };
    put_number(&put, day.day, 1);
    put_char(&put, ' ');
    if (width == EDTF_WORDS_DUMP)
        put_text(&put, months[day.month - 1]);
    else
        put_bytes(&put, months[day.month - 1], 3);
    put_char(&put, ' ');
    put_number(&put, day.year, 1);
    return put_end(&put);
}
