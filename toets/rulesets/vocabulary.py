"""Vocabulary files (`vocabulaire/**/*.toml`): what words mean. The tables are described in docs/ontwerp.md ("Words")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from toets.model.document import PART_ROLES, ROLES, PassageKind
from toets.model.fact import FactKind, Value
from toets.model.vocabulary import (
    SHAPES,
    SITUATIONS,
    SLOTS,
    Act,
    Competence,
    HeadingRole,
    Law,
    MetaField,
    Near,
    Overlooked,
    Phrase,
    StaleReference,
    Term,
    Topic,
    Vocabulary,
)
from toets.rulesets.facts import read_values
from toets.rulesets.forms import Irregular
from toets.rulesets.named import Named, is_list_name, items_of
from toets.rulesets.names import BODIES, KINDS, PREFIXES
from toets.rulesets.papers import SHORTEST_ENDING, read_paper
from toets.rulesets.phrases import Forms, read_phrase
from toets.toml import Table, meant, shown
from toets.toml.marks import refuse_list_marks, refuse_marks

REACHES: tuple[str, ...] = ("phrase", "sentence", "adjacent", "paragraph", "section", "document")
TABLES: tuple[str, ...] = (
    "heading", "field", "term", "law", "stale", "competence", "overlooked", "act", "paper", "topic", "form", "list", "phrases",
    "groups", "required",
)  # fmt: skip
"""The tables a vocabulary file may hold."""

SIGNS = (*SLOTS, *SHAPES)
_PASSAGES = tuple(PassageKind)
_ARTICLE = re.compile(r"\d+[a-z]*(?:[.:]\d+[a-z]*)*(?:[.:]?\*)?")


@dataclass(frozen=True, slots=True)
class Speech:
    """What reading a vocabulary file needs: the forms of words, the facts that topics may give, and where it comes from.

    `used` counts the phrases of each named list so far, because lists of several files are merged and ids stay unique.
    `words` are the lists of words of all files, `named` those of words and of phrases: what may be named elsewhere.
    """

    forms: Forms
    facts: Mapping[str, FactKind]
    origin: str
    used: dict[str, int]
    words: Named = field(default_factory=dict)
    named: Named = field(default_factory=dict)


def read_irregular(top: Table) -> dict[str, Irregular]:
    """The [[form]] tables of one file, by word."""
    found: dict[str, Irregular] = {}
    for table in top.tables("form"):
        word = table.text("word").lower()
        forms = tuple(form.lower() for form in table.texts("forms"))
        participle = table.text("participle", default="").lower()
        found[word] = Irregular(forms, participle, tuple(_pairs(table, "split")))
        table.done()
    return found


def _pairs(table: Table, name: str) -> Iterator[tuple[str, str]]:
    value = table.raw(name)
    for index, pair in enumerate(value if isinstance(value, list) else []):
        if isinstance(pair, list) and len(pair) == 2 and all(isinstance(item, str) and item for item in pair):
            yield pair[0].lower(), pair[1].lower()
        else:
            table.note(f'is {shown(pair)}; toegestaan: een paar zoals ["stelt", "vast"]', name, index)
    if value is not None and not isinstance(value, list):
        table.note(f'is {shown(value)}; toegestaan: een lijst van paren zoals [["stelt", "vast"]]', name)


def read_vocabulary(top: Table, speech: Speech) -> Vocabulary:
    """Everything in one file except its [[form]] tables."""
    top.raw("form")
    vocabulary = Vocabulary(
        headings=tuple(_heading(table, speech) for table in top.tables("heading")),
        fields=tuple(_field(table) for table in top.tables("field")),
        terms=tuple(_term(table) for table in top.tables("term")),
        laws=tuple(_law(table) for table in top.tables("law")),
        stale=tuple(_stale(table, speech) for table in top.tables("stale")),
        competences=tuple(_competence(table, speech) for table in top.tables("competence")),
        overlooked=tuple(_overlooked(table) for table in top.tables("overlooked")),
        acts=tuple(_act(table, speech) for table in top.tables("act")),
        papers=tuple(read_paper(table) for table in top.tables("paper")),
        topics=tuple(_topic(table, speech) for table in top.tables("topic")),
        lists=_word_lists(top.table("list"), speech),
        phrases=_named_phrases(top.table("phrases"), speech),
        groups=_lists(top.table("groups"), allowed=(*KINDS, *PREFIXES)),
        required=_required(top.table("required")),
    )
    top.done(also=TABLES)
    return vocabulary


def _heading(table: Table, speech: Speech) -> HeadingRole:
    role = table.choice("role", ROLES)
    names, opens = _words(table, "names", speech), _words(table, "opens", speech)
    for key, words in (("names", names), ("opens", opens)):
        refuse_marks(table, key, words, slots=SIGNS)
    if not names and not opens:
        table.note('verplichte sleutel "names" of "opens" ontbreekt')
    table.done()
    return HeadingRole(role, names, opens)


def _field(table: Table) -> MetaField:
    found = MetaField(table.text("name"), table.texts("labels", required=True))
    refuse_marks(table, "labels", found.labels, slots=SIGNS)
    table.done()
    return found


def _term(table: Table) -> Term:
    slot, code, forms = table.choice("slot", SLOTS), table.text("code"), table.texts("forms", required=True)
    more: dict[str, Value] = {}
    refuse_marks(table, "forms", (form.removeprefix("*") for form in forms), slots=SIGNS)
    for form in forms:
        if form.startswith("*") and len(form) <= SHORTEST_ENDING:
            table.note(
                f"bevat {shown(form)}: een uitgang achter een sterretje heeft ten minste {SHORTEST_ENDING} letters", "forms"
            )
    inner = table.table("more")
    for name in inner.names() if inner else ():
        value = inner.raw(name) if inner else None
        if isinstance(value, (int, str)) and not isinstance(value, bool):
            more[name] = value
        else:
            table.note(f"is {shown(value)}; toegestaan: een geheel getal of een tekst", "more", name)
    table.done()
    return Term(slot, code, forms, more)


def _law(table: Table) -> Law:
    found = Law(
        code=table.text("code"),
        name=table.text("name"),
        names=table.texts("names"),
        since=table.day("since"),
        until=table.day("until"),
        side=table.flag("side", default=False),
        powers=table.flag("powers", default=False),
        secrecy=_articles(table, "secrecy"),
        interests=_articles(table, "interests"),
    )
    if found.since and found.until and found.until < found.since:
        table.note(f"ligt vóór since ({found.since})", "until")
    table.done()
    return found


def _articles(table: Table, name: str) -> tuple[str, ...]:
    """Numbers of articles; "5.*" is every article that begins so."""
    found = table.texts(name)
    for index, article in enumerate(found):
        if not _ARTICLE.fullmatch(article):
            table.note(f"is {shown(article)}; toegestaan: het nummer van een artikel zoals 87, 10:3 of 5.*", name, index)
    return found


def _stale(table: Table, speech: Speech) -> StaleReference:
    law = table.text("law")
    found = StaleReference(
        law=law,
        articles=tuple(table.texts("articles")),
        since=table.day("since", required=True) or date.min,
        says=table.text("says"),
        origin=table.text("origin"),
        words=_phrases(table, "words", f"verouderd:{law}:{table.key[-1]}", speech),
        advice=table.flag("advice", default=False),
        about=_phrases(table, "about", f"verouderd-over:{law}:{table.key[-1]}", speech),
    )
    table.done()
    return found


def _competence(table: Table, speech: Speech) -> Competence:
    subject = table.text("object")
    found = Competence(
        object=subject,
        acts=table.texts("acts", required=True),
        owner=table.choice("owner", BODIES),
        law=table.text("law", default=""),
        article=table.text("article", default=""),
        words=_phrases(table, "words", f"bevoegdheid:{subject}:{table.key[-1]}", speech),
        unless=_phrases(table, "unless", f"bevoegdheid-niet:{subject}:{table.key[-1]}", speech),
        clear=table.flag("clear", default=False),
        transferable=table.flag("transferable", default=True),
    )
    if "words" not in table:
        table.note('verplichte sleutel "words" ontbreekt')
    table.done()
    return found


def _overlooked(table: Table) -> Overlooked:
    found = Overlooked(
        name=table.text("name"),
        because=table.text("because"),
        subjects=_without_lists(table, "subjects"),
        not_subjects=_without_lists(table, "not_subjects"),
        lists=tuple(_list_names(table, "subjects")),
        not_lists=tuple(_list_names(table, "not_subjects")),
        places=frozenset(table.texts("places", allowed=("title", "point"))),
        beside=frozenset(table.texts("beside")),
        not_beside=frozenset(table.texts("not_beside")),
        titled=frozenset(table.texts("titled")),
        when=table.texts("when", allowed=SITUATIONS),
        unless=table.texts("unless", allowed=SITUATIONS),
        becomes=table.text("becomes", default=""),
    )
    if not any((found.subjects, found.lists, found.beside, found.titled, found.when)):
        table.note('verplichte sleutel "subjects", "beside", "titled" of "when" ontbreekt: zo zou elk onderwerp vervallen')
    table.done()
    return found


def _without_lists(table: Table, name: str) -> frozenset[str]:
    """The texts of a list that may hold names of word lists too, { list }."""
    value = table.raw(name)
    texts = [item for item in value if not is_list_name(item)] if isinstance(value, list) else value
    return frozenset(table.texts_in(texts, name))


def _act(table: Table, speech: Speech) -> Act:
    code = table.text("code")
    found = Act(code, _phrases(table, "phrases", f"handeling:{code}", speech), table.texts("bodies", allowed=BODIES))
    if not found.phrases and "phrases" not in table:
        table.note('verplichte sleutel "phrases" ontbreekt')
    table.done()
    return found


def _topic(table: Table, speech: Speech) -> Topic:
    name, fact = table.text("name"), table.text("fact")
    kind = speech.facts.get(fact)
    if fact and kind is None:
        table.note(f'onbekend feit "{fact}"{meant(fact, speech.facts)}', "fact")
    gives = table.table("gives")
    found = Topic(
        name=name,
        fact=fact,
        gives=read_values(gives, kind) if gives else {},
        phrases=_phrases(table, "phrases", name, speech, kind),
        roles=table.texts("roles", allowed=ROLES),
        not_roles=table.texts("not_roles", allowed=ROLES),
        parts=table.texts("parts", allowed=PART_ROLES),
        kinds=table.texts("kinds", allowed=_PASSAGES),
        unless=_phrases(table, "unless", f"{name}:behalve", speech, lists=True),
        unless_lists=tuple(_list_names(table, "unless")),
        near=tuple(_near(near, f"{name}:nabij:{number}", speech, kind) for number, near in enumerate(table.tables("near"), 1)),
        negatable=table.flag("negatable", default=True),
        once=table.flag("once", default=True),
        origin=speech.origin,
    )
    if "phrases" not in table:
        table.note('verplichte sleutel "phrases" ontbreekt')
    if kind is not None and not kind.textual:
        table.note(f'feit "{fact}" is gedeclareerd met textual = false en kan niet uit woorden komen', "fact")
    table.done()
    return found


def _near(table: Table, name: str, speech: Speech, kind: FactKind | None) -> Near:
    sets = table.table("sets", required=True)
    found = Near(
        sets=read_values(sets, kind) if sets else {},
        reach=table.choice("reach", REACHES, default="sentence"),
        phrases=_phrases(table, "phrases", name, speech),
        slots=table.texts("slots", allowed=SLOTS),
    )
    if "phrases" not in table and "slots" not in table:
        table.note('verplichte sleutel "phrases" of "slots" ontbreekt')
    table.done()
    return found


def _phrases(
    table: Table,
    name: str,
    prefix: str,
    speech: Speech,
    kind: FactKind | None = None,
    *,
    offset: int = 0,
    lists: bool = False,
) -> tuple[Phrase, ...]:
    """A list of phrases: texts, or tables { text, means, origin, sets }; `sets` only where a fact is given.

    Of a named list, { list }, come its phrases; with `lists` such names are passed over here.
    """
    value = table.raw(name)
    if value is None:
        return ()
    if not isinstance(value, list):
        table.note(f"is {shown(value)}; toegestaan: een lijst van woordgroepen tussen [ en ]", name)
        return ()
    found = (
        _phrase(table, (name, index), item, f"{prefix}/{offset + index + 1}{tail}", speech, kind)
        for index, tail, item in items_of(table, name, value, None if lists else speech.named)
    )
    return tuple(phrase for phrase in found if phrase is not None)


def _list_names(table: Table, name: str) -> Iterator[str]:
    """The named lists among a list of phrases or texts; whether they exist is known when all files were read."""
    value = table.raw(name)
    for index, item in enumerate(value if isinstance(value, list) else ()):
        if is_list_name(item):
            inner = table.below(item, name, index)
            yield inner.text("list")
            inner.done()


def _phrase(table: Table, at: tuple[str, int], item: Any, id_: str, speech: Speech, kind: FactKind | None) -> Phrase | None:
    if isinstance(item, str):
        phrase, problems = read_phrase(item, id=id_, forms=speech.forms, lists=speech.named)
    elif isinstance(item, dict):
        inner = table.below(item, *at)
        text, means, origin = inner.text("text"), inner.text("means", default=""), inner.text("origin", default="")
        sets = inner.table("sets")
        if sets is not None and kind is None:
            inner.note('"sets" heeft hier geen betekenis: deze woordgroep geeft geen feit', "sets")
        inner.done()
        values = read_values(sets, kind) if sets is not None else {}
        phrase, problems = read_phrase(
            text, id=id_, forms=speech.forms, means=means, origin=origin, sets=values, lists=speech.named
        )
    else:
        table.note(f"is {shown(item)}; toegestaan: een woordgroep tussen aanhalingstekens", *at)
        return None
    for problem in problems:
        table.note(problem, *at)
    return phrase


def _lists(table: Table | None, allowed: Iterable[str] = ()) -> dict[str, tuple[str, ...]]:
    choices = tuple(allowed)
    return {name: table.texts(name, allowed=choices) for name in table.names()} if table else {}


def _word_lists(table: Table | None, speech: Speech) -> dict[str, tuple[str, ...]]:
    if table is None:
        return {}
    found = {name: _words(table, name, speech) for name in table.names()}
    for name, words in found.items():
        refuse_list_marks(table, name, words, slots=SIGNS, choices=name.startswith("koptekens_"))
    return found


def _words(table: Table, name: str, speech: Speech) -> tuple[str, ...]:
    """A list of texts, with those of the word lists that it names."""
    value = table.raw(name)
    if isinstance(value, list):
        value = [item for _, _, item in items_of(table, name, value, speech.words)]
    return table.texts_in(value, name)


def _required(table: Table | None) -> dict[str, tuple[str, ...]]:
    for name in table.names() if table else ():
        if name not in KINDS and table:
            table.note(f'onbekende soort "{name}"{meant(name, KINDS)}', name)
    return _lists(table, ROLES)


def _named_phrases(table: Table | None, speech: Speech) -> dict[str, tuple[Phrase, ...]]:
    found: dict[str, tuple[Phrase, ...]] = {}
    for name in table.names() if table else ():
        offset = speech.used.get(name, 0)
        if table:
            found[name] = _phrases(table, name, f"lijst:{name}", speech, offset=offset)
        speech.used[name] = offset + len(found[name])
    return found
