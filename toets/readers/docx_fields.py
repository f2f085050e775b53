"""Fields of Word: the result is text, the instruction is not, except for a few that show their instruction or a box."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from lxml import etree

from toets.readers.docx_xml import W, child_switch, child_val, number, val

_BUTTON: Final = re.compile(r"\s*(?:MACROBUTTON|GOTOBUTTON)\s+\S+\s+(.*\S)", re.I | re.S)
_LONGEST: Final = 2_000  # characters of an instruction that are kept
_DEEPEST: Final = 50


class Shown(NamedTuple):
    """What a field shows when it ends; `unfilled` if it asks the writer for something."""

    text: str
    unfilled: bool = False


NOTHING: Final = Shown("")


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    in_result: bool = False
    form: etree._Element | None = None


@dataclass(slots=True)
class Fields:
    """The fields that are open at some point of a text; they nest, and run on over paragraphs."""

    _open: list[_Field] = field(default_factory=list)

    @property
    def hides(self) -> bool:
        """Whether text at this point is part of an instruction."""
        return any(not each.in_result for each in self._open)

    def step(self, char: etree._Element) -> Shown:
        """Takes a w:fldChar; gives what a field that ends here shows beside its result."""
        kind = val(char, "fldCharType")
        if kind == "begin" and len(self._open) < _DEEPEST:
            self._open.append(_Field(form=char.find(W + "ffData")))
        elif kind == "separate" and self._open:
            self._open[-1].in_result = True
        elif kind == "end" and self._open:
            closed = self._open.pop()
            return NOTHING if self.hides else _shown(closed)
        return NOTHING

    def instruct(self, text: str) -> None:
        """Takes a piece of an instruction."""
        if self._open and len(self._open[-1].instruction) < _LONGEST:
            self._open[-1].instruction += text[:_LONGEST]

    def end_paragraph(self) -> None:
        """Drops instructions that are still open: a damaged field must not swallow the rest of the text."""
        self._open = [each for each in self._open if each.in_result]


def _shown(closed: _Field) -> Shown:
    if closed.form is not None:
        return _form(closed.form, closed.in_result)
    button = None if closed.in_result else _BUTTON.match(closed.instruction)
    return Shown(button[1], unfilled=True) if button else NOTHING


def _form(form: etree._Element, has_result: bool) -> Shown:
    """An old form field: a box to tick, or a choice from a list; a text field has its text as its result."""
    box = form.find(W + "checkBox")
    if box is not None:
        ticked = child_switch(box, "checked")
        ticked = child_switch(box, "default") if ticked is None else ticked
        return Shown("☒" if ticked else "☐")
    choices = form.find(W + "ddList")
    if choices is not None and not has_result:
        entries = [val(entry) for entry in choices.findall(W + "listEntry")]
        chosen = number(child_val(choices, "result") or child_val(choices, "default"), 0) or 0
        return Shown(entries[chosen]) if 0 <= chosen < len(entries) else NOTHING
    return NOTHING
