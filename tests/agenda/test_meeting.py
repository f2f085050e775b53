"""A meeting folder as griffies have them: what each paper is, what belongs together, and what doesn't tie up."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from toets.agenda import agenda_of, meeting_files
from toets.checker import Checker
from toets.cli.paths import ENDINGS
from toets.errors import UsageError
from toets.model.agenda import Agenda, Check, Role
from toets.reports.agenda_book import agenda_book
from toets.reports.markdown import text_of
from toets.rulebook import Request

from .build import attachment, budget, decision, proposal, regulation, write

Meeting = Callable[[], Agenda]


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(Request(engine="reference", cache=True))


@pytest.fixture
def meeting(checker: Checker, tmp_path: Path) -> Meeting:
    """The agenda of what was written in the folder of the test."""

    def made() -> Agenda:
        files = meeting_files(tmp_path)
        read = [path for path in files if path.suffix.lower() in ENDINGS]
        return agenda_of(tmp_path, files, checker.report([checker.check(path) for path in read]))

    return made


def roles(agenda: Agenda) -> dict[str, Role]:
    return {paper.path: paper.role for paper in agenda.papers}


def together(agenda: Agenda) -> list[list[str]]:
    return [[Path(agenda.papers[one].path).name for one in item.papers] for item in agenda.items]


def the(code: str, agenda: Agenda) -> Check:
    (found,) = (check for check in agenda.checks if check.code == code)
    return found


def codes(agenda: Agenda) -> set[str]:
    return {check.code for check in agenda.checks}


def places(check: Check, agenda: Agenda) -> list[tuple[str, str]]:
    return [(Path(agenda.papers[spot.paper].path).name, spot.quote) for spot in check.spots]


def bridge(folder: Path) -> None:
    """An item of which everything ties up."""
    proposal(
        folder / "06a Raadsvoorstel brug.docx", "Vervanging brug Noord", listed=["Begrotingswijziging", "Tekening brug Noord"]
    )
    decision(folder / "06b Raadsbesluit brug.docx", "Vervanging brug Noord")
    budget(folder / "06c Begrotingswijziging.docx", "€ 340.000")
    attachment(folder / "06d Bijlage 2 tekening.docx", "Tekening brug Noord")


def test_papers_are_told_apart_and_an_attachment_is_no_failing_proposal(tmp_path: Path, meeting: Meeting) -> None:
    bridge(tmp_path)
    write(tmp_path / "00 Agenda raad.docx", "# Agenda raadsvergadering", "1. Opening", "2. Brug Noord")
    write(tmp_path / "Nota.docx", "# Nota bruggen", "Deze nota beschrijft onze bruggen.")
    assert roles(meeting()) == {
        "00 Agenda raad.docx": Role.OTHER,
        "06a Raadsvoorstel brug.docx": Role.PROPOSAL,
        "06b Raadsbesluit brug.docx": Role.DECISION,
        "06c Begrotingswijziging.docx": Role.BUDGET,
        "06d Bijlage 2 tekening.docx": Role.ATTACHMENT,
        "Nota.docx": Role.ATTACHMENT,
    }


def test_what_ties_up_gives_no_checks(tmp_path: Path, meeting: Meeting) -> None:
    bridge(tmp_path)
    agenda = meeting()
    assert agenda.checks == ()
    assert [item.number for item in agenda.items] == ["6"]
    assert [len(item.papers) for item in agenda.items] == [4]


def test_a_folder_for_each_item_keeps_its_papers_together(tmp_path: Path, meeting: Meeting) -> None:
    for number, subject in (("05", "Sporthal De Veste"), ("10", "Zwembad De Kuil")):
        home = tmp_path / f"{number} {subject}"
        proposal(home / "Raadsvoorstel.docx", subject, case=f"Z-2026-{number}00", listed=["Ontwerp"])
        decision(home / "Raadsbesluit.docx", subject, case=f"Z-2026-{number}00")
        attachment(home / "bijlagen" / "Ontwerp.docx", f"Ontwerp {subject}")
    agenda = meeting()
    assert [(item.number, item.title, item.because) for item in agenda.items] == [
        ("5", "Sporthal De Veste", "zelfde map"), ("10", "Zwembad De Kuil", "zelfde map"),
    ]  # fmt: skip
    assert together(agenda) == [["Raadsvoorstel.docx", "Raadsbesluit.docx", "Ontwerp.docx"]] * 2
    assert "raadsbesluit-ontbreekt" not in codes(agenda)


def test_without_folders_or_numbers_the_zaaknummer_or_the_subject_tells(tmp_path: Path, meeting: Meeting) -> None:
    proposal(tmp_path / "voorstel a.docx", "Krediet sporthal De Veste", case="Z-2026-0100")
    proposal(tmp_path / "voorstel b.docx", "Vervanging brug Noord", case="Z-2026-0200")
    decision(tmp_path / "besluit x.docx", "Geheel ander onderwerp", case="Z-2026-0200")
    attachment(tmp_path / "Tekeningen sporthal De Veste.docx", "Tekeningen sporthal De Veste")
    assert together(meeting()) == [
        ["voorstel a.docx", "Tekeningen sporthal De Veste.docx"],
        ["voorstel b.docx", "besluit x.docx"],
    ]


def test_a_paper_that_fits_nowhere_stands_alone(tmp_path: Path, meeting: Meeting) -> None:
    bridge(tmp_path)
    attachment(tmp_path / "Inspraaknota windpark.docx", "Inspraaknota windpark")
    agenda = meeting()
    assert places(the("bijlage-los", agenda), agenda) == [("Inspraaknota windpark.docx", "")]


def test_another_zaaknummer_in_the_besluit_is_shown_with_both_places(tmp_path: Path, meeting: Meeting) -> None:
    proposal(tmp_path / "1 Raadsvoorstel.docx", "Vervanging brug Noord", case="Z-2026-0123")
    decision(tmp_path / "1 Raadsbesluit.docx", "Vervanging brug Noord", case="Z-2026-0132")
    agenda = meeting()
    assert places(the("zaaknummer", agenda), agenda) == [
        ("1 Raadsvoorstel.docx", "Z-2026-0123"), ("1 Raadsbesluit.docx", "Z-2026-0132"),
    ]  # fmt: skip


def test_two_proposals_with_one_zaaknummer_are_told(tmp_path: Path, meeting: Meeting) -> None:
    proposal(tmp_path / "1 Raadsvoorstel.docx", "Vervanging brug Noord")
    proposal(tmp_path / "2 Raadsvoorstel.docx", "Krediet sporthal De Veste")
    assert "zaaknummer-dubbel" in codes(meeting())


def test_a_besluit_with_another_amount_or_fewer_points_is_told(tmp_path: Path, meeting: Meeting) -> None:
    proposal(tmp_path / "1 Raadsvoorstel.docx", "Vervanging brug Noord", amount="€ 340.000")
    decision(tmp_path / "1 Raadsbesluit.docx", "Vervanging brug Noord", amount="€ 430.000", points=1)
    agenda = meeting()
    assert the("besluit-aantal", agenda).says == "Het voorstel heeft 2 beslispunten, het besluit 1."
    ours, theirs = places(the("besluit-getal", agenda), agenda)
    assert "€ 340.000" in ours[1]
    assert "€ 430.000" in theirs[1]


def test_a_besluit_with_another_month_is_told(tmp_path: Path, meeting: Meeting) -> None:
    proposal(tmp_path / "1 Raadsvoorstel.docx", "Vervanging brug Noord per 1 augustus 2027")
    decision(tmp_path / "1 Raadsbesluit.docx", "Vervanging brug Noord per 1 september 2027")
    agenda = meeting()
    assert the("besluit-getal", agenda).says == "Beslispunt 1 noemt een andere datum dan het besluit."
    assert "augustus" in places(the("besluit-getal", agenda), agenda)[0][1]


def test_besluiten_without_a_proposal_are_told_together(tmp_path: Path, meeting: Meeting) -> None:
    decision(tmp_path / "Raadsbesluit a.docx", "Verordening standplaatsen", case="Z-2026-0900")
    decision(tmp_path / "Raadsbesluit b.docx", "Krediet sporthal De Veste", case="Z-2026-0901")
    assert the("besluit-los", meeting()).says == "Bij deze besluiten is geen voorstel gevonden."


def test_another_paper_that_the_list_names_belongs_to_the_proposal(tmp_path: Path, meeting: Meeting) -> None:
    titles = ["Verordening standplaatsen Veenwijk 2027", "Begrotingswijziging"]
    proposal(tmp_path / "Raadsvoorstel.docx", "Vaststellen regels voor de markt", listed=titles)
    regulation(tmp_path / "bijlagen" / "1 Verordening standplaatsen Veenwijk 2027.docx", titles[0])
    regulation(tmp_path / "bijlagen" / "Verordening markt 2019.docx", "Verordening markt 2019")
    agenda = meeting()
    told = roles(agenda)
    assert told["bijlagen/1 Verordening standplaatsen Veenwijk 2027.docx"] is Role.ATTACHMENT
    assert told["bijlagen/Verordening markt 2019.docx"] is Role.OTHER
    assert together(agenda) == [["Raadsvoorstel.docx", "1 Verordening standplaatsen Veenwijk 2027.docx"]]
    assert places(the("bijlage-ontbreekt", agenda), agenda) == [("Raadsvoorstel.docx", "2 Begrotingswijziging")]


def test_an_attachment_that_two_proposals_list_is_there_for_both(tmp_path: Path, meeting: Meeting) -> None:
    for name, case in (("a", "Z-2026-0100"), ("b", "Z-2026-0200")):
        proposal(
            tmp_path / f"Raadsvoorstel {name}.docx",
            f"Krediet voor brug {name * 6}",
            case=case,
            listed=["Inspectierapport bruggen"],
        )
    attachment(tmp_path / "Inspectierapport bruggen.docx", "Inspectierapport bruggen")
    assert "bijlage-ontbreekt" not in codes(meeting())


def test_a_proposal_without_besluit_and_a_besluit_without_proposal_are_told(tmp_path: Path, meeting: Meeting) -> None:
    proposal(tmp_path / "1 Raadsvoorstel.docx", "Vervanging brug Noord", case="Z-2026-0100")
    decision(tmp_path / "2 Raadsbesluit.docx", "Verordening standplaatsen", case="Z-2026-0900")
    assert {"raadsbesluit-ontbreekt", "besluit-los"} <= codes(meeting())


@pytest.mark.parametrize(
    ("amounts", "note", "tied"),
    [
        (("€ 340.000",), "", True),
        (("€ 300.000", "€ 40.000"), "", True),
        (("340.000,00",), "", True),
        (("340",), "Bedragen x € 1.000", True),
        (("€ 340.001",), "", False),
        (("€ 304.000",), "", False),
        (("2027", "12"), "", True),
    ],
)
def test_the_requested_amount_is_looked_for_to_the_cent(
    tmp_path: Path, meeting: Meeting, amounts: tuple[str, ...], note: str, tied: bool
) -> None:
    proposal(tmp_path / "1 Raadsvoorstel.docx", "Vervanging brug Noord", amount="€ 340.000")
    budget(tmp_path / "1 Begrotingswijziging.docx", *amounts, note=note)
    agenda = meeting()
    assert ("bedrag" not in codes(agenda)) is tied
    if not tied:
        assert places(the("bedrag", agenda), agenda)[0] == ("1 Raadsvoorstel.docx", "€ 340.000")
        assert amounts[0] in places(the("bedrag", agenda), agenda)[1][1]


def test_attachments_missing_unlisted_double_and_with_the_same_number(tmp_path: Path, meeting: Meeting) -> None:
    home = tmp_path / "1 Brug"
    proposal(
        home / "Raadsvoorstel.docx",
        "Vervanging brug Noord",
        listed=["Tekening brug Noord", "Geluidsonderzoek", "Grondexploitatie (geheim)"],
    )
    decision(home / "Raadsbesluit.docx", "Vervanging brug Noord")
    attachment(home / "Bijlage 1 tekening.docx", "Tekening brug Noord")
    attachment(home / "Bijlage 1 flora.docx", "Quickscan flora en fauna")
    shutil.copy(home / "Bijlage 1 tekening.docx", home / "Bijlage 7 kopie.docx")
    (home / "Bijlage 8 raming.xlsx").write_bytes(b"rekenblad")
    agenda = meeting()
    assert places(the("bijlage-ontbreekt", agenda), agenda) == [("Raadsvoorstel.docx", "2. Geluidsonderzoek")] or places(
        the("bijlage-ontbreekt", agenda), agenda
    ) == [("Raadsvoorstel.docx", "2 Geluidsonderzoek")]
    assert ("Bijlage 8 raming.xlsx", "") in places(the("bijlage-niet-genoemd", agenda), agenda)
    assert [name for name, _ in places(the("dubbel", agenda), agenda)] == ["Bijlage 1 tekening.docx", "Bijlage 7 kopie.docx"]
    assert [name for name, _ in places(the("bijlagenummer-dubbel", agenda), agenda)] == [
        "Bijlage 1 flora.docx",
        "Bijlage 1 tekening.docx",
    ]


def test_a_broken_file_is_one_paper_that_was_not_read(tmp_path: Path, meeting: Meeting) -> None:
    bridge(tmp_path)
    (tmp_path / "07 Raadsvoorstel kapot.docx").write_bytes(b"PK\x03\x04 kapot")
    agenda = meeting()
    assert [item.title for item in agenda.items] == ["Vervanging brug Noord", "Kapot"]
    (broken,) = (paper for paper in agenda.papers if paper.report and paper.report.message)
    assert broken.role is Role.PROPOSAL


def test_what_is_no_paper_is_left_out(tmp_path: Path, meeting: Meeting) -> None:
    bridge(tmp_path)
    for name in (".verborgen.docx", "~$06a.docx", "Thumbs.db", "06a.toets.html", "06a.opmerkingen.toets.docx"):
        (tmp_path / name).write_bytes(b"")
    assert len(meeting().papers) == 4


@pytest.mark.parametrize("name", ["leeg", "bestaat niet", "bestand.docx"])
def test_what_is_no_meeting_folder_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "leeg").mkdir()
    (tmp_path / "bestand.docx").write_bytes(b"")
    with pytest.raises(UsageError):
        meeting_files(tmp_path / name)


def test_the_page_tells_a_check_once_for_all_proposals_and_what_blocks_a_row_a_proposal(meeting: Meeting, tmp_path: Path) -> None:
    for name in ("Brug", "School", "Plein"):
        proposal(tmp_path / f"Raadsvoorstel {name}.docx", f"Vervanging {name}")
    made = meeting()
    text = text_of(agenda_book(made))
    without = [check for check in made.checks if "geen raadsbesluit" in check.says]
    assert len(without) == 3
    assert text.count(without[0].says) == 1
    assert "Vervanging Brug; Vervanging Plein; Vervanging School" in text
    assert "| Nr. |" not in text


def test_numbers_of_proposals_have_a_column_when_there_are_any(meeting: Meeting, tmp_path: Path) -> None:
    proposal(tmp_path / "06 Raadsvoorstel brug.docx", "Vervanging brug")
    assert "| Nr. |" in text_of(agenda_book(meeting()))
