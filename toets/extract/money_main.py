"""Which amounts a proposal is about: asked or spent in their own right, and not said before or part of another."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from toets.extract.decisions import acts_of
from toets.extract.money_left import decided, unexplained
from toets.extract.scene import Scene, spans_of
from toets.extract.sums import ASKED, Sum, near, same
from toets.extract.tense import narrates
from toets.model.document import Passage, PassageKind
from toets.text.amount_context import term_of

ASKING_ROLES = frozenset({"middelen", "beslispunten", "uitvoering", "overig", "mandaat", "kader"})
MOVED = frozenset({"cover", "other"})
LATER_ROLES = frozenset(
    {"samenvatting", "argumenten", "beoogd_effect", "onderwerp", "kop", "aanleiding", "sociaal_domein", "duurzaamheid"}
)

_KAN_OOK = re.compile(r"\bkan ook(?:\.|$)", re.IGNORECASE)
_BEHIND = re.compile(r"\W{0,2}\(")
"""What stands between a sum and the letter that says whether it comes once (I) or every year (S)."""

PARTS_REACH = 8
"""How many passages the parts of a sum may stand away from it: a list of parts and its total."""


def marked(scene: Scene, found: Sequence[Sum]) -> tuple[Sum, ...]:
    """Say of every amount whether it is one of the sums that the proposal is about, or one said before, or a part of one.

    What the decision points ask comes first. Beside it only yearly costs count, and what the text sets apart; without it the
    costs in the paragraphs on money do, and without those the costs elsewhere.
    """
    found, shares = _shared(scene, _burdens(scene, found))
    points = [item for item in found if _in_point(scene, item) and item.use in ASKED and not item.capital]
    points = [item for item in points if item.handle not in shares]
    points = points or _promoted(scene, found)
    points = [*points, *decided(scene, found, points)]
    chosen = _distinct(points)
    moved = [item for item in found if _in_point(scene, item) and item.use in MOVED]
    first = [
        item for item in _candidates(scene, found, ASKING_ROLES, asked=chosen) if not any(same(item, other) for other in moved)
    ]
    left = unexplained(scene, found)
    beside = [item for item in left if _on_top(scene, item)] if chosen else []
    chosen = _distinct([*chosen, *first, *beside])
    if not chosen:
        chosen = _distinct(_candidates(scene, found, LATER_ROLES, asked=[]) or left)
    main = {item.handle: item.use for item in chosen if not _makes_up(scene, item, chosen)}
    return tuple(_marked(scene, item, main, chosen, found) for item in found)


def _burdens(scene: Scene, found: Sequence[Sum]) -> Sequence[Sum]:
    """A sum in a point that the text calls the yearly burden of what is asked beside it, is that burden in the point too."""
    asked = [item for item in found if _in_point(scene, item) and item.use == "requested"]
    burdens = [item for item in found if item.capital]

    def is_burden(item: Sum) -> bool:
        larger = any(other.cents > item.cents for other in asked)
        return item.use == "cost" and _in_point(scene, item) and larger and any(same(item, other) for other in burdens)

    return [replace(item, capital=True) if is_burden(item) else item for item in found]


def _shared(scene: Scene, found: Sequence[Sum]) -> tuple[Sequence[Sum], set[str]]:
    """Parts of a sum named just before ("hiervan …") last as long as it does; which of them share out what is asked."""
    parents = {item.handle: whole for item in found if (whole := _whole_of(scene, item, found))}
    shares = {handle for handle, whole in parents.items() if whole.use in ASKED}

    def lasting(item: Sum) -> Sum:
        whole = parents.get(item.handle)
        if whole is None or _timed(item) or not _timed(whole):
            return item
        return replace(item, term=whole.term, year=item.year or whole.year, until=item.until or whole.until)

    return [lasting(item) for item in found], shares


def _whole_of(scene: Scene, item: Sum, found: Sequence[Sum]) -> Sum | None:
    """The sum that this one is a part of: the last before "hiervan", else the first of the passage above it."""
    passage = scene.passages[item.passage]
    marks = (hit.start for hit in scene.says(passage, "bedrag_hiervan") if hit.end <= item.start)
    mark = next(marks, None) if item.table < 0 else None
    if mark is None:
        return None
    within = [one for one in found if one.passage == item.passage and one.end <= mark]
    above = [one for one in found if one.passage == item.passage - 1 and one.table < 0]
    if mark > 0 and not within and passage.text[:mark].strip():
        return None
    whole = within[-1] if within else above[0] if above and scene.passages[above[0].passage].section == passage.section else None
    return whole if whole is not None and whole.cents >= item.cents else None


def _marked(scene: Scene, item: Sum, main: Mapping[str, str], chosen: Sequence[Sum], found: Sequence[Sum]) -> Sum:
    if item.handle in main:
        use = _use_as_asked(scene, item) if item.use == "cover" else main[item.handle]
        labelled = _is_labelled(scene, item, found) or (len(main) == 1 and _timed_at_all(scene))
        return replace(item, main=True, use=use, breakdown=False, labelled=labelled)
    return replace(item, repeat=any(same(item, other) for other in chosen), labelled=_timed(item))


def _is_labelled(scene: Scene, item: Sum, found: Sequence[Sum]) -> bool:
    """Whether it is said of a sum, wherever it is told, if it comes once or every year."""
    if scene.says(scene.passages[item.passage], "bedrag_over_jaren") or _over_years(item, found):
        return True
    told = (one for one in found if one is item or same(item, one))
    return any(_timed(one) or _lettered(scene, one) or _timed_beside(scene, one) or _timed_above(scene, one) for one in told)


def _use_as_asked(scene: Scene, item: Sum) -> str:
    """What a sum that a point only pays for does: costs that are named so stay costs, other money is asked."""
    return "cost" if scene.pattern("kostenwoord").search(scene.passages[item.passage].text, 0, item.start) else "requested"


def _lettered(scene: Scene, item: Sum) -> bool:
    """Whether a letter between brackets behind a sum says how often it comes: "(I)", "(struct.)"."""
    text = scene.passages[item.passage].text
    opening = _BEHIND.match(text, item.end)
    return opening is not None and text[opening.end() :].partition(")")[0] in scene.words("bedrag_letter")


def _timed(item: Sum) -> bool:
    return bool(item.term) or item.per in ("year", "month")


def _over_years(item: Sum, found: Sequence[Sum]) -> bool:
    """Whether sums of one sentence or row, each with a year of its own, make it: "€ 70.000 in 2026 en € 98.000 in 2027"."""
    by_passage: dict[int, list[Sum]] = {}
    for one in found:
        if one.year and one.cents:
            by_passage.setdefault(one.passage, []).append(one)
    parts = [here for here in by_passage.values() if len({one.year for one in here}) > 1]
    return any(near(abs(item.cents), sum(abs(one.cents) for one in here)) for here in parts)


def _timed_beside(scene: Scene, item: Sum) -> bool:
    """Whether a sentence beside it (for a table: around it), without amounts, says whether the costs come once or every year."""
    passage = scene.passages[item.passage]
    if passage.point:
        return False
    reach = "section" if item.table >= 0 else "adjacent"
    beside = (other for other in scene.reach(passage, reach) if not spans_of(other, "bedrag"))
    return any(scene.says(other, "eens_of_elk_jaar") for other in beside)


def _timed_above(scene: Scene, item: Sum) -> bool:
    """Whether the heading over a sum, or the line over its list, says so: "Eenmalig", "Elk jaar terug komen:"."""
    passage = scene.passages[item.passage]
    section = scene.section(passage)
    if passage.point or section is None:
        return False
    above = [other for other in scene.reach(passage, "section") if other.index < passage.index]
    lead = next((other.text for other in reversed(above) if other.kind != PassageKind.ITEM), "")
    listed = passage.kind == PassageKind.ITEM and lead.rstrip().endswith(":")
    return bool(term_of(section.heading) or (listed and term_of(lead)))


def _timed_at_all(scene: Scene) -> bool:
    """Whether a sentence on money without amounts says so; with one sum it can only be about that one."""
    told = (passage for passage in scene.prose() if passage.role == "middelen" and not spans_of(passage, "bedrag"))
    return any(_tells_term(scene, passage) for passage in told)


def _tells_term(scene: Scene, passage: Passage) -> bool:
    return any(not narrates(passage.text, hit.start) for hit in scene.says(passage, "termijn_enig"))


def _in_point(scene: Scene, item: Sum) -> bool:
    """Whether a decision point holds the sum; one that only takes note asks nothing."""
    passage = scene.passages[item.passage]
    return passage.point > 0 and passage.part == "voorstel" and acts_of(scene, passage)[:1] != ("kennisnemen",)


def _promoted(scene: Scene, found: Sequence[Sum]) -> list[Sum]:
    """When the points only move money, the first sum they move is what they ask; else what they put in a reserve."""
    within = [item for item in found if _in_point(scene, item) and item.cents > 0]
    stored = [item for item in within if item.use == "other" and scene.says(scene.passages[item.passage], "bedrag_toevoegen")]
    return [item for item in within if item.use == "cover"][:1] or stored[:1]


def _candidates(scene: Scene, found: Sequence[Sum], roles: frozenset[str], *, asked: Sequence[Sum]) -> list[Sum]:
    """The costs in the prose and tables of these sections that may be sums in their own right."""
    wanted = [item for item in found if item.use in ASKED and (item.cents > 0 or item.vague) and _in_prose(scene, item, roles)]
    if asked:
        return [item for item in wanted if item.table < 0 and not item.capital and _apart(scene, item)]
    loose = [item for item in wanted if item.table < 0 and not item.capital]
    totals = [item for item in wanted if item.total]
    in_money = [item for item in _last_of_tables(totals) if scene.passages[item.passage].role == "middelen"]
    if in_money and roles is ASKING_ROLES:
        return [*in_money, *(item for item in loose if _apart(scene, item))]
    return loose or _last_of_tables(totals) or [item for item in wanted if item.table >= 0] or wanted


def _in_prose(scene: Scene, item: Sum, roles: frozenset[str]) -> bool:
    passage = scene.passages[item.passage]
    return passage.part == "voorstel" and not passage.point and passage.role in roles and not _rejected(scene, passage)


def _rejected(scene: Scene, passage: Passage) -> bool:
    """Whether the paragraph tells up to here of something that was weighed and not chosen, or it is told to compare."""
    if scene.says(passage, "bedrag_vergeleken"):
        return True
    before = (other for other in scene.reach(passage, "paragraph") if other.index <= passage.index)
    return any(scene.says(other, "bedrag_afgewogen") or _KAN_OOK.search(other.text) for other in before)


def _apart(scene: Scene, item: Sum) -> bool:
    """Whether a cost stands beside what is asked: it comes back every year, or the text says that it comes on top."""
    if item.term == "structural" or item.per in ("year", "month"):
        return True
    return bool(scene.says(scene.passages[item.passage], "bedrag_apart"))


def _on_top(scene: Scene, item: Sum) -> bool:
    """Whether its sentence, or the one before it, says that there is more to pay than what is asked."""
    passage = scene.passages[item.passage]
    near_by = [other for other in scene.reach(passage, "adjacent") if other.index <= passage.index]
    return _apart(scene, item) and any(scene.says(other, "bedrag_apart") for other in near_by)


def _last_of_tables(totals: Sequence[Sum]) -> list[Sum]:
    """The total of each table that stands lowest: of "subtotaal", "totaal", "saldo" the last counts."""
    lowest = {item.table: item.passage for item in totals}
    return [item for item in totals if lowest[item.table] == item.passage]


def _distinct(items: Sequence[Sum]) -> list[Sum]:
    """Each sum once; of a sum and its parts only the sum, whichever was said first."""
    kept: list[Sum] = []
    for item in items:
        if any(same(item, other) for other in kept):
            continue
        parts = _parts_of(item, kept)
        kept = [other for other in kept if other not in parts]
        kept.append(item)
    return [item for item in kept if not _is_part(item, kept)]


def _parts_of(item: Sum, earlier: Sequence[Sum]) -> list[Sum]:
    """The sums just before it that together make this one; a decision point stands by itself."""
    for count in range(len(earlier), 1, -1):
        run = list(earlier[-count:])
        if item.passage - run[0].passage <= PARTS_REACH and near(abs(item.cents), sum(abs(one.cents) for one in run)):
            return run
    return []


def _makes_up(scene: Scene, item: Sum, chosen: Sequence[Sum]) -> bool:
    """Whether the amounts of its sentence, outside the points, together make a sum that is asked or spent anywhere.

    Such parts last as long and are paid from the same as the sum that they make.
    """
    if scene.passages[item.passage].point or item.term == "structural":
        return False
    beside = [one for one in chosen if one.passage == item.passage]
    others = [one for one in chosen if one.passage != item.passage]
    runs = (beside[start:end] for start in range(len(beside)) for end in range(start + 2, len(beside) + 1))
    return any(item in run and near(one.cents, sum(part.cents for part in run)) for run in runs for one in others)


def _is_part(item: Sum, kept: Sequence[Sum]) -> bool:
    """Whether it is one of several sums right behind a sum that they make together: "… in twee termijnen: … en …"."""
    place = kept.index(item)
    for start in range(place):
        for end in range(max(place, start + 2), len(kept)):
            run = kept[start + 1 : end + 1]
            if run[-1].passage - kept[start].passage <= PARTS_REACH and near(kept[start].cents, sum(one.cents for one in run)):
                return True
    return False
