"""The JSON Schema of words: headings, names, laws, phrases and topics."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from toets.authoring.schema_shapes import DAY, FLAG, Schema, array, choice, closed, described, mapping, ref, text, texts
from toets.model.document import PART_ROLES, ROLES, PassageKind
from toets.model.fact import FactKind, FieldType
from toets.model.vocabulary import SITUATIONS, SLOTS, Vocabulary
from toets.rulesets.names import BODIES, KINDS, PREFIXES
from toets.rulesets.papers import SHORTEST_ENDING
from toets.rulesets.vocabulary import REACHES

VALUES: Schema = mapping({"type": ["integer", "string"]}, "velden van het feit met hun waarde")


def words_schema(vocabulary: Vocabulary) -> Schema:
    """The schema of a file of words."""
    shape = closed(
        {
            **{name: array(shape, says) for name, (shape, says) in _tables(vocabulary).items()},
            "list": mapping(_words(), "gewone lijsten van woorden"),
            "phrases": mapping(_phrases(), "lijsten van zinsdelen met een naam"),
            "groups": mapping(texts("", (*KINDS, *PREFIXES)), "namen voor meer soorten tegelijk"),
            "required": described(closed({kind: texts("", ROLES) for kind in KINDS}), "welke onderdelen een soort moet hebben"),
        }
    )
    return {**shape, "definitions": _definitions(vocabulary)}


def _definitions(vocabulary: Vocabulary) -> Schema:
    """What names a list, written once: their names are many."""
    told = {
        "woordenlijst": (vocabulary.lists, "een lijst van woorden, bij haar naam"),
        "zinsdelenlijst": (vocabulary.phrases, "een lijst van zinsdelen, bij haar naam"),
    }
    return {name: closed({"list": choice(sorted(lists), says)}, ("list",)) for name, (lists, says) in told.items()}


def _tables(vocabulary: Vocabulary) -> Mapping[str, tuple[Schema, str]]:
    pair = {"type": "array", "items": text(), "minItems": 2, "maxItems": 2}
    form = {
        "word": text("het woord"),
        "forms": texts("de vormen"),
        "participle": text("het voltooid deelwoord"),
        "split": array(pair, "gescheiden vormen"),
    }
    return {
        "heading": (_heading(), "hoe koppen heten"),
        "field": (closed({"name": text(), "labels": texts()}, ("name", "labels")), "velden in de kop van het document"),
        "term": (_term(), "namen: organen, functies, organisaties …"),
        "law": (_law(), "wetten, met de tijd waarin zij gelden"),
        "stale": (_stale(), "verwijzingen die niet meer actueel zijn"),
        "competence": (_competence(), "wie waarover beslist"),
        "overlooked": (_overlooked(), "wanneer een onderwerp alleen genoemd wordt en niet is waarover wordt besloten"),
        "act": (
            closed({"code": text(), "phrases": _phrases(), "bodies": texts("", BODIES)}, ("code", "phrases")),
            "besluitwerkwoorden",
        ),
        "paper": (_paper(), "soorten bijlagen, en hoe een tekst ervan spreekt zonder de titel te noemen"),
        "topic": (_topic(vocabulary), "onderwerpen: zinsdelen die een feit geven"),
        "form": (closed(form, ("word",)), "onregelmatige vormen van een woord"),
    }


def _phrases(says: str = "zinsdelen", lists: Iterable[str] = ("zinsdelenlijst", "woordenlijst")) -> Schema:
    told = closed(
        {
            "text": text("het zinsdeel"),
            "means": text("wat het betekent"),
            "origin": text("waar het vandaan komt"),
            "sets": VALUES,
        },
        ("text",),
    )
    return array({"anyOf": [text(), told, *map(ref, lists)]}, says)


def _words(says: str = "") -> Schema:
    return array({"anyOf": [text(), ref("woordenlijst")]}, says)


def _heading() -> Schema:
    shape = closed(
        {
            "role": choice(ROLES, "de rol van het onderdeel"),
            "names": _words("hele koppen"),
            "opens": _words("waarmee een kop begint"),
        },
        ("role",),
    )
    return {**shape, "anyOf": [{"required": ["names"]}, {"required": ["opens"]}]}


def _term() -> Schema:
    shapes = {"slot": choice(SLOTS), "code": text(), "forms": texts(), "more": mapping({"type": ["integer", "string"]})}
    return closed(shapes, ("slot", "code", "forms"))


def _law() -> Schema:
    shapes = {
        "code": text(),
        "name": text(),
        "names": texts(),
        "since": DAY,
        "until": DAY,
        "side": FLAG,
        "powers": FLAG,
        "secrecy": texts("artikelen die alleen een grondslag voor geheimhouding zijn"),
        "interests": texts("artikelen die alleen een belang noemen"),
    }
    return closed(shapes, ("code", "name"))


def _stale() -> Schema:
    shapes = {
        "law": text(),
        "articles": texts(),
        "since": DAY,
        "says": text(),
        "origin": text(),
        "words": _phrases(),
        "about": _phrases(),
    }
    return closed({**shapes, "advice": FLAG}, ("law", "since", "says", "origin"))


def _competence() -> Schema:
    shapes = {"object": text(), "acts": texts(), "owner": choice(BODIES), "law": text(), "article": text(), "words": _phrases()}
    return closed({**shapes, "unless": _phrases(), "clear": FLAG, "transferable": FLAG}, ("object", "acts", "owner", "words"))


def _overlooked() -> Schema:
    shapes = {"name": text(), "because": text("de reden, zoals een lezer haar ziet"), "places": texts("", ("title", "point"))}
    either = _words("onderwerpen, of de naam van een lijst ervan")
    subjects = {name: texts() for name in ("beside", "not_beside", "titled")} | {"subjects": either, "not_subjects": either}
    situations = {name: texts("", SITUATIONS) for name in ("when", "unless")}
    becomes = {"becomes": text("het onderwerp waarvoor het dan telt; zonder dit telt het als tekst")}
    return closed({**shapes, **subjects, **situations, **becomes}, ("name", "because"))


def _paper() -> Schema:
    word = {"type": "string", "pattern": r"^\s*\S+\s*$"}
    ending = {"type": "string", "pattern": rf"^\s*\S{{{SHORTEST_ENDING},}}\s*$"}
    shape = closed(
        {
            "name": text("hoe de soort hier heet"),
            "names": {**texts("namen van hetzelfde stuk: de titel heeft de ene, de tekst misschien de andere"), "minItems": 2},
            "nouns": {**array(ending, "hoe een woord in de titel eindigt"), "minItems": 1},
            "deeds": {**array(word, "met welk woord de tekst zegt wat ervoor is gedaan, of wat erin staat"), "minItems": 1},
            "common": described(FLAG, "of die woorden alledaags zijn: dan staat ook iets anders uit de titel erbij"),
        },
        ("name",),
    )
    together = {"nouns": ["deeds"], "deeds": ["nouns"], "common": ["deeds"]}
    return {**shape, "anyOf": [{"required": ["names"]}, {"required": ["nouns"]}], "dependencies": together}


def _topic(vocabulary: Vocabulary) -> Schema:
    kinds = sorted((kind for kind in vocabulary.facts if kind.textual), key=lambda kind: kind.name)
    shape = closed(
        {
            "name": text("de naam van het onderwerp"),
            "fact": choice([kind.name for kind in kinds], "het feit dat de zinsdelen geven"),
            "gives": VALUES,
            "phrases": _phrases(),
            "unless": _phrases("wachten: staat dit in dezelfde zin, dan telt de vondst niet", ("zinsdelenlijst",)),
            "roles": texts("alleen in onderdelen met deze rol", ROLES),
            "not_roles": texts("niet in onderdelen met deze rol", ROLES),
            "parts": texts("alleen in deze delen van het bestand", PART_ROLES),
            "kinds": texts("alleen in zulke passages", tuple(PassageKind)),
            "negatable": described(FLAG, "of een ontkenning het feit ontkent; gewoonlijk true"),
            "once": described(FLAG, "hoogstens een feit per passage; gewoonlijk true"),
            "near": array(_near(), "wat ernaast moet staan, en welk veld dat vult"),
        },
        ("name", "fact", "phrases"),
    )
    return {**shape, "allOf": [_when_fact(kind) for kind in kinds]}


def _near() -> Schema:
    shapes = {
        "sets": VALUES,
        "reach": choice(REACHES, "hoe ver er wordt gekeken; gewoonlijk sentence"),
        "phrases": _phrases(),
        "slots": texts("wat toets zelf herkent", SLOTS),
    }
    return {**closed(shapes, ("sets",)), "anyOf": [{"required": ["phrases"]}, {"required": ["slots"]}]}


def _when_fact(kind: FactKind) -> Schema:
    """The fields that a topic of this fact may give."""
    fields = {
        field.name: {"enum": list(field.allowed)} if field.type is FieldType.CODE else {} for field in kind.all_fields().values()
    }
    given = closed(fields)
    near = {"items": {"properties": {"sets": given}}}
    return {
        "if": {"properties": {"fact": {"const": kind.name}}, "required": ["fact"]},
        "then": {"properties": {"gives": given, "near": near}},
    }
