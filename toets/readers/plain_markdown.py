"""Markdown, as far as people write proposals in it: headings, paragraphs, lists, pipe tables, bold words."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence

from toets.model.document import Block, BlockKind, Cell, FoundBy
from toets.readers.plain_blocks import Run, mark, row, shape
from toets.readers.plain_text import Flow, always, never

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_HEADING = re.compile(r" {0,3}(#{1,6})(?:\s+(.*?))?(?:\s+#+)?\s*")
_UNDERLINE = re.compile(r" {0,3}(=+|-{2,})\s*")
_RULE = re.compile(r" {0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})")
_DELIMITER = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_FENCE = re.compile(r"\s{0,3}(?:```|~~~)")
_WHOLE_BOLD = re.compile(r"\s*(\*\*|__)(?!\s)(?:(?!\1).)+\1\s*:?\s*")
_HARD_BREAK = re.compile(r"(?: {2,}|\\)$")
_BREAK_TAG = re.compile(r"<br\s*/?>", re.IGNORECASE)
_IMAGE = re.compile(r"!\[([^\]]*)\]\([^)]*\)")
_LINK = re.compile(r"(?<!!)\[([^\]]+)\]\([^)]*\)")
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1", re.DOTALL)
_ITALIC = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])(.+?)(?<=[^\s*_])\1(?![\w*])", re.DOTALL)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_HIDDEN = re.compile("[\ue000-\ue0ff]")


def parse_markdown(text: str) -> list[Block]:
    """The blocks of a Markdown text; headings have an outline level."""
    flow = Flow(inline, always)
    lines = _front_matter(_COMMENT.sub("", text).replace("\f", "\n\n").split("\n"), flow)
    at = 0
    while at < len(lines):
        at += _structure(flow, lines, at) or _prose(flow, lines[at])
    flow.end()
    return flow.blocks


def images(text: str) -> list[str]:
    """What the images of a Markdown text are called."""
    return [found[1] for found in _IMAGE.finditer(_COMMENT.sub("", text))]


def inline(text: str) -> Sequence[Run]:
    """Markup inside a paragraph: bold words as bold runs, other marks removed."""
    hidden = _ESCAPE.sub(lambda found: chr(0xE000 + ord(found[1])), text)
    plain = _LINK.sub(r"\1", _IMAGE.sub("", _BREAK_TAG.sub(" ", hidden)))
    return tuple(Run(_finish(part), bold) for part, bold in _weights(plain))


def _weights(text: str) -> Iterator[tuple[str, bool]]:
    at = 0
    for found in _BOLD.finditer(text):
        yield text[at : found.start()], False
        yield found[2], True
        at = found.end()
    yield text[at:], False


def _finish(text: str) -> str:
    plain = html.unescape(_ITALIC.sub(r"\2", text).replace("`", ""))
    return _HIDDEN.sub(lambda found: chr(ord(found[0]) - 0xE000), plain)


def _front_matter(lines: list[str], flow: Flow) -> list[str]:
    """Fields between two lines of dashes at the top are paragraphs of their own; returns the lines after them."""
    if not lines or lines[0].strip("\ufeff ") != "---" or "---" not in (line.strip() for line in lines[1:40]):
        return lines
    end = next(i for i, line in enumerate(lines[1:], 1) if line.strip() == "---")
    for line in lines[1:end]:
        flow.line(line)
        flow.end()
    return lines[end + 1 :]


def _structure(flow: Flow, lines: Sequence[str], at: int) -> int:
    """Take a heading, table, rule or fence that starts here; how many lines that took, 0 if there is none."""
    line = lines[at]
    after = lines[at + 1] if at + 1 < len(lines) else ""
    heading = _HEADING.fullmatch(line)
    if heading:
        return _heading(flow, heading[2] or "", len(heading[1]), 1)
    if line.strip() and not flow.pending and not mark(line.strip()) and _UNDERLINE.fullmatch(after) and "|" not in line:
        return _heading(flow, line, 1 if "=" in after else 2, 2)
    if _RULE.fullmatch(line) or _FENCE.match(line):
        flow.end()
        return 1
    return _table(flow, lines, at)


def _heading(flow: Flow, text: str, level: int, lines: int) -> int:
    words, look = shape(inline(text))
    flow.end()
    if words:
        flow.add(Block(0, BlockKind.PARAGRAPH, words, outline=level, outline_by=FoundBy.OUTLINE, look=look))
    return lines


def _table(flow: Flow, lines: Sequence[str], at: int) -> int:
    delimited = at + 1 < len(lines) and "|" in lines[at] and "|" in lines[at + 1] and bool(_DELIMITER.fullmatch(lines[at + 1]))
    if not delimited and not lines[at].lstrip().startswith("|"):
        return 0
    end = at
    while end < len(lines) and "|" in lines[end]:
        end += 1
    rows = tuple(_row(line) for line in lines[at:end] if not _DELIMITER.fullmatch(line))
    if rows:
        flow.add(Block(0, BlockKind.TABLE, rows=rows))
    return end - at


def _row(line: str) -> tuple[Cell, ...]:
    inner = line.strip().removeprefix("|")
    inner = inner.removesuffix("|") if not inner.endswith("\\|") else inner
    return row(_cell(cell) for cell in re.split(r"(?<!\\)\|", inner))


def _cell(text: str) -> tuple[Block, ...]:
    """The paragraphs and items of a cell; "<br>" parts them."""
    flow = Flow(inline, never)
    for line in _BREAK_TAG.split(text):
        flow.line(line)
    flow.end()
    return tuple(flow.blocks)


def _prose(flow: Flow, raw: str) -> int:
    line = re.sub(r"^\s{0,3}(?:>\s?)+", "", raw)
    if _WHOLE_BOLD.fullmatch(line) and not mark(line.strip()):
        flow.end()
        flow.line(line)
        flow.end()
        return 1
    flow.line(_HARD_BREAK.sub("", line))
    if _HARD_BREAK.search(line):
        flow.end()
    return 1
