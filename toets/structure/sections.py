"""Lines and headings become sections: their level, role, own blocks and state."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from toets.model.document import Block, BlockKind, FoundBy, Location, Section, SectionState, Unread
from toets.structure.context import settle
from toets.structure.drafts import Draft
from toets.structure.lexicon import How, Lexicon
from toets.structure.lines import Line, Stand
from toets.structure.looks import depth
from toets.structure.parts import Opening
from toets.structure.scene import Heading
from toets.structure.states import names_a_course, state_of, with_unfilled, words_of
from toets.structure.tables import items_of
from toets.text.normal import normal

_LAW = frozenset({"ontwerpbesluit", "verordening"})
_KEEPS = frozenset({"argumenten", "kanttekeningen"})
"""What stands below these headings belongs to them, also where it speaks of money or planning."""
_NOTHING = frozenset({SectionState.BARE, SectionState.REASONED})
_COUNTER = frozenset({"kanttekeningen", "alternatieven"})
_LABEL = 4
"""The words of the longest heading below "Argumenten" that names a kind of text and is no claim."""
_NOW = frozenset({"ligt", "komt", "krijgt", "voorligt"})
"""With these "waarom" asks for the occasion."""
_GREETINGS = ("geacht", "beste ")
_ADDRESS = 10
"""The words of the longest line of a sender, an address or a reference."""
_NO_HEIR = frozenset({"", "kop", "overig", "onderwerp", "ondertekening"})


def draft_sections(
    lines: Sequence[Line], headings: Sequence[Heading], parts: Sequence[Opening], signed: Mapping[int, int], lexicon: Lexicon
) -> list[Draft]:
    """Cut the lines at the headings, at the beginnings of parts and where the document is signed.

    `signed` maps the part to the line at which its signature begins.
    """
    by_line = {heading.at: heading for heading in headings}
    starts = {opening.at: number for number, opening in enumerate(parts)}
    signatures = set(signed.values())
    roles = _Roles(headings, parts, lexicon)
    drafts: list[Draft] = []
    part, latest = 0, None
    for at, line in enumerate(lines):
        part, latest = (starts[at], None) if at in starts else (part, latest)
        heading = by_line.get(at)
        if heading is not None:
            drafts.append(roles.of(heading, line, part, drafts, latest))
            latest = len(drafts) - 1
            if heading.rest is not None and line.block.text[heading.rest : line.end].strip():
                drafts[-1].lines.append(replace(line, start=heading.rest, body=heading.rest, number=""))
            continue
        if not drafts or at in starts or at in signatures:
            drafts.append(Draft(part, "ondertekening" if at in signatures else roles.unheaded(part)))
        drafts[-1].lines.append(line)
    settle(drafts, parts, lexicon)
    return drafts


@dataclass(frozen=True, slots=True)
class _Roles:
    """Gives headings their role."""

    headings: Sequence[Heading]
    parts: Sequence[Opening]
    lexicon: Lexicon

    def unheaded(self, part: int) -> str:
        """The role of text without a heading at the start of a part."""
        return "ontwerpbesluit" if self.parts[part].role in _LAW else "kop"

    def of(self, heading: Heading, line: Line, part: int, drafts: Sequence[Draft], latest: int | None) -> Draft:
        """The section that a heading opens; `latest` is the section of the heading before it in the same part, if any."""
        parent = latest
        while parent is not None and _is_apart(drafts[parent], heading, line):
            parent = drafts[parent].parent
        role = self._in_law(heading, part) or self._title(heading, part, latest is None, drafts)
        role = role or self._subtitle(heading, drafts[latest] if latest is not None else None)
        role = role or (heading.role if heading.found_by is FoundBy.SENTENCE else "")
        role = role or self._role(heading, drafts[parent] if parent is not None else None)
        below = parent is not None and drafts[parent].role not in _NO_HEIR
        if role == "aanleiding" and not below and _asks_why_again(heading, drafts, part):
            role = "argumenten"
        return Draft(
            part=part, role=role, heading=heading.text, number=heading.number, level=heading.level, parent=parent,
            found_by=heading.found_by, sure=heading.sure,
            how=heading.known.how if heading.known else None, location=line.place(heading.start, heading.end),
        )  # fmt: skip

    def _in_law(self, heading: Heading, part: int) -> str:
        """In an ontwerpbesluit beside a voorstel everything is ontwerpbesluit; in a besluit by itself names count."""
        if self.parts[part].role not in _LAW:
            return ""
        if part > 0 or heading.at == self.parts[part].at:
            return "ontwerpbesluit"
        return heading.role or ("ontwerpbesluit" if heading.text.lower().startswith("art") else "overig")

    def _title(self, heading: Heading, part: int, first: bool, drafts: Sequence[Draft]) -> str:
        """The first heading is the title of the document, unless it is the name of a section."""
        if not first or self.parts[part].role in _LAW or _announces(heading):
            return ""
        if heading.known and heading.role != "kop" and (heading.known.firm or _asks_to_decide(heading)):
            return "kop" if heading.role == "beslispunten" and self._announced_later(heading) else ""
        near = heading.at - self.parts[part].at <= 3 or _below_letterhead(heading, drafts)
        opens = near and not depth(heading.number)
        return "kop" if heading.role == "kop" or (opens and heading.found_by is not FoundBy.RUN_IN) else ""

    def _subtitle(self, heading: Heading, above: Draft | None) -> str:
        """Words of its own straight below the title, over all sections: "Raadsvoorstel", "Minder regels voor een buurtfeest"."""
        if above is None or above.role != "kop" or above.lines or (heading.known and heading.known.firm):
            return ""
        below = next((other for other in self.headings if other.at > heading.at), None)
        over = below is not None and below.at == heading.at + 1 and below.level > heading.level > above.level
        return "kop" if over and heading.rest is None else ""

    def _announced_later(self, heading: Heading) -> bool:
        """Whether "Voorstel" at the very top is the title, since the decision points have a heading of their own."""
        later = [other.at for other in self.headings if other.role == "beslispunten" and other.known and other.known.firm]
        return heading.at <= 2 and bool(later) and max(later) > heading.at + 1

    def _role(self, heading: Heading, above: Draft | None) -> str:
        known = heading.known
        inherited = above.role if above and above.role not in _NO_HEIR else ""
        if inherited in _KEEPS and above is not None:
            if self._has_own(heading, above):
                return inherited
            return heading.role if self._other_side(heading, inherited) else _below(heading, above, inherited)
        if inherited:
            return known.role if known and (known.firm or known.question) else inherited
        if known and (known.firm or not self._is_minutes()):
            return known.role
        return "overig"

    def _has_own(self, heading: Heading, above: Draft) -> bool:
        """Whether a topic below "Kanttekeningen", such as "Capaciteit", has a section of its own elsewhere in the document."""
        if above.role != "kanttekeningen" or (heading.known and heading.known.question):
            return False
        return any(other.role == heading.role and other.level <= above.level for other in self.headings)

    def _other_side(self, heading: Heading, inherited: str) -> bool:
        """Whether a few words below "Argumenten" name what goes against them: "Maar", "Overwogen en niet gekozen"."""
        words = normal(heading.text).split()
        other = heading.role in _COUNTER and heading.role != inherited and not depth(heading.number)
        return other and ":" not in heading.text and len(words) <= _LABEL and not self.lexicon.cues.states(words)

    def _is_minutes(self) -> bool:
        """Whether the headings are items of an agenda, which are no sections of a proposal whatever they speak of."""
        titles = [self.parts[0].title, *(heading.text for heading in self.headings[:1])]
        return any(self.lexicon.opens_with(title, "titels_vergadering") for title in titles)


def _is_apart(above: Draft, heading: Heading, line: Line) -> bool:
    """Whether a heading does not lie below the one before it; nothing outside a template lies below one of its rows."""
    left = above.found_by is FoundBy.TABLE and line.row is None
    return left or above.level >= heading.level


def _asks_to_decide(heading: Heading) -> bool:
    """Whether a heading asks what is to be decided, in words that no title has ("Wat stellen wij u voor?")."""
    return heading.role == "beslispunten" and heading.text.endswith("?")


def _announces(heading: Heading) -> bool:
    """Whether a heading is a sentence that announces the decision points: "Het college stelt voor:"."""
    return heading.role == "beslispunten" and heading.found_by is FoundBy.SENTENCE and not (heading.known and heading.known.firm)


def _below_letterhead(heading: Heading, drafts: Sequence[Draft]) -> bool:
    """Whether a heading that asks nothing has no more above it than a sender, an address and the head: the title of a letter."""
    above = [line.text for draft in drafts for line in draft.lines if line.stand is Stand.TEXT]
    greeted = any(text.lower().startswith(_GREETINGS) for text in above)
    return not heading.text.endswith("?") and not greeted and all(len(text.split()) <= _ADDRESS for text in above)


def _asks_why_again(heading: Heading, drafts: Sequence[Draft], part: int) -> bool:
    """Whether a heading asks why ("Waarom doen we dit?") after another told what gave rise to it: then it asks for arguments."""
    words = normal(heading.text).split()
    told = any(draft.role == "aanleiding" and draft.part == part for draft in drafts)
    return told and words[:1] in (["waarom"], ["daarom"], ["hierom"]) and _NOW.isdisjoint(words)


def _below(heading: Heading, above: Draft, inherited: str) -> str:
    """The role below "Argumenten": that of the argument, unless its own words are firm.

    Firm is a name without a number ("Financiën") or in the numbering of the heading above ("4.3 Financiën" below "4."), or a
    question of another kind ("Wat gaat de corporatie doen?"); "Wie er wil wonen, wacht langer" is none.
    """
    known = heading.known
    if known is None:
        return inherited
    numbered = depth(heading.number) > 0
    own = depth(above.number) > 0 and heading.number.strip("(). ").startswith(above.number.strip("(). ") + ".")
    if known.how is How.NAME and (not numbered or own):
        return known.role
    return known.role if known.question and "," not in heading.text else inherited


def finish(drafts: Sequence[Draft], unread: Sequence[Unread], lexicon: Lexicon) -> tuple[Section, ...]:
    """The drafts as sections, with their blocks, words and state; a section is as full as the fullest one below it."""
    blocks = [_blocks(draft.lines, lexicon, listed=draft.role in _LISTS) for draft in drafts]
    spoiled = _unread_in(drafts, unread)
    states = [state_of(own, lexicon, unread=number in spoiled) for number, own in enumerate(blocks)]
    for number, draft in enumerate(drafts):
        if draft.role == "alternatieven" and states[number] in _NOTHING and names_a_course(blocks[number]):
            states[number] = SectionState.FILLED
    for number in range(len(drafts) - 1, -1, -1):
        parent = drafts[number].parent
        if parent is not None and states[parent] in _OPEN:
            states[parent] = max(states[parent], states[number], key=_FULLNESS.index)
        if states[number] is SectionState.EMPTY and (led := _led(drafts, number)):
            states[number] = max((states[one] for one in led), key=_FULLNESS.index)
    return tuple(
        Section(
            index=number,
            role=draft.role,
            heading=draft.heading,
            number=draft.number,
            level=draft.level,
            part=draft.part,
            parent=draft.parent,
            blocks=own,
            state=state,
            words=words_of(own),
            found_by=draft.found_by,
            sure=draft.sure,
            location=replace(draft.location or _first_place(draft), part=draft.part, section=number),
        )
        for number, (draft, own, state) in enumerate(zip(drafts, blocks, states, strict=True))
    )


def _led(drafts: Sequence[Draft], number: int) -> range:
    """The sections that a heading without text leads: two or more behind it that look the same and have no known name.

    Also the one behind it, if only the unit of a table stands above that, or if its title is that of the next part.
    """
    first, own = number + 1, drafts[number]
    if first < len(drafts) and (_is_unit(drafts[first]) or (own.role == "overig" and drafts[first].part != own.part)):
        return range(first, first + 1)
    end = first
    while end < len(drafts) and (drafts[end].role, drafts[end].level, drafts[end].part) == ("overig", own.level, own.part):
        end += 1
    return range(first, end) if end - first >= _FEWEST_LED else range(0)


def _is_unit(draft: Draft) -> bool:
    """Whether a heading only tells in what a table counts: "Bedragen x € 1.000"."""
    return _UNIT.fullmatch(draft.heading) is not None


_UNIT = re.compile(
    r"\W*(?:alle )?(?:bedragen )?(?:[x×*] ?(?:€|euro)? ?1[.,]?000(?:[.,]000)?|in (?:duizenden|miljoenen|hele) euro['’]?s?)\W*",
    re.IGNORECASE,
)
_FEWEST_LED = 2
_FULLNESS = (
    SectionState.EMPTY,
    SectionState.TEMPLATE,
    SectionState.UNREAD,
    SectionState.BARE,
    SectionState.REFERENCE,
    SectionState.REASONED,
    SectionState.FILLED,
)
_LISTS = frozenset({"beslispunten", "bijlagen"})
_OPEN = frozenset(_FULLNESS[:-1])


def _first_place(draft: Draft) -> Location:
    line = draft.lines[0]
    return Location(page=line.block.page, paragraph=line.block.index)


def _unread_in(drafts: Sequence[Draft], unread: Sequence[Unread]) -> frozenset[int]:
    """The sections in which something stands that could not be read."""
    first = [(draft.location or _first_place(draft)).paragraph or 0 for draft in drafts]
    places = [one.location.paragraph for one in unread if one.location.paragraph is not None]
    return frozenset(max(bisect_right(first, place) - 1, 0) for place in places)


def _blocks(lines: Sequence[Line], lexicon: Lexicon, *, listed: bool) -> tuple[Block, ...]:
    """The blocks that the lines stand in; what belongs to another section is blanked out, so that places stay what they are.

    In a section that is a list (`listed`), paragraphs with a typed number and the rows of a numbered table become list items;
    elsewhere what has a number such as 5.2 is a paragraph, also if it was read as an item.
    """
    out: list[Block] = []
    at = 0
    while at < len(lines):
        first = last = lines[at]
        while at + 1 < len(lines) and lines[at + 1].block is first.block:
            at += 1
            last = lines[at]
        block = _cut(first, last)
        out.extend(_as_items(block, first, alone=first is last) if listed else (_as_text(block),))
        at += 1
    return tuple(with_unfilled(block, lexicon) for block in out)


def _cut(first: Line, last: Line) -> Block:
    block = first.block
    if block.kind is BlockKind.TABLE:
        return block
    text = " " * first.start + block.text[first.start : last.end]
    if first.start and block.number:
        # The number went to the heading that opens the block.
        return replace(block, text=text, number="", kind=BlockKind.PARAGRAPH)
    return block if text == block.text else replace(block, text=text)


def _as_text(block: Block) -> Block:
    return replace(block, kind=BlockKind.PARAGRAPH) if block.kind is BlockKind.ITEM and depth(block.number) > 1 else block


def _as_items(block: Block, line: Line, *, alone: bool) -> Sequence[Block]:
    if block.kind is BlockKind.TABLE:
        return items_of(block) or (block,)
    if alone and line.number and not block.number and line.text:
        return (replace(block, kind=BlockKind.ITEM, number=line.number, text=" " * line.body + block.text[line.body :]),)
    return (block,)
