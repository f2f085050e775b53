"""Lists that are named where their words are wanted: `{ list = "name" }` between other words, `{name}` within a phrase."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from toets.toml import Sheet, Table, meant

_NAMED = re.compile(r"\{\s*([\w-]+)\s*\}")

Named = Mapping[str, tuple[Any, ...]]
"""What stands in each list of words or phrases, as tomllib gave it, of all folders together."""


def named_lists(sheets: Iterable[Sheet], *tables: str) -> Named:
    """The lists in these tables of files of words; a list with the same name in another folder adds to it."""
    found: dict[str, tuple[Any, ...]] = {}
    for sheet in sheets:
        for kind in tables:
            table = sheet.data.get(kind)
            for name, items in table.items() if isinstance(table, dict) else ():
                found[name] = (*found.get(name, ()), *(items if isinstance(items, list) else ()))
    return found


def is_list_name(item: Any) -> bool:
    """Whether an item of a list names a list."""
    return isinstance(item, dict) and "list" in item


def named(name: str, lists: Named) -> tuple[tuple[Any, ...], str]:
    """What the list holds, and what is wrong with naming it: it must exist, and name no lists itself."""
    items = lists.get(name)
    if items is None:
        return (), f'onbekende lijst "{name}"{meant(name, sorted(lists))}'
    if any(is_list_name(item) or _NAMED.search(_text(item)) for item in items):
        return (), f'lijst "{name}" noemt zelf een lijst, en kan hier niet staan; schrijf de woorden uit'
    return items, ""


def filled(text: str, lists: Named) -> tuple[str, tuple[str, ...]]:
    """A phrase with what stands in the lists that it names, as a choice between brackets, and what is wrong with their names."""
    if "{" not in text:
        return text, ()
    problems: list[str] = []

    def choice(match: re.Match[str]) -> str:
        items, problem = named(match[1], lists)
        words = tuple(filter(None, map(_text, items)))
        if problem or not words:
            problems.append(problem or f'lijst "{match[1]}" is leeg; schrijf er ten minste één woord in')
        return f"({'|'.join(words)})"

    return _NAMED.sub(choice, text), tuple(problems)


def items_of(table: Table, name: str, items: list[Any], lists: Named | None) -> Iterator[tuple[int, str, Any]]:
    """The items of a list, with where they stand; what a list holds that is named there stands at .1, .2 … of its name.

    Without `lists` the names are passed over.
    """
    for index, item in enumerate(items):
        if not is_list_name(item):
            yield index, "", item
        elif lists is not None:
            yield from (
                (index, f".{number}", one) for number, one in enumerate(_items_named(table, (name, index), item, lists), 1)
            )


def _items_named(table: Table, at: tuple[str, int], item: dict[str, Any], lists: Named) -> tuple[Any, ...]:
    inner = table.below(item, *at)
    wanted = inner.text("list")
    inner.done()
    found, problem = named(wanted, lists) if wanted else ((), "")
    if problem:
        table.note(problem, *at)
    return found


def _text(item: Any) -> str:
    found = item.get("text", "") if isinstance(item, dict) else item
    return found if isinstance(found, str) else ""
