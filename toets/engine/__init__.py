"""From rules to conclusions: compile once, then infer for every document, in durable-rules or in plain Python."""

from toets.engine.compiler import compile_program
from toets.engine.health import available
from toets.engine.program import Program
from toets.engine.session import Session

__all__ = ["Program", "Session", "available", "compile_program"]
