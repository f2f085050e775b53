"""What an extractor looks at: the document, its passages, and where every phrase was found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from toets.model.document import Document, Passage, Section, Span
from toets.model.vocabulary import Phrase, Vocabulary
from toets.text import Hit, Language

ACTORS = frozenset({"functie", "persoon", "organisatie"})
DATES = frozenset({"datum", "kwartaal"})
_WORD = re.compile(r"[^\W\d_]")
_SIGN = re.compile(r"\W*")
_EDGES = re.compile(r"^\W+|\W+$")
_TAIL = 40
"""The characters at the end of a text in which its last word of a list stands."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A document with its passages and the phrase hits of each passage (same index); `by_phrase` says which phrases those are.

    `named` has, for each passage, the hits of every named list of the vocabulary that has any; `lists` the lists of plain words.
    """

    document: Document
    vocabulary: Vocabulary
    language: Language
    passages: tuple[Passage, ...]
    hits: tuple[tuple[Hit, ...], ...]
    by_phrase: tuple[frozenset[str], ...]
    by_section: Mapping[int, tuple[Passage, ...]]
    named: tuple[Mapping[str, tuple[Hit, ...]], ...]
    lists: Mapping[str, frozenset[str]]

    def section(self, passage: Passage) -> Section | None:
        """The section a passage stands in; None for a field of the head."""
        return self.document.sections[passage.section] if passage.section >= 0 else None

    def found(self, passage: Passage, phrases: tuple[Phrase, ...]) -> tuple[Hit, ...]:
        """The hits of these phrases in a passage, in order."""
        here = self.by_phrase[passage.index]
        if not here or not phrases:
            return ()
        wanted = {phrase.id for phrase in phrases if phrase.id in here}
        return tuple(hit for hit in self.hits[passage.index] if hit.phrase in wanted) if wanted else ()

    def says(self, passage: Passage, name: str) -> tuple[Hit, ...]:
        """The hits of the named phrase list of the vocabulary in a passage."""
        return self.named[passage.index].get(name, ())

    def opens(self, passage: Passage, name: str) -> tuple[Hit, ...]:
        """Of these hits those with which the passage begins: no word stands before them, a number may."""
        return tuple([hit for hit in self.says(passage, name) if not _WORD.search(passage.text, 0, hit.start)])

    def words(self, *names: str) -> frozenset[str]:
        """The words of these lists of the vocabulary together."""
        if len(names) == 1:
            return self.lists.get(names[0], frozenset())
        return frozenset().union(*(self.words(name) for name in names))

    def has(self, text: str, *names: str) -> bool:
        """Whether one of the words of these lists stands in a text; in a list for this a star says that a word may go on."""
        return any(self.language.pattern(name).search(text) for name in names)

    def opens_with(self, text: str, name: str) -> bool:
        """Whether a text begins with one of the words of a list, signs before it apart."""
        first = _SIGN.match(text)
        return self.language.pattern(name).match(text, first.end() if first else 0) is not None

    def is_one(self, text: str, name: str) -> bool:
        """Whether a text, signs around it apart, is one of the words of a list."""
        return self.language.pattern(name).fullmatch(_EDGES.sub("", text)) is not None

    def ends_with(self, text: str, name: str) -> bool:
        """Whether a text ends with one of the words of a list, spaces behind it apart."""
        end = len(text.rstrip())
        start = max(text.rfind(" ", 0, max(end - _TAIL, 0)), 0)
        return any(found.end() == end for found in self.language.pattern(name).finditer(text, start, end))

    def pattern(self, name: str) -> re.Pattern[str]:
        """The words of a list as a pattern: where it matters at which place in a text one of them stands."""
        return self.language.pattern(name)

    def heading_has(self, section: Section, *names: str) -> bool:
        """Whether the heading of a section has one of these parts of words in it."""
        heading = section.heading.lower()
        return any(part in heading for part in self.words(*names))

    def headed(self, *names: str) -> frozenset[int]:
        """The sections whose heading has words of one of these lists."""
        headings = (passage for passage in self.passages if passage.kind == "heading")
        return frozenset(passage.section for passage in headings if any(self.says(passage, name) for name in names))

    def reach(self, passage: Passage, how: str) -> tuple[Passage, ...]:
        """The passages within reach: sentence, adjacent, paragraph, section or document, in reading order."""
        if how == "document":
            return self.passages
        if how in ("phrase", "sentence"):
            return (passage,)
        if how == "adjacent":
            beside = self.passages[max(passage.index - 1, 0) : passage.index + 2]
            return tuple([other for other in beside if other.section == passage.section])
        near = self.by_section.get(passage.section, (passage,))
        if how == "section":
            return near
        return tuple([other for other in near if other.paragraph == passage.paragraph])

    def prose(self) -> Iterator[Passage]:
        """The passages of the proposal itself that say something: no headings, no fields of the head."""
        for passage in self.passages:
            if passage.part == "voorstel" and passage.kind not in ("heading", "field"):
                yield passage


def scene_of(document: Document, vocabulary: Vocabulary, language: Language, passages: tuple[Passage, ...]) -> Scene:
    """Look up all phrases in all passages, once."""
    hits = language.hits([passage.text for passage in passages], [passage.spans for passage in passages])
    said = tuple(frozenset(hit.phrase for hit in here) for here in hits)
    sections: dict[int, list[Passage]] = {}
    for passage in passages:
        sections.setdefault(passage.section, []).append(passage)
    by_section = {index: tuple(group) for index, group in sections.items()}
    named = tuple(_by_list(here, language.lists_of) for here in hits)
    return Scene(document, vocabulary, language, passages, hits, said, by_section, named, language.lists)


def _by_list(hits: tuple[Hit, ...], lists_of: Mapping[str, tuple[str, ...]]) -> Mapping[str, tuple[Hit, ...]]:
    found: dict[str, tuple[Hit, ...]] = {}
    for hit in hits:
        for name in lists_of.get(hit.phrase, ()):
            found[name] = (*found.get(name, ()), hit)
    return found


def apart(hits: Iterable[Hit], others: Sequence[Hit]) -> tuple[Hit, ...]:
    """The hits that overlap none of the others."""
    return tuple([hit for hit in hits if not any(other.start < hit.end and other.end > hit.start for other in others)])


def spans_of(passage: Passage, *kinds: str) -> tuple[Span, ...]:
    """The typed spans of these kinds in a passage."""
    return tuple([span for span in passage.spans if span.kind in kinds]) if passage.spans else ()
