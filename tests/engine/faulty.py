"""An engine that goes wrong when it is told to, and otherwise is the real one."""

from __future__ import annotations

from types import ModuleType
from typing import Any


class Faulty(ModuleType):
    """Stands for durable_rules_engine; `fail` says what to do instead of the next call of a function."""

    def __init__(self, real: ModuleType) -> None:
        super().__init__(real.__name__)
        self.real = real
        self.failures: dict[str, Any] = {}
        self.calls: list[str] = []

    def fail(self, function: str, answer: Any) -> None:
        """Raise or return `answer` once, instead of calling the function."""
        self.failures[function] = answer

    def __getattr__(self, name: str) -> Any:
        function = getattr(self.real, name)

        def call(*arguments: Any) -> Any:
            self.calls.append(name)
            if name not in self.failures:
                return function(*arguments)
            answer = self.failures.pop(name)
            if isinstance(answer, BaseException):
                raise answer
            return answer

        return call
