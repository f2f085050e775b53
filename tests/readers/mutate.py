"""Damages documents by chance, in ways that keep them half alive: the same seed gives the same damage."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable
from random import Random

Change = Callable[[bytes, Random], bytes]
ZIP_DATE = (1980, 1, 1, 0, 0, 0)

_ODD = (
    "", "0", "-1", "99999999999999999999", "1e400", "NaN", "\u202e", "\ud7ff", "\U0001f600", "é\u0301" * 40, "€ 1.250.000,-",
    "Artikel 1", "1.1.1.1", "n.v.t.", "a" * 5000, "(" * 300, "1. " * 300, "€ 1 " * 200, "31 februari 2027",
    "\u00a0\u00ad\u200b", "&amp;", "[naam]",
)  # fmt: skip
_ELEMENT = re.compile(rb"<([\w:.-]+)((?:\s[^<>]*?)?)(/?)>")
_VALUE = re.compile(rb'="([^"<>]*)"')
_TEXT = re.compile(rb">([^<>]+)<")
_NUMBER = re.compile(rb"(?<![\w.])-?\d+(?:\.\d+)?(?![\w.])")
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.S)


def mutated(data: bytes, seed: str) -> bytes:
    """The document with one to four changes; zips and PDFs are changed from the inside nearly always."""
    chance = Random(seed)  # noqa: S311 - chance for tests
    inside: tuple[Change, ...] = ()
    if data.startswith(b"PK"):
        inside = (_member, _member, _member, _members)
    elif data.startswith(b"%PDF"):
        inside = (_stream, _stream, _numbers, _objects)
    for _ in range(chance.randint(1, 4)):
        change = chance.choice(inside) if inside and chance.random() < 0.93 else chance.choice(_ANYWHERE)
        data = change(data, chance)
    return data


def _flip(data: bytes, chance: Random) -> bytes:
    out = bytearray(data)
    for _ in range(chance.randint(1, 8) if out else 0):
        out[chance.randrange(len(out))] = chance.randrange(256)
    return bytes(out)


def _slice(data: bytes, chance: Random) -> tuple[int, int]:
    start = chance.randint(0, len(data))
    return start, min(len(data), start + int(chance.paretovariate(0.6)))


def _cut(data: bytes, chance: Random) -> bytes:
    start, end = _slice(data, chance)
    return data[:start] + data[end:]


def _repeat(data: bytes, chance: Random) -> bytes:
    start, end = _slice(data, chance)
    return data[:end] + data[start:end][:4000] * chance.randint(1, 20) + data[end:]


def _end(data: bytes, chance: Random) -> bytes:
    return data[: chance.randint(0, len(data))]


def _insert(data: bytes, chance: Random) -> bytes:
    at = chance.randint(0, len(data))
    return data[:at] + chance.choice(_ODD).encode() + data[at:]


_ANYWHERE: tuple[Change, ...] = (_flip, _flip, _cut, _repeat, _end, _insert)


def _member(data: bytes, chance: Random) -> bytes:
    """Change the XML of one part; the parts that hold text more often than others."""
    parts = _unzipped(data)
    if not parts:
        return _flip(data, chance)
    weights = [8 if re.search(r"(document|content)\d*\.xml$", name) else 3 if name.endswith(".xml") else 1 for name in parts]
    name = chance.choices(list(parts), weights)[0]
    for _ in range(chance.randint(1, 6)):
        parts[name] = chance.choice(_IN_XML if chance.random() < 0.95 else _ANYWHERE)(parts[name], chance)
    return _zipped(list(parts.items()))


def _members(data: bytes, chance: Random) -> bytes:
    """Lose, swap, double or rename whole parts."""
    parts = list(_unzipped(data).items())
    if not parts:
        return _flip(data, chance)
    one, other = chance.randrange(len(parts)), chance.randrange(len(parts))
    match chance.randrange(4):
        case 0:
            del parts[one]
        case 1:
            parts[one] = (parts[one][0], parts[other][1])
        case 2:
            parts.append((parts[one][0].upper(), parts[other][1]))
        case _:
            parts[one] = (parts[one][0].replace("/", "//", 1) or "x", parts[one][1])
    return _zipped(parts)


def _unzipped(data: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    except Exception:  # it was damaged before
        return {}


def _zipped(parts: list[tuple[str, bytes]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in dict(parts).items():
            # A name alone would be dated by the clock, and the same seed would give other bytes two seconds later.
            archive.writestr(zipfile.ZipInfo(name, ZIP_DATE), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _one(pattern: re.Pattern[bytes], data: bytes, chance: Random) -> re.Match[bytes] | None:
    """A match at or after a place by chance."""
    return pattern.search(data, chance.randint(0, len(data))) or pattern.search(data)


def _attribute(data: bytes, chance: Random) -> bytes:
    found = _one(_VALUE, data, chance)
    other = _one(_VALUE, data, chance)
    if not found or not other:
        return _flip(data, chance)
    value = other[1] if chance.random() < 0.5 else chance.choice(_ODD).replace("&", "&amp;").encode()
    return data[: found.start(1)] + value + data[found.end(1) :]


def _words(data: bytes, chance: Random) -> bytes:
    found = _one(_TEXT, data, chance)
    if not found:
        return _flip(data, chance)
    words = chance.choice(_ODD).replace("&", "&amp;").encode()
    kept = found[1] if chance.random() < 0.5 else b""
    return data[: found.start(1)] + words + kept + data[found.end(1) :]


def _element(data: bytes, chance: Random) -> tuple[int, int] | None:
    """Where an element begins and ends, with all inside it."""
    found = _one(_ELEMENT, data, chance)
    if not found:
        return None
    depth, tag = 0, re.escape(found[1])
    for each in re.finditer(rb"<(/?)" + tag + rb"(?=[\s/>])[^<>]*?(/?)>", data[found.start() :]):
        depth += -1 if each[1] else 0 if each[2] else 1
        if depth <= 0:
            return found.start(), found.start() + each.end()
    return None


def _drop(data: bytes, chance: Random) -> bytes:
    place = _element(data, chance)
    return data[: place[0]] + data[place[1] :] if place else _flip(data, chance)


def _double(data: bytes, chance: Random) -> bytes:
    place = _element(data, chance)
    return data[: place[1]] + data[place[0] : place[1]] + data[place[1] :] if place else _flip(data, chance)


def _move(data: bytes, chance: Random) -> bytes:
    place, other = _element(data, chance), _element(data, chance)
    if not place or not other or other[0] <= place[1]:
        return _drop(data, chance)
    return data[: place[0]] + data[place[1] : other[0]] + data[place[0] : place[1]] + data[other[0] :]


def _rename(data: bytes, chance: Random) -> bytes:
    """Give an element, and all elements like it, the name of another."""
    one, other = _one(_ELEMENT, data, chance), _one(_ELEMENT, data, chance)
    if not one or not other:
        return _flip(data, chance)
    return re.sub(rb"(</?)" + re.escape(one[1]) + rb"(?=[\s/>])", rb"\1" + other[1], data, count=chance.choice((2, 0)))


def _nest(data: bytes, chance: Random) -> bytes:
    """Put an element inside copies of an empty shell of another."""
    place, shell = _element(data, chance), _one(_ELEMENT, data, chance)
    if not place or not shell or shell[3]:
        return _double(data, chance)
    times = chance.choice((1, 3, 45, 400))
    return data[: place[0]] + shell[0] * times + data[place[0] : place[1]] + (b"</" + shell[1] + b">") * times + data[place[1] :]


_IN_XML: tuple[Change, ...] = (_attribute, _attribute, _attribute, _words, _words, _drop, _double, _double, _move, _rename, _nest)


def _stream(data: bytes, chance: Random) -> bytes:
    """Change what a stream of a PDF holds once it is unpacked; its length and the places of what follows are then wrong."""
    found = _one(_STREAM, data, chance)
    if not found:
        return _flip(data, chance)
    try:
        inner = zlib.decompress(found[1])
    except zlib.error:
        return data[: found.start(1)] + _flip(found[1], chance) + data[found.end(1) :]
    for _ in range(chance.randint(1, 4)):
        inner = chance.choice((_numbers, _numbers, *_ANYWHERE))(inner, chance)
    return data[: found.start(1)] + zlib.compress(inner) + data[found.end(1) :]


def _numbers(data: bytes, chance: Random) -> bytes:
    """Change a number: a count, a reference, a coordinate, a size."""
    found = _one(_NUMBER, data, chance)
    if not found:
        return _flip(data, chance)
    number = chance.choice((b"0", b"-1", b"1", b"3", b"99999", b"99999999999999999999", b"1.5", b"-32768"))
    return data[: found.start()] + number + data[found.end() :]


def _objects(data: bytes, chance: Random) -> bytes:
    """Swap the names of two entries of dictionaries, or make one object refer to another."""
    pattern = chance.choice((re.compile(rb"/[A-Z][A-Za-z]+"), re.compile(rb"\d+ 0 R")))
    one, other = _one(pattern, data, chance), _one(pattern, data, chance)
    if not one or not other:
        return _flip(data, chance)
    return data[: one.start()] + other[0] + data[one.end() :]
