"""What was understood, as a web page: the text of the document with its sections, facts and decision points marked."""

import re
import tomllib
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from toets.model.document import (
    Block,
    BlockKind,
    Cell,
    DecisionPoint,
    Document,
    Location,
    Metadatum,
    Section,
    Unread,
)
from toets.model.fact import Fact, Value
from toets.model.kinds import NATURE_WORDS
from toets.model.report import DocumentReport
from toets.reports.reading_html import to_reading_html
from toets.reports.reading_words import FAMILIES, fact_words

from .build import document, failed, judged, lookalike, unreadable
from .test_html import Page

RULES = Path(__file__).parents[2] / "rules"
COSTS = "De kosten zijn € 5.000 en dat is in 2027 gedekt."


def fact(kind: str, words: str, text: str, paragraph: int, *, section: int | None = 2, quote: str = "", **fields: Value) -> Fact:
    """A fact about some words in a text."""
    start = text.index(words)
    place = Location(section=section, paragraph=paragraph, start=start, end=start + len(words))
    return Fact(f"f{paragraph}", kind, {"own": "", "polarity": 1, **fields}, quote or words, place, "extract.x")


def with_text(*blocks: Block, facts: tuple[Fact, ...] = (), **changes: object) -> DocumentReport:
    """The sample, with other blocks in its third section and other facts."""
    sample = document()
    sections = list(sample.sections)
    sections[2] = replace(sections[2], blocks=blocks)
    source = replace(sample.source, blocks=blocks)
    return replace(judged(), document=replace(sample, source=source, sections=tuple(sections), **changes), facts=facts)  # type: ignore[arg-type]


def paragraph(text: str, index: int = 20) -> Block:
    return Block(index, BlockKind.PARAGRAPH, text)


def body(report: DocumentReport) -> str:
    """The text of the page from the document's own text on."""
    return Page(to_reading_html([report])).text.partition("De tekst, zoals die is begrepen")[2]


def test_the_outline_tells_role_how_a_heading_was_found_and_how_sure() -> None:
    text = Page(to_reading_html([judged()])).text
    assert "3. Financiën middelen kopstijl, 100% zeker 80" in text


def test_an_unsure_heading_says_so() -> None:
    sample = document()
    sections = (*sample.sections[:3], replace(sample.sections[3], sure=0.4))
    text = Page(to_reading_html([replace(judged(), document=replace(sample, sections=sections))])).text
    assert "kopstijl, 40% zeker (onzeker)" in text


def test_a_fact_is_marked_at_its_words_with_its_kind_and_leads_to_what_was_found() -> None:
    amount = fact("amount", "€ 5.000", COSTS, 20, cents=500000, use="cost", quote=COSTS)
    html = to_reading_html([with_text(paragraph(COSTS), facts=(amount,))])
    mark = re.search(r'<a class="fact geld" id="d1-p1" href="#d1-n1" title="([^"]*)">€ 5\.000<span', html)
    assert mark
    assert mark[1] == "bedrag cents=500000 use=cost [extract.x]"
    assert "De kosten zijn € 5.000 bedrag en dat is in 2027 gedekt." in Page(html).text
    assert f"bedrag “{COSTS}” cents=500000 use=cost · gevonden door extract.x" in Page(html).text


def test_facts_that_overlap_share_a_mark() -> None:
    facts = (fact("amount", "€ 5.000", COSTS, 20), fact("estimate", "5.000 en", COSTS, 20))
    html = to_reading_html([with_text(paragraph(COSTS), facts=facts)])
    assert "De kosten zijn € 5.000 en bedrag, raming dat is in 2027 gedekt." in Page(html).text


def test_a_long_fact_is_marked_behind_its_words_so_that_shorter_ones_stay_visible() -> None:
    text = f"{COSTS} {COSTS}"
    facts = (fact("goal", text, text, 20), fact("amount", "€ 5.000", text, 20))
    assert "De kosten zijn € 5.000 bedrag en dat is" in body(with_text(paragraph(text), facts=facts))
    assert "gedekt. doel" in body(with_text(paragraph(text), facts=facts))


def test_a_denied_fact_is_shown_as_denied() -> None:
    assert "dekking, ontkend" in body(with_text(paragraph(COSTS), facts=(fact("coverage", "gedekt", COSTS, 20, polarity=0),)))


def test_facts_in_a_row_of_a_table_are_marked_in_their_cell() -> None:
    cells = ("Gunning", "", "12 mei 2027", "college")
    row = tuple(Cell(at, 1, (Block(21 + at, BlockKind.PARAGRAPH, text),) if text else ()) for at, text in enumerate(cells))
    joined = " | ".join(cells)
    facts = tuple(
        replace(found, location=replace(found.location, row=0))
        for found in (fact("milestone", "12 mei 2027", joined, 20), fact("action", "college", joined, 20))
    )
    html = to_reading_html([with_text(Block(20, BlockKind.TABLE, rows=(row,)), facts=facts)])
    assert ">12 mei 2027<span" in html
    assert ">college<span" in html
    assert Page(html).text.count("Gunning 12 mei 2027 moment college actie") == 1


def test_a_field_of_the_head_is_marked_as_a_whole() -> None:
    text = "Portefeuillehouder: A. Bos"
    found = fact("portfolio", "Bos", text, 20, section=None)
    report = with_text(
        paragraph(text), facts=(found,),
        metadata=(Metadatum("portefeuillehouder", "Portefeuillehouder", "A. Bos", Location(paragraph=20, start=20, end=26)),),
    )  # fmt: skip
    assert ">A. Bos<span" in to_reading_html([report])


def test_decision_points_are_marked_where_they_stand() -> None:
    place = Location(section=2, paragraph=20, start=0, end=10)
    point = DecisionPoint(0, "2.", "De nota vast te stellen.", "college", "voorstel", place)
    report = with_text(Block(20, BlockKind.ITEM, "De nota vast te stellen.", number="2."), points=(point,))
    assert "beslispunt 2, college 2. De nota vast te stellen." in body(report)


def test_what_was_not_read_is_named_on_top_and_at_its_place() -> None:
    gap = Unread("afbeelding van 4 bij 6 cm", Location(section=2, paragraph=21))
    report = with_text(paragraph(COSTS), Block(21, BlockKind.PARAGRAPH), paragraph("Verder.", 22), unread=(gap,))
    text = Page(to_reading_html([report])).text
    assert "Niet gelezen afbeelding van 4 bij 6 cm (onder ‘3. Financiën’)" in text
    assert "gedekt. Niet gelezen: afbeelding van 4 bij 6 cm Verder." in text


def test_no_word_of_the_document_is_lost_or_told_twice() -> None:
    text = "Een twee drie vier vijf zes zeven acht negen tien"
    words = text.split()
    facts = tuple(fact("goal", f"{one} {two}", text, 20) for one, two in pairwise(words) if len(one) != 4)
    shown = re.sub(r"<span class=\"sort\".*?</span>", "", to_reading_html([with_text(paragraph(text), facts=facts)]))
    shown = re.sub("<[^>]*>", "", shown.partition("De tekst, zoals die is begrepen")[2].partition("De gevonden feiten")[0])
    assert " ".join(shown.split()).count(text) == 1


def test_blank_text_that_belongs_to_the_heading_before_it_is_not_marked() -> None:
    block = paragraph("Kosten: " + COSTS)
    cut = replace(block, text=" " * 8 + COSTS)
    sample = with_text(cut, facts=(fact("amount", "Kosten", block.text, 20),))
    assert isinstance(sample.document, Document)
    heading = Section(**{name: getattr(sample.document.sections[2], name) for name in Section.__dataclass_fields__})
    heading = replace(heading, heading="Kosten:", location=Location(section=2, paragraph=20, start=0, end=7))
    sections = (*sample.document.sections[:2], heading, *sample.document.sections[3:])
    text = body(replace(sample, document=replace(sample.document, sections=sections)))
    assert text.count("Kosten bedrag:") + text.count("Kosten bedrag :") == 1
    assert "bedrag De kosten" not in text


@pytest.mark.parametrize("one", [judged(), lookalike(), unreadable(), failed(), replace(judged(), document=None)])
def test_every_document_makes_a_page_whose_tags_close_and_whose_links_lead_somewhere(one: DocumentReport) -> None:
    page = Page(to_reading_html([one, judged()]))
    assert page.open == []
    assert len(page.ids) == len(set(page.ids))
    assert set(page.targets) <= set(page.ids)


def test_headings_never_skip_a_level_however_deep_the_document_goes() -> None:
    sample = document()
    sections = tuple(replace(section, level=level) for section, level in zip(sample.sections, (1, 4, 9, 2), strict=True))
    page = Page(to_reading_html([replace(judged(), document=replace(sample, sections=sections))]))
    levels = [int(tag[1]) for tag, _ in page.headings]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_page_needs_no_network_and_no_scripts_and_knows_dark_and_paper() -> None:
    html = to_reading_html([judged()])
    assert not re.search(r"https?://|url\(|@import", html)
    assert Page(html).tags.isdisjoint({"script", "iframe", "object", "form", "link", "img"})
    assert "default-src 'none'" in html
    assert '<html lang="nl">' in html
    assert "prefers-color-scheme: dark" in html
    assert "@media print" in html


def test_a_section_that_is_elsewhere_in_the_file_is_not_called_not_found() -> None:
    absent = tuple(
        Fact(f"f{number}", "absent_section", {"own": "", "is": role}, "", Location(), "x")
        for number, role in enumerate(("ontwerpbesluit", "evaluatie"))
    )
    text = Page(to_reading_html([replace(judged(), facts=absent)])).text
    assert "Niet gevonden evaluatie" in " ".join(text.split())


def test_words_of_a_document_are_never_markup_and_never_steer() -> None:
    nasty = '<script>alert("x")</script>\u202egeld\x07'
    amount = fact("amount", "alert", nasty, 20, quote=nasty, use=nasty)
    html = to_reading_html([with_text(paragraph(nasty), facts=(amount,), title=nasty)])
    assert "<script" not in html
    assert not {"\u202e", "\x07"} & set(html)


def test_every_kind_of_fact_and_nature_that_ships_has_a_dutch_word() -> None:
    shipped = [
        item for path in (RULES / "feiten").glob("*.toml") for item in tomllib.loads(path.read_text(encoding="utf-8"))["fact"]
    ]
    nowhere = Location(paragraph=0)
    shown = {item["name"] for item in shipped if item.get("textual", True)} - {"section", "decision_point", "kind", "metadata"}
    known = {kind for kinds in FAMILIES.values() for kind in kinds}
    structural = {"part", "points", "absent_section", "nature", "addressee", "lookalike", "unread"}
    assert not shown - known - structural, "geef deze soorten een woord in toets/reports/reading_words.py"
    assert fact_words(Fact("f", "own_kind", {}, "", nowhere, "")) == "own kind"
    nature = next(item for item in shipped if item["name"] == "nature")
    assert set(nature["fields"]["is"]) <= set(NATURE_WORDS)


def test_the_same_report_gives_the_same_page() -> None:
    assert to_reading_html([judged()]) == to_reading_html([judged()])
