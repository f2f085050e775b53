"""From TOML to rule sets: loading, checking, merging, and filling in settings."""

from toets.rulesets.binding import bind
from toets.rulesets.examples import check_examples
from toets.rulesets.forms import Inflector, Irregular, WordForms, forms_of
from toets.rulesets.loader import load
from toets.rulesets.merging import vocabulary_of
from toets.rulesets.own_words import own_words, without
from toets.rulesets.phrases import parse_phrase, read_phrase

__all__ = [
    "Inflector",
    "Irregular",
    "WordForms",
    "bind",
    "check_examples",
    "forms_of",
    "load",
    "own_words",
    "parse_phrase",
    "read_phrase",
    "vocabulary_of",
    "without",
]
