#!/usr/bin/env python3
"""test_tutorial.py ANNALS PAGE [SCREEN]: each way in which page and program can part.

A test that can't fail guards nothing: the page is spoiled in every way that there is,
and tutorial.py must say where.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
SKIPPED = 77

# What is wrong, what is replaced in the page by what, and a line of the complaint.
SPOILED = [
    ("an output of another wording", "error: not a date", "error: no date",
     r"+events.yaml:5:11: error: not a date"),
    ("an output that is missing", "copied to ../texts/vestry.txt\n", "",
     "+copied to ../texts/vestry.txt"),
    ("an output that nothing prints", "$ mkdir bell\n", "$ mkdir bell\nmade\n",
     "-made"),
    ("a number of another value", "rests on 2\n", "rests on 3\n", r"rests on 3"),
    ("a file that is another", "  title: The great bell cracks", "  tilt: Crack",
     "tilt"),
    ("an option that isn't there", r"annals \-\-as\-of=", r"annals \-\-as\-from=",
     r"\-\-as\-from"),
    ("an exit status that is another", "$ echo $?\n1\n", "$ echo $?\n0\n", "-0"),
    ("a here-document without an end", "END\n$ chmod", "$ chmod",
     "a here-document without an end"),
    ("a shell that stops", "$ echo $?\n", "$ exit\n", "the shell stopped"),
    ("a display that nothing tests", "$ mkdir bell\n", "mkdir bell\n",
     "a display that nothing tests"),
    ("a command wider than the page", "$ mkdir bell\n", f"$ mkdir bell {'#' * 70}\n",
     "too wide for the page"),
]
# The same, where there is a program that prints screens.
SPOILED_SCREENS = [
    ("a screen that is another", "The great bell cracks      ", "The great bell rings       ",
     "+▌ ○ 21"),
    ("keys that lead elsewhere", r"'\r' '[reader]'", "'j' '[event]'", "+ [event] 2/4"),
    ("a screen that can't be played", "screen: 72 28 ", "screen: 72 ", "the shell stopped"),
]


def complaint(program, page, directory):
    path = pathlib.Path(directory, "page")
    path.write_text(page, encoding="utf-8")
    environment = {name: value for name, value in os.environ.items()
                   if name != "GENERATE"}
    ran = subprocess.run([sys.executable, HERE / "tutorial.py", program[0], path,
                          *program[1:]],
                         capture_output=True, text=True, check=False, env=environment)
    if ran.returncode == SKIPPED:
        sys.exit(SKIPPED)
    return ran.stderr if ran.returncode else ""


def main():
    annals, screen = sys.argv[1:2], sys.argv[3:4]
    page = pathlib.Path(sys.argv[2]).read_text(encoding="utf-8")
    failures = []
    with tempfile.TemporaryDirectory() as directory:
        ways = [(row, annals) for row in SPOILED]
        ways += [(row, annals + screen) for row in SPOILED_SCREENS if screen]
        for (what, old, new, wanted), program in ways:
            if old not in page:
                failures.append(f"{what}: the page has no {old!r}")
            told = complaint(program, page.replace(old, new), directory)
            if wanted not in told:
                failures.append(f"{what}: wanted {wanted!r}, got {told!r}")
        if not complaint([shutil.which("true")], page, directory):
            failures.append("a program that prints nothing goes unnoticed")
        if not complaint(annals, ".Sh NAME\n", directory):
            failures.append("a page without commands goes unnoticed")
    sys.exit("\n".join(failures) or 0)


if __name__ == "__main__":
    main()
