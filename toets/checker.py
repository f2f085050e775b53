"""The one path a document takes: read → structure → extract → infer → judge → report."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from toets.engine import Program, available, compile_program, reference
from toets.engine.session import Session
from toets.errors import EngineError, ReadError, UsageError
from toets.extract import FAMILIES, extract
from toets.judge import Docket, advise, judge, nature_of, other_remarks, spread, unreadable_waivers, unused_waivers, waivers_in
from toets.model.document import Document, Source
from toets.model.fact import Fact
from toets.model.outcome import Conclusions
from toets.model.report import DocumentReport, DocumentStatus, Pending, Report, RuleSetInfo
from toets.readers import read, read_bytes
from toets.rulebook import (
    Basis,
    Given,
    Loaded,
    Request,
    Rulebook,
    basis_for,
    light,
    load_rules,
    report_of,
    rulebook_for,
    waivers_of,
)
from toets.structure import understand
from toets.text import Index, Language, phrase_index

Infer = Callable[[Sequence[Fact], Collection[str]], Conclusions]


@dataclass(frozen=True, slots=True)
class _Ready:
    """What takes long to work out and is the same for all documents: rules and words, the index of the phrases, the questions."""

    loaded: Loaded
    index: Index
    program: Program


def _ready(request: Request, basis: Basis) -> _Ready:
    loaded = load_rules(request, basis)
    index, program = phrase_index(loaded.vocabulary), compile_program(loaded.rule_sets)
    return _Ready(light(loaded, basis.settings), index, program)


def _unsought(book: Rulebook) -> Mapping[str, str]:
    """The kinds of fact that nothing looks for, each with the reason: that they are not there says nothing."""
    by_words = {topic.fact for rule_set in book.rule_sets for topic in rule_set.vocabulary.topics}
    by_code = {kind for extractor in (*FAMILIES, *book.extractors) for kind in extractor.gives}
    derived = {one.fact for rule_set in book.rule_sets for one in rule_set.derivations}
    return {
        kind: f"naar het feit '{kind}' zoekt niets: geen onderwerp ([[topic]]), afleiding of herkenning van een plugin geeft het"
        for kind in book.vocabulary.fact_kinds().keys() - by_words - by_code - derived
    }


class Checker:
    """Judges documents, one after another; made once per process, because rules and words are costly to load.

    Not safe for use by several threads at once.
    """

    def __init__(self, request: Request | None = None, basis: Basis | None = None) -> None:
        self.request = request or Request()
        basis = basis or basis_for(self.request)
        ready = basis.store.recall(f"{basis.rules_mark}-toetsing", lambda: _ready(self.request, basis))
        self.rulebook = rulebook_for(self.request, basis, ready.loaded)
        self.unsought = _unsought(self.rulebook)
        self.language = Language(self.rulebook.vocabulary, ready.index)
        self.program = ready.program
        self.docket = Docket(self.rulebook.rules)
        self.infer = self._engine()
        gc.freeze()  # rules and words stay: to look for garbage among them costs more than to judge a document

    def _engine(self) -> Infer:
        reason = available() if self.request.engine != "reference" else None
        if self.request.engine == "reference" or (reason and self.request.engine is None):
            return lambda facts, stated: reference.infer(self.program, facts, stated)
        if reason:
            raise UsageError(f"De engine durable is niet bruikbaar: {reason}")
        return Session(self.program).infer

    def check(self, path: Path) -> DocumentReport:
        """Judge one file; a file that cannot be read or judged gives a report that says so."""
        try:
            source = read(path, self.rulebook.reading)
        except ReadError as error:
            return DocumentReport(str(path), _sha256(path), DocumentStatus.UNREADABLE, str(error))
        return self.judge(source, str(path))

    def check_bytes(self, data: bytes, name: str, *, kinds: Iterable[str] = ()) -> DocumentReport:
        """Judge a document held in memory; `kinds` ("RV-FIN", "RV-FIN/project") override what toets makes of it."""
        try:
            source = read_bytes(data, name, self.rulebook.reading)
        except ReadError as error:
            return DocumentReport(name, hashlib.sha256(data).hexdigest(), DocumentStatus.UNREADABLE, str(error))
        return self.judge(source, name, tuple(kinds))

    def understand(self, source: Source) -> tuple[Document, Conclusions]:
        """What was understood of a source, and all that was inferred from it."""
        document = understand(source, self.rulebook.vocabulary)
        return document, self._conclude(document, self.rulebook.given(source.name, document.subject))

    def _conclude(self, document: Document, given: Given) -> Conclusions:
        book = self.rulebook
        found = extract(document, book.vocabulary, self.language, book.extractors)
        stated = given.facts(book.vocabulary, len(found.facts) + 1)
        conclusions = self.infer((*found.facts, *stated), ("kind",) if stated else ())
        derivations = (one for rule_set in book.rule_sets for one in rule_set.derivations)
        lost = {**self.unsought, **spread(found.lost, derivations)}
        return replace(conclusions, lost=lost) if lost else conclusions

    def judge(self, source: Source, path: str = "", forced: tuple[str, ...] = ()) -> DocumentReport:
        """Judge a document that was read; `path` is how the report names it, `forced` are kinds that somebody gave."""
        document = understand(source, self.rulebook.vocabulary)
        given = Given(forced, "opgegeven") if forced else self.rulebook.given(source.name, document.subject)
        try:
            conclusions = self._conclude(document, given)
        except EngineError as error:
            return DocumentReport(path, source.sha256, DocumentStatus.FAILED, str(error))
        book = self.rulebook
        reasons = {f"afleiding:{item.name}": item.because for rule_set in book.rule_sets for item in rule_set.derivations}
        kinds, natures, lookalike = nature_of(conclusions.facts, reasons, given.kinds, given.because)
        own, today = waivers_in(source.remarks), date.today()
        outcomes = judge(
            self.docket,
            conclusions,
            document,
            kinds,
            natures,
            book.vocabulary.groups,
            lookalike=lookalike,
            waivers=(*own, *waivers_of(book.settings, document)),
            today=today,
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
            advice=advise(outcomes, lookalike, chosen=bool(self.request.select or self.request.ignore)),
            facts=conclusions.facts,
            engine=conclusions.engine,
            shown=book.settings.show,
            idle=(*unreadable_waivers(source.remarks), *unused_waivers(own, outcomes, today, {one.rule for one in book.not_run})),
            pending=Pending(source.changes, len(other_remarks(source.remarks)), book.reading.changes == "original"),
        )

    def sets(self) -> tuple[RuleSetInfo, ...]:
        """The rule sets that take part."""
        return tuple(RuleSetInfo(item.name, item.version, item.origin) for item in self.rulebook.rule_sets if item.rules)

    def report(self, documents: Sequence[DocumentReport]) -> Report:
        """The reports of a run together, with what judged them."""
        return report_of(self.rulebook.settings, self.sets(), documents)


def check(path: str | Path, request: Request | None = None) -> DocumentReport:
    """Judge one file with the settings that hold where it is."""
    return Checker((request or Request()).about([Path(path)])).check(Path(path))


def _sha256(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
    except OSError:
        return ""
