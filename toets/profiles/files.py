"""Where settings stand: a `toets.toml`, `[tool.toets]` in a pyproject.toml, or the file of a profile."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from toets.disk import reason
from toets.errors import SettingsError
from toets.toml import Key, Sheet, syntax

PROFILES = "profielen"
"""The folder beside a toets.toml with profiles of one's own."""
PROJECT = "pyproject.toml"


def own_file(folders: Iterable[Path], config: Path | None) -> Sheet | None:
    """The settings that somebody wrote: in `config`, else in the first file found in or above one of the folders.

    Raises SettingsError when the file cannot be read.
    """
    if config is not None:
        if not config.is_file():
            raise SettingsError(f"Het instellingenbestand {config} bestaat niet. Controleer het pad achter --config.")
        return sheet_of(config)
    candidates = (here / name for folder in folders for here in (folder, *folder.parents) for name in ("toets.toml", PROJECT))
    found = (sheet_of(path) for path in candidates if path.is_file())
    return next((sheet for sheet in found if table_in(sheet)), None)


def sheet_of(path: Path) -> Sheet:
    """A TOML file; raises SettingsError when it cannot be read."""
    text = ""
    try:
        text = path.read_text(encoding="utf-8-sig")
        return Sheet(path, text, tomllib.loads(text))
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"{path} kan niet worden gelezen ({reason(error)}). Controleer de rechten en de codering (UTF-8)."
        ) from error
    except tomllib.TOMLDecodeError as error:
        wrong, line = syntax(error, text)
        raise SettingsError(f"{path}:{line}: geen geldige TOML: {wrong}.") from error


def way_in(sheet: Sheet) -> Key:
    """The keys behind which the settings of a file stand."""
    return ("tool", "toets") if sheet.path.name == PROJECT else ()


def table_in(sheet: Sheet) -> Mapping[str, Any]:
    """The settings in a file; empty when it has none, as a pyproject.toml of something else."""
    found: Any = sheet.data
    for key in way_in(sheet):
        found = found.get(key, {}) if isinstance(found, dict) else {}
    return found if isinstance(found, dict) else {}


def profile_files(places: Sequence[Path]) -> Mapping[str, Path]:
    """The files of the profiles in some folders, by name; of two with one name the first."""
    return {path.stem: path for path in reversed(tuple(_profiles(places)))}


def _profiles(places: Iterable[Path]) -> Iterator[Path]:
    for place in places:
        yield from sorted(place.glob("*.toml"))
