"""PDFs that can't be read, or not wholly, give a clear message; whatever the bytes are, nothing else happens."""

from __future__ import annotations

import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.readers.pdf_build import LEFT, Pdf, pdf
from tests.readers.test_pdf_text import PROSE, texts
from toets.errors import ReadError
from toets.model.document import Source
from toets.model.reading import Limits, ReadOptions
from toets.readers.pdf import read_pdf

# A page that says "geheim", with a password to open it: made with the standard handler, revision 3.
LOCKED = (
    b"%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Count 1/Kids[3 0 R]>>\nendobj\n"
    b"3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>\nendobj\n4 0 obj\n<</Filter/Standard/V 2/R 3/Length 128/P -44/O<"
    + b"11" * 32
    + b">/U<"
    + b"22" * 32
    + b">>>\nendobj\ntrailer\n<</Size 5/Root 1 0 R/Encrypt 4 0 R/ID[<00><00>]>>\nstartxref\n0\n%%EOF\n"
)


def example() -> bytes:
    """A file with what readers trip over: two pages, a table, tags, a note and a field."""
    made = Pdf(tags=[("P", [(1, 0)]), ("Table", [("TR", [("TD", [(1, 1)]), ("TD", [(1, 2)])])])])
    page = made.page()
    page.text(LEFT, 80, "Een zin.", mcid=0)
    page.grid((66, 200, 400), (100, 120, 140))
    page.text(LEFT, 114, "a", mcid=1)
    page.text(210, 114, "b", mcid=2)
    page.image(100, 300, 200, 200)
    page.note("Klopt dit?", "Jan")
    page.filled(LEFT, 600, "ingevuld")
    made.page().paragraph(100, PROSE)
    return made.bytes()


def read(data: bytes, **limits: int) -> Source:
    return read_pdf(data, "voorstel.pdf", ReadOptions(limits=Limits(**limits)))


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "leeg"),
        (b"\x00\n ", "leeg"),
        (b"Dit is gewone tekst.", "geen pdf"),
        (b"%PDF-1.7\n", "einde ontbreekt"),
        (example()[:400], "einde ontbreekt"),
        (b"%PDF-1.7\nrommel\n%%EOF", "beschadigd"),
        (LOCKED, "wachtwoord"),
        (Pdf().bytes(), "beschadigd"),
        (pdf([]), "leeg"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(data: bytes, says: str) -> None:
    with pytest.raises(ReadError, match=f"^voorstel.pdf: .*(?:{says})"):
        read(data)


def test_a_scan_is_told_apart_from_an_empty_file_and_names_the_remedy() -> None:
    made = Pdf()
    made.page().image(0, 0, 595, 842)
    with pytest.raises(ReadError, match=r"geen leesbare tekst.*scan.*--ocr"):
        read(made.bytes())


def test_letters_that_are_drawn_as_shapes_count_as_a_scan() -> None:
    made = Pdf()
    page = made.page()
    for at in range(100):
        page.line(100, 100 + at * 3, 103, 104 + at * 3)
    with pytest.raises(ReadError, match="scan"):
        read(made.bytes())


def test_letters_without_meaning_are_no_text() -> None:
    made = Pdf()
    page = made.page()
    for at in range(10):
        page.text(LEFT, 100 + at * 20, '#%(&$)*+!"' * 3)
    with pytest.raises(ReadError, match="letters waarvan"):
        read(made.bytes())


def test_a_scanned_page_among_others_is_named() -> None:
    made = Pdf()
    made.page().paragraph(100, PROSE)
    made.page().image(0, 0, 595, 842)
    source = read(made.bytes())
    assert texts(source) == [PROSE]
    assert [(part.what, part.location.page) for part in source.unread] == [
        ("bladzijde 2: een scan of afbeelding zonder tekst", 2)
    ]


def test_a_large_picture_between_the_text_is_named_but_a_logo_is_not() -> None:
    made = Pdf()
    for number in range(2):
        page = made.page()
        page.paragraph(100, PROSE)
        page.image(400, 10, 60, 40)
        if number:
            page.image(100, 300, 283.5, 283.5)
    assert [(part.what, part.location.page) for part in read(made.bytes()).unread] == [
        ("afbeelding, mogelijk met tekst (10 × 10 cm)", 2)
    ]


def test_too_many_pages_is_refused_with_the_number() -> None:
    made = Pdf()
    for _ in range(6):
        made.page().text(LEFT, 100, "Tekst.")
    with pytest.raises(ReadError, match=r"telt 6 bladzijden.*ten hoogste 5"):
        read(made.bytes(), pages=5)


def test_the_time_for_a_document_is_bounded() -> None:
    data = pdf(*[[(LEFT, 100.0, "Tekst.")]] * 3)
    with pytest.raises(ReadError, match="duurde te lang"):
        read_pdf(data, "x.pdf", ReadOptions(limits=Limits(seconds=-1.0)))


def test_a_file_that_is_too_large_is_refused() -> None:
    with pytest.raises(ReadError, match="te groot"):
        read(example(), file_size=100)
    with pytest.raises(ReadError, match="te groot"):
        read(example(), blocks=2)


def test_a_bomb_in_the_text_of_a_page_is_refused() -> None:
    bomb = zlib.compress(b" " * 3_000_000)
    data = example()
    start = data.index(b"stream\n", data.index(b"/FlateDecode")) + 7
    swollen = data[:start] + bomb + data[data.index(b"\nendstream", start) :]
    with pytest.raises(ReadError, match="uitgepakt te groot"):
        read(swollen, part_size=1_000_000)


def test_text_that_is_damaged_inside_the_file_is_told() -> None:
    data = bytearray(example())
    start = data.index(b"stream\n", data.index(b"/FlateDecode")) + 7
    data[start + 20 : start + 30] = b"\xff" * 10
    assert any("beschadigd" in part.what for part in read(bytes(data)).unread)


def test_a_broken_table_of_contents_of_the_file_is_no_problem() -> None:
    data = example().replace(b"startxref\n", b"startxref\n9")
    assert "Een zin." in texts(read(data))


@settings(max_examples=150)
@given(st.data())
def test_any_change_of_the_bytes_gives_a_source_or_a_message(data: st.DataObject) -> None:
    file = bytearray(example())
    for _ in range(data.draw(st.integers(1, 8))):
        file[data.draw(st.integers(0, len(file) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.one_of(st.just(len(file)), st.integers(0, len(file))))
    try:
        source = read(bytes(file[:cut]))
    except ReadError:
        return
    walked = list(source.walk())
    assert [block.index for block in walked] == list(range(len(walked)))


@settings(max_examples=60)
@given(st.binary(max_size=400))
def test_any_bytes_behind_the_mark_of_a_pdf_give_a_message(data: bytes) -> None:
    with pytest.raises(ReadError):
        read(b"%PDF-1.7\n" + data)


@settings(max_examples=60)
@given(st.lists(st.text(st.sampled_from("abcdefgABCDEFG0123456789 .,:;()-"), min_size=1, max_size=60), min_size=1, max_size=12))
def test_no_word_of_the_text_is_lost(lines: list[str]) -> None:
    made = Pdf()
    page = made.page()
    for at, line in enumerate(lines):
        page.text(LEFT, 200 + at * 30, line)
    try:
        source = read(made.bytes())
    except ReadError:
        assert sum(map(str.isalnum, "".join(lines))) < 0.5 * len("".join(lines))
        return
    shown = "".join(block.plain() for block in source.walk() if not block.rows) + "".join(source.furniture)
    for line in lines:
        for letter in filter(str.isalnum, line):
            assert letter in shown
