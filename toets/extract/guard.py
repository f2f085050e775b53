"""An extractor that fails costs only the facts it would have given, never the document."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass
from itertools import islice
from types import FrameType

from toets.errors import in_words
from toets.extract.fit import misfit, said
from toets.extract.scene import Scene
from toets.model.extension import Extractor
from toets.model.fact import Draft, FactKind

SECONDS = 20.0
"""Wall time that one extractor may take for one document; they take milliseconds."""

MOST = 20_000
"""Facts that one extractor may give for one document; it is a lot if there are hundreds."""


class _TooSlowError(BaseException):
    """No Exception, so that an extractor that catches those does not go on forever."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Why an extractor gave nothing, in Dutch, and the kinds of fact that are unknown because of it."""

    says: str
    kinds: tuple[str, ...]


def run(extractor: Extractor, scene: Scene, kinds: Mapping[str, FactKind]) -> list[Draft] | Failure:
    """The drafts of an extractor, or why there are none: it raised, took too long, or gave what it had not declared.

    The time is only watched in the main thread of a process, on systems with alarm signals.
    """
    try:
        with _alarm(SECONDS), redirect_stdout(sys.stderr):  # what an extractor prints is no part of a report
            drafts = _drafts(extractor.find(scene))
    except _TooSlowError:
        return _failure(extractor, f"duurde langer dan {SECONDS:g} seconden en is gestopt")
    except MemoryError:
        raise
    except (Exception, SystemExit) as error:  # any mistake of an author ends here, with its name
        return _failure(extractor, f"werd afgebroken ({in_words(error)})")
    if isinstance(drafts, str):
        return _failure(extractor, drafts)
    wrong = _wrong(drafts, extractor, scene, kinds) if extractor.origin else ""
    return _failure(extractor, wrong, _kinds_in(drafts)) if wrong else drafts


def _failure(extractor: Extractor, says: str, given: Iterable[str] = ()) -> Failure:
    by = f" van {extractor.origin}" if extractor.origin else ""
    remedy = ". Meld dit bij de maker van de plugin" if extractor.origin else ""
    return Failure(f"de herkenning '{extractor.name}'{by} {says}{remedy}", tuple(dict.fromkeys((*extractor.gives, *given))))


def _drafts(answer: object) -> list[Draft] | str:
    """All that `find` gave as a list; in Dutch what is wrong when it is none."""
    if not isinstance(answer, Iterable) or isinstance(answer, str):
        return (
            f"gaf {said(answer)} in plaats van een reeks feiten; geef de feiten met 'yield', of met 'return' een lijst, "
            "die leeg is als er geen zijn"
        )
    drafts = list(islice(answer, MOST + 1))
    return drafts if len(drafts) <= MOST else f"gaf meer dan {MOST} feiten bij één document"


def _kinds_in(drafts: Iterable[object]) -> list[str]:
    """The kinds of fact that were given; those that were not promised are as unknown as those that were."""
    given: list[object] = [draft.kind for draft in drafts if isinstance(draft, Draft)]
    return [kind for kind in given if isinstance(kind, str)]


def _wrong(drafts: Sequence[object], extractor: Extractor, scene: Scene, kinds: Mapping[str, FactKind]) -> str:
    """What is wrong with the first draft that doesn't fit; "" when all do."""
    found = (misfit(draft, extractor.gives, kinds, len(scene.passages)) for draft in drafts)
    return next((problem for problem in found if problem), "")


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    """Raise _TooSlowError in this thread when the block takes longer."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise _TooSlowError

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
