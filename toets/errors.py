"""Everything that can go wrong for a user, as one family of errors.

Every message is Dutch, and says what is wrong, where, and what to do about it.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath


class ToetsError(Exception):
    """Base of all expected errors; its text is shown to the user as it is."""


class UsageError(ToetsError):
    """The command or the API was called in a way that cannot work (exit code 2)."""


class SettingsError(ToetsError):
    """A settings file or a profile holds something that cannot be used (exit code 2)."""


class RuleSetError(ToetsError):
    """A rule set or vocabulary holds mistakes; carries all of them at once (exit code 2).

    `problems` are complete Dutch lines: file, key, what was found, what is allowed.
    """

    def __init__(self, problems: Sequence[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


class PluginError(ToetsError):
    """An installed plugin could not be loaded; a silently missing rule set is a false "in orde" (exit code 2)."""


class ReadError(ToetsError):
    """A document could not be read: missing, damaged, locked, too large, without text (exit code 3)."""


class EngineError(ToetsError):
    """The rule engine reported an error while judging one document (exit code 3)."""


class OutputError(ToetsError):
    """A report could not be written: it exists already, the disk is full, the folder is read-only (exit code 2)."""


class AnnotateError(ToetsError):
    """A document is left alone: notes can't be put into a copy of it (its format, a signature, a lock)."""


def in_words(error: BaseException) -> str:
    """A mistake in the code of somebody else on one line: what Python calls it, what it says, and where it was made.

    The place is told when it lies deeper than the code that caught the mistake.
    """
    says = " ".join(str(error).split())
    name = f"{type(error).__name__}: {says}" if says else type(error).__name__
    place = error.__traceback__
    if place is None or place.tb_next is None:
        return name
    while place.tb_next is not None:
        place = place.tb_next
    file = PurePath(place.tb_frame.f_code.co_filename).name
    return name if file.startswith("<") else f"{name}; {file}, regel {place.tb_lineno}"
