"""Rules of degree: a part that is enough in a concrete paper, and too little of what is there in a vague one."""

from dataclasses import replace

from toets.model.outcome import Status

from .build import Setting, asks, fact, judged, least, most, pattern, rule

NEEDS = (asks("action", "wie en wat"), asks("milestone", "wanneer"))
OF_DEGREE = rule(
    needs=NEEDS,
    suffices=(asks("concreteness", "het stuk is concreet", points=least(11)),),
    falls_short=(asks("concreteness", "een concrete invulling", points=most(0)),),
    messages={"partial": "Alleen een deel staat er.", "satisfied": "Alles staat er."},
)
ACTION, MILESTONE = fact("f1", "action", "De wijkregisseur belt aan"), fact("f2", "milestone", "in mei")
CONCRETE, MIDDLING, VAGUE = (fact("f3", "concreteness", points=points) for points in (14, 6, -4))


def test_a_part_is_enough_in_a_concrete_paper_and_says_what_is_still_missing() -> None:
    outcome = judged(OF_DEGREE, ACTION, CONCRETE)
    assert outcome.status is Status.SATISFIED
    assert outcome.missing == ("wanneer",)
    assert outcome.message == "Wat er staat, telt hier als genoeg, want het stuk is concreet. Nog niet aangetroffen: wanneer."
    assert [one.quote for one in outcome.evidence] == ["De wijkregisseur belt aan"]


def test_all_that_is_asked_falls_short_in_a_vague_paper() -> None:
    outcome = judged(OF_DEGREE, ACTION, MILESTONE, VAGUE)
    assert outcome.status is Status.PARTIAL
    assert outcome.missing == ("een concrete invulling",)
    assert "gezien het hele stuk nog te weinig" in outcome.message
    assert [one.quote for one in outcome.evidence] == ["De wijkregisseur belt aan", "in mei"]


def test_nothing_tips_in_between_and_nothing_in_a_paper_too_short_to_measure() -> None:
    for measured in ((MIDDLING,), ()):
        assert judged(OF_DEGREE, ACTION, *measured).message == "Alleen een deel staat er."
        assert judged(OF_DEGREE, ACTION, MILESTONE, *measured).message == "Alles staat er."


def test_what_is_not_there_at_all_is_never_enough() -> None:
    assert judged(OF_DEGREE, CONCRETE).status is Status.VIOLATED


def test_a_contradiction_stands_in_a_concrete_paper() -> None:
    broken = replace(OF_DEGREE, arms={**OF_DEGREE.arms, "breaks": (asks("vague"),)})
    assert judged(broken, ACTION, CONCRETE, fact("f4", "vague")).status is Status.VIOLATED


def test_what_stands_against_a_need_is_no_matter_of_degree() -> None:
    arms = {**OF_DEGREE.arms, "needs": (*NEEDS, asks("vague_cost", "kosten die bekend zijn", absent=True))}
    unknown = fact("f4", "vague_cost", "de kosten zijn nog onbekend")
    assert judged(replace(OF_DEGREE, arms=arms), ACTION, CONCRETE).status is Status.SATISFIED
    assert judged(replace(OF_DEGREE, arms=arms), ACTION, CONCRETE, unknown).status is Status.PARTIAL


def test_a_paper_that_could_not_be_measured_is_judged_all_the_same() -> None:
    lost = {"concreteness": "de herkenning 'concreetheid' viel uit"}
    assert Setting((ACTION,), lost=lost).judge(OF_DEGREE).status is Status.PARTIAL


def test_the_explanation_has_a_step_for_it() -> None:
    steps = judged(OF_DEGREE, ACTION, CONCRETE).trace
    assert [(step.arm, step.asked, step.held, step.facts) for step in steps if step.arm == "suffices"] == [
        ("suffices", "het stuk is concreet", True, ("f3",))
    ]


def test_points_that_are_met_in_part_are_enough_together() -> None:
    each = rule(
        each=pattern("decision_point", "each"),
        needs=(asks("action", "wie", point="$each.number"),),
        suffices=OF_DEGREE.arms["suffices"],
    )
    points = (fact("f5", "decision_point", number=1), fact("f6", "decision_point", number=2), fact("f1", "action", point=1))
    assert judged(each, *points).status is Status.PARTIAL
    outcome = judged(each, *points, CONCRETE)
    assert outcome.status is Status.SATISFIED
    assert [item.status for item in outcome.items] == [Status.SATISFIED, Status.VIOLATED]
