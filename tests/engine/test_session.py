"""durable-rules over many documents: errors, memory, worker processes, and whether it can be used at all."""

from __future__ import annotations

import hashlib
import importlib
import multiprocessing
import os
import pickle
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from toets.engine import Program, Session, available, compile_program, reference
from toets.engine.compiler import gate, message
from toets.engine.program import MOST_FACTS
from toets.errors import EngineError
from toets.model.fact import Fact
from toets.model.rule import Clause

from .build import derive, fact, least, needs_engine, pattern, rule, rule_set
from .faulty import Faulty

pytestmark = needs_engine

MEMORY = Path("/proc/self/statm")


def program() -> Program:
    clauses = [
        Clause(pattern("ding", "x", soort=("a", "b"), n=least(number)), (pattern("zaak", "y", bij="$x"),)) for number in range(30)
    ]
    derivations = [
        derive("gevolg", pattern("ding", "d", soort="a"), name="een", bij="$d"),
        derive("keten", pattern("gevolg", "g"), pattern("zaak", "z", bij="$g.bij"), name="twee", naam="$z.naam"),
    ]
    return compile_program([rule_set(rule(*clauses, Clause(pattern("keten", "k"))), derivations=derivations)])


def facts(many: int = 40) -> tuple[Fact, ...]:
    dings = [fact(number, soort="abc"[number % 3], n=number % 30) for number in range(1, many // 2)]
    zaken = [fact(number, "zaak", bij=f"f{number - many // 2 + 1:05d}", naam=f"é {number}") for number in range(many // 2, many)]
    return (*dings, *zaken)


def digest(known: Program, document: tuple[Fact, ...]) -> str:
    """A fingerprint of everything that was compiled and concluded, but for the name of the engine."""
    conclusions = Session(known).infer(document)
    everything = (conclusions.facts, list(conclusions.matches.items()), [chunk.definition for chunk in known.chunks])
    return hashlib.sha256(repr(everything).encode()).hexdigest()


@pytest.fixture
def faulty(monkeypatch: pytest.MonkeyPatch) -> Faulty:
    engine = Faulty(importlib.import_module("durable_rules_engine"))
    monkeypatch.setitem(sys.modules, "durable_rules_engine", engine)
    return engine


@pytest.mark.parametrize(
    ("function", "answer", "says"),
    [
        ("create_ruleset", RuntimeError("error code: 113"), "error code: 113"),
        ("assert_fact", RuntimeError("error code: 303"), "error code: 303"),
        ("assert_fact", (2, 1), "een feit werd geweigerd met code 2"),
        ("start_action_for_state", None, "niet alle regels zijn uitgevoerd"),
        ("complete_and_start_action", None, "niet alle regels zijn uitgevoerd"),
        ("complete_and_start_action", RuntimeError("error code: 307"), "error code: 307"),
    ],
)
def test_an_engine_error_costs_one_document_and_not_the_next(faulty: Faulty, function: str, answer: Any, says: str) -> None:
    known = program()
    session = Session(known)
    faulty.fail(function, answer)
    with pytest.raises(EngineError, match=f"{says}.*--engine reference"):
        session.infer(facts())
    assert faulty.failures == {}
    for document in (facts(30), facts(40)):
        assert session.infer(document).matches == reference.infer(known, document).matches


def test_after_an_error_the_rules_are_thrown_away_and_the_document_is_not_touched(faulty: Faulty) -> None:
    session = Session(program())
    faulty.fail("start_action_for_state", None)
    with pytest.raises(EngineError):
        session.infer(facts())
    assert faulty.calls[-1] == "delete_ruleset"
    assert "delete_state" not in faulty.calls


def test_ctrl_c_is_not_swallowed(faulty: Faulty) -> None:
    session = Session(program())
    faulty.fail("complete_and_start_action", KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        session.infer(facts())
    assert session.infer(facts()).matches == Session(program()).infer(facts()).matches


def test_a_document_with_wrong_facts_leaves_nothing_behind() -> None:
    known = program()
    session = Session(known)
    with pytest.raises(EngineError):
        session.infer((*facts(), fact(99, n="?")))
    assert session.infer(facts(20)) == Session(known).infer(facts(20))


def test_documents_do_not_see_each_other() -> None:
    known = program()
    session = Session(known)
    documents = [facts(many) for many in (40, 0, 10, 40, 22)]
    assert [session.infer(one).matches for one in documents] == [reference.infer(known, one).matches for one in documents]


def test_a_closed_session_compiles_again_when_used() -> None:
    session = Session(program())
    before = session.infer(facts())
    session.close()
    assert session.infer(facts()) == before


@pytest.mark.skipif(not MEMORY.exists(), reason="leest het geheugengebruik uit /proc")
def test_memory_stays_flat_over_documents() -> None:
    session = Session(program())

    def grown(documents: int) -> int:
        for _ in range(documents):
            session.infer(facts())
        return int(MEMORY.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")

    before = grown(30)
    assert grown(int(os.environ.get("TOETS_DOCUMENTS", "300"))) - before < 16_000_000


@pytest.mark.skipif(not MEMORY.exists(), reason="leest het geheugengebruik uit /proc")
def test_memory_stays_flat_over_sessions_that_are_closed() -> None:
    known = program()

    def grown(sessions: int) -> int:
        for _ in range(sessions):
            session = Session(known)
            session.infer(facts())
            session.close()
        return int(MEMORY.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")

    before = grown(10)
    assert grown(60) - before < 16_000_000


def in_worker(known: Program) -> str:
    return digest(known, facts())


@pytest.mark.parametrize("method", ["spawn", "forkserver"])
def test_a_program_travels_to_a_worker_process(method: str) -> None:
    known = program()
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context(method)) as pool:
        assert pool.submit(in_worker, known).result() == in_worker(known)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="er is geen fork")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_a_session_that_was_used_works_on_in_a_forked_process() -> None:
    known = program()
    session = Session(known)
    session.infer(facts(30))
    wanted = reference.infer(known, facts()).matches
    child = os.fork()
    if child == 0:
        right = session.infer(facts()).matches == wanted
        os._exit(0 if right else 1)
    assert os.waitpid(child, 0)[1] == 0
    assert session.infer(facts()).matches == wanted


def test_the_same_input_gives_the_same_bytes_in_every_process() -> None:
    script = "from engine.test_session import *; print(digest(program(), facts()))"
    folder = str(Path(__file__).parent.parent)
    digests = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": folder},
            capture_output=True, text=True, check=True,
        ).stdout.strip()
        for seed in ("1", "2", "3")
    }  # fmt: skip
    assert digests == {digest(program(), facts())}


def test_a_program_survives_pickling() -> None:
    known = program()
    assert pickle.loads(pickle.dumps(known)) == known  # noqa: S301


def test_no_two_names_that_the_engine_knows_by_a_hash_are_equal() -> None:
    def fnv(name: str) -> int:
        number = 2166136261
        for letter in name.encode():
            number = ((number ^ letter) * 16777619) % 2**32
        return number

    ids = [f"f{place:05d}" for place in range(MOST_FACTS)] + [f"g{run}" for run in range(1, 60)]
    ids += [f"sid-d{document}" for document in range(1, 20_000)]
    properties = ["id", "sid", "kind", "one", "$s", *(f"f{number}" for number in range(5_000))]
    for names in (ids, properties):
        assert len({fnv(name) for name in names}) == len(names)
    assert '"id":"f00007"' in message("ding", {}, 7, {})
    assert '"id":"g3"' in gate(3)


def test_the_engine_is_available_here() -> None:
    assert available() is None


def test_an_engine_that_cannot_be_loaded_is_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "durable_rules_engine", None)
    reason = available()
    assert reason is not None
    assert "kan niet worden geladen" in reason
    assert "--engine reference" in reason


def test_an_engine_that_answers_wrongly_is_not_used(monkeypatch: pytest.MonkeyPatch, faulty: Faulty) -> None:
    monkeypatch.setattr("toets.engine.session._Unit.run", lambda *_: [])
    assert "verkeerd antwoord" in str(available())
    monkeypatch.undo()
    monkeypatch.setitem(sys.modules, "durable_rules_engine", faulty)
    faulty.fail("assert_fact", RuntimeError("error code: 303"))
    assert "doorstaat de zelftest niet" in str(available())


@pytest.mark.parametrize(
    ("version", "platform", "says"),
    [((3, 13), "linux", "gebruik Python 3.11 of 3.12"), ((3, 12), "win32", "WSL"), ((3, 11), "linux", "C-compiler")],
)
def test_the_remedy_fits_the_machine(monkeypatch: pytest.MonkeyPatch, version: tuple[int, int], platform: str, says: str) -> None:
    monkeypatch.setitem(sys.modules, "durable_rules_engine", None)
    monkeypatch.setattr("toets.engine.health.sys", SimpleNamespace(version_info=version, platform=platform))
    assert says in str(available())
