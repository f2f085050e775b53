"""Papers that a proposal says it encloses and that its list of attachments does not have."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from toets.extract.scene import Scene
from toets.extract.topics import spot
from toets.model.document import Attachment, Location, Passage
from toets.model.fact import Draft, Value
from toets.text import normal

SOURCE = "extract.enclosures"
_COUNT = re.compile(r"(?P<count>\d{1,2})\s*(?:$|[(,;.])")
"""A head that counts: "3", "5, waarvan 1 vertrouwelijk"; not the number of a paper."""
_NEXT = re.compile(r"\s+(?P<noun>[a-zà-ÿ][\w-]{3,})")
_LONG = re.compile(r"[A-Za-zà-ÿ][\w-]{3,}")
_SHORTEST = 4
"""The letters of a word by which a listed title can be the paper that is spoken of."""


def find(scene: Scene) -> Iterator[Draft]:
    """An attachment that is not listed, for a paper that a decision point encloses and for a head that counts more."""
    listed = [item for item in scene.document.attachments if item.listed]
    yield from _counted(scene, len(listed))
    if not listed:
        return
    words = _words_of(scene, listed)
    for passage in scene.passages:
        if passage.point and passage.part == "voorstel" and not scene.says(passage, "bijlage_bij_nummer"):
            yield from _unlisted(scene, passage, words)


def _words_of(scene: Scene, listed: Iterable[Attachment]) -> frozenset[str]:
    """The words by which a paper is known here: those of the listed titles, and of the other papers in the same file."""
    titles = {word for item in listed for word in normal(item.title).split() if len(word) >= _SHORTEST}
    others = (f"{part.title} {part.role}" for part in scene.document.parts if part.index > 0)
    return frozenset(titles | {word for other in others for word in normal(other).split()})


def _unlisted(scene: Scene, passage: Passage, words: Collection[str]) -> Iterator[Draft]:
    """The papers that a decision point encloses and that no title names; each place once."""
    by_end = {end: (start, noun) for noun, start, end in _enclosed(scene, passage)}
    for end, (start, noun) in by_end.items():
        if not _is_listed(noun, words):
            quote = passage.text[start:end]
            yield _draft(quote, 1, quote, spot(passage, start, end))


def _enclosed(scene: Scene, passage: Passage) -> Iterator[tuple[str, int, int]]:
    """What a decision point calls enclosed, with where that stands; and the numbered papers that it decides on."""
    general = scene.words("bijlage_algemeen")
    for hit in scene.says(passage, "bijlage_ingesloten"):
        found = _NEXT.match(passage.text, hit.end)
        if found and normal(found["noun"]) not in general:
            yield normal(found["noun"]), hit.start, found.end()
    for hit in scene.says(passage, "bijlage_ingesloten_achter"):
        if found := _paper_before(scene, passage.text, hit.start):
            yield normal(found[0]), found.start(), hit.end
    for hit in scene.says(passage, "bijlage_genummerd_stuk"):
        yield normal(passage.text[hit.start : hit.end]).split()[-1], hit.start, hit.end


def _paper_before(scene: Scene, text: str, end: int) -> re.Match[str] | None:
    """The paper of which is said behind it that it is enclosed: "het convenant met de politie, zoals bijgevoegd"."""
    sorts = tuple(scene.words("bijlage_stukken", "soorten_bijlagen"))
    found = [one for one in _LONG.finditer(text, 0, end) if one[0].lower().endswith(sorts)]
    return found[-1] if found else None


def _is_listed(noun: str, words: Collection[str]) -> bool:
    """Whether a title has this word, or one is the last part of the other: raadsbrief and brief, a draft of it too."""
    return any(noun.endswith(word) or word.endswith(noun) for word in words)


def _counted(scene: Scene, listed: int) -> Iterator[Draft]:
    """The head counts attachments that the list does not have, or that are nowhere."""
    if not listed and scene.document.attachments:
        return
    for field in scene.document.metadata:
        number = _COUNT.match(field.value) if field.field == "bijlagen" else None
        if number and listed < int(number["count"]):
            title = f"{number['count']} bijlagen volgens de kop"
            yield _draft(title, 0, f"{field.label}: {field.value}", field.location)


def _draft(title: str, referred: int, quote: str, where: Location) -> Draft:
    fields: dict[str, Value] = {"title": title, "referred": referred, "part": "voorstel"}
    return Draft("attachment", fields, quote, where, SOURCE)
