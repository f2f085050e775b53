"""Who speaks in a passage: a party from outside or inside, and whether it has been heard, will be, or is only told.

A name is no consultation: beside it stands an act of hearing, and the clause of that act is in the past.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from toets.extract.scene import Scene, spans_of
from toets.extract.tense import Clause, clause_at, clauses_of, tells
from toets.model.document import Passage, PassageKind
from toets.text import Hit
from toets.text.tokens import word_set

PARTIES = (
    ("client_council", "partij_adviesraad"),
    ("social", "partij_sociaal"),
    ("resident", "partij_inwoners"),
    ("partner", "partij_partner"),
)
"""The parties and the word lists that name them; an earlier one wins where two overlap."""
BY_ORGANISATION = {"adviesraad": "client_council", "ggd": "social", "welzijnsorganisatie": "social", "zorgpartij": "social"}
OUTSIDE = frozenset({"resident", "partner"})
TALK_ROLES = frozenset({"participatie", "sociaal_domein"})
SILENT_ROLES = frozenset({"bijlagen", "ontwerpbesluit", "ondertekening", "onderwerp"})
BESIDE = 30
"""So many characters may stand between a party and its opinion ("de seniorenraad uit Oost wil")."""
_ANOTHER = re.compile(r"\b(?:die|dat|wat|wij|we|als|of|om|omdat|college|raad|zodat)\b|[.;:]", re.IGNORECASE)
_ARTICLE = re.compile(r"\s*(?:(?:ook|vooral|met name) )?(?:(?:de|het|een|onze|enkele|veel|sommige|beide) )?", re.IGNORECASE)

_HAVING = word_set("heeft hebben hebt heb had hadden is zijn was waren werd werden geweest")
_AHEAD = word_set("wordt worden zal zullen zult moet moeten kan kunnen gaat gaan mag mogen dient dienen wil willen zou zouden volgt volgen")


@dataclass(frozen=True, slots=True)
class Mention:
    """A party named in a passage, between two characters; `named`: by a name of its own, not as "the sociaal domein"."""

    party: str
    start: int
    end: int
    named: bool


@dataclass(frozen=True, slots=True)
class Voice:
    """What a passage says of one party: heard, to be heard later, only informed, or denied to have been heard.

    `named`: by a name of its own; `form`: it tells in which way it was heard, not only "betrokken".
    """

    party: str
    passage: int
    start: int
    end: int
    named: bool
    heard: bool
    later: bool
    informed: bool
    denied: bool
    form: bool


def listens(passage: Passage) -> bool:
    """Whether a passage can tell of people who were heard."""
    return passage.part == "voorstel" and passage.role not in SILENT_ROLES and passage.kind is not PassageKind.HEADING


def mentions(scene: Scene, passage: Passage) -> tuple[Mention, ...]:
    """The parties that a passage names, in order; "reserve sociaal domein" and the like name nobody."""
    false = scene.says(passage, "partij_niet")
    found = [*_by_words(scene, passage), *_by_spans(passage)]
    kept: list[Mention] = []
    for mention in found:
        if not any(hit.start < mention.end and hit.end > mention.start for hit in false) and not any(
            other.start < mention.end and other.end > mention.start for other in kept
        ):
            kept.append(mention)
    return tuple(sorted(kept, key=lambda mention: mention.start))


def _by_words(scene: Scene, passage: Passage) -> Iterator[Mention]:
    unnamed = {(hit.start, hit.end) for hit in scene.says(passage, "partij_zonder_naam")}
    for party, words in PARTIES:
        for hit in sorted(scene.says(passage, words), key=lambda hit: hit.start - hit.end):
            yield Mention(party, hit.start, hit.end, (hit.start, hit.end) not in unnamed)


def _by_spans(passage: Passage) -> Iterator[Mention]:
    for span in spans_of(passage, "organisatie"):
        party = BY_ORGANISATION.get(str(span.value))
        if party:
            yield Mention(party, span.start, span.end, True)


def voices(scene: Scene, passage: Passage, found: Sequence[Mention]) -> tuple[Voice, ...]:
    """One voice for every party among the mentions; acts of hearing count for all of them."""
    if not found:
        return ()
    acts = _Acts(scene, passage)
    return tuple(_voice(acts, party, passage, found) for party in dict.fromkeys(mention.party for mention in found))


def _voice(acts: _Acts, party: str, passage: Passage, found: Sequence[Mention]) -> Voice:
    mine = [mention for mention in found if mention.party == party]
    with_these = acts.with_these(mine)
    done = [*acts.done, *with_these, *acts.opinions(mine)]
    denied = [hit for hit in done if acts.denies(hit)]
    heard = len(denied) < len(done)
    return Voice(
        party=party,
        passage=passage.index,
        start=mine[0].start,
        end=mine[0].end,
        named=any(mention.named for mention in mine),
        heard=heard,
        later=not done and acts.later,
        informed=not heard and acts.informed,
        denied=bool(denied) and not heard,
        form=heard and (acts.form or bool(with_these)),
    )


class _Acts:
    """The acts of hearing in one passage, by whether their clause has them done."""

    def __init__(self, scene: Scene, passage: Passage) -> None:
        self._scene, self._passage = scene, passage
        self._clauses: tuple[Clause, ...] = ()
        ended = scene.says(passage, "gehoord_verleden")
        perfect, weak = scene.says(passage, "gehoord_deelwoord"), scene.says(passage, "gehoord_zwak")
        expected = bool(scene.says(passage, "advies_straks"))
        together = (hit for hit in scene.says(passage, "gehoord_samen") if tells(self._clause(hit).words))
        self._before = (*together, *(() if expected else scene.says(passage, "gehoord_stuk_van")))
        written = () if expected else scene.says(passage, "gehoord_stuk")
        strong = (*ended, *(hit for hit in perfect if self._is_done(hit)), *written)
        self.done = (*strong, *(hit for hit in weak if self._is_done(hit)))
        self.form = bool(strong) or bool(scene.says(passage, "inspraakvorm"))
        self.later = expected or any(not self._is_done(hit) for hit in (*perfect, *weak))
        self.informed = bool(scene.says(passage, "geinformeerd"))

    def opinions(self, mine: Sequence[Mention]) -> tuple[Hit, ...]:
        """What these parties themselves are said to think, ask or advise: the verb stands beside their name.

        What people outside want now ("ouders willen") is only an opinion given where participation is told of.
        """
        scene, passage = self._scene, self._passage
        hits = scene.says(passage, "gehoord_mening_toen")
        if passage.role in TALK_ROLES or any(mention.party not in OUTSIDE for mention in mine):
            hits += (*scene.says(passage, "gehoord_mening_nu"), *scene.says(passage, "gehoord_volgens"))
        return tuple(hit for hit in hits if any(_beside(hit, mention, passage.text) for mention in mine))

    def with_these(self, mine: Sequence[Mention]) -> tuple[Hit, ...]:
        """Where something was done "together with" these parties, or there is a letter "of" them: their name follows."""
        return tuple(hit for hit in self._before if any(0 <= item.start - hit.end <= 2 * BESIDE for item in mine))

    def denies(self, hit: Hit) -> bool:
        return self._scene.language.negated(self._passage.text, hit.start, hit.end, hit.gaps)

    def _clause(self, hit: Hit) -> Clause:
        if not self._clauses:
            self._clauses = clauses_of(self._passage.text)
        return clause_at(self._clauses, hit.start)

    def _is_done(self, hit: Hit) -> bool:
        """Done: "heeft meegelezen", "is overlegd"; or no verb at all ("Meegelezen door: team Wmo").

        Of several auxiliaries the nearest counts: "worden betrokken zodra de buurt aan de beurt is" is yet to be done.
        """
        clause = self._clause(hit)
        signs = [
            (max(hit.start - clause.starts[at] - len(word), clause.starts[at] - hit.end), word)
            for at, word in enumerate(clause.words)
            if word in _HAVING or (word in _AHEAD and clause.words[at - 1 : at] != ("te",))
        ]
        return not signs or min(signs)[1] in _HAVING


def _beside(hit: Hit, mention: Mention, text: str) -> bool:
    """Whether an opinion stands behind a party in its clause, or straight before it ("vroeg het wijkteam")."""
    if mention.start == mention.end:
        return True
    between = text[mention.end : hit.start] if hit.start >= mention.end else text[hit.end : mention.start]
    if hit.start >= mention.end:
        return len(between) <= BESIDE and not _ANOTHER.search(between)
    return bool(_ARTICLE.fullmatch(between))
