"""Whether the text names an attachment: by its title, its sort and maker, its day, or as the investigation it reports on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from toets.model.document import Section
from toets.model.months import FULL_MONTH
from toets.structure.lexicon import Lexicon
from toets.text.normal import normal

_HYPHEN = re.compile(r"(?<=\w)-(?=\w)")
_TAIL = re.compile(
    r"\s*(?:\((?:geheim|vertrouwelijk|niet openbaar|openbaar|ter kennisname|ter inzage|volgt|pdf|word)[^)]*\)|\.pdf|\.docx?)",
    re.IGNORECASE,
)
_COMMON = frozenset({"bijlage", "gemeente", "raad", "college", "voorstel", "versie", "definitief", "concept", "besluit"})
_MONTHS = re.compile(FULL_MONTH)
_DAY = re.compile(rf"\b(?<!per )\d{{1,2}} {FULL_MONTH}\b")
_TITLE_END = re.compile(r"[,(:–]|\s-\s|\bd\.d\.|(?<=\w)\s(?:met|inclusief|incl\.?|plus)\s")
_NAME_RUN = re.compile(r"(?<=\s)[A-ZÀ-Þ][\w'-]*(?:\s(?:[A-ZÀ-Þ][\w'-]*|de|van|der|en(?=\s[A-ZÀ-Þ])))+")
_NAME = re.compile(r"(?<=[\s(-])[A-ZÀ-Þ][\w']{3,}|^[A-ZÀ-Þ][\w']{3,}(?=-[a-z])")
"""A name in a title: a word with a capital behind the first one, or the first part of a compound ("Nibud-rapport")."""
_TWO = re.compile(r"(?<=[\w)-])\s+en\s+(?=\w)")
"""Between the two papers that one attachment holds: "Nulmeting en toelichting op de streefwaarden"."""
_ACRONYM = re.compile(r"[A-Z]{3,}")
_TELLING = 8
"""A title of one word is recognised in the text only if it has this many letters."""
_SHORTEST = 6
"""The letters of a word by which an attachment can be called."""
_COMPOUND = 10
"""The letters of a compound that says what one paper is: "reactienota", not "nota"."""
_WHOLE = 12
"""So many letters has a title whose words may all stand in one paragraph without that meaning anything else."""
_PART = 5
"""The letters that each part of a compound has, if its parts may be written apart: "wijziging van de begroting"."""


@dataclass(frozen=True, slots=True)
class Prose:
    """The text that may name an attachment: the words of each paragraph, and the days and acronyms anywhere in it."""

    paragraphs: tuple[frozenset[str], ...]
    days: frozenset[str]
    acronyms: frozenset[str]


def prose_of(sections: Sequence[Section]) -> Prose:
    """What these sections say, ready to look titles up in."""
    texts = [inner.text for section in sections for block in section.blocks for inner in block.walk() if inner.text.strip()]
    days = {day for text in texts for day in _DAY.findall(text.lower())}
    return Prose(tuple(map(_words, texts)), frozenset(days), frozenset(_acronyms(texts)))


def _acronyms(texts: Sequence[str]) -> Iterator[str]:
    for text in texts:
        if not text.isupper():
            yield from _ACRONYM.findall(text)


def _words(text: str) -> frozenset[str]:
    """The words of a paragraph; those with a hyphen also without it, since a PDF may lose it at the end of a line."""
    joined = normal(_HYPHEN.sub("", text)).split() if "-" in text else ()
    return frozenset((*normal(text).split(), *joined))


def is_named(title: str, prose: Prose, lexicon: Lexicon) -> bool:
    """Whether a paragraph names an attachment, by its title or by the first of the papers that it holds."""
    plain = _TAIL.sub("", title)
    return any(_is_named(part, prose, lexicon) for part in dict.fromkeys((plain, _TWO.split(plain, maxsplit=1)[0])))


def _is_named(plain: str, prose: Prose, lexicon: Lexicon) -> bool:
    """Whether a paragraph has the whole title, or two thirds of what that tells before a comma or bracket."""
    name = _TITLE_END.split(plain)[0]
    whole = frozenset(normal(name).split())
    if len(whole) > 1 and len(name) >= _WHOLE and any(whole <= text for text in prose.paragraphs):
        return True
    if name.strip() in prose.acronyms or set(_DAY.findall(plain.lower())) & prose.days:
        return True
    if _reports(name, prose, lexicon) or _made(plain, prose, lexicon) or _is_called(name, prose, lexicon):
        return True
    return _tells(name, prose.paragraphs, lexicon) or ("-" in name and _tells(_HYPHEN.sub("", name), prose.paragraphs, lexicon))


def _reports(name: str, prose: Prose, lexicon: Lexicon) -> bool:
    """Whether it lays down an investigation that the text speaks of: "Rapport draagvlakonderzoek", "Uitkomsten enquête"."""
    head, *rest = normal(name).split() or [""]
    if not rest:
        ends = [word for word in lexicon.lists.get("bijlage_onderzoek", ()) if head.endswith(word)]
        return any(word in text for word in ends for text in prose.paragraphs)
    held = [word for word in rest if _is_one(word, "bijlage_onderzoek", lexicon)]
    if not held or not (_is_one(head, "bijlage_uitkomst", lexicon) or _is_one(head, "bijlage_verslag", lexicon)):
        return False
    return any(_holds(text, word) for word in held for text in prose.paragraphs)


def _is_called(name: str, prose: Prose, lexicon: Lexicon) -> bool:
    """Whether the text names the paper by what it is called: "het ondernemingsplan", or "de nulmeting is bijgevoegd"."""
    plain = normal(name)
    for opening in lexicon.lists.get("bijlage_samenvatting", ()):
        if plain.startswith(opening + " "):
            return _is_named(plain.removeprefix(opening).strip(), prose, lexicon)
    head = (_telling(name) or [""])[0]
    if len(head) < _SHORTEST:
        return False
    called = len(head) >= _COMPOUND and _is_one(head, "bijlage_stukken", lexicon)
    attached = frozenset(lexicon.lists.get("bijlage_bijgevoegd", ()))
    return any(_holds(text, head) and (called or not text.isdisjoint(attached)) for text in prose.paragraphs)


def _made(title: str, prose: Prose, lexicon: Lexicon) -> bool:
    """Whether the text tells what its maker looked into: "Kostprijsonderzoek Bureau Kwint", "Bureau Kwint lichtte … door"."""
    words = normal(title).split()
    if not any(_is_one(word, "bijlage_uitkomst", lexicon) or _is_one(word, "bijlage_onderzoek", lexicon) for word in words):
        return False
    makers = frozenset(word for found in _NAME.findall(title) for word in normal(found).split()) - _COMMON
    deeds = lexicon.lists.get("bijlage_onderzocht", ())
    return any(not text.isdisjoint(makers) and not text.isdisjoint(deeds) for text in prose.paragraphs)


def _is_one(word: str, listed: str, lexicon: Lexicon) -> bool:
    return word.endswith(tuple(lexicon.lists.get(listed, ("-",))))


def _tells(name: str, texts: Sequence[frozenset[str]], lexicon: Lexicon) -> bool:
    """Whether a paragraph holds the longest word, the sort of document, and two thirds of what the title says."""
    names = [frozenset(_telling(run[0])) for run in _NAME_RUN.finditer(name)]
    single = [frozenset({word}) for word in _telling(_NAME_RUN.sub(" ", name))]
    units = [unit for unit in (*single, *names) if unit]
    longest = max((word for unit in units for word in unit), key=lambda word: (len(word), word), default="")
    if not longest:
        return False
    head = (_telling(name) or [""])[0]
    sort = head if _is_one(head, "soorten_bijlagen", lexicon) else ""
    letter = longest != head and len(longest) >= _TELLING and _is_one(head, "bijlage_brief", lexicon)
    enough = len(longest) >= (_TELLING if len(units) == 1 else 6)
    for text in texts:
        if sort and not text.isdisjoint(lexicon.lists.get("bijlage_bijgevoegd", ())) and _has_sort(text, sort):
            return True
        if not _holds(text, longest):
            continue
        if letter and not text.isdisjoint(lexicon.lists.get("bijlage_verteld", ())):
            return True
        named = sum(any(_holds(text, word) for word in unit) for unit in units)
        if enough and named * 3 >= len(units) * 2 and (not sort or _has_sort(text, sort)):
            return True
    return False


def _holds(text: frozenset[str], word: str) -> bool:
    """Whether a paragraph has this word, in singular or plural, or as a compound of which the parts are written apart."""
    if word in text or word + "en" in text or word + "s" in text:
        return True
    if len(word) >= _TELLING and (word.removesuffix("en") in text or word.removesuffix("s") in text):
        return True
    cuts = range(_PART, len(word) - _PART + 1)
    return any(word[cut:] in text and (word[:cut] in text or word[:cut].removesuffix("s") in text) for cut in cuts)


def _telling(name: str) -> list[str]:
    """The words of a title that tell it apart."""
    return [
        word
        for word in normal(name).split()
        if len(word) > 3 and word not in _COMMON and not word.isdigit() and not _MONTHS.fullmatch(word)
    ]


def _has_sort(text: frozenset[str], sort: str) -> bool:
    """Whether a text names this sort of document, also as part of a compound or as the last part of it: (kosten)raming."""
    return sort in text or any(len(word) > 3 and (word.endswith(sort) or sort.endswith(word)) for word in text)
