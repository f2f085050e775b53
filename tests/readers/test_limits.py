"""Hostile and enormous files: a Source or a ReadError, within bounds."""

from __future__ import annotations

import io
import struct
import zipfile
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from toets.errors import ReadError
from toets.readers import Limits, ReadOptions, read_bytes

from .build import (
    cell,
    control,
    docx,
    level,
    listed,
    numbering,
    package,
    paragraph,
    part,
    relation,
    relations,
    row,
    run,
    style,
    styles,
    table,
)

_DOCUMENT = part("document", f"<w:body>{paragraph('tekst')}</w:body>")
_BOMB = (
    '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>'
)


def few(**limits: int) -> ReadOptions:
    return ReadOptions(limits=replace(Limits(), **limits))


def refusal(data: bytes, options: ReadOptions | None = None) -> str:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, "voorstel.docx", options or ReadOptions())
    return str(caught.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("name", ["word/document.xml", "word/styles.xml", "_rels/.rels"])
def test_entities_are_refused_in_every_part(name: str, encoding: str) -> None:
    bomb = _BOMB.replace('"1.0"', f'"1.0" encoding="{encoding}"').encode(encoding)
    assert "DOCTYPE" in refusal(package({"word/document.xml": _DOCUMENT, name: bomb}))


def test_a_file_that_unpacks_to_too_much_is_refused_unopened() -> None:
    data = package({"word/document.xml": _DOCUMENT, "word/media/image1.png": b"\x00" * 3_000_000})
    assert "uitgepakt" in refusal(data, few(unpacked_size=2_000_000))


def test_a_part_that_is_too_large_or_packed_too_tightly_is_refused() -> None:
    data = docx(paragraph("a" * 3_000_000))
    assert "ongewoon groot" in refusal(data, few(part_size=1_000_000))
    assert "ongewoon groot" in refusal(data, few(ratio=100))


def test_a_directory_that_lies_about_sizes_does_not_unpack_more() -> None:
    honest = package({"word/document.xml": part("document", f"<w:body>{paragraph('a' * 5_000_000)}</w:body>")})
    place = honest.index(b"PK\x01\x02") + 24
    assert struct.unpack_from("<I", honest, place)[0] > 5_000_000
    assert "beschadigd" in refusal(honest[:place] + struct.pack("<I", 1000) + honest[place + 4 :])


def test_too_many_parts_are_refused() -> None:
    data = package({f"word/{n}.xml": "" for n in range(60)})
    assert "meer dan 50 onderdelen" in refusal(data, few(parts=50))


def test_unusual_packing_and_passwords_are_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("word/document.xml", _DOCUMENT)
    assert "ongebruikelijke manier" in refusal(out.getvalue())
    plain = bytearray(package({"word/document.xml": _DOCUMENT}))
    plain[plain.index(b"PK\x01\x02") + 8] |= 1
    assert "wachtwoord" in refusal(bytes(plain))


@pytest.mark.parametrize(
    "deep",
    [
        "<w:sdt><w:sdtContent>" * 60 + paragraph("diep") + "</w:sdtContent></w:sdt>" * 60,
        "<w:tbl><w:tr><w:tc>" * 60 + paragraph("diep") + "</w:tc></w:tr></w:tbl>" * 60,
        "<w:p>" + "<w:hyperlink>" * 200 + run("diep") + "</w:hyperlink>" * 200 + "</w:p>",
    ],
)
def test_what_is_nested_too_deep_is_named_and_passed_over(deep: str) -> None:
    source = read_bytes(docx(paragraph("tekst") + deep), "v.docx")
    assert "diep" not in [block.text for block in source.walk()]
    assert ["te diep" in each.what for each in source.unread] == [True]


def test_nesting_that_people_make_is_read() -> None:
    deep = paragraph("diep")
    for _ in range(6):
        deep = control(table(row(cell(control(deep)))))
    assert "diep" in [block.text for block in read_bytes(docx(deep), "v.docx").walk()]


def test_xml_that_is_nested_beyond_reason_is_refused() -> None:
    assert "beschadigd" in refusal(docx("<w:sdt>" * 5000 + "</w:sdt>" * 5000))


def test_too_many_paragraphs_are_refused_also_when_they_are_empty() -> None:
    assert "te veel alinea's" in refusal(docx(paragraph("x") * 101), few(blocks=100))
    assert "te veel alinea's" in refusal(docx("<w:p/>" * 501 + paragraph("x")), few(blocks=100))
    assert "te veel alinea's" in refusal(docx(table(row(*["<w:tc/>"] * 501)) + paragraph("x")), few(blocks=100))
    assert len(read_bytes(docx(paragraph("x") * 100), "v.docx", few(blocks=100)).blocks) == 100


def test_too_much_text_is_refused() -> None:
    assert "te veel tekst" in refusal(docx(paragraph("x" * 60) * 2), few(characters=100))


def test_a_part_of_countless_elements_is_refused_before_it_is_parsed() -> None:
    assert "te groot om te lezen" in refusal(docx("<w:p/>" * 5_000_001), few(ratio=5000))


def test_external_references_are_not_followed() -> None:
    outside = relation("r", "styles", "file:///etc/passwd", 'TargetMode="External"')
    links = relations(outside + relation("s", "numbering", "../../../../etc/passwd"))
    files = {"[Content_Types].xml": "", "word/document.xml": _DOCUMENT, "word/_rels/document.xml.rels": links}
    source = read_bytes(package(files), "v.docx")
    assert ([block.text for block in source.blocks], source.unread) == (["tekst"], ())


@pytest.mark.parametrize("bad", ["&#0;", "&#xD800;", "&#x1F;", "\x01"])
def test_characters_that_xml_forbids_are_damage(bad: str) -> None:
    assert "beschadigd" in refusal(docx(paragraph(f"a{bad}b")))


_RICH = docx(
    listed("een")
    + control(paragraph("twee", style="Kop1"))
    + table(row("a", cell(paragraph("b"), '<w:vMerge w:val="restart"/>')))
    + paragraph(runs='<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:footnoteReference w:id="1"/></w:r>' + run("drie")),
    styles=styles(style("Kop1", "heading 1")),
    numbering=numbering({0: level(0, "%1.")}, {1: "0"}),
    footnotes=part("footnotes", f'<w:footnote w:id="1">{paragraph("noot")}</w:footnote>'),
)


def survives(data: bytes) -> None:
    """Anything but a ReadError is an error of ours."""
    with suppress(ReadError):
        indexes = [block.index for block in read_bytes(data, "voorstel.docx").walk()]
        assert indexes == list(range(len(indexes)))


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.integers(0, len(_RICH) - 1), st.integers(0, 255)), min_size=1, max_size=8))
def test_changed_bytes_give_a_source_or_a_refusal(changes: list[tuple[int, int]]) -> None:
    data = bytearray(_RICH)
    for place, byte in changes:
        data[place] = byte
    survives(bytes(data))


@settings(max_examples=100)
@given(st.integers(0, len(_RICH)), st.integers(0, len(_RICH)), st.binary(max_size=20))
def test_cut_and_pasted_bytes_give_a_source_or_a_refusal(start: int, end: int, between: bytes) -> None:
    survives(_RICH[:start] + between + _RICH[end:])


_TAGS = (
    *(
        f"w:{tag}"
        for tag in ("p", "r", "t", "tbl", "tr", "tc", "sdt", "sdtContent", "sdtPr", "ins", "del", "fldChar", "pPr", "rPr", "tcPr")
    ),
    *(
        f"w:{tag}"
        for tag in ("numPr", "numId", "ilvl", "gridSpan", "vMerge", "hMerge", "br", "sym", "footnoteReference", "gridBefore")
    ),
    *(
        f"w:{tag}"
        for tag in ("commentRangeStart", "drawing", "pict", "txbxContent", "outlineLvl", "sectPr", "pStyle", "pPrChange", "trPr")
    ),
    *("w:ffData", "w:checkBox", "w:ddList", "w:object", "o:OLEObject", "wp:extent", "a:blip", "v:shape", "m:oMath"),
    *("mc:AlternateContent", "mc:Choice"),
)
_VALUES = st.sampled_from(
    ["", "0", "1", "-1", "begin", "end", "separate", "restart", "Kop1", "99999999999999999999", "1.5", "x", "page", "é"]
)


def _element(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    made = st.tuples(st.sampled_from(_TAGS), _VALUES, _VALUES, st.lists(children, max_size=4))
    return made.map(
        lambda m: f'<{m[0]} w:val="{m[1]}" w:id="1" w:fldCharType="{m[1]}" w:type="{m[2]}" cx="{m[2]}">{"".join(m[3])}</{m[0]}>'
    )


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.recursive(st.just("tekst"), _element, max_leaves=25), max_size=4))
def test_any_elements_anywhere_give_a_source_or_a_refusal(elements: list[str]) -> None:
    survives(
        docx("".join(elements), styles=styles(style("Kop1", "heading 1")), numbering=numbering({0: level(0, "%1.")}, {1: "0"}))
    )
