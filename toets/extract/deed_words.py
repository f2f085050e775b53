"""The verbs of a decision point and the words and signs that open its clauses, told by their form and place."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from toets.text.clauses import PREPOSITIONS, Sentence, finite
from toets.text.numbers import SMALL_NUMBERS
from toets.text.tokens import word_set
from toets.text.verbs import TO_INFINITIVE, is_infinitive, is_participle

Form = Literal["to", "bare", "finite", "noun"]
Role = Literal["main", "joined", "purpose", "relative", "condition", "content"]

_PARTICLES = word_set(
    """aan achter af akkoord beschikbaar bekend bij bijeen deel door garant gereed gelijk in kenbaar kennis los mee na neer onder
    op open over samen stil stop tegemoet terug teniet toe uit vast voor voort vrij weg"""
)
_ASKED = word_set("aanvraag aanvragen verzoek verzoeken vraag vragen")
"""Behind these "om" names a thing: "op verzoeken om verlenging te beslissen"."""
_HELPERS = word_set("laten doen gaan komen blijven kunnen")
_NO_VERB = word_set("allen boven buiten binnen midden weten")
"""Behind "te" these are no infinitive: "te allen tijde", "te weten"."""
_FIXED = word_set("werking gang kennis gebruik mindering behandeling stand procedure overweging ontvangst uitvoering")
"""Of these nouns "in", "tot" and "buiten" make a part of the verb: "in werking te laten treden"."""

JOINING = word_set("en alsmede alsook evenals")
CONDITIONS = word_set(
    "mits tenzij indien wanneer zodra zolang voordat nadat totdat omdat zodat opdat doordat hoewel terwijl aangezien"
)
RELATIVES = word_set(
    """waarbij waarin waarmee waarvan waarvoor waarop waaruit waardoor waarna waaraan waarover waartoe waaronder waarnaar"""
)
PRONOUNS = word_set("die dat wat wie")
DETERMINERS = word_set("de het een één haar zijn hun alle beide deze dit elk elke ons onze") | SMALL_NUMBERS.keys()
_BEFORE_NOUN = DETERMINERS | {"te"}
_SMALL = _PARTICLES | PREPOSITIONS | DETERMINERS
_LEADS_TO_NOUN = PREPOSITIONS | JOINING
_BESIDE_NOUN = word_set("nader nog eventueel jaarlijks later reeds nieuw")
_NO_NOUN = (
    PREPOSITIONS
    | JOINING
    | word_set("of als dan dat om zoals conform overeenkomstig ten ter binnen vanaf tegen gedurende ingaande mits waarbij zodat")
)

_NEAR = 6
"""Within so many words a noun for a deed has its "van"."""
_HEAD = re.compile(
    r"(?:^|[.;:]|\b(?:tot|door|bij wege van|alsmede|en tevens|en))\s*"
    r"(?:(?:de|het|een|die|deze|zijn|haar|\w+[es]|per [^,;.]{4,20},) ){0,3}$",
    re.IGNORECASE,
)
"""What stands before a noun that says what is decided: nothing, or "tot"."""


class Verb(NamedTuple):
    """A verb of a sentence: its first word, the one behind its last, and its form."""

    first: int
    behind: int
    form: Form


class Opening(NamedTuple):
    """The word with which something new begins, and what: a clause of a role, or only the words behind a comma."""

    at: int
    how: Role | Literal["comma"]

    @property
    def subordinate(self) -> bool:
        """Whether a clause opens here that hangs on another."""
        return self.how not in ("joined", "comma")


def at_head(text: str, start: int) -> bool:
    """Whether a noun that begins at a character says what is decided: it opens the point, or stands behind "tot"."""
    return _HEAD.search(text[:start]) is not None


def verbs_of(text: str, line: Sentence, marks: Mapping[int, Form]) -> list[Verb]:
    """The verbs of a sentence in order; what stands between brackets tells no deed."""
    outside = _outside(text, line)
    found: list[Verb] = []
    for at in range(len(line.words)):
        if outside[at] and (not found or at >= found[-1].behind):
            verb = _to_verb(text, line, at) or _marked(text, line, at, marks)
            if verb:
                found.append(verb)
    if not found and line.words and is_infinitive(line.words[-1]):
        found.append(Verb(len(line.words) - 1, len(line.words), "bare"))
    return found


def _outside(text: str, line: Sentence) -> list[bool]:
    """Of each word of a sentence whether it stands outside brackets."""
    depth, found = 0, []
    for at, start in enumerate(line.starts):
        signs = text[line.ends[at - 1] : start] if at else ""
        depth = max(depth + signs.count("(") - signs.count(")"), 0)
        found.append(depth == 0)
    return found


def _to_verb(text: str, line: Sentence, at: int) -> Verb | None:
    """The infinitive with the "te" at this word, with its particle and helpers: "vast te stellen", "te laten vervallen"."""
    words, start = line.words, line.starts[at]
    if (
        words[at] != "te"
        or not TO_INFINITIVE.match(text, start)
        or words[at + 1] in _NO_VERB
        or text[line.starts[at + 1]].isupper()
    ):
        return None
    behind = at + 2
    while behind < len(words) and words[behind - 1] in _HELPERS and is_infinitive(words[behind]):
        behind += 1
    first = at - _preverb(words, at)
    return None if _attributive(text, line, first, behind) else Verb(first, behind, "to")


def _preverb(words: Sequence[str], at: int) -> int:
    """How many words before "te" belong to the verb: "vast te", "ten laste te", "in werking te"."""
    before = words[max(at - 2, 0) : at]
    if len(before) == 2 and (before[0] in ("ter", "ten") or (before[0] in ("in", "tot", "buiten") and before[1] in _FIXED)):
        return 2
    return int(at > 0 and words[at - 1] in _PARTICLES)


def _attributive(text: str, line: Sentence, first: int, behind: int) -> bool:
    """Whether an infinitive with "te" only tells of a noun behind it: "een in te stellen fonds", "het nader te bepalen deel"."""
    if behind >= len(line.words) or line.words[behind] in _NO_NOUN or text[line.ends[behind - 1] : line.starts[behind]].strip():
        return False
    before = line.words[max(first - 2, 0) : first]
    return bool(before) and (before[-1] in DETERMINERS or (before[-1] in _BESIDE_NOUN and before[0] in DETERMINERS))


def _marked(text: str, line: Sentence, at: int, marks: Mapping[int, Form]) -> Verb | None:
    """The verb or noun at this word that was told of beforehand, or a finite verb that is known by its form."""
    form, word, before = marks.get(line.starts[at]), line.words[at], line.words[max(at - 1, 0) : at]
    if form == "noun":
        after = line.words[at + 1 : at + _NEAR]  # "akkoord te gaan", "mandaat te verlenen" are verbs
        told = after[:1] != ("te",) and ("van" in after or at_head(text, line.starts[at]))
        return Verb(at, at + 1, form) if told else None
    if (form is None and not finite(line.words, at)) or word in _SMALL:
        return None
    if not _BEFORE_NOUN.isdisjoint(before):  # "een verwacht tekort" does nothing
        return None
    bare = form is not None and is_infinitive(word)
    if bare:
        return Verb(at, at + 1, "bare") if PREPOSITIONS.isdisjoint(before) else None
    return Verb(at, at + 1 + (at + 1 < len(line.words) and is_participle(line.words[at + 1])), "finite")


def openings_of(text: str, line: Sentence) -> list[Opening]:
    """Where something new opens in a sentence."""
    outside = _outside(text, line)
    found = ((at, _opens(text, line, at)) for at in range(len(line.words)) if outside[at])
    return [Opening(at, how) for at, how in found if how]


def _opens(text: str, line: Sentence, at: int) -> Role | Literal["comma", ""]:
    word, before = line.words[at], line.words[at - 1] if at else ""
    signs = text[line.ends[at - 1] : line.starts[at]] if at else ""
    if ";" in signs or word in JOINING:
        return "joined"
    if word == "om":
        asked = before in _ASKED and line.words[max(at - 2, 0)] != "te"
        return "" if asked or line.words[at + 1 : at + 2] == ("niet",) else "purpose"
    if word == "door" and line.words[max(at - 2, 0) : at - 1] == ("te",):
        return "content"
    if word in RELATIVES:
        return "relative"
    if word in CONDITIONS:
        return "condition"
    if word in PRONOUNS and before and before not in _LEADS_TO_NOUN:
        return "content" if word == "dat" and not signs.strip() else "relative"
    return "comma" if "," in signs else ""
