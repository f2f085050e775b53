"""Makes the .docx and .pdf of the corpus from its sources.

usage: build.py [--pdf] [ID ...]        all documents, or those with these ids; --pdf needs LibreOffice (soffice)

Building twice gives the same bytes: dates and identifiers are fixed. (A .pdf also depends on the LibreOffice and the fonts used.)
"""

from __future__ import annotations

import argparse
import datetime
import json
import re
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from layouts import HOUSES, Writer

ROOT = Path(__file__).resolve().parent
SETS = ("ontwikkeling", "meting")
ZIP_DATE = (1980, 1, 1, 0, 0, 0)  # the earliest date that a zip can hold


def sources(ids: Iterable[str]) -> list[Path]:
    """The source files of all documents, or of those with the given ids, sorted."""
    wanted = set(ids)
    found = [path for name in SETS for path in sorted((ROOT / name / "bron").glob("*.json"))]
    return [path for path in found if not wanted or path.stem in wanted]


def build_docx(source: Path) -> Path:
    """Write the .docx of one source file in the folder `documenten` beside it; returns its path."""
    data: dict[str, Any] = json.loads(source.read_text(encoding="utf-8"))
    house = HOUSES[data["layout"]]
    document = Writer(house).write(data["blocks"])
    _fix_properties(document, data, titled=house.accessible)
    target = source.parent.parent / "documenten" / f"{source.stem}.docx"
    target.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / target.name
        document.save(fresh)
        _copy_without_dates(fresh, target)
    return target


def _fix_properties(document: Any, data: dict[str, Any], *, titled: bool) -> None:
    properties = document.core_properties
    moment = datetime.datetime(int(data["year"]), 1, 1, tzinfo=datetime.UTC).replace(tzinfo=None)
    properties.created = properties.modified = moment
    properties.author = properties.last_modified_by = f"gemeente {data['gemeente']}"
    titles = (block["text"] for block in data["blocks"] if block["t"] == "title")
    properties.title, properties.comments = next(titles, "") if titled else "", ""
    properties.language = "nl-NL"


def _copy_without_dates(source: Path, target: Path) -> None:
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, ZIP_DATE), old.read(name), zipfile.ZIP_DEFLATED)


def build_pdfs(documents: Sequence[Path]) -> None:
    """Convert the documents to .pdf beside them, with a LibreOffice profile of its own."""
    soffice = shutil.which("soffice")
    if soffice is None:
        raise SystemExit("soffice (LibreOffice) is nodig om pdf's te maken.")
    with tempfile.TemporaryDirectory() as profile:
        for folder in sorted({document.parent for document in documents}):
            files = [str(document) for document in documents if document.parent == folder]
            command = [soffice, f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "pdf", "--outdir"]
            subprocess.run([*command, str(folder), *files], check=True, capture_output=True)  # noqa: S603
    for document in documents:
        _fix_pdf(document.with_suffix(".pdf"))


def _fix_pdf(path: Path) -> None:
    """Overwrite the date and the identifiers of a pdf by zeros of the same length, so that no position in it moves."""
    data = path.read_bytes()
    data = re.sub(rb"(?<=/CreationDate\(D:)\d{14}", b"20260101000000", data)
    data = re.sub(rb"(?<=/DocChecksum /)[0-9A-F]{32}", b"0" * 32, data)
    path.write_bytes(re.sub(rb"(?<=<)[0-9A-F]{32}(?=>\s)", b"0" * 32, data))


def main() -> None:
    parser = argparse.ArgumentParser(description="Maakt de documenten van het corpus uit hun bron.")
    parser.add_argument("ids", nargs="*", metavar="ID", help="alleen deze documenten")
    parser.add_argument("--pdf", action="store_true", help="maak ook pdf's (vraagt LibreOffice)")
    options = parser.parse_args()
    documents = [build_docx(source) for source in sources(options.ids)]
    if options.pdf:
        build_pdfs(documents)
    print(f"{len(documents)} documenten gemaakt")


if __name__ == "__main__":
    main()
