"""Derivation rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from toets.model.rule import Derivation

from .build import loaded, problems, put, written

INVESTMENT = """
[[derive]]
name = "fysieke-investering"
fact = "nature"
gives = { is = "investment" }
when = { fact = "nature", is = "physical", as = "a", with = [{ fact = "amount", use = "requested", as = "b" }] }
because = "er wordt geld gevraagd ({b}, {b.cents}) voor een ingreep ({a})"
"""
COVERED = """
[[derive]]
name = "gedekt"
fact = "coverage"
gives = { amount = "$m", term = "one_off" }
when = { fact = "amount", source = "reserve" }
because = "{m} komt uit de reserve"
"""


def derived(folder: Path, text: str) -> tuple[Derivation, ...]:
    return loaded(written(folder, afleidingen=text))[0].derivations


def test_a_derivation_is_read(tmp_path: Path) -> None:
    (found,) = derived(tmp_path, INVESTMENT)

    assert (found.name, found.fact, dict(found.gives), found.origin) == (
        "fysieke-investering",
        "nature",
        {"is": "investment"},
        "proef",
    )
    assert [pattern.alias for pattern in found.when.patterns()] == ["a", "b"]


def test_a_field_may_be_copied_from_a_fact(tmp_path: Path) -> None:
    (found,) = derived(tmp_path, COVERED)

    assert dict(found.gives) == {"amount": "$m", "term": "one_off"}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('fact = "nature"\ngives', 'fact = "natuur"\ngives', 'onbekend feit "natuur"; bedoelde u "nature"?'),
        ('is = "investment"', 'is = "invest"', "derive[0].gives.is: onbekende waarde"),
        ('is = "investment"', 'sort = "x"', 'onbekend veld "sort" van feit "nature"'),
        ('is = "investment"', 'is = "$c.use"', 'onbekende naam "$c"'),
        ('is = "investment"', 'is = "$b.cents"', "vergelijk velden van één soort"),
        ('is = "investment"', 'is = "$b"', "geen verwijzing"),
        ("when = {", "when = { absent = true,", '"absent" kan niet in een afleiding'),
        ("when = {", "when = { count = { at_least = 2 },", '"count" kan niet in een afleiding'),
        ("({b}", "({c}", 'onbekende plaats "{c}"'),
        ("({b}", "({missing}", 'onbekende plaats "{missing}"'),
        ("because =", "omdat =", 'verplichte sleutel "because" ontbreekt'),
        ("when =", "where =", 'verplichte sleutel "when" ontbreekt'),
    ],
)
def test_a_mistake_in_a_derivation_is_explained(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert old in INVESTMENT
    found = problems(written(tmp_path, afleidingen=INVESTMENT.replace(old, new)))

    assert any(expected in one for one in found), found


def one(name: str, gives: str, when: str, fact: str = "nature") -> str:
    return f'[[derive]]\nname = "{name}"\nfact = "{fact}"\ngives = {gives}\nwhen = {when}\nbecause = "x"\n'


@pytest.mark.parametrize(
    "rules",
    [
        one("zelf", '{ is = "money" }', '{ fact = "nature", is = "money" }'),
        one("zelf", '{ is = "money" }', '{ fact = "nature" }'),
        one("zelf", '{ is = "money" }', '{ fact = "nature", is = { not = "project" } }'),
        one("zelf", '{ is = "$m.is" }', '{ fact = "nature", is = "project" }'),
        one("heen", '{ is = "money" }', '{ fact = "nature", is = "project" }')
        + one("weer", '{ is = "project" }', '{ fact = "amount", with = [{ fact = "nature", is = "money" }] }'),
        one("heen", "{ cents = 5 }", '{ fact = "amount", cents = { at_least = 3 } }', "amount"),
        one("heen", "{ cents = 5 }", '{ fact = "amount", part = "voorstel", near_date = 2 }', "amount"),
        one("heen", "{ cents = 5 }", '{ fact = "amount", cents = "$settings.drempels.x" }', "amount"),
    ],
)
def test_derivations_that_feed_each_other_in_a_circle_are_refused(tmp_path: Path, rules: str) -> None:
    (found,) = problems(written(tmp_path, afleidingen=rules))

    assert "leiden elkaar in een kring af" in found


@pytest.mark.parametrize(
    "rules",
    [
        INVESTMENT,
        one("heen", '{ is = "money" }', '{ fact = "nature", is = "project" }')
        + one("verder", '{ is = "investment" }', '{ fact = "nature", is = ["money", "physical"] }'),
        one("heen", '{ is = "money" }', '{ fact = "nature", is = { not = "money" } }'),
        one("heen", "{ cents = 2 }", '{ fact = "amount", cents = { at_least = 3 } }', "amount"),
    ],
)
def test_a_fact_that_follows_from_another_of_its_kind_is_no_circle(tmp_path: Path, rules: str) -> None:
    assert derived(tmp_path, rules)


def test_two_derivations_with_one_name_are_refused(tmp_path: Path) -> None:
    put(tmp_path, "afleidingen/meer.toml", INVESTMENT)

    assert any(
        'afleiding "gedekt" staat twee keer' in found for found in problems(written(tmp_path / "een", afleidingen=COVERED * 2))
    )
    assert any(
        'afleiding "fysieke-investering" staat al in' in found for found in problems(written(tmp_path, afleidingen=INVESTMENT))
    )
