"""Folders and files that may not be read, and what goes wrong with files, in Dutch."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from toets.agenda import meeting_files
from toets.cli.crash import write_log
from toets.cli.paths import documents
from toets.disk import files_below, reason
from toets.errors import ReadError, UsageError
from toets.readers import read

NOBODY = 65534
pytestmark = pytest.mark.skipif(os.name != "posix", reason="rechten bestaan zo alleen op POSIX")


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everybody may enter, with a document beside a folder that is closed and one that only tells names."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for inner in ("dicht", "lijst", ".git"):
            (folder / inner).mkdir()
            (folder / inner / "stuk.md").write_text("# Raadsvoorstel", encoding="utf-8")
        (folder / "stuk.md").write_text("# Raadsvoorstel", encoding="utf-8")
        folder.chmod(0o755)
        (folder / "dicht").chmod(0)
        (folder / "lijst").chmod(0o444)
        yield folder
        for inner in ("dicht", "lijst"):
            (folder / inner).chmod(0o755)


@pytest.fixture
def no_rights(open_folder: Path) -> Iterator[Path]:
    """The same, for somebody without rights, also when the tests are run as root."""
    if os.geteuid() != 0:
        yield open_folder
        return
    documents([str(open_folder)])  # imports what it needs while it may
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield open_folder
    finally:
        os.setresuid(0, 0, 0)


def test_a_folder_that_may_not_be_read_stands_in_the_list_and_hidden_ones_do_not(no_rights: Path) -> None:
    assert files_below(no_rights) == [no_rights / "dicht", no_rights / "lijst", no_rights / "stuk.md"]
    assert documents([str(no_rights)]) == files_below(no_rights)


@pytest.mark.parametrize("name", ["dicht", "lijst", "dicht/stuk.md", "lijst/stuk.md"])
def test_what_lies_behind_closed_doors_is_not_read_and_says_why(no_rights: Path, name: str) -> None:
    path = no_rights / name
    assert documents([str(path)]) == [path]
    with pytest.raises(ReadError, match="geen rechten"):
        read(path)


def test_an_agenda_without_the_papers_of_a_closed_folder_is_refused(no_rights: Path) -> None:
    with pytest.raises(UsageError, match=r"dicht: deze map is niet te lezen"):
        meeting_files(no_rights)


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (OSError(errno.EROFS, "Read-only file system"), "hier mag alleen worden gelezen"),
        (OSError(errno.ENOSPC, "No space left on device"), "de schijf is vol"),
        (PermissionError(errno.EACCES, "Permission denied"), "geen rechten"),
        (OSError(errno.ELOOP, "Too many links"), "Too many links"),
        (UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte"), "het is geen tekst in UTF-8"),
        (ValueError("iets anders"), "iets anders"),
    ],
)
def test_a_reason_is_dutch_where_there_is_a_word_for_it(error: Exception, says: str) -> None:
    assert reason(error) == says


def test_a_log_that_can_be_written_nowhere_is_told_at_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "bestaat" / "niet"))
    assert "KeyError" in write_log(KeyError("veld"))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert write_log(KeyError("veld")).startswith(f"in {tmp_path}")
