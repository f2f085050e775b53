"""Exit codes: what a script that calls toets can count on."""

from enum import IntEnum


class ExitCode(IntEnum):
    """The answers to the caller."""

    #: Nothing at or above `--fail-on`.
    OK = 0
    #: Findings at or above `--fail-on`.
    FINDINGS = 1
    #: Wrong use: arguments, settings, a rule file, a plugin that cannot be loaded, an output that cannot be written.
    USAGE = 2
    #: At least one document could not be judged; wins over FINDINGS.
    UNREADABLE = 3
    #: A mistake in toets itself; a log tells which versions and where.
    BUG = 4
