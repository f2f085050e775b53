"""A page of the handbook as a session: the files it shows are written, and the commands it shows are run, in order.

A line that begins with `$ ` in a block of the language `console` is a command; the lines after it are what a reader sees, of
which … stands for anything; every line of a block of the language `sh` is a command. A code block whose caption is a path is a
file. A comment before a block says what is special:

    <!-- afsluitcode: 1 -->          how the commands in the block end (0 unless it says so)
    <!-- niet gedraaid: reden -->    the commands can't be run here
    <!-- draait bij: installeren --> they are run when TOETS_DOCS_INSTALL is set: they fetch packages
    <!-- draait met: plugin -->      they are run in an environment of their own
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
BOOK = tuple(path for name in ("handleiding", "regels-schrijven") for path in sorted((DOCS / name).glob("*.md")))
PAGES = (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *BOOK)

_BLOCK = re.compile(r"(?:^<!-- (?P<notes>.*) -->\n)?^```(?P<head>.*)\n(?P<body>(?:.*\n)*?)^```$", re.MULTILINE)
_CAPTION = re.compile(r":caption: (?P<name>.+)\n\n?")
_PATH = re.compile(r"[\w./-]+\.\w+|(?:[\w-]+/)*\.[\w./-]+")


@dataclass(frozen=True, slots=True)
class File:
    """A file that a page shows."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Command:
    """A command that a page shows: how it ends, what it prints, and where it can be run ("" is anywhere)."""

    line: str
    code: int
    output: tuple[str, ...]
    place: str


@dataclass(frozen=True, slots=True)
class Snippet:
    """A block of code that is neither: its language and text."""

    language: str
    name: str
    text: str


def steps(page: Path) -> Iterator[File | Command | Snippet]:
    """What a page shows, in order."""
    for block in _BLOCK.finditer(page.read_text(encoding="utf-8")):
        head, body, notes = block["head"], block["body"], _notes(block["notes"] or "")
        if head == "sh":  # for copying: commands without a sign or what they print
            yield from _commands(
                "".join(f"$ {line}\n" for line in body.splitlines()), int(notes.get("afsluitcode", 0)), _place(notes)
            )
        elif head == "console":
            yield from _commands(body, int(notes.get("afsluitcode", 0)), _place(notes))
        elif head.startswith("{code-block}"):
            caption = _CAPTION.match(body)
            name = caption["name"] if caption else ""
            text = body[caption.end() :] if caption else body
            language = head.partition("} ")[2]
            yield File(name, text) if _PATH.fullmatch(name) else Snippet(language, name, text)
        elif head and not head.startswith("{"):
            yield Snippet(head, "", body)


def _notes(text: str) -> dict[str, str]:
    return dict(piece.strip().split(": ", 1) for piece in text.split(";") if ": " in piece)


def _place(notes: dict[str, str]) -> str:
    if "niet gedraaid" in notes:
        return "nergens"
    return notes.get("draait bij", notes.get("draait met", ""))


def _commands(body: str, code: int, place: str) -> Iterator[Command]:
    for piece in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
        line, *output = piece.splitlines()
        yield Command(line, code, tuple(item for item in output if item.strip(" …")), place)


def differs(expected: tuple[str, ...], printed: str) -> str:
    """The first line that a page promises and that isn't printed after the ones before it; "" if all are there."""
    lines = iter(printed.splitlines())
    for promised in expected:
        pattern = re.compile(
            r"\s*" + ".*".join(r"\s+".join(map(re.escape, part.split())) for part in promised.split("…")) + r"\s*"
        )
        if not any(pattern.fullmatch(line) for line in lines):
            return promised
    return ""
