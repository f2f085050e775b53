"""Tracked changes and comments in a Word file."""

from __future__ import annotations

from typing import Literal

import pytest

from toets.model.document import Location, Remark, Source
from toets.readers import ReadOptions, read_bytes

from .build import docx, level, listed, numbering, paragraph, part, row, run, table

_WHO = 'w:id="1" w:author="Jansen" w:date="2025-01-01T00:00:00Z"'


def source(body: str, changes: Literal["final", "original"] = "final", **parts: str) -> Source:
    return read_bytes(docx(body, **parts), "voorstel.docx", ReadOptions(changes=changes))


def texts(body: str, changes: Literal["final", "original"] = "final") -> list[str]:
    return [block.text for block in source(body, changes).blocks]


def added(runs: str) -> str:
    return f"<w:ins {_WHO}>{runs}</w:ins>"


def gone(text: str) -> str:
    return f'<w:del {_WHO}><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'


@pytest.mark.parametrize(("side", "expected"), [("final", "€ 6.000"), ("original", "€ 5.000")])
def test_insertions_and_deletions_follow_the_chosen_side(side: Literal["final", "original"], expected: str) -> None:
    assert texts(paragraph(runs=run("€ ") + gone("5.000") + added(run("6.000"))), side) == [expected]


@pytest.mark.parametrize(("side", "expected"), [("final", ["twee", "een"]), ("original", ["een", "twee"])])
def test_moved_text_stands_in_one_place(side: Literal["final", "original"], expected: list[str]) -> None:
    mark = '<w:rPr><w:{} w:id="3"/></w:rPr>'
    body = (
        paragraph(runs=f"<w:moveFrom {_WHO}>{run('een')}</w:moveFrom>", properties=mark.format("moveFrom"))
        + paragraph("twee")
        + paragraph(runs=f"<w:moveTo {_WHO}>{run('een')}</w:moveTo>", properties=mark.format("moveTo"))
    )
    assert texts(body, side) == expected


def test_a_paragraph_of_which_the_end_was_deleted_runs_on() -> None:
    body = paragraph(runs=run("De raad ") + gone("en"), properties=f"<w:rPr><w:del {_WHO}/></w:rPr>") + paragraph("besluit")
    assert texts(body) == ["De raad besluit"]
    assert texts(body, "original") == ["De raad en", "besluit"]


def test_a_paragraph_that_was_split_is_whole_in_the_original() -> None:
    body = paragraph("De raad ", properties=f"<w:rPr><w:ins {_WHO}/></w:rPr>") + paragraph("besluit")
    assert texts(body) == ["De raad", "besluit"]
    assert texts(body, "original") == ["De raad besluit"]


def test_a_deleted_last_paragraph_leaves_nothing_behind() -> None:
    assert texts(paragraph("een") + paragraph(runs=gone("twee"), properties=f"<w:rPr><w:del {_WHO}/></w:rPr>")) == ["een"]


def test_a_deleted_item_does_not_count() -> None:
    weg = paragraph(runs=gone("weg"), properties=f'<w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:del {_WHO}/></w:rPr>')
    read = source(listed("a") + weg + listed("b"), numbering=numbering({0: level(0, "%1.")}, {1: "0"}))
    assert [(block.number, block.text) for block in read.blocks] == [("1.", "a"), ("2.", "b")]


def test_a_changed_style_has_its_former_self_in_the_original() -> None:
    body = paragraph(
        "x", properties='<w:outlineLvl w:val="0"/><w:pPrChange w:id="1"><w:pPr><w:outlineLvl w:val="4"/></w:pPr></w:pPrChange>'
    )
    assert source(body).blocks[0].outline == 1
    assert source(body, "original").blocks[0].outline == 5


def test_open_changes_are_counted_on_either_side() -> None:
    body = paragraph(runs=added(run("a")) + gone("b") + run("c")) + table(row("d", properties="<w:ins/>"))
    assert source(body).changes == source(body, "original").changes == 3
    assert source(paragraph("x")).changes == 0


_OPEN, _SHUT = '<w:commentRangeStart w:id="{0}"/>', '<w:commentRangeEnd w:id="{0}"/><w:r><w:commentReference w:id="{0}"/></w:r>'


def comments(*each: tuple[str, str]) -> str:
    return part(
        "comments",
        "".join(f'<w:comment w:id="{n}" w:author="{who}">{paragraph(text)}</w:comment>' for n, (who, text) in enumerate(each)),
    )


def test_a_comment_stands_at_the_words_it_is_about() -> None:
    body = paragraph("eerst") + paragraph(runs=run("  Het krediet van ") + _OPEN.format(0) + run("€ 5.000") + _SHUT.format(0))
    read = source(body, comments=comments(("Jansen", "klopt dit?")))
    (remark,) = read.remarks
    assert remark == Remark("Jansen", "klopt dit?", Location(paragraph=1, start=16, end=23))
    assert read.blocks[1].text[16:23] == "€ 5.000"


def test_a_comment_in_a_table_has_row_and_column() -> None:
    inside = f"<w:tc>{paragraph(runs=_OPEN.format(0) + run('x') + _SHUT.format(0))}</w:tc>"
    read = source(table(row("a", "b"), row("c", inside)), comments=comments(("Jansen", "?")))
    assert read.remarks[0].location == Location(paragraph=4, row=1, column=1, start=0, end=1)


def test_a_comment_without_words_stands_at_a_point() -> None:
    body = paragraph(runs=run("een") + '<w:r><w:commentReference w:id="0"/></w:r>' + run(" twee"))
    assert source(body, comments=comments(("J", "?"))).remarks[0].location == Location(paragraph=0, start=3, end=3)


def test_a_comment_over_several_paragraphs_stands_in_the_first() -> None:
    body = paragraph(runs=run("een ") + _OPEN.format(0) + run("twee")) + paragraph(runs=run("drie") + _SHUT.format(0))
    assert source(body, comments=comments(("J", "?"))).remarks[0].location == Location(paragraph=0, start=4, end=8)


def test_a_comment_that_is_anchored_nowhere_is_not_shown() -> None:
    assert source(paragraph("x"), comments=comments(("J", "?"))).remarks == ()


def test_a_comment_on_nothing_after_the_last_block_is_moved_to_it() -> None:
    body = paragraph("x") + paragraph(runs=_OPEN.format(0) + _SHUT.format(0))
    assert source(body, comments=comments(("J", "?"))).remarks[0].location == Location(paragraph=0)
