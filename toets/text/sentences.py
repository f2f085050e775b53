"""Where sentences end in Dutch council prose: amounts, abbreviations, initials and numbered lists inside a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toets.text.tokens import word_set

_LINE = re.compile(r"\S[^\n\r\v\f\x85\u2028\u2029]*")
_BORDER = re.compile(r"""[.!?…:;"'”’»)\]\d](?:(?P<gap>\s+)|(?=[A-Z][a-zà-ÿ]))""")
_GLUED = re.compile(r"[^\W\d_]{3}\.$")
_NUMBERED = re.compile(r"\d[.)]\s")
_BORDER_OR_NUMBER = re.compile(_BORDER.pattern + r"|\S(?P<before>\s+)(?=\d{1,2}[.)]\s)")
_STOP = re.compile(r"(?P<sign>[.!?…]+)[\"'”’»)\]]*(?P<note>\[?\d{1,2}\]?)?$")
_OPENING = re.compile(r"(?:['’‘][stn](?!\w)[\s-]*|[\"'“‘«„(\[–—-]|\s)*")
_WORD_OPENING = "(['\"“‘«„[/–-"
_ITEM = re.compile(r"(?P<label>\d{1,2}|[a-z]|[ivx]{2,4})[.)]\s+\S")
_LABEL = re.compile(
    r"(?:(?:artikel|hoofdstuk|paragraaf|bijlage|beslispunt|besluitpunt|punt|ad|stap|fase|vraag|§)\s+)?"
    r"(?:\d{1,2}(?:\.\d{1,2})*[a-z]?|[a-z]|[ivx]{1,5})",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"(?:(?:[A-Z]|Th|Chr|Ch|Ph|IJ|Joh|Jac|Fr)\.)*(?:[A-Z]|Th|Chr|Ch|Ph|IJ|Joh|Jac|Fr)")
_DOTTED = re.compile(r"[^\W\d_](?:\.[^\W\d_])+")
_LETTERED = word_set(
    "bijlage categorie deel fase groep kavel klasse kolom label locatie model onderdeel optie perceel plan punt scenario "
    "spoor sub tabel type variant zone"
)
"""Words after which a capital is a label, not an initial: "optie B. De raad"."""

_REFERRING = _LETTERED | word_set("artikel beslispunt en hoofdstuk lid nr nummer of paragraaf tot")
"""Words after which a number refers to something: "zie beslispunt 2. De raad" is no list."""

_FIRST = frozenset({"1", "a", "i"})
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")

_COMPANY = frozenset({"B.V", "N.V", "V.O.F", "C.V", "U.A"})
_NEVER_LAST = word_set(
    """a.d afd art artt b.g.g b.v bijl bijv blz burg bc c.q ca cf chr d.d d.m.v d.w.z dd dhr dr drs ds ec evt excl fig gem h.o.d.n
    hfst hst i.c i.c.m i.g.v i.h.k.v i.o.m i.p.v i.s.m i.t.t i.v.m incl ing ir jhr jo m.b.t m.b.v m.i.v m.n m.u.v max mevr mgr mr
    mw n.a.v n.b nl nr nrs o.a o.b.v o.g.v o.l.v o.m o.v.v p.a pag par plm plv prof prov resp secr st t.a.v t.b.v t.g.v t.h.v
    t.l.v t.n.v t.o.v t.w tel v v.d v.h vgl vlg vs weth wnd z.g zgn"""
)
_NUMBER_FOLLOWS = word_set("apr aug dec feb jan jl min mrt no nov okt sep sept stb stcrt trb")
_ABBREVIATED = _NEVER_LAST | _NUMBER_FOLLOWS


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """The sentences of a text as (start, end) in characters, without the white space around them.

    A new line always ends a sentence. A list that runs on inside a text ("besluit: 1. … 2. …") is split before its items,
    as is "a. …; b. …"; its number stays with its item. Nothing but white space falls outside the sentences.
    """
    return tuple(found for line in _LINE.finditer(text) for found in _of_line(text, line.start(), line.end()))


def _of_line(text: str, begin: int, line_end: int) -> Iterator[tuple[int, int]]:
    label = _label_at(text, begin)
    pattern = _BORDER_OR_NUMBER if _NUMBERED.search(text, begin, line_end) else _BORDER
    for border in pattern.finditer(text, begin, line_end):
        glued = border.lastgroup is None
        end, following = (border.end(), border.end()) if glued else border.span(border.lastgroup or 0)
        if following == line_end:
            break
        if glued and not _GLUED.search(text, max(begin, end - 4), end):
            continue
        item = _item_at(text, begin, end, following, label)
        if item or _ends(text, begin, end, following):
            yield begin, end
            begin, label = following, item or label
    last = begin + len(text[begin:line_end].rstrip())
    if last > begin:
        yield begin, last


def _label_at(text: str, place: int) -> str:
    item = _ITEM.match(text, place)
    return item["label"] if item else ""


def _item_at(text: str, begin: int, end: int, following: int, label: str) -> str:
    """The label of a list item that starts at `following`, or ""; `label` is that of the item before it."""
    if text[end - 1] in ":;.!?":
        item = _label_at(text, following)
        if item and _last_word(text, begin, end).rstrip(".") in _ABBREVIATED:
            return ""
        return item if item in _FIRST or item in _after(label) else ""
    if label.isdigit() and text[following].isdigit():
        item = _label_at(text, following)
        return item if item in _after(label) and _last_word(text, begin, end) not in _REFERRING else ""
    return ""


def _last_word(text: str, begin: int, end: int) -> str:
    words = text[max(begin, end - 40) : end].lower().split()
    return words[-1].lstrip(_WORD_OPENING) if words else ""


def _after(label: str) -> frozenset[str]:
    """The labels that may come next in a list."""
    if not label:
        return frozenset()
    if label.isdigit():
        return frozenset({str(int(label) + 1)})
    letter = {chr(ord(label) + 1)} if len(label) == 1 else set()
    roman = set(_ROMAN[_ROMAN.index(label) + 1 :][:1]) if label in _ROMAN else set()
    return frozenset(letter | roman)


def _ends(text: str, begin: int, end: int, following: int) -> bool:
    """Whether a sentence that began at `begin` ends at `end`, where the next word is at `following`."""
    stop = _STOP.search(text, max(begin, end - 8), end)
    if not stop or stop.start() == begin:
        return False
    before = text[stop.start() - 1]
    if stop["note"] and not before.isalpha():
        return False
    opening = _OPENING.match(text, following)
    first = text[opening.end() : opening.end() + 1] if opening else ""
    if not first or first.islower():
        return False
    if stop["sign"] != ".":
        return first.isupper() or not set(stop["sign"]) <= {".", "…"}
    return not _LABEL.fullmatch(text, begin, stop.start()) and _word_may_end(
        text[max(begin, stop.start() - 60) : stop.start()], first
    )


def _word_may_end(said: str, first: str) -> bool:
    """Whether the full stop after `said` ends a sentence rather than abbreviate its last word; `first` is the next letter."""
    words = said.split()
    word = words[-1].lstrip(_WORD_OPENING) if words else ""
    low = word.lower()
    if word in _COMPANY:
        return True
    if low in _NEVER_LAST:
        return False
    if first.isdigit() or first == "€":
        return low not in _NUMBER_FOLLOWS and not _DOTTED.fullmatch(low)
    if not _INITIALS.fullmatch(word):
        return True
    return len(word) == 1 and len(words) > 1 and words[-2].lower() in _LETTERED
