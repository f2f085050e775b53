"""TOML files as people write them: where a key stands, what is the matter with it, and reading on past a mistake."""

from toets.toml.problems import Key, Notes, Sheet, listed, meant, shown, shown_path
from toets.toml.syntax import syntax
from toets.toml.table import Table

__all__ = ["Key", "Notes", "Sheet", "Table", "listed", "meant", "shown", "shown_path", "syntax"]
