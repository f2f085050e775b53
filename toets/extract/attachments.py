"""Attachments as facts: listed, referred to, present, announced or only enclosed; and whether a decision point decides on one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from toets.extract import enclosures
from toets.extract.scene import Scene
from toets.model.document import Attachment
from toets.model.fact import Draft
from toets.text import normal

SOURCE = "extract.attachments"
_FILE = re.compile(r"[_\-.+]+")
_ATTACHMENT = re.compile(r"\b(?:bijlage|bijl)\s*(?P<number>\d{1,2}[a-z]?|[A-Z])\b", re.IGNORECASE)
_PROPOSAL = re.compile(r"voorstel|\badvies\b.*\bcollege|raadsbesluit", re.IGNORECASE)
_TELLING = re.compile(r"\w{4,}")
_WORD = re.compile(r"\w{6,}")


def find(scene: Scene) -> Iterator[Draft]:
    """A fact for each attachment that the proposal lists or refers to by number, or that it only says it encloses."""
    yield from _known(scene)
    yield from enclosures.find(scene)


def _known(scene: Scene) -> Iterator[Draft]:
    points = [normal(point.text) for point in scene.document.points]
    papers = _papers(scene)
    for item in scene.document.attachments:
        telling = _telling(item)
        yield Draft(
            "attachment",
            {
                "number": item.number,
                "title": item.title,
                "listed": int(item.listed),
                "referred": int(item.referred),
                "present": int(item.present),
                "later": int(item.later),
                "folder": int(bool(papers)),
                "beside": int(any(_is_paper(paper, item, telling) for paper in papers)),
                "decided_on": int(any(_decides(point, item) for point in points)),
                "part": "voorstel",
            },
            _named(item),
            item.location,
            SOURCE,
        )


class _Paper(NamedTuple):
    """A file beside the proposal: the number of the attachment that its name says it is ("" without one), and its words."""

    number: str
    words: frozenset[str]


def _papers(scene: Scene) -> tuple[_Paper, ...]:
    """The files beside the proposal, if they are its own papers: one is an attachment of it, and none a proposal."""
    names = [_FILE.sub(" ", name.rpartition(".")[0]) for name in scene.document.source.beside]
    if any(_PROPOSAL.search(name) and not _ATTACHMENT.search(name) for name in names):
        return ()
    papers = tuple([_paper(name) for name in names])
    listed = [(item, _telling(item)) for item in scene.document.attachments if item.listed]
    own = any(_is_paper(paper, item, telling) for paper in papers for item, telling in listed)
    return papers if own else ()


def _paper(name: str) -> _Paper:
    numbered = _ATTACHMENT.search(name)
    return _Paper(numbered["number"] if numbered else "", frozenset(normal(name).split()))


def _telling(item: Attachment) -> frozenset[str]:
    return frozenset(_TELLING.findall(normal(item.title)))


def _is_paper(paper: _Paper, item: Attachment, telling: frozenset[str]) -> bool:
    """Whether a file is this attachment: "bijlage 2 …", "02 …", or most of the `telling` words of the title."""
    if paper.number and item.number:
        return paper.number.lstrip("0").lower() == item.number.lower()
    return len(telling) > 1 and 3 * len(paper.words & telling) >= 2 * len(telling)


def _named(item: Attachment) -> str:
    return f"bijlage {item.number}: {item.title}".strip(": ") if item.number else item.title


def _decides(point: str, item: Attachment) -> bool:
    """Whether a decision point speaks of this attachment, by number or by the long words of its title."""
    words = set(_WORD.findall(normal(item.title)))
    return (bool(item.number) and f"bijlage {item.number.lower()}" in point) or (bool(words) and words <= set(point.split()))
