"""Run the examples of the documents, and compare what they print with what the documents say.

    documents.py [--write] [FILE...]

Two kinds of fenced blocks are examples: ``pycon`` (a Python session) and ``console`` (``extract`` and ``cp -r`` after
``$ ``, with their standard output). A ``toml`` block whose information string names a file is appended to that file.
A document is run from the top in a scratch folder with copies of ``rules/`` and ``data/``; ``...`` stands for anything,
as in doctest. ``--write`` puts what was printed into the document.
"""

from __future__ import annotations

import argparse
import contextlib
import doctest
import io
import os
import re
import shlex
import shutil
import sys
import tempfile
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extract.cli import main as extract_command

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = ("README.md", "docs/architecture.md", "docs/rules.md")
_BLOCK = re.compile(r"^```(pycon|console|toml) ?([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_CHECKER = doctest.OutputChecker()


@dataclass(frozen=True, slots=True)
class Example:
    """One command or statement of a document."""

    source: str
    """As it stands in the document, prompts included."""
    want: str
    got: str

    @property
    def holds(self) -> bool:
        """Whether it printed what the document says."""
        return _CHECKER.check_output(self.want, self.got, doctest.ELLIPSIS)


def run(document: Path) -> Iterator[tuple[re.Match[str], list[Example]]]:
    """The examples of every block of a document, run in order."""
    session: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as scratch, contextlib.chdir(scratch):
        for folder in ("rules", "data"):
            shutil.copytree(ROOT / folder, folder)
        for block in _BLOCK.finditer(document.read_text("utf-8")):
            kind, target, body = block.groups()
            if kind == "toml":
                if target:
                    with Path(target).open("a", encoding="utf-8") as file:
                        file.write("\n" + body)
            else:
                yield block, list(_python(body, session) if kind == "pycon" else _console(body))


def _python(body: str, session: dict[str, Any]) -> Iterator[Example]:
    for example in doctest.DocTestParser().get_examples(body):
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            try:
                exec(compile(example.source, "<document>", "single"), session)
            except Exception:  # noqa: BLE001 - a document may show an error
                printed.write(traceback.format_exc(limit=0))
        got = re.sub(r"^$", "<BLANKLINE>", printed.getvalue().rstrip("\n"), flags=re.MULTILINE)
        lines = example.source.splitlines()
        source = "\n".join((">>> " if n == 0 else "... ") + line for n, line in enumerate(lines)) + "\n"
        yield Example(source, example.want, got + "\n" if got != "<BLANKLINE>" else "")


def _console(body: str) -> Iterator[Example]:
    for part in re.split(r"^(?=\$ )", body, flags=re.MULTILINE):
        if part.strip():
            command, _, want = part.partition("\n")
            yield Example(command + "\n", want, _execute(shlex.split(command[2:])))


def _execute(arguments: list[str]) -> str:
    if arguments[:2] == ["cp", "-r"]:
        shutil.copytree(arguments[2], arguments[3])
        return ""
    if arguments[0] != "extract":
        raise ValueError(f"only `extract` and `cp -r` are run: {arguments}")
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        extract_command(arguments[1:])
    return printed.getvalue()


def rewritten(document: Path) -> str:
    """The text of the document with what its examples print now."""
    text, parts, end = document.read_text("utf-8"), [], 0
    for block, examples in run(document):
        body = "".join(e.source + (e.want if e.holds else e.got) for e in examples)
        parts += [text[end : block.start(3)], body]
        end = block.end(3)
    return "".join([*parts, text[end:]])


def main() -> int:
    """Print the examples that do not hold; exit status 1 where there is one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, default=[ROOT / name for name in DOCUMENTS])
    parser.add_argument("--write", action="store_true", help="put what was printed into the documents")
    arguments = parser.parse_args()
    broken = 0
    for file in map(Path.resolve, arguments.files):
        if arguments.write:
            file.write_text(rewritten(file), "utf-8")
            continue
        for _, examples in run(file):
            for example in (e for e in examples if not e.holds):
                broken += 1
                print(f"{os.path.relpath(file)}:\n{example.source}expected:\n{example.want}got:\n{example.got}")
    return int(broken > 0)


if __name__ == "__main__":
    sys.exit(main())
