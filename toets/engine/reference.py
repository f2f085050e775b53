"""The rules in plain Python: the oracle for the engine, and what stands in where durable-rules cannot be used."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from toets.engine.derive import Known, Rows, conclude
from toets.engine.program import Program
from toets.engine.search import Allowance, Index, rows
from toets.model.fact import Fact
from toets.model.outcome import Conclusions

NAME = "reference"


def infer(program: Program, facts: Sequence[Fact], stated: Collection[str] = ()) -> Conclusions:
    """Infer what follows from the facts of one document, as `Session.infer` does; raises EngineError as that does."""
    return conclude(program, facts, _Reference(program), NAME, stated)


class _Reference:
    def __init__(self, program: Program) -> None:
        self._program = program
        self._index = Index()

    def add(self, facts: Sequence[Known]) -> None:
        for fact in facts:
            self._index.add(fact.kind, fact.values)

    def awaited(self) -> Rows:
        return self._rows(sorted({number for _, number in self._program.derivations}))

    def all(self) -> Rows:
        return self._rows(range(len(self._program.questions)))

    def _rows(self, numbers: Iterable[int]) -> Rows:
        allowance = Allowance()
        return {number: set(rows(self._program.questions[number], self._index, allowance)) for number in numbers}
