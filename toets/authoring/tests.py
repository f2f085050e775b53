"""The tests of a folder of rules: every example, enough of them, and which phrases they reach."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from toets.checker import Checker
from toets.model.rule import Rule, RuleSet
from toets.plugins import load_plugins
from toets.rulebook import Request
from toets.rulesets import check_examples
from toets.testing import Trial, run_examples


@dataclass(frozen=True, slots=True)
class Examined:
    """What testing a folder gave: each example that was run, and rules that are shown by too few."""

    rules: tuple[Rule, ...]
    trials: tuple[Trial, ...]
    lacking: tuple[str, ...]
    rule_sets: tuple[RuleSet, ...]

    @property
    def passed(self) -> bool:
        """Whether every example came out as expected, and there are enough."""
        return not self.lacking and all(trial.passed for trial in self.trials)


def examine(folder: Path, *, select: Sequence[str] = ()) -> tuple[Examined, Checker]:
    """Run the examples of the rules in a folder beside the shipped rules; `select` are codes or their beginnings.

    Raises RuleSetError with all mistakes in the files.
    """
    origin = _installed(folder)
    request = Request(rules=() if origin else (folder,), examples=True)
    checker = Checker(request)
    sets = tuple(one for one in checker.rulebook.rule_sets if one.origin == (origin or str(folder)))
    rules = tuple(_chosen((rule for one in sets for rule in one.rules), select))
    lacking = tuple(problem for rule in rules for problem in check_examples(rule))
    return Examined(rules, tuple(run_examples(checker, rules)), lacking, sets), checker


def _installed(folder: Path) -> str:
    """The origin of a folder that a plugin offers already; "" for another."""
    real = folder.resolve()
    return next((origin for origin, known in load_plugins().rule_folders if known.resolve() == real), "")


def _chosen(rules: Iterable[Rule], select: Sequence[str]) -> Iterable[Rule]:
    return (rule for rule in rules if not select or rule.code.startswith(tuple(select)))
