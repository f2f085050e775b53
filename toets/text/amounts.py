"""Amounts of money, in every way in which a Dutch municipality writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from toets.model.document import Span
from toets.text.amount_context import contexts
from toets.text.lexicon import Line, flattened
from toets.text.numbers import numerals, rounded, spelled

_DUTCH = r"\d{1,3}(?:(?:\.\d{3}){1,4}|(?: \d{3}){1,4})(?!\d)(?:,\d{1,4}(?!\d))?"
_ENGLISH = r"\d{1,3}(?:,\d{3}){2,4}(?!\d)(?:\.\d\d(?!\d))?"
_PLAIN = r"\d{1,12}(?:[.,]\d{1,4})?(?!\d)"
_NUMBER = rf"(?:{_DUTCH}|{_ENGLISH}|{_PLAIN})".replace(" ", r"\ ")
_IS_DUTCH, _IS_ENGLISH = re.compile(_DUTCH), re.compile(_ENGLISH)

_SCALES = {"miljoen": 10**6, "miljoenen": 10**6, "milj": 10**6, "mln": 10**6, "mio": 10**6, "m": 10**6, "miljard": 10**9,
           "mld": 10**9, "ton": 10**5, "tonnen": 10**5, "duizend": 10**3, "k": 10**3}  # fmt: skip
_SCALE = (
    r"(?:\ ?(?:miljoen(?:en)?|miljard|milj\.?|mln\.?|mio|mld\.?|ton(?:nen)?|duizend|[kK](?!€|EUR|eur|\.k)|M(?!€))|m)(?![\w²³€])"
)

_ATOM = re.compile(
    rf"""(?<![\d][.,:/])(?<!\w)
    (?P<minus>-/-\ ?|-\ ?)?
    (?:(?P<before>[kKM]€|€\ ?[kK](?!\w)|€|[kK]?(?:EURO?|Euro|euro)(?!\w))\ ?(?P<inner>-/-\ ?|-\ ?)?)?
    (?P<number>{_NUMBER})(?P<tail>,-{{1,2}}(?!\d)|,=|\.-(?![\d-]))?
    (?P<scale>{_SCALE})?
    (?:\ ?(?P<after>(?:[kKM]?€)(?!\ ?[\d-])|[kK]?(?:EURO?|[Ee]uro's|[Ee]uro)(?!\w)))?
    (?P<less>\ ?-/-(?!\ ?[€\d]))?""",
    re.VERBOSE,
)
_BEHIND_WORD = re.compile(
    r"(?P<half> hal(?:f|ve))?(?: (?P<scale>miljoen(?:en)?|miljard|mln\.?|ton(?:nen)?|duizend)(?!\w))?"
    r"(?P<after> euro(?:'s)?(?!\w))?"
)
_VAGUE = re.compile(
    r"""(?<!\w)(?:(?:enkele|een\ paar|meerdere|vele|tientallen|honderden|duizenden)\ )?
    (?:tonnen|miljoenen|miljarden|(?:tien|honderd)?duizenden|(?<=\ )ton|(?<=\ )miljoen)(?:\ euro(?:'s)?)?(?!\w)
    | (?<!\w)(?:enkele|tientallen|honderden|duizenden)\ euro's(?!\w)""",
    re.VERBOSE,
)
_VAGUE_SIGNS = ("tonnen", " ton", "miljoen", "miljarden", "duizenden", "euro's")
_MONEY_SIGNS = ("€", "eur", ",-", ",=", "mil", "mln", "mio", "mld", "ton", "duizend", "pm", "p.m.")
"""A text without any of these holds no amount: every number that counts as one has one of them."""

_PM = re.compile(r"(?<![\w.])(?:k?€ ?)?(?:p\.m\.|P\.M\.|PM|pm)(?P<post>-(?:post(?:en)?|raming|bedrag(?:en)?))?(?![\w:]|,\d)")
_NOT_PM = re.compile(r"(?:\d ?(?:,- ?)?|\b(?:de|het|als|onze|uw|een|per|door) )$", re.IGNORECASE)
_RANGE = re.compile(r" ?(?:à|a|-|tot en met|t/m|tot) ?(?:de |circa |maximaal )?")
_BETWEEN = re.compile(r"\btussen (?:de |circa )?$", re.IGNORECASE)
_AND = re.compile(r" en (?:de |circa )?")
_SOME = re.compile(r"(?<!\w)(?:een paar|enkele|meerdere|een aantal) $", re.IGNORECASE)
"""Before "duizend" or "honderd": nobody knows how many times."""
_AND_A = re.compile(r"(?<!\w)(?P<whole>[^\W\d_]{3,20}) en $")
_SUM_BEFORE = re.compile(r"\($|(?:\| *\(?|\b(?:van|op|is|bedraagt|saldo|min|nadeel|resultaat|met)|:) $")
_CELL_BEFORE = re.compile(r"\| *$")
_CELL_BEHIND = re.compile(r" *\|")
_OPEN, _CLOSED = re.compile(r"\| *\( *$"), re.compile(r" *\) *\|")
_EURO_YEAR = re.compile(r"euro (?:19|20)\d\d", re.IGNORECASE)
_TIMES = re.compile(r"(?:(?<!\d)(?<!\d )[x×*] ?|\bbedragen (?:zijn )?in )$")
_COUNTABLE = re.compile(
    r"""\ (?:co2|co₂|afval|restafval|gft|grofvuil|grond|zand|slib|asfalt|materia|beton|hout|stikstof|papier|voedsel|goederen
    |puin|uitstoot|plastic|textiel|ammoniak|biomassa|per\ ha|per\ as|kilo|kubieke|vierkant|m2|m3|m²|m³|kwh|mwh|gwh|kw|liter
    |inwoners|mensen|huishoudens|woningen|reizigers
    |reizen|bezoek|overnachtingen|bomen|passagiers|klanten|keer|stuks|voertuigen|auto|banen
    |nederlanders|leden|kinderen|jaar|personen|jongeren|ouderen|gebruikers|leerlingen|documenten|gegevens|pagina|berichten
    |vluchtelingen|ton\ |ritten|fiets|dieren|\w+ers(?!\w))""",
    re.IGNORECASE | re.VERBOSE,
)
_HEAVY = re.compile(r"voertuig|vracht|aslast|laadvermogen|gewicht|zwaar|tonnage|kraan|container|uitstoot|afval", re.IGNORECASE)
_MARGIN = 48
"""Characters on either side of an amount that are looked at to see whether it is one."""


@dataclass(frozen=True, slots=True)
class _Money:
    """A number that may be an amount: where, what in euros; `marked` if something says that it is money."""

    start: int
    end: int
    euros: Decimal
    marked: bool
    scale: int = 1
    grouped: bool = False
    before: bool = False
    negative: bool = False
    low: Decimal | None = None
    pm: bool = False
    vague: bool = False

    @property
    def cents(self) -> int:
        return rounded(self.euros * (-100 if self.negative else 100))


def find_amounts(line: Line) -> Iterator[Span]:
    """The amounts of money in a text ("bedrag"), in order.

    `value` is eurocents: the high end of a range, 0 for a vague amount ("enkele tonnen") and for a pm-post. `more`: vague,
    low and high (eurocents; equal when it is no range), pm, per ("year", "month", "unit", ""), vat ("incl", "excl", ""),
    term ("structural", "one_off", "bounded", ""), year and until (0 when not named).
    """
    if not _has_sign(line.low):
        return
    amounts = [money for money in _ranged(line) if money.marked]
    around = contexts(line.flat, [(money.start, money.end) for money in amounts])
    for money, words in zip(amounts, around, strict=True):
        low = money.cents if money.low is None else rounded(money.low * 100)
        vague = int(money.vague or money.low is not None or bool(words["vague"]))
        more: dict[str, int | str] = {**words, "vague": vague, "low": low, "high": money.cents, "pm": int(money.pm)}
        yield line.span("bedrag", money.start, money.end, money.cents, more)


def _has_sign(low: str) -> bool:
    return any(map(low.__contains__, _MONEY_SIGNS))


def parse_amount(text: str, scale: int = 1, bare: bool = False) -> int | None:
    """The amount in a table cell in eurocents; None when there isn't exactly one, or it is a range or vague.

    `scale` is what the table's caption says (see table_scale); a cell with a scale of its own ("€ 9 mln") ignores it. With
    `bare` a number without any sign of money counts too, and "-", "nihil" and the like are 0.
    """
    flat = flattened(text.strip())
    found = [money for money in _ranged(Line.of(flat)) if money.marked] if _has_sign(flat.lower()) else []
    if len(found) == 1 and not found[0].pm and not found[0].vague and found[0].low is None:
        return found[0].cents * (scale if found[0].scale == 1 else 1)
    return _bare(flat, scale) if bare and not found else None


_BARE = re.compile(
    rf"(?P<open>\()?(?P<minus>[-+]|-/-)?\ ?(?P<number>{_NUMBER})(?:,-{{1,2}})?(?P<close>\))?(?P<less>\ ?-(?:/-)?)?$", re.VERBOSE
)
_NOTHING = re.compile(r"(?:-{1,2}|nihil|geen|nvt|n\.v\.t\.?)$", re.IGNORECASE)


def _bare(flat: str, scale: int) -> int | None:
    if _NOTHING.match(flat):
        return 0
    match = _BARE.match(flat)
    if not match or bool(match["open"]) != bool(match["close"]):
        return None
    negative = (match["minus"] or "").startswith("-") or match["less"] or match["open"]
    return rounded(_euros(match["number"]) * scale * 100) * (-1 if negative else 1)


_CAPTION = re.compile(
    r"""(?:(?<!\d)(?<!\d\ )[x×*]\ ?|\bin\ )(?:€|EUR|euro)?\ ?(?P<one>1\.000\.000|1000000|1\.000|1000|1)(?:,-{1,2})?
      (?:\ ?(?P<large>mln|miljoen|mld|miljard))?(?![\d.])
    | €\ ?[x×*]\ ?(?P<two>1\.000\.000|1000000|1\.000|1000)(?!\d)
    | \bin\ (?:hele\ )?(?P<word>duizend|miljoen)(?:en)?\b
    | \b(?:in|bedragen)\ \(?(?P<short>k€|€\ ?k\b|keuro|mln|M€|€\ mln|€\ miljoen)
    | ^\W*(?P<alone>k€)\W*$""",
    re.VERBOSE | re.IGNORECASE,
)


def table_scale(text: str) -> int:
    """What the numbers of a table are to be multiplied by, from its caption or headings ("x € 1.000": 1000); 1 if not said."""
    match = _CAPTION.search(flattened(text))
    if not match:
        return 1
    if digits := match["one"] or match["two"]:
        return int(digits.replace(".", "")) * _SCALES.get((match["large"] or "").lower(), 1)
    word = (match["word"] or match["short"] or match["alone"]).lower()
    return 10**3 if "k" in word or word == "duizend" else 10**6


def _ranged(line: Line) -> list[_Money]:
    """Everything that may be an amount, in order and apart from each other; two that make a range are taken together."""
    result: list[_Money] = []
    for money in _apart(line):
        joined = _range(line.flat, result[-1], money) if result else None
        if joined:
            result[-1] = joined
        else:
            result.append(money)
    return result


def _apart(line: Line) -> Iterator[_Money]:
    end = 0
    for money in sorted(_all(line), key=lambda money: (money.start, -money.end)):
        if money.start >= end:
            end = money.end
            yield money


def _range(flat: str, one: _Money, two: _Money) -> _Money | None:
    """Two numbers as one range ("€ 4 tot 5 ton"), None if they don't make one."""
    if one.low is not None or one.pm or two.pm or not _joined(flat, one, two):
        return None
    low, high = one.euros, two.euros
    if one.scale == 1 and two.scale > 1 and low < 1000:
        low *= two.scale
    if not low < high or not _both_money(one, two):
        return None
    return _Money(one.start, two.end, high, marked=True, scale=max(one.scale, two.scale), low=low)


def _joined(flat: str, one: _Money, two: _Money) -> bool:
    if two.start - one.end >= _MARGIN:
        return False
    gap = flat[one.end : two.start]
    between = _AND.fullmatch(gap) and _BETWEEN.search(flat[max(0, one.start - 20) : one.start])
    return bool(between or _RANGE.fullmatch(gap))


def _both_money(one: _Money, two: _Money) -> bool:
    """Whether what marks one number as money holds for the other: "€ 40.000-60.000", "25.000 tot 35.000 euro"."""
    if one.marked:
        return two.marked or two.scale > 1 or (two.grouped and one.scale == 1)
    a_year = not one.grouped and 1900 <= one.euros <= 2100
    return two.marked and not two.before and not a_year and (one.grouped or one.euros < 1000 * two.scale)


def _all(line: Line) -> Iterator[_Money]:
    for match in _ATOM.finditer(line.flat) if line.digits else ():
        yield _atom(line.flat, match)
    for start, end, value in numerals(line):
        yield _in_words(line.flat, start, end, value)
    for match in _VAGUE.finditer(line.low) if any(word in line.low for word in _VAGUE_SIGNS) else ():
        if not _COUNTABLE.match(line.flat, match.end()):
            yield _Money(*match.span(), Decimal(0), marked=True, vague=True)
    for match in _PM.finditer(line.flat) if "pm" in line.low or "p.m." in line.low else ():
        if match["post"] or not _NOT_PM.search(line.flat[max(0, match.start() - 12) : match.start()]):
            yield _Money(*match.span(), Decimal(0), marked=True, pm=True)


def _atom(flat: str, match: re.Match[str]) -> _Money:
    start = match.start("before") if match["before"] else match.start("number")
    scale = _scale(match)
    edge = _edges(flat, match.start(), match.end()) if match["minus"] or flat[start - 1 : start] == "(" else ("", "")
    minus = _minus(match["minus"], edge)
    return _Money(
        start=match.start() if minus else start,
        end=match.end() - (match.end() == len(flat) and flat.endswith(".")),
        euros=_euros(match["number"]) * scale,
        marked=_marked(flat, match, start),
        scale=scale,
        grouped=bool(_IS_DUTCH.fullmatch(match["number"])),
        before=bool(match["before"]),
        negative=minus or bool(match["less"] or match["inner"] or (_OPEN.search(edge[0]) and _CLOSED.match(edge[1]))),
    )


def _in_words(flat: str, start: int, end: int, value: Decimal) -> _Money:
    match = _BEHIND_WORD.match(flat, end)
    if not match or not match.group():
        return _Money(start, end, value, marked=False)
    scale = _SCALES[match["scale"].rstrip(".")] if match["scale"] else 1
    if match["half"]:
        start, value = _and_a_half(flat, start, value)
    some = _SOME.search(flat[max(0, start - _MARGIN) : start]) if value in (100, 1000) else None
    if some and match["after"]:
        return _Money(start - len(some.group()), match.end(), Decimal(0), marked=True, vague=True)
    euros = value * scale
    money = bool(match["after"]) or (scale >= 10**5 and not _counts(flat, start, match.end(), match["scale"]))
    return _Money(start, match.end(), euros, marked=money and (scale > 1 or bool(match["after"])), scale=scale)


def _and_a_half(flat: str, start: int, value: Decimal) -> tuple[int, Decimal]:
    """Where a number with "half" starts, and its value: "een half" is a half, "twee en een half" is two and a half."""
    match = _AND_A.search(flat[max(0, start - _MARGIN) : start])
    whole = spelled(match["whole"]) if match else None
    if match and whole is not None:
        return start - len(match.group()), whole + value - Decimal("0.5")
    return start, value - Decimal("0.5")


def _euros(number: str) -> Decimal:
    if _IS_DUTCH.fullmatch(number):
        return Decimal(number.replace(".", "").replace(" ", "").replace(",", "."))
    if _IS_ENGLISH.fullmatch(number):
        return Decimal(number.replace(",", ""))
    return Decimal(number.replace(",", "."))


def _scale(match: re.Match[str]) -> int:
    word = (match["scale"] or "").strip(" .").lower()
    scale = _SCALES.get(word, 1)
    signs = f"{match['before'] or ''}{match['after'] or ''}"
    if "k" in signs.lower():
        return scale * 1000
    return scale * 10**6 if "M€" in signs else scale


def _marked(flat: str, match: re.Match[str], start: int) -> bool:
    """Whether a number is an amount of money: a currency, ",-", or a large scale that nothing else is counted in."""
    if match["before"] or match["after"]:
        return not _EURO_YEAR.fullmatch(match[0]) and not _TIMES.search(flat[max(0, start - 20) : start])
    if match["tail"]:
        return match["tail"].startswith(",")
    scale = (match["scale"] or "").strip(" .")
    return scale.lower() not in ("", "m", "k", "duizend") and not _counts(flat, start, match.end(), scale)


def _counts(flat: str, start: int, end: int, scale: str) -> bool:
    """Whether "miljoen" or "ton" counts or weighs something other than euros."""
    if _COUNTABLE.match(flat, end):
        return True
    return scale.startswith("ton") and bool(_HEAVY.search(flat[max(0, start - _MARGIN) : start]))


def _minus(sign: str | None, edge: tuple[str, str]) -> bool:
    if not sign:
        return False
    if sign != "- ":
        return True
    if _CELL_BEFORE.search(edge[0]):
        return bool(_CELL_BEHIND.match(edge[1]))
    return bool(_SUM_BEFORE.search(edge[0]))


def _edges(flat: str, start: int, end: int) -> tuple[str, str]:
    """The text around an amount, with the ends of the whole text as edges of a cell."""
    before = flat[max(0, start - _MARGIN) : start]
    behind = flat[end : end + _MARGIN]
    return ("|" + before if start <= _MARGIN else before, behind + "|" if end + _MARGIN >= len(flat) else behind)
