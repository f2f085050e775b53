"""Folders of TOML become rule sets; every mistake of an author is told at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from toets.model.fact import FactKind
from toets.model.rule import Derivation, Rule, RuleSet
from toets.model.vocabulary import HeadingRole, Overlooked, Vocabulary
from toets.rulesets.derivations import circle, read_derivation
from toets.rulesets.facts import read_facts
from toets.rulesets.files import BASE, Folder, Reading, SetFiles, read_folder
from toets.rulesets.forms import Inflector, Irregular
from toets.rulesets.merging import merged
from toets.rulesets.named import named_lists
from toets.rulesets.rules import Catalogue, read_rule
from toets.rulesets.vocabulary import Speech, read_irregular, read_vocabulary
from toets.toml import Notes, Sheet, Table, meant, shown_path


@dataclass(frozen=True, slots=True)
class _Loading:
    """What one call of `load` gathers: it grows with every folder, so that later ones may use what earlier ones gave.

    `seen` is the file in which each name first stood, `roles` the section that each heading stands for, `worded` whether a
    name is that of words or of phrases, and in which file, `word_lists` and `named` what may be named in other lists.
    """

    notes: Notes = field(default_factory=Notes)
    facts: dict[str, FactKind] = field(default_factory=dict)
    irregular: dict[str, Irregular] = field(default_factory=dict)
    groups: dict[str, tuple[str, ...]] = field(default_factory=dict)
    used: dict[str, int] = field(default_factory=dict)
    derivations: list[Derivation] = field(default_factory=list)
    acts: set[str] = field(default_factory=set)
    lists: set[str] = field(default_factory=set)
    words: dict[str, frozenset[str]] = field(default_factory=dict)
    worded: dict[str, tuple[str, Path]] = field(default_factory=dict)
    word_lists: dict[str, tuple[Any, ...]] = field(default_factory=dict)
    named: dict[str, tuple[Any, ...]] = field(default_factory=dict)
    subjects: set[str] = field(default_factory=set)
    seen: dict[tuple[str, str], Path] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)

    def top(self, sheet: Sheet) -> Table:
        """The whole of a file as a table."""
        return Table(sheet, self.notes)

    def once(self, what: str, name: str, sheet: Sheet, *key: str | int) -> None:
        """Note a name that stood somewhere already."""
        first = self.seen.setdefault((what, name), sheet.path)
        if name and first is not sheet.path:
            self.notes.add(sheet, key, f'{what} "{name}" staat al in {shown_path(first)}')

    def once_each(self, what: str, names: Iterable[str], sheet: Sheet, table: str, key: str) -> None:
        """Note the names in an array of tables that stand twice, here or elsewhere."""
        here: set[str] = set()
        for index, name in enumerate(names):
            if name and name in here:
                self.notes.add(sheet, (table, index, key), f'{what} "{name}" staat twee keer in dit bestand')
            else:
                self.once(what, name, sheet, table, index, key)
            here.add(name)

    def one_role(self, sheet: Sheet, headings: Iterable[HeadingRole]) -> None:
        """Note the headings that already stand for another section."""
        for index, heading in enumerate(headings):
            for place, name in enumerate(heading.names):
                role = self.roles.setdefault(name.lower(), heading.role)
                if role != heading.role:
                    self.notes.add(sheet, ("heading", index, "names", place), f'kop "{name}" hoort al bij "{role}"')


def load(folders: Sequence[tuple[str, Path]], *, examples: bool = True) -> tuple[RuleSet, ...]:
    """The rule sets in folders, each given with its origin; rules may use facts and words of their own and earlier folders.

    Without `examples` those of the rules are left out, which saves a good part of the time.
    What a folder holds besides rules becomes a rule set of its own without rules, or part of the set of its loose rule files.
    Raises RuleSetError with all problems of all folders.
    """
    loading = _Loading(Notes(folders))
    reading = Reading(loading.notes, examples)
    read = [read_folder(origin, folder, reading) for origin, folder in folders]
    sheets = [sheet for folder in read for sheet in folder.words]
    loading.named.update(named_lists(sheets, "list", "phrases"))
    loading.word_lists.update(named_lists(sheets, "list"))
    found = [rule_set for folder in read for rule_set in _load_folder(folder, loading)]
    names = circle(loading.derivations, loading.facts)
    if names:
        loading.notes.add(None, (), f"afleidingen leiden elkaar in een kring af: {' → '.join(names)}; verbreek de kring")
    loading.notes.settle()
    return tuple(found)


def _load_folder(folder: Folder, loading: _Loading) -> Iterator[RuleSet]:
    vocabulary = _words(folder, loading)
    derivations = tuple(_derivations(folder, loading))
    loading.derivations.extend(derivations)
    title, version = _manifest(folder.manifest, loading, BASE if folder.own is None else folder.own.name)
    if folder.own is not None:
        rules = tuple(_rules(folder.own, folder.origin, loading))
        yield RuleSet(folder.own.name, title, version, folder.origin, rules, derivations, vocabulary)
    elif folder.facts or folder.words or folder.derivations:
        yield RuleSet(BASE, title, version, folder.origin, (), derivations, vocabulary)
    for files in folder.sets:
        title, own_version = _manifest(files.manifest, loading, files.name)
        rules = tuple(_rules(files, folder.origin, loading))
        yield RuleSet(files.name, title, own_version or version, folder.origin, rules)


def _manifest(sheet: Sheet | None, loading: _Loading, name: str) -> tuple[str, str]:
    if sheet is None:
        return ("Woorden, feiten en afleidingen" if name == BASE else name), ""
    table = loading.top(sheet)
    title, version = table.text("title"), table.text("version", default="")
    table.done()
    return title, version


def _words(folder: Folder, loading: _Loading) -> Vocabulary:
    facts: list[FactKind] = []
    for sheet in folder.facts:
        kinds = read_facts(loading.top(sheet), folder.origin)
        loading.once_each("feit", (kind.name for kind in kinds), sheet, "fact", "name")
        facts.extend(kinds)
    for kind in facts:
        loading.facts.setdefault(kind.name, kind)
    for sheet in folder.words:
        forms = read_irregular(loading.top(sheet))
        loading.irregular.update(forms)
    forms_of = Inflector(loading.irregular)
    speech = Speech(forms_of, loading.facts, folder.origin, loading.used, loading.word_lists, loading.named)
    vocabularies = [_one_file(sheet, speech, loading) for sheet in folder.words]
    vocabulary = merged([Vocabulary(facts=tuple(facts)), *vocabularies])
    _check_names(folder.words, vocabularies, loading)
    _check_acts(folder.words, vocabularies, loading)
    _check_lists(folder.words, vocabularies, loading)
    _check_subjects(folder.words, vocabularies, loading)
    for name, kinds_in in vocabulary.groups.items():
        loading.groups[name] = (*loading.groups.get(name, ()), *kinds_in)
    return vocabulary


def _one_file(sheet: Sheet, speech: Speech, loading: _Loading) -> Vocabulary:
    found = read_vocabulary(loading.top(sheet), speech)
    loading.once_each("onderwerp", (topic.name for topic in found.topics), sheet, "topic", "name")
    loading.once_each("handeling", (act.code for act in found.acts), sheet, "act", "code")
    loading.one_role(sheet, found.headings)
    loading.once_each("bijzaak", (one.name for one in found.overlooked), sheet, "overlooked", "name")
    loading.once_each("stuk", (paper.name for paper in found.papers), sheet, "paper", "name")
    loading.once_each("wet", (law.code for law in found.laws), sheet, "law", "code")
    return found


def _check_names(sheets: Iterable[Sheet], vocabularies: Sequence[Vocabulary], loading: _Loading) -> None:
    """A name of words has one meaning: that of words or of phrases, in one file of a folder; another folder adds to it."""
    here: dict[str, Path] = {}
    for sheet, vocabulary in zip(sheets, vocabularies, strict=True):
        for table, what, names in (
            ("list", "woorden ([list])", vocabulary.lists),
            ("phrases", "woordgroepen ([phrases])", vocabulary.phrases),
        ):
            for name in names:
                kind, path = loading.worded.setdefault(name, (what, sheet.path))
                if kind != what:
                    says = f'de naam "{name}" is al die van {kind} in {shown_path(path)}; kies een andere naam'
                    loading.notes.add(sheet, (table, name), says)
                elif (first := here.setdefault(name, sheet.path)) is not sheet.path:
                    says = f'de naam "{name}" staat al in {shown_path(first)}; voeg ze samen of kies een andere naam'
                    loading.notes.add(sheet, (table, name), says)


def _check_acts(sheets: Iterable[Sheet], vocabularies: Sequence[Vocabulary], loading: _Loading) -> None:
    """A competence speaks of acts that exist."""
    loading.acts.update(act.code for vocabulary in vocabularies for act in vocabulary.acts)
    for sheet, vocabulary in zip(sheets, vocabularies, strict=True):
        for index, competence in enumerate(vocabulary.competences):
            for act in competence.acts:
                if act not in loading.acts:
                    says = f'onbekende handeling "{act}"{meant(act, sorted(loading.acts))}'
                    loading.notes.add(sheet, ("competence", index, "acts"), says)


def _check_lists(sheets: Iterable[Sheet], vocabularies: Sequence[Vocabulary], loading: _Loading) -> None:
    """A guard speaks of lists that exist."""
    loading.lists.update(name for vocabulary in vocabularies for name in vocabulary.phrases)
    for sheet, vocabulary in zip(sheets, vocabularies, strict=True):
        for index, topic in enumerate(vocabulary.topics):
            for name in topic.unless_lists:
                if name and name not in loading.lists:
                    says = f'onbekende lijst "{name}"{meant(name, sorted(loading.lists))}'
                    loading.notes.add(sheet, ("topic", index, "unless"), says)


def _check_subjects(sheets: Iterable[Sheet], vocabularies: Sequence[Vocabulary], loading: _Loading) -> None:
    """What is overlooked is a subject that a topic gives."""
    topics = [topic for vocabulary in vocabularies for topic in vocabulary.topics if topic.fact == "subject"]
    given = [sets for topic in topics for sets in (topic.gives, *(phrase.sets for phrase in topic.phrases))]
    loading.subjects.update(str(sets["is"]) for sets in given if "is" in sets)
    for name, words in ((name, words) for vocabulary in vocabularies for name, words in vocabulary.lists.items()):
        loading.words[name] = loading.words.get(name, frozenset()).union(words)
    for sheet, vocabulary in zip(sheets, vocabularies, strict=True):
        for index, one in enumerate(vocabulary.overlooked):
            _check_subject_lists(sheet, index, one, loading)
            asked = {"subjects": one.subjects, "not_subjects": one.not_subjects, "titled": one.titled}
            becomes = frozenset({one.becomes} - {""})
            for key, names in {**asked, "beside": one.beside, "not_beside": one.not_beside, "becomes": becomes}.items():
                for name in sorted(names - loading.subjects):
                    says = f'onbekend onderwerp "{name}"{meant(name, sorted(loading.subjects))}'
                    loading.notes.add(sheet, ("overlooked", index, key), says)


def _check_subject_lists(sheet: Sheet, index: int, one: Overlooked, loading: _Loading) -> None:
    """The word lists that are named instead of subjects exist, and hold subjects."""
    for key, names in (("subjects", one.lists), ("not_subjects", one.not_lists)):
        for name in (name for name in names if name):
            known = loading.words.get(name)
            if known is None:
                says = f'onbekende lijst "{name}"{meant(name, sorted(loading.words))}'
                loading.notes.add(sheet, ("overlooked", index, key), says)
            for subject in sorted((known or frozenset()) - loading.subjects):
                says = f'lijst "{name}" noemt het onbekende onderwerp "{subject}"{meant(subject, sorted(loading.subjects))}'
                loading.notes.add(sheet, ("overlooked", index, key), says)


def _derivations(folder: Folder, loading: _Loading) -> Iterator[Derivation]:
    for sheet in folder.derivations:
        top = loading.top(sheet)
        tables = top.tables("derive")
        top.done()
        # A derived fact is known by the name of its derivation, so names are unique over all folders.
        loading.once_each("afleiding", (str(table.raw("name") or "") for table in tables), sheet, "derive", "name")
        yield from (found for table in tables if (found := read_derivation(table, loading.facts, folder.origin)) is not None)


def _rules(files: SetFiles, origin: str, loading: _Loading) -> Iterator[Rule]:
    catalogue = Catalogue(loading.facts, loading.groups, files.name, origin)
    for sheet in files.rules:
        rule = read_rule(loading.top(sheet), catalogue)
        loading.once("code", rule.code, sheet, "code")
        yield rule
