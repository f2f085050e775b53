"""What tells the kind of a document: its title, whom it addresses, and its decision points together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from toets.extract.decisions import DECIDES_NOTHING, acts_of
from toets.extract.scene import Scene, spans_of
from toets.model.document import Location, Passage
from toets.model.fact import Draft, Value
from toets.text import normal

SOURCE = "extract.kinds"
START = Location(part=0, section=None, paragraph=0)
LOOKALIKES = ("besluitenlijst", "raadsinformatiebrief", "motie", "amendement", "notulen", "oplegger", "brief", "raadsbesluit")
NO_POINTS = frozenset({"notulen", "motie", "amendement", "brief", "raadsbesluit"})
"""Look-alikes that ask no decision under a heading for it: a proposal may be about one, and name it in its title."""

GIVES = frozenset({"beschikbaar_stellen", "verlenen"})
"""Verbs that ask for money when a sum stands beside them."""

ASKING = ("beslispunt", "voorstel", "voorgesteld", "gevraagd", "te besluiten", "te nemen besluit")
"""Words of a heading above what is still to be decided; "besluit" alone stands above what was."""

NOWHERE = 10_000

BODIES = (("raad", "titel_raad"), ("college", "titel_college"), ("burgemeester", "titel_burgemeester"))
SPOKEN_TO = (("raad", "spreekt_raad_aan"), ("college", "spreekt_college_aan"))
"""Whom the text speaks to, where title, head and points do not say it."""


_COLON = re.compile(r"\s*:")
_FEW_WORDS = re.compile(r"\W*(?:\w+ ){0,4}")
_COLON_SOON = re.compile(r"(?: \w+){0,2}:\s*")
"""What stands around the verb in a sentence that only leads a decision ("De commissie besluit unaniem:")."""
MINUTED = 4
"""With so many sections that end in a decision, a document reports on decisions."""

OF_LETTER = 20
"""How many passages at the top may hold the greeting of a letter and what it is for."""


PROPOSES = frozenset({"beslispunten", "beoogd_effect", "argumenten", "kanttekeningen", "middelen"})
"""Sections that only a proposal has."""
_GREETING = re.compile(r"\s*(?:[^\s,]+ ){1,7}[^\s,]+\s*(?:,|$)", re.MULTILINE)
"""A few words that end in a comma, or are the whole line: "Beste bewoner,"."""

OPENING = 3
"""How many passages at the top may carry the title when no title was found, or say above it whom the document addresses."""


def find(scene: Scene) -> Iterator[Draft]:
    """Facts about the look-alike, the addressee and the decision points together."""
    title = _title(scene)
    lookalike = _lookalike(scene, title)
    if lookalike:
        yield Draft("lookalike", {"is": lookalike}, title, START, SOURCE)
    yield from _addressees(scene, title)
    yield from _by_the_margin(scene)
    yield points_of(scene)


def body_of(scene: Scene) -> str:
    """The body that the document addresses; "" when that is not known."""
    return next((str(draft.fields["body"]) for draft in _addressees(scene, _title(scene))), "")


def _title(scene: Scene) -> str:
    if scene.document.title:
        return scene.document.title
    return " ".join(passage.text for passage in scene.passages[:OPENING])


def _named(scene: Scene, text: str, name: str) -> bool:
    words = f" {normal(text)} "
    return any(f" {normal(form)} " in words for form in scene.vocabulary.lists.get(name, ()))


def _lookalike(scene: Scene, title: str) -> str:
    """The look-alike that the title names, unless it also names itself a proposal; or a letter that only informs."""
    if not scene.document.points and _is_letter(scene):
        return "raadsinformatiebrief"
    if _is_minutes(scene):
        return "besluitenlijst"
    name = _named_first(scene, title)
    if name and _asks(scene) and (name in NO_POINTS or not _opens_with(scene, title, name) or _sent_as_proposal(scene)):
        return ""
    if name or any(_named(scene, title, body) for _, body in BODIES):
        return name
    return _without_proposal(scene) or ("brief" if _is_letter_to_others(scene) else "")


def _without_proposal(scene: Scene) -> str:
    """What a file holds that has parts and no proposal among them."""
    roles = {part.role for part in scene.document.parts}
    if not roles or "voorstel" in roles:
        return ""
    if scene.document.besluit:
        return "raadsbesluit"
    return "verordening" if "verordening" in roles and not scene.document.points else ""


def _named_first(scene: Scene, title: str) -> str:
    """The look-alike that the title names, "" when it names a proposal before that."""
    proposal = min((_at(scene, title, name) for _, name in BODIES), default=NOWHERE)
    found = {name: _at(scene, title, f"titel_{name}") for name in LOOKALIKES}
    return next((name for name, at in found.items() if at < proposal), "")


def _at(scene: Scene, title: str, name: str) -> int:
    """Where the first of these names stands in a title; words that only say to whom it goes do not count."""
    words = f" {normal(title)} "
    lists = scene.vocabulary.lists
    sent, whole = lists.get("alleen_geadresseerd", ()), lists.get("alleen_als_titel", ())
    forms = [f" {normal(form)} " for form in lists.get(name, ()) if form not in sent]
    places = [words.find(form) for form in forms if form == words or form.strip() not in whole]
    return min((place for place in places if place >= 0), default=NOWHERE)


def _opens_with(scene: Scene, title: str, name: str) -> bool:
    return _at(scene, title, f"titel_{name}") == 0


def _asks(scene: Scene) -> bool:
    """Whether a heading asks for a decision ("Beslispunten", "Voorgesteld besluit"), with points below it."""
    headings = [normal(section.heading) for section in scene.document.sections if section.role == "beslispunten"]
    return bool(scene.document.points) and any(word in heading for heading in headings for word in ASKING)


def _sent_as_proposal(scene: Scene) -> bool:
    """Whether a line at the top says before the title that this is a proposal."""
    lists = scene.vocabulary.lists
    sent = lists.get("alleen_geadresseerd", ())
    forms = [f"{normal(form)} " for _, name in BODIES for form in lists.get(name, ()) if form not in sent]
    return any(f"{normal(passage.text)} ".startswith(tuple(forms)) for passage in scene.passages[:OPENING])


def _by_the_margin(scene: Scene) -> Iterator[Draft]:
    """That the running head calls the document a proposal of the council's own members."""
    for line in scene.document.source.furniture:
        if _named(scene, line, "titel_initiatief"):
            yield Draft("subject", {"is": "initiatief", "place": "title", "part": "voorstel", "polarity": 1}, line, START, SOURCE)
            return


def _is_minutes(scene: Scene) -> bool:
    """Whether subject after subject has a decision of its own below it ("Besluit: akkoord"), as in the minutes of a meeting."""
    decided = {
        passage.section
        for passage in scene.passages
        if any(_COLON.match(passage.text, hit.end) for hit in scene.opens(passage, "notulen_besluit"))
    }
    said = Counter(normal(passage.text) for passage in scene.passages if _leads_decision(scene, passage))
    return max(len(decided), *said.values(), 0) >= MINUTED


def _leads_decision(scene: Scene, passage: Passage) -> bool:
    return any(
        _FEW_WORDS.fullmatch(passage.text, 0, hit.start) and _COLON_SOON.fullmatch(passage.text, hit.end)
        for hit in scene.says(passage, "notulen_besluit_zin")
    )


def _is_letter(scene: Scene) -> bool:
    """Whether this greets the council as a letter does, says that it informs, and has no heading for decision points."""
    opening = scene.passages[:OF_LETTER]
    asks = any(section.role == "beslispunten" for section in scene.document.sections)
    if asks or not any(scene.says(passage, "brief_aanhef") for passage in opening):
        return False
    return any(scene.says(passage, "brief_informeert") for passage in opening)


def _is_letter_to_others(scene: Scene) -> bool:
    """Whether this is a letter, to residents for one, that asks nothing of raad or college.

    It greets somebody else, closes as a letter does, and has nothing of a proposal: a weak proposal is one all the same.
    """
    asks = scene.document.points or any(section.role in PROPOSES for section in scene.document.sections) or body_of(scene)
    if asks or any(scene.says(passage, "brief_vraagt") for passage in scene.passages):
        return False
    greets = any(_greets_others(scene, passage) for passage in scene.passages[:OF_LETTER])
    return greets and any(scene.says(passage, "brief_slot") for passage in scene.passages)


def _greets_others(scene: Scene, passage: Passage) -> bool:
    greeting = _GREETING.match(passage.text)
    if not greeting or not scene.opens(passage, "brief_groet"):
        return False
    return not any(hit.start < greeting.end() for hit in scene.says(passage, "brief_aan_bestuur"))


def _addressees(scene: Scene, title: str) -> Iterator[Draft]:
    """Whom the document addresses, by the surest sign there is: title, running head, head fields, decision points."""
    signs = (
        ("title", title),
        (
            "title",
            " ".join(passage.text for passage in scene.passages[:OPENING] if passage.kind != "field" and not passage.point),
        ),
        ("title", " ".join(scene.document.source.furniture)),
        ("metadata", " ".join(f"{item.label} {item.value}" for item in scene.document.metadata)),
    )
    for by, text in signs:
        bodies = [body for body, name in BODIES if _named(scene, text, name)]
        if bodies:
            yield from (Draft("addressee", {"body": body, "by": by}, text, START, SOURCE) for body in bodies[:1])
            return
    body = _body_of_points(scene) or _body_of_fields(scene)
    if body:
        yield Draft("addressee", {"body": body, "by": "point"}, title, START, SOURCE)
        return
    if spoken := [body for body, name in SPOKEN_TO if any(scene.says(passage, name) for passage in scene.prose())]:
        yield Draft("addressee", {"body": spoken[0], "by": "text"}, title, START, SOURCE)


def _body_of_points(scene: Scene) -> str:
    bodies = [point.body for point in scene.document.points if point.body]
    return max(sorted(set(bodies)), key=bodies.count) if bodies else ""


def _body_of_fields(scene: Scene) -> str:
    fields = {item.field for item in scene.document.metadata}
    if "datum_raad" in fields:
        return "raad"
    return "college" if "datum_college" in fields else ""


def points_of(scene: Scene) -> Draft:
    """All decision points together: how many, their only verb, whether money is asked, and whether not only for own people."""
    passages = [passage for passage in scene.passages if passage.point and passage.part == "voorstel"]
    acts = {_weightiest(scene, passage) for passage in passages}
    if "kennisnemen" in acts:
        acts.discard("informeren")
    asking = [passage for passage in passages if _asks_money(scene, passage)]
    money, out = bool(asking), any(not scene.says(passage, "geld_voor_eigen_mensen") for passage in asking)
    sums = money or any(_decides_sum(scene, passage) for passage in passages)
    only = acts.pop() if len(acts) == 1 else ""
    place = passages[0].location if passages else START
    fields: dict[str, Value] = {"number": len(scene.document.points), "only": only}
    fields |= {"money": int(money), "money_out": int(out), "sum": int(sums)}
    return Draft("points", fields, passages[0].text if passages else "", place, SOURCE)


def _weightiest(scene: Scene, passage: Passage) -> str:
    """The first verb of a point; but who takes note and gives an opinion in one sentence does the latter.

    To take something along to another talk is no more than to tell of it there.
    """
    acts = acts_of(scene, passage)
    if not acts and scene.says(passage, "betrekt_alleen"):
        return "informeren"
    return "zienswijze" if "zienswijze" in acts else next(iter(acts), "")


def first_act(scene: Scene, passage: Passage) -> str:
    """The code of the decision verb that stands first in a passage, "" without one."""
    return next(iter(acts_of(scene, passage)), "")


def _asks_money(scene: Scene, passage: Passage) -> bool:
    """Whether a point spends, moves or covers a sum of money, and does not leave that to another decision."""
    if not _names_sum(scene, passage):
        return False
    acts = acts_of(scene, passage)
    gives = not GIVES.isdisjoint(acts) and "mandateren" not in acts
    return gives or bool(spans_of(passage, "reserve") or scene.says(passage, "geld_in_punt"))


def _decides_sum(scene: Scene, passage: Passage) -> bool:
    """Whether a point decides on a sum in whatever words: the ways to spend are endless, what else a sum may be is not."""
    return _names_sum(scene, passage) and not scene.says(passage, "bedrag_zonder_vraag")


def _names_sum(scene: Scene, passage: Passage) -> bool:
    """Whether a sum stands in a point that decides, about the body's own money."""
    if not spans_of(passage, "bedrag") or not DECIDES_NOTHING.isdisjoint(acts_of(scene, passage)[:1]):
        return False
    return not (scene.says(passage, "geld_van_ander") or scene.says(passage, "meegewogen_in_ander_besluit"))
