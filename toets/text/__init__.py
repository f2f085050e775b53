"""From characters to sentences, typed spans, phrase hits, polarity and quotation; the only room that knows spaCy."""

from __future__ import annotations

from toets.text.anchors import Index
from toets.text.language import Language, phrase_index, without_variants
from toets.text.normal import normal, stem
from toets.text.phrases import Hit
from toets.text.tokens import Token

__all__ = ["Hit", "Index", "Language", "Token", "normal", "phrase_index", "stem", "without_variants"]
