#!/usr/bin/env python3
"""tutorial.py ANNALS PAGE [SCREEN]: does the tutorial say what happens?

Each command of the page is run, in their order and in one shell, in an empty
directory; what it prints must be what stands there. With GENERATE=1 set, that is
written into the page instead. All is taken from the page itself:

- Every literal display is tested. In one, a line that begins with "$ " is a command,
  with the lines of its here-document, and what follows is what it prints.
  A line that is too wide for the page goes on in the next, eight blanks in.
- A display behind a comment ".\\" screen: ARGUMENT..." is the screen of the browser
  that the program SCREEN prints for these arguments; a command in front is only
  shown. Without SCREEN it is let be.
"""

import difflib
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

BEGIN, END, SCREEN = ".Bd -literal", ".Ed", '.\\" screen: '
NAMED = {"'": "\\(aq", "`": "\\(ga", "^": "\\(ha", "~": "\\(ti", "-": "\\-", "\\": "\\e"}
CHARACTERS = {name: character for character, name in NAMED.items()}
HERE_DOCUMENT = re.compile(r"<<'(\w+)'")
COLS_MAX = 74  # of the 80 of a page five stand in front
FOLD = " " * 8
MARK = "@@ the next command @@\n"
# Between two commands, without a change to $?.
NEXT = f"next() {{ status=$?; printf '{MARK[:-1]}\\n'; return $status; }}\n"
NEEDED = ["git", "sha256sum"]  # beyond what POSIX has
SKIPPED = 77

# Who commits and when, and no one's own settings.
GIT = {f"GIT_{who}_{what}": value
       for who in ["AUTHOR", "COMMITTER"]
       for what, value in [("NAME", "A Curator"), ("EMAIL", "curator@example.org"),
                           ("DATE", "2001-01-01T00:00:00Z")]}
GIT |= {"GIT_CONFIG_NOSYSTEM": "1"}


class Wrong(Exception):
    """The page can't be run as it is."""


def from_mdoc(line):
    return re.sub(r"\\(?:&|-|e|\(..)", lambda escape: CHARACTERS.get(escape[0], ""), line)


def to_mdoc(line):
    escaped = "".join(NAMED.get(character, character) for character in line)
    return "\\&" + escaped if escaped.startswith((".", "\\(aq")) else escaped


class Command:
    """A command, of the lines SHOWN on the page, and what it prints."""

    def __init__(self, shown, script):
        self.shown = shown
        self.script = script
        self.printed = []

    def page(self):
        return [to_mdoc(line) for line in self.shown + self.printed]


class Page:
    """A manual page: lines that stay, and commands."""

    def __init__(self, text, screen):
        self.parts = []
        self.screen = screen
        self.lines = list(enumerate(text.splitlines(), 1))
        while self.lines:
            number, line = self.take()
            self.parts.append(line)
            if line.startswith(BEGIN):
                self.read_display(number)

    def take(self):
        return self.lines.pop(0)

    def next_is(self, word):
        return not self.lines or self.lines[0][1].startswith(word)

    def read_display(self, number):
        comment = self.parts[-2] if len(self.parts) > 1 else ""
        if isinstance(comment, str) and comment.startswith(SCREEN):
            self.read_screen(comment.removeprefix(SCREEN))
        elif self.next_is("$ "):
            while not self.next_is(END):
                self.read_command()
        else:
            raise Wrong(f"line {number}: a display that nothing tests")

    def read_screen(self, arguments):
        if not self.screen:
            return
        shown = [from_mdoc(self.take()[1])] if self.next_is("$ ") else []
        script = f"{shlex.quote(self.screen)} {arguments} || exit"
        self.parts.append(Command(shown, script))
        while not self.next_is(END):
            self.take()

    def read_command(self):
        number, line = self.take()
        shown = [from_mdoc(line)]
        here = HERE_DOCUMENT.search(shown[0])
        while here and shown[-1] != here[1]:
            if self.next_is(END):
                raise Wrong(f"line {number}: a here-document without an end")
            shown.append(from_mdoc(self.take()[1]))
        if max(map(len, shown)) > COLS_MAX:
            raise Wrong(f"line {number}: too wide for the page")
        while not self.next_is("$ ") and not self.next_is(END):
            self.take()
        script = "\n".join([shown[0].removeprefix("$ ")] + shown[1:])
        self.parts.append(Command(shown, script))

    def commands(self):
        return [part for part in self.parts if isinstance(part, Command)]

    def text(self):
        pages = [part.page() if isinstance(part, Command) else [part]
                 for part in self.parts]
        return "".join(line + "\n" for page in pages for line in page)


def folded(line):
    """What is too wide for the page goes on below, further in."""
    rows = []
    while len(line.expandtabs()) > COLS_MAX:
        cut = line.rfind(" ", len(FOLD) + 1, COLS_MAX + 1)
        if cut < 0:
            raise Wrong(f"can't be folded: {line}")
        rows.append(line[:cut])
        line = FOLD + line[cut + 1:]
    return rows + [line]


def run(commands, annals):
    """Gives each of them what it prints, standard error and output as one."""
    with tempfile.TemporaryDirectory() as work:
        home, programs = pathlib.Path(work, "home"), pathlib.Path(work, "bin")
        home.mkdir()
        programs.mkdir()
        programs.joinpath("annals").symlink_to(annals)
        script = pathlib.Path(work, "script")
        script.write_text(NEXT + "".join(f"next\n{command.script}\n"
                                         for command in commands), encoding="utf-8")
        ran = subprocess.run(
            ["sh", script], cwd=home, check=False, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            env=GIT | {"PATH": f"{programs}:{os.environ['PATH']}", "HOME": str(home),
                       "TMPDIR": work, "LC_ALL": "C.UTF-8"})
    prints = ran.stdout.decode().split(MARK)[1:]
    if len(prints) != len(commands):
        raise Wrong(f"the shell stopped:\n{''.join(prints[-1:])}")
    for command, printed in zip(commands, prints):
        command.printed = [row for line in printed.splitlines() for row in folded(line)]


def played(text, annals, screen):
    """The page as it would be if it told what its commands print."""
    page = Page(text, screen)
    if not page.commands():
        raise Wrong("no commands")
    run(page.commands(), annals)
    return page.text()


def main():
    annals = os.path.realpath(sys.argv[1])
    path = pathlib.Path(sys.argv[2])
    screen = os.path.realpath(sys.argv[3]) if len(sys.argv) > 3 else None
    if not all(shutil.which(program) for program in NEEDED):
        sys.exit(SKIPPED)
    text = path.read_text(encoding="utf-8")
    try:
        truth = played(text, annals, screen)
    except Wrong as wrong:
        sys.exit(f"{path}: {wrong}")
    if os.environ.get("GENERATE") == "1":
        path.write_text(truth, encoding="utf-8")
    elif truth != text:
        sys.exit("\n".join(difflib.unified_diff(
            text.splitlines(), truth.splitlines(), str(path), "what happens", lineterm="")))


if __name__ == "__main__":
    main()
