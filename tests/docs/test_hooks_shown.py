"""What the handbook says of the contracts with other programs is what the code says."""

from __future__ import annotations

import inspect
import re
import sys
from pathlib import Path

import pytest

from tests.docs.sessions import DOCS, Snippet, steps
from toets.plugins import hookspecs

PLUGIN = DOCS / "regels-schrijven" / "plugin.md"


def specified() -> set[str]:
    named = inspect.getmembers(hookspecs, inspect.isfunction)
    return {f"def {name}{inspect.signature(hook)}".replace("'", "") for name, hook in named if name.startswith("toets_")}


def test_the_handbook_shows_every_hook_with_its_exact_signature() -> None:
    shown = [step.text for step in steps(PLUGIN) if isinstance(step, Snippet) and step.name == "hooks"]
    assert len(shown) == 1
    assert {line.removesuffix(": ...") for line in shown[0].splitlines()} == specified()


@pytest.fixture
def reference(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The generated pages by name."""
    monkeypatch.syspath_prepend(str(DOCS))
    generator = __import__("generator")
    return dict(generator.pages())


def test_the_reference_is_made_from_the_code(reference: dict[str, str], tmp_path: Path) -> None:
    assert all(f"```python\n{one}\n```" in reference["hooks.md"] for one in specified())
    generator = sys.modules["generator"]
    generator.write(tmp_path)
    stale = tmp_path / "naslag" / "regels" / "OUD-01.md"
    stale.write_text("weg", encoding="utf-8")
    generator.write(tmp_path)
    assert not stale.exists()
    assert len(list((tmp_path / "naslag").rglob("*.md"))) == len(reference)


def test_every_rule_has_a_page_with_what_a_reader_asks(reference: dict[str, str]) -> None:
    from toets.rulebook import Request, rulebook_for

    for rule in rulebook_for(Request()).rules:
        page = reference[f"regels/{rule.code}.md"]
        headings = re.findall(r"^## (.+)$", page, re.MULTILINE)
        assert {"Waarom", "Wat te doen", "Waar de regel op rust", "Hoe vaak klopt deze regel", "Voorbeelden"} <= set(headings)
        assert page.count("\n### ") >= 4, rule.code


def test_every_command_and_option_has_its_place(reference: dict[str, str]) -> None:
    from toets.cli import COMMANDS, cli

    for name, _ in COMMANDS:
        page = reference[f"opdrachten/{name}.md"]
        command = cli.commands.get(name) or cli.get_command(None, name)  # type: ignore[arg-type]
        assert command is not None
        for option in command.params:
            assert all(f"`{one}`" in page for one in option.opts if one.startswith("--")), (name, option)
