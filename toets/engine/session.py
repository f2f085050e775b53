"""durable-rules at work: the only module that imports it, and the recipe by which it neither crashes nor errs.

We speak to its engine (`durable_rules_engine`) and leave its `Host` alone: that polls from threads, swallows what goes
wrong in an action, and silently drops matches when the clock jumps. The rest of the recipe: chunks compiled when first
needed; every document under a name of its own; facts asserted one at a time with the return code read; nothing asserted
while rules fire; a gate fact last, whose rule fires after all others. If that rule did not fire the run was cut short, and
to forget a document in which nothing ever fired is to read memory that was never set. So after anything but a clean run
the chunk is thrown away and compiled again.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from toets.engine.compiler import GATE, addressed, alias, gate, message, place_of
from toets.engine.derive import Known, Rows, conclude
from toets.engine.program import MOST_BINDINGS, Chunk, Program, Row
from toets.engine.search import Index, within_bounds
from toets.errors import EngineError
from toets.model.fact import Fact
from toets.model.outcome import Conclusions

MOST_FIRINGS = 4 * MOST_BINDINGS
"""Of one chunk for one document. A binding fires once for each alternative that it meets; overlapping ones are rare."""

_DECODED = json.JSONDecoder().decode
"""What `json.loads` does, without asking each time how it is to be done."""

ASSERTED = (0, 1)
"""Return codes of the engine for a fact that it took, and for one that no rule wants."""


class Session:
    """A compiled program in durable-rules, for any number of documents one after another; not for several threads.

    Raises ImportError when durable-rules is not there: ask `available()` first.
    """

    def __init__(self, program: Program) -> None:
        from importlib.metadata import version

        import durable_rules_engine

        self._program = program
        self._units = tuple(_Unit(durable_rules_engine, chunk) for chunk in program.chunks)
        self._documents = 0
        self.name = f"durable-rules {version('durable-rules')}"

    def infer(self, facts: Sequence[Fact], stated: Collection[str] = ()) -> Conclusions:
        """Infer what follows from the facts of one document; kinds of facts in `stated` are not derived.

        Raises EngineError when a fact cannot be used, when the facts give too many combinations, or when the engine fails;
        the next document is not affected.
        """
        self._documents += 1
        try:
            return conclude(self._program, facts, _Run(self._program, self._units, f"d{self._documents}"), self.name, stated)
        finally:
            for unit in self._units:
                unit.forget()

    def close(self) -> None:
        """Give the memory of the compiled rules back; the session compiles them again when it is used again."""
        for unit in self._units:
            unit.discard()


class _Run:
    """One document in the chunks of a session (see `derive.Matcher`)."""

    def __init__(self, program: Program, units: Sequence[_Unit], document: str) -> None:
        self._program = program
        self._units = units
        self._document = document
        self._index = Index()
        self._texts: list[tuple[str, str]] = []
        self._new: list[tuple[str, str]] = []

    def add(self, facts: Sequence[Known]) -> None:
        self._new = []
        for fact in facts:
            text = message(fact.kind, fact.values, len(self._index.values), self._program.codes)
            self._index.add(fact.kind, fact.values)
            self._new.append((fact.kind, addressed(text, self._document)))
        self._texts.extend(self._new)

    def awaited(self) -> Rows:
        waited_for = sorted({number for _, number in self._program.derivations})
        within_bounds((self._program.questions[number] for number in waited_for), self._index)
        return self._fired((unit for unit in self._units if unit.chunk.early), self._new)

    def all(self) -> Rows:
        within_bounds(self._program.questions, self._index)
        return self._fired((unit for unit in self._units if not unit.chunk.early), self._texts)

    def _fired(self, units: Iterable[_Unit], texts: Sequence[tuple[str, str]]) -> Rows:
        found: dict[int, set[Row]] = {}
        for unit in units:
            wanted = [text for kind, text in texts if kind in unit.chunk.kinds]
            if not wanted:
                continue
            for rule, row in unit.run(self._document, wanted):
                for number in unit.chunk.answers[rule][1]:
                    found.setdefault(number, set()).add(row)
            if not unit.chunk.early:
                unit.forget()
        return found


class _Unit:
    """One chunk in the engine."""

    def __init__(self, engine: Any, chunk: Chunk) -> None:
        self.chunk = chunk
        self._engine = engine
        self._handle: int | None = None
        self._document = ""
        self._runs = 0
        self._clean = True
        self._aliases = tuple(alias(place) for place in range(max((size for size, _ in chunk.answers.values()), default=0)))

    def run(self, document: str, facts: Iterable[str]) -> list[tuple[str, Row]]:
        """Assert facts and then the gate; returns what fired on them: engine rules with the places of their facts.

        May be called again for the same document. Raises EngineError when the engine reports an error or stops early.
        """
        self._document, self._clean = document, False
        self._runs += 1
        try:
            fired = list(self._steps(facts))
        except EngineError:
            raise
        except Exception as error:  # the engine raises bare exceptions of its own making
            raise EngineError(_failed(str(error))) from error
        self._clean = True
        return fired

    def _steps(self, facts: Iterable[str]) -> Iterator[tuple[str, Row]]:
        handle = self._compiled()
        for fact in facts:
            self._assert(handle, fact)
        state = self._assert(handle, addressed(gate(self._runs), self._document))
        last = ""
        for number, fired in enumerate(self._firings(handle, state)):
            ((last, bound),) = _DECODED(fired).items()
            if number >= MOST_FIRINGS:
                raise EngineError(_failed(f"meer dan {MOST_FIRINGS} uitkomsten"))
            if last != GATE:
                yield last, tuple([place_of(bound[name]) for name in self._aliases[: self.chunk.answers[last][0]]])
        if last != GATE:
            raise EngineError(_failed("niet alle regels zijn uitgevoerd"))

    def _compiled(self) -> int:
        if self._handle is None:
            self._handle = int(self._engine.create_ruleset("toets", self.chunk.definition))
        return self._handle

    def _assert(self, handle: int, fact: str) -> int:
        """Assert one fact; returns the number of the document's state."""
        code, state = self._engine.assert_fact(handle, fact)
        if code not in ASSERTED:
            raise EngineError(_failed(f"een feit werd geweigerd met code {code}"))
        return int(state)

    def _firings(self, handle: int, state: int) -> Iterator[str]:
        """The JSON of every match, {rule: {alias: fact}}, until no rule has one left."""
        started = self._engine.start_action_for_state(handle, state)
        fired = started[1] if started else None
        while fired is not None:
            yield fired
            fired = self._engine.complete_and_start_action(handle, state)

    def forget(self) -> None:
        """Drop the facts of the document, or the whole chunk if its last run did not end well."""
        if not self._document:
            return
        if self._clean and self._handle is not None:
            self._engine.delete_state(self._handle, self._document)
        else:
            self.discard()
        self._document, self._runs, self._clean = "", 0, True

    def discard(self) -> None:
        """Throw the compiled chunk away."""
        if self._handle is not None:
            self._engine.delete_ruleset(self._handle)
            self._handle = None


def _failed(reason: str) -> str:
    return (
        f"De regelmachine durable-rules kon dit document niet verwerken: {reason}."
        " Probeer het met --engine reference, of draai toets doctor."
    )
