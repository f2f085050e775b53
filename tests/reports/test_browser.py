"""The page as a browser shows it: no rule for accessibility fails, and it prints."""

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from toets.reports.html import to_html
from toets.reports.views import view_for

from .browser import CHROMIUM, accessibility, printed
from .build import failed, judged, lookalike, ready, report, unreadable

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="chromium is hier niet geïnstalleerd")

EVERYTHING = report(judged(), replace(ready(), path="map/voorstel.docx"), lookalike(), unreadable(), failed())


@pytest.mark.parametrize(
    ("reader", "dark"), [("", False), ("", True), ("griffier", True), ("directie", False), ("steller", False)]
)
def test_no_rule_for_accessibility_fails(reader: str, dark: bool, tmp_path: Path) -> None:
    passed, failing = accessibility(to_html(EVERYTHING, view=view_for(reader)), tmp_path, dark=dark)
    assert failing == []
    assert passed > 10


def test_a_page_that_is_not_accessible_is_found_out(tmp_path: Path) -> None:
    _, failing = accessibility('<html><body><img src="x"><p style="color:#ccc">grijs</p></body></html>', tmp_path, dark=False)
    assert len(failing) > 2


def test_the_page_prints_every_document_on_pages_of_its_own(tmp_path: Path) -> None:
    pdf = pypdfium2.PdfDocument(printed(to_html(EVERYTHING), tmp_path))
    texts = [page.get_textpage().get_text_bounded() for page in pdf]
    first = [text.strip().splitlines()[0] for text in texts]
    assert first[0] == "Toetsverslag"
    assert sum("Toetsverslag" in line for line in first) == 6
    assert not any("Naar de inhoud" in text or "klik op de tekst" in text for text in texts)
    pdf.close()
