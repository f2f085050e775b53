"""Settings: profiles that extend one another, a file of one's own, and messages for mistakes."""

from __future__ import annotations

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
    settings = load_settings(SHIPPED, folder=tmp_path)
    assert (settings.profile, settings.off, settings.fail_on) == ("volledig", frozenset(), "blocking")


def test_a_profile_extends_another(tmp_path: Path) -> None:
    settings = load_settings(SHIPPED, folder=tmp_path, profile="griffie")
    assert settings.show == (Severity.BLOCKING, Severity.ATTENTION)
    assert settings.thresholds["opgaven"] == 5


def test_a_file_of_ones_own_goes_over_the_profile_and_says_so(tmp_path: Path) -> None:
    write(tmp_path, 'profiel = "griffie"\n[regels]\nuit = ["opg-01"]\nernst = { "MID-06" = "advies" }\n[drempels]\nopgaven = 7\n')
    settings = load_settings(SHIPPED, folder=tmp_path)
    assert settings.off == {"OPG-01"}
    assert settings.severity == {"MID-06": Severity.ADVICE}
    assert settings.thresholds["opgaven"] == 7
    assert settings.origins["thresholds"] == str(tmp_path / "toets.toml")
    assert settings.origins["show"] == "griffie"


def test_a_folder_above_counts_and_so_does_pyproject(tmp_path: Path) -> None:
    write(tmp_path, '[tool.toets]\nprofiel = "steller"\n', "pyproject.toml")
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    assert load_settings(SHIPPED, folder=below).profile == "steller"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('profiel = "griffi"', "Bedoelde u 'griffie'?"),
        ("regel = 1", "onbekende instelling 'regel'"),
        ('[regels]\nernst = { "MID-06" = "erg" }', "toegestaan: blokkerend, aandacht, advies"),
        ("regels = 3", "moet een tabel zijn"),
        ("x = 1\nprofiel =", "toets.toml:2: geen geldige TOML: de waarde is niet te lezen"),
    ],
)
def test_a_mistake_names_file_key_and_what_is_allowed(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(SettingsError, match=r"toets\.toml|profiel") as caught:
        load_settings(SHIPPED, folder=write(tmp_path, text))
    assert said in str(caught.value)


def test_the_mark_that_some_editors_put_at_the_start_of_a_file_is_no_mistake(tmp_path: Path) -> None:
    write(tmp_path, '\N{ZERO WIDTH NO-BREAK SPACE}profiel = "steller"\n')
    assert load_settings(SHIPPED, folder=tmp_path).profile == "steller"


def test_profiles_in_a_circle_are_refused(tmp_path: Path) -> None:
    write(tmp_path, 'breidt_uit = "b"', "a.toml")
    write(tmp_path, 'breidt_uit = "a"', "b.toml")
    with pytest.raises(SettingsError, match="kring"):
        load_settings(tmp_path, folder=tmp_path / "elders", profile="a")


def test_a_rule_that_a_profile_leaves_out_can_be_put_on_again(tmp_path: Path) -> None:
    own = tmp_path / "profielen"
    own.mkdir()
    (own / "kaal.toml").write_text('[regels]\nuit = ["MID-01", "MID-02"]\n', encoding="utf-8")
    write(tmp_path, 'profiel = "kaal"\n[regels]\naan = ["mid-02"]\n')
    assert load_settings(own, folder=tmp_path).off == {"MID-01"}


def test_every_value_remembers_where_it_came_from(tmp_path: Path) -> None:
    write(tmp_path, '[drempels]\nopgaven = 7\n[koppen]\nuitvoering = ["Zo pakken we het aan"]\n')
    settings = load_settings(SHIPPED, folder=tmp_path, profile="griffie")
    own = str(tmp_path / "toets.toml")
    assert settings.origins["thresholds.opgaven"] == own
    assert settings.origins["thresholds.containerbegrippen"] == "volledig"
    assert settings.origins["words.headings"] == own
    assert settings.origins["show"] == "griffie"


@pytest.mark.parametrize("text", ['adviesraden = "Wmo-raad"\n', '[koppen]\nuitvoering = "Aanpak"\n', "[woorden]\nuit = [3]\n"])
def test_words_that_are_no_list_are_named(tmp_path: Path, text: str) -> None:
    with pytest.raises(SettingsError, match="lijst van teksten"):
        load_settings(SHIPPED, folder=write(tmp_path, text))
