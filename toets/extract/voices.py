"""Who speaks in a sentence: a party from outside or inside, and whether it has been heard, will be, or is only told.

A name is no consultation: beside it stands an act of hearing, and the clause of that act is in the past.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from toets.extract.rows import cells_in
from toets.extract.tense import Clause, clause_at, clauses_of, tells
from toets.extract.units import Unit
from toets.model.document import PassageKind, Span
from toets.text import Hit
from toets.text.grammar import AHEAD, HAVE
from toets.text.tokens import word_set

PARTIES = (
    ("client_council", "partij_adviesraad"),
    ("social", "partij_sociaal"),
    ("resident", "partij_inwoners"),
    ("partner", "partij_partner"),
)
"""The parties and the word lists that name them; an earlier one wins where two overlap."""
RULERS = frozenset({"wethouder", "portefeuillehouder", "burgemeester", "directeur"})
BY_ORGANISATION = {"adviesraad": "client_council", "ggd": "social", "welzijnsorganisatie": "social", "zorgpartij": "social"}
OUTSIDE = frozenset({"resident", "partner"})
_WHO_AND_WHAT = 2
"""A row with more cells than these can say who was heard, what they said, and what was done."""
TALK_ROLES = frozenset({"participatie", "sociaal_domein"})
BESIDE = 30
"""So many characters may stand between a party and its opinion ("de seniorenraad uit Oost wil")."""

_ANOTHER = re.compile(r"\b(?:die|dat|wat|wij|we|als|of|om|omdat|college|raad|zodat)\b|[.;:]", re.IGNORECASE)
_ARTICLE = re.compile(r"\s*(?:(?:ook|vooral|met name) )?(?:(?:de|het|een|onze|enkele|veel|sommige|beide) )?", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"\b(?:de|het|alle|veel|onze|diverse|verschillende|andere|overige|deze|die)\s+$", re.IGNORECASE)
"""What stands before an adjective: "de betrokken afdelingen" were not heard."""
_SPOKEN_OF = re.compile(
    r"\b(?:over|gericht op|het aantal|(?:aandacht|doel|doelen|begrip) voor) (?:(?:de|het|alle|\w+e) )?$", re.IGNORECASE
)
"""What stands before people of whom is spoken: "het hoofdstuk over jonge mantelzorgers", "aandacht voor ouderen"."""
_NAME_WORD = re.compile(r"[^\W\d_]+")
_INFINITIVE = re.compile(r"\bte $", re.IGNORECASE)
_OURS_BEHIND = re.compile(r" (?:wij|we|ik|u|het college|de gemeente|de raad)\b", re.IGNORECASE)
_OURS_BEFORE = re.compile(r"\b(?:wij|we|ik|het college|de gemeente) (?:\w+ )?$", re.IGNORECASE)
_JUST_BEFORE = 60
"""The characters before a verb in which its "te" or its subject stands."""
_BEHIND = re.compile(r"\s+(\w+)")
_BEFORE = re.compile(r"(\w+)\s+(?:(?:de|het|een|onze|ons) )?$", re.IGNORECASE)
_COMPOUND_PARTICIPLE = re.compile(r"(?!\w+ingen$)\w{2,}ge\w{2,}(?:d|t|en)")
_WEAK_PAST = re.compile(r"\w{2,}(?:de|den|te|ten)")
_NO_PAST = word_set(
    """beide oude goede brede laatste eerste meeste grote beste grootste worden vinden bieden houden rijden zouden moeten laten
    weten zitten besluiten sluiten genieten gemeente kosten buiten midden beneden binden landen randen leiden enkele wachten"""
)
"""Words that end as a verb in the past does, and are none."""
_INFINITIVES = ("wachten", "houden", "laten", "zetten", "sluiten", "bieden", "vinden", "rijden", "moeten", "worden")
"""Verbs that end so in the present, also with a first part ("afwachten", "meehelpen")."""
_HAVING = HAVE | word_set("had hadden was waren werd werden geweest")
_AHEAD = AHEAD | word_set("zou zouden volgt volgen")


@dataclass(frozen=True, slots=True)
class Mention:
    """A party named in a passage, between two characters; `named`: by a name of its own, not as "the sociaal domein"."""

    party: str
    start: int
    end: int
    named: bool


@dataclass(frozen=True, slots=True)
class Voice:
    """What a sentence says of one party: heard, to be heard later, only informed, or denied to have been heard.

    `named`: by a name of its own; `form`: it tells in which way it was heard, not only "betrokken"; `stated`: the sentence
    itself names the party.
    """

    party: str
    start: int
    end: int
    named: bool
    heard: bool
    later: bool
    informed: bool
    denied: bool
    form: bool
    stated: bool


def mentions(unit: Unit) -> tuple[Mention, ...]:
    """The parties that a sentence names, in order; "reserve sociaal domein" and the like name nobody."""
    false = unit.says("partij_niet")
    kept: list[Mention] = []
    for mention in (*_by_words(unit), *_by_spans(unit)):
        if not any(hit.start < mention.end and hit.end > mention.start for hit in false) and not any(
            other.start < mention.end and other.end > mention.start for other in kept
        ):
            kept.append(mention)
    return tuple(sorted(kept, key=lambda mention: mention.start))


def _by_words(unit: Unit) -> Iterator[Mention]:
    unnamed = {(hit.start, hit.end) for hit in unit.says("partij_zonder_naam")}
    for party, words in PARTIES:
        for hit in sorted(unit.says(words), key=lambda hit: hit.start - hit.end):
            yield Mention(party, hit.start, hit.end, (hit.start, hit.end) not in unnamed)


def _by_spans(unit: Unit) -> Iterator[Mention]:
    culture, fields = tuple(unit.scene.words("cultuur_niet_sociaal")), unit.scene.words("sociaal_vakgebied")
    for span in unit.spans("organisatie"):
        if span.text.lower().startswith(culture):
            continue
        party = BY_ORGANISATION.get(str(span.value)) or ("social" if _is_social(unit, span) else "")
        if party:
            yield Mention(party, span.start, span.end, True)
    for span in unit.spans("functie"):
        words = str(span.more.get("unit", "")).lower().split()
        if span.value not in RULERS and not fields.isdisjoint(words):
            yield Mention("social", span.start, span.end, True)


def _is_social(unit: Unit, span: Span) -> bool:
    """Whether a stichting or vereniging works in the social domain: by its name, or because it is told of in that section."""
    if span.value not in ("stichting", "vereniging") or span.more.get("sort") != "external":
        return False
    parts = tuple(unit.scene.words("sociaal_in_naam"))
    return unit.passage.role == "sociaal_domein" or any(
        word.startswith(parts) or word.endswith(parts) for word in _NAME_WORD.findall(span.text.lower())
    )


def row_with_answer(unit: Unit) -> bool:
    """Whether it is a row of a table that tells in a cell of its own what was done with what somebody brought in."""
    if unit.passage.kind is not PassageKind.ROW or len(cells_in(unit.passage)) <= _WHO_AND_WHAT:
        return False
    return bool(unit.says("verwerkt") or unit.says("niet_verwerkt"))


def speakers(unit: Unit, found: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions but for people outside of whom the sentence only speaks."""
    text = unit.passage.text
    return tuple(item for item in found if item.party not in OUTSIDE or not _SPOKEN_OF.search(text, 0, item.start))


def voices(unit: Unit, found: Sequence[Mention]) -> tuple[Voice, ...]:
    """One voice for every party among the mentions; acts of hearing count for all of them."""
    if not found:
        return ()
    acts = _Acts(unit)
    return tuple(_voice(acts, party, found) for party in dict.fromkeys(mention.party for mention in found))


def _voice(acts: _Acts, party: str, found: Sequence[Mention]) -> Voice:
    mine = [mention for mention in found if mention.party == party]
    beside = [*acts.with_these(mine), *acts.opinions(mine)]
    done = [*acts.done, *beside]
    denied = [hit for hit in done if acts.denies(hit)]
    told = not done and acts.tells_of(mine)
    heard = len(denied) < len(done) or told
    return Voice(
        party=party,
        start=mine[0].start,
        end=mine[0].end,
        named=any(mention.named for mention in mine),
        heard=heard,
        later=not done and not told and acts.later,
        informed=not heard and acts.informed,
        denied=bool(denied) and not heard,
        form=heard and (acts.form or told or bool(beside)),
        stated=mine[0].start < mine[0].end,
    )


class _Acts:
    """The acts of hearing in one sentence, by whether their clause has them done."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._clauses: tuple[Clause, ...] = ()
        perfect, weak = unit.says("gehoord_deelwoord"), tuple(filter(self._is_verb, unit.says("gehoord_zwak")))
        expected = bool(unit.says("advies_straks"))
        together = (hit for hit in unit.says("gehoord_samen") if _tells(self._clause(hit).words))
        self._before = (*together, *(() if expected else unit.says("gehoord_stuk_van")))
        written = () if expected else unit.says("gehoord_stuk")
        strong = (*unit.says("gehoord_verleden"), *filter(self._is_done, perfect), *written)
        self.done = (*strong, *filter(self._is_done, weak))
        self.form = bool(strong) or bool(unit.says("inspraakvorm"))
        self.later = expected or any(not self._is_done(hit) for hit in (*perfect, *weak))
        self.informed = bool(unit.says("geinformeerd"))

    def opinions(self, mine: Sequence[Mention]) -> tuple[Hit, ...]:
        """What these parties themselves are said to think, ask or advise: the verb stands beside their name.

        What people outside want now ("ouders willen") is only an opinion given where participation is told of.
        """
        unit = self._unit
        hits = unit.says("gehoord_mening_toen")
        if unit.passage.role in TALK_ROLES or any(mention.party not in OUTSIDE for mention in mine):
            hits += (*unit.says("gehoord_mening_nu"), *unit.says("gehoord_volgens"))
        text = unit.passage.text
        return tuple(hit for hit in hits if not _no_opinion(text, hit) and any(_beside(hit, mention, text) for mention in mine))

    def with_these(self, mine: Sequence[Mention]) -> tuple[Hit, ...]:
        """Where something was done "together with" these parties, or there is a letter "of" them: their name follows."""
        return tuple(hit for hit in self._before if any(self._of(hit, item) for item in mine))

    def _of(self, hit: Hit, item: Mention) -> bool:
        """Whether a party follows an act, without another body in between ("op verzoek van uw raad … verenigingen")."""
        if not hit.start <= item.start <= hit.end + 2 * BESIDE:
            return False
        return not any(hit.end <= span.start and span.end <= item.start for span in self._unit.spans("orgaan"))

    def tells_of(self, mine: Sequence[Mention]) -> bool:
        """Whether the clause that names a party tells what it did or what happened with it, whatever the verb.

        People outside are named for many reasons: of them it counts only where participation is told of. Of those inside it
        counts there, and elsewhere where the sentence speaks of the proposal or of talking.
        """
        unit = self._unit
        inside = [
            item for item in mine if item.party not in OUTSIDE or unit.passage.role == "participatie" or unit.says("inspraakvorm")
        ]
        if not inside or unit.says("gehoord_niet") or self.informed:
            return False
        text = unit.passage.text
        stated = [item for item in inside if item.start < item.end]
        if any(unit.scene.language.negated(text, item.start, item.end) for item in stated):
            return False
        if stated and row_with_answer(unit):
            return True
        if unit.passage.role not in TALK_ROLES and not (unit.says("gehoord_over") or unit.says("inspraakvorm")):
            return False
        counted = unit.passage.role == "participatie" and bool(unit.spans("getal")) and not unit.says("nog_niet")
        return any(self._told_of(item, counted=counted) for item in stated)

    def _told_of(self, item: Mention, *, counted: bool) -> bool:
        """Whether the clause of a party is in the past; a count of people without a verb tells what came of it too.

        "Waarmee een proef is gedaan" only says of a thing which it is.
        """
        clause = self._clause_at(item.start)
        told = clause.words[:1] not in (("waarmee",), ("waarvan",)) and _tells(clause.words)
        return told or _past_beside(self._unit.passage.text, item) or (counted and not clause.has_verb)

    def denies(self, hit: Hit) -> bool:
        """Whether the sentence denies an act."""
        unit = self._unit
        return unit.scene.language.negated(unit.passage.text, hit.start, hit.end, hit.gaps)

    def _is_verb(self, hit: Hit) -> bool:
        """Whether "betrokken" is what happened, and not part of what people are called ("betrokken partijen")."""
        called = any(name.start <= hit.start < name.end for name in self._unit.says("partij_partner"))
        return not called and not _ATTRIBUTE.search(self._unit.passage.text[: hit.start])

    def _clause(self, hit: Hit) -> Clause:
        return self._clause_at(hit.start)

    def _clause_at(self, place: int) -> Clause:
        if not self._clauses:
            self._clauses = clauses_of(self._unit.passage.text)
        return clause_at(self._clauses, place)

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


def _tells(words: tuple[str, ...]) -> bool:
    """Whether a clause is in the past; a participle with a first part of its own ("goedgekeurd", "rondgestuurd") is one too."""
    if tells(words):
        return True
    perfect = not _HAVING.isdisjoint(words) and _AHEAD.isdisjoint(words)
    return perfect and any(_COMPOUND_PARTICIPLE.fullmatch(word) for word in words)


def _past_beside(text: str, mention: Mention) -> bool:
    """Whether the word behind a party, or before its article, looks like a verb in the past: "ouders vertelden"."""
    behind, before = _BEHIND.match(text, mention.end), _BEFORE.search(text[: mention.start])
    words = (found[1].lower() for found in (behind, before) if found)
    return any(_WEAK_PAST.fullmatch(word) and not word.endswith(_INFINITIVES) and word not in _NO_PAST for word in words)


def _no_opinion(text: str, hit: Hit) -> bool:
    """Whether a verb of opinion is an infinitive ("lastig te vinden"), or says what we ourselves want ("willen we")."""
    near = max(hit.start - _JUST_BEFORE, 0)
    before = _INFINITIVE.search(text, near, hit.start) or _OURS_BEFORE.search(text, near, hit.start)
    return bool(before or _OURS_BEHIND.match(text, hit.end))


def _beside(hit: Hit, mention: Mention, text: str) -> bool:
    """Whether an opinion stands behind a party in its clause, or straight before it ("vroeg het wijkteam")."""
    if mention.start == mention.end:
        return True
    if hit.start >= mention.end:
        between = text[mention.end : hit.start]
        return len(between) <= BESIDE and not _ANOTHER.search(between)
    return bool(_ARTICLE.fullmatch(text[hit.end : mention.start]))
