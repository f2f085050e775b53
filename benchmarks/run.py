"""Measure toets beside a floor in the same run, and print ratios: `python -m benchmarks.run [DOCX] [PDF]`.

Seconds differ from machine to machine; the ratio to a floor does not, or hardly. Nothing here asserts.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.beside import environment

if TYPE_CHECKING:
    from toets.checker import Checker

HERE = Path(__file__).parent.parent / "corpus" / "ontwikkeling" / "documenten"
FLOOR_COLD = "import spacy, zipfile; from lxml import etree; etree.parse(zipfile.ZipFile({path!r}).open('word/document.xml'))"
FLOOR_CLICK = "import click; click.group()(lambda: None)"


def main() -> None:
    """Print every measurement."""
    docx = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "R01.docx"
    pdf = Path(sys.argv[2]) if len(sys.argv) > 2 else HERE / "R01.pdf"
    python = [sys.executable, "-c"]
    print(f"{'':44} {'ms':>8} {'vloer':>8} {'verhouding':>10}")
    click = cold([*python, FLOOR_CLICK])
    show("toets --version / kale click", cold([sys.executable, "-m", "toets", "--version"]), click)
    show("toets rules / kale click", cold([sys.executable, "-m", "toets", "rules"]), click)
    with_plugins(click)
    floor = cold([*python, FLOOR_COLD.format(path=str(docx))])
    show("check, koude start / import spacy + zip + XML", cold([sys.executable, "-m", "toets", "check", str(docx)]), floor)
    running(docx, pdf)


def with_plugins(click: float) -> None:
    """Measure the start with the plugins of this repository beside toets, against the start without them and against click."""
    with tempfile.TemporaryDirectory() as folder:
        env = environment(Path(folder))
        for word in ("--version", "rules"):
            command = [sys.executable, "-m", "toets", word]
            bare, full = cold(command), cold(command, env=env)
            show(f"toets {word}, drie plugins / zonder", full, bare)
            show(f"toets {word}, drie plugins / kale click", full, click)


def running(docx: Path, pdf: Path) -> None:
    """Measure what a document costs in a process that has everything loaded."""
    from toets.checker import Checker
    from toets.readers import read

    checker = Checker()
    checker.check(docx)
    walk = warm(lambda: walked(docx))
    show("lezen .docx / lopen met python-docx", warm(lambda: read(docx)), walk)
    show("check .docx / lopen met python-docx", warm(lambda: checker.check(docx)), walk)
    bare = warm(lambda: bare_text(pdf))
    show("lezen .pdf / kale tekst van pypdfium2", warm(lambda: read(pdf)), bare)
    show("check .pdf / kale tekst van pypdfium2", warm(lambda: checker.check(pdf)), bare)
    source = read(docx)
    document, conclusions = checker.understand(source)
    show("structuur + feiten + afleiden / lopen", warm(lambda: checker.understand(source)), walk)
    print(f"  {len(document.sections)} koppen, {len(conclusions.facts)} feiten, {len(conclusions.matches)} vragen")
    reporting(docx, pdf, checker)
    ten_pages(checker)
    before = memory()
    for _ in range(100):
        checker.check(docx)
    print(f"geheugen: {before:.0f} MB na het laden, {memory():.0f} MB na nog 100 documenten")


def reporting(docx: Path, pdf: Path, checker: Checker) -> None:
    """Measure what reports cost once a document is judged: the annotated copy and the web page, of ten pages 300 ms together."""
    from toets.annotate import annotate
    from toets.reports.html import to_html

    for path, floor in ((docx, lambda: walked(docx)), (pdf, lambda: bare_text(pdf))):
        report, data = checker.check(path), path.read_bytes()
        together = checker.report([report])
        pages = report.document.source.pages if report.document else None
        show(f"kopie met opmerkingen ({path.suffix}, {pages} blz.)", warm(partial(annotate, report, data)), warm(floor))
        show(f"verslag als webpagina ({path.suffix})", warm(partial(to_html, together)), warm(floor))


def ten_pages(checker: Checker) -> None:
    """Measure the annotated copy and the web page of ten pages (two proposals in one file); the norm is 300 ms together."""
    from docx import Document

    from toets.annotate import annotate
    from toets.reports.html import to_html

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "tien.docx"
        first, second = Document(str(HERE / "N01.docx")), Document(str(HERE / "P06.docx"))
        for element in [each for each in second.element.body if not each.tag.endswith("}sectPr")]:
            first.element.body[-1].addprevious(element)
        first.save(str(path))
        report, data = checker.check(path), path.read_bytes()
        together = checker.report([report])
        copy, page = warm(partial(annotate, report, data)), warm(partial(to_html, together))
        print(f"kopie en webpagina van tien bladzijden: {copy:.0f} + {page:.0f} = {copy + page:.0f} ms (norm 300)")


def walked(path: Path) -> int:
    """The floor for .docx: python-docx reading the text of paragraphs and tables."""
    from docx import Document

    document = Document(str(path))
    size = sum(len(paragraph.text) for paragraph in document.paragraphs)
    return size + sum(len(cell.text) for table in document.tables for row in table.rows for cell in row.cells)


def bare_text(path: Path) -> int:
    """The floor for .pdf: the text of every page from pypdfium2."""
    import pypdfium2

    document = pypdfium2.PdfDocument(str(path))
    size = 0
    for page in document:
        text = page.get_textpage()
        size += len(text.get_text_range())
        text.close()
        page.close()
    document.close()
    return size


def cold(command: list[str], *, times: int = 5, env: Mapping[str, str] | None = None) -> float:
    """Median wall time of a new process after one that warms up, in milliseconds."""
    return warm(lambda: subprocess.run(command, capture_output=True, check=False, env=env), times=times)


def warm(action: Callable[[], object], *, times: int = 15) -> float:
    """Median time of a call after one that warms up, in milliseconds."""
    action()
    return statistics.median(timed(action) for _ in range(times))


def timed(action: Callable[[], object]) -> float:
    """The time of one call, in milliseconds."""
    start = time.perf_counter()
    action()
    return (time.perf_counter() - start) * 1000


def memory() -> float:
    """The most memory this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def show(what: str, value: float, floor: float) -> None:
    """Print one measurement with its ratio to the floor."""
    print(f"{what:44} {value:8.1f} {floor:8.1f} {value / floor:10.1f}")


if __name__ == "__main__":
    main()
