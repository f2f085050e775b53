"""From conclusions to outcomes and advice; pure functions, standard library only."""

from toets.judge.advice import advise
from toets.judge.lost import spread
from toets.judge.nature import nature_of
from toets.judge.outcome import judge
from toets.judge.remarks import waivers_in
from toets.judge.waivers import unused_waivers

__all__ = ["advise", "judge", "nature_of", "spread", "unused_waivers", "waivers_in"]
