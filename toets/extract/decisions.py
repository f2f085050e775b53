"""Decision points: the act, the object and the body of each, and whether that body may decide it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toets.extract.scene import Scene, spans_of
from toets.extract.tense import clauses_of
from toets.extract.topics import spot
from toets.model.document import DecisionPoint, Passage
from toets.model.fact import Draft, Value
from toets.model.vocabulary import Competence
from toets.text import Hit
from toets.text.clauses import finite
from toets.text.numbers import SMALL_NUMBERS
from toets.text.tokens import word_set
from toets.text.verbs import TO_INFINITIVE

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

_TO_OBJECT = re.compile(r"(?:,[^,;.]*,|[^,;.]){0,60}? van (?:\w+ ){0,4}")
_ON_CONDITION = re.compile(r"\b(?:voorbehoud van|afwachting van|na|tot en met|na de) $")
"""What stands between the noun for what is done and its object ("het sluiten van een overeenkomst"), and before a noun that
only says when."""

_DRAFT = re.compile(r"(?:\b(?:ontwerp|concept)\S*(?: \w+)?[ -]?|\bvoorgenomen \w* ?)$", re.IGNORECASE)
"""A draft that goes into procedure is not yet decided on."""

_LETTER = re.compile(r"\w")

_ATTRIBUTE = re.compile(r"\b(?:de|het|een|deze|dit|alle)\s+$", re.IGNORECASE)
"""What stands before an adjective: "de gemaakte kosten" decides nothing."""

_SUBORDINATE = word_set(
    "waarbij waarin waarmee waarvan waarvoor waarop waaruit waardoor waarna die dat wat omdat zodat als mits indien tenzij"
)

_HEAD = re.compile(
    r"(?:^|[.;:]|\b(?:tot|door|bij wege van|alsmede|en tevens|en))\s*"
    r"(?:(?:de|het|een|die|deze|zijn|haar|\w+[es]|per [^,;.]{4,20},) ){0,3}$",
    re.IGNORECASE,
)
"""What stands before a noun that says what is decided: nothing, or "tot"."""

_TEXT = r"(?:[^.;]|\.(?=\d))"
"""A character of the same sentence; a full stop inside an amount ends nothing."""

_PAID_FOR = re.compile(
    rf"\b\w*(?:krediet|budget|bedrag|middelen)\b{_TEXT}*\b(?:voor|ten behoeve van)\b(?:(?!\bte \w+n\b){_TEXT})*$", re.IGNORECASE
)
"""Before what money is made available for: that is not decided on there."""

_OTHER_DECISION = re.compile(
    rf"\bte \w{{2,}}(?:en|aan|oen|ien)\b{_TEXT}{{0,100}}?,? en (?:zo nodig |daarna |vervolgens |ook |voor het overige |verder )?"
    rf"(?:de|het|een|haar|zijn|hun|alle|beide|{'|'.join(SMALL_NUMBERS)}|\d+)"
    r" (?!(?:\w*begroting|\w*kosten|lasten|\w*lasten|dekking|uitgaven|reserve|bedrag|bedragen|begrotingswijziging)\b)"
    rf"(?P<object>{_TEXT}{{2,90}}?) (?:\w+ )?te (?P<verb>\w{{2,}}(?:en|aan|oen|ien))\b",
    re.IGNORECASE,
)
"""A finished decision, and behind "en" another thing to which something else is done."""

_TWO_POWERS = re.compile(
    rf"\bte \w{{2,}}(?:en|aan|oen|ien)\b{_TEXT}{{0,100}}?"
    rf" en (?P<object>\w+ {_TEXT}{{2,90}}?)\bte (?P<verb>\w{{2,}}(?:en|aan|oen|ien))\b",
    re.IGNORECASE,
)
"""Behind the words that grant a power: something to do, and behind "en" something else, with words of its own before the verb."""
_NEXT_STEP = re.compile(rf"\bte \w+n, \w+ {_TEXT}*?\bte ", re.IGNORECASE)
"""A step of a list: "te beslissen, voorschotten te …"."""

_PURPOSE = re.compile(r"\bom\b[^.;]*$", re.IGNORECASE)
"""What something is for, is no second decision: "om het riool te vernieuwen en een leiding aan te leggen"."""

_POINTS_BACK = re.compile(r"\b(?:daar|hier)(?:op|voor|toe|mee|bij|uit|in|van|aan)\b", re.IGNORECASE)
"""What is done for the first decision belongs to it: "en de overeenkomst daarop aan te vullen"."""

_GIFT = r"\w*(?:subsidie|bijdrage|krediet|lening|garantie|budget)"
_TWO_GIFTS = re.compile(
    rf"(?P<first>{_GIFT})\b[^.;]*? en een (?:\w+ )?(?P<second>{_GIFT}) (?:van|ad|ter hoogte van|tot)\b",
    re.IGNORECASE,
)

_NAMED = re.compile(r"\d|(?<=[\w,;] )[A-ZÀ-Þ]|[‘“\"«]|\b(?:verkeers|project|aanwijzings|onttrekkings|straatnaam|kap)besluit\b")

_LONG_WORD = re.compile(r"\w{7,}")
ENOUGH_WORDS = 6
"""So many long words say what it is about, without a name or number."""

_PLACE = re.compile(r"\b(?:hoofdstuk|paragraaf|bladzijde|pagina|bijlage|tabel|figuur|onderdeel) \d+", re.IGNORECASE)
"""Where something can be read; that does not tell what it is."""

_CHANGE_NUMBER = re.compile(
    r"\bwijziging (?:met )?(?:nr\.?|nummer|no\.?)? ?[\w-]*\d"
    r"|\b(?:\d+e|eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|elfde|twaalfde|\w+tiende)"
    r" (?:begrotings)?wijziging",
    re.IGNORECASE,
)


_CAPITAL = re.compile(r"(?<=[\w,;(] )[‘'\"]?[A-ZÀ-Þ]")
_DIGIT = re.compile(r"\d")


def find(scene: Scene) -> Iterator[Draft]:
    """A decision_point fact for each point, and a competence fact for each object that its body decides on."""
    points = {point.index + 1: point for point in scene.document.points}
    for passage in scene.passages:
        if passage.point and passage.part == "voorstel":
            point = points[passage.point]
            handle = f"point:{passage.point}"
            yield _decision(scene, passage, point, handle)
            yield from _competences(scene, passage, point, handle)


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
    return sorted(((hit, code) for hit, code in found if _HEAD.search(passage.text[: hit.start])), key=lambda one: one[0].start)


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


def _decision(scene: Scene, passage: Passage, point: DecisionPoint, handle: str) -> Draft:
    acts, objects = acts_of(scene, passage), objects_of(scene, passage)
    fields: dict[str, Value] = {
        "number": point.index + 1,
        "body": point.body,
        "act": _main_act(scene, passage, acts),
        "object": objects[0][1].object if objects else "",
        "is_act": int(bool(acts) or TO_INFINITIVE.search(passage.text) is not None or _has_verb(scene, passage)),
        "acts": len(acts),
        "objects": len(objects),
        "amounts": len(spans_of(passage, "bedrag")),
        "by_reference": int(bool(scene.says(passage, "alleen_verwijzing"))),
        "vague": int(_vague(scene, passage, acts)),
        "second": int(_joins_another(scene, passage) or _two_decisions(scene, passage)),
    }
    return Draft("decision_point", fields, passage.text, passage.location, SOURCE, passage.index, handle)


def _main_act(scene: Scene, passage: Passage, acts: tuple[str, ...]) -> str:
    """The first act; agreeing by adopting ("in te stemmen, door vaststelling, met") is adopting.

    So is agreeing with the answers to what others brought in, and giving a consent that the law asks for.
    """
    if acts[:1] == ("instemmen",) and ("vaststellen" in acts or scene.says(passage, "instemmen_past")):
        return "vaststellen"
    return acts[0] if acts else ""


def _vague(scene: Scene, passage: Passage, acts: tuple[str, ...]) -> bool:
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


def _tells_nothing(scene: Scene, passage: Passage) -> bool:
    """Whether the whole point is that somebody is told, and not of what."""
    return any(not _LETTER.search(passage.text, hit.end) for hit in scene.opens(passage, "besluit_bericht_leeg"))


def _no_sum(scene: Scene, passage: Passage) -> bool:
    """Whether money goes somewhere and the point does not tell how much."""
    return bool(scene.says(passage, "besluit_zonder_bedrag")) and not spans_of(passage, "bedrag")


def _has_verb(scene: Scene, passage: Passage) -> bool:
    """Whether a main clause has a verb by which something is decided ("breng de grens op 130%", "er komt een loket")."""
    hits = [hit for hit in scene.says(passage, "besluitend_werkwoord") if not _ATTRIBUTE.search(passage.text[: hit.start])]
    return any(
        any(start == hit.start for hit in hits for start in clause.starts)
        or any(finite(clause.words, at) for at in range(len(clause.words)))
        for clause in clauses_of(passage.text)
        if clause.words and clause.words[0] not in _SUBORDINATE
    )


def _joins_another(scene: Scene, passage: Passage) -> bool:
    """Whether "alsmede", "en daarnaast" and the like join a second act, not only a second object of the first."""
    hits = scene.says(passage, "tweede_besluit")
    if not hits:
        return False
    acts = [hit for act in scene.vocabulary.acts for hit in scene.found(passage, act.phrases) if not _is_name(hit)]
    ends = [*(hit.end for hit in acts), *(match.end() for match in TO_INFINITIVE.finditer(passage.text))]
    starts = [hit.start for hit, _ in _nouns_of_acts(scene, passage)]
    return any(hit.end <= end for hit in hits for end in ends) or any(hit.start <= start for hit in hits for start in starts)


def _is_name(hit: Hit) -> bool:
    """Whether words with a capital stand inside a sentence: the "mandaatlijst Inkoop Zorg" buys nothing."""
    return hit.start > 0 and hit.text[:1].isupper()


def _two_decisions(scene: Scene, passage: Passage) -> bool:
    """Whether two independent things are decided: two objects with a verb each, or two sums of money of a different sort."""
    if scene.says(passage, "besluit_twee_bevoegdheden") or _two_powers(scene, passage):
        return True
    other = _OTHER_DECISION.search(passage.text)
    if other and (_PURPOSE.search(passage.text[: other.start("object")]) or _POINTS_BACK.search(other["object"])):
        other = None
    asks = scene.says(passage, "besluit_vraagt")
    if other and not _goes_along(scene, other["verb"]) and not (asks and other.start() <= asks[0].end <= other.start("object")):
        return True
    gifts = _TWO_GIFTS.search(passage.text) if len(spans_of(passage, "bedrag")) > 1 else None
    return gifts is not None and gifts["first"].lower() != gifts["second"].lower()


def _two_powers(scene: Scene, passage: Passage) -> bool:
    """Whether one mandate lets somebody do two things, each to its own object; signing goes with entering into a contract.

    A list of the steps of one task ("te beslissen, voorschotten te betalen en subsidies vast te stellen") is one power.
    """
    grants = scene.says(passage, "besluit_machtigt")
    powers = _TWO_POWERS.search(passage.text, grants[0].end) if grants else None
    if powers is None or _POINTS_BACK.search(powers["object"]):
        return False
    return not _goes_along(scene, powers["verb"]) and not _NEXT_STEP.search(powers[0])


def _goes_along(scene: Scene, verb: str) -> bool:
    """Whether an infinitive tells of what belongs to the decision before it: cover, signing, telling, sending out."""
    low = verb.lower()
    return low.endswith(tuple(scene.words("besluit_hoort_erbij"))) and not low.endswith(tuple(scene.words("besluit_op_zichzelf")))


def _precise(passage: Passage) -> bool:
    """Whether a decision point holds something that tells its object apart: a figure, a name, a title, or enough words."""
    return _precise_words(passage.text) or len(_LONG_WORD.findall(passage.text)) >= ENOUGH_WORDS


def _precise_words(text: str) -> bool:
    return _NAMED.search(text) is not None


def _leans(scene: Scene, passage: Passage) -> bool:
    """Whether a point without an amount of its own rests on another one: "de begroting dienovereenkomstig te wijzigen"."""
    numbered = _CHANGE_NUMBER.search(passage.text)
    return bool(scene.says(passage, "leunt_op_ander_punt")) and not spans_of(passage, "bedrag") and not numbered


def _done_to(scene: Scene, passage: Passage, start: int) -> bool:
    """Whether what is done to the object at a character stands before it as a noun: "tot het sluiten van een overeenkomst"."""
    return any(
        _TO_OBJECT.fullmatch(passage.text, hit.end, start) and not _ON_CONDITION.search(passage.text[: hit.start])
        for hit in scene.says(passage, "besluit_daad")
        if hit.end < start
    )


def _only_mentioned(scene: Scene, passage: Passage, start: int) -> bool:
    """Whether the object at a character belongs to another, is still a draft, or is part of what the point states."""
    before, stated = passage.text[:start], scene.says(passage, "besluit_dat")
    belongs = _BELONGS_TO.search(before) is not None and not _done_to(scene, passage, start)
    return (
        belongs
        or _PAID_FOR.search(before) is not None
        or _DRAFT.search(before) is not None
        or bool(stated and stated[0].end <= start)
    )


def _competences(scene: Scene, passage: Passage, point: DecisionPoint, handle: str) -> Iterator[Draft]:
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
        if (power.acts and set(power.acts).isdisjoint(acts)) or _only_mentioned(scene, passage, start):
            continue
        clash = point.body and point.body != power.owner and not passes_on
        fields: dict[str, Value] = {
            "of": handle,
            "verdict": "clashes" if clash else "fits" if point.body else "unknown",
            "clear": int(power.clear and not ordered),
            "owner": power.owner,
            "law": power.law,
            "article": power.article,
            "object": power.object,
            "nontransferable": int(not power.transferable),
        }
        yield Draft("competence", fields, passage.text, spot(passage, start, start), SOURCE, passage.index)
