"""Personal data that do not belong in a public document: service numbers, private addresses, telephone numbers and names.

What is found is told without showing it again: in the quotes the data are made illegible.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from toets.extract.rows import cells_in, column_at, tables
from toets.extract.scene import Scene, spans_of
from toets.extract.topics import spot
from toets.model.document import Passage, PassageKind
from toets.model.fact import Draft

SOURCE = "extract.personal_data"
CONTACT_ROLES = frozenset({"ondertekening", "kop"})
BSN_DIGITS = 9

_NUMBER = re.compile(r"(?<![\w.,/:-])(?:\d{9}|\d{4}[. ]\d{2}[. ]\d{3}|\d{3}[. ]\d{3}[. ]\d{3})(?![\w/%]|[.,:-]\d)")
_TAIL = re.compile(r"[\s:.#|]*(?:(?:is|van|met|luidt)\s+)?(?:\w{1,3}[-.])?$")
"""What stands between the name of a number and the number."""
_MAIL = re.compile(r"(?<![\w.+-])(?P<name>[\w.+-]+)@(?P<domain>[\w-]+(?:\.[\w-]+)+)")
_MOBILE = re.compile(r"(?<![\w.,-])(?:\+31[ -]?\(?0?\)?|0031[ -]?|0)6(?:[ .-]?\d){8}(?!\d)")
_PHONE = re.compile(r"(?<![\w.,-])(?:\+31[ -]?\(?0?\)?[1-57-9]|0[1-57-9])\d{1,2}[ -]?(?:[ .-]?\d){6,7}(?!\d)")
_POSTCODE = re.compile(r"(?<!\w)[1-9]\d{3} ?[A-Z]{2}(?!\w)")
_CALLED = re.compile(
    r"\b(?:[Dd]e heer|[Mm]evrouw|[Mm]eneer|[Dd]hr\.?|[Mm]evr\.?|[Mm]w\.?|[Ff]am(?:ilie|\.)?) (?:(?:en"
    r"|mevrouw) )?(?:[A-Z]\.(?: ?[A-Z]\.)* ?)?(?:(?:van|de|den|der|ter|ten|Van|De|'t) )*[A-ZÀ-Þ][\w'-]+"
)
_HOUSE_NUMBER = re.compile(r" \d{1,4}[a-zA-Z]?\b")
_BORN = re.compile(r"\b(?:geboren (?:op|te)|geboortedatum|geb\.(?: op)?)[\s:]", re.IGNORECASE)
_DIGIT, _LETTER = re.compile(r"\d"), re.compile(r"\w")


def find(scene: Scene) -> Iterator[Draft]:
    """A personal_data fact for each, in every part of the file; what is made illegible stands as dots in the quote."""
    private = scene.words("privemail")
    for passage in scene.passages:
        yield from _service_numbers(scene, passage)
        yield from _mail(passage, private)
        if passage.kind != PassageKind.HEADING and passage.role not in CONTACT_ROLES:
            yield from _contact(scene, passage)
            yield from _citizens(scene, passage)


def is_bsn(digits: str) -> bool:
    """Whether nine digits pass the check of the citizen service number: 9a + 8b + … + 2h − i is a multiple of 11."""
    if len(digits) != BSN_DIGITS or not digits.isdigit() or not int(digits):
        return False
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(weight * int(digit) for weight, digit in zip(weights, digits, strict=True)) % 11 == 0


def _service_numbers(scene: Scene, passage: Passage) -> Iterator[Draft]:
    """Nine digits that pass the check: named as a service number, or without any other name."""
    for found in _NUMBER.finditer(passage.text) if _DIGIT.search(passage.text) else ():
        named = scene.has(passage.text, "bsn_genoemd")
        if not is_bsn("".join(_DIGIT.findall(found[0]))):
            continue
        if named or not (
            passage.kind == PassageKind.FIELD or _called_otherwise(scene, passage, found.start()) or _is_amount(passage, found)
        ):
            yield _draft(passage, found, "bsn" if named else "number", keep=2)


def _called_otherwise(scene: Scene, passage: Passage, start: int) -> bool:
    """Whether the word before a number, or the head of its column, says that it is the number of something else."""
    before = passage.text[:start]
    if before.rstrip().endswith("€") or scene.ends_with(_TAIL.sub("", before), "nummer_van_iets_anders"):
        return True
    return scene.ends_with(_head_above(scene, passage, start), "nummer_van_iets_anders")


def _head_above(scene: Scene, passage: Passage, start: int) -> str:
    """The head of the column in which a character of a row stands; "" outside a table."""
    if passage.kind != PassageKind.ROW:
        return ""
    head = cells_in(tables(scene)[passage.section, passage.paragraph][0])
    column = column_at(passage, start)
    return head[column] if column < len(head) else ""


def _is_amount(passage: Passage, found: re.Match[str]) -> bool:
    return any(span.start <= found.start() < span.end for span in spans_of(passage, "bedrag"))


def _mail(passage: Passage, private: frozenset[str]) -> Iterator[Draft]:
    for found in _MAIL.finditer(passage.text) if "@" in passage.text else ():
        if found["domain"].lower() in private:
            yield _draft(passage, found, "email", end=found.end("name"))


def _contact(scene: Scene, passage: Passage) -> Iterator[Draft]:
    """Telephone numbers that are not those of somebody at work, and days of birth."""
    citizen = bool(scene.says(passage, "burger"))
    if _DIGIT.search(passage.text) and (citizen or not scene.says(passage, "zakelijk_contact")):
        pattern = (_MOBILE, _PHONE) if citizen else (_MOBILE,)
        for found in (match for one in pattern for match in one.finditer(passage.text)):
            yield _draft(passage, found, "phone", keep=2)
    born = _BORN.search(passage.text)
    if born and any(span.more.get("grain") == "day" and span.start >= born.end() - 1 for span in spans_of(passage, "datum")):
        yield _draft(passage, born, "birth", mask=False)


def _citizens(scene: Scene, passage: Passage) -> Iterator[Draft]:
    """Somebody with a name who is no official: as one who speaks for himself, or with the address where he lives."""
    name = _CALLED.search(passage.text)
    if not name or scene.has(passage.text, "ambt_of_beroep"):
        return
    streets = scene.pattern("uitgang_straat").finditer(passage.text, name.end())
    house = any(one[0][0].isupper() and _HOUSE_NUMBER.match(passage.text, one.end()) for one in streets)
    if house or _POSTCODE.search(passage.text, name.end()):
        yield _draft(passage, name, "address")
    elif scene.says(passage, "burger"):
        yield _draft(passage, name, "citizen")


def _draft(
    passage: Passage, found: re.Match[str], sort: str, *, keep: int = 0, end: int | None = None, mask: bool = True
) -> Draft:
    last = found.end() if end is None else end
    text = _masked(passage.text, found.start(), last - keep) if mask else passage.text
    return Draft("personal_data", {"sort": sort}, _around(text, found.start(), last), spot(passage, found.start(), last), SOURCE,
                 passage.index)  # fmt: skip


def _masked(text: str, start: int, end: int) -> str:
    """The text with dots for the letters and digits between two places, and for every other number or address in it."""
    hidden = text[:start] + _LETTER.sub("•", text[start:end]) + text[end:]
    for pattern in (_NUMBER, _MOBILE, _MAIL):
        hidden = pattern.sub(lambda other: _LETTER.sub("•", other[0]), hidden)
    return hidden


def _around(text: str, start: int, end: int) -> str:
    """The words around a stretch, cut between words."""
    left, right = text.rfind(" ", 0, max(0, start - 40)) + 1, text.find(" ", min(len(text), end + 30))
    return ("… " if left else "") + (text[left:] if right < 0 else text[left:right] + " …")
