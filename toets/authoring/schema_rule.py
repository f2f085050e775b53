"""The JSON Schema of rules and derivations: conditions know the declared facts and their fields."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from toets.authoring.schema_shapes import DAY, FLAG, Schema, array, choice, closed, described, mapping, number, ref, text, texts
from toets.model.document import PART_ROLES, ROLES
from toets.model.fact import FactKind, Field, FieldType
from toets.model.rule import ARMS, Severity
from toets.model.vocabulary import Vocabulary
from toets.rulesets.names import ASKING, EVERY_KIND, JUDGED, KINDS, PREFIXES, TIERS

ARM_WORDS: Mapping[str, str] = {
    "when": "wanneer de regel geldt; alle voorwaarden",
    "requires": "wat eerst bekend moet zijn; anders is het niet te beoordelen",
    "breaks": "wat er niet mag zijn; een is genoeg",
    "needs": "wat er moet zijn; alle voorwaarden, of 'enough' ervan",
    "falls_short": "wanneer wat er is, toch te weinig is: dan is deels voldaan",
    "partly": "wat deels volstaat",
    "suffices": "wanneer wat deels volstaat, genoeg is",
    "excuse": "wat verontschuldigt",
}
PATTERN_KEYS: tuple[str, ...] = ("fact", "as", "name", "with", "count", "absent", "at_least")


def rule_schema(vocabulary: Vocabulary) -> Schema:
    """The schema of one rule file."""
    arms = {arm: array(ref("voorwaarde"), ARM_WORDS[arm]) for arm in ARMS}
    needed = ("code", "name", "title", "tier", "severity", "why", "message", "repair")
    shape = closed({**_told(vocabulary), **arms}, needed)
    return {**shape, "anyOf": [{"required": ["needs"]}, {"required": ["breaks"]}], "definitions": _definitions(vocabulary)}


def derivations_schema(vocabulary: Vocabulary) -> Schema:
    """The schema of a file with derivations."""
    derive = closed(
        {
            "name": text("de naam van de afleiding"),
            "fact": choice(sorted(vocabulary.fact_kinds()), "het feit dat volgt"),
            "gives": mapping({"type": ["integer", "string"]}, 'de velden; "$naam.veld" neemt een waarde over'),
            "when": ref("voorwaarde"),
            "because": text("waarom het volgt, in een zin; {naam} staat voor de gevonden woorden"),
        },
        ("name", "fact", "when", "because"),
    )
    return {**closed({"derive": array(derive)}), "definitions": _definitions(vocabulary)}


def _told(vocabulary: Vocabulary) -> Mapping[str, Schema]:
    """Everything in a rule but its conditions."""
    return {
        "code": {**text("de code, zoals KLI-01; de bestandsnaam begint ermee"), "pattern": r"^[A-Z][A-Z0-9]{1,11}-\d{2}[A-Z]?$"},
        "name": {**text("een korte naam: kleine letters, cijfers en streepjes"), "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
        "title": text("wat er is als het goed is"),
        "tier": choice(TIERS, "de groep"),
        "kinds": _kinds(vocabulary),
        "severity": {
            **array(_severity(vocabulary), "hoe zwaar een bevinding weegt; het laatste geval geldt altijd"),
            "minItems": 1,
        },
        "why": text("waarom de regel bestaat"),
        "message": {**closed({name: text() for name in JUDGED}, ("violated",)), "description": "wat toets zegt, per uitkomst"},
        "repair": text("wat de steller kan doen"),
        "repairable": described(FLAG, "of het vóór de behandeling te herstellen is; gewoonlijk true"),
        "norm": array(_norm(), "de wet of andere norm"),
        "source": texts("andere bronnen"),
        "note": text("toelichting voor wie de regel later leest"),
        "about": texts("onderdelen waar 'niet van toepassing' met een reden genoeg is", ROLES),
        "each": described(ref("voorwaarde"), "de regel kijkt naar elk zo'n feit apart"),
        "each_none": choice(JUDGED, "de uitkomst als er geen zo'n feit is"),
        "enough": number("hoeveel van 'needs' genoeg is", 1),
        "example": array(_example(), "voorbeelden; ten minste twee die slagen en twee die niet slagen"),
    }


def _kinds(vocabulary: Vocabulary) -> Schema:
    names = (*KINDS, *PREFIXES, *vocabulary.groups, EVERY_KIND)
    nature = vocabulary.fact_kinds().get("nature")
    natures = nature.all_fields()["is"].allowed if nature else ()
    either = [{"enum": list(names)}, {"type": "string", "pattern": f"^({'|'.join(names)})/({'|'.join(filter(None, natures))})$"}]
    return {**array({"anyOf": either}, "voor welke soorten documenten"), "minItems": 1}


def _severity(vocabulary: Vocabulary) -> Schema:
    shapes = {
        "is": choice(tuple(Severity), "de ernst"),
        "kinds": _kinds(vocabulary),
        "status": texts("alleen bij deze uitkomsten", ASKING),
        "where": array(ref("voorwaarde"), "alleen als dit er is"),
    }
    return closed(shapes, ("is",))


def _norm() -> Schema:
    shapes = {
        "law": text("de wet"),
        "article": text("het artikel"),
        "says": text("wat daar staat"),
        "verified": described(DAY, "de dag waarop dit is nagezien"),
    }
    return closed(shapes, ("law", "says", "verified"))


def _example() -> Schema:
    shapes = {
        "kind": {**text("de soort van het document"), "pattern": f"^({'|'.join(KINDS)})(/[a-z_]+)?$"},
        "expect": choice(JUDGED, "de uitkomst"),
        "text": text("de tekst"),
        "missing": texts("wat er volgens de regel ontbreekt"),
        "because": text("waarom"),
    }
    return closed(shapes, ("kind", "expect", "text"))


def _definitions(vocabulary: Vocabulary) -> Schema:
    every = sorted(vocabulary.facts, key=lambda kind: kind.name)
    return {"voorwaarde": _condition(every), "aantal": _count()}


def _count() -> Schema:
    bound = {"anyOf": [number(), {"type": "string", "pattern": r"^\$settings\."}]}
    return {**closed({"at_least": bound, "at_most": bound}), "minProperties": 1}


def _condition(kinds: Sequence[FactKind]) -> Schema:
    """A clause or a group; what the fields of a clause may hold hangs on its fact."""
    groups = {
        "any": {**array(ref("voorwaarde"), "een van deze"), "minItems": 1},
        "all": {**array(ref("voorwaarde"), "al deze"), "minItems": 1},
        "of": {**array(ref("voorwaarde"), "waarvan 'at_least' nodig zijn"), "minItems": 1},
        "at_least": number("hoeveel er nodig zijn", 1),
        "part_of": choice(ARMS, "voorwaarden van een andere tak"),
    }
    clause = {
        "fact": choice([kind.name for kind in kinds], "het feit"),
        "as": text("een naam om naar te verwijzen"),
        "name": text("hoe dit heet als het ontbreekt"),
        "with": array(ref("voorwaarde"), "samen met"),
        "count": described(ref("aantal"), "hoe vaak"),
        "absent": described(FLAG, "zo'n feit is er niet"),
    }
    fields: dict[str, Schema] = {name: {} for kind in kinds for name in kind.all_fields()}
    forms = [
        {"required": ["fact"]},
        {"required": ["any"]},
        {"required": ["all"]},
        {"required": ["at_least", "of"]},
        {"required": ["at_least", "part_of"]},
    ]
    # A field may be called as a key of a group is: what the key holds is then said by the fact.
    clear = {name: shape for name, shape in groups.items() if name not in fields}
    group = {"if": {"required": ["fact"]}, "else": {"properties": groups}}
    shape = closed({**fields, **clear, **clause})
    return {**shape, "anyOf": forms, "allOf": [group, *(_when_fact(kind) for kind in kinds)]}


def _when_fact(kind: FactKind) -> Schema:
    fields = kind.all_fields()
    then = {
        "properties": {name: _value(field) for name, field in fields.items()},
        "propertyNames": {"enum": [*PATTERN_KEYS, *fields]},
    }
    return {"if": {"properties": {"fact": {"const": kind.name}}, "required": ["fact"]}, "then": then}


def _value(field: Field) -> Schema:
    """A constant, a list of them, a comparison, or a reference."""
    one = _constant(field)
    reference = {"type": "string", "pattern": r"^\$"}
    compared = closed(
        {"not": {"anyOf": [one, array(one)]}, "at_least": {"anyOf": [one, reference]}, "at_most": {"anyOf": [one, reference]}}
    )
    return {"anyOf": [one, reference, {**array({"anyOf": [one, reference]}), "minItems": 1}, {**compared, "minProperties": 1}]}


def _constant(field: Field) -> Schema:
    if field.type is FieldType.FLAG:
        return {"enum": [0, 1]}
    if field.type is FieldType.NUMBER:
        return {"type": "integer"}
    if field.type is FieldType.CODE:
        return {"enum": list(field.allowed)}
    closed_texts = {"role": ROLES, "part": PART_ROLES}.get(field.name)
    return {"enum": ["", *closed_texts]} if closed_texts else {"type": "string"}
