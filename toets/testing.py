"""For rule authors: run the examples of rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from toets.checker import Checker
from toets.model.fact import Fact
from toets.model.outcome import Outcome
from toets.model.report import DocumentStatus
from toets.model.rule import Example, Rule


@dataclass(frozen=True, slots=True)
class Trial:
    """One example that was run: what was expected and what came out, with the trace that tells why, and the facts."""

    rule: Rule
    number: int
    example: Example
    outcome: Outcome | None
    message: str = ""
    facts: tuple[Fact, ...] = ()

    @property
    def name(self) -> str:
        """How a test names it: "MID-02[3] violated"."""
        return f"{self.rule.code}[{self.number}] {self.example.expect}"

    @property
    def passed(self) -> bool:
        """Whether status and missing elements are as expected."""
        if self.outcome is None:
            return False
        missing = self.example.missing
        return self.outcome.status == self.example.expect and (missing is None or set(missing) == set(self.outcome.missing))

    def explain(self) -> str:
        """In Dutch what was expected, what came out, and why."""
        if self.outcome is None:
            return f"{self.name}: {self.message}"
        lines = [f"{self.name}: verwacht {self.example.expect}, gekregen {self.outcome.status}"]
        if self.example.missing is not None:
            lines.append(f"  ontbreekt: verwacht {sorted(self.example.missing)}, gekregen {sorted(self.outcome.missing)}")
        lines += [f"  {'+' if step.held else '-'} {step.arm}: {step.asked} {' '.join(step.facts)}" for step in self.outcome.trace]
        return "\n".join(lines)


def run_examples(checker: Checker, rules: Iterable[Rule]) -> Iterator[Trial]:
    """Run every example of these rules through the whole path, as a small Markdown document of the kind it names."""
    for rule in rules:
        for number, example in enumerate(rule.examples, start=1):
            yield run_example(checker, rule, number, example)


def run_example(checker: Checker, rule: Rule, number: int, example: Example) -> Trial:
    """Run one example."""
    kinds = [kind.strip() for kind in example.kind.split("+")]
    report = checker.check_bytes(example.text.encode(), "voorbeeld.md", kinds=kinds)
    if report.status is not DocumentStatus.JUDGED:
        return Trial(rule, number, example, None, report.message)
    outcome = next((item for item in report.outcomes if item.rule == rule.code), None)
    return Trial(rule, number, example, outcome, "" if outcome else "deze regel is niet gedraaid", report.facts)
