"""The typed spans of a text: amounts, dates, names and the rest, found in one pass each and kept apart."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from toets.model.document import Span
from toets.text.amounts import find_amounts
from toets.text.dates import find_dates
from toets.text.law import find_law
from toets.text.law_names import law_names
from toets.text.lexicon import Lexicon as Lexicon
from toets.text.lexicon import Line
from toets.text.names import find_names
from toets.text.numbers import find_numbers
from toets.text.periods import find_quarters, find_years
from toets.text.persons import find_persons


def find_spans(text: str, lexicon: Lexicon) -> tuple[Span, ...]:
    """Every typed span in a text, sorted by start; `value` and `more` are described with the finder of each kind.

    Spans of one kind never overlap (but the articles of one reference share their place), and one number has one kind. A
    function may hold an organisation ("hoofd van de afdeling Wonen"). Time grows with the length of the text only.
    """
    line = Line.of(text)
    hits = lexicon.hits(line)
    laws, names = _contested(list(find_law(line, law_names(line, hits))), _longest(find_names(line, hits, lexicon)))
    posts = _of_kinds(names, "reserve")
    people = [*_of_kinds(names, "persoon"), *find_persons(line, _of_kinds(names, "functie", "orgaan"), lexicon)]
    persons = _outside(_longest(people), [*posts, *_of_kinds(names, "organisatie")]) if people else people
    names = _of_kinds(names, "orgaan", "functie", "organisatie", "reserve")
    numbers = _numbers(line, [*laws, *posts])
    return tuple(sorted((*laws, *numbers, *names, *persons), key=_place))


def _contested(laws: list[Span], names: list[Span]) -> tuple[list[Span], list[Span]]:
    """Laws and names without those that lie in one another, the names in order.

    The name of a law holds no other name ("Wet veiligheidsregio's"), but an organisation may hold that of a law ("Cliëntenraad
    Participatiewet"), and "burgemeester en wethouders" holds no wethouders.
    """
    if not names:
        return laws, names
    organisations = sorted(_of_kinds(names, "organisatie"), key=_place)
    laws = [law for law in laws if law.more["article"] or not _inside(law, organisations)]
    names = _outside(names, laws)
    bodies = _of_kinds(names, "orgaan")
    functions = _outside(_of_kinds(names, "functie"), bodies)
    return laws, sorted((*bodies, *functions, *_of_kinds(names, "organisatie", "reserve", "persoon")), key=_place)


def _inside(span: Span, others: list[Span]) -> bool:
    """Whether a span lies inside one of the others, which are in order, and is shorter."""
    index = bisect_right(others, span.start, key=lambda other: other.start) - 1
    return index >= 0 and others[index].end >= span.end and len(others[index].text) > len(span.text)


def _place(span: Span) -> tuple[int, int, str]:
    return span.start, -span.end, span.kind


def _of_kinds(spans: Sequence[Span], *kinds: str) -> list[Span]:
    return [span for span in spans if span.kind in kinds] if spans else []


def _numbers(line: Line, taken: list[Span]) -> list[Span]:
    """Everything with a number in it; what was found first keeps its place."""
    found: list[Span] = []
    for finder in (find_dates, find_quarters, find_amounts, find_years, find_numbers):
        if spans := _longest(finder(line)):
            found += _outside(spans, [*taken, *found])
    return found


class _Places:
    """Stretches of a text that are taken, merged and in order."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(spans, key=lambda span: span.start):
            if self._ends and span.start < self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            else:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def free(self, span: Span) -> bool:
        """Whether a span overlaps none of them."""
        after = bisect_right(self._ends, span.start)
        return after == len(self._starts) or self._starts[after] >= span.end


def _outside(spans: list[Span], taken: list[Span]) -> list[Span]:
    """The spans that overlap none of those that are taken."""
    if not spans or not taken:
        return spans
    places = _Places(taken)
    return [span for span in spans if places.free(span)]


def _longest(spans: Iterable[Span]) -> list[Span]:
    """Of spans of one kind that overlap the longest, and of equal ones the first."""
    spans = list(spans)
    if len(spans) < 2:
        return spans
    kept: dict[str, list[Span]] = {}
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        same = kept.setdefault(span.kind, [])
        if same and span.start < same[-1].end:
            if span.end - span.start > same[-1].end - same[-1].start:
                same[-1] = span
        else:
            same.append(span)
    return [span for same in kept.values() for span in same]
