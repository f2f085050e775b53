"""Which rules hold in a run: plugins, settings and the request of the caller come together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from toets.cache import Store, key_of, mark_of_code, mark_of_files, open_store
from toets.disk import folder_of
from toets.errors import SettingsError, UsageError
from toets.model.reading import ReadOptions
from toets.model.rule import Rule, RuleSet, SeverityCase
from toets.plugins import Plugins, check_gives, load_plugins
from toets.profiles import Settings, load_settings

if TYPE_CHECKING:  # listing rules is quick, and needs no document
    from toets.model.document import Document
    from toets.model.extension import Extractor
    from toets.model.fact import Fact, FactKind
    from toets.model.outcome import IdleWaiver, NotRun, Waiver
    from toets.model.report import DocumentReport, Report, RuleSetInfo
    from toets.model.vocabulary import Vocabulary

NOTHING_LEFT = "Er blijft geen enkele regel over. Verruim --select of --ignore; 'toets rules' toont alle codes."


@dataclass(frozen=True, slots=True)
class Request:
    """What the caller asks for this run, over the settings: profile, rules, engine, and how to read.

    `cache` keeps what was compiled and judged for a next time. `select` and `ignore` are rule codes or their beginnings; `rules`
    are extra folders with rule sets; `examples` loads the examples of the rules too, which judging does not need; `kinds`
    ("RV-FIN", "RV-FIN/project", or the Dutch words for them) override what toets makes of a document. `folder` is where the
    documents are: settings in or above it hold, else those in or above the current folder.
    """

    profile: str | None = None
    config: Path | None = None
    rules: tuple[Path, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    engine: Literal["durable", "reference"] | None = None
    reading: ReadOptions = field(default_factory=ReadOptions)
    examples: bool = False
    kinds: tuple[str, ...] = ()
    cache: bool = False
    folder: Path | None = None

    def about(self, paths: Iterable[Path]) -> Request:
        """The same request for these documents: the settings beside them hold, unless a folder was given."""
        return self if self.folder else replace(self, folder=folder_of(paths))


@dataclass(frozen=True, slots=True)
class Basis:
    """All that the answers of a run depend on besides the documents: found quickly, before any rule is loaded.

    `mark` changes when any of it does, `rules_mark` when that which rules and words are loaded from does: a choice among
    the rules asks for no other loading. `store` is where answers are kept.
    """

    plugins: Plugins
    settings: Settings
    folders: tuple[tuple[str, Path], ...]
    store: Store
    mark: str
    rules_mark: str


@dataclass(frozen=True, slots=True)
class Loaded:
    """The rule sets that take part, with the settings filled in, and their words together."""

    rule_sets: tuple[RuleSet, ...]
    vocabulary: Vocabulary


@dataclass(frozen=True, slots=True)
class Rulebook:
    """The settings with the rule sets that hold under them: what is run, and what is left out and why.

    `kinds` are those that the caller gave for every document; `reading` is how to read, with the readers of plugins, and
    `extractors` are those of plugins.
    """

    settings: Settings
    rule_sets: tuple[RuleSet, ...]
    vocabulary: Vocabulary
    rules: tuple[Rule, ...]
    not_run: tuple[NotRun, ...]
    kinds: tuple[str, ...] = ()
    reading: ReadOptions = field(default_factory=ReadOptions)
    extractors: tuple[Extractor, ...] = ()

    def given(self, name: str, subject: str) -> Given:
        """The kinds that somebody gave for a document with this file name and subject; on the command line goes first."""
        if self.kinds:
            return Given(self.kinds, "opgegeven op de opdrachtregel")
        pieces = [piece for piece in self.settings.kinds if _meant(piece, name, subject)]
        codes = tuple(dict.fromkeys(code for piece in pieces for code in self.settings.kinds[piece]))
        where = Path(self.settings.origins.get("kinds", "toets.toml")).name
        return Given(codes, f"opgegeven in {where}: {', '.join(pieces)}")


def _meant(piece: str, name: str, subject: str) -> bool:
    """Whether a piece, in which * and ? stand for anything, occurs in the file name or the subject of a document."""
    return any(fnmatchcase(text.lower(), f"*{piece.lower()}*") for text in (name, subject))


@dataclass(frozen=True, slots=True)
class Given:
    """Kinds of document that a person gave ("RV-FIN", "RV-FIN/project"), and where; without kinds toets finds them itself."""

    kinds: tuple[str, ...]
    because: str

    def facts(self, vocabulary: Vocabulary, first: int) -> tuple[Fact, ...]:
        """The same as facts, so that rules that ask for kinds and natures see them; numbered from `first`."""
        declared = vocabulary.fact_kinds()
        told = dict.fromkeys(("kind", kind.partition("/")[0]) for kind in self.kinds)
        told |= dict.fromkeys(("nature", nature) for kind in self.kinds if (nature := kind.partition("/")[2]))
        return tuple(
            _fact(declared[name], f"f{number:05d}", value)
            for number, (name, value) in enumerate(told, start=first)
            if name in declared
        )


def _fact(kind: FactKind, own: str, value: str) -> Fact:
    from toets.model.document import Location
    from toets.model.fact import Fact

    fields = {name: field.default for name, field in kind.all_fields().items()} | {"own": own}
    fields |= {"code": value, "percent": 100} if kind.name == "kind" else {"is": value}
    return Fact(own, kind.name, fields, "", Location(), "opgegeven")


def basis_for(request: Request) -> Basis:
    """Find plugins, settings and the folders with rules. Raises PluginError or SettingsError with all that is wrong."""
    plugins = load_plugins()
    profiles = plugins.rule_folders[0][1] / "profielen"
    folders = [folder.resolve() for folder in (request.folder, Path.cwd()) if folder]
    settings = load_settings(profiles, folders=folders, config=request.config, profile=request.profile)
    own = _once((*settings.rule_folders, *settings.word_folders, *request.rules), plugins.rule_folders)
    sources = (*plugins.rule_folders, *((str(folder), folder) for folder in own))
    store = open_store(use=request.cache)
    if store.folder is None:
        return Basis(plugins, settings, sources, store, "", "")
    rules_mark = key_of(mark_of_code(), mark_of_files(path for _, path in sources), sources, settings, request.examples)
    asked = replace(request, folder=None)  # what it gives is in the settings
    mark = key_of(rules_mark, mark_of_files(plugins.code), plugins, asked)
    return Basis(plugins, settings, sources, store, mark, rules_mark)


def _once(folders: Iterable[Path], known: Iterable[tuple[str, Path]]) -> Iterable[Path]:
    """The folders that are not known yet, each once and as it was written last: --rules may name what the settings name."""
    taken = {folder.resolve() for _, folder in known}
    return {place: folder for folder in folders if (place := folder.resolve()) not in taken}.values()


def rulebook_for(request: Request, basis: Basis | None = None, loaded: Loaded | None = None) -> Rulebook:
    """The rules that hold; `loaded` is what `load_rules` gave for the same request.

    Raises PluginError, SettingsError or RuleSetError with all that is wrong.
    """
    basis = basis or basis_for(request)
    plugins, settings = basis.plugins, basis.settings
    loaded = loaded or load_rules(request, basis)
    rule_sets, vocabulary = loaded.rule_sets, loaded.vocabulary
    check_gives(plugins.extractors, vocabulary.fact_kinds())
    request, settings = _with_kinds(request, settings, vocabulary)
    every = sorted((rule for rule_set in rule_sets for rule in rule_set.rules), key=lambda rule: rule.code)
    _check_codes(request, every)
    left_out = _left_out(every, settings, request)
    codes = {item.rule for item in left_out}
    rules = tuple(_weighed(rule, settings) for rule in every if rule.code not in codes)
    if not rules:
        raise UsageError(NOTHING_LEFT)
    reading = replace(request.reading, readers=plugins.readers)
    return Rulebook(settings, rule_sets, vocabulary, rules, left_out, request.kinds, reading, plugins.extractors)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The rules to list: those that hold, and all that there are as their authors wrote them.

    `sets` are by code of a rule the origin, name and title of its set, because sets of two origins may have one name; `groups`
    are the names that rules use for several kinds ("INHOUD").
    """

    rules: tuple[Rule, ...]
    every: tuple[Rule, ...]
    sets: Mapping[str, tuple[str, str, str]]
    groups: Mapping[str, tuple[str, ...]]


def catalogue_for(request: Request) -> Catalogue:
    """The rules for somebody who reads them; kept without the words, so that a next time takes no loading.

    Raises as `rulebook_for` does.
    """
    wide = replace(request, select=(), ignore=(), cache=True)
    basis = basis_for(wide)
    known = basis.store.recall(f"{basis.mark}-catalogus", lambda: _catalogue(rulebook_for(wide, basis)))
    _check_codes(request, known.every)
    rules = tuple(rule for rule in known.rules if not _reason(rule, basis.settings, request))
    if not rules:
        raise UsageError(NOTHING_LEFT)
    return replace(known, rules=rules)


def _check_codes(request: Request, every: Sequence[Rule]) -> None:
    """Raise UsageError for a code that is chosen or left out and with which no rule begins."""
    for code in (*request.select, *request.ignore):
        if not any(rule.code.startswith(code) for rule in every):
            from toets.rulesets import meant_code, with_sets  # only when something is wrong

            raise UsageError(f"Er is geen regel of set {code}. {meant_code(code, with_sets(rule.code for rule in every))}")


def _catalogue(book: Rulebook) -> Catalogue:
    every = tuple(rule for rule_set in book.rule_sets for rule in rule_set.rules)
    sets = {rule.code: (one.origin, one.name, one.title) for one in book.rule_sets for rule in one.rules}
    return Catalogue(book.rules, every, sets, dict(book.vocabulary.groups))


def load_rules(request: Request, basis: Basis) -> Loaded:
    """Load the rule sets and words that take part. Raises RuleSetError or SettingsError with all that is wrong."""
    from toets.rulesets import bind, check_names, load  # costly, and not needed when all is known already

    found = load(basis.folders, examples=request.examples)
    check_names(basis.settings, found)
    rule_sets = bind((*found, *_own_words(basis.settings)), basis.settings.thresholds)
    return Loaded(rule_sets, _together(rule_sets, basis.settings))


def light(loaded: Loaded, settings: Settings) -> Loaded:
    """The same without the variants of phrases: an index of those (`text.phrase_index`) is all that looking them up takes."""
    from toets.text import without_variants  # not needed to list rules

    rule_sets = tuple(replace(one, vocabulary=without_variants(one.vocabulary)) for one in loaded.rule_sets)
    return Loaded(rule_sets, _together(rule_sets, settings))


def _together(rule_sets: tuple[RuleSet, ...], settings: Settings) -> Vocabulary:
    from toets.rulesets import vocabulary_of, without

    return without(vocabulary_of(rule_sets), settings.words_off, settings.origin("words_off"))


def _own_words(settings: Settings) -> tuple[RuleSet, ...]:
    if not settings.words and not settings.advisers:
        return ()
    from toets.rulesets import own_words

    origin = settings.origin("words" if settings.words else "advisers")
    return (own_words(settings.words, origin, advisers=settings.advisers),)


def _with_kinds(request: Request, settings: Settings, vocabulary: Vocabulary) -> tuple[Request, Settings]:
    """Both with the codes of the kinds that a person said."""
    if not request.kinds and not settings.kinds:
        return request, settings
    from toets.rulesets.said_kinds import SaidKindError, kinds_said  # only when there are some

    try:
        request = replace(request, kinds=kinds_said(request.kinds, vocabulary))
    except SaidKindError as error:
        raise UsageError(f"--soort: {error}") from error
    codes = {}
    for piece, said in settings.kinds.items():
        try:
            codes[piece] = kinds_said(said, vocabulary)
        except SaidKindError as error:
            raise SettingsError(f"{settings.origin('kinds')}: 'soorten.{piece}': {error}") from error
    return request, replace(settings, kinds=codes)


def _left_out(every: Sequence[Rule], settings: Settings, request: Request) -> tuple[NotRun, ...]:
    from toets.model.outcome import NotRun

    reasons = ((rule, _reason(rule, settings, request)) for rule in every)
    return tuple(NotRun(rule.code, reason, rule.title) for rule, reason in reasons if reason)


def _reason(rule: Rule, settings: Settings, request: Request) -> str:
    """Why a rule is left out; "" when it takes part."""
    if settings.is_off(rule.code):
        return f"uitgezet in {settings.origin('switched')}"
    if request.select and not rule.code.startswith(request.select):
        return "niet gekozen met --select"
    if request.ignore and rule.code.startswith(request.ignore):
        return "weggelaten met --ignore"
    return ""


def _weighed(rule: Rule, settings: Settings) -> Rule:
    severity = settings.severity_of(rule.code)
    return replace(rule, severity=(SeverityCase(severity),)) if severity else rule


def waivers_of(settings: Settings, document: Document) -> tuple[Waiver, ...]:
    """The exceptions in the settings that are for this document."""
    name, subject = document.source.name, document.subject
    return tuple(one for one in settings.waivers if not one.document or _meant(one.document, name, subject))


def report_of(settings: Settings, sets: tuple[RuleSetInfo, ...], documents: Sequence[DocumentReport]) -> Report:
    """The reports of documents together, with the toets, engine, profile and rule sets that took part."""
    from toets import __version__
    from toets.model.report import Report

    engine = next((document.engine for document in documents if document.engine), "")
    return Report(
        __version__, engine, settings.profile, sets, tuple(documents), _idle(settings, documents), settings=settings.file
    )


def _idle(settings: Settings, documents: Sequence[DocumentReport]) -> tuple[IdleWaiver, ...]:
    """The exceptions in the settings that did nothing for these documents; one for a rule that is left out says nothing."""
    if not settings.waivers:
        return ()
    from toets.judge import idle_in_run  # not needed to list rules

    read = [(one.outcomes, waivers_of(settings, one.document)) for one in documents if one.document and not one.lookalike]
    left_out = {item.rule for one in documents for item in one.not_run}
    found = (
        idle_in_run(waiver, [outcomes for outcomes, mine in read if waiver in mine], date.today())
        for waiver in settings.waivers
        if waiver.rule not in left_out
    )
    return tuple(one for one in found if one)
