"""Something new to start from: a rule, an installable plugin, or a settings file. Files are planned first, then written."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from toets.disk import reason
from toets.errors import OutputError, UsageError
from toets.plugins.manager import OWN
from toets.rulesets.names import EVERY_KIND, KINDS, PREFIXES
from toets.toml import meant

_CODE = re.compile(r"[A-Z]{2,5}-\d{2}")
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
OWN_RULES = "Eigen regels"
TEMPLATES = Path(__file__).parent / "sjablonen"


@dataclass(frozen=True, slots=True)
class Plan:
    """Files to be written: the text by path. `replaces`: files of that name may be there already."""

    files: Mapping[Path, str]
    replaces: bool = False

    def write(self) -> None:
        """Write all files. Raises OutputError before anything is written when one exists already, unless it may be replaced."""
        there = [path for path in self.files if path.exists() and not self.replaces]
        if there:
            raise OutputError(f"{there[0]} bestaat al; er is niets geschreven. Kies een andere naam of map.")
        try:
            for path, text in self.files.items():
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
        except OSError as error:
            raise OutputError(f"{error.filename}: kan niet worden geschreven ({reason(error)}). Kies een andere map.") from error


def new_rule(
    folder: Path, code: str, title: str, *, kinds: str = "RV", today: date, taken: Collection[str] = (), heading: str = OWN_RULES
) -> Plan:
    """A rule with words and examples of its own, in a folder that `--rules` takes.

    In: `kinds` is a kind of document or a beginning of one, or "ALLE"; `taken` are the codes of the rules that there are;
    `heading` is the title of a set that is not there yet.
    Raises UsageError when the code ("KLI-01"), the title or `kinds` can't be used.
    """
    if code in taken:
        raise UsageError(f"Er is al een regel {code}. Kies een andere code; 'toets rules' toont welke er zijn.")
    if not _CODE.fullmatch(code):
        raise UsageError(f"'{code}' is geen code van een regel: neem twee tot vijf hoofdletters en een nummer, zoals KLI-01.")
    if not (name := slug(title)):
        raise UsageError("De titel van een regel kan niet leeg zijn. Schrijf wat er is als het goed is: 'De regel is nageleefd'.")
    words = {"code": code, "name": name, "title": _quoted(title), "kinds": kinds, "today": today.isoformat(), **_papers(kinds)}
    words["set"] = heading
    words |= {"topic": f"{code.lower()}-woorden", "list": code.lower(), "set_fact": code.lower().replace("-", "_")}
    own = (
        (f"{code}-{name}.toml", "regel.toml"),
        (f"woorden-{words['list']}.toml", "woorden.toml"),
        (f"feiten-{words['list']}.toml", "feiten.toml"),
    )
    files = {folder / file: _filled(template, words) for file, template in own}
    if not words["other"]:
        whole = files[folder / own[0][0]]
        files[folder / own[0][0]] = whole[: whole.rindex("\n[[example]]")]
    manifest = folder / "ruleset.toml"
    return Plan(files if manifest.exists() else {**files, manifest: _filled("ruleset.toml", words)})


def new_plugin(folder: Path, name: str, *, author: str = "", today: date, taken: Collection[str] = ()) -> Plan:
    """An installable plugin with one rule: its data, its entry point, a test, a README and checks for a forge.

    Its rules get a set of codes of their own, beside the codes that are `taken`.
    Raises UsageError when the name can't be that of a package.
    """
    if not _NAME.fullmatch(name):
        raise UsageError(f"'{name}' kan geen naam van een plugin zijn: neem kleine letters en streepjes, zoals 'klimaat'.")
    module = "toets_" + name.replace("-", "_")
    if module == OWN:
        raise UsageError(f"'{name}' is de naam van de regels van toets zelf. Kies een andere naam.")
    code = _first_code(name, taken)
    words = {"plugin": name, "module": module, "author": _quoted(author or "gemeente Voorbeeld"), "code": code}
    root = folder / f"toets-{name}"
    rule = new_rule(
        root / module / name, code, "Het onderwerp is behandeld", today=today, heading=f"Regels over {name.replace('-', ' ')}"
    )
    own = (
        ("pyproject.toml", "plugin-pyproject.toml"),
        ("README.md", "plugin-README.md"),
        (f"{module}/__init__.py", "plugin-init.py"),
        ("tests/test_plugin.py", "plugin-test.py"),
        (".github/workflows/test.yml", "plugin-github.yml"),
        (".gitlab-ci.yml", "plugin-gitlab.yml"),
    )
    return Plan({**{root / file: _filled(template, words) for file, template in own}, **rule.files})


def _first_code(name: str, taken: Collection[str]) -> str:
    """A code after the name of a plugin, with letters that choose none of the rules that there are (`--select SAM`)."""
    letters = f"{re.sub('[^a-z]', '', name).upper():X<3}"
    used = {code.partition("-")[0] for code in taken}
    starts = [letters[0] + letters[place : place + 2] for place in range(1, len(letters) - 1)]
    starts += [f"{letters[:2]}X", f"{letters[0]}XX"]
    free = (start for start in starts if not any(one.startswith(start) or start.startswith(one) for one in used))
    return f"{next(free, starts[0])}-01"


def new_settings(folder: Path, *, profile: str = "griffie") -> Plan:
    """A toets.toml with every setting explained, most of them as comments."""
    return Plan({folder / "toets.toml": _filled("toets.toml", {"profile": profile})})


def slug(title: str) -> str:
    """A title as part of a file name: small letters and hyphens."""
    return "-".join(re.findall(r"[a-z0-9]+", title.lower()))[:50].strip("-")


def _papers(kinds: str) -> Mapping[str, str]:
    """What examples are about: a kind that a rule holds for, and one that it doesn't hold for ("" when there is none)."""
    if kinds not in (*KINDS, *PREFIXES, EVERY_KIND):
        raise UsageError(f"'{kinds}' is geen soort document{meant(kinds, (*PREFIXES, EVERY_KIND, *KINDS))}")
    own = [kind for kind in KINDS if kinds == EVERY_KIND or kind.startswith(kinds)]
    other = next((kind for kind in reversed(KINDS) if kind not in own and kind[:2] != own[0][:2]), "")
    return {"kind": own[0], "paper": _paper(own[0]), "other": other, "other_paper": _paper(other)}


def _paper(kind: str) -> str:
    return "Collegevoorstel" if kind.startswith("CB") else "Raadsvoorstel"


def _quoted(text: str) -> str:
    """A text as it stands between double quotes in TOML."""
    return json.dumps(text, ensure_ascii=False)[1:-1]


def _filled(template: str, words: Mapping[str, str]) -> str:
    """A template with every @name@ replaced."""
    text = (TEMPLATES / f"{template}.txt").read_text(encoding="utf-8")
    return re.sub(r"@(\w+)@", lambda found: words.get(found[1], found[0]), text)
