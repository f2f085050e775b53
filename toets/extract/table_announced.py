"""What an amount is said to be made of, beside the table or list right below it: "De kosten van € 486.000 bestaan uit:"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from toets.extract import table_totals
from toets.extract.arithmetic import Comparison, adds_up, alike, as_sum, comparable, explained, roughness
from toets.extract.rows import tables
from toets.extract.scene import Scene, spans_of
from toets.extract.sums import Sum
from toets.extract.table_totals import Untotalled
from toets.model.document import Passage, PassageKind, Span

_FEWEST = 3
_NEAR = 2
"""The sentence stands right above the table, or with one between them ("Bedragen exclusief btw.")."""


def find(scene: Scene, sums: Sequence[Sum]) -> Iterator[Comparison]:
    """A comparison for every amount that is said to be made of the rows of a table."""
    for there, parts, leaves_open in (*table_totals.untotalled(scene, sums), *_totalled(scene, sums), *_lists(scene)):
        told = _announced(scene, there)
        if told is None:
            continue
        passage, span = told
        value, counted = int(span.value), sum(parts)
        others = [item.cents for item in sums if item.passage != passage.index]
        same = adds_up(parts, value, roughness(span.text, value)) or alike(value, counted)
        off = comparable(value, counted) and not explained(value, counted, others) and not (leaves_open and counted < value)
        if same or off:
            words = as_sum(parts) if len(parts) > 1 else ""
            yield Comparison("announced", passage.index, span.start, value, counted, passage.text, not same, there.index, words)


def _totalled(scene: Scene, sums: Sequence[Sum]) -> Iterator[Untotalled]:
    """The tables that give one total, as if that were their only row."""
    for rows in tables(scene).values():
        mine = [item for item in sums if item.table >= 0 and rows[0].index <= item.passage <= rows[-1].index]
        totals = [item for item in mine if item.total]
        if rows[0].part != "voorstel":
            continue
        leaves_open = any(span.more.get("pm") for row in rows for span in spans_of(row, "bedrag"))
        if len(totals) == 1 and totals[0].passage == rows[-1].index and table_totals.is_total(scene, rows[-1].text):
            yield Untotalled(rows[0], (totals[0].cents,), leaves_open)


def _lists(scene: Scene) -> Iterator[Untotalled]:
    """The lists of three or more posts with an amount each: "- Toplaag: € 210.000"."""
    for _, run in groupby(scene.passages, key=lambda one: (one.kind is PassageKind.ITEM, one.section)):
        items = list(run)
        if items[0].kind is not PassageKind.ITEM or items[0].part != "voorstel" or len(items) < _FEWEST:
            continue
        amounts = [spans_of(one, "bedrag") for one in items]
        once = all(len(found) == 1 for found in amounts) and len({one.paragraph for one in items}) == len(items)
        labels = not any(scene.has(one.text, "rij_geen_deel", "rij_waarvan", "regel_totaal", "rij_betaalt") for one in items)
        if once and labels and not any(found[0].more.get(name) for found in amounts for name in ("vague", "per")):
            values = tuple(int(found[0].value) for found in amounts if not found[0].more.get("pm"))
            if values and min(values) > 0 and not table_totals.nested_any(values):
                yield Untotalled(items[0], values, len(values) < len(items))


def _announced(scene: Scene, first: Passage) -> tuple[Passage, Span] | None:
    """The sentence above a table that says what its one amount is made of; nothing when it is only a part of that."""
    above = [one for one in scene.passages[: first.index] if one.section == first.section and one.paragraph != first.paragraph]
    sentences = [one for one in above[-_NEAR:] if one.kind is PassageKind.SENTENCE]
    said = next((one for one in reversed(sentences) if scene.has(one.text, "tabel_is_opbouw")), None)
    if said is None or any(scene.has(one.text, "tabel_is_deel") for one in sentences):
        return None
    amounts = spans_of(said, "bedrag")
    if len(amounts) != 1 or any(amounts[0].more.get(name) for name in ("vague", "pm", "per")):
        return None
    later = [one for one in sentences if one.index > said.index]
    return None if any(spans_of(one, "bedrag") for one in later) else (said, amounts[0])
