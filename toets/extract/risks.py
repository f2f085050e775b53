"""Risks: what may go wrong, with what it would cost and what is done about it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from toets.extract.rows import cells_in
from toets.extract.scene import Scene, spans_of
from toets.extract.topics import spot
from toets.model.document import Passage, PassageKind
from toets.model.fact import Draft, Value
from toets.text import Hit

SOURCE = "extract.risks"
SILENT_ROLES = frozenset({"bijlagen", "alternatieven", "aanleiding", "beslispunten", "ontwerpbesluit", "evaluatie"})
RISK_ROLE = "kanttekeningen"
_LETTER = re.compile(r"\w")
_OFF = re.compile(r"\s(?:lager|hoger|minder|meer|duurder|goedkoper|tegen|oninbaar|uitval|korting|daling|stijging)\b")
HEADS = frozenset({PassageKind.HEADING, PassageKind.FIELD})


def find(scene: Scene) -> Iterator[Draft]:
    """A risk fact for every passage that speaks of one, for those under a heading on risks, and for a risk left as it is."""
    for passage in scene.prose():
        if passage.role in SILENT_ROLES or scene.says(passage, "risico_niet"):
            continue
        hits = () if _is_head(scene, passage) and _columns(scene, passage) else scene.says(passage, "risico")
        if hits or _priced(scene, passage) or _under_risks(scene, passage):
            start, end = (hits[0].start, hits[0].end) if hits else (0, len(passage.text))
            yield Draft("risk", _fields(scene, passage), passage.text, spot(passage, start, end), SOURCE, passage.index)

    for unit in _units(scene):
        yield from _loose(scene, unit)
    for passage in scene.prose():
        if passage.kind == PassageKind.ROW and passage.role not in SILENT_ROLES and _left_blank(scene, passage):
            yield Draft("risk", {"loose": 1}, passage.text, passage.location, SOURCE, passage.index)


def _units(scene: Scene) -> Iterator[Sequence[Passage]]:
    """The kanttekeningen one by one: by their own heading, else by paragraph or item."""
    told = [passage for passage in scene.passages if passage.part == "voorstel" and passage.role == RISK_ROLE]
    apart = len({passage.section for passage in told if passage.kind not in HEADS}) > 1
    units: dict[tuple[int, int], list[Passage]] = {}
    for passage in told:
        if passage.kind != PassageKind.ROW and (apart or passage.kind not in HEADS) and not _leads_in(scene, passage):
            units.setdefault((passage.section, 0 if apart else passage.paragraph), []).append(passage)
    yield from (unit for unit in units.values() if any(passage.kind not in HEADS for passage in unit))


def _leads_in(scene: Scene, passage: Passage) -> bool:
    """Whether it only announces the list or table below it."""
    behind = scene.passages[passage.index + 1] if passage.index + 1 < len(scene.passages) else None
    return passage.text.rstrip().endswith(":") or (behind is not None and behind.kind == PassageKind.ROW)


def _loose(scene: Scene, unit: Sequence[Passage]) -> Iterator[Draft]:
    """A risk that is told without a word of what it would cost or what is done about it."""
    if any(scene.says(passage, name) for passage in unit for name in ("risico_kaal", "risico_niet")):
        return
    found = [(passage, hits[0]) for passage in unit if (hits := _uncertain(scene, passage))]
    if found and not any(_handled(scene, passage) for passage in unit):
        passage, hit = found[0]
        fields: dict[str, Value] = {"loose": 1}
        yield Draft("risk", fields, passage.text, spot(passage, hit.start, hit.end), SOURCE, passage.index)


def _uncertain(scene: Scene, passage: Passage) -> tuple[Hit, ...]:
    return (*scene.says(passage, "risico"), *scene.says(passage, "risico_onzeker"))


def _handled(scene: Scene, passage: Passage) -> bool:
    return _costs(scene, passage) or any(
        scene.says(passage, name) for name in ("risico_maatregel", "risico_terugval", "risico_tijd")
    )


def _priced(scene: Scene, passage: Passage) -> bool:
    """What can be said against a proposal and has an amount is a risk that has been priced."""
    return passage.role == RISK_ROLE and _costs(scene, passage)


def _under_risks(scene: Scene, passage: Passage) -> bool:
    section = scene.section(passage)
    return (
        section is not None and passage.role == RISK_ROLE and "risico" in section.heading.lower() and not _is_head(scene, passage)
    )


def _is_head(scene: Scene, passage: Passage) -> bool:
    """The first row of a table, or of a piece of it below a heading, names its columns."""
    before = scene.passages[passage.index - 1] if passage.index else None
    goes_on = before is not None and before.kind == PassageKind.ROW and _table(before) == _table(passage)
    return passage.kind == PassageKind.ROW and not goes_on


def _columns(scene: Scene, passage: Passage) -> bool:
    """Whether the cells of a row are names of columns, risks and what is done about them among them."""
    return any(scene.is_one(cell, "kolom_risico") for cell in cells_in(passage)) and not spans_of(passage, "bedrag")


def _table(passage: Passage) -> tuple[int, int]:
    return passage.section, passage.paragraph


def _fields(scene: Scene, passage: Passage) -> dict[str, Value]:
    """Evidence counts in the passage itself and beside it; a row of a table stands by itself."""
    in_row = passage.kind == PassageKind.ROW
    near = (passage,) if in_row else _around(scene, passage)
    answers = _answers(scene, passage) if in_row and "risico" in _headed(scene, passage) else ()
    return {
        "effect": int(_is_measured(passage) or any(_costs(scene, other) or scene.says(other, "risico_tijd") for other in near)),
        "measure": int(any(answers) or any(scene.says(other, "risico_maatregel") for other in near)),
        "handled": int(bool(answers) and all(answers)),
        "financial": int(any(scene.says(other, "risico_geld") for other in near)),
        "bare": int(bool(scene.says(passage, "risico_kaal"))),
        "owner": int(bool(spans_of(passage, "functie"))),
    }


def _headed(scene: Scene, passage: Passage) -> str:
    """The heading of its section and the first row of its table, in small letters."""
    section = scene.section(passage)
    return f"{section.heading if section else ''} {_rows(scene, passage)[0].text}".lower()


def _rows(scene: Scene, passage: Passage) -> tuple[Passage, ...]:
    """The rows of the table that a row stands in."""
    return tuple(row for row in scene.reach(passage, "paragraph") if row.kind == PassageKind.ROW)


def _answers(scene: Scene, passage: Passage) -> tuple[bool, ...]:
    """For each row of a table of risks whether its column of measures is filled; empty without such a column."""
    head, *body = (cells_in(row) for row in _rows(scene, passage))
    column = next((at for at, text in enumerate(head) if at and scene.has(text, "kolom_maatregel")), 0)
    return tuple(len(cells) > column and not _is_blank(scene, cells[column]) for cells in body) if column else ()


def _is_blank(scene: Scene, cell: str) -> bool:
    """Whether a cell is empty, or says that what belongs there is still to come."""
    return not _LETTER.search(cell) or scene.is_one(cell, "maatregel_komt_nog")


def _left_blank(scene: Scene, passage: Passage) -> bool:
    """Whether a row of a table of risks says nothing in the column of measures that others fill."""
    rows = _rows(scene, passage)
    answers = _answers(scene, passage) if "risico" in _headed(scene, passage) else ()
    summed = passage.text.lower().startswith("totaal")
    return passage in rows[1:] and not summed and any(answers) and not answers[rows.index(passage) - 1]


def _around(scene: Scene, passage: Passage) -> tuple[Passage, ...]:
    """What stands beside it or in the same paragraph: cause, effect and measure of a risk are told in one breath."""
    beside = scene.reach(passage, "adjacent")
    return (*beside, *(other for other in scene.reach(passage, "paragraph") if other not in beside))


def _is_measured(passage: Passage) -> bool:
    """Whether it says by which part it may go up or down: "10% lager"."""
    return any(span.more.get("unit") == "%" and _OFF.match(passage.text, span.end) for span in spans_of(passage, "getal"))


def _costs(scene: Scene, passage: Passage) -> bool:
    """Whether it names an amount; what a reserve holds is none of a risk."""
    return any(not span.more.get("pm") for span in spans_of(passage, "bedrag")) and not scene.says(passage, "risico_stand")
