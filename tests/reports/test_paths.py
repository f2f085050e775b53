"""Reports are mailed: where a file name is enough, they don't tell on which machine and in which folder it was."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from toets.cli.formats import Choices, render
from toets.model.report import Report
from toets.reports.book import book
from toets.reports.csv import to_csv
from toets.reports.html import page
from toets.reports.junit import to_junit
from toets.reports.markdown import text_of
from toets.reports.reading import to_reading
from toets.reports.reading_html import to_reading_html
from toets.reports.terminal import to_terminal
from toets.reports.words import shown_paths
from toets.reports.xlsx import to_xlsx

from .build import failed, judged, ready, report, unreadable

HOME = "/home/a.bos/Raad"
ONE = report(judged(f"{HOME}/10/voorstel.docx"))
SEVERAL = report(
    judged(f"{HOME}/10/voorstel.docx"), ready(), failed(f"{HOME}/11/voorstel.docx"), unreadable("C:\\raad\\scan.pdf")
)


def xlsx(whole: Report) -> str:
    with ZipFile(BytesIO(to_xlsx(whole))) as file:
        return "".join(file.read(name).decode() for name in file.namelist() if name.endswith(".xml"))


FORMS: dict[str, Callable[[Report], str]] = {
    "text": lambda whole: to_terminal(whole, width=200, color=False),
    "html": lambda whole: page(book(whole)),
    "markdown": lambda whole: text_of(book(whole)),
    "csv": to_csv,
    "xlsx": xlsx,
    "junit": to_junit,
    "read": lambda whole: "".join(map(to_reading, whole.documents)),
    "read html": lambda whole: to_reading_html(whole.documents),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("whole", [ONE, SEVERAL], ids=["one", "several"])
def test_no_report_for_people_shows_the_folder_of_a_document(form: str, whole: Report) -> None:
    shown = FORMS[form](whole)
    assert "voorstel.docx" in shown
    assert HOME not in shown


def test_files_with_one_name_are_told_apart_from_where_their_folders_differ() -> None:
    assert shown_paths([f"{HOME}/10/voorstel.docx", f"{HOME}/11/voorstel.docx"]) == ("10/voorstel.docx", "11/voorstel.docx")
    assert shown_paths([f"{HOME}/10/a.docx", f"{HOME}/11/b.docx", "map/c.docx"]) == ("a.docx", "b.docx", "map/c.docx")


@pytest.mark.parametrize("form", ["github", "gitlab", "sarif"])
def test_a_platform_gets_paths_from_the_current_folder(form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (made,) = render(form, report(judged(str(tmp_path / "stukken" / "voorstel.docx"))), Choices())
    assert "stukken/voorstel.docx" in str(made.content)
    assert str(tmp_path) not in str(made.content)
