"""What is installed: a room that the list of packages lacks works from the working copy, and from no wheel."""

import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def test_every_room_is_in_the_list_of_packages() -> None:
    listed = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]["packages"]
    rooms = {".".join(found.parent.relative_to(ROOT).parts) for found in (ROOT / "toets").rglob("__init__.py")}

    assert rooms == {name for name in listed if name != "toets_rules"}
