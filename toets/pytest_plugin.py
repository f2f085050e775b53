"""For pytest: the examples of rules run as tests. In the settings of pytest: toets_rules = ["regels"]."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from toets.testing import Trial

SETTING = "toets_rules"
Examples = tuple[tuple["Trial", ...], tuple[str, ...]]
EXAMINED = pytest.StashKey[dict[Path, Examples]]()
"""Where a run of pytest keeps what came out of the examples, by folder of rules."""


class NotAsExpectedError(Exception):
    """An example came out otherwise; the text says how and why."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """The setting with the folders of rules, relative to the folder of the settings."""
    parser.addini(SETTING, "Mappen met regels van toets, waarvan de voorbeelden als test draaien.", type="paths", default=[])


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """A rule file in one of those folders is a file of tests."""
    folders: list[Path] = parent.config.getini(SETTING)
    folder = next((folder for folder in folders if file_path.is_relative_to(folder)), None)
    if folder is None or file_path.suffix != ".toml" or not _is_rule(file_path):
        return None
    rule: RuleFile = RuleFile.from_parent(parent, path=file_path)
    rule.folder = folder
    return rule


def _is_rule(path: Path) -> bool:
    """Whether a file is named as a rule: CODE-naam.toml."""
    letters, _, rest = path.stem.partition("-")
    return letters.isupper() and rest[:2].isdecimal()


class RuleFile(pytest.File):
    """The examples of one rule, and whether there are enough of them."""

    folder: Path

    def collect(self) -> Iterator[pytest.Item]:
        """One test an example, and one for their number."""
        code = "-".join(self.path.stem.split("-")[:2])
        trials, lacking = self._examined()
        for trial in trials:
            if trial.rule.code == code:
                item: ExampleItem = ExampleItem.from_parent(self, name=trial.name)
                item.trial = trial
                yield item
        enough: EnoughItem = EnoughItem.from_parent(self, name=f"{code} genoeg voorbeelden")
        enough.lacking = tuple(line for line in lacking if line.startswith(f"{code}:"))
        yield enough

    def _examined(self) -> Examples:
        """The examples of the whole folder: they are run once, because rules and words are costly to load."""
        known = self.config.stash.setdefault(EXAMINED, {})
        if self.folder not in known:
            from toets.authoring import examine

            found, _ = examine(self.folder)
            known[self.folder] = (found.trials, found.lacking)
        return known[self.folder]


class ExampleItem(pytest.Item):
    """One example."""

    trial: Trial

    def runtest(self) -> None:
        """Compare what was expected with what came out."""
        if not self.trial.passed:
            raise NotAsExpectedError(self.trial.explain())

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: object = None) -> str:  # noqa: ARG002
        """What a rule author sees: no traceback."""
        return str(excinfo.value)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Where it stands."""
        return self.path, None, self.name


class EnoughItem(pytest.Item):
    """Whether a rule has enough examples."""

    lacking: tuple[str, ...]

    def runtest(self) -> None:
        """At least two that pass and two that fail."""
        if self.lacking:
            raise NotAsExpectedError("\n".join(self.lacking))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: object = None) -> str:  # noqa: ARG002
        """What a rule author sees: no traceback."""
        return str(excinfo.value)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Where it stands."""
        return self.path, None, self.name
