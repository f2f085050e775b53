"""From conclusions to outcomes and advice; pure functions, standard library only."""

from toets.judge.advice import advise
from toets.judge.outcome import judge
from toets.judge.waivers import unused_waivers

__all__ = ["advise", "judge", "unused_waivers"]
