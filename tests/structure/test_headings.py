"""Headings are found in every form in which municipalities make them, and nothing else is taken for one."""

from __future__ import annotations

import pytest

from toets.model.document import Block, BlockKind, FoundBy, Look

from .build import PROSE, bold, headings, item, para, read, section, styled, table, texts, underlined


def _document(*made: Block | str) -> list[Block | str]:
    """A document in which the first and last heading are what is tried out."""
    return [bold("Raadsvoorstel", 16), *made]


FORMS: dict[str, tuple[list[Block | str], FoundBy | None]] = {
    "style": ([styled("Inleiding"), PROSE, styled("Argumenten"), PROSE], FoundBy.STYLE),
    "bold line": ([bold("Inleiding"), PROSE, bold("Argumenten"), PROSE], FoundBy.BOLD),
    "bold line with colon": ([bold("Inleiding:"), PROSE, bold("Argumenten :"), PROSE], FoundBy.BOLD),
    "capitals": ([para("INLEIDING"), PROSE, para("ARGUMENTEN"), PROSE], FoundBy.CAPITALS),
    "underlined": ([underlined("Inleiding"), PROSE, underlined("Argumenten:"), PROSE], FoundBy.BOLD),
    "larger": ([para("Inleiding", size=14), PROSE, para("Argumenten", size=14), PROSE], FoundBy.SIZE),
    "typed number": ([para("1. Inleiding"), PROSE, para("2. Argumenten"), PROSE], FoundBy.NUMBERING),
    "number without a dot": ([para("1 Inleiding"), PROSE, para("2 Argumenten"), PROSE], FoundBy.NUMBERING),
    "letter": ([para("a. Inleiding:"), PROSE, para("b. Argumenten:"), PROSE], FoundBy.NUMBERING),
    "list number": ([item("Inleiding", "1."), PROSE, item("Argumenten", "2."), PROSE], FoundBy.NUMBERING),
    "template table": ([table([["Inleiding", PROSE], ["Argumenten", PROSE]])], FoundBy.TABLE),
    "template of one row": (
        [table([[bold("Inleiding"), para(PROSE)]]), table([[bold("Argumenten"), para(PROSE)]])],
        FoundBy.TABLE,
    ),
    "numbered template": ([table([["1.", "Inleiding", PROSE], ["2.", "Argumenten", PROSE]])], FoundBy.TABLE),
    "one column table": ([table([[bold("Inleiding")], [PROSE], [bold("Argumenten")], [PROSE]])], FoundBy.BOLD),
    "bold lead": ([para(f"Inleiding {PROSE}", lead="Inleiding"), para(f"Argumenten {PROSE}", lead="Argumenten")], FoundBy.RUN_IN),
    "bold lead with colon": (
        [para(f"Inleiding: {PROSE}", lead="Inleiding:"), para(f"Argumenten: {PROSE}", lead="Argumenten")],
        FoundBy.RUN_IN,
    ),
    "plain, run in": ([para(f"Inleiding {PROSE}"), para(f"Argumenten: {PROSE}")], FoundBy.RUN_IN),
    "plain line": ([para("Inleiding"), PROSE, para("Argumenten"), PROSE], FoundBy.SENTENCE),
    "line break": ([bold("Inleiding\n"), PROSE, para(f"Argumenten\n{PROSE}")], None),
}


@pytest.mark.parametrize("form", FORMS)
def test_a_known_heading_is_found_in_every_form(form: str) -> None:
    made, by = FORMS[form]
    document = read(*_document(*made))
    found = [one for one in document.sections if one.role in ("aanleiding", "argumenten")]
    assert [one.role for one in found] == ["aanleiding", "argumenten"]
    assert all(PROSE[:40] in texts(one) for one in found)
    if by is not None:
        assert {one.found_by for one in found} == {by}


def test_a_styled_heading_with_a_line_break_is_one_heading() -> None:
    document = read(styled("Financiën\nen dekking"), PROSE, styled("Vervolg"), PROSE)
    assert headings(document) == [("Financiën en dekking", "middelen"), ("Vervolg", "uitvoering")]


def test_a_number_on_its_own_line_goes_with_the_heading_below_it() -> None:
    document = read(
        bold("Raadsvoorstel", 16), para("1)"), bold("Inleiding"), PROSE, para("2)"), bold("Advies"), "De nota vast te stellen."
    )
    assert headings(document)[1:] == [("1) Inleiding", "aanleiding"), ("2) Advies", "beslispunten")]
    assert "2)" not in texts(section(document, "1) Inleiding"))


def test_certain_headings_are_surer_than_looks_and_known_words_surer_than_unknown_ones() -> None:
    document = read(
        styled("Inleiding"),
        PROSE,
        bold("Argumenten"),
        PROSE,
        bold("Iets heel anders"),
        PROSE,
        para(f"Kosten: {PROSE}", lead="Kosten:"),
    )
    sure = {one.heading: one.sure for one in document.sections}
    assert sure["Inleiding"] > sure["Argumenten"] > sure["Iets heel anders"]
    assert all(0 < value <= 1 for value in sure.values())


ROLES = {
    "Inleiding/aanleiding": "aanleiding",
    "Financiële/personele/juridische gevolgen": "middelen",
    "Financiële, personele en juridische gevolgen": "middelen",
    "Communicatie, Bekendmaking en Inwonersparticipatie": "participatie",
    "Aanleiding en bestuurlijk kader": "aanleiding",
    "Uitvoering: Financiën": "middelen",
    "Uitvoering: juridisch kader": "mandaat",
    "Uitvoering: planning": "uitvoering",
    "Uitvoering: personeel en organisatie": "uitvoering",
    "Wat kost het?": "middelen",
    "Wat mag het kosten?": "middelen",
    "Hoe betalen we dit?": "middelen",
    "Wie hebben er meegedacht?": "participatie",
    "Hoe gaat het verder?": "uitvoering",
    "Wat gaan we daarvoor doen?": "uitvoering",
    "Hoe weten we of het werkt?": "evaluatie",
    "Wat vragen wij van de raad?": "beslispunten",
    "Waarom ligt dit voorstel nu voor?": "aanleiding",
    "Kosten, baten en dekking": "middelen",
    "Gevolgen voor de begroting van dit jaar": "middelen",
    "Kanttekeningen en risico’s": "kanttekeningen",
    "Beslispunt(en)": "beslispunten",
    "B E S L I S P U N T E N :": "beslispunten",
    "Waf mag het kosten?": "middelen",
    "Toelichtinq": "argumenten",
    "Rol yan de raad": "mandaat",
    "Advies adviesraad sociaal domein": "sociaal_domein",
    "Zorg en begeleiding": "sociaal_domein",
    "Klimaat en duurzaamheid": "duurzaamheid",
    "Wettelijke grondslag": "mandaat",
    "Bestuurlijk kader": "kader",
    "Ter inzage liggende stukken": "bijlagen",
    "Wat kan er tegenvallen en wat kozen we niet?": "kanttekeningen",
    "Wat kozen we niet en waarom?": "alternatieven",
    "Wie doet wat?": "uitvoering",
    "Wanneer gaan we beginnen?": "uitvoering",
    "Wat merken inwoners ervan?": "beoogd_effect",
    "Mogen wij dit besluiten?": "mandaat",
    "Waar betalen we het van?": "middelen",
    "Hoe houden we de vinger aan de pols?": "evaluatie",
    "Wat deden we met de reacties?": "participatie",
    "Hoe leggen we het uit?": "communicatie",
    "Het verhaal van de molen": "overig",
}


@pytest.mark.parametrize("heading", ROLES)
def test_a_heading_gives_its_section_a_role(heading: str) -> None:
    document = read(bold("Raadsvoorstel", 16), bold("Samenvatting"), PROSE, bold(heading), PROSE)
    assert section(document, heading).role == ROLES[heading]


def test_the_title_is_a_section_with_the_role_kop() -> None:
    for title in ("Raadsvoorstel", "VOORSTEL AAN DE RAAD", "Raadsvoorstel RV23.061", "Raadsvoorstel: Minimabeleid 2024-2027"):
        document = read(
            bold(title, 16), para("Zaaknummer: 12"), para("Steller: P. Jansen"), bold("Beslispunten"), "De nota vast te stellen."
        )
        assert headings(document)[0] == (title, "kop")


def test_text_before_the_first_heading_is_a_section_without_one() -> None:
    document = read("Gemeente Maasvoort", bold("Inleiding"), PROSE)
    assert (document.sections[0].heading, document.sections[0].role) == ("", "kop")


def test_arguments_have_the_role_of_the_heading_above_them() -> None:
    document = read(
        styled("Argumenten"),
        styled("1.1 De kosten dalen", 2),
        PROSE,
        styled("Kanttekeningen"),
        styled("1.1 Duurzaamheid", 2),
        PROSE,
    )
    assert [role for _, role in headings(document)] == ["argumenten", "argumenten", "kanttekeningen", "kanttekeningen"]


def test_bold_arguments_straight_below_argumenten_belong_to_it() -> None:
    document = read(
        bold("Inleiding"),
        PROSE,
        bold("Argumenten"),
        bold("De visie past bij de streek"),
        PROSE,
        bold("Het geld is er"),
        PROSE,
        bold("Financiën"),
        PROSE,
        bold("De molen"),
        PROSE,
    )
    assert [role for _, role in headings(document)] == [
        "aanleiding",
        "argumenten",
        "argumenten",
        "argumenten",
        "middelen",
        "overig",
    ]


def test_a_topic_below_the_risks_is_a_risk_if_it_has_a_section_elsewhere() -> None:
    risks: list[Block | str] = [styled("Kanttekeningen"), styled("Kosten", 2), PROSE, styled("Planning", 2), PROSE]
    found = dict(headings(read(styled("Inleiding"), PROSE, *risks, styled("Financiën"), PROSE)))
    assert (found["Kosten"], found["Planning"]) == ("kanttekeningen", "uitvoering")


def test_a_name_of_its_own_below_the_explanation_gives_another_role() -> None:
    document = read(
        styled("4. Toelichting"),
        styled("4.1 Aanleiding", 2),
        PROSE,
        styled("4.2 Financiën", 2),
        PROSE,
        styled("4.3 De molen", 2),
        PROSE,
    )
    assert [role for _, role in headings(document)] == ["argumenten", "aanleiding", "middelen", "argumenten"]


def test_an_unknown_line_is_a_heading_if_it_looks_like_the_known_ones() -> None:
    document = read(bold("Inleiding"), PROSE, bold("Wat wij in de wijk zagen"), PROSE, bold("Financiën"), PROSE)
    assert [heading for heading, _ in headings(document)] == ["Inleiding", "Wat wij in de wijk zagen", "Financiën"]


def test_unknown_underlined_lines_are_headings_below_bold_ones() -> None:
    document = read(bold("Argumenten"), PROSE, underlined("Wat wij in de wijk zagen"), PROSE, bold("Financiën"), PROSE)
    assert [(one.heading, one.role, one.level) for one in document.sections] == [
        ("Argumenten", "argumenten", 1), ("Wat wij in de wijk zagen", "argumenten", 2), ("Financiën", "middelen", 1),
    ]  # fmt: skip


def test_where_most_text_is_underlined_it_means_nothing() -> None:
    document = read(bold("Inleiding"), *(underlined(f"Punt {at} van de wijk {PROSE[:60]}") for at in range(4)), bold("Kosten"))
    assert [heading for heading, _ in headings(document)] == ["Inleiding", "Kosten"]


def test_an_unknown_lead_is_a_heading_where_headings_are_leads() -> None:
    document = read(
        para(f"Inleiding {PROSE}", lead="Inleiding"),
        para(f"Wat wij zagen {PROSE}", lead="Wat wij zagen"),
        para(f"Kosten {PROSE}", lead="Kosten"),
    )
    assert [heading for heading, _ in headings(document)] == ["Inleiding", "Wat wij zagen", "Kosten"]


def _dotted(*between: Block | str) -> list[tuple[str, str]]:
    names = ("Inleiding.", "Beoogd effect.", "Financiën.", "Communicatie.")
    first, second, *rest = (para(f"{name} {PROSE}", lead=name) for name in names)
    return headings(read(first, second, *between, *rest))[2:-2]


def test_where_headings_run_in_with_a_full_stop_a_heading_without_text_has_one_too() -> None:
    claim = para(f"1.1 Het plan past bij de streek. {PROSE}", lead="1.1 Het plan past bij de streek.")
    assert _dotted(bold("Argumenten."), claim) == [
        ("Argumenten.", "argumenten"), ("1.1 Het plan past bij de streek.", "argumenten"),
    ]  # fmt: skip


def test_a_claim_that_runs_in_lies_below_the_arguments_before_it() -> None:
    claims = [para(f"{claim} {PROSE}", lead=claim) for claim in ("Het plan past bij de streek.", "De kosten zijn te dragen.")]
    found = _dotted(para(f"Argumenten. {PROSE}", lead="Argumenten."), *claims)
    assert [role for _, role in found] == ["argumenten"] * 3


def test_a_sentence_in_bold_is_no_heading_where_headings_run_in_with_a_full_stop() -> None:
    long = "Wij vinden dat het plan voor de molen, de sluis en de oever samen moet worden uitgevoerd."
    assert _dotted(bold("Dat is een mooi resultaat."), PROSE) == []
    assert _dotted(para(f"{long} {PROSE}", lead=long)) == []
    assert _dotted(para(f"1. De molen draait. {PROSE}", lead="1. De molen draait.")) == []


def test_a_bold_sentence_at_the_start_of_a_paragraph_is_no_heading_elsewhere() -> None:
    text = para(f"De molen draait. {PROSE}", lead="De molen draait.")
    assert headings(read(bold("Inleiding"), PROSE, text, bold("Financiën"), PROSE)) == [
        ("Inleiding", "aanleiding"), ("Financiën", "middelen"),
    ]  # fmt: skip


NOT_HEADINGS = {
    "a bold sentence": bold(
        "Wij stellen daarom voor dit plan in het najaar opnieuw met alle bewoners van de straat te bespreken."
    ),
    "a signature": bold("de secretaris, drs. P. Haan"),
    "a place and date": bold("Zevenhoek, 3 juni 2025"),
    "a caption": bold("Tabel 1: kosten per jaar"),
    "a bullet": Block(0, BlockKind.ITEM, "Communicatie", number="•", look=Look(bold=True)),
    "a line of contents": bold("Inleiding ............ 3"),
    "a bold word in text": para(f"Let op: {PROSE}", lead="Let op:"),
    "an amount": bold("€ 1.250.000"),
    "an address": bold("griffie@maasvoort.nl"),
}


@pytest.mark.parametrize(
    "text",
    [
        "Tegen Stichting De Brink loopt een zaak van de gemeente.",
        "Toegevoegd: artikel 3 over terrassen.",
        "Voor: minder regels en kortere wachttijden.",
    ],
)
def test_a_sentence_that_opens_with_a_common_word_is_no_heading(text: str) -> None:
    document = read(styled("Argumenten"), PROSE, text, styled("Financiën"), PROSE)
    assert [heading for heading, _ in headings(document)] == ["Argumenten", "Financiën"]


@pytest.mark.parametrize("what", NOT_HEADINGS)
def test_what_stands_out_is_not_always_a_heading(what: str) -> None:
    document = read(bold("Inleiding"), PROSE, NOT_HEADINGS[what], PROSE, bold("Financiën"), PROSE)
    assert [heading for heading, _ in headings(document)] == ["Inleiding", "Financiën"]


def test_items_of_a_list_are_not_headings_though_they_are_known_names() -> None:
    document = read(styled("Bijlagen"), item("Communicatieplan", "1."), item("Ontwerpbesluit", "2."), item("Planning", "3."))
    assert [heading for heading, _ in headings(document)] == ["Bijlagen"]


def test_cells_of_a_data_table_are_not_headings() -> None:
    costs = table([["Post", "Bedrag"], ["Communicatie", "€ 5.000"], ["Uitvoering", "€ 90.000"], ["Totaal", "€ 95.000"]])
    steps = table(
        [["Communicatie", "mei", "team Pers"], ["Uitvoering", "juni", "aannemer"], ["Evaluatie", "december", "college"]]
    )
    document = read(styled("Financiën"), costs, styled("Planning"), steps)
    assert [heading for heading, _ in headings(document)] == ["Financiën", "Planning"]
    assert [block.kind for block in section(document, "Planning").blocks] == [BlockKind.TABLE]


def test_decision_points_in_bold_are_not_headings() -> None:
    document = read(
        bold("Inleiding"),
        PROSE,
        bold("Beslispunten"),
        bold("1. De nota vast te stellen"),
        bold("2. Kennis te nemen van de brief"),
        bold("Financiën"),
        PROSE,
    )
    assert [heading for heading, _ in headings(document)] == ["Inleiding", "Beslispunten", "Financiën"]
    assert len(document.points) == 2


def test_a_label_inside_a_section_does_not_cut_it() -> None:
    document = read(
        bold("Inleiding"), PROSE, bold("Financiën"), PROSE, "Personeel: geen. Juridisch: zie hierboven.", bold("Vervolg"), PROSE
    )
    assert [heading for heading, _ in headings(document)] == ["Inleiding", "Financiën", "Vervolg"]


def test_a_run_in_heading_is_taken_out_of_the_text_and_places_stay_true() -> None:
    document = read(para(f"Inleiding {PROSE}", lead="Inleiding"), para(f"Kosten: {PROSE}", lead="Kosten:"))
    found = section(document, "Kosten:")
    block = found.blocks[0]
    assert block.text.strip() == PROSE
    assert block.text.index("De raad") == len("Kosten: ")
    assert (found.location.paragraph, found.location.start, found.location.end) == (1, 0, len("Kosten:"))


def test_the_items_of_an_agenda_are_no_sections_of_a_proposal() -> None:
    document = read(
        bold("Besluitenlijst college", 16), bold("1. Uitvoeringsplan laadpalen"), PROSE, bold("2. Wmo: contract verlengen"), PROSE
    )
    assert [role for _, role in headings(document)] == ["kop", "overig", "overig"]


def test_the_signature_is_a_section_without_a_heading() -> None:
    document = read(
        bold("Inleiding"),
        PROSE,
        bold("Vervolg"),
        PROSE,
        PROSE,
        "Zevenhoek, 3 juni 2025",
        "Het college van burgemeester en wethouders",
        "R. Tuinstra     ir. J.H. van Bekkum",
    )
    assert [(one.heading, one.role) for one in document.sections][-1] == ("", "ondertekening")
    assert len(section(document, "Vervolg").blocks) == 2


def test_a_page_that_lost_its_line_breaks_is_cut_at_its_headings() -> None:
    page = f"Voorstel: 1. De nota vast te stellen. Inleiding {PROSE} Argumenten {PROSE} {PROSE} Financiën {PROSE} {PROSE} "
    page += f"Uitvoering {PROSE}"
    document = read(page)
    assert headings(document) == [
        ("Voorstel:", "beslispunten"),
        ("Inleiding", "aanleiding"),
        ("Argumenten", "argumenten"),
        ("Financiën", "middelen"),
        ("Uitvoering", "uitvoering"),
    ]
    assert [point.text for point in document.points] == ["De nota vast te stellen."]
    assert texts(section(document, "Inleiding")) == PROSE
    assert page.index(PROSE) == section(document, "Inleiding").blocks[0].text.index(PROSE)


def test_headings_in_capitals_cut_a_page_without_line_breaks_also_where_no_sentence_ends() -> None:
    page = f"RAADSVOORSTEL Datum : 1 mei 2025 TITEL Lening BESLISPUNTEN 1. De lening te verstrekken AANLEIDING {PROSE} {PROSE} "
    document = read(f"{page} {PROSE} ARGUMENTEN {PROSE} {PROSE} {PROSE} {PROSE} KANTTEKENINGEN Geen. FINANCIËN {PROSE}")
    roles = [role for _, role in headings(document)]
    assert roles[-5:] == ["beslispunten", "aanleiding", "argumenten", "kanttekeningen", "middelen"]
    assert [point.text for point in document.points] == ["De lening te verstrekken"]


def test_tables_that_ran_together_are_told_apart_by_their_bold_labels() -> None:
    form = table(
        [
            ("Zaaknummer", "2025-56"),
            ("Steller", "mw. T. de Leeuw"),
            (bold("Gevraagde beslissing"), [item("De nota vast te stellen.", "1.")]),
            (bold("Wat wij zagen"), PROSE),
            ("", "Dit staat op de volgende bladzijde."),
            (bold("Financiën"), "De kosten zijn:"),
            ("Post", "Bedrag"),
            ("Communicatie", "€ 5.000"),
            ("Totaal", "€ 95.000"),
            (bold("Participatie"), "n.v.t."),
        ]
    )
    document = read(bold("Raadsvoorstel", 16), form)
    assert [heading for heading, _ in headings(document)] == [
        "Raadsvoorstel", "Gevraagde beslissing", "Wat wij zagen", "Financiën", "Participatie",
    ]  # fmt: skip
    assert [field.field for field in document.metadata] == ["zaaknummer", "steller"]
    assert "volgende bladzijde" in texts(section(document, "Wat wij zagen"))
    assert section(document, "Financiën").blocks[-1].plain() == "Post | Bedrag\nCommunicatie | € 5.000\nTotaal | € 95.000"


def test_a_plain_summary_above_numbered_headings_is_found() -> None:
    document = read(
        "RAADSVOORSTEL", "Agendapunt: 7", "Steller: A. Smit", "Samenvatting: Het plan maakt tien woningen mogelijk.",
        "1. Inleiding", PROSE, "2. Argumenten", PROSE, "3. Financiën", PROSE, "Bijlagen: 1. Plan 2. Nota",
    )  # fmt: skip
    assert [heading for heading, _ in headings(document)] == [
        "RAADSVOORSTEL", "Samenvatting:", "1. Inleiding", "2. Argumenten", "3. Financiën", "Bijlagen:",
    ]  # fmt: skip
    assert [one.title for one in document.attachments] == ["Plan", "Nota"]


def test_in_a_template_unknown_bold_labels_are_headings_too() -> None:
    document = read(
        bold("Raadsvoorstel", 16),
        *(table([(bold(name), PROSE)]) for name in ("Inleiding", "Argumenten", "Financiën", "Kermis en markt")),
        table([(bold("De brug als eigendom"), "-")]),
        table([(bold("Over de grens"), PROSE), (bold("Lessen uit 2019"), PROSE)]),
    )
    assert [heading for heading, _ in headings(document)][4:] == [
        "Kermis en markt", "De brug als eigendom", "Over de grens", "Lessen uit 2019",
    ]  # fmt: skip
    assert section(document, "De brug als eigendom").state == "bare"


def test_bold_labels_of_a_data_table_are_no_headings() -> None:
    risks = table(
        [
            (bold("Hogere kosten"), "De markt kan tegenvallen, zodat de aanleg duurder wordt dan nu is geraamd."),
            (bold("Bezwaar"), PROSE),
        ]
    )
    document = read(styled("Inleiding"), PROSE, styled("Kanttekeningen"), risks, styled("Financiën"), PROSE)
    assert [heading for heading, _ in headings(document)] == ["Inleiding", "Kanttekeningen", "Financiën"]


def test_where_all_headings_are_leads_they_may_all_be_unknown() -> None:
    names = ("1. Aankoop perceel", "2. Regiovisie geweld", "3. Opvang in De Turfschuur", "4. Laadpalen")
    document = read(bold("Besluitenlijst college", 16), *(para(f"{name} {PROSE}", lead=name) for name in names))
    assert [heading for heading, _ in headings(document)][1:] == list(names)


@pytest.mark.parametrize("number", ["1.", "a."])
def test_a_short_line_without_a_colon_announces_the_points_when_a_list_opens_below_it(number: str) -> None:
    lead, point = para("Wij stellen voor te besluiten"), item("De nota Spelen vast te stellen.", number)
    assert headings(read(bold("Collegevoorstel", 16), lead, point, para("Waarom dit voorstel"), PROSE))[1] == (
        "Wij stellen voor te besluiten", "beslispunten",
    )  # fmt: skip
    assert "beslispunten" not in [role for _, role in headings(read(bold("Collegevoorstel", 16), lead, PROSE, point))]


def test_a_weakly_named_heading_that_looks_otherwise_lies_below_the_sections() -> None:
    document = read(
        bold("TOELICHTING"),
        PROSE,
        bold("Waarom een vergunning en geen melding"),
        PROSE,
        bold("KANTTEKENINGEN"),
        PROSE,
        bold("UITVOERING"),
        PROSE,
    )
    assert [(one.heading, one.level) for one in document.sections][:2] == [
        ("TOELICHTING", 1),
        ("Waarom een vergunning en geen melding", 2),
    ]


def test_a_statement_below_kanttekeningen_that_opens_with_who_keeps_its_role() -> None:
    document = read(styled("Kanttekeningen"), styled("Wie dacht bij zijn ouders te komen, wordt teleurgesteld", 2), PROSE)
    assert [one.role for one in document.sections] == ["kanttekeningen", "kanttekeningen"]


@pytest.mark.parametrize("title", ["Oprichting Havenbedrijf B.V.", "Aankoop pand Markt 3 c.a.", "Wonen in Waterwijk."])
def test_a_title_by_its_style_may_end_in_a_full_stop(title: str) -> None:
    named = Block(0, BlockKind.PARAGRAPH, title, look=Look(style="Title", size=20))
    document = read(
        named, styled("Wat stellen wij u voor?"), item("De nota Wonen vast te stellen.", "1."), styled("Inleiding"), PROSE
    )
    assert document.subject == title
    assert section(document, "Wat stellen wij u voor?").role == "beslispunten"
    assert len(document.points) == 1


def test_a_heading_that_asks_what_to_decide_is_no_title() -> None:
    document = read(styled("Wat stellen wij u voor?"), item("De nota Wonen vast te stellen.", "1."), styled("Inleiding"), PROSE)
    assert section(document, "Wat stellen wij u voor?").role == "beslispunten"
    assert len(document.points) == 1


def test_a_row_may_hold_the_number_of_a_section_beside_its_heading_and_text() -> None:
    points = [bold("Beslispunten"), para("a. In te stemmen."), para("b. Te kiezen.")]
    rows = [("1", points), ("2", [bold("Aanleiding"), para()]), ("3", [bold("Wie de brug gebruikt"), para()])]
    document = read(bold("Raadsvoorstel", 16), table(rows))
    assert headings(document) == [
        ("Raadsvoorstel", "kop"),
        ("1 Beslispunten", "beslispunten"),
        ("2 Aanleiding", "aanleiding"),
        ("3 Wie de brug gebruikt", "overig"),
    ]
    assert [point.text for point in document.points] == ["In te stemmen.", "Te kiezen."]


def test_a_numbered_table_of_data_with_bold_names_stays_a_table() -> None:
    rows = [("1", [bold("Storm"), para()]), ("2", [bold("Regen"), para()]), ("3", [bold("Hitte"), para()])]
    document = read(bold("Raadsvoorstel", 16), bold("Kanttekeningen"), table(rows))
    assert headings(document) == [("Raadsvoorstel", "kop"), ("Kanttekeningen", "kanttekeningen")]


OWN = ("Wat er met de brug is", "Waar we naartoe willen", "Wat tegenzit", "De euro's", "En daarna")


def test_short_lines_between_prose_are_headings_where_there_are_no_others() -> None:
    text = [part for name in OWN for part in (name, PROSE)]
    document = read(bold("Raadsvoorstel", 16), "Steller: P. Jansen", "Wij vragen u:", "1. In te stemmen.", *text)
    assert [heading for heading, _ in headings(document)][-len(OWN) :] == list(OWN)


def test_short_lines_between_prose_are_text_where_sections_have_headings() -> None:
    sections = [part for name in ("Inleiding", "Argumenten", "Financiën", "Vervolg") for part in (bold(name), PROSE)]
    text = [part for name in OWN for part in (name, PROSE)]
    assert "Wat tegenzit" not in dict(headings(read(bold("Raadsvoorstel", 16), *sections, *text)))
