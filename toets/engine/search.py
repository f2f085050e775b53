"""Finding the matches of a question in plain Python, by index, within a bound on the work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from toets.engine.program import MOST_BINDINGS, Ask, Choice, Question, Row
from toets.errors import EngineError
from toets.model.fact import Value
from toets.model.rule import Op


class Index:
    """Facts by kind, and by the value of a field as soon as somebody looks for one.

    `values` are the plain values of each fact, `places` the facts of each kind in document order.
    """

    def __init__(self) -> None:
        self.values: list[Mapping[str, Value]] = []
        self.places: dict[str, list[int]] = {}
        self._by_value: dict[tuple[str, str], dict[Value, list[int]]] = {}

    def add(self, kind: str, values: Mapping[str, Value]) -> None:
        """Add the next fact."""
        place = len(self.values)
        self.values.append(values)
        self.places.setdefault(kind, []).append(place)
        for (known, field), table in self._by_value.items():
            if known == kind:
                table.setdefault(values[field], []).append(place)

    def having(self, kind: str, field: str, value: Value) -> Sequence[int]:
        """The facts of a kind of which a field has this value."""
        table = self._by_value.get((kind, field))
        if table is None:
            table = self._by_value[kind, field] = {}
            for place in self.places.get(kind, ()):
                table.setdefault(self.values[place][field], []).append(place)
        return table.get(value, ())


class Allowance:
    """How many bindings may still be tried for one document."""

    def __init__(self, most: int = MOST_BINDINGS) -> None:
        self._left = most

    def spend(self, asker: str) -> None:
        """Count one binding; raises EngineError, naming who asks, when there were too many."""
        self._left -= 1
        if self._left < 0:
            raise EngineError(
                f"{asker}: de feiten van dit document geven te veel combinaties (meer dan {MOST_BINDINGS})."
                " Koppel de feiten in de voorwaarde aan elkaar, of splits het document."
            )


def rows(question: Question, index: Index, allowance: Allowance) -> Iterator[Row]:
    """Every way to bind the patterns of a question to facts, no fact twice."""
    yield from _extended((), question, index, allowance)


def _extended(bound: Row, question: Question, index: Index, allowance: Allowance) -> Iterator[Row]:
    if len(bound) == len(question.asks):
        yield bound
        return
    ask = question.asks[len(bound)]
    for place in _candidates(ask, bound, index):
        if place not in bound and _fits(ask, place, bound, index):
            allowance.spend(question.asker)
            yield from _extended((*bound, place), question, index, allowance)


def _candidates(ask: Ask, bound: Row, index: Index) -> Iterable[int]:
    """The smallest indexed group of facts that can hold the matches of a pattern."""
    groups: list[Sequence[int]] = [index.places.get(ask.kind, ())]
    for field, choices in ask.entries:
        if len(choices) == 1 and choices[0].op in (Op.IS, Op.JOIN):
            groups.append(index.having(ask.kind, field, _wanted(choices[0], bound, index)))
    return min(groups, key=len)


def _wanted(choice: Choice, bound: Row, index: Index) -> Value:
    return index.values[bound[choice.of]][choice.other] if choice.op is Op.JOIN else choice.value


def _fits(ask: Ask, place: int, bound: Row, index: Index) -> bool:
    values = index.values[place]
    return all(any(_holds(choice, values[field], bound, index) for choice in choices) for field, choices in ask.entries)


def _holds(choice: Choice, value: Value, bound: Row, index: Index) -> bool:
    return value == _wanted(choice, bound, index) if choice.op is Op.JOIN else choice.holds(value)


def within_bounds(questions: Iterable[Question], index: Index) -> None:
    """Raise EngineError when answering these questions would take too many bindings.

    The kinds of the patterns give a quick upper bound; only if that is too high the bindings themselves are counted.
    """
    asked = tuple(questions)
    if sum(_at_most(question, index) for question in asked) <= MOST_BINDINGS:
        return
    allowance = Allowance()
    for question in asked:
        for _ in rows(question, index, allowance):
            pass


def _at_most(question: Question, index: Index) -> int:
    bindings = partial = 1
    for ask in question.asks:
        partial *= len(index.places.get(ask.kind, ()))
        bindings += partial
    return bindings
