"""Notes below a paper of what was decided on it ("Collegebesluit 3 juni 2025: conform"): no part of the proposal itself."""

from __future__ import annotations

import re

from toets.extract.scene import Scene
from toets.model.document import Passage

_DATED = re.compile(r"[^:]{0,40}\d[^:]{0,20}:")


def is_record(scene: Scene, passage: Passage) -> bool:
    """Whether a passage only notes what was decided on this paper: a decision with its day and a colon, or with its outcome."""
    opened = (_DATED.match(passage.text, hit.end) for hit in scene.opens(passage, "aantekening_besluit"))
    return any(opened) or bool(scene.opens(passage, "aantekening_uitkomst"))
