"""The figures of the corpus never fall below those that are recorded in `corpus/cijfers.json`."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from toets.cli import cli
from toets.cli.codes import ExitCode
from toets.figures import fallen

CORPUS = Path(__file__).parents[2] / "corpus"


@pytest.mark.parametrize("folder", ["ontwikkeling", "meting"])
def test_no_figure_falls_below_the_one_recorded(folder: str) -> None:
    arguments = ["score", str(CORPUS / folder), "--norm", str(CORPUS / "cijfers.json")]
    result = CliRunner().invoke(cli, arguments, standalone_mode=False)
    assert result.return_value == ExitCode.OK, result.output


def test_a_figure_that_fell_is_told_and_one_that_rose_is_not() -> None:
    norm = {"MID-02": {"n": 9, "precisie": 0.9, "vangst": 0.8}}
    assert list(fallen({"MID-02": {"n": 9, "precisie": 0.85, "vangst": 0.95}}, norm)) == [
        "MID-02: precisie is 0.850, vastgelegd is 0.900"
    ]
    assert not list(fallen({}, norm))
