"""What is done when something goes wrong: "blijft de bijdrage uit, dan bouwen wij eerst blok C".

Dutch opens such a sentence with a verb or with "als", "mocht", "bij"; behind ", dan" stands what is done. The sentence counts by
its form, whatever is built or bought; only the mishap must be one, and what follows must be more than the harm that it does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from toets.extract.scene import Scene
from toets.model.document import Passage
from toets.text.sentences import sentences
from toets.text.tokens import word_set

Stretch = tuple[int, int]

_IF = re.compile(r"\b(?:als|indien|mochten?|wanneer|zodra|bij|ingeval)\b", re.IGNORECASE)
_FIRST = re.compile(r"\W*(?P<word>[\wà-ÿ]+)")
_NO_VERB = word_set(
    """het dit dat wat niet met uit tot omdat want een den men hun ten tegen tussen boven naast samen binnen buiten daarnaast dan
    alleen toen geen eerst soms steeds anders achteraf verder voorts"""
)
_VERB = re.compile(r"\w*(?:t|en|aan|is|kan|zal|mag|wil|zijn)", re.IGNORECASE)
"""A sentence that opens with a word of this form, and is no question, opens with its verb: a condition."""
_TOLD = re.compile(r"(?:\w{2,}(?<!moch)(?:de|te)|had|hadden|was|waren|werd|werden|kwam|kwamen|ging|gingen|bleek)", re.IGNORECASE)
"""A sentence that opens so tells of what has been elsewhere or would be: "hoorde daar meer dan de helft bij één groep, dan …"."""
_SIGN = re.compile(r"\b(?:dan|bij|onder|boven|zonder|als|indien|wanneer|in dat geval) |mocht", re.IGNORECASE)
"""A text without any of these words answers nothing."""
_THEN = re.compile(r",? dan (?P<next>[\wà-ÿ]+)(?=(?P<rest>[^.;]*))", re.IGNORECASE)
_AGAIN = re.compile(r"\W*(?:dan|in dat geval|zo niet, dan) (?P<next>[\wà-ÿ]+)(?=(?P<rest>[^.;]*))", re.IGNORECASE)
_COMPARED = re.compile(r"\b(?:meer|minder|anders|ander|andere|vaker|eerder|\w{2,}ere?) dan\b", re.IGNORECASE)
_WE = re.compile(r"\w+ (?:wij|we|het college|de gemeente)\b", re.IGNORECASE)
"""Behind a condition: who proposes does something."""
_LACKS = re.compile(r"\b(?:niet|geen|nog|niets|onderzocht|gezocht)\b", re.IGNORECASE)
"""Behind a way out that is called so: there is none yet."""
_OPENS_IF = re.compile(r"\W*(?:als|indien|wanneer|mochten?) [^,;.]{6,}?, (?:in dat geval )?", re.IGNORECASE)
"""A sentence that opens with its condition, up to the comma behind which a deed may follow without "dan"."""
_AT = re.compile(r"\W*(?:bij|onder|boven|zonder) (?:een |de |het )?", re.IGNORECASE)
_UP_TO_VERB = re.compile(r"[^,.;]{2,60}?(?:,| )", re.IGNORECASE)
"""A sentence that opens with "bij uitval van", and what stands between that and its verb."""
_LIMIT = re.compile(r"\W*(?:onder|boven) (?:de |het )?(?:\d|€)", re.IGNORECASE)


_BREAK = re.compile(r";(?= \w)")
"""Behind it a new main clause begins, that may be the condition: "De kabel komt in mei; lukt dat niet, dan …"."""


class Told(NamedTuple):
    """A text, and where it tells of a mishap, of what is done then, and of what is no answer: talk, harm, or a comparison.

    `others` are words of another way than the first, `well` of what goes well, `named` of a way out that is called so.
    Each place is its first and last character; harm and comparisons begin with "dan".
    """

    text: str
    mishaps: tuple[Stretch, ...] = ()
    deeds: tuple[Stretch, ...] = ()
    no_plans: tuple[Stretch, ...] = ()
    harms: tuple[Stretch, ...] = ()
    comparisons: tuple[Stretch, ...] = ()
    others: tuple[Stretch, ...] = ()
    well: tuple[Stretch, ...] = ()
    named: tuple[Stretch, ...] = ()


def told(scene: Scene, passage: Passage) -> Told:
    """A passage with what it tells of mishaps."""
    lists = (
        *("tegenslag", "terugval_daad", "terugval_geen_plan", "dan_alleen_gevolg", "dan_vergelijking"),
        *("terugval_anders", "gaat_goed", "terugval_genoemd"),
    )
    return Told(passage.text, *(tuple((hit.start, hit.end) for hit in scene.says(passage, name)) for name in lists))


def answered(said: Told, before: Told | None = None) -> Stretch | None:
    """Where a text says what is done if something goes wrong, as its first and last character; None where it doesn't.

    `before` is the sentence in front of it: a sentence that opens with "Dan" answers the mishap that is told there.
    """
    mishap = bool(before and before.mishaps)
    for start, end in sentences(said.text) if said.named or _SIGN.search(said.text) else ():
        if not said.text[start:end].rstrip().endswith("?") and _answers(said, start, end, mishap):
            return start, end
        mishap = _within(said.mishaps, start, end)
    return None


def _answers(said: Told, start: int, end: int, mishap: bool) -> bool:
    """Whether the sentence between two characters answers a mishap of its own, or the one before it (`mishap`)."""
    sentence = said.text[start:end]
    again = _AGAIN.match(sentence)
    if again:
        return mishap and _acts(said, again, start)
    if _at(said, start, end) or _at_comma(said, start, end) or _named(said, start, end):
        return not _within(said.no_plans, start, end)
    return any(
        _supposed(_BREAK.split(sentence[: then.start()])[-1])
        and (_within(said.mishaps, start, start + then.start()) or _otherwise(said, then, start))
        and _acts(said, then, start)
        for then in _thens(sentence)
    )


def _otherwise(said: Told, then: re.Match[str], start: int) -> bool:
    """Whether another way than the first follows behind "dan" on a condition that is not that all goes well."""
    ours = _WE.match(said.text, start + then.start("next")) is not None
    other = _within(said.others, start + then.start("next"), start + then.end("rest"))
    return ours and other and not _within(said.well, start, start + then.start())


def _named(said: Told, start: int, end: int) -> bool:
    """Whether a way out is called so and told: "de terugvaloptie is …"."""
    return any(start <= first and last <= end and not _LACKS.search(said.text, first, end) for first, last in said.named)


def _at(said: Told, start: int, end: int) -> bool:
    """Whether a sentence opens with a mishap or a limit, and then says what is done: "bij uitval neemt … over"."""
    opening = _AT.match(said.text, start, end)
    if not opening:
        return False
    first = next((deed for deed, _ in said.deeds if _UP_TO_VERB.fullmatch(said.text, opening.end(), deed)), None)
    if first is None or first > end:
        return False
    return _within(said.mishaps, opening.end(), first) or _LIMIT.match(said.text, start) is not None


def _at_comma(said: Told, start: int, end: int) -> bool:
    """Whether a condition opens a sentence and a deed follows straight behind its comma: "als … niet lukt, verkleinen wij …"."""
    condition = _OPENS_IF.match(said.text, start, end)
    if condition is None:
        return False
    ours = _WE.match(said.text, condition.end()) is not None
    deed = ours or any(first == condition.end() for first, _ in said.deeds)
    return deed and _within(said.mishaps, start, condition.end())


def _within(stretches: Iterable[Stretch], start: int, end: int) -> bool:
    return any(start <= first and last <= end for first, last in stretches)


def _supposed(condition: str) -> bool:
    first = _FIRST.match(condition)
    word = first["word"].lower() if first else ""
    if _TOLD.fullmatch(word):
        return False
    return bool(_IF.search(condition)) or (word not in _NO_VERB and bool(_VERB.fullmatch(word)))


def _thens(sentence: str) -> Iterator[re.Match[str]]:
    thens = list(_THEN.finditer(sentence))
    compared = {found.end() for found in _COMPARED.finditer(sentence)} if thens else ()
    return (found for found in thens if found.start("next") - 1 not in compared)


def _goes_on(then: re.Match[str], start: int, stretches: Iterable[Stretch]) -> bool:
    """Whether one of these stretches is "dan" with the word behind it, in a sentence that begins at `start`."""
    return any(last == start + then.end("next") for _, last in stretches)


def _acts(said: Told, then: re.Match[str], start: int) -> bool:
    """Whether it is a deed that follows, not only the harm or the promise to talk, nor a comparison without a comma."""
    compared = not then[0].startswith(",") and _goes_on(then, start, said.comparisons)
    if compared or _goes_on(then, start, said.harms):
        return False
    return not _within(said.no_plans, start + then.start("next"), start + then.end("rest"))
