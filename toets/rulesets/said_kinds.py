"""Kinds of documents as a person says them: by the code, or by the words that `toets read` and the reports show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from toets.model.kinds import KIND_WORDS, NATURE_WORDS
from toets.model.vocabulary import Vocabulary

Names = Mapping[str, str]
"""Each way to say something, in small letters, with the code it stands for."""


class SaidKindError(ValueError):
    """What was said is no kind of document; the text says what is."""


def kinds_said(values: Iterable[str], vocabulary: Vocabulary) -> tuple[str, ...]:
    """The codes ("RV-FIN", "RV-FIN/project") of what was said, with commas or one by one. Raises SaidKindError."""
    kinds, natures = _kinds(vocabulary), _natures(vocabulary)
    return tuple(_code(piece, kinds, natures) for value in values for piece in _pieces(value, kinds))


def _kinds(vocabulary: Vocabulary) -> Names:
    codes = _allowed(vocabulary, "kind", "code")
    ways = ("{code}", "{words}", "{code} {words}", "{code} ({words})")
    return {_plain(way.format(code=code, words=KIND_WORDS.get(code, code))): code for code in codes for way in ways}


def _natures(vocabulary: Vocabulary) -> Names:
    codes = _allowed(vocabulary, "nature", "is")
    return {_plain(NATURE_WORDS.get(code, code)): code for code in codes} | {_plain(code): code for code in codes}


def _allowed(vocabulary: Vocabulary, fact: str, field: str) -> tuple[str, ...]:
    declared = vocabulary.fact_kinds().get(fact)
    return tuple(each for each in declared.all_fields()[field].allowed if each) if declared else ()


def _plain(said: str) -> str:
    return " ".join(said.lower().split())


def _pieces(value: str, kinds: Names) -> Iterator[str]:
    """What stands between the commas; the words of a kind may hold commas themselves."""
    parts = value.split(",")
    if not value.strip(" ,"):
        raise SaidKindError(f"er staat geen soort. {_example(kinds)}")
    while parts:
        tries = ((size, ",".join(parts[:size])) for size in range(len(parts), 1, -1) if "/" not in "".join(parts[: size - 1]))
        size, piece = next((found for found in tries if _plain(found[1].partition("/")[0]) in kinds), (1, parts[0]))
        if piece.strip():
            yield piece.strip()
        parts = parts[size:]


def _code(said: str, kinds: Names, natures: Names) -> str:
    kind, slash, nature = (_plain(part) for part in said.partition("/"))
    if kind not in kinds:
        raise SaidKindError(
            f"'{said.partition('/')[0].strip()}' is geen soort van een document.{_meant_kind(kind, kinds, natures)}"
        )
    if not slash:
        return kinds[kind]
    if nature not in natures:
        raise SaidKindError(f"'{said.partition('/')[2].strip()}' is geen aard van een document.{_meant_nature(nature, natures)}")
    return f"{kinds[kind]}/{natures[nature]}"


def _meant_kind(said: str, kinds: Names, natures: Names) -> str:
    if said in natures:
        return f" Het is een aard; schrijf hem achter een soort, bijvoorbeeld RV-FIN/{_nature(natures[said])}."
    every = tuple(dict.fromkeys(kinds.values()))
    near = _near(said, kinds)
    if near:
        return f" Bedoelde u {' of '.join(map(_shown, near))}? Toegestaan: {', '.join(every)}."
    return f" Toegestaan, bij de code of de woorden:\n  {f'{chr(10)}  '.join(map(_shown, every))}"


def _near(said: str, kinds: Names) -> tuple[str, ...]:
    """The codes that were probably meant: of a name that is alike, else of the names with this word or one like it."""
    if alike := get_close_matches(said, kinds, n=1, cutoff=0.75):
        return (kinds[alike[0]],)
    words = {name: name.replace(",", "").split() for name in kinds}
    close = get_close_matches(said, {word for each in words.values() for word in each}, n=1, cutoff=0.75)
    return tuple(dict.fromkeys(kinds[name] for name, each in words.items() if close and close[0] in each))


def _meant_nature(said: str, natures: Names) -> str:
    near = get_close_matches(said, natures, n=1)
    meant = f" Bedoelde u '{_nature(natures[near[0]])}'?" if near else ""
    return f"{meant} Toegestaan: {', '.join(_nature(code) for code in dict.fromkeys(natures.values()))}."


def _example(kinds: Names) -> str:
    codes = tuple(dict.fromkeys(kinds.values()))
    return (
        f"Noem er een bij de code of de woorden, bijvoorbeeld {_shown(codes[0])}." if codes else "De regels kennen geen soorten."
    )


def _shown(code: str) -> str:
    return f"{code} ({KIND_WORDS[code]})" if code in KIND_WORDS else code


def _nature(code: str) -> str:
    return NATURE_WORDS.get(code, code)
