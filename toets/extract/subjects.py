"""What a proposal is about: where each subject counts, in the title, in a decision point or only in the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from types import MappingProxyType

from toets.extract.asides import asides_of
from toets.extract.decisions import DECIDES_NOTHING, acts_of
from toets.extract.kinds import SOURCE, START, body_of, first_act, points_of
from toets.extract.scene import Scene, spans_of
from toets.extract.topics import spot
from toets.model.document import Location, Passage
from toets.model.fact import Draft, Value
from toets.text import normal

NOTED = frozenset({"pc", "kennisname", "zienswijze", "wensen_bedenkingen", "start", "mandaat", "initiatief"})
"""Subjects that make the kind of a document also where it only takes note, or stand beside a procedural subject."""

ASKED_FOR = frozenset({"start", "mandaat", "kennisname", "doorsturen"})
"""Subjects that an order to the college makes the kind of a document by itself, also beside other points."""

BESIDE: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "pc": frozenset({"zienswijze"}),
        "beleid": frozenset({"zienswijze", "start"}),
        "sociaal": frozenset({"zienswijze"}),
        "openbare_ruimte": frozenset({"verordening"}),
    }
)
"""What a document is not about when the other stands in its title or points: accounts and plans of a partnership are not ours.

A verordening for streets plans none.
"""

BOOKED = frozenset({"reserve", "begrotingswijziging", "pc"})
"""What a decision point that only moves money names, beside a shortage or a surplus itself."""

LEFT_ALONE = frozenset(
    {"sociaal", "voorziening", "openbare_ruimte", "infrastructuur", "gebouw", "ruimte", "project", "maken", "sociaal_doel"}
)
"""What a proposal that only moves money is not about: a shortage that is covered says nothing on the care it came from.

Nor are the points of a report on the budget about the gym whose credit is raised.
"""

WORKS = frozenset({"project", "maken"})
"""Subjects that say that something is made, bought or carried out."""

ADOPTED = frozenset({"verordening", "tarief"})
"""What another body adopts where the council only gives its opinion."""

POLICY = frozenset({"beleid", "sociaal"})
"""What the council may adopt itself, beside its opinion on what another body adopts."""

BARE = frozenset({"plan", "programma", "visie", "kader", "kaders", "nota"})
"""A word that points back, when the plan it stands for was named with its full name."""

_NAMED_BEHIND = re.compile(r"\s+(?:[^\w\s]*[A-Z]|(?:voor|van|over|tegen)\b|\w+e\s+\w{6,})")

STILL_TO_COME = frozenset({"verordening", "tarief"})
"""What is only decided when it is laid before the council: an order to draw it up does not make the kind."""

MONEY = frozenset({"krediet", "begrotingswijziging", "reserve"})
"""Subjects that say that money is asked, and not what for."""

ONLY_IN_POINTS: Mapping[str, tuple[str, ...]] = MappingProxyType({"beleid": ("point",)})
"""A policy in the title alone does not make the kind: what is decided about it may be anything."""

HEARD = frozenset({"zienswijze", "wensen_bedenkingen", "pc", "verordening", "tarief"})
"""What others gave or adopted, where a point beside those that decide only takes note of it."""

YEARS = 2
"""How many years a period in a title spans at least before it is one of some years."""


def placed(drafts: Iterable[Draft], scene: Scene) -> Iterator[Draft]:
    """Say of each subject whether it stands in the title, in a decision point or in the text.

    Beside a procedural subject (an appointment, secrecy), where all points are procedural, and where only taking note is
    asked, other subjects count as text; so does, beside other points, what a point asks the college to come back with.
    """
    kept = list(drafts)
    points = points_of(scene)
    beside = _beside(kept, scene, points)
    seen: set[str] = set()
    for draft in kept:
        if draft.kind != "subject" or draft.passage is None:
            yield draft
            continue
        place = _counts_in(scene, scene.passages[draft.passage], draft, beside)
        subject = str(draft.fields["is"])
        counts = draft.fields.get("polarity", 1) and place in ONLY_IN_POINTS.get(subject, ("title", "point"))
        if counts and not (subject == "mandaat" and place == "point" and beside.several):
            seen.add(subject)
        yield replace(draft, fields={**draft.fields, "place": place})
    yield from _for_years(scene)
    if beside.books or points.fields["money"]:
        yield _subject("technisch" if beside.books else "uitgave", "point", points.quote, points.location)
    if _only_orders(scene):
        seen.add("start")
        yield _subject("start", "point", points.quote, points.location)
    if _kind_is_open(scene, points) and _unknown(scene, seen, points.fields):
        yield _subject("unknown", "title", scene.document.subject or scene.document.title, START)


def _kind_is_open(scene: Scene, points: Draft) -> bool:
    """Whether taking note is not all: that is a kind of its own for the council, and for the college it is not."""
    return points.fields["only"] != "kennisnemen" or body_of(scene) == "college"


def _subject(name: str, place: str, quote: str, location: Location) -> Draft:
    """A subject that title and points tell together."""
    return Draft("subject", {"is": name, "place": place, "part": "voorstel", "polarity": 1}, quote, location, SOURCE)


@dataclass(frozen=True, slots=True)
class _Beside:
    """What stands beside a subject: procedural ones and their passages, the subjects that are named, and other points.

    `aside`: all else is procedural or only noted. Beside other points a mandate is not what the proposal is about.
    `books`: money is only moved. `opinion`: an opinion on what another body adopts is all that is given; `opinions`: the
    passages that speak of one. `titled`: the subjects of the title.
    """

    procedural: frozenset[str]
    about: frozenset[int | None]
    aside: bool
    named: frozenset[str]
    several: bool
    books: bool
    opinion: bool
    opinions: frozenset[int | None]
    titled: frozenset[str]

    @property
    def accounts(self) -> bool:
        """Whether the title is that of a budget, report or account, in which a point changes one sum of many."""
        return "pc" in self.titled


def _beside(drafts: Sequence[Draft], scene: Scene, points: Draft) -> _Beside:
    procedural = _procedural(scene)
    about = frozenset(draft.passage for draft in drafts if draft.kind == "subject" and draft.fields["is"] in procedural)
    only = points.fields["only"]
    return _Beside(
        procedural,
        about,
        aside=only == "kennisnemen" or _all_procedural(scene, about),
        named=_named_subjects(drafts, scene),
        several=int(points.fields["number"]) > 1,
        books=_only_in_the_books(drafts, scene),
        opinion=only == "zienswijze",
        opinions=frozenset(one.passage for one in drafts if one.kind == "subject" and one.fields["is"] == "zienswijze"),
        titled=frozenset(str(one.fields["is"]) for one in drafts if one.kind == "subject" and _titled(scene, one)),
    )


def _counts_in(scene: Scene, passage: Passage, draft: Draft, beside: _Beside) -> str:
    """Where a subject counts: in the title, in a decision point, or only in the text."""
    place, subject = _place(passage), str(draft.fields["is"])
    free = subject in beside.procedural or subject in NOTED
    if not free and (beside.aside or passage.index in beside.about):
        return "text"
    if (beside.opinion and subject in ADOPTED) or (
        subject in LEFT_ALONE and (beside.books or (beside.accounts and place == "point"))
    ):
        return "text"
    if subject == "beleid" and "ruimte" in beside.named and _points_back(passage, draft.location):
        return "text"
    if not BESIDE.get(subject, frozenset()).isdisjoint(beside.named - _adopted_itself(scene, passage, subject, beside)):
        return "text"
    if subject == "voorziening" and place == "point" and _in_passing(scene, passage, beside):
        return "text"
    if place == "point" and _left_to_others(scene, passage, draft, beside):
        return "text"
    if place != "text" and any(aside.holds(draft.location, subject) for aside in asides_of(scene, passage)):
        return "text"
    return place


def _adopted_itself(scene: Scene, passage: Passage, subject: str, beside: _Beside) -> frozenset[str]:
    """The subjects that hide no policy which the council itself adopts in this point, beside its opinion on another's plan."""
    own = passage.point and subject in POLICY and passage.index not in beside.opinions
    return frozenset({"zienswijze"}) if own and "vaststellen" in acts_of(scene, passage) else frozenset()


def _in_passing(scene: Scene, passage: Passage, beside: _Beside) -> bool:
    """Whether a point that adopts something else, without a sum, names a facility as a place only."""
    adopts = acts_of(scene, passage) == ("vaststellen",) and not spans_of(passage, "bedrag")
    return beside.several and adopts and "voorziening" not in beside.titled


def _only_orders(scene: Scene) -> bool:
    """Whether the first point gives the college an order, and no other decides anything."""
    acts = [first_act(scene, one) for one in scene.passages if one.point and one.part == "voorstel"]
    return bool(acts) and acts[0] == "opdragen" and DECIDES_NOTHING.issuperset(acts)


def _points_back(passage: Passage, place: Location) -> bool:
    """Whether a bare "plan" stands here, with no name or object behind it: what it is was said before."""
    base = passage.location.start or 0
    start, end = (place.start or 0) - base, (place.end or 0) - base
    return passage.text[start:end].lower() in BARE and not _NAMED_BEHIND.match(passage.text, end)


def _only_in_the_books(drafts: Iterable[Draft], scene: Scene) -> bool:
    """Whether every decision point only moves or covers money, and nothing is made, bought or carried out with it."""
    named: dict[int, set[str]] = {}
    for draft in drafts:
        if draft.kind == "subject" and draft.passage is not None and _place(scene.passages[draft.passage]) != "text":
            named.setdefault(draft.passage, set()).add(str(draft.fields["is"]))
    moves = {index for index, subjects in named.items() if "verrekening" in subjects}
    title = any(_place(scene.passages[index]) == "title" for index in moves)
    booked = BOOKED | {"krediet"} if title else BOOKED
    made = any(not WORKS.isdisjoint(subjects) for index, subjects in named.items() if index not in moves)
    points = [
        one for one in scene.passages if one.point and one.part == "voorstel" and first_act(scene, one) not in DECIDES_NOTHING
    ]
    return (
        bool(moves)
        and not made
        and bool(points)
        and all(one.index in moves or not booked.isdisjoint(named.get(one.index, ())) for one in points)
    )


def _left_to_others(scene: Scene, passage: Passage, draft: Draft, beside: _Beside) -> bool:
    """Whether a point only asks the college for a subject, only hears of it, or leaves it to a later decision."""
    subject = str(draft.fields["is"])
    ordered = beside.several and (subject in STILL_TO_COME or "start" not in beside.named)
    if ordered and _only_asks(scene, passage, subject):
        return True
    if subject not in NOTED and _asked_beside(scene, passage, draft.location):
        return True
    if subject in MONEY and _is_opinion(scene, passage):
        return True
    if beside.several and scene.says(passage, "later_besloten"):
        return True
    return beside.several and not (beside.aside and subject != "zienswijze") and _only_hears(scene, passage, subject)


def _is_opinion(scene: Scene, passage: Passage) -> bool:
    """Whether a point only gives an opinion: the reserve that it speaks of is another's."""
    acts = acts_of(scene, passage)
    return "zienswijze" in acts and "beschikbaar_stellen" not in acts


def _unknown(scene: Scene, seen: Set[str], points: Mapping[str, Value]) -> bool:
    """Whether nothing tells the kind; an initiative that only asks for money is about something else besides."""
    telling = _telling(scene)
    if "initiatief" in seen:
        return (telling - MONEY).isdisjoint(seen)
    return telling.isdisjoint(seen) and not _for_money(scene, points)


def _for_money(scene: Scene, points: Mapping[str, Value]) -> bool:
    """Whether the council is asked for money: that is a kind of its own, also where the words tell no other subject."""
    return bool(points["money"]) and _telling(scene) == frozenset(scene.vocabulary.lists.get("soortbepalend_raad", ()))


def _only_asks(scene: Scene, passage: Passage, subject: str) -> bool:
    """Whether a point only asks the college for something: what that is about is decided another time.

    In a startnotitie that is what it is about.
    """
    return subject not in ASKED_FOR and first_act(scene, passage) == "opdragen"


def _only_hears(scene: Scene, passage: Passage, subject: str) -> bool:
    """Whether a point beside others only takes note of an opinion, an account or rules: the council adopts none there."""
    return subject in HEARD and first_act(scene, passage) == "kennisnemen"


def _asked_beside(scene: Scene, passage: Passage, place: Location) -> bool:
    """Whether a point decides first, and behind that asks the college for what stands at this place."""
    orders = [spot(passage, hit.start, hit.end).start or 0 for hit in scene.says(passage, "opdracht_erbij")]
    return any(order < (place.start or 0) for order in orders)


def _procedural(scene: Scene) -> frozenset[str]:
    """The subjects beside which no other counts; for the college those are others than for the council, without either both."""
    body = body_of(scene)
    council = scene.vocabulary.lists.get("procedureel", ()) if body != "college" else ()
    college = scene.vocabulary.lists.get("procedureel_college", ()) if body != "raad" else ()
    return frozenset((*council, *college))


def _for_years(scene: Scene) -> Iterator[Draft]:
    """That the title or a decision point names a period of some years ("2027-2030")."""
    for passage in scene.passages:
        place = _place(passage)
        periods = [span for span in spans_of(passage, "jaar") if int(span.more.get("end", span.value)) - int(span.value) >= YEARS]
        if place != "text" and periods:
            fields: dict[str, Value] = {"is": "meerjarig", "place": place}
            where = spot(passage, periods[0].start, periods[0].end)
            yield Draft("subject", fields, passage.text, where, SOURCE, passage.index)


def _all_procedural(scene: Scene, about: Set[int | None]) -> bool:
    """Whether every decision point is procedural or only takes note."""
    points = [passage for passage in scene.passages if passage.point and passage.part == "voorstel"]
    rest = [passage for passage in points if passage.index not in about]
    return bool(points) and len(rest) < len(points) and all(first_act(scene, one) == "kennisnemen" for one in rest)


def _named_subjects(drafts: Iterable[Draft], scene: Scene) -> frozenset[str]:
    """The subjects that stand in the title or in a decision point."""
    subjects = [draft for draft in drafts if draft.kind == "subject" and draft.passage is not None]
    return frozenset(str(one.fields["is"]) for one in subjects if _place(scene.passages[one.passage or 0]) != "text")


def _telling(scene: Scene) -> frozenset[str]:
    """The subjects that make the kind of a document for the body it addresses; of both bodies when that is not known."""
    lists = scene.vocabulary.lists
    body = body_of(scene)
    council = lists.get("soortbepalend_raad", ()) if body in ("raad", "") else ()
    college = lists.get("soortbepalend_college", ()) if body != "raad" else ()
    return frozenset((*council, *college))


def _titled(scene: Scene, draft: Draft) -> bool:
    return draft.passage is not None and _place(scene.passages[draft.passage]) == "title"


def _place(passage: Passage) -> str:
    if passage.point and passage.part == "voorstel":
        return "point"
    if passage.role == "onderwerp" or (passage.role == "kop" and passage.kind == "heading"):
        return "title"
    if passage.kind == "field" and normal(passage.text).startswith(("onderwerp", "titel", "betreft")):
        return "title"
    return "text"
