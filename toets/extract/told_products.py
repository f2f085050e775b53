"""Multiplications that a sentence tells.

"40% van € 250.000, dus € 100.000"; "12 palen van € 4.500 per stuk, in totaal € 54.000"; "€ 25.000 per jaar gedurende vier jaar,
samen € 100.000"; "€ 100.000 exclusief btw (€ 121.000 inclusief btw)".

Only what is told in full, right behind each other, is counted; another word in between may bring in another cost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from toets.extract.arithmetic import CENTS, ROUNDED, VAT_FACTORS, Comparison, comparable, euros, roughness
from toets.extract.scene import Scene, spans_of
from toets.model.document import Passage, PassageKind, Span
from toets.text.numbers import SMALL_NUMBERS

_NUMBER = rf"(?:{'|'.join(SMALL_NUMBERS)}|\d{{1,3}}(?:\.\d{{3}})?)"
_IS = (
    r"[\s,;:(–-]*(?:(?:dus|ofwel|oftewel|dat is|is|zijnde|=|samen|in totaal|totaal|dit is|dat komt neer op|komt neer op"
    r"|wat neerkomt op|maakt|wordt|bij elkaar|een bedrag van|een totaal van|van|en)[\s,:(]*){1,4}€?\s*$"
)
_RESULT = re.compile(_IS, re.IGNORECASE)
_PERCENT_OF = re.compile(
    r"(?<![\d,.])(?P<pct>\d{1,2}(?:,\d{1,2})?) ?(?:%|procent) van (?:de |het |dit |dat |deze |een )?"
    r"(?:[\w-]+ ){0,3}?(?:van |ad |à )?€?\s*$",
    re.IGNORECASE,
)
_OF_BEHIND = re.compile(
    r"^\s*\(?(?:,? ?(?:zijnde|dat is|dit is|is|ofwel|oftewel) )?(?P<pct>\d{1,2}(?:,\d{1,2})?) ?(?:%|procent) van (?:de |het )?"
    r"(?:[\w-]+ ){0,3}?(?:van |ad |à )?€?\s*$",
    re.IGNORECASE,
)
_TIMES = re.compile(
    rf"(?<![\w.,])(?P<number>{_NUMBER})(?: ?[x×]| (?!procent|jaar|jaren|maanden|weken|fase)[a-zé][\w-]*(?: [a-zé][\w-]*){{0,2}}?)"
    r"(?: (?:van|à|a|ad|voor|tegen|kosten|x|×|keer))?(?: elk| ieder| een prijs van)? ?€?\s*$",
    re.IGNORECASE,
)
_FOLD = re.compile(rf"(?<![\w.,])(?P<number>{_NUMBER}) ?(?:keer|maal|[x×]) ?€?\s*$", re.IGNORECASE)
"""Said to be a multiplication; then the words that tell the result must say that too."""
_SUMMED = re.compile(r"\b(?:dus|ofwel|oftewel|is|samen|totaal|neer|elkaar)\b|=", re.IGNORECASE)
_EACH = re.compile(r"^(?:,-)? (?:per \w+|elk|ieder|p\.?st\.?)\b", re.I)
_YEARLY = re.compile(
    rf"^(?:,-)?(?: per jaar| jaarlijks)?(?: is| voor| gedurende| in| over|,)* (?:een periode van )?(?P<number>{_NUMBER}) jaar"
    r"(?: lang)?"
    r"(?P<rest>.*)$",
    re.IGNORECASE,
)
_PER_YEAR = re.compile(r"^(?:,-)? (?:per jaar|jaarlijks)\b", re.IGNORECASE)
_RATE = re.compile(r"(?<!\d)(21|9) ?(?:%|procent)(?: aan)? (?:btw|omzetbelasting)", re.IGNORECASE)
_WITH_VAT = re.compile(
    r"(?:inclusief|incl\.?|met) (?:de )?(?:(?:21|9) ?% )?btw (?:is|wordt|bedraagt|komt|gaat het om)"
    r"(?: (?:dat|dit|het|de prijs))?(?: bedrag)?(?: neer| uit)?(?: op)? ?€?\s*",
    re.IGNORECASE,
)
_VAT_BETWEEN = re.compile(
    r"(?:exclusief|excl\.?|inclusief|incl\.?|btw|21|9|%|procent|en|of|ofwel|oftewel|dus|dat is|is|[\s,;(/)€-])*", re.IGNORECASE
)


def find(scene: Scene) -> Iterator[Comparison]:
    """A comparison for every multiplication that one sentence of the proposal tells in full."""
    for passage in scene.prose():
        if passage.kind == PassageKind.ROW:
            continue
        amounts = [span for span in spans_of(passage, "bedrag") if int(span.value) > 0 and not span.more.get("pm")]
        yield from _vat_behind(scene, passage)
        for one, two in pairwise(amounts):
            yield from _vat(passage, one, two)
            if not scene.has(passage.text, "bedrag_niet_elk_jaar_gelijk"):
                yield from _product(passage, one, two)


def _product(passage: Passage, one: Span, two: Span) -> Iterator[Comparison]:
    """The second amount as the first one times a number or a percentage, or the other way round."""
    text = passage.text
    before, between = text[: one.start], text[one.end : two.start]
    if one.more.get("vague") or two.more.get("vague"):
        return
    if (share := _PERCENT_OF.search(before)) and _RESULT.fullmatch(between):
        yield from _share(passage, share["pct"], one, two)
    elif share := _OF_BEHIND.match(between):
        yield from _share(passage, share["pct"], two, one)
    elif (times := _TIMES.search(before)) and (each := _EACH.match(between) or _EACH.match(" " + between.strip())):
        if not _PER_YEAR.match(between) and _RESULT.fullmatch(between[each.end() :]):
            yield from _times(passage, _count(times["number"]), one, two)
    elif (fold := _FOLD.search(before)) and _RESULT.fullmatch(between) and _SUMMED.search(between):
        yield from _times(passage, _count(fold["number"]), one, two)
    elif one.more.get("per") == "year" and (years := _YEARLY.match(between)) and _RESULT.fullmatch(years["rest"] or " "):
        yield from _times(passage, _count(years["number"]), one, two)


def _count(word: str) -> int:
    return SMALL_NUMBERS.get(word.lower(), 0) or int(word.replace(".", ""))


def _share(passage: Passage, pct: str, whole: Span, part: Span) -> Iterator[Comparison]:
    share = float(pct.replace(",", ".")) / 100
    slack = 0.5 * 10 ** -(2 + len(pct.partition(",")[2])) * int(whole.value)
    counted = round(share * int(whole.value))
    words = f"{pct}% van {euros(int(whole.value))} = {euros(counted)}"
    yield from _judged(passage, part, counted, words, slack if "," in pct else min(slack, 0.005 * int(whole.value)))


def _times(passage: Passage, number: int, one: Span, two: Span) -> Iterator[Comparison]:
    counted = number * int(one.value)
    words = f"{number} × {euros(int(one.value))} = {euros(counted)}"
    yield from _judged(passage, two, counted, words, number * roughness(one.text, int(one.value)))


def _judged(passage: Passage, said: Span, counted: int, words: str, slack: float) -> Iterator[Comparison]:
    """What is said beside what was counted; a result that is rounded is the same."""
    told = int(said.value)
    off = abs(told - counted) > max(slack, CENTS, 0.005 * counted) + roughness(said.text, told)
    vat = any(abs(told - factor * counted) <= ROUNDED * told for factor in VAT_FACTORS)
    if not off or (comparable(told, counted) and not vat):
        yield Comparison("product", passage.index, said.start, told, counted, passage.text, off, other=words)


def _vat(passage: Passage, one: Span, two: Span) -> Iterator[Comparison]:
    """An amount without btw and the same with it, at the rate that is told, or at any rate that there is."""
    if (one.more.get("vat"), two.more.get("vat")) not in (("excl", "incl"), ("incl", "excl")):
        return
    between = passage.text[one.end : two.start]
    if not _VAT_BETWEEN.fullmatch(between) or one.more.get("vague") or two.more.get("vague"):
        return
    bare, full = (one, two) if one.more.get("vat") == "excl" else (two, one)
    yield from _with_vat(passage, bare, full, passage.text)


def _vat_behind(scene: Scene, passage: Passage) -> Iterator[Comparison]:
    """The same when the next sentence tells it: "… € 400.000 exclusief btw. Inclusief btw is dat € 484.000."."""
    after = [one for one in scene.reach(passage, "paragraph") if one.index == passage.index + 1]
    amounts, told = spans_of(passage, "bedrag"), spans_of(after[0], "bedrag") if after else ()
    if len(amounts) != 1 or len(told) != 1 or amounts[0].more.get("vat") != "excl":
        return
    plain = not any(span.more.get(name) for span in (*amounts, *told) for name in ("vague", "pm", "per"))
    if plain and _WITH_VAT.fullmatch(after[0].text[: told[0].start]):
        yield from _with_vat(after[0], amounts[0], told[0], f"{passage.text} {after[0].text}")


def _with_vat(passage: Passage, bare: Span, full: Span, said: str) -> Iterator[Comparison]:
    """What is told with btw beside what was counted, at the rate that is told."""
    rate = _RATE.search(said)
    factor = 1 + int(rate[1]) / 100 if rate else VAT_FACTORS[0]
    low, high, told = int(bare.value), round(factor * int(bare.value)), int(full.value)
    slack = 0.006 * high + roughness(bare.text, low) + roughness(full.text, told)
    wrong = abs(told - high) > slack if rate else not low - slack <= told <= high + slack
    if wrong and comparable(told, high):
        words = f"{euros(low)} + {round(100 * factor - 100)}% btw = {euros(high)}"
        yield Comparison("vat", passage.index, full.start, told, high, passage.text, True, other=words)
