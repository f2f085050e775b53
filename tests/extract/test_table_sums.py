"""Tables that are counted again, as a property: what adds up is never a finding, one wrong cell always is."""

from __future__ import annotations

from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st

from tests.extract.build import report_on
from toets.checker import Checker
from toets.extract.arithmetic import euros

NAMES = ("Grondwerk", "Verharding", "Bomen", "Banken", "Verlichting", "Riolering")
ROWS = st.lists(st.integers(20_011, 60_000), min_size=3, max_size=6)


def verdict(checker: Checker, rows: list[int], total: int) -> tuple[str, str]:
    """The status and message of VOR-04 on a proposal with this table; the amounts are whole euros."""
    lines = [f"| {name} | € {euros(100 * value)} |" for name, value in zip(NAMES, rows, strict=False)]
    table = "\n".join(("| Post | Bedrag |", "|---|---|", *lines, f"| Totaal | € {euros(100 * total)} |"))
    text = f"# Raadsvoorstel\n\n## Beslispunten\n1. Het plan voor het plein vast te stellen.\n\n## Financiën\n\n{table}\n"
    found = next(one for one in report_on(checker, text).outcomes if one.rule == "VOR-04")
    return found.status.value, found.message


@settings(max_examples=12, phases=(Phase.explicit, Phase.generate))
@given(rows=ROWS)
def test_a_table_that_adds_up_is_never_a_finding(checker: Checker, rows: list[int]) -> None:
    assert verdict(checker, rows, sum(rows))[0] == "satisfied"


@settings(max_examples=12, phases=(Phase.explicit, Phase.generate))
@given(rows=ROWS, at=st.integers(0, 5), off=st.integers(1_003, 9_001))
def test_one_changed_cell_is_always_told_with_the_difference(checker: Checker, rows: list[int], at: int, off: int) -> None:
    assume(off < 0.05 * sum(rows))  # a larger difference may be btw
    changed = list(rows)
    changed[at % len(rows)] += off
    status, message = verdict(checker, changed, sum(rows))
    assert status == "violated"
    assert f"een verschil van € {euros(100 * off)}" in message
    assert f"= {euros(100 * sum(changed))}" in message or "…" in message
