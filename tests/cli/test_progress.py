"""A run over several documents says how far it is, to a person only."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

TEXT = "# Raadsvoorstel\n\n## Voorstel\n1. De nota vast te stellen.\n"


@pytest.mark.skipif(os.name != "posix", reason="een terminal om naar te kijken is er zo alleen op POSIX")
@pytest.mark.parametrize(("number", "shown"), [(1, False), (3, True)])
def test_a_person_sees_how_far_it_is_and_a_file_does_not(tmp_path: Path, number: int, *, shown: bool) -> None:
    for one in range(number):
        (tmp_path / f"{one}.md").write_text(TEXT, encoding="utf-8")
    command = [sys.executable, "-m", "toets", "check", str(tmp_path), "--select", "VOR-01"]
    screen, terminal = os.openpty()
    with (tmp_path / "uit.log").open("wb") as out, subprocess.Popen(command, stdout=out, stderr=terminal):
        os.close(terminal)
        seen = _read(screen)
    assert (tmp_path / "uit.log").read_text(encoding="utf-8").count("Raadsvoorstel") >= number
    assert (f"{number}/{number}" in seen) is shown
    assert "Documenten" not in subprocess.run(command, capture_output=True, text=True, check=False).stderr


def _read(screen: int) -> str:
    seen = b""
    try:
        while piece := os.read(screen, 65536):
            seen += piece
    except OSError:  # how Linux says that nobody is at the other end any more
        pass
    finally:
        os.close(screen)
    return seen.decode(errors="replace")
