"""Vocabulary: what words mean, as data that a municipality can add to or switch off."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from toets.model.fact import FactKind, Value

SLOTS: tuple[str, ...] = (
    "bedrag", "datum", "jaar", "kwartaal", "orgaan", "functie", "persoon", "organisatie", "wet", "reserve", "getal",
)  # fmt: skip
"""The typed slots a phrase may use, and the kinds of Span that the text room finds."""

VERBS: tuple[str, ...] = ("werkwoord", "voltooid", "infinitief")
"""The slots of a phrase that stand for one word with the form of a verb: finite ("stelde"), a past participle, an infinitive."""

SHAPES: tuple[str, ...] = (*VERBS, "nummer")
"""The slots that stand for one word by its form: of a verb, or a number as a label has it ("3", "2e", "2026-014")."""


@dataclass(frozen=True, slots=True)
class Words:
    """An element of a phrase: one token that is one of `forms`, or starts with one of `starts`, or ends with one of `ends`.

    All are lower case. `split` holds pairs of a separable verb ("stelt", "vast"): the first stands here, the second later
    in the sentence.
    """

    forms: frozenset[str] = frozenset()
    starts: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    split: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Gap:
    """An element of a phrase: at most `most` tokens in between, inside the sentence."""

    most: int


@dataclass(frozen=True, slots=True)
class Slot:
    """An element of a phrase: a typed span, one of SLOTS."""

    kind: str


@dataclass(frozen=True, slots=True)
class Shaped:
    """An element of a phrase: one word by its form, one of SHAPES."""

    form: str


Element = Words | Gap | Slot | Shaped


@dataclass(frozen=True, slots=True)
class Phrase:
    """One line of words: `text` as its author wrote it, `variants` as it is matched, every alternative written out.

    `id` is "<topic>/<number>"; `means` and `origin` say what it stands for and where it comes from; `sets` are fields of
    the topic's fact that this phrase gives besides those of the topic.
    """

    id: str
    text: str
    variants: tuple[tuple[Element, ...], ...]
    means: str = ""
    origin: str = ""
    sets: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Near:
    """Evidence beside a phrase that fills fields of its fact.

    `reach`: phrase (inside the matched words), sentence (the same passage), adjacent (one passage before or after too),
    paragraph, section, document.
    It holds when any of `phrases` matches, or a span of one of the kinds `slots` stands there.
    """

    sets: Mapping[str, Value]
    reach: str
    phrases: tuple[Phrase, ...] = ()
    slots: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """Phrases that give one kind of fact.

    `roles`, `parts`, `kinds` limit where the topic counts (empty: everywhere); `not_roles` excludes section roles.
    `unless` are guards: a match inside the same passage cancels the hit, as does one of the named lists of phrases
    `unless_lists`. `negatable`: a negation near it gives polarity 0 (True) or is part of the meaning (False). `once` keeps
    only the first fact of a passage.
    """

    name: str
    fact: str
    gives: Mapping[str, Value]
    phrases: tuple[Phrase, ...]
    roles: tuple[str, ...] = ()
    not_roles: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    unless: tuple[Phrase, ...] = ()
    unless_lists: tuple[str, ...] = ()
    near: tuple[Near, ...] = ()
    negatable: bool = True
    once: bool = True
    origin: str = ""


@dataclass(frozen=True, slots=True)
class HeadingRole:
    """The headings that give a section its role: whole names, and words that a heading may open with."""

    role: str
    names: tuple[str, ...]
    opens: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MetaField:
    """A field of the head of the document and the labels it goes by."""

    name: str
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """A name with a slot kind: "uw raad" is an orgaan with code "raad"."""

    slot: str
    code: str
    forms: tuple[str, ...]
    more: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Law:
    """A law with the names and abbreviations it goes by, and the days between which it was in force.

    `side`: it says how something is shown or who is asked, not who may decide it. `powers`: it shares out powers over
    bodies. `secrecy` are its articles that are a basis for secrecy and for nothing else, `interests` those that name the
    interest it serves; "5.*" is all that begin so.
    """

    code: str
    name: str
    names: tuple[str, ...]
    since: date | None = None
    until: date | None = None
    side: bool = False
    powers: bool = False
    secrecy: tuple[str, ...] = ()
    interests: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StaleReference:
    """A reference that is out of date: law, articles (none: any), since when, what holds now in a sentence, and its source.

    `words` are terms or periods of the old law; with `about` only where the sentence, a heading or a point speaks of that.
    """

    law: str
    articles: tuple[str, ...]
    since: date
    says: str
    origin: str
    words: tuple[Phrase, ...] = ()
    advice: bool = False
    about: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True)
class Competence:
    """Who decides what: an act on an object, the body that owns it, its basis; `clear` if a clash may block.

    Words of `unless` beside it say that it is no such object.
    """

    object: str
    acts: tuple[str, ...]
    owner: str
    law: str
    article: str
    words: tuple[Phrase, ...]
    clear: bool = False
    transferable: bool = True
    unless: tuple[Phrase, ...] = ()


SITUATIONS: tuple[str, ...] = (
    "several_points", "all_procedural", "only_opinion", "only_in_the_books", "procedural", "procedural_point", "in_title",
    "first_orders", "orders_behind", "opinion_in_point", "only_noted", "no_more_than_noted", "left_to_later", "adopts_own",
    "adopts", "only_adopts", "works", "names_sum", "settles", "dealt_with", "in_name", "points_back",
    "pays_own_people", "in_clause", "in_repeal",
)  # fmt: skip
"""What may hold of a proposal, of one of its points, or of a subject there; extract/situations says when each does."""


@dataclass(frozen=True, slots=True)
class Overlooked:
    """When a subject is named, and not what is decided on: then it counts as text only. All that is given must hold.

    `subjects` (none: any) but `not_subjects`, standing at one of `places` (title or point); `beside` or `titled`: one of
    these stands in title or points, or in the title; `not_beside`: none of these does; every one of the SITUATIONS `when`
    holds, and none of `unless`. `because` is the reason in Dutch. `lists` and `not_lists` are word lists of more `subjects`
    and `not_subjects`. With `becomes` it counts as that other subject instead.
    """

    name: str
    because: str
    subjects: frozenset[str] = frozenset()
    not_subjects: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    not_beside: frozenset[str] = frozenset()
    titled: frozenset[str] = frozenset()
    lists: tuple[str, ...] = ()
    not_lists: tuple[str, ...] = ()
    when: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    becomes: str = ""


@dataclass(frozen=True, slots=True)
class Act:
    """A decision verb: its code, the phrases that express it, and whose role it fits ("" any body)."""

    code: str
    phrases: tuple[Phrase, ...]
    bodies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """A sort of paper that goes with a proposal, and how a text speaks of one without its title.

    `names` are names for the same paper: the title has one, the text may have another. A word of its title ends in one of
    `nouns`; `deeds` are the words by which the text tells what was done for it or what it says. When deeds are `common`,
    what the title has besides the noun must stand there too.
    """

    name: str
    names: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    deeds: tuple[str, ...] = ()
    common: bool = False


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All words that toets knows in one run; made by merging the vocabularies of the rule sets and the settings.

    `lists` are named word lists (placeholder texts, units, titles of look-alikes …) for rooms that need only words;
    `groups` are names for several kinds of document ("INHOUD"), `required` the section roles each kind must have.
    """

    headings: tuple[HeadingRole, ...] = ()
    fields: tuple[MetaField, ...] = ()
    terms: tuple[Term, ...] = ()
    laws: tuple[Law, ...] = ()
    stale: tuple[StaleReference, ...] = ()
    competences: tuple[Competence, ...] = ()
    overlooked: tuple[Overlooked, ...] = ()
    acts: tuple[Act, ...] = ()
    papers: tuple[Paper, ...] = ()
    topics: tuple[Topic, ...] = ()
    facts: tuple[FactKind, ...] = ()
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    phrases: Mapping[str, tuple[Phrase, ...]] = field(default_factory=dict)
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    required: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def fact_kinds(self) -> Mapping[str, FactKind]:
        """The declared kinds of fact by name."""
        return {kind.name: kind for kind in self.facts}
