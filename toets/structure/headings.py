"""Headings: by what the file says, by number, by looks, by place in a template, by opening a paragraph, by wording."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from toets.model.document import BlockKind, FoundBy
from toets.model.numbering import follows
from toets.structure.levels import ARGUED, FEW, levelled
from toets.structure.lexicon import SURE, How, Lexicon, Match
from toets.structure.lines import Line, Stand
from toets.structure.looks import Signature, depth, is_bullet, signature
from toets.structure.scene import BY_FILE, Heading, Scene
from toets.structure.unrolling import NOT_RUN_IN, opening_name
from toets.text.normal import normal

_STYLED_AT_MOST = 300
_LEAD_AT_MOST = 18
_LEAD_LETTERS = 90
_LONG_NAME = 8
_DOTTED_AT_MOST = 14
"""The words of an unknown heading that ends in a full stop; a longer one is more likely a sentence in bold."""
_BARE_AT_MOST = 6
"""The words of a heading that nothing but its place tells."""
_PROSE = 8
_STANDING_OUT = {
    FoundBy.STYLE: 1.0, FoundBy.OUTLINE: 1.0, FoundBy.TAG: 0.98, FoundBy.NUMBERING: 0.9, FoundBy.BOLD: 0.9,
    FoundBy.CAPITALS: 0.85, FoundBy.SIZE: 0.85, FoundBy.TABLE: 0.9, FoundBy.RUN_IN: 0.8, FoundBy.SENTENCE: 0.7,
}  # fmt: skip
_UNKNOWN = 0.8
"""How much of its certainty a heading keeps whose words are not known."""
_NO_SECTION = frozenset({"kop", "ontwerpbesluit", "overig", "ondertekening"})
_DECIDES = re.compile(r"\bbesluit(?:en)?\s*:$", re.IGNORECASE)
_SPACED = re.compile(r"\w(?:\s\w){4,}\s*:?$")


def find_headings(scene: Scene, strong: Mapping[int, Heading]) -> tuple[Heading, ...]:
    """All headings in reading order, with a level: those that are certain, and what looks like them."""
    found = {at: heading for at, heading in strong.items() if at not in scene.taken}
    found |= _likely(scene, found)
    found |= _plain(scene, found)
    found |= _sentences(scene, found)
    found |= _bare(scene, found)
    return levelled(scene, [found[at] for at in sorted(found)])


def strong_headings(scene: Scene) -> dict[int, Heading]:
    """The headings that the file states, and those that stand out and have a known name, by the place of their line."""
    found: dict[int, Heading] = {}
    for at, line in scene.free():
        heading = _stated(scene, at, line)
        if heading is None and not _is_point(scene, at, found):
            heading = _lead(scene, at, line) or _known(scene, at, line, found) or _bold_label(scene, at, line)
        if heading is not None:
            found[at] = heading
    return found


def _is_point(scene: Scene, at: int, found: Mapping[int, Heading]) -> bool:
    """Whether bold words open an item of the list right below the heading for decision points: "2. **Krediet.** De raad"."""
    line = scene.lines[at]
    end = _lead_end(line) if line.number else None
    if end is None or end >= line.end:
        return False
    first = at
    while first > 0 and follows(scene.lines[first].number, scene.lines[first - 1].number):
        first -= 1
    above = found.get(first - 1)
    return above is not None and above.role == "beslispunten" and above.rest is None


def _stated(scene: Scene, at: int, line: Line) -> Heading | None:
    """A heading by outline, style or tag, or the left cell of a template."""
    block = line.block
    if line.stand is Stand.LABEL and block.outline is None:
        return _whole(at, line, FoundBy.TABLE, scene.lexicon.heading(line.text, damaged=True))
    if block.outline is None or not any(sign.isalnum() for sign in line.text) or len(line.text) > _STYLED_AT_MOST:
        return None
    if len(line.text.split()) > _LEAD_AT_MOST and line.text.endswith("."):
        return None
    known = scene.lexicon.heading(line.text, damaged=True)
    return replace(_whole(at, line, block.outline_by or FoundBy.STYLE, known), level=block.outline)


def _known(scene: Scene, at: int, line: Line, found: Mapping[int, Heading]) -> Heading | None:
    """A line that stands out, or has a number, and is a known name."""
    by = scene.page.found_by(line)
    if is_bullet(line) or not line.text or (by is None and not depth(line.number)) or scene.barred(line.text):
        return None
    known = scene.lexicon.heading(line.text, damaged=by is not None)
    if known is None or (by is None and not _numbered_name(scene, at, known, found)):
        return None
    if not known.firm and by not in (FoundBy.BOLD, FoundBy.SIZE, FoundBy.STYLE, FoundBy.CAPITALS):
        return None
    return _whole(at, line, by or FoundBy.NUMBERING, known)


def _numbered_name(scene: Scene, at: int, known: Match, found: Mapping[int, Heading]) -> bool:
    """Whether a plain line with a number and a known name is a heading: text follows, and no item of a list goes before.

    The first straight below "Bijlagen" is an attachment: "1. Raming".
    """
    if not known.firm or known.role in _NO_SECTION:
        return False
    number = scene.lines[at].number
    if at - 1 in found and found[at - 1].role == "bijlagen" and number.strip("(). ").lower() in ("1", "a"):
        return False
    before, after = (scene.lines[near] if 0 <= near < len(scene.lines) else None for near in (at - 1, at + 1))
    listed = before is not None and at - 1 not in found and before.stand is Stand.TEXT and follows(number, before.number)
    return not listed and (after is None or after.stand is not Stand.TEXT or _counts_otherwise(number, after.number))


def _lead(scene: Scene, at: int, line: Line) -> Heading | None:
    """A paragraph that opens with bold words that are a known name."""
    end = _lead_end(line)
    return _named_until(scene, at, line, end) if end is not None else None


def _bold_label(scene: Scene, at: int, line: Line) -> Heading | None:
    """A known name and a colon, then text that counts as bold as well: "Personeel/organisatie: -"."""
    colon = line.block.text.find(":", line.body, line.end)
    return _named_until(scene, at, line, colon + 1) if colon > 0 and line.look.bold and not scene.page.bold else None


def _named_until(scene: Scene, at: int, line: Line, end: int) -> Heading | None:
    if line.stand is not Stand.TEXT or is_bullet(line) or end >= line.end:
        return None
    name = line.block.text[line.body : end]
    known = scene.lexicon.heading(name, damaged=True)
    if known is None or not (known.firm or known.how is How.NEAR or len(name.split()) <= _LONG_NAME):
        return None
    return _opening(at, line, end, known)


def _lead_end(line: Line) -> int | None:
    """Where the bold words that open a line end, a colon after them included; None if there are none."""
    lead, text = line.look.lead.strip(), line.block.text
    if not lead or not text[line.start :].lstrip().startswith(lead):
        return None
    end = text.index(lead, line.start) + len(lead)
    if end <= line.body or end > line.end:
        return None
    return end + 1 if text[end : end + 1] == ":" else end


def _likely(scene: Scene, found: Mapping[int, Heading]) -> dict[int, Heading]:
    """Lines with unknown words that look as headings do in this document."""
    known = [scene.lines[at] for at, heading in found.items() if heading.known and not heading.by_file]
    ranks = Counter(signature(line) for line in known)
    leads = max(sum(heading.found_by is FoundBy.RUN_IN for heading in found.values()), _unknown_leads(scene, found))
    more: dict[int, Heading] = {}
    role = ""
    for at, line in scene.free():
        if at in found:
            role = found[at].role or role
        elif heading := _looks_like_one(scene, at, line, ranks, leads, role):
            more[at] = heading
    return more


def _unknown_leads(scene: Scene, found: Mapping[int, Heading]) -> int:
    """How many paragraphs open with bold words, in a document where no section has a heading of another form."""
    if any(heading.found_by is not FoundBy.RUN_IN and heading.role not in _NO_SECTION for heading in found.values()):
        return 0
    leads = sum(_lead_end(line) is not None and not is_bullet(line) for _, line in scene.free())
    return leads if leads > FEW else 0


def _looks_like_one(scene: Scene, at: int, line: Line, ranks: Counter[Signature], leads: int, role: str) -> Heading | None:
    if is_bullet(line) or not line.text:
        return None
    if leads >= 2 and (end := _lead_end(line)) is not None and end < line.end:
        lead = line.block.text[line.body : end]
        plain = len(lead.split()) <= _LEAD_AT_MOST and not scene.barred(lead.rstrip(": "))
        return _opening(at, line, end, None) if plain and _dot_fits(line, lead, role) else None
    by = scene.page.found_by(line)
    titled = by is FoundBy.STYLE
    text = line.text.rstrip(".") if titled else line.text
    stands = titled or (_dot_fits(line, text, role) and _stands_alone(scene, at))
    if scene.barred(text) or not stands or (role == "beslispunten" and _is_decision(line, ranks)):
        return None
    if by is FoundBy.CAPITALS and not any(rank[1] for rank in ranks) and len(line.text.split()) < 2:
        return None
    if by is None:
        return _whole(at, line, FoundBy.NUMBERING, None) if _in_sequence(scene, at, ranks) else None
    return None if line.text.endswith(":") and len(line.text.split()) > 6 else _whole(at, line, by, None)


def _dot_fits(line: Line, text: str, role: str) -> bool:
    """Whether unknown words with a full stop can be a heading: few, opened by a capital, and no item of a list."""
    if not text.rstrip().endswith("."):
        return True
    listed = depth(line.number) == 1 and role not in ARGUED
    return text[:1].isupper() and not listed and len(text.split()) <= _DOTTED_AT_MOST


def _stands_alone(scene: Scene, at: int) -> bool:
    """Whether no running text follows on a bold sentence, since a heading that runs in would have run into that text."""
    line = scene.lines[at]
    if not line.text.endswith("."):
        return True
    after = scene.lines[at + 1] if at + 1 < len(scene.lines) else None
    apart = after is None or after.stand is not Stand.TEXT or bool(after.number or after.look.lead or after.look.bold)
    return scene.page.found_by(line) is FoundBy.BOLD and apart


def _in_sequence(scene: Scene, at: int, ranks: Counter[Signature]) -> bool:
    """Whether a plain numbered line is a heading as other numbered lines are: short, alone, and text follows."""
    line = scene.lines[at]
    if ranks[signature(line)] < 2 or depth(line.number) == 0 or len(line.text.split()) > 10:
        return False
    after = scene.lines[at + 1] if at + 1 < len(scene.lines) else None
    return after is not None and (after.stand is not Stand.TEXT or _counts_otherwise(line.number, after.number))


def _counts_otherwise(number: str, after: str) -> bool:
    """Whether the next line goes on in no list with this number: it has none, one of another depth, or a letter behind "7."."""
    return depth(after) != depth(number) or number.strip("(). ").isdigit() != after.strip("(). ").isdigit()


def _is_decision(line: Line, ranks: Counter[Signature]) -> bool:
    """Whether a line that stands out under the decision points is one of them."""
    listed = depth(line.number) == 1 or line.block.kind is BlockKind.ITEM
    return (listed and not ranks[signature(line)]) or line.text.rstrip(".;: ").endswith(("ellen", "emmen", "emen", "eren"))


def _plain(scene: Scene, found: Mapping[int, Heading]) -> dict[int, Heading]:
    """Known names in plain text: alone on a line, or opening a paragraph.

    Where enough headings stand out, only a name counts whose role they lack and that occurs once; to open a paragraph there, it
    must do so with a colon above the first of them ("Samenvatting: …"), or be the list of attachments.
    """
    strong = [
        heading for heading in found.values() if heading.found_by is not FoundBy.RUN_IN or scene.lines[heading.at].look.lead
    ]
    roles = {heading.role for heading in strong}
    few, first = len(strong) < FEW, min((heading.at for heading in strong if heading.role not in ("kop", "")), default=0)
    more: dict[int, Heading] = {}
    for at, line in scene.free():
        if (
            at in found
            or is_bullet(line)
            or line.block.kind is BlockKind.ITEM
            or _is_point(scene, at, found)
            or (not few and len(line.text) > _LEAD_LETTERS and at > first)
        ):
            continue
        heading = _named_line(scene, at, line) or _named_opening(scene, at, line)
        if heading is None or (not few and heading.role in roles):
            continue
        above = at < first and heading.text.endswith(":")
        if few or heading.rest is None or above or heading.role == "bijlagen":
            more[at] = heading
    often = Counter(heading.role for heading in more.values())
    return more if few else {at: heading for at, heading in more.items() if often[heading.role] == 1 and _is_section(heading)}


def _is_section(heading: Heading) -> bool:
    return heading.text.endswith(":") or heading.role not in NOT_RUN_IN


def _named_line(scene: Scene, at: int, line: Line) -> Heading | None:
    if not 3 < len(line.text) <= _LEAD_LETTERS or depth(line.number) or line.text.endswith((".", ";", ",")):
        return None
    known, after = scene.lexicon.heading(line.text), line.text.partition(":")[2]
    if known is None or not known.firm or len(line.text.split()) > _LONG_NAME or (after and not scene.lexicon.name(after)):
        return None
    return _whole(at, line, FoundBy.SENTENCE, known)


def _named_opening(scene: Scene, at: int, line: Line) -> Heading | None:
    """A known name that opens a line before a colon or capital: "Inleiding Op 12 maart …", "Kosten: De raming …"."""
    name = opening_name(line.block.text, line.body, line.end, scene.lexicon)
    return _opening(at, line, name[0], Match(name[1], How.NAME), by_words=True) if name else None


def _bare(scene: Scene, found: Mapping[int, Heading]) -> dict[int, Heading]:
    """Short lines without an end between paragraphs of prose, as of another colour, where hardly any section has a heading."""
    if sum(heading.role not in (*_NO_SECTION, "beslispunten", "onderwerp") for heading in found.values()) >= FEW:
        return {}
    first = min((at for at, heading in found.items() if heading.role not in ("kop", "")), default=0)
    lines = [at for at, line in scene.free() if at not in found and at > first and _parts_prose(scene, at, line, found)]
    return {at: _whole(at, scene.lines[at], FoundBy.SENTENCE, None) for at in lines} if len(lines) > FEW else {}


def _parts_prose(scene: Scene, at: int, line: Line, found: Mapping[int, Heading]) -> bool:
    """Whether a short plain line stands between what ended before it and the prose that it may head."""
    whole = line.text == line.block.text.strip() and not line.number and line.block.kind is BlockKind.PARAGRAPH
    named = line.text[:1].isupper() and (line.text[-1:].isalnum() or line.text.endswith("?")) and ":" not in line.text
    if not (whole and named) or len(line.text.split()) > _BARE_AT_MOST or scene.barred(line.text) or at + 1 >= len(scene.lines):
        return False
    before, after = scene.lines[at - 1], scene.lines[at + 1]
    ended = at - 1 in found or before.text.endswith((".", "?", "!", ";")) or before.stand is not Stand.TEXT
    prose = after.stand is Stand.TEXT and after.text.endswith(".") and len(after.text.split()) >= _PROSE
    return ended and prose and not depth(after.number)


_PREAMBLE = 15
"""So many lines may stand between the clauses of a decree, or its title, and "besluit:"."""


def _sentences(scene: Scene, found: Mapping[int, Heading]) -> dict[int, Heading]:
    """Lines such as "Het college stelt voor:" where no heading announces the points, and "b e s l u i t :" after its clauses."""
    more: dict[int, Heading] = {}
    announced = any(heading.role == "beslispunten" for heading in found.values())
    clauses, title, said = -20, -20, Counter(line.text for line in scene.lines)
    for at, line in scene.free():
        if at > 0 and scene.lexicon.is_in(scene.lines[at - 1].text, "titels_ontwerpbesluit"):
            title = at
        if scene.lexicon.opens_with(line.text, "besluit_overwegingen"):
            clauses = at
        if at in found:
            continue
        spaced = bool(_SPACED.match(line.text) and scene.lexicon.name(line.text))
        plainly = at - title <= _PREAMBLE and scene.lexicon.is_in(line.text, "besluit_woorden")
        if spaced or plainly or (at - clauses <= _PREAMBLE and scene.lexicon.decides(line.text)):
            more[at] = _whole(at, line, FoundBy.SENTENCE, Match("beslispunten", How.NAME))
        elif (
            not announced
            and (line.text.endswith(":") or _opens_list(scene, at))
            and said[line.text] == 1
            and (scene.lexicon.opens_with(line.text, "besluit_aanhef") or _asks(line.text, scene.lexicon))
        ):
            more[at] = _whole(at, line, FoundBy.SENTENCE, Match("beslispunten", How.OPENS))
            announced = True
    return more


def _opens_list(scene: Scene, at: int) -> bool:
    """Whether a short line without an end is followed by the first item of a list: "Wij stellen voor te besluiten", "1. …"."""
    line, after = scene.lines[at], scene.lines[at + 1] if at + 1 < len(scene.lines) else None
    whole = line.text == line.block.text.strip() and not line.number and line.text[-1:].isalnum()
    short = 0 < len(line.text.split()) <= _LONG_NAME
    return whole and short and after is not None and after.number.strip("(). ").lower() in ("1", "a", "i") and bool(after.text)


def _asks(text: str, lexicon: Lexicon) -> bool:
    """Whether a sentence asks for a decision after an opening of its own: "Gelet op het voorgaande stelt het college voor:".

    So does a body that decides, whatever stands between: "De raad van X, bijeen op 18 december, besluit:".
    """
    if lexicon.opens_with(text, "besluitnemers") and _DECIDES.search(text):
        return True
    words = f" {normal(text)} "
    return any(f" {asking} " in words for asking in lexicon.lists.get("besluit_aanhef_midden", ()))


def _whole(at: int, line: Line, by: FoundBy, known: Match | None) -> Heading:
    start = line.start + len(line.block.text[line.start : line.end]) - len(line.block.text[line.start : line.end].lstrip())
    end = len(line.block.text[: line.end].rstrip())
    return Heading(at, _shown(line, start, end), line.number, start, end, by, known, _sure(by, known))


def _opening(at: int, line: Line, end: int, known: Match | None, *, by_words: bool = False) -> Heading:
    sure = round(_sure(FoundBy.RUN_IN, known) * (_UNKNOWN if by_words else 1.0), 2)
    return Heading(at, _shown(line, line.start, end), line.number, line.start, end, FoundBy.RUN_IN, known, sure, rest=end)


def _shown(line: Line, start: int, end: int) -> str:
    """The heading as a reader sees it: a number that isn't typed comes before it."""
    typed = " ".join(line.block.text[start:end].split())
    if line.number and not typed.startswith(line.number) and depth(line.number):
        return f"{line.number} {typed}"
    return typed


def _sure(by: FoundBy, known: Match | None) -> float:
    return round(_STANDING_OUT[by] * (SURE[known.how] if known else (1.0 if by in BY_FILE else _UNKNOWN)), 2)
