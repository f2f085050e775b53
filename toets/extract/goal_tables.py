"""Tables of goals: what is measured, how it is now, and how much it should be when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from toets.extract.ahead import to_come, year_of
from toets.extract.rows import tables
from toets.extract.scene import Scene
from toets.extract.table_grid import Cells, cells_of
from toets.model.document import Passage
from toets.model.fact import Draft, Value

SOURCE = "extract.goal_tables"
SECTION = "beoogd_effect"
SILENT = frozenset(
    {"kop", "onderwerp", "middelen", "bijlagen", "ondertekening", "kanttekeningen", "participatie", "alternatieven"}
)
LONGEST_FIGURE = 5
"""A cell that says how much has at most so many words: "max. 400", "minder dan 8 minuten"."""

_ANY_YEAR = re.compile(r"(?:19|20)\d\d")
_YEAR = re.compile(r"\b20\d\d\b")
_FIGURE = re.compile(r"\d|\b(?:nul|geen|alle|helft|verdubbel\w*|gehalveerd)\b", re.IGNORECASE)


def find(scene: Scene) -> Iterator[Draft]:
    """A goal for the first row of every table that says how much of something there should be at a moment to come."""
    year = year_of(scene)
    for rows in tables(scene).values():
        if rows[0].role not in SILENT and rows[0].part == "voorstel" and len(rows) > 1:
            cells = cells_of(rows)
            column = _later(scene, cells, year, lead=_lead_to_come(scene, rows, year))
            if column and _compared(scene, cells, column):
                yield from _goals(cells, column)


def _lead_to_come(scene: Scene, rows: Sequence[Passage], year: int) -> bool:
    """Whether the heading or sentence above a table names a moment to come."""
    before = [other for other in scene.by_section.get(rows[0].section, ()) if other.index < rows[0].index]
    return any(to_come(other, year) for other in before[-2:])


def _later(scene: Scene, cells: Cells, year: int, *, lead: bool) -> int:
    """The last column headed with a moment to come, or with a word of aim where the moment is told above; 0 without one."""
    for column in range(len(cells.texts[0]) - 1, 0, -1):
        head = cells.head(column)
        years = [int(found) for found in _YEAR.findall(head)]
        if (years and max(years) >= max(year, 1)) or (not years and lead and scene.has(head, "kolom_streven")):
            return column
    return 0


def _compared(scene: Scene, cells: Cells, column: int) -> bool:
    """Whether the table says that it measures, or gives how it is now beside how it should be."""
    others = (cells.head(other) for other in range(1, len(cells.texts[0])) if other != column)
    return scene.has(cells.head(0), "kolom_meting") or any(
        scene.has(other, "kolom_stand_nu") or _ANY_YEAR.search(other) for other in others
    )


def _goals(cells: Cells, column: int) -> Iterator[Draft]:
    told = [row for row in cells.body if _figure(cells.text(row, column))]
    money = any("€" in text for texts in cells.texts for text in texts)
    if told and not money and 2 * len(told) >= len(cells.body):
        passage = cells.rows[told[0]]
        fields: Mapping[str, Value] = {
            "in_section": int(passage.role == SECTION),
            "object": 1,
            "measure": 1,
            "date": 1,
            "effect": 1,
        }
        yield Draft("goal", dict(fields), passage.text, passage.location, SOURCE, passage.index)


def _figure(text: str) -> bool:
    return bool(_FIGURE.search(text)) and len(text.split()) <= LONGEST_FIGURE
