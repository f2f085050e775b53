"""The plugins of this repository beside toets without installing them: a folder that Python takes for installed packages."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

PLUGINS = Path(__file__).parent.parent / "plugins"


def environment(folder: Path) -> dict[str, str]:
    """An environment for a process in which all plugins are found; `folder` must be empty, and gets what describes them."""
    roots = sorted(path.parent for path in PLUGINS.glob("*/pyproject.toml"))
    for root in roots:
        _describe(root, folder)
    known = [os.environ["PYTHONPATH"]] if os.environ.get("PYTHONPATH") else []
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(folder), *map(str, roots), *known])}


def _describe(root: Path, folder: Path) -> None:
    """Write the metadata that an installer would have written."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    info = folder / f"{project['name'].replace('-', '_')}-{project['version']}.dist-info"
    info.mkdir(parents=True)
    head = f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n"
    (info / "METADATA").write_text(head, encoding="utf-8")
    points = "".join(f"{name} = {value}\n" for name, value in project["entry-points"]["toets"].items())
    (info / "entry_points.txt").write_text(f"[toets]\n{points}", encoding="utf-8")
