"""What kind of document it is, from the facts that were derived."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from textwrap import shorten

from toets.model.fact import Fact
from toets.model.report import Kind

_ALIAS = re.compile(r"\{\w+\}")


def nature_of(
    facts: Sequence[Fact], reasons: Mapping[str, str], forced: Sequence[str], because: str = "opgegeven"
) -> tuple[tuple[Kind, ...], tuple[str, ...], str]:
    """Kinds (surest first), natures and look-alike among the facts; `forced` kinds replace the derived ones.

    `reasons` gives, by the source of a derived fact, why it holds; `because` says who forced a kind.
    """
    natures = {str(fact.fields["is"]) for fact in facts if fact.kind == "nature"}
    lookalike = next((str(fact.fields["is"]) for fact in facts if fact.kind == "lookalike"), "")
    if forced:
        codes = dict.fromkeys(item.partition("/")[0] for item in forced)
        natures |= {nature for item in forced if (nature := item.partition("/")[2])}
        return tuple(Kind(code, 1.0, because) for code in codes), tuple(sorted(natures)), ""
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
