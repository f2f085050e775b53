"""What holds of a proposal, of a decision point, or of a subject there, when one asks what is decided on (SITUATIONS)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from types import MappingProxyType

from toets.extract.asides import asides_of
from toets.extract.decisions import DECIDES_NOTHING, acts_of
from toets.extract.kinds import body_of, first_act, points_of
from toets.extract.scene import Scene, spans_of
from toets.extract.topics import inside, spot
from toets.model.document import Location, Passage
from toets.model.fact import Draft
from toets.model.vocabulary import Overlooked
from toets.text import normal

__all__ = ["HOLDS", "Case", "Whole", "overlooked", "own_points", "place_of", "whole_of"]

BOOKED = frozenset({"reserve", "begrotingswijziging", "pc"})
"""What a decision point that only moves money names, beside a shortage or a surplus itself."""

WORKS = frozenset({"project", "maken"})
"""Subjects that say that something is made, bought or carried out."""

ADOPTING = frozenset({"vaststellen", "wijzigen", "intrekken"})

_NAMED_BEFORE = re.compile(r"[a-zà-ÿ] (?:De|Het|'t|’t|‘t) $")
_NAMED_BEHIND = re.compile(r"\s+(?:[^\w\s]*[A-Z]|(?:voor|van|over|tegen)\b|\w+e\s+\w{6,})")
_WORD_BEHIND = re.compile(r"\s+(\w+)")


@dataclass(frozen=True, slots=True)
class Whole:
    """A proposal as a whole.

    `points`: its decision points together; `procedural`: subjects beside which no other counts, and `about` the passages
    that name one; `all_procedural`: all else only takes note; `named`: subjects in title or points, `titled` in the title;
    `opinions`: the passages that speak of an opinion, `works` of something made, `settles` of a shortage or a surplus;
    `books`: money is only moved.
    """

    points: Draft
    procedural: frozenset[str]
    about: frozenset[int]
    all_procedural: bool
    named: frozenset[str]
    titled: frozenset[str]
    opinions: frozenset[int]
    works: frozenset[int]
    settles: frozenset[int]
    books: bool

    @property
    def several(self) -> bool:
        """Whether there is more than one decision point."""
        return int(self.points.fields["number"]) > 1


@dataclass(frozen=True, slots=True)
class Case:
    """One subject where it is named, in the whole."""

    scene: Scene
    whole: Whole
    passage: Passage
    subject: str
    location: Location

    @property
    def words(self) -> str:
        """The words that name the subject."""
        return self.passage.text[slice(*inside(self.passage, self.location))]


def whole_of(drafts: Iterable[Draft], scene: Scene) -> Whole:
    """The proposal as a whole, by the subjects that its words name."""
    by_passage = _by_passage(drafts)
    procedural = _procedural(scene)
    about = _naming(by_passage, procedural)
    places = {index: place_of(scene.passages[index]) for index in by_passage}
    return Whole(
        points=(points := points_of(scene)),
        procedural=procedural,
        about=about,
        all_procedural=points.fields["only"] == "kennisnemen" or _all_procedural(scene, about),
        named=frozenset().union(*(subjects for index, subjects in by_passage.items() if places[index] != "text")),
        titled=frozenset().union(*(subjects for index, subjects in by_passage.items() if places[index] == "title")),
        opinions=_naming(by_passage, {"zienswijze"}),
        works=_naming(by_passage, WORKS),
        settles=_naming(by_passage, {"verrekening"}),
        books=_only_in_the_books(by_passage, scene),
    )


def overlooked(case: Case) -> Overlooked | None:
    """Why a subject that title or points name is not what is decided on; None when it is."""
    place = place_of(case.passage)
    return next((one for one in case.scene.vocabulary.overlooked if _fits(one, case, place)), None)


def _fits(one: Overlooked, case: Case, place: str) -> bool:
    whole = case.whole
    return (
        (not (one.subjects or one.lists) or case.subject in one.subjects or case.subject in case.scene.words(*one.lists))
        and case.subject not in one.not_subjects
        and case.subject not in case.scene.words(*one.not_lists)
        and (not one.places or place in one.places)
        and (not one.beside or not one.beside.isdisjoint(whole.named))
        and (not one.titled or not one.titled.isdisjoint(whole.titled))
        and one.not_beside.isdisjoint(whole.named)
        and all(HOLDS[name](case) for name in one.when)
        and not any(HOLDS[name](case) for name in one.unless)
    )


def place_of(passage: Passage) -> str:
    """Where a passage stands: "title", "point" (of the proposal itself) or "text"."""
    if passage.point and passage.part == "voorstel":
        return "point"
    if passage.role == "onderwerp" or (passage.role == "kop" and passage.kind == "heading"):
        return "title"
    if passage.kind == "field" and normal(passage.text).startswith(("onderwerp", "titel", "betreft")):
        return "title"
    return "text"


def own_points(scene: Scene) -> list[Passage]:
    """The passages of the decision points of the proposal itself."""
    return [one for one in scene.passages if one.point and one.part == "voorstel"]


def _by_passage(drafts: Iterable[Draft]) -> dict[int, set[str]]:
    found: dict[int, set[str]] = {}
    for draft in drafts:
        if draft.kind == "subject" and draft.passage is not None:
            found.setdefault(draft.passage, set()).add(str(draft.fields["is"]))
    return found


def _naming(found: Mapping[int, Set[str]], subjects: Set[str]) -> frozenset[int]:
    """The passages that name one of these subjects."""
    return frozenset(index for index, named in found.items() if not subjects.isdisjoint(named))


def _procedural(scene: Scene) -> frozenset[str]:
    """The subjects beside which no other counts; for the college those are others than for the council, without either both."""
    body = body_of(scene)
    council = scene.vocabulary.lists.get("procedureel", ()) if body != "college" else ()
    college = scene.vocabulary.lists.get("procedureel_college", ()) if body != "raad" else ()
    return frozenset((*council, *college))


def _all_procedural(scene: Scene, about: Set[int]) -> bool:
    """Whether every decision point is procedural or only takes note."""
    points = own_points(scene)
    rest = [passage for passage in points if passage.index not in about]
    return bool(points) and len(rest) < len(points) and all(first_act(scene, one) == "kennisnemen" for one in rest)


def _only_in_the_books(named: Mapping[int, Set[str]], scene: Scene) -> bool:
    """Whether every decision point only moves or covers money, and nothing is made, bought or carried out with it."""
    named = {index: subjects for index, subjects in named.items() if place_of(scene.passages[index]) != "text"}
    moves = {index for index, subjects in named.items() if "verrekening" in subjects}
    title = any(place_of(scene.passages[index]) == "title" for index in moves)
    booked = BOOKED | {"krediet"} if title else BOOKED
    made = any(not WORKS.isdisjoint(subjects) for index, subjects in named.items() if index not in moves)
    points = [one for one in own_points(scene) if first_act(scene, one) not in DECIDES_NOTHING]
    booking = all(one.index in moves or not booked.isdisjoint(named.get(one.index, ())) for one in points)
    return bool(moves and points) and not made and booking


def _orders_behind(case: Case) -> bool:
    """Whether a point decides first, and behind that asks the college for what stands at this place."""
    hits = case.scene.says(case.passage, "opdracht_erbij")
    orders: Sequence[int] = [spot(case.passage, hit.start, hit.end).start or 0 for hit in hits]
    return any(order < (case.location.start or 0) for order in orders)


def _opinion_in_point(case: Case) -> bool:
    """Whether a point only gives an opinion: the reserve that it speaks of is another's."""
    acts = acts_of(case.scene, case.passage)
    return "zienswijze" in acts and "beschikbaar_stellen" not in acts


def _adopts_own(case: Case) -> bool:
    """Whether the council adopts policy of its own in this point, beside its opinion on another's plan."""
    own = case.passage.point and case.passage.index not in case.whole.opinions
    return bool(own) and "vaststellen" in acts_of(case.scene, case.passage)


def _adopts(case: Case) -> bool:
    """Whether this is a decision point that adopts, changes or repeals something."""
    return bool(case.passage.point) and not ADOPTING.isdisjoint(acts_of(case.scene, case.passage))


def _only_adopts(case: Case) -> bool:
    """Whether a point adopts something, does nothing else, and names no sum."""
    return acts_of(case.scene, case.passage) == ("vaststellen",) and not spans_of(case.passage, "bedrag")


def _points_back(case: Case) -> bool:
    """Whether a bare "plan" stands here, with no name or object behind it: what it is was said before."""
    end = inside(case.passage, case.location)[1]
    behind = _WORD_BEHIND.match(case.passage.text, end)
    titled = behind is not None and behind[1].endswith(tuple(case.scene.words("kaal_planwoord_titel")))  # "de nota grondbeleid"
    named = titled or _NAMED_BEHIND.match(case.passage.text, end)
    return case.words.lower() in case.scene.words("kaal_planwoord") and not named


def _in_name(case: Case) -> bool:
    """Whether a word with a capital stands behind an article with a capital, inside a sentence: "werkbedrijf De Brug"."""
    start = inside(case.passage, case.location)[0]
    return bool(_NAMED_BEFORE.search(case.passage.text[:start])) and case.words[:1].isupper()


def _in_aside(case: Case, *, repeals: bool) -> bool:
    """Whether the words end in a clause that only stands beside what is decided ("conform de richtlijn"), or that repeals."""
    clauses = [one for one in asides_of(case.scene, case.passage) if one.repeals == repeals]
    return any(one.holds(case.location) for one in clauses)


HOLDS: Mapping[str, Callable[[Case], bool]] = MappingProxyType(
    {
        "several_points": lambda case: case.whole.several,
        "all_procedural": lambda case: case.whole.all_procedural,
        "only_opinion": lambda case: case.whole.points.fields["only"] == "zienswijze",
        "only_in_the_books": lambda case: case.whole.books,
        "procedural": lambda case: case.subject in case.whole.procedural,
        "procedural_point": lambda case: case.passage.index in case.whole.about,
        "dealt_with": lambda case: bool(case.scene.says(case.passage, "afgedaan")),
        "in_name": _in_name,
        "works": lambda case: case.passage.index in case.whole.works,
        "names_sum": lambda case: bool(spans_of(case.passage, "bedrag")),
        "settles": lambda case: case.passage.index in case.whole.settles,
        "in_title": lambda case: case.subject in case.whole.titled,
        "first_orders": lambda case: first_act(case.scene, case.passage) == "opdragen",
        "orders_behind": _orders_behind,
        "opinion_in_point": _opinion_in_point,
        "only_noted": lambda case: first_act(case.scene, case.passage) == "kennisnemen",
        "no_more_than_noted": lambda case: acts_of(case.scene, case.passage) == ("kennisnemen",),
        "left_to_later": lambda case: bool(case.scene.says(case.passage, "later_besloten")),
        "adopts_own": _adopts_own,
        "adopts": _adopts,
        "only_adopts": _only_adopts,
        "points_back": _points_back,
        "pays_own_people": lambda case: bool(case.scene.says(case.passage, "geld_voor_eigen_mensen")),
        "in_clause": lambda case: _in_aside(case, repeals=False),
        "in_repeal": lambda case: _in_aside(case, repeals=True),
    }
)
"""Each of the SITUATIONS, as a question to one case."""
