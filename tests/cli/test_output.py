"""Where results go: a file or folder, complete or not at all, and never over a document."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from toets.cli.output import Result, write, write_results
from toets.errors import OutputError, UsageError

TWO = (Result("voorstel.toets.html", "één"), Result("voorstel.toets.docx", b"PK\0twee"))


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_several_results_go_to_a_folder_that_is_made_when_needed(tmp_path: Path) -> None:
    write_results(TWO, tmp_path / "uit", force=False)
    assert names(tmp_path / "uit") == ["voorstel.toets.docx", "voorstel.toets.html"]
    assert (tmp_path / "uit" / "voorstel.toets.docx").read_bytes() == b"PK\0twee"
    assert (tmp_path / "uit" / "voorstel.toets.html").read_text(encoding="utf-8") == "één"


def test_results_with_one_name_are_told_apart(tmp_path: Path) -> None:
    write_results([Result("a.toets.md", "1"), Result("A.toets.md", "2"), Result("a-2.toets.md", "3")], tmp_path, force=False)
    assert len(names(tmp_path)) == 3
    assert {path.read_text(encoding="utf-8") for path in tmp_path.iterdir()} == {"1", "2", "3"}


def test_a_result_gets_the_rights_that_new_files_get(tmp_path: Path) -> None:
    if os.name != "posix":
        pytest.skip("rechten bestaan zo alleen op POSIX")
    old = os.umask(0o027)
    try:
        write("tekst", tmp_path / "uit.txt", force=False)
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "uit.txt").stat().st_mode) == 0o640


def test_when_one_name_is_taken_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "voorstel.toets.docx").write_bytes(b"van een ander")
    with pytest.raises(OutputError, match="bestaat al"):
        write_results(TWO, tmp_path, force=False)
    assert names(tmp_path) == ["voorstel.toets.docx"]
    write_results(TWO, tmp_path, force=True)
    assert (tmp_path / "voorstel.toets.docx").read_bytes() == b"PK\0twee"


@pytest.mark.parametrize("link", [False, True])
def test_the_document_itself_is_never_overwritten(tmp_path: Path, *, link: bool) -> None:
    original = tmp_path / "voorstel.docx"
    original.write_bytes(b"het voorstel")
    target = original
    if link:
        target = tmp_path / "link.docx"
        target.symlink_to(original)
    with pytest.raises(OutputError, match="het document zelf"):
        write_results([Result("x.docx", b"weg")], target, force=True, originals=[original])
    assert original.read_bytes() == b"het voorstel"


def test_several_results_do_not_fit_in_a_file_or_on_the_screen(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="map"):
        write_results(TWO, tmp_path / "uit.html", force=False)
    with pytest.raises(UsageError, match="map"):
        write_results(TWO, None, force=False)
    assert names(tmp_path) == []


def test_a_write_that_fails_leaves_no_half_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OutputError, match=r"kan niet worden geschreven.*ruimte"):
        write("tekst", tmp_path / "uit.txt", force=False)
    assert names(tmp_path) == []


def test_a_full_disk_gives_a_message() -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("/dev/full bestaat hier niet")
    with pytest.raises(OutputError, match="kan niet worden geschreven"):
        write("tekst" * 10_000, full, force=True)
    assert full.exists()


def test_a_folder_that_is_read_only_gives_a_message(tmp_path: Path) -> None:
    if os.name != "posix" or os.geteuid() == 0:
        pytest.skip("wie alles mag, wordt door geen rechten tegengehouden")
    tmp_path.chmod(0o555)
    with pytest.raises(OutputError, match="kan niet worden geschreven"):
        write("tekst", tmp_path / "uit.txt", force=False)


def test_a_name_inside_a_file_gives_a_message(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_bytes(b"")
    with pytest.raises(OutputError, match="kan niet worden geschreven"):
        write("tekst", tmp_path / "bestand" / "uit.txt", force=False)


def test_standard_output_on_a_full_disk_gives_a_message_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("toets.cli.output.click.echo", full)
    with pytest.raises(OutputError, match="De standaarduitvoer kan niet worden geschreven"):
        write("tekst", None, force=False)
