"""Headings and looks of paragraphs in a Word file."""

from __future__ import annotations

import pytest

from toets.model.document import Block, BlockKind, FoundBy
from toets.readers import read_bytes

from .build import docx, level, listed, numbering, paragraph, row, run, style, styles, table

_LEVEL = '<w:outlineLvl w:val="{}"/>'


def blocks(body: str, **parts: str) -> tuple[Block, ...]:
    return read_bytes(docx(body, **parts), "voorstel.docx").blocks


def only(body: str, **parts: str) -> Block:
    (block,) = blocks(body, **parts)
    return block


def test_an_outline_level_of_the_paragraph_itself_goes_first() -> None:
    known = styles(style("Kop1", "heading 1", paragraph_looks=_LEVEL.format(0)))
    block = only(paragraph("Inleiding", style="Kop1", properties=_LEVEL.format(2)), styles=known)
    assert (block.outline, block.outline_by) == (3, FoundBy.OUTLINE)


def test_the_outline_level_comes_through_the_styles_a_style_rests_on() -> None:
    known = styles(style("Basis", "Basis", paragraph_looks=_LEVEL.format(1)), style("Eigen", "Eigen", based_on="Basis"))
    block = only(paragraph("Inleiding", style="Eigen"), styles=known)
    assert (block.outline, block.outline_by, block.look.style) == (2, FoundBy.STYLE, "Eigen")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("heading 1", 1), ("Heading 2", 2), ("Kop 1", 1), ("Kop3", 3), ("VNG Kop 2", 2), ("Kop 1 genummerd", 1),
        ("tussenkop 2", 2), ("Tussenkop", 2), ("Kop", 1), ("Koptekst", None), ("Koptekst 1", None), ("Kop 10", None),
        ("Title", None), ("Titel", None), ("toc 1", None), ("Normal", None),
    ],
)  # fmt: skip
def test_a_style_name_in_dutch_or_english_tells_the_level(name: str, expected: int | None) -> None:
    block = only(paragraph("Inleiding", style="S1"), styles=styles(style("S1", name)))
    assert (block.outline, block.outline_by) == (expected, FoundBy.STYLE if expected else None)


def test_without_a_styles_part_the_style_id_tells_the_level() -> None:
    assert only(paragraph("Inleiding", style="Kop2")).outline == 2


def test_body_level_says_that_it_is_no_heading() -> None:
    known = styles(
        style("Kop1", "heading 1", paragraph_looks=_LEVEL.format(0)),
        style("Plat", "Plat", based_on="Kop1", paragraph_looks=_LEVEL.format(9)),
    )
    assert only(paragraph("tekst", style="Plat"), styles=known).outline is None
    assert only(paragraph("tekst", style="Kop1", properties=_LEVEL.format(9)), styles=known).outline is None


def test_styles_that_rest_on_each_other_in_a_circle_do_no_harm() -> None:
    known = styles(style("A", "A", based_on="B"), style("B", "B", based_on="A"))
    assert only(paragraph("tekst", style="A"), styles=known).look.style == "A"


def test_styles_between_table_styles_are_found() -> None:
    empty = '<w:style w:type="table" w:styleId="T2"/>'
    known = styles(
        style("T1", "Table Grid", kind="table"),
        empty,
        style("K", "kop 3"),
        style("T3", "Table", kind="table"),
        style("L", "kop 4"),
    )
    read = blocks(paragraph("a", style="K") + paragraph("b", style="L"), styles=known)
    assert [(block.outline, block.look.style) for block in read] == [(3, "kop 3"), (4, "kop 4")]


def test_a_numbered_heading_has_a_number_and_is_no_item() -> None:
    known = styles(style("Kop1", "heading 1", paragraph_looks=_LEVEL.format(0)))
    block = only(listed("Inleiding", style="Kop1"), styles=known, numbering=numbering({0: level(0, "%1.")}, {1: "0"}))
    assert (block.kind, block.number, block.text, block.outline) == (BlockKind.PARAGRAPH, "1.", "Inleiding", 1)


@pytest.mark.parametrize(
    "runs",
    [
        run("Inleiding", "<w:b/>"),
        run("Inlei", "<w:b/>") + run("ding", "<w:b/>") + run(": "),
        run(" ") + run("Inleiding", "<w:b/>"),
    ],
)
def test_a_paragraph_is_bold_if_all_its_letters_are(runs: str) -> None:
    assert only(paragraph(runs=runs)).look.bold


@pytest.mark.parametrize("looks", ['<w:b w:val="0"/>', '<w:b w:val="false"/>', ""])
def test_a_paragraph_is_not_bold_if_some_letters_are_not(looks: str) -> None:
    assert not only(paragraph(runs=run("Inlei", "<w:b/>") + run("ding", looks))).look.bold


def test_bold_comes_from_paragraph_style_character_style_and_defaults() -> None:
    known = styles(style("Vet", "Vet", looks="<w:b/>"), style("VetTeken", "Vet teken", kind="character", looks="<w:b/>"))
    assert only(paragraph("x", style="Vet"), styles=known).look.bold
    assert only(paragraph(runs=run("x", '<w:rStyle w:val="VetTeken"/>')), styles=known).look.bold
    assert only(paragraph("x"), styles=styles(defaults="<w:b/>")).look.bold


def test_two_styles_that_both_say_bold_cancel_out() -> None:
    known = styles(style("Vet", "Vet", looks="<w:b/>"), style("VetTeken", "Vet teken", kind="character", looks="<w:b/>"))
    assert not only(paragraph(runs=run("x", '<w:rStyle w:val="VetTeken"/>'), style="Vet"), styles=known).look.bold


def test_bold_opening_words_are_the_lead() -> None:
    look = only(paragraph(runs=run("Inleiding", "<w:b/>") + run(" Op 12 maart stelde de raad"))).look
    assert (look.bold, look.lead) == (False, "Inleiding")


def test_a_bold_word_further_on_is_no_lead() -> None:
    assert only(paragraph(runs=run("Op ") + run("12 maart", "<w:b/>") + run(" stelde"))).look.lead == ""


def test_half_a_bold_word_is_no_lead() -> None:
    assert only(paragraph(runs=run("In", "<w:b/>") + run("leiding op 12 maart"))).look.lead == ""


@pytest.mark.parametrize("runs", [run("ONDERWERP 2"), run("Onderwerp", "<w:caps/>"), run("ONDER") + run("werp", "<w:caps/>")])
def test_capitals_are_typed_or_shown(runs: str) -> None:
    assert only(paragraph(runs=runs)).look.caps


@pytest.mark.parametrize("shown", ["Onderwerp", "2024", "ONDERwerp"])
def test_not_everything_is_capitals(shown: str) -> None:
    assert not only(paragraph(shown)).look.caps


def test_the_size_is_that_of_most_letters_in_points() -> None:
    known = styles(style("Groot", "Groot", looks='<w:sz w:val="32"/>'), defaults='<w:sz w:val="22"/>')
    assert only(paragraph("x", style="Groot"), styles=known).look.size == 16
    assert only(paragraph("x"), styles=known).look.size == 11
    assert only(paragraph(runs=run("x", '<w:sz w:val="19"/>') + run("lange tekst")), styles=known).look.size == 11


def test_the_default_style_holds_for_paragraphs_without_one() -> None:
    known = styles(style("Standaard", "Normal", looks='<w:sz w:val="20"/>').replace("<w:style ", '<w:style w:default="1" '))
    look = only(paragraph("x"), styles=known).look
    assert (look.style, look.size) == ("Normal", 10)


_BREAK = '<w:r><w:br w:type="page"/></w:r>'
_SECTION = '<w:sectPr><w:type w:val="{}"/></w:sectPr>'


@pytest.mark.parametrize(
    "body",
    [
        paragraph("een") + paragraph("twee", properties="<w:pageBreakBefore/>"),
        paragraph("een") + paragraph(runs=_BREAK) + paragraph("twee"),
        paragraph(runs=run("een") + _BREAK) + paragraph("twee"),
        paragraph("een") + paragraph(runs=_BREAK + run("twee")),
        paragraph("een", properties=_SECTION.format("nextPage")) + paragraph("twee") + _SECTION.format("nextPage"),
        paragraph("een", properties=_SECTION.format("continuous")) + paragraph("twee") + "<w:sectPr/>",
    ],
)
def test_a_block_knows_that_it_starts_a_page(body: str) -> None:
    assert [block.look.breaks_page for block in blocks(body)] == [False, True]


def test_a_section_that_goes_on_starts_no_page() -> None:
    body = paragraph("een", properties=_SECTION.format("nextPage")) + paragraph("twee") + _SECTION.format("continuous")
    assert [block.look.breaks_page for block in blocks(body)] == [False, False]


def test_a_table_knows_that_it_starts_a_page() -> None:
    assert [block.look.breaks_page for block in blocks(paragraph(runs=run("een") + _BREAK) + table(row("a")))] == [False, True]


def _underlined(body: str, **parts: str) -> bool:
    return only(body, **parts).look.underlined


def test_a_line_is_underlined_if_all_its_letters_are() -> None:
    line = '<w:u w:val="single"/>'
    assert _underlined(paragraph(runs=run("Inleiding", line) + run(": ")))
    assert not _underlined(paragraph(runs=run("Inleiding", line) + run(" Op 12 maart")))
    assert not _underlined(paragraph(runs=run("Inleiding", '<w:u w:val="none"/>')))


def test_underlining_comes_through_styles_and_a_run_can_take_it_away() -> None:
    known = styles(
        style("K", "K", looks='<w:u w:val="single"/>'), style("T", "T", kind="character", looks='<w:u w:val="double"/>')
    )
    assert _underlined(paragraph("Inleiding", style="K"), styles=known)
    assert _underlined(paragraph(runs=run("Inleiding", '<w:rStyle w:val="T"/>'), style="K"), styles=known)
    assert not _underlined(paragraph(runs=run("Inleiding", '<w:u w:val="none"/>'), style="K"), styles=known)


def test_the_line_under_a_link_is_not_underlining() -> None:
    known = styles(style("H", "FollowedHyperlink", kind="character", looks='<w:u w:val="single"/>'))
    assert not _underlined(paragraph(runs=run("Nota wonen", '<w:rStyle w:val="H"/>')), styles=known)
    link = run("Nota wonen", '<w:u w:val="single"/>')
    assert not _underlined(paragraph(runs=f"<w:hyperlink>{link}</w:hyperlink>"))
