"""Whether a document gets the same outcomes in every format: `python -m benchmarks.parity [--make] [MAP …]`.

Beside every .docx in these folders stand a .pdf and an .odt of the same name; with --make LibreOffice makes an .odt, a tagged and
an untagged .pdf of it instead. Counted are the rules that apply in either of two formats. Nothing here asserts.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from toets.checker import Checker
from toets.model.outcome import Status
from toets.model.report import DocumentReport, DocumentStatus

CORPUS = Path(__file__).parent.parent / "corpus"
FORMATS = (".odt", "pdf met labels", "pdf zonder labels")
MADE = (
    (".odt", "odt", ".odt"),
    ("pdf met labels", 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}', ".pdf"),
    ("pdf zonder labels", 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"false"}}', ".pdf"),
)


@dataclass(frozen=True, slots=True)
class Pair:
    """One document in two formats: how many rules apply in either, and those whose outcome differs."""

    name: str
    form: str
    applied: int
    different: tuple[tuple[str, str, str], ...]
    kinds: str


def main() -> None:
    """Print the share of equal outcomes for each format, and every difference."""
    given = [Path(each) for each in sys.argv[1:] if not each.startswith("--")]
    folders = given or sorted(CORPUS.glob("*/documenten"))
    with tempfile.TemporaryDirectory(prefix="toets-pariteit-") as work:
        documents = sorted(path for folder in folders for path in folder.glob("*.docx"))
        others = made(documents, Path(work)) if "--make" in sys.argv else {path: list(beside(path)) for path in documents}
        pairs = list(compared(others))
    for pair in pairs:
        if pair.kinds:
            print(f"{pair.name} {pair.form}: soorten {pair.kinds}")
        for rule, before, after in pair.different:
            print(f"{pair.name} {pair.form}: {rule} {before} in .docx, {after} hier")
    for form in FORMATS:
        show(form, [pair for pair in pairs if pair.form == form])


def show(form: str, pairs: list[Pair]) -> None:
    """Print the share of one format."""
    applied = sum(pair.applied for pair in pairs)
    if applied:
        same = applied - sum(len(pair.different) for pair in pairs)
        print(f"{form:18} {len(pairs):3} documenten   {same} van {applied} uitkomsten gelijk aan .docx   {same / applied:.1%}")


def beside(document: Path) -> Iterator[tuple[str, Path]]:
    """The other formats that stand beside a .docx."""
    odt, pdf = document.with_suffix(".odt"), document.with_suffix(".pdf")
    if odt.is_file():
        yield ".odt", odt
    if pdf.is_file():
        yield "pdf met labels" if is_tagged(pdf) else "pdf zonder labels", pdf


def is_tagged(path: Path) -> bool:
    """Whether a PDF has a tag tree."""
    import pypdfium2

    document = pypdfium2.PdfDocument(str(path))
    tagged = bool(pypdfium2.raw.FPDFCatalog_IsTagged(document))
    document.close()
    return tagged


def made(documents: list[Path], work: Path) -> Mapping[Path, list[tuple[str, Path]]]:
    """The other formats as LibreOffice makes them, each in a folder of its own below `work`."""
    soffice = shutil.which("soffice")
    if soffice is None:
        raise SystemExit("soffice (LibreOffice) is nodig voor --make.")
    out: dict[Path, list[tuple[str, Path]]] = {document: [] for document in documents}
    for number, (form, how, ending) in enumerate(MADE):
        for folder in sorted({document.parent for document in documents}):
            target = work / str(number) / folder.name / folder.parent.name
            files = [str(document) for document in documents if document.parent == folder]
            profile = f"-env:UserInstallation={(work / 'profile').as_uri()}"
            command = [soffice, profile, "--headless", "--convert-to", how, "--outdir", str(target), *files]
            subprocess.run(command, check=True, capture_output=True)
            for name in files:
                out[Path(name)].append((form, target / Path(name).with_suffix(ending).name))
    return out


def compared(others: Mapping[Path, Iterable[tuple[str, Path]]]) -> Iterator[Pair]:
    """Every document beside its other formats."""
    checker = Checker()
    for document, forms in others.items():
        first = checker.check(document)
        for form, path in forms:
            yield pair(document.stem, form, first, checker.check(path))


def pair(name: str, form: str, first: DocumentReport, other: DocumentReport) -> Pair:
    """Two formats of one document beside each other."""
    one, two = ({each.rule: each.status for each in report.outcomes} for report in (first, other))
    if DocumentStatus.JUDGED not in (first.status, other.status):
        return Pair(name, form, 0, (), "")
    both = [(rule, one.get(rule, Status.NOT_APPLICABLE), two.get(rule, Status.NOT_APPLICABLE)) for rule in sorted({*one, *two})]
    applied = [each for each in both if set(each[1:]) != {Status.NOT_APPLICABLE}]
    different = tuple((rule, before.value, after.value) for rule, before, after in applied if before != after)
    told = [" ".join(sorted(kind.code for kind in report.kinds)) or report.lookalike or "-" for report in (first, other)]
    return Pair(name, form, len(applied), different, "" if told[0] == told[1] else f"{told[0]} in .docx, {told[1]} hier")


if __name__ == "__main__":
    main()
