"""Every mistake of an author is told at once: where, what was found, what is allowed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toets.errors import RuleSetError
from toets.rulesets import load

from .build import FACTS, GROUPS, RULE, RULE_FILE, loaded, problems, put, with_rule, without, written


def test_the_folder_of_these_tests_is_right(tmp_path: Path) -> None:
    assert loaded(written(tmp_path))


def test_a_mistake_is_told_with_file_line_key_and_what_was_probably_meant(tmp_path: Path) -> None:
    text = RULE.replace('{ name = "dekking", fact =', '{ name = "dekking", facht =')
    line = next(number for number, one in enumerate(text.splitlines(), 1) if "facht" in one)

    found = problems(written(tmp_path, regel=text))

    assert f'{RULE_FILE}:{line} needs[0].facht: onbekende sleutel "facht"; bedoelde u "fact"?' in found


def test_all_mistakes_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    put(tmp_path, "woning/ruleset.toml", "titel = 'x'")
    folder = with_rule(tmp_path, {"tier": '"kernn"', "needs": '[{ fact = "covrage" }]', "enough": "4"})

    found = problems(folder)

    assert [one.split(":")[0] for one in found] == [RULE_FILE] * 5 + ["woning/ruleset.toml"] * 2
    assert all(any(wrong in one for one in found) for wrong in ("kernn", "covrage", "is 4", "titel"))


@pytest.mark.parametrize(
    ("arms", "expected"),
    [
        # the rule itself
        ({"code": '"mid-2"'}, 'code: is "mid-2"; toegestaan: een code als MID-02'),
        ({"code": '"MID-03"'}, "begint niet met de code; noem het bestand MID-03-naam.toml"),
        ({"name": '"De dekking"'}, "kleine letters, cijfers en streepjes"),
        ({"tier": '"kerm"'}, 'onbekende waarde "kerm"; bedoelde u "kern"?'),
        ({"kinds": '["RV-FIM"]'}, 'kinds[0]: onbekende soort "RV-FIM"; bedoelde u "RV-FIN"?'),
        ({"kinds": '["RV-FIN/projekt"]'}, 'onbekende aard "projekt"; bedoelde u "project"?'),
        ({"kinds": "[]"}, "kinds: is leeg"),
        ({"title": '""'}, "title: is leeg"),
        ({"title": "3"}, "title: is 3; toegestaan: een tekst"),
        ({"why": '"Dit is een slechte dekking."'}, 'why: bevat "slechte"; schrijf neutraal'),
        ({"repair": '"Herstel de fouten."'}, 'bevat "fouten"'),
        ({"message": '{ violated = "Geen {bedarg}." }'}, 'onbekende plaats "{bedarg}"; bedoelde u "bedrag"?'),
        ({"message": '{ violated = "Geen {bedrag.bron}." }'}, 'heeft geen veld "bron"'),
        ({"message": '{ violated = "Geen {bedrag." }'}, "een accolade staat alleen"),
        ({"message": '{ partial = "Deels." }'}, 'verplichte sleutel "violated" ontbreekt'),
        ({"message": '{ violated = "Nee.", violeted = "Nee." }'}, 'onbekende sleutel "violeted"; bedoelde u "violated"?'),
        ({"repairable": '"ja"'}, 'repairable: is "ja"; toegestaan: true of false'),
        ({"about": '["financien"]'}, "about[0]: onbekende waarde"),
        ({"enough": "3"}, 'is 3, maar "needs" telt 1 voorwaarden'),
        ({"enough": "0"}, "een geheel getal vanaf 1"),
        ({"severity": "[]"}, 'verplichte sleutel "severity" ontbreekt'),
        ({"severity": '[{ is = "blokkerend" }]'}, 'onbekende waarde "blokkerend"'),
        ({"severity": '[{ is = "blocking", kinds = ["RV"] }]'}, "sluit af met een geval dat altijd geldt"),
        ({"severity": '[{ is = "blocking" }, { is = "advice" }]'}, "wat erna komt geldt nooit"),
        ({"severity": '[{ is = "blocking", status = ["satisfied"] }, { is = "advice" }]'}, 'onbekende waarde "satisfied"'),
        ({"severity": '"blocking"'}, "toegestaan: een lijst van tabellen"),
        ({"each_none": '"leeg"'}, 'onbekende waarde "leeg"'),
        ({"each": '{ fact = "amount", count = { at_least = 1 } }'}, '"count" heeft bij "each" geen betekenis'),
        ({"needs": "[]"}, "needs: is leeg"),
        ({"source": '"boek"'}, "een lijst van teksten"),
        ({"kleur": '"rood"'}, 'onbekende sleutel "kleur"; toegestaan:'),
        # conditions
        ({"needs": '[{ fact = "covrage" }]'}, 'needs[0].fact: onbekend feit "covrage"; bedoelde u "coverage"?'),
        ({"needs": '[{ fact = "coverage", traceble = 1 }]'}, 'onbekende sleutel "traceble"; bedoelde u "traceable"?'),
        ({"needs": '[{ fact = "coverage", traceable = 2 }]'}, 'toegestaan voor "traceable": 0 of 1'),
        ({"needs": '[{ fact = "coverage", traceable = true }]'}, "is true; schrijf 1"),
        ({"needs": '[{ fact = "coverage", term = "once" }]'}, 'onbekende waarde "once" voor "term"'),
        ({"needs": '[{ fact = "coverage", term = [] }]'}, "is een lege lijst"),
        (
            {"needs": '[{ fact = "coverage", term = ["one_of"] }]'},
            'needs[0].term[0]: onbekende waarde "one_of" voor "term"; bedoelde u "one_off"?',
        ),
        ({"needs": '[{ fact = "amount", cents = "tien" }]'}, "een geheel getal zonder aanhalingstekens"),
        ({"needs": '[{ fact = "amount", cents = 1.5 }]'}, "een geheel getal zonder aanhalingstekens"),
        ({"needs": f'[{{ fact = "amount", cents = {2**62} }}]'}, "kleiner dan 2^62"),
        ({"needs": '[{ fact = "amount", source = 3 }]'}, "een tekst tussen aanhalingstekens"),
        ({"needs": f'[{{ fact = "amount", source = "{"x" * 300}" }}]'}, "is 300 tekens lang"),
        ({"needs": '[{ fact = "amount", role = "finance" }]'}, 'onbekende waarde "finance" voor "role"'),
        ({"needs": "[{ all = [] }]"}, "is een lege lijst; schrijf ten minste één voorwaarde"),
        ({"needs": '[{ fact = "amount", source = { at_least = 2 } }]'}, '"at_least" kan alleen bij een getal'),
        ({"needs": '[{ fact = "amount", cents = { atleast = 2 } }]'}, 'onbekende vergelijking "atleast"; bedoelde u "at_least"?'),
        ({"needs": '[{ fact = "amount", cents = { at_least = "$bedrag.cents" } }]'}, "alleen op gelijkheid vergeleken"),
        ({"needs": '[{ fact = "amount", cents = {} }]'}, "is een lege tabel"),
        ({"needs": '[{ fact = "amount", cents = { at_least = 5, at_most = 2 } }]'}, "needs[0].cents: is nooit waar"),
        ({"needs": '[{ fact = "amount", vague = { not = [0, 1] } }]'}, "needs[0].vague: is nooit waar"),
        ({"needs": '[{ fact = "coverage", term = { not = ["", "structural", "one_off"] } }]'}, "needs[0].term: is nooit waar"),
        ({"needs": '[{ fact = "amount", own = "f1" }]'}, '"own" vergelijkt met een eerder patroon'),
        ({"needs": '[{ fact = "coverage", amount = "geld" }]'}, '"amount" wijst naar een feit'),
        ({"needs": '[{ fact = "coverage", amount = "$bedarg" }]'}, 'onbekende naam "$bedarg"; bedoelde u "$bedrag"?'),
        ({"needs": '[{ fact = "coverage", traceable = "$bedrag" }]'}, 'schrijf een veld erbij: "$bedrag.veld"'),
        ({"needs": '[{ fact = "coverage", traceable = "$bedrag.cents" }]'}, "vergelijk velden van één soort"),
        ({"needs": '[{ fact = "coverage", traceable = "$bedrag.vaag" }]'}, 'heeft geen veld "vaag"; bedoelde u "vague"?'),
        ({"needs": '[{ fact = "coverage", amount = ["$bedrag"] }]'}, "kan niet in een lijst staan"),
        ({"needs": '[{ fact = "coverage", own = "$each" }]'}, 'dat is "amount", niet "coverage"'),
        ({"needs": '[{ fact = "amount", as = "Bedrag 2" }]'}, "kleine letters, cijfers en _"),
        ({"needs": '[{ fact = "amount", as = "bedrag" }]'}, "al gebruikt voor een eerder patroon"),
        ({"needs": '[{ fact = "amount", as = "missing" }]'}, "heeft al een vaste betekenis"),
        ({"needs": '[{ fact = "amount", with = [{ fact = "amount", own = "$m" }] }]'}, "al in een eerder patroon"),
        ({"needs": '[{ fact = "amount", with = [{ fact = "ranking", name = "x" }] }]'}, "hoort bij de voorwaarde zelf"),
        ({"needs": '[{ fact = "amount", count = 3 }]'}, "count: is 3; toegestaan: een tabel"),
        ({"needs": '[{ fact = "amount", count = { at_least = 5, at_most = 2 } }]'}, "at_least (5) is groter dan at_most (2)"),
        ({"needs": '[{ fact = "amount", count = { at_least = -1 } }]'}, "een geheel getal vanaf 0"),
        ({"needs": '[{ fact = "amount", count = {} }]'}, "is een lege tabel"),
        ({"needs": '[{ fact = "amount", absent = true, count = { at_least = 1 } }]'}, "gaan niet samen"),
        ({"needs": '[{ name = "x" }]'}, 'verplichte sleutel "fact" ontbreekt'),
        ({"needs": "[{ any = [] }]"}, "is een lege lijst"),
        ({"needs": '[{ any = [{ fact = "amount" }], fact2 = 1 }]'}, 'onbekende sleutel "fact2"'),
        ({"needs": '[{ at_least = 3, of = [{ fact = "amount" }, { fact = "ranking" }] }]'}, "is 3, maar de groep telt 2"),
        ({"needs": '[{ of = [{ fact = "amount" }] }]'}, 'verplichte sleutel "at_least" ontbreekt'),
        ({"partly": '[{ at_least = 2, part_of = "need" }]'}, 'onbekende waarde "need"; bedoelde u "needs"?'),
        ({"partly": '[{ at_least = 2, part_of = "needs" }]'}, 'vraagt 2 voorwaarden van "needs", dat er 1 telt'),
        ({"partly": '[{ part_of = "needs" }]'}, 'verplichte sleutel "at_least" ontbreekt'),
        ({"partly": '[{ at_least = 1, part_of = "partly" }]'}, 'kan niet naar "partly" zelf verwijzen'),
        ({"falls_short": '[{ fact = "coverage", amount = "$each" }]', "each": '{ fact = "amount" }'}, 'onbekende naam "$each"'),
        (
            {"partly": '[{ at_least = 1, part_of = "excuse" }]', "excuse": '[{ at_least = 1, part_of = "needs" }]'},
            'dat zelf "part_of" gebruikt',
        ),
        (
            {"needs": '[{ fact = "amount", with = [' + '{ fact = "ranking" }, ' * 7 + "] }]"},
            "telt 9 patronen; toegestaan: hoogstens 8",
        ),
        (
            {"needs": '[{ fact = "amount", cents = [1,2,3,4,5,6,7,8,9], para = [1,2,3,4,5,6,7], sentence = [1,2,3,4,5,6,7] }]'},
            "geven samen 441 combinaties",
        ),
    ],
)
def test_a_mistake_in_a_rule_is_explained(tmp_path: Path, arms: dict[str, str], expected: str) -> None:
    found = problems(with_rule(tmp_path, arms))

    assert any(expected in one for one in found), found
    assert all(one.startswith(RULE_FILE + ":") for one in found)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("verified = 2026-11-21", 'verified = "2026-11-21"', "een datum zonder aanhalingstekens"),
        ("verified = 2026-11-21", "", 'verplichte sleutel "verified" ontbreekt'),
        ("verified = 2026-11-21", "verified = 2026-11-21T10:00:00", "een datum zonder aanhalingstekens"),
        ('law = "Gemeentewet"', 'wet = "Gemeentewet"', 'onbekende sleutel "wet"'),
        ('expect = "violated"', 'expect = "waived"', 'onbekende waarde "waived"'),
        ('missing = ["dekking"]', 'missing = ["dekkin"]', 'onbekende naam "dekkin"; bedoelde u "dekking"?'),
        ('kind = "RV-FIN"', 'kind = "RV-GELD"', 'onbekende soort "RV-GELD"'),
        ('name = "dekking", fact', "fact", 'geen voorwaarde in "needs" of "requires" heeft een "name"'),
        ('why = "', 'why = "\\', "geen geldige TOML"),
        ('kinds = ["INHOUD"', 'kinds = ["INHOUD', "geen geldige TOML"),
    ],
)
def test_a_mistake_elsewhere_in_a_rule_file_is_explained(tmp_path: Path, old: str, new: str, expected: str) -> None:
    found = problems(with_rule(tmp_path, instead=(old, new)))

    assert any(expected in one for one in found), found


@pytest.mark.parametrize("key", ["code", "name", "title", "tier", "severity", "why", "message", "repair"])
def test_a_rule_without_a_required_key_is_refused(tmp_path: Path, key: str) -> None:
    text = without(RULE, key)

    assert any(f'verplichte sleutel "{key}" ontbreekt' in one for one in problems(written(tmp_path, regel=text)))


def test_an_arm_of_degree_without_needs_is_refused(tmp_path: Path) -> None:
    text = without(RULE, "needs").replace("partly = ", 'suffices = [{ fact = "ranking" }]\npartly = ')

    assert any('suffices: heeft alleen betekenis naast "needs"' in one for one in problems(written(tmp_path, regel=text)))


def test_a_misspelt_arm_is_one_mistake(tmp_path: Path) -> None:
    (found,) = problems(with_rule(tmp_path, {"partly": '[{ at_least = 9, part_of = "need" }]'}))

    assert 'bedoelde u "needs"?' in found


def test_a_file_where_a_folder_should_be_is_told(tmp_path: Path) -> None:
    folder = written(tmp_path)
    with pytest.raises(RuleSetError, match=r"is een bestand; geef de map"):
        load([(str(folder / RULE_FILE), folder / RULE_FILE)])


def test_a_kind_that_is_no_list_is_one_mistake(tmp_path: Path) -> None:
    assert len(problems(with_rule(tmp_path, {"kinds": '"RV"'}))) == 1


def test_the_mark_that_some_editors_put_at_the_start_of_a_file_is_no_mistake(tmp_path: Path) -> None:
    assert loaded(written(tmp_path, regel="\N{ZERO WIDTH NO-BREAK SPACE}" + RULE))


def test_a_syntax_error_has_its_line(tmp_path: Path) -> None:
    found = problems(written(tmp_path, regel='code = "MID-02"\nname = \n'))

    assert found == (
        f"{RULE_FILE}:2: geen geldige TOML: de waarde is niet te lezen; zet tekst tussen aanhalingstekens (kolom 8)",
    )


TOPIC = '[[topic]]\nname = "x"\nfact = "coverage"\nphrases = ["x"]\n'

PAPER = '[[paper]]\nname = "x"\n'

SUBJECT = """
[[topic]]
name = "onderwerpen"
fact = "subject"
gives = { is = "verordening" }
phrases = ["verordening", { text = "plannen", sets = { is = "plannen" } }]
[[overlooked]]
name = "x"
because = "x"
"""


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            '[[heading]]\nrole = "aanleidin"\nnames = ["x"]',
            'heading[0].role: onbekende waarde "aanleidin"; bedoelde u "aanleiding"?',
        ),
        ('[[heading]]\nrole = "aanleiding"', 'verplichte sleutel "names" of "opens"'),
        ('[[headings]]\nrole = "aanleiding"', 'onbekende sleutel "headings"; bedoelde u "heading"?'),
        ('[[term]]\nslot = "orgaan"\ncode = "raad"\nforms = ["raad"]\nmore = { x = 1.5 }', "een geheel getal of een tekst"),
        (
            '[[term]]\nslot = "functie"\ncode = "x"\nforms = ["*er"]',
            'bevat "*er": een uitgang achter een sterretje heeft ten minste 3',
        ),
        ('[[law]]\ncode = "A"\nname = "A"\nsince = 2020-01-01\nuntil = 2019-01-01', "ligt vóór since"),
        ('[[competence]]\nobject = "x"\nacts = ["doen"]\nowner = "raad"\nwords = ["x"]', 'onbekende handeling "doen"'),
        ('[[overlooked]]\nname = "x"\nbecause = "x"\nplaces = ["title"]', "zo zou elk onderwerp vervallen"),
        ('[[overlooked]]\nname = "x"\nbecause = "x"\nwhen = ["in_repeat"]', 'bedoelde u "in_repeal"?'),
        (
            SUBJECT + 'subjects = ["verordenng"]',
            'overlooked[0].subjects: onbekend onderwerp "verordenng"; bedoelde u "verordening"?',
        ),
        (
            SUBJECT + 'subjects = [{ list = "eign" }]\n[list]\neigen = ["plannen"]',
            'overlooked[0].subjects: onbekende lijst "eign"; bedoelde u "eigen"?',
        ),
        (
            SUBJECT + 'not_subjects = [{ list = "eigen" }]\n[list]\neigen = ["planen"]',
            'lijst "eigen" noemt het onbekende onderwerp "planen"; bedoelde u "plannen"?',
        ),
        (
            SUBJECT + 'subjects = ["plannen"]\nbecomes = "planen"',
            'overlooked[0].becomes: onbekend onderwerp "planen"; bedoelde u',
        ),
        (SUBJECT + 'titled = ["planen"]', 'overlooked[0].titled: onbekend onderwerp "planen"; bedoelde u "plannen"?'),
        (SUBJECT + '[[overlooked]]\nname = "x"\nbecause = "y"', 'bijzaak "x" staat twee keer in dit bestand'),
        (PAPER, 'paper[0]: verplichte sleutel "names", of "nouns" met "deeds", ontbreekt'),
        ('[[paper]]\nnames = ["nota", "stuk"]', 'paper[0]: verplichte sleutel "name" ontbreekt'),
        (PAPER + 'names = "nota"', 'paper[0].names: is "nota"; toegestaan: een lijst van teksten'),
        (PAPER + "names = []", "paper[0].names: is leeg; noem ten minste één woord"),
        (PAPER + 'names = ["nota"]', "paper[0].names: telt één naam; noem ten minste twee"),
        (PAPER + 'names = ["nota", "--"]', 'paper[0].names[1]: is "--"; toegestaan: een woord met letters'),
        (PAPER + 'nouns = ["schouw"]', 'paper[0]: verplichte sleutel "deeds" ontbreekt'),
        (PAPER + 'deeds = ["geschouwd"]', 'paper[0]: verplichte sleutel "nouns" ontbreekt'),
        (PAPER + 'names = ["nota", "stuk"]\ncommon = true', 'paper[0]: verplichte sleutel "deeds" ontbreekt: "common"'),
        (PAPER + 'nouns = ["schouw"]\ndeeds = ["is geschouwd"]', 'paper[0].deeds[0]: is "is geschouwd"; schrijf één woord'),
        (
            PAPER + 'nouns = ["er"]\ndeeds = ["geschouwd"]',
            'paper[0].nouns[0]: is "er"; het einde van een woord heeft ten minste 3',
        ),
        (PAPER + 'nouns = ["schouw"]\ndeeds = []', "paper[0].deeds: is leeg"),
        (PAPER + 'nouns = ["schouw"]\ndeeds = ["geschouwd"]\ncommon = 1', "paper[0].common: is 1; toegestaan: true of false"),
        (PAPER + 'names = ["nota", "stuk"]\nnoun = ["x"]', 'paper[0].noun: onbekende sleutel "noun"; bedoelde u "nouns"?'),
        (
            f'{PAPER}names = ["nota", "stuk"]\n{PAPER}names = ["memo", "notitie"]',
            'paper[1].name: stuk "x" staat twee keer in dit bestand',
        ),
        ('[[act]]\ncode = "x"', 'verplichte sleutel "phrases" ontbreekt'),
        ('[[topic]]\nname = "x"\nfact = "covrage"\nphrases = ["x"]', 'onbekend feit "covrage"; bedoelde u "coverage"?'),
        ('[[topic]]\nname = "x"\nfact = "nature"\nphrases = ["x"]', "textual = false"),
        ('[[topic]]\nname = "x"\nfact = "coverage"\ngives = { term = "x" }\nphrases = ["x"]', 'onbekende waarde "x" voor "term"'),
        ('[[topic]]\nname = "x"\nfact = "coverage"\ngives = { turm = "x" }\nphrases = ["x"]', 'bedoelde u "term"?'),
        ('[[topic]]\nname = "x"\nfact = "coverage"\nphrases = ["(x"]', 'topic[0].phrases[0]: een haakje "(" wordt niet gesloten'),
        ('[[topic]]\nname = "x"\nfact = "coverage"\nphrases = ["x"]\nkinds = ["zin"]', "topic[0].kinds[0]: onbekende waarde"),
        (
            '[[topic]]\nname = "x"\nfact = "coverage"\nphrases = [{ text = "x", set = { term = "" } }]',
            'onbekende sleutel "set"; bedoelde u',
        ),
        (
            '[[topic]]\nname = "x"\nfact = "coverage"\nphrases = ["x"]\n[[topic.near]]\nsets = { deferred = 1 }',
            '"phrases" of "slots" ontbreekt',
        ),
        (
            TOPIC + 'unless = [{ list = "redn" }]\n[phrases]\nreden = ["want"]',
            'topic[0].unless: onbekende lijst "redn"; bedoelde u "reden"?',
        ),
        (TOPIC + 'unless = ["y", { list = 3 }]', "topic[0].unless[1].list: is 3"),
        (TOPIC + 'unless = [{ list = "reden", text = "y" }]\n[phrases]\nreden = ["want"]', 'onbekende sleutel "text"'),
        ('[phrases]\nx = [{ list = "x" }]', 'phrases.x[0]: lijst "x" noemt zelf een lijst'),
        ('[phrases]\nx = ["{y} a"]\ny = ["{x} b"]', 'phrases.x[0]: lijst "y" noemt zelf een lijst'),
        ('[phrases]\nx = ["a {redn}"]\nreden = ["want"]', 'phrases.x[0]: onbekende lijst "redn"; bedoelde u "reden"?'),
        (
            '[phrases]\nx = ["a", { list = "redn" }]\nreden = ["want"]',
            'phrases.x[1]: onbekende lijst "redn"; bedoelde u "reden"?',
        ),
        ('[phrases]\nx = ["a {}"]', 'phrases.x[0]: het teken "{" heeft geen betekenis'),
        ('[list]\nx = [{ list = "reden" }]\n[phrases]\nreden = ["want"]', 'list.x[0]: onbekende lijst "reden"'),
        ('[[heading]]\nrole = "middelen"\nnames = [{ lijst = "x" }]', "heading[0].names[0]: is een tabel"),
        ('[phrases]\nx = ["<voltooid>"]', "phrases.x[0]: kan uit niets dan <werkwoord>, <voltooid>, <infinitief> of"),
        (
            TOPIC + '[[topic.near]]\nsets = { deferred = 1 }\nslots = ["voltooid"]',
            'topic[0].near[0].slots[0]: onbekende waarde "voltooid"',
        ),
        (
            TOPIC + '[[topic.near]]\nsets = { deferred = 1 }\nreach = "zin"\nslots = []',
            'topic[0].near[0].reach: onbekende waarde "zin"',
        ),
        ('[phrases]\nx = ["a", 3]', "phrases.x[1]: is 3; toegestaan: een woordgroep"),
        ('[phrases]\nx = [{ text = "a", sets = { y = 1 } }]', "geeft geen feit"),
        ('[groups]\nINHOUD = ["RV-FIM"]', 'groups.INHOUD[0]: onbekende waarde "RV-FIM"'),
        ('[required]\nRV-FIM = ["middelen"]', 'onbekende soort "RV-FIM"; bedoelde u "RV-FIN"?'),
        ('[list]\nx = "a"', "list.x: is"),
        ('[list]\nx = ["dak", "~boom"]', 'list.x[1]: bevat "~boom": het teken "~" heeft hier geen betekenis; schrijf de woorden'),
        ('[list]\nx = ["(dak|gevel)tuin"]', 'het teken "|" heeft hier geen betekenis'),
        ('[list]\nx = ["gr*en"]', "een sterretje staat voor of achter een woord"),
        ('[list]\nx = ["voor <bedrag>"]', 'het teken "<" heeft hier geen betekenis'),
        ('[[heading]]\nrole = "middelen"\nnames = ["kosten*"]', 'heading[0].names[0]: bevat "kosten*": het teken "*" heeft hier'),
        ('[[heading]]\nrole = "middelen"\nopens = ["{geld}"]', 'heading[0].opens[0]: bevat "{geld}"'),
        ('[[field]]\nname = "datum"\nlabels = ["~dag"]', 'field[0].labels[0]: bevat "~dag"'),
        ('[[term]]\nslot = "orgaan"\ncode = "raad"\nforms = ["raads*"]', 'term[0].forms[0]: bevat "raads*"'),
        ('[list]\nleeg = []\n[phrases]\nx = ["geen {leeg} bezwaar"]', 'phrases.x[0]: lijst "leeg" is leeg'),
        ('[[law]]\ncode = "GW"\nname = "Gemeentewet"\nside = "ja"', 'law[0].side: is "ja"; toegestaan: true of false'),
        ('[[law]]\ncode = "GW"\nname = "Gemeentewet"\nsecrecy = ["artikel 87"]', 'law[0].secrecy[0]: is "artikel 87"'),
        ('[[law]]\ncode = "WOO"\nname = "Woo"\ninterests = ["*"]', 'law[0].interests[0]: is "*"'),
        ('[[form]]\nword = "x"\nforms = ["y"]\nsplit = [["a"]]', 'een paar zoals ["stelt", "vast"]'),
    ],
)
def test_a_mistake_in_words_is_explained(tmp_path: Path, words: str, expected: str) -> None:
    found = problems(written(tmp_path, woorden=words))

    assert any(expected in one and one.startswith("vocabulaire/alle.toml:") for one in found), found


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ('[[fact]]\nname = "Bedrag"\nsays = "x"', 'naam "Bedrag"; toegestaan: kleine letters'),
        ('[[fact]]\nname = "x"', 'verplichte sleutel "says" ontbreekt'),
        ('[[fact]]\nname = "x"\nsays = "x"\nfields = { a = "flog" }', 'onbekend soort veld "flog"; toegestaan: flag, number'),
        ('[[fact]]\nname = "x"\nsays = "x"\nfields = { role = "text" }', '"role" heeft al een vaste betekenis'),
        ('[[fact]]\nname = "x"\nsays = "x"\nfields = { count = "number" }', '"count" heeft al een vaste betekenis'),
        ('[[fact]]\nname = "x"\nsays = "x"\nfeilds = { a = "flag" }', 'onbekende sleutel "feilds"; bedoelde u "fields"?'),
        ('[[fact]]\nname = "amount"\nsays = "x"\n[[fact]]\nname = "amount"\nsays = "y"', 'feit "amount" staat twee keer'),
    ],
)
def test_a_mistake_in_a_declaration_is_explained(tmp_path: Path, facts: str, expected: str) -> None:
    found = problems(written(tmp_path, feiten=facts))

    assert any(expected in one and one.startswith("feiten/alle.toml:") for one in found), found


def test_a_field_of_a_fact_without_words_may_be_called_role(tmp_path: Path) -> None:
    facts = FACTS + '[[fact]]\nname = "section"\nsays = "x"\ntextual = false\nfields = { role = "text" }\n'

    assert loaded(written(tmp_path, feiten=facts))


@pytest.mark.parametrize(
    ("place", "text", "expected"),
    [
        ("zorg/MID-02-ander.toml", RULE, 'code "MID-02" staat al in'),
        ("feiten/meer.toml", '[[fact]]\nname = "amount"\nsays = "x"\n', 'feit "amount" staat al in'),
        ("vocabulaire/b.toml", '[[act]]\ncode = "doen"\nphrases = ["x"]', 'handeling "doen" staat al in'),
        ("vocabulaire/b.toml", '[list]\nuitweg = ["y"]', 'list.uitweg: de naam "uitweg" staat al in'),
        ("vocabulaire/b.toml", '[phrases]\nreden = ["y"]', 'phrases.reden: de naam "reden" staat al in'),
        ("vocabulaire/b.toml", '[phrases]\nuitweg = ["y"]', 'phrases.uitweg: de naam "uitweg" is al die van woorden ([list]) in'),
        ("vocabulaire/b.toml", '[list]\nreden = ["y"]', 'list.reden: de naam "reden" is al die van woordgroepen ([phrases]) in'),
    ],
)
def test_what_stands_twice_is_told_with_both_files(tmp_path: Path, place: str, text: str, expected: str) -> None:
    put(tmp_path, "zorg/ruleset.toml", 'title = "Zorg"')
    words = '[list]\nuitweg = ["x"]\n[phrases]\nreden = ["want"]\n'
    put(tmp_path, "vocabulaire/a.toml", words + '[[act]]\ncode = "doen"\nphrases = ["x"]')
    put(written(tmp_path), place, text)

    (found,) = problems(tmp_path)

    assert expected in found
    assert place in found


def test_a_name_for_both_words_and_phrases_is_told_in_one_file_and_over_folders(tmp_path: Path) -> None:
    own = put(tmp_path / "eigen", "vocabulaire/a.toml", '[list]\nreden = ["x"]\n')
    one = written(tmp_path / "mee", woorden=GROUPS + '[phrases]\nreden = ["want"]\n[list]\nuitweg = ["x"]\n')
    both = put(tmp_path / "beide", "vocabulaire/a.toml", '[list]\nreden = ["x"]\n[phrases]\nreden = ["y"]\n')

    (within,) = problems(both)
    with pytest.raises(RuleSetError) as over:
        load([("een", one), ("twee", own)])

    assert 'de naam "reden" is al die van woorden ([list]) in' in within
    assert 'list.reden: de naam "reden" is al die van woordgroepen ([phrases]) in' in over.value.problems[0]


def test_a_heading_that_means_two_things_is_refused(tmp_path: Path) -> None:
    words = '[[heading]]\nrole = "aanleiding"\nnames = ["Inleiding"]\n[[heading]]\nrole = "samenvatting"\nnames = ["inleiding"]\n'

    (found,) = problems(written(tmp_path, regel=RULE.replace('"INHOUD"', '"RV"'), woorden=words))

    assert 'heading[1].names[0]: kop "inleiding" hoort al bij "aanleiding"' in found


def test_a_set_without_a_manifest_is_refused(tmp_path: Path) -> None:
    (written(tmp_path) / "middelen" / "ruleset.toml").unlink()

    (found,) = problems(tmp_path)

    assert found.endswith("middelen: ruleset.toml ontbreekt; schrijf er een met title en version")


@pytest.mark.parametrize("there", [True, False])
def test_a_folder_without_rules_is_refused(tmp_path: Path, there: bool) -> None:
    folder = tmp_path if there else tmp_path / "weg"
    expected = "geen regels of woorden aangetroffen" if there else "bestaat niet"

    with pytest.raises(RuleSetError, match=expected):
        load([(str(folder), folder)])


def test_a_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    (written(tmp_path) / RULE_FILE).write_bytes("title = 'financiën'".encode("latin-1"))

    assert any("codering (UTF-8)" in one for one in problems(tmp_path))


JUNK = st.recursive(
    st.one_of(st.booleans(), st.integers(-5, 5), st.text(alphabet="ab$.{}| ", max_size=6), st.just(1.5)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(["fact", "any", "of", "at_least", "with", "as", "name", "count", "is", "kinds"]), inner, max_size=3
        ),
    ),
    max_leaves=6,
)


@given(
    st.dictionaries(
        st.sampled_from(
            ["code", "kinds", "severity", "message", "each", "each_none", "needs", "breaks", "enough", "about", "example", "norm"]
        ),
        JUNK,
        max_size=5,
    )
)
def test_any_values_give_a_rule_or_problems(tmp_path_factory: pytest.TempPathFactory, values: dict[str, object]) -> None:
    folder = written(tmp_path_factory.mktemp("regels"))
    head, _, _ = without(RULE, *values).partition("[[norm]]")
    put(folder, RULE_FILE, "\n".join([head, *(f"{key} = {_toml(value)}" for key, value in values.items())]))

    assert all(RULE_FILE in problem for problem in _problems_if_any(folder))


def _problems_if_any(folder: Path) -> tuple[str, ...]:
    try:
        loaded(folder)
    except RuleSetError as error:
        return error.problems
    return ()


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {_toml(inner)}" for key, inner in value.items()) + " }"
    return f'"{value}"' if isinstance(value, str) else str(value)


def test_an_empty_file_is_told_once(tmp_path: Path) -> None:
    put(tmp_path, "los/woorden-leeg.toml", "# nog niets\n")
    (told,) = problems(tmp_path / "los")
    assert told.startswith("woorden-leeg.toml:1: hier staat niets in; schrijf er een regel, feiten of woorden in")


def test_a_file_that_an_editor_gave_a_second_ending_is_told_and_capitals_make_no_difference(tmp_path: Path) -> None:
    folder = written(tmp_path)
    put(folder, "vocabulaire/MEER.TOML", '[list]\nvreemd = "a"\n')
    put(folder, "vocabulaire/koppen.toml.txt", "")
    found = problems(folder)
    assert [one for one in found if "MEER.TOML" in one and "vreemd" in one]
    assert [one for one in found if "koppen.toml.txt: telt niet mee" in one and "hernoem het naar koppen.toml" in one]
