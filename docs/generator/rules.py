"""A page for every rule, and the catalogue."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from generator.markdown import contents, fenced, plain, table
from toets.judge.describe import degree
from toets.model.kinds import KIND_WORDS, SCOPE_WORDS
from toets.model.outcome import Status
from toets.model.rule import Example, Rule, RuleSet
from toets.reports.words import SEVERITY_WORDS, STATUS_WORDS
from toets.rulebook import Request, rulebook_for

FIGURES = Path(__file__).parents[2] / "corpus" / "cijfers.json"
MEASURED: tuple[tuple[str, str], ...] = (
    ("meting", "documenten die niet zijn gebruikt om de regels te schrijven"),
    ("ontwikkeling", "documenten waarop is ontwikkeld"),
)
FIGURE_NAMES: tuple[tuple[str, str], ...] = (
    ("precisie", "van wat toets vroeg, klopte"),
    ("vangst", "van wat een lezer zou vragen, vond toets"),
    ("gelijk", "van alle uitkomsten was gelijk aan die van een lezer"),
)
FEW = 20
"""Fewer documents than this and a share says little."""
_PLACE = re.compile(r"\{(\w+)(?:\.\w+)?\}")
"""Where a remedy takes over something from the proposal: {bedrag}."""
EXPECTED: Mapping[str, str] = {status.value: words for status, words in STATUS_WORDS.items()}
NATURES: Mapping[str, str] = {
    "project": "voor een project",
    "technical": "voor een technische wijziging van de begroting",
    "physical": "voor iets in de openbare ruimte, een voorziening of infrastructuur",
    "investment": "voor een investering",
    "area": "voor een gebied",
    "money": "als er geld wordt gevraagd",
    "social": "voor het sociaal domein",
    "tariff": "voor tarieven",
    "programme": "voor een programma",
    "commissioned": "als er een bestuurlijk opdrachtgever is",
    "organised": "als er een projectorganisatie is",
}


def rule_pages() -> Mapping[str, str]:
    """The pages of the rules: the catalogue, one for each set, one for each rule."""
    book = rulebook_for(Request(examples=True))
    sets = [rule_set for rule_set in book.rule_sets if rule_set.rules]
    figures: Mapping[str, Mapping[str, Mapping[str, float]]] = json.loads(FIGURES.read_text(encoding="utf-8"))
    found = {"regels/index.md": _catalogue(sets, figures)}
    for rule_set in sets:
        rules = sorted(rule_set.rules, key=lambda rule: rule.code)
        found[f"regels/{rule_set.name}.md"] = _set_page(rule_set, rules)
        found |= {f"regels/{rule.code}.md": "\n".join(_page(rule, figures)) for rule in rules}
    return found


def _catalogue(sets: Sequence[RuleSet], figures: Mapping[str, Mapping[str, Mapping[str, float]]]) -> str:
    count = sum(len(rule_set.rules) for rule_set in sets)
    rows = [(f"[{item.title}]({item.name}.md)", str(len(item.rules)), _codes(item)) for item in sets]
    return "\n".join(
        (
            "# Alle regels\n",
            f"toets heeft {count} regels in {len(sets)} sets. Van elke regel staat op zijn eigen bladzijde waarom hij bestaat, "
            "waarop hij rust, hoe een voorstel eraan voldoet, met voorbeelden, en hoe vaak hij klopt.\n",
            table(("set", "regels", "codes"), rows),
            "## Hoe vaak kloppen de regels\n",
            "De uitkomsten zijn vergeleken met die van een lezer die toets niet zag. Het rechte cijfer staat in de eerste rij: "
            "daarop zijn de regels niet bijgesteld.\n",
            _figures("alles", figures),
            contents([item.name for item in sets], 2),
        )
    )


def _codes(rule_set: RuleSet) -> str:
    codes = sorted(rule.code for rule in rule_set.rules)
    return f"{codes[0]} tot en met {codes[-1]}"


def _set_page(rule_set: RuleSet, rules: Sequence[Rule]) -> str:
    rows = [(f"[{rule.code}]({rule.code}.md)", plain(rule.title), _severity(rule), rule.tier) for rule in rules]
    head = f"# {rule_set.title}\n"
    return "\n".join((head, table(("regel", "als het goed is", "ernst", "groep"), rows), contents([rule.code for rule in rules])))


def _page(rule: Rule, figures: Mapping[str, Mapping[str, Mapping[str, float]]]) -> Iterator[str]:
    yield f"# {rule.code}: {plain(rule.title)}\n"
    mendable = "ja" if rule.repairable else "nee"
    yield f"**Ernst:** {_severity(rule)}. **Groep:** {rule.tier}. **Herstelbaar vóór de behandeling:** {mendable}.\n"
    yield f"## Waarom\n\n{plain(rule.why)}\n"
    repair = _PLACE.sub(r"… (\1)", rule.repair)
    yield f"## Wat te doen\n\n{plain(repair)}\n"
    yield f"## Voor welke voorstellen\n\n{_kinds(rule)}\n"
    yield f"## Waar de regel op rust\n\n{''.join(_grounds(rule))}"
    if rule.note:
        yield f"## Toelichting\n\n{plain(rule.note)}\n"
    if told := degree(rule):
        yield f"## Kwestie van mate\n\n{' '.join(told)} Zie [regels van mate](regels-van-mate).\n"
    yield f"## Hoe vaak klopt deze regel\n\n{_figures(rule.code, figures) or 'Hierover is nog geen cijfer.'}\n"
    yield "## Voorbeelden\n\nDeze voorbeelden draaien als test bij elke wijziging.\n"
    for number, example in enumerate(rule.examples, 1):
        yield _example(number, example)
    yield f"`toets explain {rule.code} --trace 1` toont bij een voorbeeld de stappen die tot het oordeel leidden.\n"


def _severity(rule: Rule) -> str:
    words = dict.fromkeys(SEVERITY_WORDS[case.severity] for case in rule.severity)
    return " of ".join(words)


def _kinds(rule: Rule) -> str:
    return "\n".join(f"* `{code}` {_kind(code)}" for code in rule.kinds) + "\n"


def _kind(code: str) -> str:
    name, _, nature = code.partition("/")
    words = KIND_WORDS.get(name) or SCOPE_WORDS.get(name, "")
    return f"{words}, alleen {NATURES.get(nature, nature)}" if nature else words


def _grounds(rule: Rule) -> Iterator[str]:
    for norm in rule.norm:
        article = f", artikel {norm.article}" if norm.article else ""
        yield f"* {plain(norm.law)}{article}: {plain(norm.says)} (nagezien op {norm.verified:%d-%m-%Y})\n"
    yield from (f"* {plain(source)}\n" for source in rule.source)
    if not rule.norm and not rule.source:
        yield "De regel noemt geen wet of bron.\n"


def _figures(what: str, figures: Mapping[str, Mapping[str, Mapping[str, float]]]) -> str:
    rows, honest = [], figures.get(MEASURED[0][0], {}).get(what, {}).get("n", 0)
    for name, words in MEASURED:
        found = figures.get(name, {}).get(what)
        if found:
            rows.append((words, f"{found['n']:.0f}", *(_share(found.get(key)) for key, _ in FIGURE_NAMES)))
    head = ("gemeten op", "uitkomsten", *(key for key, _ in FIGURE_NAMES))
    if not rows:
        return ""
    meaning = "; ".join(f"**{key}**: dit deel {words}" for key, words in FIGURE_NAMES)
    careful = " De eerste rij telt weinig uitkomsten: één meer of minder scheelt veel." if 0 < honest < FEW else ""
    none = " Een streepje: er was niets om te meten." if any("–" in row for row in rows) else ""
    return f"{table(head, rows)}\n{meaning}.{none}{careful}\n"


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value * 100:.0f} %"


def _example(number: int, example: Example) -> str:
    expected = EXPECTED.get(example.expect, example.expect)
    sign = "in orde" if example.expect in (Status.SATISFIED.value, Status.JUSTIFIED.value) else expected
    missing = f"\nHier ontbreekt: {', '.join(map(plain, example.missing))}.\n" if example.missing else ""
    words = sign if sign == expected else f"{sign} ({expected})"
    return f"### {number}. {words}, bij {example.kind}\n{missing}\n{fenced(example.text, 'markdown')}"
