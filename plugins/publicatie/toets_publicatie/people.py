"""What leads to one person: numbers, addresses of people at work, and signatures. In quotes the data are made illegible."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from toets.extract.scene import Scene, spans_of
from toets.model.document import Location, Passage, PassageKind
from toets.model.fact import Draft, Value

SOURCE = "publicatie.people"

_IBAN = re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,6}(?: ?[A-Z0-9]{1,3})?(?!\w)")
_PLATE = re.compile(r"(?<![\w-])(?=[\dA-Z-]{8}(?![\w-]))(?:[A-Z]{1,3}|\d{1,3})-(?:[A-Z]{2,3}|\d{2,3})-(?:[A-Z]{1,3}|\d{1,3})")
_NUMBERED = re.compile(
    r"\b(?P<what>(?:paspoort|rijbewijs|identiteitskaart|id-kaart|vreemdelingen|v-|cli[eë]nt|pati[eë]nt|polis|bsn-)\s?-?nummer)"
    r"(?:s|\s+is|\s+luidt)?\s*:?\s*(?P<number>[A-Z]{0,3}[\d.-]*\d[\dA-Z.-]{3,})",
    re.IGNORECASE,
)
_MAIL = re.compile(r"(?<![\w.+-])(?P<name>[\w.+-]+)@(?P<domain>[\w-]+(?:\.[\w-]+)+)")
_DIRECT = re.compile(r"\b(?:doorkiesnummer|doorkies|rechtstreeks nummer|mobiel(?:e nummer)?|06-nummer)\b", re.IGNORECASE)
_PHONE = re.compile(r"(?<![\w.,-])(?:\+31[ -]?\(?0?\)?|0)(?:[ .-]{0,3}\d){8,9}(?!\d)")
_MOBILE = re.compile(r"(?:\+31[ -]?\(?0?\)?|0)6\D")
_SIGNED = re.compile(r"\b(?:handtekening|paraaf|parafen|signature|signatuur|krabbel)", re.IGNORECASE)
_LETTER = re.compile(r"\w")


def find(scene: Scene) -> Iterator[Draft]:
    """The facts, in every part of the file."""
    lists = scene.vocabulary.lists
    functional = frozenset(lists.get("functionele_postbus", ()))
    private = frozenset(lists.get("privemail", ()))
    told: set[str] = set()
    for passage in scene.passages:
        yield from _numbers(scene, passage)
        yield from _contact(passage, functional, private, told)
    yield from _pictures(scene)
    yield from _names(scene)


def is_iban(text: str) -> bool:
    """Whether letters and digits pass the check of an account number (ISO 13616): the rest by 97 is one."""
    plain = text.replace(" ", "")
    if not 15 <= len(plain) <= 34:
        return False
    turned = plain[4:] + plain[:4]
    return int("".join(str(int(sign, 36)) for sign in turned)) % 97 == 1


def _numbers(scene: Scene, passage: Passage) -> Iterator[Draft]:
    of_body = int(bool(scene.says(passage, "rekening_van_organisatie")))
    for found in _IBAN.finditer(passage.text):
        if is_iban(found[0]):
            yield _draft("private_number", {"sort": "iban", "organisation": of_body}, passage, *found.span())
    if "kenteken" in passage.text.lower():
        for found in _PLATE.finditer(passage.text):
            yield _draft("private_number", {"sort": "plate"}, passage, *found.span())
    for found in _NUMBERED.finditer(passage.text):
        yield _draft("private_number", {"sort": "document"}, passage, *found.span("number"))


def _contact(passage: Passage, functional: frozenset[str], private: frozenset[str], told: set[str]) -> Iterator[Draft]:
    """Addresses and direct numbers of people at work, each once; those of a desk are meant to be public."""
    for found in _MAIL.finditer(passage.text):
        name = found["name"].lower()
        parts = re.split(r"[._+-]", name)
        if (
            found["domain"].lower() not in private
            and functional.isdisjoint((name, *parts))
            and _is_personal(name)
            and _is_new(found[0], told)
        ):
            yield _draft("work_contact", {"sort": "mail"}, passage, found.start(), found.end("name"))
    for found in _PHONE.finditer(passage.text):
        direct = _MOBILE.match(found[0]) or _DIRECT.search(passage.text[: found.start()])
        if direct and _is_new(re.sub(r"\D", "", found[0]), told):
            yield _draft("work_contact", {"sort": "phone"}, passage, found.start(), found.end() - 2)


def _is_new(data: str, told: set[str]) -> bool:
    """Whether this is its first place; a field of the head stands in its row as well. Adds it to `told`."""
    new = data.lower() not in told
    told.add(data.lower())
    return new


def _is_personal(name: str) -> bool:
    """Whether the name before the @ is that of a person: an initial or first name with a surname."""
    return bool(
        re.fullmatch(r"(?:[a-z]{1,2}\.)+[a-zë'-]{3,}(?:\.[a-z'-]+)*|[a-z]{3,}\.(?:(?:van|de|der|den|ter)\.?)*[a-z'-]{3,}", name)
    )


def _pictures(scene: Scene) -> Iterator[Draft]:
    """Pictures where a paper is signed, and those that are called a signature."""
    signing = {block.index for section in scene.document.sections if section.role == "ondertekening" for block in section.blocks}
    for picture in scene.document.source.pictures:
        there = picture.location.paragraph in signing and 1.0 <= picture.width <= 9.0 and picture.height <= 5.0
        if there or _SIGNED.search(picture.words):
            quote = f"afbeelding “{picture.words}”" if picture.words else "afbeelding bij de ondertekening"
            yield Draft("signature", {"sort": "picture"}, quote, picture.location, SOURCE)


def _names(scene: Scene) -> Iterator[Draft]:
    """Names under a paper of people who do not sign by virtue of an office."""
    for passage in scene.passages:
        if passage.role != "ondertekening" or passage.kind is PassageKind.HEADING:
            continue
        if spans_of(passage, "persoon") and not _signs(scene, passage):
            span = spans_of(passage, "persoon")[0]
            yield Draft("signature", {"sort": "name"}, span.text, _place(passage, span.start, span.end), SOURCE, passage.index)


def _signs(scene: Scene, passage: Passage) -> bool:
    """Whether an office stands with a name: in the same line, or alone in the line before or after."""
    around = (other for other in scene.reach(passage, "adjacent") if other is passage or not spans_of(other, "persoon"))
    return any(scene.says(other, "tekent_ambtshalve") for other in around)


def _draft(kind: str, fields: dict[str, Value], passage: Passage, start: int, end: int) -> Draft:
    text = passage.text[:start] + _LETTER.sub("•", passage.text[start:end]) + passage.text[end:]
    return Draft(kind, fields, _around(text, start, end), _place(passage, start, end), SOURCE, passage.index)


def _place(passage: Passage, start: int, end: int) -> Location:
    base = passage.location.start or 0
    return replace(passage.location, start=base + start, end=base + end)


def _around(text: str, start: int, end: int) -> str:
    """The words around a stretch, cut between words."""
    left, right = text.rfind(" ", 0, max(0, start - 40)) + 1, text.find(" ", min(len(text), end + 30))
    return ("… " if left else "") + (text[left:] if right < 0 else text[left:right] + " …")
