#!/usr/bin/env python3
"""Each rule of the house, shown a tree that breaks it and nothing else.

A rule that can't fail guards nothing: every rule must have its row here.
"""

import sys

import house

HEADER = "/* a: for the test. */\n#ifndef ANNALS_{0}_H\n#define ANNALS_{0}_H\n{1}\n#endif\n"
SOUND = {
    "src/base/a.h": HEADER.format("BASE_A", ""),
    "src/base/a.c": '#include "base/a.h"\n\nint a(void)\n{\n    return 1;\n}\n',
    "src/text/b.h": HEADER.format("TEXT_B", '#include "base/a.h"'),
    "src/text/b.c": '#include "text/b.h"\n\n#include <utf8proc.h>\n',
    "src/tui/term.c": "#include <curses.h>\n#include <term.h>\n",
    "src/dossier/yaml.c": "#include <yaml.h>\n",
    "src/main.c": '#include "text/b.h"\n',
    "tests/t.c": "int main(void)\n{\n    return 0;\n}\n",
}

# The rule, the files that are added to the sound tree, the complaint.
BROKEN = [
    ("includes_point_downward", {"src/base/x.c": '#include "text/b.h"\n'},
     "src/base/x.c:1: base must not know text: text/b.h"),
    ("includes_point_downward", {"src/print/x.c": '#include "tui/view.h"\n',
                                 "src/tui/view.h": HEADER.format("TUI_VIEW", "")},
     "src/print/x.c:1: print must not know tui: tui/view.h"),
    ("includes_point_downward", {"src/den/x.c": '#include "base/a.h"\n'},
     "src/den/x.c:1: src/den is no room of the house"),
    ("includes_are_spelled_from_src", {"src/base/x.c": '#include "base/b.h"\n'},
     "src/base/x.c:1: there is no src/base/b.h"),
    ("libraries_have_one_owner", {"src/dossier/x.c": "\n#include <yaml.h>\n"},
     "src/dossier/x.c:2: yaml.h is for src/dossier/yaml.c alone"),
    ("libraries_have_one_owner", {"src/tui/x.c": "#include <ncursesw/curses.h>\n"},
     "src/tui/x.c:1: ncursesw/curses.h is for src/tui/term.c alone"),
    ("libraries_have_one_owner", {"src/tui/x.c": "# include <utf8proc.h>\n"},
     "src/tui/x.c:1: utf8proc.h is for src/text/*.c alone"),
    ("headers_go_in_no_circle",
     {"src/base/p.h": HEADER.format("BASE_P", '#include "base/q.h"'),
      "src/base/q.h": HEADER.format("BASE_Q", '#include "base/p.h"')},
     "src/base/p.h:1: circle: src/base/p.h > src/base/q.h > src/base/p.h"),
    ("own_header_comes_first",
     {"src/base/a.c": '#include <stdlib.h>\n#include "base/a.h"\n'},
     "src/base/a.c:1: the first include must be base/a.h"),
    ("functions_fit_on_a_screen",
     {"src/base/x.c": "int x(void)\n{\n" + "    ;\n" * 59 + "}\n"},
     "src/base/x.c:2: a function of 61 lines"),
    ("headers_open_with_a_comment", {"src/base/x.def": "X(one)\n"},
     "src/base/x.def:1: no opening comment"),
    ("headers_are_guarded", {"src/base/x.h": HEADER.format("BASE_Y", "")},
     "src/base/x.h:1: no guard ANNALS_BASE_X_H"),
    ("headers_are_guarded", {"src/base/x.h": "/* x: for the test. */\n#endif\n"},
     "src/base/x.h:1: no guard ANNALS_BASE_X_H"),
    ("no_paths_of_a_machine", {"README.md": "Look in " + "/ho" + "me/me/annals.\n"},
     "README.md:1: a path of one machine: " + "/ho" + "me/m…"),
    ("tests_do_not_sleep", {"tests/x.c": "    sl" + "eep(1);\n"},
     "tests/x.c:1: a test that sleeps: wait for what is expected"),
]


def complaints(files):
    tree = house.Tree({path: text.splitlines() for path, text in files.items()})
    return [(rule.__name__, f"{path}:{number}: {message}")
            for rule in house.RULES for path, number, message in rule(tree)]


def main():
    failures = []
    if complaints(SOUND):
        failures.append(f"the sound tree: {complaints(SOUND)}")
    for rule, files, message in BROKEN:
        found = complaints({**SOUND, **files})
        if found != [(rule, message)]:
            failures.append(f"{rule}: wanted {message!r}, got {found}")
    unshown = {rule.__name__ for rule in house.RULES} - {row[0] for row in BROKEN}
    failures += [f"no tree breaks {name}" for name in sorted(unshown)]
    print(*failures, sep="\n")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
