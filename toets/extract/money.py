"""Amounts of money: what each of them does in the proposal, and which of them are asked for or spent in their own right."""

from __future__ import annotations

from collections.abc import Iterator

from toets.extract import comparisons, coverage
from toets.extract.money_main import marked
from toets.extract.money_table import table_sums
from toets.extract.money_use import sums_of
from toets.extract.plan_years import falls_short
from toets.extract.rows import tables
from toets.extract.scene import Scene
from toets.extract.sums import Sum
from toets.extract.topics import spot
from toets.model.document import PassageKind
from toets.model.fact import Draft, Value

SOURCE = "extract.money"
SKIPPED = frozenset({PassageKind.ROW, PassageKind.HEADING, PassageKind.FIELD})


def find(scene: Scene) -> Iterator[Draft]:
    """An amount fact for every amount in the text and the tables, the cover of what is asked, and what ought to be equal."""
    found = sums(scene)
    for item in found:
        yield draft(scene, item)
    yield from coverage.find(scene, found)
    yield from comparisons.find(scene, found)


def sums(scene: Scene) -> tuple[Sum, ...]:
    """All amounts of a document in reading order, each with its use, and marked as main, repeat or part."""
    found: list[Sum] = []
    for passage in scene.passages:
        if passage.kind not in SKIPPED and passage.spans:
            found.extend(sums_of(scene, passage))
    for rows in tables(scene).values():
        found.extend(table_sums(scene, rows))
    return marked(scene, tuple(sorted(found, key=lambda item: (item.passage, item.start))))


def draft(scene: Scene, item: Sum) -> Draft:
    """The fact of one amount."""
    passage = scene.passages[item.passage]
    fields: dict[str, Value] = {
        "cents": item.cents,
        "use": item.use,
        "sure": item.sure,
        "term": item.term,
        "year": item.year,
        "until": item.until,
        "vat": item.vat,
        "vague": int(item.vague),
        "pm": int(item.pm),
        "per": item.per,
        "total": int(item.total),
        "in_table": int(item.table >= 0),
        "labelled": int(item.labelled),
        "main": int(item.main),
        "repeat": int(item.repeat),
        "breakdown": int(item.breakdown),
        "capital": int(item.capital),
        "short": int(falls_short(scene, passage, yearly=item.per == "year")),
    }
    words = passage.text[item.start : item.end]
    return Draft("amount", fields, words, spot(passage, item.start, item.end), SOURCE, item.passage, item.handle)
