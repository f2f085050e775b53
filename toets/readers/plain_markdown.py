"""Markdown, as far as people write proposals in it: headings, paragraphs, lists, pipe tables, bold words."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence

from toets.model.document import Block, BlockKind, Cell, FoundBy
from toets.readers.plain_blocks import Run, mark, row, shape, uncommented, without_initials
from toets.readers.plain_text import Flow, never

_HEADING = re.compile(r"(#{1,6})(?: (.*))?")
_UNDERLINE = re.compile(r"=+|-{2,}")
_RULE = re.compile(r"(?:- ?){3,}|(?:\* ?){3,}|(?:_ ?){3,}")
_DELIMITER = re.compile(r"\|? ?:?-+:? ?(?:\| ?:?-+:? ?)*\|?")
_FENCE = ("```", "~~~")
_WHOLE_BOLD = re.compile(r"(\*\*|__)(?!\s)(?:(?!\1).)+\1 ?:?")
_QUOTE = re.compile(r"\s{0,3}(?:> ?)+")
_BREAK_TAG = re.compile(r"<br ?/?>", re.IGNORECASE)
# Lengths are bounded: an opening mark without its closing one must not make reading slow.
_IMAGE = re.compile(r"!\[([^\[\]]{0,500})\]\([^()]{0,500}\)")
_LINK = re.compile(r"(?<!!)\[([^\[\]]{1,500})\]\([^()]{0,500}\)")
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.{1,2000}?)(?<=\S)\1")
_ITALIC = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])(.{1,500}?)(?<=[^\s*_])\1(?![\w*])")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_NAME = re.compile(r"[A-ZÀ-Þ0-9‘“'\"]")
_ENDS_NAME = re.compile(r"[\w)\]’”'\"]$(?<!\b(?:de|en|of|in|op|te))(?<!\b(?:van|een|het|met|aan|bij|der|tot|per))(?<!\bvoor)")
"""How a name ends that does not go on in the next line."""
_UNWRAPPED, _LINE, _WRAPPED_LINE = 160, 90, 40
"""A text with longer lines is not wrapped by hand; so long is a line of a list there, and in one that is."""
_HIDDEN = re.compile("[\ue000-\ue0ff]")


def parse_markdown(text: str) -> list[Block]:
    """The blocks of a Markdown text; headings have an outline level."""
    lines = uncommented(text).replace("\f", "\n\n").split("\n")
    longest = _LINE if max(map(len, lines)) > _UNWRAPPED else _WRAPPED_LINE
    flow = Flow(inline, lambda last, after: len(last) > longest or _runs_on(last, after))
    lines = _front_matter(lines, flow)
    at = 0
    while at < len(lines):
        at += _structure(flow, lines, at) or _prose(flow, lines[at])
    flow.end()
    return without_initials(flow.blocks)


def _runs_on(last: str, after: str) -> bool:
    """Whether a line goes on in the next one: not where names without a full stop stand below each other, as in a list."""
    return not (_NAME.match(after) and _ENDS_NAME.search(last))


def images(text: str) -> list[str]:
    """What the images of a Markdown text are called."""
    return [found[1] for found in _IMAGE.finditer(uncommented(text))]


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
    line, after = _tidy(lines, at), _tidy(lines, at + 1)
    heading = _HEADING.fullmatch(line)
    if heading:
        text = heading[2] or ""
        return _heading(flow, text.rstrip("#") if text.rstrip("#")[-1:] in ("", " ") else text, len(heading[1]), 1)
    if line and not flow.pending and not mark(line) and _UNDERLINE.fullmatch(after) and "|" not in line:
        return _heading(flow, line, 1 if "=" in after else 2, 2)
    if _RULE.fullmatch(line) or line.startswith(_FENCE):
        flow.end()
        return 1
    return _table(flow, lines, at)


def _tidy(lines: Sequence[str], at: int) -> str:
    """A line with single spaces, and none at its ends; "" past the end."""
    return " ".join(lines[at].split()) if at < len(lines) else ""


def _heading(flow: Flow, text: str, level: int, lines: int) -> int:
    words, look = shape(inline(text))
    flow.end()
    if words:
        flow.add(Block(0, BlockKind.PARAGRAPH, words, outline=level, outline_by=FoundBy.OUTLINE, look=look))
    return lines


def _table(flow: Flow, lines: Sequence[str], at: int) -> int:
    after = _tidy(lines, at + 1)
    delimited = "|" in lines[at] and "|" in after and bool(_DELIMITER.fullmatch(after))
    if not delimited and not lines[at].lstrip().startswith("|"):
        return 0
    end = at
    while end < len(lines) and "|" in lines[end]:
        end += 1
    rows = tuple(_row(lines[i]) for i in range(at, end) if not _DELIMITER.fullmatch(_tidy(lines, i)))
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
    broken = raw.endswith(("  ", "\\"))
    line = _QUOTE.sub("", raw, count=1) if raw.lstrip().startswith(">") else raw
    line = line.rstrip().removesuffix("\\")
    alone = bool(_WHOLE_BOLD.fullmatch(line.strip())) and not mark(line.strip())
    if alone:
        flow.end()
    flow.line(line)
    if alone or broken:
        flow.end()
    return 1
