"""What was worked out before is found again, unless anything it depends on has changed."""

from __future__ import annotations

import os
import shutil
import stat
from pathlib import Path

import pytest

from toets import batch, cache
from toets.batch import check_all
from toets.cache import Store, key_of, mark_of_files, open_store
from toets.checker import Checker
from toets.reports.json import to_json
from toets.rulebook import Request

REQUEST = Request(select=("VOR",), cache=True)


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache that holds the rules and words and no answer yet; to load them takes longest."""
    folder = tmp_path_factory.mktemp("geladen")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(cache.VARIABLE, str(folder))
        Checker(REQUEST)
    return folder


@pytest.fixture
def document(tmp_path: Path, loaded: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(loaded, tmp_path / "cache")
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "cache"))
    path = tmp_path / "voorstel.md"
    path.write_text("# Raadsvoorstel\n\n## Beslispunten\n1. De nota Spelen vast te stellen.\n", encoding="utf-8")
    return path


@pytest.fixture
def judging(monkeypatch: pytest.MonkeyPatch) -> list[list[Path]]:
    """Which documents were really judged, in each run."""
    runs: list[list[Path]] = []
    real = batch.in_workers

    def counted(paths: list[Path], checker: Checker, **options: object) -> object:
        runs.append(list(paths))
        return real(paths, checker, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(batch, "in_workers", counted)
    return runs


def test_an_unchanged_document_is_not_judged_again_and_its_report_is_the_same(document: Path, judging: list[list[Path]]) -> None:
    first, second = (to_json(check_all([document], REQUEST).report) for _ in range(2))
    assert first == second
    assert judging == [[document]]


def test_a_changed_document_is_judged_again(document: Path, judging: list[list[Path]]) -> None:
    check_all([document], REQUEST)
    document.write_text(document.read_text(encoding="utf-8") + "2. Het budget te verhogen.\n", encoding="utf-8")
    check_all([document], REQUEST)
    assert len(judging) == 2


def test_other_settings_are_another_question(document: Path, judging: list[list[Path]]) -> None:
    check_all([document], REQUEST)
    check_all([document], Request(select=("VOR", "MID"), cache=True))
    assert len(judging) == 2


def test_another_choice_of_rules_or_engine_loads_no_rules_again(document: Path) -> None:
    for request in (REQUEST, Request(select=("MID",), cache=True), Request(engine="reference", kinds=("RV-FIN",), cache=True)):
        check_all([document], request)
    assert len(list((document.parent / "cache").glob("*-toetsing"))) == 1


def test_without_a_cache_everything_is_judged(document: Path, judging: list[list[Path]]) -> None:
    for _ in range(2):
        check_all([document], Request(select=("VOR",)))
    assert len(judging) == 2


def test_a_document_that_moved_keeps_its_answer_under_its_new_path(document: Path, judging: list[list[Path]]) -> None:
    check_all([document], REQUEST)
    moved = document.parent / "elders" / document.name
    moved.parent.mkdir()
    document.rename(moved)
    report = check_all([moved], REQUEST).report
    assert [item.path for item in report.documents] == [str(moved)]
    assert len(judging) == 1


def test_a_damaged_cache_is_no_error(document: Path, judging: list[list[Path]]) -> None:
    before = to_json(check_all([document], REQUEST).report)
    for path in (document.parent / "cache").iterdir():
        path.write_bytes(b"geen pickle")
    assert to_json(check_all([document], REQUEST).report) == before
    assert len(judging) == 2


def test_a_mark_changes_with_a_file_added_changed_or_removed(tmp_path: Path) -> None:
    marks = [mark_of_files([tmp_path])]
    for text in ("een", "twee twee"):
        (tmp_path / "regel.toml").write_text(text, encoding="utf-8")
        marks.append(mark_of_files([tmp_path]))
    (tmp_path / "regel.toml").unlink()
    assert len(set(marks)) == 3
    assert mark_of_files([tmp_path]) == marks[0]


def test_a_key_does_not_depend_on_the_order_of_sets_and_tables() -> None:
    assert key_of({"b": 1, "a": 2}, frozenset("abcdef")) == key_of({"a": 2, "b": 1}, frozenset("fedcba"))
    assert key_of("ab", "c") != key_of("a", "bc")


def test_a_folder_that_others_can_write_to_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path))
    tmp_path.chmod(stat.S_IRWXU | stat.S_IRWXO)
    assert open_store(use=True).folder is None
    tmp_path.chmod(stat.S_IRWXU)
    assert open_store(use=True).folder == tmp_path


def test_the_cache_can_be_switched_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(cache.VARIABLE, "0")
    assert open_store(use=True).folder is None


def test_what_was_not_used_longest_goes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "MOST", 3_000)
    store = Store(tmp_path)
    for number in range(4):
        store.put(f"{number}", "x" * 1_000)
        os.utime(tmp_path / f"{number}", (number, number))
    store.tidy()
    assert [store.get(f"{number}") is None for number in range(4)] == [True, True, True, False]


def test_what_is_kept_comes_back_as_it_was(tmp_path: Path) -> None:
    checker, store = Checker(), Store(tmp_path)
    kept = (checker.rulebook.rule_sets, checker.rulebook.vocabulary, checker.program)
    store.put("alles", kept)
    assert store.get("alles") == kept
