"""The names of laws in a text: those of the vocabulary, and words that can only be the name of a law or verordening."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from toets.text.lexicon import Hit, Line, Word

_LONGEST = 9
"""Words that the name of an unknown law has at most, behind "Wet" or "Verordening"."""

_SIGNS = ("wet", "verordening")
_COMPOUND = re.compile(r"[^\W\d_]{3,40}(?:wet|verordening)$")
_NO_LAW = re.compile(r"(?:moeder|raam|natuur|deel|model|ontwerp|concept)?-?(?:wet|verordening)$")
_HEADS = frozenset({"wet", "verordening", "wijzigingswet", "invoeringswet"})
_PREFIX = frozenset({"algemene", "financiële", "tijdelijke", "nadere", "algemeen"})
_STOP = re.compile(
    r"""(?:is|zijn|was|waren|wordt|worden|werd|heeft|hebben|had|kan|kunnen|moet|moeten|mag|mogen|zal|zullen|zou|geldt|gelden|regelt|bepaalt
    |verplicht|stelt|biedt|vraagt|schrijft|dat|die|dit|waarin|waarop|waarmee|waarbij|waardoor|zoals|treedt|treden|niet|vast|te|ter|ten|toe
    |aan|per|als|maar|zodat|omdat|dan|door|uit|naar|bij|met|zonder|onder|tegen|volgens|wij|we|u|uw|krijgt|geeft|gaat|maakt|ligt|staat
    |komt|blijft|vervalt|vervallen|ingetrokken|vastgesteld|vaststellen|gewijzigd|intrekken|wijzigen|sinds|vanaf)$""",
    re.VERBOSE,
)
_INNER = frozenset({"en", "op", "van", "de", "het", "der", "in", "voor", "inzake", "tot", "over", "betreffende", "houdende"})
_YEAR = re.compile(r"(?:19|20)\d\d$")


@dataclass(frozen=True, slots=True)
class LawName:
    """The name of a law in a text; an empty code: the vocabulary doesn't know it."""

    start: int
    end: int
    code: str
    name: str


def law_names(line: Line, hits: Iterable[Hit]) -> tuple[LawName, ...]:
    """The names of laws in a line, in order and apart; `hits` are what the lexicon found in it."""
    known = [
        LawName(line.words[hit.first].start, line.words[hit.last].end, hit.entry.code, str(hit.entry.more["name"]))
        for hit in hits
        if hit.entry.slot == "wet"
    ]
    if not any(word in line.low for word in _SIGNS):
        return tuple(known)
    covered = {at for hit in hits if hit.entry.slot == "wet" for at in range(hit.first, hit.last + 1)}
    found = sorted([*known, *_unknown(line, covered)], key=lambda name: (name.start, -name.end))
    apart: list[LawName] = []
    for name in found:
        if not apart or name.start >= apart[-1].end:
            apart.append(name)
    return tuple(apart)


def _unknown(line: Line, covered: set[int]) -> Iterator[LawName]:
    at = 0
    while at < len(line.words):
        last = None if at in covered else _last_word(line, at, covered)
        if last is not None:
            start, end = line.words[at - _has_prefix(line, at)].start, line.words[last].end
            yield LawName(start, end, "", line.flat[start:end])
        at = (at if last is None else last) + 1


def _last_word(line: Line, at: int, covered: set[int]) -> int | None:
    """The last word of the name of a law that has its first noun here; None if there is no such name."""
    word = line.words[at]
    if word.low in _HEADS and word.text[0].isupper() and not _has_prefix(line, at):
        last = _end_of_name(line, at, covered)
        return last if last > at else None
    titled = word.low == "verordening" and _has_prefix(line, at) and line.words[at - 1].text[0].isupper()
    compound = _COMPOUND.match(word.low) and not _NO_LAW.match(word.low) and _is_name(line, at)
    return _end_of_title(line, at, covered) if titled or compound else None


def _has_prefix(line: Line, at: int) -> bool:
    """Whether the word before belongs to the name: "Algemene Subsidieverordening", "Financiële verordening"."""
    return at > 0 and line.words[at - 1].low in _PREFIX and _next_to(line, at - 1)


def _is_name(line: Line, at: int) -> bool:
    """Whether a compound is used as a name: with a capital ("Afvalstoffenverordening"), or "…verordening 2023"."""
    word = line.words[at]
    dated = word.low.endswith("verordening") and _next_to(line, at) and _YEAR.match(line.words[at + 1].text)
    return word.text[0].isupper() or bool(dated)


def _end_of_name(line: Line, at: int, covered: set[int]) -> int:
    """The last word of a name that starts with "Wet" or "Verordening": up to a year, a stop word or a sign."""
    last = at
    for index in range(at + 1, min(at + 1 + _LONGEST, len(line.words))):
        word = line.words[index]
        number = word.text.isdigit() and not _YEAR.match(word.text)
        if number or index in covered or _STOP.match(word.low) or not _next_to(line, index - 1):
            break
        if word.low not in _INNER:
            last = index
        elif not _goes_on(line, index):
            break
        if _YEAR.match(word.text):
            break
    return last


def _end_of_title(line: Line, at: int, covered: set[int]) -> int:
    """The last word of a name that is a compound: the municipality and year behind it ("Subsidieverordening Zandwoude 2023")."""
    last = at
    for index in range(at + 1, min(at + 4, len(line.words))):
        word = line.words[index]
        part = word.low == "gemeente" or word.text[0].isupper() or _YEAR.match(word.text)
        if not part or index in covered or not _next_to(line, index - 1):
            break
        last = index
    return last


def _goes_on(line: Line, index: int) -> bool:
    """Whether a small word ("en", "op") inside a name is followed by more of the name, in lower case."""
    after: Word | None = line.words[index + 1] if index + 1 < len(line.words) and _next_to(line, index) else None
    if after is None or _STOP.match(after.low) or after.low in _HEADS or after.text[0].isdigit():
        return False
    if line.words[index].low == "en" and after.low in _INNER:
        return index + 2 < len(line.words) and line.words[index + 2].low == "invordering"
    return after.low not in ("artikel", "artikelen", "raad")


def _next_to(line: Line, index: int) -> bool:
    """Whether only a space stands between a word and the next."""
    return index + 1 < len(line.words) and line.flat[line.words[index].end : line.words[index + 1].start] == " "
