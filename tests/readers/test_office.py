"""Old and flat office files: read where LibreOffice is installed, and refused with the remedy where it isn't."""

from __future__ import annotations

import hashlib
import os
import select
import shutil
import subprocess
import threading
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from toets.errors import ReadError
from toets.model.document import FoundBy
from toets.readers import Limits, ReadOptions, read_bytes

from .build import docx, paragraph, style, styles

needs_office = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice (soffice) is not installed")

_OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 500 + "WordDocument".encode("utf-16-le")
_RTF = rb"{\rtf1\ansi Raadsvoorstel\par De raad besluit.\par}"
_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{urn}:1.0"'
    for name, urn in (("office", "office"), ("text", "text"), ("draw", "drawing"), ("svg", "svg-compatible"))
)


def flat(body: str) -> bytes:
    """A flat ODF text with this body."""
    kind = 'office:mimetype="application/vnd.oasis.opendocument.text" office:version="1.2"'
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {_SPACES} xmlns:xlink="http://www.w3.org/1999/xlink" {kind}>'
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    ).encode()


def refusal(data: bytes, name: str, options: ReadOptions | None = None) -> str:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, name, options or ReadOptions())
    return str(caught.value)


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (_OLD_WORD, "voorstel.doc", "een Word-bestand van vóór 2007 (.doc)"),
        (_RTF, "voorstel.rtf", "een RTF-bestand"),
        (_RTF, "voorstel.doc", "een RTF-bestand"),
        (flat("<text:p>tekst</text:p>"), "voorstel.fodt", "een plat OpenDocument-bestand"),
    ],
)
def test_without_libreoffice_the_message_says_how_to_go_on(
    data: bytes, name: str, words: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    message = refusal(data, name)
    assert message.startswith(f"{name}: dit is {words}")
    assert "Installeer LibreOffice, of open het in Word, sla het op als .docx" in message


def test_other_flat_xml_is_still_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    sheet = flat("").replace(b"opendocument.text", b"opendocument.spreadsheet")
    assert "een los XML-bestand" in refusal(sheet, "begroting.fods")


def program(folder: Path, script: str) -> None:
    """A program called soffice that runs a script."""
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


@pytest.mark.skipif(os.name != "posix", reason="the stand-in for soffice is a shell script")
def test_a_libreoffice_that_hangs_is_stopped_with_its_children(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "child")
    program(tmp_path, f'(echo here; exec sleep 600) > "{tmp_path}/child" & wait')
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    pipe = os.open(tmp_path / "child", os.O_RDONLY | os.O_NONBLOCK)
    assert "langer dan" in refusal(_RTF, "voorstel.rtf", ReadOptions(limits=replace(Limits(), seconds=0.5)))
    assert os.read(pipe, 100) == b"here\n"
    assert select.select([pipe], [], [], 30)[0], "the child still lives: it holds the pipe"
    assert os.read(pipe, 100) == b""
    os.close(pipe)


@pytest.mark.skipif(os.name != "posix", reason="the stand-in for soffice is a shell script")
def test_a_libreoffice_that_makes_nothing_gives_a_message(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program(tmp_path, "exit 0")
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    assert "LibreOffice kan het niet openen" in refusal(_OLD_WORD, "voorstel.doc")


def converted(data: bytes, ending: str, folder: Path) -> bytes:
    """A .docx as LibreOffice saves it in an older format."""
    (folder / "in.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", ending, "--outdir", str(folder), str(folder / "in.docx")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return (folder / f"in.{ending}").read_bytes()


@needs_office
@pytest.mark.parametrize("ending", ["doc", "rtf", "fodt"])
def test_headings_and_text_of_an_old_file_are_read(ending: str, tmp_path: Path) -> None:
    new = docx(paragraph("Financiën", style="Kop1") + paragraph("Dit kost € 5."), styles=styles(style("Kop1", "heading 1")))
    old = converted(new, ending, tmp_path)
    source = read_bytes(old, "voorstel")
    assert [(block.text, block.outline) for block in source.blocks] == [("Financiën", 1), ("Dit kost € 5.", None)]
    assert source.blocks[0].outline_by in (FoundBy.STYLE, FoundBy.OUTLINE)
    assert (source.format, source.name, source.sha256) == (ending, "voorstel", hashlib.sha256(old).hexdigest())


@needs_office
def test_a_damaged_old_file_is_refused() -> None:
    assert "LibreOffice kan het niet openen" in refusal(_OLD_WORD, "voorstel.doc")


@pytest.fixture
def server() -> Iterator[tuple[str, list[str]]]:
    """A web server on this machine, and what was asked of it."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_GET  # noqa: N815 - the names that the library dictates

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as here:
        thread = threading.Thread(target=here.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{here.server_port}", asked
        here.shutdown()
        thread.join()


@needs_office
def test_nothing_that_a_file_links_to_is_fetched(server: tuple[str, list[str]], tmp_path: Path) -> None:
    address, asked = server
    secret = tmp_path / "geheim.txt"
    secret.write_text("GEHEIM", encoding="utf-8")
    picture = f'<draw:frame svg:width="2cm" svg:height="2cm"><draw:image xlink:href="{address}/a.png"/></draw:frame>'
    part = (
        f'<text:section text:name="s"><text:section-source xlink:href="{secret.as_uri()}"/><text:p>eigen</text:p></text:section>'
    )
    source = read_bytes(flat(f"<text:p>tekst {picture}</text:p>{part}"), "voorstel.fodt")
    assert [block.text.strip() for block in source.blocks if block.text.strip()] == ["tekst", "eigen"]
    assert asked == []
