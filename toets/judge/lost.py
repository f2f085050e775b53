"""Facts that could not be looked for: what else is unknown because of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from toets.model.rule import Derivation


def spread(lost: Mapping[str, str], derivations: Iterable[Derivation]) -> Mapping[str, str]:
    """The kinds of fact that are unknown, with those that are derived from them, each with the reason of the first."""
    known, every = dict(lost), tuple(derivations)
    grown = True
    while grown and known:
        before = len(known)
        for derivation in every:
            reasons = [known[pattern.fact] for pattern in derivation.when.patterns() if pattern.fact in known]
            if reasons:
                known.setdefault(derivation.fact, reasons[0])
        grown = len(known) > before
    return known
