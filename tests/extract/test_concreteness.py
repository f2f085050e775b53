"""How concrete a paper is over the whole."""

from collections.abc import Mapping

from toets.checker import Checker
from toets.extract.concreteness import FEWEST_WORDS
from toets.model.fact import Value

from .build import facts_in

CONCRETE = "In maart 2027 plant de wijkbeheerder twaalf linden langs 340 meter kade. "
VAGUE = "Op termijn wordt waar mogelijk gewerkt aan een passende uitwerking. "
PLAIN = "De bomen langs de kade zijn oud en hun wortels drukken de stenen omhoog. "


def _measured(checker: Checker, text: str) -> Mapping[str, Value]:
    found = facts_in(checker, f"# Raadsvoorstel\n\n## Inleiding\n{text}\n", "concreteness")
    return found[0].fields if found else {}


def test_numbers_days_and_sizes_make_a_paper_concrete_and_open_words_vague(checker: Checker) -> None:
    concrete, plain, vague = (_measured(checker, text * 30)["points"] for text in (CONCRETE, PLAIN, VAGUE))
    assert int(concrete) > 20 > int(plain) >= 0 > int(vague)


def test_the_counts_are_told_beside_the_points(checker: Checker) -> None:
    found = _measured(checker, CONCRETE * 20 + VAGUE)
    assert found["numbers"] == 20 * 5
    assert int(found["vague"]) >= 3
    assert int(found["words"]) > FEWEST_WORDS


def test_a_short_text_is_not_measured(checker: Checker) -> None:
    assert _measured(checker, CONCRETE) == {}
