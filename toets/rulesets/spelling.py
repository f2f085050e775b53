"""Dutch spelling when an ending is put behind a word or taken off: open and closed syllables, f/v, s/z, the trema.

Rules of the Woordenlijst Nederlandse Taal (het Groene Boekje), as far as they can be followed without knowing the stress.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_VOWELS = "aeiouyäëïöüáéíóúàè"
_VOWEL = re.compile(f"[{_VOWELS}]")
_OPEN = re.compile(rf"(?:^|[^{_VOWELS}])([aeou])([^{_VOWELS}wxj])$")
_SHORT = re.compile(rf"(?:^|[^{_VOWELS}])[aeiou]([^{_VOWELS}wxjh])$")
_LONG = re.compile(r"(?:aa|ee|oo|uu)[^aeiouy]$")
_UNSTRESSED = re.compile(rf"[{_VOWELS}].*(?:e[lrnm]|or)$")
_NEVER_DOUBLED = re.compile(rf"[{_VOWELS}].*i[gk]$")
_SOFT = {"f": "v", "s": "z"}
_HARD = {"v": "f", "z": "s"}
_HIATUS = (("uer", "ueer"), ("iër", "ieer"), ("eër", "eëer"))
_ADJECTIVE_ENDINGS = re.compile(r".{2}(?:aal|achtig|air|baar|eel|end|eus|ief|iek|ig|isch|lijk|loos|rijk|vol|zaam)$")
_ADJECTIVES = frozenset({
    "arm", "breed", "compleet", "concreet", "correct", "dicht", "diep", "direct", "divers", "dun", "duur", "eerlijk",
    "effectief", "efficiënt", "erg", "exact", "fel", "fijn", "goedkoop", "grof", "groot", "hard", "heel", "helder", "hoog",
    "intens", "jong", "juist", "kansrijk", "klein", "kort", "koud", "krap", "laag", "laat", "lang", "leeg", "licht", "mooi",
    "nauw", "nieuw", "open", "oud", "precies", "rijk", "ruim", "scherp", "simpel", "slank", "smal", "snel", "sterk", "streng",
    "strikt", "vast", "veilig", "ver", "vers", "vlak", "vlug", "vol", "vrij", "vroeg", "warm", "wijd", "zacht", "zeker",
    "zuinig", "zwaar", "zwak",
})  # fmt: skip
"""Adjectives that don't show it by their ending: only adjectives get degrees, or a plan would have a planner for a form."""


def has_vowel(text: str) -> bool:
    """Whether there is a vowel, so that the text can be the stem of a verb."""
    return _VOWEL.search(text) is not None


def long_stems(raw: str) -> tuple[str, ...]:
    """The stem of a weak verb from its infinitive without -en: mak → maak, stell → stel, leev → leef, verbeter → both."""
    if len(raw) > 1 and raw[-1] == raw[-2] and raw[-1] not in _VOWELS:
        return (raw[:-1],)
    for ending, stem in _HIATUS:
        if raw.endswith(ending):
            return (raw[:-3] + stem,)
    found = _OPEN.search(raw)
    if found is None:
        return (_hardened(raw),)
    lengthened = _hardened(raw[:-1] + found[1] + raw[-1])
    return (raw, lengthened) if _UNSTRESSED.search(raw) else (lengthened,)


def _hardened(stem: str) -> str:
    return stem[:-1] + _HARD.get(stem[-1], stem[-1])


def with_ge(core: str) -> str:
    """A participle with ge- and, where two vowels would run together, a trema: geïnformeerd, geëvalueerd, geopend."""
    second = core[1:2]
    if core[0] == "e" or (core[0] == "i" and second not in ("j", "e")) or (core[0] == "u" and second != "i"):
        return "ge" + {"e": "ë", "i": "ï", "u": "ü"}[core[0]] + core[1:]
    return "ge" + core


def with_e(word: str, ending: str = "e") -> tuple[str, ...]:
    """A word with -e (or -en, -er) behind it: grote, dikke, lieve, gewijzigde; both spellings where stress decides."""
    last = word[-1]
    if _LONG.search(word):
        short = word[:-2] + last
        return tuple(stem + ending for stem in (short, *_softened(short)))
    if _SHORT.search(word):
        if _NEVER_DOUBLED.search(word):
            return (word + ending,)
        doubled = word + last + ending
        return (word + ending, doubled) if _UNSTRESSED.search(word) else (doubled,)
    return tuple(stem + ending for stem in (word, *_softened(word)))


def _softened(stem: str) -> tuple[str, ...]:
    """briev, huiz: after a long vowel, l, r, m or n an f may become v and an s z."""
    soft = _SOFT.get(stem[-1])
    return (stem[:-1] + soft,) if soft and len(stem) > 2 and stem[-2] in "aeiouyjlrnm" else ()


def plurals(word: str) -> Iterator[str]:
    """What may stand behind a noun or adjective: -en, -s, 's, -heden; -e, -er, -ere, -st, -ste."""
    last = word[-1]
    if (
        last in "aiouy"
        and word[-2:] not in ("ui", "ei", "ij", "ou", "au", "eu", "oe", "ay", "ey", "oy")
        and not word.endswith("aai")
    ):
        yield word + "'s"
        return
    if word.endswith("heid"):
        yield word[:-4] + "heden"
    yield word + "s"
    if last == "e":
        yield word + ("ën" if word.endswith(("ie", "ee")) else "n")
        return
    yield from with_e(word, "en")
    yield from with_e(word)
    if word in _ADJECTIVES or _ADJECTIVE_ENDINGS.search(word):
        for comparative in with_e(word, "er"):
            yield comparative
            yield comparative + "e"
        if last == "r":
            yield from (word + "der", word + "dere")
        superlative = word + ("t" if last == "s" else "st")
        yield from (superlative, superlative + "e")
