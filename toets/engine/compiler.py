"""Rules become a program; the only module that knows the JSON of durable-rules, and it writes a safe subset of it.

Every pattern starts with a constant test on the kind of fact, tests compare with constants, joins are equality joins, and
the always-true join on `one` comes last (without it the engine reads past the end of a failing comparison). There is no
`$or`, `$not`, `$nex`, `$ex`, `$mt` or arithmetic; alternatives become engine rules of their own.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from math import prod
from typing import Any

from toets.engine.program import Ask, Choice, Chunk, Entry, Program, Question
from toets.engine.questions import UnaskableError, asked, asker, check_derivation, declared_kinds, derivations_of, question
from toets.errors import RuleSetError
from toets.model.fact import FactKind, Value
from toets.model.rule import Derivation, Op, Query, RuleSet

MOST_ALTERNATIVES = 400
"""Engine rules that one clause may become: the product of the lengths of its lists."""

RULES_IN_CHUNK = 40
PATTERNS_OF_KIND = 60
"""In one chunk: the engine has a stack of 64 for the patterns that one fact may match."""

PATTERNS_IN_CHUNK = 200
"""In one chunk, and so the most constants that one field is compared with: the engine has tables of 256 and 512."""

GATE = "#gate"
"""Name and kind of the fact that ends a run, and of the rule that always fires on it, after all others."""

LAST = 999
"""The priority of that rule; others have 0, and the lowest number goes first."""

_quoted = json.encoder.encode_basestring
"""A text as JSON has it, without the encoder around it: that costs more than all the texts of a fact."""

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_OPERATORS = ((Op.NOT, "$neq"), (Op.AT_LEAST, "$gte"), (Op.AT_MOST, "$lte"))

Alternative = tuple[Ask, ...]
"""The patterns of one engine rule: every entry has exactly one choice."""


def compile_program(rule_sets: Sequence[RuleSet]) -> Program:
    """Compile all that the rules and derivations of these sets ask, with settings filled in (`rulesets.bind`).

    Raises RuleSetError with every query that cannot be asked, by the name of its rule.
    """
    kinds = declared_kinds(rule_sets)
    answers = _answers(rule_sets, kinds)
    questions = tuple(found for found, _ in answers)
    numbers = {found.query: number for number, found in enumerate(questions)}
    waiting = tuple((derivation, numbers[derivation.when.patterns()]) for derivation in derivations_of(rule_sets))
    needed = _needed(questions, derivations_of(rule_sets), kinds)
    codes = {name: f"f{number}" for number, name in enumerate(sorted({name for fields in needed.values() for name in fields}))}
    chunks = _chunks([options for _, options in answers], frozenset(number for _, number in waiting), codes)
    return Program(kinds, questions, waiting, needed, codes, chunks, {found.query: () for found in questions})


def _answers(rule_sets: Sequence[RuleSet], kinds: Mapping[str, FactKind]) -> tuple[tuple[Question, tuple[Alternative, ...]], ...]:
    """Every distinct question with the engine rules that answer it; raises RuleSetError with all mistakes."""
    problems: list[str] = []
    found: dict[Query, tuple[Question, tuple[Alternative, ...]]] = {}
    for derivation in derivations_of(rule_sets):
        try:
            check_derivation(derivation, kinds)
        except UnaskableError as error:
            problems.append(f"{asker(derivation)}: {error}.")
    for who, query in asked(rule_sets):
        try:
            if query not in found:
                resolved = question(query, who, kinds)
                found[query] = resolved, alternatives(resolved)
        except UnaskableError as error:
            problems.append(f"{who}: {error}.")
    if problems:
        raise RuleSetError(problems)
    return tuple(found.values())


def message(kind: str, values: Mapping[str, Value], place: int, codes: Mapping[str, str]) -> str:
    """The JSON of a fact but for its first brace and the name of the document (see `addressed`)."""
    fields = [f',"{codes[name]}":{_quoted(value) if isinstance(value, str) else value}' for name, value in values.items()]
    return f'"id":"f{place:05d}","kind":{_quoted(kind)},"one":1{"".join(fields)}}}'


def gate(run: int) -> str:
    """The JSON, in the form of `message`, of the fact that ends the given run over a document."""
    return _JSON.encode({"id": f"g{run}", "kind": GATE, "one": 1})[1:]


def addressed(text: str, document: str) -> str:
    """A message for one document."""
    return f'{{"sid":"{document}",{text}'


def alias(number: int) -> str:
    """The name of a pattern inside an engine rule."""
    return f"p{number}"


def place_of(fact: Mapping[str, Any]) -> int:
    """The place of the fact that the engine gives back."""
    return int(fact["id"][1:])


def alternatives(asked_for: Question) -> tuple[Alternative, ...]:
    """The engine rules that together answer a question; none if its tests exclude each other.

    Raises UnaskableError when there would be too many.
    """
    count = prod(len(choices) for ask in asked_for.asks for _, choices in ask.entries)
    if count > MOST_ALTERNATIVES:
        raise UnaskableError(
            f"de lijsten in één voorwaarde geven samen {count} combinaties; hoogstens {MOST_ALTERNATIVES} kan,"
            " splits de voorwaarde of kort een lijst in"
        )
    return tuple(product(*(_alternatives_of(ask) for ask in asked_for.asks)))


def _alternatives_of(ask: Ask) -> tuple[Ask, ...]:
    names = [name for name, _ in ask.entries]
    combinations = product(*(choices for _, choices in ask.entries))
    plain = (_simplified(list(zip(names, choices, strict=True))) for choices in combinations)
    return tuple(dict.fromkeys(Ask(ask.kind, entries) for entries in plain if entries is not None))


def _simplified(tests: list[tuple[str, Choice]]) -> tuple[Entry, ...] | None:
    """The tests without repetition, constants before joins and each in a fixed order; None if they exclude each other."""
    fixed = {name: choice for name, choice in tests if choice.op is Op.IS}
    if any(choice.op is not Op.JOIN and name in fixed and not choice.holds(fixed[name].value) for name, choice in tests):
        return None
    kept = {(name, fixed.get(name, choice) if choice.op is not Op.JOIN else choice) for name, choice in tests}
    ordered = sorted(
        kept, key=lambda test: (test[1].op is Op.JOIN, test[0], test[1].op, str(test[1].value), test[1].of, test[1].other)
    )
    return tuple((name, (choice,)) for name, choice in ordered)


def _needed(
    questions: Iterable[Question], derivations: Iterable[Derivation], kinds: Mapping[str, FactKind]
) -> Mapping[str, Mapping[str, bool]]:
    """The fields of each kind that questions test or join and derivations copy, with whether they hold integers."""
    needed: dict[str, dict[str, bool]] = {}
    for asked_for in questions:
        for ask in asked_for.asks:
            _note(needed, kinds[ask.kind], {name for name, _ in ask.entries})
            for choice in (choice for _, choices in ask.entries for choice in choices if choice.op is Op.JOIN):
                _note(needed, kinds[asked_for.asks[choice.of].kind], {choice.other})
    for derivation in derivations:
        copied = {value for value in derivation.gives.values() if isinstance(value, str)}
        for pattern in derivation.when.patterns():
            start = f"${pattern.alias}."
            _note(needed, kinds[pattern.fact], {value.removeprefix(start) for value in copied if value.startswith(start)})
    return needed


def _note(needed: dict[str, dict[str, bool]], kind: FactKind, names: Iterable[str]) -> None:
    fields = kind.all_fields()
    known = needed.setdefault(kind.name, {})
    known.update({name: isinstance(fields[name].default, int) for name in sorted(names)})


def _chunks(expanded: Sequence[Sequence[Alternative]], waited_for: frozenset[int], codes: Mapping[str, str]) -> tuple[Chunk, ...]:
    """Share equal engine rules and pack them: those that derivations wait for apart, the others by the kinds they name."""
    owners: dict[Alternative, list[int]] = {}
    for number, options in enumerate(expanded):
        for option in options:
            owners.setdefault(option, []).append(number)
    early = [option for option, numbers in owners.items() if waited_for.intersection(numbers)]
    chosen = frozenset(early)
    late = sorted((option for option in owners if option not in chosen), key=lambda option: [ask.kind for ask in option])
    return tuple(
        _chunk(pack, owners, codes, first) for first, options in ((True, early), (False, late)) for pack in _packed(options)
    )


def _packed(options: Iterable[Alternative]) -> list[list[Alternative]]:
    packs: list[list[Alternative]] = []
    room: Counter[str] = Counter()
    for option in options:
        wanted = Counter(ask.kind for ask in option)
        full = packs and (
            len(packs[-1]) == RULES_IN_CHUNK
            or room.total() + wanted.total() > PATTERNS_IN_CHUNK
            or any(room[kind] + more > PATTERNS_OF_KIND for kind, more in wanted.items())
        )
        if full or not packs:
            packs.append([])
            room = Counter()
        packs[-1].append(option)
        room += wanted
    return packs


def _chunk(
    pack: Sequence[Alternative], owners: Mapping[Alternative, Sequence[int]], codes: Mapping[str, str], early: bool
) -> Chunk:
    rules = {f"r{number}": option for number, option in enumerate(pack)}
    definition: dict[str, Any] = {
        name: {"all": [{alias(place): _pattern(ask, place, codes)} for place, ask in enumerate(option)]}
        for name, option in rules.items()
    }
    definition[GATE] = {"all": [{"gate": {"$and": [{"kind": GATE}]}}], "pri": LAST}
    return Chunk(
        definition=_JSON.encode(definition),
        kinds=frozenset(ask.kind for option in pack for ask in option),
        answers={name: (len(option), tuple(owners[option])) for name, option in rules.items()},
        early=early,
    )


def _pattern(ask: Ask, place: int, codes: Mapping[str, str]) -> Mapping[str, Any]:
    tests: list[Mapping[str, Any]] = [{"kind": ask.kind}]
    tests.extend(_test(codes[name], choice, codes) for name, (choice,) in ask.entries)
    if place:
        tests.append({"one": {alias(0): "one"}})
    return {"$and": tests}


def _test(code: str, choice: Choice, codes: Mapping[str, str]) -> Mapping[str, Any]:
    if choice.op is Op.JOIN:
        return {code: {alias(choice.of): codes[choice.other]}}
    for op, sign in _OPERATORS:
        if choice.op is op:
            return {sign: {code: choice.value}}
    return {code: choice.value}
