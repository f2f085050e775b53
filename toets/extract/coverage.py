"""Cover: out of what an amount is paid, whether that can be traced, and whether it is certain, put off or lacking."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from toets.extract.scene import Scene, spans_of
from toets.extract.sums import ASKED, MONEY_ROLES, Sum, same
from toets.extract.tense import narrates
from toets.model.document import Passage, PassageKind, Span
from toets.model.fact import Draft, Value
from toets.text import Hit

SOURCE = "extract.coverage"
SILENT_ROLES = frozenset(
    {
        "kop",
        "onderwerp",
        "alternatieven",
        "bijlagen",
        "aanleiding",
        "kanttekeningen",
        "evaluatie",
        "participatie",
        "ondertekening",
    }
)
REASON_ROLES = frozenset({"argumenten", "beoogd_effect", "samenvatting"})
WARNING_ROLE = "kanttekeningen"
"""Where a sum without cover may be told as well, and nothing else about cover."""
RECEIVED = frozenset({"income", "risk", "price", "limit"})
NOTE_WORDS = 7
_AMOUNT_OF = re.compile(r"^\s+(?:van|ad|à|ter hoogte van)\s+(?:maximaal |circa |in totaal |ongeveer )?€", re.IGNORECASE)
_OUT_OF = re.compile(r"\b(?:uit|vanuit|binnen|van|op|aan|in|via)\s+(?:(?:het|de|een|dit|dat|ons|\w+e)\s+)*$", re.IGNORECASE)
_FROM = re.compile(r"\b(?:uit|vanuit|binnen|van|op|via)\s+(?:(?:het|de|een|dit|dat|ons|\w+e)\s+)*$", re.IGNORECASE)
"""What stands before a source that something is taken from; in "in de reserve zit" nothing is."""
_SUM_FOLLOWS = re.compile(r"\s+(?:maximaal |circa |in totaal |ongeveer |ten hoogste )?€")
_TO_BE = re.compile(r"\b(?:wordt|worden|zal|zullen)\b", re.IGNORECASE)
_CONTRAST = re.compile(r"\b(?:is|zijn) (?:een|de|het) \w+, $", re.IGNORECASE)
"""What it is, before what it is not: "dat is een bovengrens, geen budget"."""
_WORD = re.compile(r"\w+")
_POINTS_BACK = re.compile(r"(?:dit|dat|deze|die)\b", re.IGNORECASE)
NEXT_WORDS = 4
"""Among so many words behind "geen geld" may stand that none is needed."""
LOOK_AHEAD = 2
"""How many passages further it may say how it goes on."""
LOOK_BACK = 3
"""How many passages back "dit" or "deze kosten" may point."""


@dataclass(frozen=True, slots=True)
class Cover:
    """What one passage says of cover: the source as found ("" when none is named), and how sure it is."""

    passage: Passage
    source: str
    sort: str
    traceable: bool
    vague: bool
    conditional: bool
    deferred: bool
    absent: bool


def find(scene: Scene, sums: Sequence[Sum]) -> Iterator[Draft]:
    """A coverage fact for every amount that a passage on cover speaks of; one without an amount when it speaks of none."""
    for cover in covers(scene):
        if _only_received(cover.passage, sums):
            continue
        targets = _targets(scene, cover, sums)
        for handle in targets or ("",):
            yield _draft(scene, cover, handle)


def _only_received(passage: Passage, sums: Sequence[Sum]) -> bool:
    """Whether a passage outside the paragraphs on money tells of a contribution only, which need not be the whole cover."""
    uses = {item.use for item in sums if item.passage == passage.index}
    return passage.role not in MONEY_ROLES and bool(uses) and uses <= RECEIVED


def covers(scene: Scene) -> tuple[Cover, ...]:
    """The passages of the proposal that say out of what something is paid, or that this is still open.

    Where none says so in as many words, a source behind "uit", "op" or "van" among the paragraphs on money is what pays.
    """
    told = tuple(_told(scene))
    if any(cover.traceable or cover.deferred or cover.absent for cover in told):
        return told
    drawn = [passage for passage in scene.prose() if passage.role == "middelen" and _draws(scene, passage)]
    return (*told, *(_cover(scene, passage, later=False, lacking=False) for passage in drawn))


def _told(scene: Scene) -> Iterator[Cover]:
    """The covers that words of cover announce."""
    for passage in scene.passages:
        lacking = _lacks(scene, passage)
        short = bool(scene.says(passage, "dekking_tekort") and spans_of(passage, "bedrag"))
        warned = lacking and short and passage.role == WARNING_ROLE
        if not (_may_speak(passage) or warned) or scene.says(passage, "dekking_niet"):
            continue
        later = _put_off(scene, passage)
        if warned or _says_cover(scene, passage) or (passage.role in MONEY_ROLES and (later or lacking)):
            yield _cover(scene, passage, later=later, lacking=lacking)


def _may_speak(passage: Passage) -> bool:
    """Whether cover is looked for here: in the proposal, and in the decision points wherever they stand."""
    if passage.kind in (PassageKind.HEADING, PassageKind.FIELD):
        return False
    return passage.point > 0 or (passage.part == "voorstel" and passage.role not in SILENT_ROLES)


def _put_off(scene: Scene, passage: Passage) -> bool:
    """Whether cover is left to later; that it was put somewhere, or that the books follow later, is something else."""
    if scene.says(passage, "dekking_geboekt") or scene.says(passage, "dekking_put") or _gains(scene, passage):
        return False
    if scene.says(passage, "dekking_aangemeld"):
        return True
    if any(not narrates(passage.text, hit.start) for hit in scene.says(passage, "dekking_later")):
        return True
    return bool(scene.says(passage, "dekking_open") and scene.says(passage, "geldwoord"))


def _gains(scene: Scene, passage: Passage) -> bool:
    """Whether it is about what comes in: itself, or, where it opens with "dit", the sentence before it."""
    about = passage
    if _POINTS_BACK.match(passage.text) and not spans_of(passage, "bedrag"):
        before = [other for other in scene.reach(passage, "paragraph") if other.index == passage.index - 1]
        about = before[0] if before else passage
    return bool(scene.says(about, "dekking_voordeel")) and not scene.says(about, "dekking_tekort")


def _lacks(scene: Scene, passage: Passage) -> bool:
    """Whether there is no money for it; that no more is needed or asked, or that income is not counted, is something else."""
    if scene.says(passage, "dekking_baten_buiten"):
        return False
    hits = [hit for hit in scene.says(passage, "dekking_geen") if not _CONTRAST.search(passage.text[: hit.start])]
    needs = scene.words("dekking_niet_nodig")
    return any(needs.isdisjoint(_WORD.findall(passage.text[hit.end :].lower())[:NEXT_WORDS]) for hit in hits)


def _named(passage: Passage) -> list[Span]:
    """The sources with a name; a budget that the passage itself asks for pays nothing."""
    found = [span for span in spans_of(passage, "reserve") if span.more.get("named")]
    return [span for span in found if not (passage.point and _is_asked(passage, span))]


def _is_asked(passage: Passage, span: Span) -> bool:
    return bool(_AMOUNT_OF.match(passage.text[span.end :])) and not _OUT_OF.search(passage.text[: span.start])


def _cover(scene: Scene, passage: Passage, *, later: bool, lacking: bool) -> Cover:
    named = _named(passage)
    asked = [span.end for span in spans_of(passage, "reserve") if span not in named]
    others = tuple(hit for hit in scene.says(passage, "dekking_bron") if hit.end not in asked and not _before_sum(passage, hit))
    vague, there = bool(scene.says(passage, "dekking_vaag")), _is_there(scene, passage)
    deferred = later and not named and not there and not (others and not vague and scene.says(passage, "dekking_betaald_uit"))
    pointed = not (named or others or there or vague) and _points_at_source(scene, passage)
    return Cover(
        passage=passage,
        source=str(named[0].value) if named else others[0].text.lower() if others else "",
        sort=str(named[0].more.get("sort", "")) if named else "",
        traceable=not lacking and not deferred and (bool(named) or there or pointed or (bool(others) and not vague)),
        vague=vague,
        conditional=_conditional(scene, passage),
        deferred=deferred or (later and bool(scene.says(passage, "dekking_restant"))),
        absent=lacking,
    )


def _before_sum(passage: Passage, hit: Hit) -> bool:
    """Whether it is the money asked for: "een krediet van € 480.000"."""
    return bool(_SUM_FOLLOWS.match(passage.text[hit.end :])) and hit.text.lower().endswith(" van")


def _is_there(scene: Scene, passage: Passage) -> bool:
    """Whether it has been put somewhere; what will be put there is not there yet."""
    return any(not _TO_BE.search(hit.text) for hit in scene.says(passage, "dekking_reeds"))


def _conditional(scene: Scene, passage: Passage) -> bool:
    """Whether the cover hangs on something; where reasons are given only of a sum or source that the sentence names."""
    aside = passage.role in REASON_ROLES and not spans_of(passage, "bedrag", "reserve")
    return bool(scene.says(passage, "dekking_voorwaarde")) and not aside


def _points_at_source(scene: Scene, passage: Passage) -> bool:
    """Whether it is paid from what the passage before it named: "daaruit", "binnen dit budget"."""
    if not (scene.says(passage, "dekking_verwijst") or scene.says(passage, "dekking_put")):
        return False
    before = [other for other in scene.reach(passage, "section") if other.index < passage.index]
    return any(_names_source(scene, other) for other in before[-LOOK_BACK:])


def _names_source(scene: Scene, passage: Passage) -> bool:
    """Whether it names where there is money, whatever it says of it."""
    named = any(span.more.get("named") for span in spans_of(passage, "reserve"))
    return bool(named or scene.says(passage, "dekking_reeds") or scene.says(passage, "dekking_bron"))


def _says_cover(scene: Scene, passage: Passage) -> bool:
    if passage.role not in MONEY_ROLES and _only_programmes(passage) and not scene.says(passage, "geldwoord"):
        return False
    if passage.kind == PassageKind.ROW:
        return bool(scene.says(passage, "dekking") or scene.says(passage, "rij_dekking"))
    if passage.role not in MONEY_ROLES and not (spans_of(passage, "bedrag", "reserve") or scene.says(passage, "geldwoord")):
        return False
    hits = (*scene.says(passage, "dekking"), *scene.says(passage, "dekking_reeds"))
    said = any(not scene.language.negated(passage.text, hit.start, hit.end, hit.gaps) for hit in hits)
    return said or (bool(spans_of(passage, "reserve")) and (_under_cover(scene, passage) or _is_note(passage)))


def _draws(scene: Scene, passage: Passage) -> bool:
    """Whether a source with a name stands behind "uit", "op", "van": among the paragraphs on money that is what pays."""
    if scene.says(passage, "bedrag_toevoegen"):
        return False
    if scene.says(passage, "dekking_put") and _points_at_source(scene, passage):
        return True
    behind = [one for one in _named(passage) if _FROM.search(passage.text[: one.start])]
    return any(not scene.language.negated(passage.text, one.start, one.end) for one in behind)


def _only_programmes(passage: Passage) -> bool:
    """Whether it names no sum and, of all sources, programmes only: a theme is taken up in a programme as well."""
    sources = spans_of(passage, "reserve")
    return bool(sources) and all(span.more.get("sort") == "program" for span in sources) and not spans_of(passage, "bedrag")


def _is_note(passage: Passage) -> bool:
    """Whether a paragraph on money only jots down the source: "Budget evenementen, kostenplaats 653001"."""
    return passage.role == "middelen" and len(passage.text.split()) <= NOTE_WORDS and not spans_of(passage, "bedrag")


def _under_cover(scene: Scene, passage: Passage) -> bool:
    section = scene.section(passage)
    return section is not None and "dekking" in section.heading.lower()


def _targets(scene: Scene, cover: Cover, sums: Sequence[Sum]) -> tuple[str, ...]:
    """The main amounts that a passage on cover speaks of: those it names, else those it points back to, else all that is asked.

    The cover of the yearly burden of what is asked is the cover of what is asked.
    """
    passage, main = cover.passage, [item for item in sums if item.main]
    asked = [item for item in main if _in_point(scene, item)] or main
    here = [item for item in sums if item.passage == passage.index]
    spoken = _as_main(here, main)
    if not spoken and scene.says(passage, "dekking_alles") and not passage.point:
        return tuple(item.handle for item in main if item.passage <= passage.index or item in asked)
    if not spoken and here and _of_another(scene, cover, here, sum(item.cents for item in asked)):
        return ()
    spoken = spoken or _pointed(scene, cover, sums, main)
    if spoken and not (scene.says(passage, "dekking_gevolg") and not passage.point):
        return spoken
    return tuple(dict.fromkeys((*spoken, *(item.handle for item in asked))))


def _of_another(scene: Scene, cover: Cover, here: Sequence[Sum], asked: int) -> bool:
    """Whether the sums `here` are something else than the eurocents asked.

    They are limits, or of a year that is told for comparison ("dat scheelt jaarlijks € 11.000 en zit al in de raming"), or
    have been paid before ("het onderzoek (€ 18.000) is betaald uit het werkbudget"), or are without cover and more than
    all that is asked.
    """
    bounded = all(item.use == "limit" for item in here)
    compared = {item.use for item in here if item.term} == {"other"}
    paid = bool(scene.says(cover.passage, "dekking_voorbij"))
    larger = (cover.absent or cover.deferred) and min(item.cents for item in here) > asked
    return bounded or compared or paid or larger


def _in_point(scene: Scene, item: Sum) -> bool:
    return scene.passages[item.passage].point > 0


def _as_main(items: Sequence[Sum], main: Sequence[Sum]) -> tuple[str, ...]:
    """The main amounts that these are: themselves, or what they repeat."""
    found = [one.handle for item in items for one in main if item.handle == one.handle or (item.repeat and same(item, one))]
    return tuple(dict.fromkeys(found))


def _pointed(scene: Scene, cover: Cover, sums: Sequence[Sum], main: Sequence[Sum]) -> tuple[str, ...]:
    """The amounts of the nearest passage before it, in the same section, that asks or costs something."""
    section = scene.reach(cover.passage, "section")
    before = [item.index for item in takewhile(lambda other: other.index < cover.passage.index, section)][-LOOK_BACK:]
    for index in reversed(before):
        items = [item for item in sums if item.passage == index and (item.main or item.repeat or item.use in ASKED)]
        found = _as_main(items, main)
        if found or any(item.capital for item in items):
            return found
    return ()


def _bridged(scene: Scene, passage: Passage) -> bool:
    """Whether it says, or one of the next sentences does, how it goes on after a cover for once."""
    told = [other for other in scene.reach(passage, "section") if 0 <= other.index - passage.index <= LOOK_AHEAD]
    return any(scene.says(other, "dekking_brug") for other in told)


def _draft(scene: Scene, cover: Cover, handle: str) -> Draft:
    passage = cover.passage
    once, always = bool(scene.says(passage, "dekking_eenmalig")), bool(scene.says(passage, "dekking_blijvend"))
    fields: dict[str, Value] = {
        "amount": handle,
        "source": cover.source,
        "sort": cover.sort,
        "traceable": int(cover.traceable),
        "vague": int(cover.vague),
        "conditional": int(cover.conditional),
        "deferred": int(cover.deferred),
        "open": int(cover.absent),
        "term": "structural" if always else "one_off" if once else "",
        "bridged": int(_bridged(scene, passage)),
        "balance": int(bool(scene.says(passage, "dekking_ruimte"))),
    }
    return Draft("coverage", fields, passage.text, passage.location, SOURCE, passage.index)
