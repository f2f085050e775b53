"""What the name and the place of a file say of the agenda item it belongs to."""

from __future__ import annotations

import re
from pathlib import PurePath

_NUMBER = re.compile(
    r"^(?!\d+e[\s_-]+(?:wijziging|begroting|kwartaal|herziening|tussen))(?:agendapunt|punt|ap|nr)?[\s_.-]*0*(\d{1,3})(?:[a-z](?![a-z])|[._-]\d{1,2}(?!\d))?(?=[\s_.-]|$)",
    re.IGNORECASE,
)
_DATE = re.compile(r"^\d{4}[-_.]?\d{2}[-_.]?\d{2}|^\d{1,2}[-_.]\d{1,2}[-_.]\d{4}")
_TYPE = re.compile(
    r"(?:raads|college|initiatief)?voorstel|(?:raads|ontwerp|concept|college)-?besluit|begrotingswijziging|bijlagen?|concept|definitief|"
    r"v\.?\d{1,2}(?!\d)|getekend|ondertekend|geanonimiseerd|kopie|versie|(?<![a-z])(?:rv|rb|cv|bijl|def|aan|de|het|raad|bij|van|voor|v)(?![a-z])",
)
_LOOSE = re.compile(r"[\s_.()-]+")
_ATTACHMENT_NUMBER = re.compile(r"(?:bijlage|bijl|annex)[\s_.-]*0*(\d{1,2}[a-z]?)(?![\d])", re.IGNORECASE)
_CASE_NUMBER = re.compile(r"(?<![\w-])(?:[A-Z]{1,3}[-./]?\d{2,4}[-./]\d{2,8}|[A-Z]{0,3}\d{5,9}|20\d{2}[-/]\d{3,8})(?![\w-])")


def agenda_number(name: str) -> str:
    """The number that a file or folder name begins with ("06a Raadsvoorstel brug" is 6); "" for none, and for a date."""
    found = None if _DATE.match(name) else _NUMBER.match(name)
    return found[1] if found else ""


def attachment_number(name: str) -> str:
    """The number of an attachment in a name: "Bijlage 2 Ontwerp" is 2."""
    found = _ATTACHMENT_NUMBER.search(name)
    return found[1].lower() if found else ""


def subject_in(name: str) -> str:
    """What is left of a file name without number, kind and version: "06a Raadsvoorstel brug Noord" is brug noord."""
    stem = PurePath(name).stem
    found = None if _DATE.match(stem) else _NUMBER.match(stem)
    rest = (stem[found.end() :] if found else stem).casefold()
    rest = _ATTACHMENT_NUMBER.sub(" ", rest)
    return _LOOSE.sub(" ", _TYPE.sub(" ", _LOOSE.sub(" ", rest))).strip()


def case_in(name: str) -> str:
    """A zaaknummer in a file name, "" when there is none."""
    found = _CASE_NUMBER.search(PurePath(name).stem.replace("_", " "))
    return found[0] if found else ""


def same_case(one: str) -> str:
    """A zaaknummer to compare by: letters and digits only."""
    return "".join(letter for letter in one.casefold() if letter.isalnum())
