"""Plugins: found, loaded and checked; one that does not load stops the run."""

from __future__ import annotations

from importlib.metadata import EntryPoint
from pathlib import Path
from types import ModuleType

import pytest

from toets.errors import PluginError
from toets.plugins import hookimpl, load_plugins, manager


def install(monkeypatch: pytest.MonkeyPatch, *points: tuple[str, object]) -> None:
    """Pretend that entry points with these names give these objects."""
    made = dict(points)
    monkeypatch.setattr(manager, "entry_points", lambda group: [EntryPoint(name, name, group) for name in made])
    monkeypatch.setattr(EntryPoint, "load", lambda self: made[self.name])


def plugin(*folders: Path) -> ModuleType:
    module = ModuleType("een_plugin")

    @hookimpl
    def toets_rule_sets() -> list[Path]:
        return list(folders)

    module.toets_rule_sets = toets_rule_sets  # type: ignore[attr-defined]
    return module


def test_the_shipped_rules_are_a_plugin_like_any_other() -> None:
    plugins = load_plugins()
    assert plugins.installed[0].name == "toets_rules"
    assert (plugins.rule_folders[0][1] / "profielen").is_dir()


def test_shipped_rules_come_first_then_the_others_by_name(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    install(
        monkeypatch, ("b", plugin(tmp_path / "b")), ("toets_rules", plugin(tmp_path / "toets")), ("a", plugin(tmp_path / "a"))
    )
    assert [folder.name for _, folder in load_plugins().rule_folders] == ["toets", "a", "b"]


def test_a_hook_that_does_not_exist_names_the_plugin_and_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("mis")

    @hookimpl
    def toets_rule_set() -> list[Path]:
        return []

    module.toets_rule_set = toets_rule_set  # type: ignore[attr-defined]
    install(monkeypatch, ("mis", module))
    with pytest.raises(PluginError, match="toets_rule_set") as caught:
        load_plugins()
    assert "pip uninstall" in str(caught.value)


def test_a_plugin_that_raises_stops_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("stuk")

    @hookimpl
    def toets_rule_sets() -> list[Path]:
        raise RuntimeError("geen schijf")

    module.toets_rule_sets = toets_rule_sets  # type: ignore[attr-defined]
    install(monkeypatch, ("stuk", module))
    with pytest.raises(PluginError, match="geen schijf"):
        load_plugins()


def test_without_any_plugin_there_are_no_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch)
    with pytest.raises(PluginError, match="niet gevonden"):
        load_plugins()
