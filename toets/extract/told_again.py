"""What a decision point asks, told again in the text or in the title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from toets.extract.arithmetic import Comparison, alike, comparable, roughness, shifted
from toets.extract.purposes import may_be_one, one_purpose, purpose
from toets.extract.scene import Scene, spans_of
from toets.extract.sum_pairs import is_told, pair, rough, words_before
from toets.extract.sums import Sum
from toets.model.document import Passage
from toets.text import normal

_CLOSE = 60
"""Characters within which the noun of an amount stands before it."""
_RESTATED = 0.8
"""From this similarity on a sentence tells a decision point again."""
_TOLD_AGAIN = frozenset({"samenvatting", "argumenten", "middelen", "uitvoering", "beoogd_effect", "overig"})

_SAME_AGAIN = re.compile(
    r"(?<!\bvan )(?<!\buit )\b(?:het|de|dit|deze) (?:gevraagde |benodigde |voorgestelde |aan te vragen |aangevraagde )?(\w+)"
    r"(?: (?:van|ad|bedraagt|is|betreft|komt (?:uit )?op|bedragen)| voor [\w ]{1,40} (?:bedraagt|is))"
    r"(?: (?:in totaal|totaal|daarmee))? $",
    re.IGNORECASE,
)
_OF_A_YEAR = re.compile(
    r"\s*,?\s*(?:uit|van|in|voor|over|vanaf|sinds) (?:het (?:jaar )?|eind |begin )?(?:19|20)\d\d\b", re.IGNORECASE
)
_OF_WHOM = re.compile(r"\s*,?\s*(?:van|uit|door|namens|bij) (?:de |het |een )?", re.IGNORECASE)
"""A year or a giver behind an amount makes it another one."""
_OF_WHICH = re.compile(r"(?:\b(?:waarvan|daarvan|hiervan)|\bvan (?:het|de|dit|deze) \w+)\b[^.;]{0,40}$", re.IGNORECASE)


def find(scene: Scene, item: Sum, asked: Sequence[Sum], sums: Sequence[Sum]) -> Iterator[Comparison]:
    """What one decision point asks beside each place that tells it again: by its noun, else by the whole sentence."""
    again = list(_told_again(scene, item, asked, sums))
    yield from again or _restated(scene, item, sums)


def in_title(scene: Scene, asked: Sequence[Sum], sums: Sequence[Sum]) -> Iterator[Comparison]:
    """The one amount in the title beside the one that is asked, when both call it the same: "krediet van € 540.000"."""
    subject = scene.document.subject
    amounts = [span for span in scene.language.spans(subject) if span.kind == "bedrag" and int(span.value) > 0]
    place = next((passage for passage in scene.passages if subject and subject in passage.text and not passage.point), None)
    if len(asked) != 1 or len(amounts) != 1 or place is None or amounts[0].more.get("vague") or amounts[0].more.get("per"):
        return
    item, span = asked[0], amounts[0]
    noun = _noun(scene, item)
    if not noun or noun not in normal(subject).split() or scene.has(subject, "bedrag_van_eerder"):
        return
    told = int(span.value)
    start = place.text.index(subject) + span.start
    same = alike(item.cents, told) or abs(item.cents - told) <= rough(scene, item) + roughness(span.text, told)
    other = any(alike(told, one.cents) for one in sums if scene.passages[one.passage].role != "onderwerp")
    if same or (not other and (comparable(item.cents, told) or shifted(item.cents, told))):
        yield Comparison("subject", place.index, start, told, item.cents, place.text, not same, item.passage)


def _told_again(scene: Scene, item: Sum, asked: Sequence[Sum], sums: Sequence[Sum]) -> Iterator[Comparison]:
    """The same noun with the article: "een krediet van € 450.000" in the point, "het krediet van € 540.000" in the text."""
    noun = _noun(scene, item)
    mine = _purpose(scene, item)
    twins = [other for other in asked if other is not item and _noun(scene, other) == noun]
    if not noun or (twins and not mine) or any(may_be_one(mine, _purpose(scene, other)) for other in twins):
        return
    alike_purpose = one_purpose if twins else may_be_one
    for other in _in_text(scene, sums):
        passage = scene.passages[other.passage]
        match = _SAME_AGAIN.search(words_before(passage, other))
        if not match or normal(match[1]) != noun or scene.has(passage.text, "bedrag_van_eerder") or _apart(scene, passage, other):
            continue
        if alike_purpose(mine, _purpose(scene, other)) and not _is_part(scene, other, sums):
            yield from pair(scene, "total", item, other, sums)


def _in_text(scene: Scene, sums: Sequence[Sum]) -> Iterator[Sum]:
    """The plain figures in the sentences of the proposal that may tell again what is asked."""
    for item in sums:
        passage = scene.passages[item.passage]
        if passage.role in _TOLD_AGAIN and passage.part == "voorstel" and item.table < 0 and is_told(scene, item):
            yield item


def _is_part(scene: Scene, item: Sum, sums: Sequence[Sum]) -> bool:
    """Whether the same amount is said, anywhere, to be a part of another."""
    return any(_OF_WHICH.search(words_before(scene.passages[one.passage], one)) for one in sums if one.cents == item.cents)


def _restated(scene: Scene, item: Sum, sums: Sequence[Sum]) -> Iterator[Comparison]:
    """A sentence that says what the point says in the same words, with one amount: "Wij vragen u een budget van …"."""
    point = scene.passages[item.passage]
    if len(spans_of(point, "bedrag")) != 1:
        return
    words = _wordless(point.text)
    for other in _in_text(scene, sums):
        passage = scene.passages[other.passage]
        once = not passage.point and len(spans_of(passage, "bedrag")) == 1 and not scene.has(passage.text, "bedrag_van_eerder")
        if once and SequenceMatcher(None, words, _wordless(passage.text), autojunk=False).ratio() >= _RESTATED:
            yield from pair(scene, "total", item, other, sums, verbatim=True)


def _wordless(text: str) -> list[str]:
    """The words of a text without its figures."""
    return [word for word in normal(text).split() if not any(sign.isdigit() for sign in word)]


def _purpose(scene: Scene, item: Sum) -> frozenset[str]:
    return purpose(scene.passages[item.passage].text, item.end, scene.words("doel_zegt_niets"))


def _apart(scene: Scene, passage: Passage, item: Sum) -> bool:
    """Whether the words behind an amount give it a year or a giver of its own."""
    giver = _OF_WHOM.match(passage.text, item.end)
    given = giver is not None and scene.pattern("gever_van_buiten").match(passage.text, giver.end())
    return bool(given or _OF_A_YEAR.match(passage.text, item.end))


def _noun(scene: Scene, item: Sum) -> str:
    """What an amount in a decision point is called: the last telling noun before it, close by."""
    text = scene.passages[item.passage].text
    found = list(scene.pattern("naam_van_gevraagd_bedrag").finditer(text[max(item.start - _CLOSE, 0) : item.start]))
    return normal(found[-1][0]) if found and not scene.has(text, "bedrag_komt_erbij") else ""
