"""Every 0/1 field of a fact is set by a phrase or by code, and every fact that is declared is made by something."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.shipped import shipped
from toets.model.fact import FactKind, FieldType
from toets.rulesets import vocabulary_of

ROOT = Path(__file__).parents[2]
SETS = shipped()
WORDS = vocabulary_of(SETS)
CODE = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "toets" / "extract").glob("*.py")))
KINDS = sorted(WORDS.facts, key=lambda kind: kind.name)


def setters(kind: FactKind, field: str) -> Iterator[str]:
    """The topics, derivations and code that set a field of a kind of fact."""
    for topic in WORDS.topics:
        near = any(field in item.sets for item in topic.near)
        if topic.fact == kind.name and (field in topic.gives or near or any(field in phrase.sets for phrase in topic.phrases)):
            yield topic.name
    for rule_set in SETS:
        yield from (item.name for item in rule_set.derivations if item.fact == kind.name and field in item.gives)
    if re.search(rf'"{kind.name}"', CODE) and re.search(rf'"{field}"|\b{field}=', CODE):
        yield "toets/extract"


FLAGS = [(kind, field.name) for kind in KINDS for field in kind.fields if field.type is FieldType.FLAG]


@pytest.mark.parametrize(("kind", "field"), FLAGS, ids=[f"{kind.name}.{field}" for kind, field in FLAGS])
def test_a_flag_is_set_by_something(kind: FactKind, field: str) -> None:
    assert list(setters(kind, field)), f"niets zet {kind.name}.{field}"


@pytest.mark.parametrize("kind", KINDS, ids=[kind.name for kind in KINDS])
def test_a_declared_fact_is_made_by_something(kind: FactKind) -> None:
    topics = any(topic.fact == kind.name for topic in WORDS.topics)
    derived = any(item.fact == kind.name for rule_set in SETS for item in rule_set.derivations)
    assert topics or derived or f'"{kind.name}"' in CODE
