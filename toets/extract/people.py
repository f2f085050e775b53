"""Who has which role in the assignment: commissioners, contractor, and the portefeuillehouder who coordinates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from toets.extract.scene import Scene, spans_of
from toets.extract.topics import spot
from toets.model.document import Location, Metadatum, Passage
from toets.model.fact import Draft, Value
from toets.text import Hit, normal

SOURCE = "extract.people"
ROLES: tuple[tuple[str, str], ...] = (("bog", "rol_bog"), ("aog", "rol_aog"), ("contractor", "rol_opdrachtnemer"))
GOVERNORS = frozenset({"wethouder", "portefeuillehouder", "burgemeester"})
SILENT = frozenset({"bijlagen", "ondertekening", "ontwerpbesluit"})
AUTHOR = ("steller", "opsteller", "behandel", "contact", "ambtenaar", "inlichtingen", "auteur", "adviseur", "afdeling", "paraaf")
"""How the label of a head field begins that names the author: he is no contractor by that."""

_HEAD_ROLE = re.compile(r"opdracht(?:gever|nemer)|projectleider|programmamanager|^[ab]og\b", re.IGNORECASE)
_NAME_BEFORE = re.compile(r"[A-Z][^\W\d_]+ (?:(?:van|de|den|der|ten|ter|het|el|'t) ){0,3}[A-Z][^\W\d_]+(?:-[A-Z][^\W\d_]+)? $")
_NAME_FIRST = re.compile(
    r"^[A-Z][^\W\d_]+ (?:(?:van|de|den|der|ten|ter|het|el|'t) ){0,3}[A-Z][^\W\d_]+(?:-[A-Z][^\W\d_]+)? "
    r"(?:is|wordt|blijft|was|treedt|fungeert|bewaakt|leidt|trekt|regelt|verzorgt|begeleidt|coördineert)\b"
)
"""A name that begins the sentence and does something: it holds the role that the sentence speaks of."""
_NAME_AFTER = re.compile(
    r"(?: (?:is|wordt|blijft|treedt|rust|berust|ligt|bij|op|in handen van)){0,3}:? ?"
    r"[A-Z][^\W\d_]+ (?:(?:van|de|den|der|ten|ter|het|el|'t) ){0,3}[A-Z][^\W\d_]+"
)
_CARRIES = re.compile(
    r"(?<![\w.] )\b[A-Z][^\W\d_]+ (?:(?:van|de|den|der|ten|ter|het|el|'t) ){0,3}[A-Z][^\W\d_]+(?:-[A-Z][^\W\d_]+)? "
    r"(?:bewaakt|leidt|trekt|regelt|verzorgt|begeleidt|coördineert|organiseert|houdt)(?: namens (?:ons|de gemeente|het college))?"
    r" (?:\w+ ){0,3}(?:uitvoering|project|programma|traject|afspraken|proces|voortgang|planning|werkzaamheden)\b"
)
"""Somebody, by name, who sees to the execution: the contractor without that word."""
_SPLIT = re.compile(r"\s*(?:[/;&\n]|,(?! ?[A-Z]\.)|\ben\b)\s*")
_ORDERED = re.compile(
    r"\b(?:1e|2e|mede(?:portefeuillehouder\w*)?|tweede|eerste|coördinerend\w*|coordinerend\w*|trekker|eerstverantwoordelijke?|primair)\b",
    re.IGNORECASE,
)
_FIELDS = re.compile(r"\s*portefeuilles?[\s:]*", re.IGNORECASE)
"""A label that asks for fields of policy, if another one asks for the person."""
_INITIALS = re.compile(r"\b(?:[A-Z]\.){1,4} ?(?:(?:van|de|den|der|ten|ter|het|el|'t) ){0,3}[A-Z]")
_LOWER = re.compile(
    r"(?!wethouders?\b|weth\.|burgemeester\b|portefeuillehouders?\b|van\b|de\b|den\b|der\b|ten\b|ter\b|el\b|'t\b)[a-z]"
)
_DEGREE = re.compile(r", ?(?:MBA|MSc|MA|BSc|LLM|PhD|wethouder|portefeuille)\b")
_SIGNS = re.compile(r"\bwethouders?\b|\bweth\.|\bportefeuillehouders?\b|\bburgemeester\b", re.IGNORECASE)


def find(scene: Scene) -> Iterator[Draft]:
    """A role_holder fact for each role that a passage speaks of, and one portfolio fact for the portefeuillehouders together."""
    for passage in scene.passages:
        if passage.part == "voorstel" and passage.kind != "heading" and passage.role not in SILENT:
            yield from _roles(scene, passage)
    yield from _portfolio(scene)


def _roles(scene: Scene, passage: Passage) -> Iterator[Draft]:
    in_head = passage.kind == "field" or passage.role == "kop"
    if scene.says(passage, "rol_anders") or (in_head and not _names_role(passage)):
        return
    found = {role: hits[0] for role, name in ROLES if (hits := scene.says(passage, name))}
    found = _plain_commissioner(scene, passage, list(found.values())) | found
    for role, hit in found.items():
        yield _holder(scene, passage, role, hit, len(found))
    if "contractor" not in found and (match := _CARRIES.search(passage.text)):
        fields: dict[str, Value] = {"is": "contractor", "named": 1, "function": 0, "task": 1, "open": 0}
        yield Draft("role_holder", fields, passage.text, spot(passage, *match.span()), SOURCE, passage.index)


def _names_role(passage: Passage) -> bool:
    """Whether a head field names a role by its label, instead of an author who happens to have that function."""
    label = passage.text.partition(" |" if passage.kind == "row" else ":")[0]
    return bool(_HEAD_ROLE.search(label)) and not label.lower().startswith(AUTHOR)


def _plain_commissioner(scene: Scene, passage: Passage, taken: Sequence[Hit]) -> dict[str, Hit]:
    """A commissioner without more: the bestuurlijk one beside a wethouder, the ambtelijk one beside another function."""
    hits = [hit for hit in scene.says(passage, "rol_og") if not any(_inside(hit.start, hit.end, other) for other in taken)]
    functions = [span for span in spans_of(passage, "functie") if not span.more.get("plural")]
    if not hits or not functions:
        return {}
    nearest = min(functions, key=lambda span: abs(span.start - hits[0].start))
    return {"bog" if nearest.value in GOVERNORS else "aog": hits[0]}


def _holder(scene: Scene, passage: Passage, role: str, hit: Hit, roles: int) -> Draft:
    people = spans_of(passage, "persoon")
    functions = [span for span in spans_of(passage, "functie") if role != "contractor" or not _inside(span.start, span.end, hit)]
    bodies = [span for span in spans_of(passage, "orgaan") if span.value == "college"] if role == "bog" else []
    others = spans_of(passage, "organisatie") if role == "contractor" else ()
    office = role == "contractor" and any(_inside(span.start, span.end, hit) for span in spans_of(passage, "functie"))
    fields: dict[str, Value] = {
        "is": role,
        "named": int(bool(people) or _is_named(passage, hit)),
        "function": int(bool(functions or bodies or others) or office),
        "task": int(_has_task(scene, passage, roles)),
        "open": int(bool(scene.says(passage, "rol_open"))),
        "polarity": int(not scene.language.negated(passage.text, hit.start, hit.end, hit.gaps)),
    }
    return Draft("role_holder", fields, passage.text, spot(passage, hit.start, hit.end), SOURCE, passage.index)


def _is_named(passage: Passage, hit: Hit) -> bool:
    """Whether a name stands right before or behind the role, or is what the sentence begins with."""
    text = passage.text
    return bool(_NAME_BEFORE.search(text[: hit.start]) or _NAME_FIRST.search(text) or _NAME_AFTER.match(text, hit.end))


def _inside(start: int, end: int, hit: Hit) -> bool:
    return start < hit.end and end > hit.start


def _has_task(scene: Scene, passage: Passage, roles: int) -> bool:
    """Whether a task stands beside the role: a third cell in its row, or a verb in the passage or the next of its paragraph."""
    if passage.kind == "row":
        return sum(len(cell.strip()) > 3 for cell in passage.text.split("|")) >= 3 or _says_task(scene, passage)
    near = [other for other in scene.reach(passage, "paragraph") if 0 <= other.index - passage.index <= roles]
    return any(_says_task(scene, other) for other in near)


def _says_task(scene: Scene, passage: Passage) -> bool:
    return bool(scene.says(passage, "rol_taak"))


def _portfolio(scene: Scene) -> Iterator[Draft]:
    fields = [item for item in scene.document.metadata if item.field == "portefeuillehouder" and item.value.strip()]
    plural = next((hits for hits in _plural(scene)), None)
    number = _people(scene, fields)
    if plural is not None:
        number = max(number, 2)
    if not number:
        return
    ordered = any(_ORDERED.search(f"{item.label} {item.value}") for item in fields) or _coordinates(scene)
    place = plural.location if plural is not None else fields[0].location if fields else Location()
    quote = plural.text if plural is not None else "; ".join(f"{item.label}: {item.value}" for item in fields)
    yield Draft("portfolio", {"number": number, "coordinating": int(ordered)}, quote, place, SOURCE)


def _plural(scene: Scene) -> Iterator[Passage]:
    """The passages that speak of several portefeuillehouders of this proposal."""
    for passage in scene.prose():
        if passage.role in SILENT or scene.says(passage, "portefeuilles_anders"):
            continue
        if scene.says(passage, "meer_portefeuilles"):
            yield passage


def _coordinates(scene: Scene) -> bool:
    """Whether the text makes one of them the first: as coordinator, or as the only bestuurlijk opdrachtgever."""
    for passage in scene.passages:
        if passage.part != "voorstel" or passage.role in SILENT:
            continue
        functions = [span.value for span in spans_of(passage, "functie")]
        governed = bool(GOVERNORS.intersection(map(str, functions))) or bool(spans_of(passage, "persoon"))
        first = scene.says(passage, "rol_coordinerend") and _SIGNS.search(passage.text)
        if governed and (first or scene.says(passage, "rol_bog")):
            return True
    return False


def _people(scene: Scene, fields: Sequence[Metadatum]) -> int:
    """How many different people stand in the head fields of the portefeuillehouder."""
    domains = scene.words("beleidsterrein")
    names: list[str] = []
    for item in [item for item in fields if not _FIELDS.fullmatch(item.label)] or fields:
        persons = [normal(span.text) for span in scene.language.spans(item.value) if span.kind == "persoon"]
        names += persons if len(persons) > 1 or _DEGREE.search(item.value) else _names(item.value, domains)
    return len(set(names))


def _named(pieces: Sequence[str]) -> Sequence[str]:
    """The pieces that can be a name: beside a name with initials, or behind the first piece, no function or field of policy."""
    signed = [piece for piece in pieces if _INITIALS.search(piece)]
    return signed or [piece for at, piece in enumerate(pieces) if not at or not _LOWER.match(piece)]


def _names(value: str, domains: frozenset[str]) -> list[str]:
    """The names in one field: its pieces between "/", ";", commas and "en", without fields of policy."""
    plain = re.sub(r"\([^)]*\)", " ", value)
    if not plain.strip():
        plain = value
    pieces = [normal(_SIGNS.sub(" ", piece)).strip() for piece in _named(_SPLIT.split(plain))]
    names = [piece for piece in pieces if piece and piece.split()[0] not in domains and not piece.isdigit()]
    return names or [normal(value)]
