"""What an amount in running text does: it is asked, spent, received, there already, a limit, a price, cover or a risk.

The phrases of the vocabulary lists `bedrag_*` each hold an amount. Of the phrases that reach an amount the one
with the fewest words in between decides; at equal distance the order of LISTS, and then the longest phrase.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from toets.extract.decisions import acts_of
from toets.extract.scene import Scene, spans_of
from toets.extract.sums import ASKED, Sum, plain_sum
from toets.model.document import Passage, Span
from toets.text import Hit

LISTS = (
    ("other", "bedrag_anders"),
    ("requested", "bedrag_gevraagd"),
    ("cost", "bedrag_kosten"),
    ("income", "bedrag_inkomsten"),
    ("risk", "bedrag_risico"),
    ("cover", "bedrag_dekking"),
    ("existing", "bedrag_bestaand"),
    ("limit", "bedrag_grens"),
    ("price", "bedrag_prijs"),
)
MOVED = "bedrag_toevoegen"
NOUNS = (("cost", "rij_kosten"), ("income", "rij_baten"), ("cover", "rij_dekking"), ("existing", "rij_bestaand"))
FIRST = (
    ("risk", "bedrag_schade"),
    ("other", MOVED),
    ("other", "bedrag_van_ander"),
    ("cost", "bedrag_in_raming"),
    ("existing", "bedrag_huidig"),
    ("price", "bedrag_los"),
    ("limit", "bedrag_bovengrens"),
    ("income", "bedrag_minder"),
)
SUPPOSED, PAYING = "bedrag_stel", "dekking_betaalt"
BALANCED = "bedrag_tegenover"
LINK, LINK_GAP = "bedrag_koppel", 9
GIVING = "bedrag_gevraagd_punt"
ASKING_ORDER, GIVING_ORDER = 1, 1.5

SPENDING = frozenset({"beschikbaar_stellen", "verlenen", "aangaan", "dekken", "instemmen"})

_BREAK = re.compile(
    r"""[;|] | (?<!\bca)(?<!mln)(?<!\bexcl)\.\ (?=(?-i:[A-Z]))
    | (?<!\w)(?:waarvan|waarin|waaruit|waarop|waarbij|waarvoor|waardoor|waaronder|zodat|omdat|terwijl|maar
    |daarvan|en\ daarnaast|exclusief|inclusief|zodra|indien|mits|nadat|totdat)(?!\w) | ,\ (?:dit|deze|wat|en)(?!\w)""",
    re.IGNORECASE | re.VERBOSE,
)
_JOIN = re.compile(r"(?:,|\ben\b|\bplus\b|\brespectievelijk\b|\bof\b|\bnaar\b)", re.IGNORECASE)
_AND = re.compile(r"\ben (?:is|zijn|wordt|worden|was|komt|komen|kan|kunnen|valt|vallen|heeft)\b")
_TO = re.compile(r"€?[\d.,]+ naar $")
_BECOMES = re.compile(r"\b(?:waar(?:door|mee|bij)|zodat|stijg|daal|toenem|afnem|oplop)", re.IGNORECASE)
_JOIN_REACH = 60
_CLEAR, _LOOSE, _FAR, _GUESS = 95, 75, 65, 55
_NEAR = 3
_SHARED = frozenset({"requested", "cost", "income", "existing", "cover", "risk"})


@dataclass(frozen=True, slots=True)
class _Sign:
    """A phrase that says what an amount does; `gap` counts the words between the phrase and the amount."""

    use: str
    gap: int
    order: float
    length: int

    @property
    def rank(self) -> tuple[int, float, int]:
        return self.gap, self.order, -self.length


def sums_of(scene: Scene, passage: Passage) -> tuple[Sum, ...]:
    """The amounts of a passage of running text, each with its use; without any sign of it the use is "other"."""
    found = tuple(_by_signs(scene, passage, span) for span in spans_of(passage, "bedrag"))
    settled = tuple(_otherwise(scene, passage, item) for item in _inherited(passage, found))
    return tuple(
        replace(item, capital=item.use == "cost" and is_capital(scene, passage, item)) for item in _raised(passage, settled)
    )


def _raised(passage: Passage, found: tuple[Sum, ...]) -> tuple[Sum, ...]:
    """A point that raises a budget "van … naar …" asks for what it becomes."""
    if not passage.point or any(item.use in ASKED for item in found):
        return found
    return tuple(replace(item, use="requested") if _is_raised(passage.text[: item.start]) else item for item in found)


def _is_raised(before: str) -> bool:
    """Whether an amount is what a budget is raised to; a total that changes because of that ("waardoor … stijgt") is not."""
    return bool(_TO.search(before)) and not _BECOMES.search(before)


def is_capital(scene: Scene, passage: Passage, item: Sum) -> bool:
    """Whether the words right before an amount call it the yearly burden of an investment."""
    return scene.has(passage.text[: item.start], "kapitaallast")


def _by_signs(scene: Scene, passage: Passage, span: Span) -> Sum:
    signs = sorted(_signs(scene, passage, span), key=lambda sign: sign.rank)
    first = next((use for use, name in FIRST if any(_reaching(scene, passage, span, name))), "")
    if any(hit.start <= span.start < hit.end for hit in scene.says(passage, BALANCED)):
        return plain_sum(scene, passage, span, "other", _CLEAR)
    if span.more.get("per") == "unit" and not (signs and signs[0].use == "limit" and signs[0].gap == 0):
        return plain_sum(scene, passage, span, "price", _CLEAR)
    if first:
        return plain_sum(scene, passage, span, first, _CLEAR)
    if not signs:
        return plain_sum(scene, passage, span, "", _GUESS)
    best = _settled(signs, point=passage.point > 0)
    use = _in_time(scene, passage, span, best.use)
    paid = passage.point and best.order != ASKING_ORDER and _behind(scene, passage, span, PAYING)
    return plain_sum(scene, passage, span, "cover" if paid else use, _CLEAR if best.gap <= _NEAR else _LOOSE)


def _in_time(scene: Scene, passage: Passage, span: Span, use: str) -> str:
    """What is asked or spent, unless the sentence tells of the past or of something that may go wrong."""
    if use not in ASKED or passage.point:
        return use
    if _behind(scene, passage, span, SUPPOSED):
        return "risk"
    return "existing" if _said_before(scene, passage, span, "bedrag_verleden") else use


def _otherwise(scene: Scene, passage: Passage, item: Sum) -> Sum:
    """What an amount does that no phrase reaches: what its nearest noun says, or what its decision point does."""
    if item.use or item.span is None:
        return item
    noun = _nearest_noun(scene, passage, item.span)
    if noun:
        return replace(item, use=noun, sure=_FAR)
    asked = passage.point and SPENDING & set(acts_of(scene, passage))
    return replace(item, use="requested" if asked else "other")


def _settled(signs: list[_Sign], *, point: bool) -> _Sign:
    """The nearest sign; but what a point asks and also bounds, covers or finds in the begroting in one breath, it asks.

    In running text a krediet or budget that is there already is not asked.
    """
    best = signs[0]
    if best.use in ("cover", "limit") or (point and best.use == "existing"):
        return next((sign for sign in signs if sign.use == "requested" and sign.gap <= _NEAR + 1), best)
    if best.use == "requested" and not point:
        return next((sign for sign in signs if sign.use == "existing" and sign.gap <= _NEAR), best)
    return best


def _signs(scene: Scene, passage: Passage, span: Span) -> Iterator[_Sign]:
    for order, (use, name) in enumerate(LISTS):
        yield from (_Sign(use, gap, order, hit.end - hit.start) for hit, gap in _reaching(scene, passage, span, name))
    if passage.point and "mandateren" not in acts_of(scene, passage):
        yield from (
            _Sign("requested", gap, GIVING_ORDER, hit.end - hit.start) for hit, gap in _reaching(scene, passage, span, GIVING)
        )
    yield from (_Sign("cost", gap + LINK_GAP, len(LISTS), 0) for _, gap in _reaching(scene, passage, span, LINK))


def _reaching(scene: Scene, passage: Passage, span: Span, name: str) -> Iterator[tuple[Hit, int]]:
    """The hits of a list that hold this amount, with nothing in between that parts them."""
    for hit in scene.says(passage, name):
        if hit.start <= span.start and _end(span) <= hit.end and _touches(scene, passage, hit.start, hit.end, span):
            yield hit, sum(len(passage.text[first:last].split()) for first, last in hit.gaps)


def _end(span: Span) -> int:
    """Where the last word of an amount ends: the dash of "€ 8.500,-" is no word."""
    return span.start + len(span.text.rstrip(",-–— "))


def _touches(scene: Scene, passage: Passage, start: int, end: int, span: Span) -> bool:
    """Whether no other amount, no new clause and no word that voids it stands between a sign and its amount."""
    if any(start <= other.start < end for other in spans_of(passage, "bedrag") if other != span):
        return False
    behind = passage.text[span.end : end]
    if _BREAK.search(passage.text[start : span.start]) or _BREAK.search(behind) or _AND.search(behind):
        return False
    return not any(start < void.end and void.start < end for void in scene.says(passage, "bedrag_niet"))


def _behind(scene: Scene, passage: Passage, span: Span, name: str) -> bool:
    """Whether an amount stands anywhere behind a phrase of a list."""
    return any(hit.start < span.start for hit in scene.says(passage, name))


def _said_before(scene: Scene, passage: Passage, span: Span, name: str) -> bool:
    hits = scene.says(passage, name)
    return any(hit.start < span.start and not _BREAK.search(passage.text[hit.start : span.start]) for hit in hits)


def _nearest_noun(scene: Scene, passage: Passage, span: Span) -> str:
    """The use that the last telling noun before an amount gives it, when no phrase joins the two."""
    nouns = [(hit, use) for use, name in NOUNS for hit in scene.says(passage, name)]
    before = [
        (hit.start, use) for hit, use in nouns if hit.end <= span.start and _touches(scene, passage, hit.start, span.start, span)
    ]
    if before:
        return max(before)[1]
    behind = [
        (hit.start, use) for hit, use in nouns if hit.start >= span.end and _touches(scene, passage, span.end, hit.end, span)
    ]
    return min(behind)[1] if behind else ""


def _inherited(passage: Passage, found: tuple[Sum, ...]) -> tuple[Sum, ...]:
    """Amounts without a sign of their own take the use of the one they are joined to: "€ 45.000 in 2026 en € 64.000 daarna"."""
    result = list(found)
    for at in (*range(1, len(found)), *range(len(found) - 2, -1, -1)):
        for beside in (at - 1, at + 1):
            if not result[at].use and 0 <= beside < len(found) and _joined(passage, result, at, beside):
                result[at] = replace(result[at], use=result[beside].use, sure=_LOOSE)
    return tuple(result)


def _joined(passage: Passage, found: list[Sum], one: int, two: int) -> bool:
    first, last = sorted((one, two))
    between = passage.text[found[first].end : found[last].start]
    return (
        found[two].use in _SHARED and len(between) <= _JOIN_REACH and bool(_JOIN.search(between)) and not _BREAK.search(between)
    )
