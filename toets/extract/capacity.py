"""Capacity: fte, hours and hire that are counted, and paragraphs on staff that say that none is needed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from toets.extract.rows import cells_in, start_of, tables
from toets.extract.scene import Scene, spans_of
from toets.extract.topics import spot
from toets.model.document import Passage, Section, SectionState, Span
from toets.model.fact import Draft, Value
from toets.text import Hit
from toets.text.grammar import BECAUSE

SOURCE = "extract.capacity"
SILENT_ROLES = frozenset({"bijlagen", "alternatieven", "aanleiding"})

_FTE = re.compile(r"\bf\.?t\.?e\.?(?:'s)?$|\bformatieplaats(?:en)?$", re.IGNORECASE)
_LAST_WORD = re.compile(r"\w+$")
_PER = re.compile(r"\W*(?:per|in de|op) ", re.IGNORECASE)
_CLOCK = re.compile(r"\b(?:binnen|om|tot|vanaf|na|over|gedurende|ruim|in|elke)\s+(?:de\s+|circa\s+)?$", re.IGNORECASE)
_OPEN_PER = re.compile(r"\W*(?:per|in de) (?:week|dag) ", re.IGNORECASE)
_BARE = re.compile(r"\d{1,3}(?:\.\d{3})*(?:,\d{1,2})?")
COLUMNS = (("uur", "kolom_uren"), ("fte", "kolom_fte"))
"""How columns are called that count people's time; their cells are bare numbers."""
_AFTER = 24
MANY_HOURS = 100
"""So many hours are work, whoever does it."""
_NOTHING = re.compile(r"\s*(?:er zijn geen \w+|(?:dit|het) \w+ heeft geen(?: \w+){1,3})\s*[.:;–]", re.IGNORECASE)
"""A section on people that opens so, or with one of the words for it, says that none are needed; what follows is the reason."""
_STOP = re.compile(r"\s*[.:;–]")
_REASON = 8


def find(scene: Scene) -> Iterator[Draft]:
    """A capacity fact for every count of people or hours, for every vague mention of it, and for "none"."""
    for passage in scene.prose():
        if passage.role not in SILENT_ROLES:
            yield from _in_passage(scene, passage)
    for rows in tables(scene).values():
        yield from _in_table(scene, rows)
    yield from (_none(scene, section) for section in scene.document.sections if _says_none(scene, section))


def _in_passage(scene: Scene, passage: Passage) -> Iterator[Draft]:
    counted = [(span, unit) for span in spans_of(passage, "getal") if (unit := unit_of(scene, passage, span))]
    other = _of_something_else(scene, passage)
    counted = [] if other else counted
    for span, unit in counted:
        yield _draft(scene, passage, span.start, span.end, unit=unit, number=True)
    spelled = scene.says(passage, "capaciteit_geteld") if scene.says(passage, "capaciteit_eigen") else ()
    if spelled and not counted:
        yield _draft(scene, passage, spelled[0].start, spelled[0].end, unit="fte", number=True)
    hired = scene.says(passage, "capaciteit_inhuur")
    if hired and not counted and not other and spans_of(passage, "bedrag"):
        yield _draft(scene, passage, hired[0].start, hired[0].end, unit="inhuur", number=True)
    vague = scene.says(passage, "capaciteit_vaag")
    nobody = scene.says(passage, "capaciteit_geen") if passage.part == "voorstel" else ()
    if nobody and not counted and not spelled:
        yield _none_here(passage, nobody[0])
    elif vague and not counted and not spelled:
        yield _draft(scene, passage, vague[0].start, vague[0].end, unit="", number=False)


def _in_table(scene: Scene, rows: Sequence[Passage]) -> Iterator[Draft]:
    """A table with a column of hours or fte."""
    heads = [(at, unit) for at, cell in enumerate(cells_in(rows[0])) for unit, name in COLUMNS if scene.is_one(cell, name)]
    for row, (at, unit) in ((row, head) for row in rows[1:] for head in heads if row.role not in SILENT_ROLES):
        cells = cells_in(row)
        if at < len(cells) and _BARE.fullmatch(cells[at].strip()):
            start = start_of(cells, at)
            yield _draft(scene, row, start, start + len(cells[at]), unit=unit, number=True)


def _of_something_else(scene: Scene, passage: Passage) -> bool:
    """Whether the people counted are those that are saved, or those that there are or ought to be, and not what this asks."""
    if scene.says(passage, "capaciteit_eraf"):
        return True
    there = scene.says(passage, "capaciteit_minder") or scene.says(passage, "capaciteit_aanwezig")
    return bool(there) and not scene.says(passage, "capaciteit_gevraagd")


def unit_of(scene: Scene, passage: Passage, span: Span) -> str:
    """In what a count of people's time is expressed; "" when the number counts something else, such as a time of day."""
    if _FTE.search(span.text):
        return "fte"
    before, behind = passage.text[: span.start], passage.text[span.end : span.end + _AFTER]
    rate = _follows(scene, behind, _PER, "capaciteit_per")
    clock = _CLOCK.search(before) and not rate
    own = scene.says(passage, "capaciteit_eigen") or rate
    hours = _of_work(scene, span)
    many = int(span.value) >= MANY_HOURS and hours
    if clock or _follows(scene, behind, _OPEN_PER, "open_per_week") or not (own or many):
        return ""
    return "uur" if hours else "dag" if _counts_days(scene, span) and _staffed(scene, passage) else ""


def _follows(scene: Scene, text: str, opening: re.Pattern[str], name: str) -> bool:
    """Whether a text opens so, and goes on with one of the words of a list."""
    found = opening.match(text)
    return found is not None and scene.pattern(name).match(text, found.end()) is not None


def _counts_days(scene: Scene, span: Span) -> bool:
    last = _LAST_WORD.search(span.text)
    return last is not None and scene.is_one(last[0], "dagen_van_werk")


def _of_work(scene: Scene, span: Span) -> bool:
    """Whether hours are counted, by themselves or as hours of work; no other word that ends so ("besturen", "lesuren")."""
    word = span.text.split()[-1].lower()
    first = word.removesuffix("uren") if word.endswith("uren") else word.removesuffix("uur")
    return first != word and first.rstrip("-") in {"", *scene.words("uren_van_werk")}


def _staffed(scene: Scene, passage: Passage) -> bool:
    """Days count terms as well as work; they are work where hire or capacity is spoken of."""
    return bool(scene.says(passage, "capaciteit_inhuur") or scene.says(passage, "capaciteit_vaag"))


def _draft(scene: Scene, passage: Passage, start: int, end: int, *, unit: str, number: bool) -> Draft:
    near = scene.reach(passage, "adjacent")
    fields: dict[str, Value] = {
        "unit": unit,
        "number": int(number),
        "source": int(any(scene.says(other, "capaciteit_bron") for other in near)),
        "vague": int(not number),
        "external": int(bool(scene.says(passage, "capaciteit_derden") and not scene.says(passage, "capaciteit_van_ons"))),
    }
    return Draft("capacity", fields, passage.text, spot(passage, start, end), SOURCE, passage.index)


def _none_here(passage: Passage, hit: Hit) -> Draft:
    """A sentence that says that nobody is needed, with or without the reason."""
    fields: dict[str, Value] = {"none": 1, "reasoned": int(bool(BECAUSE.search(passage.text)))}
    return Draft("capacity", fields, passage.text, spot(passage, hit.start, hit.end), SOURCE, passage.index)


def _says_none(scene: Scene, section: Section) -> bool:
    return (
        (section.state in (SectionState.REASONED, SectionState.BARE) or _opens_with_nothing(scene, section))
        and scene.heading_has(section, "kop_personeel")
        and scene.document.part_of(section).role == "voorstel"
    )


def _opens_with_nothing(scene: Scene, section: Section) -> bool:
    text = _text(section)
    plain = scene.pattern("niemand_nodig").match(text)
    return bool(_NOTHING.match(text) or (plain and _STOP.match(text, plain.end())))


def _text(section: Section) -> str:
    return " ".join(block.plain() for block in section.blocks)


def _none(scene: Scene, section: Section) -> Draft:
    text = _text(section)
    fields: dict[str, Value] = {
        "none": 1,
        "reasoned": int(
            section.state is SectionState.REASONED or (_opens_with_nothing(scene, section) and len(text.split()) >= _REASON)
        ),
        "part": "voorstel",
        "role": section.role,
        "section": section.index,
    }
    return Draft("capacity", fields, text or section.heading, section.location, SOURCE)
