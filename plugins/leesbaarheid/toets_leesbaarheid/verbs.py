"""Verbs in a sentence: the passive, and verbs that belong together but stand far apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

FAR = 12
"""From this number of words in between, two words that belong together are far apart."""

REACH = 40
"""So many words at most behind a form of worden its participle is looked for."""

_PREFIX = (
    r"(?:aan|achter|af|bij|binnen|door|goed|in|klaar|mee|na|om|onder|op|open|over|plaats|samen|stop|tegen|terug|toe|uit|vast|vol"
    r"|voor|vrij|weer|weg)"
)
_PARTICIPLE = re.compile(
    rf"{_PREFIX}?ge[a-zëïé]{{2,}}(?:d|t|en)|{_PREFIX}?(?:be|ver|ont|her)[a-zëïé]{{3,}}[dt]|[a-zëï]+eerd|{_PREFIX}?(?:be|ver|ont|her)"
    r"(?:dongen|dorven|drogen|goten|grepen|houden|keken|laten|leden|loren|lopen|kregen|koren|nomen|raden|schenen|schreven|slagen"
    r"|slopen|sloten|spaard|sproken|staan|ten|trokken|vangen|vonden|weken|wezen|worven|zonnen|zochten|broken|bonden|geven|kozen)"
    r"|overlegd|onderzocht|onderbouwd|ondersteund|ondertekend|doorlopen|voltooid|voorkomen|overwogen|overschreden|aanvaard",
    re.IGNORECASE,
)
_NO_PARTICIPLE = re.compile(
    r"(?:.*(?:ing|heid|heden|iteit|teit|schap|ment|bestand|gebied|geld|beleid|besluit|verband|verbod|bericht|gewicht|gezicht)(?:en)?)"
    r"|bedrijven|bedragen|beelden|belangen|berichten|besten|bestuurd|bewijzen|budgetten|gebeurt|gebieden|gebouwen|gedeelten|gegeven"
    r"|gelegenheid|gelden|geluid|geluiden|gemeenten|gemiddeld|genoeg|geschikt|gesprekken|gevolgen|gewoon|gezinnen|gezond|goed"
    r"|goederen|herfst|hert|onterecht|verhalen|verkeerd|verschillen|verslagen|verzoeken|voorbeelden|bepaalt|beperkt|bekend|bereid"
    r"|bevoegd|bezet|vergaand|verantwoord|verderen|verwant",
    re.IGNORECASE,
)
_BECOMES = frozenset({"wordt", "worden", "werd", "werden"})
_HAS = frozenset({"heeft", "hebben", "had", "hadden", "is", "zijn", "was", "waren", *_BECOMES})
_MODAL = frozenset(
    {
        "kan",
        "kunnen",
        "kon",
        "konden",
        "moet",
        "moeten",
        "moest",
        "zal",
        "zullen",
        "zou",
        "zouden",
        "wil",
        "willen",
        "mag",
        "mogen",
    }
)
_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d.,]*|[,;:()–—]")
_STOP = frozenset(",;:()–—")
_BY_WHOM = re.compile(
    r"\b(?:door|vanuit|namens) (?:de|het|een|ons|onze|ze|hen|team|afdeling|ingenieursbureau|adviesbureau|wethouder|burgemeester"
    r"|[A-Z][\w&-]+)\b"
)
_BEFORE_NOUN = re.compile(
    r"\b(?:de|het|een|deze|die|dit|dat) (?P<between>(?:door|in|op|voor|aan|bij|met|naar|vanuit|uit|van|tot|sinds|ten|tijdens"
    r"|binnen|eerder|reeds|al)(?: [^\s,;:()]+){4,16}?) (?P<last>\w*(?:ge|be|ver|ont|her)\w+[dt]e|\w+eerde"
    r"|\w*ge(?:nomen|kozen|geven|schreven|sloten|bleken|vonden|dragen|vraagde|kregen)) (?P<noun>[a-z]{3,})",
    re.IGNORECASE,
)
_VERBAL = frozenset(
    {"worden", "zijn", "hebben", "en", "of", "om", "dat", "door", "in", "op", "met", "voor", "van", "aan", "tot", "naar", "als"}
)
_OTHER_GROUP = re.compile(
    r"\b(?:is|zijn|wordt|worden|werd|werden|heeft|hebben|had|dat|die|om|te|kan|kunnen|moet|moeten|zal|zullen|wil|mag)\b"
    r"|\b(?:de|het|een|deze|dit|geen|onze|uw|hun|zijn|haar|alle|nieuwe?) ?$",
    re.IGNORECASE,
)
"""A verb in between, or an article right before the last word: then these are two groups of words."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two words that belong together, with their place in the sentence and the number of words in between."""

    left: str
    right: str
    between: int
    start: int
    end: int

    @property
    def shown(self) -> str:
        """As a reader sees it: "heeft … geleid"."""
        return f"{self.left} … {self.right}" if self.between else f"{self.left} {self.right}"


def passive(text: str) -> Pair | None:
    """The first passive verb of a sentence: a form of worden with its participle, in either order."""
    tokens = list(_TOKEN.finditer(text))
    for at, token in enumerate(tokens):
        if token[0].lower() not in _BECOMES:
            continue
        if at and _is_participle(tokens[at - 1][0]):
            return Pair(tokens[at - 1][0], token[0], 0, tokens[at - 1].start(), token.end())
        for there in range(at + 1, min(len(tokens), at + REACH)):
            if tokens[there][0] in ";:":
                break
            if _is_participle(tokens[there][0]):
                return Pair(token[0], tokens[there][0], there - at - 1, token.start(), tokens[there].end())
    return None


def names_actor(text: str) -> bool:
    """Whether a passive sentence says who does it."""
    return bool(_BY_WHOM.search(text))


def apart(text: str, infinitives: frozenset[str]) -> Pair | None:
    """Two verbs, or an article and its noun, with FAR or more words in between; `infinitives` are verbs that close a clause."""
    return _verbs_apart(text, infinitives) or _before_noun(text)


def _verbs_apart(text: str, infinitives: frozenset[str]) -> Pair | None:
    tokens = list(_TOKEN.finditer(text))
    for at, token in enumerate(tokens):
        word = token[0].lower()
        if word not in _HAS and word not in _MODAL:
            continue
        there = _partner(tokens, at, infinitives, modal=word in _MODAL)
        if there is not None and there - at - 1 >= FAR:
            return Pair(token[0], tokens[there][0], there - at - 1, token.start(), tokens[there].end())
    return None


def _partner(tokens: list[re.Match[str]], at: int, infinitives: frozenset[str], *, modal: bool) -> int | None:
    """Behind hebben, zijn and worden the first participle that closes the clause, behind another verb the first infinitive.

    None when there is none in the same clause. "Te" with an infinitive belongs to words that stand nearer: "gevraagd … te laten".
    """
    for there in range(at + 1, len(tokens)):
        word = tokens[there][0]
        if word in _STOP or word.lower() in _HAS | _MODAL:
            return None
        closes = there + 1 == len(tokens) or tokens[there + 1][0] in _STOP or tokens[there + 1][0].lower() in _VERBAL
        if word.lower() in infinitives if modal else _is_participle(word) and closes:
            return there
    return None


def _before_noun(text: str) -> Pair | None:
    """A noun that is kept from its article: "de in de afgelopen jaren door de raad vastgestelde nota"."""
    for found in _BEFORE_NOUN.finditer(text):
        between = len(found["between"].split()) + 1
        if between >= 7 and not _OTHER_GROUP.search(found["between"]):
            article = found[0].split()[0]
            return Pair(article, found["noun"], between, found.start(), found.end())
    return None


def _is_participle(word: str) -> bool:
    return word[:1].islower() and bool(_PARTICIPLE.fullmatch(word)) and not _NO_PARTICIPLE.fullmatch(word)
