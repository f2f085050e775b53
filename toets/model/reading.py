"""How much a reader takes before it refuses, and what a caller can ask of a reader."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from toets.model.extension import Reader

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that one document may cost; beyond it a reader raises ReadError, or stops reading and says so.

    Sizes are in bytes, times in seconds. Proposals stay far below all of them: the largest seen had 420 pages.
    `file_size`: the file itself; `unpacked_size`: all parts of a zip together; `part_size`: one part that is parsed;
    `parts`: files in a zip; `ratio`: unpacked against packed, counted from 1 MB; `depth`: tables and wrappers in each
    other; `blocks`: paragraphs and tables; `characters`: text of all blocks; `pages`: pages of a PDF;
    `page_seconds` and `seconds`: one page, and the whole document.
    """

    file_size: int = 200 * MEGABYTE
    unpacked_size: int = 300 * MEGABYTE
    part_size: int = 50 * MEGABYTE
    parts: int = 5_000
    ratio: int = 250
    depth: int = 40
    blocks: int = 200_000
    characters: int = 20_000_000
    pages: int = 2_000
    page_seconds: float = 10.0
    seconds: float = 120.0


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What a caller asks: the text with tracked changes accepted (final) or refused (original); OCR for scans.

    `readers` are those of plugins; they go first for the endings they name.
    """

    changes: Literal["final", "original"] = "final"
    limits: Limits = Limits()
    ocr: bool = False
    readers: tuple[Reader, ...] = ()
