"""The head of a document is read in all the ways in which municipalities write it down."""

from __future__ import annotations

import pytest

from toets.model.document import Block

from .build import PROSE, bold, fields, headings, item, para, read, styled, table

WANTED = {
    "portefeuillehouder": "J.W. Kooijman",
    "steller": "mw. T. de Leeuw",
    "zaaknummer": "2025-56",
    "datum_raad": "3 juli 2025",
}
LABELS = ("Portefeuillehouder", "Steller", "Zaaknummer", "Datum raad")
VALUES = tuple(WANTED.values())
PAIRS = tuple(zip(LABELS, VALUES, strict=True))

FORMS: dict[str, list[Block | str]] = {
    "label: value, a line each": [f"{label}: {value}" for label, value in PAIRS],
    "with a space before the colon": [f"{label} : {value}" for label, value in PAIRS],
    "all on one line": [" ".join(f"{label}: {value}" for label, value in PAIRS)],
    "soft line breaks": ["\n".join(f"{label}: {value}" for label, value in PAIRS)],
    "bold labels": [para(f"{label}: {value}", lead=f"{label}:") for label, value in PAIRS],
    "label and value without a sign": [f"{label} {value}" for label, value in PAIRS],
    "tabs": [f"{label}\t{value}" for label, value in PAIRS],
    "label glued to value": [f"{label}{value[:1].upper()}{value[1:]}" for label, value in PAIRS],
    "label above value": [line for pair in PAIRS for line in pair],
    "label above value that starts with a colon": [line for label, value in PAIRS for line in (label, f": {value}")],
    "all labels, then all values": [*LABELS, *VALUES],
    "labels, colons, values": [*LABELS, ":", ":", ":", ":", *VALUES],
    "two labels, two values": [*LABELS[:2], *VALUES[:2], *LABELS[2:], *VALUES[2:]],
    "table of two columns": [table(PAIRS)],
    "table of two columns with colons": [table([(f"{label}:", value) for label, value in PAIRS])],
    "table with a column of colons": [table([(label, ":", value) for label, value in PAIRS])],
    "table of four columns": [table([(*PAIRS[0], *PAIRS[1]), (*PAIRS[2], *PAIRS[3])])],
    "row of labels above row of values": [table([LABELS[:2], VALUES[:2], LABELS[2:], VALUES[2:]])],
    "label and value in one cell": [table([[f"{a}: {b}", f"{c}: {d}"] for (a, b), (c, d) in (PAIRS[:2], PAIRS[2:])])],
    "label and value in one cell without a sign": [
        table([[f"{a} {b}", f"{c} {d}"] for (a, b), (c, d) in (PAIRS[:2], PAIRS[2:])])
    ],
    "on one line with bars, two without a colon": [
        f"Portefeuillehouder: {VALUES[0]} | Steller: {VALUES[1]} | Zaaknummer {VALUES[2]} | Raad {VALUES[3]}"
    ],
    "label, tab, value, tab, label, tab, value": [
        "\t".join([*PAIRS[0], *PAIRS[1]]),
        "\t".join([*PAIRS[2], " ".join(PAIRS[3])]),
    ],
    "behind dashes, without a sign": [f"Datum raad {VALUES[3]} – Zaaknummer {VALUES[2]}", *(f"{a}: {b}" for a, b in PAIRS[:2])],
    "bold labels in one table with the sections": [
        table([*((bold(label), value) for label, value in PAIRS), (bold("Inleiding"), PROSE), (bold("Financiën"), PROSE)])
    ],
    "one cell with all labels, one with all values": [
        table([[[para(label) for label in LABELS], [para(value) for value in VALUES]]])
    ],
    "invisible characters": [table([(f"\ufeff{label}\u200b", value) for label, value in PAIRS])],
}


@pytest.mark.parametrize("form", FORMS)
def test_the_head_is_read_in_every_form(form: str) -> None:
    sections: list[Block | str] = [] if "sections" in form else [bold("Inleiding"), PROSE, bold("Financiën"), PROSE]
    document = read(bold("Raadsvoorstel", 16), *FORMS[form], *sections)
    found = {name: value.lower() for name, value in fields(document).items()}
    assert found == {name: value.lower() for name, value in WANTED.items()}
    assert [heading for heading, _ in headings(document)] == ["Raadsvoorstel", "Inleiding", "Financiën"]


def test_a_missing_value_is_left_open_where_it_fits_worst() -> None:
    document = read(
        bold("Raadsvoorstel", 16),
        *LABELS,
        ":",
        ":",
        ":",
        ":",
        "J.W. Kooijman",
        "2025-56",
        "3 juli 2025",
        bold("Inleiding"),
        PROSE,
    )
    assert fields(document) == WANTED | {"steller": ""}


@pytest.mark.parametrize(
    "head",
    [
        [table([("Zaaknummer", "12"), ("Adviseur", ""), ("Datum raad", "3 juli 2025")])],
        ["Zaaknummer: 12", "Adviseur:", "Datum raad: 3 juli 2025"],
        [table([("Zaaknummer", "12"), ("Adviseur", "\u200b"), ("Datum raad", "3 juli 2025")])],
    ],
)
def test_an_empty_value_is_kept(head: list[Block | str]) -> None:
    document = read(bold("Raadsvoorstel", 16), *head, bold("Inleiding"), PROSE)
    assert fields(document) == {"zaaknummer": "12", "steller": "", "datum_raad": "3 juli 2025"}


NAMES = {
    "Port.houder": "portefeuillehouder",
    "Verantwoordelijk wethouder": "portefeuillehouder",
    "Behandelend ambtenaar": "steller",
    "Steiler": "steller",
    "OPSTELLER / UITVOERING REGELING": "steller",
    "Reg.nr.": "zaaknummer",
    "BW-nummer": "zaaknummer",
    "Ons kenmerk": "kenmerk",
    "Datum B&W": "datum_college",
    "Raadsvergadering": "datum_raad",
    "Beeldvormende avond": "datum_commissie",
    "Commissie Fysiek": "commissie",
    "Programma/beleidsveld": "programma",
    "Openbaar/Vertrouwelijk": "openbaarheid",
    "Soort bevoegdheid": "soort_bevoegdheid",
    "Doorkiesnr.": "telefoon",
    "Aantal bijlagen": "bijlagen",
    "Staat op LTA": "relatie",
}


@pytest.mark.parametrize("label", NAMES)
def test_a_label_names_its_field(label: str) -> None:
    document = read(bold("Raadsvoorstel", 16), table([(label, "waarde"), ("Agendapunt", "7"), ("Status", "ter besluitvorming")]))
    assert document.metadata[0].field == NAMES[label]
    assert (document.metadata[0].label, document.metadata[0].value) == (label, "waarde")


def test_a_letter_block_is_read() -> None:
    document = read("uw brief van", "uw kenmerk", "ons kenmerk", "12 mei 2025", "AB/12", "Z-24/190", "Geachte raad,", PROSE)
    assert [(field.label, field.value) for field in document.metadata] == [
        ("uw brief van", "12 mei 2025"),
        ("uw kenmerk", "AB/12"),
        ("ons kenmerk", "Z-24/190"),
    ]


def test_a_field_points_to_its_value() -> None:
    document = read(bold("Raadsvoorstel", 16), "Zaaknummer: 2025-56", "Steller: P. Jansen", bold("Inleiding"), PROSE)
    place = document.metadata[0].location
    assert place.paragraph == 1
    assert document.source.blocks[1].text[place.start : place.end] == "2025-56"


def test_a_heading_onderwerp_stays_a_heading() -> None:
    document = read(styled("Onderwerp"), "Verordening leerlingenvervoer", styled("Inleiding"), PROSE)
    assert headings(document) == [("Onderwerp", "onderwerp"), ("Inleiding", "aanleiding")]
    assert document.subject == "Verordening leerlingenvervoer"


def test_a_lead_onderwerp_below_plain_fields_is_a_heading() -> None:
    document = read(
        bold("Collegeadvies", 16),
        "Registratienr.: 24.20117",
        "Afdeling: Beheer",
        para("Onderwerp: het nieuwe bestek", lead="Onderwerp:"),
        para(f"Toelichting: {PROSE}", lead="Toelichting:"),
    )
    assert [heading for heading, _ in headings(document)] == ["Collegeadvies", "Onderwerp:", "Toelichting:"]
    assert document.subject == "het nieuwe bestek"


def test_prose_with_a_colon_is_no_field() -> None:
    document = read(
        styled("Argumenten"),
        "Voor: met een hogere grens bereiken we meer mensen.",
        "Tegen: het kost geld.",
        styled("Vervolg"),
        PROSE,
    )
    assert document.metadata == ()


def test_a_table_below_a_heading_is_no_head() -> None:
    document = read(
        styled("Planning"), table([("College", "3 juni 2025"), ("Commissie", "17 juni 2025"), ("Raad", "3 juli 2025")])
    )
    assert document.metadata == ()


@pytest.mark.parametrize(
    ("blocks", "subject"),
    [
        ([bold("Raadsvoorstel", 16), "Onderwerp: De molen", "Steller: P. Jansen"], "De molen"),
        ([bold("Raadsvoorstel: de molen herleeft", 16), "Zaaknummer: 12", "Steller: P. Jansen"], "de molen herleeft"),
        ([bold("Nieuwe wieken voor de molen", 16), "Zaaknummer: 12", "Steller: P. Jansen"], "Nieuwe wieken voor de molen"),
        ([bold("Raadsvoorstel RV23.061", 16), "Zaaknummer: 12", "Steller: P. Jansen"], ""),
        ([bold("Raadsvoorstel begraafplaatsen", 16), "Steller: P. Jansen"], "begraafplaatsen"),
        ([bold("Raadsvoorstel definitief", 16), "Steller: P. Jansen"], ""),
        ([bold("Raadsvoorstel Lindenwaard", 16), "Steller: P. Jansen"], ""),
        ([bold("Raadsvoorstel nr. 2026-88", 16), "Zaaknummer: 12", "Steller: P. Jansen"], ""),
        ([bold("Raadsvoorstel", 16), bold("De molen herleeft", 13), "Zaaknummer: 12", "Steller: P. Jansen"], "De molen herleeft"),
        ([bold("Raadsvoorstel", 16), "Zaaknummer: 12", "Steller: P. Jansen", bold("De molen herleeft")], "De molen herleeft"),
        ([bold("Raadsvoorstel", 16), "Steller: P. Jansen", bold("Hoe de molen draait"), PROSE], ""),
        ([bold("Gemeente De Molenmeer"), bold("Raadsvoorstel de molen herleeft", 16), "Steller: P. Jansen"], "de molen herleeft"),
        ([bold("Collegeadvies", 16), bold("Onderwerp"), "De molen herleeft", "☒ openbaar  ☐ niet openbaar"], "De molen herleeft"),
    ],
)
def test_the_subject_comes_from_the_head_or_the_title(blocks: list[Block | str], subject: str) -> None:
    assert read(*blocks, bold("Inleiding"), PROSE).subject == subject


@pytest.mark.parametrize(
    ("title", "furniture", "wanted"),
    [
        ("Raadsvoorstel RV23.061", (), "Raadsvoorstel"),
        ("VOORSTEL AAN DE RAAD", (), "VOORSTEL AAN DE RAAD"),
        ("Openbare besluitenlijst college van 20 januari", (), "Openbare besluitenlijst college"),
        ("Raadsinformatiebrief", (), "Raadsinformatiebrief"),
        ("Nieuwe wieken voor de molen", ("Raadsvoorstel nieuwe wieken", "pagina 1 van 7"), "Raadsvoorstel"),
        ("Nieuwe wieken voor de molen", ("Gemeente Maasvoort - raadsvoorstel",), "raadsvoorstel"),
        ("Nieuwe wieken voor de molen", ("Raadsvoorstel · Maasvoort",), "Raadsvoorstel"),
        ("Nieuwe wieken voor de molen", (), "Nieuwe wieken voor de molen"),
    ],
)
def test_the_title_is_the_kind_as_the_document_names_itself(title: str, furniture: tuple[str, ...], wanted: str) -> None:
    assert read(bold(title, 16), "Zaaknummer: 12", bold("Inleiding"), PROSE, furniture=furniture).title == wanted


def test_a_title_tells_the_subject_before_what_runs_below_all_pages() -> None:
    lines: list[Block | str] = [
        bold("Raadsvoorstel", 20),
        bold("Integraal Huisvestingsplan", 16),
        "Zaaknummer: 12",
        bold("Inleiding"),
        PROSE,
    ]
    assert read(*lines, furniture=("Raadsvoorstel IHP Hoogmeer – pagina 1",)).subject == "Integraal Huisvestingsplan"
    assert read(*lines[:1], *lines[2:], furniture=("Raadsvoorstel IHP Hoogmeer – pagina 1",)).subject == "IHP Hoogmeer"


def test_a_day_in_the_head_is_no_title() -> None:
    head: list[Block | str] = [
        styled("Evenementennota 2026-2030"),
        "Raadsvergadering: 18 december 2025",
        "Collegebesluit: 4 november 2025",
    ]
    document = read(*head, styled("Beslispunten"), "1. De Evenementennota 2026-2030 vast te stellen.")
    assert (document.title, [point.body for point in document.points]) == ("Evenementennota 2026-2030", ["raad"])


def test_fields_below_the_text_are_found_where_they_stand_together() -> None:
    document = read(styled("Inleiding"), PROSE, styled("Vervolg"), PROSE, "Portefeuillehouder Jansen", "BeleidsvrijheidRuim")
    assert fields(document) == {"portefeuillehouder": "Jansen", "beleidsvrijheid": "Ruim"}


def test_a_head_of_four_columns_that_opens_with_the_subject_holds_no_headings() -> None:
    document = read(
        styled("Raadsvoorstel"),
        table(
            [["Onderwerp", "Omgevingsplan", "Zaaknummer", "Z-12"], ["Portefeuillehouder", "A. Bos", "Openbaarheid", "openbaar"]]
        ),
        styled("Inleiding"),
        para(PROSE),
    )
    found = {item.field: item.value for item in document.metadata}
    assert (found["onderwerp"], found["zaaknummer"], found["openbaarheid"]) == ("Omgevingsplan", "Z-12", "openbaar")
    assert headings(document) == [("Raadsvoorstel", "kop"), ("Inleiding", "aanleiding")]


def test_a_title_that_reads_as_a_section_leaves_the_head_below_it() -> None:
    document = read(
        styled("Voorstel: een ondersteuner bij elke huisarts"),
        table([("Zaak", "2025/7713"), ("Besluit college", "26 augustus 2025"), ("Geschreven door", "T. Lalleman")]),
        styled("Wat besluit u?"),
        PROSE,
    )
    assert [field.field for field in document.metadata if field.field != "onderwerp"] == [
        "zaaknummer",
        "datum_college",
        "steller",
    ]


def test_a_short_row_about_the_procedure_among_fields_is_a_field() -> None:
    document = read(styled("Collegevoorstel"), table([*PAIRS, ("OR", "niet van toepassing")]), styled("Inleiding"), PROSE)
    assert "OR" not in [heading for heading, _ in headings(document)]


def test_a_name_that_looks_like_a_label_is_a_value() -> None:
    head = table([("Behandelend ambtenaar", "G. van Nispen, planeconoom"), ("Vertrouwelijke stukken", "bijlage 2 en 3")])
    document = read(styled("Raadsvoorstel"), head, styled("Inleiding"), PROSE)
    assert fields(document)["steller"] == "G. van Nispen, planeconoom"


def test_a_head_of_four_columns_ends_with_the_procedure() -> None:
    head = table([(*PAIRS[0], *PAIRS[1]), ("Openbaarheid", "openbaar", "Ondernemingsraad", "nee")])
    document = read(styled("Collegevoorstel"), head, styled("Inleiding"), PROSE)
    assert [heading for heading, _ in headings(document)] == ["Collegevoorstel", "Inleiding"]


@pytest.mark.parametrize("number", ["2024-037", "RV24.118", "Z/22/041877"])
def test_a_number_beside_the_name_of_a_heading_is_that_of_the_paper(number: str) -> None:
    head = table([("Voorstel", number), ("Portefeuillehouder", "wethouder De Wit"), ("Datum raad", "3 juli 2025")])
    document = read(bold("Nota Groen", 16), head, bold("Voorgesteld besluit"), "1. De nota Groen vast te stellen.")
    assert fields(document)["zaaknummer"] == number
    assert "Voorstel" not in dict(headings(document))
    assert len(document.points) == 1


def test_behind_a_wide_gap_an_unknown_label_is_one_too() -> None:
    document = read(
        styled("Raadsvoorstel"), "Steller: R. Brouns   OR: n.v.t.", "Zaaknummer: 2025-56", styled("Inleiding"), para(PROSE)
    )
    assert fields(document)["steller"] == "R. Brouns"


def test_a_row_of_labels_may_hold_unknown_ones() -> None:
    rows = [("Nummer", "Kring van", "Opsteller"), ("2024/58", "27 juni 2024", "R. Heemskerk")]
    found = fields(read(styled("Raadsvoorstel"), table(rows), styled("Inleiding"), para(PROSE)))
    assert (found["zaaknummer"], found["steller"]) == ("2024/58", "R. Heemskerk")


def test_labels_that_are_also_names_of_sections_stay_in_the_head() -> None:
    rows = [
        ("Nummer", "RV 2026-014"),
        ("Besluiten", "Raad 5 maart 2026"),
        ("Wethouder", "P. van der Zalm"),
        ("Steller", "L. Hendrikx"),
    ]
    document = read(
        bold("Raadsvoorstel", 16), table([(bold(label), value) for label, value in rows]), styled("Inleiding"), para(PROSE)
    )
    assert "Besluiten" not in [section.heading for section in document.sections]
    assert fields(document)["steller"] == "L. Hendrikx"


def test_a_colon_in_a_value_behind_a_tab_opens_no_label() -> None:
    head = "Onderwerp:\tZwembad De Plons: keuze van een variant"
    document = read(bold("Raadsvoorstel", 16), head, "Steller:\tT. de Leeuw", bold("Inleiding"), PROSE)
    assert fields(document) == {"onderwerp": "Zwembad De Plons: keuze van een variant", "steller": "T. de Leeuw"}


def test_for_whom_and_when_stand_in_two_cells() -> None:
    head = table([["Aan de gemeenteraad", "Vergadering 12 maart 2026"], ["Voorstelnummer 2026-019", "Agendapunt 7a"]])
    found = fields(read(bold("Raadsvoorstel", 16), head, bold("Inleiding"), PROSE))
    assert found == {"aan": "de gemeenteraad", "vergadering": "12 maart 2026", "zaaknummer": "2026-019", "agendapunt": "7a"}


def test_a_label_of_two_words_keeps_the_value_beside_it() -> None:
    head = table([["Portefeuillehouder Financiën", "J. Kooijman"], ["Wethouder Wonen", "T. de Leeuw"]])
    document = read(bold("Raadsvoorstel", 16), head, bold("Inleiding"), PROSE)
    assert [field.value for field in document.metadata] == ["J. Kooijman", "T. de Leeuw"]


def test_the_head_of_a_proposal_behind_its_decree_is_read() -> None:
    decree: list[Block | str] = [
        "De raad van de gemeente Zandhoven;",
        "gelezen het voorstel van 17 maart 2026;",
        bold("besluit:"),
        "1. de naam vast te stellen.",
    ]
    head = ["Vergadering: 23 april 2026", "Portefeuillehouder: E. Postma", "Onderwerp: Straatnamen"]
    document = read(bold("Raadsbesluit"), *decree, bold("Raadsvoorstel", breaks_page=True), *head, bold("Inleiding"), PROSE)
    assert fields(document) == {"vergadering": "23 april 2026", "portefeuillehouder": "E. Postma", "onderwerp": "Straatnamen"}


def test_a_head_in_bold_stands_above_the_sections_of_one_table() -> None:
    names = ("Inleiding", "Beoogd effect", "Argumenten", "Kanttekeningen", "Financiën")
    points = (bold("Wat vragen wij"), [item("In te stemmen.", "1."), item("Te kiezen.", "2.")])
    above, below = [(bold(label), para(value)) for label, value in PAIRS], [(bold(name), para()) for name in names]
    document = read(bold("Raadsvoorstel", 16), table([*above, points, *below]), PROSE)
    assert fields(document) == WANTED
    assert [heading for heading, _ in headings(document)] == ["Raadsvoorstel", "Wat vragen wij", *names]


def test_a_table_of_fields_behind_the_last_section_is_read() -> None:
    head = table([("Portefeuillehouder", "L. Hofman"), ("Raadsvergadering", "26 februari 2026"), ("Steller", "T. Kok")])
    document = read(
        bold("Raadsvoorstel de brug", 16), bold("Inleiding"), PROSE, bold("Bijlagen"), "1. Raming", bold("Gegevens"), head
    )
    assert fields(document) == {"portefeuillehouder": "L. Hofman", "datum_raad": "26 februari 2026", "steller": "T. Kok"}
    assert [attachment.title for attachment in document.attachments] == ["Raming"]
