"""The texts of a rule: not empty, neutral, and with placeholders that can be filled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from toets.model.fact import FactKind
from toets.toml import Table, meant

ALWAYS: tuple[str, ...] = ("missing", "n", "quote")
"""Placeholders that every message may use: what is not met, how many, the words that were found."""

_JUDGING = re.compile(r"\b(fout\w*|slechte?|slechter)\b", re.IGNORECASE)
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_NAMED = re.compile(r"([\w-]+)(?:\.(\w+))?")


@dataclass(frozen=True, slots=True)
class Placeholders:
    """What may stand between braces: aliases, each with the kinds of fact it stands for, and the fixed names."""

    aliases: Mapping[str, tuple[FactKind | None, ...]] = field(default_factory=dict)
    fixed: tuple[str, ...] = ALWAYS

    def problem(self, name: str, wanted: str) -> str:
        """Why {name} or {name.wanted} can't be filled in; "" when it can."""
        if name in self.fixed and not wanted:
            return ""
        if name not in self.aliases:
            return f'onbekende plaats "{{{name}}}"{meant(name, (*self.fixed, *self.aliases))}'
        kinds = self.aliases[name]
        if not wanted or any(kind is None or wanted in kind.all_fields() for kind in kinds):
            return ""
        fields = tuple(name for kind in kinds if kind for name in kind.all_fields())
        return f'"{{{name}.{wanted}}}": dit feit heeft geen veld "{wanted}"{meant(wanted, fields)}'


def read_words(table: Table, name: str, *, default: str | None = None) -> str:
    """A text for a reader: present, and without a word that blames."""
    text = table.text(name, default=default)
    if found := _JUDGING.search(text):
        table.note(f'bevat "{found[0]}"; schrijf neutraal wat niet is aangetroffen', name)
    return text


def read_message(table: Table, name: str, known: Placeholders, *, default: str | None = None) -> str:
    """A text with placeholders."""
    text = read_words(table, name, default=default)
    for problem in _placeholder_problems(text, known):
        table.note(problem, name)
    return text


def _placeholder_problems(text: str, known: Placeholders) -> Iterator[str]:
    if re.search(r"[{}]", _PLACEHOLDER.sub("", text)):
        yield "een accolade staat alleen; schrijf een plaats als {bedrag}"
    for found in _PLACEHOLDER.finditer(text):
        parts = _NAMED.fullmatch(found[1])
        if parts is None:
            yield f'onbekende plaats "{found[0]}"; toegestaan: {{naam}} of {{naam.veld}}'
        elif problem := known.problem(parts[1], parts[2] or ""):
            yield problem
