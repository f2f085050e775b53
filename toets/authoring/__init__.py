"""For rule authors: run examples, see which phrases they reach, try a rule on old documents, and start something new."""

from toets.authoring.coverage import Coverage, coverage_of
from toets.authoring.scaffold import Plan, new_plugin, new_rule, new_settings
from toets.authoring.schema import new_schemas, schemas
from toets.authoring.tests import Examined, examine
from toets.authoring.trying import Hit, Tried, try_rule

__all__ = [
    "Coverage",
    "Examined",
    "Hit",
    "Plan",
    "Tried",
    "coverage_of",
    "examine",
    "new_plugin",
    "new_rule",
    "new_schemas",
    "new_settings",
    "schemas",
    "try_rule",
]
