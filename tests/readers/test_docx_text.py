"""What the text of a paragraph in a Word file is."""

from __future__ import annotations

import pytest

from toets.model.document import Block, BlockKind, Source
from toets.readers import read_bytes

from .build import control, docx, package, paragraph, part, run, style, styles

_TICK = '<w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="{}"/></w:checkBox></w:ffData></w:fldChar>'


def source(body: str, **parts: str) -> Source:
    return read_bytes(docx(body, **parts), "voorstel.docx")


def only(body: str, **parts: str) -> Block:
    (block,) = source(body, **parts).blocks
    return block


def text(runs: str, **parts: str) -> str:
    return only(paragraph(runs=runs), **parts).text


def field(instruction: str, result: str = "") -> str:
    shown = f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}' if result else ""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{instruction}</w:instrText></w:r>{shown}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def test_runs_are_joined_as_they_stand() -> None:
    assert text(run("De raad ") + run("besluit", "<w:i/>") + run(".")) == "De raad besluit."


def test_blanks_around_a_paragraph_are_dropped() -> None:
    assert text(run("  Inleiding \u00a0")) == "Inleiding"


def test_a_paragraph_without_text_is_no_block() -> None:
    assert [block.text for block in source(paragraph() + paragraph("tekst") + paragraph(" \u200b ")).blocks] == ["tekst"]


@pytest.mark.parametrize(
    ("xml", "shown"),
    [
        ("<w:t>€</w:t><w:t>\u00a05.000</w:t>", "€ 5.000"),
        ("<w:t>samen\u00adwerking</w:t>", "samenwerking"),
        ("<w:t>samen</w:t><w:softHyphen/><w:t>werking</w:t>", "samenwerking"),
        ("<w:t>2024</w:t><w:noBreakHyphen/><w:t>2027</w:t>", "2024-2027"),
        ("<w:t>2024\u20112027</w:t>", "2024-2027"),
        ("<w:t>Datum</w:t><w:tab/><w:t>3 juli</w:t>", "Datum\t3 juli"),
        ("<w:t>Raad</w:t><w:br/><w:t>3 juli</w:t>", "Raad\n3 juli"),
        ("<w:t>Raad</w:t><w:cr/><w:t>3 juli</w:t>", "Raad\n3 juli"),
        ('<w:sym w:font="Wingdings" w:char="F0FE"/><w:t> ja</w:t>', "☑ ja"),
        ('<w:sym w:font="Symbol" w:char="F0A0"/><w:t> 5.000</w:t>', "€ 5.000"),
        ('<w:sym w:font="Wingdings" w:char="geen"/><w:t>ja</w:t>', "ja"),
        ("<w:t>financie\u0308n</w:t>", "financiën"),
        ("<w:t>\ufeffO\u200bnderwerp</w:t>", "Onderwerp"),
        ("<w:t>\u0080 5.000</w:t>", "€ 5.000"),
        ("<w:t>\n   Inleiding\n  </w:t>", "Inleiding"),
    ],
)
def test_special_characters_become_plain_ones(xml: str, shown: str) -> None:
    assert text(f"<w:r>{xml}</w:r>") == shown


@pytest.mark.parametrize(
    "wrapper",
    [
        '<w:hyperlink r:id="x">{}</w:hyperlink>',
        '<w:smartTag w:element="plaats">{}</w:smartTag>',
        '<w:customXml w:element="naam">{}</w:customXml>',
        '<w:fldSimple w:instr="DOCPROPERTY onderwerp">{}</w:fldSimple>',
        "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:sdt><w:sdtContent><w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt></w:sdtContent></w:sdt>",
        '<w:bdo w:val="ltr">{}</w:bdo>',
        "<mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback><w:r><w:t>dubbel</w:t></w:r></mc:Fallback></mc:AlternateContent>",
    ],
)
def test_wrappers_around_runs_are_transparent(wrapper: str) -> None:
    assert text(run("Aan ") + wrapper.format(run("de raad")) + run(".")) == "Aan de raad."


def test_of_a_field_the_result_is_read_and_the_instruction_is_not() -> None:
    assert text(run("Zaak ") + field("DOCPROPERTY Zaaknummer", run("Z/24/1")) + run(".")) == "Zaak Z/24/1."


def test_fields_nest() -> None:
    inner = field("MERGEFIELD x", run("3 juli"))
    assert text(field(f"IF </w:instrText></w:r>{inner}<w:r><w:instrText>= 1", run("donderdag ") + inner)) == "donderdag 3 juli"


def test_a_field_runs_on_over_paragraphs() -> None:
    begin = field("TOC", " ").partition('<w:fldChar w:fldCharType="end"/>')[0].removesuffix("<w:r>")
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    body = paragraph(runs=begin + run("Inleiding 1")) + paragraph(runs=run("Bijlagen 2") + end) + paragraph("tekst")
    assert [block.text for block in source(body).blocks] == ["Inleiding 1", "Bijlagen 2", "tekst"]


def test_a_field_that_never_ends_does_not_swallow_the_rest() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    assert [block.text for block in source(paragraph(runs=run("een") + begin) + paragraph("twee")).blocks] == ["een", "twee"]


def test_a_click_here_field_shows_its_own_text_and_is_unfilled() -> None:
    block = only(paragraph(runs=run("Steller: ") + field("MACROBUTTON NoMacro [vul naam in]")))
    assert block.text == "Steller: [vul naam in]"
    assert block.unfilled == ((9, 22),)


@pytest.mark.parametrize(("state", "sign"), [("1", "☒"), ("0", "☐")])
def test_an_old_form_box_shows_whether_it_is_ticked(state: str, sign: str) -> None:
    runs = f'<w:r>{_TICK.format(state)}</w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>' + run(" openbaar")
    assert text(runs) == f"{sign} openbaar"


def test_hidden_text_is_left_out() -> None:
    assert text(run("De raad ") + run("(intern)", "<w:vanish/>") + run("besluit")) == "De raad besluit"


@pytest.mark.parametrize("kind", ["character", "paragraph"])
def test_text_hidden_by_a_style_is_left_out(kind: str) -> None:
    hidden = styles(style("Hulp", "Hulptekst", kind=kind, looks="<w:vanish/>"))
    by_run = run("hulp", '<w:rStyle w:val="Hulp"/>' if kind == "character" else "")
    body = paragraph(runs=by_run, style="Hulp" if kind == "paragraph" else "") + paragraph("besluit")
    assert [block.text for block in source(body, styles=hidden).blocks] == ["besluit"]


def test_text_that_overrides_a_hiding_style_is_read() -> None:
    hidden = styles(style("Hulp", "Hulptekst", looks="<w:vanish/>"))
    assert only(paragraph(runs=run("toch", '<w:vanish w:val="0"/>'), style="Hulp"), styles=hidden).text == "toch"


def test_of_annotated_characters_only_the_base_is_read() -> None:
    ruby = "<w:ruby><w:rt><w:r><w:t>boven</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>basis</w:t></w:r></w:rubyBase></w:ruby>"
    assert text(f"<w:r>{ruby}</w:r>") == "basis"


def test_formulas_give_their_characters() -> None:
    assert (
        text(
            run("Met ")
            + "<m:oMath><m:sSup><m:e><m:r><m:t>m</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>"
        )
        == "Met m2"
    )


@pytest.mark.parametrize(
    "wrapped", [control(paragraph("Doel"), "<w:showingPlcHdr/>"), paragraph(runs=control(run("Doel"), "<w:showingPlcHdr/>"))]
)
def test_an_unfilled_content_control_is_kept_and_marked(wrapped: str) -> None:
    block = only(wrapped)
    assert (block.text, block.unfilled) == ("Doel", ((0, 4),))


def test_text_in_the_placeholder_style_is_marked_as_unfilled() -> None:
    named = styles(style("Tekst", "Placeholder Text", kind="character"))
    block = only(paragraph(runs=run(" Steller: ") + run("[naam]", '<w:rStyle w:val="Tekst"/>')), styles=named)
    assert (block.text, block.unfilled) == ("Steller: [naam]", ((9, 15),))


def test_a_filled_content_control_is_plain_text() -> None:
    assert only(control(paragraph("Doel"), '<w:alias w:val="doel"/>')).unfilled == ()


@pytest.mark.parametrize("wrapper", ["<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>", "<w:customXml>{}</w:customXml>"])
def test_wrappers_around_paragraphs_are_transparent(wrapper: str) -> None:
    body = paragraph("een") + wrapper.format(wrapper.format(paragraph("twee") + paragraph("drie"))) + paragraph("vier")
    assert [(block.index, block.text) for block in source(body).blocks] == [(0, "een"), (1, "twee"), (2, "drie"), (3, "vier")]


def test_a_typed_number_stays_in_the_text() -> None:
    block = only(paragraph("1. De verordening vast te stellen"))
    assert (block.kind, block.number, block.text) == (BlockKind.PARAGRAPH, "", "1. De verordening vast te stellen")


def test_strict_files_are_read_like_others() -> None:
    strict = part("document", f"<w:body>{paragraph('Inleiding')}</w:body>").replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main"
    )
    assert "purl.oclc.org" in strict
    assert [
        block.text for block in read_bytes(package({"[Content_Types].xml": "", "word/document.xml": strict}), "s.docx").blocks
    ] == ["Inleiding"]
