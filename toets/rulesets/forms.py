"""The forms of a Dutch word: verbs from their infinitive, with prefixes and particles; nouns and adjectives.

Made for recognition: what a writer may write must be among the forms. A form that nobody writes ("verbeteerd" beside
"verbeterd") does no harm, so where spelling depends on stress, both spellings are given. Strong verbs and irregular
plurals come from [[form]] tables; a prefix is put before them here ("toegeven" from "geven"). Present participles are left out:
they are mostly other words by now (volgende, aangaande, betreffende).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from toets.rulesets.spelling import has_vowel, long_stems, plurals, with_e, with_ge


@dataclass(frozen=True, slots=True)
class Irregular:
    """The forms of a word that don't follow the rules, besides the word itself.

    A `participle` makes it a verb: `forms` are then its finite forms, and prefixes may be put before it. `split` are pairs
    of a separable verb ("stelt", "vast").
    """

    forms: tuple[str, ...]
    participle: str = ""
    split: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class WordForms:
    """The forms of a word: single tokens, split pairs (the first stands before the second), and forms of several tokens."""

    forms: frozenset[str]
    split: tuple[tuple[str, str], ...] = ()
    apart: tuple[tuple[str, ...], ...] = ()


STRICT = ("be", "er", "ge", "her", "mis", "ont", "ver")
"""Prefixes that stay: no "ge" in the participle (besluiten, besloten)."""
EITHER = ("aan", "achter", "door", "mis", "om", "onder", "over", "vol", "voor", "weer")
"""Particles that split off in one verb and stay in another (voorleggen, voorkomen)."""
SEPARABLE = (
    "aan", "achter", "achteruit", "af", "bij", "bijeen", "binnen", "bloot", "deel", "dicht", "door", "gelijk", "goed", "in",
    "kennis", "klaar", "kwijt", "langs", "los", "mede", "mee", "na", "neer", "om", "onder", "op", "open", "over", "plaats",
    "rond", "samen", "stil", "stop", "tegemoet", "tegen", "teleur", "terecht", "terug", "teweeg", "toe", "uit", "vast", "veilig",
    "vol", "voor", "vooraf", "voorop", "voort", "vooruit", "vrij", "waar", "weer", "weg",
)  # fmt: skip
"""Particles that split off: stelt … vast, vast te stellen, vastgesteld."""

_LONGEST_PARTICLE = max(map(len, SEPARABLE))
_SEPARABLE = frozenset(SEPARABLE)
_EITHER = frozenset(EITHER)
_STRICT = frozenset(STRICT)
_NO_VERB = ("oen", "een")
"""Endings of nouns and adjectives (groen, seizoen); the verbs that end so are irregular (doen)."""
_VOICELESS = re.compile(r"(?:[tkfspxc]|ch)$")


class Inflector:
    """Gives the forms of words; remembers those it gave. `irregular` holds the [[form]] tables by word."""

    __slots__ = ("_given", "_irregular")

    def __init__(self, irregular: Mapping[str, Irregular] | None = None) -> None:
        self._irregular = irregular or {}
        self._given: dict[str, WordForms] = {}

    def __call__(self, word: str) -> WordForms:
        """The forms of a word; of "beschikbaar_stellen" those of a verb whose first part is always written apart."""
        known = self._given.get(word)
        if known is None:
            known = self._given[word] = forms_of(word, self._irregular)
        return known


def forms_of(word: str, irregular: Mapping[str, Irregular]) -> WordForms:
    """All forms of a word, itself included. Lower case; `a_b` stands for the verb b with the loose part a."""
    *loose, last = [part for part in word.split("_") if part] or [word]
    if loose:
        return _with_loose(tuple(loose), last, irregular)
    own = irregular.get(word)
    if own is not None and not own.participle:
        return WordForms(frozenset((word, *own.forms)), own.split, _te_forms(own.split, word))
    compound = tuple(_compound_forms(word, irregular))
    if not compound and _is_verb(word, irregular):
        verb = _conjugate(word, irregular)
        own_split = own.split if own else ()
        split = tuple(dict.fromkeys((*own_split, *sorted(verb.split))))
        return WordForms(frozenset(verb.forms()), split, verb.apart)
    return WordForms(frozenset({word, *plurals(word), *compound}))


def _with_loose(loose: tuple[str, ...], last: str, irregular: Mapping[str, Irregular]) -> WordForms:
    """Stelt … beschikbaar, beschikbaar gesteld, beschikbaar te stellen."""
    if not _is_verb(last, irregular):
        return WordForms(frozenset(), (), tuple((*loose, form) for form in sorted(forms_of(last, irregular).forms)))
    verb = _conjugate(last, irregular)
    split = tuple((form, loose[-1]) for form in sorted({*verb.finite, last}))
    return WordForms(frozenset(), split, (*((*loose, form) for form in sorted({*verb.forms()})), (*loose, "te", last)))


def _te_forms(split: Iterable[tuple[str, str]], word: str) -> tuple[tuple[str, ...], ...]:
    particles = dict.fromkeys(second for _, second in split if word.startswith(second) and len(word) > len(second))
    return tuple((particle, "te", word.removeprefix(particle)) for particle in particles)


def _compound_forms(word: str, irregular: Mapping[str, Irregular]) -> Iterator[str]:
    """Raadslid → raadsleden: the plural of the irregular noun at the end."""
    for start in range(2, len(word) - 2):
        known = irregular.get(word[start:])
        if known is not None and not known.participle:
            yield from (word[:start] + form for form in known.forms)
            return


@dataclass(frozen=True, slots=True)
class _Verb:
    """A conjugated verb. `cores` are the participles without an added "ge", as a prefix wants them."""

    infinitive: str
    finite: frozenset[str]
    participles: frozenset[str]
    cores: frozenset[str]
    split: frozenset[tuple[str, str]] = frozenset()
    apart: tuple[tuple[str, ...], ...] = field(default=())

    def forms(self) -> Iterator[str]:
        yield self.infinitive
        yield from self.finite
        for participle in self.participles:
            yield participle
            if participle[-1] in "dt":
                yield from with_e(participle)


def _is_verb(word: str, irregular: Mapping[str, Irregular]) -> bool:
    if word in irregular:
        return bool(irregular[word].participle)
    if word.endswith("en") and not word.endswith(_NO_VERB):
        return len(word) >= 4 and has_vowel(word[:-2])
    return word[-1:] == "n" and any(
        _is_verb(rest, irregular) for _, rest in _parted(word, _SEPARABLE | _STRICT) if rest in irregular
    )


def _parted(word: str, prefixes: frozenset[str]) -> Iterator[tuple[str, str]]:
    for end in range(2, min(_LONGEST_PARTICLE, len(word) - 3) + 1):
        if word[:end] in prefixes:
            yield word[:end], word[end:]


def _conjugate(word: str, irregular: Mapping[str, Irregular]) -> _Verb:
    """All readings of an infinitive together; readings that don't exist give forms that nobody writes."""
    own = irregular.get(word)
    if own is not None:
        return _strong(word, own)
    readings = [
        _separable(prefix, _conjugate(rest, irregular)) for prefix, rest in _parted(word, _SEPARABLE) if _is_verb(rest, irregular)
    ]
    separable = bool(readings)
    readings += [
        _prefixed(prefix, _conjugate(rest, irregular))
        for prefix, rest in _parted(word, _STRICT | _EITHER)
        if _is_verb(rest, irregular)
    ]
    # naderen, inspecteren: what looks like a particle isn't always one.
    if not readings or word.endswith(("eren", "ëren")) or (separable and len(word) <= 6):
        readings.append(_weak(word))
    return _united(word, readings) if len(readings) > 1 else readings[0]


def _strong(word: str, own: Irregular) -> _Verb:
    participle = own.participle
    added = participle[:2] == "ge" and participle[2:3] == word[0]
    core = participle[2:] if added else participle
    return _Verb(word, frozenset(own.forms), frozenset((participle,)), frozenset((core,)))


def _weak(word: str) -> _Verb:
    raw = word[:-2] if word.endswith("en") else word[:-1]
    end = "t" if _VOICELESS.search(raw) else "d"
    finite: set[str] = set()
    cores: set[str] = set()
    for stem in long_stems(raw):
        finite.update((stem, stem if stem[-1] == "t" else stem + "t", f"{stem}{end}e", f"{stem}{end}en"))
        cores.add(stem if stem[-1] in "td" else stem + end)
    return _Verb(word, frozenset(finite), frozenset(with_ge(core) for core in cores), frozenset(cores))


def _prefixed(prefix: str, base: _Verb) -> _Verb:
    """Besluiten from sluiten: the participle has no "ge"."""
    joined = frozenset(prefix + form for form in base.finite)
    cores = frozenset(prefix + core for core in base.cores)
    return _Verb(prefix + base.infinitive, joined, cores, cores)


def _separable(particle: str, base: _Verb) -> _Verb:
    """Vaststellen from stellen: vaststelt, vastgesteld, stelt … vast, vast te stellen."""
    return _Verb(
        particle + base.infinitive,
        frozenset(particle + form for form in base.finite),
        frozenset(particle + form for form in base.participles),
        frozenset(particle + form for form in base.participles),
        frozenset((form, particle) for form in (*base.finite, base.infinitive)),
        ((particle, "te", base.infinitive),),
    )


def _united(word: str, readings: list[_Verb]) -> _Verb:
    return _Verb(
        word,
        frozenset().union(*(verb.finite for verb in readings)),
        frozenset().union(*(verb.participles for verb in readings)),
        frozenset().union(*(verb.cores for verb in readings)),
        frozenset().union(*(verb.split for verb in readings)),
        tuple(dict.fromkeys(form for verb in readings for form in verb.apart)),
    )
