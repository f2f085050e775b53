"""How a text reads, in what can be counted: long sentences, passives, words that are kept apart, abbreviations, the title.

The figures say nothing of a level of language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from toets.extract.scene import Scene
from toets.extract.topics import spot
from toets.extract.units import Unit, units_of
from toets.model.document import Location, Passage, PassageKind
from toets.model.fact import Draft, Value
from toets.text import normal

SOURCE = "extract.readability"
LONG = 30
"""From this number of words on a sentence is long."""

TANG = 11
"""Words between a finite verb and the participle or infinitive that belongs to it."""

FEWEST_WORDS = 4
_SORT_ONLY = 3
"""A title of so few words only says what sort of document it is ("voorstel aan de …")."""
NOT_PROSE = frozenset({"beslispunten", "mandaat", "bijlagen", "ondertekening", "kop"})

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d.,]*")
_PARTICIPLE = (
    r"(?:(?:aan|af|bij|door|in|mee|na|om|op|over|toe|uit|vast|voor|terug|samen|plaats)?ge[a-z]{2,}(?:d|t|en)|(?:be|ver|ont"
    r"|her)[a-z]{3,}(?:d|t|en))"
)
_BECOMES = re.compile(r"\b(?:wordt|worden|werd|werden)\b", re.IGNORECASE)
_PASSIVE = re.compile(
    rf"{_BECOMES.pattern}[^.;]*\b{_PARTICIPLE}\b|\b{_PARTICIPLE}\b[^.;]{{0,20}}{_BECOMES.pattern}", re.IGNORECASE
)
_TANG = re.compile(
    rf"\b(?:heeft|hebben|is|zijn|wordt|worden|werd|werden|kan|kunnen|moet|moeten|zal|zullen|wil|willen|mag|mogen)"
    rf"(?P<between>(?: [^\s,;:.()–|]+){{{TANG},60}}?) (?:te )?(?:{_PARTICIPLE}|[a-z]{{3,}}en)(?: (?:worden|zijn"
    rf"|hebben))?(?=[,;.]|$)",
    re.IGNORECASE,
)
_PREPOSED = re.compile(
    r"\b(?:de|het|een) (?:door|op grond van|ten behoeve van|in het kader van"
    r"|naar aanleiding van)(?: [^\s,;:.()]+){4,14} (?:ge|be|ver|ont|vast|uit)\w+(?:de|te|en) \w{3,}"
)
_ABBREVIATION = re.compile(r"(?<![\w./'’@-])(?:[A-Z]{2,6}|[A-Z][a-z]?[A-Z]{1,4}[a-z]?)(?![\w/@]|-?\d|\.\w)")
_ROMAN = re.compile(r"[IVXLC]+")


@dataclass(frozen=True, slots=True)
class _Sentence:
    unit: Unit
    words: int


def find(scene: Scene) -> Iterator[Draft]:
    """One reading for the proposal, a hard_sentence for each that is counted in it, its abbreviations, and the title."""
    sentences = [_Sentence(unit, len(_WORD.findall(unit.text))) for unit in units_of(scene) if _is_prose(unit)]
    sentences = [one for one in sentences if one.words >= FEWEST_WORDS]
    found = {
        "long": [one for one in sentences if one.words > LONG],
        "tang": [one for one in sentences if _TANG.search(one.unit.text) or _PREPOSED.search(one.unit.text)],
        "passive": [one for one in sentences if _BECOMES.search(one.unit.text) and _PASSIVE.search(one.unit.text)],
    }
    known = _known(scene)
    short = tuple(_abbreviations(scene, known))
    if sentences:
        strange = sum(not draft.fields["explained"] for draft in short)
        yield _reading(sentences, {sort: len(ones) for sort, ones in found.items()}, strange)
    for sort, ones in found.items():
        yield from (_hard(one, sort) for one in ones)
    yield from short
    yield from _title(scene, known)


def _is_prose(unit: Unit) -> bool:
    passage = unit.passage
    return passage.kind in (PassageKind.SENTENCE, PassageKind.ITEM) and passage.role not in NOT_PROSE and not passage.quoted


def _reading(sentences: Sequence[_Sentence], counts: dict[str, int], strange: int) -> Draft:
    number = len(sentences)
    fields: dict[str, Value] = {
        "sentences": number,
        "mean": round(sum(one.words for one in sentences) / number),
        "strange": strange,
    }
    for sort, count in counts.items():
        fields |= {sort: count, f"{sort}_percent": round(100 * count / number)}
    first = sentences[0].unit
    return Draft("reading", fields, "", first.passage.location, SOURCE)


def _hard(one: _Sentence, sort: str) -> Draft:
    unit = one.unit
    place = spot(unit.passage, unit.start, unit.end)
    return Draft("hard_sentence", {"sort": sort, "words": one.words}, unit.text, place, SOURCE, unit.passage.index)


def _abbreviations(scene: Scene, known: frozenset[str]) -> Iterator[Draft]:
    """The first place of every abbreviation that not everybody knows, and whether it is written in full somewhere."""
    whole = _whole(scene)
    seen: set[str] = set()
    for passage in scene.prose():
        for found in _letters_in(scene, passage, known):
            if found[0] not in seen:
                seen.add(found[0])
                fields: dict[str, Value] = {"letters": found[0], "explained": int(_explained(found[0], whole))}
                yield Draft("abbreviation", fields, passage.text, spot(passage, *found.span()), SOURCE, passage.index)


def unexplained(scene: Scene, passage: Passage) -> frozenset[str]:
    """The abbreviations in a passage that not everybody knows and that the document nowhere writes in full."""
    if not _ABBREVIATION.search(passage.text):
        return frozenset()
    letters = {found[0] for found in _letters_in(scene, passage, _known(scene))}
    whole = _whole(scene) if letters else ""
    return frozenset(one for one in letters if not _explained(one, whole))


def _whole(scene: Scene) -> str:
    return " ".join(passage.text for passage in scene.passages)


def _letters_in(scene: Scene, passage: Passage, known: frozenset[str]) -> Iterator[re.Match[str]]:
    """The abbreviations in a passage that not everybody knows."""
    if passage.text.isupper() or passage.kind is PassageKind.ROW:
        return
    for found in _ABBREVIATION.finditer(passage.text):
        named = scene.ends_with(passage.text[: found.start()], "soort_voor_naam")
        if not named and found[0].lower() not in known and not _ROMAN.fullmatch(found[0]):
            yield found


def _known(scene: Scene) -> frozenset[str]:
    names = {name.lower() for law in scene.vocabulary.laws for name in (law.code, *law.names)}
    return frozenset({*names, *(name.lower() for name in scene.words("bekende_afkortingen"))})


def _explained(letters: str, whole: str) -> bool:
    """Whether the words stand beside the letters: "Specifieke uitkering (SPUK)", "SPUK (specifieke uitkering)"."""
    escaped = re.escape(letters)
    behind = rf"\w\w[’'”\"]? \((?:[^()]{{0,20}}[ ,])?{escaped}\)"
    before = rf"\b{escaped} \([^()]{{6,}}\)|\b{escaped}:? (?:staat voor|betekent)"
    return re.search(f"{behind}|{before}", whole) is not None


def _heading(scene: Scene) -> str:
    """The title above the proposal, when no field or section names the subject and the title is more than "Raadsvoorstel"."""
    title = scene.document.parts[0].title.strip() if scene.document.parts else ""
    return title if len(title.split()) > _SORT_ONLY else ""


def _title(scene: Scene, known: frozenset[str]) -> Iterator[Draft]:
    subject = scene.document.subject.strip() or _heading(scene)
    if not subject:
        return
    lists, plain = scene.vocabulary.lists, normal(subject)
    strange = [one for one in _ABBREVIATION.findall(subject) if one.lower() not in known and not _ROMAN.fullmatch(one)]
    vague = any(f" {normal(words)} " in f" {plain} " for words in lists.get("titel_vaag", ()))
    telling = [word for word in plain.split() if len(word) > 3]
    fields: dict[str, Value] = {
        "words": len(_WORD.findall(subject)),
        "action": int(any(stem in plain for stem in lists.get("titel_handeling", ()))),
        "concrete": int(not vague and len(telling) > 1),
        "abbreviation": "" if subject.isupper() or not strange else strange[0],
    }
    yield Draft("heading_title", fields, subject, Location(part=0, section=None, paragraph=0), SOURCE)
