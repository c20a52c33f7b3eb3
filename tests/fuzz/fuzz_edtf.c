/* Any bytes as dates, one a line: the first three, also with one another. */
#include "fuzz.h"

#include "base/buf.h"
#include "edtf/explain.h"
#include "edtf_laws.h"

static void explain(struct str text)
{
    struct buf line = { 0 };
    size_t tabs = 0;
    edtf_explain(&line, text);
    for (size_t i = 0; i < line.len; i++) {
        tabs += line.ptr[i] == '\t';
        fuzz_expect(line.ptr[i] == '\n' ? "an explanation is one line" : NULL);
    }
    fuzz_expect(tabs == 4 ? NULL : "an explanation has five fields");
    buf_free(&line);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct str rest = { (const char *)data, size }, text;
    struct edtf dates[3];
    struct edtf_error error;
    int count = 0;
    for (int i = 0; i < 3 && str_split(&rest, '\n', &text); i++) {
        fuzz_expect(edtf_broken_law(text));
        if (i == 0)
            explain(text);
        count += edtf_parse(text, &dates[count], &error);
    }
    if (count >= 2)
        fuzz_expect(edtf_broken_law_of_two(&dates[0], &dates[1]));
    if (count >= 3)
        fuzz_expect(edtf_broken_law_of_three(&dates[0], &dates[1], &dates[2]));
    return 0;
}
