"""The Dutch sentence of an outcome: the rule's own message with its placeholders filled, or a general one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from toets.judge.describe import listed
from toets.model.fact import Fact, Value
from toets.model.months import dutch_date
from toets.model.outcome import FINDINGS, Status
from toets.model.rule import Rule

QUOTE_LENGTH = 80
_SHORT = 40
_SHOWN = 3
_EURO_FIELDS = frozenset({"cents", "left", "right", "difference"})
_DAY_FIELDS = frozenset({"day", "date", "since", "until"})
_FIRST_DAY = date(1500, 1, 1).toordinal()
"""A smaller number in such a field is a flag or a count."""

_PLACEHOLDER = re.compile(r"\{([\w-]+)(?:\.(\w+))?\}")
_ASIDE = re.compile(r"\s*\([^(){}]*\{[^()]*\)")
_BETWEEN_SENTENCES = re.compile(r"(?<=[.!?])\s+(?=[A-Z{'\"‘“])")
_IN_QUOTES = re.compile(r"(['\"‘“„«])(\{[\w-]+(?:\.\w+)?\})(['\"’”»])")

_WHOLE = re.compile(r"\{[\w-]+\.\w+\}")
"""A field that is a sentence of its own: several stand one behind another."""

GENERAL: Mapping[Status, str] = {
    Status.SATISFIED: "In orde.",
    Status.PARTIAL: "Hieraan is deels voldaan. Niet aangetroffen: {missing}.",
    Status.VIOLATED: "Hieraan is niet voldaan. Niet aangetroffen: {missing}.",
    Status.NOT_APPLICABLE: "Wat deze regel nodig maakt, is in dit document niet aangetroffen.",
    Status.JUSTIFIED: "Het document legt uit waarom dit niet van toepassing is.",
    Status.UNJUSTIFIED: "Er staat dat dit niet van toepassing is, zonder de reden.",
    Status.UNDECIDABLE: "Niet te beoordelen. In dit bestand is niet aangetroffen: {missing}.",
}

TIPPED: Mapping[Status, str] = {
    Status.SATISFIED: "Wat er staat, telt hier als genoeg, want {ground}. Nog niet aangetroffen: {missing}.",
    Status.PARTIAL: "Dit komt aan de orde, maar gezien het hele stuk nog te weinig. Niet aangetroffen: {missing}.",
}
"""Of an outcome that is a matter of degree: a part that is enough, or too little of what is there."""


@dataclass(frozen=True, slots=True)
class Material:
    """What the placeholders of a message stand for: the facts per alias, what is missing, the first quote, how many.

    `ground` is what made a part enough.
    """

    bound: Mapping[str, tuple[Fact, ...]] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    ground: tuple[str, ...] = ()
    quote: str = ""
    number: int = 0


def words_for(rule: Rule, status: Status) -> str:
    """What the rule says at this status, to be filled; a finding without a text of its own takes that of `violated`."""
    own = rule.messages.get(status.value, "")
    if not own and status in FINDINGS:
        own = rule.messages.get(Status.VIOLATED.value, "")
    return own or GENERAL[status]


def asks(*templates: str) -> bool:
    """Whether there is a placeholder in any of these texts: only then it matters with what they are filled."""
    return any("{" in template for template in templates)


def fill(template: str, material: Material) -> str:
    """Fill {missing} {n} {quote} {alias} {alias.field}.

    Fields of one alias in one sentence come from one fact. What stands in quotation marks has them around each value.
    Where a value is not known, an aside in brackets or a sentence that needs it is left out, as long as another sentence
    remains; otherwise it reads "dit".
    """
    return _filled(template, material) if asks(template) else _unfilled(template)


@lru_cache(maxsize=4096)
def _unfilled(template: str) -> str:
    """A text without placeholders: the same for every document."""
    return _filled(template, Material())


def _filled(template: str, material: Material) -> str:
    text = _ASIDE.sub(lambda aside: aside[0] if _known(aside[0], material) else "", template)
    sentences = _BETWEEN_SENTENCES.split(text)
    kept = [sentence for sentence in sentences if _known(sentence, material)] or sentences
    filled = " ".join(_sentence(sentence, _together(sentence, material)) for sentence in kept)
    return filled[:1].upper() + filled[1:]


def _sentence(sentence: str, material: Material) -> str:
    if _WHOLE.fullmatch(sentence):
        return " ".join([*dict.fromkeys(value for value in _values(sentence, material) if value)][:_SHOWN]) or "dit"
    quoted = _IN_QUOTES.sub(lambda found: _value(found[2], material, found[1], found[3]) or "dit", sentence)
    return _PLACEHOLDER.sub(lambda found: _value(found[0], material) or "dit", quoted)


def _together(sentence: str, material: Material) -> Material:
    """For an alias of which the sentence asks several fields: only the first fact that has them all."""
    asked: dict[str, set[str]] = {}
    for found in _PLACEHOLDER.finditer(sentence):
        if found[2]:
            asked.setdefault(found[1], set()).add(found[2])
    bound = dict(material.bound)
    for name, fields in asked.items():
        if len(fields) > 1:
            bound[name] = tuple(fact for fact in bound.get(name, ()) if all(_field(fact, one) for one in fields))[:1]
    return replace(material, bound=bound)


def shorten(text: str, *, length: int = QUOTE_LENGTH) -> str:
    """The text on one line, cut at a word when it is longer than `length` characters."""
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    return line[: length - 1].rsplit(" ", 1)[0].rstrip(" ,;:.") + " …"


def euros(cents: int) -> str:
    """An amount in eurocents as the Dutch write it: € 1.250.000, or with cents € 17,50."""
    whole, rest = divmod(abs(cents), 100)
    grouped = f"{whole:,}".replace(",", ".")
    return f"€ {'-' if cents < 0 else ''}{grouped}" + (f",{rest:02d}" if rest else "")


def day(number: int) -> str:
    """A day number (`date.toordinal()`) in words: 12 maart 2026; "" when there is no such day."""
    try:
        return dutch_date(date.fromordinal(number))
    except (ValueError, OverflowError):
        return ""


def _known(text: str, material: Material) -> bool:
    own = _together(text, material)
    return all(_value(found[0], own) for found in _PLACEHOLDER.finditer(text))


def _value(placeholder: str, material: Material, before: str = "", after: str = "") -> str:
    """What stands for a placeholder, "" when it is not known; `before` and `after` are the quotation marks around it."""
    values = _values(placeholder, material)
    return _several([f"{before}{value}{after}" for value in dict.fromkeys(values) if value])


def _values(placeholder: str, material: Material) -> list[str]:
    name, _, wanted = placeholder[1:-1].partition(".")
    if name in ("missing", "ground"):
        several = material.missing if name == "missing" else material.ground
        return [listed(several)] if several else []
    if name == "n":
        return [str(material.number)]
    if name == "quote":
        return [_quote(material.quote)]
    return [_field(fact, wanted) if wanted else _quote(fact.quote) for fact in material.bound.get(name, ())]


def _field(fact: Fact, name: str) -> str:
    return _shown(name, fact.fields.get(name, ""))


def _quote(text: str) -> str:
    return shorten(text).rstrip(" .;:,")


def _several(values: Sequence[str]) -> str:
    """All values while they are few and short, otherwise the first ones and how many more there are."""
    shown = values[: _SHOWN if all(len(value) <= _SHORT for value in values) else 1]
    more = len(values) - len(shown)
    return listed([*shown, f"{more} andere"] if more else shown) if shown else ""


def _shown(name: str, value: Value) -> str:
    """A field as a reader wants it: cents as euros, day numbers as dates."""
    if isinstance(value, str):
        return value
    if name in _EURO_FIELDS:
        return euros(value)
    if name in _DAY_FIELDS and value >= _FIRST_DAY:
        return day(value)
    return str(value)
