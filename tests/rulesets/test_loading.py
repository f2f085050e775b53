"""Folders become rule sets."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from toets.errors import RuleSetError
from toets.model.fact import FieldType
from toets.model.rule import Group, Op, PartOf, Severity
from toets.model.rule import Test as Asked
from toets.model.vocabulary import Paper
from toets.rulesets import load, parse_phrase, vocabulary_of
from toets.rulesets.forms import Inflector

from .build import FACTS, GROUPS, RULE, clause, loaded, one_rule, put, rule_of, written

WORDS = """
[[heading]]
role = "aanleiding"
names = ["aanleiding", "inleiding"]
opens = ["waarom nu"]
[[field]]
name = "portefeuillehouder"
labels = ["portefeuillehouder"]
[[term]]
slot = "orgaan"
code = "raad"
forms = ["raad", "uw raad"]
more = { body = "raad", rank = 1 }
[[law]]
code = "GW"
name = "Gemeentewet"
names = ["Gemw."]
since = 1994-01-01
[[stale]]
law = "WOB"
since = 2022-05-01
says = "De Wob is vervallen."
origin = "Woo, artikel 10.1"
words = ["wet openbaarheid van bestuur"]
[[competence]]
object = "verordening"
acts = ["vaststellen"]
owner = "raad"
law = "GW"
article = "147"
words = ["*verordening"]
clear = true
[[overlooked]]
name = "ingetrokken"
because = "het wordt alleen ingetrokken"
not_subjects = ["verordening"]
when = ["in_repeal"]
[[act]]
code = "vaststellen"
phrases = ["~vaststellen"]
bodies = ["raad"]
[[paper]]
name = "schouw"
names = ["wijkschouw", "schouw wijk"]
nouns = ["schouw"]
deeds = ["geschouwd"]
common = true
[[topic]]
name = "dekking"
fact = "coverage"
gives = { traceable = 1 }
phrases = ["uit <reserve>", { text = "ten laste van", means = "dekking", origin = "BBV", sets = { term = "one_off" } }]
unless = ["sociale huur"]
not_roles = ["bijlagen"]
kinds = ["item"]
once = false
negatable = false
[[topic.near]]
sets = { deferred = 1 }
reach = "adjacent"
slots = ["datum"]
phrases = ["later"]
[[topic]]
name = "onderwerp"
fact = "subject"
gives = { is = "verordening" }
phrases = ["verordening"]
[[form]]
word = "vaststellen"
forms = ["vaststelt", "vastgesteld"]
split = [["stelt", "vast"]]
[list]
sjabloon = ["klik of tik"]
[phrases]
ontkenning = ["niet", "geen"]
[groups]
INHOUD = ["RV-FIN", "RV-BEL"]
[required]
RV-FIN = ["beslispunten", "middelen"]
"""


def test_a_rule_file_becomes_a_rule(tmp_path: Path) -> None:
    rule = rule_of(written(tmp_path))

    assert (rule.code, rule.set, rule.name, rule.tier, rule.origin) == (
        "MID-02",
        "middelen",
        "dekking-herleidbaar",
        "kern",
        "proef",
    )
    assert rule.kinds == ("INHOUD", "RV-PEN/project")
    assert rule.about == ("middelen",)
    assert rule.repairable
    assert rule.each_none == "satisfied"
    assert [case.severity for case in rule.severity] == [Severity.BLOCKING, Severity.ATTENTION]
    assert rule.severity[0].status == ("violated",)
    assert rule.norm[0].verified == date(2026, 11, 21)
    assert [(example.expect, example.missing) for example in rule.examples] == [("satisfied", None), ("violated", ("dekking",))]


def test_every_arm_is_read(tmp_path: Path) -> None:
    rule = rule_of(written(tmp_path))

    assert set(rule.arms) == {"needs", "partly", "breaks"}
    assert clause(rule, "needs").name == "dekking"
    assert clause(rule, "needs").pattern.fact == "coverage"


def test_a_folder_gives_its_words_first_and_then_its_sets(tmp_path: Path) -> None:
    words, middelen = loaded(written(tmp_path))

    assert (words.name, words.rules, words.origin) == ("vocabulaire", (), "proef")
    assert words.vocabulary.fact_kinds()["coverage"].all_fields()["amount"].type is FieldType.REF
    assert (middelen.name, middelen.title, middelen.version) == ("middelen", "Middelen", "1.0")


def test_loose_rule_files_form_a_set_with_the_name_of_their_folder(tmp_path: Path) -> None:
    folder = tmp_path / "eigen"
    put(folder, "MID-02.toml", RULE)
    put(folder, "feiten.toml", FACTS)
    put(folder, "woorden.toml", '[groups]\nINHOUD = ["RV-FIN"]\n')

    (eigen,) = loaded(folder)

    assert (eigen.name, [rule.code for rule in eigen.rules]) == ("eigen", ["MID-02"])
    assert eigen.vocabulary.groups == {"INHOUD": ("RV-FIN",)}


def test_a_manifest_names_a_folder_of_loose_files(tmp_path: Path) -> None:
    put(tmp_path, "MID-02.toml", RULE)
    put(tmp_path, "feiten/a.toml", FACTS)
    put(tmp_path, "vocabulaire/a.toml", '[groups]\nINHOUD = ["RV-FIN"]\n')
    put(tmp_path, "ruleset.toml", 'title = "Van ons"\nversion = "3"\n')

    (own,) = loaded(tmp_path)

    assert (own.title, own.version) == ("Van ons", "3")


def test_rules_may_use_the_facts_and_words_of_an_earlier_folder(tmp_path: Path) -> None:
    shared, extra = tmp_path / "gedeeld", tmp_path / "extra"
    written(shared)
    put(extra, "EIGEN-01.toml", RULE.replace("MID-02", "EIGEN-01"))

    found = load([("een", shared), ("twee", extra)])

    assert [(rule_set.name, rule_set.origin) for rule_set in found] == [
        ("vocabulaire", "een"),
        ("middelen", "een"),
        ("extra", "twee"),
    ]


def test_all_tables_of_a_vocabulary_are_read(tmp_path: Path) -> None:
    words = vocabulary_of(loaded(written(tmp_path, woorden=WORDS)))

    assert words.headings[0].opens == ("waarom nu",)
    assert words.fields[0].labels == ("portefeuillehouder",)
    assert words.terms[0].more == {"body": "raad", "rank": 1}
    assert words.laws[0].since == date(1994, 1, 1)
    assert words.stale[0].words[0].text == "wet openbaarheid van bestuur"
    assert (words.competences[0].clear, words.competences[0].transferable) == (True, True)
    assert (words.overlooked[0].not_subjects, words.overlooked[0].when) == (frozenset({"verordening"}), ("in_repeal",))
    assert words.acts[0].bodies == ("raad",)
    assert words.papers == (Paper("schouw", ("wijkschouw", "schouw wijk"), ("schouw",), ("geschouwd",), common=True),)
    assert words.lists == {"sjabloon": ("klik of tik",)}
    assert [phrase.id for phrase in words.phrases["ontkenning"]] == ["lijst:ontkenning/1", "lijst:ontkenning/2"]
    assert words.required == {"RV-FIN": ("beslispunten", "middelen")}


def test_a_topic_keeps_what_it_gives(tmp_path: Path) -> None:
    topic, _ = vocabulary_of(loaded(written(tmp_path, woorden=WORDS))).topics

    assert (topic.gives, topic.kinds, topic.once, topic.negatable) == ({"traceable": 1}, ("item",), False, False)
    assert [phrase.id for phrase in topic.phrases] == ["dekking/1", "dekking/2"]
    assert topic.phrases[1].sets == {"term": "one_off"}
    assert (topic.near[0].reach, topic.near[0].slots, topic.near[0].sets) == ("adjacent", ("datum",), {"deferred": 1})


def test_a_guard_may_name_a_list_of_this_or_an_earlier_folder(tmp_path: Path) -> None:
    words = WORDS.replace('unless = ["sociale huur"]', 'unless = ["sociale huur", { list = "ontkenning" }, { list = "later" }]')
    put(tmp_path, "vocabulaire/zzz.toml", '[phrases]\nlater = ["nog niet"]\n')

    topic, _ = vocabulary_of(loaded(written(tmp_path, woorden=words))).topics

    assert [phrase.text for phrase in topic.unless] == ["sociale huur"]
    assert topic.unless_lists == ("ontkenning", "later")


def test_phrases_may_name_a_list_and_a_later_folder_adds_to_it(tmp_path: Path) -> None:
    own = '[phrases]\nvan_elders = ["(rijks|)subsidie", { text = "fonds", means = "van buiten" }]\n'
    topic = '[[topic]]\nname = "elders"\nfact = "coverage"\nphrases = ["gift", { list = "van_elders" }, "uit {van_elders}"]\n'
    put(tmp_path / "eigen", "vocabulaire/meer.toml", '[phrases]\nvan_elders = ["erfenis"]\n')

    words = vocabulary_of(load([("een", written(tmp_path / "mee", woorden=GROUPS + topic + own)), ("twee", tmp_path / "eigen")]))

    phrases = {phrase.id: phrase.text for phrase in words.topics[0].phrases}
    assert phrases == {
        "elders/1": "gift",
        "elders/2.1": "(rijks|)subsidie",
        "elders/2.2": "fonds",
        "elders/2.3": "erfenis",
        "elders/3": "uit {van_elders}",
    }
    spelled = parse_phrase("uit ((rijks|)subsidie|fonds|erfenis)", id="x", forms=Inflector({}))
    assert words.topics[0].phrases[-1].variants == spelled.variants


def test_headings_and_lists_of_words_may_name_a_list_of_words(tmp_path: Path) -> None:
    words = GROUPS + '[[heading]]\nrole = "middelen"\nnames = ["geld", { list = "munten" }]\n'
    words += '[list]\nmunten = ["euro", "gulden"]\nbetaalmiddelen = [{ list = "munten" }, "pas"]\n'
    words += '[phrases]\nbetaald = [{ list = "munten" }]\n'

    found = vocabulary_of(loaded(written(tmp_path, woorden=words)))

    assert found.headings[0].names == ("geld", "euro", "gulden")
    assert found.lists["betaalmiddelen"] == ("euro", "gulden", "pas")
    assert [phrase.text for phrase in found.phrases["betaald"]] == ["euro", "gulden"]


def test_phrases_have_ids_that_differ(tmp_path: Path) -> None:
    put(tmp_path, "eigen/vocabulaire/meer.toml", '[phrases]\nontkenning = ["nooit"]\n')
    words = vocabulary_of(load([("een", written(tmp_path / "mee", woorden=WORDS)), ("twee", tmp_path / "eigen")]))
    phrases = [
        *(phrase for topic in words.topics for phrase in (*topic.phrases, *topic.unless)),
        *(phrase for topic in words.topics for near in topic.near for phrase in near.phrases),
        *(phrase for named in words.phrases.values() for phrase in named),
        *(phrase for act in words.acts for phrase in act.phrases),
        *(phrase for competence in words.competences for phrase in competence.words),
    ]

    assert len({phrase.id for phrase in phrases}) == len(phrases) > 8


def test_a_folder_adds_to_a_list_of_an_earlier_one(tmp_path: Path) -> None:
    put(tmp_path, "eigen/vocabulaire/meer.toml", '[list]\nsjabloon = ["vul in", "klik of tik"]\n')

    words = vocabulary_of(load([("een", written(tmp_path / "mee", woorden=WORDS)), ("twee", tmp_path / "eigen")]))

    assert words.lists["sjabloon"] == ("klik of tik", "vul in")


def test_groups_count_and_absence_are_read(tmp_path: Path) -> None:
    rule = one_rule(
        tmp_path,
        needs="""[
          { name = "een", any = [{ fact = "ranking" }, { all = [{ fact = "amount" }, { fact = "coverage" }] }] },
          { fact = "amount", count = { at_least = 2, at_most = 5 } },
          { fact = "amount", count = { at_most = 5 } },
          { name = "dekking", absent = true, fact = "coverage", deferred = 1 },
        ]""",
        partly='[{ at_least = 2, part_of = "needs" }]',
        enough="3",
    )

    group, two_to_five, at_most_five, absent = rule.arms["needs"]
    assert isinstance(group, Group)
    assert (group.least, group.name, len(group.members)) == (1, "een", 2)
    assert isinstance(group.members[1], Group)
    assert (group.members[1].least, len(group.members[1].members)) == (2, 2)
    assert (clause(rule, "needs", 1).at_least, clause(rule, "needs", 1).at_most) == (2, 5)
    assert (clause(rule, "needs", 2).at_least, clause(rule, "needs", 2).at_most) == (0, 5)
    assert clause(rule, "needs", 3).absent
    assert rule.arms["partly"] == (PartOf("needs", 2),)
    assert rule.enough == 3
    assert two_to_five != at_most_five != absent


def test_comparisons_become_tests_that_must_all_hold(tmp_path: Path) -> None:
    rule = one_rule(
        tmp_path, partly='[{ fact = "amount", cents = { at_least = 1, at_most = 9 }, source = { not = ["a", "b"] } }]'
    )

    tests = clause(rule, "partly").pattern.tests
    assert [entry for entry in tests if entry[0] == "cents"] == [
        ("cents", (Asked(Op.AT_LEAST, 1),)),
        ("cents", (Asked(Op.AT_MOST, 9),)),
    ]
    assert [entry for entry in tests if entry[0] == "source"] == [
        ("source", (Asked(Op.NOT, "a"),)),
        ("source", (Asked(Op.NOT, "b"),)),
    ]


def test_patterns_about_words_ask_for_what_is_said_and_not_quoted(tmp_path: Path) -> None:
    rule = one_rule(tmp_path, partly='[{ fact = "nature", is = "money" }]', excuse='[{ fact = "amount", polarity = [0, 1] }]')

    needs, excuse = clause(rule, "needs").pattern, clause(rule, "excuse").pattern
    assert ("polarity", (Asked(Op.IS, 1),)) in needs.tests
    assert ("quoted", (Asked(Op.IS, 0),)) in needs.tests
    assert "part" not in dict(needs.tests)
    assert dict(excuse.tests)["polarity"] == (Asked(Op.IS, 0), Asked(Op.IS, 1))
    assert dict(clause(rule, "partly").pattern.tests) == {"is": (Asked(Op.IS, "money"),)}
    assert rule.each is not None
    assert dict(rule.each.tests)["polarity"] == (Asked(Op.IS, 1),)


def test_breaks_look_at_the_proposal_itself(tmp_path: Path) -> None:
    rule = one_rule(
        tmp_path,
        breaks="""[
          { fact = "coverage", deferred = 1, with = [{ fact = "amount", vague = 1 }] },
          { fact = "coverage", part = "ontwerpbesluit" },
          { fact = "coverage", absent = true },
        ]""",
    )

    first, elsewhere, absent = (clause(rule, "breaks", index) for index in range(3))
    assert all(dict(pattern.tests)["part"] == (Asked(Op.IS, "voorstel"),) for pattern in first.patterns())
    assert dict(elsewhere.pattern.tests)["part"] == (Asked(Op.IS, "ontwerpbesluit"),)
    assert "part" not in dict(absent.pattern.tests)


def test_each_always_means_the_fact_the_rule_speaks_of(tmp_path: Path) -> None:
    rule = one_rule(
        tmp_path, partly='[{ fact = "coverage", amount = "$each" }]', excuse='[{ fact = "amount", own = "$each", vague = 1 }]'
    )

    assert dict(clause(rule, "partly").pattern.tests)["amount"] == (Asked(Op.JOIN, "bedrag"),)
    assert dict(clause(rule, "excuse").pattern.tests)["own"] == (Asked(Op.JOIN, "bedrag"),)


def test_companions_join_to_what_came_before(tmp_path: Path) -> None:
    rule = one_rule(
        tmp_path,
        excuse="""[{ fact = "amount", with = [
          { fact = "coverage", amount = "$m" },
          { fact = "amount", cents = "$m.cents", as = "b" },
        ] }]""",
    )

    first, second, third = clause(rule, "excuse").patterns()
    assert (first.alias, second.alias, third.alias) == ("m", "w0", "b")
    assert dict(second.tests)["amount"] == (Asked(Op.JOIN, "m"),)
    assert dict(third.tests)["cents"] == (Asked(Op.JOIN, "m.cents"),)


def test_a_name_that_an_author_chose_leaves_the_usual_names_to_others(tmp_path: Path) -> None:
    rule = one_rule(
        tmp_path,
        each='{ fact = "amount", as = "m" }',
        message='{ violated = "{m}" }',
        repair='"{m}"',
        needs='[{ fact = "coverage", amount = "$m", name = "dekking" }]',
        partly='[{ fact = "ranking" }]',
        breaks='[{ fact = "ranking" }]',
    )

    assert clause(rule, "needs").pattern.alias == "m_"
    assert dict(clause(rule, "needs").pattern.tests)["amount"] == (Asked(Op.JOIN, "m"),)


def test_the_order_of_fields_does_not_matter(tmp_path: Path) -> None:
    one = one_rule(tmp_path, partly='[{ fact = "coverage", traceable = 1, deferred = 0 }]')
    other = one_rule(tmp_path, partly='[{ deferred = 0, fact = "coverage", traceable = 1 }]')

    assert one.arms["partly"] == other.arms["partly"]


def test_loading_twice_gives_the_same(tmp_path: Path) -> None:
    written(tmp_path, woorden=WORDS)

    assert loaded(tmp_path) == loaded(tmp_path)


def test_merging_sets_that_say_the_same_thing_twice_is_refused(tmp_path: Path) -> None:
    one = load([("een", written(tmp_path / "een", woorden=WORDS))])
    two = load([("twee", written(tmp_path / "twee", woorden=WORDS))])

    with pytest.raises(
        RuleSetError,
        match=r'(?s)onderwerp "dekking" staat zowel in een als in twee.*stuk "schouw" staat zowel in een als in twee',
    ):
        vocabulary_of([*one, *two])


@pytest.mark.parametrize(
    "text",
    [
        RULE,
        RULE + '[[norm]]\nlaw = "Awb"\nsays = "x"\nverified = 2026-01-01\n',
        RULE.replace('why = "', 'note = """\n[[example]]\n"""\nwhy = "'),
        RULE.replace("[[norm]]", "[[norm]] # one"),
    ],
)
def test_rules_without_their_examples_are_the_same_rules(tmp_path: Path, text: str) -> None:
    folder = written(tmp_path, regel=text)

    with_examples, without = (load([("proef", folder)], examples=wanted)[1].rules[0] for wanted in (True, False))

    assert replace(with_examples, examples=()) == replace(without, examples=())
    assert len(with_examples.examples) == 2


def test_examples_are_left_out_when_nobody_wants_them(tmp_path: Path) -> None:
    _, middelen = load([("proef", written(tmp_path))], examples=False)

    assert middelen.rules[0].examples == ()
