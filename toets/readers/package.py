"""A zip as a set of parts that can safely be opened: looked at before anything is unpacked."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from toets.errors import ReadError
from toets.model.reading import MEGABYTE, Limits

_ENTRY = b"PK\x01\x02"  # opens every entry of a zip directory
_KNOWN_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_CHUNK = 64 * 1024
# All that zipfile was seen to raise on damaged files; RuntimeError includes NotImplementedError.
_ZIP_ERRORS = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, RuntimeError)
_DAMAGED = "het bestand is beschadigd en kan niet worden geopend. Sla het in Word opnieuw op, of vraag een nieuw exemplaar."
_HOSTILE = "Het bestand is daarom niet geopend; vraag de afzender om een gewoon exemplaar."


class PartError(Exception):
    """One part of a package can't be unpacked; its text is a Dutch clause. The rest may still be readable."""


@dataclass(frozen=True, slots=True)
class Package:
    """An opened zip; `parts` maps a lower-case name with forward slashes to its entry."""

    name: str
    archive: zipfile.ZipFile
    parts: Mapping[str, zipfile.ZipInfo]
    limits: Limits

    def has(self, part: str) -> bool:
        """Whether the zip has this part, whatever the capitals."""
        return part.lower() in self.parts

    def read(self, part: str) -> bytes:
        """The bytes of a part; PartError when it is missing, damaged or larger than its limits allow."""
        info = self.parts.get(part.lower())
        if info is None:
            raise PartError("ontbreekt")
        if info.flag_bits & 1:
            raise PartError("is met een wachtwoord beveiligd")
        if info.compress_type not in _KNOWN_METHODS:
            raise PartError("is op een ongebruikelijke manier ingepakt")
        if info.file_size > self.limits.part_size or _ratio(info) > self.limits.ratio:
            size = info.file_size // MEGABYTE
            raise ReadError(f"{self.name}: het onderdeel {part} is uitgepakt ongewoon groot ({size} MB). {_HOSTILE}")
        return self._unpack(info)

    def _unpack(self, info: zipfile.ZipInfo) -> bytes:
        """In chunks, since a directory may lie about sizes and one big read would unpack everything at once."""
        chunks = []
        try:
            with self.archive.open(info) as stream:
                while chunk := stream.read(_CHUNK):
                    chunks.append(chunk)
        except _ZIP_ERRORS as error:
            raise PartError("is beschadigd") from error
        return b"".join(chunks)


def open_package(data: bytes, name: str, limits: Limits) -> Package:
    """The zip in these bytes; ReadError when it is damaged, or unpacks to more than the limits allow."""
    if data.count(_ENTRY) > limits.parts:
        raise ReadError(f"{name}: het bestand bestaat uit meer dan {limits.parts} onderdelen. {_HOSTILE}")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _ZIP_ERRORS as error:
        raise ReadError(f"{name}: {_DAMAGED}") from error
    total = sum(info.file_size for info in archive.infolist())
    if total > limits.unpacked_size:
        raise ReadError(f"{name}: het bestand is uitgepakt {total // MEGABYTE} MB groot. {_HOSTILE}")
    parts = {info.filename.replace("\\", "/").lstrip("/").lower(): info for info in archive.infolist()}
    return Package(name, archive, parts, limits)


def _ratio(info: zipfile.ZipInfo) -> float:
    return info.file_size / max(1, info.compress_size) if info.file_size > MEGABYTE else 0.0
