"""Plugins: found, loaded and checked; one that does not load stops the run."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date
from importlib import import_module
from importlib.metadata import EntryPoint
from itertools import repeat
from pathlib import Path
from types import ModuleType
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from toets.authoring import new_rule
from toets.checker import Checker
from toets.cli import cli, main
from toets.cli.codes import ExitCode
from toets.errors import OutputError, PluginError, RuleSetError
from toets.extract import guard
from toets.model.document import Location, Source
from toets.model.extension import Extractor, Reader, ReportForm
from toets.model.fact import Draft
from toets.model.outcome import Outcome, Status
from toets.model.report import DocumentReport, DocumentStatus
from toets.plugins import hookimpl, load_plugins, manager, plugin_commands
from toets.readers import ReadOptions, read_bytes
from toets.rulebook import Request, basis_for


def install(monkeypatch: pytest.MonkeyPatch, *points: tuple[str, object]) -> None:
    """Pretend that entry points with these names give these objects."""
    made = dict(points)
    monkeypatch.setattr(manager, "entry_points", lambda group: [EntryPoint(name, name, group) for name in made])
    monkeypatch.setattr(EntryPoint, "load", lambda self: made[self.name])


def plugin(*folders: Path) -> ModuleType:
    module = ModuleType("een_plugin")

    @hookimpl
    def toets_rule_sets() -> list[Path]:
        return list(folders)

    module.toets_rule_sets = toets_rule_sets  # type: ignore[attr-defined]
    return module


def test_the_shipped_rules_are_a_plugin_like_any_other() -> None:
    plugins = load_plugins()
    assert plugins.installed[0].name == "toets_rules"
    assert (plugins.rule_folders[0][1] / "profielen").is_dir()


def test_shipped_rules_come_first_then_the_others_by_name(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    install(
        monkeypatch, ("b", plugin(tmp_path / "b")), ("toets_rules", plugin(tmp_path / "toets")), ("a", plugin(tmp_path / "a"))
    )
    for name in ("a", "b", "toets"):
        (tmp_path / name).mkdir()
    assert [folder.name for _, folder in load_plugins().rule_folders] == ["toets", "a", "b"]


def test_a_hook_that_does_not_exist_names_the_plugin_and_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("mis")

    @hookimpl
    def toets_rule_set() -> list[Path]:
        return []

    module.toets_rule_set = toets_rule_set  # type: ignore[attr-defined]
    install(monkeypatch, ("mis", module))
    with pytest.raises(PluginError, match="toets_rule_set") as caught:
        load_plugins()
    assert "pip uninstall" in str(caught.value)


def test_a_plugin_that_raises_stops_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("stuk")

    @hookimpl
    def toets_rule_sets() -> list[Path]:
        raise RuntimeError("geen schijf")

    module.toets_rule_sets = toets_rule_sets  # type: ignore[attr-defined]
    install(monkeypatch, ("stuk", module))
    with pytest.raises(PluginError, match="geen schijf"):
        load_plugins()


def test_without_any_plugin_there_are_no_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch)
    with pytest.raises(PluginError, match="niet gevonden"):
        load_plugins()


def module(name: str, **members: object) -> ModuleType:
    """A plugin module with these members; functions become hooks."""
    made = ModuleType(name)
    for key, value in members.items():
        setattr(made, key, hookimpl(value) if callable(value) else value)
    return made


def nothing() -> list[Any]:
    return []


def test_a_function_that_looks_like_a_hook_and_is_not_marked_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    forgetful = ModuleType("vergeten")
    forgetful.toets_rule_sets = list  # type: ignore[attr-defined]
    install(monkeypatch, ("vergeten", forgetful))
    with pytest.raises(PluginError, match="de functie toets_rule_sets heeft geen @hookimpl"):
        load_plugins()


@pytest.mark.parametrize(
    ("version", "cause"),
    [(99, "gemaakt voor versie 99 .*; werk toets bij"), (0, "voor versie 0"), ("1", "toets_api_version is '1'")],
)
def test_a_plugin_for_another_version_of_the_contract_is_refused(
    monkeypatch: pytest.MonkeyPatch, version: object, cause: str
) -> None:
    install(monkeypatch, ("later", module("later", toets_api_version=version, toets_reports=nothing)))
    with pytest.raises(PluginError, match=cause):
        load_plugins()


def find(_scene: object) -> list[Draft]:
    return []


def read(data: bytes, name: str) -> Source:
    return read_bytes(data, name)


def broken() -> Iterator[Extractor]:
    yield Extractor("tellen", ("amount",), find)
    raise RuntimeError("halverwege")


@pytest.mark.parametrize(
    ("hook", "answer", "cause"),
    [
        ("toets_rule_sets", lambda: None, "toets_rule_sets geeft niets (None); staat er een 'return' in?"),
        ("toets_rule_sets", lambda: "regels", "toets_rule_sets geeft 'regels'; geef een lijst"),
        ("toets_rule_sets", lambda: Path("regels"), "geef een lijst"),
        ("toets_rule_sets", lambda: ["regels"], "een plaats die afhangt van de huidige map"),
        ("toets_rule_sets", lambda: [3], "toets_rule_sets geeft 3; dat is geen map"),
        ("toets_facts", lambda: [Path("/bestaat/niet")], "toets_facts geeft /bestaat/niet, en die map is er niet"),
        ("toets_rule_sets", lambda document: [document], "toets_rule_sets vraagt om 'document', en een hook krijgt niets mee"),
        ("toets_rulesets", nothing, "'toets_rulesets' is geen hook van toets; bedoelt u 'toets_rule_sets'"),
        ("regels", nothing, "'regels' is geen hook van toets; die zijn toets_commands, "),
        ("toets_readers", lambda: ["geen lezer"], "geeft 'geen lezer'; verwacht wordt toets.model.extension.Reader"),
        ("toets_readers", lambda: [Reader("mail", ".eml", read)], "zet er een komma achter: suffixes=('.eml',)"),  # type: ignore[arg-type]
        ("toets_readers", lambda: [Reader("mail", ("eml",), read)], "met een punt ervoor, zoals '.eml'"),
        ("toets_readers", lambda: [Reader("mail", (".EML",), read)], "schrijf kleine letters"),
        ("toets_readers", lambda: [Reader("mail", (".eml",), read), Reader("mail", (".msg",), read)], "geeft 'mail' twee keer"),
        ("toets_extractors", broken, "RuntimeError: halverwege; test_plugins.py, regel"),
        ("toets_extractors", lambda: [Extractor("tellen", (), find)], "'tellen' noemt geen feiten in gives"),
        ("toets_extractors", lambda: [Extractor("tellen", "amount", find)], "komma achter: gives=('amount',)"),  # type: ignore[arg-type]
        ("toets_extractors", lambda: [Extractor("tellen", ("amount",), None)], "None op de plaats van een functie"),  # type: ignore[arg-type]
        ("toets_reports", lambda: [ReportForm("json", ".json", "telt", str)], "de naam van een verslag van toets zelf"),
        ("toets_reports", lambda: [ReportForm("word-comments", ".docx", "telt", str)], "de naam van een verslag van toets zelf"),
        ("toets_reports", lambda: [ReportForm("tel", "/../../tel", "telt", str)], "schrijf een punt met letters"),
    ],
)
def test_a_hook_that_is_answered_wrongly_stops_the_run_and_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, hook: str, answer: Callable[..., Any], cause: str
) -> None:
    install(monkeypatch, ("mis", module("mis", **{hook: answer})))
    with pytest.raises(PluginError) as caught:
        load_plugins()
    assert cause in str(caught.value)
    assert "mis" in str(caught.value)


def test_a_plugin_that_leaves_while_it_is_loaded_is_told_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, ("weg", module("weg", toets_reports=nothing)))
    monkeypatch.setattr(EntryPoint, "load", lambda self: sys.exit(f"{self.name} is weg"))
    with pytest.raises(PluginError, match="SystemExit: weg is weg"):
        load_plugins()


def test_a_fact_that_an_extractor_promises_and_nobody_declares_stops_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(PluginError) as caught:
        judged(monkeypatch, Extractor("tellen", ("amounts",), find))
    assert "de herkenning 'tellen' noemt in 'gives' het feit 'amounts'" in str(caught.value)
    assert "Bedoelt u 'amount'?" in str(caught.value)
    for command in ("plugins", "rules", "explain MID-02", "schema schema", "doctor"):
        told = CliRunner().invoke(cli, command.split(), standalone_mode=False)
        assert "het feit 'amounts'" in f"{told.exception} {told.output}", command


def test_what_the_code_of_a_plugin_prints_is_no_part_of_a_report(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def read(data: bytes, name: str) -> Source:
        print("lezer")
        return read_bytes(data, f"{name}.txt")

    def recognise(_scene: object) -> Iterator[Draft]:
        print("herkenning")
        yield AMOUNT

    judged(monkeypatch, Extractor("tellen", ("amount",), recognise), Reader("tekst", (".md",), read))
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.split() == ["lezer", "herkenning"]


def test_what_a_hook_or_the_report_of_a_plugin_prints_is_no_part_of_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def render(_report: object) -> str:
        print("verslag")
        return "drie\n"

    def forms() -> list[ReportForm]:
        print("haak")
        return [ReportForm("telling", ".txt", "een telling", render)]

    (tmp_path / "voorstel.md").write_bytes(TEXT)
    install(monkeypatch, ("tel", module("tel", toets_reports=forms)), ("toets_rules", import_module("toets_rules")))
    command = ["check", str(tmp_path / "voorstel.md"), "--format", "telling", "--no-cache"]
    done = CliRunner().invoke(cli, command, standalone_mode=False)
    assert done.stdout == "drie\n"
    assert {"haak", "verslag"} <= set(done.stderr.split())


def test_a_set_of_a_plugin_leaves_the_heading_of_a_shipped_set_of_that_name_alone(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    new_rule(tmp_path / "sociaal", "ZOR-01", "De zorg is geregeld", today=date(2026, 11, 23), heading="Zorg").write()
    install(monkeypatch, ("zorg", plugin(tmp_path / "sociaal")), ("toets_rules", import_module("toets_rules")))
    monkeypatch.setenv("TOETS_CACHE", str(tmp_path / "cache"))
    listed = CliRunner().invoke(cli, ["rules"], standalone_mode=False).stdout.split("\n\n")
    own = [part for part in listed if "ZOR-01" in part]
    shipped = [part for part in listed if "SOC-01" in part]
    assert [part.strip().splitlines()[0] for part in (*own, *shipped)] == ["Zorg", "Sociaal-domein inbreng"]


def test_every_offer_names_the_plugin_it_comes_from(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = Reader("mail", (".eml",), lambda data, name: read_bytes(data, name + ".txt"))
    install(monkeypatch, ("mail", module("mail", toets_readers=lambda: [reader])))
    (found,) = load_plugins().readers
    assert (found.name, found.suffixes, bool(found.origin)) == ("mail", (".eml",), True)


def test_two_readers_of_one_name_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = Reader("mail", (".eml",), lambda data, name: read_bytes(data, name))
    names = ("een", "twee")
    install(monkeypatch, *((name, module(name, toets_readers=lambda: [reader])) for name in names))
    with pytest.raises(PluginError, match="twee plugins"):
        load_plugins()


def test_a_command_of_a_plugin_works_and_may_not_take_a_name_of_toets(monkeypatch: pytest.MonkeyPatch) -> None:
    command = click.Command("tellen", callback=lambda: click.echo("drie"))
    install(monkeypatch, ("tel", module("tel", toets_commands=lambda: [command])))
    assert plugin_commands(["check"])["tellen"] is command
    with pytest.raises(PluginError, match="bestaat al"):
        plugin_commands(["tellen"])


def test_a_command_of_a_plugin_that_fails_is_told_by_name_with_a_log(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def count() -> None:
        raise ValueError("geen drie")

    install(monkeypatch, ("tel", module("tel", toets_commands=lambda: [click.Command("tellen", callback=count)])))
    monkeypatch.setattr(sys, "argv", ["toets", "tellen"])
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == ExitCode.BUG
    told = capsys.readouterr().err
    assert "De opdracht 'tellen' van een plugin werd afgebroken (ValueError: geen drie; test_plugins.py, regel" in told
    assert "Meld dit bij de maker van de plugin, met het verslag in" in told


TEXT = b"# Raadsvoorstel\n\n## Beslispunten\n1. De nota Spelen vast te stellen.\n\n## Financien\nDe kosten zijn 10.000 euro.\n"


def judged(monkeypatch: pytest.MonkeyPatch, extractor: Extractor | None = None, reader: Reader | None = None) -> DocumentReport:
    """A small proposal judged with the shipped rules and a plugin beside them."""
    offers = module(
        "proef", toets_extractors=lambda: [extractor] if extractor else [], toets_readers=lambda: [reader] if reader else []
    )
    install(monkeypatch, ("proef", offers), ("toets_rules", import_module("toets_rules")))
    return Checker(Request(select=("MID-01", "VOR"), cache=True)).check_bytes(TEXT, "voorstel.md")


def hang(scene: object) -> list[Draft]:
    while scene:
        with suppress(Exception):
            str(scene)
    return []


def raises(scene: object) -> list[Draft]:
    raise ValueError(f"geen {type(scene).__name__}")


def halfway(_scene: object) -> Iterator[Draft]:
    yield AMOUNT
    raise ValueError("halverwege")


def leaves(_scene: object) -> list[Draft]:
    sys.exit("klaar")


AMOUNT = Draft("amount", {}, "", Location(), "proef")


def gives(*drafts: Any) -> Callable[[object], Any]:
    return lambda _scene: drafts


def amiss(**changes: Any) -> Callable[[object], Any]:
    return gives(replace(AMOUNT, **changes))


def outcomes_with(extractor: Extractor, checker: Checker, monkeypatch: pytest.MonkeyPatch) -> Mapping[str, Outcome]:
    """The outcomes of a small proposal by the shipped rules, with an extractor of a plugin beside them."""
    added = (replace(extractor, origin="proef"),)
    monkeypatch.setattr(checker, "rulebook", replace(checker.rulebook, extractors=added))
    return {outcome.rule: outcome for outcome in checker.check_bytes(TEXT, "voorstel.md").outcomes}


@pytest.mark.parametrize(
    ("find", "cause"),
    [
        (raises, "werd afgebroken (ValueError: geen Scene; test_plugins.py, regel"),
        (halfway, "werd afgebroken (ValueError: halverwege"),
        (leaves, "werd afgebroken (SystemExit: klaar"),
        (hang, "duurde langer dan"),
        (lambda _: repeat(AMOUNT), "gaf meer dan 20000 feiten"),
        (lambda _: None, "gaf niets (None) in plaats van een reeks feiten; geef de feiten met 'yield', of met 'return'"),
        (lambda _: AMOUNT, "gaf iets van de soort Draft in plaats van een reeks feiten"),
        (gives("amount"), "gaf de tekst 'amount' in plaats van een feit"),
        (amiss(kind="regenboog"), "gaf het feit de tekst 'regenboog', dat niet is gedeclareerd"),
        (amiss(kind=["amount"]), "gaf het feit iets van de soort list, dat niet is gedeclareerd"),
        (amiss(fields={"kleur": 3}), "gaf bij het feit 'amount' de tekst 'kleur' als veld"),
        (amiss(fields={"own": "f00001"}), "de tekst 'own' als veld"),
        (amiss(fields={"cents": "drie"}), "voor 'cents' de tekst 'drie'; verwacht wordt een geheel getal"),
        (amiss(fields={"cents": 2.5}), "voor 'cents' de waarde 2.5; verwacht wordt een geheel getal"),
        (amiss(fields={"cents": 2**70}), "verwacht wordt een geheel getal kleiner dan 2^62"),
        (amiss(fields={"main": 7}), "voor 'main' de waarde 7; verwacht wordt 0 of 1"),
        (amiss(fields={"use": "zomaar"}), "voor 'use' de tekst 'zomaar'; verwacht wordt een van"),
        (amiss(fields={"role": None}), "voor 'role' niets (None); verwacht wordt een tekst"),
        (amiss(fields={"role": "\ud800"}), "verwacht wordt een tekst"),
        (amiss(fields=None), "voor 'fields' niets (None); verwacht wordt een dict"),
        (amiss(quote=None), "voor 'quote' niets (None); verwacht wordt een tekst"),
        (amiss(location=None), "voor 'location' niets (None); verwacht wordt een plaats"),
        (amiss(location=Location(*"ab")), "verwacht wordt een plaats (toets.model.document.Location)"),
        (amiss(passage=9999), "voor 'passage' de waarde 9999; verwacht wordt het nummer van een passage"),
    ],
)
def test_an_extractor_that_fails_costs_only_the_rules_that_need_its_facts(
    monkeypatch: pytest.MonkeyPatch, checker: Checker, find: Callable[[object], Any], cause: str
) -> None:
    monkeypatch.setattr(guard, "SECONDS", 0.2)
    outcomes = outcomes_with(Extractor("tellen", ("amount",), find), checker, monkeypatch)
    assert outcomes["MID-01"].status is Status.UNDECIDABLE
    assert cause in outcomes["MID-01"].message
    assert "de herkenning 'tellen' van proef" in outcomes["MID-01"].message
    assert outcomes["VOR-01"].status is Status.SATISFIED


def test_what_an_extractor_gives_without_saying_so_beforehand_is_not_taken_for_absent(
    monkeypatch: pytest.MonkeyPatch, checker: Checker
) -> None:
    outcomes = outcomes_with(Extractor("tellen", ("unread",), gives(AMOUNT)), checker, monkeypatch)
    assert outcomes["MID-01"].status is Status.UNDECIDABLE
    assert "gaf het feit 'amount', dat niet in 'gives' staat (unread); zet het daarbij" in outcomes["MID-01"].message


def test_a_fact_that_is_given_twice_and_a_truth_in_python_are_as_good(monkeypatch: pytest.MonkeyPatch) -> None:
    draft = replace(AMOUNT, fields={"main": True})
    found = [
        fact
        for fact in judged(monkeypatch, Extractor("tellen", ("amount",), gives(draft, draft))).facts
        if fact.source == "proef"
    ]
    assert [repr(fact.fields["main"]) for fact in found] == ["1", "1"]


def test_facts_of_a_plugin_take_part(monkeypatch: pytest.MonkeyPatch) -> None:
    def find(_scene: object) -> list[Draft]:
        return [Draft("unread", {}, "proef", Location(), "proef")]

    report = judged(monkeypatch, Extractor("proef", ("unread",), find))
    assert "proef" in [fact.source for fact in report.facts]


def test_a_reader_of_a_plugin_goes_before_that_of_toets(monkeypatch: pytest.MonkeyPatch) -> None:
    other = Reader("omgekeerd", (".md",), lambda _data, name: read_bytes(b"Een heel andere tekst.", name))
    report = judged(monkeypatch, reader=other)
    assert report.document is not None
    assert [block.text for block in report.document.source.walk()] == ["Een heel andere tekst."]


BLOCKS: Any = ("geen blok",)


@pytest.mark.parametrize(
    ("reads", "cause"),
    [
        (lambda _, name: {}[name], "werd afgebroken (KeyError: 'voorstel.md'; test_plugins.py, regel"),
        (lambda *_: sys.exit("klaar"), "werd afgebroken (SystemExit: klaar"),
        (lambda *_: None, "gaf geen document (toets.model.document.Source), maar NoneType"),
        (lambda _, name: Source(name, "proef", "", BLOCKS), "blokken die geen tuple van Block met tekst zijn"),
        (lambda _, name: Source(name, "proef", "", ()), "vond geen tekst"),
    ],
)
def test_a_reader_that_fails_costs_its_document_and_says_whose_it_is(
    monkeypatch: pytest.MonkeyPatch, checker: Checker, reads: Callable[[bytes, str], Source], cause: str
) -> None:
    readers = (Reader("stuk", (".md",), reads, "proef"),)
    reading = replace(checker.rulebook.reading, readers=readers)
    monkeypatch.setattr(checker, "rulebook", replace(checker.rulebook, reading=reading))
    report = checker.check_bytes(TEXT, "voorstel.md")
    assert report.status is DocumentStatus.UNREADABLE
    assert report.message.startswith("voorstel.md: de lezer 'stuk' van proef ")
    assert cause in report.message


def test_a_document_goes_by_the_name_of_its_file_whatever_a_reader_found_in_it() -> None:
    reader = Reader("mail", (".eml",), lambda data, name: read_bytes(data, f"{name}.md"), "proef")
    assert read_bytes(TEXT, "post.eml", ReadOptions(readers=(reader,))).name == "post.eml"


def test_what_a_plugin_recognises_is_looked_for_again_when_its_code_changes(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    package = tmp_path / "herkent"
    package.mkdir()
    code = package / "zoek.py"
    code.write_text("LANG = 30\n", encoding="utf-8")
    one = module("herkent", toets_extractors=lambda: [Extractor("zoek", ("section",), lambda _: ())])
    one.__path__ = [str(package)]
    install(monkeypatch, ("herkent", one), ("toets_rules", import_module("toets_rules")))
    monkeypatch.setenv("TOETS_CACHE", str(tmp_path / "cache"))
    before = basis_for(Request(cache=True)).mark
    assert basis_for(Request(cache=True)).mark == before
    code.write_text("LANG = 300\n", encoding="utf-8")
    assert basis_for(Request(cache=True)).mark != before


def test_a_plugin_of_one_file_is_looked_at_again_when_that_changes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    code = tmp_path / "herkent.py"
    code.write_text("LANG = 30\n", encoding="utf-8")
    one = module("herkent", toets_extractors=lambda: [Extractor("zoek", ("section",), find)], __file__=str(code))
    install(monkeypatch, ("herkent", one), ("toets_rules", import_module("toets_rules")))
    monkeypatch.setenv("TOETS_CACHE", str(tmp_path / "cache"))
    before = basis_for(Request(cache=True)).mark
    code.write_text("LANG = 300\n", encoding="utf-8")
    assert basis_for(Request(cache=True)).mark != before


FACT = """
[[fact]]
name = "proefje"
says = "Er is een proef."
"""
RULE = """
code = "PRF-01"
name = "geen-proef"
title = "Er is geen proef"
tier = "uitbreiding"
kinds = ["ALLE"]
severity = [{ is = "advice" }]
why = "Proef."
message = { violated = "Er is een proef." }
repair = "Haal de proef weg."
source = ["Proef"]
breaks = [{ fact = "proefje" }]
"""


def test_a_rule_on_a_fact_that_nothing_looks_for_is_not_in_order(tmp_path: Path) -> None:
    examples = "".join(
        f'\n[[example]]\nkind = "RV-BEL"\nexpect = "{expected}"\ntext = "{number}"\n'
        for number, expected in enumerate(("satisfied", "satisfied", "violated", "violated"))
    )
    (tmp_path / "PRF-01-geen-proef.toml").write_text(RULE + examples, encoding="utf-8")
    (tmp_path / "feiten.toml").write_text(FACT, encoding="utf-8")
    (outcome,) = Checker(Request(rules=(tmp_path,), select=("PRF",))).check_bytes(TEXT, "voorstel.md").outcomes
    assert outcome.status is Status.UNDECIDABLE
    assert "naar het feit 'proefje' zoekt niets" in outcome.message


def with_forms(monkeypatch: pytest.MonkeyPatch, *forms: ReportForm) -> None:
    install(
        monkeypatch, ("vorm", module("vorm", toets_reports=lambda: list(forms))), ("toets_rules", import_module("toets_rules"))
    )


def check(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["check", "--select", "VOR-01", *arguments], standalone_mode=False)


@pytest.fixture
def proposal(tmp_path: Path) -> Path:
    path = tmp_path / "voorstel.md"
    path.write_bytes(TEXT)
    return path


def test_a_form_of_report_of_a_plugin_can_be_asked_for(monkeypatch: pytest.MonkeyPatch, proposal: Path) -> None:
    with_forms(monkeypatch, ReportForm("tel", ".tel", "telt", lambda report: f"{len(report.documents)} document"))
    assert check(str(proposal), "--format", "tel").output == "1 document\n"


def test_a_form_that_no_plugin_has_is_refused_with_those_there_are(monkeypatch: pytest.MonkeyPatch, proposal: Path) -> None:
    with_forms(monkeypatch, ReportForm("tel", ".tel", "telt", str))
    assert "tel" in str(check(str(proposal), "--format", "telt").exception)


def test_a_form_that_fails_takes_no_other_along(monkeypatch: pytest.MonkeyPatch, proposal: Path, tmp_path: Path) -> None:
    with_forms(monkeypatch, ReportForm("stuk", ".stuk", "stuk", lambda report: report.nergens))
    folder = tmp_path / "uit"
    folder.mkdir()
    result = check(str(proposal), "--format", "stuk", "--format", "json", "--output", str(folder))
    assert isinstance(result.exception, OutputError)
    assert "Het verslag 'stuk'" in str(result.exception)
    assert [path.name for path in folder.iterdir()] == ["voorstel.toets.json"]


@pytest.mark.parametrize("makes", [lambda _: None, lambda _: ["regel"], lambda _: sys.exit("klaar")])
def test_a_form_that_gives_no_text_is_told_by_name(
    monkeypatch: pytest.MonkeyPatch, proposal: Path, makes: Callable[[object], Any]
) -> None:
    with_forms(monkeypatch, ReportForm("stuk", ".stuk", "stuk", makes))
    result = check(str(proposal), "--format", "stuk")
    assert isinstance(result.exception, OutputError)
    assert str(result.exception).startswith("Het verslag 'stuk' van vorm ")


def test_a_folder_is_searched_for_the_files_of_a_plugin_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "post.eml").write_bytes(TEXT)
    reader = Reader("mail", (".eml",), lambda data, name: read_bytes(data, f"{name}.md"))
    install(monkeypatch, ("mail", module("mail", toets_readers=lambda: [reader])), ("toets_rules", import_module("toets_rules")))
    assert "post.eml" in "".join(check(str(tmp_path)).output.split())  # a long path runs over lines


@pytest.mark.parametrize("where", ["ruleset.toml", "eigen/ruleset.toml"])
def test_a_package_with_rules_needs_no_code(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, where: str) -> None:
    path = tmp_path / where
    path.parent.mkdir(exist_ok=True)
    path.write_text('title = "Eigen"\nversion = "1"\n', encoding="utf-8")
    package = ModuleType("eigen_regels")
    package.__path__ = [str(tmp_path)]
    install(monkeypatch, ("eigen_regels", package), ("toets_rules", import_module("toets_rules")))
    plugins = load_plugins()
    assert plugins.rule_folders[-1][1] == tmp_path
    assert plugins.installed[-1].hooks == ("toets_rule_sets",)


def test_a_mistake_in_a_file_of_a_plugin_says_whose_it_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "ruleset.toml").write_text("title = Eigen\n", encoding="utf-8")
    install(monkeypatch, ("eigen", plugin(tmp_path)), ("toets_rules", import_module("toets_rules")))
    with pytest.raises(RuleSetError, match=r"ruleset.toml:1: geen geldige TOML: .* \(in eigen; meld dit bij de maker\)$"):
        Checker(Request())


def test_a_package_without_hooks_or_rules_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    package = ModuleType("leeg")
    package.__path__ = [str(tmp_path)]
    install(monkeypatch, ("leeg", package), ("toets_rules", import_module("toets_rules")))
    with pytest.raises(PluginError, match=r"geen ruleset.toml in het pakket"):
        load_plugins()
