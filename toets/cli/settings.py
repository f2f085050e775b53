"""`toets settings`: which settings hold here, and where each comes from."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from toets.cli.options import rule_options

if TYPE_CHECKING:
    from toets.profiles import Settings

BUILT_IN = "standaard"


class Row(NamedTuple):
    """A setting by its Dutch key, its value as text, and where that comes from."""

    key: str
    value: str
    origin: str


@click.command("settings", help="De instellingen die gelden in een map (gewoonlijk deze), met waar elke vandaan komt.")
@click.argument("folder", metavar="[MAP]", default=".", type=click.Path(path_type=Path))
@rule_options
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True, help="De vorm.")
def command(folder: Path, profile: str | None, config: Path | None, rules: tuple[Path, ...], form: str) -> None:
    """List the settings."""
    from toets.rulebook import Request, rulebook_for

    settings = rulebook_for(Request(profile, config, rules).about([folder])).settings
    rows = [
        *_rows(settings, "de opdrachtregel" if profile else ""),
        *(Row("mappen.regels", str(path), "--rules") for path in rules),
    ]
    if form == "json":
        click.echo(json.dumps([row._asdict() for row in rows], ensure_ascii=False, indent=2))
        return
    wide = [max(len(row[column]) for row in rows) for column in (0, 1)]
    for row in rows:
        click.echo(f"{row.key:{wide[0]}}  {row.value:{min(wide[1], 50)}}  {row.origin}")


def _rows(settings: Settings, by: str) -> Iterator[Row]:
    from toets.profiles import FAIL_ON, SEVERITIES, WORDS

    origins = settings.origins
    dutch = {severity: name for name, severity in SEVERITIES.items()}
    gates = {value: name for name, value in FAIL_ON.items()}

    def row(key: str, value: object, attribute: str, name: object = "") -> Row:
        where = origins.get(f"{attribute}.{name}") or origins.get(attribute) or BUILT_IN
        return Row(key, str(value), where)

    yield Row("profiel", settings.profile, by or origins.get("profile", BUILT_IN))
    yield row("grens", gates[settings.fail_on], "fail_on")
    yield row("toon", ", ".join(dutch[severity] for severity in settings.show), "show")
    for name, on in sorted(settings.switched.items()):
        yield row("regels.aan" if on else "regels.uit", name, "switched", name)
    yield from (row(f"regels.ernst.{code}", dutch[value], "severity", code) for code, value in sorted(settings.severity.items()))
    yield from (row(f"drempels.{name}", value, "thresholds", name) for name, value in _flat(settings.thresholds))
    yield from (row(f"soorten.{piece}", ", ".join(codes), "kinds", piece) for piece, codes in sorted(settings.kinds.items()))
    for key, attribute in WORDS.items():
        for name, texts in sorted(settings.words.get(attribute, {}).items()):
            yield row(f"{key}.{name}", ", ".join(texts), "words", attribute)
    yield from (row("adviesraden", name, "advisers", name) for name in settings.advisers)
    yield from (row("woorden.uit", name, "words_off", name) for name in sorted(settings.words_off))
    yield from (row("mappen.regels", path, "rule_folders", path) for path in settings.rule_folders)
    yield from (row("mappen.woorden", path, "word_folders", path) for path in settings.word_folders)
    for waiver in settings.waivers:
        until = f" (tot {waiver.until.isoformat()})" if waiver.until else ""
        yield row("uitzondering", f"{waiver.rule}: {waiver.reason}{until}", "waivers", waiver)


def _flat(table: Mapping[str, object], before: str = "") -> Iterator[tuple[str, object]]:
    for name, value in sorted(table.items()):
        if isinstance(value, Mapping):
            yield from _flat(value, f"{before}{name}.")
        else:
            yield before + name, value
