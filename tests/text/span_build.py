"""Builders for tests of spans: a small vocabulary by hand, the one that ships with toets, and spans as plain tuples."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from toets.model.document import Span
from toets.model.vocabulary import Law, Term, Vocabulary
from toets.text.spans import Lexicon, find_spans

WORDS = Path(__file__).parents[2] / "rules" / "vocabulaire"
FILES = ("termen", "functies", "organisaties", "wetten")


@cache
def shipped() -> Lexicon:
    """The lexicon of the names that ship with toets."""
    tables = [tomllib.loads((WORDS / f"{name}.toml").read_text(encoding="utf-8")) for name in FILES]
    return Lexicon.of(
        Vocabulary(
            terms=tuple(_term(term) for table in tables for term in table.get("term", ())),
            laws=tuple(_law(law) for table in tables for law in table.get("law", ())),
            lists={name: tuple(words) for table in tables for name, words in table.get("list", {}).items()},
        )
    )


def _term(table: dict[str, Any]) -> Term:
    return Term(table["slot"], table["code"], tuple(table["forms"]), table.get("more", {}))


def _law(table: dict[str, Any]) -> Law:
    return Law(table["code"], table["name"], tuple(table.get("names", ())), table.get("since"), table.get("until"))


EMPTY = Lexicon.of(Vocabulary())


def spans(text: str, *kinds: str, lexicon: Lexicon | None = None) -> list[Span]:
    """The spans of these kinds (all when none are named) in a text, found with the shipped names."""
    return [span for span in find_spans(text, lexicon or shipped()) if not kinds or span.kind in kinds]


def found(text: str, kind: str) -> list[tuple[str, int | str]]:
    """The words and value of every span of a kind."""
    return [(span.text, span.value) for span in spans(text, kind)]


def more(text: str, kind: str, *names: str) -> dict[str, int | str]:
    """Some properties of the only span of a kind in a text."""
    [span] = spans(text, kind)
    return {name: span.more[name] for name in names}
