"""On which line a key stands."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from itertools import count
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toets.toml.places import line_of

TEXT = '''# a comment with [brackets] and key = 1
top = "a # no comment"

[[rule]]
name = "one"          # [not a table]
lijst = [
  { fact = "a" },     # {
  { fact = "b", with = [{ x = 1 },
    { x = 2 }] },
]
text = """
[[rule]]
name = "fake"
\\""" still """
[[rule.near]]
reach = 1
[[rule.near]]
reach = 2
[[rule]]
"quoted key" = 1
a.b = 2026-11-21 10:00:00
[rule.sub]
x = 'it''s'
'''.replace("'it''s'", "'[[rule]]'")


@pytest.mark.parametrize(
    ("key", "line"),
    [
        (("top",), 2),
        (("rule", 0), 4),
        (("rule", 0, "name"), 5),
        (("rule", 0, "lijst", 0, "fact"), 7),
        (("rule", 0, "lijst", 1, "with", 0, "x"), 8),
        (("rule", 0, "lijst", 1, "with", 1, "x"), 9),
        (("rule", 0, "text"), 11),
        (("rule", 0, "near", 1, "reach"), 18),
        (("rule", 1), 19),
        (("rule", 1, "quoted key"), 20),
        (("rule", 1, "a", "b"), 21),
        (("rule", 1, "sub", "x"), 23),
        (("rule", 1, "sub", "missing"), 22),
        (("rule", 7), 4),
        ((), 1),
        (("nothing",), 1),
    ],
)
def test_the_line_of_a_key_is_found(key: tuple[str | int, ...], line: int) -> None:
    assert tomllib.loads(TEXT)
    assert line_of(TEXT, key) == line


# Any TOML text in which every key has a name of its own: the line of the key is the line on which its name stands.

SCALAR = st.sampled_from(
    ['"a]#{"', "'x = [1'", "3", "true", "1979-05-27 07:32:00", '"""\n[[no]]\nk = 1\n"""', "'''\n# }\n'''", "1.5"]
)
VALUE = st.recursive(
    SCALAR,
    lambda inner: st.one_of(
        st.tuples(st.just("list"), st.lists(inner, max_size=3), st.booleans()),
        st.tuples(st.just("table"), st.lists(inner.filter(lambda one: "\n" not in str(one)), max_size=3)),
    ),
    max_leaves=6,
)


def _written(value: Any, names: Iterator[int]) -> str:
    if isinstance(value, str):
        return value
    kind, parts, *rest = value
    if kind == "list":
        space = "\n  " if rest[0] else " "
        return f"[{space}" + f", # ]{space if rest[0] else chr(10)}".join(_written(part, names) for part in parts) + f"{space}]"
    return "{" + ", ".join(f"k{next(names)}x = {_inline(part, names)}" for part in parts) + "}"


def _inline(value: Any, names: Iterator[int]) -> str:
    return _written(value, names).replace("# ]\n", "\n")


@given(st.lists(st.tuples(st.sampled_from(["", "[t{}]", "[[many]]", "[[many.inner]]"]), st.lists(VALUE, max_size=3)), max_size=4))
def test_every_key_is_found_on_its_own_line(tables: list[tuple[str, list[Any]]]) -> None:
    names = count()
    lines = []
    for number, (header, values) in enumerate(tables):
        lines.append(header.format(number))
        lines += [f"k{next(names)}x = {_written(value, names)}  # k = [" for value in values]
    text = "\n".join(lines)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return

    for key in _keys(data):
        name = next((part for part in reversed(key) if str(part).startswith("k")), None)
        if name == key[-1]:
            assert line_of(text, key) == text[: text.index(f"{name} =")].count("\n") + 1


def _keys(data: object, before: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    if isinstance(data, dict):
        for name, value in data.items():
            yield (*before, name)
            yield from _keys(value, (*before, name))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _keys(value, (*before, index))
