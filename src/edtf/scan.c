#include "edtf/scan.h"

#include <stdarg.h>
#include <stdio.h>

struct scan scan_part(struct str text, size_t start, size_t end,
                      struct edtf_error *error)
{
    return (
        struct scan){ .text = str_slice(text, 0, end), .at = start, .error = error };
}

bool scan_at_end(const struct scan *scan)
{
    return scan->at >= scan->text.len;
}

char scan_peek(const struct scan *scan)
{
    return scan_at_end(scan) ? '\0' : scan->text.ptr[scan->at];
}

bool scan_take(struct scan *scan, char c)
{
    if (scan_at_end(scan) || scan->text.ptr[scan->at] != c)
        return false;
    scan->at++;
    return true;
}

bool scan_number(struct scan *scan, int64_t *value, size_t *digits)
{
    size_t start = scan->at;
    bool fits = true;
    *value = 0;
    for (char c = scan_peek(scan); c >= '0' && c <= '9'; c = scan_peek(scan)) {
        fits = fits && !__builtin_mul_overflow(*value, 10, value) &&
               !__builtin_add_overflow(*value, c - '0', value);
        scan->at++;
    }
    *digits = scan->at - start;
    return fits && *digits > 0;
}

bool scan_fail_at(struct scan *scan, size_t offset, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    scan->error->offset = offset;
    vsnprintf(scan->error->reason, sizeof(scan->error->reason), format, arguments);
    va_end(arguments);
    return false;
}
