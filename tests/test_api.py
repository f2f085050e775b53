"""The public API: few names, each where it says it is, and used by the command line itself."""

from __future__ import annotations

import inspect
import subprocess
import sys
from pathlib import Path

import toets

TEXT = "# Raadsvoorstel\n\n## Beslispunten\n1. De nota Spelen vast te stellen.\n"


def test_there_are_at_most_fifteen_names_and_each_can_be_had() -> None:
    assert len(toets.__all__) <= 15
    assert all(getattr(toets, name) is not None for name in toets.__all__)
    assert dir(toets) == sorted(toets.__all__)


def test_every_name_is_documented_and_typed() -> None:
    for name in toets.__all__:
        thing = getattr(toets, name)
        if inspect.isfunction(thing):
            assert thing.__doc__, name
            assert "return" in thing.__annotations__, name
        elif inspect.isclass(thing):
            assert thing.__doc__, name


def test_one_document_and_many_can_be_judged_and_compared(tmp_path: Path) -> None:
    paths = [tmp_path / "a.md", tmp_path / "b.md"]
    for path in paths:
        path.write_text(TEXT, encoding="utf-8")
    request = toets.Request(select=("VOR",))
    alone = toets.check(paths[0], request)
    together = toets.check_all(paths, request, jobs=2).report
    assert [outcome.status for outcome in together.documents[0].outcomes] == [outcome.status for outcome in alone.outcomes]
    assert {outcome.status for outcome in alone.outcomes} <= set(toets.Status)
    assert toets.compare_reports(together, together).documents


def test_importing_toets_imports_nothing_heavy() -> None:
    heavy = ("spacy", "lxml", "docx", "pluggy", "click", "toets.checker")
    code = f"import sys, toets; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_listing_rules_imports_no_reader_and_no_document() -> None:
    heavy = ("toets.readers", "toets.text", "toets.model.document", "toets.model.report", "toets.rulesets", "spacy")
    first = "from toets.rulebook import Request, catalogue_for; catalogue_for(Request())"
    subprocess.run([sys.executable, "-c", first], check=True)
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; {first}; print([name for name in {heavy} if name in sys.modules])"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.strip() == "[]"


def test_a_name_that_does_not_exist_is_an_attribute_error() -> None:
    assert not hasattr(toets, "bestaatniet")
