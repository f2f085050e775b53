"""What the sections a rule is about say for themselves: with a reason, bare, or not to be read."""

from __future__ import annotations

from dataclasses import dataclass

from toets.model.document import Document, Section, SectionState
from toets.model.rule import Rule


@dataclass(frozen=True, slots=True)
class Filling:
    """The sections of the voorstel that a rule is about, as far as their state decides something by itself."""

    unread: tuple[Section, ...] = ()
    reasoned: tuple[Section, ...] = ()
    bare: tuple[Section, ...] = ()


def filling(rule: Rule, document: Document) -> Filling:
    """Sort the sections with a role in `rule.about`; those of an ontwerpbesluit or attachment don't count."""
    about = tuple(
        section for section in document.sections if section.role in rule.about and document.part_of(section).role == "voorstel"
    )

    def having(state: SectionState) -> tuple[Section, ...]:
        return tuple(section for section in about if section.state is state)

    return Filling(having(SectionState.UNREAD), having(SectionState.REASONED), having(SectionState.BARE))
