#!/usr/bin/env python3
"""The rules of the house that no compiler keeps.

Each rule is a generator of complaints over the tree, and RULES lists them all.
test_house.py shows each one a tree that breaks it.
"""

import fnmatch
import pathlib
import re
import sys

# Which rooms of src/ a room may include from. The files of src/ itself, main.c
# among them, are the room "main".
BELOW = {
    "base": set(),
    "text": {"base"},
    "edtf": {"base"},
    "dossier": {"base", "text", "edtf"},
    "print": {"base", "text", "edtf", "dossier"},
    "tui": {"base", "text", "edtf", "dossier"},
    "main": {"base", "text", "edtf", "dossier", "print", "tui"},
}

# Who alone may include a library's header.
OWNERS = {
    r"yaml\.h": "src/dossier/yaml.c",
    r"utf8proc\.h": "src/text/*.c",
    r"gumbo\.h": "src/text/html.c",
    r"(ncursesw?/)?(n?curses|term)\.h": "src/tui/term.c",
}

FUNCTION_LINES_MAX = 60
INCLUDE = re.compile(r'^\s*#\s*include\s*(["<])([^">]+)[">]')
MACHINE_PATH = re.compile(r"(?<![\w.])/(?:work|home|root|Users)/\w")
SLEEP = re.compile(r"\b(?:u|nano|clock_nano)?sleep\s*\(")
TEXT_SUFFIXES = {".c", ".h", ".def", ".build", ".md", ".yaml", ".py", ".sh", ".txt",
                 ".svg", ".1", ".5", ".7", ".tsv", ".json", ""}


class Tree:
    """The files of a checkout: path from its root, with / between, to lines."""

    def __init__(self, files):
        self.files = files

    @classmethod
    def read(cls, root):
        files = {}
        for path in sorted(root.rglob("*")):
            inner = path.relative_to(root)
            if cls.is_made(inner) or not path.is_file() or path.suffix not in TEXT_SUFFIXES:
                continue
            files[inner.as_posix()] = path.read_text("utf-8", "replace").splitlines()
        return cls(files)

    @staticmethod
    def is_made(inner):
        top = inner.parts[0]
        return (top in (".git", ".cache", "subprojects") or top.startswith("build")
                or "__pycache__" in inner.parts)

    def ending(self, *suffixes, under=""):
        for path, lines in self.files.items():
            if path.endswith(suffixes) and path.startswith(under):
                yield path, lines

    def includes(self, *suffixes, under=""):
        """(path, line number, '"' or '<', what is included) of every include."""
        for path, lines in self.ending(*suffixes, under=under):
            for number, line in enumerate(lines, 1):
                found = INCLUDE.match(line)
                if found:
                    yield path, number, found[1], found[2]


def room_of(path):
    inner = path.removeprefix("src/")
    return inner.split("/")[0] if "/" in inner else "main"


def includes_point_downward(tree):
    for path, number, mark, what in tree.includes(".c", ".h", ".def", under="src/"):
        if mark != '"':
            continue
        room, other = room_of(path), room_of("src/" + what)
        if room not in BELOW:
            yield path, number, f"src/{room} is no room of the house"
        elif other != room and other not in BELOW[room]:
            yield path, number, f"{room} must not know {other}: {what}"


def includes_are_spelled_from_src(tree):
    for path, number, mark, what in tree.includes(".c", ".h", ".def", under="src/"):
        made = what.endswith("config.h")
        if mark == '"' and not made and "src/" + what not in tree.files:
            yield path, number, f"there is no src/{what}"


def libraries_have_one_owner(tree):
    for path, number, mark, what in tree.includes(".c", ".h", ".def", under="src/"):
        for header, owner in OWNERS.items():
            if re.fullmatch(header, what) and not fnmatch.fnmatch(path, owner):
                yield path, number, f"{what} is for {owner} alone"


def headers_go_in_no_circle(tree):
    edges = {}
    for path, _, mark, what in tree.includes(".h", under="src/"):
        if mark == '"':
            edges.setdefault(path, []).append("src/" + what)
    done = set()

    def walk(path, above):
        if path in above:
            circle = above[above.index(path):] + [path]
            yield path, 1, "circle: " + " > ".join(circle)
        elif path not in done:
            for other in edges.get(path, ()):
                yield from walk(other, above + [path])
            done.add(path)

    for path in list(edges):
        yield from walk(path, [])


def own_header_comes_first(tree):
    seen = set()
    for path, number, mark, what in tree.includes(".c", under="src/"):
        own = path.removeprefix("src/")[:-2] + ".h"
        if path not in seen and "src/" + own in tree.files and what != own:
            yield path, number, f"the first include must be {own}"
        seen.add(path)


def functions_fit_on_a_screen(tree):
    for path, lines in tree.ending(".c", ".h"):
        start = None
        for number, line in enumerate(lines, 1):
            if line == "{":
                start = number
            elif line.startswith("}") and start:
                length = number - start + 1
                if length > FUNCTION_LINES_MAX:
                    yield path, start, f"a function of {length} lines"
                start = None


def headers_open_with_a_comment(tree):
    for path, lines in tree.ending(".h", ".def"):
        if not lines or not lines[0].startswith("/*"):
            yield path, 1, "no opening comment"


def headers_are_guarded(tree):
    for path, lines in tree.ending(".h", under="src/"):
        inner = path.removeprefix("src/")[:-2]
        guard = "ANNALS_" + re.sub(r"\W", "_", inner).upper() + "_H"
        code = [line for line in lines if line.startswith("#")]
        if code[:2] != [f"#ifndef {guard}", f"#define {guard}"] or code[-1] != "#endif":
            yield path, 1, f"no guard {guard}"


def no_paths_of_a_machine(tree):
    for path, lines in tree.files.items():
        for number, line in enumerate(lines, 1):
            found = MACHINE_PATH.search(line)
            if found:
                yield path, number, f"a path of one machine: {found[0]}…"


def tests_do_not_sleep(tree):
    for path, lines in tree.ending(".c", ".h", ".py", ".sh", under="tests/"):
        for number, line in enumerate(lines, 1):
            if SLEEP.search(line):
                yield path, number, "a test that sleeps: wait for what is expected"


RULES = [
    includes_point_downward,
    includes_are_spelled_from_src,
    libraries_have_one_owner,
    headers_go_in_no_circle,
    own_header_comes_first,
    functions_fit_on_a_screen,
    headers_open_with_a_comment,
    headers_are_guarded,
    no_paths_of_a_machine,
    tests_do_not_sleep,
]


def main():
    tree = Tree.read(pathlib.Path(sys.argv[1]))
    if not any(tree.ending(".c", under="src/")):
        sys.exit(f"{sys.argv[1]}: no sources here")
    complaints = [
        f"{path}:{number}: {message} ({rule.__name__})"
        for rule in RULES
        for path, number, message in rule(tree)
    ]
    print(*complaints, sep="\n")
    sys.exit(1 if complaints else 0)


if __name__ == "__main__":
    main()
