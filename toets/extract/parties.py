"""Parties: who from outside is spoken of in a sentence, by its own name, by its kind, or by the name it was introduced with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from toets.extract.doers import doers
from toets.extract.scene import Scene, spans_of
from toets.model.document import Passage, Span

PUBLIC = frozenset({"provincie", "rijk", "ministerie", "marktpartij"})
"""What these pay is a grant, or what the law makes a developer pay; it does not tell what they gain."""
PLURAL = ("en", "ers", "ties", "'s", "clubs", "coöperaties")
ONE_OF_MANY = frozenset({"woningcorporatie", "marktpartij", "zorgpartij", "bedrijf"})
"""Of these a municipality knows several: "de corporatie" is somebody only where the text names a corporatie."""
BESIDE = 30
"""So many characters may stand between a party and what it wants, if they are an aside or "ook"."""

_TOO_PLAIN = frozenset({"De", "Het", "Wij", "We", "Stichting", "School", "Provincie", "Vereniging"})
_KIND_FIRST = re.compile(r"^(?:(?:de|het|een) )?[\w-]*[a-z][\w-]*(?: [a-z][\w-]*)* (?=[A-Z])")
"""The words before the name itself: "woningcorporatie Groenwaard", "Stichting Kindwijs" is known as "Kindwijs"."""
_ARTICLE = re.compile(r"^(?:de|het|een) ", re.IGNORECASE)
_TO_VERB = re.compile(
    r"(?: [A-Z][\w-]+)?(?: \([^)]*\)|, [^,;.]{1,60},)? (?:(?:ook|zelf|graag|wel|beide|allebei|nu|daar|er) )?", re.ASCII
)
_PRESENT = re.compile(r"(?: \([^)]*\)|, [^,;.:]{1,60},)? ([a-zë]{3,}t)\b")
_GOES_ON = re.compile(r"(?:Het|Zij|Ze|Hij|Die|Deze)(?= [a-zë]{3,}t\b)")
"""Somebody spoken of in the sentence before, as the subject of the first verb."""
_FROM_VERB = re.compile(r" (?:(?:ook|zelf) )?(?:(?:de|het|deze|die|alle|beide) )?(?:[a-zë]+e )?", re.IGNORECASE)
_PRONOUN = re.compile(
    r"(?:Zij|Ze|Hij|Die|Deze|Beide|Allebei|(?:Haar|Zijn|Hun) \w+|(?:De|Het|Deze|Die) (?P<kind>\w+)) "
    r"(?:(?:ook|zelf) )?(?:[^.;:]{1,90} (?:en|maar) (?:daarom )?)?"
)
"""Who was spoken of before, as the subject of this verb or of one before it: "Zij steunen het plan en vragen om …"."""


@dataclass(frozen=True, slots=True)
class Party:
    """A party between two characters of a passage.

    `named`: a reader could call it; `written`: the words themselves are those of an organisation; `public`: what it pays is a
    grant or is owed; `plural`: several of a kind.
    """

    start: int
    end: int
    named: bool
    written: bool
    public: bool
    plural: bool


@dataclass(frozen=True, slots=True)
class _Known:
    """The parties that the text calls by name: the names it may go on using, the kinds, and the kind words ("stichting")."""

    names: tuple[tuple[str, re.Pattern[str]], ...]
    kinds: frozenset[str]
    words: tuple[tuple[str, re.Pattern[str]], ...]


def parties_of(scene: Scene) -> tuple[tuple[Party, ...], ...]:
    """The parties of every passage, in order of the passages."""
    known, found = _known(scene), list[tuple[Party, ...]]()
    for passage in scene.passages:
        here = (*_written(scene, passage, known), *_called_again(passage, known))
        found.append(here or tuple(_meant(scene, passage, found)))
    return tuple(found)


def is_partner(scene: Scene, passage: Passage, span: Span) -> bool:
    """Whether an organisation is of a kind that can take part; who is hired, or the place where something is, is none."""
    fits = str(span.value).lower() in scene.words("partner_soorten") and span.more.get("sort") == "external"
    if not fits or any(hit.start <= span.start < hit.end for hit in scene.says(passage, "partij_ingehuurd")):
        return False
    building = any(hit.start == span.start for hit in scene.says(passage, "partij_gebouw"))
    return not (building and any(hit.end == span.start - 1 for hit in scene.says(passage, "plek_voor")))


def acting(scene: Scene, passage: Passage, party: Party) -> bool:
    """Whether a verb in the present stands right behind a party that tells what it does, not what it is, has or finds."""
    verb = _PRESENT.match(passage.text, party.end)
    return verb is not None and verb[1] not in scene.words("partij_doet_niets")


def wanting(scene: Scene, passage: Passage, found: Sequence[Sequence[Party]]) -> Iterator[Party]:
    """The parties that are the subject of a word for wanting, asking or gaining in a passage."""
    gains = scene.says(passage, "partner_krijgt")
    verbs = (*scene.says(passage, "partner_wil"), *gains)
    if not verbs or scene.says(passage, "partner_wil_niet"):
        return
    text, subjects = passage.text, (*found[passage.index], *_grouped(scene, passage))
    for hit in verbs:
        for party in subjects:
            before = party.end <= hit.start and _TO_VERB.fullmatch(text, party.end, hit.start)
            behind = hit.end < party.start and hit not in gains
            if before or (behind and _FROM_VERB.fullmatch(text, hit.end, party.start)):
                yield party
        if pronoun := _PRONOUN.fullmatch(text, 0, hit.start):
            kind = (pronoun["kind"] or "").lower()
            for meant in _agreeing(text, text[hit.start : hit.end], tuple(_before(scene, passage, found, kind))):
                yield Party(0, hit.start, meant.named, written=False, public=False, plural=meant.plural)


def _agreeing(text: str, verb: str, parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """Those that the "zij" of a sentence can be: before a plural verb no single party is meant."""
    many = text.startswith(("Zij ", "Ze ")) and verb.split()[0].endswith("en") and len(parties) == 1
    return tuple(party for party in parties if party.plural or not many)


def _before(scene: Scene, passage: Passage, found: Sequence[Sequence[Party]], kind: str) -> Iterator[Party]:
    """The parties of this kind in the sentence before: "Zij" means one of them, and "de stichting" one that is called so."""
    for other in scene.reach(passage, "adjacent"):
        if other.index == passage.index - 1:
            for party in (*found[other.index], *_grouped(scene, other)):
                if kind in other.text[party.start : party.end].lower():
                    yield party


def _meant(scene: Scene, passage: Passage, found: Sequence[Sequence[Party]]) -> Iterator[Party]:
    """The party of the sentence before, where this one says what it does: "Het baggert op eigen kosten …"."""
    pronoun = _GOES_ON.match(passage.text)
    if pronoun and _PRESENT.match(passage.text, pronoun.end()):
        for before in _before(scene, passage, found, ""):
            meant = Party(0, pronoun.end(), before.named, written=False, public=before.public, plural=before.plural)
            if acting(scene, passage, meant):
                yield meant


def _grouped(scene: Scene, passage: Passage) -> Iterator[Party]:
    """Groups that are no organisation by their words and can want something all the same ("de koren", "de besturen")."""
    for hit in scene.says(passage, "partij_groep"):
        yield Party(hit.start, hit.end, named=False, written=False, public=False, plural=True)


def _known(scene: Scene) -> _Known:
    spans = [span for passage in scene.passages for span in spans_of(passage, "organisatie") if is_partner(scene, passage, span)]
    named = [span for span in spans if span.more.get("named")]
    full = {span.text for span in named} | set(doers(scene))
    short = {_KIND_FIRST.sub("", text) for text in full} | {text.removeprefix("Stichting ") for text in full}
    names = sorted((name for name in {*full, *short} if name[:1].isupper() and name not in _TOO_PLAIN), key=_longest_first)
    plain = scene.vocabulary.lists.get("soortwoord_partij", ())
    words = sorted({word for text in full if (word := _kind_word(text, plain))})
    return _Known(
        names=tuple((name, re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")) for name in names),
        kinds=frozenset(str(span.value).lower() for span in named),
        words=tuple((word, re.compile(rf"\b(?:[Dd]e|[Hh]et) {re.escape(word)}\b(?! [A-Z])")) for word in words),
    )


def _longest_first(name: str) -> tuple[int, str]:
    return -len(name), name


def _kind_word(name: str, plain: Sequence[str]) -> str:
    """The word by which the text may go on about a party that it has named: "stichting" for "scholenstichting Kindwijs"."""
    first, _, rest = _ARTICLE.sub("", name).lower().partition(" ")
    return next((word for word in plain if first.endswith(word)), first) if rest else ""


def _written(scene: Scene, passage: Passage, known: _Known) -> Iterator[Party]:
    for span in spans_of(passage, "organisatie"):
        if is_partner(scene, passage, span):
            plural = span.text.lower().endswith(PLURAL) and not span.more.get("named")
            yield Party(span.start, span.end, _has_name(span, known), written=True, public=span.value in PUBLIC, plural=plural)


def _called_again(passage: Passage, known: _Known) -> Iterator[Party]:
    """A party that was named before and is now called "Kindwijs" or "de stichting"."""
    taken = [(span.start, span.end) for span in spans_of(passage, "organisatie")]
    for word, pattern in (*known.names, *known.words):
        found = pattern.search(passage.text) if word in passage.text else None
        if found and not any(start < found.end() and end > found.start() for start, end in taken):
            taken.append(found.span())
            yield Party(found.start(), found.end(), named=True, written=False, public=False, plural=False)


def _has_name(span: Span, known: _Known) -> bool:
    """Whether it is one organisation that a reader could call: "het waterschap", "Woonstichting De Linde", not "verenigingen".

    "De corporatie" could be any of them, unless the text gives the name of one.
    """
    if span.more.get("named"):
        return True
    kind = str(span.value).lower()
    called = kind not in ONE_OF_MANY or bool(known.kinds & ({"marktpartij", "bedrijf"} if kind == "marktpartij" else {kind}))
    return called and not span.text.lower().endswith(PLURAL)
