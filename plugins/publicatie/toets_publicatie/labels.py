"""Labels on a document ('vertrouwelijk', 'concept', 'intern'): in a header or footer, in the head, or on a line of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from toets.extract.scene import Scene
from toets.model.document import BlockKind, Location
from toets.model.fact import Draft

SOURCE = "publicatie.labels"
LONGEST = 4
"""Words; a longer line that begins with such a word is a sentence."""

_PARTS = re.compile(r"\n|\t|\||·|•| [–-] ")
_FIELDS = frozenset({"status", "vertrouwelijkheid", "openbaarheid", "classificatie", "rubricering", "openbaar", "vertrouwelijk"})
_MORE = frozenset({"versie", "v", "d", "dd", "raadsvoorstel", "collegevoorstel", "exemplaar", "stuk"})
_YES = frozenset({"ja", "x"})


def find(scene: Scene) -> Iterator[Draft]:
    """A label fact for each, once for each text."""
    lists = scene.vocabulary.lists
    known = {words: sort for sort in ("secret", "draft") for words in lists.get(f"etiket_{sort}", ())}
    told: set[str] = set()
    for text, place in _lines(scene):
        for part in _PARTS.split(text):
            sort = sort_of(part, known)
            plain = " ".join(part.split())
            if sort and plain.lower() not in told:
                told.add(plain.lower())
                yield Draft("label", {"sort": sort}, plain, place, SOURCE)


def sort_of(text: str, known: Mapping[str, str]) -> str:
    """What a piece of a line says of the document as a whole: "secret", "draft", or ""."""
    words = re.findall(r"[^\W_]+", text.lower())
    if not words or len(words) > LONGEST:
        return ""
    for label, sort in known.items():
        wanted = label.split()
        exact = words == wanted
        versioned = words[: len(wanted)] == wanted and (
            text.isupper() or all(word[0].isdigit() or word in _MORE for word in words[len(wanted) :])
        )
        if exact or versioned:
            return sort
    return ""


def _lines(scene: Scene) -> Iterator[tuple[str, Location]]:
    """Where labels stand: running headers and footers, fields of the head, and short paragraphs outside tables."""
    document = scene.document
    for text in document.source.furniture:
        yield text, Location(part=0, paragraph=0)
    for item in document.metadata:
        label = " ".join(re.findall(r"[^\W_]+", item.label.lower()))
        if label in _FIELDS and item.value:
            yield (label if item.value.strip().lower() in _YES else item.value), item.location
    fields = {item.location.paragraph for item in document.metadata}
    for block in document.source.blocks:
        if block.index in fields:
            continue
        if block.kind is BlockKind.PARAGRAPH and len(block.text.split()) <= LONGEST:
            yield block.text, Location(part=0, page=block.page, paragraph=block.index)
