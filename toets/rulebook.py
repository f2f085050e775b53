"""Which rules hold in a run: plugins, settings and the request of the caller come together."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from toets.errors import UsageError
from toets.model.outcome import NotRun
from toets.model.rule import Rule, RuleSet, SeverityCase
from toets.model.vocabulary import Vocabulary
from toets.plugins import load_plugins
from toets.profiles import Settings, load_settings
from toets.readers import ReadOptions
from toets.rulesets import bind, load, vocabulary_of


@dataclass(frozen=True, slots=True)
class Request:
    """What the caller asks for this run, over the settings: profile, rules, engine, and how to read.

    `select` and `ignore` are rule codes or their beginnings; `rules` are extra folders with rule sets; `examples` loads the
    examples of the rules too, which judging does not need.
    """

    profile: str | None = None
    config: Path | None = None
    rules: tuple[Path, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    engine: Literal["durable", "reference"] | None = None
    reading: ReadOptions = field(default_factory=ReadOptions)
    examples: bool = False


@dataclass(frozen=True, slots=True)
class Rulebook:
    """The settings with the rule sets that hold under them: what is run, and what is left out and why."""

    settings: Settings
    rule_sets: tuple[RuleSet, ...]
    vocabulary: Vocabulary
    rules: tuple[Rule, ...]
    not_run: tuple[NotRun, ...]


def rulebook_for(request: Request) -> Rulebook:
    """Load plugins, settings and rule sets.

    Raises PluginError, SettingsError or RuleSetError with all that is wrong.
    """
    plugins = load_plugins()
    profiles = plugins.rule_folders[0][1] / "profielen"
    settings = load_settings(profiles, folder=Path.cwd(), config=request.config, profile=request.profile)
    own = (*settings.rule_folders, *settings.word_folders, *request.rules)
    folders = (*plugins.rule_folders, *((str(folder), folder) for folder in own))
    rule_sets = bind(load(folders, examples=request.examples), settings.thresholds)
    every = sorted((rule for rule_set in rule_sets for rule in rule_set.rules), key=lambda rule: rule.code)
    left_out = tuple(item for item in (_left_out(rule, settings, request) for rule in every) if item)
    codes = {item.rule for item in left_out}
    rules = tuple(_weighed(rule, settings) for rule in every if rule.code not in codes)
    if not rules:
        raise UsageError("Er blijft geen enkele regel over. Verruim --select of --ignore; 'toets rules' toont alle codes.")
    return Rulebook(settings, rule_sets, vocabulary_of(rule_sets), rules, left_out)


def _left_out(rule: Rule, settings: Settings, request: Request) -> NotRun | None:
    if rule.code in settings.off:
        return NotRun(rule.code, f"uitgezet in {settings.origins.get('off', 'de instellingen')}")
    if request.select and not rule.code.startswith(request.select):
        return NotRun(rule.code, "niet gekozen met --select")
    if request.ignore and rule.code.startswith(request.ignore):
        return NotRun(rule.code, "weggelaten met --ignore")
    return None


def _weighed(rule: Rule, settings: Settings) -> Rule:
    severity = settings.severity.get(rule.code)
    return replace(rule, severity=(SeverityCase(severity),)) if severity else rule
