"""The deeds of a decision point: what each of its clauses does, to what, and how the clause hangs on the others.

There is no parser of Dutch here. Verbs are told by their form and place, clauses by the words and signs that open them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from toets.extract.deed_words import (
    CONDITIONS,
    DETERMINERS,
    JOINING,
    PRONOUNS,
    RELATIVES,
    Form,
    Opening,
    Role,
    Verb,
    openings_of,
    verbs_of,
)
from toets.model.months import MONTHS
from toets.text.clauses import Sentence, sentence_of
from toets.text.sentences import sentences

_MONTHS = frozenset(MONTHS)
_OPENS = JOINING | RELATIVES | CONDITIONS | PRONOUNS | {"om", "door"}
_LEADS_ON = JOINING | {"tot"}
_ITEM = re.compile(r"\(?(?:[a-z]|\d{1,2}|[ivx]{2,4})[.)]\s+")


class Stretch(NamedTuple):
    """A stretch of a text, in characters; an empty one says that there is none."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of this stretch."""
        return text[self.start : self.end]

    def holds(self, place: int) -> bool:
        """Whether a character lies in it."""
        return self.start <= place < self.end


@dataclass(frozen=True, slots=True)
class Deed:
    """What one clause does: `start` and `end` are those of the clause, `said` is where its verb stands.

    `verb` is the infinitive in one word, or the word by which a noun or finite verb tells the deed; `object` what it is done to,
    `complement` what that is for ("voor …", "ten behoeve van …"). `under` is the place in the row of the deed that a
    subordinate clause hangs on; -1 says that there is none.
    """

    verb: str
    form: Form
    role: Role
    under: int
    said: Stretch
    object: Stretch
    complement: Stretch
    start: int
    end: int

    @property
    def alone(self) -> bool:
        """Whether its clause hangs on no other."""
        return self.role in ("main", "joined")


class _Clause(NamedTuple):
    """A verb with the first word of its clause, the words that stand apart before it, and how the clause hangs on others."""

    verb: Verb
    at: int
    front: tuple[int, int]
    role: Role
    under: int

    @property
    def alone(self) -> bool:
        """Whether it hangs on no other clause."""
        return self.role in ("main", "joined")


def deeds_of(text: str, nouns: Iterable[int] = (), known: Iterable[int] = ()) -> tuple[Deed, ...]:
    """The deeds of a text in order.

    `nouns` and `known` are where words begin that may be a noun for a deed ("vaststelling") or tell one without "te".
    """
    found: list[Deed] = []
    marks: dict[int, Form] = {**dict.fromkeys(known, "finite"), **dict.fromkeys(nouns, "noun")}
    lead = -1
    for start, end in sentences(text):
        item = _ITEM.match(text, start, end)
        lead = -1 if item is None else len(found) - 1 if text[:start].rstrip().endswith(":") else lead
        line = sentence_of(text, item.end() if item else start, end)
        clauses = _clauses(line, verbs_of(text, line, marks), openings_of(text, line), len(found))
        found.extend(_deeds(line, [_below(clause, lead) for clause in clauses], end))
    return tuple(found)


def _below(clause: _Clause, lead: int) -> _Clause:
    """The clause of an item as it hangs on what stands before the list: "op te dragen: a) … te verkorten; b) … te berichten"."""
    return clause._replace(role="content", under=lead) if lead >= 0 and clause.alone else clause


def deed_at(deeds: Iterable[Deed], place: int) -> Deed | None:
    """The deed whose clause holds a character."""
    return next((deed for deed in deeds if deed.start <= place < deed.end), None)


def _clauses(line: Sentence, verbs: Sequence[Verb], openings: Sequence[Opening], earlier: int) -> list[_Clause]:
    """How the clauses of a sentence hang together; `earlier` is how many deeds the sentences before it hold.

    Where a sentence has a verb, its nouns are what that verb speaks of: "over te gaan tot vaststelling van …".
    """
    nouns = [verb for verb in verbs if verb.form == "noun"] if any(verb.form != "noun" for verb in verbs) else []
    found: list[_Clause] = []
    front, low = (0, 0), 0
    for verb in verbs:
        if verb in nouns:
            continue
        between = [opening for opening in openings if low <= opening.at < verb.first]
        opening = _opening(line, between, verb)
        if found and opening is None and _same_clause(found[-1].verb, verb):
            low = verb.behind
            continue
        clause = _placed(line, verb, opening, low, front, found, earlier)
        found.extend(_spoken_of(line, nouns, low, clause.at, earlier + len(found) - 1))
        before = [*_spoken_of(line, nouns, clause.at, verb.first, earlier + len(found) + 1)][:1]
        found.extend(one._replace(at=clause.at) for one in before)
        found.append(clause._replace(at=verb.first, front=_words_before(line, clause)) if before else clause)
        front = _front(line, between, low, first=not low) if not clause.alone else (0, 0)
        low = verb.behind
    found.extend(_spoken_of(line, nouns, low, len(line.words), earlier + len(found) - 1))
    return found


def _spoken_of(line: Sentence, nouns: Sequence[Verb], low: int, high: int, under: int) -> Iterator[_Clause]:
    """The nouns for deeds between two words, unless what stands there is what something is for."""
    for noun in nouns:
        if low <= noun.first < high and "voor" not in line.words[low : noun.first]:
            before = line.words[max(noun.first - 3, 0) : noun.first]
            yield _Clause(noun, noun.first, (0, 0), "condition" if _on_condition(before) else "content", under)


def _on_condition(before: Sequence[str]) -> bool:
    """Whether what stands before a noun makes it a condition or a time: "onder voorbehoud van", "na"."""
    return not {"voorbehoud", "afwachting", "na"}.isdisjoint(before) or tuple(before) == ("tot", "en", "met")


def _same_clause(before: Verb, verb: Verb) -> bool:
    """Whether a verb goes with the one before it: "laat … opnemen"."""
    return before.form == "finite" and verb.form in ("finite", "bare")


def _opening(line: Sentence, between: Sequence[Opening], verb: Verb) -> Opening | None:
    """What opens the clause of a verb, of all that opens between it and the verb before it."""
    unfit = "purpose" if verb.form != "to" else ""
    between = [opening for opening in between if opening.how != unfit]
    below = [number for number, opening in enumerate(between) if opening.subordinate]
    last = between[below[-1]] if below else None
    if last and (last.how == "purpose" or verb.form != "to"):
        return last
    rest = between[below[-1] + 1 :] if below else between
    joined = [opening for opening in rest if opening.how == "joined"]
    if joined:
        return next((opening for opening in reversed(joined) if _before_thing(line, opening.at)), joined[-1])
    return last or (rest[-1] if rest else None)


def _before_thing(line: Sentence, at: int) -> bool:
    """Whether a thing begins behind this word, so that the words before it are not of one row with it."""
    return line.words[at] not in JOINING or not DETERMINERS.isdisjoint(line.words[at + 1 : at + 2])


def _front(line: Sentence, between: Sequence[Opening], low: int, *, first: bool) -> tuple[int, int]:
    """The words before a subordinate clause that still wait for their verb: "een krediet om … te bouwen, te verlenen"."""
    below = next((opening.at for opening in between if opening.subordinate), low)
    joined = [
        opening.at for opening in between if opening.how == "joined" and opening.at < below and _before_thing(line, opening.at)
    ]
    return (joined[0] + 1 if joined else low, below) if joined or first else (0, 0)


def _placed(
    line: Sentence,
    verb: Verb,
    opening: Opening | None,
    low: int,
    front: tuple[int, int],
    found: Sequence[_Clause],
    earlier: int,
) -> _Clause:
    """Where the clause of a verb begins, and what it hangs on."""
    how: Role | Literal["comma", ""] = opening.how if opening else ""
    at = opening.at if opening else low
    alone: tuple[Role, int] = ("joined" if earlier or any(clause.alone for clause in found) else "main", -1)
    if how in ("", "comma") and front[1] > front[0] and verb.form == "to":
        return _Clause(verb, at, front, *alone)
    if not found and (how in ("", "comma", "joined") or (how != "purpose" and verb.form == "to")):
        return _Clause(verb, low, (0, 0), *alone)
    if how in ("joined", "comma"):
        peer = next((clause for clause in reversed(found) if clause.verb.form == verb.form), None)
        inside = peer is not None and not peer.alone and (how == "comma" or line.words[at] in JOINING)
        return _Clause(verb, at, (0, 0), *((peer.role, peer.under) if peer and inside else alone))
    role: Role = how if how in ("purpose", "relative", "condition") else "content"
    again = next((clause for clause in reversed(found) if clause.role == role and clause.verb.form != "noun"), None)
    if again and line.words[at - 1] in JOINING:
        return _Clause(verb, at, (0, 0), role, again.under)
    return _Clause(verb, at, (0, 0), role, earlier + len(found) - 1 if found else -1)


def _deeds(line: Sentence, clauses: Sequence[_Clause], end: int) -> Iterator[Deed]:
    for number, clause in enumerate(clauses, start=1):
        behind = clauses[number].at if number < len(clauses) else len(line.words)
        verb = clause.verb
        thing, purpose = _thing(line, clause, behind)
        yield Deed(
            _infinitive(line, verb),
            verb.form,
            clause.role,
            clause.under,
            _stretch(line, verb.first, verb.behind),
            _stretch(line, *thing),
            _stretch(line, *purpose),
            line.starts[clause.at],
            line.starts[behind] if behind < len(line.words) else end,
        )


def _infinitive(line: Sentence, verb: Verb) -> str:
    """A verb in one word: "vaststellen" of "vast te stellen", "vervallen" of "te laten vervallen"."""
    words = line.words[verb.first : verb.behind]
    return words[0] + words[-1] if words[1:2] == ("te",) else words[-1]


def _thing(line: Sentence, clause: _Clause, behind: int) -> tuple[tuple[int, int], tuple[int, int]]:
    """The words for the object of a clause, and those that say what it is for; they stand before the verb, or else behind it."""
    verb, (low, high) = clause.verb, _words_before(line, clause)
    behind -= line.words[behind - 1] in _LEADS_ON
    tail = _what_for(line, verb.behind, behind)
    if verb.form == "noun" or (verb.form == "finite" and clause.alone) or low >= high:
        return (verb.behind, tail[0]), tail
    before = _what_for(line, low + 1, high)
    return ((low, before[0]), before) if before[0] < before[1] else ((low, high), tail)


def _words_before(line: Sentence, clause: _Clause) -> tuple[int, int]:
    """The words of a clause before its verb, without the one that opens it."""
    if clause.front[0] < clause.front[1]:
        return clause.front
    opens = line.words[clause.at] in _OPENS
    return clause.at + opens, clause.verb.first


def _what_for(line: Sentence, low: int, high: int) -> tuple[int, int]:
    """The words from "voor" or "ten behoeve van" on between two words of a sentence; a day behind "voor" is no purpose."""
    for at in range(low, high):
        if line.words[at : at + 3] == ("ten", "behoeve", "van"):
            return at, high
        if line.words[at] == "voor" and _MONTHS.isdisjoint(line.words[at + 2 : at + 3]):
            return at, high
    return high, high


def _stretch(line: Sentence, low: int, high: int) -> Stretch:
    """The words from one up to another as a stretch of the text."""
    if low >= high:
        place = line.starts[low] if low < len(line.starts) else line.ends[-1]
        return Stretch(place, place)
    return Stretch(line.starts[low], line.ends[high - 1])
