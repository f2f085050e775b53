"""Whether the text names an attachment: by its title, its sort and maker, its day, or as the investigation it reports on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from toets.model.document import Section
from toets.model.months import FULL_MONTH, MONTHS
from toets.model.vocabulary import Paper
from toets.structure.lexicon import Lexicon
from toets.text.normal import normal

_HYPHEN = re.compile(r"(?<=\w)-(?=\w)")
_TAIL = re.compile(
    r"\s*(?:\((?:geheim|vertrouwelijk|niet openbaar|openbaar|ter kennisname|ter inzage|volgt|pdf|word)[^)]*\)|\.pdf|\.docx?)",
    re.IGNORECASE,
)
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
    """The text that may name an attachment: the words of each paragraph, and the days and acronyms anywhere in it.

    `lists` and `papers` are the words by which that is told.
    """

    paragraphs: tuple[frozenset[str], ...]
    days: frozenset[str]
    acronyms: frozenset[str]
    lists: Mapping[str, tuple[str, ...]]
    papers: tuple[Paper, ...] = ()

    def ends(self, word: str, listed: str) -> bool:
        """Whether a word ends as one of a list does."""
        return word.endswith(self.lists.get(listed, ()))


def prose_of(sections: Sequence[Section], lexicon: Lexicon) -> Prose:
    """What these sections say, ready to look titles up in."""
    texts = [inner.text for section in sections for block in section.blocks for inner in block.walk() if inner.text.strip()]
    days = {day for text in texts for day in _DAY.findall(text.lower())}
    return Prose(tuple(map(_words, texts)), frozenset(days), frozenset(_acronyms(texts)), lexicon.lists, lexicon.papers)


def _acronyms(texts: Sequence[str]) -> Iterator[str]:
    for text in texts:
        if not text.isupper():
            yield from _ACRONYM.findall(text)


def _words(text: str) -> frozenset[str]:
    """The words of a paragraph; those with a hyphen also without it, since a PDF may lose it at the end of a line."""
    joined = normal(_HYPHEN.sub("", text)).split() if "-" in text else ()
    return frozenset((*normal(text).split(), *joined))


@dataclass(frozen=True, slots=True)
class _Title:
    """A title, and its `name`: what stands before a comma or bracket.

    `units` are the words of the name that tell it apart, those of a name with capitals together; `longest` is the longest of
    these words and `head` the first ("" without any).
    """

    plain: str
    name: str
    units: tuple[frozenset[str], ...]
    longest: str
    head: str


def _title(plain: str, prose: Prose) -> _Title:
    name = _TITLE_END.split(plain)[0]
    runs = [_telling(run[0], prose) for run in _NAME_RUN.finditer(name)]
    single = [[word] for word in _telling(_NAME_RUN.sub(" ", name), prose)]
    units = tuple(frozenset(unit) for unit in (*single, *runs) if unit)
    longest = max((word for unit in units for word in unit), key=lambda word: (len(word), word), default="")
    return _Title(plain, name, units, longest, next(iter(_telling(name, prose)), ""))


def is_named(title: str, prose: Prose) -> bool:
    """Whether a paragraph names an attachment, by its title or by the first of the papers that it holds."""
    plain = _TAIL.sub("", title)
    return any(_is_named(part, prose) for part in dict.fromkeys((plain, _TWO.split(plain, maxsplit=1)[0])))


def _is_named(plain: str, prose: Prose) -> bool:
    title = _title(plain, prose)
    spelled = (title, _title(_HYPHEN.sub("", title.name), prose)) if "-" in title.name else (title,)
    return any(way(title, prose) for way in _WAYS) or any(way(one, prose) for one in spelled for way in _WAYS_TO_TELL)


def _in_full(title: _Title, prose: Prose) -> bool:
    """All words of its name stand in one paragraph."""
    words = frozenset(normal(title.name).split())
    return len(words) > 1 and len(title.name) >= _WHOLE and any(words <= text for text in prose.paragraphs)


def _by_acronym_or_day(title: _Title, prose: Prose) -> bool:
    """It is no more than an acronym of the text, or of a day that the text names."""
    return title.name.strip() in prose.acronyms or not prose.days.isdisjoint(_DAY.findall(title.plain.lower()))


def _as_report(title: _Title, prose: Prose) -> bool:
    """It lays down an investigation that the text speaks of: "Rapport draagvlakonderzoek", "Uitkomsten enquête"."""
    head, *rest = normal(title.name).split() or [""]
    if not rest:
        ends = [word for word in prose.lists.get("bijlage_onderzoek", ()) if head.endswith(word)]
        return any(word in text for word in ends for text in prose.paragraphs)
    held = [word for word in rest if prose.ends(word, "bijlage_onderzoek")]
    if not held or not (prose.ends(head, "bijlage_uitkomst") or prose.ends(head, "bijlage_verslag")):
        return False
    return any(_holds(text, word) for word in held for text in prose.paragraphs)


def _by_maker(title: _Title, prose: Prose) -> bool:
    """The text tells what its maker looked into: "Kostprijsonderzoek Bureau Kwint", "Bureau Kwint lichtte … door"."""
    words = normal(title.plain).split()
    if not any(prose.ends(word, "bijlage_uitkomst") or prose.ends(word, "bijlage_onderzoek") for word in words):
        return False
    common = prose.lists.get("bijlage_alledaags", ())
    makers = {word for found in _NAME.findall(title.plain) for word in normal(found).split()}.difference(common)
    deeds = prose.lists.get("bijlage_onderzocht", ())
    return any(not text.isdisjoint(makers) and not text.isdisjoint(deeds) for text in prose.paragraphs)


def _by_other_name(title: _Title, prose: Prose) -> bool:
    """The text has another name for the same paper: "Nota van beantwoording" and "de reactienota"."""
    words = frozenset(normal(title.name).split())
    for paper in prose.papers:
        names = [frozenset(name.split()) for name in paper.names]
        if any(name <= words for name in names) and any(name <= text for name in names for text in prose.paragraphs):
            return True
    return False


def _by_deed(title: _Title, prose: Prose) -> bool:
    """The text tells what was done for it: "Doorrekening scenario's", "drie scenario's zijn doorgerekend"."""
    for paper in prose.papers:
        own = [unit for unit in title.units if any(word.endswith(paper.nouns) or word.startswith(paper.nouns) for word in unit)]
        others = [word for unit in title.units if unit not in own for word in unit]
        told = [text for text in prose.paragraphs if own and not text.isdisjoint(paper.deeds)]
        if any(not others or any(_holds(text, word) for word in others) for text in told):
            return True
    return False


def _as_compound(title: _Title, prose: Prose) -> bool:
    """The text has its sort and its subject in one word: "Verslag participatietraject", "het participatieverslag"."""
    sort = _sort(title, prose)
    opens = {
        word.removesuffix(sort).removesuffix("s") for text in prose.paragraphs for word in text if sort and word.endswith(sort)
    }
    words = [word for unit in title.units for word in unit if word != sort]
    return any(len(opening) >= _PART and word.startswith(opening) for opening in opens for word in words)


def _as_called(title: _Title, prose: Prose) -> bool:
    """The text has what it is called ("het ondernemingsplan", "de nulmeting is bijgevoegd"); a summary is called by the whole."""
    plain = normal(title.name)
    for opening in prose.lists.get("bijlage_samenvatting", ()):
        if plain.startswith(opening + " "):
            return _is_named(plain.removeprefix(opening).strip(), prose)
    if len(title.head) < _SHORTEST:
        return False
    called = len(title.head) >= _COMPOUND and prose.ends(title.head, "bijlage_stukken")
    attached = prose.lists.get("bijlage_bijgevoegd", ())
    return any(_holds(text, title.head) and (called or not text.isdisjoint(attached)) for text in prose.paragraphs)


def _as_enclosed(title: _Title, prose: Prose) -> bool:
    """A paragraph says that this sort of document is enclosed."""
    sort, attached = _sort(title, prose), prose.lists.get("bijlage_bijgevoegd", ())
    return bool(sort) and any(not text.isdisjoint(attached) and _has_sort(text, sort) for text in prose.paragraphs)


def _as_letter(title: _Title, prose: Prose) -> bool:
    """A paragraph tells what the sender of a letter or advice says."""
    longest, told = title.longest, prose.lists.get("bijlage_verteld", ())
    if longest == title.head or len(longest) < _TELLING or not prose.ends(title.head, "bijlage_brief"):
        return False
    return any(not text.isdisjoint(told) and _holds(text, longest) for text in prose.paragraphs)


def _by_most_words(title: _Title, prose: Prose) -> bool:
    """A paragraph holds its longest word, the sort of document, and two thirds of what the name says."""
    sort, units = _sort(title, prose), title.units
    if len(title.longest) < (_TELLING if len(units) == 1 else _SHORTEST):
        return False
    return any(
        3 * sum(any(_holds(text, word) for word in unit) for unit in units) >= 2 * len(units)
        for text in prose.paragraphs
        if _holds(text, title.longest) and (not sort or _has_sort(text, sort))
    )


_Way = Callable[[_Title, Prose], bool]
_WAYS: tuple[_Way, ...] = (
    _in_full, _by_acronym_or_day, _as_report, _by_maker, _by_other_name, _by_deed, _as_compound, _as_called,
)  # fmt: skip
_WAYS_TO_TELL: tuple[_Way, ...] = (_as_enclosed, _as_letter, _by_most_words)
"""How a text may name an attachment; by the last three also when the hyphens in the name are left out."""


def _sort(title: _Title, prose: Prose) -> str:
    """The sort of document that a name begins with; "" without one."""
    return title.head if prose.ends(title.head, "soorten_bijlagen") else ""


def _holds(text: frozenset[str], word: str) -> bool:
    """Whether a paragraph has this word, in singular or plural, or as a compound of which the parts are written apart."""
    if word in text or word + "en" in text or word + "s" in text:
        return True
    if len(word) >= _TELLING and (word.removesuffix("en") in text or word.removesuffix("s") in text):
        return True
    cuts = range(_PART, len(word) - _PART + 1)
    return any(word[cut:] in text and (word[:cut] in text or word[:cut].removesuffix("s") in text) for cut in cuts)


def _telling(name: str, prose: Prose) -> list[str]:
    """The words of a title that tell it apart."""
    common = (*prose.lists.get("bijlage_alledaags", ()), *MONTHS)
    return [word for word in normal(name).split() if len(word) > 3 and word not in common and not word.isdigit()]


def _has_sort(text: frozenset[str], sort: str) -> bool:
    """Whether a text names this sort of document, also as part of a compound or as the last part of it: (kosten)raming."""
    return sort in text or any(len(word) > 3 and (word.endswith(sort) or sort.endswith(word)) for word in text)
