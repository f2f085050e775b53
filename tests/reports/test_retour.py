"""The draft letter to the steller."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import docx
import pytest

from toets.model.document import Metadatum
from toets.model.outcome import Advice, Item, Outcome, Status, Verdict
from toets.model.report import DocumentReport
from toets.model.rule import Severity
from toets.reports.retour import to_retour
from toets.reports.retour_word import to_retour_word

from .build import KREDIET, at, failed, judged, lookalike, outcome, quoted, ready, report, unreadable


def known() -> DocumentReport:
    """A judged proposal that names its steller, number and dates."""
    one = judged()
    assert one.document
    fields = {
        "steller": "W. Brands",
        "zaaknummer": "2026-027",
        "datum_college": "30 juni 2026",
        "datum_raad": "24 september 2026",
    }
    head = tuple(Metadatum(name, name, value, at(1)) for name, value in fields.items())
    return replace(one, document=replace(one.document, metadata=head))


def test_a_letter_asks_for_what_blocks_and_nothing_else() -> None:
    assert to_retour(report(known()), due=date(2026, 6, 12)) == (
        "Onderwerp: Herstellen: Krediet nieuwbouw sporthal De Veste (2026-027)\n"
        "\n"
        "Beste W. Brands,\n"
        "\n"
        "Dank voor het voorstel ‘Krediet nieuwbouw sporthal De Veste’. Het kan nog niet\n"
        "op de agenda: eerst is er 1 punt te herstellen.\n"
        "\n"
        "Wilt u het voorstel aanpassen en het uiterlijk 12 juni 2026 opnieuw aanbieden?\n"
        "Volgens het voorstel is de behandeling in het college op 30 juni 2026 en in de\n"
        "raad op 24 september 2026.\n"
        "\n"
        "1. Voor € 1.250.000 is geen herleidbare dekking aangetroffen. Beslispunt 1, p.\n"
        "   1: de dekking van € 1.250.000 is doorgeschoven. Onder ‘3. Financiën’, p. 2:\n"
        "   de dekking van € 40.000 is deels herleidbaar. Noem de reserve, het budget\n"
        "   of het programma en het jaar waaruit dit wordt betaald.\n"
        "\n"
        "Wilt u bij het aanpassen ook het aandachtspunt uit het toetsverslag nalopen?\n"
        "\n"
        "Met vriendelijke groet,\n"
        "[naam en functie]\n"
    )


@pytest.mark.parametrize(
    "value",
    ["W. Brands, team Onderwijs", "W. Brands (w.brands@stad.example)", "W. Brands w@stad.example", "W. Brands tel. 14 020"],
)
def test_a_greeting_has_the_name_only(value: str) -> None:
    one = judged()
    assert one.document
    head = (Metadatum("steller", "Steller", value, at(1)),)
    assert "\nBeste W. Brands,\n" in to_retour(report(replace(one, document=replace(one.document, metadata=head))))


def test_without_a_date_the_sender_fills_it_in() -> None:
    text = to_retour(report())
    assert "uiterlijk [datum] opnieuw" in text
    assert "Beste collega," in text


def test_a_proposal_that_only_needs_completing_gets_those_points() -> None:
    open_points = (
        outcome("UIT-02", Status.VIOLATED, Severity.ATTENTION, evidence=(KREDIET,)),
        outcome("UIT-03", Status.PARTIAL, Severity.ATTENTION, message="De planning is deels ingevuld."),
        outcome("UIT-04", Status.VIOLATED, Severity.ADVICE, message="Een advies."),
    )
    text = to_retour(report(replace(known(), outcomes=open_points, advice=Advice(Verdict.COMPLETE, ("UIT-02",)))))
    assert text.startswith("Onderwerp: Aanvullen: ")
    assert "zijn er 2 punten aan te vullen" in " ".join(text.split())
    assert "2. De planning is deels ingevuld." in text
    assert "Een advies" not in text


def test_every_document_gets_a_letter_that_fits_what_became_of_it() -> None:
    letters = to_retour(report(ready(), lookalike(), unreadable(), failed())).split("-" * 78)
    starts = [letter.strip().splitlines()[0] for letter in letters]
    assert starts == [
        "Onderwerp: Gereed voor agendering: Krediet nieuwbouw sporthal De Veste", "Onderwerp: Geen voorstel: brief.docx",
        "Onderwerp: Opnieuw aanleveren: scan.pdf", "Onderwerp: Opnieuw aanleveren: vreemd.docx",
    ]  # fmt: skip
    assert "Wilt u" not in letters[0]
    assert "heeft geen tekstlaag" in " ".join(letters[2].split())


def test_the_letter_in_word_says_the_same_as_the_mail() -> None:
    data = to_retour_word(report(known()), due=date(2026, 6, 12))
    lines = [each.text.replace(".\t", ". ") for each in docx.Document(BytesIO(data)).paragraphs]
    plain = to_retour(report(known()), due=date(2026, 6, 12)).removeprefix("Onderwerp: ")
    assert " ".join(" ".join(lines).split()) == " ".join(plain.split())
    assert data == to_retour_word(report(known()), due=date(2026, 6, 12))


def test_letters_about_several_documents_start_on_a_page_of_their_own() -> None:
    one = docx.Document(BytesIO(to_retour_word(report(known(), ready()))))
    titles = [each for each in one.paragraphs if each.style and each.style.name == "Onderwerp"]
    assert [bool(each.paragraph_format.page_break_before) for each in titles] == [False, True]


def test_a_letter_about_many_points_tells_the_heaviest_in_full_and_names_the_others() -> None:
    points = tuple(
        replace(outcome(f"UIT-{n:02}", Status.PARTIAL, Severity.ATTENTION, message=f"Punt {n}."), title=f"Naam {n}")
        for n in range(12)
    )
    one = replace(known(), outcomes=points, advice=Advice(Verdict.COMPLETE, ()))
    text = " ".join(to_retour(report(one)).split())
    assert "zijn er 12 punten aan te vullen. De belangrijkste staan hieronder." in text
    assert "8. Punt 7." in text
    assert "9. " not in text
    rest = "Voor de andere 4 punten staat in het toetsverslag wat nodig is om eraan te voldoen: Naam 8; Naam 9; Naam 10; Naam 11."
    assert rest in text


def test_a_title_that_ends_in_a_name_of_its_own_stands_between_double_quotation_marks() -> None:
    document = replace(known().document or pytest.fail("geen document"), subject="Beleidsplan ‘Eerder erbij’")
    assert "voor het voorstel “Beleidsplan ‘Eerder erbij’”." in " ".join(
        to_retour(report(replace(known(), document=document))).split()
    )


def test_a_place_inside_another_is_not_named_twice() -> None:
    found = tuple(quoted(words, replace(at(31, section=3), row=row)) for words, row in (("a", None), ("b", 1)))
    point = outcome("UIT-02", Status.VIOLATED, Severity.ATTENTION, message="Het is niet aangetroffen.", evidence=found)
    text = " ".join(to_retour(report(replace(known(), outcomes=(point,), advice=Advice(Verdict.COMPLETE, ())))).split())
    assert "1. Onder ‘Planning en uitvoering’: Het is niet aangetroffen." in text


def test_what_holds_for_several_items_is_said_once() -> None:
    says = "Bij {} is niet aangetroffen of het structureel of incidenteel is."
    found = {words: quoted(words, at(31, section=3)) for words in ("€ 4.300", "€ 11.800")}
    items = tuple(Item(about, Status.VIOLATED, says.format(words)) for words, about in found.items())
    message = says.format("€ 4.300 en € 11.800")
    point = outcome("MID-03", Status.VIOLATED, Severity.ATTENTION, message=message, items=items, evidence=tuple(found.values()))
    text = " ".join(to_retour(report(replace(known(), outcomes=(point,), advice=Advice(Verdict.COMPLETE, ())))).split())
    assert text.count("structureel of incidenteel") == 1


def test_a_heading_is_named_by_its_words_because_a_letter_shows_no_quotes() -> None:
    head = quoted("Planning en uitvoering", at(31, section=3))
    point = outcome("UIT-02", Status.VIOLATED, Severity.ATTENTION, message="Het is niet aangetroffen.", evidence=(head,))
    text = " ".join(to_retour(report(replace(known(), outcomes=(point,), advice=Advice(Verdict.COMPLETE, ())))).split())
    assert "1. Onder ‘Planning en uitvoering’: Het is niet aangetroffen." in text


def letter_on(one: Outcome, **head: str) -> str:
    """The letter about a proposal with this finding, in one line."""
    document = known().document or pytest.fail("geen document")
    fields = tuple(Metadatum(name, name, value, at(1)) for name, value in head.items())
    about = replace(known(), document=replace(document, metadata=fields), outcomes=(one,), advice=Advice(Verdict.COMPLETE, ()))
    return " ".join(to_retour(report(about)).split())


def test_what_is_no_day_is_no_day_of_treatment() -> None:
    point = outcome("UIT-02", Status.VIOLATED, Severity.ATTENTION)
    assert "is de behandeling in de raad op 3 juli 2026." in letter_on(point, datum_commissie="nvt", datum_raad="3 juli 2026")
    assert "de behandeling" not in letter_on(point, datum_raad="n.t.b.")


def test_a_letter_names_the_words_that_a_report_shows_as_a_quote() -> None:
    found = (quoted("de Wob", at(31, section=3)),)
    point = outcome("MAN-10", Status.VIOLATED, Severity.ATTENTION, message="Niet actueel: «de Wob».", evidence=found)
    assert "1. Onder ‘Planning en uitvoering’: Niet actueel: ‘de Wob’." in letter_on(point)


def test_a_letter_leaves_out_why_a_rule_applies() -> None:
    point = outcome("UIT-02", Status.VIOLATED, Severity.ATTENTION, message="Geen planning.", evidence=(KREDIET,))
    assert "1. Geen planning. " in letter_on(replace(point, occasion=True))


def test_a_letter_tells_that_there_are_more_places() -> None:
    found = tuple(quoted(f"woord {n}", at(n, page=n)) for n in range(1, 6))
    point = outcome("VOR-07", Status.VIOLATED, Severity.ATTENTION, message="Niet ingevuld.", evidence=found)
    assert "1. P. 1, p. 2 en elders: Niet ingevuld." in letter_on(point)
