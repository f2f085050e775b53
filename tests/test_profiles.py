"""Settings: profiles that extend one another, a file of one's own, and messages for mistakes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from toets.errors import SettingsError
from toets.model.rule import Severity
from toets.profiles import load_settings

SHIPPED = Path(__file__).parents[1] / "rules" / "profielen"


def write(folder: Path, text: str, name: str = "toets.toml") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_without_a_file_all_rules_hold(tmp_path: Path) -> None:
    settings = load_settings(SHIPPED, folders=[tmp_path])
    assert (settings.profile, settings.switched, settings.fail_on) == ("volledig", {}, "blocking")


def test_a_profile_extends_another(tmp_path: Path) -> None:
    settings = load_settings(SHIPPED, folders=[tmp_path], profile="griffie")
    assert settings.show == (Severity.BLOCKING, Severity.ATTENTION)
    assert settings.thresholds["opgaven"] == 5


def test_a_file_of_ones_own_goes_over_the_profile_and_says_so(tmp_path: Path) -> None:
    write(tmp_path, 'profiel = "griffie"\n[regels]\nuit = ["opg-01"]\nernst = { "MID-06" = "advies" }\n[drempels]\nopgaven = 7\n')
    settings = load_settings(SHIPPED, folders=[tmp_path])
    assert settings.switched == {"OPG-01": False}
    assert settings.severity == {"MID-06": Severity.ADVICE}
    assert settings.thresholds["opgaven"] == 7
    assert settings.origins["thresholds"] == str(tmp_path / "toets.toml")
    assert settings.origins["show"] == "griffie"


def test_a_folder_above_counts_and_so_does_pyproject(tmp_path: Path) -> None:
    write(tmp_path, '[tool.toets]\nprofiel = "steller"\n', "pyproject.toml")
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    assert load_settings(SHIPPED, folders=[below]).profile == "steller"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('profiel = "griffi"', 'bedoelde u "griffie"?'),
        ("regel = 1", 'onbekende instelling "regel"; bedoelde u "regels"?'),
        ('[regels]\nernst = { "MID-06" = "erg" }', 'onbekende waarde "erg"; toegestaan: blokkerend, aandacht, advies'),
        ("regels = 3", "onder [regels]"),
        ("toon = []", "toon: is leeg, en dan toont een verslag niets"),
        ("x = 1\nprofiel =", "toets.toml:2: geen geldige TOML: de waarde is niet te lezen"),
    ],
)
def test_a_mistake_names_file_key_and_what_is_allowed(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(SettingsError, match=r"toets\.toml|profiel") as caught:
        load_settings(SHIPPED, folders=[write(tmp_path, text)])
    assert said in str(caught.value)


def test_the_mark_that_some_editors_put_at_the_start_of_a_file_is_no_mistake(tmp_path: Path) -> None:
    write(tmp_path, '\N{ZERO WIDTH NO-BREAK SPACE}profiel = "steller"\n')
    assert load_settings(SHIPPED, folders=[tmp_path]).profile == "steller"


def test_profiles_in_a_circle_are_refused(tmp_path: Path) -> None:
    write(tmp_path, 'breidt_uit = "b"', "a.toml")
    write(tmp_path, 'breidt_uit = "a"', "b.toml")
    with pytest.raises(SettingsError, match="kring"):
        load_settings(tmp_path, folders=[tmp_path / "elders"], profile="a")


def test_a_rule_that_a_profile_leaves_out_can_be_put_on_again(tmp_path: Path) -> None:
    own = tmp_path / "profielen"
    own.mkdir()
    (own / "kaal.toml").write_text('[regels]\nuit = ["MID-01", "MID-02"]\n', encoding="utf-8")
    write(tmp_path, 'profiel = "kaal"\n[regels]\naan = ["mid-02"]\n')
    settings = load_settings(own, folders=[tmp_path])
    assert [code for code in ("MID-01", "MID-02") if settings.is_off(code)] == ["MID-01"]


def test_every_value_remembers_where_it_came_from(tmp_path: Path) -> None:
    write(tmp_path, '[drempels]\nopgaven = 7\n[koppen]\nuitvoering = ["Zo pakken we het aan"]\n')
    settings = load_settings(SHIPPED, folders=[tmp_path], profile="griffie")
    own = str(tmp_path / "toets.toml")
    assert settings.origins["thresholds.opgaven"] == own
    assert settings.origins["thresholds.containerbegrippen"] == "volledig"
    assert settings.origins["words.headings"] == own
    assert settings.origins["show"] == "griffie"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('adviesraden = "Wmo-raad"', r"lijst van teksten tussen \[ en \]"),
        ('[koppen]\nuitvoering = "Aanpak"', "lijst van teksten"),
        ("[woorden]\nuit = [3]", "een tekst tussen aanhalingstekens"),
        ("drempels = 5", r"onder \[drempels\]"),
        ("[drempels]\nopgaven = true", "een geheel getal"),
        ("toon = 5", "lijst van teksten"),
        ('[regels]\nernst = "advies"', r"onder \[ernst\]"),
        ("[regels.ernst]\nMID-06 = 3", "een tekst tussen aanhalingstekens"),
        ("[mappen]\nregels = [5]", "een tekst tussen aanhalingstekens"),
        ("profiel = 5", "is geen naam"),
        ("uitzondering = 5", "een lijst van tabellen"),
        ('[[uitzondering]]\nregel = "MID-09"', 'geen "reden"'),
        ('breidt_uit = "griffie"', "hoort in het bestand van een profiel"),
    ],
)
def test_a_value_of_another_form_is_told_with_the_form_it_has(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(SettingsError, match=said):
        load_settings(SHIPPED, folders=[write(tmp_path, text)])


def test_all_mistakes_are_told_at_once_with_their_lines(tmp_path: Path) -> None:
    write(tmp_path, 'profil = "griffie"\ngrens = "hoog"\n[regels]\nuit = 3\n')
    with pytest.raises(SettingsError) as caught:
        load_settings(SHIPPED, folders=[tmp_path])
    assert [re.search(r"toets\.toml:(\d)", line)[1] for line in str(caught.value).splitlines()] == ["1", "2", "4"]  # type: ignore[index]


@pytest.mark.parametrize(
    ("regels", "off"),
    [
        ('uit = ["MID"]', ["MID-01", "MID-02"]),
        ('uit = ["MID"]\naan = ["MID-02"]', ["MID-01"]),
        ('uit = ["MID-02"]\naan = ["MID"]', ["MID-02"]),
        ('uit = ["MI"]', []),
    ],
)
def test_a_set_is_switched_as_a_whole_and_a_rule_goes_before_its_set(tmp_path: Path, regels: str, off: list[str]) -> None:
    settings = load_settings(SHIPPED, folders=[write(tmp_path, f"[regels]\n{regels}\n")])
    assert [code for code in ("MID-01", "MID-02", "VOR-01") if settings.is_off(code)] == off


def test_the_severity_of_a_set_holds_for_its_rules(tmp_path: Path) -> None:
    write(tmp_path, '[regels]\nernst = { "MID" = "advies", "MID-02" = "aandacht" }\n')
    settings = load_settings(SHIPPED, folders=[tmp_path])
    found = [settings.severity_of(code) for code in ("MID-01", "MID-02", "VOR-01")]
    assert found == [Severity.ADVICE, Severity.ATTENTION, None]


def test_a_profile_of_ones_own_stands_beside_the_settings(tmp_path: Path) -> None:
    (tmp_path / "profielen").mkdir()
    write(tmp_path / "profielen", 'breidt_uit = "griffie"\ngrens = "aandacht"\n', "wijkteam.toml")
    write(tmp_path, 'profiel = "wijkteam"\n')
    settings = load_settings(SHIPPED, folders=[tmp_path])
    assert (settings.profile, settings.fail_on, settings.show) == (
        "wijkteam",
        "attention",
        (Severity.BLOCKING, Severity.ATTENTION),
    )
    assert settings.origins["fail_on"] == "wijkteam"


def test_the_settings_beside_the_documents_go_before_those_of_the_current_folder(tmp_path: Path) -> None:
    here, there = tmp_path / "hier", tmp_path / "daar"
    for folder, profile in ((here, "griffie"), (there, "steller")):
        folder.mkdir()
        write(folder, f'profiel = "{profile}"\n')
    (tmp_path / "leeg").mkdir()
    assert load_settings(SHIPPED, folders=[there, here]).profile == "steller"
    assert load_settings(SHIPPED, folders=[tmp_path / "leeg", here]).profile == "griffie"
