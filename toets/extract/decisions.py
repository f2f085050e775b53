"""Decision points: the act, the object and the body of each, and whether that body may decide it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toets.extract.bare_points import is_cryptic, leaves_open, says_nothing, told_elsewhere
from toets.extract.deed_words import at_head
from toets.extract.deeds import Deed, deed_at, deeds_of
from toets.extract.scene import Scene, spans_of
from toets.extract.second_decisions import ends_so, holds_another
from toets.extract.topics import spot
from toets.model.document import DecisionPoint, Passage
from toets.model.fact import Draft, Value
from toets.model.vocabulary import Competence
from toets.text import Hit
from toets.text.grammar import ORDINALS
from toets.text.tokens import columns

SOURCE = "extract.decisions"
MUST_BE_PRECISE = frozenset({"vaststellen", "instemmen", "beschikbaar_stellen", "dekken", "wijzigen", "intrekken", "uitvoeren"})
"""Verbs whose object needs a name, number or date to be read without the proposal."""

DECIDES_NOTHING = frozenset({"kennisnemen", "informeren", "zienswijze", "opdragen", "adviseren"})
_BELONGS_TO = re.compile(
    r"\b(?:op grond van|krachtens|conform|volgens|ingevolge|behorende? bij|van|bij|uit|in|binnen|artikel \S+)"
    r" (?:de|het|onze|deze|die)? ?(?:\w+ ){0,2}$",
    re.IGNORECASE,
)
"""What stands before an object that is only mentioned: "het besluit op grond van de Algemene subsidieverordening"."""

_OF_THIS = re.compile(r"\bvan (?:\w+ ){0,4}$")
"""What stands between a noun for a deed and the thing that it is done to."""

_DRAFT = re.compile(r"(?:\b(?:ontwerp|concept)\S*(?: \w+)?[ -]?|\bvoorgenomen \w* ?)$", re.IGNORECASE)
"""A draft that goes into procedure is not yet decided on."""

_LETTER = re.compile(r"\w")

_NAMED = re.compile(r"\d|(?<=[\w,;] )[A-ZÀ-Þ]|[‘“\"«]|\b(?:verkeers|project|aanwijzings|onttrekkings|straatnaam|kap)besluit\b")

_LONG_WORD = re.compile(r"\w{7,}")
ENOUGH_WORDS = 6
"""So many long words say what it is about, without a name or number."""

_PLACE = re.compile(r"\b(?:hoofdstuk|paragraaf|bladzijde|pagina|bijlage|tabel|figuur|onderdeel) \d+", re.IGNORECASE)
"""Where something can be read; that does not tell what it is."""

_CHANGE_NUMBER = re.compile(
    r"\bwijziging (?:met )?(?:nr\.?|nummer|no\.?)? ?[\w-]*\d"
    rf"|\b(?:\d+e|{'|'.join(ORDINALS)}|\w+tiende)"
    r" (?:begrotings)?wijziging",
    re.IGNORECASE,
)


_CAPITAL = re.compile(r"(?<=[\w,;(] )[‘'\"]?[A-ZÀ-Þ]")
_DIGIT = re.compile(r"\d")


def find(scene: Scene) -> Iterator[Draft]:
    """A decision_point fact for each point, and a competence fact for each object that its body decides on."""
    points = {point.index + 1: point for point in scene.document.points}
    found = [(passage, deeds_in(scene, passage)) for passage in scene.passages if passage.point and passage.part == "voorstel"]
    empty = {passage.index for passage, deeds in found if says_nothing(scene, passage, deeds)}
    for passage, deeds in found:
        point = points[passage.point]
        handle = f"point:{passage.point}"
        nothing = "" if passage.index not in empty else "all" if len(empty) == len(found) else "some"
        yield _decision(scene, passage, point, handle, deeds, nothing)
        yield from _competences(scene, passage, point, handle, deeds)


def acts_of(scene: Scene, passage: Passage) -> tuple[str, ...]:
    """The codes of the decision verbs in a passage, in the order in which they stand, each once.

    A noun stands for its verb where it says what is decided: "vaststelling van", "over te gaan tot intrekking van".
    """
    act_of = scene.language.act_of
    verbs = [(hit, act_of[hit.phrase]) for hit in scene.hits[passage.index] if hit.phrase in act_of]
    codes = [code for _, code in sorted(verbs, key=lambda one: (one[0].start, one[0].end, one[1]))]
    return tuple(dict.fromkeys((*codes, *(code for _, code in _nouns_of_acts(scene, passage)))))


def _nouns_of_acts(scene: Scene, passage: Passage) -> list[tuple[Hit, str]]:
    """The nouns that stand for a decision verb, in order, with the code of that verb."""
    found = [(hit, act.code) for act in scene.vocabulary.acts for hit in scene.says(passage, f"naam_{act.code}")]
    return sorted(((hit, code) for hit, code in found if at_head(passage.text, hit.start)), key=lambda one: one[0].start)


def deeds_in(scene: Scene, passage: Passage) -> tuple[Deed, ...]:
    """The deeds that a decision point holds; the vocabulary says which nouns and which verbs without "te" may tell one."""
    acts = scene.vocabulary.acts
    nouns = [hit for name in ("besluit_daad", *(f"naam_{act.code}" for act in acts)) for hit in scene.says(passage, name)]
    verbs = [hit for act in acts for hit in scene.found(passage, act.phrases)]
    known = [hit for hit in (*verbs, *scene.says(passage, "besluitend_werkwoord")) if " te " not in hit.text]
    return deeds_of(passage.text, *([hit.start for hit in row if not _is_name(hit)] for row in (nouns, known)))


def objects_of(scene: Scene, passage: Passage) -> tuple[tuple[int, Competence], ...]:
    """What is decided on: every object of the table of powers that is named, with the place where it stands first."""
    found: dict[str, tuple[int, Competence]] = {}
    for power in scene.vocabulary.competences:
        hits = scene.found(passage, power.words)
        if (
            hits
            and not scene.found(passage, power.unless)
            and (power.object not in found or hits[0].start < found[power.object][0])
        ):
            found[power.object] = (hits[0].start, power)
    return tuple(sorted(found.values(), key=lambda pair: (pair[0], pair[1].object)))


def _decision(scene: Scene, passage: Passage, point: DecisionPoint, handle: str, deeds: tuple[Deed, ...], nothing: str) -> Draft:
    """The fact of a point; `nothing` tells that it says nothing of its own, as "some" of the points do or "all"."""
    acts, objects = acts_of(scene, passage), objects_of(scene, passage)
    fields: dict[str, Value] = {
        "number": point.index + 1,
        "body": point.body,
        "act": _main_act(scene, passage, acts),
        "object": objects[0][1].object if objects else "",
        "is_act": int(bool(acts) or _decides(scene, passage, deeds)),
        "acts": len(acts),
        "objects": len(objects),
        "amounts": len(spans_of(passage, "bedrag")),
        "by_reference": int(nothing == "all" or _only_refers(scene, passage)),
        "vague": int(
            bool(nothing) or is_cryptic(scene, passage) or told_elsewhere(scene, passage) or _vague(scene, passage, acts, deeds)
        ),
        "second": int(leaves_open(scene, passage, acts) or holds_another(scene, passage, deeds)),
    }
    return Draft("decision_point", fields, passage.text, passage.location, SOURCE, passage.index, handle)


def _only_refers(scene: Scene, passage: Passage) -> bool:
    """Whether it points to another paper, and does not go on to say what is in it ("bijgaande brief, waarin de raad …")."""
    told = scene.says(passage, "verwijzing_met_inhoud")
    return any(not any(one.start >= hit.end for one in told) for hit in scene.says(passage, "alleen_verwijzing"))


def _main_act(scene: Scene, passage: Passage, acts: tuple[str, ...]) -> str:
    """The first act; agreeing by adopting ("in te stemmen, door vaststelling, met") is adopting.

    So is agreeing with the answers to what others brought in, and giving a consent that the law asks for.
    """
    if acts[:1] == ("instemmen",) and ("vaststellen" in acts or scene.says(passage, "instemmen_past")):
        return "vaststellen"
    return acts[0] if acts else ""


def _vague(scene: Scene, passage: Passage, acts: tuple[str, ...], deeds: tuple[Deed, ...]) -> bool:
    """Whether nobody can tell from the point alone what it decides on."""
    if scene.says(passage, "besluit_dat"):
        return False
    changed = scene.says(passage, "besluit_zo_gewijzigd")
    if changed and not _precise_words(passage.text[changed[0].end :]):
        return True
    if scene.opens(passage, "besluit_geen"):
        return False
    if acts and acts[0] in MUST_BE_PRECISE and (not _precise(passage) or _leans(scene, passage)):
        return True
    if acts[:1] == ("zienswijze",) and not _precise(passage) and not scene.says(passage, "wensen_of_bedenkingen"):
        return True
    if (
        _points_elsewhere(scene, passage)
        or _names_elsewhere(scene, passage, deeds)
        or _tells_nothing(scene, passage)
        or _no_sum(scene, passage)
        or scene.says(passage, "besluit_restant")
    ):
        return True
    return bool(scene.says(passage, "onbepaald_voorwerp")) and not _precise_words(_PLACE.sub("", passage.text))


def _points_elsewhere(scene: Scene, passage: Passage) -> bool:
    """Whether it leans on another point: "hiervoor € 60.000 beschikbaar te stellen", "met ingang van dezelfde datum"."""
    text = passage.text
    if scene.opens(passage, "besluit_hiervoor") and not _CAPITAL.search(text):
        return True
    return any(not _DIGIT.search(text[: hit.start]) for hit in scene.says(passage, "besluit_zelfde"))


def _names_elsewhere(scene: Scene, passage: Passage, deeds: tuple[Deed, ...]) -> bool:
    """Whether the only deed is done to what another point names: "deze toe te zenden", "de directeur daartoe te machtigen".

    A name, number or day tells enough.
    """
    if len(deeds) != 1 or deeds[0].form != "to" or _precise_words(passage.text):
        return False
    words = columns(deeds[0].object.of(passage.text))[0]
    named_before = not scene.words("besluit_voornaamwoord").isdisjoint(words[:1])
    return named_before or not scene.words("besluit_daartoe").isdisjoint(words[-1:])


def _tells_nothing(scene: Scene, passage: Passage) -> bool:
    """Whether the whole point is that somebody is told, and not of what."""
    return any(not _LETTER.search(passage.text, hit.end) for hit in scene.opens(passage, "besluit_bericht_leeg"))


def _no_sum(scene: Scene, passage: Passage) -> bool:
    """Whether money goes somewhere and the point does not tell how much."""
    return bool(scene.says(passage, "besluit_zonder_bedrag")) and not spans_of(passage, "bedrag")


def _decides(scene: Scene, passage: Passage, deeds: tuple[Deed, ...]) -> bool:
    """Whether a verb tells that something is decided ("breng de grens op 130%", "er komt een loket")."""
    known = {hit.start for hit in scene.says(passage, "besluitend_werkwoord")}
    return any(deed.form == "to" or (deed.alone and (deed.form == "finite" or deed.said.start in known)) for deed in deeds)


def _is_name(hit: Hit) -> bool:
    """Whether words with a capital stand inside a sentence: the "mandaatlijst Inkoop Zorg" buys nothing."""
    return hit.start > 0 and hit.text[:1].isupper()


def _precise(passage: Passage) -> bool:
    """Whether a decision point holds something that tells its object apart: a figure, a name, a title, or enough words."""
    return _precise_words(passage.text) or len(_LONG_WORD.findall(passage.text)) >= ENOUGH_WORDS


def _precise_words(text: str) -> bool:
    return _NAMED.search(text) is not None


def _leans(scene: Scene, passage: Passage) -> bool:
    """Whether a point without an amount of its own rests on another one: "de begroting dienovereenkomstig te wijzigen"."""
    numbered = _CHANGE_NUMBER.search(passage.text)
    return bool(scene.says(passage, "leunt_op_ander_punt")) and not spans_of(passage, "bedrag") and not numbered


def _only_mentioned(scene: Scene, passage: Passage, start: int, deeds: tuple[Deed, ...]) -> bool:
    """Whether the object at a character belongs to another, is still a draft, is only paid for, or is part of what is stated."""
    before, stated = passage.text[:start], scene.says(passage, "besluit_dat")
    deed = deed_at(deeds, start)
    return (
        (_BELONGS_TO.search(before) is not None and not _is_done_to(passage.text, deeds, start))
        or (deed is not None and _pays_for(scene, passage.text, deed, start))
        or _DRAFT.search(before) is not None
        or bool(stated and stated[0].end <= start)
    )


def _is_done_to(text: str, deeds: tuple[Deed, ...], start: int) -> bool:
    """Whether a noun tells what is done to the thing at a character: "tot het sluiten van een overeenkomst"."""
    before = [deed for deed in deeds if deed.said.end <= start]
    told = bool(before) and before[-1].form == "noun" and before[-1].role != "condition"
    return told and _OF_THIS.search(text, before[-1].said.end, start) is not None


def _pays_for(scene: Scene, text: str, deed: Deed, start: int) -> bool:
    """Whether a deed gives money for what stands at a character: that is not decided on there."""
    return deed.complement.holds(start) and ends_so(deed.object.of(text), scene.words("besluit_geld"))


def _competences(scene: Scene, passage: Passage, point: DecisionPoint, handle: str, deeds: tuple[Deed, ...]) -> Iterator[Draft]:
    """What the table of powers says of the objects that this point decides on.

    A point that only takes note, asks or passes on decides nothing about its object; but who orders another to enter into a
    contract decides on it. What a point states ("vast te stellen dat …") is not decided on there.
    """
    acts = acts_of(scene, passage)
    ordered = acts[:1] == ("opdragen",) and "aangaan" in acts
    if not acts or (acts[0] in DECIDES_NOTHING and not ordered):
        return
    passes_on = bool(scene.says(passage, "voorlopig")) or bool(scene.says(passage, "legt_voor_aan_de_raad"))
    for start, power in objects_of(scene, passage):
        if (power.acts and set(power.acts).isdisjoint(acts)) or _only_mentioned(scene, passage, start, deeds):
            continue
        clash = point.body and point.body != power.owner and not passes_on
        fields: dict[str, Value] = {
            "of": handle,
            "verdict": "clashes" if clash else "fits" if point.body else "unknown",
            "clear": int(power.clear and not ordered),
            "owner": power.owner,
            "basis": _basis(scene, power),
            "object": power.object,
            "nontransferable": int(not power.transferable),
        }
        yield Draft("competence", fields, passage.text, spot(passage, start, start), SOURCE, passage.index)


def _basis(scene: Scene, power: Competence) -> str:
    """The article that gives the power, as it stands in a sentence: "artikel 160 Gemeentewet"."""
    law = next((one.name for one in scene.vocabulary.laws if one.code == power.law), "")
    return " ".join(("artikel", power.article, law)) if law and power.article else law
