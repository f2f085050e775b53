"""The settings that hold: those of a profile, of the profiles it extends, and of a file of one's own over them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from toets.errors import SettingsError
from toets.profiles.files import PROFILES, own_file, profile_files, sheet_of, table_in
from toets.profiles.filling import filled
from toets.profiles.settings import DEFAULT_PROFILE, Settings
from toets.toml import Notes, meant


def load_settings(profiles: Path, *, folders: Sequence[Path], config: Path | None = None, profile: str | None = None) -> Settings:
    """The settings for documents in the first of `folders`, or else those of a next one; `profiles` has the shipped profiles.

    Profiles of one's own stand in a folder "profielen" beside the file with settings, or in one of the folders.
    Raises SettingsError (Dutch) with all that is wrong: a file that cannot be read, a key or value that is not known.
    """
    notes = Notes()
    sheet = own_file(folders, config)
    own = table_in(sheet) if sheet else {}
    said = own.get("profiel", DEFAULT_PROFILE)
    if not isinstance(said, str) or not said.strip():
        raise SettingsError(f'{sheet.path if sheet else ""}: "profiel" is geen naam; schrijf bijvoorbeeld profiel = "griffie".')
    name = profile or said
    beside = ([sheet.path.parent] if sheet else []) + list(folders)
    chain = _Chain(profile_files((profiles, *(folder / PROFILES for folder in beside))), notes)
    settings = chain.extended(Settings(), name)
    settings = filled(settings, sheet, notes) if sheet else settings
    if problems := notes.told():
        raise SettingsError("\n".join(problems))
    named = {"profile": str(sheet.path)} if sheet and "profiel" in own and not profile else {}
    file = "/".join(sheet.path.resolve().parts[-2:]) if sheet else ""
    return replace(settings, profile=name, file=file, origins={**settings.origins, **named})


@dataclass(frozen=True, slots=True)
class _Chain:
    """The profiles there are, by name, and where mistakes in them are noted."""

    files: Mapping[str, Path]
    notes: Notes

    def extended(self, settings: Settings, name: str, seen: Sequence[str] = ()) -> Settings:
        """The settings with those of a profile over them, after those of the profile that it extends."""
        if name in seen:
            raise SettingsError(f"Profielen breiden elkaar in een kring uit: {' → '.join((*seen, name))}. Verbreek de kring.")
        if name not in self.files:
            raise SettingsError(
                f'Het profiel "{name}" bestaat niet{meant(name, sorted(self.files))} '
                f"Een eigen profiel is een bestand in een map '{PROFILES}' naast toets.toml."
            )
        sheet = sheet_of(self.files[name])
        base = sheet.data.get("breidt_uit")
        if base is not None:
            settings = self.extended(settings, str(base), (*seen, name))
        return filled(settings, sheet, self.notes, profile=name)
