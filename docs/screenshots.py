"""Make the pictures of the handbook from documents in the corpus: `python docs/screenshots.py [MAP]`.

Needs chromium, LibreOffice and poppler (Debian: chromium libreoffice-writer poppler-utils); writes docs/beeld/*.png.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = ROOT / "corpus" / "ontwikkeling" / "documenten"
WEAK, STRONG, LETTER = (DOCUMENTS / f"{name}.docx" for name in ("M03", "R05", "R09"))

DARK, LIGHT = 0, 1
PAGES = (
    # picture, documents, options, width, height, scheme
    ("verslag", (WEAK,), (), 900, 1150, LIGHT),
    ("verslag-donker", (WEAK,), (), 900, 1150, DARK),
    ("verslag-griffier", (WEAK,), ("--voor", "griffier"), 900, 1150, LIGHT),
    ("verslag-telefoon", (WEAK,), ("--voor", "steller"), 500, 1000, LIGHT),
    ("verslag-gereed", (STRONG,), (), 900, 900, LIGHT),
    ("verslag-directie", (WEAK, STRONG, LETTER), ("--voor", "directie"), 900, 1000, LIGHT),
)
PAPERS = (("verslag-word", "word", WEAK), ("retouradvies-word", "retour-word", WEAK))


def main(target: Path) -> None:
    """Make every picture."""
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        for picture, documents, options, width, height, scheme in PAGES:
            page = work / f"{picture}.html"
            _toets(*documents, "--format", "html", *options, "--output", page)
            _photograph(page, work / f"{picture}.png", width, height, scheme)
            _shrink(work / f"{picture}.png", target / f"{picture}.png")
        for picture, form, document in PAPERS:
            paper = work / f"{picture}.docx"
            _toets(document, "--format", form, "--uiterlijk", "2026-09-01", "--output", paper)
            _first_page(paper, work)
            _shrink(work / f"{picture}.png", target / f"{picture}.png")


def _toets(*arguments: object) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "toets", "check", *map(str, arguments)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode not in (0, 1):
        raise SystemExit(done.stderr)


def _photograph(page: Path, picture: Path, width: int, height: int, scheme: int) -> None:
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        raise SystemExit("Zonder chromium zijn er geen schermafbeeldingen te maken.")
    scheme_option = f"--blink-settings=preferredColorScheme={scheme}"
    command = [
        browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--user-data-dir={page.parent / 'profile'}",
        scheme_option, f"--window-size={width},{height}", f"--screenshot={picture}", page.as_uri(),
    ]  # fmt: skip
    subprocess.run(command, capture_output=True, check=True, timeout=120)


def _first_page(paper: Path, work: Path) -> None:
    """The first page of a Word document as a picture beside it."""
    office = ["soffice", "--headless", f"-env:UserInstallation={(work / 'office').as_uri()}", "--convert-to", "pdf", "--outdir"]
    subprocess.run([*office, str(work), str(paper)], capture_output=True, check=True, timeout=180)
    subprocess.run(
        ["pdftoppm", "-r", "80", "-png", "-singlefile", str(paper.with_suffix(".pdf")), str(paper.with_suffix(""))], check=True
    )


def _shrink(picture: Path, target: Path) -> None:
    """Few colours, the rare ones too: a page of text needs no more, and the file is a third."""
    from PIL import Image

    with Image.open(picture) as image:
        image.convert("RGB").quantize(96, method=Image.Quantize.MAXCOVERAGE).save(target, optimize=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "beeld")
