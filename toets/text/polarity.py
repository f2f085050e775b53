"""Whether a text denies what it names: "niet geraadpleegd", "geen overleg met", "zonder dekking", "ontbreekt"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import dropwhile

from toets.text.clauses import FINITE, PREPOSITIONS, Sentence, finite, sentence_of
from toets.text.sentences import sentences
from toets.text.tokens import word_set


class _Force(Enum):
    """How far a denial carries."""

    CLAUSE = "niet"  # what follows in the clause, and what went before if it denies the verb
    NOUN = "geen"  # what follows in the clause
    PHRASE = "zonder"  # what follows up to a comma or a finite verb
    ABSENCE = "ontbreekt"  # the whole clause
    VOID = "n.v.t."  # what it is said of, right before it


@dataclass(frozen=True, slots=True)
class _Denial:
    """A denying word at `place`; it denies the words in [place, end); `anew`: it does not undo a denial before it."""

    place: int
    end: int
    force: _Force
    anew: bool


_WORDS = {
    **dict.fromkeys(("niet", "nooit", "nimmer", "evenmin", "nauwelijks", "geenszins", "allerminst"), _Force.CLAUSE),
    **dict.fromkeys(("geen", "noch", "niets", "niemand", "nergens"), _Force.NOUN),
    **dict.fromkeys(("zonder", "uitgezonderd"), _Force.PHRASE),
    **dict.fromkeys(("ontbreekt", "ontbreken", "ontbrak", "ontbraken", "achterwege", "uitgebleven", "nagelaten"), _Force.ABSENCE),
    **dict.fromkeys(("n.v.t", "nvt", "nee"), _Force.VOID),
}
_LONGER = (("in", "plaats", "van"), ("met", "uitzondering", "van"))
_SIGNS = (*_WORDS, "afgezien", "af van", "plaats van", "uitzondering van")
"""Without any of these in it a text denies nothing: most texts need no further look."""
_ONLY = word_set("alleen slechts enkel uitsluitend louter")
_DEGREES = word_set("meer minder later eerder hoger lager langer korter groter kleiner vaker anders verder")
_WITHOUT_MORE = word_set("meer twijfel voorbehoud uitzondering problemen")
_NO_OBJECTION = word_set("bezwaar bezwaren probleem problemen twijfel beletsel belemmering belemmeringen")
_SEEING = word_set("zie ziet zien zag zagen")

_ADVERBS = word_set(
    "meer nog eerder vooraf apart afzonderlijk expliciet formeel ook er hier daar nu echter daarom verder voorlopig"
)
_STATES = word_set("aanwezig beschikbaar bekend mogelijk nodig noodzakelijk vereist voorhanden voorzien te")
_LONGER_STATES = (("van", "toepassing"), ("aan", "de", "orde"), ("in", "beeld"), ("aan", "bod"))
_VERB = re.compile(
    r"(?:\w*ge\w{2,}|(?:be|ver|ont|her|er|over|onder|door|vol|weer)\w{3,})(?:d|t|en)|\w{2,}en|gaan|staan|doen|zien"
)
_BEING = word_set("is zijn was waren werd werden wordt worden")
_SUBORDINATING = word_set("als dat die hoe indien om toen waar waarbij waarin wanneer wat wie zodra zolang")
"""Words that open a clause inside another without a comma."""
_AROUND = 1500
"""How many characters before and after a stretch are looked at: longer than a sentence, so that time stays in bounds."""
_TALK = word_set("overleg contact afstemming gesprek gesprekken inspraak raadpleging consultatie")
_DETERMINERS = word_set("de het een uw onze deze dit die dat")


def negated(text: str, start: int, end: int, gaps: Sequence[tuple[int, int]] = ()) -> bool:
    """Whether the stretch [start, end) of a text is denied in the clause where it stands.

    Denying words that belong to the stretch itself don't count (the phrase "niet geraadpleegd" is true where it stands),
    unless they are in one of `gaps`: the stretches inside it that are not its own words. Two denials cancel out ("niet
    zonder overleg"); "niet alleen", "niet meer dan" and "al dan niet" deny nothing.
    """
    around = text[max(start - _AROUND, 0) : end + _AROUND].replace("\u00a0", " ").lower()
    if not any(map(around.__contains__, _SIGNS)):
        return False
    sentence = sentence_of(text, *_bounds(text, start, end))
    own = [place for place in range(len(sentence.words)) if sentence.starts[place] < end and sentence.ends[place] > start]
    if not own:
        return False
    denied = False
    for denial in _denials(sentence):
        loose = any(first <= sentence.starts[denial.place] < last for first, last in gaps)
        if _covers(denial, sentence, own[0], own[-1], loose):
            denied = denial.anew or denial.place > own[-1] or not denied
    return denied


def _bounds(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence of a text that the character at `start` is in; of a very long one the part around the stretch."""
    low = max(start - _AROUND, 0)
    found = sentences(text[low : end + _AROUND])
    return next(((low + first, low + last) for first, last in found if start < low + last), (start, end))


def _denials(sentence: Sentence) -> Iterator[_Denial]:
    """The denying words of a sentence, in order."""
    for place, word in enumerate(sentence.words):
        force = _force(sentence.words, place)
        if force:
            before = sentence.words[place - 1] if place else ""
            anew = word in ("noch", "evenmin") or sentence.comma[place] or before in ("en", "of", "ook")
            yield _Denial(place, _end(sentence, place, force), force, anew)


def _force(words: Sequence[str], place: int) -> _Force | None:
    """What the word at `place` does here, if it denies anything."""
    word, following = words[place], words[place + 1] if place + 1 < len(words) else ""
    if word == "niet" and (following in _ONLY or _is_degree(words, place) or _is_either_way(words, place)):
        return None
    if word == "zonder" and following in _WITHOUT_MORE:
        return None
    if word == "afgezien" and any(finite(words, earlier) for earlier in range(place)):
        return _Force.ABSENCE
    if word == "af" and following == "van" and not _SEEING.isdisjoint(words[:place]):
        return _Force.PHRASE
    if any(word == longer[0] and tuple(words[place : place + len(longer)]) == longer for longer in _LONGER):
        return _Force.PHRASE
    return _WORDS.get(word)


def _is_degree(words: Sequence[str], place: int) -> bool:
    """Whether it is a limit rather than a denial: "niet meer dan", "niet eerder dan"."""
    return place + 2 < len(words) and words[place + 1] in _DEGREES and words[place + 2] == "dan"


def _is_either_way(words: Sequence[str], place: int) -> bool:
    """Whether it leaves both open ("al dan niet", "wel of niet", "zo niet", "of niet" at the end), or is "om niet"."""
    before = tuple(words[max(place - 2, 0) : place])
    if before in (("al", "dan"), ("wel", "of"), ("wel", "en")) or before[-1:] in (("zo",), ("om",)):
        return True
    return before[-1:] == ("of",) and place + 1 == len(words)


def _end(sentence: Sentence, place: int, force: _Force) -> int:
    """The first word after a denial that it does not reach."""
    words = sentence.words
    following = words[place + 1] if place + 1 < len(words) else ""
    if force is _Force.NOUN and following in _NO_OBJECTION:
        return place + 2
    if force is _Force.ABSENCE or (force is _Force.PHRASE and following != "dat"):
        to_verb = force is _Force.PHRASE
        stops = (at for at in range(place + 1, len(words)) if sentence.comma[at] or (to_verb and finite(words, at)))
        return next(stops, len(words))
    return len(words)


def _covers(denial: _Denial, sentence: Sentence, first: int, last: int, loose: bool) -> bool:
    """Whether a denial reaches the words `first` to `last`; `loose`: it stands in a gap between them."""
    clause = sentence.clause
    if loose:
        return clause[denial.place] in (clause[first], clause[last])
    if denial.place < first:
        return clause[denial.place] == clause[first] and first < denial.end and denial.force is not _Force.VOID
    return denial.place > last and _reaches_back(denial, sentence, first, last)


def _reaches_back(denial: _Denial, sentence: Sentence, first: int, last: int) -> bool:
    """Whether a denial after the words `first` to `last` denies them: it does if it denies that they are or happen."""
    words, clause, place = sentence.words, sentence.clause, denial.place
    next_cell = clause[last] == 0 and clause[place - 1] == 0 and clause[place] in sentence.cells
    if not next_cell and (clause[place] != clause[last] or _opens_clause(words, last + 1, place)):
        return False
    if denial.force is _Force.VOID:
        return next_cell or place <= last + 2
    if denial.force is _Force.NOUN:
        return words[place] == "geen" and _leaves_nothing(sentence, place, first)
    if denial.force is _Force.CLAUSE:
        return words[place - 1] not in ("en", "of") and _denies_verb(sentence, place)
    return denial.force is _Force.ABSENCE


def _opens_clause(words: Sequence[str], first: int, end: int) -> bool:
    """Whether a subordinate clause opens between two words: what follows in it says nothing of what went before."""
    return any(words[place] in _SUBORDINATING and words[place - 1] not in PREPOSITIONS for place in range(first, end))


def _leaves_nothing(sentence: Sentence, place: int, first: int) -> bool:
    """As in "Participatie: geen", "van participatie is geen sprake", "met de adviesraad is geen overleg gevoerd"."""
    rest = sentence.rest(place)
    if not rest or rest[0] == "sprake":
        return True
    start = first - 1 if first and sentence.words[first - 1] in _DETERMINERS else first
    led = sentence.words[max(start - 1, 0) : first + 1]
    return rest[0] in _TALK and not PREPOSITIONS.isdisjoint(led)


def _denies_verb(sentence: Sentence, place: int) -> bool:
    """As in "is niet geraadpleegd", "heeft niet plaatsgevonden", "is niet nodig"; not in "is niet hoog", "niet tot … geleid"."""
    rest = tuple(dropwhile(_ADVERBS.__contains__, sentence.rest(place)))
    if rest[:1] == ("iedereen",):
        return False
    if not rest or rest[0] in _STATES or rest[0] in FINITE or _VERB.fullmatch(rest[0]):
        return True
    if any(rest[: len(state)] == state for state in _LONGER_STATES):
        return True
    said = sentence.words[:place]
    if not _SUBORDINATING.isdisjoint(said) and rest[0].endswith("t") and not any(finite(said, at) for at in range(place)):
        return True
    passive = not _BEING.isdisjoint(sentence.words[:place])
    return passive and rest[0] in PREPOSITIONS and rest[0] != "tot" and bool(_VERB.fullmatch(rest[-1]))
