"""Comments in a copy of a Word file: at the very words, and nothing else differs."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tests.readers.build import cell, control, docx, listed, numbering, paragraph, part, row, run, table
from tests.reports.annotate_check import MAY_DIFFER, W, bare, between, comments, differing, ours, parts
from toets.annotate import annotate
from toets.checker import Checker
from toets.errors import AnnotateError
from toets.model.document import Block, Source
from toets.model.rule import Severity
from toets.readers import ReadOptions, read_bytes, word_map
from toets.readers.docx_symbols import clean
from toets.reports.annotate_docx import annotated_docx
from toets.reports.annotate_notes import Note
from toets.reports.annotate_places import Anchor, Spot

CORPUS = sorted((Path(__file__).parent.parent.parent / "corpus").glob("*/documenten/*.docx"))
WHO = 'w:id="1" w:author="P" w:date="2026-01-01T00:00:00Z"'

PLAIN = paragraph(runs=run("De raad ") + run("besluit", "<w:b/>") + run(" om € 5.000\u00a0toe te ken\u00adnen."))
PIECES = paragraph(
    runs='<w:r w:rsidR="00AB12CD"><w:rPr><w:i/></w:rPr><w:t>Een</w:t><w:tab/><w:t>twee</w:t><w:noBreakHyphen/><w:t>drie</w:t>'
    '<w:br/><w:t>vier</w:t><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
)
CONTROLS = (
    control(paragraph("In een blok."), '<w:alias w:val="a"/>')
    + paragraph(runs=run("Voor ") + control(run("in de regel"), "<w:text/>") + run(" na."))
    + control(table(row("Cel een", control(cell(paragraph("Cel twee"))))))
)
CHANGES = paragraph(
    runs=f"{run('Blijft ')}<w:ins {WHO}>{run('nieuw ')}</w:ins>"
    f"<w:del {WHO}><w:r><w:delText>oud</w:delText></w:r></w:del>{run(' staan')}"
) + paragraph(runs=f"<w:moveTo {WHO}>{run('verplaatst')}</w:moveTo>", properties=f"<w:rPr><w:del {WHO}/></w:rPr>")
FIELDS = (
    paragraph(
        runs='<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("Zeven van")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        f'<w:fldSimple w:instr="DATE">{run(" de twaalf")}</w:fldSimple>'
    )
    + paragraph(runs=f'{run("Zie ")}<w:hyperlink w:anchor="x" w:history="1">{run("de bijlage")}</w:hyperlink>{run(".")}')
    + '<w:bookmarkStart w:id="4" w:name="x"/>'
    + paragraph("Slot")
    + '<w:bookmarkEnd w:id="4"/>'
)
TABLES = table(
    row("Kosten", "€ 1.000", properties="<w:tblHeader/>"),
    row(cell(table(row("binnen", "tabel")) + paragraph("")), "€ 2.000"),
)
LISTS = listed("Eerste punt") + listed("Tweede punt met meer woorden")
KNOWN = paragraph(
    runs='<w:commentRangeStart w:id="7"/>' + run("Al ") + '<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>'
    + run("opgemerkt door een ander")
)  # fmt: skip
COMMENT = part("comments", f'<w:comment w:id="7" w:author="Griffie">{paragraph("Klopt dit?")}</w:comment>')
LAID_OUT = "\n  <w:p>\n    <w:r>\n      <w:t>Tekst die\n is uitgelijnd</w:t>\n    </w:r>\n  </w:p>\n"

BODIES = {
    "plain": PLAIN,
    "pieces": PIECES,
    "content controls": CONTROLS,
    "tracked changes": CHANGES,
    "fields and links": FIELDS,
    "tables": TABLES,
    "lists": LISTS,
    "known comments": KNOWN,
    "laid out": LAID_OUT,
    "decomposed": paragraph("Cafe\u0301 \u200bnaar ide\u0301e\u00a0twee"),
}


def made(body: str) -> bytes:
    lists = numbering({0: '<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'}, {1: "0"})
    known = {"comments": COMMENT} if 'w:id="7"' in body else {}
    return docx(body, numbering=lists, **known)


def note(block: int, start: int, end: int) -> Note:
    lines = (("", "Bericht."), ("Herstel", "Vul aan."))
    return Note("X-01", "X-01 (aandacht): Titel", Severity.ATTENTION, lines, Anchor(block, start, end, Spot.WORDS))


def with_text(source: Source) -> list[Block]:
    return [block for block in source.walk() if block.text]


def same_but_for_ours(before: bytes, after: bytes) -> bool:
    assert differing(before, after) <= MAY_DIFFER
    return bare(before) == bare(after, ours(before, after))


@pytest.mark.parametrize("name", BODIES)
def test_any_words_of_any_block_can_be_commented_and_nothing_else_differs(name: str) -> None:
    data = made(BODIES[name])
    where = word_map(data, "v.docx")
    for block in with_text(read_bytes(data, "v.docx")):
        words = block.text.split(" ")
        spans = [(0, len(block.text)), (len(words[0]) // 2, len(block.text) - 1), (0, len(words[0]))]
        for start, end in [(start, end) for start, end in spans if start < end]:
            after = annotated_docx(data, where, [note(block.index, start, end)])
            (key,) = ours(data, after)
            assert clean(between(after, key)).split() == block.text[start:end].split()
            assert same_but_for_ours(data, after)


@given(st.data())
def test_many_comments_that_overlap_keep_their_words(data: st.DataObject) -> None:
    body = "".join(body for name, body in BODIES.items() if name not in ("pieces", "laid out", "decomposed"))
    given_file = made(body)
    blocks = with_text(read_bytes(given_file, "v.docx"))
    chosen = data.draw(st.lists(st.sampled_from(blocks), min_size=1, max_size=6))
    notes = []
    for block in chosen:
        start = data.draw(st.integers(0, len(block.text) - 1))
        notes.append(note(block.index, start, data.draw(st.integers(start + 1, len(block.text)))))
    after = annotated_docx(given_file, word_map(given_file, "v.docx"), notes)
    texts = {block.index: block.text for block in blocks}
    wanted = [texts[one.anchor.block][one.anchor.start : one.anchor.end] for one in notes]
    keys = ours(given_file, after)
    assert ["".join(clean(between(after, key)).split()) for key in keys] == ["".join(each.split()) for each in wanted]
    assert same_but_for_ours(given_file, after)
    assert [block.text for block in with_text(read_bytes(after, "v.docx"))] == [block.text for block in blocks]


def test_a_comment_has_its_author_rule_and_texts() -> None:
    data = made(PLAIN)
    after = annotated_docx(data, word_map(data, "v.docx"), [note(0, 0, 7)])
    (comment,) = comments(after).values()
    assert comment.get(f"{W}author") == "toets"
    assert ["".join(str(text) for text in p.itertext()) for p in comment] == [
        "X-01 (aandacht): Titel",
        "Bericht.",
        "Herstel: Vul aan.",
    ]


def test_a_comment_that_was_there_keeps_its_id_and_its_place() -> None:
    data = made(KNOWN)
    after = annotated_docx(data, word_map(data, "v.docx"), [note(0, 0, 5)])
    assert list(comments(after)) == ["7", "8"]
    assert between(after, "7") == "Al "
    assert etree.tostring(comments(after)["7"], method="c14n") == etree.tostring(comments(data)["7"], method="c14n")
    assert differing(data, after) == {"word/document.xml", "word/comments.xml"}


def test_a_new_part_with_comments_is_announced() -> None:
    data = made(PLAIN)
    after = parts(annotated_docx(data, word_map(data, "v.docx"), [note(0, 0, 7)]))
    assert b"/word/comments.xml" in after["[Content_Types].xml"]
    assert b'Target="comments.xml"' in after["word/_rels/document.xml.rels"]


def test_words_in_a_text_box_or_note_are_commented_where_word_allows_it() -> None:
    box = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><a:graphic><a:graphicData><wps:txbx><w:txbxContent>'
        f"{paragraph('In het vak')}</w:txbxContent></wps:txbx></a:graphicData></a:graphic></w:drawing></mc:Choice>"
        "</mc:AlternateContent></w:r>"
    )
    body = paragraph(runs=run("Voor") + box + run("na")) + paragraph(
        runs=run("Met noot") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run(" verder")
    )
    notes = part("footnotes", f'<w:footnote w:id="2">{paragraph("In de noot")}</w:footnote>')
    data = docx(body, footnotes=notes)
    for block in with_text(read_bytes(data, "v.docx")):
        if block.text.startswith("In "):
            after = annotated_docx(data, word_map(data, "v.docx"), [note(block.index, 3, 6)])
            root = etree.fromstring(parts(after)["word/document.xml"])
            start = next(root.iter(f"{W}commentRangeStart"))
            assert next(start.iterancestors(f"{W}txbxContent"), None) is None
            assert start.getnext() is not None
            assert same_but_for_ours(data, after)


@pytest.mark.parametrize(("start", "end"), [(7, 11), (2, 11), (6, 12), (7, 15), (2, 18)])
def test_the_sign_of_a_comment_never_stands_in_a_control_inside_a_paragraph(start: int, end: int) -> None:
    """LibreOffice 7 drops the text between the start of the control and the sign."""
    data = docx(paragraph(runs=run("Voor. ") + control(run("midden"), "<w:text/>") + run(" na alles")))
    after = annotated_docx(data, word_map(data, "v.docx"), [note(0, start, end)])
    (sign,) = etree.fromstring(parts(after)["word/document.xml"]).iter(f"{W}commentReference")
    assert next(sign.iterancestors(f"{W}sdt"), None) is None
    assert between(after, ours(data, after)[0]) == "Voor. midden na alles"[start:end]
    assert same_but_for_ours(data, after)


def test_the_side_of_tracked_changes_that_was_read_is_commented() -> None:
    data = made(CHANGES)
    options = ReadOptions(changes="original")
    block = with_text(read_bytes(data, "v.docx", options))[0]
    start = block.text.index("oud")
    after = annotated_docx(data, word_map(data, "v.docx", options), [note(block.index, start, start + 3)])
    marks = etree.fromstring(parts(after)["word/document.xml"])
    assert next(next(marks.iter(f"{W}commentRangeStart")).iterancestors(f"{W}del"), None) is not None
    assert same_but_for_ours(data, after)


def test_without_notes_the_copy_is_the_file() -> None:
    data = made(PLAIN)
    assert annotated_docx(data, word_map(data, "v.docx"), []) == data


def test_the_same_file_gives_the_same_bytes() -> None:
    data = made(PLAIN)
    where = word_map(data, "v.docx")
    assert annotated_docx(data, where, [note(0, 3, 7)]) == annotated_docx(data, where, [note(0, 3, 7)])


def test_a_strict_file_stays_strict() -> None:
    data = made(PLAIN)
    old = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    strict = io.BytesIO()
    with zipfile.ZipFile(strict, "w") as archive:
        for name, content in parts(data).items():
            archive.writestr(name, content.replace(old, b"http://purl.oclc.org/ooxml/wordprocessingml/main"))
    after = parts(annotated_docx(strict.getvalue(), word_map(strict.getvalue(), "v.docx"), [note(0, 0, 7)]))
    assert b"purl.oclc.org/ooxml/wordprocessingml/main" in after["word/comments.xml"]
    assert old not in after["word/document.xml"] + after["word/comments.xml"]
    assert b"purl.oclc.org/ooxml/officeDocument/relationships/comments" in after["word/_rels/document.xml.rels"]


def test_a_signed_file_is_left_alone(checker: Checker) -> None:
    signed = io.BytesIO(made(PLAIN))
    with zipfile.ZipFile(signed, "a") as archive:
        archive.writestr("_xmlsignatures/sig1.xml", "<Signature/>")
    report = checker.check_bytes(signed.getvalue(), "v.docx")
    with pytest.raises(AnnotateError, match="ondertekend"):
        annotate(report, signed.getvalue())


@pytest.mark.parametrize("path", CORPUS[::4], ids=lambda path: path.stem)
def test_documents_of_the_corpus_are_commented_at_the_words_and_read_as_before(path: Path, checker: Checker) -> None:
    data = path.read_bytes()
    report = checker.check(path)
    made = annotate(report, data)
    assert report.document is not None
    source = report.document.source
    texts = {block.index: block.text for block in source.walk()}
    keys = ours(data, made.data)
    assert len(keys) == len(made.notes)
    for key, one in zip(keys, made.notes, strict=True):
        anchor = one.anchor
        assert "".join(clean(between(made.data, key)).split()) == "".join(texts[anchor.block][anchor.start : anchor.end].split())
    assert differing(data, made.data) <= MAY_DIFFER
    assert bare(data) == bare(made.data, keys)
    again = read_bytes(made.data, path.name)
    assert replace(again, sha256=source.sha256, beside=source.beside) == source


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is niet geïnstalleerd")
def test_libreoffice_shows_the_same_text_with_the_comments(tmp_path: Path) -> None:
    fields = paragraph(runs=control(run("In het veld"), "<w:text/>") + run(" en ") + control(run("aan het slot"), "<w:text/>"))
    data = made(CONTROLS + PLAIN + fields + TABLES + CHANGES)
    blocks = with_text(read_bytes(data, "v.docx"))
    notes = [note(block.index, 0, len(block.text)) for block in blocks]
    notes += [note(block.index, 0, 5) for block in blocks] + [
        note(block.index, len(block.text) - 4, len(block.text)) for block in blocks
    ]
    (tmp_path / "voor.docx").write_bytes(data)
    (tmp_path / "na.docx").write_bytes(annotated_docx(data, word_map(data, "v.docx"), notes))
    profile = f"-env:UserInstallation={(tmp_path / 'profiel').as_uri()}"
    for form in ("txt:Text (encoded):UTF8", "fodt"):
        command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", str(tmp_path)]
        subprocess.run([*command, *map(str, sorted(tmp_path.glob("*.docx")))], check=True, capture_output=True, timeout=120)
    before, after = ((tmp_path / f"{name}.txt").read_text(encoding="utf-8-sig").split() for name in ("voor", "na"))
    assert after == before
    assert (tmp_path / "na.fodt").read_text(encoding="utf-8").count("<office:annotation ") == len(notes)
