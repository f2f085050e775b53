"""Numbers as people write them, in digits and in words, and the numbers in a text that count something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal

from toets.model.document import Span
from toets.text.lexicon import Line

DIGITS = r"(?:\d{1,3}(?:\.\d{3}){1,4}(?!\d)(?:,\d{1,3}(?!\d))?|\d{1,3}(?: \d{3}){1,4}(?!\d)|\d{1,12}(?:,\d{1,4})?(?!\d))"
"""A Dutch number: 1.250.000  1 250 000  2450  2,75. Bounded, so that a hostile row of digits costs nothing."""

_ONES = ("", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf", "dertien",
         "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien")  # fmt: skip
SMALL_NUMBERS: Mapping[str, int] = {word: number for number, word in enumerate(_ONES[:13]) if number > 1}
"""The numbers that people write in words: from "twee" up to and including "twaalf"."""
_TENS = ("", "", "twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")


def _spelled_out() -> Iterator[tuple[str, int]]:
    below = {word: number for number, word in enumerate(_ONES) if number}
    for ten, tens in enumerate(_TENS[2:], start=2):
        below[tens] = ten * 10
        for one in range(1, 10):
            joint = "ën" if _ONES[one].endswith("e") else "en"
            below[f"{_ONES[one]}{joint}{tens}"] = ten * 10 + one
    yield from below.items()
    for hundred in range(1, 10):
        name = f"{_ONES[hundred]}honderd" if hundred > 1 else "honderd"
        yield name, hundred * 100
        for word, number in below.items():
            yield f"{name}{word}", hundred * 100 + number
            yield f"{name}en{word}", hundred * 100 + number


_WORDS: Mapping[str, int] = {**dict(_spelled_out()), "één": 1}
_HALVES = {"half": Decimal("0.5"), "halve": Decimal("0.5"), "anderhalf": Decimal("1.5"), "anderhalve": Decimal("1.5"),
           "tweeënhalf": Decimal("2.5"), "tweeënhalve": Decimal("2.5"), "drieënhalf": Decimal("3.5")}  # fmt: skip
_OPENINGS = frozenset(word[:3] for word in (*_WORDS, *_HALVES, "duizend"))


def numerals(line: Line) -> Iterator[tuple[int, int, Decimal]]:
    """The numbers in one word in a text: start, end and value; "een" too."""
    for word in line.words:
        if word.low[:3] in _OPENINGS and (value := spelled(word.low)) is not None:
            yield word.start, word.end, value


def decimal(digits: str) -> Decimal:
    """The value of a number that matched DIGITS: dots and spaces group thousands, a comma starts the decimals."""
    return Decimal(digits.replace(".", "").replace(" ", "").replace(",", "."))


def spelled(word: str) -> Decimal | None:
    """The value of a number in one Dutch word ("vijfentwintigduizend", "anderhalf"), None for any other word."""
    low = word.lower()
    if low in _HALVES:
        return _HALVES[low]
    if low in _WORDS:
        return Decimal(_WORDS[low])
    thousands, found, rest = low.partition("duizend")
    if not found or (thousands and thousands not in _WORDS) or (rest and rest.removeprefix("en") not in _WORDS):
        return None
    return Decimal(_WORDS.get(thousands, 1) * 1000 + _WORDS.get(rest.removeprefix("en"), 0))


def rounded(value: Decimal) -> int:
    """To the nearest integer, halves away from zero."""
    return int(value.quantize(Decimal(1), ROUND_HALF_UP))


# What is counted: a sign or unit straight after the number, or the noun that follows.
_UNITS = {"%": "%", "procent": "%", "percent": "%", "fte": "fte", "fte's": "fte", "m2": "m2", "m²": "m2", "m3": "m3", "m³": "m3",
          "km2": "km2", "km²": "km2", "km": "km", "m": "m", "cm": "cm", "mm": "mm", "ha": "ha", "kwh": "kWh", "mwh": "MWh",
          "gwh": "GWh", "kw": "kW", "mw": "MW", "gj": "GJ", "db": "dB", "kg": "kg", "ton": "ton", "uur": "uur", "uren": "uur",
          "u": "uur", "dag": "dag", "dagen": "dag", "week": "week", "weken": "week", "maand": "maand", "maanden": "maand",
          "mnd": "maand", "jaar": "jaar", "jaren": "jaar", "meter": "m", "kilometer": "km", "hectare": "ha", "minuten": "minuut",
          "personen": "persoon"}  # fmt: skip
_KNOWN = frozenset(_UNITS.values())
_SCALES = {"%": 100, "fte": 100}
_LARGE = {"miljoen": 1_000_000, "mln": 1_000_000, "miljard": 1_000_000_000, "duizend": 1_000}

_NO_NOUN = re.compile(
    r"""(?:aan|achter|al|als|alle|ander|andere|bedraagt|bedragen|betreft|bij|binnen|blijft|boven|buiten|buitenom|daarna|daarvan|dan|dat|de
    |deze|die|dit|door|een|eerder|eerste|en|er|euro|gaat|geen|hebben|heeft|heel|hen|het|hier|hiervan|hoe|hun|ieder|iedere|in|inclusief
    |exclusief|is|kan|keer|komen|komt|kunnen|laatste|langs|later|lid|maal|maar|meer|met|minder|mits|moet|moeten|mogen|na|naar|niet|nodig
    |nog|nu|of|om|omdat|onder|ook|op|over|per|plus|procentpunt|punt|scherp|sinds|te|tegen|terwijl|ter|tot|tussen|uit|van|vanaf|vanwege
    |vast|verder|volgens|voor|voorbij|vóór|waar|waarbij|waaronder|waarvan|wanneer|waren|was|we|wel|werd|werden|wij|wil|worden|wordt|zal
    |zich|zij|zijn|zoals|zodat|zonder|zou|zouden|zowel|lager|hoger|groter|kleiner|langer|korter|ouder|jonger|gelden|geldt|gaan|staan
    |staat|uiterlijk|aanhef|juncto|gaven|gingen|hadden|kregen|kwamen|namen|ontvingen|vonden|weten|wilden|ervan|tevens)$""",
    re.VERBOSE,
)
_ADJECTIVE = re.compile(r"\w{2}e$|^(?:houten|eigen|gebakken|open|gesloten|betrokken|elektrisch)$")
_NOUNS_IN_E = re.compile(
    r"(?:gemeente|ruimte|ziekte|route|procedure|bijlage|periode|fase|commissie|fractie|reserve|methode|opgave|afname|toename|ie)$"
)
_LABELS = re.compile(
    r"""(?:bijlagen?|artikel(?:en)?|art|nummer|nr|stap|punt|punten|fase|motie|amendement|hoofdstuk|paragraaf|par|pagina|blz|bladzijde|versie
    |programma|taakveld|product|perceel|schaal|tabel|figuur|beslispunt|beslispunten|agendapunt|categorie|trede|deel|vak|variant|scenario
    |optie|wijk|blok|kavel|lid|onder|sub|toestel|tst|tel|telefoon|doorkiesnr|kenmerk|zaak|zaaknummer|zone|route|lijn|label|aanbeveling
    |onderdeel|actielijn|thema|pijler|prioriteit|rapport|week|besluit|alternatief|model|kamer|zaal|ad|groep|klasse|iso|nen|a|b|titel
    |afdeling|boek|volgnr|reg)$""",
    re.VERBOSE,
)
_STREET = re.compile(r"\w(?:straat|laan|weg|plein|kade|singel|dijk|hof|gracht|pad|steeg|dreef|markt|plantsoen)$")

_QUANTITY = re.compile(
    rf"""(?<![\w.,:/€'-])(?<!€\ )
    (?:(?P<low>{DIGITS})(?:\s?%)?\ ?(?:-|à|tot|tot\ en\ met|t/m|of|en|a)\ ?)?
    (?P<high>{DIGITS})(?![.,:/-]?\d)""",
    re.VERBOSE,
)
_WORD = r"[^\W\d_]+(?:['-][^\W\d_]+)*"
_COUNTED = re.compile(
    rf"(?: (?P<large>miljoen|mln\.?|miljard|duizend))?\s?(?P<one>%|{_WORD}[23²³]?)(?: (?P<two>{_WORD}))?(?: (?P<three>{_WORD}))?"
)
_VAGUE = re.compile(
    r"\b(?:tientallen|honderden|duizenden|enkele (?:tientallen|honderden|duizenden)|een (?:tien|twintig|honderd)tal)(?!\w)"
)
_PARTS = (
    ("helft", re.compile(r"(?<![\w-])de helft(?! van (?:19|20)\d\d)(?!\w)"), 5000),
    ("driekwart", re.compile(r"(?<![\w-])driekwart(?!\w)"), 7500),
    ("derde", re.compile(r"(?<![\w-])twee ?derde(?!\w)"), 6667),
    ("derde", re.compile(r"(?<![\w-])een derde (?:van|deel)(?!\w)"), 3333),
    ("kwart", re.compile(r"(?<![\w-])een kwart(?!\w)"), 2500),
)
_CLOCK = re.compile(r"(?<![\w.,])\d{1,2}[.:]\d{2}(?:\s?(?:-|tot)\s?\d{1,2}[.:]\d{2})?\s?(?:uur|u\.?)(?!\w)")
_AT = re.compile(r"(?:^|\W)(?:om|vanaf|tot|tussen)\s$", re.I)
_LAST_WORD = re.compile(r"([^\W_]+(?:[.'-][^\W_]+)*)[.:]?\s?$")


def find_numbers(line: Line) -> Iterator[Span]:
    """The numbers that count something ("getal"), in no order and possibly overlapping.

    `value` is the number rounded to an integer; percentages are basis points and fte are hundredths (2,75% is 275,
    0,6 fte is 60). `more`: unit ("%", "fte", "jaar", or the noun in lower case), vague, and low and high for a range
    (the value is then the highest).
    """
    clock = [match.span() for match in _CLOCK.finditer(line.flat)] if line.digits else []
    for match in _QUANTITY.finditer(line.flat) if line.digits else ():
        if not any(start < match.end() and match.start("high") < end for start, end in clock):
            yield from _digits(line, match)
    for start, end, value in numerals(line):
        if value == value.to_integral_value() and line.low[start:end] != "een":
            counted = _counted(line, start, start, end, value, value)
            yield from (span for span in counted if value > 1 or span.more["unit"] in _KNOWN)
    for match in _VAGUE.finditer(line.low):
        if found := _unit(line, match.end()):
            yield line.span("getal", match.start(), found[1], 0, {"unit": found[0], "vague": 1})
    for word, pattern, points in _PARTS:
        for match in pattern.finditer(line.low) if word in line.low else ():
            yield line.span("getal", *match.span(), points, {"unit": "%", "vague": 1})


def _digits(line: Line, match: re.Match[str]) -> Iterator[Span]:
    before = line.flat[max(0, match.start() - 40) : match.start()]
    high = decimal(match["high"])
    low = decimal(match["low"]) if match["low"] else high
    for span in _counted(line, match.start(), match.start("high"), match.end(), low, high):
        clock = span.more["unit"] == "uur" and _AT.search(before)
        if not clock and (span.more["unit"] in _KNOWN or not _labelled(before)):
            yield span


def _counted(line: Line, start: int, last: int, end: int, low: Decimal, high: Decimal) -> Iterator[Span]:
    found = _unit(line, end)
    if not found:
        return
    unit, end, large = found
    scale = _SCALES.get(unit, 1) * large
    more: dict[str, int | str] = {"unit": unit, "vague": 0}
    if low < high:
        more |= {"low": rounded(low * scale), "high": rounded(high * scale)}
    yield line.span("getal", start if low < high else last, end, rounded(high * scale), more)


def _unit(line: Line, at: int) -> tuple[str, int, int] | None:
    """What is counted at this place, where that ends, and how large a "miljoen" before it makes the number.

    It is a known unit, else the first noun behind at most two adjectives.
    """
    match = _COUNTED.match(line.flat, at)
    if not match or (match["large"] and match["one"].lower() in _UNITS):
        return None
    large = _LARGE[match["large"].rstrip(".")] if match["large"] else 1
    if match["one"].lower() in _UNITS:
        return _UNITS[match["one"].lower()], match.end("one"), large
    for name in ("one", "two", "three"):
        word = match[name]
        if not word or len(word) < 3 or word != word.lower() or _NO_NOUN.match(word):
            return None
        if _NOUNS_IN_E.search(word) or not _ADJECTIVE.search(word):
            return word, match.end(name), large
    return None


def _labelled(before: str) -> bool:
    """Whether the word before a number makes it a label ("bijlage 3", "Veenweg 14") instead of a count."""
    match = _LAST_WORD.search(before)
    return bool(match and (_LABELS.match(match[1].lower()) or _STREET.search(match[1].lower())))
