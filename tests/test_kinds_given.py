"""A municipality says of what kind a document is, and toets takes its word for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from toets.checker import Checker
from toets.errors import SettingsError, UsageError
from toets.model.report import DocumentReport
from toets.rulebook import Request, rulebook_for

TEXT = """
# Raadsvoorstel

Onderwerp: Krediet sporthal De Veste

## Beslispunten
1. Een krediet van € 1.250.000 beschikbaar te stellen voor de sporthal.
"""
Check = Callable[..., DocumentReport]


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(Request(engine="reference", cache=True))


@pytest.fixture
def check(checker: Checker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Check:
    """Judge the text under a name, with kinds of the command line and a toets.toml, by the rules that are loaded already."""

    def run(name: str = "voorstel.md", *, kinds: tuple[str, ...] = (), settings: str = "", text: str = TEXT) -> DocumentReport:
        (tmp_path / "toets.toml").write_text(settings, encoding="utf-8")
        monkeypatch.chdir(tmp_path)
        book = replace(checker.rulebook, kinds=kinds, settings=rulebook_for(Request()).settings)
        monkeypatch.setattr(checker, "rulebook", book)
        return checker.check_bytes(text.encode(), name)

    return run


def codes(report: DocumentReport) -> list[tuple[str, str]]:
    return [(kind.code, kind.because) for kind in report.kinds]


def test_a_kind_of_the_command_line_replaces_what_toets_makes_of_it(check: Check) -> None:
    assert codes(check())[0][0] == "RV-FIN"
    report = check(kinds=("RV-START", "RV-BEL"))
    because = "opgegeven op de opdrachtregel"
    assert codes(report) == [("RV-START", because), ("RV-BEL", because)]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("rv-fin", ["RV-FIN"]),
        ("RV-FIN,RV-BEL/programma,", ["RV-FIN", "RV-BEL/programme"]),
        ("krediet, begrotingswijziging of project met geld, Verordening", ["RV-FIN", "RV-VER"]),
        ("RV-BEN (benoeming, toelating of ontslag)", ["RV-BEN"]),
        ("ruimte en omgeving/openbare ruimte", ["RV-RUI/public_space"]),
    ],
)
def test_a_kind_is_said_by_its_code_or_its_words(
    said: str, meant: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert list(rulebook_for(Request(kinds=(said,))).kinds) == meant
    (tmp_path / "toets.toml").write_text(f'[soorten]\n"start*" = ["{said}"]\n', encoding="utf-8")
    assert list(rulebook_for(Request()).settings.kinds["start*"]) == meant


def test_rules_that_ask_for_a_kind_see_the_given_one_only(check: Check) -> None:
    facts = check(kinds=("RV-START",)).facts
    assert [fact.fields["code"] for fact in facts if fact.kind == "kind"] == ["RV-START"]


def test_a_nature_that_is_given_counts_beside_those_that_were_found(check: Check) -> None:
    report = check(kinds=("RV-FIN/programme",))
    assert set(check().natures) | {"programme"} == set(report.natures)
    assert "programme" in [fact.fields["is"] for fact in report.facts if fact.kind == "nature"]


def test_a_lookalike_is_judged_when_a_kind_is_given(check: Check) -> None:
    letter = TEXT.replace("Raadsvoorstel", "Raadsinformatiebrief")
    assert check(text=letter).lookalike
    assert not check(text=letter, kinds=("RV-KEN",)).lookalike


@pytest.mark.parametrize("piece", ["startnotitie*", "STARTNOTITIE", "start*2027", "*sporthal"])
def test_a_piece_of_the_name_or_the_subject_gives_the_kind(check: Check, piece: str) -> None:
    report = check("2026-11 Startnotitie groen 2027.md", settings=f'[soorten]\n"{piece}" = ["RV-START"]\n')
    assert codes(report) == [("RV-START", f"opgegeven in toets.toml: {piece}")]


def test_a_name_that_fits_nothing_is_left_to_toets(check: Check) -> None:
    report = check(settings='[soorten]\n"startnotitie*" = ["RV-START"]\n')
    assert codes(report) == codes(check())


def test_the_command_line_goes_over_the_file(check: Check) -> None:
    report = check(kinds=("RV-BEL",), settings='[soorten]\n"voorstel" = "RV-START"\n')
    assert [code for code, _ in codes(report)] == ["RV-BEL"]


def test_every_piece_that_fits_gives_its_kinds_once(check: Check) -> None:
    report = check(settings='[soorten]\n"voorstel" = ["RV-START", "RV-FIN/project"]\n"krediet" = ["RV-START"]\n')
    assert codes(report) == [(code, "opgegeven in toets.toml: voorstel, krediet") for code in ("RV-START", "RV-FIN")]


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("RV-FIM", r"'RV-FIM' is geen soort .* Bedoelde u RV-FIN \(krediet, .*\)\?"),
        ("beleid", r"Bedoelde u RV-BEL \(beleid of kader\) of RV-SOC \(sociaal beleid\)\?"),
        ("krediten", r"Bedoelde u RV-FIN"),
        ("techniek", "Het is een aard; .* RV-FIN/techniek"),
        ("RV-FIN/technisch", r"'technisch' is geen aard .* Bedoelde u 'techniek'\?"),
        ("RV-FIN/", "'' is geen aard .* project, programma"),
        (" ,", "er staat geen soort"),
    ],
)
def test_a_kind_that_does_not_exist_is_refused_with_those_that_do(
    kind: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match=said):
        rulebook_for(Request(kinds=(kind,)))
    (tmp_path / "toets.toml").write_text(f'[soorten]\n"start*" = ["{kind}"]\n', encoding="utf-8")
    with pytest.raises(SettingsError, match=said) as refused:
        rulebook_for(Request())
    assert "toets.toml: 'soorten.start*'" in str(refused.value)


@pytest.mark.parametrize(
    ("table", "said"), [("soorten = 3", r"onder \[soorten\]"), ("[soorten]\nstart = 3", r'"startnotitie\*" = \["RV-START"\]')]
)
def test_a_table_of_another_form_is_refused_with_an_example(
    table: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "toets.toml").write_text(table, encoding="utf-8")
    with pytest.raises(SettingsError, match=said):
        rulebook_for(Request())
