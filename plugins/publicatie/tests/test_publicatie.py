"""Publication: what stays behind in Word files made here, and what leads to a person."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm
from toets_publicatie.file import is_person
from toets_publicatie.labels import sort_of
from toets_publicatie.people import is_iban

from toets.checker import Checker
from toets.model.outcome import Outcome
from toets.rulebook import Request

DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8ffff3f0005fe02fe0def46b80000000049454e44"
    "ae426082"
)
Maker = Callable[[Any], None]


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(Request(select=("PUB",)))


def outcomes(checker: Checker, make: Maker = lambda _: None) -> dict[str, Outcome]:
    """What the rules say of a small Word file that is ready for publication until `make` has been at it."""
    document = Document()
    properties = document.core_properties
    properties.title, properties.author, properties.last_modified_by = "Vaststellen nota Spelen 2027", "Gemeente Oudeveen", ""
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "nl-NL")
    document.styles["Normal"].element.get_or_add_rPr().append(language)
    document.add_heading("Raadsvoorstel", 1)
    document.add_heading("Beslispunten", 2)
    document.add_paragraph("1. De nota Spelen 2027 vast te stellen.")
    document.add_heading("Argumenten", 2)
    document.add_paragraph("De speeltuin is oud. De buurt koos zelf de nieuwe toestellen.")
    make(document)
    out = io.BytesIO()
    document.save(out)
    report = checker.check_bytes(out.getvalue(), "voorstel.docx", kinds=["RV-BEL"])
    return {outcome.rule: outcome for outcome in report.outcomes}


def picture(document: Any, description: str = "") -> None:
    document.add_picture(io.BytesIO(DOT), width=Cm(5), height=Cm(2))
    document.inline_shapes[-1]._inline.docPr.set("descr", description)


def signature(document: Any) -> None:
    for line in ("Oudeveen, 3 maart 2027", "Burgemeester en wethouders van Oudeveen,", "de secretaris, J. de Wit"):
        document.add_paragraph(line)
    picture(document)
    document.add_paragraph("de burgemeester, mevrouw A. Bos")


def table(document: Any, *, headed: bool) -> None:
    made = document.add_table(3, 2)
    for row, texts in zip(made.rows, (("Post", "Bedrag"), ("Toestellen", "€ 40.000"), ("Gras", "€ 5.000")), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    if headed:
        made.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def hide(document: Any) -> None:
    document.add_paragraph("Slot.").add_run(" De laagste inschrijving was € 31.000.").font.hidden = True


def header(document: Any) -> None:
    document.sections[0].header.paragraphs[0].text = "Concept versie 3 | pagina 1"


def author(document: Any) -> None:
    document.core_properties.last_modified_by = "Anna de Boer"


def language(document: Any) -> None:
    for each in document.styles["Normal"].element.iter(qn("w:lang")):
        each.set(qn("w:val"), "en-US")


def untitled(document: Any) -> None:
    document.core_properties.title = ""


def comment(document: Any) -> None:
    run = document.add_paragraph("Slot.").runs[0]
    document.add_comment(run, text="Weet de wethouder dit?", author="Anna de Boer")


def test_a_file_that_is_ready_gives_no_finding(checker: Checker) -> None:
    assert [code for code, outcome in outcomes(checker).items() if outcome.is_finding] == []


def test_each_file_with_its_marks_in_order_gives_no_finding(checker: Checker) -> None:
    def make(document: Any) -> None:
        picture(document, "Kaart met de vijf speelplekken")
        table(document, headed=True)

    found = outcomes(checker, make)
    assert [code for code, outcome in found.items() if outcome.is_finding] == []
    assert (found["PUB-09"].status, found["PUB-10"].status) == ("satisfied", "satisfied")


@pytest.mark.parametrize(
    ("make", "code", "words"),
    [
        (header, "PUB-05", "Concept versie 3"),
        (hide, "PUB-07", "31.000"),
        (author, "PUB-08", "Anna de Boer"),
        (picture, "PUB-09", "5 × 2 cm"),
        (lambda document: table(document, headed=False), "PUB-10", "Post | Bedrag"),
        (lambda document: document.add_heading("De buurt", 4), "PUB-11", "niveau 4"),
        (language, "PUB-12", "en-US"),
        (untitled, "PUB-13", "geen titel"),
        (comment, "PUB-06", "Weet de wethouder dit?"),
    ],
)
def test_one_thing_left_behind_is_one_finding_that_names_it(checker: Checker, make: Maker, code: str, words: str) -> None:
    found = outcomes(checker, make)
    assert [each for each, outcome in found.items() if outcome.is_finding] == [code]
    assert words in found[code].message


def test_a_picture_where_a_paper_is_signed_is_a_signature(checker: Checker) -> None:
    found = outcomes(checker, signature)["PUB-04"]
    assert found.status == "violated"
    assert found.severity == "attention"


def test_a_language_set_on_the_text_itself_counts(checker: Checker) -> None:
    def make(document: Any) -> None:
        language(document)
        for paragraph in document.paragraphs:
            for run in paragraph.runs:
                own = OxmlElement("w:lang")
                own.set(qn("w:val"), "nl-NL")
                run._r.get_or_add_rPr().append(own)

    assert outcomes(checker, make)["PUB-12"].status == "satisfied"


def test_data_of_people_are_not_shown_again(checker: Checker) -> None:
    found = outcomes(checker, lambda document: document.add_paragraph("De aanvrager kreeg het op NL91 ABNA 0417 1643 00."))
    assert found["PUB-01"].status == "violated"
    assert "0417" not in found["PUB-01"].message + "".join(each.quote for each in found["PUB-01"].evidence)


@pytest.mark.parametrize(
    "name", ["Anna de Boer", "J. van den Berg", "Boer, Anna de", "BOERA01", "aboer", "a.boer", "a.boer@oudeveen.nl"]
)
def test_an_author_is_a_person(name: str) -> None:
    assert is_person(name, frozenset({"gemeente", "griffie"}))


@pytest.mark.parametrize("name", ["Gemeente Oudeveen", "Griffie", "python-docx", "", "Oudeveen", "A" * 400 + "!"])
def test_an_author_is_nobody(name: str) -> None:
    assert not is_person(name, frozenset({"gemeente", "griffie", "python"}))


def test_an_account_number_has_a_check() -> None:
    assert is_iban("NL91 ABNA 0417 1643 00")
    assert not is_iban("NL92 ABNA 0417 1643 00")
    assert not is_iban("NL91")


@pytest.mark.parametrize(
    ("line", "sort"),
    [
        ("VERTROUWELIJK", "secret"),
        ("Concept 12-3-2027", "draft"),
        ("concept", "draft"),
        ("Concept raadsvoorstel", "draft"),
        ("Vertrouwelijke bijlage", ""),
        ("Concept van de nota", ""),
        ("Geheimhouding", ""),
        ("", ""),
    ],
)
def test_a_label_is_a_word_that_stands_alone(line: str, sort: str) -> None:
    assert sort_of(line, {"vertrouwelijk": "secret", "concept": "draft", "geheim": "secret"}) == sort


@pytest.mark.parametrize(("value", "status"), [("nee", "satisfied"), ("ja", "violated")])
def test_a_field_of_the_head_is_a_label_by_its_value(checker: Checker, value: str, status: str) -> None:
    text = (
        f"# Raadsvoorstel\n\nZaaknummer: 884120\nVertrouwelijk: {value}\nSteller: M. de Wit\n\n## Argumenten\nDe nota is klaar.\n"
    )
    report = checker.check_bytes(text.encode(), "voorstel.md", kinds=["RV-BEL"])
    assert next(one.status for one in report.outcomes if one.rule == "PUB-05") == status


def test_an_address_is_told_once_and_words_of_a_template_are_no_link(checker: Checker) -> None:
    def make(document: Any) -> None:
        for _ in range(2):
            document.add_paragraph("Vragen? Mail naar a.boer@oudeveen.example.")
        document.add_paragraph("Klik hier en typ uw tekst.")

    found = outcomes(checker, make)
    assert [len(found["PUB-03"].items), found["PUB-14"].status] == [1, "satisfied"]

    found = outcomes(checker, lambda document: document.add_paragraph("Klik hier voor de nota."))
    assert found["PUB-14"].status == "violated"
