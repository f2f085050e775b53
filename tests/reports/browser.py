"""A page in a real browser without a window: its rules for accessibility, and on paper."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from pathlib import Path

AXE = Path(__file__).parent / "axe" / "axe.min.js"
CHROMIUM = next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None)

_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
_RUN = """
<script>%s</script>
<script>
axe.run({resultTypes: ["violations"]}).then(found => {
  const told = document.createElement("pre");
  told.id = "axe-found";
  const failed = found.violations.map(one => [one.id, one.nodes.map(node => node.html)]);
  told.textContent = JSON.stringify([found.passes.length, failed]);
  document.body.append(told);
});
</script>
</body>"""


def accessibility(page: str, folder: Path, *, dark: bool) -> tuple[int, list[object]]:
    """How many rules of axe-core the page passes, and those that fail, each with the elements.

    The page forbids all scripts; this lifts it in a copy.
    """
    copy = folder / "page.html"
    text = _POLICY.sub("", page).replace("</body>", _RUN.replace("%s", AXE.read_text(encoding="utf-8")))
    copy.write_text(text, encoding="utf-8")
    scheme = f"--blink-settings=preferredColorScheme={0 if dark else 1}"
    shown = _chromium(folder, scheme, "--virtual-time-budget=60000", "--dump-dom", copy.as_uri())
    found = re.search(r'<pre id="axe-found">(.*?)</pre>', shown, re.DOTALL)
    assert found, "axe-core gave no answer"
    passed, failed = json.loads(html.unescape(found[1]))
    return passed, failed


def printed(page: str, folder: Path) -> bytes:
    """The page as a PDF."""
    source, target = folder / "page.html", folder / "page.pdf"
    source.write_text(page, encoding="utf-8")
    _chromium(folder, f"--print-to-pdf={target}", "--no-pdf-header-footer", source.as_uri())
    return target.read_bytes()


def _chromium(folder: Path, *options: str) -> str:
    command = [str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}", *options]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout
