"""Many documents: worker processes, so that a crash or a hang costs one document its verdict and never the run."""

from __future__ import annotations

import hashlib
import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkContext, SpawnContext
from multiprocessing.process import BaseProcess
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from toets.cache import Store, key_of
from toets.model.report import DocumentReport, DocumentStatus, Report
from toets.profiles import Settings
from toets.readers import beside
from toets.rulebook import Basis, Request, basis_for, report_of

if TYPE_CHECKING:
    from toets.checker import Checker

PER_WORKER = 200
"""Documents after which a worker is replaced: the engine keeps a little memory of each."""

SECONDS = 180.0
"""Wall time one document may take before its worker is stopped."""

MEMORY = 6 * 1024**3
"""Address space of a worker, in bytes, where the system can limit it."""


@dataclass(slots=True)
class Worker:
    """A running worker: its process, the line to it, the document it has, since when, and how many it did."""

    process: BaseProcess
    line: Connection
    job: int | None = None
    since: float = 0.0
    done: int = 0


def check_all(paths: Sequence[Path], request: Request, *, jobs: int = 1, done: Callable[[], None] = lambda: None) -> Judged:
    """Judge documents; those that were judged before, and everything else as it was then, are not judged again.

    `done` is called after each document. Raises PluginError, SettingsError or RuleSetError before any document is read.
    """
    request = request.about(paths)
    basis = basis_for(request)
    keys = {path: _key(path, basis) for path in paths}
    known = {path: report for path in paths if (report := _kept(path, keys[path], basis.store)) is not None}
    for _ in known:
        done()
    sets = basis.store.get(f"{basis.mark}-sets")
    todo = [path for path in paths if path not in known]
    if todo or not isinstance(sets, tuple):
        from toets.checker import Checker  # costly, and not needed when all is known already

        checker = Checker(request, basis)
        sets = checker.sets()
        basis.store.put(f"{basis.mark}-sets", sets)
        for path, report in zip(todo, in_workers(todo, checker, jobs=min(jobs, len(todo)), done=done), strict=True):
            known[path] = report
            if report.status is DocumentStatus.JUDGED:
                basis.store.put(keys[path], report)
        basis.store.tidy()
    return Judged(report_of(basis.settings, sets, [known[path] for path in paths]), basis.settings)


@dataclass(frozen=True, slots=True)
class Judged:
    """The report of a run and the settings that held."""

    report: Report
    settings: Settings


def _key(path: Path, basis: Basis) -> str:
    """Where the answer about a document is kept: under its name, its content, the papers beside it, and what it is judged by."""
    if basis.store.folder is None:
        return ""
    try:
        return key_of(basis.mark, path.name, hashlib.sha256(path.read_bytes()).hexdigest(), *beside(path))
    except OSError:
        return ""


def _kept(path: Path, key: str, store: Store) -> DocumentReport | None:
    """The answer that was given before; none if an exception in it has run out since."""
    report = store.get(key) if key else None
    if not isinstance(report, DocumentReport):
        return None
    waivers = (outcome.waiver for outcome in report.outcomes if outcome.waiver is not None)
    if any(waiver.until is not None and waiver.until < date.today() for waiver in waivers):
        return None
    return replace(report, path=str(path))


def in_workers(
    paths: Sequence[Path], checker: Checker, *, jobs: int = 1, seconds: float = SECONDS, done: Callable[[], None] = lambda: None
) -> list[DocumentReport]:
    """Judge documents in `jobs` processes; the answers come in the order of `paths`.

    `done` is called after each document. Where the system can fork, workers share the rules that `checker` has loaded.
    """
    answers: dict[int, DocumentReport] = {}
    can_fork = "fork" in multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("fork") if can_fork else multiprocessing.get_context("spawn")
    maker = partial(_same, checker) if can_fork else partial(type(checker), checker.request)
    todo = list(range(len(paths)))[::-1]
    workers: list[Worker] = []
    try:
        while len(answers) < len(paths):
            workers = [worker for worker in workers if worker.process.is_alive() or worker.job is not None]
            while todo and sum(worker.job is None for worker in workers) == 0 and len(workers) < jobs:
                workers.append(_start(context, maker))
            for worker in workers:
                if worker.job is None and todo:
                    _give(worker, todo.pop(), paths)
            for index, report in _collect(workers, paths, seconds):
                answers[index] = report
                done()
    finally:
        for worker in workers:
            _stop(worker)
    return [answers[index] for index in range(len(paths))]


def _same(checker: Checker) -> Checker:
    return checker


def _start(context: SpawnContext | ForkContext, maker: Callable[[], Checker]) -> Worker:
    ours, theirs = context.Pipe()
    process = context.Process(target=_work, args=(theirs, maker), daemon=True)
    process.start()
    theirs.close()
    return Worker(process, ours)


def _give(worker: Worker, job: int, paths: Sequence[Path]) -> None:
    worker.job, worker.since = job, monotonic()
    try:
        worker.line.send(paths[job])
    except OSError:
        worker.process.kill()


def _collect(workers: list[Worker], paths: Sequence[Path], seconds: float) -> Iterator[tuple[int, DocumentReport]]:
    """What came back within half a second, and what crashed or took too long."""
    busy = [worker for worker in workers if worker.job is not None]
    ready = wait([worker.line for worker in busy], timeout=0.5)
    for worker in busy:
        job = worker.job if worker.job is not None else 0
        if worker.line in ready:
            worker.job, worker.done = None, worker.done + 1
            yield job, _received(worker, paths[job])
        elif monotonic() - worker.since > seconds:
            worker.job = None
            _stop(worker)
            yield job, _failed(paths[job], f"De toetsing duurde langer dan {seconds:.0f} seconden en is gestopt.")


def _received(worker: Worker, path: Path) -> DocumentReport:
    """The answer of a worker, or what to say when it died; a worker that did its share is stopped."""
    try:
        answer: DocumentReport = worker.line.recv()
    except (EOFError, OSError):
        _stop(worker)
        return _failed(path, "De toetsing van dit document is onverwacht afgebroken.")
    if worker.done >= PER_WORKER:
        _stop(worker)
    return answer


def _failed(path: Path, what: str) -> DocumentReport:
    advice = "Bewaar het document opnieuw (bijvoorbeeld als .docx) en probeer het nog eens; blijft dit zo, meld het dan."
    return DocumentReport(str(path), "", DocumentStatus.FAILED, f"{what} {advice}")


def _stop(worker: Worker) -> None:
    worker.line.close()
    if worker.process.is_alive():
        worker.process.kill()
    worker.process.join()


def _work(line: Connection, maker: Callable[[], Checker]) -> None:
    """The life of a worker: answer paths with reports until the line closes."""
    _limit_memory()
    checker = maker()
    while True:
        try:
            path = line.recv()
        except (EOFError, OSError, KeyboardInterrupt):
            return
        line.send(_answer(checker, path))


def _answer(checker: Checker, path: Path) -> DocumentReport:
    try:
        return checker.check(path)
    except MemoryError:
        return _failed(path, "Voor dit document is meer geheugen nodig dan toets gebruikt.")
    except Exception as error:  # a bug in toets costs one document, and is named
        return _failed(path, f"Bij dit document ging in toets iets mis ({type(error).__name__}: {error}).")


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = MEMORY if hard == resource.RLIM_INFINITY else min(MEMORY, hard)
    resource.setrlimit(resource.RLIMIT_AS, (most, hard))
