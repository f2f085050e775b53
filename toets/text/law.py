"""References to laws and verordeningen: law, article, lid and letter."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from toets.model.document import Span
from toets.model.months import FULL_MONTH
from toets.text.grammar import ORDINALS
from toets.text.law_names import LawName
from toets.text.lexicon import Line

_NUMBER = r"\d{1,4}(?:[.:]\d{1,3}){0,3}(?:[a-z]{1,2})?(?![\w%])(?![.,]\d)(?:\.(?= van ))?"
_ORDINALS = {word: number for number, word in enumerate(ORDINALS, start=1)}
_ORDINAL = f"(?:{'|'.join(_ORDINALS)}|\\d{{1,2}}e)"

_START = re.compile(
    r"(?<![\w-])(?:artikelen|artikel|artt\.?|arts?\.|art\.?|(?P<whole>titel|afdeling|hoofdstuk|paragraaf)) (?=\d)"
)
_ARTICLE = re.compile(_NUMBER)
_LID = re.compile(
    rf",? (?:en |en het )?(?:(?P<word>{_ORDINAL})(?:(?:,| en| of| tot en met| juncto) (?:het )?{_ORDINAL})* lid"
    r"|(?:lid|leden) (?P<number>\d{1,2}[a-z]?)(?!\w)(?:(?: en |, | t/m |-)\d{1,2}(?![\w:.]))*)(?!\w)",
    re.IGNORECASE,
)
_LETTER = re.compile(
    r",? (?:aanhef en )?(?:onder(?:deel|delen)?|sub|letter|aanhef, onder) (?P<letter>[a-z]|\d{1,2})(?!\w)°?"
    r"(?:(?:,| en| of| tot en met| t/m) (?:onder(?:deel)? )?[a-z](?!\w))*"
)
_AND = re.compile(
    r"(?:,? en(?: met)?|,? of|,|-| t/m| tot en met|,? jo\.?|,? juncto|,? alsmede)? ?"
    r"(?P<word>artikelen|artikel|art\.?|(?P<whole>titel|afdeling|hoofdstuk|paragraaf))? ?(?=\d)",
    re.IGNORECASE,
)
_NO_ARTICLE = re.compile(rf" ?(?:%|procent|euro|{FULL_MONTH}|fte|jaar|weken|maanden|dagen|woningen)")
_LINK = re.compile(
    r"(?:,? ?e\.v\.)?,?(?: en volgende)?(?: \(nieuw\))? ?(?:van|uit|in|der|bij|volgens)?"
    r"(?: (?:de|het|deze|onze|die|genoemde|voornoemde|eerdergenoemde))? ?\(?",
    re.IGNORECASE,
)
_THAT_LAW = re.compile(
    r"(?:,? e\.v\.)?,? (?:van|uit|in|bij) (?:die|deze|dezelfde|genoemde|voornoemde|eerdergenoemde) wet(?!\w)", re.IGNORECASE
)
_THIS = re.compile(
    r",? (?:van|uit|in|bij) "
    r"(?P<name>(?:de|deze|die|dit|onderhavige) (?:verordening|regeling|beleidsregels?|overeenkomst|besluit|statuten))(?!\w)",
    re.IGNORECASE,
)
_BARE = re.compile(r" (?P<article>\d{1,2}:\d{1,3}[a-z]?|\d{1,2}(?:\.\d{1,2}){1,2}[a-z]?)(?![\w%])(?![.,]\d)")
_GAP = re.compile(r"[ ,(:]{0,3}")
_TELLS_IN = re.compile(r" [a-z]{3,}t (?:[^\W\d_]+ ){0,5}(?:in|met|via) (?:haar |het )?", re.IGNORECASE)
"""Between a law that opens a clause and its article: a verb, and what it says of whom ("geeft de raad in")."""
_MARGIN = 4
_INTRODUCES = re.compile(r"\b(?:de|het|deze|die|ex|krachtens|conform|volgens|ingevolge|zin van|grond van) $", re.IGNORECASE)
_WEAK = 3
"""An abbreviation of at most so many letters is only a law if it has an article, or "de" before it: "team Wmo" means no law."""


@dataclass(frozen=True, slots=True)
class _Article:
    number: str
    lid: str = ""
    letter: str = ""


@dataclass(frozen=True, slots=True)
class _Names:
    """The names of laws in a text, by their start and in order."""

    by_start: Mapping[int, LawName]
    in_order: tuple[LawName, ...]
    ends: tuple[int, ...]

    def before(self, at: int) -> LawName | None:
        """The last name that ends before a place."""
        index = bisect_right(self.ends, at)
        return self.in_order[index - 1] if index else None


@dataclass(frozen=True, slots=True)
class _Reference:
    """Articles that stand together, and the law they are of: where they stand, and what they are."""

    start: int
    end: int
    articles: tuple[_Article, ...]
    law: LawName | None = None


def find_law(line: Line, names: Sequence[LawName]) -> Iterator[Span]:
    """The references to laws in a text ("wet"), in order; `names` are the names of laws in it.

    One span for each article, with the offsets of the whole reference; a law without an article is a span of its own.
    `value` is the code of the law, "" for one that the vocabulary doesn't know. `more`: name, article ("149", "titel 4.5", ""),
    lid, letter. An article without a law has no name either.
    """
    known = _Names({name.start: name for name in names}, tuple(names), tuple(name.end for name in names))
    taken: set[int] = set()
    at = 0
    for match in _START.finditer(line.low) if line.digits else ():
        if match.start() < at:
            continue
        for reference in _references(line.flat, match, known):
            at = max(at, reference.end)
            if reference.law:
                taken.add(reference.law.start)
            yield from _spans(line, reference)
    for name in names:
        if name.start not in taken:
            reference = _bare(line.flat, name)
            if reference.articles[0].number or _stands_alone(line.flat, name):
                yield from _spans(line, reference)


def _stands_alone(flat: str, name: LawName) -> bool:
    """Whether a law without an article is meant as one."""
    whole = not flat[: name.start].strip() and not flat[name.end :].strip(" .") if name.start < _MARGIN else False
    return name.end - name.start > _WEAK or whole or bool(_INTRODUCES.search(flat[max(0, name.start - 20) : name.start]))


def _references(flat: str, match: re.Match[str], known: _Names) -> Iterator[_Reference]:
    """The reference that starts at "artikel", and those that go on with another law ("en 4:81 van de Awb")."""
    articles, end = _articles(flat, match.end(), match["whole"] or "")
    if not articles:
        return
    reference = _of_law(flat, _Reference(match.start(), end, articles), known)
    if reference is None or (match["whole"] and not (reference.law and reference.law.name)):
        return
    yield reference
    while reference.law and (following := _AND.match(flat, reference.end)) and following.group().strip():
        more, end = _articles(flat, following.end(), "")
        after = _law_behind(flat, end, known) if more else None
        if not after:
            return
        reference = _Reference(following.start("word") if following["word"] else following.end(), after.end, more, after)
        yield reference


def _articles(flat: str, at: int, whole: str) -> tuple[tuple[_Article, ...], int]:
    """The articles from here on with lid and letter, and where they end."""
    found: list[_Article] = []
    end = at
    while number := _ARTICLE.match(flat, at):
        if found and _NO_ARTICLE.match(flat, number.end()):
            break
        article, end = _details(flat, number.end(), _Article(f"{whole} {number[0]}".strip(" .")))
        found.append(article)
        following = _AND.match(flat, end)
        if not following or not following.group().strip():
            break
        at, whole = following.end(), (following["whole"] or "").lower()
    return tuple(found), end


def _details(flat: str, at: int, article: _Article) -> tuple[_Article, int]:
    """The lid and letter behind an article; the first of each counts."""
    while found := _LID.match(flat, at) or _LETTER.match(flat, at):
        groups = found.groupdict()
        if "letter" in groups:
            article = replace(article, letter=article.letter or groups["letter"])
        else:
            article = replace(article, lid=article.lid or groups["number"] or _lid(groups["word"]))
        at = found.end()
    return article, at


def _lid(word: str) -> str:
    return str(_ORDINALS.get(word.lower(), word.rstrip("eE")))


def _of_law(flat: str, reference: _Reference, known: _Names) -> _Reference | None:
    """The same articles with their law: behind them, "die wet", or before them. None if it is only a heading."""
    if behind := _law_behind(flat, reference.end, known):
        return replace(reference, end=behind.end, law=behind)
    earlier = known.before(reference.start)
    if that := _THAT_LAW.match(flat, reference.end):
        law = replace(earlier, start=-1) if earlier else LawName(-1, that.end(), "", "die wet")
        return replace(reference, end=that.end(), law=law)
    if this := _THIS.match(flat, reference.end):
        return replace(reference, end=this.end(), law=LawName(-1, this.end(), "", this["name"].lower()))
    if earlier and _GAP.fullmatch(flat, earlier.end, reference.start):
        return replace(reference, start=earlier.start, end=_closed(flat, earlier.end, reference), law=earlier)
    if earlier and _TELLS_IN.fullmatch(flat, earlier.end, reference.start):
        return replace(reference, law=earlier)
    return None if _is_heading(flat, reference) else reference


def _closed(flat: str, gap: int, reference: _Reference) -> int:
    """The end of a reference in brackets: with the bracket, "Gemeentewet (art. 149)"."""
    opened = "(" in flat[gap : reference.start] and flat[reference.end : reference.end + 1] == ")"
    return reference.end + opened


def _is_heading(flat: str, reference: _Reference) -> bool:
    """Whether "Artikel 3" opens the text: then it is the heading of an article of this text itself."""
    plain = len(reference.articles) == 1 and not reference.articles[0].lid and not reference.articles[0].letter
    return plain and reference.start < _MARGIN and not flat[: reference.start].strip(" \"'(")


def _law_behind(flat: str, at: int, known: _Names) -> LawName | None:
    link = _LINK.match(flat, at)
    return known.by_start.get(link.end()) if link else None


def _bare(flat: str, name: LawName) -> _Reference:
    """A law by itself, or with a number straight behind it ("Awb 4:84")."""
    if name.code and (match := _BARE.match(flat, name.end)):
        return _Reference(name.start, match.end(), (_Article(match["article"]),), name)
    return _Reference(name.start, name.end, (_Article(""),), name)


def _spans(line: Line, reference: _Reference) -> Iterator[Span]:
    code, name = (reference.law.code, reference.law.name) if reference.law else ("", "")
    for article in reference.articles:
        more = {"name": name, "article": article.number, "lid": article.lid, "letter": article.letter}
        yield line.span("wet", reference.start, reference.end, code, more)
