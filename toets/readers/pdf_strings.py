"""Strings out of PDFium, which gives them in two steps: first the size, then the characters."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any, Final

_LONGEST: Final = 100_000


def string(ask: Callable[..., int], *of: Any) -> str:
    """What a function of PDFium says of these things; "" when it has nothing to say, or far too much."""
    size = ask(*of, None, 0)
    if not 2 < size < _LONGEST:
        return ""
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    ask(*of, buffer, size)
    return bytes(buffer)[: size - 2].decode("utf-16-le", "replace")
