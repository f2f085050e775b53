"""One rule file becomes a Rule."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from toets.model.document import ROLES
from toets.model.fact import FactKind
from toets.model.rule import ARMS, OF_DEGREE, Condition, Example, Norm, Pattern, Rule, Severity, SeverityCase
from toets.rulesets.clauses import Setting, clauses_in, names_in, parts_in, read_conditions
from toets.rulesets.names import ASKING, CODE, EVERY_KIND, JUDGED, KINDS, PREFIXES, TIERS
from toets.rulesets.patterns import IN_PROPOSAL, PLAIN, Aliases, read_pattern
from toets.rulesets.wording import Placeholders, read_message, read_words
from toets.toml import Table, meant

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What a rule may refer to: declared facts and groups of kinds; `set` and `origin` are where it comes from."""

    facts: Mapping[str, FactKind]
    groups: Mapping[str, tuple[str, ...]]
    set: str
    origin: str


def read_rule(table: Table, catalogue: Catalogue) -> Rule:
    """The rule in one file. Everything that is wrong is noted; the rule is then not to be used."""
    each = _each(table, catalogue)
    arms = _arms(table, catalogue, each)
    severity = _severity(table, catalogue, each)
    known = _placeholders(arms, severity, each, catalogue.facts)
    rule = Rule(
        code=_code(table),
        set=catalogue.set,
        name=_matching(table, "name", _NAME, "kleine letters, cijfers en streepjes"),
        title=read_words(table, "title"),
        tier=table.choice("tier", TIERS),
        kinds=_kinds(table, catalogue) or (EVERY_KIND,),
        severity=severity,
        why=read_words(table, "why"),
        messages=_messages(table, known),
        repair=read_message(table, "repair", known),
        repairable=table.flag("repairable", default=True),
        norm=tuple(_norm(inner) for inner in table.tables("norm")),
        source=table.texts("source"),
        arms=arms,
        each=each,
        each_none=_each_none(table, each),
        enough=_enough(table, arms),
        about=table.texts("about", allowed=ROLES),
        examples=tuple(_example(inner, arms) for inner in table.tables("example")),
        note=table.text("note", default=""),
        origin=catalogue.origin,
    )
    _check_names(table, rule)
    table.done()
    return rule


def _code(table: Table) -> str:
    code = _matching(table, "code", CODE, "een code als MID-02 (hoofdletters, streepje, twee cijfers)")
    stem = table.sheet.path.name.removesuffix(".toml")
    if CODE.fullmatch(code) and stem != code and not stem.startswith(f"{code}-"):
        table.note(
            f'de bestandsnaam "{table.sheet.path.name}" begint niet met de code; noem het bestand {code}-naam.toml', "code"
        )
    return code


def _matching(table: Table, name: str, pattern: re.Pattern[str], allowed: str) -> str:
    value = table.text(name)
    if value and not pattern.fullmatch(value):
        table.note(f'is "{value}"; toegestaan: {allowed}', name)
    return value


def _kinds(table: Table, catalogue: Catalogue) -> tuple[str, ...]:
    """Kinds, prefixes and groups, each perhaps narrowed by a nature: "RV-FIN/project"."""
    names = (*KINDS, *PREFIXES, *catalogue.groups, EVERY_KIND)
    nature = catalogue.facts.get("nature")
    natures = nature.all_fields()["is"].allowed if nature and "is" in nature.all_fields() else ()
    found = table.texts("kinds")
    for index, entry in enumerate(found):
        name, slash, narrowed = entry.partition("/")
        if name not in names:
            table.note(f'onbekende soort "{name}"{meant(name, names)}', "kinds", index)
        elif slash and natures and narrowed not in natures:
            table.note(f'onbekende aard "{narrowed}"{meant(narrowed, natures)}', "kinds", index)
    if table.raw("kinds") == []:
        table.note('is leeg; schrijf ten minste één soort, of "ALLE"', "kinds")
    return found


def _each(table: Table, catalogue: Catalogue) -> Pattern | None:
    inner = table.table("each")
    if inner is None:
        return None
    pattern, _ = read_pattern(inner, alias="each", facts=catalogue.facts, earlier=Aliases(), completion=PLAIN)
    for name in ("name", "with", "count", "absent"):
        if name in inner:
            inner.note(f'"{name}" heeft bij "each" geen betekenis; laat het weg', name)
    return pattern


def _each_none(table: Table, each: Pattern | None) -> str:
    if each is None and "each_none" in table:
        table.note('heeft alleen betekenis naast "each"; laat het weg', "each_none")
    status = table.choice("each_none", JUDGED, default="not_applicable")
    return status if each else ""


def _arms(table: Table, catalogue: Catalogue, each: Pattern | None) -> dict[str, tuple[Condition, ...]]:
    found: dict[str, tuple[Condition, ...]] = {}
    for arm in ARMS:
        tables = table.tables(arm)
        setting = Setting(catalogue.facts, None if arm in OF_DEGREE else each, arm, IN_PROPOSAL if arm == "breaks" else PLAIN)
        if tables:
            found[arm] = read_conditions(tables, setting)
        elif arm in table:
            table.note("is leeg; schrijf ten minste één voorwaarde of laat de sleutel weg", arm)
    for arm in OF_DEGREE:
        if arm in table and "needs" not in table:
            table.note('heeft alleen betekenis naast "needs"; laat het weg', arm)
    if "needs" not in table and "breaks" not in table:
        table.note('verplichte sleutel "needs" of "breaks" ontbreekt: zonder deze valt er niets te toetsen')
    _check_parts(table, found)
    return found


def _check_parts(table: Table, arms: Mapping[str, tuple[Condition, ...]]) -> None:
    for arm, conditions in arms.items():
        for part in parts_in(conditions):
            others = arms.get(part.arm, ())
            if any(parts_in(others)):
                table.note(f'"part_of" verwijst naar "{part.arm}", dat zelf "part_of" gebruikt', arm)
            elif part.least > len(others):
                table.note(f'vraagt {part.least} voorwaarden van "{part.arm}", dat er {len(others)} telt', arm)


def _enough(table: Table, arms: Mapping[str, tuple[Condition, ...]]) -> int:
    enough = table.number("enough", default=0, least=1)
    needs = len(arms.get("needs", ()))
    if enough > needs:
        table.note(f'is {enough}, maar "needs" telt {needs} voorwaarden', "enough")
    return enough


def _severity(table: Table, catalogue: Catalogue, each: Pattern | None) -> tuple[SeverityCase, ...]:
    tables = table.tables("severity")
    cases = tuple(_severity_case(inner, catalogue, each) for inner in tables)
    if not cases:
        table.note('verplichte sleutel "severity" ontbreekt; schrijf bijvoorbeeld [{ is = "attention" }]', "severity")
    for inner, case in zip(tables[:-1], cases[:-1], strict=True):
        if not (case.kinds or case.status or case.where):
            inner.note("geldt altijd, dus wat erna komt geldt nooit; zet dit geval achteraan")
    if cases and (cases[-1].kinds or cases[-1].status or cases[-1].where):
        tables[-1].note('is aan voorwaarden gebonden; sluit af met een geval dat altijd geldt, zoals { is = "attention" }')
    return cases


def _severity_case(table: Table, catalogue: Catalogue, each: Pattern | None) -> SeverityCase:
    case = SeverityCase(
        severity=Severity(table.choice("is", tuple(Severity)) or Severity.ATTENTION),
        kinds=_kinds(table, catalogue),
        status=table.texts("status", allowed=ASKING),
        where=read_conditions(table.tables("where"), Setting(catalogue.facts, each)),
    )
    table.done()
    return case


def _messages(table: Table, known: Placeholders) -> dict[str, str]:
    inner = table.table("message", required=True)
    if inner is None:
        return {}
    found = {name: read_message(inner, name, known) for name in inner.names() if name in JUDGED}
    if "violated" not in inner:
        inner.note('verplichte sleutel "violated" ontbreekt')
    inner.done(also=JUDGED)
    return found


def _placeholders(
    arms: Mapping[str, tuple[Condition, ...]],
    severity: Iterable[SeverityCase],
    each: Pattern | None,
    facts: Mapping[str, FactKind],
) -> Placeholders:
    aliases: dict[str, tuple[FactKind | None, ...]] = {}
    conditions = [condition for arm in arms.values() for condition in arm]
    patterns = [pattern for clause in clauses_in(conditions) for pattern in clause.patterns()]
    patterns += [pattern for case in severity for clause in clauses_in(case.where) for pattern in clause.patterns()]
    for pattern in ([each] if each else []) + patterns:
        aliases[pattern.alias] = (*aliases.get(pattern.alias, ()), facts.get(pattern.fact))
    if each:
        aliases.setdefault("each", aliases[each.alias])
    return Placeholders(aliases)


def _check_names(table: Table, rule: Rule) -> None:
    texts = (*rule.messages.values(), rule.repair)
    named = any(names_in((*rule.arms.get("needs", ()), *rule.arms.get("requires", ()))))
    if not named and any("{missing}" in text for text in texts):
        table.note('gebruikt {missing}, maar geen voorwaarde in "needs" of "requires" heeft een "name"', "message")


def _norm(table: Table) -> Norm:
    found = Norm(
        law=table.text("law"),
        article=table.text("article", default=""),
        says=table.text("says"),
        verified=table.day("verified", required=True) or date.min,
    )
    table.done()
    return found


def _example(table: Table, arms: Mapping[str, tuple[Condition, ...]]) -> Example:
    kind = table.text("kind")
    if kind and kind.partition("/")[0] not in KINDS:
        table.note(f'onbekende soort "{kind}"{meant(kind, KINDS)}', "kind")
    names = tuple(dict.fromkeys(_all_names(arms)))
    missing = table.texts("missing")
    for index, name in enumerate(missing):
        if name not in names:
            table.note(f'onbekende naam "{name}"{meant(name, names)}', "missing", index)
    found = Example(
        kind=kind,
        expect=table.choice("expect", JUDGED),
        text=table.text("text"),
        missing=missing if "missing" in table else None,
        because=table.text("because", default=""),
    )
    table.done()
    return found


def _all_names(arms: Mapping[str, tuple[Condition, ...]]) -> Iterator[str]:
    for conditions in arms.values():
        yield from names_in(conditions)
