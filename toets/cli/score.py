"""`toets score`: compare outcomes with labelled documents."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from toets.cli.options import rule_options

if TYPE_CHECKING:
    from toets.scoring import Score, Tally

READING = (
    ("soorten, juist van genoemde", "kinds said right", "kinds said"),
    ("soorten, gevonden van zekere", "kinds sure found", "kinds sure"),
    ("gelijkenissen herkend", "lookalikes right", "lookalikes"),
    ("beslispunten geteld", "points right", "points"),
    ("koppen gevonden", "headings found", "headings"),
    ("rollen juist", "roles right", "headings"),
)


@click.command("score", help="Vergelijk de uitkomsten met een map gelabelde documenten ('labels' en 'documenten').")
@click.argument("folder", metavar="MAP", type=click.Path(path_type=Path))
@rule_options
@click.option(
    "--ending", default="docx", show_default=True, metavar="UITGANG", help="Welke vorm van de documenten: docx, pdf, odt."
)
@click.option("--wrong", is_flag=True, help="Noem elke uitkomst die afwijkt.")
def command(folder: Path, profile: str | None, config: Path | None, rules: tuple[Path, ...], ending: str, wrong: bool) -> None:
    """Score the rules on labelled documents."""
    from toets.batch import check_all
    from toets.checker import Checker
    from toets.rulebook import Request
    from toets.scoring import labelled, score

    documents, labels = labelled(folder, ending)
    checker = Checker(Request(profile, config, rules))
    reports = check_all(documents, checker, jobs=min(os.cpu_count() or 1, len(documents)))
    click.echo("\n".join(_lines(score(reports, labels), wrong=wrong)))


def _lines(result: Score, *, wrong: bool) -> Iterator[str]:
    yield f"{'':10} {'n':>4} {'gelijk':>7} {'precisie':>9} {'vangst':>7}"
    sets: defaultdict[str, list[str]] = defaultdict(list)
    for code, tally in result.rules.items():
        sets[code.rpartition("-")[0]].append(code)
        yield _row(code, tally)
    yield ""
    for name, codes in sets.items():
        yield _row(name, _sum(result, codes))
    yield _row("alles", result.total)
    yield f"blokkerend, juist van gemelde: {_share(result.total, 'blocking right', 'blocking')}"
    for title, part, whole in READING:
        yield f"{title}: {_share(result.reading, part, whole)}"
    if result.reading.counts["unjudged"]:
        yield f"niet beoordeeld: {result.reading.counts['unjudged']}"
    if wrong:
        yield from (f"{name} {code}: {want} verwacht, {got} gegeven" for name, code, want, got in result.disagreements)


def _sum(result: Score, codes: list[str]) -> Tally:
    from toets.scoring import Tally

    total = Tally()
    for code in codes:
        total.counts.update(result.rules[code].counts)
    return total


def _row(name: str, tally: Tally) -> str:
    figures = (tally.agreement, tally.precision, tally.recall)
    shown = ("-" if figure is None else f"{figure:.3f}" for figure in figures)
    return "{:10} {:4} {:>7} {:>9} {:>7}".format(name, tally.counts["n"], *shown)


def _share(tally: Tally, part: str, whole: str) -> str:
    ratio = tally.ratio(part, whole)
    return f"{tally.counts[part]}/{tally.counts[whole]}" + ("" if ratio is None else f" = {ratio:.3f}")
