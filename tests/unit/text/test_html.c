#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/buf.h"
#include "text/html.h"

static const struct {
    const char *page, *text;
} cases[] = {
    { "", "" },
    { "Just words.", "Just words." },
    { "<!DOCTYPE html><html><head><title>T</title></head><body><p>One.</body></html>",
      "One." },
    /* blocks */
    { "<p>One.<p>Two.", "One.\n\nTwo." },
    { "<h1>Head</h1>\n<div>One.</div>\n<div>Two.</div>", "Head\n\nOne.\nTwo." },
    { "<div><div><p>One.</p></div></div><div>Two.</div>", "One.\n\nTwo." },
    { "One.<br>Two.<br/><br/>Three.", "One.\nTwo.\nThree." },
    { "<ul><li>a</li><li>b</li></ul>c", "a\nb\n\nc" },
    { "<table><tr><th>a<td>b<tr><td>c<td>d</table>", "a b\nc d" },
    { "<blockquote>Said <i>so</i>.</blockquote>", "Said so." },
    { "<article><header><h2>H</h2></header><p>P</article>", "H\n\nP" },
    /* what stands in a line */
    { "<p>a <b>b</b><i>c</i> <span> d</span></p>", "a bc d" },
    { "<p>\n  wrapped\n\tin   the\r\nsource </p>", "wrapped in the source" },
    { "<pre>as\n  typed\n</pre><p>not\nso", "as\n  typed\n\nnot so" },
    { "<p>a<!-- not this -->b<x-unknown>c</x-unknown>", "abc" },
    /* characters */
    { "<p>&ldquo;It&rsquo;s&nbsp;over&#x201d; &amp; &lt;out&gt; &hellip; &#233;",
      "\u201CIt\u2019s\u00A0over\u201D & <out> \u2026 \u00E9" },
    { "<p>caf\u00E9 \u041C\u043E\u0441\u043A\u0432\u0430", "caf\u00E9 \u041C\u043E"
                                                           "\u0441\u043A\u0432\u0430" },
    { "\xEF\xBB\xBF<p>One.", "One." },
    { "<p>a\x93z", "a\uFFFDz" },
    { "<p>a&#xFFFFFFFFFFFFFFFFFFFFF0;&#x110000;&#xD800;z", "a\uFFFD\uFFFD\uFFFDz" },
    { "<p>&bogus; &#0; &", "&bogus; \uFFFD &" },
    /* what is no text of the page */
    { "<nav>Home</nav><p>One.<script>var a='<p>no';</script><style>p{}</style>",
      "One." },
    { "<aside>Read also</aside><p>One.</p><footer>Rights</footer>", "One." },
    { "<p>One.<noscript>Turn it on</noscript><button>Share</button>", "One." },
    { "<template><p>no</p></template><p hidden>no<p>One.", "One." },
    { "<svg><text>no</text></svg><iframe>no</iframe><p>One.", "One." },
    { "<select><option>no</select><textarea>no</textarea>One.", "One." },
    { "<article><p>One.<footer><p>no</footer><p>Two.</article>", "One.\n\nTwo." },
    /* broken pages */
    { "<p>One <b>two <i>three</b> four</i>", "One two three four" },
    { "</p></div>One", "One" },
    { "<p>One<", "One<" },
    { "<p>One<div", "One" },
    { "<table><p>out of</p><tr><td>in</table>", "out of\n\nin" },
    { "<frameset><frame></frameset>", "" },
};

static void a_page_is_read_as_it_is_shown(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        struct str text;
        assert_true(html_text(&arena, str_of(cases[i].page), &text));
        if (!str_equal(text, str_of(cases[i].text)))
            fail_msg("row %zu: \"%.*s\"", i, STR_ARG(text));
    }
    arena_free(&arena);
}

static void bytes_that_are_zero_end_nothing(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct str text;
    assert_true(html_text(&arena, STR("<p>One\0two</p><p>Three"), &text));
    assert_true(str_ends(text, STR("two\n\nThree")));
    arena_free(&arena);
}

/* A walk or a tree that is freed by calls would run out of stack. */
static void a_page_may_be_deep(void **state)
{
    (void)state;
    enum { DEPTH = 20000 };
    struct arena arena = { 0 };
    struct buf page = { 0 };
    for (int i = 0; i < DEPTH; i++)
        buf_add(&page, STR("<div>"));
    buf_add(&page, STR("at the bottom"));
    struct str text;
    assert_true(html_text(&arena, buf_str(&page), &text));
    assert_true(str_equal(text, STR("at the bottom")));
    buf_free(&page);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_page_is_read_as_it_is_shown),
        cmocka_unit_test(bytes_that_are_zero_end_nothing),
        cmocka_unit_test(a_page_may_be_deep),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
