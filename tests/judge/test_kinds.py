"""For which documents a rule is meant."""

import pytest

from toets.model.outcome import Status
from toets.model.report import Kind

from .build import Setting, asks, rule


@pytest.mark.parametrize(
    ("wanted", "kind", "natures", "applies"),
    [
        (("ALLE",), "RV-BEN", (), True),
        (("RV-FIN",), "RV-FIN", (), True),
        (("RV-FIN",), "RV-BEL", (), False),
        (("RV",), "RV-BEN", (), True),
        (("RV",), "CB-RV", (), False),
        (("CB",), "CB-RV", (), True),
        (("INHOUD",), "RV-BEL", (), True),
        (("INHOUD",), "RV-BEN", (), False),
        (("RV-FIN/project",), "RV-FIN", ("project",), True),
        (("RV-FIN/project",), "RV-FIN", ("tariff",), False),
        (("INHOUD/social",), "RV-BEL", ("social",), True),
        (("RV/money",), "RV-BEL", ("money",), True),
        (("RV/money",), "RV-BEL", (), False),
        (("ALLE/money",), "RV-BEL", ("money",), True),
        (("ALLE/money",), "RV-BEL", (), False),
        (("RV-SOC", "RV-BEL"), "RV-BEL", (), True),
        (("RV-S",), "RV-SOC", (), False),
    ],
)
def test_a_rule_names_kinds_groups_prefixes_and_natures(
    wanted: tuple[str, ...], kind: str, natures: tuple[str, ...], applies: bool
) -> None:
    outcome = Setting(kinds=(Kind(kind, 0.9, ""),), natures=natures).judge(rule(kinds=wanted, needs=(asks("a"),)))
    assert (outcome.status is not Status.NOT_APPLICABLE) is applies


def test_of_several_kinds_the_union_counts() -> None:
    kinds = (Kind("RV-BEN", 0.9, ""), Kind("RV-SOC", 0.9, "het gaat over jeugdhulp"))
    outcome = Setting(kinds=kinds).judge(rule(kinds=("RV-SOC",), needs=(asks("a"),)))
    assert outcome.status is Status.VIOLATED
    assert outcome.trace[0].asked == "de regel geldt voor RV-SOC; dit document is RV-SOC (het gaat over jeugdhulp)"


def test_a_document_without_a_kind_only_gets_the_rules_for_all() -> None:
    setting = Setting(kinds=())
    assert setting.judge(rule(needs=(asks("a"),))).status is Status.VIOLATED
    outcome = setting.judge(rule(kinds=("RV",), needs=(asks("a"),)))
    assert outcome.status is Status.NOT_APPLICABLE
    assert outcome.message == "Deze regel geldt niet voor deze soort document (niet herkend)."
