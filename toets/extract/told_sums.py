"""Sums that a sentence tells: "€ 40.000 en € 25.000, samen € 65.000", "van € 40.000 met € 25.000 te verhogen tot € 65.000"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from toets.extract.arithmetic import Comparison, adds_up, alike, as_sum, comparable, roughness
from toets.extract.scene import Scene, spans_of
from toets.model.document import Passage, PassageKind, Span

FEWEST, MOST = 2, 6

_TOGETHER = re.compile(
    r"(?:\bsamen|\btezamen|\bin totaal|\btotaal|\bopgeteld|\bbij elkaar|\bbij elkaar opgeteld)\b"
    r"(?: (?:is|dus|dat is|komt neer op|goed voor|een bedrag van|een totaal van|gaat het om|wordt dat|maakt dat|van|=|:))* ?$",
    re.IGNORECASE,
)
_PLUS = re.compile(r"\s*(?:\+|plus)\s*", re.IGNORECASE)
_IS = re.compile(r"\s*(?:=|is|maakt)\s*", re.IGNORECASE)
_JOINED = re.compile(r"(?:,| en\b| plus\b|\+|;)", re.IGNORECASE)
_BROKEN = re.compile(
    r"\b(?:waarvan|daarvan|per|maximaal|ten hoogste|minus|min|na aftrek|exclusief|inclusief|resteert|resterend|aandeel"
    r"|oplopend)\b|[.:?!]\s",
    re.IGNORECASE,
)
_WORD_BEFORE = re.compile(r"(\w+)(?:\s+(?:circa|ongeveer|ca\.?|bijna|ruim|een|totaal|bedrag|maximaal))*\s*$", re.IGNORECASE)
_FROM, _BY, _TO = frozenset({"van", "vanaf"}), frozenset({"met"}), frozenset({"tot", "naar", "op"})


def find(scene: Scene) -> Iterator[Comparison]:
    """A comparison for every sum or increase that one sentence of the proposal tells in full."""
    for passage in scene.prose():
        if passage.kind == PassageKind.ROW:
            continue
        amounts = [span for span in spans_of(passage, "bedrag") if int(span.value) > 0]
        if len(amounts) > FEWEST:
            yield from _together(passage, amounts)
            yield from _increase(scene, passage, amounts)


def _plain(span: Span) -> bool:
    """Whether an amount is one figure that may be added to others."""
    more = span.more
    return not (more.get("vague") or more.get("pm") or more.get("per")) and more.get("low", span.value) == span.value


def _together(passage: Passage, amounts: Sequence[Span]) -> Iterator[Comparison]:
    """Amounts in a row, and right behind them what they are together."""
    for at, whole in enumerate(amounts):
        between = passage.text[amounts[at - 1].end : whole.start] if at else ""
        announced = bool(_TOGETHER.search(between)) or bool(_IS.fullmatch(between))
        parts = _row(passage, amounts[:at], plus=bool(_IS.fullmatch(between)))
        if announced and len(parts) >= FEWEST and all(map(_plain, (*parts, whole))) and not _BROKEN.search(between):
            yield from _judged(passage, "sum", parts, whole)


def _row(passage: Passage, amounts: Sequence[Span], *, plus: bool) -> list[Span]:
    """The amounts at the end that are joined to each other; joined by "+" only, when `plus` is set."""
    row = list(amounts[-1:])
    for span in reversed(amounts[:-1]):
        between = passage.text[span.end : row[0].start]
        joined = _PLUS.fullmatch(between) if plus else _JOINED.search(between)
        if not joined or _BROKEN.search(between) or len(row) >= MOST:
            break
        row.insert(0, span)
    return row


def _increase(scene: Scene, passage: Passage, amounts: Sequence[Span]) -> Iterator[Comparison]:
    """An amount that is raised or lowered: from, by and to must each stand there once."""
    text = passage.text
    raised, lowered = scene.has(text, "bedrag_omhoog"), scene.has(text, "bedrag_omlaag")
    sign = int(raised) - int(lowered)
    found: dict[str, list[Span]] = {"from": [], "by": [], "to": []}
    for span in amounts:
        match = _WORD_BEFORE.search(text[: span.start].replace("€", " "))
        word = match[1].lower() if match else ""
        role = "from" if word in _FROM else "by" if word in _BY else "to" if word in _TO else ""
        if role:
            found[role].append(span)
    if sign and len(amounts) == 3 and all(len(group) == 1 for group in found.values()):
        start, step, end = (found[role][0] for role in ("from", "by", "to"))
        between = text[min(span.end for span in amounts) : max(span.start for span in amounts)]
        if all(map(_plain, (start, step, end))) and not scene.has(between, "bedrag_wordt_betaald"):
            yield from _judged(passage, "increase", (start, step), end, sign=sign)


def _judged(passage: Passage, of: str, parts: Sequence[Span], whole: Span, *, sign: int = 1) -> Iterator[Comparison]:
    """The sum as told beside the sum as counted; `sign` is that of the last part."""
    values = [*(int(part.value) for part in parts[:-1]), sign * int(parts[-1].value)]
    counted, said = sum(values), int(whole.value)
    rough = sum(roughness(span.text, int(span.value)) for span in (*parts, whole))
    if adds_up(values, said, rough) or alike(counted, said):
        yield Comparison(of, passage.index, whole.start, said, counted, passage.text, False, -1, as_sum(values))
    elif comparable(counted, said):
        yield Comparison(of, passage.index, whole.start, said, counted, passage.text, True, -1, as_sum(values))
