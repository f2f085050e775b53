"""Measure toets beside a floor in the same run, and print ratios: `python -m benchmarks.run [DOCX] [PDF]`.

Seconds differ from machine to machine; the ratio to a floor does not, or hardly. New processes, and judging, are
told in processor time, the rest in time on the clock. Nothing here asserts.
"""

from __future__ import annotations

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.beside import environment

if TYPE_CHECKING:
    from toets.checker import Checker

HERE = Path(__file__).parent.parent / "corpus" / "ontwikkeling" / "documenten"
FLOOR_COLD = "import spacy, zipfile; from lxml import etree; etree.parse(zipfile.ZipFile({path!r}).open('word/document.xml'))"
FLOOR_CLICK = "import click; click.group()(lambda: None)"
WORDS = """
import time, toets.checker, toets.rulebook, spacy.matcher
start = time.process_time()
toets.checker.Checker(toets.rulebook.Request(cache=True)).language.hits(["De raad."], [()])
print((time.process_time() - start) * 1000)
"""
THREE_PAGES = HERE / "R04.docx"
MOST_WORDS, MOST_JUDGING = 150, 40
"""The most milliseconds that the words may add to a cold start, and that all rules may take for three pages."""


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
    show("check, koude start / import spacy + zip + XML", unseen(docx), floor)
    show("check, niets veranderd / kale click", cold([sys.executable, "-m", "toets", "check", str(docx)]), click)
    words(floor)
    judging()
    running(docx, pdf)


def unseen(docx: Path) -> float:
    """The time of a check of a document that was never checked before; rules and words are kept from an earlier run."""
    with tempfile.TemporaryDirectory() as folder:
        copies = (shutil.copyfile(docx, Path(folder) / f"{os.getpid()}-{number}.docx") for number in count())
        return least(lambda: process([sys.executable, "-m", "toets", "check", next(copies)]), of_children, times=7)


def words(floor: float) -> None:
    """Measure what rules and words, kept from an earlier run, add to the start of a process that has imported all code."""
    added = min(float(process([sys.executable, "-c", WORDS])) for _ in range(7))
    show("regels en woorden laden / import spacy", added, floor)
    print(f"  norm {MOST_WORDS} ms")


def judging() -> None:
    """Measure what all rules with all words take for a document of three pages that has been read, in processor time."""
    from toets.checker import Checker
    from toets.readers import read
    from toets.structure import understand

    checker, source = Checker(), read(THREE_PAGES)
    vocabulary = checker.rulebook.vocabulary
    walk = least(lambda: walked(THREE_PAGES))
    structure = least(lambda: understand(source, vocabulary))
    whole = least(lambda: checker.judge(source))
    show("structuur van drie bladzijden / lopen", structure, walk)
    show("oordelen over drie bladzijden / lopen", whole - structure, walk)
    print(f"  {len(checker.rulebook.rules)} regels; norm {MOST_JUDGING} ms")


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


def cold(command: Sequence[str | Path], *, times: int = 7, env: Mapping[str, str] | None = None) -> float:
    """Least processor time of a new process after one that warms up, in milliseconds."""
    return least(lambda: process(command, env), of_children, times=times)


def process(command: Sequence[str | Path], env: Mapping[str, str] | None = None) -> str:
    """What a process prints, with all code compiled once, as an installer leaves it."""
    compiled = {**(env or os.environ), "PYTHONPYCACHEPREFIX": str(Path(tempfile.gettempdir(), "toets-bytecode"))}
    compiled.pop("PYTHONDONTWRITEBYTECODE", None)
    return subprocess.run(command, capture_output=True, text=True, check=False, env=compiled).stdout


def of_children() -> float:
    """The processor time of all processes that were started and ended, in seconds; others on the machine don't count in it."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def warm(action: Callable[[], object], *, times: int = 15) -> float:
    """Median time of a call after one that warms up, in milliseconds."""
    action()
    return statistics.median(timed(action) for _ in range(times))


def least(action: Callable[[], object], clock: Callable[[], float] = time.process_time, *, times: int = 15) -> float:
    """Least processor time of a call after one that warms up, in milliseconds: what a busy machine disturbs least."""
    action()
    return min(timed(action, clock) for _ in range(times))


def timed(action: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    """The time of one call, in milliseconds."""
    start = clock()
    action()
    return (clock() - start) * 1000


def memory() -> float:
    """The most memory this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def show(what: str, value: float, floor: float) -> None:
    """Print one measurement with its ratio to the floor."""
    print(f"{what:44} {value:8.1f} {floor:8.1f} {value / floor:10.1f}")


if __name__ == "__main__":
    main()
