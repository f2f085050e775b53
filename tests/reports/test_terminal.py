"""The report on the screen."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toets.model.fact import Fact
from toets.model.outcome import Advice, Item, Status, Step, Verdict
from toets.model.report import DocumentReport, Kind, Report
from toets.model.rule import Severity
from toets.reports.terminal import to_terminal

from .build import KREDIET, at, failed, judged, lookalike, outcome, quoted, ready, report, unreadable


def shown(one: Report, *, width: int = 100, color: bool = False, verbose: bool = False) -> str:
    return to_terminal(one, width=width, color=color, verbose=verbose)


def with_outcomes(*outcomes: object) -> DocumentReport:
    return replace(judged(), outcomes=outcomes)  # type: ignore[arg-type]


def flat(text: str) -> str:
    """The text without its layout."""
    return " ".join(text.split())


def test_it_reads_from_kind_and_advice_to_what_was_not_tested() -> None:
    text = shown(report())
    marks = [
        "stukken/voorstel.docx", "Soort", "Advies: terugsturen naar de steller", "BLOKKEREND", "MID-02", "AANDACHT", "OPD-01",
        "ADVIES", "UIT-08", "In orde", "Gemotiveerd", "Uitzondering", "Niet te beoordelen", "Niet gelezen", "Niet getoetst",
        "Aantallen", "toets 0.1.0",
    ]  # fmt: skip
    places = [text.index(mark) for mark in marks]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("verdict", "words"),
    [
        (Verdict.RETURN, "Advies: terugsturen naar de steller"),
        (Verdict.COMPLETE, "Advies: laten aanvullen vóór agendering"),
        (Verdict.READY, "Advies: gereed voor agendering"),
    ],
)
def test_the_advice_is_given_in_words(verdict: Verdict, words: str) -> None:
    assert words in shown(report(replace(judged(), advice=Advice(verdict, ()))))


def test_what_is_enough_as_a_matter_of_degree_says_what_would_make_it_stronger() -> None:
    text = flat(
        shown(report(with_outcomes(outcome("VOR-10", Status.SATISFIED, missing=("een alternatief", "een kanttekening")))))
    )
    assert "In orde VOR-10 Kan sterker VOR-10: nog niet aangetroffen: een alternatief en een kanttekening" in text


def test_a_step_without_words_to_show_names_no_fields() -> None:
    counted = Fact("f1", "concreteness", {"own": "f1", "points": 14, "vague": 0}, "", at(0), "test")
    step = Step("suffices", "het stuk is over het geheel concreet", True, ("f1",))
    one = replace(with_outcomes(outcome("VOR-10", Status.SATISFIED, trace=(step,))), facts=(counted,))
    told = flat(shown(report(one), verbose=True))
    assert "het stuk is over het geheel concreet: ja Dus" in told
    assert "points" not in told


def test_a_finding_has_all_that_is_needed_to_mend_it() -> None:
    text = flat(shown(report()))
    for words in (
        "MID-02 De dekking is herleidbaar [niet voldaan]",
        "Voor € 1.250.000 is geen herleidbare dekking aangetroffen.",
        "Waarom Zonder dekking kan de raad het budget niet autoriseren.",
        "Norm Gemeentewet, art. 189",
        "Herstel Noem de reserve, het budget of het programma en het jaar waaruit dit wordt betaald.",
        "“N.v.t.” (onder ‘Planning en uitvoering’, p. 2)",
    ):
        assert words in text


def test_several_items_are_told_one_by_one_and_the_good_ones_counted() -> None:
    text = flat(shown(report()))
    assert "(beslispunt 1, p. 1): De dekking van € 1.250.000 is doorgeschoven." in text
    assert "(onder ‘3. Financiën’, p. 2): De dekking van € 40.000 is deels herleidbaar." in text
    assert "(1 ander is in orde)" in text


def test_a_single_item_is_told_by_its_quote() -> None:
    item = Item(KREDIET, Status.VIOLATED, "Voor € 1.250.000 is geen herleidbare dekking aangetroffen.")
    text = flat(shown(report(with_outcomes(outcome("MID-02", items=(item,), evidence=(KREDIET,))))))
    assert text.count("Voor € 1.250.000 is geen") == 1
    assert "Er staat “een krediet van € 1.250.000 beschikbaar te stellen” (beslispunt 1, p. 1)" in text


def test_a_long_row_of_items_is_cut_off_and_says_so() -> None:
    items = tuple(Item(quoted(f"punt {n}", at(n)), Status.VIOLATED, "Geen dekking.") for n in range(12))
    one = report(with_outcomes(outcome("MID-02", items=items)))
    assert "en nog 4 andere" in flat(shown(one))
    assert "punt 11" not in shown(one)
    assert "punt 11" in shown(one, verbose=True)


def test_words_that_only_tell_why_the_rule_applies_say_so() -> None:
    for occasion, told in ((True, 1), (False, 0)):
        finding = replace(outcome("MID-02", evidence=(quoted("een krediet", at(3)),)), occasion=occasion)
        one = report(with_outcomes(finding))
        assert flat(shown(one)).count("hierom geldt deze regel") == told


def test_what_cannot_be_repaired_in_time_says_so() -> None:
    assert flat(shown(report())).count("(niet meer te herstellen vóór de behandeling)") == 1


def test_what_was_not_tested_is_told_with_the_reason() -> None:
    text = flat(shown(report()))
    assert "niet bedoeld voor deze soort document: MAN-03, MAN-04" in text
    assert "wat de regel nodig maakt is niet aangetroffen: MAN-11" in text
    assert "uitgezet in profiel griffie: VOR-12, VOR-14" in text


def test_an_uncertain_kind_is_called_uncertain() -> None:
    text = flat(shown(report()))
    assert "RV-SOC sociaal beleid (onzeker): het gaat over een sporthal" in text
    assert "RV-FIN krediet, begrotingswijziging of project met geld: er wordt" in text


@pytest.mark.parametrize(("sure", "asked"), [(0.4, True), (0.55, False)])
def test_only_a_kind_that_was_guessed_is_asked_of_the_reader(sure: float, *, asked: bool) -> None:
    one = replace(ready(), kinds=(Kind("RV-BEL", sure, "geen ander onderwerp herkend"),))
    assert (
        "Weet u welke soort het is, toets dan opnieuw met die soort, bijvoorbeeld met --soort RV-BEL." in flat(shown(report(one)))
    ) == asked


def test_a_document_without_findings_says_so() -> None:
    assert "Advies: gereed voor agendering (geen bevindingen)" in shown(report(ready()))


def test_a_lookalike_is_named_and_not_tested() -> None:
    text = shown(report(lookalike()))
    assert "raadsinformatiebrief, geen voorstel" in text
    assert "BLOKKEREND" not in text


@pytest.mark.parametrize(("one", "words"), [(unreadable(), "gebruik --ocr"), (failed(), "Gebruik --engine reference")])
def test_a_document_without_verdict_gets_its_remedy(one: DocumentReport, words: str) -> None:
    text = flat(shown(report(one)))
    assert words in text
    assert "Advies" not in text


def test_several_documents_end_in_one_table() -> None:
    text = shown(report(judged(), ready(), lookalike(), unreadable()), width=80)
    table = text[text.index("ALLE DOCUMENTEN") :]
    assert [flat(line) for line in table.splitlines() if ".docx" in line or ".pdf" in line] == [
        "voorstel.docx RV-FIN RV-SOC terugsturen 1 1 1",
        "gereed.pdf RV-FIN gereed 0 0 0",
        "brief.docx raadsinformatiebrief geen voorstel 0 0 0",
        "scan.pdf - niet gelezen",
    ]


def test_files_of_the_same_name_are_told_apart_in_the_table() -> None:
    text = shown(report(judged("a/voorstel.docx"), judged("b/voorstel.docx")))
    assert "b/voorstel.docx" in text[text.index("ALLE DOCUMENTEN") :]


def test_one_document_has_no_closing_table() -> None:
    assert "ALLE DOCUMENTEN" not in shown(report())


def test_colour_is_only_there_when_asked_for() -> None:
    assert "\x1b[" not in shown(report())
    assert "\x1b[1;31m" in shown(report(), color=True)


def test_verbose_tells_the_steps_with_the_words_that_were_found() -> None:
    text = flat(shown(report(), verbose=True, width=200))
    assert "UITLEG" in text
    assert "In strijd bij ‘een krediet van € 1.250.000’: doorgeschoven dekking: ja, “een krediet" in text
    assert "Dus niet voldaan (norm: Gemeentewet, art. 189)" in text
    assert "Er is geen sprake van geheimhouding: MAN-11" in text
    assert "UITLEG" not in shown(report())


@pytest.mark.parametrize("width", [80, 120])
def test_no_line_is_wider_than_the_screen_and_none_ends_in_blanks(width: int) -> None:
    everything = report(judged(), ready(), lookalike(), unreadable(), failed())
    lines = shown(everything, width=width, verbose=True).splitlines()
    assert max(len(line) for line in lines) <= width
    assert all(line == line.rstrip() for line in lines)


@settings(max_examples=40)
@given(st.text(max_size=200), st.integers(min_value=40, max_value=160))
def test_any_text_of_a_document_is_shown_safely(text: str, width: int) -> None:
    finding = outcome("MID-02", message=text, title=text, evidence=(quoted(text, at(1)),), missing=(text,))
    lines = shown(report(replace(with_outcomes(finding), path=f"{text}.docx")), width=width).split("\n")
    assert all(not any(ord(character) < 32 for character in line) for line in lines)


def test_markup_in_a_document_is_shown_as_it_is() -> None:
    one = with_outcomes(outcome("MID-02", evidence=(quoted("[bold]niet vet[/bold] :smile:", at(1)),)))
    assert "[bold]niet vet[/bold] :smile:" in shown(report(one))


def test_severity_decides_the_heading() -> None:
    one = with_outcomes(outcome("MID-02", severity=Severity.ADVICE))
    text = shown(report(one))
    assert "ADVIES: maakt het voorstel beter" in text
    assert "BLOKKEREND" not in text


def test_what_every_item_has_in_common_is_said_once() -> None:
    said = "De lijst klopt niet: verwijzing niet aangetroffen bij {}."
    first, second = (
        Item(quoted(name, at(n)), Status.PARTIAL, said.format(name)) for n, name in enumerate(("bijlage 1", "bijlage 2"))
    )
    text = flat(shown(report(with_outcomes(outcome("VOR-05", message=first.message, items=(first, second))))))
    assert text.count("De lijst klopt niet") == 1
    assert "bijlage 2" in text


def test_words_of_several_items_are_told_by_each_and_not_joined_above_them() -> None:
    items = tuple(
        Item(quoted(f"punt {n}", at(n)), Status.PARTIAL, f"De besluiten verschillen. Alleen hier staat ‘{words}’.")
        for n, words in enumerate(("per 1 april", "na overleg"))
    )
    for joined in ("‘per 1 april’ en ‘na overleg’", "‘per 1 april’ en 1 andere"):
        message = f"De besluiten verschillen. Alleen hier staat {joined}."
        text = flat(shown(report(with_outcomes(outcome("VOR-03", message=message, items=items)))))
        assert joined not in text
        assert [text.count(f"Alleen hier staat ‘{words}’") for words in ("per 1 april", "na overleg")] == [1, 1]


def test_items_that_stand_below_a_finding_are_not_listed_in_it() -> None:
    items = tuple(
        Item(quoted(words, at(n)), Status.PARTIAL, f"Verouderd: «{words}».") for n, words in enumerate(("punt a", "punt b"))
    )
    for listed in ("«punt a» en «punt b»", "«punt a» en 1 andere"):
        text = flat(shown(report(with_outcomes(outcome("MAN-10", message=f"Verouderd: {listed}.", items=items)))))
        assert [text.count(words) for words in ("Verouderd.", "punt a", "punt b")] == [1, 1, 1]


def test_after_many_findings_the_advice_is_told_once_more() -> None:
    many = tuple(outcome(f"MID-{n:02}") for n in range(5))
    assert shown(report(with_outcomes(*many))).count("Advies: terugsturen") == 2
    assert shown(report(with_outcomes(*many[:2]))).count("Advies: terugsturen") == 1
