"""ODF texts. What is expected was compared with what LibreOffice makes of the same documents in Word's format."""

from __future__ import annotations

import random
from contextlib import suppress
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toets.errors import ReadError
from toets.model.document import Block, BlockKind, FoundBy, Location, Origin, Remark, Source
from toets.readers import ReadOptions, read_bytes

from .build import odt, package


def source(body: str, changes: Literal["final", "original"] = "final", **more: str) -> Source:
    return read_bytes(odt(body, **more), "voorstel.odt", ReadOptions(changes=changes))


def only(body: str, **more: str) -> Block:
    (block,) = source(body, "final", **more).blocks
    return block


def p(inside: str, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{inside}</text:p>'


def h(inside: str, level: int, style: str = "Standard", more: str = "") -> str:
    return f'<text:h text:style-name="{style}" text:outline-level="{level}" {more}>{inside}</text:h>'


def style(name: str, *, letters: str = "", paragraph: str = "", more: str = "", family: str = "paragraph") -> str:
    return (
        f'<style:style style:name="{name}" style:family="{family}" {more}><style:paragraph-properties {paragraph}/>'
        f"<style:text-properties {letters}/></style:style>"
    )


def items(*each: str) -> str:
    return "".join(f"<text:list-item>{item if item.startswith('<') else p(item)}</text:list-item>" for item in each)


def listing(inside: str, more: str = "", name: str = "L1") -> str:
    return f'<text:list text:style-name="{name}" {more}>{inside}</text:list>'


_NUMBERS = (
    '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")" text:display-levels="1"/>'
    '<text:list-level-style-number text:level="3" style:num-format="1" text:display-levels="3"/></text:list-style>'
    '<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char="-"/></text:list-style>'
    '<text:list-style style:name="L3"><text:list-level-style-number text:level="1" style:num-format="I" '
    'style:num-prefix="Artikel " text:start-value="4"/></text:list-style>'
)


def numbers(body: str) -> list[tuple[str, str]]:
    return [(block.number, block.text) for block in source(body, named=_NUMBERS).blocks]


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        ("De  raad\n   besluit ", "De raad besluit"),
        ('een<text:s text:c="3"/>twee', "een   twee"),
        ("Datum<text:tab/>3 juli<text:line-break/>2025", "Datum\t3 juli\n2025"),
        ("De <text:span>raad <text:a>besluit</text:a></text:span> nu", "De raad besluit nu"),
        ("blad <text:page-number>2</text:page-number>", "blad 2"),
        ("€\u00a05.000 samen\u00adwerking", "€ 5.000 samenwerking"),
        ('a<text:hidden-text text:is-hidden="true">weg</text:hidden-text>b', "ab"),
        ("<text:ruby><text:ruby-base>basis</text:ruby-base><text:ruby-text>boven</text:ruby-text></text:ruby>", "basis"),
        ("een<text:soft-page-break/>twee", "eentwee"),
    ],
)
def test_the_text_of_a_paragraph(inside: str, shown: str) -> None:
    assert only(p(inside)).text == shown


def test_headings_tell_their_level_and_how_it_was_found() -> None:
    named = style("Kop_20_1", more='style:display-name="Kop 1" style:default-outline-level="1"')
    blocks = source(h("een", 1, "Kop_20_1") + h("twee", 2) + p("drie"), named=named).blocks
    assert [(block.outline, block.outline_by, block.look.style) for block in blocks] == [
        (1, FoundBy.STYLE, "Kop 1"),
        (2, FoundBy.OUTLINE, "Standard"),
        (None, None, "Standard"),
    ]


def test_looks_come_through_the_styles_a_style_rests_on() -> None:
    named = style("Basis", letters='fo:font-weight="bold" fo:font-size="14pt"')
    automatic = style("P1", more='style:parent-style-name="Basis"', letters='fo:font-size="150%" fo:text-transform="uppercase"')
    look = only(p("tekst", "P1"), named=named, automatic=automatic).look
    assert (look.bold, look.caps, look.size, look.style) == (True, True, 21, "Basis")


def test_an_underlined_paragraph_is_told() -> None:
    automatic = style("P1", letters='style:text-underline-style="solid"') + style(
        "P2", more='style:parent-style-name="P1"', letters='style:text-underline-style="none"'
    )
    assert only(p("tekst", "P1"), automatic=automatic).look.underlined
    assert not only(p("tekst", "P2"), automatic=automatic).look.underlined


def test_bold_opening_words_are_the_lead() -> None:
    bold = style("T1", letters='fo:font-weight="bold"', family="text")
    look = only(p('<text:span text:style-name="T1">Inleiding</text:span> Op 12 maart'), automatic=bold).look
    assert (look.bold, look.lead) == (False, "Inleiding")


def test_hidden_text_paragraphs_and_sections_are_left_out() -> None:
    hidden = style("T1", letters='text:display="none"', family="text")
    body = (
        p('zicht<text:span text:style-name="T1">weg</text:span>baar')
        + p('weg<text:hidden-paragraph text:is-hidden="true"/>')
        + f'<text:section text:display="none">{p("weg")}</text:section><text:section>{p("ook")}</text:section>'
    )
    assert [block.text for block in source(body, automatic=hidden).blocks] == ["zichtbaar", "ook"]


def test_page_breaks() -> None:
    automatic = style("P1", paragraph='fo:break-before="page"') + style("P2", paragraph='fo:break-after="page"')
    blocks = source(p("een", "P1") + p("twee", "P1") + p("drie", "P2") + p("vier"), automatic=automatic).blocks
    assert [block.look.breaks_page for block in blocks] == [False, True, False, True]


def test_lists_count_by_level_and_start_again() -> None:
    body = listing(items("a", p("b") + listing(items("c", "d")), "e")) + p("tussen") + listing(items("f"))
    assert numbers(body) == [("1.", "a"), ("2.", "b"), ("a)", "c"), ("b)", "d"), ("3.", "e"), ("", "tussen"), ("1.", "f")]


def test_lists_can_go_on_from_an_earlier_one() -> None:
    first = listing(items("a"), 'xml:id="x1"')
    assert numbers(first + p("-") + listing(items("b"), 'text:continue-list="x1"'))[-1] == ("2.", "b")
    assert numbers(first + p("-") + listing(items("b"), 'text:continue-numbering="true"'))[-1] == ("2.", "b")
    assert numbers(first + p("-") + listing(items("b"), 'text:continue-list="weg"'))[-1] == ("1.", "b")


def test_items_can_start_at_a_number_of_their_own() -> None:
    jump = f'<text:list-item text:start-value="7">{p("b")}</text:list-item>'
    assert numbers(listing(items("a") + jump + items("c"))) == [("1.", "a"), ("7.", "b"), ("8.", "c")]


def test_only_the_first_paragraph_of_an_item_has_its_number() -> None:
    body = listing(f"<text:list-header>{p('kop')}</text:list-header>" + items(p("a") + p("vervolg"), "b"))
    assert numbers(body) == [("", "kop"), ("1.", "a"), ("", "vervolg"), ("2.", "b")]


def test_bullets_words_in_numbers_and_higher_levels() -> None:
    assert numbers(listing(items("a"), name="L2")) == [("•", "a")]
    assert numbers(listing(items("a", "b"), name="L3")) == [("Artikel IV", "a"), ("Artikel V", "b")]
    assert numbers(listing(items(p("a") + listing(items(p("b") + listing(items("c")))))))[-1] == ("1.a.1", "c")


def test_items_are_items_with_their_level() -> None:
    blocks = source(listing(items(p("a") + listing(items("b")))), named=_NUMBERS).blocks
    assert [(block.kind, block.level) for block in blocks] == [(BlockKind.ITEM, 0), (BlockKind.ITEM, 1)]


def test_headings_are_numbered_by_the_outline() -> None:
    outline = (
        '<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="1"/>'
        '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>'
    )
    body = h("a", 1) + h("b", 2) + h("c", 2) + h("d", 1, more='text:is-list-header="true"') + h("e", 1)
    assert [block.number for block in source(body, named=outline).blocks] == ["1", "1.1", "1.2", "", "2"]


def grid(block: Block) -> list[list[tuple[int, int, str]]]:
    return [[(cell.column, cell.width, cell.text) for cell in line] for line in block.rows]


def cell(inside: str, more: str = "") -> str:
    return f"<table:table-cell {more}>{inside if inside.startswith('<') else p(inside)}</table:table-cell>"


def rows(*each: str) -> str:
    return f"<table:table>{''.join(f'<table:table-row>{row}</table:table-row>' for row in each)}</table:table>"


def test_tables_with_merged_repeated_and_nested_cells() -> None:
    merged = cell("kop", 'table:number-columns-spanned="2"') + "<table:covered-table-cell/>" + cell("c")
    high = cell("hoog", 'table:number-rows-spanned="2"') + cell(rows(cell("x"))) + cell("z")
    below = "<table:covered-table-cell/>" + cell("y", 'table:number-columns-repeated="2"')
    block = only(rows(merged, high, below))
    assert grid(block) == [[(0, 2, "kop"), (2, 1, "c")], [(0, 1, "hoog"), (1, 1, "x"), (2, 1, "z")], [(1, 1, "y")]]
    assert [each.index for each in block.walk()] == list(range(8))


def test_header_rows_are_rows_and_hidden_rows_are_not() -> None:
    hidden = f'<table:table-row table:visibility="collapse">{cell("weg")}</table:table-row>'
    head = f"<table:table-header-rows><table:table-row>{cell('kop')}</table:table-row></table:table-header-rows>"
    body = f"<table:table>{head}{hidden}</table:table>"
    assert grid(only(body)) == [[(0, 1, "kop")]]


def test_boxes_and_shapes_are_read_after_their_paragraph_tables_in_them_too() -> None:
    frame = f"<draw:frame><draw:text-box>{p('doos')}</draw:text-box></draw:frame>"
    table = rows(cell("cel")).replace("table:", "loext:")
    shape = f"<draw:custom-shape>{p('vorm')}{table}</draw:custom-shape>"
    told = [(block.origin, block.text) for block in source(p(f"voor{frame}{shape}na")).walk()]
    assert told == [(Origin.BODY, "voorna"), (Origin.BOX, "doos"), (Origin.BOX, "vorm"), (Origin.BOX, ""), (Origin.BOX, "cel")]


def test_notes_stand_after_their_paragraph_and_after_a_table() -> None:
    inside = f"<text:note-citation>1</text:note-citation><text:note-body>{p('noot')}</text:note-body>"
    note = f'<text:note text:note-class="footnote">{inside}</text:note>'
    told = [(block.origin.value, block.number, block.text) for block in source(p(f"tekst{note}") + p("verder")).walk()]
    assert told == [("body", "", "tekst"), ("footnote", "1", "noot"), ("body", "", "verder")]
    table = source(rows(cell(p(f"cel{note}"))))
    assert [block.origin for block in table.blocks] == [Origin.BODY, Origin.FOOTNOTE]
    assert table.blocks[0].rows[0][0].text == "cel"


def test_headers_and_footers_are_furniture() -> None:
    header = f"<style:header>{p('Gemeente X')}</style:header><style:footer>{p('blad 1')}</style:footer>"
    master = "".join(f'<style:master-page style:name="{name}">{header}</style:master-page>' for name in "AB")
    assert source(p("tekst"), master=master).furniture == ("Gemeente X", "blad 1")


def test_comments_stand_at_the_words_they_are_about() -> None:
    comment = f'<office:annotation office:name="c1"><dc:creator>Jansen</dc:creator>{p("klopt dit?")}</office:annotation>'
    read = source(p(f'Krediet van {comment}€ 5.000<office:annotation-end office:name="c1"/> vragen'))
    assert read.remarks == (Remark("Jansen", "klopt dit?", Location(paragraph=0, start=12, end=19)),)
    assert read.blocks[0].text == "Krediet van € 5.000 vragen"


_CHANGES = (
    '<text:tracked-changes><text:changed-region text:id="c1"><text:insertion/></text:changed-region>'
    f'<text:changed-region text:id="c2"><text:deletion>{p("5.000")}</text:deletion></text:changed-region></text:tracked-changes>'
)
_CHANGED = p(
    '€ <text:change text:change-id="c2"/><text:change-start text:change-id="c1"/>6.000<text:change-end text:change-id="c1"/>,-'
)


@pytest.mark.parametrize(("side", "expected"), [("final", "€ 6.000,-"), ("original", "€ 5.000,-")])
def test_tracked_changes_follow_the_chosen_side(side: Literal["final", "original"], expected: str) -> None:
    read = source(_CHANGES + _CHANGED, side)
    assert ([block.text for block in read.blocks], read.changes) == ([expected], 2)


def test_paragraphs_that_were_added_are_not_in_the_original() -> None:
    body = (
        _CHANGES + '<text:change-start text:change-id="c1"/>' + p("nieuw") + '<text:change-end text:change-id="c1"/>' + p("oud")
    )
    assert [block.text for block in source(body, "original").blocks] == ["oud"]


def test_an_unfilled_field_is_marked() -> None:
    block = only(p("Steller: <text:placeholder>&lt;naam&gt;</text:placeholder>"))
    assert (block.text, block.unfilled) == ("Steller: <naam>", ((9, 15),))


@pytest.mark.parametrize(
    ("inside", "what"),
    [
        (
            '<draw:image xlink:href="Pictures/1.png"/><svg:desc>Kaart</svg:desc>',
            ["afbeelding, mogelijk met tekst (12 × 8 cm): “Kaart”"],
        ),
        ('<draw:image xlink:href="https://x.nl/1.png"/>', ["afbeelding buiten het bestand (12 × 8 cm)"]),
        ("<draw:object/><draw:image/>", ["ingesloten object"]),
        (f"<draw:text-box>{p('doos')}</draw:text-box>", []),
    ],
)
def test_pictures_and_objects_are_named(inside: str, what: list[str]) -> None:
    frame = f'<draw:frame svg:width="12cm" svg:height="80mm">{inside}</draw:frame>'
    assert [each.what for each in source(p(f"tekst{frame}")).unread] == what


def test_properties_of_the_file() -> None:
    meta = (
        "<dc:title>Voorstel</dc:title><meta:initial-creator>Jansen</meta:initial-creator><dc:creator>Pietersen</dc:creator>"
        '<dc:language>nl-NL</dc:language><meta:document-statistic meta:page-count="3"/>'
    )
    read = source(p("tekst"), meta=meta)
    assert dict(read.properties) == {
        "title": "Voorstel",
        "author": "Jansen",
        "last_modified_by": "Pietersen",
        "language": "nl-NL",
    }
    assert (read.pages, read.format, read.name) == (3, "odt", "voorstel.odt")


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": ""}, "geen tekstdocument"),
        ({"mimetype": "application/vnd.oasis.opendocument.text"}, "ontbreekt"),
        ({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<kapot"}, "beschadigd"),
        ({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<!DOCTYPE a><a/>"}, "DOCTYPE"),
        ({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}, "geen tekst"),
        (
            {
                "mimetype": "application/vnd.oasis.opendocument.text",
                "META-INF/manifest.xml": "<m:encryption-data/>",
                "content.xml": "x",
            },
            "wachtwoord",
        ),
    ],
)
def test_what_can_not_be_read_is_refused_with_the_reason(files: dict[str, str], words: str) -> None:
    with pytest.raises(ReadError, match=words):
        read_bytes(package(files), "voorstel.odt")


@pytest.mark.parametrize(
    "deep",
    [
        "<text:section>" * 60 + p("diep") + "</text:section>" * 60,
        "<text:list><text:list-item>" * 60 + p("diep") + "</text:list-item></text:list>" * 60,
        "<table:table><table:table-row><table:table-cell>" * 60
        + p("diep")
        + "</table:table-cell></table:table-row></table:table>" * 60,
        p("<text:span>" * 100 + "diep" + "</text:span>" * 100),
    ],
)
def test_what_is_nested_too_deep_is_named_and_passed_over(deep: str) -> None:
    read = source(p("tekst") + deep)
    assert [block.text for block in read.walk() if block.text] == ["tekst"]
    assert any("te diep" in each.what for each in read.unread)


def test_boxes_in_boxes_are_read_once() -> None:
    inner = "tekst"
    for depth in range(12):
        inner = f"<draw:frame><draw:text-box>{p(str(depth))}{inner}</draw:text-box></draw:frame>"
    assert [block.text for block in source(p("a" + inner)).blocks] == ["a", *map(str, range(11, -1, -1))]


def test_a_deletion_that_refers_to_itself_is_given_once() -> None:
    again = '<text:change text:change-id="c"/>' * 3
    region = f'<text:changed-region text:id="c"><text:deletion>{p(again + "oud")}</text:deletion></text:changed-region>'
    body = f"<text:tracked-changes>{region}</text:tracked-changes>{p(again + 'nieuw')}"
    assert [block.text for block in source(body, "original").blocks] == ["oudnieuw"]


_TAGS = (
    *(
        f"text:{tag}"
        for tag in ("p", "h", "span", "list", "list-item", "list-header", "s", "tab", "note", "note-body", "section", "change")
    ),
    *(
        f"text:{tag}"
        for tag in ("change-start", "change-end", "numbered-paragraph", "placeholder", "hidden-paragraph", "index-body", "a")
    ),
    *(f"table:{tag}" for tag in ("table", "table-row", "table-cell", "covered-table-cell", "table-header-rows")),
    *("draw:frame", "draw:text-box", "draw:image", "draw:custom-shape", "draw:g", "office:annotation", "office:annotation-end"),
)


def tangle(seed: int) -> str:
    """Elements in any order and depth, with odd attributes."""
    choose = random.Random(seed)  # noqa: S311

    def element(depth: int) -> str:
        tag = choose.choice(_TAGS)
        inside = "".join(element(depth - 1) for _ in range(choose.randint(0, 3))) if depth else "tekst"
        value = choose.choice(("", "0", "-1", "3", "99999999999", "x", "L1"))
        stated = " ".join(f'text:{name}="{value}"' for name in ("style-name", "outline-level", "c", "change-id"))
        return f"<{tag} {stated}>{inside} b</{tag}>"

    return "".join(element(4) for _ in range(3))


@settings(max_examples=200)
@given(st.integers())
def test_any_elements_anywhere_give_a_source_or_a_refusal(seed: int) -> None:
    with suppress(ReadError):
        indexes = [block.index for block in source(tangle(seed), named=_NUMBERS).walk()]
        assert indexes == list(range(len(indexes)))
