"""The vocabulary as structure needs it: which role a heading gives, which field a label names, and word lists."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from toets.model.vocabulary import HeadingRole, MetaField, Paper, Vocabulary
from toets.structure.cues import INSIDE, LISTED, QUESTIONS, Cues, Form, contents_of, cues_of
from toets.text.normal import normal

# "Uitvoering: financiën" is about money, but "Argument 1: kosten dalen" is an argument.
_KEEPS_PREFIX = frozenset({"kop", "argumenten", "kanttekeningen", "beslispunten", "bijlagen", "ontwerpbesluit"})
_JOINT = re.compile(r"\s*(?:[/,;+&]|\s[-–]\s|\b(?:en|of|alsmede|alsook|c\.?q\.?)\b)\s*")
_BRACKETS = re.compile(r"\s*\([^)]*\)")
_OPENS_AT_MOST = 14
_ASKED = {"hier": "waar", "dit": "wat", "zo": "hoe", "daarom": "waarom", "hierom": "waarom"}
"""The question that a sentence with such an opening answers."""
_ANSWER = 8
"""The words of the longest heading that is read as the answer to a question."""
_DECIDING_WORDS = 10
"""A line with more words tells more than that a decision follows."""

_OPENING = 120
"""The characters in which an entry of a list must show; no entry is nearly as long."""


class How(StrEnum):
    """How the role of a heading was recognised, from most to least certain."""

    NAME = "name"
    COMPOUND = "compound"
    OPENS = "opens"
    PEELED = "peeled"
    NEAR = "near"
    CUES = "cues"
    WORD = "word"


SURE = {
    How.NAME: 1.0, How.COMPOUND: 0.95, How.OPENS: 0.85, How.PEELED: 0.85, How.NEAR: 0.75, How.CUES: 0.7, How.WORD: 0.6,
}  # fmt: skip


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
    """Names of headings, labels of fields, word lists and sorts of papers, all in the form that `normal` gives.

    `openings` has the lists once more, every entry with a space behind it.
    """

    names: Mapping[str, str]
    opens: Mapping[str, tuple[tuple[str, str], ...]]
    spellings: Spellings
    labels: Mapping[str, str]
    label_spellings: Spellings
    cues: Cues
    contents: tuple[tuple[str, Form], ...]
    lists: Mapping[str, tuple[str, ...]]
    openings: Mapping[str, tuple[str, ...]]
    papers: tuple[Paper, ...] = ()

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

    def told(self, text: str, known: Match | None) -> Match | None:
        """The role of a heading that is no known name by what its words speak of; `known` stays when it tells as much.

        "Wat er mis kan gaan" has the words of another question, "De belangrijkste bezwaren" a name with words around it.
        """
        if known is not None and known.how is not How.OPENS:
            return known
        whole = normal(text)
        words, question = whole.split(), whole.split(" ", 1)[0] in QUESTIONS
        if known is None and (role := self._peeled(words)):
            return Match(role, How.PEELED, question)
        role, weight, size = self.cues.role(words, asked=text.rstrip().endswith("?"))
        if role not in _KEEPS_PREFIX and (after := text.partition(":")[2].strip()):
            role = self.name(after) or self.cues.role(normal(after).split())[0] or role
        if not role and known is None and (role := self._answering(words)):
            return Match(role, How.CUES)
        if not role or (known is not None and not self._outweighs(known, whole, weight, size)):
            return known
        asks = known.question if known is not None else question and size > 1 and text.rstrip().endswith("?")
        return Match(role, How.CUES if size > 1 else How.WORD, asks)

    def _answering(self, words: Sequence[str]) -> str:
        """The role of a short sentence that answers a question, by that question: "Dit kost de bus" by "Wat kost de bus"."""
        if not 1 < len(words) <= _ANSWER or words[0] not in _ASKED:
            return ""
        asked = (_ASKED[words[0]], *words[1:])
        return self._opened(" ".join(asked)) or self.cues.role(asked)[0]

    def _outweighs(self, known: Match, whole: str, weight: int, size: int) -> bool:
        """Whether a cue tells more than the words that a heading opens with: it has several words, of at least that weight."""
        firm = known.role in _KEEPS_PREFIX - {"argumenten", "kanttekeningen"}
        return size > 1 and not firm and weight >= self.cues.weight(self._opening(whole)[0].split())

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
        return whole.startswith(self.openings.get(listed, ()))

    def is_in(self, text: str, listed: str) -> bool:
        """Whether a text as a whole is an entry of a word list."""
        return len(text) <= _OPENING and normal(text) in self.lists.get(listed, ())

    def place_in(self, text: str, listed: str) -> int | None:
        """Which entry of a word list a text as a whole is; None if it is none."""
        entries = self.lists.get(listed, ())
        return entries.index(normal(text)) if self.is_in(text, listed) else None

    def holds(self, text: str, listed: str) -> bool:
        """Whether an entry of a word list stands somewhere in a text, as whole words."""
        whole = f" {normal(text)} "
        return any(f" {entry} " in whole for entry in self.lists.get(listed, ()))

    def decides(self, text: str) -> bool:
        """Whether a line says that the decision follows: "besluit:", "heeft op 14 oktober het volgende besloten."."""
        if self.is_in(text, "besluit_woorden"):
            return True
        whole, announces = f" {normal(text)}", (":",) if "volg" not in text else (":", ".")
        short = text.endswith(announces) and len(whole.split()) <= _DECIDING_WORDS
        return short and any(whole.endswith(f" {entry}") for entry in self.lists.get("besluit_slot", ()))

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
        return self._opening(whole)[1]

    def _opening(self, whole: str) -> tuple[str, str]:
        """The known words that a heading opens with, and their role."""
        entries = self.opens.get(whole.split(" ", 1)[0], ())
        return next(((form, role) for form, role in entries if whole == form or whole.startswith(form + " ")), ("", ""))

    def _peeled(self, words: Sequence[str]) -> str:
        """The role of a known name with small words before it or what it is of behind it; "" if no name is left."""
        before, behind = self.lists.get("koppen_vooraf", ()), self.lists.get("koppen_achteraf", ())
        first = next((place for place, word in enumerate(words) if word not in before), len(words))
        core = " ".join(words[first:])
        cores = (core, *(core.removesuffix(" " + tail) for tail in behind if core.endswith(" " + tail)))
        return next((role for one in cores if (role := self.names.get(one, ""))), "")


def lexicon(vocabulary: Vocabulary) -> Lexicon:
    """Prepare a vocabulary for recognising headings and labels; the same vocabulary is prepared once."""
    names = sorted(name for name in vocabulary.lists if name in _LISTS or name.startswith((LISTED, INSIDE)))
    lists = tuple((name, tuple(vocabulary.lists[name])) for name in names)
    return _prepared(vocabulary.headings, vocabulary.fields, lists, vocabulary.papers)


@lru_cache(maxsize=4)
def _prepared(
    headings: tuple[HeadingRole, ...],
    fields: tuple[MetaField, ...],
    listed: tuple[tuple[str, tuple[str, ...]], ...],
    papers: tuple[Paper, ...],
) -> Lexicon:
    names: dict[str, str] = {}
    opens: dict[str, list[tuple[str, str]]] = {}
    for entry in headings:
        for name in entry.names:
            names[_normal(name)] = entry.role  # the words of a municipality come last, and count
        for form in map(_normal, entry.opens):
            opens.setdefault(form.split(" ", 1)[0], []).append((form, entry.role))
    labels = {_normal(label): field.name for field in fields for label in field.labels}
    lists = {name: tuple(map(_normal, entries)) for name, entries in listed if name in _LISTS}
    return Lexicon(
        names=names,
        opens={word: tuple(sorted(forms, key=lambda form: -len(form[0]))) for word, forms in opens.items()},
        spellings=_spellings(names),
        labels=labels,
        label_spellings=_spellings(labels),
        cues=cues_of(tuple(one for one in listed if one[0].startswith(LISTED))),
        contents=contents_of(tuple(one for one in listed if one[0].startswith(INSIDE))),
        lists=lists,
        openings={name: tuple([f"{entry} " for entry in entries]) for name, entries in lists.items()},
        papers=tuple(map(_spelled, papers)),
    )


def _spelled(paper: Paper) -> Paper:
    names, nouns, deeds = (tuple(map(_normal, words)) for words in (paper.names, paper.nouns, paper.deeds))
    return replace(paper, names=names, nouns=nouns, deeds=deeds)


_NORMAL = re.compile(r"[a-z]{2,}(?: [a-z]{2,})*")


def _normal(text: str) -> str:
    """What `normal` gives, quickly for the many entries that are written so already."""
    return text if _NORMAL.fullmatch(text) else normal(text)


_LISTS = frozenset(
    {
        "afzender_soorten", "soorten_bijlagen", "bijlage_alledaags", "bijlage_bijgevoegd", "bijlage_samenvatting",
        "bijlage_stukken", "bijlage_te_vinden", "bijlage_uitkomst", "bijlagen_tabelkop", "bijlagen_titelkolom",
        "besluit_aanhef", "besluit_aanhef_midden", "besluit_in_zin", "besluit_in_zin_geen", "besluit_overwegingen",
        "besluit_slot", "besluit_woorden", "besluitnemers", "besluitnemers_voluit", "geen_bijlagen", "kaal",
        "kaal_begin", "kaal_vervolg", "kaal_voorbehoud", "kaal_zin", "koppen_achteraf", "koppen_vooraf", "nazending",
        "ondertekening", "ondertekening_woorden", "kaal_reden", "sjabloon", "sjabloon_vervolg", "sjabloon_woorden",
        "titel_versies", "titels_begrotingswijziging",
        "titels_gelijkend", "titels_ontwerpbesluit", "titels_toelichting", "titels_vergadering", "titels_verordening",
        "titels_voorstel", "verwijzing",
    }
)  # fmt: skip


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
