"""What is done when something goes wrong: "blijft de bijdrage uit, dan bouwen wij eerst blok C".

Dutch opens such a sentence with a verb or with "als", "mocht", "bij"; behind ", dan" stands what is done. The sentence counts by
its form, whatever is built or bought; only the mishap must be one, and what follows must be more than the harm that it does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from toets.text.sentences import sentences
from toets.text.tokens import word_set

_MISHAP = re.compile(
    r"\b(?:niet|geen|niemand|nergens|minder|te (?:weinig|laat|hoog|duur|krap|druk|traag)|onvoldoende|onder de|boven de|later"
    r"|hoger|lager|langer|duurder|meer dan|uit(?:blijft|blijven|valt|vallen|loopt|lopen)|tegen(?:valt|vallen)|uitval\w*|uitloop"
    r"|weg(?:valt|vallen)|vertra\w+|oponthoud|stagn\w+|storing\w*|tekort\w*|overschr\w+|tegenval\w*|mislukk?\w*|strand\w*"
    r"|weiger\w*|stop(?:t|pen)|haakt|haken|afhaken|faill\w+|bezwaar|beroep|overlast|klachten|problemen|knelt|knelpunt\w*|gebrek\w*"
    r"|meerkosten|meerwerk|afgewezen|afwijzing|afwijst|ziek\w*|verzet|stijg(?:t|en)|oploopt|oplopen|achter(?:blijft|blijven)?"
    r"|zonder)\b"
    r"|\b(?:blijft|blijven|valt|vallen|loopt|lopen|haakt|haken)\b[^.;]{0,60}\b(?:uit|tegen|weg|af|achter|op)\b"
    r"|\b(?:trek(?:t|ken)|zie(?:t|n)|zeg(?:t|gen))\b[^.;]{0,60}\b(?:terug|af|op)\b|\b(?:terugtrek|afzie|opzeg)\w+",
    re.IGNORECASE,
)
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
_THEN = re.compile(r",? dan (?P<next>[\wà-ÿ]+)(?=(?P<rest>[^.;]*))", re.IGNORECASE)
_AGAIN = re.compile(r"\W*dan (?P<next>[\wà-ÿ]+)(?=(?P<rest>[^.;]*))", re.IGNORECASE)
_HARM = word_set(
    """kan kunnen is zijn loopt lopen stijgt stijgen daalt dalen kost kosten betekent betekenen ontstaat ontstaan dreigt dreigen
    heeft hebben was waren zou zouden verliest verliezen duurt duren ook wel pas nog al niet blijkt lijkt weten moet vermoedelijk
    naar"""
)
"""What stands behind "dan" when only the consequence is told."""
_NO_PLAN = re.compile(
    r"\b(?:kom(?:t|en)?|keer(?:t|en)?)\b[^.;]{0,60}\bterug\b|\bterugkomen\b|\b(?:wordt|worden|zal|zullen)\b[^.;]{0,40}"
    r"\b(?:bezien|bekeken|besproken|overlegd|overwogen|gezocht|geïnformeerd|nagegaan)\b"
    r"|\b(?:bekijken|bezien|zien|overleggen) (?:wij|we)\b|probleem|misgaan"
    r"|\b(?:krijg(?:t|en)|ontvang(?:t|en)|hou(?:dt|den)|mis(?:t|sen)|betaa?l(?:t|en))\b[^.;]{0,30}"
    r"\b(?:minder|geen|niets|meer|tekort|boete)\b"
    r"|\b(?:derft|derven|lijdt|lijden)\b|\bblij(?:ft|ven)\b[^.;]{0,40}\b(?:bestaan|liggen|zitten|onopgelost|over)\b",
    re.IGNORECASE,
)
_COMPARED = re.compile(r"\b(?:meer|minder|anders|ander|andere|vaker|eerder|\w{2,}ere?) dan\b", re.IGNORECASE)
_AT = re.compile(
    r"\W*(?:bij|onder|boven|zonder) (?:een |de |het )?(?P<mishap>[^,.;]{2,60}?)(?:,| )(?:gaat|gaan|rijdt|rijden|vervalt|vervallen"
    r"|schuift|schuiven|start|starten|beginnen|begint|sluit|sluiten|huren|huurt|neemt|nemen|kiezen|kiest|zetten|zet|schakelt"
    r"|schakelen|valt|vallen|stopt|stoppen|stellen|stelt|wijken|wijkt|versoberen|faseren|schrappen|verschuiven|dragen|draagt"
    r"|springt|springen)\b",
    re.IGNORECASE,
)
_LIMIT = re.compile(r"\W*(?:onder|boven) (?:de |het )?(?:\d|€)", re.IGNORECASE)


def answered(text: str, before: str = "") -> tuple[int, int] | None:
    """Where a text says what is done if something goes wrong, as its first and last character; None where it doesn't.

    `before` is the sentence in front of it: a sentence that opens with "Dan" answers the mishap that is told there.
    """
    earlier = before
    for start, end in sentences(text):
        sentence = text[start:end]
        if not sentence.rstrip().endswith("?") and _answers(sentence, earlier):
            return start, end
        earlier = sentence
    return None


def _answers(sentence: str, before: str) -> bool:
    again = _AGAIN.match(sentence)
    if again:
        return bool(_MISHAP.search(before)) and _acts(again)
    at = _AT.match(sentence)
    if at and (_MISHAP.search(at["mishap"]) or _LIMIT.match(sentence)):
        return not _NO_PLAN.search(sentence)
    return any(
        _supposed(sentence[: then.start()]) and _MISHAP.search(sentence[: then.start()]) and _acts(then)
        for then in _thens(sentence)
    )


def _supposed(condition: str) -> bool:
    first = _FIRST.match(condition)
    word = first["word"].lower() if first else ""
    if _TOLD.fullmatch(word):
        return False
    return bool(_IF.search(condition)) or (word not in _NO_VERB and bool(_VERB.fullmatch(word)))


def _thens(sentence: str) -> Iterator[re.Match[str]]:
    compared = {found.end() for found in _COMPARED.finditer(sentence)}
    return (found for found in _THEN.finditer(sentence) if found.start("next") - 1 not in compared)


def _acts(then: re.Match[str]) -> bool:
    """Whether it is a deed that follows, not only the harm or the promise to talk."""
    return then["next"].lower() not in _HARM and not _NO_PLAN.search(then["next"] + then["rest"])
