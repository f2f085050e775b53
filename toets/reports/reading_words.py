"""Dutch words for what was understood of a document: how headings were found, sections filled, kinds of facts called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from toets.model.document import FoundBy, SectionState
from toets.model.fact import Fact

FOUND_BY: Mapping[FoundBy, str] = MappingProxyType(
    {
        FoundBy.STYLE: "kopstijl",
        FoundBy.OUTLINE: "overzichtsniveau",
        FoundBy.TAG: "PDF-label",
        FoundBy.NUMBERING: "nummering",
        FoundBy.BOLD: "vet",
        FoundBy.CAPITALS: "hoofdletters",
        FoundBy.SIZE: "lettergrootte",
        FoundBy.TABLE: "linkerkolom",
        FoundBy.RUN_IN: "in de regel",
        FoundBy.SENTENCE: "zin",
    }
)
STATES: Mapping[SectionState, str] = MappingProxyType(
    {
        SectionState.FILLED: "",
        SectionState.BARE: "kale n.v.t.",
        SectionState.REASONED: "n.v.t. met reden",
        SectionState.REFERENCE: "alleen een verwijzing",
        SectionState.TEMPLATE: "sjabloontekst",
        SectionState.EMPTY: "leeg",
        SectionState.UNREAD: "niet leesbaar",
    }
)

FAMILIES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "geld": MappingProxyType(
            {
                "amount": "bedrag",
                "coverage": "dekking",
                "vague_cost": "kosten zonder bedrag",
                "no_cost": "geen kosten",
                "budget_change": "begroting",
                "lifecycle": "lasten na oplevering",
                "estimate": "raming",
                "shift": "verschuiving",
                "capacity": "menskracht",
                "pooled": "gebundeld geld",
                "cost_recovery": "verhaal van kosten",
                "comparison": "bedragen vergeleken",
                "contribution": "bijdrage van anderen",
            }
        ),
        "mensen": MappingProxyType(
            {
                "role_holder": "rol",
                "organised": "projectorganisatie",
                "portfolio": "portefeuille",
                "executor": "uitvoerder gehoord",
                "partner": "partner",
                "commission": "opdracht",
                "condition": "randvoorwaarde",
                "mandate": "mandaat",
                "escalation": "wie beslist",
                "result_owner": "van wie",
                "consultation": "gehoord",
                "effect": "gevolg voor mensen",
            }
        ),
        "tijd": MappingProxyType(
            {
                "milestone": "moment",
                "date_check": "datum nagerekend",
                "vague": "vaag",
                "evaluation": "evaluatie",
                "report_back": "terugmelding",
                "monitoring": "gevolgd",
                "adjustment": "bijsturen",
                "action": "actie",
                "procedure": "stap in procedure",
            }
        ),
        "recht": MappingProxyType(
            {
                "law_reference": "wet",
                "loose_basis": "losse grondslag",
                "competence": "bevoegdheid",
                "power_told": "genoemd bevoegd orgaan",
                "role_breach": "buiten de rol",
                "entity_step": "rechtspersoon",
                "secrecy": "geheim",
                "secrecy_terms": "geheimhouding",
                "point_match": "besluit vergeleken",
            }
        ),
        "open": MappingProxyType(
            {
                "placeholder": "niet ingevuld",
                "open_change": "open wijziging",
                "personal_data": "persoonsgegeven",
                "cross_reference": "verwijzing",
                "told_number": "aantal nageteld",
                "name_clash": "twee jaren",
                "hard_sentence": "moeilijke zin",
                "abbreviation": "afkorting",
            }
        ),
        "inhoud": MappingProxyType(
            {
                "subject": "onderwerp",
                "attachment": "bijlage",
                "risk": "risico",
                "ambition": "ambitie",
                "professional": "professional",
                "open_norm": "open norm",
                "coupling": "koppeling",
                "baseline": "uitgangssituatie",
                "overview": "overzicht",
                "origin": "herkomst",
                "scope": "afbakening",
                "goal": "doel",
                "subtask": "deelopgave",
                "relation": "samenhang",
                "hollow_term": "containerbegrip",
                "result_level": "resultaat",
                "opgave": "opgave",
                "opgaven": "opgaven",
                "ranking": "volgorde",
                "choice": "keuze",
                "claim": "belofte",
                "feasibility": "uitvoerbaarheid",
                "dependency": "afhankelijkheid",
                "instrument": "middel",
                "self_service": "zelf doen",
                "safety_net": "vangnet",
                "levy_change": "tarief of bijdrage",
                "household_sum": "bedrag per huishouden",
                "group_reach": "bereik",
                "social_wish": "wens",
                "cooperation_review": "samenwerking gevolgd",
                "regional": "regio",
                "contact": "contact",
                "municipal_role": "rol van de gemeente",
                "working_form": "werkwijze",
                "collegial": "collegiaal",
                "signal": "signaal",
                "argued_point": "onderbouwd punt",
                "feedback_loop": "terugkoppeling",
                "exploration": "verkenning",
                "rollout": "invoering",
                "continuity": "continuïteit",
                "new_structure": "nieuwe structuur",
                "existing_route": "bestaande route",
                "bottleneck": "knelpunt",
                "quality": "kwaliteit",
                "result_condition": "voorwaarde",
                "older_policy": "eerder beleid",
                "guidance": "houvast",
                "duty": "verplichting",
                "urgency": "spoed",
            }
        ),
    }
)
"""The shipped kinds of facts by family, with the word a reader sees; a kind of a plugin goes by its own name, as inhoud."""

OWN_FAMILY = "inhoud"
_SHOWN_OTHERWISE = frozenset(
    {
        "section",
        "absent_section",
        "part",
        "points",
        "metadata",
        "kind",
        "nature",
        "addressee",
        "lookalike",
        "decision_point",
        "unread",
    }
)
_PLACES = frozenset({"own", "part", "role", "section", "para", "sentence", "point", "sure", "polarity", "quoted"})


def is_marked(fact: Fact) -> bool:
    """Whether a fact is marked in the text: it rests on words there, and the page doesn't show it in another way."""
    in_order = fact.kind == "date_check" and fact.fields.get("problem") in ("none", "")
    return fact.kind not in _SHOWN_OTHERWISE and fact.location.paragraph is not None and not in_order


def family_of(fact: Fact) -> str:
    """The family of a fact, which gives its mark a colour."""
    return next((family for family, kinds in FAMILIES.items() if fact.kind in kinds), OWN_FAMILY)


def fact_words(fact: Fact) -> str:
    """What a fact is called in the text: bedrag; bedrag, ontkend."""
    word = next((kinds[fact.kind] for kinds in FAMILIES.values() if fact.kind in kinds), fact.kind.replace("_", " "))
    return f"{word}, ontkend" if fact.fields.get("polarity", 1) == 0 else word


def set_aside(facts: Iterable[Fact]) -> tuple[str, ...]:
    """What title or decision points name without deciding on it, each with the reason: “afvalbeleid” (…)."""
    subjects = [fact.fields for fact in facts if fact.kind == "subject"]
    counted = {fields["is"] for fields in subjects if fields["place"] != "text"}
    told = (str(fields.get("aside") or "") for fields in subjects if fields["is"] not in counted)
    return tuple(dict.fromkeys(" ".join(words.split()) for words in told if words))


def fact_fields(fact: Fact) -> str:
    """The fields of a fact that say something, under the names that rules use: cents=500 use=requested."""
    told = ((name, value) for name, value in sorted(fact.fields.items()) if name not in _PLACES and not name.startswith("near_"))
    return " ".join(f"{name}={value}" for name, value in told if value not in ("", 0))


def role_words(role: str) -> str:
    """A role as a reader sees it: beoogd effect."""
    return role.replace("_", " ")
