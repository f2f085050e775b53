"""What readers found in documents: label files read and checked, each mistake in them told with the file and what is expected."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from toets.disk import reason
from toets.errors import UsageError
from toets.toml import meant

DOCUMENT_FOLDERS = ("documenten", "documents")
_REMEDY = "Hoe een bestand met labels eruitziet, staat in de handleiding bij 'Een regel proberen', onder 'Precisie en vangst'."
CLASSES = ("finding", "fine", "n/a", "undecidable")


@dataclass(frozen=True, slots=True)
class Labels:
    """What readers found in one document.

    `classes` per rule the accepted answers: finding, fine, n/a or undecidable; two answers mean that the readers
    disagreed, and then the rule does not count. `kinds` are the kinds that either reader named, `kinds_sure` both.
    """

    name: str
    classes: Mapping[str, Sequence[str]]
    kinds: Sequence[str]
    kinds_sure: Sequence[str]
    lookalike: str
    points: Sequence[int]
    sections: Sequence[tuple[str, Sequence[str]]]


def labelled(folder: Path, ending: str) -> tuple[list[Path], list[Labels]]:
    """The documents with that ending below `folder`, and the labels beside them.

    Raises UsageError when the folder holds no labels, a label file can't be used (all of them at once), or one has no document.
    """
    files = sorted((folder / "labels").glob("*.json"))
    places = [folder / name for name in DOCUMENT_FOLDERS if (folder / name).is_dir()]
    if not files or not places:
        raise UsageError(f"In '{folder}' zijn geen mappen 'labels' en 'documenten' (of 'documents') met inhoud gevonden.")
    labels = _read(files)
    documents = [places[0] / f"{label.name}.{ending.lstrip('.')}" for label in labels]
    missing = [path.name for path in documents if not path.is_file()]
    if missing:
        raise UsageError(f"Bij deze labels is geen document gevonden in '{places[0]}': {', '.join(missing)}.")
    return documents, labels


def of_rules(labels: Sequence[Labels], codes: Collection[str]) -> tuple[list[Labels], list[str]]:
    """The labels of these rules only, and the codes of the others: nothing answers to those, so they can't be right or wrong."""
    others = {code for label in labels for code in label.classes if code not in codes}
    kept = [replace(one, classes={code: said for code, said in one.classes.items() if code in codes}) for one in labels]
    return kept, sorted(others)


def _read(files: Sequence[Path]) -> list[Labels]:
    found: list[Labels] = []
    problems: list[str] = []
    for path in files:
        data = _data(path)
        wrong = [data] if isinstance(data, str) else list(_problems(data))
        problems += (f"{path}: {problem}" for problem in wrong)
        if not isinstance(data, str) and not wrong:
            found.append(_labels(path.stem, data))
    if problems:
        raise UsageError("\n".join([*problems, _REMEDY]))
    return found


def _data(path: Path) -> dict[str, Any] | str:
    """What a file holds, or in Dutch why it can't be used."""
    try:
        data: object = json.loads(path.read_text(encoding="utf-8-sig"))
    except json.JSONDecodeError as error:
        return f"geen leesbare JSON (regel {error.lineno}); controleer haakjes, komma's en aanhalingstekens daar"
    except RecursionError:
        return "geen leesbare JSON; haakjes staan te diep in elkaar"
    except (OSError, ValueError) as error:
        return f"kan niet worden gelezen ({reason(error)})"
    return data if isinstance(data, dict) else 'verwacht wordt een object met "labels": {"labels": {"MID-02": ["finding"]}}'


def _labels(name: str, data: Mapping[str, Any]) -> Labels:
    return Labels(
        name=name,
        classes=data["labels"],
        kinds=data.get("kinds", []),
        kinds_sure=data.get("kinds_sure", []),
        lookalike=data.get("lookalike") or "",
        points=data.get("decision_points", []),
        sections=[(item["heading"], item["roles"]) for item in data.get("sections", [])],
    )


def _problems(data: Mapping[str, object]) -> Iterator[str]:
    """What of a label file can't be used, in Dutch."""
    for key in data:
        tail = "" if key in (*_SHAPES, "labels") else meant(key, (*_SHAPES, "labels"))
        if "bedoelde" in tail:
            yield f'onbekende sleutel "{key}"{tail}'
    if "labels" not in data:
        yield '"labels" ontbreekt; verwacht wordt per code de uitkomst: {"labels": {"MID-02": ["finding"]}}'
    else:
        yield from _class_problems(data["labels"])
    for key, (fits, expected) in _SHAPES.items():
        if key in data and not fits(data[key]):
            yield f'"{key}": verwacht wordt {expected}'


def _class_problems(given: object) -> Iterator[str]:
    if not isinstance(given, dict):
        yield '"labels": verwacht wordt per code de uitkomst: {"MID-02": ["finding"]}'
        return
    for code, accepted in given.items():
        if not _is_list(accepted, str) or not accepted or not set(accepted) <= set(CLASSES):
            yield f'"labels.{code}": verwacht wordt een lijst met {", ".join(CLASSES[:-1])} of {CLASSES[-1]}'


def _is_list(given: object, kind: type) -> bool:
    return isinstance(given, list) and all(type(item) is kind for item in given)


def _are_texts(given: object) -> bool:
    return _is_list(given, str)


def _are_sections(given: object) -> bool:
    items = given if isinstance(given, list) else [None]
    return all(isinstance(one, dict) and isinstance(one.get("heading"), str) and _are_texts(one.get("roles")) for one in items)


_TEXTS = (_are_texts, "een lijst van teksten")
_SHAPES: Mapping[str, tuple[Callable[[object], bool], str]] = MappingProxyType(
    {
        "kinds": _TEXTS,
        "kinds_sure": _TEXTS,
        "lookalike": (lambda given: given is None or isinstance(given, str), "een tekst of null"),
        "decision_points": (lambda given: _is_list(given, int), "een lijst van aantallen"),
        "sections": (_are_sections, 'een lijst van koppen met hun rollen: [{"heading": "Financiën", "roles": ["middelen"]}]'),
    }
)
"""What may stand beside the labels: whether it fits, and what is expected."""
