"""The page of the facts: what rules can ask for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.markdown import plain, table
from toets.model.document import PART_ROLES, ROLES
from toets.model.fact import COMMON, Field, FieldType
from toets.model.kinds import KIND_WORDS, NATURE_WORDS
from toets.model.vocabulary import SLOTS, VERBS
from toets.rulebook import Request, rulebook_for
from toets.rulesets.vocabulary import REACHES

TYPES: Mapping[FieldType, str] = {
    FieldType.FLAG: "0 of 1",
    FieldType.NUMBER: "geheel getal",
    FieldType.CODE: "een van",
    FieldType.TEXT: "tekst",
    FieldType.REF: "een ander feit",
}
COMMON_WORDS: Mapping[str, str] = {
    "own": "het feit zelf",
    "part": "in welk deel van het bestand: voorstel, ontwerpbesluit, bijlage …",
    "role": "de rol van het onderdeel waarin het staat",
    "section": "het nummer van het onderdeel",
    "para": "het nummer van de alinea",
    "sentence": "het nummer van de zin",
    "point": "het nummer van het beslispunt; 0 is geen",
    "polarity": "1: het staat er; 0: het wordt ontkend",
    "quoted": "1: het staat in een aanhaling",
    "sure": "hoe zeker, van 0 tot en met 100",
    "near_date": "een datum: 2 in dezelfde zin, 1 in een zin ernaast, 0 niet",
    "near_amount": "een bedrag, zo ook",
    "near_actor": "iemand die iets doet, zo ook",
    "near_article": "een wetsartikel, zo ook",
    "near_reason": "een reden, zo ook",
    "near_number": "een getal, zo ook",
}


def fact_pages() -> Mapping[str, str]:
    """The page of the facts and of the closed lists that rules use."""
    return {"feiten.md": "\n".join(_facts()), "lijsten.md": "\n".join(_lists())}


def _facts() -> Iterator[str]:
    vocabulary = rulebook_for(Request()).vocabulary
    yield "# Feiten\n"
    yield (
        "Een feit is een kleine uitspraak over het document, met de woorden waar die op rust. Regels vragen naar feiten. "
        "`toets read --facts voorstel.docx` toont welke feiten in een document zijn gevonden.\n"
    )
    yield "## Velden die elk feit uit de tekst heeft\n"
    yield table(("veld", "waarde", "wat het zegt"), [(f"`{one.name}`", _type(one), COMMON_WORDS[one.name]) for one in COMMON])
    for kind in sorted(vocabulary.facts, key=lambda kind: kind.name):
        words = "" if kind.textual else " Dit feit rust niet op woorden: het heeft alleen de velden hieronder."
        yield f"## {kind.name}\n\n{plain(kind.says)}{words}\n"
        yield table(("veld", "waarde"), [(f"`{one.name}`", _type(one)) for one in kind.fields])


def _type(field: Field) -> str:
    return TYPES[field.type] + (f" {', '.join(f'`{code}`' for code in field.allowed if code)}" if field.allowed else "")


def _lists() -> Iterator[str]:
    groups = rulebook_for(Request()).vocabulary.groups
    yield "# Vaste lijsten\n\nNamen die regels, woorden en instellingen gebruiken.\n"
    yield "## Soorten documenten\n"
    yield table(("code", "soort"), [(f"`{code}`", plain(words)) for code, words in KIND_WORDS.items()])
    yield "\n`RV` staat voor alle raadsvoorstellen, `CB` voor alle collegevoorstellen, `ALLE` voor elk voorstel. Groepen:\n"
    yield table(("groep", "soorten"), [(f"`{name}`", ", ".join(f"`{code}`" for code in codes)) for name, codes in groups.items()])
    yield "\n## Aard van een voorstel\n\nAchter een soort: `--soort RV-FIN/techniek`. Regels gebruiken de code.\n"
    yield table(("code", "aard"), [(f"`{code}`", words) for code, words in NATURE_WORDS.items()])
    for title, names in (
        ("Rollen van onderdelen", ROLES),
        ("Delen van een bestand", PART_ROLES),
        ("Dingen die toets zelf herkent", tuple(f"<{slot}>" for slot in SLOTS)),
        ("Vormen van een werkwoord", tuple(f"<{verb}>" for verb in VERBS)),
        ("Hoe ver een nabijheid reikt", REACHES),
    ):
        yield f"\n## {title}\n\n{', '.join(f'`{name}`' for name in names)}\n"
