"""Text, Markdown and HTML become blocks."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toets.errors import ReadError
from toets.model.document import Block, BlockKind, FoundBy, Source
from toets.model.reading import Limits, ReadOptions
from toets.readers.plain import read_html, read_markdown, read_text

OPTIONS = ReadOptions()


def md(text: str) -> Source:
    return read_markdown(text.encode(), "voorstel.md", OPTIONS)


def txt(text: str) -> Source:
    return read_text(text.encode(), "voorstel.txt", OPTIONS)


def page(text: str) -> Source:
    return read_html(text.encode(), "voorstel.html", OPTIONS)


def texts(source: Source) -> list[str]:
    return [block.plain() for block in source.blocks]


def items(source: Source) -> list[tuple[str, int, str]]:
    return [(block.number, block.level, block.text) for block in source.walk() if block.kind is BlockKind.ITEM]


def table(source: Source) -> Block:
    return next(block for block in source.blocks if block.kind is BlockKind.TABLE)


def test_a_markdown_heading_has_its_outline_level_and_how_it_was_found() -> None:
    first, second = md("# Raadsvoorstel\n\n### 1. Beslispunten ###\n").blocks
    assert (first.text, first.outline, first.outline_by) == ("Raadsvoorstel", 1, FoundBy.OUTLINE)
    assert (second.text, second.outline) == ("1. Beslispunten", 3)


def test_an_underlined_heading_counts_too() -> None:
    blocks = md("Raadsvoorstel\n===\n\nInleiding\n---\nTekst.\n").blocks
    assert [(block.text, block.outline) for block in blocks] == [("Raadsvoorstel", 1), ("Inleiding", 2), ("Tekst.", None)]


def test_soft_line_breaks_are_joined_and_an_empty_line_parts_paragraphs() -> None:
    assert texts(md("De raad heeft\nbesloten.\n\nDaarna niet meer.\n")) == ["De raad heeft besloten.", "Daarna niet meer."]


def test_short_names_below_each_other_stay_apart_but_a_wrapped_sentence_does_not() -> None:
    assert texts(md("Nota Water\nAdvies Brandweer\n1: Kaart")) == ["Nota Water", "Advies Brandweer", "1: Kaart"]
    assert texts(md("De brief van\nWaterschap Rijnland\ngaat mee.\nDe kaart ook.")) == [
        "De brief van Waterschap Rijnland gaat mee. De kaart ook."
    ]


def test_label_and_value_lines_stay_apart() -> None:
    source = md("Onderwerp: Krediet Dorpsstraat\nDatum: 12 maart 2026\nPort. houder: J. de Vries\n")
    assert texts(source) == ["Onderwerp: Krediet Dorpsstraat", "Datum: 12 maart 2026", "Port. houder: J. de Vries"]


def test_the_line_that_asks_for_the_decision_stands_by_itself() -> None:
    source = md("Het college stelt voor:\n1. in te stemmen;\n2. € 5.000 beschikbaar te stellen.")
    assert texts(source) == ["Het college stelt voor:", "1. in te stemmen;", "2. € 5.000 beschikbaar te stellen."]


def test_lists_keep_their_numbers_and_levels() -> None:
    source = md("1. Een krediet:\n   a. van € 5\n      doorlopend;\n   b) van € 6\n2. Klaar\n\n- los\n")
    assert items(source) == [
        ("1.", 0, "Een krediet:"),
        ("a.", 1, "van € 5 doorlopend;"),
        ("b)", 1, "van € 6"),
        ("2.", 0, "Klaar"),
        ("•", 1, "los"),
    ]


@pytest.mark.parametrize("numbers", [("I.", "II.", "III."), ("i.", "ii.", "iii."), ("1a.", "1b.", "2.")])
def test_numbers_of_one_list_have_one_level(numbers: tuple[str, ...]) -> None:
    found = items(md("\n\n".join(f"{number} De nota vast te stellen;" for number in numbers)))
    assert [(number, level) for number, level, _ in found] == [(number, 0) for number in numbers]


def test_the_initial_of_a_name_is_no_list_number_but_a_and_b_are() -> None:
    assert items(md("J. de Vries\n\nA. Jansen\n")) == []
    assert items(md("A. in te stemmen;\nB. te betalen.\n")) == [("A.", 0, "in te stemmen;"), ("B.", 0, "te betalen.")]


def test_a_wrapped_line_that_begins_with_a_number_is_no_item() -> None:
    assert texts(md("Dat gebeurt op\n12. en ook daarna wel.")) == ["Dat gebeurt op 12. en ook daarna wel."]


def test_bold_opening_words_are_the_lead_and_the_marks_go() -> None:
    (block,) = md("**Inleiding** Op 12 maart is *niets* besloten.").blocks
    assert (block.text, block.look.lead, block.look.bold) == ("Inleiding Op 12 maart is niets besloten.", "Inleiding", False)


def test_a_bold_line_is_a_paragraph_of_its_own() -> None:
    first, second = md("**1.1 Kanttekeningen**\nEr zijn er geen.").blocks
    assert (first.text, first.look.bold, first.kind) == ("1.1 Kanttekeningen", True, BlockKind.PARAGRAPH)
    assert (second.text, second.look.bold) == ("Er zijn er geen.", False)


def test_capitals_are_seen() -> None:
    assert [block.look.caps for block in md("ARGUMENTEN\n\nArgumenten\n\n2026\n").blocks] == [True, False, False]


def test_a_pipe_table_has_rows_and_cells() -> None:
    found = table(md("| Post | Bedrag |\n|---|---:|\n| **Riool** | € 5 |\n| Weg<br>- klinkers | € 6 |\n"))
    assert [[cell.text for cell in cells] for cells in found.rows] == [
        ["Post", "Bedrag"],
        ["Riool", "€ 5"],
        ["Weg\n• klinkers", "€ 6"],
    ]
    assert found.rows[1][0].blocks[0].look.bold


def test_blocks_are_counted_in_reading_order_with_those_in_cells() -> None:
    source = md("# Kop\n\n| a | b |\n| c | d |\n\nNa.\n")
    assert [block.index for block in source.walk()] == list(range(7))
    assert [block.text for block in source.walk()] == ["Kop", "", "a", "b", "c", "d", "Na."]


def test_front_matter_gives_fields() -> None:
    assert texts(md("---\nonderwerp: Krediet\nsteller: Jan\n---\n# Voorstel\n")) == [
        "onderwerp: Krediet",
        "steller: Jan",
        "Voorstel",
    ]


def test_escapes_links_comments_and_template_brackets() -> None:
    assert texts(md("\\*geen\\* [besluit](http://x) [naam]<!-- weg --> `code` &euro; 5")) == ["*geen* besluit [naam] code € 5"]


def test_an_image_is_named_as_unread() -> None:
    assert [part.what for part in md("Tekst ![kaart](k.png)").unread] == ["afbeelding kaart"]


def test_plain_text_has_no_markup() -> None:
    (block,) = txt("# Geen kop **vet**").blocks
    assert (block.text, block.outline, block.look.bold) == ("# Geen kop **vet**", None, False)


def test_wrapped_plain_text_is_joined_but_a_short_line_is_not() -> None:
    first = "Op 12 maart heeft de raad besloten dat het krediet"
    second = "voor het dorp verhoogt."
    assert texts(txt(f"Inleiding\n{first}\n{second}\nEinde.\n")) == ["Inleiding", f"{first} {second}", "Einde."]


def test_tabs_make_a_table() -> None:
    found = table(txt("Post\tBedrag\nRiool\t€ 5\n"))
    assert [[cell.text for cell in cells] for cells in found.rows] == [["Post", "Bedrag"], ["Riool", "€ 5"]]


def test_html_headings_lists_and_tables() -> None:
    source = page(
        "<title>T</title><h2>Kop</h2><p><b>Doel:</b> beter<script>x()</script><ol type=a start=2><li>een<ul><li>x<li>y</ul>"
        "<li><p>twee</ol><table><tr><td rowspan=2>Inleiding<td><p>Een</p><ul><li>p</ul><tr><td colspan=2>b</table><i hidden>z</i>"
    )
    assert (source.blocks[0].text, source.blocks[0].outline, source.blocks[0].outline_by) == ("Kop", 2, FoundBy.TAG)
    assert (source.blocks[1].text, source.blocks[1].look.lead) == ("Doel: beter", "Doel:")
    assert items(source) == [("b.", 0, "een"), ("•", 1, "x"), ("•", 1, "y"), ("c.", 0, "twee"), ("•", 0, "p")]
    assert [[(cell.column, cell.width, cell.text) for cell in cells] for cells in table(source).rows] == [
        [(0, 1, "Inleiding"), (1, 1, "Een\n• p")],
        [(1, 2, "b")],
    ]
    assert source.properties == {"title": "T"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "utf-32"])
def test_every_usual_encoding_is_read(encoding: str) -> None:
    source = read_text("Een krediet van € 5.000 voor één café".encode(encoding), "a.txt", OPTIONS)
    assert texts(source) == ["Een krediet van € 5.000 voor één café"]


def test_utf8_with_one_broken_byte_keeps_the_rest() -> None:
    source = read_text("één café, ".encode() + b"\xff" + " € 5.000 voor de coöperatie".encode(), "a.txt", OPTIONS)
    assert "één café" in source.blocks[0].text


@pytest.mark.parametrize("data", [b"", b" \n\n", bytes(range(32)) * 40, b"\x00\x01\x02\x03" * 99])
def test_what_holds_no_text_is_refused_in_dutch(data: bytes) -> None:
    for read in (read_text, read_markdown, read_html):
        with pytest.raises(ReadError, match=r"leeg\.txt: "):
            read(data, "leeg.txt", OPTIONS)


def test_html_without_text_is_refused() -> None:
    with pytest.raises(ReadError, match="bevat geen tekst"):
        page("<script>alert(1)</script>")


def test_html_with_an_endless_tag_is_given_up() -> None:
    with pytest.raises(ReadError, match="beschadigd"):
        page("tekst " + "<a " * 20_000)
    assert texts(page(f'<p>tekst<!-- {"x" * 40_000} --><img src="data:{"A" * 40_000}">')) == ["tekst"]


def test_limits_are_kept() -> None:
    with pytest.raises(ReadError, match="te groot"):
        read_text(b"tekst", "a.txt", ReadOptions(limits=Limits(file_size=4)))
    with pytest.raises(ReadError, match="te groot"):
        read_markdown(b"een\n\ntwee\n\ndrie", "a.md", ReadOptions(limits=Limits(blocks=2)))


def test_the_hash_is_that_of_the_file() -> None:
    assert md("Tekst").sha256 == hashlib.sha256(b"Tekst").hexdigest()


@given(st.text(alphabet="ab1.-*#|_\\<>/=: \n\t`[]()!", max_size=300))
def test_any_text_gives_blocks_with_text_or_a_message(text: str) -> None:
    for read in (read_text, read_markdown, read_html):
        try:
            source = read(text.encode(), "a", OPTIONS)
        except ReadError:
            continue
        walked = list(source.walk())
        assert [block.index for block in walked] == list(range(len(walked)))
        assert all(block.text or block.kind is BlockKind.TABLE for block in walked)


@given(st.binary(max_size=300))
def test_any_bytes_give_blocks_or_a_message(data: bytes) -> None:
    for read in (read_text, read_markdown, read_html):
        try:
            read(data, "a", OPTIONS)
        except ReadError:
            continue


@given(
    st.lists(
        st.sampled_from(
            ["<table>", "<tr>", "<td>", "</td>", "</tr>", "</table>", "<li>", "<ul>", "</ul>", "<p>", "t", "</p>", "<h1>"]
        )
    )
)
def test_html_tags_in_any_order_lose_no_text(tags: list[str]) -> None:
    try:
        source = page("".join(tags))
    except ReadError:
        assert "t" not in tags
        return
    assert sum(block.text.count("t") for block in source.walk()) == tags.count("t")
