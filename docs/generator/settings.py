"""The page of the settings: every key with what it does, the profiles, and the thresholds that rules use."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path

from generator.markdown import fenced, plain, table
from toets.authoring.scaffold import TEMPLATES
from toets.profiles import FAIL_ON, FOLDER_KEYS, KEYS, RULE_KEYS, SEVERITIES, WAIVER_KEYS, WORD_KEYS

EXPLAINED: Mapping[str, str] = {
    "profiel": "het profiel waarop de andere instellingen voortbouwen: van toets, of van uzelf in een map `profielen` hiernaast",
    "naam": "de naam van een profiel; alleen in een profielbestand",
    "titel": "wat een profiel doet, in een zin; alleen in een profielbestand",
    "breidt_uit": "het profiel waarop een profiel voortbouwt; alleen in een profielbestand",
    "grens": f"vanaf welke ernst `toets check` eindigt met afsluitcode 1: {', '.join(FAIL_ON)}",
    "toon": f"welke ernst een verslag voor mensen toont: een lijst uit {', '.join(SEVERITIES)}",
    "regels": "regels uit of aan, of met een andere ernst: een regel (`MID-02`) of een set (`MID`); de regel gaat voor",
    "regels.uit": "deze regels doen niet mee",
    "regels.aan": "deze wel, ook als een profiel of `uit` hun set uitzet",
    "regels.ernst": "een andere ernst, per regel",
    "soorten": "wat voor document het is, aan een stuk van de bestandsnaam of het onderwerp; * en ? staan voor wat dan ook",
    "drempels": "getallen waar regels naar kijken",
    "mappen": "mappen naast dit bestand met eigen regels en woorden",
    "mappen.regels": "mappen met regels",
    "mappen.woorden": "mappen met woorden",
    "uitzondering": "een regel die hier niet geldt, met de reden; mag vaker: elke begint met [[uitzondering]]",
    "uitzondering.regel": "de code van de regel; verplicht",
    "uitzondering.reden": "waarom; verplicht",
    "uitzondering.door": "wie daarover besliste",
    "uitzondering.tot": "tot en met welke dag, zonder aanhalingstekens",
    "uitzondering.document": "alleen voor documenten met dit in de naam of het onderwerp",
    "koppen": "hoe een onderdeel van een voorstel hier heet, per rol van het onderdeel",
    "velden": "hoe een veld in de kop van het voorstel hier heet",
    "organen": "hoe een orgaan hier ook heet, waar toets kijkt wie iets beslist of doet",
    "adviesraden": "hoe de adviesraden hier heten",
    "woorden": "woorden van toets die hier niet gelden",
    "woorden.uit": "onderwerpen (`naam`), lijsten (`lijst:naam`), zinsdelen (`…/nummer`), bijlagen (`stuk:naam`) die niet gelden",
}
_BELOW = (("regels", RULE_KEYS), ("mappen", FOLDER_KEYS), ("uitzondering", WAIVER_KEYS), ("woorden", WORD_KEYS))


def settings_pages() -> Mapping[str, str]:
    """The page of the settings; a key without an explanation is an error."""
    return {"instellingen.md": "\n".join(_page())}


def _page() -> Iterator[str]:
    keys = [key for name in KEYS for key in (name, *_inner(name))]
    yield "# Instellingen\n"
    yield (
        "Instellingen staan in `toets.toml`, of onder `[tool.toets]` in `pyproject.toml`: in de map van de documenten of een map "
        "erboven, en anders in de map waarin u werkt of een map erboven. Wat op de opdrachtregel staat, gaat voor; dan het "
        "bestand; dan het profiel. `toets settings` toont wat er geldt en waar elke waarde vandaan komt.\n"
    )
    yield table(("instelling", "wat die doet"), [(f"`{key}`", EXPLAINED[key]) for key in keys])
    yield "\n## Een toets.toml om mee te beginnen\n"
    yield "`toets init` schrijft dit bestand; haal het hekje weg voor wat u wilt gebruiken.\n"
    yield fenced((TEMPLATES / "toets.toml.txt").read_text(encoding="utf-8").replace("@profile@", "griffie"), "toml")
    yield "## Profielen\n"
    for name, profile in _profiles():
        yield f"### {name}\n\n{plain(str(profile['titel']))}.\n"
        rows = [(f"`{key}`", f"`{_shown(value)}`") for key, value in _flat(profile) if key not in ("naam", "titel")]
        yield table(("instelling", "waarde"), rows)


def _inner(name: str) -> list[str]:
    return [f"{name}.{key}" for parent, keys in _BELOW if parent == name for key in keys]


def _profiles() -> Iterator[tuple[str, Mapping[str, object]]]:
    folder = Path(str(files("toets_rules"))) / "profielen"
    for path in sorted(folder.glob("*.toml")):
        yield path.stem, tomllib.loads(path.read_text(encoding="utf-8"))


def _flat(table_: Mapping[str, object], above: str = "") -> Iterator[tuple[str, object]]:
    for key, value in table_.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{above}{key}.")
        else:
            yield f"{above}{key}", value


def _shown(value: object) -> str:
    return re.sub(r"[\[\]']", "", str(value))
