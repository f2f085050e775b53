"""A hertoets as a reader sees it: what is new first, then what is left to do, then what changed and what is solved."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import PurePath

from toets.model.comparison import Change, Compared, Comparison, Fate, Point
from toets.model.outcome import Advice, Verdict
from toets.reports.cards import TONES, untold
from toets.reports.sheet import Banner, Block, Book, Card, Chapter, Grid, Line, Quote, Sheet, Tone, Words, text
from toets.reports.words import (
    SEVERITY_WORDS,
    STATUS_WORDS,
    advice_words,
    counted,
    dutch,
    listed,
    one_line,
    quoted,
    short_advice,
    weighed,
)

FATE_WORDS = {Fate.SOLVED: "opgelost", Fate.NEW: "nieuw", Fate.OPEN: "nog open", Fate.CHANGED: "veranderd"}
QUOTE_LENGTH = 160

_TONES = {Verdict.RETURN: Tone.BLOCKING, Verdict.COMPLETE: Tone.ATTENTION, Verdict.READY: Tone.GOOD}


def compare_book(comparison: Comparison) -> Book:
    """The hertoets: a sheet a document, with an overview before several."""
    documents = tuple(_as_shown(one) for one in comparison.documents)
    sheets = tuple(_sheet(one, f"d{number}") for number, one in enumerate(documents, 1))
    overview = (_overview(documents),) if len(sheets) != 1 else ()
    title = f"Hertoets van {counted(len(sheets), 'document', 'documenten')}" if overview else f"Hertoets: {sheets[0].title}"
    return Book(title, (*overview, *sheets), _colophon(comparison))


def _as_shown(one: Compared) -> Compared:
    """Without the findings of a severity that this profile does not show."""
    return replace(one, changes=tuple(change for change in one.changes if change.point.severity in one.shown))


def _colophon(comparison: Comparison) -> tuple[str, ...]:
    made = [f"toets {comparison.version}", comparison.engine, f"profiel {comparison.profile}" if comparison.profile else ""]
    earlier = f" Het eerdere verslag is gemaakt met {one_line(comparison.earlier)}." if comparison.earlier else ""
    means = "Opgelost wil zeggen: de regel geeft deze bevinding niet meer. Of de inhoud klopt, zegt dit verslag niet."
    return (
        *((means,) if any(map(_is_compared, comparison.documents)) else ()),
        one_line("Gemaakt met " + ", ".join(part for part in made if part) + "." + earlier),
    )


def _is_compared(one: Compared) -> bool:
    """Whether both versions are there and were read."""
    return one.before is not None and one.after is not None and not (one.before.message or one.after.message)


def _sheet(one: Compared, anchor: str) -> Sheet:
    version = one.after or one.before
    name = one_line(PurePath(version.path).name) if version else ""
    title = one_line(version.subject) if version and version.subject else name
    if one.before is None or one.after is None:
        new = one.before is None
        missing = f"Er is geen {'eerdere' if new else 'nieuwe'} versie bij gevonden."
        banner = Banner(f"Alleen {'nieuw' if new else 'eerder'}", (missing,), Tone.PLAIN)
        return Sheet(anchor, f"Hertoets · {name}", title, (banner,), ())
    over = f"Hertoets · {' → '.join(_names(one.before.path, one.after.path))}"
    unread = tuple(one_line(each.message) for each in (one.before, one.after) if each.message)
    if unread:
        return Sheet(anchor, over, title, (Banner("Niet te vergelijken", unread, Tone.PLAIN),), ())
    return Sheet(anchor, over, title, (*_doubt(one), _banner(one), *_tally(one)), tuple(_chapters(one, anchor)))


def _doubt(one: Compared) -> tuple[Block, ...]:
    """What to look at first when the two versions seem to be two documents."""
    if not one.other_subject or one.before is None or one.after is None:
        return ()
    subjects = " en ".join(quoted(one_line(each.subject)) for each in (one.before, one.after))
    told = f"De twee stukken lijken over verschillende onderwerpen te gaan: {subjects}."
    return (Banner("Twee versies van één stuk?", (told, "Kijk na of de juiste bestanden zijn opgegeven."), Tone.ATTENTION),)


def _names(*paths: str) -> tuple[str, ...]:
    """File names, with the folder each stands in when they are the same."""
    names = tuple(PurePath(path).name for path in paths)
    apart = names if len(set(names)) > 1 else tuple("/".join(PurePath(path).parts[-2:]) for path in paths)
    return tuple(map(one_line, apart))


def _banner(one: Compared) -> Banner:
    was = one.before.advice if one.before else None
    now = one.after.advice if one.after else None
    same = "Het advies blijft" if _words(was) == _words(now) else "Advies nu"
    before = f" (was: {short_advice(was)})" if was and _words(was) != _words(now) else ""
    counts = listed([f"{len(one.having(fate))} {FATE_WORDS[fate]}" for fate in Fate])
    return Banner(f"{same}: {_words(now)}{before}", (f"{counts}.", *(weighed(now) if now else ())), _tone(now))


def _words(advice: Advice | None) -> str:
    return advice_words(advice) if advice else "geen"


def _tone(advice: Advice | None) -> Tone:
    return _TONES.get(advice.verdict, Tone.PLAIN) if advice and not advice.is_withheld else Tone.PLAIN


def _tally(one: Compared) -> tuple[Block, ...]:
    """How many findings of each severity became what; without findings no table."""
    rows = tuple(
        (
            (Words(SEVERITY_WORDS[severity], strong=True, tone=TONES[severity]),),
            *(text(str(sum(change.point.severity is severity for change in one.having(fate)))) for fate in Fate),
        )
        for severity in one.shown
    )
    header = ("Ernst", *(FATE_WORDS[fate].capitalize() for fate in Fate))
    return (Grid("Bevindingen naar ernst", header, (28, 18, 18, 18, 18), rows),) if one.changes else ()


def _chapters(one: Compared, anchor: str) -> Iterable[Chapter]:
    new, left = one.having(Fate.NEW), one.having(Fate.OPEN)
    changed, solved = one.having(Fate.CHANGED), one.having(Fate.SOLVED)
    if new:
        cards = tuple(_card(change, f"{anchor}-n{number}") for number, change in enumerate(new, 1))
        yield Chapter("Nieuw", cards, anchor=f"{anchor}-nieuw")
    if changed:
        yield Chapter("Veranderd", (_changed(changed),), anchor=f"{anchor}-veranderd")
    if left:
        yield Chapter("Nog open", (_left(left),), anchor=f"{anchor}-open")
    if solved:
        yield Chapter("Opgelost", (_solved(solved),), anchor=f"{anchor}-opgelost")


def _card(change: Change, anchor: str) -> Card:
    point = change.point
    return Card(
        anchor=anchor,
        code=point.rule,
        title=dutch(one_line(point.title)),
        tone=TONES[point.severity],
        label=f"{SEVERITY_WORDS[point.severity]}, {STATUS_WORDS[point.status]}",
        message=dutch(untold(one_line(point.message), point.quotes[:1])),
        quotes=tuple(Quote(one_line(words, length=QUOTE_LENGTH), point.where) for words in point.quotes[:1] if words.strip()),
        more=_sentence(change.says),
        repair=dutch(one_line(point.repair)),
    )


def _changed(changes: Sequence[Change]) -> Grid:
    rows = tuple((_rule(change.point), _seen(change.point), text(_sentence(change.says))) for change in changes)
    return Grid("Veranderde bevindingen", ("Regel", "Bevinding", "Wat er veranderde"), (27, 43, 30), rows)


def _left(changes: Sequence[Change]) -> Grid:
    rows = tuple(
        (_rule(change.point), _seen(change.point, change.says), text(_repair(change.point, before)))
        for change, before in zip(changes, (None, *changes), strict=False)
    )
    return Grid("Bevindingen die nog open staan", ("Regel", "Bevinding", "Herstel"), (27, 43, 30), rows)


def _repair(point: Point, before: Change | None) -> str:
    """What to do; of several things of one rule it is said at the first."""
    same = before is not None and (before.point.rule, before.point.repair) == (point.rule, point.repair)
    return "zie hierboven" if same and point.repair else dutch(one_line(point.repair))


def _solved(changes: Sequence[Change]) -> Grid:
    rows = tuple((_rule(change.point), _seen(change.point), text(_sentence(change.says))) for change in changes)
    return Grid("Opgeloste bevindingen", ("Regel", "Was", "Nu"), (27, 43, 30), rows)


def _rule(point: Point) -> Line:
    return (
        Words(point.rule, soft=True),
        Words(f" {dutch(one_line(point.title))} ("),
        Words(SEVERITY_WORDS[point.severity], strong=True, tone=TONES[point.severity]),
        Words(")"),
    )


def _seen(point: Point, says: str = "") -> Line:
    """The message, with the words it is about when the rule speaks of several things."""
    quote = one_line(point.quotes[0], length=QUOTE_LENGTH) if point.item and point.quotes else ""
    below = quote and quote not in point.message
    pieces = [Words(dutch(untold(one_line(point.message), [quote] if below else [])))]
    if below:
        pieces.append(Words(f" “{quote}”" + (f" ({point.where})" if point.where else "")))
    if says:
        pieces.append(Words(f" {_sentence(says)}", soft=True))
    return tuple(pieces)


def _sentence(words: str) -> str:
    line = one_line(words)
    return f"{line[:1].upper()}{line[1:]}." if line else ""


def _overview(documents: Sequence[Compared]) -> Sheet:
    rows = tuple(_row(one, f"d{number}") for number, one in enumerate(documents, 1))
    header = ("Document", "Was", "Nu", "Opgelost", "Nieuw", "Open", "Veranderd")
    grid = Grid("Alle documenten", header, (34, 14, 14, 10, 8, 8, 12), rows)
    return Sheet("alle", "Hertoets", counted(len(rows), "document", "documenten"), (grid,), ())


def _row(one: Compared, anchor: str) -> tuple[Line, ...]:
    version = one.after or one.before
    name = one_line(PurePath(version.path).name) if version else ""
    stands = (
        short_advice(each.advice) if each and each.advice else ("niet gelezen" if each else "ontbreekt")
        for each in (one.before, one.after)
    )
    numbers = (str(len(one.having(fate))) if one.before and one.after else "" for fate in Fate)
    doubt = (Words(" (ander onderwerp?)", soft=True),) if one.other_subject else ()
    return ((Words(name, link=anchor), *doubt), *map(text, stands), *map(text, numbers))
