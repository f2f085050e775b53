"""The letter to the steller as a Word document."""

from __future__ import annotations

from datetime import date

from toets.model.report import Report
from toets.reports.retour import Letter, letter
from toets.reports.sheet import Block, Listing, Paragraph, Words, text
from toets.reports.word import Writer, saved
from toets.reports.word_styles import LETTER_AFTER, blank


def to_retour_word(report: Report, *, due: date | None = None) -> bytes:
    """The letters as a .docx, each on a page of its own; `due` is the day by which the proposal must be back."""
    letters = [letter(document, due=due) for document in report.documents]
    writer = Writer(blank(letters[0].subject if len(letters) == 1 else "Retouradviezen", after=LETTER_AFTER))
    for number, one in enumerate(letters):
        writer.title(one.subject, new_page=number > 0, style="Onderwerp")
        for block in _blocks(one):
            writer.block(block)
    return saved(writer.word)


def _blocks(one: Letter) -> tuple[Block, ...]:
    before = tuple(Paragraph(text(words)) for words in (one.greeting, *one.before))
    items = tuple(
        (
            *((Words(f"{demand.where}: ", strong=True),) if demand.where else ()),
            Words(" ".join(part for part in (demand.words, demand.repair) if part)),
        )
        for demand in one.demands
    )
    after = tuple(Paragraph(text(words)) for words in (*one.after, *one.closing))
    return (*before, *((Listing(items, numbered=True),) if items else ()), *after)
