"""Amounts that are about the same thing, laid beside each other.

Amounts may lawfully differ (btw, price level, rounding, years, a subsidy that is taken off). So two amounts are only said to
differ when their labels are the same, neither is named elsewhere, and no other amount accounts for the difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import chain

from toets.extract import table_products, table_shares, table_totals, told_products, told_sums
from toets.extract.arithmetic import Comparison, adds_up, alike, as_sum, comparable, euros, explained, roughness, shifted, swapped
from toets.extract.matching import twins
from toets.extract.purposes import may_be_one, one_purpose, purpose
from toets.extract.scene import Scene, spans_of
from toets.extract.sums import ASKED, Sum
from toets.extract.table_totals import is_total
from toets.extract.topics import spot
from toets.model.document import Passage
from toets.model.fact import Draft, Value
from toets.text import normal

SOURCE = "extract.comparisons"
THOUSAND = 1000
_CLOSE = 60
"""Characters within which the noun of an amount stands before it."""
_NEARLY = 0.9
"""What is asked and a table without a total are about the same costs when they are this close."""
RESTATED = 0.8
"""From this similarity on a sentence tells a decision point again."""
TOLD_AGAIN = frozenset({"samenvatting", "argumenten", "middelen", "uitvoering", "beoogd_effect", "overig"})

_BESIDE = re.compile(r"[^.;€]{0,60}")
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


def find(scene: Scene, sums: Sequence[Sum]) -> Iterator[Draft]:
    """A comparison fact for every two of these amounts of a document that can be compared with certainty."""
    told = chain(told_sums.find(scene), told_products.find(scene))
    counted = chain(table_totals.find(scene, sums), table_shares.find(scene), table_products.find(scene))
    found = chain(counted, told, _besluit(scene), _points(scene, sums))
    for number, item in enumerate(found):
        yield from _drafts(scene, item, f"compared:{number}")


def _drafts(scene: Scene, item: Comparison, handle: str) -> Iterator[Draft]:
    """The comparison, and the other place or the sum it was compared with."""
    passage = scene.passages[item.passage]
    fields: dict[str, Value] = {
        "of": item.of,
        "same_label": 1,
        "outcome": "differs" if item.differs else "same",
        "left": 0 if item.percent else item.left,
        "right": 0 if item.percent else item.right,
        "difference": 0 if item.percent else abs(item.left - item.right),
    }
    fields |= _in_words(item)
    yield Draft("comparison", fields, item.quote, spot(passage, item.start, item.start), SOURCE, item.passage, handle)
    there = scene.passages[item.elsewhere] if item.elsewhere >= 0 else passage
    yield Draft("place", {"of": handle}, item.other or there.text, there.location, SOURCE)


def _in_words(item: Comparison) -> dict[str, Value]:
    """Both sides as they are shown: amounts with what lies between them, or percentages."""
    if item.percent:
        return {"share": table_shares.percent(item.left), "counted_share": table_shares.percent(item.right)}
    factor = shifted(item.left, item.right)
    words: dict[str, Value] = {
        "told": f"€ {euros(item.left)}",
        "counted": f"€ {euros(item.right)}",
        "gap": f"€ {euros(abs(item.left - item.right))}",
    }
    return words | ({"factor": f"{factor:,}".replace(",", ".")} if factor else {})


def _besluit(scene: Scene) -> Iterator[Comparison]:
    """The amounts of a decision point beside those of the same point of the draft decision, when they are as many."""
    places = {passage.point: passage for passage in scene.passages if passage.point and passage.part == "voorstel"}
    theirs_at = {passage.point: passage for passage in scene.passages if passage.point and passage.part == "ontwerpbesluit"}
    for point, twin in twins(scene):
        passage = places.get(point.index + 1)
        mine, theirs = _amounts(scene, point.text), _amounts(scene, twin.text) if twin else []
        pairs = [(one, two) for one, two in zip(sorted(mine), sorted(theirs), strict=False) if not alike(one, two)]
        if passage and mine and len(mine) == len(theirs) and len(pairs) <= 1:
            left, right = pairs[0] if pairs else (mine[0], theirs[0])
            there = theirs_at.get(twin.index + 1) if twin else None
            yield Comparison(
                "besluit", passage.index, 0, left, right, point.text, bool(pairs), there.index if there else -1,
                twin.text if twin else "",
            )  # fmt: skip


def _amounts(scene: Scene, text: str) -> list[int]:
    return [int(span.value) for span in scene.language.spans(text) if span.kind == "bedrag" and span.value]


def _points(scene: Scene, sums: Sequence[Sum]) -> Iterator[Comparison]:
    """What the decision points ask beside what the text says of the same sum."""
    asked = [item for item in sums if _in_point(scene, item) and item.use in ASKED and _figure(item)]
    for item in asked:
        again = list(_told_again(scene, item, asked, sums))
        yield from again or _restated(scene, item, sums)
    if asked:
        yield from _whole(scene, asked, sums)
        yield from _untotalled(scene, asked, sums)
        yield from _title(scene, asked, sums)
    yield from _cover(scene, sums)


def _in_point(scene: Scene, item: Sum) -> bool:
    passage = scene.passages[item.passage]
    return passage.point > 0 and passage.part == "voorstel"


def _figure(item: Sum) -> bool:
    """Whether an amount is one plain figure, paid once."""
    return item.cents > 0 and not (item.vague or item.pm or item.per or item.capital)


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
        match = _SAME_AGAIN.search(_before(passage, other))
        if not match or normal(match[1]) != noun or scene.has(passage.text, "bedrag_van_eerder") or _apart(scene, passage, other):
            continue
        if alike_purpose(mine, _purpose(scene, other)) and not _is_part(scene, other, sums):
            yield from _pair(scene, "total", item, other, sums)


def _in_text(scene: Scene, sums: Sequence[Sum]) -> Iterator[Sum]:
    """The plain figures in the sentences of the proposal that may tell again what is asked."""
    for item in sums:
        passage = scene.passages[item.passage]
        if passage.role in TOLD_AGAIN and passage.part == "voorstel" and item.table < 0 and _figure(item):
            yield item


def _is_part(scene: Scene, item: Sum, sums: Sequence[Sum]) -> bool:
    """Whether the same amount is said, anywhere, to be a part of another."""
    return any(_OF_WHICH.search(_before(scene.passages[one.passage], one)) for one in sums if one.cents == item.cents)


def _restated(scene: Scene, item: Sum, sums: Sequence[Sum]) -> Iterator[Comparison]:
    """A sentence that says what the point says in the same words, with one amount: "Wij vragen u een budget van …"."""
    point = scene.passages[item.passage]
    if len(spans_of(point, "bedrag")) != 1:
        return
    words = _wordless(point.text)
    for other in _in_text(scene, sums):
        passage = scene.passages[other.passage]
        once = not passage.point and len(spans_of(passage, "bedrag")) == 1 and not scene.has(passage.text, "bedrag_van_eerder")
        if once and SequenceMatcher(None, words, _wordless(passage.text), autojunk=False).ratio() >= RESTATED:
            yield from _pair(scene, "total", item, other, sums, verbatim=True)


def _wordless(text: str) -> list[str]:
    """The words of a text without its figures."""
    return [word for word in normal(text).split() if not any(sign.isdigit() for sign in word)]


def _title(scene: Scene, asked: Sequence[Sum], sums: Sequence[Sum]) -> Iterator[Comparison]:
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
    same = alike(item.cents, told) or abs(item.cents - told) <= _rough(scene, item) + roughness(span.text, told)
    other = any(alike(told, one.cents) for one in sums if scene.passages[one.passage].role != "onderwerp")
    if same or (not other and (comparable(item.cents, told) or shifted(item.cents, told))):
        yield Comparison("subject", place.index, start, told, item.cents, place.text, not same, item.passage)


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


def _before(passage: Passage, item: Sum) -> str:
    """The words before an amount, without the sign of the euro."""
    return passage.text[: item.start].rstrip(" \u00a0€") + " "


def _whole(scene: Scene, asked: Sequence[Sum], sums: Sequence[Sum]) -> Iterator[Comparison]:
    """What is asked, all points together, beside the total of the costs in the section on money."""
    if not any(scene.has(scene.passages[item.passage].text, "geldwoord_gevraagd") for item in asked):
        return
    totals = [other for other in sums if _is_whole(scene, other)]
    together = replace(asked[0], cents=sum(item.cents for item in asked))
    if len(totals) > 1 and len({other.passage for other in totals}) == 1:  # a table may have a total of each of its columns
        totals = [other for other in totals if comparable(together.cents, other.cents)]
    if totals and all(alike(totals[0].cents, other.cents) for other in totals):
        yield from _pair(scene, "points", together, totals[0], sums, certain=len(asked) == 1)


def _untotalled(scene: Scene, asked: Sequence[Sum], sums: Sequence[Sum]) -> Iterator[Comparison]:
    """The one amount that is asked beside the only table of costs, when that gives no total: its rows are added up."""
    tables = list(table_totals.untotalled(scene, sums))
    if len(asked) != 1 or len(tables) != 1 or any(_is_whole(scene, other) for other in sums):
        return
    (first, parts), item = tables[0], asked[0]
    counted = sum(parts)
    if adds_up(parts, item.cents) or alike(item.cents, counted):
        return
    told = any(alike(counted, other.cents) for other in sums) or _named(scene, item, [one for one in sums if one is not item])
    said = scene.passages[item.passage].text
    near = min(item.cents, counted) >= _NEARLY * max(item.cents, counted)
    others = any(other.use in ("income", "cover") and other.table < 0 for other in sums) or scene.has(said, "geld_gedeeld")
    if near and not (told or others or explained(item.cents, counted, [one.cents for one in sums])):
        yield Comparison("points", item.passage, item.start, item.cents, counted, said, True, first.index, as_sum(parts))


def _is_whole(scene: Scene, item: Sum) -> bool:
    """Whether an amount is said to be all that it costs: in a sentence, or in the last row of a table of costs."""
    passage = scene.passages[item.passage]
    if passage.role != "middelen" or passage.part != "voorstel" or passage.point or not _figure(item):
        return False
    if item.table >= 0:
        return item.total and not item.year and is_total(scene, passage.text)
    ends = (hit.end for hit in scene.says(passage, "bedrag_geheel") if hit.end <= item.start)
    return any(_BESIDE.fullmatch(_before(passage, item), end) for end in ends) and not scene.has(
        passage.text, "bedrag_van_eerder"
    )


def _pair(
    scene: Scene, of: str, item: Sum, other: Sum, sums: Sequence[Sum], *, certain: bool = True, verbatim: bool = False
) -> Iterator[Comparison]:
    """Two amounts with one label: the same, or different without anything that accounts for it.

    `certain`: there is one amount on either side; `verbatim`: all other words are the same, so that any difference is one.
    """
    said = scene.passages[item.passage].text
    same = alike(item.cents, other.cents) or abs(item.cents - other.cents) <= _rough(scene, item) + _rough(scene, other)
    if same or _differs(scene, of, item, other, sums, certain=certain, verbatim=verbatim):
        yield Comparison(of, item.passage, item.start, item.cents, other.cents, said, not same, other.passage)


def _differs(scene: Scene, of: str, item: Sum, other: Sum, sums: Sequence[Sum], *, certain: bool, verbatim: bool) -> bool:
    """Whether nothing accounts for the difference of two amounts with one label."""
    rest = [one for one in sums if one.handle not in (item.handle, other.handle)]
    both = _named(scene, item, rest) and (of == "points" or _named(scene, other, rest))
    zeros = shifted(item.cents, other.cents) if of == "total" or other.table >= 0 else 0
    if zeros == THOUSAND or (zeros and of == "total" and not both):
        return True
    near = verbatim or comparable(item.cents, other.cents)
    if both or not near or explained(item.cents, other.cents, [one.cents for one in rest]):
        return False
    said = f"{scene.passages[item.passage].text} {scene.passages[other.passage].text}"
    return (certain and (of == "total" or not _has_parts(scene, said))) or swapped(item.cents, other.cents)


def _rough(scene: Scene, item: Sum) -> int:
    return roughness(scene.passages[item.passage].text[item.start : item.end], item.cents)


def _named(scene: Scene, item: Sum, rest: Sequence[Sum]) -> bool:
    """Whether the section on money names this amount once more: then it is no slip."""
    return any(alike(item.cents, one.cents) for one in rest if scene.passages[one.passage].role == "middelen")


def _has_parts(scene: Scene, said: str) -> bool:
    """Whether anything said of money hints that what is asked is only a part, or more, than the costs."""
    money_text = " ".join(passage.text for passage in scene.passages if passage.role == "middelen")
    return scene.has(said, "geld_deels_van_anderen") or scene.has(money_text, "geld_deels_van_anderen")


def _cover(scene: Scene, sums: Sequence[Sum]) -> Iterator[Comparison]:
    """What one decision point asks beside the two or more amounts that it is paid from."""
    for index, passage in enumerate(scene.passages):
        mine = [item for item in sums if item.passage == index] if passage.point and passage.part == "voorstel" else []
        asked = [item for item in mine if item.use in ASKED]
        cover = [item for item in mine if item.use == "cover"]
        if len(asked) == 1 and len(cover) > 1 and len(mine) == len(asked) + len(cover) and all(map(_figure, mine)):
            counted = sum(item.cents for item in cover)
            alright = adds_up([item.cents for item in cover], asked[0].cents) or alike(counted, asked[0].cents)
            if alright or (comparable(counted, asked[0].cents) and not scene.has(passage.text, "bedrag_deels")):
                left = asked[0]
                counting = as_sum([item.cents for item in cover])
                yield Comparison("cover", index, left.start, left.cents, counted, passage.text, not alright, -1, counting)
