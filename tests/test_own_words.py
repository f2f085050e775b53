"""Words of a municipality itself, from its toets.toml, count as if toets had always known them."""

from __future__ import annotations

from pathlib import Path

import pytest

from toets.checker import Checker
from toets.errors import SettingsError
from toets.model.report import DocumentReport
from toets.rulebook import Request, rulebook_for

TEXT = """# Raadsvoorstel

## Voorstel
1. De kadernota Meedoen 2027 vast te stellen.

## Zo vliegen we het aan
Team Jeugd voert de nota uit vanaf 1 maart 2027.

## Reacties
De Raad van Meedenkers heeft op 3 mei 2026 positief geadviseerd.
"""


def judged(folder: Path, settings: str) -> DocumentReport:
    config = folder / "toets.toml"
    config.write_text(settings, encoding="utf-8")
    return Checker(Request(config=config)).check_bytes(TEXT.encode(), "voorstel.md")


def role(report: DocumentReport, heading: str) -> str:
    assert report.document is not None
    return next(section.role for section in report.document.sections if section.heading == heading)


def test_a_heading_of_ones_own_gets_its_role(tmp_path: Path) -> None:
    assert role(judged(tmp_path, ""), "Zo vliegen we het aan") == "overig"
    assert role(judged(tmp_path, '[koppen]\nuitvoering = ["Zo vliegen we het aan"]\n'), "Zo vliegen we het aan") == "uitvoering"


def test_a_heading_that_toets_knows_gets_the_role_that_the_settings_give_it(tmp_path: Path) -> None:
    assert role(judged(tmp_path, ""), "Reacties") == "participatie"
    assert role(judged(tmp_path, '[koppen]\ncommunicatie = ["Reacties"]\n'), "Reacties") == "communicatie"


@pytest.mark.parametrize("settings", ['[koppen]\nuitvoering = ["Zo vliegen*"]\n', '[velden]\nstatus = ["~stand"]\n'])
def test_a_mark_that_a_name_cannot_hold_is_told(tmp_path: Path, settings: str) -> None:
    with pytest.raises(SettingsError, match=r"toets\.toml:2 .*heeft hier geen betekenis"):
        judged(tmp_path, settings)


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ('[regels]\nuit = ["MAND-02"]', "noemt MAND-02; zo'n regel of set is er niet. Bedoelde u MAN-02?"),
        ('[regels]\naan = ["MANN"]', "Bedoelde u MAN?"),
        ('[regels]\nernst = { "MID-2" = "advies" }', "Bedoelde u MID-02?"),
        ("[drempels]\nopgavn = 3", 'drempel "opgavn"; bedoelde u "opgaven"?'),
        ('[koppen]\nuitvoering = ["Geld"]\nmiddelen = ["geld"]', 'geeft "geld" aan "uitvoering" en aan "middelen"'),
        ('[[uitzondering]]\nregel = "VOR-90"\nreden = "Omdat."', "noemt VOR-90; zo'n regel is er niet"),
    ],
)
def test_a_name_that_nothing_or_more_than_one_thing_answers_to_is_told(tmp_path: Path, settings: str, said: str) -> None:
    with pytest.raises(SettingsError, match=r"toets\.toml") as caught:
        judged(tmp_path, settings)
    assert said in str(caught.value)


def test_an_adviesraad_with_a_name_of_its_own_is_heard(tmp_path: Path) -> None:
    def heard(settings: str) -> bool:
        facts = judged(tmp_path, settings).facts
        return any(fact.fields["party"] == "client_council" for fact in facts if fact.kind == "consultation")

    assert not heard("")
    assert heard('adviesraden = ["Raad van Meedenkers"]\n')


def test_a_topic_can_be_switched_off(tmp_path: Path) -> None:
    config = tmp_path / "toets.toml"
    name = rulebook_for(Request()).vocabulary.topics[0].name
    config.write_text(f'[woorden]\nuit = ["{name}"]\n', encoding="utf-8")
    assert name not in [topic.name for topic in rulebook_for(Request(config=config)).vocabulary.topics]


def test_a_list_of_phrases_or_one_of_them_can_be_switched_off(tmp_path: Path) -> None:
    config = tmp_path / "toets.toml"
    (one, *rest), more = rulebook_for(Request()).vocabulary.phrases["reden"], rulebook_for(Request()).vocabulary.phrases
    config.write_text(f'[woorden]\nuit = ["{one.id}", "lijst:machtigt"]\n', encoding="utf-8")

    phrases = rulebook_for(Request(config=config)).vocabulary.phrases

    assert [phrase.id for phrase in phrases["reden"]] == [phrase.id for phrase in rest]
    assert "machtigt" in more
    assert "machtigt" not in phrases


ENCLOSED = """# Raadsvoorstel

## Beslispunten
1. De kadernota Meedoen 2027 vast te stellen.

## Argumenten
De Molenwijk is in mei door bewoners geschouwd. Het gebouw is daarna getaxeerd.

## Bijlagen
1. Schouw Molenwijk
2. Taxatie
"""


def referred(folder: Path, settings: str, own: str = "") -> list[bool]:
    """Of each attachment, whether the text names it; with words of one's own."""
    (folder / "woorden").mkdir()
    (folder / "woorden" / "bijlagen.toml").write_text(own, encoding="utf-8")
    config = folder / "toets.toml"
    config.write_text(settings, encoding="utf-8")
    document = Checker(Request(config=config)).check_bytes(ENCLOSED.encode(), "voorstel.md").document
    assert document is not None
    return [one.referred for one in document.attachments]


@pytest.mark.parametrize(
    ("settings", "own", "expected"),
    [
        ("", "", [False, True]),
        (
            '[mappen]\nwoorden = ["woorden"]\n',
            '[[paper]]\nname = "schouw"\nnouns = ["schouw"]\ndeeds = ["geschouwd"]\n',
            [True, True],
        ),
        ('[woorden]\nuit = ["stuk:taxatie"]\n', "", [False, False]),
    ],
)
def test_a_sort_of_paper_can_be_added_or_switched_off(tmp_path: Path, settings: str, own: str, expected: list[bool]) -> None:
    assert referred(tmp_path, settings, own) == expected


def test_a_role_or_topic_that_does_not_exist_is_named_with_what_was_meant(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match='bedoelde u "uitvoering"'):
        judged(tmp_path, '[koppen]\nuitvoerig = ["Aanpak"]\n')
    with pytest.raises(SettingsError, match='bedoelde u "portefeuillehouder"'):
        judged(tmp_path, '[velden]\nportefeuilehouder = ["Trekker"]\n')
    with pytest.raises(SettingsError, match='bedoelde u "raad"'):
        judged(tmp_path, '[organen]\nraaad = ["Statenraad"]\n')
    with pytest.raises(SettingsError, match="dat niet bestaat"):
        judged(tmp_path, '[woorden]\nuit = ["bestaat-niet"]\n')
    with pytest.raises(SettingsError, match='bedoelde u "stuk:taxatie"'):
        judged(tmp_path, '[woorden]\nuit = ["stuk:taxaties"]\n')
