"""The execution of a proposal: who does what, when, under which conditions, and how the council hears of it."""

from __future__ import annotations

from collections.abc import Iterator

from toets.extract import (
    actions,
    dependencies,
    executors,
    followup,
    instruments,
    milestones,
    procedures,
    vague_times,
)
from toets.extract.plan import plan_of
from toets.extract.scene import Scene
from toets.model.fact import Draft


def find(scene: Scene) -> Iterator[Draft]:
    """All facts about the execution."""
    plan = plan_of(scene)
    for family in (actions, milestones, vague_times, followup, procedures, executors, dependencies, instruments):
        yield from family.find(plan)
