"""Whether the text names an attachment, though it seldom repeats the title.

A title is known in one of seven ways, each a function in `_WAYS`: a paragraph has its words, its day, another name for the
paper, the one word by which such a paper is called, what was done for it, the notice that it is enclosed, or it speaks of the
minutes of what it told of. All look for whole words in one paragraph; which words mean what stands in
`rules/vocabulaire/bijlagen.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
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
_ARTICLE = re.compile(r"(?:de|het|een) ", re.IGNORECASE)
_ACRONYM = re.compile(r"[A-Z]{3,}")
_MINUTES = re.compile(
    r"\b[Hh]et verslag\b(?! (?:van|over|uit|aan|is bijlage|staat in bijlage)\b)"
    r"|\bverslag (?:is |werd )?(?:gemaakt|opgemaakt|opgesteld|bijgehouden)\b"
)
"""How a text speaks of what was written down of a meeting, without saying of which."""
_TELLING = 8
"""A title of one word is recognised in the text only if it has this many letters."""
_SHORTEST = 6
"""The letters of a word by which an attachment can be called."""
_COMPOUND = 10
"""The letters of a compound that says what one paper is: "reactienota", not "nota"."""
_WHOLE = 12
"""So many letters has a title whose words may all stand in one paragraph without that meaning anything else."""
_STEM = 9
"""The letters that two words of one stem share at least."""
_ENDING = 4
"""The letters that may stand behind the stem."""
_PART = 5
"""The letters that each part of a compound has, if its parts may be written apart: "wijziging van de begroting"."""

_Words = frozenset[str]
"""The words of one paragraph."""


@dataclass(frozen=True, slots=True)
class Prose:
    """The text that may name an attachment: the words of each paragraph, and the days and acronyms anywhere in it."""

    paragraphs: tuple[_Words, ...]
    days: frozenset[str]
    acronyms: frozenset[str]
    minuted: bool
    lexicon: Lexicon

    def listed(self, name: str) -> tuple[str, ...]:
        """A word list."""
        return self.lexicon.lists.get(name, ())


def prose_of(sections: Sequence[Section], lexicon: Lexicon) -> Prose:
    """What these sections say, ready to look titles up in."""
    texts = [inner.text for section in sections for block in section.blocks for inner in block.walk() if inner.text.strip()]
    days = {day for text in texts for day in _DAY.findall(text.lower())}
    minuted = any(_MINUTES.search(text) for text in texts)
    return Prose(tuple(map(_words, texts)), frozenset(days), frozenset(_acronyms(texts)), minuted, lexicon)


def _acronyms(texts: Sequence[str]) -> Iterator[str]:
    for text in texts:
        if not text.isupper():
            yield from _ACRONYM.findall(text)


def _words(text: str) -> _Words:
    """The words of a paragraph; those with a hyphen also without it, since a PDF may lose it at the end of a line."""
    joined = normal(_HYPHEN.sub("", text)).split() if "-" in text else ()
    return frozenset((*normal(text).split(), *joined))


@dataclass(frozen=True, slots=True)
class _Title:
    """A title, and its `name`: what stands before a comma or bracket, with its `words`.

    `units` are the words of the name that tell it apart, those of a name with capitals together; `longest` is the longest of
    these words, `head` the first ("" without any), and `sort` the head if that is a sort of document. `subjects` are what the
    paper is about and who made it: the longer of these words, and names anywhere in the title.
    """

    plain: str
    name: str
    words: tuple[str, ...]
    units: tuple[_Words, ...]
    longest: str
    head: str
    sort: str
    subjects: tuple[str, ...]


def _title(plain: str, prose: Prose) -> _Title:
    name = _TITLE_END.split(plain)[0]
    telling = _telling(name, prose)
    runs = [_telling(run[0], prose) for run in _NAME_RUN.finditer(name)]
    single = [[word] for word in _telling(_NAME_RUN.sub(" ", name), prose)]
    head = telling[0] if telling else ""
    return _Title(
        plain=plain,
        name=name,
        words=tuple(normal(name).split()),
        units=tuple(frozenset(unit) for unit in (*single, *runs) if unit),
        longest=max(telling, key=lambda word: (len(word), word), default=""),
        head=head,
        sort=head if head.endswith(prose.listed("soorten_bijlagen")) else "",
        subjects=(*(word for word in telling if len(word) >= _SHORTEST), *_telling(" ".join(_NAME.findall(plain)), prose)),
    )


def _telling(name: str, prose: Prose) -> list[str]:
    """The words of a title that tell it apart."""
    common = (*prose.listed("bijlage_alledaags"), *MONTHS)
    return [word for word in normal(name).split() if len(word) > 3 and word not in common and not word.isdigit()]


def is_named(title: str, prose: Prose) -> bool:
    """Whether a paragraph names an attachment."""
    return any(way(_title(plain, prose), prose) for plain in dict.fromkeys(_readings(title, prose)) for way in _WAYS)


def _readings(title: str, prose: Prose) -> Iterator[str]:
    """A title, the first of the two papers it names, and the paper that a summary is of; and these without hyphens."""
    plain = _TAIL.sub("", title)
    whole = [
        plain[len(opening) :].strip() for opening in prose.listed("bijlage_samenvatting") if normal(plain).startswith(opening)
    ]
    first, *second = _TWO.split(plain, maxsplit=1)
    for one in (plain, first, *(other for other in second if _is_paper(other, prose)), *whole):
        yield one
        yield _HYPHEN.sub("", one)


def _is_paper(title: str, prose: Prose) -> bool:
    """Whether what stands behind "en" in a title is a paper of its own: "Ontwerp en raming", not "het plein en de markt"."""
    words = _telling(_TITLE_END.split(title)[0], prose)
    return (
        not _ARTICLE.match(title)
        and bool(words)
        and words[0].endswith((*prose.listed("bijlage_stukken"), *prose.listed("soorten_bijlagen")))
    )


def _by_title(title: _Title, prose: Prose) -> bool:
    """A paragraph has its words: all, or the longest with the sort of document and most of the others."""
    words = frozenset(title.words)
    in_full = len(words) > 1 and len(title.name) >= _WHOLE and any(words <= text for text in prose.paragraphs)
    return in_full or any(_has_most(text, title) for text in prose.paragraphs)


def _has_most(text: _Words, title: _Title) -> bool:
    """Whether a paragraph has the longest word of a title, its sort, and two thirds of what it says."""
    if len(title.longest) < (_TELLING if len(title.units) == 1 else _SHORTEST) or not _holds(text, title.longest):
        return False
    if title.sort and not _has_sort(text, title.sort):
        return False
    return 3 * sum(any(_holds(text, word) for word in unit) for unit in title.units) >= 2 * len(title.units)


def _by_day(title: _Title, prose: Prose) -> bool:
    """The text names the day that the title has: "Verslag bewonersavond 27 november"."""
    return not prose.days.isdisjoint(_DAY.findall(title.plain.lower()))


def _by_other_name(title: _Title, prose: Prose) -> bool:
    """The text has another name for the same paper: "Nota van beantwoording" and "de reactienota"."""
    others = [[frozenset(name.split()) for name in paper.names] for paper in prose.lexicon.papers]
    known = [name for names in others if any(name.issubset(title.words) for name in names) for name in names]
    return any(all(_ends(text, word) for word in name) for name in known for text in prose.paragraphs)


def _as_called(title: _Title, prose: Prose) -> bool:
    """The text has the one word by which such a paper is called: "de DPIA", "het ondernemingsplan", "de enquête"."""
    if title.name.strip() in prose.acronyms:
        return True
    return any(_holds(text, word) for word in _callings(title, prose) for text in prose.paragraphs)


def _callings(title: _Title, prose: Prose) -> Iterator[str]:
    """A compound that says which paper it is, the noun at the end of a title of one word, and what a report reports on."""
    if len(title.head) >= _COMPOUND and title.head.endswith(prose.listed("bijlage_stukken")):
        yield title.head
    nouns = tuple(noun for paper in prose.lexicon.papers for noun in paper.nouns)
    first, *rest = title.words or ("",)
    if not rest:
        yield from (noun for noun in nouns if len(noun) >= _SHORTEST and first.endswith(noun))
    elif first.endswith(prose.listed("bijlage_uitkomst")):
        yield from (word for word in rest if word.endswith(nouns))


def _by_deed(title: _Title, prose: Prose) -> bool:
    """The text tells what was done for it or what it says: "drie scenario's zijn doorgerekend", "de GGD adviseert"."""
    words = normal(title.plain).split()
    papers = [paper for paper in prose.lexicon.papers if any(word.endswith(paper.nouns) for word in words)]
    return any(_tells(text, title, paper) for paper in papers for text in prose.paragraphs)


def _tells(text: _Words, title: _Title, paper: Paper) -> bool:
    """Whether a paragraph has a deed that goes with a paper, and who did it or of what, unless the title says neither."""
    if text.isdisjoint(paper.deeds):
        return False
    bare = all(word.endswith(paper.nouns) for unit in title.units for word in unit)
    if bare and not paper.common:
        return True
    return any(_holds(text, word) for word in title.subjects if not word.endswith(paper.nouns))


def _as_enclosed(title: _Title, prose: Prose) -> bool:
    """A paragraph says that it, or this sort of document, is enclosed: "de nulmeting is bijgevoegd", "bijgaande brief"."""
    enclosed = [text for text in prose.paragraphs if not text.isdisjoint(prose.listed("bijlage_bijgevoegd"))]
    if len(title.head) >= _SHORTEST and any(_holds(text, title.head) for text in enclosed):
        return True
    return bool(title.sort) and any(_has_sort(text, title.sort) for text in enclosed)


def _as_minutes(title: _Title, prose: Prose) -> bool:
    """The text speaks of the report of a meeting that it told of: "daarvan is een verslag gemaakt", "het verslag ligt …"."""
    return prose.minuted and title.head.endswith(("verslag", "verslagen"))


_WAYS = (_by_title, _by_day, _by_other_name, _as_called, _by_deed, _as_enclosed, _as_minutes)


def _holds(text: _Words, word: str) -> bool:
    """Whether a paragraph has this word: in singular or plural, one of its stem, or its parts written apart."""
    if word in text or word + "en" in text or word + "s" in text:
        return True
    if len(word) >= _TELLING and (word.removesuffix("en") in text or word.removesuffix("s") in text):
        return True
    if len(word) >= _STEM + 2 and any(other.startswith(word[:_STEM]) and _akin(other, word) for other in text):
        return True
    cuts = range(_PART, len(word) - _PART + 1)
    return any(word[cut:] in text and (word[:cut] in text or word[:cut].removesuffix("s") in text) for cut in cuts)


def _akin(one: str, other: str) -> bool:
    """Whether two long words are of one stem: archiefinspectie and archiefinspecteur."""
    stem = max(len(one), len(other)) - _ENDING
    return stem >= _STEM and one[:stem] == other[:stem]


def _ends(text: _Words, word: str) -> bool:
    """Whether a paragraph has this word, by itself or as the last part of a compound: (programma)begroting."""
    return word in text or (len(word) >= _TELLING and any(other.endswith(word) for other in text))


def _has_sort(text: _Words, sort: str) -> bool:
    """Whether a text names this sort of document, also as part of a compound or as the last part of it: (kosten)raming."""
    return sort in text or any(len(word) > 3 and (word.endswith(sort) or sort.endswith(word)) for word in text)
