"""toets: checks a raadsvoorstel or collegevoorstel before it goes on the agenda.

The names below are the public API; each is imported when it is first used. A name that stands here keeps its meaning until
the next major version.

    report = toets.check("voorstel.docx")
    run = toets.check_all([Path("a.docx"), Path("b.pdf")], toets.Request(profile="griffie"), jobs=2).report
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from toets.agenda import agenda_of
    from toets.batch import check_all
    from toets.checker import Checker, check
    from toets.compare import compare as compare_reports
    from toets.errors import ToetsError
    from toets.model.extension import Extractor, Reader, ReportForm
    from toets.model.fact import Draft
    from toets.model.outcome import Status
    from toets.model.report import Report
    from toets.plugins.hookspecs import hookimpl
    from toets.rulebook import Request

__version__ = "0.1.0"
__all__ = [
    "Checker",
    "Draft",
    "Extractor",
    "Reader",
    "Report",
    "ReportForm",
    "Request",
    "Status",
    "ToetsError",
    "__version__",
    "agenda_of",
    "check",
    "check_all",
    "compare_reports",
    "hookimpl",
]

_HOMES = (
    ("Checker", "toets.checker", "Checker"),
    ("Draft", "toets.model.fact", "Draft"),
    ("Extractor", "toets.model.extension", "Extractor"),
    ("Reader", "toets.model.extension", "Reader"),
    ("Report", "toets.model.report", "Report"),
    ("ReportForm", "toets.model.extension", "ReportForm"),
    ("Request", "toets.rulebook", "Request"),
    ("Status", "toets.model.outcome", "Status"),
    ("ToetsError", "toets.errors", "ToetsError"),
    ("agenda_of", "toets.agenda", "agenda_of"),
    ("check", "toets.checker", "check"),
    ("check_all", "toets.batch", "check_all"),
    ("compare_reports", "toets.compare", "compare"),
    ("hookimpl", "toets.plugins.hookspecs", "hookimpl"),
)


def __getattr__(name: str) -> Any:
    """Import a public name when it is asked for (PEP 562)."""
    for known, home, there in _HOMES:
        if name == known:
            return getattr(import_module(home), there)
    raise AttributeError(f"module 'toets' has no attribute {name!r}")


def __dir__() -> list[str]:
    """The public names."""
    return sorted(__all__)
