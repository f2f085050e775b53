"""Whether what a plugin offers is what a hook takes: told before any document is read, as far as it can be known then."""

from __future__ import annotations

import inspect
from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches
from typing import Any

from toets.errors import PluginError
from toets.model.extension import COPIES, FORMS, Extractor, Reader, ReportForm
from toets.plugins import hookspecs


def no_hook(module: object) -> str:
    """Why a function of a plugin is no answer to a hook, in Dutch: it is misspelt, not marked, or asks for something."""
    hooks = sorted(name for name in dir(hookspecs) if name.startswith("toets_"))
    for name in dir(module):
        function: Any = getattr(module, name, None)
        marked = hasattr(function, "toets_impl")
        if not marked and not (name.startswith("toets_") and callable(function)):
            continue
        if name not in hooks:
            near = get_close_matches(name, hooks, n=1)
            return f"'{name}' is geen hook van toets" + (f"; bedoelt u '{near[0]}'" if near else f"; die zijn {', '.join(hooks)}")
        if not marked:
            return f"de functie {name} heeft geen @hookimpl; zet dat erboven (from toets import hookimpl)"
        parameters = inspect.signature(function).parameters.values()
        asked = [one.name for one in parameters if one.default is one.empty]
        if asked:
            return f"de functie {name} vraagt om '{asked[0]}', en een hook krijgt niets mee; schrijf def {name}()"
    return ""


def misfit(item: Reader | Extractor | ReportForm) -> str:
    """What is wrong with an offer, in Dutch; "" when it is as its class says."""
    return next(_problems(item), "")


def _problems(item: Reader | Extractor | ReportForm) -> Iterator[str]:
    if not _is_text(item.name):
        yield f"een {type(item).__name__} heeft als naam {item.name!r}; geef een tekst"
    if isinstance(item, Extractor):
        yield from _texts(item.name, "gives", item.gives, "feiten")
        function: object = item.find
    elif isinstance(item, Reader):
        yield from _texts(item.name, "suffixes", item.suffixes, "uitgangen")
        for suffix in item.suffixes:
            if not suffix.startswith(".") or suffix == "." or suffix != suffix.lower():
                yield f"'{item.name}' heeft als uitgang '{suffix}'; schrijf kleine letters met een punt ervoor, zoals '.eml'"
        function = item.read
    else:
        yield from _form_problems(item)
        function = item.render
    if not callable(function):
        yield f"'{item.name}' heeft {function!r} op de plaats van een functie"


def _texts(name: str, field: str, given: object, what: str) -> Iterator[str]:
    """Why a field isn't a tuple of texts; a text in brackets without a comma is the usual reason."""
    if isinstance(given, str):
        yield f"'{name}' heeft als {field} de tekst '{given}'; zet er een komma achter: {field}=('{given}',)"
    elif not isinstance(given, tuple) or not all(map(_is_text, given)):
        yield f"'{name}' heeft als {field} {given!r}; geef een tuple van teksten"
    elif not given:
        yield f"'{name}' noemt geen {what} in {field}; noem ze alle"


def _form_problems(form: ReportForm) -> Iterator[str]:
    if form.name in (*FORMS, COPIES):
        yield f"het verslag '{form.name}' heeft de naam van een verslag van toets zelf; kies een andere naam"
    suffix: object = form.suffix
    if not _is_text(suffix) or not str(suffix).startswith(".") or not set("/\\").isdisjoint(str(suffix)):
        yield f"het verslag '{form.name}' heeft als uitgang {suffix!r}; schrijf een punt met letters, zoals '.txt'"


def _is_text(given: object) -> bool:
    return isinstance(given, str) and bool(given.strip())


def check_gives(extractors: Iterable[Extractor], kinds: Collection[str]) -> None:
    """Raise PluginError for an extractor that promises a fact that is not declared: no rule can ever ask for that."""
    for extractor in extractors:
        for kind in extractor.gives:
            if kind not in kinds:
                near = get_close_matches(kind, sorted(kinds), n=1)
                meant = f" Bedoelt u '{near[0]}'?" if near else ""
                raise PluginError(
                    f"De plugin {extractor.origin} kan niet meedoen: de herkenning '{extractor.name}' noemt in 'gives' het feit "
                    f"'{kind}', en dat is nergens gedeclareerd.{meant} Verbeter de naam, of declareer het feit in een map van de "
                    "plugin (toets_facts of toets_rule_sets). Bent u niet de maker, meld het dan bij de maker van de plugin."
                )
