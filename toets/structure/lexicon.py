"""The vocabulary as structure needs it: which role a heading gives, which field a label names, and word lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from toets.model.vocabulary import HeadingRole, MetaField, Vocabulary
from toets.text.normal import normal

QUESTIONS = frozenset({"wat", "wie", "hoe", "waarom", "welke", "wanneer", "waar", "waarover", "waarmee"})
# "Uitvoering: financiën" is about money, but "Argument 1: kosten dalen" is an argument.
_KEEPS_PREFIX = frozenset({"kop", "argumenten", "kanttekeningen", "beslispunten", "bijlagen", "ontwerpbesluit"})
_JOINT = re.compile(r"\s*(?:[/,;+&]|\s[-–]\s|\b(?:en|of|alsmede|alsook|c\.?q\.?)\b)\s*")
_BRACKETS = re.compile(r"\s*\([^)]*\)")
_OPENS_AT_MOST = 14
_OPENING = 120
"""The characters in which an entry of a list must show; no entry is nearly as long."""


class How(StrEnum):
    """How the role of a heading was recognised, from most to least certain."""

    NAME = "name"
    COMPOUND = "compound"
    OPENS = "opens"
    NEAR = "near"
    WORD = "word"


SURE = {How.NAME: 1.0, How.COMPOUND: 0.95, How.OPENS: 0.85, How.NEAR: 0.75, How.WORD: 0.6}


@dataclass(frozen=True, slots=True)
class Match:
    """The role that a heading's own words give, and how it was recognised."""

    role: str
    how: How
    question: bool = False

    @property
    def firm(self) -> bool:
        """Whether the words are a known name, alone or joined with others."""
        return self.how in (How.NAME, How.COMPOUND)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Names of headings, labels of fields and word lists, all in the form that `normal` gives."""

    names: Mapping[str, str]
    opens: Mapping[str, tuple[tuple[str, str], ...]]
    spellings: Spellings
    labels: Mapping[str, str]
    label_spellings: Spellings
    hints: tuple[tuple[str, str, bool], ...]
    asked: tuple[tuple[str, tuple[str, ...]], ...]
    lists: Mapping[str, tuple[str, ...]]

    def name(self, text: str) -> str:
        """The role of a heading that is wholly a known name; "" if it is none."""
        whole = normal(text)
        return self.names.get(whole, "") or self.names.get(whole.replace(" ", ""), "")

    def heading(self, text: str, *, damaged: bool = False) -> Match | None:
        """The role that a heading's words give, or None; `damaged` allows for letters that were misread."""
        whole = normal(text)
        question = whole.split(" ", 1)[0] in QUESTIONS
        if role := self.names.get(whole, "") or self.name(_BRACKETS.sub("", text)):
            return Match(role, How.NAME, question)
        if role := self._joined(text) or self._second(text):
            return Match(role, How.COMPOUND, question)
        if role := self._opened(whole) or self._first(text):
            return Match(role, How.OPENS, question)
        if role := (self.names.get(whole.replace(" ", ""), "") or (nearest(whole, self.spellings) if damaged else "")):
            return Match(role, How.NEAR, question)
        return None

    def hinted(self, text: str) -> str:
        """The role that an unknown heading asks for, or that single words of it point to; "" if none does."""
        words = normal(text).split()
        fits = (
            [(len(entry), role) for role, entry in self.asked if entry[0] == words[0] and _holds_all(words, entry)]
            if words
            else []
        )
        if fits:
            return max(fits, key=lambda fit: fit[0])[1]
        found = [
            role for word in words for role, form, whole in self.hints if word == form or (not whole and word.startswith(form))
        ]
        return next((role for role in found if role != _GENERAL), found[0] if found else "")

    def field(self, label: str) -> str:
        """The canonical field that a label names: as a whole, one of its parts, or its opening words; "" if none."""
        bare = _BRACKETS.sub("", label) or label
        whole = normal(bare)
        if not whole or len(whole) > 60:
            return ""
        if found := self.labels.get(normal(label)) or self.labels.get(whole):
            return found
        for part in re.split(r"[/,]|\ben\b", bare):
            if found := self.labels.get(normal(part)):
                return found
        words = whole.split()
        for size in range(min(len(words) - 1, 3), 0, -1):
            if found := self.labels.get(" ".join(words[:size])):
                return found if len(words) - size <= 2 else ""
        return nearest(whole, self.label_spellings)

    def opens_with(self, text: str, listed: str) -> bool:
        """Whether a text opens with one of the entries of a word list."""
        whole = normal(text[:_OPENING]) + " "
        return any(whole.startswith(entry + " ") for entry in self.lists.get(listed, ()))

    def is_in(self, text: str, listed: str) -> bool:
        """Whether a text as a whole is an entry of a word list."""
        return len(text) <= _OPENING and normal(text) in self.lists.get(listed, ())

    def holds(self, text: str, listed: str) -> bool:
        """Whether an entry of a word list stands somewhere in a text, as whole words."""
        whole = f" {normal(text)} "
        return any(f" {entry} " in whole for entry in self.lists.get(listed, ()))

    def _second(self, text: str) -> str:
        """The role of "Uitvoering: financiën": that of the second name, unless the first says what kind of text it is."""
        left, _, right = text.partition(":")
        role = self.names.get(normal(left), "") if right.strip() else ""
        if not role or role in _KEEPS_PREFIX:
            return role
        return self.name(right) or self._joined(right)

    def _first(self, text: str) -> str:
        """The role of "Uitvoering: de eerste drie jaar", a known name with other words."""
        left, _, right = text.partition(":")
        role = self.names.get(normal(left), "") if right.strip() else ""
        return role if role != "onderwerp" else ""

    def _joined(self, text: str) -> str:
        """The role of names joined by slash, comma or "en": the first that is known; participatie goes before communicatie."""
        parts = [part for part in _JOINT.split(_BRACKETS.sub("", text).lower()) if part.strip()]
        if len(parts) < 2:
            return ""
        roles = [self.names.get(normal(part), "") for part in parts]
        known = [role for role in roles if role]
        if not known or (not roles[0] and len(known) * 2 < len(roles)):
            return ""
        if known[0] == "communicatie" and "participatie" in known:
            return "participatie"
        return known[0] if roles[0] or len(known) == len(roles) else ""

    def _opened(self, whole: str) -> str:
        if whole.count(" ") >= _OPENS_AT_MOST:
            return ""
        entries = self.opens.get(whole.split(" ", 1)[0], ())
        return next((role for form, role in entries if whole == form or whole.startswith(form + " ")), "")


def lexicon(vocabulary: Vocabulary) -> Lexicon:
    """Prepare a vocabulary for recognising headings and labels; the same vocabulary is prepared once."""
    lists = tuple(
        (name, tuple(vocabulary.lists[name]))
        for name in sorted(vocabulary.lists)
        if name in _LISTS or name.startswith((_HINT, _ASKED))
    )
    return _prepared(vocabulary.headings, vocabulary.fields, lists)


@lru_cache(maxsize=4)
def _prepared(
    headings: tuple[HeadingRole, ...], fields: tuple[MetaField, ...], listed: tuple[tuple[str, tuple[str, ...]], ...]
) -> Lexicon:
    names: dict[str, str] = {}
    opens: dict[str, list[tuple[str, str]]] = {}
    for entry in headings:
        for name in entry.names:
            names.setdefault(_normal(name), entry.role)
        for form in map(_normal, entry.opens):
            opens.setdefault(form.split(" ", 1)[0], []).append((form, entry.role))
    labels = {_normal(label): field.name for field in fields for label in field.labels}
    return Lexicon(
        names=names,
        opens={word: tuple(sorted(forms, key=lambda form: -len(form[0]))) for word, forms in opens.items()},
        spellings=_spellings(names),
        labels=labels,
        label_spellings=_spellings(labels),
        hints=tuple(_hints(listed)),
        asked=tuple(_asked(listed)),
        lists={name: tuple(map(_normal, entries)) for name, entries in listed if name in _LISTS},
    )


_NORMAL = re.compile(r"[a-z]{2,}(?: [a-z]{2,})*")


def _normal(text: str) -> str:
    """What `normal` gives, quickly for the many entries that are written so already."""
    return text if _NORMAL.fullmatch(text) else normal(text)


_LISTS = frozenset(
    {
        "soorten_bijlagen",
        "besluit_aanhef", "besluit_aanhef_midden", "besluit_overwegingen", "besluit_woorden", "geen_bijlagen", "kaal",
        "kaal_begin", "kaal_vervolg", "nazending",
        "ondertekening", "ondertekening_woorden", "reden", "sjabloon", "sjabloon_woorden", "titels_begrotingswijziging",
        "titels_gelijkend", "titels_ontwerpbesluit", "titels_toelichting", "titels_vergadering", "titels_verordening",
        "titels_voorstel", "verwijzing",
    }
)  # fmt: skip
_HINT = "kopwoorden_"
_ASKED = "kopvragen_"
_GENERAL = "beoogd_effect"
"""What "effect", "doel" and "inwoners" point to, unless another word says on what or for whom."""


def _asked(listed: Iterable[tuple[str, tuple[str, ...]]]) -> Iterable[tuple[str, tuple[str, ...]]]:
    for name, entries in listed:
        if name.startswith(_ASKED):
            for entry in entries:
                yield name.removeprefix(_ASKED), tuple(entry.split())


def _holds_all(words: Sequence[str], entry: Sequence[str]) -> bool:
    """Whether all words of an entry stand in a text; "kost*" is any word that begins so."""
    return all(any(word.startswith(one[:-1]) if one.endswith("*") else word == one for word in words) for one in entry)


def _hints(listed: Iterable[tuple[str, tuple[str, ...]]]) -> Iterable[tuple[str, str, bool]]:
    for name, words in listed:
        if name.startswith(_HINT):
            for word in words:
                yield name.removeprefix(_HINT), normal(word), not word.endswith("*")


Spellings = Mapping[int, Mapping[str, str]]
"""Known names without spaces with their meaning, by their length."""


def _spellings(meanings: Mapping[str, str]) -> Spellings:
    out: dict[int, dict[str, str]] = {}
    for name, meaning in meanings.items():
        compact = name.replace(" ", "")
        if len(compact) >= _SHORTEST:
            out.setdefault(len(compact), {}).setdefault(compact, meaning)
    return out


_SHORTEST = 7
_TWO_FROM = 12


def nearest(text: str, spellings: Spellings) -> str:
    """The meaning of the known name that a misread text must be: one letter off, two in a long name; "" if none."""
    compact = text.replace(" ", "")
    if not _SHORTEST - 1 <= len(compact) <= 40:
        return ""
    best, meaning = 3, ""
    for size in (len(compact), len(compact) - 1, len(compact) + 1):
        known, allowed = spellings.get(size, {}), min(2 if size >= _TWO_FROM else 1, best - 1)
        found = process.extractOne(compact, known.keys(), scorer=Levenshtein.distance, score_cutoff=allowed)
        if found is not None:
            best, meaning = int(found[1]), known[found[0]]
        if best <= 1:
            break
    return meaning
