"""The documents in one file: voorstel, ontwerpbesluit, verordening, toelichting, begrotingswijziging, bijlage."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from toets.structure.lexicon import Lexicon
from toets.structure.lines import Line, Stand
from toets.structure.scene import Heading
from toets.text.normal import normal

_NEAR = 8
_ARTICLE = re.compile(r"art(?:ikel|\.)\s*(?:1|I)\b(?![.,:]?\s*(?:lid|van|en|tot))", re.IGNORECASE)
_ATTACHMENT = re.compile(r"bijlage\s*(?:n?\s*)?(?:\d{1,2}|[A-Z]|[IVX]{1,4})?\b\s*(?:[:.–-]|$|\s)", re.IGNORECASE)
_OF_PLACE = re.compile(r" (?:van|der) (?=[A-Z])")
_DECIDES = re.compile(r"\bbesluit(?:en)?\b", re.IGNORECASE)
_NAMED = re.compile(r"\b\w+besluit\b", re.IGNORECASE)
"""A decree called after what it does: "Mandaatbesluit Wmo (ontwerp)"."""
_TITLE_WORDS = 16
_LARGER = 1.15
_LETTERHEAD = 25
"""With no more words than this before its first title, and no section, a file begins with the part of that title."""


@dataclass(frozen=True, slots=True)
class Opening:
    """Where a part begins: the number of its first line, its role and title."""

    at: int
    role: str
    title: str


@dataclass(frozen=True, slots=True)
class _View:
    lines: Sequence[Line]
    headings: Mapping[int, Heading]
    lexicon: Lexicon

    def stands_out(self, at: int) -> bool:
        """Whether a line can be the title of a part."""
        line = self.lines[at]
        if line.stand is not Stand.TEXT or len(line.text.split()) > _TITLE_WORDS or line.text.endswith((";", ",")):
            return False
        heading = self.headings.get(at)
        return (
            self.starts_page(at)
            or line.look.bold
            or line.look.underlined
            or line.look.caps
            or (heading is not None and heading.rest is None)
        )

    def starts_page(self, at: int) -> bool:
        """Whether a line starts a page, or the empty one before it does; in a PDF a larger line that is the first of its page."""
        return self.lines[at].look.breaks_page or self._tops_page(at)

    def _tops_page(self, at: int) -> bool:
        line, before = self.lines[at], self.lines[at - 1]
        if at == 0 or line.block.page is None or before.block.page is None or before.block.page >= line.block.page:
            return False
        return (line.look.size or 0.0) > _LARGER * (before.look.size or math.inf)

    def follows(self, at: int, listed: str, *, within: int = _NEAR) -> bool:
        """Whether one of the next lines opens with an entry of a word list."""
        after = self.lines[at + 1 : at + 1 + within]
        return any(self.lexicon.opens_with(line.text, listed) for line in after if line.stand is Stand.TEXT)

    def preamble_follows(self, at: int, *, within: int) -> bool:
        """Whether "De raad van de gemeente …" and what it considered come within so many lines."""
        after = range(at + 1, min(at + 1 + within, len(self.lines)))
        return any(self.opens_decree(one) for one in after)

    def opens_decree(self, at: int) -> bool:
        """Whether a line names the body in whose name a draft decree speaks, and what it considered follows."""
        text = self.lines[at].text
        if self.lexicon.opens_with(text, "besluitnemers_voluit"):
            return self.follows(at, "besluit_overwegingen", within=4)
        # In fewer words, as above a signature: what it considered must then follow at once.
        body = _OF_PLACE.split(text, 1)[0]
        return (
            body[:1].isupper()
            and self.lexicon.is_in(body, "besluitnemers")
            and self.follows(at, "besluit_overwegingen", within=1)
        )

    def decides_next(self, at: int) -> bool:
        """Whether the next line has the word "besluit" above what a decree decides: alone, or behind the body."""
        after = "".join(line.text for line in self.lines[at + 1 : at + 2])
        by_body = self.lexicon.opens_with(after, "besluitnemers_voluit") and _DECIDES.search(after) is not None
        return normal(after) in ("besluit", "besluiten") or (by_body and self.asked_before(at))

    def asked_before(self, at: int) -> bool:
        """Whether a heading for decision points stands above a line."""
        return any(heading.role == "beslispunten" and heading.at < at for heading in self.headings.values())

    def asks(self) -> bool:
        """Whether there is a heading for decision points: "Agenda toerisme" is then what a proposal is about."""
        return any(heading.role == "beslispunten" for heading in self.headings.values())

    def article_follows(self, at: int) -> bool:
        """Whether "Artikel 1" comes soon."""
        return any(_ARTICLE.match(line.text) for line in self.lines[at + 1 : at + 1 + _NEAR * 2])


def find_parts(lines: Sequence[Line], headings: Sequence[Heading], lexicon: Lexicon) -> tuple[Opening, ...]:
    """The parts of a file in order; the first begins at the first line, and is the voorstel unless it says otherwise."""
    view = _View(lines, {heading.at: heading for heading in headings}, lexicon)
    openings = [Opening(0, "voorstel", "")]
    sections = [heading.at for heading in headings if heading.role not in ("", "kop", "ontwerpbesluit")]
    for at, line in enumerate(lines):
        if line.stand is not Stand.TEXT:
            continue
        role = _role(view, at, openings[-1])
        if role and (at == 0 or at - openings[-1].at > 0 or role != openings[-1].role):
            opening = Opening(at, role, line.shown if view.stands_out(at) and not _ARTICLE.match(line.text) else "")
            if len(openings) == 1 and not any(section < at for section in sections) and _words(lines[:at]) <= _LETTERHEAD:
                openings = [Opening(0, role, opening.title)]
            else:
                openings.append(opening)
    return tuple(openings)


def _words(lines: Sequence[Line]) -> int:
    return sum(len(line.text.split()) for line in lines)


def _role(view: _View, at: int, current: Opening) -> str:
    """The role of the part that begins at this line; "" if none begins."""
    out = view.stands_out(at)
    for role, begins in _RULES:
        if begins(view, at, current, out):
            return role
    return ""


def _is_besluit(view: _View, at: int, current: Opening, out: bool) -> bool:
    text, lexicon = view.lines[at].text, view.lexicon
    if current.role == "ontwerpbesluit" and at - current.at <= _NEAR:
        return False
    if view.opens_decree(at):
        return current.role != "verordening"
    if len(text.split()) > _TITLE_WORDS:
        return False
    exact = lexicon.is_in(text, "titels_ontwerpbesluit") and not view.lines[at].number
    if not exact and not (out and (lexicon.opens_with(text, "titels_ontwerpbesluit") or _NAMED.search(text))):
        return False
    if view.preamble_follows(at, within=4 if out else 2):
        return True
    named = exact and out and normal(text) != "besluit"
    return named and (view.starts_page(at) or at == 0 or view.follows(at, "besluit_overwegingen") or view.decides_next(at))


def _is_verordening(view: _View, at: int, current: Opening, out: bool) -> bool:
    text = view.lines[at].text
    if current.role == "verordening":
        return False
    if _ARTICLE.match(text) and (out or current.role == "ontwerpbesluit") and len(text.split()) <= 12:
        return True
    titled = out and view.lexicon.opens_with(text, "titels_verordening") and view.article_follows(at)
    return titled and (current.role == "ontwerpbesluit" or view.starts_page(at) or view.headings.get(at) is not None)


def _is_toelichting(view: _View, at: int, current: Opening, out: bool) -> bool:
    after_law = current.role in ("verordening", "ontwerpbesluit") and at - current.at > 3
    return out and after_law and view.lexicon.opens_with(view.lines[at].text, "titels_toelichting")


def _is_budget_change(view: _View, at: int, current: Opening, out: bool) -> bool:
    text = view.lines[at].text
    known = out and view.lexicon.opens_with(text, "titels_begrotingswijziging") and len(text.split()) <= 10
    return known and at > 0 and current.role != "begrotingswijziging" and (view.starts_page(at) or current.role != "voorstel")


def _is_attachment(view: _View, at: int, current: Opening, out: bool) -> bool:
    text = view.lines[at].text
    heading = view.headings.get(at)
    if not out or at == 0 or not _ATTACHMENT.match(text) or normal(text) in ("bijlagen", "bijlage"):
        return False
    return view.starts_page(at) or (heading is not None and heading.by_file and heading.level == 1 and current.role != "voorstel")


def _is_voorstel(view: _View, at: int, current: Opening, out: bool) -> bool:
    text = view.lines[at].text
    titled = out and view.lexicon.opens_with(text, "titels_voorstel") and len(text.split()) <= 12
    return (
        titled
        and at > 0
        and (current.role != "voorstel" or view.starts_page(at))
        and not view.lexicon.opens_with(text, "titels_ontwerpbesluit")
    )


def _is_lookalike(view: _View, at: int, _current: Opening, out: bool) -> bool:
    text = view.lines[at].text
    return (
        out
        and at <= 3
        and view.lexicon.opens_with(text, "titels_gelijkend")
        and not view.lexicon.opens_with(text, "titels_ontwerpbesluit")
        and (view.lexicon.is_in(text, "titels_gelijkend") or not view.asks())
    )


_RULES = (
    ("ontwerpbesluit", _is_besluit),
    ("verordening", _is_verordening),
    ("toelichting", _is_toelichting),
    ("begrotingswijziging", _is_budget_change),
    ("bijlage", _is_attachment),
    ("voorstel", _is_voorstel),
    ("overig", _is_lookalike),
)
