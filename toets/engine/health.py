"""Whether durable-rules can be used here, and what to do if not."""

from __future__ import annotations

import sys

from toets.engine import reference
from toets.engine.compiler import compile_program
from toets.engine.session import Session
from toets.model.document import Location
from toets.model.fact import Fact, FactKind, Field, FieldType, Value
from toets.model.rule import Clause, Derivation, Op, Pattern, RuleSet, Test
from toets.model.vocabulary import Vocabulary


def available() -> str | None:
    """None when durable-rules loads and gives the right answers to a small test, else in Dutch why not and what to do.

    The test covers what rules use: constants, lists, ranges, a join and a derived fact.
    """
    program = compile_program([_sample()])
    facts = tuple(_fact(number) for number in range(1, 13))
    try:
        session = Session(program)
        got = session.infer(facts)
        session.close()
    except ImportError as error:
        return f"durable-rules kan niet worden geladen ({error}). {_remedy()}"
    except Exception as error:  # whatever it is: the engine cannot be used
        return f"durable-rules doorstaat de zelftest niet ({error}). {_remedy()}"
    wanted = reference.infer(program, facts)
    if (got.facts, got.matches) != (wanted.facts, wanted.matches):
        return f"durable-rules geeft op de zelftest een verkeerd antwoord. {_remedy()}"
    return None


def _remedy() -> str:
    fallback = "Met --engine reference werkt toets zonder durable-rules; de uitkomst is dezelfde."
    if sys.version_info >= (3, 13):
        return f"Onder Python 3.13 en later laadt dit pakket niet: gebruik Python 3.11 of 3.12. {fallback}"
    if sys.platform == "win32":
        return f"Onder Windows is dit pakket er niet: gebruik Linux, macOS of WSL. {fallback}"
    return (
        "Installeer een C-compiler (zoals gcc) en de bestanden om voor Python te bouwen (python3-dev), en dan opnieuw:"
        f" pip install --force-reinstall --no-cache-dir durable-rules==2.0.28. {fallback}"
    )


def _sample() -> RuleSet:
    kinds = (
        FactKind("bedrag", "", (Field("soort", FieldType.TEXT), Field("cent", FieldType.NUMBER)), textual=False),
        FactKind("dekking", "", (Field("van", FieldType.REF), Field("soort", FieldType.TEXT)), textual=False),
    )
    gives: dict[str, Value] = {"van": "$b", "soort": "$b.soort"}
    listed = ("soort", (Test(Op.IS, "gevraagd"), Test(Op.IS, "“kosten” ‘ë’\n")))
    large = Pattern("bedrag", "b", (listed, ("cent", (Test(Op.AT_LEAST, 4),)), ("cent", (Test(Op.NOT, 7),))))
    joined = Pattern("dekking", "d", (("van", (Test(Op.JOIN, "b"),)),))
    derivations = (
        Derivation("zelftest-1", "dekking", gives, Clause(large), ""),
        Derivation("zelftest-2", "dekking", {"van": "$d.van"}, Clause(large, (joined,)), ""),
    )
    return RuleSet("zelftest", "", "1", "", derivations=derivations, vocabulary=Vocabulary(facts=kinds))


def _fact(number: int) -> Fact:
    name = f"f{number:05d}"
    sort = ("gevraagd", "“kosten” ‘ë’\n", "overig")[number % 3]
    return Fact(name, "bedrag", {"own": name, "soort": sort, "cent": number - 2}, "", Location(), "zelftest")
