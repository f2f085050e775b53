"""From TOML to rule sets: loading, checking, merging, and filling in settings."""

from toets.rulesets.binding import bind, settings_asked
from toets.rulesets.examples import check_examples
from toets.rulesets.forms import Inflector, Irregular, WordForms, forms_of
from toets.rulesets.known_names import check_names, meant_code, with_sets
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
    "check_names",
    "forms_of",
    "load",
    "meant_code",
    "own_words",
    "parse_phrase",
    "read_phrase",
    "settings_asked",
    "vocabulary_of",
    "with_sets",
    "without",
]
