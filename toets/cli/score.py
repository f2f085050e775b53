"""`toets score`: compare outcomes with labelled documents."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from toets.cli.codes import ExitCode
from toets.cli.options import rule_options

if TYPE_CHECKING:
    from toets.scoring import Score, Tally


@click.command("score", help="Vergelijk de uitkomsten met een map gelabelde documenten ('labels' en 'documenten').")
@click.argument("folder", metavar="MAP", type=click.Path(path_type=Path))
@rule_options
@click.option(
    "--ending", default="docx", show_default=True, metavar="UITGANG", help="Welke vorm van de documenten: docx, pdf, odt."
)
@click.option("--wrong", is_flag=True, help="Noem elke uitkomst die afwijkt.")
@click.option(
    "--record", "keep", metavar="PAD", type=click.Path(path_type=Path), help="Leg de cijfers van deze map vast in dit bestand."
)
@click.option("--norm", metavar="PAD", type=click.Path(path_type=Path), help="Vergelijk met vastgelegde cijfers.")
def command(
    folder: Path,
    profile: str | None,
    config: Path | None,
    rules: tuple[Path, ...],
    ending: str,
    wrong: bool,
    keep: Path | None,
    norm: Path | None,
) -> int:
    """Score the rules on labelled documents."""
    from toets.batch import in_workers
    from toets.checker import Checker
    from toets.figures import fallen, figures_of, record, recorded
    from toets.labels import of_rules
    from toets.rulebook import Request
    from toets.scoring import labelled, score

    documents, labels = labelled(folder, ending)
    checker = Checker(Request(profile, config, rules, folder=folder, cache=True))
    labels, others = of_rules(labels, {rule.code for rule in checker.rulebook.rules})
    if others:
        click.echo(f"Geen regel die meedoet, dus niet geteld: {', '.join(others)}.", err=True)
    reports = in_workers(documents, checker, jobs=min(os.cpu_count() or 1, len(documents)))
    result = score(reports, labels)
    click.echo("\n".join(_lines(result, wrong=wrong)))
    if keep is not None:
        record(keep, folder.resolve().name, figures_of(result))
    lower = list(fallen(figures_of(result), recorded(norm).get(folder.resolve().name, {}))) if norm is not None else []
    for line in lower:
        click.echo(line, err=True)
    return ExitCode.FINDINGS if lower else ExitCode.OK


def _lines(result: Score, *, wrong: bool) -> Iterator[str]:
    from toets.figures import READING, sets_of

    yield f"{'':10} {'n':>4} {'gelijk':>7} {'precisie':>9} {'vangst':>7}"
    yield from (_row(code, tally) for code, tally in result.rules.items())
    yield ""
    yield from (_row(name, tally) for name, tally in sets_of(result).items())
    yield _row("alles", result.total)
    yield f"blokkerend, juist van gemelde: {_share(result.total, 'blocking right', 'blocking')}"
    for title, part, whole in READING:
        yield f"{title}: {_share(result.reading, part, whole)}"
    if result.reading.counts["unjudged"]:
        yield f"niet beoordeeld: {result.reading.counts['unjudged']}"
    if wrong:
        yield from (f"{name} {code}: {want} verwacht, {got} gegeven" for name, code, want, got in result.disagreements)


def _row(name: str, tally: Tally) -> str:
    figures = (tally.agreement, tally.precision, tally.recall)
    shown = ("-" if figure is None else f"{figure:.3f}" for figure in figures)
    return "{:10} {:4} {:>7} {:>9} {:>7}".format(name, tally.counts["n"], *shown)


def _share(tally: Tally, part: str, whole: str) -> str:
    ratio = tally.ratio(part, whole)
    return f"{tally.counts[part]}/{tally.counts[whole]}" + ("" if ratio is None else f" = {ratio:.3f}")
