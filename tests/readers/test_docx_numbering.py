"""The numbers that Word shows before paragraphs. Expected values were compared with what LibreOffice prints."""

from __future__ import annotations

import pytest

from toets.model.document import BlockKind
from toets.readers import read_bytes

from .build import docx, level, listed, numbering, paragraph, run, style, styles

_THREE = level(0, "%1.") + level(1, "%1.%2") + level(2, "%3)", "lowerLetter")
_START = '<w:lvlOverride w:ilvl="{}"><w:startOverride w:val="{}"/></w:lvlOverride>'


def numbers(body: str, lists: str, looks: str = "") -> list[str]:
    parts = {"numbering": lists} | ({"styles": looks} if looks else {})
    return [block.number for block in read_bytes(docx(body, **parts), "voorstel.docx").blocks]


def test_levels_count_and_start_again_below_a_higher_one() -> None:
    body = listed("a") + listed("b", 1, 1) + listed("c", 1, 1) + listed("d", 1, 2) + listed("e") + listed("f", 1, 1)
    assert numbers(body, numbering({0: _THREE}, {1: "0"})) == ["1.", "1.1", "1.2", "a)", "2.", "2.1"]


def test_items_are_items_with_their_level() -> None:
    source = read_bytes(docx(listed("a") + listed("b", 1, 1), numbering=numbering({0: _THREE}, {1: "0"})), "v.docx")
    assert [(block.kind, block.level, block.text) for block in source.blocks] == [
        (BlockKind.ITEM, 0, "a"),
        (BlockKind.ITEM, 1, "b"),
    ]


def test_text_in_between_does_not_restart_a_list() -> None:
    assert numbers(listed("a") + paragraph("tekst") + listed("b"), numbering({0: _THREE}, {1: "0"})) == ["1.", "", "2."]


def test_lists_on_the_same_definition_count_on() -> None:
    assert numbers(listed("a") + listed("b", 2) + listed("c"), numbering({0: _THREE}, {1: "0", 2: "0"})) == ["1.", "2.", "3."]


def test_a_list_with_a_start_of_its_own_restarts_the_common_count_once() -> None:
    body = listed("a") + listed("b") + listed("c", 2) + listed("d", 2) + listed("e")
    assert numbers(body, numbering({0: _THREE}, {1: "0", 2: f"0{_START.format(0, 1)}"})) == ["1.", "2.", "1.", "2.", "3."]


def test_separate_definitions_count_by_themselves() -> None:
    body = listed("a") + listed("b", 2) + listed("c")
    assert numbers(body, numbering({0: _THREE, 1: level(0, "%1)", "upperRoman")}, {1: "0", 2: "1"})) == ["1.", "I)", "2."]


def test_a_level_used_before_the_higher_ones_counts_them_in() -> None:
    body = listed("a", 1, 1) + listed("b", 1, 1) + listed("c")
    assert numbers(body, numbering({0: _THREE}, {1: "0"})) == ["1.1", "1.2", "2."]


def test_a_level_that_never_restarts_counts_on() -> None:
    lists = numbering({0: level(0, "%1.") + level(1, "%2.", "lowerLetter", '<w:lvlRestart w:val="0"/>')}, {1: "0"})
    assert numbers(listed("a") + listed("b", 1, 1) + listed("c") + listed("d", 1, 1), lists) == ["1.", "a.", "2.", "b."]


def test_legal_numbering_shows_higher_levels_in_digits() -> None:
    lists = numbering({0: level(0, "%1", "upperRoman") + level(1, "%1.%2", more="<w:isLgl/>")}, {1: "0"})
    assert numbers(listed("a") + listed("b", 1, 1), lists) == ["I", "1.1"]


def test_headings_are_numbered_through_their_styles() -> None:
    lists = numbering(
        {0: level(0, "%1", more='<w:pStyle w:val="Kop1"/>') + level(1, "%1.%2", more='<w:pStyle w:val="Kop2"/>')}, {7: "0"}
    )
    own = '<w:numPr><w:numId w:val="7"/></w:numPr>'
    looks = styles(style("Kop1", "heading 1", paragraph_looks=own), style("Kop2", "heading 2", paragraph_looks=own))
    body = (
        paragraph("a", style="Kop1") + paragraph("b", style="Kop2") + paragraph("c", style="Kop2") + paragraph("d", style="Kop1")
    )
    assert numbers(body, lists, looks) == ["1", "1.1", "1.2", "2"]


def test_a_paragraph_can_leave_the_list_of_its_style() -> None:
    looks = styles(style("Lijst", "Lijst", paragraph_looks='<w:numPr><w:numId w:val="1"/></w:numPr>'))
    body = paragraph("a", style="Lijst") + paragraph("b", style="Lijst", properties='<w:numPr><w:numId w:val="0"/></w:numPr>')
    assert numbers(body, numbering({0: _THREE}, {1: "0"}), looks) == ["1.", ""]


def test_a_list_can_stand_in_a_numbering_style() -> None:
    lists = numbering({0: '<w:numStyleLink w:val="Opsomming"/>', 1: level(0, "%1)", "lowerLetter")}, {1: "0", 2: "1"})
    linked = styles(style("Opsomming", "Opsomming", kind="numbering", paragraph_looks='<w:numPr><w:numId w:val="2"/></w:numPr>'))
    assert numbers(listed("a") + listed("b"), lists, linked) == ["a)", "b)"]


def test_numbering_styles_that_refer_to_each_other_in_a_circle_show_nothing() -> None:
    lists = numbering({0: '<w:numStyleLink w:val="S"/>'}, {1: "0"})
    linked = styles(style("S", "S", kind="numbering", paragraph_looks='<w:numPr><w:numId w:val="1"/></w:numPr>'))
    assert numbers(listed("a"), lists, linked) == [""]


def test_a_list_can_replace_a_level_of_its_definition() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "%1)", "upperLetter")}</w:lvlOverride>'
    assert numbers(listed("a", 2) + listed("b", 2), numbering({0: _THREE}, {2: f"0{own}"})) == ["A)", "B)"]


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        ("decimal", ["1", "2", "3", "4"]),
        ("lowerLetter", ["a", "b", "c", "d"]),
        ("upperLetter", ["A", "B", "C", "D"]),
        ("lowerRoman", ["i", "ii", "iii", "iv"]),
        ("upperRoman", ["I", "II", "III", "IV"]),
        ("decimalZero", ["01", "02", "03", "04"]),
        ("ordinal", ["1e", "2e", "3e", "4e"]),
        ("ordinalText", ["eerste", "tweede", "derde", "vierde"]),
        ("none", ["", "", "", ""]),
        ("thaiLetters", ["1", "2", "3", "4"]),
    ],
)
def test_number_formats(form: str, shown: list[str]) -> None:
    assert numbers("".join(listed(each) for each in "abcd"), numbering({0: level(0, "%1", form)}, {1: "0"})) == shown


def test_letters_double_after_z() -> None:
    shown = numbers("".join(listed("x") for _ in range(28)), numbering({0: level(0, "%1", "lowerLetter")}, {1: "0"}))
    assert shown[24:] == ["y", "z", "aa", "bb"]


def test_words_in_a_number_are_shown() -> None:
    assert numbers(listed("a") + listed("b"), numbering({0: level(0, "Artikel %1 ")}, {1: "0"})) == ["Artikel 1", "Artikel 2"]


def test_bullets_are_bullets_whatever_the_sign() -> None:
    source = read_bytes(docx(listed("a"), numbering=numbering({0: level(0, "\uf0b7", "bullet")}, {1: "0"})), "v.docx")
    assert [(block.kind, block.number) for block in source.blocks] == [(BlockKind.ITEM, "•")]


def test_a_list_that_shows_nothing_makes_no_items() -> None:
    source = read_bytes(docx(listed("a"), numbering=numbering({0: level(0, "", "none")}, {1: "0"})), "v.docx")
    assert source.blocks[0].kind is BlockKind.PARAGRAPH


def test_a_list_that_is_not_defined_shows_nothing() -> None:
    assert numbers(listed("a", 9), numbering({0: _THREE}, {1: "0"})) == [""]
    assert [block.number for block in read_bytes(docx(listed("a")), "v.docx").blocks] == [""]


def test_an_empty_numbered_paragraph_counts_and_a_hidden_one_does_not() -> None:
    lists = numbering({0: _THREE}, {1: "0"})
    hidden = paragraph(
        properties='<w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:vanish/></w:rPr>', runs=run("weg", "<w:vanish/>")
    )
    assert numbers(listed("a") + listed("") + listed("c"), lists) == ["1.", "3."]
    assert numbers(listed("a") + hidden + listed("c"), lists) == ["1.", "2."]
