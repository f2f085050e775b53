"""The handbook builds into a site without a single warning, that can be searched and needs nothing from elsewhere."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.docs.sessions import ROOT

pytestmark = pytest.mark.skipif(
    any(find_spec(name) is None for name in ("sphinx", "furo", "myst_parser")),
    reason="Sphinx, furo of myst-parser is niet geïnstalleerd: pip install -e '.[dev]'",
)
_FETCHED = re.compile(r"""(?:<(?:script|img|iframe)\b[^>]*\bsrc|<link\b[^>]*\bhref)=["'](?P<to>[^"']+)""")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("site")
    command = [
        sys.executable,
        "-m",
        "sphinx",
        "-q",
        "-W",
        "--keep-going",
        "-d",
        str(target / "bomen"),
        "docs",
        str(target / "html"),
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    return target / "html"


def test_the_site_has_a_page_for_every_rule(site: Path) -> None:
    codes = {path.stem[:6] for path in (ROOT / "rules").rglob("[A-Z]*-[0-9][0-9]-*.toml")}
    assert codes
    assert codes == {path.stem for path in (site / "naslag" / "regels").glob("*-[0-9][0-9].html")}


def test_the_site_can_be_searched_without_a_server(site: Path) -> None:
    index = (site / "searchindex.js").read_text(encoding="utf-8")
    assert "retouradvies" in index
    assert "dekk" in index  # Dutch word forms are brought back to their stem


def test_no_page_fetches_anything_from_elsewhere(site: Path) -> None:
    pages = list(site.rglob("*.html"))
    fetched = {found["to"] for page in pages for found in _FETCHED.finditer(page.read_text(encoding="utf-8"))}
    styles = "".join(path.read_text(encoding="utf-8") for path in site.rglob("*.css"))
    assert fetched
    assert not [address for address in fetched if "//" in address]
    assert not re.findall(r"(?:@import|url\()\s*[\"']?https?:", styles)
