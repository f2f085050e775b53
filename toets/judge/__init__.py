"""From conclusions to outcomes and advice; pure functions, standard library only."""

from toets.judge.advice import advise
from toets.judge.docket import Docket
from toets.judge.lost import spread
from toets.judge.nature import nature_of
from toets.judge.outcome import judge
from toets.judge.remarks import other_remarks, unreadable_waivers, waivers_in
from toets.judge.waivers import idle_in_run, unused_waivers

__all__ = [
    "Docket",
    "advise",
    "idle_in_run",
    "judge",
    "nature_of",
    "other_remarks",
    "spread",
    "unreadable_waivers",
    "unused_waivers",
    "waivers_in",
]
