"""The phrase grammar: one line of words becomes the sequences it is matched by, every alternative written out.

    (de|het|) raad ... ~vaststellen <bedrag> *visie <voltooid> {name_of_a_list}

The table in docs/ontwerp.md ("Words") says what each form means. Brackets that touch a word are part of it:
`(programma|)begroting` reads "programmabegroting" and "begroting".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import product
from typing import NamedTuple

from toets.errors import RuleSetError
from toets.model.fact import Value
from toets.model.vocabulary import SHAPES, SLOTS, Element, Gap, Phrase, Shaped, Slot, Words
from toets.rulesets.forms import WordForms
from toets.rulesets.named import Named, filled
from toets.text.tokens import tokens
from toets.toml import meant

MOST_VARIANTS = 400
MOST_FORMS = 4000
DEFAULT_GAP = 6
LONGEST_GAP = 40
DEEPEST = 6
LONGEST_PHRASE = 1000

Variant = tuple[Element, ...]
Forms = Callable[[str], WordForms]

_NAMES = (*SLOTS, *SHAPES)
_EMPTY = "is leeg; schrijf ten minste één woord"
_ONLY_SHAPES = (
    "kan uit niets dan <werkwoord>, <voltooid>, <infinitief> of <nummer> bestaan; schrijf er een woord bij dat er altijd staat"
)
_STAR = "zet het voor of achter een woord: *visie of wijkteam*"
_LOOSE = {
    "~": 'het teken "~" staat los; zet het vast voor een woord: ~vaststellen',
    "*": 'het teken "*" staat los; zet het vast voor of achter een woord: *visie of wijkteam*',
}
_INSIDE = {
    "~": 'het teken "~" staat midden in een woord; zet het voor het woord: ~vaststellen',
    "*": f'het teken "*" staat midden in een woord; {_STAR}',
}
_ENDS = {
    "word": "",
    "any form": 'de tekens "~" en "*" gaan niet samen; schrijf ~vaststellen of wijkteam*',
    "end": f'het teken "*" kan niet aan beide kanten; {_STAR}',
}
_SIGN = re.compile(r"[()|~*<>\[\]{}]|\.{3}\d*|…\d*")
_SIMPLE = re.compile(r"[A-Za-z ]+")
_WORD = re.compile(r"[a-z]+")
_SLOT = re.compile(r"<([^<>()|]*)>")


class _Lexeme(NamedTuple):
    """A piece of a phrase. `what`: word, any form, start, end, gap, slot, or one of ( | ). Start and end are characters."""

    what: str
    text: str
    start: int
    end: int


def parse_phrase(
    text: str,
    *,
    id: str,  # noqa: A002 - the name of the field of Phrase
    forms: Forms,
    means: str = "",
    origin: str = "",
    sets: Mapping[str, Value] | None = None,
) -> Phrase:
    """Parse a phrase; raises RuleSetError with all that is wrong with it."""
    phrase, problems = read_phrase(text, id=id, forms=forms, means=means, origin=origin, sets=sets)
    if phrase is None:
        raise RuleSetError([f'woordgroep "{text}": {problem}' for problem in problems])
    return phrase


def read_phrase(
    text: str,
    *,
    id: str,  # noqa: A002
    forms: Forms,
    means: str = "",
    origin: str = "",
    sets: Mapping[str, Value] | None = None,
    lists: Named | None = None,
) -> tuple[Phrase | None, tuple[str, ...]]:
    """The phrase, or None with what is wrong in Dutch; never raises.

    `forms` gives the forms of a `~word`, `lists` what a `{list}` holds.
    """
    spelled, unnamed = filled(text, lists or {})
    if unnamed:
        return None, unnamed
    if len(spelled) > LONGEST_PHRASE:
        return None, (f"is {len(spelled)} tekens lang; toegestaan: hoogstens {LONGEST_PHRASE}",)
    if _SIGN.search(spelled) is None:
        plain = tuple(Words(frozenset((word,))) for word, _, _ in _plain_words(spelled))
        return (Phrase(id, text, (plain,), means, origin, sets or {}), ()) if plain else (None, (_EMPTY,))
    lexemes, problems = _lexemes(spelled)
    problems += _shape_problems(lexemes)
    if problems:
        return None, tuple(dict.fromkeys(problems))
    variants, wrong = _variants(lexemes, forms)
    return (None, wrong) if wrong else (Phrase(id, text, variants, means, origin, sets or {}), ())


def _variants(lexemes: list[_Lexeme], forms: Forms) -> tuple[tuple[Variant, ...], tuple[str, ...]]:
    """Every alternative written out, and what is wrong with the result."""
    try:
        variants = _Parser(lexemes, forms).phrase()
    except _TooManyError:
        return (), (f"geeft meer dan {MOST_VARIANTS} mogelijkheden; verdeel de alternatieven over meer regels",)
    untidy = any(lexeme.what == "gap" or "-" in (lexeme.text[0], lexeme.text[-1]) for lexeme in lexemes)
    tidied = tuple(dict.fromkeys(_tidy(variant) for variant in variants)) if untidy else tuple(variants)
    if not all(tidied):
        return (), ("kan leeg zijn; schrijf ten minste één woord dat er altijd staat",)
    if not all(any(isinstance(element, (Words, Slot)) for element in variant) for variant in tidied):
        return (), (_ONLY_SHAPES,)
    return tidied, ()


def _lexemes(text: str) -> tuple[list[_Lexeme], list[str]]:
    found: list[_Lexeme] = []
    problems: list[str] = []
    at = 0
    while at < len(text):
        sign = _SIGN.search(text, at)
        stop = sign.start() if sign else len(text)
        if stop > at:
            found.extend(_words(text, at, stop))
        if sign is None:
            break
        at = _read_sign(text, sign, found, problems)
    return _joined_signs(found, problems), problems


def _plain_words(text: str) -> Iterable[tuple[str, int, int]]:
    """The words of a text without signs, each with where it starts and ends; most texts are too plain for the tokenizer."""
    if _SIMPLE.fullmatch(text):
        return ((found[0], *found.span()) for found in _WORD.finditer(text.lower()))
    return ((token.lower, token.start, token.end) for token in tokens(text))


def _words(text: str, start: int, stop: int) -> Iterable[_Lexeme]:
    """The words of a plain stretch; a hyphen that touches a bracket belongs to its word: (tam-|)plan."""
    for word, first, last in _plain_words(text[start:stop]):
        first += start
        last += start
        if text[last : last + 1] == "-" and text[last + 1 : last + 2] in ("(", ")", "|"):
            last, word = last + 1, word + "-"
        if first > 1 and text[first - 2 : first] == ")-":
            first, word = first - 1, "-" + word
        yield _Lexeme("word", word, first, last)


def _read_sign(text: str, sign: re.Match[str], found: list[_Lexeme], problems: list[str]) -> int:
    """Add the lexeme of a sign and return where to read on."""
    what, start, end = sign[0], *sign.span()
    if what == "<":
        slot = _SLOT.match(text, start)
        if slot is None:
            problems.append('het haakje "<" wordt niet gesloten; schrijf bijvoorbeeld <bedrag>')
            return end
        name = slot[1].strip().lower()
        if name not in _NAMES:
            problems.append(f'onbekend vak "<{slot[1]}>"{meant(name, _NAMES)}')
        found.append(_Lexeme("slot", name, start, slot.end()))
        return slot.end()
    if what[0] in ".…":
        size = what.lstrip(".…")
        if size and not 1 <= int(size) <= LONGEST_GAP:
            problems.append(f'het gat "{what}" is niet mogelijk; toegestaan: 1 tot en met {LONGEST_GAP} woorden')
            size = ""
        found.append(_Lexeme("gap", size or str(DEFAULT_GAP), start, end))
    elif what in "()|~*":
        found.append(_Lexeme(what, what, start, end))
    else:
        problems.append(f'het teken "{what}" heeft geen betekenis in een woordgroep; laat het weg')
    return end


def _joined_signs(lexemes: list[_Lexeme], problems: list[str]) -> list[_Lexeme]:
    """`~` and `*` become part of the word that they touch."""
    problems += (_INSIDE[one.what] for one in _between(lexemes))
    found: list[_Lexeme] = []
    pending: _Lexeme | None = None
    for lexeme in lexemes:
        if pending is not None:
            if lexeme.what == "word" and lexeme.start == pending.end:
                what = "any form" if pending.what == "~" else "end"
                found.append(_Lexeme(what, lexeme.text, pending.start, lexeme.end))
                pending = None
                continue
            problems.append(_LOOSE[pending.what])
            pending = None
        if lexeme.what == "*" and found and found[-1].end == lexeme.start and found[-1].what in _ENDS:
            if problem := _ENDS[found[-1].what]:
                problems.append(problem)
            found[-1] = _Lexeme("start", found[-1].text, found[-1].start, lexeme.end)
        elif lexeme.what in "~*":
            pending = lexeme
        else:
            found.append(lexeme)
    if pending is not None:
        problems.append(_LOOSE[pending.what])
    return found


def _between(lexemes: list[_Lexeme]) -> Iterator[_Lexeme]:
    """The signs that touch a word at both sides: gr*en, gr~oen, dak*(tuin|); (on|)~bevoegd has a word behind it."""
    for before, sign, behind in zip(lexemes, lexemes[1:], lexemes[2:], strict=False):
        touches = before.end == sign.start and sign.end == behind.start and behind.what in ("word", "(")
        if touches and ((before.what == "word" and sign.what in "~*") or (before.what == ")" and sign.what == "*")):
            yield sign


def _shape_problems(lexemes: list[_Lexeme]) -> list[str]:
    """Brackets that don't match, alternatives outside brackets, and an empty line."""
    if not any(lexeme.what not in "(|)" for lexeme in lexemes):
        return [_EMPTY]
    problems: list[str] = []
    if "gap" in (lexemes[0].what, lexemes[-1].what):
        problems.append('een gat "..." staat aan het begin of het eind; zet er een woord voor en achter')
    depth = deepest = 0
    for lexeme in lexemes:
        depth += (lexeme.what == "(") - (lexeme.what == ")")
        deepest = max(deepest, depth)
        if depth < 0:
            problems.append('een haakje ")" zonder "(" ervoor')
            depth = 0
        elif lexeme.what == "|" and depth == 0:
            problems.append('"|" staat buiten haakjes; schrijf alternatieven als (de|het)')
    if depth > 0:
        problems.append('een haakje "(" wordt niet gesloten')
    if deepest > DEEPEST:
        problems.append(f"haakjes staan meer dan {DEEPEST} diep in elkaar; verdeel ze over meer regels")
    return problems


class _TooManyError(Exception):
    """More variants than allowed."""


class _Parser:
    """Recursive descent over lexemes whose brackets are known to match."""

    __slots__ = ("_at", "_forms", "_lexemes")

    def __init__(self, lexemes: list[_Lexeme], forms: Forms) -> None:
        self._lexemes = lexemes
        self._forms = forms
        self._at = 0

    def phrase(self) -> list[Variant]:
        """All variants of the whole phrase."""
        return self._sequence()

    def _sequence(self) -> list[Variant]:
        """Parts up to `|`, `)` or the end; parts that touch are glued before they join the rest."""
        found: list[Variant] = [()]
        run: list[Variant] = [()]
        previous: _Lexeme | None = None
        while self._at < len(self._lexemes):
            lexeme = self._lexemes[self._at]
            if lexeme.what in "|)":
                break
            self._at += 1
            part = self._alternatives() if lexeme.what == "(" else self._single(lexeme)
            if previous is not None and lexeme.start == previous.end and (previous.what == ")" or lexeme.what == "("):
                run = _merged(_glued(a, b) for a, b in _pairs(run, part))
            else:
                found, run = [a + b for a, b in _pairs(found, run)], part
            previous = self._lexemes[self._at - 1]
        return [a + b for a, b in _pairs(found, run)]

    def _alternatives(self) -> list[Variant]:
        """What stands between brackets, up to and including the closing one."""
        found = self._sequence()
        while self._lexemes[self._at].what == "|":
            self._at += 1
            found += self._sequence()
        self._at += 1
        return _merged(found)

    def _single(self, lexeme: _Lexeme) -> list[Variant]:
        match lexeme.what:
            case "word":
                return [(Words(frozenset((lexeme.text,))),)]
            case "start":
                return [(Words(starts=(lexeme.text,)),)]
            case "end":
                return [(Words(ends=(lexeme.text,)),)]
            case "gap":
                return [(Gap(int(lexeme.text)),)]
            case "slot":
                return [(Shaped(lexeme.text) if lexeme.text in SHAPES else Slot(lexeme.text),)]
        return _all_forms(self._forms(lexeme.text))


def _pairs(one: list[Variant], other: list[Variant]) -> Iterable[tuple[Variant, Variant]]:
    if len(one) * len(other) > MOST_VARIANTS:
        raise _TooManyError
    return product(one, other)


def _all_forms(word: WordForms) -> list[Variant]:
    whole: list[Variant] = [(Words(word.forms, split=word.split),)] if word.forms or word.split else []
    return whole + _merged(tuple(Words(frozenset((part,))) for part in parts) for parts in word.apart)


def _merged(variants: Iterable[Variant]) -> list[Variant]:
    """Variants that differ in their last word only become one, so that `(de|het|uw)` costs nothing."""
    found: dict[object, Variant] = {}
    for variant in variants:
        last = variant[-1] if variant else None
        key = (variant[:-1],) if isinstance(last, Words) else variant
        known = found.get(key)
        if known is None or not isinstance(last, Words):
            found[key] = variant
        else:
            found[key] = (*variant[:-1], _either(known[-1], last))
    return list(found.values())


def _either(one: Element, other: Words) -> Words:
    if not isinstance(one, Words):
        return other
    return Words(
        one.forms | other.forms,
        tuple(dict.fromkeys(one.starts + other.starts)),
        tuple(dict.fromkeys(one.ends + other.ends)),
        tuple(dict.fromkeys(one.split + other.split)),
    )


def _glued(one: Variant, other: Variant) -> Variant:
    """Two sequences of which the last word of the first and the first of the second are one word."""
    if not one or not other:
        return one + other
    left, right = one[-1], other[0]
    if not isinstance(left, Words) or not isinstance(right, Words):
        return one + other
    return (*one[:-1], _compound(left, right), *other[1:])


def _compound(left: Words, right: Words) -> Words:
    if len(left.forms) * len(right.forms) > MOST_FORMS:
        raise _TooManyError
    return Words(
        frozenset(a + b for a, b in product(left.forms, right.forms)),
        tuple(a + b for a, b in product(left.forms, right.starts)) + left.starts,
        tuple(a + b for a, b in product(left.ends, right.forms)) + right.ends,
        tuple((a + b, second) for a, (b, second) in product(left.forms, right.split)),
    )


def _tidy(variant: Variant) -> Variant:
    """Gaps that meet become one, a gap beside an alternative that is empty at the edge goes, as a hyphen that wasn't glued."""
    found: list[Element] = []
    for element in variant:
        if isinstance(element, Gap) and found and isinstance(found[-1], Gap):
            found[-1] = Gap(found[-1].most + element.most)
        else:
            found.append(_without_hyphens(element) if isinstance(element, Words) else element)
    first = 1 if found and isinstance(found[0], Gap) else 0
    last = len(found) - (1 if len(found) > 1 and isinstance(found[-1], Gap) else 0)
    return tuple(found[first:last])


def _without_hyphens(words: Words) -> Words:
    if any(form[0] == "-" or form[-1] == "-" for form in words.forms):
        return Words(frozenset(form.strip("-") for form in words.forms), words.starts, words.ends, words.split)
    return words
