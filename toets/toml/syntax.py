"""Mistakes in the syntax of a TOML file, in Dutch."""

from __future__ import annotations

import re
from tomllib import TOMLDecodeError

_LINE = re.compile(r"\(at line (\d+), column (\d+)\)")
_REASONS = (
    ("Expected '=' after a key", "achter een sleutel ontbreekt ="),
    ("Invalid value", "de waarde is niet te lezen; zet tekst tussen aanhalingstekens"),
    ("Invalid statement", "de regel is niet te lezen; schrijf sleutel = waarde"),
    ("Invalid initial character for a key", "een sleutel begint met een teken dat niet mag"),
    ("Cannot overwrite a value", "een sleutel staat er twee keer"),
    ("Cannot declare", "een tabel staat er twee keer"),
    ("Cannot mutate", "een tabel wordt op twee manieren gevuld"),
    ("Cannot redefine", "een tabel wordt op twee manieren gevuld"),
    ("Unclosed array", "een lijst wordt niet gesloten met ]"),
    ("Unclosed inline table", "een tabel wordt niet gesloten met }"),
    ("Duplicate inline table key", "een sleutel staat er twee keer"),
    ("Unterminated string", "een tekst wordt niet gesloten met een aanhalingsteken"),
    ('Expected "', "een tekst wordt niet gesloten met een aanhalingsteken"),
    ("Unescaped '\\'", "een \\ in een tekst; schrijf \\\\, of zet de tekst tussen enkele aanhalingstekens"),
    ("Illegal character", "een teken dat hier niet mag, zoals een regeleinde binnen een tekst"),
    ("Expected newline or end of document", "er staat nog iets achter de waarde"),
    ("Expected ']", "een kop wordt niet gesloten met ]"),
)


def syntax(error: TOMLDecodeError, text: str) -> tuple[str, int]:
    """The Dutch reason of a syntax error, with its column, and its line; an error without a place is at the end of the file."""
    message = str(error)
    place = _LINE.search(message)
    reason = next((dutch for english, dutch in _REASONS if message.startswith(english)), message.split(" (at ")[0])
    return (f"{reason} (kolom {place[2]})", int(place[1])) if place else (reason, text.count("\n") + 1)
