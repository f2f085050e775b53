"""The labels of the corpus: complete, in known classes, and quoting what the document says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from toets.model.document import ROLES

CORPUS = Path(__file__).parents[2] / "corpus"
LABELS = sorted(CORPUS.glob("*/labels/*.json"))
CLASSES = {"finding", "fine", "n/a", "undecidable"}
BY_ABSENCE = {"MAN-10"}
"""Rules that a document without any reference keeps; a reader has nothing to quote then."""
KERN_NUMBERS = {
    "OPD": (1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12),
    "MAN": (1, 2, 3, 4, 5, 6, 7, 10, 11),
    "MID": (1, 2, 3, 4, 6, 7, 8, 9, 11, 14),
    "SOC": (1, 2, 3, 4, 6, 7, 9, 10),
    "UIT": (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11),
    "OPG": (1, 2, 3, 4, 5),
    "SAM": (1, 2, 3, 7),
    "RES": (1, 3),
    "VOR": (1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
}
KERN = {f"{rule_set}-{number:02}" for rule_set, numbers in KERN_NUMBERS.items() for number in numbers}
HEADINGS = ("title", "h1", "h2", "h3", "besluit")

each_label_file = pytest.mark.parametrize("path", LABELS, ids=lambda path: path.stem)


def read(path: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return data


def source_of(path: Path) -> dict[str, Any]:
    return read(path.parent.parent / "bron" / path.name)


def texts(source: dict[str, Any]) -> Iterator[str]:
    """Every text of the source document: paragraphs, items, cells."""
    for block in source["blocks"]:
        if "text" in block:
            yield block["text"]
        yield from block.get("items", [])
        yield from block.get("lines", [])
        for row in block.get("rows", []):
            yield from row


def test_there_are_labels_and_every_source_has_them() -> None:
    sources = {path.relative_to(CORPUS).parts[0] + path.stem for path in CORPUS.glob("*/bron/*.json")}
    assert LABELS
    assert {path.relative_to(CORPUS).parts[0] + path.stem for path in LABELS} == sources


@each_label_file
def test_a_document_lies_beside_its_labels(path: Path) -> None:
    documents = path.parent.parent / "documenten"
    assert (documents / f"{path.stem}.docx").is_file()
    assert (documents / f"{path.stem}.pdf").is_file()
    assert read(path)["id"] == source_of(path)["id"] == path.stem


@each_label_file
def test_every_kern_rule_is_labelled_with_known_classes(path: Path) -> None:
    labels: dict[str, list[str]] = read(path)["labels"]
    assert KERN - set(labels) == set()
    assert {code: answers for code, answers in labels.items() if not answers or set(answers) - CLASSES} == {}


@each_label_file
def test_quotes_occur_literally_in_the_source(path: Path) -> None:
    source = list(texts(source_of(path)))
    evidence: dict[str, dict[str, Any]] = read(path)["evidence"]
    quotes = [(code, quote) for code, found in evidence.items() for quote in found.get("quotes", [])]
    assert [pair for pair in quotes if not any(pair[1] in text for text in source)] == []


@each_label_file
def test_what_was_found_is_shown_by_a_quote_or_by_what_is_missing(path: Path) -> None:
    data = read(path)
    judged = {code for code, answers in data["labels"].items() if {"finding", "fine"} & set(answers)}
    evidence: dict[str, dict[str, Any]] = data["evidence"]
    shown = {code for code in judged if evidence[code].get("quotes") or evidence[code].get("missing")}
    assert judged - shown - BY_ABSENCE == set()


@each_label_file
def test_sections_are_headings_of_the_document_with_known_roles(path: Path) -> None:
    headings = {block["text"] for block in source_of(path)["blocks"] if block["t"] in HEADINGS}
    sections: list[dict[str, Any]] = read(path)["sections"]
    assert {section["heading"] for section in sections} - headings == set()
    assert {role for section in sections for role in section["roles"]} - set(ROLES) == set()


@each_label_file
def test_sure_kinds_are_possible_kinds_and_a_look_alike_has_none(path: Path) -> None:
    data = read(path)
    assert set(data["kinds_sure"]) <= set(data["kinds"])
    assert not (data["lookalike"] and data["kinds"])
