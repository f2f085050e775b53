"""The command line as a user meets it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from docx import Document

from .run import toets

PROPOSAL = """
# Raadsvoorstel

Onderwerp: Nota Spelen 2027

## Beslispunten
1. De nota Spelen 2027 vast te stellen.

## Financiën
Klik of tik om tekst in te voeren.
"""


@pytest.fixture
def proposal(tmp_path: Path) -> Path:
    path = tmp_path / "voorstel.md"
    path.write_text(PROPOSAL, encoding="utf-8")
    return path


def test_version_and_help_are_dutch_and_need_no_rules() -> None:
    assert toets("--version").stdout.startswith("toets ")
    assert "Toets documenten" in toets("--help").stdout


def test_a_blocking_finding_gives_exit_code_1_and_a_report_on_stdout(proposal: Path) -> None:
    run = toets("check", proposal)
    assert run.returncode == 1
    assert "terugsturen" in run.stdout
    assert "VOR-07" in run.stdout
    assert run.stderr == ""


def test_the_gate_decides_the_exit_code(proposal: Path) -> None:
    assert toets("check", proposal, "--fail-on", "never").returncode == 0
    assert toets("check", proposal, "--select", "VOR-01").returncode == 0


@pytest.mark.parametrize("choice", ["--select", "--ignore"])
def test_what_was_not_weighed_is_not_called_ready(proposal: Path, choice: str) -> None:
    codes = "VOR-01" if choice == "--select" else "UIT,MID,OPD,VOR,MAN,SOC,SAM,OPG,RES-02,RES-03"
    run = toets("check", proposal, choice, codes)
    assert "Advies: geen, want alleen de gekozen regels zijn gewogen" in run.stdout
    assert "gereed" not in run.stdout


def test_json_has_one_outcome_for_every_rule(proposal: Path) -> None:
    data = json.loads(toets("check", proposal, "--format", "json").stdout)
    document = data["documents"][0]
    rules = json.loads(toets("rules", "--format", "json").stdout)
    assert data["schema"] == "toets-report-1"
    assert [outcome["rule"] for outcome in document["outcomes"]] == [rule["code"] for rule in rules]
    assert document["advice"]["verdict"] == "return"


def test_the_same_file_gives_the_same_bytes(proposal: Path) -> None:
    first, second = (toets("check", proposal, "--format", "json", "--facts").stdout for _ in range(2))
    assert first == second


def test_both_engines_say_the_same(proposal: Path) -> None:
    answers = [
        json.loads(toets("check", proposal, "--format", "json", "--engine", engine).stdout)["documents"][0]["outcomes"]
        for engine in ("durable", "reference")
    ]
    assert answers[0] == answers[1]


def test_text_on_standard_input_is_judged() -> None:
    assert "VOR-07" in toets("check", "-", text=PROPOSAL).stdout


def test_a_file_that_cannot_be_read_gives_3_and_the_others_are_still_judged(proposal: Path, tmp_path: Path) -> None:
    (tmp_path / "leeg.docx").write_bytes(b"")
    run = toets("check", proposal, tmp_path / "leeg.docx", tmp_path / "weg.docx")
    assert run.returncode == 3
    assert "VOR-07" in run.stdout
    assert "Traceback" not in run.stdout + run.stderr


def test_an_existing_output_is_kept_unless_forced(proposal: Path, tmp_path: Path) -> None:
    output = tmp_path / "verslag.json"
    output.write_text("van een ander", encoding="utf-8")
    kept = toets("check", proposal, "--format", "json", "--output", output)
    assert (kept.returncode, output.read_text(encoding="utf-8")) == (2, "van een ander")
    assert "--force" in kept.stderr
    assert toets("check", proposal, "--format", "json", "--output", output, "--force").returncode == 1
    assert json.loads(output.read_text(encoding="utf-8"))["documents"]


def test_an_output_folder_that_is_not_there_gives_a_message(proposal: Path, tmp_path: Path) -> None:
    run = toets("check", proposal, "--output", tmp_path / "nergens" / "verslag.txt")
    assert run.returncode == 2
    assert "kan niet worden geschreven" in run.stderr
    assert "Traceback" not in run.stderr


def test_wrong_use_gives_2(proposal: Path, tmp_path: Path) -> None:
    (tmp_path / "leeg").mkdir()
    assert toets("check", tmp_path / "leeg").returncode == 2
    assert toets("check", proposal, "--profile", "griffi").returncode == 2
    assert toets("check", proposal, "--select", "XYZ-99").returncode == 2
    assert toets("explain", "XYZ-99").returncode == 2
    assert toets("check").returncode == 2


def test_a_code_that_no_rule_has_names_what_was_meant(proposal: Path) -> None:
    for option in ("--select", "--ignore"):
        run = toets("check", proposal, option, "MID,MDI-02")
        assert (run.returncode, run.stdout) == (2, "")
        assert "geen regel of set MDI-02. Bedoelde u MID-02?" in run.stderr
    assert "Bedoelde u MID-02?" in toets("explain", "MDI-02").stderr
    assert "Bedoelde u" in toets("rules", "MIDD").stderr


@pytest.mark.parametrize("name", ["voorstel.txt", "voorstel.TXT", "voorstel.markdown", "voorstel.md"])
def test_a_folder_is_searched_for_all_that_is_read_without_another_program(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("Raadsvoorstel\n\nBeslispunten\n1. De nota Spelen vast te stellen.\n", encoding="utf-8")
    assert name in toets("check", tmp_path).stdout
    assert "1 voorstel:" in toets("agenda", tmp_path).stdout


def test_settings_of_the_folder_hold(proposal: Path, tmp_path: Path) -> None:
    (tmp_path / "toets.toml").write_text('[regels]\nuit = ["VOR-07"]\n', encoding="utf-8")
    data = json.loads(toets("check", proposal, "--format", "json", cwd=tmp_path).stdout)
    assert "VOR-07" not in [outcome["rule"] for outcome in data["documents"][0]["outcomes"]]
    assert {"rule": "VOR-07", "because": f"uitgezet in {tmp_path / 'toets.toml'}"} in data["documents"][0]["not_run"]


def test_settings_beside_the_documents_hold_from_any_folder(proposal: Path, tmp_path: Path) -> None:
    (tmp_path / "toets.toml").write_text('[regels]\nuit = ["VOR"]\n', encoding="utf-8")
    elsewhere = tmp_path / "elders"
    elsewhere.mkdir()
    data = json.loads(toets("check", proposal, "--format", "json", cwd=elsewhere).stdout)
    assert not [outcome["rule"] for outcome in data["documents"][0]["outcomes"] if outcome["rule"].startswith("VOR")]
    assert f"regels.uit  VOR  {tmp_path / 'toets.toml'}" in re.sub("  +", "  ", toets("settings", tmp_path, cwd=elsewhere).stdout)


def test_a_report_names_the_settings_that_held(proposal: Path, tmp_path: Path) -> None:
    without = json.loads(toets("check", proposal, "--format", "json").stdout)["tool"]["settings"]
    (tmp_path / "toets.toml").write_text('profiel = "griffie"\n', encoding="utf-8")
    data = json.loads(toets("check", proposal, "--format", "json").stdout)
    held = f"{tmp_path.name}/toets.toml"
    assert (without, data["tool"]["settings"]) == (None, held)
    for form in ("text", "html"):
        assert f"instellingen {held}" in " ".join(toets("check", proposal, "--format", form).stdout.split())


def test_a_setting_that_is_not_known_names_what_was_meant(proposal: Path, tmp_path: Path) -> None:
    (tmp_path / "toets.toml").write_text('profil = "griffie"\n', encoding="utf-8")
    run = toets("check", proposal, cwd=tmp_path)
    assert run.returncode == 2
    assert 'bedoelde u "profiel"?' in run.stderr


def test_a_folder_of_own_rules_takes_part(tmp_path: Path) -> None:
    folder = tmp_path / "eigen"
    folder.mkdir()
    shipped = Path(__file__).parents[2] / "rules" / "vorm" / "VOR-01-beslispunten.toml"
    (folder / "GEM-01-beslispunten.toml").write_text(
        shipped.read_text(encoding="utf-8").replace("VOR-01", "GEM-01"), encoding="utf-8"
    )
    assert "GEM-01" in toets("rules", "--rules", folder).stdout


def test_explain_tells_why_and_shows_examples() -> None:
    told = toets("explain", "VOR-01").stdout
    assert "Waarom" in told
    assert "Zo is het in orde" in told


def test_the_severity_of_a_rule_is_told_once_with_its_heaviest_case() -> None:
    told = toets("explain", "MID-02").stdout
    assert "Ernst: aandacht; blokkerend in bepaalde gevallen" in told
    listed = toets("rules", "MID-02", "RES-01").stdout.splitlines()
    assert [line.split()[1] for line in listed if line.startswith("  ")] == ["blokkerend", "aandacht"]
    (rule,) = json.loads(toets("rules", "MID-02", "--format", "json").stdout)
    assert (rule["severity"], rule["heaviest"]) == ("attention", "blocking")


def test_explain_says_in_words_for_which_kinds_a_rule_holds() -> None:
    group = toets("explain", "MID-02").stdout
    assert "voorstellen met een inhoudelijk besluit" in group
    assert "RV-VER    verordening" in group
    assert "alleen met de aard ‘investering’" in toets("explain", "OPG-04").stdout


def test_read_shows_headings_with_their_role(proposal: Path) -> None:
    shown = toets("read", proposal).stdout
    assert "Financiën  → middelen" in shown
    assert "Nota Spelen 2027" in shown


def test_doctor_says_whether_everything_works() -> None:
    run = toets("doctor")
    assert run.returncode == 0
    assert "Regels:" in run.stdout


def test_an_exception_with_its_reason_is_laid_over_the_verdict(proposal: Path, tmp_path: Path) -> None:
    (tmp_path / "toets.toml").write_text(
        '[[uitzondering]]\nregel = "VOR-07"\nreden = "sjabloon wordt vervangen"\n', encoding="utf-8"
    )
    data = json.loads(toets("check", proposal, "--format", "json", "--select", "VOR-07", cwd=tmp_path).stdout)
    (outcome,) = data["documents"][0]["outcomes"]
    assert outcome["status"] == "waived"
    assert outcome["waiver"]["reason"] == "sjabloon wordt vervangen"
    assert data["documents"][0]["advice"]["verdict"] == "ready"


def test_an_exception_without_a_reason_is_refused(proposal: Path, tmp_path: Path) -> None:
    (tmp_path / "toets.toml").write_text('[[uitzondering]]\nregel = "VOR-07"\n', encoding="utf-8")
    run = toets("check", proposal, cwd=tmp_path)
    assert run.returncode == 2
    assert "reden" in run.stderr


def test_an_exception_in_a_comment_of_the_document_counts(tmp_path: Path) -> None:
    document = Document()
    document.add_heading("Raadsvoorstel", 1)
    document.add_heading("Financiën", 2)
    paragraph = document.add_paragraph("Klik of tik om tekst in te voeren.")
    document.add_comment(paragraph.runs, "toets: uitzondering VOR-07 - de griffie vult dit aan", author="A. Bos", initials="AB")
    document.save(str(tmp_path / "voorstel.docx"))
    data = json.loads(toets("check", tmp_path / "voorstel.docx", "--format", "json", "--select", "VOR-07").stdout)
    (outcome,) = data["documents"][0]["outcomes"]
    assert (outcome["status"], outcome["waiver"]["by"]) == ("waived", "A. Bos")


def test_the_profile_of_the_griffie_shows_no_advice_and_says_so(proposal: Path) -> None:
    shown = toets("check", proposal, "--select", "VOR-07,MID-11", "--profile", "griffie").stdout
    everything = toets("check", proposal, "--select", "VOR-07,MID-11").stdout
    assert "ADVIES:" in everything
    assert "ADVIES:" not in shown
    assert "Niet getoond dit profiel laat bevindingen van deze ernst weg: MID-11" in " ".join(shown.split())


def test_the_kind_of_a_document_can_be_given(proposal: Path) -> None:
    report = json.loads(toets("check", proposal, "--format", "json", "--soort", "rv-fin/Project,RV-RUI").stdout)
    assert [kind["code"] for kind in report["documents"][0]["kinds"]] == ["RV-FIN", "RV-RUI"]
    refused = toets("check", proposal, "--soort", "RV-X")
    assert refused.returncode == 2
    assert "RV-BEL (beleid of kader)" in refused.stderr


def test_a_kind_can_be_typed_as_read_shows_it(proposal: Path) -> None:
    shown = toets("read", proposal).stdout
    assert "RV-BEL (beleid of kader)" in shown
    report = json.loads(toets("check", proposal, "--format", "json", "--soort", "beleid of kader/techniek").stdout)
    (document,) = report["documents"]
    assert [kind["code"] for kind in document["kinds"]] == ["RV-BEL"]
    assert "technical" in document["natures"]


@pytest.mark.parametrize("option", ["--soort", "--select", "--ignore"])
def test_an_option_without_a_value_is_told(proposal: Path, option: str) -> None:
    run = toets("check", proposal, option, "")
    assert (run.returncode, run.stdout) == (2, "")
    assert f"{option}: er staat geen" in run.stderr


def test_several_formats_go_into_a_folder_in_one_run(proposal: Path, tmp_path: Path) -> None:
    run = toets("check", proposal, "--format", "html", "--format", "json", "--format", "csv", "--output", tmp_path / "uit")
    assert run.returncode == 1, run.stderr
    assert sorted(path.name for path in (tmp_path / "uit").iterdir()) == [
        "voorstel.toets.csv",
        "voorstel.toets.html",
        "voorstel.toets.json",
    ]


def test_several_formats_do_not_mix_on_the_screen(proposal: Path) -> None:
    run = toets("check", proposal, "--format", "text", "--format", "json")
    assert (run.returncode, run.stdout) == (2, "")
    assert "--output" in run.stderr


def test_a_document_is_never_its_own_output(proposal: Path) -> None:
    run = toets("check", proposal, "--format", "markdown", "--output", proposal, "--force")
    assert run.returncode == 2
    assert proposal.read_text(encoding="utf-8") == PROPOSAL


def test_a_word_file_gets_a_copy_with_comments_and_stays_as_it_was(tmp_path: Path) -> None:
    document = Document()
    document.add_heading("Raadsvoorstel", 1)
    document.add_heading("Financiën", 2)
    document.add_paragraph("Klik of tik om tekst in te voeren.")
    path = tmp_path / "voorstel.docx"
    document.save(str(path))
    before = path.read_bytes()
    run = toets("check", path, "--format", "word-comments", "--output", tmp_path / "uit")
    assert run.returncode == 1, run.stderr
    made = Document(str(tmp_path / "uit" / "voorstel.opmerkingen.toets.docx"))
    assert any(comment.text.startswith("VOR-07 (") and comment.author == "toets" for comment in made.comments)
    assert path.read_bytes() == before


def test_a_document_that_takes_no_notes_gets_a_report_of_its_own(proposal: Path, tmp_path: Path) -> None:
    run = toets("check", proposal, "--format", "word-comments", "--output", tmp_path / "uit.docx")
    assert run.returncode == 1
    assert "los verslag" in run.stderr
    assert not (tmp_path / "uit.docx").exists()
    assert (tmp_path / "uit.html").read_text(encoding="utf-8").startswith("<!")
