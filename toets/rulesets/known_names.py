"""Names in the settings that nothing answers to: a misspelt one would silently do nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches

from toets.errors import SettingsError
from toets.model.document import ROLES
from toets.model.rule import RuleSet
from toets.profiles import WORDS, Settings, names_rule
from toets.rulesets.binding import flat, settings_asked
from toets.toml import meant


def check_names(settings: Settings, rule_sets: Sequence[RuleSet]) -> None:
    """Raise SettingsError with every rule, threshold, heading, label and body in the settings that `rule_sets` don't know."""
    codes = [rule.code for rule_set in rule_sets for rule in rule_set.rules]
    problems = (*_unknown_rules(settings, codes), *_unknown_thresholds(settings, rule_sets), *_unknown_words(settings, rule_sets))
    problems += tuple(_given_twice(settings))
    if problems:
        raise SettingsError("\n".join(problems))


def _unknown_rules(settings: Settings, codes: Sequence[str]) -> Iterator[str]:
    named = (
        *((("regels.uit", "regels.aan")[on], "switched", name) for name, on in settings.switched.items()),
        *(("regels.ernst", "severity", name) for name in settings.severity),
    )
    for key, attribute, name in named:
        if not any(names_rule(name, code) for code in codes):
            where, hint = settings.origin(attribute, name), meant_code(name, with_sets(codes))
            yield f'{where}: "{key}" noemt {name}; zo\'n regel of set is er niet. {hint}'
    for waiver in settings.waivers:
        if waiver.rule not in codes:
            where = settings.origin("waivers", str(waiver))
            yield f"{where}: een uitzondering noemt {waiver.rule}; zo'n regel is er niet. {meant_code(waiver.rule, codes)}"


def with_sets(codes: Iterable[str]) -> tuple[str, ...]:
    """The codes of rules with those of their sets."""
    return tuple(dict.fromkeys(name for code in codes for name in (code, code.partition("-")[0])))


def meant_code(code: str, known: Sequence[str]) -> str:
    """Which rule or set was probably meant, else where to find them; MID-2 is MID-02."""
    name, _, number = code.partition("-")
    padded = f"{name}-{number.zfill(2)}"
    near = [padded] if padded in known else get_close_matches(code, known, n=1)
    return f"Bedoelde u {near[0]}?" if near else "'toets rules' toont alle codes; eigen regels doen mee met --rules MAP."


def _unknown_thresholds(settings: Settings, rule_sets: Iterable[RuleSet]) -> Iterator[str]:
    asked = settings_asked(rule_sets)
    for name, _ in flat(settings.thresholds):
        if name not in asked:
            where = settings.origin("thresholds", name.partition(".")[0])
            yield f'{where}: geen regel vraagt naar de drempel "{name}"{meant(name, sorted(asked))}'


def _unknown_words(settings: Settings, rule_sets: Sequence[RuleSet]) -> Iterator[str]:
    fields = (field.name for one in rule_sets for field in one.vocabulary.fields)
    bodies = (term.code for one in rule_sets for term in one.vocabulary.terms if term.slot == "orgaan")
    known = {
        "headings": ("koppen", "het onderdeel", tuple(ROLES)),
        "fields": ("velden", "het veld", tuple(dict.fromkeys(fields))),
        "bodies": ("organen", "het orgaan", tuple(dict.fromkeys(bodies))),
    }
    for attribute, (key, noun, names) in known.items():
        for name in settings.words.get(attribute, {}):
            if name not in names:
                where = settings.origin("words", attribute)
                yield f'{where}: "{key}" noemt {noun} "{name}", dat niet bestaat{meant(name, names)}'


def _given_twice(settings: Settings) -> Iterator[str]:
    """Words that are given to two parts, fields or bodies: which of them counts would be chance."""
    for key, attribute in WORDS.items():
        given: dict[str, str] = {}
        for name, texts in settings.words.get(attribute, {}).items():
            for text in texts:
                if given.setdefault(text.casefold().strip(), name) != name:
                    where, first = settings.origin("words", attribute), given[text.casefold().strip()]
                    yield f'{where}: "{key}" geeft "{text}" aan "{first}" en aan "{name}"; laat het bij een van beide staan'
