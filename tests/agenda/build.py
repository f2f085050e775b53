"""Papers of a meeting, written with python-docx as a griffie gets them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import docx

Row = Sequence[str]


def write(path: Path, *paragraphs: str, table: Sequence[Row] = ()) -> Path:
    """A Word file; "# " and "## " open headings."""
    path.parent.mkdir(parents=True, exist_ok=True)
    word = docx.Document()
    for words in paragraphs:
        level = len(words) - len(words.lstrip("#"))
        if level:
            word.add_heading(words[level:].strip(), level - 1)
        else:
            word.add_paragraph(words)
    if table:
        grid = word.add_table(len(table), len(table[0]))
        for row, cells in zip(grid.rows, table, strict=True):
            for cell, words in zip(row.cells, cells, strict=True):
                cell.text = words
    word.save(str(path))
    return path


def proposal(
    path: Path, subject: str, *, case: str = "Z-2026-0100", amount: str = "€ 340.000", listed: Sequence[str] = ()
) -> Path:
    """A raadsvoorstel that asks for a krediet."""
    attachments = ("## Bijlagen", *(f"{number}. {title}" for number, title in enumerate(listed, 1))) if listed else ()
    return write(
        path, "# Raadsvoorstel", f"Onderwerp: {subject}", f"Zaaknummer: {case}", "## Voorgesteld besluit",
        f"1. Een krediet van {amount} beschikbaar te stellen voor {subject.lower()}.",
        "2. De begroting 2027 te wijzigen overeenkomstig de bijgevoegde begrotingswijziging.",
        "## Aanleiding", "Het bouwwerk is versleten.", "## Financiën",
        f"De kosten zijn {amount}, ten laste van de algemene reserve.",
        *attachments,
    )  # fmt: skip


def decision(path: Path, subject: str, *, case: str = "Z-2026-0100", amount: str = "€ 340.000", points: int = 2) -> Path:
    """A raadsbesluit in a file of its own."""
    asked = (
        f"1. Een krediet van {amount} beschikbaar te stellen voor {subject.lower()}.",
        "2. De begroting 2027 te wijzigen overeenkomstig de bijgevoegde begrotingswijziging.",
    )
    return write(
        path, "# Raadsbesluit", f"Onderwerp: {subject}", f"Zaaknummer: {case}", "De raad van de gemeente Voorbeeld;",
        "gelezen het voorstel van het college van 3 november 2026;", "gelet op artikel 189 van de Gemeentewet;", "besluit:",
        *asked[:points], "Aldus vastgesteld in de openbare vergadering van 10 december 2026", "de griffier, de voorzitter,",
    )  # fmt: skip


def budget(path: Path, *amounts: str, title: str = "Begrotingswijziging 2027-03", note: str = "") -> Path:
    """A begrotingswijziging with a table."""
    rows = [
        ("Programma", "Omschrijving", "Lasten"),
        *((str(number), "Wijziging", amount) for number, amount in enumerate(amounts)),
    ]
    return write(path, f"# {title}", *((note,) if note else ()), table=rows)


def attachment(path: Path, title: str) -> Path:
    """Something that goes with a proposal."""
    return write(path, f"# {title}", f"Dit stuk heet {title} en gaat over de uitwerking.", "## Tekening", "Zie het blad hierna.")


def regulation(path: Path, title: str) -> Path:
    """A verordening in a file of its own."""
    return write(
        path, f"# {title}", "De raad van de gemeente Veenwijk;", "gelet op artikel 149 van de Gemeentewet;",
        "besluit vast te stellen:", f"de {title}.",
        "## Artikel 1 Begripsbepalingen", "In deze verordening wordt verstaan onder standplaats: een plek op de markt.",
        "## Artikel 2 Vergunning", "Het is verboden zonder vergunning een standplaats in te nemen.",
    )  # fmt: skip
