"""Each reader gets the parts that are meant for that reader; everything on the page is said once."""

from dataclasses import replace

import pytest

from toets.model.document import Metadatum
from toets.model.outcome import Advice, Evidence, Item, NotRun, Status, Verdict
from toets.model.report import DocumentReport, Report
from toets.model.rule import Severity
from toets.reports.book import book
from toets.reports.markdown import to_markdown
from toets.reports.sheet import Banner, Block, Book, Card, Chapter, Draft, Grid, Listing, Paragraph, Sheet
from toets.reports.terminal import to_terminal
from toets.reports.views import EVERYTHING, VIEWS, View, view_for

from .build import BIJDRAGE, KREDIET, at, failed, judged, lookalike, outcome, quoted, ready, report, unreadable

READERS = (EVERYTHING, *VIEWS.values())
SAMPLE = report(judged(), ready(), lookalike(), unreadable(), failed())


def titles(sheet: Sheet) -> list[str]:
    return [chapter.title for chapter in sheet.chapters]


def only(one: Report, view: View = EVERYTHING) -> Sheet:
    return book(one, view).sheets[0]


def walk(chapter: Chapter) -> list[Block]:
    return [*chapter.blocks, *(block for each in chapter.chapters for block in walk(each))]


def cards(sheet: Sheet) -> list[Card]:
    return [block for chapter in sheet.chapters for block in walk(chapter) if isinstance(block, Card)]


def chapter(sheet: Sheet, title: str) -> Chapter:
    return next(each for each in sheet.chapters if each.title == title)


def words(made: Book) -> str:
    """All text of a book."""
    pieces: list[str] = []
    for sheet in made.sheets:
        for block in (*sheet.opening, *(block for each in sheet.chapters for block in walk(each))):
            match block:
                case Paragraph(line):
                    pieces += [one.text for one in line]
                case Listing(items):
                    pieces += [one.text for line in items for one in line]
                case Grid():
                    pieces += [one.text for row in block.rows for line in row for one in line]
                case Banner():
                    pieces += [block.title, *block.lines]
                case Draft(paragraphs):
                    pieces += paragraphs
                case Card():
                    pieces += [block.message, *(quote.words for quote in block.quotes)]
    return "\n".join(pieces)


def test_the_whole_report_has_every_part_in_reading_order() -> None:
    assert titles(only(report())) == [
        "Eerst te herstellen", "Beslispunten", "Bevindingen per onderdeel", "In orde", "Uitzonderingen", "Niet te beoordelen",
        "Niet getoetst",
        "Gevonden in het document", "Over dit verslag",
    ]  # fmt: skip


def test_a_steller_gets_a_repair_list_by_section_and_nothing_about_what_is_right() -> None:
    sheet = only(report(), view_for("steller"))
    assert titles(sheet) == [
        "Begin hiermee", "Te herstellen, per onderdeel", "Uitzonderingen", "Niet te beoordelen", "Over dit verslag"
    ]  # fmt: skip
    assert [each.title for each in sheet.chapters[1].chapters] == [
        "Voorgesteld besluit", "Planning en uitvoering", "Nog niet in het document"
    ]  # fmt: skip
    assert {card.code for card in cards(sheet)} == {"MID-02", "UIT-08", "OPD-01"}


def test_a_portefeuillehouder_gets_blockers_and_what_the_raad_may_ask() -> None:
    asked = outcome("SOC-02", Status.VIOLATED, Severity.ATTENTION)
    one = replace(judged(), outcomes=(*judged().outcomes, asked))
    sheet = only(report(one), view_for("portefeuillehouder"))
    assert titles(sheet)[:3] == ["Moet hersteld", "Kan verduidelijkt", "Mogelijke raadsvragen"]
    assert [[card.code for card in walk(each) if isinstance(card, Card)] for each in sheet.chapters[:3]] == [
        ["MID-02"], ["OPD-01"], ["SOC-02"]
    ]  # fmt: skip
    assert "1 bevinding staat niet in deze weergave." in words(book(report(one), view_for("portefeuillehouder")))


def test_a_griffier_gets_a_draft_note_and_no_advices() -> None:
    sheet = only(report(), view_for("griffier"))
    (draft,) = chapter(sheet, "Concept voor de oplegnotitie").blocks
    assert isinstance(draft, Draft)
    assert draft.paragraphs == (
        "Voorstel: Krediet nieuwbouw sporthal De Veste. Portefeuillehouder: A. Bos.",
        "Gevraagd besluit van de raad:",
        "1. Een krediet van € 1.250.000 beschikbaar te stellen.",
        "2. De begroting te wijzigen.",
        "Advies na de technische toets: terugsturen naar de steller (1 blokkerende bevinding, 1 aandachtspunt en 1 advies).",
        "Eerst te herstellen:",
        "- Voor € 1.250.000 is geen herleidbare dekking aangetroffen.",
        "Niet te beoordelen:",
        "- in dit bestand is niet aangetroffen: het ontwerpbesluit.",
        "Getoetst is wat in de tekst staat, niet de inhoud of de politieke keuze.",
    )
    assert "UIT-08" not in {card.code for card in cards(sheet)}


def test_directie_sees_themes_rules_and_departments_of_a_run_but_no_people() -> None:
    assert judged().document is not None
    head = replace(
        judged().document, metadata=(Metadatum("afdeling", "Team", "Ruimte", at(1)), Metadatum("steller", "", "W. Prins", at(2)))
    )  # type: ignore[type-var]
    made = book(report(replace(judged(), document=head), judged(), lookalike()), view_for("directie"))
    overview = made.sheets[0]
    assert titles(overview) == ["Stand per thema", "Vaakst te herstellen", "Per afdeling"]
    (departments,) = chapter(overview, "Per afdeling").blocks
    assert isinstance(departments, Grid)
    assert [[cell[0].text for cell in row] for row in departments.rows] == [
        ["Ruimte", "0", "0", "1"],
        ["niet genoemd", "0", "0", "1"],
    ]
    assert "Prins" not in words(made)


@pytest.mark.parametrize("view", READERS, ids=lambda view: view.name)
def test_anchors_are_unique_and_every_link_has_one(view: View) -> None:
    made = book(SAMPLE, view)
    anchors: list[str] = []
    links: set[str] = set()
    for sheet in made.sheets:
        anchors += [sheet.anchor, *(each.anchor for each in sheet.chapters), *(card.anchor for card in cards(sheet))]
        for block in (*sheet.opening, *(block for each in sheet.chapters for block in walk(each))):
            if isinstance(block, Grid):
                links |= {one.link for row in block.rows for line in row for one in line if one.link}
    assert len(anchors) == len(set(anchors))
    assert links <= set(anchors)


@pytest.mark.parametrize("view", READERS, ids=lambda view: view.name)
def test_a_document_that_cannot_be_judged_says_why_to_every_reader(view: View) -> None:
    sheet = only(report(unreadable()), view)
    assert sheet.chapters == ()
    (banner,) = sheet.opening
    assert isinstance(banner, Banner)
    assert (banner.title, banner.lines) == ("Niet gelezen", (unreadable().message,))


def test_a_lookalike_says_so_and_lists_no_rules() -> None:
    sheet = only(report(lookalike()))
    (banner,) = sheet.opening
    assert isinstance(banner, Banner)
    assert (banner.title, banner.lines) == (
        "Geen voorstel: raadsinformatiebrief", ("De regels gelden voor voorstellen; er is niets getoetst.",)
    )  # fmt: skip
    assert "Niet getoetst" not in titles(sheet)


def test_words_that_stand_below_as_a_quote_are_not_in_the_message_too() -> None:
    told = "Twee bedragen zijn niet gelijk: € 1 naast € 2, bij «een krediet van € 1.250.000 beschikbaar …»."
    one = outcome("VOR-04", message=told, evidence=(KREDIET,))
    (card,) = [card for card in cards(only(report(replace(judged(), outcomes=(one,))))) if card.code == "VOR-04"]
    assert card.message == "Twee bedragen zijn niet gelijk: € 1 naast € 2."
    elsewhere = outcome("VOR-04", message=told, evidence=(quoted("iets anders", at(2)),))
    (card,) = cards(only(report(replace(judged(), outcomes=(elsewhere,)))))
    assert card.message == told.replace("«", "‘").replace("»", "’")


def test_items_only_say_what_the_finding_does_not() -> None:
    same = Item(KREDIET, Status.VIOLATED, "Niet gelijk: «een krediet van € 1.250.000 …».")
    other = Item(quoted("De begroting", at(12, section=1)), Status.VIOLATED, "Niet gelijk: «De begroting».")
    different = Item(quoted("Het college", at(13, section=1)), Status.PARTIAL, "Het jaar is niet aangetroffen.")
    one = outcome("VOR-03", message="Niet gelijk: «een krediet van € 1.250.000 …».", items=(same, other, different))
    (card,) = cards(only(report(replace(judged(), outcomes=(one,)))))
    assert [quote.says for quote in card.quotes] == ["", "", "Het jaar is niet aangetroffen."]


def test_what_differs_between_items_is_said_of_each_and_the_rest_once() -> None:
    first, second = quoted("Een krediet van € 1", at(11, section=1)), quoted("Het college", at(12, section=1))
    items = (
        Item(first, Status.VIOLATED, "Niet gelijk: «Een krediet van € 1». In het besluit staat € 2."),
        Item(second, Status.VIOLATED, "Niet gelijk: «Het college». Dit punt is daar niet aangetroffen."),
    )
    whole = "Niet gelijk: «Een krediet van € 1». In het besluit staat € 2. Dit punt is daar niet aangetroffen."
    (card,) = cards(only(report(replace(judged(), outcomes=(outcome("VOR-03", message=whole, items=items),)))))
    assert card.message == "Niet gelijk."
    assert [quote.says for quote in card.quotes] == ["In het besluit staat € 2.", "Dit punt is daar niet aangetroffen."]


def test_many_quotes_and_items_are_cut_and_counted() -> None:
    many = tuple(Evidence(f"citaat {number}", at(number + 20, section=2), "") for number in range(9))
    items = tuple(Item(one, Status.VIOLATED, f"Bericht {number}.") for number, one in enumerate(many * 2))
    first, second = outcome("MID-02", evidence=many), outcome("MID-03", items=items)
    found = {card.code: card for card in cards(only(report(replace(judged(), outcomes=(first, second)))))}
    assert (len(found["MID-02"].quotes), found["MID-02"].more) == (3, "en op 6 andere plaatsen")
    assert (len(found["MID-03"].quotes), found["MID-03"].more) == (8, "en nog 10 andere")


def test_what_was_found_nowhere_stands_under_the_section_where_it_belongs() -> None:
    lost = replace(outcome("MID-06", severity=Severity.ATTENTION), set="middelen")
    sheet = only(report(replace(judged(), outcomes=(lost,))))
    assert [each.title for each in chapter(sheet, "Bevindingen per onderdeel").chapters] == ["3. Financiën"]


def test_a_comparison_of_two_quotes_is_not_said_again_in_the_message() -> None:
    one, other = quoted("Een krediet van € 1", at(11, section=1)), quoted("Een krediet van € 2", at(52, part=1))
    message = "Twee bedragen zijn niet gelijk. Vergelijk «Een krediet …» met «Een krediet van € 2»."
    found = outcome("VOR-04", message=message, evidence=(one, other))
    (card,) = cards(only(report(replace(judged(), outcomes=(found,)))))
    assert card.message == "Twee bedragen zijn niet gelijk."


def test_an_example_that_stands_below_is_not_in_the_message_too() -> None:
    for lead in (", zoals bij «", ", zoals «"):
        one = outcome("UIT-02", message=f"Bij een deel staat niet wie{lead}een krediet van € 1.250.000»", evidence=(KREDIET,))
        (card,) = cards(only(report(replace(judged(), outcomes=(one,)))))
        assert card.message.rstrip(".") == "Bij een deel staat niet wie"


def test_what_is_said_of_every_item_is_said_once() -> None:
    first, second = quoted("Een krediet van € 1", at(11, section=1)), quoted("Het college", at(12, section=1))
    said = "Niet elk punt past: «Vooruitlopend op het besluit»."
    items = tuple(Item(one, Status.PARTIAL, said) for one in (first, second))
    (card,) = cards(only(report(replace(judged(), outcomes=(outcome("MAN-06", message=said, items=items),)))))
    assert card.message == "Niet elk punt past: ‘Vooruitlopend op het besluit’."
    assert [quote.says for quote in card.quotes] == ["", ""]


def many(severity: Severity = Severity.ATTENTION) -> DocumentReport:
    outcomes = tuple(outcome(f"MID-{n:02}", Status.PARTIAL, severity, evidence=(KREDIET,)) for n in range(6))
    return replace(judged(), outcomes=outcomes)


def test_many_attention_points_are_told_together_before_the_cards() -> None:
    sheet = only(report(many()))
    (grid,) = chapter(sheet, "Aandachtspunten per thema").blocks
    assert isinstance(grid, Grid)
    ((theme, told),) = grid.rows
    assert theme[0].text == "Mid"
    assert [one.link for one in told if one.link] == [f"d1-MID-{n:02}" for n in range(6)]
    few = replace(many(), outcomes=many().outcomes[:4])
    assert "Aandachtspunten per thema" not in titles(only(report(few)))


def test_directie_sees_every_attention_point_by_name_so_that_only_advices_are_left_out() -> None:
    one = replace(many(), outcomes=(*many().outcomes, outcome("VOR-11", Status.VIOLATED, Severity.ADVICE)))
    made = book(report(one), view_for("directie"))
    assert all(f"MID-{n:02}" in words(made) for n in range(6))
    assert "1 bevinding staat niet in deze weergave." in words(made)


def test_a_point_with_advices_only_says_so_where_advices_are_not_shown() -> None:
    told = words(book(report(many(Severity.ADVICE)), view_for("griffier")))
    assert "alleen adviezen" in told
    assert "MID-01" not in told


def test_a_report_that_is_sent_on_names_no_folder_of_the_sender() -> None:
    for path in ("/home/janssen/stukken/v.docx", r"C:\Users\janssen\v.docx"):
        made = words(book(report(replace(judged(), path=path))))
        assert "Bestand: v.docx" in made
        assert "janssen" not in made
    assert "Bestand: map/v.docx" in words(book(report(replace(judged(), path="map/v.docx"))))


def test_rules_that_were_not_tested_are_named() -> None:
    left = NotRun("VOR-12", "uitgezet in profiel griffie", "De tekst is goed te lezen")
    told = words(book(report(replace(judged(), not_run=(left,)))))
    assert "Uitgezet in profiel griffie (1): \nVOR-12 De tekst is goed te lezen" in told


def test_the_note_of_a_griffier_names_what_is_to_be_completed() -> None:
    one = replace(many(), advice=Advice(Verdict.COMPLETE, ()))
    (draft,) = chapter(only(report(one), view_for("griffier")), "Concept voor de oplegnotitie").blocks
    assert isinstance(draft, Draft)
    assert "Aan te vullen, want niet of deels aangetroffen:" in draft.paragraphs
    assert any(line.startswith("- Mid: De dekking is herleidbaar;") for line in draft.paragraphs)


def test_a_heading_that_is_quoted_is_called_a_heading() -> None:
    one = outcome("MID-08", evidence=(quoted("Planning en uitvoering", at(31, section=3)),))
    (card,) = cards(only(report(replace(judged(), outcomes=(one,)))))
    assert card.quotes[0].where.startswith("kop")


def test_a_short_card_counts_the_places_that_it_leaves_out() -> None:
    """A portefeuillehouder sees one place of each finding; the message doesn't point at words that are nowhere."""
    both = outcome("VOR-04", evidence=(KREDIET, BIJDRAGE), message=f"Niet gelijk: «{BIJDRAGE.quote}».")
    made = to_markdown(report(replace(judged(), outcomes=(both,))), view=view_for("portefeuillehouder"))
    assert "en op 1 andere plaats" in made
    assert "Voor de inrichting is een bijdrage" in made
    assert "en nog 1 andere" in to_markdown(report(judged()), view=view_for("portefeuillehouder"))


def test_findings_that_a_profile_leaves_out_are_not_called_untested() -> None:
    small = outcome("UIT-08", severity=Severity.ADVICE)
    one = replace(judged(), outcomes=(small,), not_run=(), shown=(Severity.BLOCKING, Severity.ATTENTION))
    made = to_markdown(report(one))
    assert "Niet getoetst" not in made
    assert "## Niet getoond" in made
    assert "UIT-08" in made.partition("## Niet getoond")[2]
    assert "Niet getoond" in to_terminal(report(one), width=160, color=False)
