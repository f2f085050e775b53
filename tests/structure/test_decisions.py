"""Decision points are found in every form, each with its number, text and body."""

from __future__ import annotations

import pytest

from tests.readers import build as word
from toets.model.document import Block, BlockKind, Document, Origin
from toets.readers import read_bytes
from toets.structure import understand

from .build import PROSE, bold, headings, item, note, para, read, styled, table, vocabulary

ONE = "De nota vast te stellen."
TWO = "Een krediet van € 3.140.000 beschikbaar te stellen."
THREE = "Kennis te nemen van de brief."

FORMS: dict[str, list[Block | str]] = {
    "list": [styled("Beslispunten"), item(ONE, "1."), item(TWO, "2."), item(THREE, "3.")],
    "list that goes on from an earlier one": [styled("Beslispunten"), item(ONE, "6."), item(TWO, "7."), item(THREE, "8.")],
    "typed numbers": [styled("Beslispunten"), f"1. {ONE}", f"2. {TWO}", f"3. {THREE}"],
    "typed numbers with brackets": [styled("Beslispunten"), f"1) {ONE}", f"2) {TWO}", f"3) {THREE}"],
    "table with an explanation beside each": [
        styled("Beslispunten"),
        table(
            [
                [bold("Nr."), bold("Beslispunt"), bold("Toelichting")],
                *(
                    [number, text, "Dit is in de commissie besproken en ligt in het verlengde van wat de raad eerder vroeg."]
                    for number, text in (("1", ONE), ("2", TWO), ("3", THREE))
                ),
            ]
        ),
    ],
    "letters": [styled("Gevraagd besluit"), f"a. {ONE}", f"b. {TWO}", f"c. {THREE}"],
    "bullets": [styled("Voorgesteld besluit"), item(ONE), item(TWO), item(THREE)],
    "typed dashes": [styled("Voorstel"), f"- {ONE}", f"- {TWO}", f"- {THREE}"],
    "after a lead-in": [
        styled("Voorstel"),
        "Het college stelt de raad voor:",
        item(ONE, "1."),
        item(TWO, "2."),
        item(THREE, "3."),
    ],
    "plain sentences after a lead-in": [styled("Voorstel"), "Wij stellen u voor:", ONE, TWO, THREE],
    "no heading but a sentence": ["Het college van burgemeester & wethouders stelt voor :", ONE, TWO, THREE],
    "numbers inside one paragraph": [styled("Beslispunten"), f"1. {ONE} 2. {TWO} 3. {THREE}"],
    "numbers on lines of one paragraph": [styled("Beslispunten"), f"1. {ONE}\n2. {TWO}\n3. {THREE}"],
    "lead-in and numbers in one paragraph": [styled("Voorstel"), f"De raad wordt voorgesteld: 1. {ONE} 2. {TWO} 3. {THREE}"],
    "run in after a bold lead": [para(f"Te nemen besluit: 1. {ONE}", lead="Te nemen besluit:"), f"2. {TWO}", f"3. {THREE}"],
    "numbers on lines of their own": [styled("Beslispunten"), "1.", ONE, "2.", TWO, "3.", THREE],
    "table": [styled("Beslispunten"), table([["1.", ONE], ["2.", TWO], ["3.", THREE]])],
    "table with a header": [
        styled("Beslispunten"),
        table([["Nr", "Besluit", "Wie"], ["1", ONE, "raad"], ["2", TWO, "raad"], ["3", THREE, "raad"]]),
    ],
    "template table": [table([[bold("Beslispunten"), [para(f"1. {ONE}"), para(f"2. {TWO}"), para(f"3. {THREE}")]]])],
    "headings of their own": [
        styled("Beslispunten"),
        styled("Beslispunt 1", 2),
        ONE,
        styled("Beslispunt 2", 2),
        TWO,
        styled("Beslispunt 3", 2),
        THREE,
    ],
    "said again later": [
        styled("Voorstel"),
        f"1. {ONE}",
        f"2. {TWO}",
        f"3. {THREE}",
        styled("Inleiding"),
        PROSE,
        styled("Voorgesteld besluit"),
        f"1. {ONE}",
        f"2. {TWO}",
        f"3. {THREE}",
    ],
}


def _read(*blocks: Block | str) -> Document:
    return read(bold("Raadsvoorstel", 16), *blocks, styled("Communicatie"), PROSE)


@pytest.mark.parametrize("form", FORMS)
def test_decision_points_are_found_in_every_form(form: str) -> None:
    document = _read(*FORMS[form])
    assert [point.text for point in document.points] == [ONE, TWO, THREE]
    assert {(point.body, point.part) for point in document.points} == {("raad", "voorstel")}
    assert [point.index for point in document.points] == [0, 1, 2]


@pytest.mark.parametrize("form", FORMS)
def test_a_decision_point_points_to_its_text(form: str) -> None:
    document = _read(*FORMS[form])
    blocks = {block.index: block.text for block in document.source.walk()}
    for point in document.points:
        place = point.location
        assert place.paragraph is not None
        assert blocks[place.paragraph][place.start : place.end].strip() == point.text


def test_numbers_are_kept_as_displayed_and_counted_where_there_are_none() -> None:
    assert [point.number for point in _read(*FORMS["typed numbers"]).points] == ["1", "2", "3"]
    assert [point.number for point in _read(*FORMS["letters"]).points] == ["a", "b", "c"]
    assert [point.number for point in _read(*FORMS["bullets"]).points] == ["1", "2", "3"]


@pytest.mark.parametrize(
    "nested",
    [
        [item("de kaart;", "a.", 1), item("de lijst;", "b.", 1)],
        [item("de kaart;", "•", 1), item("de lijst;", "•", 1)],
        ["a. de kaart;", "b. de lijst;"],
        ["- de kaart;", "- de lijst;"],
        ["i. de kaart;", "ii. de lijst;"],
        ["1.1 de kaart;", "1.2 de lijst;"],
    ],
)
def test_a_list_inside_a_point_belongs_to_that_point(nested: list[Block | str]) -> None:
    document = _read(styled("Beslispunten"), "1. De nota vast te stellen, bestaande uit:", *nested, f"2. {TWO}")
    assert len(document.points) == 2
    assert "de kaart" in document.points[0].text
    assert "de lijst" in document.points[0].text
    assert document.points[1].text == TWO


def test_a_loose_sentence_is_one_point() -> None:
    document = _read(styled("Voorstel"), "De raad wordt voorgesteld de verordening vast te stellen.")
    assert [point.text for point in document.points] == ["De raad wordt voorgesteld de verordening vast te stellen."]


def test_help_text_is_no_point() -> None:
    document = _read(styled("Beslispunten"), "Klik of tik om tekst in te voeren.", f"1. {ONE}")
    assert [point.text for point in document.points] == [ONE]


def test_text_after_the_list_is_no_point() -> None:
    document = _read(styled("Beslispunten"), f"1. {ONE}", f"2. {TWO}", "Deze punten zijn in de commissie besproken.")
    assert len(document.points) == 2


@pytest.mark.parametrize(
    ("title", "heading", "lead", "body"),
    [
        ("Raadsvoorstel", "Voorstel", "Het college stelt voor:", "raad"),
        ("Raadsvoorstel", "Voorstel", "Het college stelt de raad voor:", "raad"),
        ("Raadsvoorstel", "Beslispunten", "", "raad"),
        ("Collegevoorstel", "Besluit", "Het college besluit:", "college"),
        ("Collegevoorstel", "Beslispunten", "", "college"),
        ("Advies aan B en W", "Te nemen besluit", "", "college"),
        ("Voorstel", "Besluit", "De burgemeester besluit:", "burgemeester"),
        ("Collegevoorstel", "Aan de raad voor te stellen", "", "raad"),
    ],
)
def test_the_body_follows_from_lead_in_heading_or_title(title: str, heading: str, lead: str, body: str) -> None:
    document = read(
        bold(title, 16),
        "Zaaknummer: 12",
        "Steller: P. Jansen",
        styled(heading),
        *([lead] if lead else []),
        f"1. {ONE}",
        styled("Inleiding"),
        PROSE,
    )
    assert [(point.text, point.body) for point in document.points] == [(ONE, body)]


def test_one_document_can_ask_more_than_one_body() -> None:
    document = read(
        bold("Collegevoorstel", 16),
        styled("Ter besluitvorming door het college"),
        f"1. {ONE}",
        styled("Aan de raad voor te stellen"),
        f"1. {TWO}",
        styled("Inleiding"),
        PROSE,
    )
    assert [(point.number, point.body) for point in document.points] == [("1", "college"), ("1", "raad")]


def test_a_line_for_another_body_inside_the_list_changes_the_body() -> None:
    document = read(
        bold("Collegevoorstel", 16),
        styled("Besluit"),
        f"1. {ONE}",
        "Beslispunt burgemeester:",
        f"1. {TWO}",
        styled("Inleiding"),
        PROSE,
    )
    assert [(point.text, point.body) for point in document.points] == [(ONE, "college"), (TWO, "burgemeester")]


def test_a_sentence_in_the_text_is_no_heading_where_one_announces_the_points() -> None:
    document = _read(
        styled("Beslispunten"), f"1. {ONE}", styled("Inleiding"), PROSE, "Wij stellen daarom voor:", item("de weg te sluiten")
    )
    assert [point.text for point in document.points] == [ONE]
    assert [heading for heading, _ in headings(document)][1:] == ["Beslispunten", "Inleiding", "Communicatie"]


def test_paragraphs_with_a_typed_number_become_items_of_their_section() -> None:
    document = _read(styled("Beslispunten"), f"1. {ONE}")
    block = next(one for one in document.sections if one.role == "beslispunten").blocks[0]
    assert (block.kind, block.number, block.text.strip()) == (BlockKind.ITEM, "1.", ONE)


def test_a_second_title_with_a_list_below_it_announces_the_points() -> None:
    document = read(
        styled("Raadsvoorstel"),
        styled("Voorstel aan de raad"),
        item("De nota Sport 2027 vast te stellen.", "1."),
        styled("Financiën"),
        para(PROSE),
    )
    assert [point.text for point in document.points] == ["De nota Sport 2027 vast te stellen."]


DECISIONS = [
    item("Te zorgen voor toiletten in alle kernen.", "1."),
    item("Het college op te dragen een plan uit te werken.", "2."),
    item("Hiervoor € 75.000 op te nemen.", "3."),
]


@pytest.mark.parametrize("heading", ["Wat wij voorstellen", "Wat we willen", "Wat er moet gebeuren"])
def test_where_nothing_else_announces_them_a_list_of_nothing_but_decisions_holds_the_points(heading: str) -> None:
    document = read(styled("Inleiding"), para(PROSE), styled(heading), *DECISIONS, styled("Kosten"), para(PROSE))
    assert [point.number for point in document.points] == ["1", "2", "3"]


def test_beside_a_heading_for_the_points_such_a_list_holds_none() -> None:
    document = read(
        styled("Beslispunten"), item(ONE, "1."), styled("Wat wij voorstellen"), *DECISIONS, styled("Kosten"), para(PROSE)
    )
    assert [point.text for point in document.points] == [ONE]


def test_a_list_that_tells_other_things_as_well_holds_no_points() -> None:
    mixed = [*DECISIONS, item("Ouderen blijven anders thuis.", "4.")]
    document = read(styled("Inleiding"), para(PROSE), styled("Wat we willen"), *mixed, styled("Kosten"), para(PROSE))
    assert not document.points


@pytest.mark.parametrize(
    "lead",
    [
        "Wij stellen u voor:",
        "Gelet op het voorgaande stelt het college de raad voor om:",
        "Burgemeester en wethouders stellen de raad voor te besluiten:",
        "Daarom vragen wij u:",
    ],
)
def test_a_sentence_inside_a_section_announces_the_points(lead: str) -> None:
    point = item("De nota Sport 2027 vast te stellen.", "1.")
    document = read(styled("Inleiding"), para(PROSE), para(lead), point, styled("Financiën"), para(PROSE))
    assert [point.text for point in document.points] == ["De nota Sport 2027 vast te stellen."]


def test_a_number_that_refers_to_a_law_or_attachment_is_no_new_point() -> None:
    law = "1. De geheimhouding op te heffen op grond van artikel 89, lid 2. van de Gemeentewet."
    document = read(
        styled("Beslispunten"),
        para(law),
        para("2. De stukken in bijlage 1. en bijlage 2. openbaar te maken."),
        styled("Inleiding"),
        para(PROSE),
    )
    assert [point.text[:13] for point in document.points] == ["De geheimhoud", "De stukken in"]


def test_roman_numbers_are_a_list_of_their_own() -> None:
    lines = (
        "I. De nota vast te stellen.",
        "II. Het krediet te verlenen.",
        "III. De begroting te wijzigen.",
        "IV. Dit te melden.",
    )
    document = read(bold("Raadsvoorstel", 16), bold("Besluit"), *map(para, (*lines, "V. Het besluit bekend te maken.")))
    assert [point.number for point in document.points] == ["I", "II", "III", "IV", "V"]


@pytest.mark.parametrize(
    "numbers",
    [
        ("Besluit 1:", "Besluit 2:"),
        ("Punt 1 –", "Punt 2 –"),
        ("1°.", "2°."),
        ("1 –", "2 –"),
        ("1a.", "1b."),
    ],
)
def test_a_number_may_be_written_in_many_ways(numbers: tuple[str, str]) -> None:
    lines = (f"{number} {text}" for number, text in zip(numbers, (ONE, TWO), strict=True))
    document = read(styled("Beslispunten"), *map(para, lines), styled("Inleiding"), para(PROSE))
    assert [point.text for point in document.points] == [ONE, TWO]


def test_bold_words_before_each_point_are_no_headings() -> None:
    points = [para(f"Nota. {ONE}", number="1.", lead="Nota."), para(f"Krediet. {TWO}", number="2.", lead="Krediet.")]
    document = read(styled("Beslispunten"), *points, styled("Inleiding"), para(PROSE))
    assert [point.text for point in document.points] == [f"Nota. {ONE}", f"Krediet. {TWO}"]


def test_names_below_the_last_sentence_are_no_points() -> None:
    document = read(
        styled("Inleiding"), para(PROSE), styled("Voorstel"), para(ONE), para("Marieke Dubbeldam"), para("fractie SP")
    )
    assert [point.text for point in document.points] == [ONE]


def test_a_last_decision_without_a_full_stop_is_one() -> None:
    document = read(styled("Inleiding"), para(PROSE), styled("Voorstel"), para(ONE), para(TWO.rstrip(".")))
    assert [point.text for point in document.points] == [ONE, TWO.rstrip(".")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Daarom stellen wij u voor de behandeling van het voorstel aan te houden.",
        "Gelet op het vorenstaande geven wij u in overweging de pastorie te verkopen.",
        "Onze fractie stelt voor dat de raad besluit de gemeente aan te melden.",
        "Voorgesteld wordt om de brug te vernieuwen.",
        "Burgemeester en wethouders stellen de raad voor de brug te vernieuwen.",
    ],
)
def test_where_no_points_are_listed_a_sentence_asks_the_decision(sentence: str) -> None:
    document = read(
        styled("Raadsvoorstel"), styled("Inleiding"), para(f"Het plan is klaar. {sentence}"), styled("Kosten"), para(PROSE)
    )
    assert [(point.number, point.text) for point in document.points] == [("1", sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Wij verzoeken u deze brief voor kennisgeving aan te nemen.",
        "Wij vragen u hiervan kennis te nemen.",
        "Wij vragen u deze informatie te betrekken bij de begroting.",
    ],
)
def test_a_letter_that_informs_asks_no_decision(sentence: str) -> None:
    document = read("Geachte raad,", para(f"Met deze brief informeren wij u over de opvang. {sentence}"), "Hoogachtend,")
    assert not document.points


def test_beside_listed_points_such_a_sentence_is_none() -> None:
    document = read(
        styled("Beslispunten"), item(ONE, "1."), styled("Inleiding"), para("Daarom stellen wij u voor dit zo te doen.")
    )
    assert [point.text for point in document.points] == [ONE]


def test_letters_in_a_sentence_may_be_joined_by_en() -> None:
    text = "Wij vragen u om: a. de nota vast te stellen, b. het krediet te verlenen en c. de begroting te wijzigen."
    assert len(read(bold("Raadsvoorstel", 16), bold("Voorstel"), para(text)).points) == 3


def test_a_proposal_without_points_has_those_of_its_draft_decree() -> None:
    decree = (
        bold("Raadsbesluit", breaks_page=True), "De raad van de gemeente Dijkstad;", "gelezen het voorstel van het college;",
        "besluit:", item("De nota vast te stellen.", "1."), item("De begroting te wijzigen.", "2."),
    )  # fmt: skip
    document = read(bold("Raadsvoorstel", 16), bold("Inleiding"), PROSE, bold("Financiën"), PROSE, *decree)
    assert [(point.number, point.part) for point in document.points] == [("1", "voorstel"), ("2", "voorstel")]
    assert not document.besluit


NOTED = word.paragraph(runs=word.run(ONE) + '<w:r><w:footnoteReference w:id="1"/></w:r>')


@pytest.mark.parametrize(
    "points",
    [
        NOTED + word.paragraph(TWO),
        word.control(NOTED + word.paragraph(TWO)),
        word.control(NOTED) + word.control(word.paragraph(TWO)),
        word.table(word.row("1.", word.control(word.cell(NOTED))), word.row("2.", TWO)),
    ],
)
def test_a_footnote_in_a_point_of_a_word_file_is_no_point(points: str) -> None:
    body = word.paragraph("Raadsvoorstel") + word.paragraph("Beslispunten") + points + word.paragraph("Inleiding")
    notes = word.part("footnotes", f'<w:footnote w:id="1">{word.paragraph("Zie het besluit van 3 mei 2025.")}</w:footnote>')
    document = understand(read_bytes(word.docx(body + word.paragraph(PROSE), footnotes=notes), "voorstel.docx"), vocabulary())
    assert [(point.number, point.text) for point in document.points] == [("1", ONE), ("2", TWO)]


@pytest.mark.parametrize("origin", [Origin.FOOTNOTE, Origin.ENDNOTE])
def test_a_note_between_points_is_no_point(origin: Origin) -> None:
    points = (item(ONE, "1."), note("Zie het besluit van 3 mei 2025.", "1", origin), item(TWO, "2."))
    document = read(styled("Beslispunten"), *points, styled("Inleiding"), PROSE)
    assert [(point.number, point.text) for point in document.points] == [("1", ONE), ("2", TWO)]


@pytest.mark.parametrize(
    "title", ["Voorstel voor burgemeester en wethouders", "Nota voor het college", "Advies aan b en w", "Voorstel voor b&w"]
)
def test_a_title_that_says_for_whom_it_is_tells_who_decides(title: str) -> None:
    document = read(
        bold(title, 16), "Onderwerp: Convenant wonen", bold("Gevraagd besluit"), "1. Het convenant wonen aan te gaan."
    )
    assert [point.body for point in document.points] == ["college"]


@pytest.mark.parametrize("title", ["Besluit van de raad", "Raadsbesluit", "Besluit"])
def test_what_stands_above_the_word_besluit_is_not_decided(title: str) -> None:
    grounds = "De raad van Veenwijk,\ngelezen het voorstel van 8 december 2026;\ngelet op artikel 2.4 van de Omgevingswet;"
    document = read(
        bold("Raadsvoorstel", 16),
        styled("Beslispunten"),
        f"1) {ONE}",
        styled("Inleiding"),
        PROSE,
        para(title, breaks_page=True, size=16),
        grounds,
        "BESLUIT",
        f"1) {ONE}",
    )
    assert [point.text for point in document.besluit] == [ONE]
