"""The figures of a labelled folder as data: recorded in a file, and compared with what was recorded before."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from toets.disk import reason
from toets.errors import UsageError
from toets.scoring import Score, Tally

Figures = Mapping[str, Mapping[str, float]]
"""By what is measured ("alles", "MID", "MID-02", "lezen") the figures by name, as shares between 0 and 1, and "n"."""

READING: tuple[tuple[str, str, str], ...] = (
    ("soorten juist", "kinds said right", "kinds said"),
    ("soorten gevonden", "kinds sure found", "kinds sure"),
    ("gelijkenissen", "lookalikes right", "lookalikes"),
    ("beslispunten", "points right", "points"),
    ("koppen", "headings found", "headings"),
    ("rollen", "roles right", "headings"),
)
_ROUNDING = 0.0006


def sets_of(result: Score) -> Mapping[str, Tally]:
    """The tallies of the rules of each set together."""
    found: dict[str, Tally] = {}
    for code, tally in result.rules.items():
        found.setdefault(code.rpartition("-")[0], Tally(Counter())).counts.update(tally.counts)
    return found


def figures_of(result: Score) -> Figures:
    """All figures of a score, rounded to thousandths; a share of nothing is left out."""
    tallies = {"alles": result.total, **sets_of(result), **result.rules}
    found: dict[str, Mapping[str, float]] = {name: _figures(tally) for name, tally in tallies.items()}
    reading = ((name, result.reading.ratio(part, whole)) for name, part, whole in READING)
    found["lezen"] = {name: round(ratio, 3) for name, ratio in reading if ratio is not None}
    return found


def _figures(tally: Tally) -> Mapping[str, float]:
    shares = (("gelijk", tally.agreement), ("precisie", tally.precision), ("vangst", tally.recall))
    return {"n": tally.counts["n"], **{name: round(share, 3) for name, share in shares if share is not None}}


def recorded(path: Path) -> Mapping[str, Figures]:
    """The figures in a file, by the name of the folder they are of; none when there is no file.

    Raises UsageError when the file can't be read.
    """
    if not path.exists():
        return {}
    try:
        found: Mapping[str, Figures] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise _no_figures(path, f" ({reason(error)})") from error
    if not _are_figures(found):
        raise _no_figures(path)
    return found


def _no_figures(path: Path, why: str = "") -> UsageError:
    return UsageError(f"{path} is geen bestand met cijfers{why}. Maak het opnieuw met 'toets score MAP --record'.")


def _are_figures(given: object, depth: int = 3) -> bool:
    """Whether it is numbers by folder, by what is measured and by name."""
    if depth == 0:
        return isinstance(given, (int, float))
    return isinstance(given, dict) and all(_are_figures(one, depth - 1) for one in given.values())


def record(path: Path, name: str, figures: Figures) -> None:
    """Write the figures of a folder into a file, beside those of other folders."""
    every = {**recorded(path), name: figures}
    path.write_text(json.dumps(every, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def fallen(now: Figures, norm: Figures) -> Iterator[str]:
    """Which figures are lower than they were, in Dutch; what was not measured then doesn't count."""
    for what, before in norm.items():
        for name, figure in before.items():
            found = now.get(what, {}).get(name)
            if name != "n" and found is not None and found < figure - _ROUNDING:
                yield f"{what}: {name} is {found:.3f}, vastgelegd is {figure:.3f}"
