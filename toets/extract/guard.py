"""An extractor that fails costs only the facts it would have given, never the document."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import FrameType

from toets.extract.scene import Scene
from toets.model.extension import Extractor
from toets.model.fact import Draft, FactKind, Field

SECONDS = 20.0
"""Wall time that one extractor may take for one document; they take milliseconds."""


class _TooSlowError(Exception):
    pass


class _MisfitError(Exception):
    pass


def run(extractor: Extractor, scene: Scene, kinds: Mapping[str, FactKind]) -> list[Draft] | str:
    """The drafts of an extractor, or in Dutch why there are none: it raised, took too long, or gave what it had not declared.

    The time is only watched in the main thread of a process, on systems with alarm signals.
    """
    try:
        with _alarm(SECONDS):
            drafts = list(extractor.find(scene))
        _check(drafts, extractor, kinds)
    except _TooSlowError:
        return f"duurde langer dan {SECONDS:g} seconden en is gestopt"
    except _MisfitError as error:
        return str(error)
    except MemoryError:
        raise
    except Exception as error:  # any mistake of an author ends here, with its name
        return f"werd afgebroken ({type(error).__name__}: {error})"
    return drafts


def _check(drafts: Sequence[object], extractor: Extractor, kinds: Mapping[str, FactKind]) -> None:
    declared: dict[str, Mapping[str, Field]] = {}
    for draft in drafts:
        if not isinstance(draft, Draft):
            raise _MisfitError(f"gaf iets dat geen feit is ({type(draft).__name__})")
        if draft.kind not in extractor.gives:
            raise _MisfitError(f"gaf een feit '{draft.kind}', maar noemt alleen {', '.join(extractor.gives)}")
        kind = kinds.get(draft.kind)
        if kind is None:
            raise _MisfitError(f"gaf een feit '{draft.kind}', dat niet is gedeclareerd in een map 'feiten'")
        if draft.kind not in declared:
            declared[draft.kind] = kind.all_fields()
        unknown = [name for name in draft.fields if name not in declared[draft.kind]]
        if unknown:
            raise _MisfitError(f"gaf een feit '{draft.kind}' met een veld '{unknown[0]}', dat niet is gedeclareerd")


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
