"""Dutch words for the codes in a report, and text made fit to show."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath, PureWindowsPath

from toets.model.document import Document
from toets.model.fact import Fact
from toets.model.kinds import KIND_WORDS
from toets.model.months import FULL_MONTH, dutch_date
from toets.model.outcome import Advice, Only, Status, Verdict, Waiver
from toets.model.report import Kind, Pending
from toets.model.rule import Norm, Severity

STATUS_WORDS: Mapping[Status, str] = {
    Status.SATISFIED: "in orde",
    Status.PARTIAL: "deels voldaan",
    Status.VIOLATED: "niet voldaan",
    Status.NOT_APPLICABLE: "niet van toepassing",
    Status.JUSTIFIED: "gemotiveerd niet van toepassing",
    Status.UNJUSTIFIED: "n.v.t. zonder reden",
    Status.UNDECIDABLE: "niet te beoordelen",
    Status.WAIVED: "uitzondering",
}

SEVERITY_WORDS: Mapping[Severity, str] = {
    Severity.BLOCKING: "blokkerend",
    Severity.ATTENTION: "aandacht",
    Severity.ADVICE: "advies",
}

SEVERITY_MEANINGS: Mapping[Severity, str] = {
    Severity.BLOCKING: "eerst te herstellen",
    Severity.ATTENTION: "aan te vullen vóór de behandeling",
    Severity.ADVICE: "maakt het voorstel beter",
}

SEVERITY_COUNTED: Mapping[Severity, tuple[str, str]] = {
    Severity.BLOCKING: ("blokkerende bevinding", "blokkerende bevindingen"),
    Severity.ATTENTION: ("aandachtspunt", "aandachtspunten"),
    Severity.ADVICE: ("advies", "adviezen"),
}

VERDICT_WORDS: Mapping[Verdict, str] = {
    Verdict.RETURN: "terugsturen naar de steller",
    Verdict.COMPLETE: "laten aanvullen vóór agendering",
    Verdict.READY: "gereed voor agendering",
    Verdict.NOT_A_PROPOSAL: "geen, want dit is geen voorstel",
}

SHORT_VERDICT_WORDS: Mapping[Verdict, str] = {
    Verdict.RETURN: "terugsturen",
    Verdict.COMPLETE: "aanvullen",
    Verdict.READY: "gereed",
    Verdict.NOT_A_PROPOSAL: "geen voorstel",
}

WEIGHED: Mapping[tuple[Only, ...], str] = {
    (Only.CHOSEN,): "alleen de gekozen regels zijn gewogen",
    (Only.NEW,): "alleen wat nieuw is, is gewogen",
    (Only.CHOSEN, Only.NEW): "alleen wat nieuw is bij de gekozen regels, is gewogen",
}

THEME_WORDS: Mapping[str, str] = {
    "opdracht": "Opdracht",
    "mandaat": "Mandaat",
    "middelen": "Middelen",
    "sociaal": "Sociaal domein",
    "uitvoering": "Uitvoering",
    "opgaven": "Opgavegericht werken",
    "resultaat": "Resultaat",
    "samenwerking": "Samenwerking",
    "vorm": "Vorm",
}

ARM_WORDS: Mapping[str, str] = {
    "kinds": "Soort",
    "when": "Voorwaarde",
    "requires": "Nodig om te toetsen",
    "each": "Per stuk",
    "breaks": "In strijd",
    "needs": "Vereist",
    "excuse": "Reden om af te wijken",
    "about": "Onderdeel",
    "partly": "Deels",
    "suffices": "Genoeg als",
    "falls_short": "Mist over het geheel",
    "severity": "Ernst",
    "waiver": "Uitzondering",
}

SURE_ENOUGH = 0.6
"""A kind of document below this certainty is shown as uncertain."""

GUESSED = 0.5
"""A kind below this certainty was guessed, as no word told any: only then it is asked of the reader."""

_TIED = re.compile(
    rf"(?:(?<=€)|(?<=\bart\.)|(?<=\b[Aa]rtikel)) (?=[\d…])|(?<=\b\d) (?={FULL_MONTH}\b)|(?<=\b\d\d) (?={FULL_MONTH}\b)"
)
"""The space in € 340.000, art. 147, artikel 10:3 and 12 maart."""
_MARKS = re.compile(r"«(?P<words>[^«»]*)»|(?P<opens>(?:^|(?<=[\s(\[/‘]))'(?=\S)(?!s[\s-]|[nt]\s))|'")
"""Quotes as a rule has them; an apostrophe opens nothing inside a word, nor in 's avonds and 't Hof."""
_INVISIBLE = re.compile("[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff]+")


def unbroken(text: str) -> str:
    """Text in which amounts, days and articles stay whole at the end of a line; for where lines are broken."""
    return _TIED.sub("\u00a0", text)


def visible(text: str) -> str:
    """Text from a document of the same length, in which what one_line takes out is a space; line breaks stay."""
    return _INVISIBLE.sub(lambda found: "".join("\n" if each == "\n" else " " for each in found[0]), text)


def dutch(words: str) -> str:
    """Text of a rule in the quotes and apostrophes of Dutch print, and so around words of the document in it."""
    return _MARKS.sub(_printed, words).replace("«", "‘").replace("»", "’")


def _printed(found: re.Match[str]) -> str:
    if found["words"] is not None:
        return f"‘{found['words']}’"
    return "‘" if found["opens"] else "’"


def fields_of(fact: Fact) -> str:
    """What was counted or concluded, for a fact about the document as a whole, which has no words to quote."""
    return ", ".join(f"{name} = {value}" for name, value in fact.fields.items() if name != "own" and value != "")


def quoted(name: str) -> str:
    """A name between quotation marks, double where it ends in a name of its own: “Beleidsplan ‘Eerder erbij’”."""
    return f"“{name}”" if "‘" in name else f"‘{name}’"


def one_line(text: str, *, length: int | None = None) -> str:
    """Text from a document as one visible line; cut at a word when longer than `length` characters.

    Control characters and marks that steer a terminal or turn the reading direction become spaces.
    """
    line = " ".join(_INVISIBLE.sub(" ", text).split())
    if length is None or len(line) <= length:
        return line
    return line[: length - 1].rsplit(" ", 1)[0].rstrip(" ,;:.") + " …"


def titled(document: Document) -> str:
    """What a document is called: its title and its subject; one of them when the other says nothing more. "" without both."""
    title, subject = one_line(document.title), one_line(document.subject)
    if subject.casefold() in title.casefold():
        return title
    return subject if title.casefold() in subject.casefold() else f"{title}: {subject}"


def listed(names: Sequence[str]) -> str:
    """Names as a sentence has them: a, b en c."""
    *front, last = names or ("",)
    return f"{', '.join(front)} en {last}" if front else last


def counted(number: int, one: str, several: str) -> str:
    """A number with its noun: 1 blokkerende bevinding, 2 blokkerende bevindingen."""
    return f"{number} {one if number == 1 else several}"


def counts(findings: Mapping[Severity, Sequence[object]]) -> str:
    """How many findings of each severity: 3 blokkerende bevindingen en 27 aandachtspunten."""
    words = [counted(len(found), *SEVERITY_COUNTED[severity]) for severity, found in findings.items() if found]
    return listed(words) if words else "geen bevindingen"


def advice_words(advice: Advice) -> str:
    """An advice in words; nothing is called ready of which only a part was weighed."""
    return f"geen, want {WEIGHED[advice.only]}" if advice.is_withheld else VERDICT_WORDS[advice.verdict]


def short_advice(advice: Advice) -> str:
    """The same in a word or two."""
    return "geen advies" if advice.is_withheld else SHORT_VERDICT_WORDS[advice.verdict]


def weighed(advice: Advice) -> tuple[str, ...]:
    """A sentence on what alone was weighed; none when all was, or when the advice in words says it."""
    return (f"{WEIGHED[advice.only].capitalize()}.",) if advice.only and not advice.is_withheld else ()


def theme(name: str) -> str:
    """What a rule set is about, in words; a set of a plugin goes by its name."""
    return THEME_WORDS.get(name, one_line(name).capitalize())


def plainly(message: str) -> str:
    """A message under "Niet te beoordelen" needn't begin with these words again."""
    rest = one_line(message)
    for words in ("Niet te beoordelen.", "Niet te beoordelen:"):
        rest = rest.removeprefix(words).strip()
    return rest[:1].lower() + rest[1:]


def shown_path(path: str) -> str:
    """A path as a report may be sent on with it: as it was given, but of one that starts at the root only the name."""
    return _ending(path, 1)


def shown_paths(paths: Sequence[str]) -> tuple[str, ...]:
    """The same for several files, with as many folders before the names as it takes to tell them apart."""
    depths = range(1, max((len(PureWindowsPath(path).parts) for path in paths), default=1) + 1)
    tries = (tuple(_ending(path, depth) for path in paths) for depth in depths)
    return next((shown for shown in tries if len(set(shown)) == len(set(paths))), tuple(one_line(path) for path in paths))


def _ending(path: str, depth: int) -> str:
    return one_line("/".join(PureWindowsPath(path).parts[-depth:]) or path) if _is_rooted(path) else one_line(path)


def _is_rooted(path: str) -> bool:
    return PurePosixPath(path).is_absolute() or PureWindowsPath(path).is_absolute()


def field(document: Document, name: str) -> str:
    """The first filled field of the head of a document with this name, on one line; "" when there is none."""
    return next((one_line(one.value) for one in document.metadata if one.field == name and one.value.strip()), "")


def norms(norm: Sequence[Norm]) -> str:
    """The norms of a rule, short: Gemeentewet, art. 160 en 169; Huisstijl raadsvoorstellen."""
    articles: dict[str, list[str]] = {}
    for one in norm:
        articles.setdefault(one.law, []).extend([one.article] if one.article else [])
    return "; ".join(f"{law}, art. {listed(found)}" if found else law for law, found in articles.items())


def waiver_terms(waiver: Waiver) -> str:
    """By whom and until when: griffier, tot en met 1 januari 2027. "" when neither is said."""
    until = f"tot en met {dutch_date(waiver.until)}" if waiver.until else ""
    return ", ".join(part for part in (waiver.by, until) if part)


def pending_words(pending: Pending) -> str:
    """What is still open in the file, and what was read of it; "" when nothing is."""
    several = pending.changes + pending.remarks > 1
    parts = (
        counted(pending.changes, "openstaande wijziging", "openstaande wijzigingen") if pending.changes else "",
        counted(pending.remarks, "opmerking", "opmerkingen") if pending.remarks else "",
    )
    told = f"In het bestand {'staan' if several else 'staat'} {listed([part for part in parts if part])}."
    if pending.changes:
        those = "die wijziging" if pending.changes == 1 else "die wijzigingen"
        read = f"zonder {those}" if pending.original else f"met {those} aanvaard"
        told += f" Getoetst is de tekst {read} (--changes {'original' if pending.original else 'final'})."
    return told if pending else ""


def unsure_kind(kinds: Sequence[Kind]) -> str:
    """What a reader can do about a kind that was guessed; "" when none was. Which words were seen is told by toets read."""
    guessed = next((kind.code for kind in kinds if kind.sure < GUESSED), "")
    if not guessed:
        return ""
    return f"De soort is onzeker, en zij bepaalt welke regels gelden. {_typed(guessed)}"


def no_kind() -> str:
    """That no kind was recognised, and what a reader can do about it."""
    return f"niet herkend; alleen de regels voor alle soorten zijn getoetst. {_typed(next(iter(KIND_WORDS)))}"


def _typed(code: str) -> str:
    return f"Weet u welke soort het is, toets dan opnieuw met die soort, bijvoorbeeld met --soort {code}."


def kind_words(code: str) -> str:
    """A code with its name: RV-FIN (krediet, begrotingswijziging of project met geld)."""
    return f"{code} ({KIND_WORDS[code]})" if code in KIND_WORDS else code
