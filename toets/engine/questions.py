"""From rules to questions: which patterns are asked, and whether they can be asked at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from toets.engine.program import Ask, Choice, Entry, Question
from toets.engine.values import plain_value, problem_of
from toets.model.fact import FactKind, Field, FieldType, Value
from toets.model.rule import Clause, Condition, Derivation, Group, Op, Query, Rule, RuleSet, Test, query

MOST_PATTERNS = 8
"""The engine breaks down at 16 facts in one match; no readable rule comes near."""

MOST_JOINS = 20
"""The engine takes 32 expressions in a pattern, its own included."""

NUMERIC = (FieldType.FLAG, FieldType.NUMBER)


class UnaskableError(Exception):
    """Why a query cannot be asked, in Dutch; never leaves this room."""


def declared_kinds(rule_sets: Sequence[RuleSet]) -> Mapping[str, FactKind]:
    """The kinds of fact of all vocabularies; of two with one name the first counts (the loader reports them)."""
    kinds: dict[str, FactKind] = {}
    for rule_set in rule_sets:
        for kind in rule_set.vocabulary.facts:
            kinds.setdefault(kind.name, kind)
    return kinds


def derivations_of(rule_sets: Sequence[RuleSet]) -> tuple[Derivation, ...]:
    """All derivations in the order of their rule sets."""
    return tuple(derivation for rule_set in rule_sets for derivation in rule_set.derivations)


def asked(rule_sets: Sequence[RuleSet]) -> Iterator[tuple[str, Query]]:
    """Every query with who asks it: of the derivations first, then of the rules."""
    for derivation in derivations_of(rule_sets):
        yield asker(derivation), derivation.when.patterns()
    for rule_set in rule_sets:
        for rule in rule_set.rules:
            if rule.each is not None:
                yield asker(rule), (rule.each,)
            for clause in _clauses(rule.conditions()):
                yield asker(rule), query(clause, rule.each)


def asker(maker: Rule | Derivation) -> str:
    """How a message names a rule or derivation, with its file if that is known."""
    name = f"regel {maker.code}" if isinstance(maker, Rule) else f"afleiding {maker.name}"
    return f"{maker.origin}: {name}" if maker.origin else name


def _clauses(conditions: Iterable[Condition]) -> Iterator[Clause]:
    for condition in conditions:
        if isinstance(condition, Clause):
            yield condition
        elif isinstance(condition, Group):
            yield from _clauses(condition.members)


def question(asked_query: Query, who: str, kinds: Mapping[str, FactKind]) -> Question:
    """Resolve a query: aliases to positions, constants checked against the declarations of the facts.

    Raises UnaskableError with the reason.
    """
    aliases = tuple(pattern.alias for pattern in asked_query)
    twice = sorted({alias for alias in aliases if aliases.count(alias) > 1})
    if twice:
        raise UnaskableError(f"de naam '{twice[0]}' staat voor twee feiten; geef elk feit een eigen naam met as")
    if len(asked_query) > MOST_PATTERNS:
        raise UnaskableError(f"{len(asked_query)} feiten in één voorwaarde; hoogstens {MOST_PATTERNS} kan, splits de voorwaarde")
    asks = tuple(_ask(place, asked_query, kinds) for place in range(len(asked_query)))
    return Question(asked_query, aliases, asks, who)


def _ask(place: int, patterns: Query, kinds: Mapping[str, FactKind]) -> Ask:
    pattern = patterns[place]
    _declared_kind(pattern.fact, kinds)
    entries: list[Entry] = []
    for name, tests in pattern.tests:
        field = _field(pattern.fact, name, kinds)
        choices = [_choice(test, field, place, patterns, kinds) for test in tests]
        if not choices:
            raise UnaskableError(f"veld '{name}' van '{pattern.fact}' heeft geen enkele toegestane waarde")
        if None not in choices:  # None: compared with itself, so always true
            entries.append((name, tuple(choice for choice in choices if choice is not None)))
    if sum(any(choice.op is Op.JOIN for choice in choices) for _, choices in entries) > MOST_JOINS:
        raise UnaskableError(f"meer dan {MOST_JOINS} koppelingen in één feit '{pattern.fact}'; splits de voorwaarde")
    return Ask(pattern.fact, tuple(entries))


def _declared_kind(name: str, kinds: Mapping[str, FactKind]) -> FactKind:
    """The declaration of a kind of fact; raises UnaskableError when there is none."""
    if name not in kinds:
        raise UnaskableError(f"het feit '{name}' is niet gedeclareerd; declareer het in een map 'feiten'")
    return kinds[name]


def _field(kind: str, name: str, kinds: Mapping[str, FactKind]) -> Field:
    field = _declared_kind(kind, kinds).all_fields().get(name)
    if field is None:
        raise UnaskableError(f"het feit '{kind}' heeft geen veld '{name}'")
    return field


def _choice(test: Test, field: Field, place: int, patterns: Query, kinds: Mapping[str, FactKind]) -> Choice | None:
    if test.op is Op.JOIN:
        return _join(str(test.value), field, place, patterns, kinds)
    if test.op in (Op.AT_LEAST, Op.AT_MOST) and field.type not in NUMERIC:
        raise UnaskableError(f"veld '{field.name}' van '{patterns[place].fact}' is geen getal; ten minste en hoogstens kan niet")
    return Choice(test.op, _constant(test.value, field, patterns[place].fact))


def _join(value: str, field: Field, place: int, patterns: Query, kinds: Mapping[str, FactKind]) -> Choice | None:
    alias, _, name = value.partition(".")
    other = name or "own"
    if alias == patterns[place].alias and other == field.name:
        return None
    for of, pattern in enumerate(patterns[:place]):
        if pattern.alias == alias:
            joined = _field(pattern.fact, other, kinds)
            if (joined.type in NUMERIC) != (field.type in NUMERIC):
                raise UnaskableError(f"'${value}' en veld '{field.name}' zijn van verschillende soort: getal en tekst")
            return Choice(Op.JOIN, of=of, other=other)
    raise UnaskableError(f"'${value}' verwijst niet naar een feit dat eerder in dezelfde voorwaarde staat")


def _constant(value: Value, field: Field, kind: str) -> Value:
    """A constant that may be compared with a field or copied to it, NFC; raises UnaskableError when it may not."""
    where = f"veld '{field.name}' van '{kind}'"
    if isinstance(value, str) and value.startswith("$settings."):
        raise UnaskableError(f"{where}: de instelling '{value}' is niet ingevuld")
    reason = problem_of(value, numeric=field.type in NUMERIC)
    if reason:
        raise UnaskableError(f"{where}: {value!r} {reason}")
    return plain_value(value)


def check_derivation(derivation: Derivation, kinds: Mapping[str, FactKind]) -> None:
    """Refuse a derivation that counts or looks for absence, or gives what its fact cannot hold; raises UnaskableError."""
    clause = derivation.when
    if clause.absent or clause.at_least != 1 or clause.at_most is not None:
        raise UnaskableError("een afleiding kan niet tellen en niet op afwezigheid rusten; laat 'count' en 'absent' weg")
    _declared_kind(derivation.fact, kinds)
    for name, value in derivation.gives.items():
        field = _field(derivation.fact, name, kinds)
        if name == "own":
            raise UnaskableError("'own' is het nummer van het feit zelf en wordt niet afgeleid")
        if isinstance(value, str) and value.startswith("$") and not value.startswith("$settings."):
            _check_copy(value, field, clause, kinds)
        else:
            _constant(value, field, derivation.fact)


def _check_copy(value: str, field: Field, clause: Clause, kinds: Mapping[str, FactKind]) -> None:
    alias, _, name = value[1:].partition(".")
    for pattern in clause.patterns():
        if pattern.alias == alias:
            if (_field(pattern.fact, name or "own", kinds).type in NUMERIC) != (field.type in NUMERIC):
                raise UnaskableError(f"'{value}' en veld '{field.name}' zijn van verschillende soort: getal en tekst")
            return
    raise UnaskableError(f"'{value}' verwijst niet naar een feit uit 'when'")
