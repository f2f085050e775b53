"""How far a name goes on behind the word that announces it: "reserve Vitaal Centrum", "programma 5"."""

from __future__ import annotations

import re

from toets.model.months import FULL_MONTH
from toets.text.lexicon import Line, Word

_LONGEST = 7
_POST = re.compile(r"(?:reserve|voorziening|stelpost|budget|krediet)$")
_PLAIN_GAP = frozenset({" ", "/", " / ", " & ", "&", " + "})
_QUOTED_GAP = re.compile(r" ['\"‘’“”]")
_SHORT = 4
"""A full stop behind so short a word belongs to the word: "Gebr. Toonen"."""

_POST_INNER = re.compile(r"(?:en|van|voor)$")
_INNER = re.compile(r"(?:en|van|de|het|den|der|in|voor|op|aan|'s|'t|ten|ter|te)$")
_NUMBER = re.compile(
    r":? ?\|? ?(?P<number>\d{1,7}(?:[./]\d{1,6}){0,3}[A-Za-z]?)(?![\w%]|[.,]\d)"
    rf"(?!\.? ?{FULL_MONTH})"
)
_FUNCTION_WORDS = re.compile(
    r"""(?:aan|achter|af|al|als|alsmede|bij|binnen|boven|buiten|daar|daarna|daarnaast|daarvan|dan|dat|de|deze|die|dient|dienen|dit|door|dus|een|echter|eenmalig|
    en|er|gaat|gedurende|geen|geldt|haar|had|hadden|heeft|hebben|het|hier|hierbij|hiervoor|hun|ieder|in|incidenteel|indien|is|jaarlijks|kan|komt|komen|kunnen|
    maar|mag|meer|met|mits|moet|moeten|mogen|na|naar|nader|niet|nog|nodig|nu|of|om|omdat|omhoog|omlaag|onder|ook|op|over|per|reeds|rechtstreeks|staat|
    structureel|te|ten|tegen|ter|terwijl|toe|tot|tussen|uit|uiterlijk|van|vanaf|vanuit|vanwege|vast|via|vindt|vinden|volgens|volledig|voor|vóór|vooralsnog|wanneer|was|
    waar|waaraan|waarbij|waarin|waarop|waaruit|waarvan|waarvoor|weer|wel|welke|wordt|worden|werd|werden|wij|we|zal|ze|zich|zij|zijn|zijnde|zit|zitten|zo|zoals|zodat|zonder|
    zou|zullen|zelf|beschikbaar|(?:on)?toereikend|(?:on)?voldoende|benodigd|benodigde|gevraagd|gevraagde|lager|hoger|eerst|eventueel|tevens|alleen|juist|conform|ingevolge|krachtens|alsook|respectievelijk|namelijk|circa|ongeveer|ruim|plus|minus|totaal|uiteraard|waarschijnlijk)$""".replace(
        "\n", ""
    ).replace(" ", "")
)
_VERBS = re.compile(
    r"""(?:(?:ge|be|ver|ont|her|in|op|af|aan|toe|uit)\w*(?:gd|ld|rd|nd|md|pt|kt|st|ft|ht|eerd|teld|steld|bracht|nomen|geven|komen|bleven|trokken|vallen|zet)|
    bedraagt|bedragen|daalt|dalen|stijgt|loopt|lopen|bevat|neemt|blijft|blijven|volstaat|resteert|ontstaat|vervalt|valt|vallen|dekt|dekken|krijgt|groeit|laat|laten|
    ligt|liggen|wil|doet|biedt|levert|maakt|raakt|vraagt|kent|helpt|vormt|vormen|zorgt|betreft|betaalt|kost|kosten|leidt|geeft|toont|hoort|begint|eindigt|bestaat|
    voorziet|wijkt|zullen|stellen|nemen|brengen|doteren|onttrekken|storten|toevoegen|verlagen|verhogen|vormen|instellen|opheffen|aanvullen|inzetten|gebruiken|
    aanspreken|bijstellen|overhevelen|ramen|reserveren|vrijvallen|openen|voteren|verstrekken|verlenen|aanvragen|aanwenden)$""".replace(
        "\n", ""
    ).replace(" ", "")
)


def capital_run(line: Line, first: int, *, joins: bool = False, mixed: bool = False) -> int | None:
    """Where a name with capitals ends that starts at word `first`; None if no name starts there.

    With `joins` "en" may join two parts ("Werk en Inkomen"); with `mixed` words in lower case may follow the first
    ("Dekking kapitaallasten").
    """
    if not _starts(line, first):
        return None
    end = line.words[first].end
    index = first + 1
    while index < min(first + _LONGEST, len(line.words)) and _joined(line, index):
        word = line.words[index]
        if _is_capital(word) or (mixed and _is_noun(word)):
            end = word.end
        elif (
            (word.low == "en" and not joins)
            or not (_POST_INNER if mixed else _INNER).match(word.low)
            or not _goes_on(line, index, mixed=mixed)
        ):
            break
        index += 1
    return end


def lower_run(line: Line, first: int, *, least: int = 1) -> int | None:
    """Where a name in lower case ends ("groot onderhoud wegen"): nouns and adjectives up to a function word, a verb or a sign.

    None if it has fewer than `least` words.
    """
    end, count = None, 0
    for index in range(first, min(first + _LONGEST, len(line.words))):
        word = line.words[index]
        if line.flat[line.words[index - 1].end : word.start] not in (" ", "- "):
            break
        if word.low == "en" and count and _goes_on(line, index, mixed=True) and not _is_article(line, index + 1):
            continue
        if not _is_noun(word):
            break
        end, count = word.end, count + 1
    return end if count >= least else None


def number_run(line: Line, at: int) -> int | None:
    """Where the number ends that stands straight behind a word ("programma 5", "taakveld 6.71", "Programma: 4")."""
    match = _NUMBER.match(line.flat, at)
    return match.end("number") if match else None


def _starts(line: Line, first: int) -> bool:
    if not 0 < first < len(line.words):
        return False
    gap = line.flat[line.words[first - 1].end : line.words[first].start]
    near = gap in _PLAIN_GAP or bool(_QUOTED_GAP.fullmatch(gap)) or _abbreviated(line, first, gap)
    return near and _is_capital(line.words[first])


def _abbreviated(line: Line, index: int, gap: str) -> bool:
    return gap == ". " and len(line.words[index - 1].text) <= _SHORT and line.words[index - 1].text[0].isupper()


def _joined(line: Line, index: int) -> bool:
    gap = line.flat[line.words[index - 1].end : line.words[index].start]
    return gap in _PLAIN_GAP or _abbreviated(line, index, gap)


def _goes_on(line: Line, index: int, *, mixed: bool) -> bool:
    """Whether a small word inside a name is followed by more of it."""
    after = index + 1
    while not mixed and after < len(line.words) and _joined(line, after) and _INNER.match(line.words[after].low):
        after += 1
    if after >= len(line.words) or not _joined(line, after):
        return False
    word = line.words[after]
    if _POST.search(word.low):
        return False
    return _is_capital(word) or (mixed and line.words[index].low == "en" and after == index + 1 and _is_noun(word))


def _is_article(line: Line, index: int) -> bool:
    return index < len(line.words) and line.words[index].low in ("de", "het", "een")


def _is_capital(word: Word) -> bool:
    return word.text[0].isupper()


def _is_noun(word: Word) -> bool:
    """Whether a word in lower case can be part of the name of a reserve: no function word, verb or number."""
    return word.text[0].isalpha() and not _FUNCTION_WORDS.match(word.low) and not _VERBS.match(word.low)
