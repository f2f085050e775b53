"""The steps of a container file, carried out without an engine: each stage a folder that begins as a minimal Debian.

For a machine that has root and debootstrap but no Docker or Podman. Only what our own container file uses is known: FROM, RUN,
WORKDIR, COPY (also from an earlier stage), ENV, USER and ENTRYPOINT. The base is Debian with its own Python, not the official
image of Python: what those two do differently this can't show.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

NEEDED = ("debootstrap", "unshare", "setpriv", "chroot")
PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
_BASE = "ca-certificates,python3,python3-venv,libpython3-dev"  # the headers are in the official image as well
_PROC = ('mount -t proc proc "$1/proc"',)
_CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")
_OF_THE_NETWORK = re.compile(r"(?i)(pip_(index_url|extra_index_url|cert|trusted_host|default_timeout)|https?_proxy|no_proxy)")


@dataclass(slots=True)
class Stage:
    """A file system in the making, with what holds in it."""

    root: Path
    environment: dict[str, str] = field(default_factory=lambda: {"PATH": PATH})
    folder: str = "/"
    user: str = "root"
    entry: tuple[str, ...] = ()


def available() -> bool:
    """Whether this machine can carry out the steps: root, and the programs for it."""
    return os.name == "posix" and os.geteuid() == 0 and all(shutil.which(name) for name in NEEDED)


def debian(root: Path) -> Path:
    """A minimal Debian with Python, fetched from Debian; the name `python` is there as in the official image."""
    subprocess.run(["debootstrap", "--variant=minbase", f"--include={_BASE}", "bookworm", root], check=True, capture_output=True)
    (root / "usr/local/bin/python").symlink_to("/usr/bin/python3")
    shutil.copy("/etc/resolv.conf", root / "etc/resolv.conf")
    shutil.copy(_CERTIFICATES, root / _CERTIFICATES.relative_to("/"))
    return root


def build(containerfile: Path, base: Path, work: Path) -> Stage:
    """Carry out a container file, with its own folder as the context; the last stage.

    Raises: CalledProcessError when a step fails, ValueError for a step that is not known here.
    """
    stages: dict[str, Stage] = {}
    stage = Stage(base)
    for word, rest in instructions(containerfile.read_text(encoding="utf-8")):
        if word == "FROM":
            name = rest.partition(" AS ")[2] or f"stage{len(stages)}"
            subprocess.run(["cp", "--archive", base, work / name], check=True)
            stage = stages[name] = Stage(work / name)
        else:
            _step(word, rest, stage, stages, containerfile.parent)
    return stage


def instructions(text: str) -> Iterator[tuple[str, str]]:
    """The steps of a container file: the word and what comes after it."""
    for line in text.replace("\\\n", " ").splitlines():
        if line.strip() and not line.startswith("#"):
            word, _, rest = line.partition(" ")
            yield word, rest.strip()


def _step(word: str, rest: str, stage: Stage, stages: Mapping[str, Stage], context: Path) -> None:
    if word == "RUN":
        network = {name: value for name, value in os.environ.items() if _OF_THE_NETWORK.fullmatch(name)}
        command = ["env", "-i", f"--chdir={stage.folder}", *_pairs(network | stage.environment), "sh", "-c", rest]
        _in(stage.root, command, list(_PROC)).check_returncode()
    elif word == "WORKDIR":
        stage.folder = rest
        _inside(stage, rest).mkdir(parents=True, exist_ok=True)
    elif word == "COPY":
        _copy(rest, stage, stages, context)
    elif word == "ENV":
        for pair in shlex.split(rest):
            name, _, value = pair.partition("=")
            stage.environment[name] = value.replace(f"${name}", stage.environment.get(name, ""))
    elif word == "USER":
        stage.user = rest
    elif word == "ENTRYPOINT":
        stage.entry = tuple(json.loads(rest))
    else:
        raise ValueError(f"not a step that is known here: {word}")


def _copy(rest: str, stage: Stage, stages: Mapping[str, Stage], context: Path) -> None:
    *sources, target = rest.split()
    origin = context
    if sources[0].startswith("--from="):
        origin = stages[sources.pop(0).removeprefix("--from=")].root
    goal = _inside(stage, target)
    for source in sources:
        found = origin / source.lstrip("/")
        if found.is_dir():
            shutil.copytree(found, goal, symlinks=True, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(found, goal)


def _inside(stage: Stage, name: str) -> Path:
    return stage.root / os.path.join(stage.folder, name).lstrip("/")  # noqa: PTH118  a path in the image, not here


def _pairs(environment: Mapping[str, str]) -> list[str]:
    return [f"{name}={value}" for name, value in environment.items()]


def start(stage: Stage, documents: Path, *arguments: str, writable: bool = False) -> subprocess.CompletedProcess[str]:
    """Start the image as `run --network none --read-only --tmpfs /tmp --volume documents:/documenten:ro` does.

    In: `writable` leaves out --read-only and --tmpfs, so that what is written can be seen afterwards.
    """
    closed = [] if writable else ['mount -t tmpfs tmpfs "$1/tmp"', 'mount -o remount,bind,ro "$1"']
    mounts = ['mount --bind "$1" "$1"', *_PROC, f'mount --bind {shlex.quote(str(documents))} "$1{stage.folder}"']
    mounts += [f'mount -o remount,bind,ro "$1{stage.folder}"', *closed]
    rights = [
        "setpriv",
        f"--reuid={stage.user}",
        f"--regid={stage.user}",
        "--clear-groups",
        "--no-new-privs",
        "--bounding-set=-all",
    ]
    command = [*rights, "env", "-i", f"--chdir={stage.folder}", *_pairs(stage.environment), *stage.entry, *arguments]
    return _in(stage.root, command, mounts, "--net")


def _in(root: Path, command: list[str], mounts: list[str], *spaces: str) -> subprocess.CompletedProcess[str]:
    """Run a command with another root, in namespaces of its own, so that nothing stays mounted."""
    script = "; ".join(["set -e", *mounts, "root=$1", "shift", 'exec chroot "$root" "$@"'])
    line = ["unshare", "--mount", "--pid", "--fork", "--kill-child", *spaces, "sh", "-c", script, "sh", str(root), *command]
    return subprocess.run(line, capture_output=True, text=True, check=False)
