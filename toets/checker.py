"""The one path a document takes: read → structure → extract → infer → judge → report."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from textwrap import shorten
from typing import Literal

from toets.engine import available, compile_program, reference
from toets.engine.session import Session
from toets.errors import EngineError, ReadError, UsageError
from toets.extract import extract
from toets.judge import advise, judge
from toets.model.document import Document, Source
from toets.model.fact import Fact
from toets.model.outcome import Conclusions, NotRun
from toets.model.report import DocumentReport, DocumentStatus, Kind, Report, RuleSetInfo
from toets.model.rule import Rule, RuleSet, SeverityCase
from toets.model.vocabulary import Vocabulary
from toets.plugins import load_plugins
from toets.profiles import Settings, load_settings
from toets.readers import ReadOptions, read, read_bytes
from toets.rulesets import bind, load, vocabulary_of
from toets.structure import understand
from toets.text import Language

Infer = Callable[[Sequence[Fact]], Conclusions]
_ALIAS = re.compile(r"\{\w+\}")


@dataclass(frozen=True, slots=True)
class Request:
    """What the caller asks for this run, over the settings: profile, rules, engine, and how to read.

    `select` and `ignore` are rule codes or their beginnings; `rules` are extra folders with rule sets.
    """

    profile: str | None = None
    config: Path | None = None
    rules: tuple[Path, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    engine: Literal["durable", "reference"] | None = None
    reading: ReadOptions = field(default_factory=ReadOptions)


@dataclass(frozen=True, slots=True)
class Rulebook:
    """The settings with the rule sets that hold under them: what is run, and what is left out and why."""

    settings: Settings
    rule_sets: tuple[RuleSet, ...]
    vocabulary: Vocabulary
    rules: tuple[Rule, ...]
    not_run: tuple[NotRun, ...]


def rulebook_for(request: Request = Request()) -> Rulebook:
    """Load plugins, settings and rule sets.

    Raises PluginError, SettingsError or RuleSetError with all that is wrong.
    """
    plugins = load_plugins()
    profiles = plugins.rule_folders[0][1] / "profielen"
    settings = load_settings(profiles, folder=Path.cwd(), config=request.config, profile=request.profile)
    own = (*settings.rule_folders, *settings.word_folders, *request.rules)
    rule_sets = bind(load((*plugins.rule_folders, *((str(folder), folder) for folder in own))), settings.thresholds)
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


class Checker:
    """Judges documents, one after another; made once per process, because rules and words are costly to load.

    Not safe for use by several threads at once.
    """

    def __init__(self, request: Request = Request()) -> None:
        self.request = request
        self.rulebook = rulebook_for(request)
        self.language = Language(self.rulebook.vocabulary)
        sets = (*self.rulebook.rule_sets,)
        self.program = compile_program(sets)
        self.infer = self._engine()

    def _engine(self) -> Infer:
        reason = available() if self.request.engine != "reference" else None
        if self.request.engine == "reference" or (reason and self.request.engine is None):
            return lambda facts: reference.infer(self.program, facts)
        if reason:
            raise UsageError(f"De engine durable is niet bruikbaar: {reason}")
        return Session(self.program).infer

    def check(self, path: Path) -> DocumentReport:
        """Judge one file; a file that cannot be read or judged gives a report that says so."""
        try:
            source = read(path, self.request.reading)
        except ReadError as error:
            return DocumentReport(str(path), _sha256(path), DocumentStatus.UNREADABLE, str(error))
        return self._judged(str(path), source)

    def check_bytes(self, data: bytes, name: str, *, kinds: Iterable[str] = ()) -> DocumentReport:
        """Judge a document held in memory; `kinds` ("RV-FIN", "RV-FIN/project") override what toets makes of it."""
        try:
            source = read_bytes(data, name, self.request.reading)
        except ReadError as error:
            return DocumentReport(name, hashlib.sha256(data).hexdigest(), DocumentStatus.UNREADABLE, str(error))
        return self._judged(name, source, tuple(kinds))

    def understand(self, source: Source) -> tuple[Document, Conclusions]:
        """What was understood of a source, and all that was inferred from it."""
        document = understand(source, self.rulebook.vocabulary)
        return document, self.infer(extract(document, self.rulebook.vocabulary, self.language))

    def _judged(self, path: str, source: Source, forced: tuple[str, ...] = ()) -> DocumentReport:
        try:
            document, conclusions = self.understand(source)
        except EngineError as error:
            return DocumentReport(path, source.sha256, DocumentStatus.FAILED, str(error))
        book = self.rulebook
        reasons = {f"afleiding:{item.name}": item.because for rule_set in book.rule_sets for item in rule_set.derivations}
        kinds, natures, lookalike = _nature_of(conclusions.facts, reasons, forced)
        outcomes = judge(
            book.rules, conclusions, document, kinds, natures, book.vocabulary.groups, lookalike=lookalike, today=date.today()
        )
        return DocumentReport(
            path=path,
            sha256=source.sha256,
            status=DocumentStatus.JUDGED,
            document=document,
            kinds=kinds,
            natures=natures,
            lookalike=lookalike,
            outcomes=outcomes,
            not_run=book.not_run,
            advice=advise(outcomes, lookalike),
            facts=conclusions.facts,
            engine=conclusions.engine,
        )

    def report(self, documents: Sequence[DocumentReport]) -> Report:
        """The reports of a run together, with what judged them."""
        return report_of(self.rulebook, documents)


def report_of(rulebook: Rulebook, documents: Sequence[DocumentReport]) -> Report:
    """The reports of documents together, with the toets, engine, profile and rule sets that took part."""
    from toets import __version__

    engine = next((document.engine for document in documents if document.engine), "")
    sets = tuple(RuleSetInfo(item.name, item.version, item.origin) for item in rulebook.rule_sets if item.rules)
    return Report(__version__, engine, rulebook.settings.profile, sets, tuple(documents))


def check(path: str | Path, request: Request = Request()) -> DocumentReport:
    """Judge one file with the settings that hold in the current folder."""
    return Checker(request).check(Path(path))


def _nature_of(
    facts: Sequence[Fact], reasons: Mapping[str, str], forced: Sequence[str]
) -> tuple[tuple[Kind, ...], tuple[str, ...], str]:
    """Kinds (surest first), natures and look-alike among the facts; `forced` kinds replace the derived ones.

    `reasons` gives, by the source of a derived fact, why it holds.
    """
    natures = {str(fact.fields["is"]) for fact in facts if fact.kind == "nature"}
    lookalike = next((str(fact.fields["is"]) for fact in facts if fact.kind == "lookalike"), "")
    if forced:
        codes = dict.fromkeys(item.partition("/")[0] for item in forced)
        natures |= {nature for item in forced if (nature := item.partition("/")[2])}
        return tuple(Kind(code, 1.0, "opgegeven") for code in codes), tuple(sorted(natures)), ""
    if lookalike:
        return (), tuple(sorted(natures)), lookalike
    best: dict[str, Kind] = {}
    for fact in facts:
        if fact.kind == "kind":
            because = _because(fact, reasons)
            kind = Kind(str(fact.fields["code"]), int(fact.fields["percent"]) / 100, because)
            if kind.code not in best or kind.sure > best[kind.code].sure:
                best[kind.code] = kind
    return tuple(sorted(best.values(), key=lambda kind: (-kind.sure, kind.code))), tuple(sorted(natures)), ""


def _because(fact: Fact, reasons: Mapping[str, str]) -> str:
    """Why a derived fact holds, with the words it rests on in the place of the alias."""
    quote = f"“{shorten(fact.quote, 90, placeholder=' …')}”"
    return _ALIAS.sub(lambda _: quote, reasons.get(fact.source, ""))


def _sha256(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
    except OSError:
        return ""
