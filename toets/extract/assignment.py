"""All facts about the assignment: who is asked what, its goal, bounds, parts and origin, and the people who answer for it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from toets.extract import bounds, commissions, conditions, goal_tables, goals, hollow, origins, people, subtasks
from toets.extract.scene import Scene
from toets.model.fact import Draft

FAMILIES = (
    commissions.find,
    goals.find,
    goal_tables.find,
    people.find,
    bounds.find,
    subtasks.find,
    origins.find,
    hollow.find,
    conditions.find,
)


def find(scene: Scene) -> Iterator[Draft]:
    """The facts of every family of the assignment."""
    return chain.from_iterable(family(scene) for family in FAMILIES)
