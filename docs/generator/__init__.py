"""Makes the reference pages of the handbook from the code and the rules themselves, so that they are never out of date."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.commands import command_pages
from generator.contracts import contract_pages
from generator.facts import fact_pages
from generator.rules import rule_pages
from generator.settings import settings_pages

FOLDER = "naslag"


def pages() -> Mapping[str, str]:
    """Every generated page as Markdown, by its path within the folder of the reference."""
    return {**rule_pages(), **command_pages(), **settings_pages(), **contract_pages(), **fact_pages()}


def write(docs: Path) -> None:
    """Bring the folder of the reference up to date: only what differs is written, and what no longer belongs is removed."""
    target, wanted = docs / FOLDER, pages()
    for path in target.rglob("*.md"):
        if path.relative_to(target).as_posix() not in wanted:
            path.unlink()
    for name, text in wanted.items():
        path = target / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
